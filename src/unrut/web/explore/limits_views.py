"""Step 3: deal-breakers, at most three, each with what it hides and with its undo."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.filters import FilterKind
from unrut.core.explore.openings.kinds import Workplace
from unrut.errors import status_of
from unrut.services.opening_filters import add_filter, remove_filter, switch_filter
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.wants_place import screen_context
from unrut.web.explore.wants_views import limits_of
from unrut.web.reflect.posted import posted_key
from unrut.wording import limits
from unrut.wording.facts import workplace_words

MOST_ON = 3
ADD, ON, OFF, REMOVE = "add", "on", "off", "remove"


@require_http_methods(["GET", "HEAD", "POST"])
def limits_page(request: OwnedRequest) -> HttpResponse:
    """What one would never take; posting adds one, or changes one that is there."""
    if request.method != "POST":
        return _page(request, {})
    if request.POST.get("doing") not in {ADD, ON, OFF, REMOVE}:
        raise Http404
    try:
        _change(request, request.POST["doing"])
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST.dict(), sentence=str(told), status=status_of(told))
    return redirect("fit-wants-limits")


def _change(request: OwnedRequest, doing: str) -> None:
    if doing in {ADD, ON}:
        _check_room(request)
    if doing == ADD:
        _add(request)
        return
    key = posted_key(request.POST.get("filter", "")) or 0
    if doing == REMOVE:
        remove_filter(request.owner, key)
    else:
        switch_filter(request.owner, key, is_on=doing == ON)


def _add(request: OwnedRequest) -> None:
    kind, value = request.POST.get("kind", ""), request.POST.get("value", "")
    if kind not in limits.limit_kinds():
        raise InvalidInputError(
            gettext("This is nothing that can be ruled out here. Choose pay, hours or place.")
        )
    if kind == FilterKind.WORKPLACE:
        value = ",".join(request.POST.getlist("workplace"))
    add_filter(request.owner, kind, value)


def _check_room(request: OwnedRequest) -> None:
    """A fourth one would hide more than it helps to decide."""
    hiding, _ = limits_of(request.owner)
    if sum(each.is_on for each in hiding) >= MOST_ON:
        raise InvalidInputError(
            gettext("Three things are ruled out already. Switch one of them off before you add another.")
        )


def _page(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    hiding, openings = limits_of(request.owner)
    context = screen_context("limits") | {
        "lead": limits.limits_lead(hiding),
        "rows": [(each, limits.limit_words(each), limits.hides_words(each, openings)) for each in hiding],
        "is_full": sum(each.is_on for each in hiding) >= MOST_ON,
        "typed": typed if typed.get("doing") == ADD else {},
        "workplaces": [(each.value, workplace_words(each)) for each in Workplace if each],
        "ticked": request.POST.getlist("workplace"),
        "sentence": sentence,
    }
    return render(request, "explore/wants_limits.html", context, status=status)
