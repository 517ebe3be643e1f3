"""Kinds of work in sentences: how they compare, how far they are, why they are hidden, and how one was found."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations.reach import Hindrance, Reach, Verdict
from unrut.core.explore.occupations.titles import TitleMatch, TitleReason
from unrut.importers.occupations.release import _lacking
from unrut.queries.occupations import RankedOccupation
from unrut.wording.numbers import chance, round_tens
from unrut.wording.occupations import (
    average_sentence,
    chance_words,
    coverage_words,
    fit_words,
    hidden_sentence,
    hindrances_words,
    known_words,
    lacking_sentence,
    likeness_words,
    reach_sentence,
    sureness_words,
    title_reason_words,
    verdict_words,
    zone_words,
)

pytestmark = pytest.mark.integration

NEAR = Reach(Verdict.REALISTIC, coverage=0.84, distance=0.1, hindrances=())
RANKED = RankedOccupation(
    row=0,
    code="11-1011.00",
    title="Lantern keepers",
    zone=3,
    mean=61.6,
    low=39.5,
    high=80.4,
    better=0.7,
    ahead=(),
    behind=(),
    known=4,
    wanted=5,
    reach=NEAR,
    likeness=None,
)
UNJUDGED = replace(RANKED, mean=None, low=None, high=None, better=None, known=0, wanted=0)
MATCH = TitleMatch(0, "11-1011.00", "Lantern keepers", "Lamp warden", TitleReason.OTHER, 0.9)

LESS_SURE = "What rests on that is less sure, or not known."
MANY = (
    "45 are far from here: nobody was asked about 10, 9 have quite different tasks, 8 need a licence, "
    "7 ask for more schooling and 11 for other reasons."
)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.REALISTIC, "Within reach"),
        (Verdict.STRETCH, "A stretch"),
        (Verdict.FAR, "Far from here"),
    ],
)
def test_verdict_is_said_in_words(verdict: Verdict, words: str) -> None:
    assert verdict_words(verdict) == words


@pytest.mark.parametrize(
    ("reach", "sentence"),
    [
        (NEAR, "Within reach."),
        (
            replace(NEAR, verdict=Verdict.STRETCH, hindrances=(Hindrance.EDUCATION,)),
            "A stretch: it asks for more schooling.",
        ),
        (
            replace(NEAR, verdict=Verdict.FAR, hindrances=(Hindrance.GAPS, Hindrance.UNLIKE)),
            "Far from here: it needs much you have not done yet and its tasks are quite different.",
        ),
    ],
)
def test_reach_is_a_sentence_with_its_reasons(reach: Reach, sentence: str) -> None:
    assert reach_sentence(reach) == sentence


def test_each_hindrance_has_words_of_its_own() -> None:
    told = {hindrances_words(replace(NEAR, hindrances=(hindrance,))) for hindrance in Hindrance}

    assert len(told) == len(Hindrance)
    assert hindrances_words(NEAR) == ""


@pytest.mark.parametrize(
    ("better", "words"),
    [
        (0.99, "almost surely better than your job now"),
        (0.85, "very probably better than your job now (about 80 %)"),
        (0.7, "probably better than your job now (about 70 %)"),
        (0.5, "about as good as your job now"),
        (0.42, "perhaps not better than your job now (a chance of about 40 %)"),
        (0.3, "probably not better than your job now (a chance of about 30 %)"),
        (0.0, "very probably not better than your job now (a chance of about 5 %)"),
    ],
)
def test_chance_is_said_in_words_and_a_round_number(better: float, words: str) -> None:
    assert chance_words(replace(RANKED, better=better)) == words


@given(better=st.floats(0, 1))
def test_chance_is_called_as_everywhere_else(better: float) -> None:
    word = chance(better).split(" (")[0]
    told = chance_words(replace(RANKED, better=better))

    assert told.startswith("about as good" if round_tens(better) == 50 else f"{word} better")


def test_nothing_is_said_of_a_fit_that_is_not_known() -> None:
    assert [told(UNJUDGED) for told in (chance_words, fit_words, known_words, likeness_words)] == [""] * 4


def test_fit_is_told_with_its_range_and_what_is_known() -> None:
    assert fit_words(RANKED) == "62 of 100, between 40 and 80"
    assert known_words(RANKED) == "4 of 5 wants known"
    assert known_words(replace(RANKED, known=1, wanted=1)) == "1 of 1 want known"
    assert coverage_words(NEAR) == "you have about 80 % of what it needs"


def test_preparation_has_words_for_each_zone() -> None:
    assert zone_words(4) == "much preparation: two to four years"
    assert len({zone_words(zone) for zone in range(6)}) == 6
    assert zone_words(0) == "how much preparation it takes is not known"


@pytest.mark.parametrize(
    ("likeness", "words"),
    [
        (1.0, "very much alike"),
        (0.5, "alike"),
        (0.2, "somewhat alike"),
        (0.0, "neither alike nor unlike"),
        (-0.8, "unlike"),
    ],
)
def test_likeness_is_said_in_words(likeness: float, words: str) -> None:
    assert likeness_words(replace(RANKED, likeness=likeness)) == words


@pytest.mark.parametrize(
    ("hidden", "sentence"),
    [
        ({}, ""),
        ({Hindrance.LICENCE: 1}, "1 is far from here: 1 needs a licence."),
        (
            {Hindrance.GAPS: 3, Hindrance.EDUCATION: 120},
            "123 are far from here: 120 ask for more schooling and 3 need much you have not done yet.",
        ),
        (
            {each: 5 + place for place, each in enumerate(Hindrance)},
            MANY,
        ),
    ],
)
def test_what_is_hidden_is_counted_with_its_reasons(hidden: dict[Hindrance, int], sentence: str) -> None:
    assert hidden_sentence(hidden) == sentence


@given(hidden=st.dictionaries(st.sampled_from(list(Hindrance)), st.integers(1, 2000)))
def test_counts_of_what_is_hidden_add_up(hidden: dict[Hindrance, int]) -> None:
    numbers = [int(word) for word in re.findall(r"\d+", hidden_sentence(hidden))]

    assert numbers[:1] == [sum(hidden.values())] * bool(hidden)
    assert sum(numbers[1:]) == sum(hidden.values())


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (TitleReason.TITLE, "that is its name"),
        (TitleReason.OTHER, "“Lamp warden” is another name for it"),
        (TitleReason.SPELLING, "it is written nearly like “Lamp warden”"),
        (TitleReason.WORDS, "it shares words with “Lamp warden”"),
        (TitleReason.MEANING, "it means nearly the same as “Lamp warden”"),
    ],
)
def test_title_is_taken_for_a_reason(reason: TitleReason, words: str) -> None:
    assert title_reason_words(replace(MATCH, reason=reason)) == words
    assert sureness_words(MATCH) == "very probably (about 90 %)"


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [
        ((), ""),
        (("no such table",), ""),
        (
            ("ability_importance", "zones"),
            f"This release does not tell how important abilities are and how much preparation it takes. {LESS_SURE}",
        ),
    ],
)
def test_what_a_release_lacks_is_told_in_plain_words(lacking: tuple[str, ...], sentence: str) -> None:
    assert lacking_sentence(lacking) == sentence


def test_each_table_an_importer_may_miss_has_words_of_its_own() -> None:
    told = {lacking_sentence([name]) for name in _lacking(set())}

    assert len(told) == len(_lacking(set()))
    assert "" not in told


def test_average_is_called_an_average() -> None:
    assert average_sentence().startswith(
        "A kind of work is an average over many workplaces in the United States."
    )
