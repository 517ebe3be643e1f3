"""Step 3: pages of openings that are watched, and looked at when the person asks for it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unrut.clock import now, today
from unrut.errors import status_of
from unrut.models import Board, BoardUpdate
from unrut.queries.scope import of, one
from unrut.services.board_rounds import start_round
from unrut.services.boards import ask_to_stop, is_running, looks_of, unwatch, watch
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.wording import boards as wording


@require_http_methods(["GET", "HEAD", "POST"])
def boards_page(request: OwnedRequest) -> HttpResponse:
    """The watched pages, and how the last round went; posting watches one more, which asks nothing yet."""
    if request.method != "POST":
        return _page(request)
    typed = request.POST.get("named", "")
    try:
        watch(request.owner, typed, today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, sentence=str(told), status=status_of(told), typed=typed)
    messages.success(request, gettext("Watched. Nothing is asked before you say so."))
    return redirect("fit-boards")


@require_POST
def remove(request: OwnedRequest, board_id: int) -> HttpResponse:
    """Watch a page no longer."""
    board = one(Board, request.owner, board_id)
    unwatch(request.owner, str(board.pk))
    messages.success(request, gettext("No longer watched. Its openings stay."))
    return redirect("fit-boards")


@require_POST
def update(request: OwnedRequest) -> HttpResponse:
    """Look at all watched pages, beside this one."""
    # Inline: the client is slow to load, and only needed when somebody asks for a look.
    from unrut.fetching.client import WebFetcher  # noqa: PLC0415

    start_round(request.owner, WebFetcher, now=now, today=today())
    return redirect("fit-boards")


@require_POST
def stop(request: OwnedRequest) -> HttpResponse:
    """End the round that is running after its current request."""
    ask_to_stop(request.owner)
    messages.success(request, gettext("It stops after the request that is under way."))
    return redirect("fit-boards")


@require_safe
def progress(request: OwnedRequest) -> HttpResponse:
    """How far the round is, for a page that stays open."""
    return render(request, "explore/_round.html", _round(request))


def _page(request: OwnedRequest, *, sentence: str = "", status: int = 200, typed: str = "") -> HttpResponse:
    boards = list(of(Board, request.owner))
    context = {
        "lead": wording.lead(boards),
        "boards": [(board, wording.last_look(board)) for board in boards],
        "sentence": sentence,
        "typed": typed,
        **_round(request),
    }
    return render(request, "explore/boards.html", context, status=status)


def _round(request: OwnedRequest) -> dict[str, object]:
    last = of(BoardUpdate, request.owner).last()
    running = last is not None and is_running(last, now())
    looks = looks_of(last) if last else ()
    return {
        "round": last,
        "is_running": running,
        "is_cut_short": last is not None and not running and last.ended_at is None,
        "looks": looks,
        "failed": sum(look.is_failed for look in looks),
    }
