"""Step 3: openings in a list, put aside with a reason, followed from found to decided, compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.filters import FilterKind
from unrut.core.explore.wants import Want
from unrut.models import Opening, OpeningStatus
from unrut.queries.explore import LONGEST_KEY, RankedOption, judged_in, option_of
from unrut.queries.frame import Frame, frame_of
from unrut.queries.opening_reader import history_of, read_opening
from unrut.queries.openings import OpeningList, View, opening_list, openings_in_order
from unrut.queries.people import has_people
from unrut.queries.scope import one
from unrut.services.opening_filters import add_filter, remove_filter, switch_filter
from unrut.services.opening_readings import keep_opening_readings
from unrut.services.openings import OTHER_REASON, mark_opening, write_notes
from unrut.web.access import OwnedRequest, back
from unrut.web.people.may_know import MayKnow, may_know
from unrut.web.pictures import FitBar, fit_bars
from unrut.wording import explore as fit_wording
from unrut.wording import openings as wording
from unrut.wording.comparison import comparison
from unrut.wording.facts import fact_rows
from unrut.wording.numbers import listed

A_PAGE, MOST_COMPARED = 25, 4
LONGEST_PLACE, LONGEST_SEARCH = 6, 200


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """An opening as a line of the list; without a fit while nothing is wanted."""

    opening: Opening
    facts: str
    status: str
    option: RankedOption | None
    bar: FitBar | None
    better: str
    coverage: str


@dataclass(frozen=True, slots=True)
class ViewTab:
    """A list one can change to."""

    view: View
    name: str
    count: int
    is_shown: bool


@require_safe
def openings_page(request: OwnedRequest) -> HttpResponse:
    """The openings of one list, best fit first."""
    keep_opening_readings(request.owner)
    frame = frame_of(request.owner)
    view = _view(request.GET.get("view", ""))
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    found = opening_list(
        request.owner,
        frame.weighed_wants,
        today=today(),
        view=view,
        words=words,
        first=_place(request.GET.get("from", "")),
        rows=A_PAGE,
    )
    following = found.first + A_PAGE
    context = {
        "lead": wording.list_lead(found, view=view, has_wants=bool(frame.wants), words=words),
        "rows": _rows(frame, found),
        "place": found.first + 1,
        "before": max(0, found.first - A_PAGE) if found.first else None,
        "following": following if following < found.count else None,
        "found": found,
        "view": view,
        "words": words,
        "tabs": [ViewTab(each, wording.view_name(each), found.counts[each], each is view) for each in View],
        "hiding": [
            (hiding, wording.hiding_words(hiding), wording.hidden_count(hiding)) for hiding in found.hiding
        ],
        "reasons": reasons(frame.wants),
    }
    return render(request, "explore/openings.html", context)


@require_POST
def mark(request: OwnedRequest, opening_id: int) -> HttpResponse:
    """Say how far one has come with an opening; "not for me" may carry a reason."""
    one(Opening, request.owner, opening_id)
    status = request.POST.get("status", "")
    if status not in OpeningStatus.values:
        raise InvalidInputError(f'"{status}" is no step from found to decided. Choose one from the list.')
    mark_opening(
        request.owner,
        opening_id,
        OpeningStatus(status),
        today=today(),
        reason=request.POST.get("reason", ""),
        note=request.POST.get("note", ""),
    )
    if status == OpeningStatus.DISMISSED:
        messages.success(request, gettext("Put aside. You find it under “Not for me”."))
    else:
        messages.success(request, gettext("Kept: %(status)s.") % {"status": wording.status_name(status)})
    return back(request, "fit-openings")


@require_POST
def notes(request: OwnedRequest, opening_id: int) -> HttpResponse:
    """Keep own notes on an opening."""
    write_notes(request.owner, opening_id, request.POST.get("notes", ""))
    messages.success(request, gettext("Kept."))
    return redirect("fit-option", key=f"opening-{opening_id}")


@require_POST
def filter_add(request: OwnedRequest) -> HttpResponse:
    """Hide what states something else than this."""
    value = request.POST.get("value", "")
    if request.POST.get("kind") == FilterKind.WORKPLACE:
        value = ",".join(request.POST.getlist("workplace"))
    add_filter(request.owner, request.POST.get("kind", ""), value)
    return back(request, "fit-openings")


@require_POST
def filter_change(request: OwnedRequest, filter_id: int) -> HttpResponse:
    """Show what a filter hides, hide it again, or forget the filter."""
    if "remove" in request.POST:
        remove_filter(request.owner, filter_id)
    else:
        switch_filter(request.owner, filter_id, is_on="on" in request.POST)
    return back(request, "fit-openings")


@require_safe
def compare_page(request: OwnedRequest) -> HttpResponse:
    """Up to four openings beside the present job."""
    frame = frame_of(request.owner)
    keys = [int(key) for key in request.GET.getlist("with") if key.isdecimal() and len(key) <= LONGEST_KEY]
    openings = openings_in_order(request.owner, list(dict.fromkeys(keys))[:MOST_COMPARED])
    told = comparison(frame, judged_in(frame, openings), openings) if openings else None
    return render(request, "explore/compare.html", {"comparison": told})


@require_safe
def questions_page(request: OwnedRequest, opening_id: int) -> HttpResponse:
    """What to ask about an opening, on a sheet to print."""
    opening = one(Opening, request.owner, opening_id)
    frame = frame_of(request.owner)
    doubted = wording.doubts(history_of(request.owner, opening), today=today())
    context = {
        "opening": opening,
        "key": opening.option,
        "groups": wording.questions(opening, read_opening(opening, frame.wants), frame.wants, doubted),
        "may_know": _may_know(opening),
        "today": today(),
    }
    return render(request, "explore/questions.html", context)


def _may_know(opening: Opening) -> list[MayKnow]:
    """Judging all options only for this is not worth it where nobody could be named."""
    if not has_people(opening.owner):
        return []
    return may_know(opening, option_of(opening.owner, opening.option, today=today()))


def reader_context(request: OwnedRequest, opening: Opening, wants: Sequence[Want]) -> dict[str, object]:
    """What the page of an option shows of an opening beside its fit."""
    read, history = read_opening(opening, wants), history_of(request.owner, opening)
    asked = [
        (gettext("Must have"), [said.words for said in read.facts.requirements.musts]),
        (gettext("Welcome"), [said.words for said in read.facts.requirements.wishes]),
    ]
    return {
        "opening": opening,
        "opening_place": " · ".join(part for part in (opening.company, opening.place) if part),
        "standing": wording.status_words(opening),
        "facts": fact_rows(opening, read.facts),
        "conflicts": wording.conflicts(read.facts),
        "more": opening.more,
        "asked": [(title, lines) for title, lines in asked if lines],
        "marks": read.marks,
        "silent": read.silent,
        "silent_words": listed([wording.reason_words(facet) for facet in read.silent]),
        "wants": wants,
        "statuses": [(status, wording.status_name(status)) for status in OpeningStatus.values],
        "reasons": reasons(wants),
        "events": [(event, wording.event_words(event)) for event in history.events],
        "history": history,
        "history_words": wording.history_words(history, today=today()),
    }


def reasons(wants: Sequence[Want]) -> list[tuple[str, str]]:
    """The facets an opening may be put aside for, the wanted ones first, each with its key; then any other reason."""
    named = [(want.facet, wording.reason_words(want.facet)) for want in wants if not want.is_own]
    return [*named, (OTHER_REASON, gettext("another reason"))]


def _rows(frame: Frame, found: OpeningList) -> list[OpeningRow]:
    ranked = judged_in(frame, found.openings)
    bars = fit_bars(ranked.options)
    return [_row(opening, ranked.option(f"opening-{opening.pk}"), bars) for opening in found.openings]


def _row(opening: Opening, option: RankedOption | None, bars: dict[str, FitBar]) -> OpeningRow:
    return OpeningRow(
        opening=opening,
        facts=wording.facts_line(opening),
        status=wording.status_words(opening),
        option=option,
        bar=bars[option.key] if option else None,
        better=fit_wording.better(option) if option else "",
        coverage=fit_wording.coverage(option) if option else "",
    )


def _view(written: str) -> View:
    return View(written) if written in set(View) else View.OPEN


def _place(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) <= LONGEST_PLACE else 0
