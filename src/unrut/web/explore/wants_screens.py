"""Step 3: saying what one wants, screen by screen; each is stored when it is left."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.core.errors import InvalidInputError
from unrut.core.explore.criteria import want_name
from unrut.core.explore.want_ranges import ends_of
from unrut.core.explore.wants import HEAVIEST, MOST_WANTS, Want
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture
from unrut.errors import status_of
from unrut.queries.frame import wants_of
from unrut.queries.reflect import behind
from unrut.services.want_screens import (
    beside_first,
    choose_criteria,
    put_first,
    save_ranges,
    wants_now,
    weigh_beside,
)
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.posted_numbers import posted_level
from unrut.web.explore.wants_place import SCREENS, go_on, screen_context
from unrut.wording import trade_offs
from unrut.wording import wants as wording

Show = Callable[[str, int], HttpResponse]


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """Something one may want, on the screen where it is chosen. `written` is the person's own name for it, as typed."""

    facet: str
    name: str
    ground: str
    is_chosen: bool
    written: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class CriterionGroup:
    """Facets that are folded together."""

    name: str
    rows: list[CriterionRow]
    is_open: bool


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A criterion with its two ends, as stored or as typed."""

    facet: str
    name: str
    choices: list[tuple[str, str]]
    worst: str
    best: str


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A criterion with its weight beside the first, as stored or as typed."""

    facet: str
    name: str
    change: str
    weight: int
    points: str


@require_http_methods(["GET", "HEAD", "POST"])
def criteria_page(request: OwnedRequest) -> HttpResponse:
    """What counts: proposed from the notes, any other facet, and things of one's own."""

    def keep() -> str:
        forgotten = choose_criteria(
            request.owner,
            request.POST.getlist("criterion"),
            names=_names(request.POST),
            own=request.POST.get("own", ""),
        )
        return trade_offs.forgotten_words(forgotten)

    def show(sentence: str, status: int) -> HttpResponse:
        return _criteria(request, request.POST, sentence=sentence, status=status)

    return _kept(request, "criteria", keep, show)


@require_http_methods(["GET", "HEAD", "POST"])
def ranges_page(request: OwnedRequest) -> HttpResponse:
    """From which worst to which best level each of them really lies."""

    def keep() -> str:
        return trade_offs.forgotten_words(save_ranges(request.owner, _posted_ranges(request)))

    def show(sentence: str, status: int) -> HttpResponse:
        rows = [_range_row(want, request.POST) for want in wants_now(request.owner)]
        return _screen(request, "ranges", sentence=sentence, status=status, rows=rows)

    return _kept(request, "ranges", keep, show)


@require_http_methods(["GET", "HEAD", "POST"])
def first_page(request: OwnedRequest) -> HttpResponse:
    """Which of them one would move from its bad end to its good end first."""

    def keep() -> str:
        put_first(request.owner, request.POST.get("first", ""))
        return ""

    def show(sentence: str, status: int) -> HttpResponse:
        wants, are_proposed = wants_of(request.owner, behind(request.owner).picture)
        rows = [(want, *wording.end_words(want)) for want in sorted(wants, key=lambda want: -want.weight)]
        chosen = (
            "" if are_proposed else next((want.facet for want, *_ in rows if want.weight == HEAVIEST), "")
        )
        return _screen(request, "first", sentence=sentence, status=status, rows=rows, chosen=chosen)

    return _kept(request, "first", keep, show)


@require_http_methods(["GET", "HEAD", "POST"])
def weights_page(request: OwnedRequest) -> HttpResponse:
    """How much each of the others counts beside the first."""

    def keep() -> str:
        weights = {
            want.facet: _posted(request.POST, f"weight-{want.facet}", want)
            for want in wants_now(request.owner)
            if f"weight-{want.facet}" in request.POST
        }
        weigh_beside(request.owner, weights)
        return ""

    def show(sentence: str, status: int) -> HttpResponse:
        wants = beside_first(wants_now(request.owner))
        first = wording.name_within(wants[0]) if wants else ""
        return _screen(
            request,
            "weights",
            sentence=sentence,
            status=status,
            first=wants[0] if wants else None,
            first_change=wording.improvement(wants[0]) if wants else "",
            scale=json.dumps(wording.beside_scale(first)),
            rows=[_weight_row(want, first, request.POST) for want in wants[1:]],
        )

    return _kept(request, "weights", keep, show)


def _kept(request: OwnedRequest, screen: str, keep: Callable[[], str], show: Show) -> HttpResponse:
    """The screen; sending it stores it and leads to the next, what cannot be stored is shown again as it was typed."""
    if request.method != "POST":
        return show("", HTTPStatus.OK)
    try:
        said = keep()
    except EXPECTED as error:
        told = sentence_of(error)
        return show(str(told), status_of(told))
    if said:
        messages.success(request, said)
    return go_on(request, SCREENS[SCREENS.index(screen) + 1])


def _screen(
    request: OwnedRequest, screen: str, *, sentence: str = "", status: int = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    context = screen_context(screen) | {"sentence": sentence} | more
    return render(request, f"explore/wants_{screen}.html", context, status=status)


def _criteria(request: OwnedRequest, posted: QueryDict, *, sentence: str, status: int) -> HttpResponse:
    picture = behind(request.owner).picture
    wants, are_proposed = wants_of(request.owner, picture)
    chosen = set(posted.getlist("criterion")) if posted else {want.facet for want in wants}
    rows = [
        CriterionRow(
            want.facet,
            want_name(want, shipped_vocabulary()),
            wording.ground_words(want.facet, picture),
            want.facet in chosen,
            posted.get(f"name-{want.facet}", want_name(want, shipped_vocabulary())),
            want.is_own,
        )
        for want in sorted(wants, key=lambda want: -want.weight)
    ]
    return _screen(
        request,
        "criteria",
        sentence=sentence,
        status=status,
        rows=rows,
        groups=_groups({row.facet for row in rows}, chosen, picture),
        are_proposed=are_proposed,
        own=posted.get("own", ""),
        most=MOST_WANTS,
    )


def _groups(known: set[str], chosen: set[str], picture: Picture) -> list[CriterionGroup]:
    """All facets that do not stand above; a group is open where something in it is ticked, or where nothing stands above."""
    groups: list[CriterionGroup] = []
    for name, facets in shipped_vocabulary().by_group():
        rows = [
            CriterionRow(
                facet.id, facet.name, wording.ground_words(facet.id, picture), facet.id in chosen, ""
            )
            for facet in facets
            if facet.id not in known
        ]
        if rows:
            is_open = any(row.is_chosen for row in rows) or not (known or groups)
            groups.append(CriterionGroup(name, rows, is_open))
    return groups


def _names(posted: Mapping[str, str]) -> dict[str, str]:
    """The names that were typed, by criterion."""
    return {field.removeprefix("name-"): text for field, text in posted.items() if field.startswith("name-")}


def _range_row(want: Want, posted: Mapping[str, str]) -> RangeRow:
    worst, best = (str(round(level)) for level in ends_of(want))
    vocabulary = shipped_vocabulary()
    return RangeRow(
        want.facet,
        want_name(want, vocabulary),
        wording.level_choices(want.facet),
        posted.get(f"worst-{want.facet}", worst),
        posted.get(f"best-{want.facet}", best),
    )


def _posted_ranges(request: OwnedRequest) -> dict[str, tuple[int, int]]:
    return {
        want.facet: (
            _posted(request.POST, f"worst-{want.facet}", want),
            _posted(request.POST, f"best-{want.facet}", want),
        )
        for want in wants_now(request.owner)
        if f"worst-{want.facet}" in request.POST
    }


def _weight_row(want: Want, first: str, posted: Mapping[str, str]) -> WeightRow:
    typed = posted.get(f"weight-{want.facet}", "")
    weight = next((value for value in range(HEAVIEST + 1) if str(value) == typed), round(want.weight))
    return WeightRow(
        want.facet,
        want_name(want, shipped_vocabulary()),
        wording.improvement(want),
        weight,
        wording.points_words(weight, first),
    )


def _posted(posted: Mapping[str, str], field: str, want: Want) -> int:
    """The number of a control of a criterion. Raises InvalidInputError."""
    name = want_name(want, shipped_vocabulary())
    number = posted_level(posted.get(field, ""), name)
    if number is None:
        raise InvalidInputError(gettext("%(name)s has no answer. Choose one.") % {"name": name})
    return number
