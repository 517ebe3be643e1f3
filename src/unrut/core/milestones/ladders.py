"""Ladders to start from: what would have to be true for a point ahead, where nobody has written it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from unrut.core.reference import Table, check_parts, each, parse_toml, tables

FILE = "ladders.toml"
PARTS = ("ladder", "rung")
NONE_OF_THEM = "own"
"""The ladder without rungs, for whatever the others do not fit."""


class Size(StrEnum):
    """How large a rung is: four, six or eight weeks at two sittings a week."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"

    @property
    def sittings(self) -> int:
        """How many sittings it takes; judgement, until the person's own record says otherwise."""
        return _SITTINGS[self]


_SITTINGS = {Size.SMALL: 8, Size.MEDIUM: 12, Size.LARGE: 16}


@dataclass(frozen=True, slots=True)
class Rung:
    """Something that would have to be true; `test` says how one knows."""

    name: str
    test: str
    size: Size


@dataclass(frozen=True, slots=True)
class Ladder:
    """What would have to be true, in the order in which it usually comes true."""

    id: str
    name: str
    example: str
    summary: str
    rungs: tuple[Rung, ...]


@cache
def shipped_ladders() -> dict[str, Ladder]:
    """The ladders inside the package by id: a constant, read once."""
    text = files("unrut.data").joinpath("ladders", FILE).read_text(encoding="utf-8")
    return load_ladders(text, file=FILE)


def load_ladders(text: str, *, file: str) -> dict[str, Ladder]:
    """The ladders written in `text`, by id.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    check_parts(values, PARTS, file)
    heads = tables(values, "ladder", text=text, file=file)
    rungs = each(tables(values, "rung", text=text, file=file), lambda _, table: _rung(table, heads))
    return each(heads, lambda name, table: _ladder(name, table, rungs))


def nearest_size(sittings: int) -> Size:
    """The size a number of sittings is closest to; the smaller one of two."""
    return min(Size, key=lambda size: (abs(size.sittings - sittings), size.sittings))


def _rung(table: Table, ladders: Mapping[str, Table]) -> tuple[str, Rung]:
    ladder = table.member("ladder", ladders)
    return ladder, Rung(name=table.text("name"), test=table.text("test"), size=table.one_of("size", Size))


def _ladder(name: str, table: Table, rungs: Mapping[str, tuple[str, Rung]]) -> Ladder:
    return Ladder(
        id=name,
        name=table.text("name"),
        example=table.text("example"),
        summary=table.text("summary"),
        rungs=tuple(rung for ladder, rung in rungs.values() if ladder == name),
    )
