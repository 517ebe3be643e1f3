"""What can be done about a cause, and where to begin.

A remedy is worth its rating for the facet (0 to 3, in the vocabulary) times how much of it lies in one's own hands. Both are
judgement. A change of field comes last, unless the subject itself or its meaning stands out after the tasks, the
manager and the people around were looked at: interest in the subject and satisfaction go together only weakly (.11 to .24).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.facets import Facet, Remedy, Vocabulary
from unrut.core.reflect.causes import RANKED_FROM_WEEKS, Cause
from unrut.core.reflect.resampling import LEADING

SHAPE_THE_JOB, ASK_THE_MANAGER, NEW_FIELD = "job_crafting", "talk_to_manager", "new_field"
IN_OWN_HANDS = {
    SHAPE_THE_JOB: 1.0,
    ASK_THE_MANAGER: 0.9,
    "move_team": 0.6,
    "study": 0.5,
    "new_job": 0.5,
    NEW_FIELD: 0.3,
}
"""How much of a remedy one person can bring about within months. One that is not listed counts a half."""

_NOT_LISTED = 0.5
FIRST_CHOICE = 3
_OF_THE_FIELD = frozenset({"job_interest", "significance"})
_LOOKED_AT_FIRST = frozenset({"task", "manager", "colleagues"})


@dataclass(frozen=True, slots=True)
class RatedRemedy:
    """A remedy of a facet, how well it usually treats it, and that times how much of it lies in one's own hands."""

    remedy: Remedy
    rating: int
    worth: float


class Beginning(StrEnum):
    """Where to begin with the leading causes."""

    SAFETY = "safety"
    MANAGER = "manager"
    PART = "part"
    FIELD = "field"


def remedies_of(facet: Facet, vocabulary: Vocabulary, *, is_field_open: bool) -> tuple[RatedRemedy, ...]:
    """The remedies that may help, the one to look at first in front; reshaping the job never answers harm."""
    rated = [
        RatedRemedy(vocabulary.remedies[name], rating, rating * IN_OWN_HANDS.get(name, _NOT_LISTED))
        for name, rating in facet.remedies.items()
        if rating and not (facet.safety and name == SHAPE_THE_JOB)
    ]
    own = vocabulary.parts[facet.part].remedy
    return tuple(
        sorted(
            rated,
            key=lambda found: (
                found.remedy.id == NEW_FIELD and not is_field_open,
                -found.worth,
                found.remedy.id != own,
            ),
        )
    )


def is_field_open(causes: Sequence[Cause], vocabulary: Vocabulary) -> bool:
    """Whether the field itself stands out: its subject or meaning leads, and nothing that is easier to change precedes it.

    Never with fewer than six answered weeks: the order of causes is chance then.
    """
    if not _is_ranked(causes):
        return False
    for cause in causes[:LEADING]:
        if cause.facet in _OF_THE_FIELD:
            return True
        if vocabulary[cause.facet].part in _LOOKED_AT_FIRST:
            return False
    return False


def beginning_of(causes: Sequence[Cause], vocabulary: Vocabulary) -> Beginning | None:
    """Where to begin: safety before anything; the manager when most leading causes are treated best by asking.

    With fewer than six answered weeks nothing but safety can be said.
    """
    leading = [vocabulary[cause.facet] for cause in causes[:LEADING]]
    asked = sum(facet.remedies.get(ASK_THE_MANAGER, 0) == FIRST_CHOICE for facet in leading)
    if any(vocabulary[cause.facet].safety for cause in causes):
        return Beginning.SAFETY
    if not _is_ranked(causes):
        return None
    if 2 * asked > len(leading):
        return Beginning.MANAGER
    return Beginning.FIELD if is_field_open(causes, vocabulary) else Beginning.PART


def _is_ranked(causes: Sequence[Cause]) -> bool:
    """Whether the order of the causes means something; all count the same answered weeks."""
    return bool(causes) and causes[0].answered >= RANKED_FROM_WEEKS
