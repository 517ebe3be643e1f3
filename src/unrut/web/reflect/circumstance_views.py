"""Step 1: saying when which manager, team, project or place it was."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.errors import status_of
from unrut.models import Circumstance, CircumstanceKind
from unrut.queries.circumstances import circumstances
from unrut.services.circumstances import (
    ToldCircumstance,
    add_circumstance,
    change_circumstance,
    remove_circumstance,
)
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.reflect.posted import posted_day
from unrut.wording.following import kind_name, one_of_kind


@require_http_methods(["GET", "HEAD", "POST"])
def circumstances_page(request: OwnedRequest) -> HttpResponse:
    """What was said so far, and a form for one more; what cannot be kept is shown again as it was typed."""
    if request.method != "POST":
        return _page(request, {})
    try:
        add_circumstance(request.owner, _told(request.POST), today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept. The page “What is behind it” looks at it from now on."))
    return redirect("behind-circumstances")


@require_POST
def change(request: OwnedRequest, circumstance_id: int) -> HttpResponse:
    """Correct or remove one."""
    if "remove" in request.POST:
        remove_circumstance(request.owner, circumstance_id)
        messages.success(request, gettext("Removed. Your notes stay as they are."))
        return redirect("behind-circumstances")
    try:
        change_circumstance(request.owner, circumstance_id, _told(request.POST), today=today())
    except InvalidInputError as error:
        typed = {**request.POST.dict(), "id": circumstance_id}
        return _page(request, {}, changed=typed, sentence=str(error), status=status_of(error))
    messages.success(request, gettext("Saved."))
    return redirect("behind-circumstances")


def _page(
    request: OwnedRequest,
    typed: Mapping[str, object],
    *,
    changed: Mapping[str, object] | None = None,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    rows = circumstances(request.owner)
    context = {
        "groups": [
            (kind_name(kind), [_row(row, changed) for row in rows if row.kind == kind])
            for kind in CircumstanceKind.values
            if any(row.kind == kind for row in rows)
        ],
        "kinds": [(kind, one_of_kind(kind)) for kind in CircumstanceKind.values],
        "typed": typed,
        "sentence": sentence,
        "today": today(),
    }
    return render(request, "reflect/circumstances.html", context, status=status)


def _row(row: Circumstance, changed: Mapping[str, object] | None) -> dict[str, object]:
    """A row as its form shows it: what is stored, or what was just typed and could not be kept."""
    stored: dict[str, object] = {
        "id": row.pk,
        "kind": row.kind,
        "name": row.name,
        "started_on": row.started_on.isoformat(),
        "ended_on": row.ended_on.isoformat() if row.ended_on else "",
    }
    shown = {**stored, **changed} if changed and changed["id"] == row.pk else stored
    return {"row": row, "shown": shown, "is_wrong": shown is not stored}


def _told(posted: Mapping[str, str]) -> ToldCircumstance:
    started = posted_day(posted.get("started_on", ""))
    if started is None:
        raise InvalidInputError(
            gettext("The day it began is missing. A rough day will do: the first of a month.")
        )
    return ToldCircumstance(
        kind=posted.get("kind", ""),
        name=posted.get("name", ""),
        started_on=started,
        ended_on=posted_day(posted.get("ended_on", "")),
    )
