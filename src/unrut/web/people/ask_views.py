"""Step 3: asking others what they see: whom, with which form, and what came of it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.circles import Circle
from unrut.errors import status_of
from unrut.exporters.strengths_invites import form_of, paper_of
from unrut.models import StrengthInvite
from unrut.queries.people import Somebody, people_list
from unrut.queries.strengths import asked_of, circle_of, root_of, self_view_of
from unrut.services.strengths import invite, say_name, take_back_invite
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.reflect.posted import posted_key
from unrut.wording import portrait as wording
from unrut.wording.people import circle_names
from unrut.wording.strengths import asked_words, more_words

MOST_SHOWN, LONGEST_SEARCH = 200, 200
ASK, NAME, TAKE_BACK = "ask", "name", "take-back"


@dataclass(frozen=True, slots=True)
class InviteRow:
    """Somebody who was asked: since when, and a message to go with the form."""

    invite: StrengthInvite
    name: str
    state: str
    message: str


@require_http_methods(["GET", "HEAD", "POST"])
def ask_page(request: OwnedRequest) -> HttpResponse:
    """Whom to ask; posting makes forms for those ticked, takes one back, or keeps the name on them."""
    if request.method != "POST":
        return _page(request)
    doing = request.POST.get("doing", "")
    if doing not in {ASK, NAME, TAKE_BACK}:
        raise Http404
    try:
        messages.success(request, _keep(request, doing))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST.getlist("who"), sentence=str(told), status=status_of(told))
    return redirect("people-strengths-ask")


@require_safe
def form_file(request: OwnedRequest, invite_id: int) -> HttpResponse:
    """The form as a file that opens in any browser."""
    return _file(*form_of(request.owner, invite_id), "text/html; charset=utf-8")


@require_safe
def form_paper(request: OwnedRequest, invite_id: int) -> HttpResponse:
    """The form to print."""
    return _file(*paper_of(request.owner, invite_id, today=today()), "application/pdf")


def _file(name: str, content: bytes, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def _keep(request: OwnedRequest, doing: str) -> str:
    """Do what was asked for, and say so."""
    owner = request.owner
    if doing == TAKE_BACK:
        take_back_invite(owner, posted_key(request.POST.get("invite", "")) or 0)
        return gettext("Taken back. An answer to it is not taken in any more.")
    if doing == NAME:
        say_name(owner, request.POST.get("name", ""))
        return gettext("Kept: your name stands on the forms.")
    keys = [key for written in request.POST.getlist("who") if (key := posted_key(written)) is not None]
    if not keys:
        raise InvalidInputError(gettext("Nobody is ticked. Tick those you want to ask first."))
    say_name(owner, request.POST.get("name", ""))
    invite(owner, keys, today=today())
    return gettext("The forms are made. Each of them is for one person: send it with the message beside it.")


def _page(
    request: OwnedRequest,
    ticked: Collection[str] = (),
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    asked = asked_of(request.owner)
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
    found = people_list(request.owner, words=words, rows=MOST_SHOWN)
    invited = {root_of(each.contact).pk for each in asked.invites}
    context = {
        "lead": wording.ask_lead(len(asked.invites)),
        "asked": asked_words(asked),
        "more": more_words(asked),
        "invites": [_row(each) for each in asked.invites],
        "groups": _groups([person for person in found.people if person.id not in invited], ticked),
        "is_empty": not (found.count or words),
        "is_cut": found.count > MOST_SHOWN,
        "shown": MOST_SHOWN,
        "count": found.count,
        "words": words,
        "name": request.POST.get("name", request.owner.name),
        "is_named": bool(request.owner.name),
        "has_self_view": self_view_of(request.owner) is not None,
        "sentence": sentence,
    }
    return render(request, "people/strengths_ask.html", context, status=status)


def _row(asked: StrengthInvite) -> InviteRow:
    name = root_of(asked.contact).name
    return InviteRow(
        asked, name, wording.invite_state(asked), wording.message_words(name, circle_of(asked.contact))
    )


def _groups(
    people: Collection[Somebody], ticked: Collection[str]
) -> list[tuple[str, list[tuple[Somebody, bool]]]]:
    """Those who can be asked by circle; those of no circle come last."""
    by_circle: dict[Circle, list[tuple[Somebody, bool]]] = defaultdict(list)
    for person in people:
        by_circle[person.circle].append((person, str(person.id) in ticked))
    return [(circle_names(circle), by_circle[circle]) for circle in Circle if by_circle[circle]]
