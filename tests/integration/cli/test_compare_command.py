"""`unrut compare`: all ways over time, one beside another, and what would turn it."""

import json
from typing import Any

import pytest
from tests.factories import a_figure, a_job, a_level, a_note, a_purse, a_want, a_way, a_way_level

from unrut.models import NoteKind, Person, Way

pytestmark = pytest.mark.integration


@pytest.fixture
def way(me: Person) -> Way:
    """A degree that is better than a job without a say, if one gets there."""
    a_want(me, "autonomy")
    a_level(a_job(me), "autonomy", 2)
    way = a_way(me)
    a_way_level(way, "autonomy", 9)
    a_figure(way)
    return way


def told(unrut: Any, *arguments: str) -> Any:
    result = unrut("compare", *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    assert "NaN" not in result.stdout
    assert "Infinity" not in result.stdout
    return json.loads(result.stdout)


def heads(lines: list[str]) -> list[str]:
    return [line for line in lines if line and not line.startswith(" ")]


@pytest.mark.parametrize("options", [(), ("--why",), ("treated", "--why")])
def test_nothing_wanted_says_what_it_takes(unrut: Any, me: Person, options: tuple[str, ...]) -> None:
    result = unrut("compare", *options)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "First it takes a week of notes, or a few wants of your own."
    assert told(unrut, *options[:-1]) == {
        "lead": "First it takes a week of notes, or a few wants of your own.",
        "winner": None,
        "outcomes": [],
        "turning": [],
    }


def test_staying_alone_has_nothing_beside_it(unrut: Any, me: Person) -> None:
    a_want(me, "autonomy")

    lines = unrut("compare", "--why").stdout.splitlines()

    assert lines[0] == "There is nothing to compare staying with yet."
    assert told(unrut)["turning"] == []


def test_all_ways_are_told_likeliest_best_first(unrut: Any, me: Person, way: Way) -> None:
    outcomes = told(unrut)["outcomes"]

    lines = unrut("compare").stdout.splitlines()

    best = [outcome["best"] for outcome in outcomes]
    assert best == sorted(best, reverse=True)
    assert sum(best) == pytest.approx(1)
    names = {"present": "Your job as it is", "treated": "Your job, changed", f"way-{way.pk}": way.title}
    assert [head for head in heads(lines) if head.endswith("]")] == [
        f"{names[outcome['key']]} [{outcome['key']}]" for outcome in outcomes
    ]
    assert "wins over" not in "\n".join(lines)


def test_staying_is_not_compared_with_itself(unrut: Any, me: Person, way: Way) -> None:
    lines = unrut("compare").stdout.splitlines()

    at = lines.index("Your job as it is [present]")
    assert lines[at + 1] == "  What the others are put beside."
    assert lines[at + 2].startswith("  The best of all over five years: ")


def test_why_tells_what_would_turn_the_likeliest_best(unrut: Any, me: Person, way: Way) -> None:
    lines = unrut("compare", "--why").stdout.splitlines()

    assert "“A degree beside work” against staying" in lines
    at = lines.index("What moves it most")
    (turning,) = told(unrut)["turning"]
    assert turning["key"] == f"way-{way.pk}"
    swings = lines[at + 1 : lines.index("", at)]
    assert len(swings) == len(turning["swings"])
    assert lines[lines.index("A single weight or fact") + 1].startswith("  “")


def test_one_way_is_put_beside_another(unrut: Any, me: Person, way: Way) -> None:
    a_note(me, "The train was late", NoteKind.DISLIKE)

    lines = unrut("compare", f"way-{way.pk}", "--against", "treated").stdout.splitlines()

    found = told(unrut, f"way-{way.pk}", "--against", "treated")
    assert {outcome["key"] for outcome in found["outcomes"]} == {f"way-{way.pk}", "treated"}
    assert [(each["key"], each["against"]) for each in found["turning"]] == [(f"way-{way.pk}", "treated")]
    assert "“A degree beside work” against “Your job, changed”" in lines
    assert "What moves it most" not in lines


def test_way_beside_itself_has_nothing_to_turn(unrut: Any, me: Person, way: Way) -> None:
    found = told(unrut, f"way-{way.pk}", "--against", f"way-{way.pk}")

    assert [outcome["key"] for outcome in found["outcomes"]] == [f"way-{way.pk}"]
    assert found["turning"] == []


def test_money_is_part_of_the_outcomes(unrut: Any, me: Person, way: Way) -> None:
    a_purse(me)

    assert [outcome["money"] is None for outcome in told(unrut)["outcomes"]] == [False] * 3


def test_way_put_aside_is_left_out(unrut: Any, me: Person, way: Way) -> None:
    aside = a_way(me, "A bakery", is_aside=True)

    assert f"way-{aside.pk}" not in {outcome["key"] for outcome in told(unrut)["outcomes"]}


@pytest.mark.parametrize("options", [("way-0",), ("present", "--against", "way-0")])
def test_key_of_no_way_is_missing(unrut: Any, me: Person, way: Way, options: tuple[str, ...]) -> None:
    result = unrut("compare", *options)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith('"way-0" is none of your ways out.')
