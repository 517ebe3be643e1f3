"""Tests of a way out: those planned, what came of them, and those that could change the choice most."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented, section
from unrut.core.explore.cheap_tests import ProposedTest
from unrut.models import WayTest
from unrut.queries.frame import PRESENT
from unrut.queries.outcomes import Board
from unrut.queries.turns import proposals_of
from unrut.queries.ways import WayView
from unrut.wording.way_tests import about_words, came_words, expected_words
from unrut.wording.ways import way_name

_SHOWN = ("kind", "facet", "text", "line", "chance", "predicted_on", "result", "result_on", "learned")


def tests_lines(board: Board, view: WayView) -> list[str]:
    """What was planned and tried of one way, and what could be."""
    told = [f"{way_name(view)} [{view.key}]"]
    if not view.tests:
        told += ["Nothing is planned or tried yet."]
    for test in view.tests:
        told += indented(_test_lines(test))
    return told + section("What could tell you most", _proposal_lines(_proposals(board, view), view.key))


def tests_values(board: Board, view: WayView) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "key": view.key,
        "tests": [
            {"id": test.pk, **{name: getattr(test, name) for name in _SHOWN}, "step": test.step_id}
            for test in view.tests
        ],
        "proposals": [asdict(proposed) for proposed in _proposals(board, view)],
    }


def _proposals(board: Board, view: WayView) -> list[ProposedTest]:
    """Staying needs no test: one knows it."""
    return [] if view.key == PRESENT else proposals_of(board, view)


def _test_lines(test: WayTest) -> list[str]:
    came = came_words(test)
    return [
        f"{test.pk}  {test.text} ({about_words(test.facet)})",
        *indented([expected_words(test), *([came] if came else []), *test.learned.splitlines()]),
    ]


def _proposal_lines(found: Sequence[ProposedTest], key: str) -> list[str]:
    if not found:
        return []
    told: list[str] = []
    for place, proposed in enumerate(found, start=1):
        told += [
            f"{place}. {proposed.text}",
            *indented([proposed.why, f"Good enough is {proposed.line} of 10."]),
        ]
    return [*told, f"Plan one: unrut options test plan {key} --proposal 1 --chance PERCENT."]
