"""What the quarterly review says, and that the figures in its sentences are those of the comparison."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.reviews import compare, reviewed_items, slow_signs_of
from unrut.queries.reviews import StoredReview
from unrut.wording.reviews import (
    AGAINST,
    SPEAKING,
    answered_words,
    lead,
    look_name,
    own_words_note,
    quarter_code,
    quarter_name,
    signs_against,
    slow_signs,
    standing,
    steady_words,
)

pytestmark = pytest.mark.integration

Q3, Q4 = date(2026, 7, 1), date(2026, 10, 1)
ANSWERS = st.dictionaries(st.sampled_from(reviewed_items()), st.integers(0, 10))


def a_stored(answers: dict[str, int], period: date = Q4, kind: str = "quarter") -> StoredReview:
    return StoredReview(1, kind, period, period, 1, answers)


def lead_of(before: dict[str, int], now: dict[str, int]) -> str:
    return lead(a_stored(now), a_stored(before, Q3), compare(before, now))


def test_quarter_has_a_name_and_a_code() -> None:
    assert (quarter_name(Q4), quarter_code(Q4)) == ("October to December 2026", "2026-Q4")


def test_look_has_a_name() -> None:
    names = [look_name(a_stored({}, Q3)), look_name(a_stored({}, Q3, "look_back"))]

    assert names == ["July to September 2026", "your first look back"]


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        (
            {"commute": 3, "autonomy": 3},
            {"commute": 7, "autonomy": 3},
            "Since July to September 2026, “Commute” got better most, from 3 to 7.",
        ),
        (
            {"envy": 3, "commute": 7},
            {"envy": 7, "commute": 5},
            "Since July to September 2026, “Envy of new starts” got worse most, from 3 to 7.",
        ),
        (
            {"commute": 3},
            {"commute": 7, "envy": 2},
            "Since July to September 2026, “Commute” got better, from 3 to 7.",
        ),
        (
            {"envy": 3},
            {"envy": 7},
            "Since July to September 2026, “Envy of new starts” got worse, from 3 to 7.",
        ),
        (
            {"envy": 3},
            {"envy": 4},
            "Since July to September 2026, nothing you answered moved by more than a point.",
        ),
    ],
)
def test_lead_says_what_moved_most(before: dict[str, int], now: dict[str, int], sentence: str) -> None:
    assert lead_of(before, now) == sentence


@given(ANSWERS, ANSWERS)
def test_figures_of_the_lead_are_those_of_the_answers(before: dict[str, int], now: dict[str, int]) -> None:
    most = compare(before, now).most

    found = re.findall(r"from (\d+) to (\d+)", lead_of(before, now))

    assert found == ([(str(most.before), str(most.now))] if most else [])


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "No facet of work is answered yet."),
        ({"envy": 2}, "No facet of work is answered yet."),
        ({"commute": 8, "autonomy": 10}, "Everything you answered is well with you."),
        ({"commute": 2}, "1 facet of work is answered so far; from 5 on this page names the lowest."),
        (
            {"commute": 2, "autonomy": 4, "fairness": 5, "values_fit": 5},
            "4 facets of work are answered so far; from 5 on this page names the lowest.",
        ),
        (
            {"commute": 2, "autonomy": 4, "fairness": 5, "values_fit": 5, "pay_benefits": 5},
            "Lowest of all: commute (2 of 10).",
        ),
        (
            {"commute": 2, "autonomy": 2, "fairness": 2, "values_fit": 2, "pay_benefits": 2},
            "Lowest of all: autonomy, pay and benefits, fairness and 2 more (2 of 10).",
        ),
    ],
)
def test_single_review_says_where_it_stands(answers: dict[str, int], sentence: str) -> None:
    assert standing(answers) == sentence
    assert lead(a_stored(answers), None, None) == sentence


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        ({"commute": 3}, {"commute": 3}, "1 answer moved by a point or not at all."),
        (
            {"commute": 3, "autonomy": 1, "envy": 2},
            {"commute": 3, "autonomy": 2},
            "2 answers moved by a point or not at all. 1 was answered only once, so it cannot be compared.",
        ),
        (
            {"commute": 3},
            {"envy": 3},
            "0 answers moved by a point or not at all. 2 were answered only once, so they cannot be compared.",
        ),
    ],
)
def test_what_stayed_is_counted(before: dict[str, int], now: dict[str, int], sentence: str) -> None:
    assert steady_words(compare(before, now)) == sentence


@pytest.mark.parametrize(
    ("answers", "sentence", "against"),
    [
        ({}, "None of the six slow signs is answered yet.", ""),
        (
            {"envy": 9},
            "1 slow sign is answered so far; from 4 on this page says what they tell together.",
            "",
        ),
        (
            {"envy": 9, "next_step": 0, "leaving": 0},
            "3 slow signs are answered so far; from 4 on this page says what they tell together.",
            "",
        ),
        (
            {"envy": 4, "next_step": 5, "nothing_new": 5, "leaving": 0},
            "None of the 4 slow signs you answered speaks of a rut.",
            "Against it: looking elsewhere unlikely.",
        ),
        (
            {"envy": 9, "next_step": 5, "nothing_new": 5, "wish_to_learn": 9},
            "Of 4 slow signs, 1 speaks of a rut: envy of new starts.",
            "Against it: the wish to learn.",
        ),
        (
            {"envy": 9, "next_step": 0, "nothing_new": 5, "leaving": 5},
            "Of 4 slow signs, 2 speak of a rut: envy of new starts and no next step in sight.",
            "",
        ),
    ],
)
def test_slow_signs_are_told_together(answers: dict[str, int], sentence: str, against: str) -> None:
    signs = slow_signs_of(answers)

    assert (slow_signs(signs), signs_against(signs)) == (sentence, against)


def test_every_slow_sign_has_words_for_both_sides() -> None:
    signs = list(shipped_vocabulary().slow_signs)

    assert (list(SPEAKING), list(AGAINST)) == (signs, signs)


def test_answers_are_counted_of_all_that_is_asked() -> None:
    assert answered_words({"commute": 0, "envy": 3, "typical_dread": 1}) == "2 of 36 answered."


def test_questions_say_what_they_are_not() -> None:
    assert own_words_note() == (
        "These questions were written for this tool. "
        "They help you watch yourself; they do not compare you with others."
    )


@pytest.mark.parametrize("facet", shipped_vocabulary().facets)
def test_lead_is_one_sentence_for_every_facet(facet: str) -> None:
    assert lead_of({facet: 2}, {facet: 9}).count(".") == 1
