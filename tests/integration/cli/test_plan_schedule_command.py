"""`unrut plan schedule`: a plan gets its days, and nothing is stored."""

import json
from pathlib import Path
from typing import Any

import pytest

from unrut.errors import ExitCode

pytestmark = pytest.mark.integration

PLAN = {
    "start": "2026-03-02",
    "free": {"mon": {"from": "19:00", "minutes": 60}, "wed": {"from": "18:30", "minutes": 60}},
    "steps": [
        {"key": "list", "minutes": 45},
        {"key": "ask", "minutes": 60, "after": ["list"], "deadline": "2026-03-03", "weight": 2},
        {"key": "long", "minutes": 90},
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The plan above in a file."""
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN), encoding="utf-8")
    return str(path)


def test_steps_get_their_days(unrut: Any, file: str) -> None:
    assert unrut("plan", "schedule", file).stdout.splitlines() == [
        "2026-03-02  19:00    45 min  list",
        "2026-03-04  18:30    60 min  ask",
        "ask: later than its deadline.",
        "long: longer than any free time in one go.",
    ]


def test_the_same_in_json(unrut: Any, file: str) -> None:
    told = json.loads(unrut("plan", "schedule", file, "--json").stdout)

    assert [(step["key"], step["day"]) for step in told["steps"]] == [
        ("list", "2026-03-02"),
        ("ask", "2026-03-04"),
    ]
    assert [(each["key"], each["kind"]) for each in told["conflicts"]] == [
        ("ask", "late"),
        ("long", "too_long"),
    ]
    assert (told["ends"], told["days_late"]) == ("2026-03-04", 2)


def test_start_may_be_said_and_free_time_is_usual(unrut: Any) -> None:
    given = json.dumps({"steps": [{"key": "list", "minutes": 45}]})

    found = unrut("plan", "schedule", "--start", "2026-03-05", given=given)

    assert found.stdout == "2026-03-05  19:00    45 min  list\n"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("{", "The plan is no JSON"),
        ('{"steps": [{"key": "a", "minutes": 900}]}', 'The step "a" takes 900 minutes.'),
        (
            '{"steps": [{"key": "a", "minutes": 30, "after": ["b"]}, {"key": "b", "minutes": 30, "after": ["a"]}]}',
            "in a circle: a → b → a",
        ),
    ],
    ids=["cut", "long", "circle"],
)
def test_what_is_wrong_is_one_sentence(unrut: Any, given: str, sentence: str) -> None:
    found = unrut("plan", "schedule", given=given)

    assert (found.exit_code, sentence in found.stderr, found.stdout) == (ExitCode.INPUT, True, "")
