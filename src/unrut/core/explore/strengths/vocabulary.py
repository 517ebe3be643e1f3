"""The strengths others can see in a person: a small list of our own, each with the words in which people say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from unrut.core.explore.strengths.words import keys_of
from unrut.core.facets import shipped_vocabulary
from unrut.core.reference import Table, check_parts, each, parse_toml, tables

FILE = "strengths.toml"
PARTS = ("group", "strength")
LEAST_PHRASES = 8
LEAST_WASTES = 4
STRANDS = ("knowledge", "training", "connections", "profiles", "projects")
"""The strands of a plan by name: the plan comes after this step and cannot be asked for them."""


class Shape(StrEnum):
    """How a step is worked on, so that steps can be given the shape that suits somebody."""

    TALK = "talk"
    WRITE = "write"
    BUILD = "build"
    ORGANISE = "organise"
    EXPLORE = "explore"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Strength:
    """Something a person is good at that others notice.

    `phrases` are the ways others say it, `wasted` tells in a sentence what work leaves it idle and `wastes` are the words
    for such work. `facets` are the sides of work it goes with, `strands` and `shapes` the steps that work to it.
    """

    id: str
    name: str
    sentence: str
    group: str
    phrases: tuple[str, ...]
    wasted: str
    wastes: tuple[str, ...]
    facets: tuple[str, ...]
    strands: tuple[str, ...]
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class StrengthVocabulary:
    """All strengths in the order of the file, and the names of their groups."""

    groups: Mapping[str, str]
    strengths: Mapping[str, Strength]

    def __contains__(self, name: object) -> bool:
        return name in self.strengths

    def __getitem__(self, name: str) -> Strength:
        return self.strengths[name]


@cache
def shipped_strengths() -> StrengthVocabulary:
    """The strengths inside the package: a constant, read once."""
    return load_strengths(files("unrut.data").joinpath(FILE).read_text(encoding="utf-8"), file=FILE)


def load_strengths(text: str, *, file: str) -> StrengthVocabulary:
    """The strengths written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    check_parts(values, PARTS, file)
    groups = each(tables(values, "group", text=text, file=file), lambda _, table: table.text("name"))
    found = tables(values, "strength", text=text, file=file)
    return StrengthVocabulary(groups, each(found, lambda name, table: _strength(name, table, groups)))


def _strength(name: str, table: Table, groups: Mapping[str, str]) -> Strength:
    return Strength(
        id=name,
        name=table.text("name"),
        sentence=table.text("sentence"),
        group=table.member("group", groups),
        phrases=_at_least(LEAST_PHRASES, table, "phrases"),
        wasted=table.text("wasted"),
        wastes=_at_least(LEAST_WASTES, table, "wastes"),
        facets=_known(table, "facets", shipped_vocabulary().facets),
        strands=_known(table, "strands", STRANDS),
        shapes=tuple(Shape(shape) for shape in _known(table, "shapes", tuple(Shape))),
    )


def _at_least(least: int, table: Table, name: str) -> tuple[str, ...]:
    found = table.texts(name)
    if len(found) < least:
        table.fail(name, f"has {len(found)} entries and needs at least {least}")
    for phrase in found:
        if not keys_of(phrase):
            table.fail(name, f'has "{phrase}", which says nothing')
    return found


def _known(table: Table, name: str, known: Mapping[str, object] | tuple[str, ...]) -> tuple[str, ...]:
    found = table.texts(name)
    for one in found:
        if one not in known:
            table.fail(name, f'names "{one}", which is none of {", ".join(known)}')
    return found
