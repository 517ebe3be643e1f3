"""Options, fits and reasons, in sentences."""

from dataclasses import replace

import pytest

from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.present import Treatment
from unrut.core.explore.wants import Want
from unrut.core.reflect.causes import Picture
from unrut.queries.explore import Question, RankedOption, Ranking
from unrut.wording.explore import (
    better,
    coverage,
    fit_range,
    lead,
    level_words,
    option_name,
    option_place,
    source_words,
    treatments_sentence,
)

pytestmark = pytest.mark.integration

OPENING = RankedOption(
    key="opening-1",
    kind="opening",
    title="Data editor",
    company="The Mill",
    place="Leeds",
    mean=61.6,
    low=49.5,
    high=72.4,
    best=0.7,
    better=0.82,
    ahead=(),
    behind=(),
    known=5,
    questions=(),
    opening_id=1,
)
PRESENT = replace(OPENING, key="present", kind="present", title="Analyst", place="", best=0.3, better=0.0)
TREATED = replace(PRESENT, key="treated", kind="treated", best=0.4)
WANTS = (Want("commute", 100, 0),)


def a_ranking(*options: RankedOption, wants: tuple[Want, ...] = WANTS) -> Ranking:
    return Ranking(options, wants, False, (), Picture((), (), ()))


def a_level(mean: float) -> Level:
    return Level(mean, 1.0, Source.ANSWERED)


@pytest.mark.parametrize(
    ("option", "name"),
    [(OPENING, "Data editor"), (PRESENT, "Your job as it is"), (TREATED, "Your job, changed")],
)
def test_option_has_a_name(option: RankedOption, name: str) -> None:
    assert option_name(option) == name


@pytest.mark.parametrize(
    ("company", "place", "words"),
    [
        ("The Mill", "Leeds", "The Mill · Leeds"),
        ("The Mill", "", "The Mill"),
        ("", "Leeds", "Leeds"),
        ("", "", ""),
    ],
)
def test_place_of_an_option_is_what_is_known_of_it(company: str, place: str, words: str) -> None:
    assert option_place(replace(OPENING, company=company, place=place)) == words


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (PRESENT, "what the others are compared with"),
        (OPENING, "very probably (about 80 %) better than now"),
        (replace(TREATED, better=1.0), "almost surely better than now"),
    ],
)
def test_option_is_compared_with_the_present(option: RankedOption, words: str) -> None:
    assert better(option) == words


def test_fit_is_a_figure_between_two() -> None:
    assert fit_range(OPENING) == "62 of 100, between 50 and 72"


@pytest.mark.parametrize(
    ("known", "unknown", "words"),
    [
        (0, 1, "0 of 1 want known"),
        (1, 0, "1 of 1 want known"),
        (5, 3, "5 of 8 wants known"),
    ],
)
def test_coverage_counts_what_is_known(known: int, unknown: int, words: str) -> None:
    questions = (Question("commute", "Commute", "How far?", 1.0),) * unknown

    assert coverage(replace(OPENING, known=known, questions=questions)) == words


@pytest.mark.parametrize(
    ("ranking", "sentence"),
    [
        (a_ranking(wants=()), "First it takes a week of notes, or a few wants of your own."),
        (a_ranking(PRESENT), "There is nothing to compare your job with yet."),
        (a_ranking(PRESENT, OPENING), "Nothing here beats the job you have."),
        (
            a_ranking(OPENING, PRESENT),
            "Data editor fits best: probably (about 70 %) the best of what is here.",
        ),
        (
            a_ranking(replace(OPENING, best=0.65), PRESENT),
            "Data editor fits best: perhaps (about 60 %) the best of what is here.",
        ),
        (
            a_ranking(replace(OPENING, best=0.64), PRESENT),
            "Data editor leads, but not clearly: its chance of being the best is about 60 %.",
        ),
        (
            a_ranking(replace(OPENING, best=0.14), PRESENT),
            "The first options are too close to tell apart; Data editor stands at the top.",
        ),
        (
            a_ranking(TREATED, PRESENT, OPENING),
            "Your job, changed leads, but not clearly: its chance of being the best is about 40 %.",
        ),
    ],
)
def test_lead_says_what_fits_and_how_sure_that_is(ranking: Ranking, sentence: str) -> None:
    assert lead(ranking) == sentence


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (UNKNOWN, "not known"),
        (a_level(0), "short and easy"),
        (a_level(3.5), "short and easy"),
        (a_level(3.6), "in between"),
        (a_level(6.4), "in between"),
        (a_level(6.5), "long and tiring"),
        (a_level(10), "long and tiring"),
    ],
)
def test_level_is_named_by_the_pole_it_is_near(level: Level, words: str) -> None:
    assert level_words("commute", level) == words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source.ANSWERED, "you said so"),
        (Source.NOTES, "from your notes"),
        (Source.STATED, "two days at home"),
        (Source.EXPECTED, "two days at home"),
        (Source.UNKNOWN, "nothing is known"),
    ],
)
def test_level_says_where_it_comes_from(source: Source, words: str) -> None:
    assert source_words(Level(5, 1, source, "two days at home")) == words


@pytest.mark.parametrize(
    ("facets", "sentence"),
    [(["commute"], "Treats Commute."), (["commute", "autonomy"], "Treats Commute and Autonomy.")],
)
def test_treatments_are_named(facets: list[str], sentence: str) -> None:
    treatments = [Treatment(facet, "talk_to_manager", 3, 0.4) for facet in facets]

    assert treatments_sentence(treatments) == sentence
