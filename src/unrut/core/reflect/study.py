"""What is behind it, looked at closely: how sure the order is, and for each cause what goes with it and what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.facets import Vocabulary
from unrut.core.reflect.bad_weeks import Difference, difference
from unrut.core.reflect.causes import Cause, Picture
from unrut.core.reflect.changing_minds import ChangeOfMind, change_of_mind
from unrut.core.reflect.following import Following, Spell, following_of, is_asked_of
from unrut.core.reflect.remedies import Beginning, RatedRemedy, beginning_of, is_field_open, remedies_of
from unrut.core.reflect.resampling import Chances, Ranked, rank_chances
from unrut.core.reflect.shares import Lately, interval, lately
from unrut.core.reflect.split import PartShare, split_of


@dataclass(frozen=True, slots=True)
class Study:
    """The picture with how sure its order is (no chances while it is not ranked), its split, and where to begin."""

    picture: Picture
    chances: Mapping[str, Chances]
    energy_chances: Mapping[str, Chances]
    split: tuple[PartShare, ...]
    beginning: Beginning | None


@dataclass(frozen=True, slots=True)
class Closely:
    """One cause or source of energy, with everything that can be said of it.

    `interval` holds the share with 80 % probability; without `asks_following` whether it would follow is not to be told; `difference` is None with too few weeks on either side; a source of
    energy has no remedies.
    """

    cause: Cause
    interval: tuple[float, float]
    lately: Lately
    chances: Chances | None
    difference: Difference | None
    asks_following: bool
    following: tuple[Following, ...]
    remedies: tuple[RatedRemedy, ...]
    change: ChangeOfMind | None


def study_of(picture: Picture, vocabulary: Vocabulary, *, seed: int) -> Study:
    """The picture with what follows from all causes together."""
    return Study(
        picture=picture,
        chances=_chances(picture.causes, picture, seed),
        energy_chances=_chances(picture.energies, picture, seed),
        split=split_of(picture.causes, vocabulary),
        beginning=beginning_of(picture.causes, vocabulary),
    )


def look_closely(
    cause: Cause,
    study: Study,
    vocabulary: Vocabulary,
    *,
    scores: Mapping[date, float],
    spells: Sequence[Spell],
) -> Closely:
    """Everything about one cause or source of energy of the study."""
    picture = study.picture
    weighs = cause in picture.causes
    chances = study.chances if weighs else study.energy_chances
    same_kind = picture.causes if weighs else picture.energies
    is_open = is_field_open(picture.causes, vocabulary)
    asks_following = is_asked_of(cause.facet, (each.facet for each in picture.causes), vocabulary)
    return Closely(
        cause=cause,
        interval=interval(cause.counted),
        lately=lately(cause.weeks, picture.weeks),
        chances=chances.get(cause.facet),
        difference=difference(cause.weeks, scores),
        asks_following=asks_following,
        following=following_of(cause.weeks, spells) if asks_following else (),
        remedies=remedies_of(vocabulary[cause.facet], vocabulary, is_field_open=is_open) if weighs else (),
        change=change_of_mind(cause, same_kind) if picture.is_ranked else None,
    )


def _chances(causes: Sequence[Cause], picture: Picture, seed: int) -> dict[str, Chances]:
    if not picture.is_ranked:
        return {}
    places = {week: place for place, week in enumerate(picture.weeks)}
    ranked = [Ranked(tuple(places[week] for week in cause.weeks), cause.factor) for cause in causes]
    found = rank_chances(ranked, len(picture.weeks), seed=seed)
    return {cause.facet: chances for cause, chances in zip(causes, found, strict=True)}
