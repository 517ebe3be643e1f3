"""What every page on kinds of work has at its foot: where its numbers come from, and whether they are as they should be."""

from unrut.queries.atlas import atlas_problem, attribution, current_atlas
from unrut.wording.occupations import average_sentence


def atlas_context() -> dict[str, object]:
    """What `explore/_atlas_foot.html` shows."""
    return {
        "average": average_sentence(),
        "attribution": attribution(current_atlas()),
        "problem": atlas_problem(),
    }
