"""What is done and what lies ahead, in sentences: ranges, grounds and gains, and no single day."""

from datetime import date
from typing import Any

import pytest

from unrut.core.milestones.attain import (
    NO_DAYS,
    Attainability,
    Change,
    ChangeKind,
    Days,
    Ground,
)
from unrut.core.milestones.contrast import Answer
from unrut.core.milestones.ladders import Size
from unrut.core.milestones.life import Life
from unrut.core.milestones.overlaps import Overlap
from unrut.core.milestones.own_record import Similar
from unrut.models import Milestone
from unrut.queries.milestones import BiggerPicture, PointAhead, RungView
from unrut.wording import milestones as wording

pytestmark = pytest.mark.integration

DAYS = Days(date(2027, 1, 5), date(2027, 3, 8), date(2027, 5, 9))


def a_row(name: str = "I have a lease.", pk: int = 7, **values: Any) -> Milestone:
    return Milestone(pk=pk, name=name, **values)


def a_rung(name: str = "I have a lease.", *, is_next: bool = True, **values: Any) -> RungView:
    return RungView(a_row(name, **values), (), 8, is_next)


def an_attainability(**values: Any) -> Attainability:
    usual = {
        "days": DAYS,
        "chance": None,
        "ground": Ground.REFERENCE,
        "pace": 2.0,
        "similar": None,
        "rungs": {},
        "too_long": (),
        "nearer": (),
    }
    return Attainability(**{**usual, **values})


def a_point(
    *rungs: RungView, name: str = "Own shop", due_on: date | None = None, **values: Any
) -> PointAhead:
    return PointAhead(
        key="milestone-1",
        name=name,
        due_on=due_on,
        milestone=a_row(name, 1),
        goal=None,
        rungs=rungs,
        attain=an_attainability(**values),
    )


def a_picture(*points: PointAhead, done: int = 0) -> BiggerPicture:
    return BiggerPicture(goal=None, points=points, reached=(), done=done, life=Life())


NO_RECORD = (
    "You have no record for this yet, so it takes two sittings a week, as a guess of ours. After three weeks "
    "with finished steps it is your own pace."
)


@pytest.mark.parametrize(
    ("picture", "lead"),
    [
        (a_picture(), "Here you will see what you got done, and what lies ahead."),
        (a_picture(a_point()), "Your milestones are drawn; what you get done will join them."),
        (a_picture(done=1), "You have 1 thing done to look back on."),
        (a_picture(done=24), "You have 24 things done to look back on."),
    ],
)
def test_lead_counts_what_is_done(picture: BiggerPicture, lead: str) -> None:
    assert wording.lead(picture) == lead


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (a_picture(), "Set a milestone, and it appears on the line with the time it may take you."),
        (
            a_picture(a_point(), a_point(name="Other")),
            "Say what would have to be true for “Own shop”, and it gets a date.",
        ),
        (
            a_picture(a_point(), a_point(a_rung(), name="Other")),
            "Next on the way to “Other”: I have a lease.",
        ),
    ],
)
def test_next_milestone_is_named(picture: BiggerPicture, sentence: str) -> None:
    assert wording.next_milestone(picture) == sentence


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        (a_point(), "No date yet: nothing is said of what would have to be true."),
        (
            a_point(a_rung(is_next=False, reached_on=date(2026, 1, 1))),
            "All of it is true. If that is so, you have reached it.",
        ),
        (a_point(a_rung(), days=NO_DAYS), "At this pace it lies more than forty years ahead."),
        (a_point(a_rung()), "Probably about March 2027; very probably by May 2027."),
        (
            a_point(a_rung(), days=Days(date(2027, 3, 1), date(2027, 3, 8), date(2027, 3, 30))),
            "Very probably by the end of March 2027.",
        ),
    ],
)
def test_when_is_a_range(point: PointAhead, sentence: str) -> None:
    assert wording.when(point) == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"days": NO_DAYS}, ""),
        (
            {},
            NO_RECORD,
        ),
        (
            {"ground": Ground.OWN_PACE, "pace": 1.96},
            "From your own pace: 2 finished sittings a week over the last weeks.",
        ),
        (
            {"ground": Ground.OWN_PACE, "pace": 1.54},
            "From your own pace: 1.5 finished sittings a week over the last weeks.",
        ),
        (
            {"ground": Ground.OWN_MILESTONES, "similar": Similar(3, 5, 9, ())},
            "From your own record: 3 things of this size took you 5 to 9 weeks.",
        ),
        (
            {"ground": Ground.OWN_MILESTONES, "similar": Similar(3, 6, 6, ())},
            "From your own record: 3 things of this size took you 6 weeks each.",
        ),
    ],
)
def test_ground_says_what_the_dates_rest_on(values: dict[str, Any], sentence: str) -> None:
    assert wording.ground(a_point(a_rung(), **values)) == sentence


@pytest.mark.parametrize(
    ("due_on", "chance", "sentence"),
    [
        (None, 0.5, ""),
        (date(2027, 6, 1), None, ""),
        (date(2027, 6, 1), 0.41, "By the day you wish for, 1 June 2027: perhaps not (about 40 %)."),
        (date(2027, 6, 1), 0.99, "By the day you wish for, 1 June 2027: almost surely."),
    ],
)
def test_chance_is_said_in_words_first(due_on: date | None, chance: float | None, sentence: str) -> None:
    assert wording.chance_by(a_point(a_rung(), due_on=due_on, chance=chance)) == sentence


def test_other_points_want_the_same_weeks() -> None:
    point, other, third = a_point(a_rung()), a_point(a_rung(), name="Degree"), a_point(a_rung(), name="Talk")

    assert wording.beside(point, [a_point()]) == ""
    assert wording.beside(a_point(), [other]) == ""
    assert wording.beside(point, [other]) == (
        "This counts on all of your time. “Degree” wants the same weeks; with both it takes longer."
    )
    assert wording.beside(point, [other, third]) == (
        "This counts on all of your time. “Degree” and 1 more want the same weeks; with all of them it takes longer."
    )


def test_so_far_and_next_are_said_where_there_are_rungs() -> None:
    point = a_point(a_rung("Oven", is_next=False, reached_on=date(2026, 1, 1), pk=3), a_rung())

    assert (wording.so_far(point), wording.next_rung(point)) == ("1 of 2 true", "Next: I have a lease.")
    assert (wording.so_far(a_point()), wording.next_rung(a_point())) == ("", "")


@pytest.mark.parametrize(
    ("rung", "rungs", "sentence"),
    [
        (a_rung(reached_on=date(2026, 1, 2)), {}, "true since 2 January 2026"),
        (a_rung(), {}, "no date yet"),
        (a_rung(), {"milestone-7": NO_DAYS}, "no date yet"),
        (a_rung(), {"milestone-7": DAYS}, "about March 2027, by May 2027"),
        (a_rung(), {"milestone-7": Days(DAYS.p10, DAYS.p50, DAYS.p50)}, "about March 2027"),
    ],
)
def test_rung_says_when(rung: RungView, rungs: dict[str, Days], sentence: str) -> None:
    assert wording.rung_when(rung, a_point(rung, rungs=rungs)) == sentence


def test_rung_that_is_too_long_is_offered_to_be_split() -> None:
    rung = a_rung()

    assert wording.rung_hint(rung, a_point(rung)) == ""
    assert wording.rung_hint(rung, a_point(rung, too_long=("milestone-7",))) == (
        "At this pace it takes more than eight weeks. Split it, and its end comes into sight."
    )


def test_next_two_rungs_that_are_short_are_offered_to_be_one() -> None:
    rung, after = a_rung(), a_rung("Oven", is_next=False, pk=8)
    both = ("milestone-7", "milestone-8")

    assert wording.rung_hint(rung, a_point(rung, after, may_join=both)) == (
        "At this pace it and the one after it take less than four weeks each. They may be one."
    )
    assert wording.rung_hint(after, a_point(rung, after, may_join=both)) == ""
    assert wording.rung_hint(rung, a_point(rung, after, may_join=("milestone-7",))) == ""


def test_what_brings_it_nearer_is_told_in_weeks() -> None:
    rung = a_rung("Lease")
    changes = (
        Change(ChangeKind.LEAVE_OUT, "milestone-7", date(2027, 1, 1), 40),
        Change(ChangeKind.ONE_MORE_A_WEEK, "", date(2027, 1, 1), 14),
        Change(ChangeKind.HALVE, "milestone-7", date(2027, 1, 1), 7),
        Change(ChangeKind.HALVE, "milestone-7", date(2027, 1, 1), 6),
    )

    assert wording.nearer(a_point(rung, nearer=changes)) == [
        "If “Lease” is not needed after all: 6 weeks sooner.",
        "One more sitting a week: 2 weeks sooner.",
        "If half of “Lease” is enough: 1 week sooner.",
    ]


def test_sizes_and_shares_are_words() -> None:
    assert [wording.size_name(size) for size in Size] == [
        "small: about 8 sittings, four weeks at two a week",
        "medium: about 12 sittings, six weeks",
        "large: about 16 sittings, eight weeks",
    ]
    assert [wording.share_name(share) for share in (0, 25, 50, 75)] == [
        "nothing yet",
        "about a quarter",
        "about half",
        "most of it",
    ]


def test_questions_name_the_milestone_and_the_next_thing() -> None:
    point = a_row("Own shop")

    questions = [wording.contrast_question(answer, point, a_rung())[0] for answer in Answer]

    assert questions == [
        "What do you wish for on the way to “Own shop”?",
        "What would be the best of having it?",
        "What in you stands in the way?",
        "If that happens, what will you do?",
    ]
    assert wording.contrast_question(Answer.WISH, point, a_rung())[1].endswith(
        "The next thing on the way: I have a lease."
    )
    assert wording.contrast_question(Answer.WISH, point, None)[1].endswith("within reach.")
    assert [wording.answer_name(answer) for answer in Answer] == [
        "The wish",
        "The best of it",
        "What in me stands in the way",
        "If it comes, then I",
    ]


@pytest.mark.parametrize(
    ("count", "lead"),
    [(0, "Which jobs have you had?"), (1, "One job stands on your line."), (3, "3 jobs stand on your line.")],
)
def test_jobs_are_counted(count: int, lead: str) -> None:
    assert wording.jobs_lead(count) == lead


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        (None, "“A” and “B” have gone on at once since 1 January 2020. If that is right, leave it."),
        (
            date(2021, 1, 1),
            "“A” and “B” overlap from 1 January 2020 to 1 January 2021. If that is right, leave it.",
        ),
    ],
)
def test_overlap_is_said_in_case_it_is_a_slip(end: date | None, sentence: str) -> None:
    assert wording.overlap(Overlap("A", "B", date(2020, 1, 1), end)) == sentence
