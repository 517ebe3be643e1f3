"""The sentences of the signal: dates, chance, missing weeks, and from when they are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from unrut.core.reflect.weeks import Rules, Shift, State, Week
from unrut.models import FALSE_ALARMS
from unrut.wording.signal import false_alarm_choice, false_alarm_note, lead, normal_note, state_name

pytestmark = pytest.mark.integration

MONDAY, TODAY = date(2026, 3, 30), date(2026, 4, 3)
SHIFT = Shift(date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 23), usual=6, size=-2, size_sd=0.5)


def weeks(count: int = 20, **last: Any) -> Sequence[Week]:
    """So many answered weeks up to that Monday, of which the last is as told."""
    values: dict[str, Any] = {
        "score": 5.0,
        "answered": count,
        "counted": count + 4,
        "drop": 0.78,
        "low": 0.2,
        **last,
    }
    days = [MONDAY - timedelta(weeks=back) for back in reversed(range(count))]
    return [*(Week(day, 5.0) for day in days[:-1]), replace(Week(MONDAY), **values)]


def told(found: Sequence[Week], rules: Rules | None = None, today: date = TODAY) -> str:
    return str(lead(found, rules or Rules(), today=today))


def test_before_the_first_answer_it_says_what_it_takes() -> None:
    assert told([]) == "After 8 answered weeks this page can tell a rough patch from a rut."


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "You have 1 answered week that can be compared."),
        (7, "You have 7 answered weeks that can be compared."),
    ],
)
def test_too_little_says_how_much_there_is(count: int, sentence: str) -> None:
    found = weeks(count, state=State.TOO_LITTLE)

    assert told(found) == f"{sentence} It takes 8 to tell a rough patch from a rut."


def test_drop_is_told_with_chance_dates_and_missing_weeks() -> None:
    found = lead(weeks(state=State.DROP, shift=SHIFT), Rules(), today=TODAY)

    assert found.first == "Your last 4 check-ins are lower than your first 16."
    assert found.rest == (
        "The chance that this is a lasting drop rather than ordinary ups and downs is about 80 %. It probably began "
        "between 2 and 23 March 2026. Missing weeks: 4 of 24."
    )


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (date(2026, 3, 9), date(2026, 3, 9), "in the week of 9 March 2026"),
        (date(2026, 2, 23), date(2026, 3, 9), "between 23 February and 9 March 2026"),
        (date(2025, 12, 29), date(2026, 1, 5), "between 29 December 2025 and 5 January 2026"),
    ],
)
def test_dates_say_only_what_differs(first: date, last: date, sentence: str) -> None:
    shift = replace(SHIFT, first=first, middle=last, last=last)

    found = told(weeks(state=State.DROP, shift=shift))

    assert f" It probably began {sentence}. " in found


def test_drop_of_a_single_week_is_told_in_the_singular() -> None:
    found = lead(weeks(state=State.DROP, shift=None), Rules(), today=TODAY)

    assert found.first == "Your last 1 check-in is lower than your first 19."
    assert "began" not in found.rest


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        (
            {"state": State.WATCH, "shift": SHIFT},
            (
                "Your last weeks may be lower than those before. "
                "The chance that this lasts is about 80 %; a run of ordinary bad weeks is still possible."
            ),
        ),
        (
            {"state": State.LOW, "low": 0.91},
            "Your weeks have been low for long. The chance that they lie below 3.5 of 10, taken together, is about 90 %.",
        ),
        ({"state": State.STEADY}, "Your weeks go up and down as is usual for you."),
        (
            {"state": State.STEADY, "low": 0.6},
            (
                "Your weeks go up and down as is usual for you. "
                "The chance that they lie below 3.5 of 10, taken together, is about 60 %."
            ),
        ),
        ({"state": State.RECOVERY}, "Your weeks are up again."),
        (
            {"state": State.RECOVERY, "shift": SHIFT},
            "Your weeks are up again. It probably began between 2 and 23 March 2026.",
        ),
    ],
)
def test_each_state_has_its_sentence(last: dict[str, Any], sentence: str) -> None:
    assert told(weeks(**last), Rules(low_line=3.5)) == f"{sentence} Missing weeks: 4 of 24."


def test_old_answers_are_dated() -> None:
    found = weeks(state=State.STEADY)

    assert "rests on" not in told(found, today=MONDAY + timedelta(days=27))
    assert told(found, today=MONDAY + timedelta(days=28)).endswith(
        " The last week it rests on began on 30 March 2026."
    )


def test_every_state_has_a_word_of_its_own() -> None:
    assert len({state_name(state) for state in State}) == len(State)


def test_every_choice_says_what_was_counted() -> None:
    for choice in FALSE_ALARMS:
        assert false_alarm_choice(choice).startswith(
            f"About {choice} of 100 people hear of a drop within a year though nothing changed (counted: "
        )
    assert false_alarm_note().startswith("These rates were counted in simulated people.")


def test_new_normal_is_dated() -> None:
    assert normal_note(MONDAY).startswith("Then the weeks from 30 March 2026 on are what is usual for you")
