"""Step 3: one kind of work looked at closely, and weighed as a way out."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.criteria import question_of, want_name
from unrut.core.explore.levels import Level
from unrut.core.explore.occupations.atlas import Prose
from unrut.core.explore.occupations.study import EntryShare
from unrut.core.explore.strengths.use import used_by
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import WayKind, shipped_ways
from unrut.core.facets import shipped_vocabulary
from unrut.errors import status_of
from unrut.queries.guide import current_guide
from unrut.queries.occupation_page import OccupationPage
from unrut.queries.occupations import Judged
from unrut.queries.ways import key_of
from unrut.services.occupations import weigh_occupation
from unrut.services.opening_readings import keep_opening_readings
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.work_context import atlas_context, fit_bar
from unrut.web.people.subjects import learned_context
from unrut.wording import gaps as gap_wording
from unrut.wording import occupation_page as wording
from unrut.wording.occupations import zone_words
from unrut.wording.strengths import used_words

GAPS_SHOWN, NEAR_SHOWN, LINES_SHOWN = 3, 6, 5
WEIGHED_AS = (WayKind.FIELD, WayKind.STUDY_PART, WayKind.STUDY_FULL)


@dataclass(frozen=True, slots=True)
class FacetRow:
    """Something about the work: its level, which way it speaks, and the answers of the survey it comes from."""

    facet: str
    name: str
    speaks: str
    level: Level
    answers: list[str]


@dataclass(frozen=True, slots=True)
class Question:
    """Something wanted that the survey does not tell, and what to ask about it."""

    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class SharePart:
    """A part of the bar of schooling, from 0 to 100, and its words."""

    left: float
    width: float
    name: str
    share: str
    is_usual: bool


@dataclass(frozen=True, slots=True)
class FoldedLines:
    """The first lines of a list, and those folded below them."""

    first: tuple[str, ...]
    rest: tuple[str, ...]
    count: str


@require_safe
def work_page(request: OwnedRequest, code: str) -> HttpResponse:
    """How it would fit, what it is like, what is missing, how people enter, and what is near."""
    return _page(request, looked_at(request, code))


@require_POST
def weigh(request: OwnedRequest, code: str) -> HttpResponse:
    """Consider it as a way out, as a new field or by study for it."""
    page = looked_at(request, code)
    kind = request.POST.get("kind", "")
    try:
        if kind not in WEIGHED_AS:
            raise InvalidInputError(
                gettext("“%(kind)s” is no way to a kind of work. Choose one from the list.")
                % {"kind": kind[:40]}
            )
        way = weigh_occupation(request.owner, page.code, kind=kind, today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, page, sentence=str(told), status=status_of(told))
    return redirect("fit-way", key=key_of(WayKind(way.kind), way))


def looked_at(request: OwnedRequest, code: str) -> OccupationPage:
    """The kind of work at an address, as it is for this person.

    Raises MissingError when there is none of that code.
    """
    guide = current_guide()
    row = guide.row_named(code)
    # Which openings are of that kind is read from their titles, by the atlas that is in use now.
    keep_opening_readings(request.owner)
    return OccupationPage(request.owner, Judged(request.owner, today=today(), guide=guide), row)


def _page(
    request: OwnedRequest, page: OccupationPage, *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "page": page,
        "lead": wording.page_lead(page),
        "note": wording.fit_note(page),
        "besides": wording.more_hindrances(page),
        "is_surveyed": wording.is_surveyed(page),
        "is_own": wording.is_own(page),
        "strengths": used_words(used_by(_levels(page), page.judged.frame.strengths)),
        "bar": fit_bar(page.judged, page.ranked),
        **_facets(page),
        **_what_it_takes(page),
        **_around(page),
        **_weighing(page),
        **learned_context(request.owner, page.code),
        **atlas_context(),
        "sentence": sentence,
    }
    return render(request, "explore/work_page.html", context, status=status)


def _levels(page: OccupationPage) -> dict[str, Level]:
    return {facet: reading.level for facet, reading in page.readings.items()}


def _facets(page: OccupationPage) -> dict[str, object]:
    """What is wanted first: for it, against it, neither, not known; then all else the survey tells."""
    wanted = {want.facet for want in page.judged.wants}
    unknown = [want for want in page.judged.wants if want.facet not in page.readings]
    others = [facet for facet in page.readings if facet not in wanted]
    return {
        "facets": _wanted_rows(page),
        "questions": [_question(want) for want in unknown],
        "others": [_row(page, facet) for facet in others],
        "others_count": wording.facets_count(len(others)),
    }


def _wanted_rows(page: OccupationPage) -> list[FacetRow]:
    ahead, behind = page.ranked.ahead, page.ranked.behind
    named = {reason.facet for reason in (*ahead, *behind)}
    neither = [want for want in page.judged.wants if want.facet in page.readings and want.facet not in named]
    vocabulary = shipped_vocabulary()
    return [
        *(_row(page, reason.facet, name=reason.name, speaks="for") for reason in ahead),
        *(_row(page, reason.facet, name=reason.name, speaks="against") for reason in behind),
        *(_row(page, want.facet, name=want_name(want, vocabulary)) for want in neither),
    ]


def _row(page: OccupationPage, facet: str, *, name: str = "", speaks: str = "") -> FacetRow:
    reading = page.readings[facet]
    return FacetRow(
        facet=facet,
        name=name or shipped_vocabulary()[facet].name,
        speaks=speaks,
        level=reading.level,
        answers=[wording.element_words(element, page.judged.atlas) for element in reading.elements],
    )


def _question(want: Want) -> Question:
    vocabulary = shipped_vocabulary()
    return Question(want_name(want, vocabulary), question_of(want, vocabulary))


def _what_it_takes(page: OccupationPage) -> dict[str, object]:
    """The three weightiest gaps, once there is something to measure from, and how people enter."""
    entering, is_known = page.entering, page.judged.standpoint.is_known
    gaps = page.weightiest[:GAPS_SHOWN] if is_known else ()
    return {
        "gaps": [gap_wording.gap_line(gap) for gap in gaps],
        "is_measured": is_known,
        "gaps_lead": gap_wording.card_sentence(page.gaps, is_known=is_known),
        "licence": gap_wording.licence_sentences(page.licence),
        "shares": shares_of(entering.education, entering.usual_education) if entering else [],
        "schooling": gap_wording.schooling_sentence(entering),
        "entering": gap_wording.entering_sentences(entering, zone_words(page.ranked.zone)),
    }


def shares_of(education: Sequence[EntryShare], usual: int | None) -> list[SharePart]:
    """The shares of schooling side by side, the least schooling first; they are parts of all that are given."""
    total = sum(share.share for share in education) or 1.0
    parts, left = [], 0.0
    for share in sorted(education, key=lambda share: share.category):
        width = 100 * share.share / total
        words = gap_wording.share_words(share.share)
        parts.append(SharePart(round(left, 2), round(width, 2), share.name, words, share.category == usual))
        left += width
    return parts


def _around(page: OccupationPage) -> dict[str, object]:
    """What is near, openings of that kind, its other names, and what only the full release tells."""
    return {
        "interests": wording.interests_sentence(page.interests),
        "near": [(neighbour, wording.near_words(neighbour.nearness)) for neighbour in page.near[:NEAR_SHOWN]],
        "titles": page.other_titles,
        "titles_count": wording.titles_count(len(page.other_titles)),
        "description": page.prose(Prose.DESCRIPTION),
        "tasks": _folded(page.prose(Prose.TASKS)),
        "technology": _folded(page.prose(Prose.TECHNOLOGY)),
        "has_prose": any(page.prose(kind) for kind in Prose),
    }


def _folded(lines: tuple[str, ...]) -> FoldedLines:
    rest = lines[LINES_SHOWN:]
    return FoldedLines(lines[:LINES_SHOWN], rest, wording.lines_count(len(rest)))


def _weighing(page: OccupationPage) -> dict[str, object]:
    """The way that leads to it, or the kinds it could be weighed as."""
    known = shipped_ways()
    way = page.way
    return {
        "kinds": [known[kind] for kind in WEIGHED_AS],
        "way_key": key_of(WayKind(way.kind), way) if way else "",
    }
