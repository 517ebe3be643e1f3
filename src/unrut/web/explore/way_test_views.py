"""Step 3: cheap tests of a way: proposed, planned with a prediction, tried, and made a step of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from unrut.clock import today
from unrut.core.errors import InvalidInputError, UnrutError
from unrut.core.explore.cheap_tests import ProposedTest, TestKind, shipped_tests
from unrut.core.explore.criteria import want_name
from unrut.core.explore.ways import Figure, WayKind
from unrut.core.facets import shipped_vocabulary
from unrut.errors import status_of
from unrut.models import Person, Way, WayTest
from unrut.queries.frame import Frame, frame_of
from unrut.queries.outcomes import Board
from unrut.queries.plan import current_goal
from unrut.queries.scope import one
from unrut.queries.turns import proposals_of
from unrut.queries.ways import WayView, key_of, purse_of, ways_of
from unrut.services.way_tests import Expected, finish_test, make_test_a_step, plan_test, remove_test
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.posted_numbers import posted_level, posted_percent
from unrut.wording import way_tests as wording

PERCENT = 100
LEVELS = range(11)
Typed = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TriedRow:
    """A test as it stands on the page of its way; `low` and `high` say what results of 0 and 10 mean."""

    test: WayTest
    kind: str
    about: str
    expected: str
    came: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed test with the words around it."""

    proposed: ProposedTest
    kind: str
    about: str
    low: str
    high: str


def tests_context(request: OwnedRequest, board: Board, view: WayView) -> dict[str, Any]:
    """What the page of a way shows of its tests; nothing for a way that is no row yet."""
    if view.way is None:
        return {}
    names = _names(board.frame)
    planned = {test.text for test in view.tests}
    return {
        "tests_template": "explore/_way_tests.html",
        "way_id": view.way.pk,
        "tests": [_row(test, names) for test in view.tests],
        "proposals": [
            _proposal(each, names) for each in proposals_of(board, view) if each.text not in planned
        ],
        "has_goal": current_goal(request.owner) is not None,
        **_choices(board.frame),
    }


@require_POST
def tests(request: OwnedRequest, way_id: int) -> HttpResponse:
    """Plan a test; what cannot be kept is shown again as it was typed."""
    way = one(Way, request.owner, way_id)
    try:
        plan_test(request.owner, way_id, _expected(request.POST), today=today())
    except EXPECTED as error:
        context = {"way_id": way.pk, "typed": request.POST, "is_plan": True}
        return _again(request, way, sentence_of(error), context)
    messages.success(request, gettext("Planned. What you expect is kept as you said it."))
    return _to_the_tests(way)


@require_POST
def change(request: OwnedRequest, test_id: int, change: str) -> HttpResponse:
    """Keep what came of a test, make it a step of the plan, or forget it."""
    test = one(WayTest, request.owner, test_id)
    doing = {"result": _finish, "step": _make_a_step, "remove": _remove}.get(change)
    if doing is None:
        raise Http404
    try:
        told = doing(request, test)
    except EXPECTED as error:
        names = _names(frame_of(request.owner))
        context = {
            "row": _row(test, names),
            "typed": request.POST,
            "result": _level_or_none(request.POST.get("result", "")),
            "is_result": change == "result",
            "is_step": change == "step",
        }
        return _again(request, test.way, sentence_of(error), context)
    messages.success(request, told)
    return _to_the_tests(test.way)


def _finish(request: OwnedRequest, test: WayTest) -> str:
    result = posted_level(request.POST.get("result", ""), gettext("Result"))
    if result is None:
        raise InvalidInputError(gettext("What came of it is missing. Give a number from 0 to 10."))
    before = _view_of(request.owner, test)
    finish_test(request.owner, test.pk, result, learned=request.POST.get("learned", ""), today=today())
    return _moved(test, before, _view_of(request.owner, test), _names(frame_of(request.owner)))


def _make_a_step(request: OwnedRequest, test: WayTest) -> str:
    make_test_a_step(request.owner, test.pk)
    return gettext("It is a step of your plan now.")


def _remove(request: OwnedRequest, test: WayTest) -> str:
    remove_test(request.owner, test.pk)
    return gettext("Removed.")


def _moved(test: WayTest, before: WayView, after: WayView, names: Mapping[str, str]) -> str:
    """How the way moved by what came of its test."""
    if test.facet:
        name = wording.about_words(test.facet, names.get(test.facet, ""))
        is_wanted = test.facet in names
        return wording.level_moved(
            name, before.levels.get(test.facet), after.levels.get(test.facet) if is_wanted else None
        )
    chances = [
        view.figures[Figure.CHANCE].estimate.likely if Figure.CHANCE in view.figures else 1.0
        for view in (before, after)
    ]
    return wording.chance_moved(*chances)


def _view_of(owner: Person, test: WayTest) -> WayView:
    views = ways_of(owner, frame_of(owner), purse_of(owner))
    return next(view for view in views if view.way and view.way.pk == test.way_id)


def _expected(posted: Typed) -> Expected:
    line = posted_level(posted.get("line", ""), gettext("Good enough"))
    chance = posted_percent(posted.get("chance", ""), gettext("How likely"))
    if line is None:
        raise InvalidInputError(gettext("Say which result would be good enough, from 0 to 10."))
    if chance is None:
        raise InvalidInputError(gettext("Say how likely that is, from 0 to 100 percent. A guess will do."))
    return Expected(
        kind=posted.get("kind", ""),
        text=posted.get("text", ""),
        line=line,
        chance=round(chance * PERCENT),
        facet=posted.get("facet", ""),
    )


def _again(request: OwnedRequest, way: Way, error: UnrutError, context: dict[str, Any]) -> HttpResponse:
    """The form once more, with the sentence that says what is wrong."""
    shown = {
        "way": way,
        "way_key": key_of(WayKind(way.kind), way),
        "sentence": str(error),
        **_choices(frame_of(request.owner)),
        **context,
    }
    status: HTTPStatus = status_of(error)
    return render(request, "explore/way_test.html", shown, status=status)


def _level_or_none(written: str) -> int | None:
    """What was chosen on the scale, to be shown again; None for anything that is not on it."""
    return next((level for level in LEVELS if str(level) == written), None)


def _to_the_tests(way: Way) -> HttpResponse:
    return redirect(f"{reverse('fit-way', args=[key_of(WayKind(way.kind), way)])}#tests")


def _names(frame: Frame) -> dict[str, str]:
    return {want.facet: want_name(want, shipped_vocabulary()) for want in frame.wants}


def _choices(frame: Frame) -> dict[str, Any]:
    return {
        "test_kinds": [(kind.value, shipped_tests()[kind].name) for kind in TestKind],
        "test_criteria": [*_names(frame).items(), ("", wording.about_words(""))],
        "levels": LEVELS,
    }


def _row(test: WayTest, names: Mapping[str, str]) -> TriedRow:
    low, high = wording.ends_words(test.facet)
    return TriedRow(
        test=test,
        kind=shipped_tests()[TestKind(test.kind)].name,
        about=wording.about_words(test.facet, names.get(test.facet, "")),
        expected=wording.expected_words(test),
        came=wording.came_words(test),
        low=low,
        high=high,
    )


def _proposal(proposed: ProposedTest, names: Mapping[str, str]) -> Proposal:
    low, high = wording.ends_words(proposed.facet)
    return Proposal(
        proposed=proposed,
        kind=shipped_tests()[proposed.kind].name,
        about=wording.about_words(proposed.facet, names.get(proposed.facet, "")),
        low=low,
        high=high,
    )
