"""All ways out stand on one scale, the present job among them, with their reasons and what to ask."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import (
    TODAY,
    a_checkin,
    a_filter,
    a_job,
    a_level,
    a_note,
    a_want,
    an_opening,
    weeks_before,
)

from unrut.core.explore.levels import Source
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture
from unrut.models import NoteKind, Opening, Person
from unrut.queries import explore
from unrut.queries.explore import Question, Ranking, opening_key, option_of, ranking
from unrut.queries.frame import answered_levels, opening_levels, present_job, wants_of
from unrut.queries.reflect import behind
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

REMOTE = "This is a fully remote role. You will have a training budget and flexible hours."


def a_commuter(owner: Person) -> None:
    """Somebody whom the way to work wears down, with a job that says so."""
    for count in range(3):
        a_note(owner, f"The train was late {count}", NoteKind.DISLIKE, weeks_before(count))
    a_note(owner, "Went to a workshop", NoteKind.LIKE)
    a_level(a_job(owner, "Analyst", company="The Mill"), "commute", 9)


def keys(found: Ranking) -> list[str]:
    return [option.key for option in found.options]


def test_wants_are_those_saved(alice: Person, bob: Person) -> None:
    a_want(alice, "commute", 40, 1)
    a_want(alice, "autonomy", 90, 9)

    wants = wants_of(alice, behind(alice).picture)

    assert wants == ((Want("autonomy", 90, 9), Want("commute", 40, 1)), False)


def test_wants_are_proposed_while_none_are_saved(alice: Person, bob: Person) -> None:
    a_note(alice, "The train")

    assert wants_of(alice, behind(alice).picture) == ((Want("commute", 100, 0.0),), True)


def test_wants_of_a_person_who_wrote_nothing_are_none(alice: Person, bob: Person) -> None:
    assert wants_of(alice, Picture((), (), ())) == ((), True)


def test_present_job_is_the_one_that_is(alice: Person, bob: Person) -> None:
    a_level(a_job(alice, "Clerk", is_present=False), "commute", 1)
    assert (present_job(alice), answered_levels(alice)) == (None, {})

    job = a_job(alice, "Analyst")
    a_level(job, "commute", 9)
    assert (present_job(alice), answered_levels(alice)) == (job, {"commute": 9})


def test_ranking_is_empty_while_nothing_is_wanted(alice: Person, bob: Person) -> None:
    an_opening(alice)

    found = ranking(alice, today=TODAY)

    assert (found.options, found.wants, found.are_wants_proposed, found.treatments) == ((), (), True, ())
    assert found.option("present") is None


def test_ranking_holds_the_job_the_job_changed_and_the_openings(alice: Person, bob: Person) -> None:
    a_commuter(alice)
    opening = an_opening(alice, "Editor", company="The Press", place="Leeds", text=REMOTE)

    found = ranking(alice, today=TODAY)

    assert keys(found) == [f"opening-{opening.pk}", "treated", "present"]
    assert [(option.kind, option.title, option.company, option.place) for option in found.options] == [
        ("opening", "Editor", "The Press", "Leeds"),
        ("treated", "Analyst", "The Mill", ""),
        ("present", "Analyst", "The Mill", ""),
    ]
    assert [option.opening_id for option in found.options] == [opening.pk, None, None]
    assert [treatment.facet for treatment in found.treatments] == ["commute"]


def test_ranking_of_a_person_without_a_job_still_has_the_present(alice: Person, bob: Person) -> None:
    a_want(alice, "commute", 100, 0)

    found = ranking(alice, today=TODAY)

    assert [(option.key, option.title, option.company) for option in found.options] == [("present", "", "")]


def test_option_is_found_by_its_key(alice: Person) -> None:
    a_commuter(alice)

    found = ranking(alice, today=TODAY)

    assert found.option("treated") == found.options[keys(found).index("treated")]
    assert found.option("opening-0") is None


def test_figures_hold_together(alice: Person) -> None:
    a_commuter(alice)
    an_opening(alice, text=REMOTE)

    options = ranking(alice, today=TODAY).options

    assert sum(option.best for option in options) == pytest.approx(1)
    assert [option.mean for option in options] == sorted((option.mean for option in options), reverse=True)
    assert next(option.better for option in options if option.key == "present") == 0


def test_reasons_rest_on_known_levels_and_unknown_ones_become_questions(alice: Person) -> None:
    for facet, wanted in (("commute", 0), ("fairness", 10)):
        a_want(alice, facet, 50, wanted)
    job = a_job(alice)
    for facet in ("commute", "fairness"):
        a_level(job, facet, 10)
    opening = an_opening(alice, text=REMOTE)

    option = ranking(alice, today=TODAY).option(f"opening-{opening.pk}")

    assert option is not None
    assert [(reason.facet, reason.level.source) for reason in option.ahead] == [("commute", Source.STATED)]
    assert option.behind == ()  # the fairness of the job is known to be better than what nobody knows
    fairness = shipped_vocabulary()["fairness"]
    (question,) = option.questions
    assert option.known == 1
    assert question == Question("fairness", fairness.name, fairness.posting.ask, question.gain)
    assert question.gain > 0


def test_reasons_against_stand_behind(alice: Person) -> None:
    a_want(alice, "remote_location", 100, 10)
    a_level(a_job(alice), "remote_location", 10)
    opening = an_opening(alice, text="Five days in the office.")

    option = ranking(alice, today=TODAY).option(f"opening-{opening.pk}")

    assert option is not None
    assert [(reason.facet, reason.points < -20) for reason in option.behind] == [("remote_location", True)]
    assert option.ahead == ()


def test_reasons_shown_are_three_at_most(alice: Person) -> None:
    job = a_job(alice)
    for facet in ("commute", "remote_location", "schedule_flexibility", "learning_growth", "working_hours"):
        wanted = 0 if facet in {"commute", "working_hours"} else 10
        a_want(alice, facet, 50, wanted)
        a_level(job, facet, 10 - wanted)
    opening = an_opening(alice, text=f"{REMOTE} 35 hours a week.")

    option = ranking(alice, today=TODAY).option(f"opening-{opening.pk}")

    assert option is not None
    assert (len(option.ahead), option.known) == (3, 5)


def test_treatment_goes_towards_what_is_wanted(alice: Person) -> None:
    a_commuter(alice)

    treated = ranking(alice, today=TODAY).option("treated")

    assert treated is not None
    assert [(reason.facet, reason.level.source) for reason in treated.ahead] == [("commute", Source.EXPECTED)]


@pytest.mark.parametrize(
    ("stated", "facet", "mean_above_5"),
    [
        ({"workplace": "remote"}, "commute", False),
        ({"workplace": "remote"}, "remote_location", True),
        ({"hours": "52.5 hours"}, "working_hours", True),
        ({"hours": "20"}, "working_hours", False),
        ({"place": "Hybrid, Leeds"}, "remote_location", True),
        ({"hours": "60 hours a week"}, "working_hours", True),
        ({"contract": "permanent contract"}, "job_security", True),
        ({"text": "night shift and rotating shifts"}, "schedule_flexibility", False),
        ({"title": "Data entry clerk"}, "task_variety", False),
    ],
)
def test_levels_are_read_from_every_part_of_an_opening(
    alice: Person, stated: dict[str, Any], facet: str, *, mean_above_5: bool
) -> None:
    opening = an_opening(alice, **{"title": "Editor", "key": "1", **stated})

    level = opening_levels(opening)[facet]

    assert (level.source, level.mean > 5) == (Source.STATED, mean_above_5)


def test_opening_that_says_nothing_has_no_levels(alice: Person) -> None:
    assert opening_levels(an_opening(alice, "Editor")) == {}


@pytest.mark.parametrize("count", [1, 3])
def test_ranking_takes_the_same_queries_however_many(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    a_want(alice)
    for number in range(count):
        a_checkin(alice, weeks_before(number))
        a_note(alice, f"The train {number}", week=weeks_before(number))
        an_opening(alice, f"Editor {number}")

    with django_assert_num_queries(22):
        assert len(ranking(alice, today=TODAY).options) == count + 2


def test_option_is_judged_beside_the_others(alice: Person, bob: Person) -> None:
    a_commuter(alice)
    opening = an_opening(alice, text=REMOTE)

    found = ranking(alice, today=TODAY)

    for key in (opening.option, "present", "treated"):
        assert option_of(alice, key, today=TODAY) == found.option(key)


def test_option_that_is_not_there_is_none(alice: Person, bob: Person) -> None:
    a_commuter(alice)
    theirs = of(Opening, bob)[0]

    assert [option_of(alice, key, today=TODAY) for key in (theirs.option, "opening-0", "nothing")] == [
        None
    ] * 3


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("opening-12", 12),
        ("opening-", None),
        ("opening-x", None),
        ("opening--1", None),
        ("closing-12", None),
        ("present", None),
        ("", None),
        (f"opening-{'9' * 18}", int("9" * 18)),
        (f"opening-{'9' * 19}", None),
    ],
)
def test_key_of_an_option_names_an_opening_or_none(key: str, number: int | None) -> None:
    assert opening_key(key) == number


def test_ranking_holds_the_best_of_those_still_open_and_those_asked_for(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explore, "MOST_JUDGED", 1)
    a_commuter(alice)
    best, other = an_opening(alice, "Editor", text=REMOTE), an_opening(alice, "Weaver")
    gone = an_opening(alice, "Setter", text=REMOTE, gone_on=TODAY)
    a_filter(alice, "words", "reader")
    hidden = an_opening(alice, "Reader", text=REMOTE)

    found = ranking(alice, today=TODAY)
    also = ranking(alice, today=TODAY, also=[gone.pk, hidden.pk, best.pk, of(Opening, bob)[0].pk])

    assert set(keys(found)) == {best.option, "treated", "present"}
    assert set(keys(also)) == {best.option, gone.option, hidden.option, "treated", "present"}
    assert found.option(other.option) is None


def test_points_of_an_option_are_those_of_all_that_is_wanted(alice: Person) -> None:
    a_commuter(alice)
    a_want(alice, "commute", 100, 0)
    a_want(alice, "fairness", 50, 10)
    opening = an_opening(alice, text=REMOTE)

    option = ranking(alice, today=TODAY).option(opening.option)

    assert option is not None
    assert set(option.points) == {"commute", "fairness"}
    assert [option.points[reason.facet] for reason in option.ahead] == [
        reason.points for reason in option.ahead
    ]
