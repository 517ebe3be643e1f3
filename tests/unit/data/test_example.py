"""The composed example must be complete and sound: it is the first thing a newcomer reads."""

import tomllib
from collections.abc import Iterator
from datetime import time
from importlib.resources import files
from statistics import mean
from typing import Any

import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.look_back import looked_back_items
from unrut.core.reflect.reviews import reviewed_items

pytestmark = pytest.mark.unit

FILES = ("life.toml", "weeks.toml", "reviews.toml", "openings.toml")
SIGNS = ("satisfaction", "boredom", "dread", "drive", "learning", "energy")
WEEK_FIELDS = {"weeks_ago", *SIGNS, "hours", "liked", "disliked"}
OPENING_FIELDS = {"title", "company", "place", "pay", "url", "text"}
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
CHANGE_WEEKS_AGO = 13


def _text(name: str) -> str:
    return files("unrut.data.example").joinpath(name).read_text(encoding="utf-8")


EXAMPLE: dict[str, Any] = {key: value for name in FILES for key, value in tomllib.loads(_text(name)).items()}
WEEKS: list[dict[str, Any]] = EXAMPLE["week"]
ANSWERED = [week for week in WEEKS if "away" not in week]
GOAL: dict[str, Any] = EXAMPLE["goal"]


def _lines() -> Iterator[str]:
    for week in ANSWERED:
        for kind in ("liked", "disliked", "moved"):
            yield from week.get(kind, [])


def _score(week: dict[str, Any]) -> float:
    vocabulary = shipped_vocabulary()
    scored = [sign for sign in vocabulary.signs.values() if sign.scored]
    return mean(float(week[sign.id]) if sign.reverse else 10.0 - float(week[sign.id]) for sign in scored)


def test_example_has_every_part_once() -> None:
    keys = [key for name in FILES for key in tomllib.loads(_text(name))]

    assert sorted(keys) == [
        "accomplishment",
        "circumstance",
        "free_time",
        "goal",
        "job",
        "look_back",
        "opening",
        "person",
        "point",
        "review",
        "want",
        "week",
    ]


@pytest.mark.parametrize("name", FILES)
def test_example_file_has_no_exclamation_mark(name: str) -> None:
    assert _text(name).count("!") == 0


def test_weeks_are_unique_and_run_towards_the_present() -> None:
    ago = [week["weeks_ago"] for week in WEEKS]

    assert ago == sorted(set(ago), reverse=True)
    assert (ago[0], ago[-1]) == (30, 1)


def test_weeks_are_mostly_answered() -> None:
    assert len(ANSWERED) >= 23


def test_weeks_away_have_nothing_but_their_date() -> None:
    away = [week for week in WEEKS if "away" in week]

    assert [set(week) for week in away] == [{"weeks_ago", "away"}] * 2
    assert [week["away"] for week in away] == [True, True]


@pytest.mark.parametrize("week", ANSWERED, ids=lambda week: str(week["weeks_ago"]))
def test_week_has_all_signs_and_notes(week: dict[str, Any]) -> None:
    signs = [week[sign] for sign in SIGNS]

    assert set(week) - {"moved"} == WEEK_FIELDS
    assert [sign for sign in signs if type(sign) is not int or not 0 <= sign <= 10] == []
    assert 0 < week["hours"] <= 60
    assert 1 <= len(week["liked"]) <= 3
    assert 1 <= len(week["disliked"]) <= 3
    assert len(week.get("moved", ["nothing"])) == 1


def test_week_signs_are_those_of_the_vocabulary() -> None:
    assert tuple(shipped_vocabulary().signs) == SIGNS


def test_note_lines_are_short_and_never_repeated() -> None:
    lines = list(_lines())

    assert [line for line in lines if not 0 < len(line) <= 90] == []
    assert len(set(lines)) == len(lines)


def test_mood_drops_after_the_change_and_stays_down() -> None:
    before = [_score(week) for week in ANSWERED if week["weeks_ago"] > CHANGE_WEEKS_AGO]
    after = [_score(week) for week in ANSWERED if week["weeks_ago"] <= CHANGE_WEEKS_AGO]

    assert len(before) == 16
    assert max(after) < min(before)


def test_weeks_do_not_call_for_the_safety_panel() -> None:
    last = [week["energy"] for week in ANSWERED[-6:]]

    assert sum(energy >= 8 for energy in last) < 4


def test_reviews_lie_in_quarters_of_their_own() -> None:
    ago = [review["weeks_ago"] for review in EXAMPLE["review"]]

    # A quarter has at most 92 days: fourteen weeks apart, two reviews never fall into the same one.
    assert (len(ago), ago[0] - ago[1]) == (2, 14)
    assert EXAMPLE["look_back"]["weeks_ago"] > ago[0] > CHANGE_WEEKS_AGO > ago[1] > 0


@pytest.mark.parametrize("review", EXAMPLE["review"], ids=lambda review: str(review["weeks_ago"]))
def test_review_answers_are_about_what_is_asked(review: dict[str, Any]) -> None:
    answers = review["answers"]

    assert [item for item in answers if item not in reviewed_items()] == []
    assert [value for value in answers.values() if type(value) is not int or not 0 <= value <= 10] == []
    assert len(answers) == 29


def test_look_back_answers_are_about_what_is_asked() -> None:
    told = EXAMPLE["look_back"]
    answers = told["answers"]

    assert [item for item in answers if item not in looked_back_items()] == []
    assert [value for value in answers.values() if type(value) is not int or not 0 <= value <= 10] == []
    assert [len(told[kind]) for kind in ("good", "bad")] == [2, 2]


def test_jobs_follow_each_other_and_the_last_is_the_present_one() -> None:
    jobs = EXAMPLE["job"]
    turns = [job[end] for job in jobs for end in ("weeks_ago_started", "weeks_ago_ended") if end in job]

    assert turns == sorted(turns, reverse=True)
    assert ["weeks_ago_ended" in job for job in jobs] == [True, True, False]
    assert ["levels" in job for job in jobs] == [False, False, True]


def test_present_job_levels_are_about_known_facets() -> None:
    levels = EXAMPLE["job"][-1]["levels"]

    assert [facet for facet in levels if facet not in shipped_vocabulary()] == []
    assert [level for level in levels.values() if not 0 <= level <= 10] == []


def test_wants_are_about_known_facets() -> None:
    wants = EXAMPLE["want"]

    assert [want["facet"] for want in wants if want["facet"] not in shipped_vocabulary()] == []
    assert len({want["facet"] for want in wants}) == len(wants) == 7
    assert [want for want in wants if not 0 <= want["wanted"] <= 10 or not want["reason"]] == []


def test_wants_have_one_that_weighs_most() -> None:
    weights = [want["weight"] for want in EXAMPLE["want"]]

    assert weights.count(100) == 1
    assert [weight for weight in weights if not 0 < weight <= 100] == []


def test_wants_can_be_judged_in_the_present_job() -> None:
    levels = EXAMPLE["job"][-1]["levels"]

    assert [want["facet"] for want in EXAMPLE["want"] if want["facet"] not in levels] == []


def test_openings_are_eight_with_different_names() -> None:
    openings = EXAMPLE["opening"]

    assert len(openings) == 8
    assert len({opening["title"] for opening in openings}) == 8
    assert len({opening["company"] for opening in openings}) == 8


@pytest.mark.parametrize("opening", EXAMPLE["opening"], ids=lambda opening: str(opening["title"]))
def test_opening_is_complete_and_as_long_as_a_real_one(opening: dict[str, Any]) -> None:
    required = [opening["title"], opening["company"], opening["place"]]

    assert set(opening) == OPENING_FIELDS
    assert "" not in required
    assert opening["url"] == ""
    assert 100 <= len(opening["text"].split()) <= 260


def test_openings_differ_in_whether_they_state_pay() -> None:
    assert {opening["pay"] == "" for opening in EXAMPLE["opening"]} == {True, False}


def test_goal_is_modelled_on_one_of_the_openings() -> None:
    titles = [opening["title"] for opening in EXAMPLE["opening"]]

    assert titles.count(GOAL["opening"]) == 1
    assert (GOAL["template"], GOAL["months"]) == ("new_field", 18)


def test_done_steps_fall_between_the_start_of_the_goal_and_now() -> None:
    done = GOAL["done_weeks_ago"]

    assert len(done) == GOAL["done_steps"]
    assert done == sorted(done, reverse=True)
    assert 1 <= done[-1] <= done[0] <= GOAL["started_weeks_ago"]


def test_free_time_names_seven_days_and_five_hours() -> None:
    free = EXAMPLE["free_time"]
    starts = [time.fromisoformat(day["start"]) for day in free.values()]

    assert list(free) == DAYS
    assert sum(day["minutes"] for day in free.values()) == 300
    assert min(starts) >= time(8)


def test_accomplishments_lie_inside_the_working_life_and_have_numbers() -> None:
    done = EXAMPLE["accomplishment"]
    ago = [each["weeks_ago"] for each in done]

    assert len(done) == 6
    assert ago == sorted(ago, reverse=True)
    assert 0 < ago[-1] < ago[0] <= EXAMPLE["job"][0]["weeks_ago_started"]
    assert [each["text"] for each in done if not any(sign.isdigit() for sign in each["text"])] == []
