"""Wants, the present job and openings are kept as said, or refused with a sentence."""

from datetime import date, timedelta

import pytest
from tests.factories import MONDAY, a_job, a_level, a_trade_off, a_want

from unrut.core.errors import InvalidInputError
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.models import Job, JobLevel, Person, TradeOffAnswer
from unrut.models import Want as StoredWant
from unrut.queries.scope import of
from unrut.services.explore import (
    describe_job,
    forget_wants,
    own_criterion,
    save_job_levels,
    save_present_job,
    save_wants,
)

pytestmark = pytest.mark.integration

FACETS = list(shipped_vocabulary().facets)


def stored_wants(owner: Person) -> list[tuple[str, int, int]]:
    return list(of(StoredWant, owner).values_list("facet", "weight", "wanted"))


def stored_levels(owner: Person) -> dict[str, int]:
    return dict(of(JobLevel, owner).values_list("facet", "level"))


def refused_wants(owner: Person, *wants: Want) -> str:
    with pytest.raises(InvalidInputError) as refused:
        save_wants(owner, wants)
    return str(refused.value)


def test_wants_replace_those_there_were(alice: Person, bob: Person) -> None:
    a_want(alice, "fairness")

    save_wants(alice, [Want("commute", 40.4, 0.4), Want("autonomy", 100, 10), Want("pay_benefits", 0, 5)])

    assert stored_wants(alice) == [("autonomy", 100, 10), ("commute", 40, 0)]
    assert stored_wants(bob) == [("autonomy", 100, 10)]


@pytest.mark.parametrize("count", [1, 8])
def test_wants_up_to_eight_are_taken(alice: Person, count: int) -> None:
    save_wants(alice, [Want(facet, 50, 5) for facet in FACETS[:count]])

    assert len(stored_wants(alice)) == count


@pytest.mark.parametrize("count", [0, 9])
def test_wants_none_or_more_than_eight_are_refused(alice: Person, count: int) -> None:
    a_want(alice, "fairness")

    sentence = refused_wants(alice, *[Want(facet, 50, 5) for facet in FACETS[:count]])

    assert sentence == f"{count} wants have a weight. Keep one to 8: what matters less can stay at 0."
    assert stored_wants(alice) == [("fairness", 100, 10)]


@pytest.mark.parametrize(
    ("wants", "sentence"),
    [
        ([Want("weather", 50, 5)], '"weather" is not one of the thirty facets. Choose one from the list.'),
        (
            [Want("commute", 101, 5)],
            "Commute has weight 101 and level 5. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
        (
            [Want("commute", 50, 10.5)],
            "Commute has weight 50 and level 10.5. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
        (
            [Want("commute", 50, -1)],
            "Commute has weight 50 and level -1. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
        ([Want("commute", 50, 5), Want("commute", 40, 5)], "One facet is wanted twice. Keep it once."),
        (
            [Want("own_1", 50, 10, name=" ")],
            "A criterion of your own has no name. Say in a few words what it is.",
        ),
        (
            [Want("commute", 50, 0, name="x" * 61)],
            f'"{"x" * 60}..." is too long for the name of a criterion. Say it in 60 characters.',
        ),
        (
            [Want("commute", 50, 0, worst=10.6)],
            "Commute has 10.6 as its worst level. Give one from 0 to 10.",
        ),
        (
            [Want("commute", 50, 2, worst=2.4)],
            "The worst and the wanted level of Commute are the same. Say how far apart they really are.",
        ),
    ],
)
def test_want_that_cannot_be_is_refused(alice: Person, wants: list[Want], sentence: str) -> None:
    assert refused_wants(alice, *wants) == sentence
    assert stored_wants(alice) == []


def test_range_and_name_of_a_want_are_kept(alice: Person) -> None:
    save_wants(alice, [Want("commute", 40, 2, 8.6, " The way "), Want("own_1", 30, 10, name="A dog")])

    kept = list(of(StoredWant, alice).values_list("facet", "worst", "name"))
    assert kept == [("commute", 9, "The way"), ("own_1", None, "A dog")]


@pytest.mark.parametrize(
    ("taken", "number"), [((), 1), (("own_1", "commute"), 2), (("own_2",), 1), (("own_1", "own_2"), 3)]
)
def test_criterion_of_ones_own_gets_the_first_free_number(taken: tuple[str, ...], number: int) -> None:
    wants = [Want(facet, 50, 5, name="Mine") for facet in taken]

    assert own_criterion(wants, "A dog") == Want(f"own_{number}", 50, 10, name="A dog")


def test_wants_are_forgotten(alice: Person, bob: Person) -> None:
    a_want(alice)

    forget_wants(alice)

    assert (stored_wants(alice), len(stored_wants(bob))) == ([], 1)


def test_present_job_is_said(alice: Person, bob: Person) -> None:
    job = save_present_job(alice, title=" Analyst ", company=" The Mill ", started_on=MONDAY)

    assert (job.title, job.company, job.started_on, job.is_present) == ("Analyst", "The Mill", MONDAY, True)
    assert of(Job, alice).get() == job


def test_present_job_is_corrected_not_replaced(alice: Person) -> None:
    past, job = a_job(alice, "Clerk", is_present=False), a_job(alice, "Analyst", company="The Mill")

    corrected = save_present_job(alice, title="Lead analyst")

    assert corrected.pk == job.pk
    assert list(of(Job, alice).values_list("pk", "title", "company")) == [
        (past.pk, "Clerk", ""),
        (job.pk, "Lead analyst", ""),
    ]


def test_another_title_with_a_later_first_day_is_a_new_job(alice: Person, bob: Person) -> None:
    old = a_job(alice, "Analyst", started_on=date(2022, 5, 1))
    others = of(Job, bob).get(is_present=True)
    of(Job, bob).update(started_on=date(2022, 5, 1))

    new = save_present_job(alice, title="Editor", started_on=MONDAY)

    old.refresh_from_db()
    others.refresh_from_db()
    assert (old.title, old.is_present, old.ended_on) == ("Analyst", False, MONDAY - timedelta(days=1))
    assert (new.title, new.is_present, new.ended_on) == ("Editor", True, None)
    assert others.is_present


@pytest.mark.parametrize(
    ("title", "before", "first_day"),
    [
        ("Lead analyst", date(2022, 5, 1), date(2022, 5, 1)),
        ("Lead analyst", date(2022, 5, 1), date(2021, 5, 1)),
        ("Lead analyst", date(2022, 5, 1), None),
        ("Lead analyst", None, date(2022, 5, 1)),
        ("Analyst", date(2022, 5, 1), date(2023, 5, 1)),
    ],
)
def test_anything_else_corrects_the_job_there_was(
    alice: Person, title: str, before: date | None, first_day: date | None
) -> None:
    old = a_job(alice, "Analyst", started_on=before)

    job = save_present_job(alice, title=title, started_on=first_day)

    assert of(Job, alice).get() == job == old
    assert (job.title, job.started_on, job.ended_on) == (title, first_day, None)


@pytest.mark.parametrize("weight", [0.4, 0.5])
def test_want_whose_weight_rounds_to_nothing_is_none(alice: Person, weight: float) -> None:
    save_wants(alice, [Want("autonomy", weight, 5), Want("commute", 0.6, 5)])

    assert [(want.facet, want.weight) for want in of(StoredWant, alice)] == [("commute", 1)]
    with pytest.raises(InvalidInputError):
        save_wants(alice, [Want("autonomy", weight, 5)])


def test_present_job_without_a_title_is_refused(alice: Person) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save_present_job(alice, title="  ")

    assert str(refused.value) == "The job has no title. Say what you are called at work."
    assert of(Job, alice).count() == 0


def test_job_levels_are_answered_changed_and_taken_back(alice: Person, bob: Person) -> None:
    job = a_job(alice)
    a_level(job, "commute", 9)
    a_level(job, "fairness", 3)

    save_job_levels(alice, {"commute": 2, "autonomy": 0, "fairness": None, "coworkers": None})

    assert stored_levels(alice) == {"commute": 2, "autonomy": 0}
    assert stored_levels(bob) == {"autonomy": 2}


def test_job_levels_without_a_job_make_one(alice: Person, bob: Person) -> None:
    save_job_levels(alice, {"commute": 10})

    assert of(Job, alice).get().title == "My job"
    assert stored_levels(alice) == {"commute": 10}


@pytest.mark.parametrize(
    ("facet", "level", "named"),
    [
        ("weather", 5, "weather 5"),
        ("weather", None, "weather None"),
        ("commute", 11, "commute 11"),
        ("commute", -1, "commute -1"),
    ],
)
def test_job_level_that_cannot_be_is_refused_with_all_others(
    alice: Person, facet: str, level: int | None, named: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save_job_levels(alice, {"autonomy": 4, facet: level})

    assert str(refused.value) == f"{named} is not an answer. Give a facet and a level from 0 to 10."
    assert (stored_levels(alice), of(Job, alice).count()) == ({}, 0)


def test_job_is_described_as_a_whole_or_not_at_all(alice: Person) -> None:
    with pytest.raises(InvalidInputError):
        describe_job(alice, {"autonomy": 11}, title="Editor")

    assert not of(Job, alice).exists()


def test_job_is_described_with_its_levels(alice: Person) -> None:
    job = describe_job(alice, {"autonomy": 3}, title="Editor " * 40, company="Paper")

    assert (len(job.title), job.company) == (200, "Paper")
    assert of(JobLevel, alice).get().level == 3


def test_another_range_forgets_the_answers_that_were_about_it(alice: Person) -> None:
    wants = [Want("autonomy", 80, 10), Want("commute", 60, 0), Want("fairness", 40, 10)]
    save_wants(alice, wants)
    a_trade_off(alice, "autonomy", "commute")
    kept = a_trade_off(alice, "autonomy", "fairness")

    forgotten = save_wants(alice, [wants[0], Want("commute", 60, 0, worst=7), wants[2]])

    assert forgotten == 1
    assert list(of(TradeOffAnswer, alice)) == [kept]
    assert save_wants(alice, [wants[0], Want("commute", 20, 0, worst=7), wants[2]]) == 0


def test_going_back_to_the_notes_forgets_ones_own_answers_too(alice: Person, bob: Person) -> None:
    save_wants(alice, [Want("autonomy", 80, 10), Want("commute", 60, 0)])
    a_trade_off(alice, repeats=a_trade_off(alice))
    theirs = of(TradeOffAnswer, bob).count()

    forget_wants(alice)

    assert not of(TradeOffAnswer, alice).exists()
    assert of(TradeOffAnswer, bob).count() == theirs == 1


@pytest.mark.parametrize(("title", "occupation"), [("Cook", "35-2014.00"), ("Baker", "")])
def test_kind_of_work_was_said_of_the_title(alice: Person, bob: Person, title: str, occupation: str) -> None:
    a_job(alice, "Cook", occupation="35-2014.00")

    assert save_present_job(alice, title=title).occupation == occupation
