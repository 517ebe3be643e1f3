"""The quarterly review: a form that may be filled in bit by bit, and what moved since the one before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.reviews import (
    Comparison,
    Move,
    compare,
    is_safety_low,
    name_of,
    quarter_of,
    slow_signs_of,
)
from unrut.errors import status_of
from unrut.models import Person
from unrut.queries.reviews import LongLooks, StoredReview, accomplished_in, long_looks
from unrut.services.reviews import save_review
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.pictures_review import MoveBar, move_bar
from unrut.web.reflect.items import facet_groups, posted_answers, posted_revision, rows_of, shown_answers
from unrut.web.reflect.safety_views import Panel, panel_for
from unrut.wording import reviews as wording

MOVES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """The quarterly review in a line: whether it is due, and what the newest one says."""

    is_due: bool
    latest: date | None
    lead: str


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move in words, with its picture."""

    name: str
    words: str
    bar: MoveBar


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An item with both of its answers, for the table."""

    name: str
    before: int | None
    now: int | None


def review_summary(owner: Person, today: date) -> ReviewSummary | None:
    """The quarterly review as other pages mention it; None while there is nothing to say. Shown by _review_line.html."""
    looks = long_looks(owner)
    latest = next(reversed(looks.quarters), None)
    is_due = looks.is_due(today)
    if latest is None and not is_due:
        return None
    lead = wording.lead(latest, *_since(looks, latest)) if latest else ""
    return ReviewSummary(is_due, latest.period if latest else None, lead)


@require_http_methods(["GET", "HEAD", "POST"])
def review_page(request: OwnedRequest) -> HttpResponse:
    """The review of this quarter."""
    if request.method != "POST":
        return _form(request, {})
    now = today()
    try:
        save_review(
            request.owner,
            now,
            posted_answers(request.POST),
            today=now,
            revision=posted_revision(request.POST),
            done=request.POST.get("done", ""),
        )
    except EXPECTED as error:
        told = sentence_of(error)
        return _form(request, request.POST, sentence=str(told), status=status_of(told))
    if panel := panel_for(request.owner, [request.POST.get("done", "")]):
        # Not by way of another address: what was recognised must be stored nowhere, not even until the next page.
        return _form(request, {}, panel=panel)
    messages.success(request, gettext("Saved. You can go on with it until the quarter ends."))
    return redirect("review-quarter", period=quarter_of(now))


@require_safe
def quarter_page(request: OwnedRequest, period: date) -> HttpResponse:
    """A review to read: its answers, and what moved since the one before."""
    if period != quarter_of(period):
        return redirect("review-quarter", period=quarter_of(period))
    looks = long_looks(request.owner)
    review = looks.of_quarter(period)
    if review is None:
        raise Http404
    before, comparison = _since(looks, review)
    signs = slow_signs_of(review.answers)
    context = {
        "review": review,
        "is_now": period == quarter_of(today()),
        "quarter": wording.quarter_name(period),
        "before_name": wording.look_name(before) if before else "",
        "lead": wording.lead(review, before, comparison),
        "answered": wording.answered_words(review.answers),
        "has_safety": is_safety_low(review.answers),
        "slow_signs": wording.slow_signs(signs),
        "signs_against": wording.signs_against(signs),
        "better": _moves(comparison.better if comparison else ()),
        "worse": _moves(comparison.worse if comparison else ()),
        "steady": wording.steady_words(comparison) if comparison else "",
        "table": _table(review, before),
        "done": accomplished_in(request.owner, period),
        "others": _others(looks, period),
        "note": wording.own_words_note(),
    }
    return render(request, "reflect/review_quarter.html", context)


def _form(
    request: OwnedRequest,
    posted: Mapping[str, str],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
    panel: Panel | None = None,
) -> HttpResponse:
    quarter = quarter_of(today())
    looks = long_looks(request.owner)
    review = looks.of_quarter(quarter)
    shown = shown_answers(review.answers if review else {}, posted)
    context = {
        "quarter": wording.quarter_name(quarter),
        "period": quarter,
        "review": review,
        "answered": wording.answered_words(review.answers) if review else "",
        "revision": review.revision if review else 0,
        "sentence": sentence,
        "panel": panel,
        "groups": facet_groups(shown),
        "signs": rows_of(shipped_vocabulary().slow_signs, shown),
        "done": accomplished_in(request.owner, quarter),
        "typed_done": posted.get("done", ""),
        "others": _others(looks, quarter),
        "note": wording.own_words_note(),
    }
    return render(request, "reflect/review.html", context, status=status)


def _since(looks: LongLooks, review: StoredReview) -> tuple[StoredReview | None, Comparison | None]:
    before = looks.before(review)
    return before, compare(before.answers, review.answers) if before else None


def _moves(moves: tuple[Move, ...]) -> dict[str, list[MoveRow]]:
    rows = [MoveRow(name_of(move.item), wording.move_words(move), move_bar(move)) for move in moves]
    return {"shown": rows[:MOVES_SHOWN], "more": rows[MOVES_SHOWN:]}


def _table(review: StoredReview, before: StoredReview | None) -> list[dict[str, Any]]:
    """Every question by group, the slow signs last, with both answers."""
    known = shipped_vocabulary()
    groups = [(name, [facet.id for facet in facets]) for name, facets in known.by_group()]
    groups.append((gettext("Slow signs"), list(known.slow_signs)))
    earlier: Mapping[str, int] = before.answers if before else {}
    return [
        {
            "name": name,
            "rows": [AnswerRow(name_of(item), earlier.get(item), review.answers.get(item)) for item in items],
        }
        for name, items in groups
    ]


def _others(looks: LongLooks, period: date) -> list[dict[str, Any]]:
    """The other reviews, newest first."""
    return [
        {"period": review.period, "name": wording.quarter_name(review.period)}
        for review in reversed(looks.quarters)
        if review.period != period
    ]
