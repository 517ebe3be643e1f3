"""Step 3: all ways out side by side, and what is done with one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from unrut.clock import today
from unrut.core.explore.outcomes import Band, Outcome
from unrut.core.explore.ways import KindOfWay, WayKind, shipped_ways
from unrut.errors import status_of
from unrut.models import Interest, Opening, Person, Way
from unrut.queries.frame import PRESENT, TREATED
from unrut.queries.openings import UNDER_WAY
from unrut.queries.outcomes import Board, board_of
from unrut.queries.scope import of, one
from unrut.queries.ways import WayView, key_of
from unrut.services.ways import add_way, put_way_aside, remove_way
from unrut.web.access import OwnedRequest, back
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.pictures_phases import PhasePicture, Scale, phase_picture, phase_scale
from unrut.web.reflect.posted import posted_key
from unrut.wording import ways as wording

MOST_OPENINGS = 50


@dataclass(frozen=True, slots=True)
class WayRow:
    """A way as a line of the board; without outcome and picture while nothing is wanted."""

    way: WayView
    name: str
    kind: str
    better: list[str]
    facts: list[str]
    picture: PhasePicture | None
    outcome: Outcome | None


@require_safe
def ways_page(request: OwnedRequest) -> HttpResponse:
    """All ways, staying first, and the form for one more."""
    return _page(request, {})


@require_POST
def way_add(request: OwnedRequest) -> HttpResponse:
    """Consider one more way; what cannot be kept is shown again as it was typed."""
    try:
        way = add_way(
            request.owner,
            request.POST.get("kind", ""),
            request.POST.get("title", ""),
            today=today(),
            from_opening=posted_key(request.POST.get("opening", "")),
        )
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST, sentence=str(told), status=status_of(told))
    messages.success(
        request, gettext("Added. What is usual for such a way is put in; change what you know better.")
    )
    return redirect("fit-way", key=key_of(WayKind(way.kind), way))


@require_POST
def way_aside(request: OwnedRequest, way_id: int) -> HttpResponse:
    """Leave a way out of the comparison, or take it in again."""
    is_aside = "back-in" not in request.POST
    put_way_aside(request.owner, way_id, is_aside=is_aside)
    if is_aside:
        messages.success(request, gettext("Put aside. You find it below the others."))
    else:
        messages.success(request, gettext("It is beside the others again."))
    return back(request, "fit-ways")


@require_POST
def way_remove(request: OwnedRequest, way_id: int) -> HttpResponse:
    """Forget a way."""
    title = one(Way, request.owner, way_id).title
    remove_way(request.owner, way_id)
    messages.success(request, gettext("“%(way)s” is removed.") % {"way": title})
    return redirect("fit-ways")


def _page(
    request: OwnedRequest,
    typed: Mapping[str, object],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    board = board_of(request.owner)
    scale = phase_scale(board.outcomes.outcomes if board.outcomes else (), staying_line(board))
    context = {
        "lead": wording.board_lead(board),
        "rows": [_row(board, way, scale) for way in board.ways],
        "aside": [(way, wording.way_name(way)) for way in board.aside],
        "aside_count": wording.aside_count(board.aside),
        "phases": wording.phase_names(),
        "has_wants": bool(board.posterior.facets),
        "are_proposed": board.frame.are_wants_proposed,
        "has_purse": board.purse is not None,
        "has_interests": of(Interest, request.owner).exists(),
        "kinds": kinds_to_add(),
        "openings": _openings(request.owner),
        "typed": typed,
        "sentence": sentence,
    }
    return render(request, "explore/ways.html", context, status=status)


def kinds_to_add() -> list[KindOfWay]:
    """The kinds one can add; staying and the changed job are always there."""
    known = shipped_ways()
    return [known[kind] for kind in WayKind if kind not in {WayKind.STAY, WayKind.CHANGE}]


def staying_line(board: Board) -> float:
    """The worth of staying, which every picture has as its line."""
    outcome = board.outcome(PRESENT)
    return outcome.phases[0].middle if outcome else 0.0


def named_phases(outcome: Outcome) -> list[tuple[str, Band]]:
    """The stretches of time with their names."""
    return list(zip(wording.phase_names(), outcome.phases, strict=True))


def _row(board: Board, way: WayView, scale: Scale) -> WayRow:
    outcome = board.outcome(way.key)
    if way.key == TREATED and way not in wording.others_of(board):
        return _unchanged(way)
    return WayRow(
        way=way,
        name=wording.way_name(way),
        kind=wording.kind_words(way),
        better=wording.better_lines(outcome) if outcome else [],
        facts=wording.facts_line(way, board.purse.currency if board.purse else ""),
        picture=phase_picture(named_phases(outcome), staying_line(board), scale) if outcome else None,
        outcome=outcome,
    )


def _unchanged(way: WayView) -> WayRow:
    """The changed job while nothing says what to change: as good as staying, and nothing to draw."""
    return WayRow(way, wording.way_name(way), "", [wording.unchanged_words()], [], None, None)


def _openings(owner: Person) -> list[Opening]:
    """Those kept and under way that are no way yet."""
    rows = of(Opening, owner).filter(status__in=UNDER_WAY).filter(ways__isnull=True)
    return list(rows.order_by("title", "pk")[:MOST_OPENINGS])
