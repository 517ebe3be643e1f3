"""The present job: how it is on each facet, and what it would be with its most treatable causes treated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unrut.core.explore.levels import HIGHEST, Level, Levels, Source
from unrut.core.explore.wants import Want, wanted_level
from unrut.core.facets import Facet, Polarity, Vocabulary
from unrut.core.reflect.causes import Picture

ANSWERED_SD = 0.8
TREATED_AT_ONCE = 2
# Remedies that change the job one has.
_AT_HAND = ("job_crafting", "talk_to_manager")
# Which part of the way to the wanted level a treatment of this rating goes: judgement, shown as such.
_PART_OF_THE_WAY = {1: 0.15, 2: 0.33, 3: 0.5}
_DOUBT_ABOUT_TREATMENT = 0.25
# A facet named in every week is at its bad end; named in none of them but liked, near its good end.
_DISLIKE_PULL, _LIKE_PULL, _NEUTRAL = 0.6, 0.4, 0.55
_LEAST_SD, _EXTRA_SD = 1.0, 1.4


@dataclass(frozen=True, slots=True)
class Treatment:
    """A cause that can be treated where one is: the facet, its best remedy at hand and how often that helps."""

    facet: str
    remedy: str
    rating: int
    share: float


def present_levels(
    answered: Mapping[str, float], picture: Picture, vocabulary: Vocabulary
) -> dict[str, Level]:
    """Levels of the present job: what the person answered, else what the notes suggest, else nothing."""
    levels = {
        facet: _from_notes(vocabulary[facet], dislikes, likes, len(picture.weeks))
        for facet, (dislikes, likes) in _named_shares(picture).items()
    }
    for facet, value in answered.items():
        levels[facet] = Level(value, ANSWERED_SD, Source.ANSWERED)
    return levels


def most_treatable(picture: Picture, vocabulary: Vocabulary) -> list[Treatment]:
    """The two causes that matter most and that something at hand can treat.

    Lack of respect or safety is never treated by reshaping the job.
    """
    treatments = [
        Treatment(cause.facet, remedy, rating, cause.share)
        for cause in picture.causes
        if not vocabulary[cause.facet].safety
        for remedy, rating in [_best_at_hand(vocabulary[cause.facet])]
        if rating
    ]
    treatments.sort(key=lambda found: (-found.share * found.rating, vocabulary.order[found.facet]))
    return treatments[:TREATED_AT_ONCE]


def treated_levels(
    levels: Levels, treatments: Sequence[Treatment], wants: Sequence[Want], vocabulary: Vocabulary
) -> dict[str, Level]:
    """The present levels with the treated facets moved part of the way to what is wanted."""
    wanted = {want.facet: want.wanted for want in wants}
    changed = dict(levels)
    for treatment in treatments:
        facet = vocabulary[treatment.facet]
        now = levels.get(facet.id)
        if now is not None:
            changed[facet.id] = _moved(now, wanted.get(facet.id, wanted_level(facet)), treatment, facet)
    return changed


def _moved(now: Level, goal: float, treatment: Treatment, facet: Facet) -> Level:
    gap = goal - now.mean
    return Level(
        mean=now.mean + gap * _PART_OF_THE_WAY[treatment.rating],
        sd=(now.sd**2 + (_DOUBT_ABOUT_TREATMENT * gap) ** 2) ** 0.5,
        source=Source.EXPECTED,
        cue=facet.treat,
    )


def _best_at_hand(facet: Facet) -> tuple[str, int]:
    return max(((remedy, facet.remedies[remedy]) for remedy in _AT_HAND), key=lambda found: found[1])


def _named_shares(picture: Picture) -> dict[str, tuple[float, float]]:
    dislikes = {cause.facet: cause.share for cause in picture.causes}
    likes = {energy.facet: energy.share for energy in picture.energies}
    return {facet: (dislikes.get(facet, 0.0), likes.get(facet, 0.0)) for facet in {**dislikes, **likes}}


def _from_notes(facet: Facet, dislikes: float, likes: float, answered: int) -> Level:
    """Between the problem end and the good end, nearer to the problem the more weeks name it."""
    quality = _NEUTRAL - _DISLIKE_PULL * dislikes + _LIKE_PULL * likes
    problem = facet.problem_end
    good = HIGHEST / 2 if facet.polarity is Polarity.IDEAL else HIGHEST - problem
    sd = _LEAST_SD + _EXTRA_SD / (1 + answered / 6)
    return Level(problem + (good - problem) * min(1.0, max(0.0, quality)), sd, Source.NOTES)
