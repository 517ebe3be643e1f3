"""An inventory of strengths to answer about oneself: public items of the International Personality Item Pool, scored with their published key.

There are no norms: a score says how far somebody agrees, not how they compare with others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unrut.core.errors import InvalidInputError
from unrut.core.reference import Table, each, parse_toml, tables

FILE = "strengths_inventory.toml"
LEAST, MOST = 1, 5
"""Very inaccurate, and very accurate."""
ITEMS_EACH_WAY = 2
"""A scale has as many items that agree as reversed ones, so that who says yes to everything lands in the middle."""
LEAST_ANSWERED = 3
"""Fewer answers of the four give no score; judgement."""


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence about oneself; `is_reversed` when agreeing speaks against the scale."""

    id: str
    text: str
    is_reversed: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Four items that speak of one strength."""

    id: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The mean of the answers to a scale from 1 to 5, None where too few were given."""

    scale: str
    value: float | None
    answered: int


def score(answers: Mapping[str, int]) -> list[Score]:
    """The scores of all scales for answers by the id of their item, the highest first, those without a score last; no norms.

    Raises InvalidInputError for an item there is not, and an answer off the scale.
    """
    known = {item.id for scale in shipped_scales() for item in scale.items}
    for name, answer in answers.items():
        if name not in known:
            raise InvalidInputError(f'"{name}" is no item of the inventory. Open the inventory again.')
        if answer not in range(LEAST, MOST + 1):
            raise InvalidInputError(
                f'The answer to "{name}" is {answer}. Choose a whole number from {LEAST} to {MOST}.'
            )
    found = [_score(scale, answers) for scale in shipped_scales()]
    return sorted(found, key=lambda one: (one.value is None, -(one.value or 0)))


def in_turn() -> tuple[Item, ...]:
    """All items, the first of every scale before the second of any, so that a strength is not asked for four times in a row."""
    return tuple(
        item for row in zip(*(scale.items for scale in shipped_scales()), strict=True) for item in row
    )


@cache
def shipped_scales() -> tuple[Scale, ...]:
    """The scales inside the package: a constant, read once."""
    return load_scales(files("unrut.data").joinpath(FILE).read_text(encoding="utf-8"), file=FILE)


def load_scales(text: str, *, file: str) -> tuple[Scale, ...]:
    """The scales written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    found = tables(parse_toml(text, file), "scale", text=text, file=file)
    return tuple(each(found, _scale).values())


def _scale(name: str, table: Table) -> Scale:
    said = table.text("name")
    agreeing = table.texts("agreeing", count=ITEMS_EACH_WAY)
    against = table.texts("reversed", count=ITEMS_EACH_WAY)
    keyed = [
        (text, is_reversed)
        for pair in zip(agreeing, against, strict=True)
        for text, is_reversed in zip(pair, (False, True), strict=True)
    ]
    items = (
        Item(f"{name}_{at}", _of_oneself(text), is_reversed)
        for at, (text, is_reversed) in enumerate(keyed, 1)
    )
    return Scale(name, said, tuple(items))


def _of_oneself(text: str) -> str:
    """The published stem as a sentence: "Keep my promises." is "I keep my promises."."""
    return f"I {text[0].lower()}{text[1:]}"


def _score(scale: Scale, answers: Mapping[str, int]) -> Score:
    points = [
        LEAST + MOST - answers[item.id] if item.is_reversed else answers[item.id]
        for item in scale.items
        if item.id in answers
    ]
    is_enough = len(points) >= LEAST_ANSWERED
    return Score(scale.id, sum(points) / len(points) if is_enough else None, len(points))
