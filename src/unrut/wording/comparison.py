"""Up to four openings beside the present job, line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from unrut.core.explore.criteria import want_name
from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.openings.facts import Facts, read_facts
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.models import Opening
from unrut.queries.explore import Ranking
from unrut.queries.frame import PRESENT, Frame, judged_levels
from unrut.wording.explore import better, coverage, fit_range, lead, level_words, source_words
from unrut.wording.facts import fact_rows

# A difference under half a point of 100 is not worth a sign.
_LEAST_POINTS = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """What is compared: the present job, or an opening with its key."""

    name: str
    key: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a posting says of a line, whether it speaks for or against it, and whether it is silent."""

    words: str
    sign: str = ""
    is_silent: bool = False

    @property
    def tone(self) -> str:
        """The tone of its sign."""
        return "gives" if self.sign == "+" else "drains"

    @property
    def sign_words(self) -> str:
        """Its sign in words."""
        return gettext("for it:") if self.sign == "+" else gettext("against it:")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the comparison, a cell for each column."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Openings beside the present job."""

    lead: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def width(self) -> int:
        """How many columns a table of it has."""
        return len(self.columns) + 1


def comparison(frame: Frame, ranked: Ranking, openings: Sequence[Opening]) -> Comparison:
    """The openings beside the present job: how they fit, what is wanted, what they state."""
    columns = (
        Column(gettext("Your job as it is"), PRESENT),
        *(Column(opening.title, opening.option, opening.company) for opening in openings),
    )
    groups = [
        Group(gettext("Fit"), tuple(_fit_rows(ranked, openings))),
        Group(gettext("What you want"), tuple(_want_rows(frame, ranked, openings))),
        Group(gettext("What they state"), tuple(_fact_rows(openings))),
    ]
    return Comparison(lead(ranked), columns, tuple(group for group in groups if group.rows))


def _fit_rows(ranked: Ranking, openings: Sequence[Opening]) -> list[Row]:
    options = [ranked.option(key) for key in (PRESENT, *(opening.option for opening in openings))]
    judged = [option for option in options if option]
    if not judged:
        return []
    return [
        Row(gettext("Fit"), tuple(Cell(fit_range(option)) for option in judged)),
        Row(gettext("Better than now"), tuple(Cell(better(option)) for option in judged)),
        Row(gettext("Known"), tuple(Cell(coverage(option)) for option in judged)),
    ]


def _want_rows(frame: Frame, ranked: Ranking, openings: Sequence[Opening]) -> list[Row]:
    levels = {opening.option: judged_levels(opening) for opening in openings}
    ahead = {option.key: option.points for option in ranked.options}
    now = frame.levels[PRESENT]
    return [
        Row(
            want_name(want, shipped_vocabulary()),
            (
                _level_cell(want, now.get(want.facet, UNKNOWN), 0.0),
                *(
                    _level_cell(
                        want,
                        levels[opening.option].get(want.facet, UNKNOWN),
                        ahead[opening.option].get(want.facet, 0.0),
                    )
                    for opening in openings
                ),
            ),
        )
        for want in frame.wants
    ]


def _level_cell(want: Want, level: Level, points: float) -> Cell:
    if level.source is Source.UNKNOWN:
        return Cell(gettext("silent"), is_silent=True)
    if not level.is_known:
        usual = gettext("silent; such work is usually: %(level)s") % {"level": level_words(want.facet, level)}
        return Cell(usual, is_silent=True)
    sign = "+" if points >= _LEAST_POINTS else "−" if points <= -_LEAST_POINTS else ""
    source = f"“{level.cue}”" if level.source is Source.STATED else source_words(level)
    return Cell(f"{level_words(want.facet, level)} ({source})", sign)


def _fact_rows(openings: Sequence[Opening]) -> list[Row]:
    told: list[Mapping[str, str]] = [_facts(opening, read_facts(opening)) for opening in openings]
    names = list(dict.fromkeys(name for facts in told for name in facts))
    return [
        Row(name, (Cell("–", is_silent=True), *(_fact_cell(facts.get(name, "")) for facts in told)))
        for name in names
    ]


def _fact_cell(words: str) -> Cell:
    return Cell(words) if words else Cell(gettext("not stated"), is_silent=True)


def _facts(opening: Opening, found: Facts) -> dict[str, str]:
    return {row.name: row.words for row in fact_rows(opening, found)}
