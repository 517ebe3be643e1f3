"""From chances to words: no alarm after one bad week, none too early, and none for ever."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.reflect.alerts import LONGEST_GAP, QUIET_WEEKS, read_signal
from unrut.core.reflect.ups_and_downs import Population
from unrut.core.reflect.weeks import ALERTS, Answer, Rules, State, Week, weeks_between

pytestmark = pytest.mark.unit

FIRST = date(2024, 1, 1)
UPS = (0.9, -0.7, 0.2, -1.1, 0.6, 0.4, -0.3)
few = settings(max_examples=25)
scores_of_weeks = st.lists(
    st.one_of(st.none(), st.integers(0, 20).map(lambda half: half / 2)), min_size=1, max_size=70
)


def answers(scores: Sequence[float | None], first: date = FIRST) -> list[Answer]:
    return [Answer(first + timedelta(weeks=week), score) for week, score in enumerate(scores)]


def weeks_like(*parts: tuple[float, int]) -> list[float]:
    """So many weeks around each level, up and down as is usual."""
    levels = [level for level, count in parts for _ in range(count)]
    return [min(10, max(0, level + UPS[week % len(UPS)])) for week, level in enumerate(levels)]


def states(weeks: Sequence[Week]) -> list[State]:
    """Each state once for every run of weeks."""
    return [state for state, _ in groupby(week.state for week in weeks)]


def read(*parts: tuple[float, int], rules: Rules | None = None) -> tuple[Week, ...]:
    return read_signal(answers(weeks_like(*parts)), rules)


def test_nothing_answered_says_nothing() -> None:
    assert read_signal([]) == ()
    assert read_signal(answers([None])) == (Week(FIRST),)


def test_usual_weeks_are_steady_from_the_eighth_answer_on() -> None:
    found = read((6, 60))

    assert [week.state for week in found[:7]] == [State.TOO_LITTLE] * 7
    assert states(found) == [State.TOO_LITTLE, State.STEADY]


def test_lasting_drop_is_said_with_its_start_and_size() -> None:
    found = read((7, 26), (3.5, 20))

    assert states(found)[:3] == [State.TOO_LITTLE, State.STEADY, State.WATCH]
    last = found[-1]
    assert last.state is State.DROP
    assert last.drop > 0.9
    assert last.shift is not None
    assert last.shift.first <= FIRST + timedelta(weeks=26) <= last.shift.last
    assert last.shift.usual == pytest.approx(7, abs=0.5)
    assert last.shift.size == pytest.approx(-3.5, abs=0.7)


def test_drop_is_said_at_the_second_answer_that_speaks_for_it() -> None:
    found = read((7, 26), (3, 12))

    alerts = [place for place, week in enumerate(found) if week.is_alert]
    assert len(alerts) == 1
    assert found[alerts[0] - 1].state is State.WATCH
    assert 28 <= alerts[0] <= 31


@pytest.mark.parametrize(("level", "bad"), [(1, 1), (3.5, 2), (5, 3)])
def test_run_of_bad_weeks_is_no_rut(level: float, bad: int) -> None:
    found = read((6.5, 26), (level, bad), (6.5, 20))

    assert [week.week for week in found if week.is_alert] == []


def test_drop_that_was_made_good_is_a_recovery_and_then_steady() -> None:
    found = read((7, 26), (3.5, 16), (7, 40))

    assert states(found)[-3:] == [State.DROP, State.RECOVERY, State.STEADY]


def test_drop_lasts_until_the_level_is_back() -> None:
    found = read((7, 26), (3.5, 180))

    assert found[-1].state is State.DROP
    assert found[-1].shift is not None
    assert found[-1].shift.usual == pytest.approx(7, abs=1)


def test_rise_without_a_drop_before_is_told() -> None:
    found = read((5, 26), (8.5, 12))

    assert State.RECOVERY in states(found)
    told = next(week for week in found if week.state is State.RECOVERY)
    assert told.shift is not None
    assert told.shift.size > 0
    assert not any(week.is_alert for week in found)


def test_low_from_the_first_week_on_is_said_without_a_better_past() -> None:
    found = read((2, 12))

    assert states(found) == [State.TOO_LITTLE, State.LOW]
    first = next(place for place, week in enumerate(found) if week.state is State.LOW)
    assert first == 5
    assert found[first].low >= 0.8


def test_low_ends_when_the_weeks_are_better() -> None:
    found = read((2, 12), (7, 30), rules=Rules(low_line=4.0))

    assert states(found)[1] is State.LOW
    assert State.RECOVERY in states(found)
    assert found[-1].state is State.STEADY


def test_line_decides_what_is_low() -> None:
    assert read((4.5, 12), rules=Rules(low_line=3.0))[-1].state is State.STEADY
    assert read((4.5, 12), rules=Rules(low_line=6.5))[-1].state is State.LOW


def test_drop_to_a_low_level_is_one_alarm_for_eight_weeks() -> None:
    found = read((7, 26), (2, 30))

    alarms = [week.week for week in found if week.is_alert]
    assert all(weeks_between(*pair) >= QUIET_WEEKS for pair in pairwise(alarms))


def test_stricter_choice_speaks_later() -> None:
    def said(false_alarms: int) -> int:
        found = read((6.5, 26), (4.7, 30), rules=Rules(false_alarms=false_alarms))
        return next(place for place, week in enumerate(found) if week.is_alert)

    assert said(20) <= said(10) <= said(5)
    assert said(20) < said(5)


def test_restart_forgets_what_was_usual() -> None:
    restart = FIRST + timedelta(weeks=26, days=2)
    scores = weeks_like((7, 26), (5.5, 20))

    before, after = read_signal(answers(scores)), read_signal(answers(scores), Rules(restarts=(restart,)))

    assert before[:26] == after[:26]
    assert before[-1].state is State.DROP
    assert after[-1].state is State.STEADY
    assert (after[26].answered, after[26].counted, after[26].state) == (1, 1, State.TOO_LITTLE)


def test_weeks_without_an_answer_repeat_what_was_said() -> None:
    scores: list[float | None] = [*weeks_like((7, 26), (3, 8)), None, None]

    found = read_signal(answers(scores))

    assert found[-1] == replace(
        found[-3], week=found[-1].week, score=None, counted=found[-3].counted + 2, is_alert=False
    )
    assert found[-1].counted - found[-1].answered == 2


def test_very_long_gap_is_no_longer_than_ten_years() -> None:
    early = answers(weeks_like((6, 12)))
    late = answers(weeks_like((6, 12)), FIRST + timedelta(weeks=LONGEST_GAP + 11))
    later = answers(weeks_like((6, 12)), FIRST + timedelta(weeks=5000))

    near, far = read_signal([*early, *late]), read_signal([*early, *later])

    assert [week.drop for week in near] == [week.drop for week in far]


def test_choice_that_was_never_measured_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="7 is none of"):
        read_signal([], Rules(false_alarms=7))


@few
@given(scores_of_weeks)
def test_no_alarm_comes_too_early_or_twice_within_eight_weeks(scores: list[float | None]) -> None:
    found = read_signal(answers(scores))

    for week in found:
        assert week.state is not State.DROP or week.answered >= 8
        assert week.state not in ALERTS or week.answered >= 6
        assert all(0 <= chance <= 1 for chance in (week.drop, week.rise, week.low))
        assert (week.level is None) == (week.answered == 0)
    alarms = [week.week for week in found if week.is_alert]
    assert all(weeks_between(*pair) >= QUIET_WEEKS for pair in pairwise(alarms))


@few
@given(scores_of_weeks, st.randoms(use_true_random=False))
def test_order_of_the_answers_does_not_matter(scores: list[float | None], random: object) -> None:
    given_answers = answers(scores)
    shuffled = sorted(given_answers, key=lambda _: random.random())  # type: ignore[attr-defined]

    assert read_signal(shuffled) == read_signal(given_answers)


@few
@given(scores_of_weeks)
def test_weeks_without_an_answer_change_nothing_that_was_said(scores: list[float | None]) -> None:
    answered = [answer for answer in answers(scores) if answer.score is not None]

    told = {week.week: week for week in read_signal(answers(scores)) if week.score is not None}

    assert told == {week.week: week for week in read_signal(answered)}


@few
@given(scores_of_weeks, st.integers(1, 69))
def test_later_weeks_change_nothing_that_was_said(scores: list[float | None], cut: int) -> None:
    whole, part = read_signal(answers(scores)), read_signal(answers(scores[:cut]))

    for later, earlier in zip(whole, part, strict=False):
        assert (later.week, later.state, later.answered) == (earlier.week, earlier.state, earlier.answered)
        assert later.drop == pytest.approx(earlier.drop, abs=1e-6)


@few
@given(
    st.lists(st.integers(6, 14).map(lambda half: half / 2), min_size=1, max_size=50),
    st.sampled_from([-3.0, -1.0, 2.0]),
)
def test_line_of_scores_may_lie_anywhere(scores: list[float], shift: float) -> None:
    moved = [score + shift for score in scores]
    rules, population = Rules(low_line=4.0 + shift), Population(mean=Population().mean + shift)

    found = read_signal(answers(moved), rules, population)

    plain = read_signal(answers(scores), Rules(low_line=4.0))
    assert [week.drop for week in found] == pytest.approx([week.drop for week in plain], abs=1e-6)
    assert [week.low for week in found] == pytest.approx([week.low for week in plain], abs=1e-6)
