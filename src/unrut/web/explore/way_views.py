"""Step 3: one way out: how it would be over time, what it takes, and what the person knows of it."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.clock import today
from unrut.core.explore.moves import moves_for
from unrut.core.explore.outcomes import Outcome
from unrut.core.explore.strengths.use import used_by
from unrut.core.explore.ways import WayKind
from unrut.core.facets import shipped_vocabulary
from unrut.errors import status_of
from unrut.queries.outcomes import Board, board_of, turning_of
from unrut.queries.ways import WayView
from unrut.services.ways import WayDescription, add_way, describe_way
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.way_form import posted_description, way_form
from unrut.web.explore.way_test_views import tests_context
from unrut.web.explore.ways_views import named_phases, staying_line
from unrut.web.people.subjects import learned_context
from unrut.web.pictures_phases import PHONE, WIDE, PhasePicture, phase_picture, phase_scale
from unrut.wording import ways as wording
from unrut.wording.strengths import used_words
from unrut.wording.way_money import money_lines, more_then


@require_http_methods(["GET", "HEAD", "POST"])
def way_page(request: OwnedRequest, key: str) -> HttpResponse:
    """One way; posting keeps what the person says of it, and shows again what cannot be kept."""
    board = board_of(request.owner)
    way = board.way(key)
    if request.method != "POST":
        return _page(request, board, way, {})
    if way.kind is WayKind.STAY:
        return redirect("fit-job")
    try:
        _keep(request, way, posted_description(board, way, request.POST))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, board, way, request.POST.dict(), sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept. The comparison counts with it from now on."))
    return redirect("fit-way", key=key)


def _keep(request: OwnedRequest, way: WayView, said: WayDescription) -> None:
    """All of it or nothing; the changed job is there as a row from the first thing that is said of it."""
    with transaction.atomic():
        row = way.way or add_way(request.owner, way.kind, said.title, today=today())
        describe_way(request.owner, row.pk, said)


def _page(
    request: OwnedRequest,
    board: Board,
    way: WayView,
    typed: Mapping[str, str],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    outcome = board.outcome(way.key)
    is_staying = way.kind is WayKind.STAY
    turning = turning_of(board, way.key) if outcome and not is_staying else None
    context = {
        "way": way,
        "name": wording.way_name(way),
        "lead": wording.way_lead(way, outcome),
        "kind": wording.kind_words(way),
        "strengths": "" if is_staying else used_words(used_by(way.levels, board.frame.strengths)),
        "is_staying": is_staying,
        "form": None if is_staying else way_form(board, way, turning, typed),
        "has_purse": board.purse is not None,
        "money": _money(board, way, outcome),
        "facts": wording.facts_line(way, board.purse.currency if board.purse else ""),
        **_over_time(board, way, outcome),
        **_what_to_do(board, way),
        **tests_context(request, board, way),
        **learned_context(request.owner, way.way),
        "sentence": sentence,
    }
    return render(request, "explore/way.html", context, status=status)


def _over_time(board: Board, way: WayView, outcome: Outcome | None) -> dict[str, object]:
    """The picture of the three stretches of time, its sentences and its table."""
    if outcome is None or board.outcomes is None:
        return {"outcome": None}
    staying = staying_line(board)
    return {
        "outcome": outcome,
        "better": wording.better_lines(outcome),
        "pictures": _pictures(way, outcome, staying),
        "phases": named_phases(outcome),
        "staying": staying,
        "over_time": wording.phases_sentence(way, outcome, staying),
        "lasting": wording.lasting_sentence(way),
    }


def _pictures(way: WayView, outcome: Outcome, staying: float) -> list[PhasePicture]:
    """For a phone and for a wide screen, on the scale of this way and staying."""
    there = None if way.kind is WayKind.STAY else outcome.there.middle
    scale = phase_scale([outcome], staying, *([] if there is None else [there]))
    phases = named_phases(outcome)
    return [phase_picture(phases, staying, scale, size, there=there) for size in (PHONE, WIDE)]


def _money(board: Board, way: WayView, outcome: Outcome | None) -> list[str]:
    if outcome is None or outcome.money is None or board.purse is None:
        return []
    return money_lines(outcome.money, board.purse.currency, more=more_then(way, board.purse))


def _what_to_do(board: Board, way: WayView) -> dict[str, object]:
    """The moves and the request that change the job, or the stages in which an interest becomes work."""
    if way.kind is WayKind.CHANGE:
        causes, vocabulary = board.frame.picture.causes, shipped_vocabulary()
        return {
            "moves": moves_for(causes, vocabulary),
            "has_harm": any(vocabulary[cause.facet].safety for cause in causes),
        }
    if way.kind is WayKind.INTEREST:
        return {"stages": way.usual.stages}
    return {}
