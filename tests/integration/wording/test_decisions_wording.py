"""What is said before a decision, at it, and afterwards."""

from datetime import date, timedelta

import pytest
from tests.factories import TODAY, a_decision, a_decision_review, a_job, a_level, a_want, a_way

from unrut.core.explore.calibration import Prediction, calibration
from unrut.core.explore.decisions import Criterion, CriterionKind
from unrut.models import Person
from unrut.queries.outcomes import board_of
from unrut.wording import decisions as wording

pytestmark = pytest.mark.integration


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day from now"),
        (13, "13 days from now"),
        (14, "2 weeks from now"),
        (60, "9 weeks from now"),
    ],
)
def test_wait_in_words(days: int, words: str) -> None:
    assert wording.days_left(days) == words


def test_day_to_decide_is_proposed_some_weeks_ahead() -> None:
    assert wording.proposed_day(TODAY) == TODAY + timedelta(weeks=6)


@pytest.mark.parametrize(
    ("kind", "value", "key", "words"),
    [
        (
            CriterionKind.CHANCE,
            0.65,
            "",
            "I go when its chance of being better than staying over five years is at least 65 %.",
        ),
        (CriterionKind.TRIED, 0, "", "I do not go before I have tried it on a small scale."),
        (
            CriterionKind.LEVEL,
            6,
            "way",
            "I go for “A degree beside work” only if its “Autonomy” is at 6 of 10 or more.",
        ),
        (
            CriterionKind.LEVEL,
            9,
            "way",
            "I go for “A degree beside work” only if its “Autonomy” is at 9 of 10 or less.",
        ),
        (CriterionKind.LEVEL, 6, "present", "I stay if “Autonomy” of my job comes to 6 of 10 or more."),
        (CriterionKind.LEVEL, 9, "present", "I stay if “Autonomy” of my job comes to 9 of 10 or less."),
    ],
)
def test_proposed_criterion_is_a_sentence(
    alice: Person, kind: CriterionKind, value: float, key: str, words: str
) -> None:
    a_want(alice, "autonomy", wanted=8)
    a_level(a_job(alice), "autonomy", 3)
    way = a_way(alice)
    found = Criterion(kind, value, "autonomy", f"way-{way.pk}" if key == "way" else key)

    assert wording.criterion_words(found, board_of(alice)) == words


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"autonomy": 2, "commute": 3},
            "What weighed on you then has lifted: Autonomy and Commute.",
        ),
        ({"autonomy": 2, "commute": 8}, "Some of it has lifted: Autonomy. Still there: Commute."),
        (
            {"autonomy": 2, "commute": 5},
            "Some of it has lifted: Autonomy. The rest weighs less than it could.",
        ),
        ({"autonomy": 5, "commute": 8}, "What weighed on you then still does: Commute."),
        ({"autonomy": 5}, "Nothing of it has lifted clearly yet."),
        ({}, "You did not say how the causes of then weigh now."),
    ],
)
def test_verdict_in_words(answers: dict[str, int], words: str) -> None:
    assert wording.verdict_words({"autonomy": 0.5, "commute": 0.3}, answers) == words


def test_verdict_without_any_causes_says_nothing() -> None:
    assert wording.verdict_words({}, {}) == ""


def test_cause_stands_beside_what_it_was() -> None:
    causes = {"commute": 0.31, "autonomy": 0.5, "pay_benefits": 0.02}

    assert wording.causes_then(causes) == [
        ("autonomy", "Autonomy", "named in 5 of 10 weeks"),
        ("commute", "Commute", "named in 3 of 10 weeks"),
        ("pay_benefits", "Pay and benefits", "named in fewer than 1 of 10 weeks"),
    ]
    assert wording.weighs_now(causes, {"commute": 4}) == ["Commute: 4 of 10 now, named in 3 of 10 weeks then"]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "So far there are 0."),
        (1, "So far there is 1."),
        (4, "So far there are 4."),
    ],
)
def test_few_predictions_say_nothing(count: int, words: str) -> None:
    found = calibration([Prediction(0.7, came=True)] * count)

    assert wording.calibration_lines(found) == [
        f"From 5 results of tests and looks back on, this says how well what you expect holds. {words}"
    ]
    assert wording.bin_rows(found) == []


@pytest.mark.parametrize(
    ("chance", "came", "words"),
    [
        (0.7, 7, "What you call likely comes about as often as you say."),
        (0.95, 2, "You are surer beforehand than it turns out."),
        (0.6, 10, "You could be surer of what you say beforehand."),
    ],
)
def test_enough_predictions_say_how_well_they_held(chance: float, came: int, words: str) -> None:
    found = calibration([Prediction(chance, came=place < came) for place in range(10)])

    assert wording.calibration_lines(found) == [
        words,
        f"Of 10 predictions, {came} came; by what you said, about {round(10 * chance)} would have.",
    ]
    assert [(row.count, row.came) for row in wording.bin_rows(found)] == [(10, f"{came} of 10")]


def test_predictions_are_told_by_how_likely_they_were_called() -> None:
    found = calibration([Prediction(0.2, came=False), *[Prediction(0.9, came=True)] * 5])

    assert wording.bin_rows(found) == [
        wording.BinRow("0 to 35 %", 1, "0 of 1"),
        wording.BinRow("85 to 100 %", 5, "5 of 5"),
    ]


def test_kept_figures_are_told_where_they_were_kept() -> None:
    kept = [
        {
            "key": "present",
            "title": "Staying",
            "best": 0.3,
            "better_late": 0.0,
            "low": 40,
            "middle": 45.4,
            "high": 50,
        },
        {"key": "way-1", "title": "Going", "best": "much", "there_soon": 0.5, "better_soon": 0.99, "low": 1},
        {},
    ]

    assert wording.figure_rows(kept, "Going") == [
        wording.ThenRow(
            "Staying", "–", "–", "–", "probably not (about 30 %)", "45 (40 to 50)", is_chosen=False
        ),
        wording.ThenRow("Going", "perhaps (about 50 %)", "almost surely", "–", "–", "–", is_chosen=True),
        wording.ThenRow("–", "–", "–", "–", "–", "–", is_chosen=False),
    ]


def test_record_without_a_figure_of_ones_own_is_told_as_well(alice: Person) -> None:
    decision = a_decision(alice, sure=None, made_on=date(2026, 1, 5))

    assert wording.record_lead(decision) == "You decided for “A degree beside work”, 0 % sure."
    assert wording.past_words(decision) == "5 January 2026, 0 % sure"


def test_next_look_back_is_told_with_its_day(alice: Person) -> None:
    decision = a_decision(alice, began_on=date(2026, 1, 1))
    reviews = [a_decision_review(decision, 30)]

    assert wording.next_look_back(decision, []) == "The next look back can be made from 31 January 2026 on."
    assert wording.next_look_back(decision, reviews) == "The next look back can be made from 1 April 2026 on."
    reviews.append(a_decision_review(decision, 180))
    assert wording.next_look_back(decision, reviews) == "You looked back as far as this goes."


def test_look_back_waits_for_the_change_to_begin(alice: Person) -> None:
    words = wording.next_look_back(a_decision(alice, began_on=None), [])

    assert words.startswith("Say when it began, even if that is today and you stay")
