"""Up to four kinds of work beside the present job, line by line."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.block_fit import BlockFit
from unrut.core.explore.criteria import want_name
from unrut.core.explore.levels import UNKNOWN, Level
from unrut.core.explore.occupations.gaps import GapCard
from unrut.core.explore.occupations.study import Entering
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.queries.frame import PRESENT
from unrut.queries.occupation_page import OccupationPage
from unrut.queries.occupations import Judged
from unrut.wording.comparison import Cell, Column, Comparison, Group, Row
from unrut.wording.explore import level_words
from unrut.wording.gaps import hours_words
from unrut.wording.numbers import listed
from unrut.wording.occupation_list import schooling
from unrut.wording.occupations import (
    chance_words,
    coverage_words,
    fit_words,
    known_words,
    reach_sentence,
    zone_words,
)

MISSING_SHOWN = 3
HOURS = "working_hours"
# A difference under half a point of 100 is not worth a sign.
_LEAST_POINTS = 0.5
_NOTHING = Cell("–", is_silent=True)


def comparison(judged: Judged, pages: Sequence[OccupationPage]) -> Comparison:
    """How they fit, what is wanted, how far they are, and how people get in; the present job first."""
    columns = (
        Column(gettext("Your job as it is")),
        *(Column(page.title, page.code) for page in pages),
    )
    groups = [
        Group(gettext("Fit"), tuple(_fit_rows(judged, pages))),
        Group(gettext("What you want"), tuple(_want_row(judged, pages, want) for want in judged.wants)),
        Group(gettext("How far"), tuple(_reach_rows(judged, pages))),
        Group(gettext("The way in"), tuple(_entry_rows(judged, pages))),
    ]
    return Comparison(_lead(judged, pages), columns, tuple(group for group in groups if group.rows))


def _lead(judged: Judged, pages: Sequence[OccupationPage]) -> str:
    if judged.fit is None:
        return _lead_without_wants(judged)
    known = [page for page in pages if page.ranked.known]
    if not known:
        return ngettext(
            "Nothing is known of how this would fit.", "Nothing is known of how these would fit.", len(pages)
        )
    if len(known) == 1:
        return _lead_of_one(known[0], is_alone=len(pages) == 1)
    return _lead_of_several(judged.fit, known, are_all=len(known) == len(pages))


def _lead_without_wants(judged: Judged) -> str:
    if judged.standpoint.is_known:
        return gettext(
            "How far each is, and what is missing. Say what you want, and their fit stands here too."
        )
    return gettext(
        "The way into each. Say what you want and what you do now, and their fit and how far they are stand here too."
    )


def _lead_of_one(page: OccupationPage, *, is_alone: bool) -> str:
    """The only one whose fit is known, of one or of several."""
    named = {"title": page.title, "chance": chance_words(page.ranked)}
    if is_alone:
        return gettext("“%(title)s”: %(chance)s.") % named
    return gettext("Only of “%(title)s” is it known how it would fit: %(chance)s.") % named


def _lead_of_several(fit: BlockFit, known: Sequence[OccupationPage], *, are_all: bool) -> str:
    """Which of those that are known fits best, and how clearly."""
    first, second, *_ = sorted(known, key=lambda page: -float(fit.mean[page.row]))
    named = {"title": first.title, "chance": chance_words(first.ranked)}
    if fit.mean[first.row] <= fit.mean[-1]:
        if are_all:
            return gettext("None of these fits better than the job you have.")
        return gettext("Of those that are known, none fits better than the job you have.")
    if fit.low[first.row] > fit.mean[second.row]:
        if are_all:
            return gettext("“%(title)s” fits best of these: %(chance)s.") % named
        return gettext("Of those that are known, “%(title)s” fits best: %(chance)s.") % named
    if are_all:
        return gettext("“%(title)s” leads, but not clearly: the ranges overlap.") % named
    return gettext("Of those that are known, “%(title)s” leads, but not clearly: the ranges overlap.") % named


def _fit_rows(judged: Judged, pages: Sequence[OccupationPage]) -> list[Row]:
    if judged.fit is None:
        return []
    ranked = [page.ranked for page in pages]
    now = str(round(float(judged.fit.mean[-1])))
    return [
        Row(gettext("Of 100 points"), (Cell(now), *(_told(fit_words(each)) for each in ranked))),
        Row(gettext("Better than now"), (_NOTHING, *(Cell(chance_words(each)) for each in ranked))),
        Row(gettext("Known"), (_NOTHING, *(Cell(known_words(each)) for each in ranked))),
    ]


def _want_row(judged: Judged, pages: Sequence[OccupationPage], want: Want) -> Row:
    """A wanted thing; the sign says how it stands beside the present job, one clearly ahead of all others leads."""
    levels = [judged.guide.levels.of(page.row).get(want.facet, UNKNOWN) for page in pages]
    points = [
        judged.points(page.row)[want.facet] if level.is_known else None
        for page, level in zip(pages, levels, strict=True)
    ]
    leading = _leading(points)
    now = judged.frame.levels[PRESENT].get(want.facet, UNKNOWN)
    return Row(
        want_name(want, shipped_vocabulary()),
        (
            _level_cell(want, now, 0.0),
            *(
                _level_cell(want, level, point or 0.0, leads=place == leading)
                for place, (level, point) in enumerate(zip(levels, points, strict=True))
            ),
        ),
    )


def _leading(points: Sequence[float | None]) -> int | None:
    """The place of the one that is ahead of the present job and of every other that is known."""
    known = sorted(((point, place) for place, point in enumerate(points) if point is not None), reverse=True)
    if len(known) < 2:  # noqa: PLR2004 - nobody leads alone
        return None
    (best, place), (second, _) = known[:2]
    return place if best - max(second, 0.0) >= _LEAST_POINTS else None


def _level_cell(want: Want, level: Level, points: float, *, leads: bool = False) -> Cell:
    words = level_words(want.facet, level)
    if not level.is_known:
        return Cell(words, is_silent=True)
    sign = "+" if points >= _LEAST_POINTS else "−" if points <= -_LEAST_POINTS else ""
    # Translators: the level of something wanted, where one of several is ahead of the others.
    return Cell(gettext("%(level)s (leads)") % {"level": words} if leads else words, sign)


def _reach_rows(judged: Judged, pages: Sequence[OccupationPage]) -> list[Row]:
    """Nothing while it is not known where the person stands."""
    if not judged.standpoint.is_known:
        return []
    reaches, gaps = [page.ranked.reach for page in pages], [page.gaps for page in pages]
    return [
        Row(gettext("Within reach"), (_NOTHING, *(Cell(reach_sentence(reach)) for reach in reaches))),
        Row(gettext("What you have"), (_NOTHING, *(_told(coverage_words(reach)) for reach in reaches))),
        Row(gettext("What is missing most"), (_NOTHING, *(_missing_cell(card) for card in gaps))),
        Row(gettext("To close what is missing"), (_NOTHING, *(_hours_cell(card) for card in gaps))),
    ]


def _told(words: str) -> Cell:
    return Cell(words) if words else _NOTHING


def _missing_cell(card: GapCard) -> Cell:
    names = [gap.name for gap in card.missing[:MISSING_SHOWN]]
    return Cell(listed(names)) if names else Cell(gettext("nothing we can tell"), is_silent=True)


def _hours_cell(card: GapCard) -> Cell:
    return Cell(hours_words(card.hours)) if card.missing else _NOTHING


def _entry_rows(judged: Judged, pages: Sequence[OccupationPage]) -> list[Row]:
    rows = [
        Row(gettext("Usual schooling"), (_NOTHING, *(_schooling_cell(page.entering) for page in pages))),
        Row(gettext("Preparation"), (_NOTHING, *(_zone_cell(page.ranked.zone) for page in pages))),
    ]
    if all(want.facet != HOURS for want in judged.wants):
        levels = [judged.guide.levels.of(page.row).get(HOURS, UNKNOWN) for page in pages]
        now = _hours_level(judged.frame.levels[PRESENT].get(HOURS, UNKNOWN))
        rows.append(Row(gettext("Working hours"), (now, *(_hours_level(level) for level in levels))))
    return rows


def _schooling_cell(entering: Entering | None) -> Cell:
    if entering is None or entering.usual_education is None:
        return Cell(gettext("not known"), is_silent=True)
    return Cell(schooling(entering.usual_education))


def _zone_cell(zone: int) -> Cell:
    return Cell(zone_words(zone), is_silent=not zone)


def _hours_level(level: Level) -> Cell:
    return Cell(level_words(HOURS, level), is_silent=not level.is_known)
