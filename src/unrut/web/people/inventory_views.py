"""Step 3: an inventory of strengths to answer about oneself, as an optional extra."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.inventory import Item, in_turn, shipped_scales
from unrut.errors import status_of
from unrut.queries.strengths import inventory_answers, inventory_scores
from unrut.services.strengths import save_inventory
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.wording import portrait as wording

PAGE = 23
LONGEST_PART, LONGEST_SHOWN = 2, 40
KEEP, CLEAR = "keep", "clear"


@require_http_methods(["GET", "HEAD", "POST"])
def inventory_page(request: OwnedRequest) -> HttpResponse:
    """A part of the sentences; posting keeps the answers and goes on, or takes them all back."""
    answers = inventory_answers(request.owner)
    part = _part(request.GET.get("part", ""), answers)
    if request.method != "POST":
        return _page(request, part, answers)
    doing = request.POST.get("doing", KEEP)
    if doing not in {KEEP, CLEAR}:
        raise Http404
    try:
        messages.success(request, _keep(request, part, doing))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, part, answers, sentence=str(told), status=status_of(told))
    return redirect(_next(part, doing))


def _keep(request: OwnedRequest, part: int, doing: str) -> str:
    """Do what was asked for, and say so. What is left open stays as it was: another window may have answered it."""
    if doing == CLEAR:
        save_inventory(request.owner, {item.id: None for item in in_turn()})
        return gettext("All your answers are taken back.")
    given = {item.id: request.POST[item.id] for item in _parts()[part] if request.POST.get(item.id)}
    save_inventory(request.owner, {item: _answer(written) for item, written in given.items()})
    return gettext("Kept.")


def _page(
    request: OwnedRequest,
    part: int,
    answers: Mapping[str, int],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    items, parts = in_turn(), _parts()
    names = {scale.id: scale.name for scale in shipped_scales()}
    chosen = {**{item: str(answer) for item, answer in answers.items()}, **request.POST.dict()}
    context = {
        "lead": wording.inventory_lead(len(answers), len(items)),
        "items": [(item, chosen.get(item.id, "")) for item in parts[part]],
        "choices": [(str(value), words) for value, words in wording.agreement_words()],
        "part": part + 1,
        "parts": [(number, number == part + 1) for number in range(1, len(parts) + 1)],
        "is_last": part + 1 == len(parts),
        "is_whole": len(answers) == len(items),
        "has_answers": bool(answers),
        "scores": [
            (names[each.scale], f"{each.value:.2f}", wording.agreement(each.value))
            for each in inventory_scores(request.owner)
            if each.value is not None
        ],
        "sentence": sentence,
    }
    return render(request, "people/strengths_inventory.html", context, status=status)


def _parts() -> list[tuple[Item, ...]]:
    items = in_turn()
    return [items[first : first + PAGE] for first in range(0, len(items), PAGE)]


def _part(written: str, answers: Mapping[str, int]) -> int:
    """Which part is asked for, from 0; for anything else the first that has a sentence open."""
    parts = _parts()
    number = int(written) if written.isdecimal() and len(written) <= LONGEST_PART else 0
    if 1 <= number <= len(parts):
        return number - 1
    is_open = (any(item.id not in answers for item in items) for items in parts)
    return next((at for at, still in enumerate(is_open) if still), 0)


def _next(part: int, doing: str) -> str:
    """The part that follows, and after the last one the scores."""
    address = reverse("people-strengths-inventory")
    if doing == CLEAR:
        return address
    is_last = part + 1 == len(_parts())
    return f"{address}?part={part + 1}#scores" if is_last else f"{address}?part={part + 2}"


def _answer(written: str) -> int:
    if len(written) != 1 or not written.isdecimal():
        raise InvalidInputError(
            gettext("“%(written)s” is no answer. Choose one of the five.")
            % {"written": written[:LONGEST_SHOWN]}
        )
    return int(written)
