"""What the pages on kinds of work share: the bar of a fit, and the foot that says where their numbers come from."""

from unrut.queries.atlas import atlas_problem, attribution, current_atlas
from unrut.queries.occupations import Judged, RankedOccupation
from unrut.web.pictures import FitBar
from unrut.wording.occupations import average_sentence, lacking_sentence


def atlas_context() -> dict[str, object]:
    """What `explore/_atlas_foot.html` shows."""
    atlas = current_atlas()
    return {
        "average": average_sentence(),
        "attribution": attribution(atlas),
        "lacking": lacking_sentence(atlas.lacking),
        "problem": atlas_problem(),
    }


def fit_bar(judged: Judged, ranked: RankedOccupation) -> FitBar | None:
    """Its range on the scale of all options, with the present job as the line through it; none where nothing is known."""
    fit = judged.fit
    if not ranked.known or fit is None or ranked.mean is None or ranked.low is None or ranked.high is None:
        return None
    return FitBar(
        low=round(ranked.low, 1),
        width=round(ranked.high - ranked.low, 1),
        mean=round(ranked.mean, 1),
        present=round(float(fit.mean[-1]), 1),
    )
