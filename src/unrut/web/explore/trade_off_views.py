"""Step 3: trade-offs, one question a screen; answered, asked again a week later, and taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.explore.answers import TradeOff
from unrut.core.explore.criteria import want_name
from unrut.core.explore.trade_offs import MOST_TRADE_OFFS
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.errors import status_of
from unrut.models import TradeOffAnswer
from unrut.queries.frame import frame_of
from unrut.queries.scope import one
from unrut.queries.trade_offs import trade_off_of
from unrut.services.trade_offs import answer_trade_off, repeat_trade_off, take_back_trade_off
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.wants_place import finish, screen_context
from unrut.web.explore.wants_views import weighed_now
from unrut.wording import trade_offs
from unrut.wording import wants as wording

TAKE_BACK, REPEAT, ANEW = "take-back", "repeat", "anew"


@dataclass(frozen=True, slots=True)
class Choice:
    """One side of a trade-off: what would improve, each with its change in words."""

    answer: str
    key: int
    lines: list[tuple[str, str]]


@require_http_methods(["GET", "HEAD", "POST"])
def trade_offs_page(request: OwnedRequest) -> HttpResponse:
    """The question that would tell most; answering it leads to the next, and the last answer to the result."""
    if request.method != "POST":
        return _asked(request)
    posted = request.POST
    asked = TradeOff(
        (posted.get("first", ""),),
        tuple(facet for facet in (posted.get("second", ""), posted.get("also", "")) if facet),
    )
    try:
        answer_trade_off(request.owner, asked, posted.get("answer", ""), today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _asked(request, sentence=str(told), status=status_of(told))
    return _after_an_answer(request)


@require_http_methods(["GET", "HEAD", "POST"])
def trade_off_page(request: OwnedRequest, answer_id: int) -> HttpResponse:
    """A question that was answered: answered anew, repeated, or taken back."""
    row = one(TradeOffAnswer, request.owner, answer_id)
    if request.method != "POST":
        return _answered(request, row)
    change = {TAKE_BACK: _take_back, REPEAT: _repeat, ANEW: _answer_anew}.get(request.POST.get("change", ""))
    if change is None:
        raise Http404
    try:
        return change(request, row)
    except EXPECTED as error:
        told = sentence_of(error)
        return _answered(request, row, sentence=str(told), status=status_of(told))


@require_safe
def again_page(request: OwnedRequest) -> HttpResponse:
    """The questions that are due once more, one by one, without the earlier answer."""
    due = weighed_now(request.owner).due
    if not due:
        return _question(request, None, is_again=True, under=trade_offs.again_words(0))
    return _question(
        request, due[0].question, key=due[0].key, change=REPEAT, under=trade_offs.again_words(len(due))
    )


def _after_an_answer(request: OwnedRequest) -> HttpResponse:
    found = weighed_now(request.owner)
    if found.next_question:
        return redirect("fit-wants-trade-offs")
    finish(request)
    if len(found.answers) < MOST_TRADE_OFFS:
        messages.success(request, gettext("That is enough: no further answer would change what leads."))
    else:
        messages.success(request, gettext("Kept. That was the last question."))
    return redirect("fit-wants")


def _take_back(request: OwnedRequest, row: TradeOffAnswer) -> HttpResponse:
    take_back_trade_off(request.owner, row.pk)
    messages.success(request, gettext("Taken back."))
    return redirect("fit-wants-trade-offs" if "go-on" in request.POST else "fit-wants")


def _repeat(request: OwnedRequest, row: TradeOffAnswer) -> HttpResponse:
    repeat_trade_off(request.owner, row.pk, request.POST.get("answer", ""), today=today())
    if weighed_now(request.owner).due:
        return redirect("fit-wants-again")
    messages.success(request, gettext("Kept. Both answers stay."))
    return redirect("fit-wants")


def _answer_anew(request: OwnedRequest, row: TradeOffAnswer) -> HttpResponse:
    answer_trade_off(request.owner, trade_off_of(row), request.POST.get("answer", ""), today=today())
    messages.success(request, gettext("Kept in place of the earlier answer."))
    return redirect("fit-wants")


def _asked(request: OwnedRequest, *, sentence: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    found = weighed_now(request.owner)
    answered = len(found.answers)
    return _question(
        request,
        found.next_question,
        sentence=sentence,
        status=status,
        is_said=not found.are_proposed,
        under=trade_offs.question_place(answered, MOST_TRADE_OFFS) if found.next_question else "",
        last=found.answers[-1] if answered else None,
        **screen_context("trade-offs"),
    )


def _answered(
    request: OwnedRequest, row: TradeOffAnswer, *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    """The question of an answer, to be answered anew; the answer itself is not shown."""
    return _question(request, trade_off_of(row), sentence=sentence, status=status, key=row.pk, change=ANEW)


def _question(
    request: OwnedRequest,
    asked: TradeOff | None,
    *,
    key: int | None = None,
    is_said: bool = True,
    is_again: bool = False,
    status: int = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    """The screen of a question; `key` is the answer it asks about once more."""
    wants = {want.facet: want for want in frame_of(request.owner).wants}
    context = {
        "asked": asked,
        "title": trade_offs.question_title(is_asked=asked is not None, is_said=is_said, is_again=is_again),
        "address": reverse("fit-wants-trade-offs")
        if key is None
        else reverse("fit-wants-trade-off", args=[key]),
        "is_said": is_said,
        "choices": [_choice("first", 1, asked.first, wants), _choice("second", 2, asked.second, wants)]
        if asked
        else [],
        **more,
    }
    return render(request, "explore/wants_trade_offs.html", context, status=status)


def _choice(answer: str, key: int, facets: Sequence[str], wants: dict[str, Want]) -> Choice:
    sides = [wants[facet] for facet in facets if facet in wants]
    return Choice(
        answer,
        key,
        [(want_name(want, shipped_vocabulary()), wording.improvement(want)) for want in sides],
    )
