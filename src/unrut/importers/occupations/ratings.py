"""The tables of ratings: what each element of each occupation is rated."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from unrut.core.explore.occupations.atlas import Rated, Ratings
from unrut.importers.contract import UnreadableFileError
from unrut.importers.occupations.contract import MOST_ELEMENTS, UNLISTED, Reading
from unrut.importers.occupations.element_names import NAMES
from unrut.importers.occupations.tables import rows

YES = "Y"
ELEMENT = re.compile(r"[1-9](?:\.[0-9A-Za-z]{1,3}){1,9}")
LEVEL = "LV"
IMPORTANCE = "IM"


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of O*NET and its ends."""

    id: str
    low: float
    high: float


IM, LV = Scale(IMPORTANCE, 1, 5), Scale(LEVEL, 0, 7)
Scales = tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class RatedFile:
    """A table: the files that hold it in one release or another, and what is rated on which scales.

    Of several groups of scales the first counts that is used at all.
    """

    names: tuple[str, ...]
    parts: Mapping[Rated, tuple[Scales, ...]]


FILES = (
    RatedFile(
        ("Skills.txt", "Essential Skills.txt", "Transferable Skills.txt"),  # the latter two from 30.3 on
        {Rated.SKILL_IMPORTANCE: ((IM,),), Rated.SKILL_LEVEL: ((LV,),)},
    ),
    RatedFile(("Knowledge.txt",), {Rated.KNOWLEDGE_IMPORTANCE: ((IM,),), Rated.KNOWLEDGE_LEVEL: ((LV,),)}),
    RatedFile(("Abilities.txt",), {Rated.ABILITY_IMPORTANCE: ((IM,),), Rated.ABILITY_LEVEL: ((LV,),)}),
    RatedFile(
        ("Work Activities.txt",), {Rated.ACTIVITY_IMPORTANCE: ((IM,),), Rated.ACTIVITY_LEVEL: ((LV,),)}
    ),
    RatedFile(("Work Context.txt",), {Rated.CONTEXT: ((Scale("CX", 1, 5), Scale("CT", 1, 3)),)}),
    RatedFile(("Interests.txt", "Career Interest Types.txt"), {Rated.INTEREST: ((Scale("OI", 1, 7),),)}),
    RatedFile(("Work Values.txt",), {Rated.VALUE: ((Scale("EX", 1, 7),),)}),
    # Until 29 the styles were other ones, rated by importance.
    RatedFile(("Work Styles.txt",), {Rated.STYLE: ((Scale("WI", -3, 3),), (IM,))}),
)


@dataclass
class Cells:
    """What a table holds by scale: the value of each row and element, and the name of each element."""

    values: dict[str, dict[tuple[int, str], float]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    strange: int = 0
    unknown: int = 0
    twice: int = 0


def rated_tables(reading: Reading, asked: RatedFile) -> dict[Rated, Ratings]:
    """The tables of a file that the release holds."""
    scales = {scale.id: scale for groups in asked.parts.values() for group in groups for scale in group}
    cells = Cells({scale: {} for scale in scales})
    for name in reading.present(asked.names):
        _read(reading, name, scales, cells)
    used = {rated: group for rated, groups in asked.parts.items() if (group := _used(groups, cells))}
    # Importance and level of the same things have the same elements.
    elements = {
        element for group in used.values() for scale in group for _, element in cells.values[scale.id]
    }
    ids = sorted(elements, key=_natural)
    return {rated: _ratings(group, ids, cells, len(reading.rows)) for rated, group in used.items()}


def _used(groups: tuple[Scales, ...], cells: Cells) -> Scales:
    """The first group with any value."""
    return next(
        (
            group
            for group in groups
            if any(not math.isnan(value) for scale in group for value in cells.values[scale.id].values())
        ),
        (),
    )


def _read(reading: Reading, name: str, scales: Mapping[str, Scale], cells: Cells) -> None:
    strange, unknown, twice = cells.strange, cells.unknown, cells.twice
    columns = ("Element ID", "Element Name", "Scale ID", "Data Value")
    for code, element, called, scale, value, suppressed, irrelevant in rows(
        reading.files, name, columns, ("Recommend Suppress", "Not Relevant")
    ):
        if scale not in scales:
            continue  # shares of answers, ranks and the like
        row = reading.rows.get(code)
        if row is None:
            cells.unknown += 1
            continue
        _note_element(name, element, called, cells)
        key = (row, element)
        if key in cells.values[scale]:
            cells.twice += 1
            continue
        cells.values[scale][key] = _value(value, scales[scale], suppressed, irrelevant, cells)
    reading.warn(name, cells.unknown - unknown, UNLISTED)
    reading.warn(name, cells.strange - strange, "no number on the scale")
    reading.warn(name, cells.twice - twice, "rated before")


def _note_element(name: str, element: str, called: str, cells: Cells) -> None:
    if element in cells.names:
        return
    if not ELEMENT.fullmatch(element):
        raise UnreadableFileError(
            f'"{name}" has "{element[:40]}" where the ID of an element should stand. Download the release again.'
        )
    if len(cells.names) == MOST_ELEMENTS:
        raise UnreadableFileError(
            f'"{name}" rates more than {MOST_ELEMENTS} elements, more than any release. Download it again.'
        )
    cells.names[element] = NAMES.get(element) or " ".join(called.split()) or element


def _value(text: str, scale: Scale, suppressed: str, irrelevant: str, cells: Cells) -> float:
    """The value of a cell; what may not be relied on is unknown, and a level that is not relevant is none at all."""
    if scale.id == LEVEL and irrelevant == YES:
        return 0.0
    if suppressed == YES or not text or text == "n/a":
        return math.nan
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if scale.low <= value <= scale.high:
        return value
    cells.strange += 1
    return math.nan


def _ratings(group: Scales, ids: list[str], cells: Cells, occupations: int) -> Ratings:
    columns = {element: column for column, element in enumerate(ids)}
    values = np.full((occupations, len(ids)), np.nan, dtype=np.float32)
    lows, highs = np.full(len(ids), group[0].low, np.float32), np.full(len(ids), group[0].high, np.float32)
    for scale in group:
        for (row, element), value in cells.values[scale.id].items():
            column = columns[element]
            values[row, column] = value
            lows[column], highs[column] = scale.low, scale.high
    return Ratings(tuple(ids), tuple(cells.names[element] for element in ids), values, lows, highs)


def _natural(element: str) -> list[tuple[int, int | str]]:
    """An order in which 2.C.9 comes before 2.C.10."""
    return [(0, int(part)) if part.isdecimal() else (1, part) for part in element.split(".")]
