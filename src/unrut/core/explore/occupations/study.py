"""How people enter an occupation: the education they say it asks for, and whether one really has to study for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import Atlas, Entry, Floats
from unrut.core.explore.occupations.licences import licence_of
from unrut.core.reference import Table, each, parse_toml, tables

FILE = "gap_closing.toml"


@dataclass(frozen=True, slots=True)
class Education:
    """A category of education of O*NET in plain words.

    `years` are those it takes in full time after school, at least and at most, whatever came between: our judgement.
    """

    name: str
    years: tuple[float, float]


# The years grow from one to the next, so that a way from any to a higher one is never less than nothing.
EDUCATION: Mapping[int, Education] = {
    1: Education("Less than a school leaving certificate", (-2.0, -0.5)),
    2: Education("School leaving certificate", (0.0, 0.0)),
    3: Education("Certificate of a trade, after school", (0.5, 1.5)),
    4: Education("Some courses at a college, without a degree", (0.6, 1.7)),
    5: Education("Two-year degree", (2.0, 3.0)),
    6: Education("Bachelor's degree", (3.0, 4.5)),
    7: Education("Certificate after a bachelor's degree", (3.5, 5.5)),
    8: Education("Master's degree", (4.0, 6.5)),
    9: Education("Certificate after a master's degree", (4.5, 7.5)),
    10: Education("Professional degree, as for doctors and lawyers", (6.0, 8.5)),
    11: Education("Doctorate", (6.5, 10.0)),
    12: Education("Training after a doctorate", (8.0, 13.0)),
}
MOST_EDUCATION = max(EDUCATION)
BACHELOR = 6
HALF = 0.5

PART_TIME_HOURS = 18.0
"""Two courses of a term beside work: 135 hours each over 15 weeks."""

_EXPERIENCE_MONTHS = (0, 0, 1, 3, 6, 12, 24, 48, 72, 96, 120, 240)
_TRAINING_MONTHS = (0, 0, 1, 3, 6, 12, 24, 48, 120, 240)
# A share is a count of a few dozen answers, and rounded.
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class EntryShare:
    """How large a part of the people asked in an occupation named an education as the one it asks for."""

    category: int
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Entering:
    """How people enter an occupation; None for what nobody was asked.

    `usual_education` is the lowest category that at least half of them name, or one below it. `asks_degree` is the share that names a
    bachelor's degree or more. `experience` and `training` are the months, at least and at most, of the middle answer. `zone`
    is 0 where there is none.
    """

    education: tuple[EntryShare, ...]
    usual_education: int | None
    asks_degree: float | None
    experience: tuple[float, float] | None
    training: tuple[float, float] | None
    zone: int


@dataclass(frozen=True, slots=True)
class StudyNeed:
    """Whether somebody has to study for an occupation.

    `share_asking` of the people in it say that it asks for more than they have; with more than half, it `is_needed`. `is_gate`
    says that there is a licence besides, so that there is hardly a way around. `years` are in full time. `cheaper` are
    sentences on what costs less, where it is needed.
    """

    share_asking: float
    from_category: int
    to_category: int
    years: tuple[float, float]
    is_needed: bool
    is_gate: bool
    cheaper: tuple[str, ...]
    hours_a_week_part_time: float


@dataclass(frozen=True, slots=True)
class CheaperWay:
    """Something that costs less than a degree; `with_licence` where it helps even if a licence is needed."""

    id: str
    text: str
    with_licence: bool


def entering(atlas: Atlas, row: int) -> Entering | None:
    """How people enter an occupation, None where nothing at all is known of it."""
    shares = _shares(atlas, Entry.EDUCATION, row)
    zone = int(atlas.zones[row])
    experience = _middle_months(_shares(atlas, Entry.EXPERIENCE, row), _EXPERIENCE_MONTHS)
    training = max(
        (
            months
            for table in (Entry.JOB_TRAINING, Entry.SITE_TRAINING)
            if (months := _middle_months(_shares(atlas, table, row), _TRAINING_MONTHS))
        ),
        default=None,
    )
    if shares is None and experience is None and training is None and not zone:
        return None
    return Entering(
        education=_education(shares),
        usual_education=None if shares is None else _middle(shares) + 1,
        asks_degree=None if shares is None else min(1.0, float(shares[BACHELOR - 1 :].sum())),
        experience=experience,
        training=training,
        zone=zone,
    )


def study_need(atlas: Atlas, row: int, education: int | None) -> StudyNeed | None:
    """Whether somebody with an education has to study for an occupation; None where either is not known."""
    shares = _shares(atlas, Entry.EDUCATION, row)
    if education is None or shares is None:
        return None
    _check(education)
    usual = _middle(shares) + 1
    is_needed = usual > education
    licence = licence_of(atlas.codes[row])
    is_gate = is_needed and licence is not None and licence.is_always
    asking = min(1.0, float(shares[education:].sum()))
    ways = shipped_cheaper_ways().values() if is_needed else ()
    return StudyNeed(
        share_asking=asking,
        from_category=education,
        to_category=max(usual, education),
        years=study_years(education, usual),
        is_needed=is_needed,
        is_gate=is_gate,
        cheaper=tuple(way.text for way in ways if way.with_licence or not is_gate),
        hours_a_week_part_time=PART_TIME_HOURS if is_needed else 0.0,
    )


def study_years(start: int, end: int) -> tuple[float, float]:
    """Years in full time from one category of education to another, at least and at most; none for a lower one."""
    _check(start)
    _check(end)
    if end <= start:
        return (0.0, 0.0)
    steps = [there - here for here, there in zip(EDUCATION[start].years, EDUCATION[end].years, strict=True)]
    return (round(min(steps), 1), round(max(steps), 1))


def usual_categories(shares: Floats | None, count: int) -> NDArray[np.int64]:
    """The usual education of every occupation, 0 where nobody was asked."""
    if shares is None:
        return np.zeros(count, dtype=np.int64)
    known = _summing_to_one(shares)
    reached = np.cumsum(known, axis=1) >= HALF - _TINY
    return np.where(known.any(axis=1), reached.argmax(axis=1) + 1, 0)


@cache
def shipped_cheaper_ways() -> dict[str, CheaperWay]:
    """Ways that cost less than a degree, by id: a constant, read once."""
    return load_cheaper_ways(files("unrut.data").joinpath(FILE).read_text(encoding="utf-8"), file=FILE)


def load_cheaper_ways(text: str, *, file: str) -> dict[str, CheaperWay]:
    """The ways written in `text`, by id.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    return each(tables(parse_toml(text, file), "cheaper", text=text, file=file), _cheaper)


def _cheaper(name: str, table: Table) -> CheaperWay:
    return CheaperWay(id=name, text=table.text("text"), with_licence=table.flag("with_licence"))


def _check(category: int) -> None:
    if category not in EDUCATION:
        raise ValueError(f"There is no category {category} of education.")


def _shares(atlas: Atlas, table: Entry, row: int) -> NDArray[np.float64] | None:
    """The shares of an occupation, of one in all; None where nobody was asked."""
    if table not in atlas.entry:
        return None
    known = _summing_to_one(atlas.entry[table][row])
    return known if known.any() else None


def _summing_to_one(told: Floats) -> NDArray[np.float64]:
    """Answers as shares of one, by row; zeros where there are none."""
    known = np.nan_to_num(told.astype(np.float64), nan=0.0).clip(0)
    total = known.sum(axis=-1, keepdims=True)
    shares: NDArray[np.float64] = known / np.where(total > _TINY, total, np.inf)
    return shares


def _middle(shares: NDArray[np.float64]) -> int:
    """The first place where at least half is reached."""
    return int((np.cumsum(shares) >= HALF - _TINY).argmax())


def _middle_months(shares: NDArray[np.float64] | None, ends: tuple[int, ...]) -> tuple[float, float] | None:
    if shares is None:
        return None
    place = _middle(shares)
    return (float(ends[place]), float(ends[place + 1]))


def _education(shares: NDArray[np.float64] | None) -> tuple[EntryShare, ...]:
    """The categories anybody named, the most named first."""
    if shares is None:
        return ()
    named = [
        EntryShare(place + 1, EDUCATION[place + 1].name, float(share)) for place, share in enumerate(shares)
    ]
    return tuple(sorted((entry for entry in named if entry.share > 0), key=lambda entry: -entry.share))
