"""Which elements of O*NET tell of a facet of work: in which direction, how much, and what they leave open."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unrut.core.explore.levels import UNKNOWN
from unrut.core.explore.occupations.atlas import Rated
from unrut.core.reference import Table, each, parse_toml, tables

FILE = "crosswalk.toml"
PART = "facet"


@dataclass(frozen=True, slots=True)
class Clue:
    """An element that tells of a facet: 1 where more of it lies towards the second pole, -1 where towards the first.

    `words` name it inside a sentence; `reason` says why it tells of the facet.
    """

    table: Rated
    id: str
    direction: int
    weight: float
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """All that tells of a facet.

    `strength` is how closely it goes with the level of a single job of that kind: a correlation from 0 to 1.
    """

    facet: str
    strength: float
    reason: str
    clues: tuple[Clue, ...]

    @property
    def sd(self) -> float:
        """What the elements leave open about a single job, in levels.

        What they explain and what they leave open add up, as squares, to how far jobs in general spread.
        """
        return float(UNKNOWN.sd * (1 - self.strength**2) ** 0.5)


@cache
def shipped_crosswalk() -> Mapping[str, Crossing]:
    """The crosswalk inside the package: a constant, read once."""
    text = files("unrut.data").joinpath(FILE).read_text(encoding="utf-8")
    return load_crosswalk(text, file=FILE)


def load_crosswalk(text: str, *, file: str) -> dict[str, Crossing]:
    """The crosswalk written in `text`, by facet; a facet that nothing tells of is absent.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    return each(tables(parse_toml(text, file), PART, text=text, file=file), _crossing)


def _crossing(facet: str, table: Table) -> Crossing:
    strength = table.share("strength")
    if not 0 < strength < 1:
        table.fail("strength", "should lie between 0 and 1: nothing tells nothing, and nothing tells all")
    elements = table.table("elements")
    clues = tuple(each({name: elements.table(name) for name in elements.names()}, _clue).values())
    if not clues:
        table.fail("elements", "should name at least one element")
    if len({(clue.table, clue.id) for clue in clues}) < len(clues):
        table.fail("elements", "names an element twice")
    return Crossing(facet, strength, table.text("reason"), clues)


def _clue(_: str, table: Table) -> Clue:
    weight, direction = table.share("weight"), table.whole("direction", low=-1, high=1)
    if not weight:
        table.fail("weight", "should be above 0; leave out what tells nothing")
    if not direction:
        table.fail("direction", "should be 1 or -1")
    return Clue(
        table=table.one_of("table", Rated),
        id=table.text("id"),
        direction=direction,
        weight=weight,
        words=table.text("words"),
        reason=table.text("reason"),
    )
