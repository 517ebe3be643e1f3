"""The form that says what is known of a way: its fields as they stand, and what was sent of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from unrut.core.errors import InvalidInputError
from unrut.core.explore.criteria import poles_of, want_name
from unrut.core.explore.levels import HIGHEST, UNKNOWN
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import SHARES, Estimate, Figure
from unrut.core.facets import shipped_vocabulary
from unrut.queries.outcomes import Board, Turning
from unrut.queries.ways import FigureView, Origin, WayView
from unrut.services.ways import SaidFigure, WayDescription
from unrut.web.explore.posted_numbers import posted_level, posted_number, posted_percent
from unrut.wording import ways as wording
from unrut.wording.explore import level_words, source_words

FIGURES_SHOWN = 3
CHOICES = [str(value) for value in range(round(HIGHEST) + 1)]
POINTS = ("low", "likely", "high")
_LITTLE_IS_GOOD = frozenset({Figure.MONTHS, Figure.COST})
_INCOMES = (Figure.INCOME_MEANWHILE, Figure.INCOME_THEN)


@dataclass(frozen=True, slots=True)
class FigureField:
    """A figure on the form: three values as they stand in their fields, and where they come from."""

    figure: Figure
    name: str
    hint: str
    low: str
    likely: str
    high: str
    source: str
    words: str
    origin: str
    is_own: bool

    @property
    def values(self) -> tuple[tuple[str, str, str], ...]:
        """The name, the label and the value of each of its fields."""
        badly, well = gettext("if it goes badly"), gettext("if it goes well")
        first, last = (well, badly) if self.figure in _LITTLE_IS_GOOD else (badly, well)
        labels = (first, gettext("most likely"), last)
        return tuple(zip(POINTS, labels, (self.low, self.likely, self.high), strict=True))


@dataclass(frozen=True, slots=True)
class LevelField:
    """A criterion on the form: what the person said of it, and what is taken while they say nothing."""

    facet: str
    name: str
    poles: tuple[str, str]
    chosen: str
    taken: str

    @property
    def choices(self) -> list[str]:
        """All answers there are."""
        return CHOICES


@dataclass(frozen=True, slots=True)
class WayForm:
    """All fields of a way, the figures that move the result most before those that do not."""

    title: str
    excites: str
    stage: str
    first: list[FigureField]
    more: list[FigureField]
    levels: list[LevelField]

    @property
    def choices(self) -> list[str]:
        """How much a thought can excite."""
        return CHOICES

    @property
    def more_words(self) -> str:
        """The fold of the figures that move the result less."""
        return wording.more_figures(len(self.more))


def way_form(board: Board, way: WayView, turning: Turning | None, typed: Mapping[str, str]) -> WayForm:
    """The fields as they are stored, or as they were just typed."""
    row = way.way
    excites = "" if row is None or row.excites is None else str(row.excites)
    fields = _in_order(_figure_fields(board, way, typed), turning)
    return WayForm(
        title=typed.get("title", row.title if row else wording.way_name(way)),
        excites=typed.get("excites", excites),
        stage=typed.get("stage", str(row.stage) if row else "0"),
        first=fields[:FIGURES_SHOWN],
        more=fields[FIGURES_SHOWN:],
        levels=[_level_field(way, want.facet, name, typed) for want, name in _named_wants(board)],
    )


def posted_description(board: Board, way: WayView, posted: Mapping[str, str]) -> WayDescription:
    """What was said, and only that: figures that stand as they stood say nothing new.

    Raises InvalidInputError.
    """
    said = {field.figure: _said(field, posted) for field in _figure_fields(board, way, {})}
    figures = {figure: value for figure, (is_said, value) in said.items() if is_said}
    if posted.get("usual") in list(Figure):
        figures[Figure(posted["usual"])] = None
    return WayDescription(
        title=posted.get("title", ""),
        excites=posted_level(posted.get("excites", ""), gettext("How much it excites you")),
        stage=posted_level(posted.get("stage", ""), gettext("How far it has come")) or 0,
        figures=figures,
        levels={
            want.facet: posted_level(posted[f"level-{want.facet}"], name)
            for want, name in _named_wants(board)
            if f"level-{want.facet}" in posted
        },
    )


def _named_wants(board: Board) -> list[tuple[Want, str]]:
    return [(want, want_name(want, shipped_vocabulary())) for want in board.frame.wants]


def _figure_fields(board: Board, way: WayView, typed: Mapping[str, str]) -> list[FigureField]:
    """The figures such a way has; incomes count only beside the money there is."""
    asked = [figure for figure in Figure if figure in way.figures or (board.purse and figure in _INCOMES)]
    currency = board.purse.currency if board.purse else ""
    return [_figure_field(figure, way.figures.get(figure), currency, typed) for figure in asked]


def _figure_field(
    figure: Figure, found: FigureView | None, currency: str, typed: Mapping[str, str]
) -> FigureField:
    estimate = found.estimate if found else None
    is_own = found is not None and found.origin is Origin.OWN
    stored = {
        point: wording.written(figure, getattr(estimate, point)) if estimate else "" for point in POINTS
    }
    shown = {point: typed.get(f"{figure}-{point}", value) for point, value in stored.items()}
    return FigureField(
        figure=figure,
        name=wording.figure_name(figure),
        hint=wording.figure_hint(figure),
        source=typed.get(f"{figure}-source", found.source if found and is_own else ""),
        words=wording.figure_words(figure, estimate, currency) if estimate else gettext("as now"),
        origin=wording.origin_words(found) if found else "",
        is_own=is_own,
        **shown,
    )


def _in_order(fields: Sequence[FigureField], turning: Turning | None) -> list[FigureField]:
    """Those that move the result most first."""
    moving = [swing.figure for swing in turning.swings if swing.figure] if turning else []
    places = {figure: place for place, figure in enumerate(moving)}
    return sorted(fields, key=lambda field: places.get(field.figure, len(places)))


def _level_field(way: WayView, facet: str, name: str, typed: Mapping[str, str]) -> LevelField:
    answered = way.answered.get(facet)
    level = way.levels.get(facet, UNKNOWN)
    taken = gettext("not known")
    if answered is None and level.is_known:
        taken = gettext("%(level)s (%(source)s)") % {
            "level": level_words(facet, level),
            "source": source_words(level),
        }
    return LevelField(
        facet=facet,
        name=name,
        poles=poles_of(facet, shipped_vocabulary()),
        chosen=typed.get(f"level-{facet}", "" if answered is None else str(answered)),
        taken=taken,
    )


def _said(field: FigureField, posted: Mapping[str, str]) -> tuple[bool, SaidFigure | None]:
    """Whether something new was said of a figure, and what; None goes back to the usual one."""
    typed = [posted.get(f"{field.figure}-{point}", value).strip() for point, _, value in field.values]
    source = posted.get(f"{field.figure}-source", field.source).strip()
    if typed == [value for *_, value in field.values] and source == field.source:
        return False, None
    if not any(typed):
        return True, None
    read = posted_percent if field.figure in SHARES else posted_number
    values = [value for words in typed if (value := read(words, field.name)) is not None]
    if len(values) < len(POINTS):
        raise InvalidInputError(
            gettext(
                "%(figure)s: one of three values is missing. Give all three, or leave all of them empty for what is usual."
            )
            % {"figure": field.name}
        )
    return True, SaidFigure(Estimate(*values), source)
