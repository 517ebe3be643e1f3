"""The door: signing in, the example, settings, and taking everything along."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST, require_safe

from unrut.clock import now, today
from unrut.config import OPTIONS, load_config
from unrut.errors import status_of
from unrut.exporters.json_export import export_person
from unrut.exporters.reminder import NEUTRAL_TITLE, reminder
from unrut.models.preference import EARLIEST_SITTING, LATEST_SITTING
from unrut.queries.sittings import sitting_day
from unrut.services.example import close_example, open_example
from unrut.services.people import use_sign_in_link
from unrut.services.sittings import choose_sitting
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.middleware import EXAMPLE_SHOWN
from unrut.web.reflect.posted import posted_time
from unrut.wording.sittings import USUAL_TIME, day_name

_SITTING_DAYS = range(EARLIEST_SITTING, LATEST_SITTING + 1)
_WRITTEN_DAYS = frozenset(map(str, _SITTING_DAYS))
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in by a one-time link. Somebody who is in already stays in, whatever the link is worth."""
    if not request.user.is_authenticated:
        login(request, use_sign_in_link(token, now=now()), backend=_BACKEND)
    return redirect("today")


@require_POST
def open_the_example(request: OwnedRequest) -> HttpResponse:
    """Look around in the composed example; one's own rows are untouched."""
    open_example(today=today())
    request.session[EXAMPLE_SHOWN] = True
    return redirect("behind")


@require_POST
def close_the_example(request: OwnedRequest) -> HttpResponse:
    """Back to one's own."""
    request.session.pop(EXAMPLE_SHOWN, None)
    close_example()
    return redirect("today")


@require_safe
def settings_page(request: OwnedRequest) -> HttpResponse:
    """Where things are kept, and how to take them along."""
    return _settings(request, {})


@require_POST
def choose_the_sitting(request: OwnedRequest) -> HttpResponse:
    """Choose the day and time of the weekly sitting."""
    try:
        choose_sitting(
            request.owner, _offset(request.POST.get("day", "")), posted_time(request.POST.get("at", ""))
        )
    except EXPECTED as error:
        told = sentence_of(error)
        return _settings(request, request.POST, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Your day is kept."))
    return redirect("settings")


@require_safe
def reminder_file(request: OwnedRequest) -> HttpResponse:
    """The weekly sitting as a calendar entry with a neutral name."""
    day = sitting_day(request.owner)
    content = reminder(
        day.offset,
        day.at or USUAL_TIME,
        title=request.GET.get("name", ""),
        today=today(),
        made_at=now(),
    )
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="reminder.ics"'},
    )


@require_safe
def export(request: OwnedRequest) -> HttpResponse:
    """Everything of this person as one JSON file."""
    made_at = now()
    content = json.dumps(export_person(request.owner, made_at=made_at), ensure_ascii=False, indent=2)
    name = f"unrut-{made_at:%Y-%m-%d}.json"
    return HttpResponse(
        content,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
def keyboard(request: OwnedRequest) -> HttpResponse:
    """Every key that does something."""
    return render(request, "start/keyboard.html")


def _settings(
    request: OwnedRequest, posted: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    day = sitting_day(request.owner)
    context = {
        "home": load_config().home,
        "options": OPTIONS,
        "sentence": sentence,
        "days": [(str(offset), day_name(offset)) for offset in _SITTING_DAYS],
        "usual": day_name(day.offset),
        "chosen": posted.get("day", str(day.offset) if day.is_chosen else ""),
        "at": posted.get("at", f"{day.at:%H:%M}" if day.at else ""),
        "neutral": NEUTRAL_TITLE,
    }
    return render(request, "start/settings.html", context, status=status)


def _offset(written: str) -> int | None:
    """The day as the form names it; what is no day at all is answered like one that is not at the end of a week."""
    if not written:
        return None
    return int(written) if written in _WRITTEN_DAYS else -1
