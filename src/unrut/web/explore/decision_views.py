"""Step 3: a day and criteria to decide by, the decision with its reasons, and looks back at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.decisions import REVIEW_DAYS
from unrut.core.explore.ways import WayKind
from unrut.errors import status_of
from unrut.models import Decision, DecisionReview, Person
from unrut.queries.decisions import (
    Due,
    DueKind,
    calibration_of,
    causes_now,
    criteria_now,
    decisions_of,
    due_today,
    figures_now,
    look_back_day,
    look_back_due,
    reviews_of,
)
from unrut.queries.outcomes import Board, board_of
from unrut.queries.scope import one
from unrut.queries.ways import WayView
from unrut.services.decisions import (
    MOST_CRITERIA,
    Decided,
    KnownThen,
    agree_to_decide,
    begin_change,
    decide,
    remove_decision,
    review_decision,
)
from unrut.services.ways import add_way
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.posted_numbers import posted_level, posted_percent
from unrut.web.reflect.posted import posted_day
from unrut.wording import decisions as wording
from unrut.wording.ways import way_name

PERCENT = 100
LEVELS = range(11)
AGREE, DECIDE, BEGIN, REMOVE = "agree", "decide", "begin", "remove"


@dataclass(frozen=True, slots=True)
class DueLine:
    """A quiet line for the page of today, and where it leads."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A cause of then on the form of a look back."""

    facet: str
    name: str
    then: str
    answer: int | None


@dataclass(frozen=True, slots=True)
class LookBack:
    """A look back as the record shows it."""

    review: DecisionReview
    title: str
    verdict: str
    causes: list[str]
    again: str


def due_lines(owner: Person, day: date) -> list[DueLine]:
    """What the page of today says of decisions, each a line; mostly nothing."""
    return [DueLine(wording.due_words(due, today=day), _due_url(due)) for due in due_today(owner, day)]


@require_http_methods(["GET", "HEAD", "POST"])
def decision_page(request: OwnedRequest) -> HttpResponse:
    """The decision that is open, and those that were made; posting agrees on a day, or decides."""
    if request.method != "POST":
        return _page(request, {})
    doing = {AGREE: _agree, DECIDE: _decide}.get(request.POST.get("doing", ""))
    if doing is None:
        raise Http404
    try:
        return doing(request)
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST.dict(), sentence=str(told), status=status_of(told))


def _agree(request: OwnedRequest) -> HttpResponse:
    by = posted_day(request.POST.get("decide_on", ""))
    if by is None:
        raise InvalidInputError(gettext("The day is missing. Choose one, a few weeks ahead."))
    agree_to_decide(request.owner, by=by, criteria=request.POST.getlist("criterion"), today=today())
    messages.success(request, gettext("Kept. Until then nothing has to be decided."))
    return redirect("fit-decision")


def _decide(request: OwnedRequest) -> HttpResponse:
    board = board_of(request.owner)
    key, sure = (
        request.POST.get("chosen", ""),
        posted_percent(request.POST.get("sure", ""), gettext("How sure")),
    )
    if not key:
        raise InvalidInputError(gettext("Choose what you decided for: one of your ways, or to stay."))
    if sure is None:
        raise InvalidInputError(gettext("Say how sure you are, from 0 to 100 percent. A guess will do."))
    way = board.way(key)
    known = KnownThen(figures_now(board, way_name), causes_now(board))
    # All of it or nothing: the changed job is no row yet when the decision cannot be kept.
    with transaction.atomic():
        decided = Decided(
            way_id=_row_of(request.owner, way),
            chosen=way_name(way),
            why=request.POST.get("why", ""),
            sure=round(sure * PERCENT),
            change_mind=request.POST.get("change_mind", ""),
        )
        decision = decide(request.owner, decided, known, today=today())
    messages.success(request, gettext("Kept, with what was known today."))
    return redirect("fit-decision-record", decision_id=decision.pk)


def _row_of(owner: Person, way: WayView) -> int | None:
    """The row of a way; the changed job gets one once it is decided for, staying needs none."""
    if way.kind is WayKind.STAY:
        return None
    return (way.way or add_way(owner, way.kind, today=today())).pk


@require_http_methods(["GET", "HEAD", "POST"])
def record_page(request: OwnedRequest, decision_id: int) -> HttpResponse:
    """A decision as it was made; posting says when the change began, or removes it."""
    decision = one(Decision, request.owner, decision_id)
    if request.method == "POST":
        return _changed(request, decision)
    if decision.made_on is None:
        return redirect("fit-decision")
    return _record(request, decision)


def _changed(request: OwnedRequest, decision: Decision) -> HttpResponse:
    doing = request.POST.get("doing", "")
    if doing == REMOVE:
        remove_decision(request.owner, decision.pk)
        messages.success(request, gettext("Removed."))
        return redirect("fit-decision")
    if doing != BEGIN:
        raise Http404
    try:
        begin_change(request.owner, decision.pk, began_on=posted_day(request.POST.get("began_on", "")))
    except EXPECTED as error:
        told = sentence_of(error)
        typed = request.POST.get("began_on", "")
        return _record(request, decision, typed=typed, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept."))
    return redirect("fit-decision-record", decision_id=decision.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def look_back_page(request: OwnedRequest, decision_id: int, days: int) -> HttpResponse:
    """How the causes of then weigh now, and whether one would choose it again."""
    decision = one(Decision, request.owner, decision_id)
    if decision.made_on is None or days not in REVIEW_DAYS:
        raise Http404
    if decision.began_on is None:
        return redirect("fit-decision-record", decision_id=decision.pk)
    if request.method != "POST":
        return _look_back(request, decision, days, _stored(request.owner, decision, days))
    try:
        _keep_look_back(request, decision, days)
    except EXPECTED as error:
        told = sentence_of(error)
        return _look_back(
            request, decision, days, request.POST.dict(), sentence=str(told), status=status_of(told)
        )
    messages.success(request, gettext("Kept beside what you said then."))
    return redirect("fit-decision-record", decision_id=decision.pk)


def _keep_look_back(request: OwnedRequest, decision: Decision, days: int) -> None:
    said = {
        facet: posted_level(request.POST.get(f"cause-{facet}", ""), name)
        for facet, name, _ in wording.causes_then(decision.causes)
    }
    again = request.POST.get("again", "")
    if again not in {"yes", "no"}:
        raise InvalidInputError(gettext("Say whether you would choose the same again: yes or no."))
    review_decision(
        request.owner,
        decision.pk,
        days,
        {facet: value for facet, value in said.items() if value is not None},
        again=again == "yes",
        note=request.POST.get("note", ""),
        today=today(),
    )


def _page(
    request: OwnedRequest,
    typed: Mapping[str, str],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    board, found, now = board_of(request.owner), decisions_of(request.owner), today()
    is_ready = found.open is not None and found.open.decide_on <= now
    context = {
        "lead": wording.lead(found, today=now),
        "open": found.open,
        "past": [(decision, wording.past_words(decision)) for decision in found.past],
        "figures": wording.figure_rows(figures_now(board, way_name)),
        "ways": [(way.key, way_name(way)) for way in board.ways],
        "criteria": _criteria(request, board, found.open),
        "first_day": now,
        "proposed_day": wording.proposed_day(now),
        "typed": typed,
        "sentence": sentence,
        "is_ready": is_ready,
        "calibration": wording.calibration_lines(calibration_of(request.owner)),
        "bins": wording.bin_rows(calibration_of(request.owner)),
    }
    return render(request, "explore/decision.html", context, status=status)


def _criteria(request: OwnedRequest, board: Board, opened: Decision | None) -> list[str]:
    """Five lines: as typed, as agreed, or as proposed; what is left over is empty."""
    typed = request.POST.getlist("criterion")
    agreed: Sequence[str] = opened.criteria if opened else ()
    lines = typed or agreed or [wording.criterion_words(each, board) for each in criteria_now(board)]
    return [*lines, *[""] * MOST_CRITERIA][:MOST_CRITERIA]


def _record(
    request: OwnedRequest,
    decision: Decision,
    *,
    typed: str | None = None,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    due = look_back_due(request.owner, decision, today=today())
    began = decision.began_on.isoformat() if decision.began_on else ""
    context = {
        "decision": decision,
        "lead": wording.record_lead(decision),
        "figures": wording.figure_rows(decision.figures, decision.chosen),
        "causes": wording.causes_then(decision.causes),
        "look_backs": [_told(decision, review) for review in reviews_of(request.owner, decision)],
        "due": due,
        "due_title": wording.look_back_title(due) if due else "",
        "next_words": "" if due else wording.next_look_back(decision, reviews_of(request.owner, decision)),
        "began": began if typed is None else typed,
        "sentence": sentence,
    }
    return render(request, "explore/decision_record.html", context, status=status)


def _told(decision: Decision, review: DecisionReview) -> LookBack:
    return LookBack(
        review=review,
        title=wording.look_back_title(review.days),
        verdict=wording.verdict_words(decision.causes, review.answers),
        causes=wording.weighs_now(decision.causes, review.answers),
        again=wording.again_words(is_again=review.again),
    )


def _look_back(
    request: OwnedRequest,
    decision: Decision,
    days: int,
    typed: Mapping[str, str],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    from_day = look_back_day(decision, days)
    context = {
        "decision": decision,
        "days": days,
        "title": wording.look_back_title(days),
        "too_early": wording.too_early(from_day) if from_day and today() < from_day else "",
        "rows": [
            CauseRow(facet, name, then, _chosen(typed.get(f"cause-{facet}", "")))
            for facet, name, then in wording.causes_then(decision.causes)
        ],
        "levels": LEVELS,
        "typed": typed,
        "sentence": sentence,
    }
    return render(request, "explore/decision_look_back.html", context, status=status)


def _stored(owner: Person, decision: Decision, days: int) -> dict[str, str]:
    """What was said at this look back before, as the form would have sent it."""
    review = next((each for each in reviews_of(owner, decision) if each.days == days), None)
    if review is None:
        return {}
    answers = {f"cause-{facet}": str(value) for facet, value in review.answers.items()}
    return {**answers, "again": "yes" if review.again else "no", "note": review.note}


def _chosen(written: str) -> int | None:
    return next((level for level in LEVELS if str(level) == written), None)


def _due_url(due: Due) -> str:
    if due.kind is DueKind.DECIDE:
        return reverse("fit-decision")
    return reverse("fit-decision-look-back", args=[due.decision.pk, due.days])
