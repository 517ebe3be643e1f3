"""Step 3: all kinds of work ranked, found by a title, and compared."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.explore.occupations.riasec import Holland
from unrut.core.explore.occupations.titles import TitleMatch
from unrut.errors import status_of
from unrut.models import Job
from unrut.queries.guide import current_guide
from unrut.queries.occupation_page import occupation_page
from unrut.queries.occupations import (
    PAGE,
    Judged,
    OccupationList,
    Order,
    RankedOccupation,
    promise_of,
    ranked_occupations,
)
from unrut.queries.scope import one
from unrut.queries.standpoint import Standpoint
from unrut.web.access import OwnedRequest, back
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.work_context import atlas_context, fit_bar
from unrut.web.explore.work_form import (
    BY,
    FAR,
    LONGEST_SEARCH,
    YES,
    Asked,
    address_with,
    address_without,
    asked_of,
    filter_choices,
    horizon_choices,
    keep_said,
    narrowings,
)
from unrut.web.pictures import FitBar
from unrut.web.reflect.posted import posted_key
from unrut.wording import occupation_list as list_wording
from unrut.wording import occupations as wording
from unrut.wording.comparison import Cell, Column, Comparison
from unrut.wording.occupation_comparison import comparison

MOST_COMPARED, ALIKE_SHOWN = 4, 5


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A kind of work as a line of the list; without a bar while nothing is wanted."""

    ranked: RankedOccupation
    bar: FitBar | None
    better: str
    fit: str
    known: str
    verdict: str
    reach: str
    zone: str
    likeness: str


@dataclass(frozen=True, slots=True)
class OrderTab:
    """An order one can change to."""

    name: str
    address: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A kind of work that words may mean, with the reason and how sure that is."""

    match: TitleMatch
    reason: str
    sureness: str


@require_http_methods(["GET", "HEAD", "POST"])
def work_page(request: OwnedRequest) -> HttpResponse:
    """All kinds of work, best first; posting says how far one would go, or what one does now."""
    if request.method != "POST":
        return _list(request)
    try:
        keep_said(request.owner, request.POST)
    except EXPECTED as error:
        told = sentence_of(error)
        return _list(request, sentence=str(told), status=status_of(told))
    return back(request, "fit-work")


def _list(request: OwnedRequest, *, sentence: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    judged = Judged(request.owner, today=today())
    is_measured = judged.standpoint.is_known
    asked = asked_of(request.GET, is_measured=is_measured)
    found = ranked_occupations(judged, asked.filters, by=asked.by, first=asked.first)
    promise = promise_of(judged)
    context = {
        "lead": list_wording.lead(judged, promise),
        "under": list_wording.under_lead(judged, promise),
        "sentence": sentence,
        "typed": request.POST.get("title", ""),
        "wants": judged.wants,
        "has_fit": judged.fit is not None,
        "is_measured": is_measured,
        "are_proposed": found.are_wants_proposed,
        "count_words": list_wording.list_words(found, is_known=is_measured),
        "rows": [_row(judged, ranked) for ranked in found.occupations],
        "tabs": _tabs(judged, request.GET, found.by),
        **_places(found),
        **_filters(judged, request.GET, asked, found),
        **_standing(judged.standpoint, judged),
        **_apart(judged, asked, found),
        **atlas_context(),
    }
    return render(request, "explore/work.html", context, status=status)


def _row(judged: Judged, ranked: RankedOccupation) -> WorkRow:
    """A line of the list; without a verdict while there is nothing to measure from."""
    is_measured = judged.standpoint.is_known
    return WorkRow(
        ranked=ranked,
        bar=fit_bar(judged, ranked),
        better=wording.chance_words(ranked),
        fit=wording.fit_words(ranked),
        known=wording.known_words(ranked),
        verdict=wording.verdict_words(ranked.reach.verdict) if is_measured else "",
        reach=wording.hindrances_words(ranked.reach) if is_measured else "",
        zone=wording.zone_words(ranked.zone),
        likeness=wording.likeness_words(ranked),
    )


def _tabs(judged: Judged, query: QueryDict, by: Order) -> list[OrderTab]:
    """The orders that there is something to sort by; `by` is that of the list."""
    return [
        OrderTab(list_wording.order_name(order), address_with(query, BY, order), order is by)
        for order in Order
        if judged.order_told(order) is order
    ]


def _places(found: OccupationList) -> dict[str, object]:
    following = found.first + PAGE
    return {
        "place": found.first + 1,
        "before": max(0, found.first - PAGE) if found.first else None,
        "following": following if following < found.count else None,
        "count": found.count,
        "count_figure": list_wording.figure(found.count),
    }


def _filters(judged: Judged, query: QueryDict, asked: Asked, found: OccupationList) -> dict[str, object]:
    return {
        "filters": asked.filters,
        "by": found.by,
        "is_far": asked.is_far,
        "narrowings": narrowings(judged, query, asked.filters),
        "hidden": wording.hidden_sentence(found.hidden),
        "with_far": address_with(query, FAR, YES),
        "without_far": address_without(query, FAR),
        **filter_choices(asked.filters),
    }


def _standing(at: Standpoint, judged: Judged) -> dict[str, object]:
    present = at.present
    return {
        "present": present,
        "present_words": list_wording.home_sentence(present, judged.guide) if present else "",
        "skills_words": list_wording.skills_sentence(len(at.skills)),
        "horizons": horizon_choices(at.horizon),
    }


def _apart(judged: Judged, asked: Asked, found: OccupationList) -> dict[str, object]:
    """What stands beside the list: surprises on its first page, and the view by interests."""
    chosen = [Holland(name) for name in judged.standpoint.background.interests]
    alike = (
        ranked_occupations(judged, asked.filters, by=Order.INTERESTS, most=ALIKE_SHOWN).occupations
        if judged.likeness is not None
        else ()
    )
    return {
        "surprises": [] if asked.first else [_row(judged, ranked) for ranked in found.surprises],
        "interests": list_wording.interests_sentence(chosen) if chosen else "",
        "caution": list_wording.interests_caution(),
        "alike": [_row(judged, ranked) for ranked in alike],
    }


@require_safe
def find_page(request: OwnedRequest) -> HttpResponse:
    """The kinds of work that a title in own words may mean; with a job, to say which of them it is."""
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    job = _job(request)
    found = current_guide().find(words) if words else []
    context = {
        "lead": list_wording.found_lead(words, len(found), job),
        "words": words,
        "job": job,
        "rows": [
            FoundRow(match, wording.title_reason_words(match), wording.sureness_words(match))
            for match in found
        ],
        **atlas_context(),
    }
    return render(request, "explore/work_find.html", context)


def _job(request: OwnedRequest) -> Job | None:
    """The job that a kind of work is looked for, if it is."""
    key = posted_key(request.GET.get("job", "")) if request.GET.get("for") == "job" else None
    return one(Job, request.owner, key) if key else None


@require_safe
def compare_page(request: OwnedRequest) -> HttpResponse:
    """Up to four kinds of work beside the present job."""
    codes = list(dict.fromkeys(code.strip() for code in request.GET.getlist("with") if code.strip()))
    judged = Judged(request.owner, today=today())
    found = [occupation_page(request.owner, judged, code) for code in codes[:MOST_COMPARED]]
    pages = list({page.row: page for page in found if page}.values())
    unknown = [code for code, page in zip(codes, found, strict=False) if page is None]
    told = comparison(judged, pages) if pages else None
    context = {
        "comparison": told,
        "stacked": _stacked(told) if told else [],
        "sentences": list_wording.compare_problems(unknown, left_out=len(codes) - MOST_COMPARED),
        **atlas_context(),
    }
    status = HTTPStatus.NOT_FOUND if unknown and not pages else HTTPStatus.OK
    return render(request, "explore/work_compare.html", context, status=status)


def _stacked(told: Comparison) -> list[tuple[str, list[tuple[str, list[tuple[Column, Cell]]]]]]:
    """The same for a narrow screen: each line with its columns below one another."""
    return [
        (group.name, [(row.name, list(zip(told.columns, row.cells, strict=True))) for row in group.rows])
        for group in told.groups
    ]
