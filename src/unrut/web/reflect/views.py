"""Step 1: the weekly sitting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import monday_of, today
from unrut.core.facets import Sign, shipped_vocabulary
from unrut.core.reflect.causes import Picture
from unrut.errors import status_of
from unrut.models import CheckIn, NoteKind, Person
from unrut.queries.frame import present_job
from unrut.queries.plan import plan_of
from unrut.queries.reflect import (
    behind,
    checkin_of,
    last_checkin_before,
    note_view,
    unsorted_notes,
    week_notes,
)
from unrut.queries.reviews import looks_ahead
from unrut.queries.right_win import right_win
from unrut.queries.sittings import sign_order
from unrut.services.readings import keep_readings
from unrut.services.reflect import (
    EARLIEST_WEEK,
    CheckInAnswers,
    add_notes,
    correct_note,
    remove_note,
    save_week,
    sort_note,
)
from unrut.web.access import OwnedRequest, back, wants_part
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.decision_views import due_lines
from unrut.web.reflect.forms import WeekForm, stored, typed
from unrut.web.reflect.look_back_views import SCREENS
from unrut.web.reflect.safety_views import Panel, panel_for
from unrut.web.reflect.sitting_context import sitting_context
from unrut.wording import reflect as wording
from unrut.wording import right_win as right_wording
from unrut.wording.sittings import answers_of_a_week_away, named_week

AFTER_THE_JOB = 2
_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Scale:
    """One sign as the form shows it: the stored or typed answer, and last time's."""

    sign: Sign
    answer: int | None
    last: int | None

    @property
    def values(self) -> range:
        """All answers there are."""
        return range(11)


@require_http_methods(["GET", "HEAD", "POST"])
def today_page(request: OwnedRequest) -> HttpResponse:
    """This week; a home without anything gets the welcome instead."""
    week = monday_of(today())
    if request.method != "POST" and "begin" not in request.GET and _is_new(request):
        go_on = AFTER_THE_JOB if present_job(request.owner) else None
        return render(request, "start/welcome.html", {"go_on": go_on, "screens": SCREENS})
    return _week(request, week)


@require_http_methods(["GET", "HEAD", "POST"])
def week_page(request: OwnedRequest, week: date) -> HttpResponse:
    """An earlier week, to read or to answer late."""
    if week != monday_of(week):
        return redirect("week", week=monday_of(week))
    if not EARLIEST_WEEK <= week <= today():
        raise Http404
    return _week(request, week)


@require_POST
def add_lines(request: OwnedRequest, week: date) -> HttpResponse:
    """Store the lines of one box at once and answer with them and their facets."""
    kind = NoteKind.LIKE if "liked" in request.POST else NoteKind.DISLIKE
    text = request.POST.get("liked") or request.POST.get("disliked") or ""
    added = add_notes(request.owner, kind, text, week=week, today=today())
    keep_readings(request.owner)
    views = [note_view(request.owner, note) for note in added]
    context = {"notes": views, "panel": panel_for(request.owner, [text]), **_chips_context(week)}
    return render(request, "reflect/_notes.html", context)


@require_POST
def correct(request: OwnedRequest, note_id: int) -> HttpResponse:
    """Confirm, add or remove one facet of a note."""
    if facet := request.POST.get("remove"):
        note = correct_note(request.owner, note_id, facet, holds=False)
    elif facet := request.POST.get("confirm") or request.POST.get("add"):
        note = correct_note(request.owner, note_id, facet, holds=True)
    else:
        return back(request, "today")
    if wants_part(request):
        context = {"note": note_view(request.owner, note), **_chips_context(note.week)}
        return render(request, "reflect/_note.html", context)
    return back(request, "today", f"#note-{note.pk}")


@require_POST
def sort(request: OwnedRequest, note_id: int) -> HttpResponse:
    """Say whether a note was liked or disliked."""
    note = sort_note(request.owner, note_id, request.POST.get("kind", ""))
    keep_readings(request.owner)
    return back(request, "today", f"#note-{note.pk}")


@require_POST
def remove(request: OwnedRequest, note_id: int) -> HttpResponse:
    """Remove a note."""
    remove_note(request.owner, note_id)
    if wants_part(request):
        return HttpResponse("")
    return back(request, "today")


def _week(request: OwnedRequest, week: date) -> HttpResponse:
    checkin = checkin_of(request.owner, week)
    if request.method != "POST":
        return _week_response(request, week, WeekForm(stored(checkin)), checkin)
    posted = typed(request.POST)
    form = WeekForm(posted)
    if form.is_valid():
        revision = form.cleaned_data["revision"] or 0
        try:
            save_week(request.owner, week, form.answers(), form.lines(), today=today(), revision=revision)
        except EXPECTED as error:
            told = sentence_of(error)
            return _again(request, week, posted, str(told), status=status_of(told))
        keep_readings(request.owner)
        messages.success(request, _what_changed(behind(request.owner).picture, form.answers()))
        if panel := _panel(request):
            # Not by way of another address: what was recognised must be stored nowhere, not even until the next page.
            checkin = checkin_of(request.owner, week)
            return _week_response(request, week, WeekForm(stored(checkin)), checkin, panel=panel)
        return back(request, "today", "#saved")
    return _again(request, week, posted, _unreadable(form))


def _unreadable(form: WeekForm) -> str:
    """What could not be read: the hours are marked where they stand, anything else is named."""
    if "hours" in form.errors:
        return gettext("One answer could not be read. It is marked below; nothing was saved yet.")
    name, reasons = next(iter(form.errors.items()))
    return gettext("The answer for %(name)s could not be read, so nothing was saved yet. %(reason)s") % {
        "name": name,
        "reason": reasons[0],
    }


def _again(
    request: OwnedRequest,
    week: date,
    posted: QueryDict,
    sentence: str,
    *,
    status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY,
) -> HttpResponse:
    """The form with everything that was typed, the sentence above it, and the revision stored now."""
    checkin = checkin_of(request.owner, week)
    again = posted.copy()
    again["revision"] = str(checkin.revision if checkin else 0)
    shown = WeekForm(again)
    panel = _panel(request, is_kept=False)
    return _week_response(request, week, shown, checkin, sentence=sentence, status=status, panel=panel)


def _panel(request: OwnedRequest, *, is_kept: bool = True) -> Panel | None:
    """Help beside what was just written, if the words ask for it."""
    written = [request.POST.get(box, "") for box in ("liked", "disliked", "moved")]
    return panel_for(request.owner, written, is_kept=is_kept)


def _week_response(
    request: OwnedRequest,
    week: date,
    form: WeekForm,
    checkin: CheckIn | None,
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
    panel: Panel | None = None,
) -> HttpResponse:
    notes = week_notes(request.owner, week)
    now = today()
    last = last_checkin_before(request.owner, week)
    context = {
        "week": week,
        "last_day": week + timedelta(days=6),
        "week_words": named_week(week, today=now),
        "is_this_week": week == monday_of(now),
        "earlier": week - _A_WEEK,
        "later": week + _A_WEEK if week + _A_WEEK <= now else None,
        "form": form,
        "values": form.data,
        "is_away": str(form.data.get("away", "")) in {"on", "True"},
        "checkin": checkin,
        "sentence": sentence,
        "panel": panel,
        "scales": _scales(request, week, form.data, last),
        "liked": [note for note in notes if note.kind == NoteKind.LIKE],
        "disliked": [note for note in notes if note.kind == NoteKind.DISLIKE],
        "unsorted": unsorted_notes(request.owner),
        "moved": list(checkin.accomplishments.all()) if checkin else [],
        "plan": plan_of(request.owner, today=now),
        **_right_win(request.owner, is_asked=week == monday_of(now) and bool(checkin) and panel is None),
        "decisions_due": due_lines(request.owner, now) if week == monday_of(now) and panel is None else [],
        **sitting_context(request.owner, week, checkin, has_answers=bool(last or checkin), today=now),
        **_chips_context(week),
    }
    return render(request, "reflect/week.html", context, status=status)


def _right_win(owner: Person, *, is_asked: bool) -> dict[str, Any]:
    """What to bring back beside a week that was just told, when it was low; never beside the panel."""
    shown = right_win(owner, today=today()) if is_asked else None
    if shown is None:
        return {}
    return {"right": shown, "right_lead": right_wording.lead(shown), "right_why": right_wording.why(shown)}


def _scales(request: OwnedRequest, week: date, data: Mapping[str, Any], last: CheckIn | None) -> list[Scale]:
    signs = shipped_vocabulary().signs
    return [
        Scale(signs[sign], _whole(data.get(sign)), getattr(last, sign, None))
        for sign in sign_order(request.owner, week)
    ]


def _whole(value: Any) -> int | None:
    return int(value) if str(value or "").isdecimal() or value == 0 else None


def _chips_context(week: date) -> dict[str, Any]:
    return {"groups": shipped_vocabulary().by_group(), "back": _address(week)}


def _address(week: date) -> str:
    return "/?begin" if week == monday_of(today()) else f"/week/{week.isoformat()}/"


def _is_new(request: OwnedRequest) -> bool:
    """Nothing written or answered yet."""
    owner = request.owner
    return not (
        behind(owner).picture.weeks
        or unsorted_notes(owner)
        or plan_of(owner, today=today())
        or looks_ahead(owner, today=today()).has_look_back
    )


def _what_changed(picture: Picture, answers: CheckInAnswers) -> str:
    """What is said after saving, first of all what was not kept."""
    told = wording.lead(picture)
    if not answers.at_work and (answers.signs or answers.hours is not None):
        told = f"{answers_of_a_week_away()} {told}"
    return gettext("Saved. %(lead)s") % {"lead": told}
