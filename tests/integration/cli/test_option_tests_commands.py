"""`unrut options test`: planned with what is expected, finished, made a step, removed."""

import json
from typing import Any

import pytest
from tests.factories import TODAY, a_goal, a_job, a_level, a_note, a_want, a_way, a_way_test

from unrut.cli.commands import option_tests
from unrut.core.explore.cheap_tests import TestKind
from unrut.models import NoteKind, Person, Step, Way, WayTest
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

OWN = ("--kind", "talk", "--text", "Talk to two nurses", "--line", "7", "--chance", "60")


@pytest.fixture
def way(me: Person) -> Way:
    """A new field of which nothing is known."""
    a_want(me, "autonomy")
    a_want(me, "fairness", 60)
    a_level(a_job(me), "autonomy", 2)
    return a_way(me, "Nursing", kind="new_field")


def run(unrut: Any, *arguments: str) -> Any:
    return unrut("options", "test", *arguments)


def told(unrut: Any, key: str) -> Any:
    return json.loads(run(unrut, "list", key, "--json").stdout)


def test_kinds_are_all_there_are() -> None:
    assert tuple(kind.value for kind in TestKind) == option_tests.TESTS


def test_list_proposes_what_could_tell_most(unrut: Any, me: Person, way: Way) -> None:
    found = told(unrut, f"way-{way.pk}")
    assert found["key"] == f"way-{way.pk}"
    assert found["tests"] == []
    assert 1 <= len(found["proposals"]) <= 3

    lines = run(unrut, "list", f"way-{way.pk}").stdout.splitlines()

    first = found["proposals"][0]
    assert lines[:5] == [
        f"Nursing [way-{way.pk}]",
        "Nothing is planned or tried yet.",
        "",
        "What could tell you most",
        f"  1. {first['text']}",
    ]
    assert lines[5:7] == [f"    {first['why']}", f"    Good enough is {first['line']} of 10."]
    assert lines[-1] == f"  Plan one: unrut options test plan way-{way.pk} --proposal 1 --chance PERCENT."


def test_staying_needs_no_test(unrut: Any, me: Person, way: Way) -> None:
    assert told(unrut, "present") == {"key": "present", "tests": [], "proposals": []}
    assert run(unrut, "list", "present").stdout.splitlines() == [
        "Your job as it is [present]",
        "Nothing is planned or tried yet.",
    ]


def test_list_works_while_nothing_is_wanted(unrut: Any, me: Person) -> None:
    way = a_way(me)

    assert told(unrut, f"way-{way.pk}")["tests"] == []


def test_test_of_ones_own_is_planned(unrut: Any, me: Person, way: Way) -> None:
    result = run(unrut, "plan", f"way-{way.pk}", *OWN, "--facet", "autonomy")

    test = of(WayTest, me).get()
    assert (test.way, test.kind, test.text, test.facet) == (way, "talk", "Talk to two nurses", "autonomy")
    assert (test.line, test.chance, test.predicted_on) == (7, 60, TODAY)
    assert result.stdout.splitlines()[1:3] == [
        f"  {test.pk}  Talk to two nurses (Autonomy)",
        "    Said on 20 November 2026: good enough from 7 of 10 on, 60 % likely.",
    ]


def test_proposal_is_planned_with_what_is_said_in_place_of_it(unrut: Any, me: Person, way: Way) -> None:
    first = told(unrut, f"way-{way.pk}")["proposals"][0]

    run(unrut, "plan", f"way-{way.pk}", "--proposal", "1", "--chance", "40")
    run(unrut, "plan", f"way-{way.pk}", "--proposal", "1", *OWN[2:])

    as_it_is, changed = of(WayTest, me)
    assert (as_it_is.kind, as_it_is.facet, as_it_is.text, as_it_is.line, as_it_is.chance) == (
        first["kind"],
        first["facet"],
        first["text"],
        first["line"],
        40,
    )
    assert (changed.kind, changed.text, changed.line) == (first["kind"], "Talk to two nurses", 7)


def test_test_of_the_changed_job_adds_it(unrut: Any, me: Person) -> None:
    a_note(me, "The train was late", NoteKind.DISLIKE)

    result = run(unrut, "plan", "treated", *OWN)

    assert result.exit_code == 0, result.stderr
    assert of(WayTest, me).get().way.kind == "change"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--chance", "60"), 2, "A test of your own needs --kind, --text and --line. Or give --proposal."),
        (("--kind", "talk", "--chance", "60"), 2, "A test of your own needs --kind, --text and --line."),
        (OWN[:-2], 2, "Missing option '--chance'"),
        ((*OWN, "--proposal", "99"), 3, "There is no proposal 99 for this way. See those there are: unrut"),
        ((*OWN, "--proposal", "0"), 2, "0 is not in the range"),
        ((*OWN, "--line", "11"), 3, "Good enough is at 11."),
        ((*OWN, "--text", " "), 3, "Say what you will try, in 1 to 300 characters."),
        ((*OWN, "--facet", "weather"), 3, '"weather" is not one of your criteria.'),
    ],
)
def test_test_that_cannot_be_is_refused(
    unrut: Any, me: Person, way: Way, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    result = run(unrut, "plan", f"way-{way.pk}", *arguments)

    assert (result.exit_code, of(WayTest, me).count()) == (code, 0)
    assert sentence in result.stderr


def test_result_is_told_beside_what_was_expected(unrut: Any, me: Person, way: Way) -> None:
    test = a_way_test(way)

    result = run(unrut, "result", str(test.pk), "8", "--learned", "Nights are quiet")

    assert result.stdout.splitlines()[1:5] == [
        f"  {test.pk}  Talk to somebody who did it (Autonomy)",
        "    Said on 20 November 2026: good enough from 7 of 10 on, 60 % likely.",
        "    It came to 8 of 10 on 20 November 2026: good enough.",
        "    Nights are quiet",
    ]
    (told_test,) = told(unrut, f"way-{way.pk}")["tests"]
    assert told_test == {
        "id": test.pk,
        "kind": "talk",
        "facet": "autonomy",
        "text": "Talk to somebody who did it",
        "line": 7,
        "chance": 60,
        "predicted_on": "2026-11-20",
        "result": 8,
        "result_on": "2026-11-20",
        "learned": "Nights are quiet",
        "step": None,
    }


def test_result_of_the_changed_job_is_told_of_it(unrut: Any, me: Person) -> None:
    test = a_way_test(a_way(me, "Fewer reports", kind="change"))

    assert run(unrut, "result", str(test.pk), "3").stdout.splitlines()[0] == "Fewer reports [treated]"


def test_test_becomes_a_step(unrut: Any, me: Person, way: Way) -> None:
    a_goal(me)
    test = a_way_test(way)

    result = run(unrut, "step", str(test.pk))

    step = of(Step, me).get()
    assert result.stdout == f"Step {step.pk} of your plan: Talk to somebody who did it\n"
    assert told(unrut, f"way-{way.pk}")["tests"][0]["step"] == step.pk


def test_test_is_removed(unrut: Any, me: Person, way: Way) -> None:
    test = a_way_test(way)

    assert run(unrut, "remove", str(test.pk)).stdout == f"Test {test.pk} is removed.\n"
    assert of(WayTest, me).count() == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list", "way-0"), 1),
        (("plan", "way-0", *OWN), 1),
        (("plan", "present", *OWN), 3),
        (("result", "999", "5"), 1),
        (("step", "999"), 1),
        (("remove", "999"), 1),
    ],
)
def test_what_is_not_there_is_one_sentence(
    unrut: Any, me: Person, arguments: tuple[str, ...], code: int
) -> None:
    result = run(unrut, *arguments)

    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1)
