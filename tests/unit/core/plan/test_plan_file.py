"""A plan written as JSON: read wholly, or one sentence that names the place of what is wrong."""

import json
from contextlib import suppress
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.core.plan.plan_file import MOST_STEPS, PlanFile, read_plan
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task

pytestmark = pytest.mark.unit

STEP = {"key": "a", "minutes": 45}


def read(**told: Any) -> PlanFile:
    return read_plan(json.dumps({"steps": [STEP], **told}))


def test_least_plan_is_steps_with_minutes() -> None:
    assert read() == PlanFile((Task("a", 45, Strand.PROJECTS),), None, None, {}, {})


def test_plan_with_everything_is_read_wholly() -> None:
    step = {
        **STEP,
        "text": "List what is missing",
        "strand": "knowledge",
        "after": ["ask"],
        "not_before": "2026-03-05",
        "deadline": "2026-03-20",
        "waiting_days": 3,
        "weight": 2,
    }

    plan = read(steps=[step], start="2026-03-02", done={"ask": "2026-02-27"}, busy={"2026-03-09": 60})

    assert plan.tasks == (
        Task("a", 45, Strand.KNOWLEDGE, ("ask",), date(2026, 3, 5), date(2026, 3, 20), 3, 0, 2),
    )
    assert (plan.start, plan.done) == (date(2026, 3, 2), {"ask": date(2026, 2, 27)})
    assert plan.busy == {date(2026, 3, 9): 60}


def test_days_that_are_not_named_have_no_free_time() -> None:
    plan = read(free={"mon": {"from": "18:15", "minutes": 60}, "sun": {"minutes": 90}})

    nothing = DayTime(time(19), 0)
    assert plan.free == FreeTime((DayTime(time(18, 15), 60), *[nothing] * 5, DayTime(time(19), 90)))


def test_step_without_a_day_may_say_so() -> None:
    assert read(steps=[{**STEP, "deadline": None}]).tasks[0].deadline is None


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"steps": "all"}, "steps should be a list"),
        ({"steps": [7]}, r"steps\[0\] should be an object"),
        ({"steps": [{"minutes": 45}]}, r"steps\[0\].key should be a text"),
        ({"steps": [{"key": "a"}]}, r"steps\[0\].minutes should be a whole number"),
        ({"steps": [{**STEP, "minutes": True}]}, r"steps\[0\].minutes should be a whole number"),
        ({"steps": [{**STEP, "minutes": 0}]}, "takes 0 minutes"),
        ({"steps": [{**STEP, "minutes": 900}]}, "takes 900 minutes"),
        ({"steps": [{**STEP, "strand": "luck"}]}, r"steps\[0\].strand is \"luck\""),
        ({"steps": [{**STEP, "after": [1]}]}, r"steps\[0\].after should be a text"),
        ({"steps": [{**STEP, "deadline": "soon"}]}, r"steps\[0\].deadline is \"soon\", which is no day"),
        ({"steps": [{**STEP, "hours": 2}]}, r"steps\[0\] has \"hours\", which is none of"),
        ({"steps": [{**STEP, "weight": -1}]}, r"steps\[0\].weight should be a whole number from 0 to 100"),
        ({"steps": [{**STEP, "waiting_days": 400}]}, "waiting_days should be a whole number from 0 to 366"),
        ({"free": {"someday": {}}}, 'free has "someday"'),
        ({"free": {"mon": {"from": "late", "minutes": 60}}}, 'free.mon.from is "late", which is no time'),
        ({"free": {"mon": {"minutes": 2000}}}, "free.mon.minutes should be a whole number"),
        ({"start": 2026}, "start should be a text"),
        ({"done": []}, "done should be an object"),
        ({"busy": {"then": 60}}, 'busy is "then", which is no day'),
        ({"colour": "red"}, 'the plan has "colour"'),
        ({"steps": [STEP] * (MOST_STEPS + 1)}, "10,001 steps"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_what_is_wrong_is_named_with_its_place(told: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        read(**told)


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"steps": NaN'], ids=["empty", "cut", "deep", "nan"]
)
def test_what_is_no_json_is_said(text: str) -> None:
    with pytest.raises(InvalidInputError, match="no JSON"):
        read_plan(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["steps", "key", "free", "a"]), inner)
        ),
        max_leaves=8,
    )
)
def test_anything_else_is_a_plan_or_a_sentence(value: Any) -> None:
    with suppress(InvalidInputError):
        assert isinstance(read_plan(json.dumps(value)), PlanFile)
