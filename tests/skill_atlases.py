"""Atlases of a few invented kinds of work with few skills, to see what is needed, what is missing, and how people enter."""

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from unrut.core.explore.occupations.atlas import Atlas, Entry, Floats, Lines, Rated, Ratings
from unrut.core.explore.occupations.own_skills import SkillTable, shipped_skills

READING, LISTENING, WRITING = "2.A.1.a", "2.A.1.b", "2.A.1.c"
MANAGING, OFFICE = "2.C.1.a", "2.C.1.b"
FINDING, WATCHING = "4.A.1.a.1", "4.A.1.a.2"
ELEMENTS = (READING, LISTENING, WRITING, MANAGING, OFFICE, FINDING, WATCHING)
WIDTHS = {SkillTable.SKILL: 3, SkillTable.KNOWLEDGE: 2, SkillTable.ACTIVITY: 2}
NAN = float("nan")

HELPER, HEALER, CLERK, DREAMER = range(4)
"""Helpers do some of what healers do, clerks something else; nobody asked dreamers."""

CODES = ("31-1131.00", "29-1141.00", "43-4071.00", "29-1141.99")
LEVELS = (
    (2.0, 3.0, 1.0, 1.0, 1.0, 3.0, 4.0),
    (4.0, 4.0, 3.0, 3.0, 2.0, 5.0, 5.0),
    (4.0, 2.0, 4.0, 2.0, 5.0, 4.0, 1.0),
    (NAN,) * 7,
)
IMPORTANCE = (
    (2.5, 4.0, 1.0, 2.0, 2.0),
    (4.0, 4.0, 3.5, 3.0, 2.5),
    (4.0, 2.5, 4.0, 2.5, 5.0),
    (NAN,) * 5,
)
ZONES = (2, 4, 2, 0)


def skill_atlas(
    levels: Sequence[Sequence[float]] | Floats = LEVELS,
    importance: Sequence[Sequence[float]] | Floats | None = IMPORTANCE,
    *,
    codes: Sequence[str] = CODES,
    zones: Sequence[int] = ZONES,
    entry: Mapping[Entry, Sequence[Sequence[float]]] | None = None,
) -> Atlas:
    """An atlas with `ELEMENTS`; activities have no importance."""
    count = len(levels)
    rated = dict(_tables(np.array(levels, dtype=np.float32).reshape(count, len(ELEMENTS)), "level", 0, 7))
    if importance is not None:
        rated |= _tables(np.array(importance, dtype=np.float32).reshape(count, 5), "importance", 1, 5)
    return Atlas(
        release="1.0",
        codes=tuple(codes[:count]),
        titles=tuple(f"Work {place}" for place in range(count)),
        zones=np.array(zones[:count], dtype=np.int8),
        ratings=rated,
        entry={kind: np.array(shares, dtype=np.float32) for kind, shares in (entry or {}).items()},
        alternates=Lines((), np.zeros(count + 1, dtype=np.int64)),
        vectors={},
    )


def shares(count: int, named: Mapping[int, float]) -> list[float]:
    """Shares over so many categories; not a number anywhere where none is named."""
    return [named.get(place, 0.0) if named else NAN for place in range(1, count + 1)]


@st.composite
def any_skill_atlas(draw: st.DrawFn) -> Atlas:
    """One to four kinds of work of which anything may be unknown, nought or the highest there is."""
    count = draw(st.integers(1, 4))
    level = st.one_of(st.sampled_from([0.0, 2.0, 7.0, NAN]), st.floats(0, 7, width=32))
    rating = st.one_of(st.sampled_from([1.0, 5.0, NAN]), st.floats(1, 5, width=32))
    levels = draw(arrays(np.float32, (count, 7), elements=level))
    importance = draw(st.none() | arrays(np.float32, (count, 5), elements=rating))
    codes = draw(st.permutations(CODES))
    zones = draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))
    named = st.dictionaries(st.integers(1, 12), st.floats(0, 1, width=32), max_size=3)
    education = [shares(12, draw(named)) for _ in range(count)]
    entry = {Entry.EDUCATION: education} if draw(st.booleans()) else {}
    return skill_atlas(levels, importance, codes=codes, zones=zones, entry=entry)


def _tables(values: Floats, scale: str, low: float, high: float) -> Mapping[Rated, Ratings]:
    found, start = {}, 0
    for kind, width in WIDTHS.items():
        columns = values[:, start : start + width]
        if columns.shape[1]:
            ids = ELEMENTS[start : start + width]
            names = tuple(shipped_skills()[element].name for element in ids)
            lows, highs = (np.full(width, end, dtype=np.float32) for end in (low, high))
            found[Rated(f"{kind}_{scale}")] = Ratings(ids, names, columns, lows, highs)
        start += width
    return found
