"""The composed example: an invented person with thirty weeks of notes, to look around in."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from importlib.resources import files
from typing import Any

from django.db import transaction

from unrut.clock import monday_of
from unrut.core.explore.answers import TradeOff
from unrut.core.explore.money import Purse
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import Estimate, Figure
from unrut.core.milestones.contrast import Answer
from unrut.core.milestones.story import Part
from unrut.importers.openings.contract import PostedOpening
from unrut.models import SIGNS, Goal, Job, Milestone, NoteKind, Opening, Person, Step, Way
from unrut.queries.explore import OPENING
from unrut.queries.scope import of
from unrut.services.accomplishments import Told, add_accomplishment, tell_part
from unrut.services.circumstances import ToldCircumstance, add_circumstance
from unrut.services.decisions import Decided, KnownThen, agree_to_decide, decide, review_decision
from unrut.services.example_people import fill_people
from unrut.services.explore import save_job_levels, save_wants
from unrut.services.look_back import save_look_back
from unrut.services.milestones import ToldMilestone, answer_contrast, reach_milestone, set_milestone
from unrut.services.openings import store_openings
from unrut.services.plan import GoalChoice, choose_goal, finish_step, save_free_time
from unrut.services.readings import keep_readings
from unrut.services.reflect import CheckInAnswers, Lines, save_week
from unrut.services.reviews import save_review
from unrut.services.trade_offs import answer_trade_off
from unrut.services.way_tests import Expected, finish_test, plan_test
from unrut.services.ways import (
    SaidFigure,
    WayDescription,
    add_interest,
    add_way,
    describe_way,
    save_purse,
)

EXAMPLE_HANDLE = "example"
_FILES = (
    "life.toml",
    "weeks.toml",
    "reviews.toml",
    "openings.toml",
    "standpoint.toml",
    "ways.toml",
    "people.toml",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FRIDAY = timedelta(days=4)
_DAYS_OF_A_MONTH = 30.4


def open_example(*, today: date) -> Person:
    """The example person, made new so that it begins thirty weeks before today."""
    with transaction.atomic():
        close_example()
        example = Person.objects.create(handle=EXAMPLE_HANDLE, is_example=True)
        example.set_unusable_password()
        fill_example(example, today=today)
        keep_readings(example)
    return example


def close_example() -> None:
    """Remove the example person and everything of theirs."""
    Person.objects.filter(is_example=True).delete()


def fill_example(owner: Person, *, today: date) -> None:
    """Give a person the whole composed story, through the same services a person uses."""
    story = _story()
    with transaction.atomic():
        owner.name = story["person"]["name"]
        owner.save(update_fields=["name", "password"])
        _fill_jobs(owner, story["job"], today)
        _fill_circumstances(owner, story["circumstance"], today)
        for week in story["week"]:
            _fill_week(owner, week, today)
        _fill_long_looks(owner, story["look_back"], story["review"], today)
        for done in story["accomplishment"]:
            _fill_accomplishment(owner, done, today)
        for point in story["point"]:
            _fill_point(owner, point, today)
        save_wants(owner, [Want(want["facet"], want["weight"], want["wanted"]) for want in story["want"]])
        _fill_openings(owner, story["opening"], today)
        _fill_plan(owner, story["goal"], story["free_time"], today)
        _fill_standpoint(owner, story["background"], story["skill"], today)
        _fill_ways(owner, story, today)
        fill_people(owner, story, today)


def _story() -> dict[str, Any]:
    folder = files("unrut.data.example")
    story: dict[str, Any] = {}
    for name in _FILES:
        story |= tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
    return story


def _fill_jobs(owner: Person, jobs: Sequence[Mapping[str, Any]], today: date) -> None:
    for told in jobs:
        ended = told.get("weeks_ago_ended")
        Job.objects.create(
            owner=owner,
            title=told["title"],
            company=told["company"],
            started_on=today - timedelta(weeks=told["weeks_ago_started"]),
            ended_on=None if ended is None else today - timedelta(weeks=ended),
            is_present=ended is None,
        )
        if ended is None:
            save_job_levels(owner, told["levels"])


def _fill_circumstances(owner: Person, circumstances: Sequence[Mapping[str, Any]], today: date) -> None:
    for told in circumstances:
        ended = told.get("weeks_ago_ended")
        circumstance = ToldCircumstance(
            kind=told["kind"],
            name=told["name"],
            started_on=today - timedelta(weeks=told["weeks_ago_started"]),
            ended_on=None if ended is None else today - timedelta(weeks=ended, days=1),
        )
        add_circumstance(owner, circumstance, today=today)


def _fill_week(owner: Person, week: Mapping[str, Any], today: date) -> None:
    monday = monday_of(today) - timedelta(weeks=week["weeks_ago"])
    answers = CheckInAnswers(
        signs={sign: week[sign] for sign in SIGNS if sign in week},
        at_work=not week.get("away", False),
        hours=week.get("hours"),
    )
    lines = Lines(*("\n".join(week.get(kind, ())) for kind in ("liked", "disliked", "moved")))
    save_week(owner, monday, answers, lines, today=monday + _FRIDAY, revision=0)


def _fill_long_looks(
    owner: Person, look_back: Mapping[str, Any], reviews: Sequence[Mapping[str, Any]], today: date
) -> None:
    day = today - timedelta(weeks=look_back["weeks_ago"])
    lines = {NoteKind.LIKE.value: look_back["good"], NoteKind.DISLIKE.value: look_back["bad"]}
    texts = {kind: "\n".join(told) for kind, told in lines.items()}
    save_look_back(owner, look_back["answers"], today=day, revision=0, lines=texts)
    for review in reviews:
        day = today - timedelta(weeks=review["weeks_ago"])
        save_review(owner, day, review["answers"], today=day, revision=0)


def _fill_accomplishment(owner: Person, told: Mapping[str, Any], today: date) -> None:
    details = {name: told[name] for name in ("figures", "known_from", "seen_by") if name in told}
    done = add_accomplishment(
        owner,
        told["text"],
        on=today - timedelta(weeks=told["weeks_ago"]),
        today=today,
        told=Told(**details, skills=tuple(told.get("skills", ()))),
    )
    for part in Part:
        if part in told:
            tell_part(owner, done.pk, part, told[part])


def _fill_point(owner: Person, told: Mapping[str, Any], today: date) -> None:
    set_on = today - timedelta(weeks=told["weeks_ago"])
    due_on = set_on + timedelta(days=round(told["months"] * _DAYS_OF_A_MONTH))
    point = set_milestone(
        owner, ToldMilestone(told["name"], told["test"], due_on), today=set_on, ladder=told["ladder"]
    )
    rungs = of(Milestone, owner).filter(parent=point)
    for rung, weeks in zip(rungs, told["true_weeks_ago"], strict=False):
        reach_milestone(owner, rung.pk, on=today - timedelta(weeks=weeks), today=today)
    for answer in Answer:
        answer_contrast(owner, point.pk, answer, told[answer])


def _fill_openings(owner: Person, openings: Sequence[Mapping[str, Any]], today: date) -> None:
    store_openings(
        owner,
        [
            PostedOpening(
                source="example",
                key=f"example-{place}",
                title=told["title"],
                company=told["company"],
                place=told["place"],
                pay=told["pay"],
                url=told["url"],
                text=told["text"],
            )
            for place, told in enumerate(openings)
        ],
        today=today,
    )


def _fill_plan(owner: Person, told: Mapping[str, Any], free: Mapping[str, Any], today: date) -> None:
    save_free_time(
        owner,
        [(time.fromisoformat(free[day]["start"]), free[day]["minutes"]) for day in _WEEKDAYS],
    )
    modelled_on = of(Opening, owner).get(title=told["opening"])
    started = today - timedelta(weeks=told["started_weeks_ago"])
    choice = GoalChoice(
        option=f"{OPENING}-{modelled_on.pk}",
        template=told["template"],
        title=told["title"],
        target_on=started + timedelta(days=round(told["months"] * _DAYS_OF_A_MONTH)),
        field=told["field"],
        reason=told["reason"],
    )
    goal = choose_goal(owner, choice, today=started)
    _finish_first_steps(owner, goal, told["done_weeks_ago"], today)


def _finish_first_steps(owner: Person, goal: Goal, weeks_ago: Sequence[int], today: date) -> None:
    first = of(Step, owner).filter(goal=goal)[: len(weeks_ago)]
    for step, weeks in zip(first, weeks_ago, strict=True):
        finish_step(owner, step.pk, today=today - timedelta(weeks=weeks))


def _fill_standpoint(
    owner: Person, told: Mapping[str, Any], skills: Sequence[Mapping[str, Any]], today: date
) -> None:
    # Inline: numpy takes a fifth of a second that only this needs.
    from unrut.core.explore.occupations.own_skills import Standing  # noqa: PLC0415
    from unrut.services.occupations import SaidSkill, confirm_skills, say_background  # noqa: PLC0415

    say_background(owner, **told)
    said = {skill["element"]: SaidSkill(Standing(skill["standing"]), skill["evidence"]) for skill in skills}
    confirm_skills(owner, said, today=today)


def _fill_ways(owner: Person, story: Mapping[str, Any], today: date) -> None:
    """What she weighs: answers to trade-offs, ways out, money, interests, tests, and the day of her decision."""
    for told in story["trade_off"]:
        asked = TradeOff((told["first"],), tuple(told["second"]))
        answer_trade_off(owner, asked, told["answer"], today=_weeks_ago(told, today))
    save_purse(owner, Purse(**story["purse"]))
    for told in story["interest"]:
        add_interest(owner, told["kind"], told["text"])
    ways = {told["title"]: _fill_way(owner, told, today) for told in story["way"]}
    for told in story["test"]:
        _fill_test(owner, ways[told["way"]], told, today)
    for told in story["decided"]:
        _fill_decided(owner, told, today)
    agreed = story["decision"]
    agree_to_decide(
        owner,
        by=today + timedelta(weeks=agreed["weeks_ahead"]),
        criteria=agreed["criteria"],
        today=_weeks_ago(agreed, today),
    )


def _fill_way(owner: Person, told: Mapping[str, Any], today: date) -> Way:
    day, occupation = _weeks_ago(told, today), told.get("occupation", "")
    way = add_way(owner, told["kind"], told["title"], today=day, occupation=occupation)
    figures = {
        Figure(name): SaidFigure(Estimate(said["low"], said["likely"], said["high"]), said.get("source", ""))
        for name, said in told.get("figures", {}).items()
    }
    said = WayDescription(
        told["title"],
        excites=told["excites"],
        stage=told.get("stage", 0),
        figures=figures,
        levels=told.get("levels", {}),
    )
    return describe_way(owner, way.pk, said)


def _fill_test(owner: Person, way: Way, told: Mapping[str, Any], today: date) -> None:
    expected = Expected(told["kind"], told["text"], told["line"], told["chance"], told["facet"])
    test = plan_test(owner, way.pk, expected, today=_weeks_ago(told, today))
    finished_on = today - timedelta(weeks=told["result_weeks_ago"])
    finish_test(owner, test.pk, told["result"], learned=told["learned"], today=finished_on)


def _fill_decided(owner: Person, told: Mapping[str, Any], today: date) -> None:
    began_on = today - timedelta(weeks=told["weeks_ago_began"])
    decided = Decided(
        None, told["chosen"], told["why"], told["sure"], change_mind=told["change_mind"], began_on=began_on
    )
    known = KnownThen(causes=told["causes"])
    decision = decide(owner, decided, known, today=_weeks_ago(told, today))
    for look in told["look_back"]:
        review_decision(
            owner,
            decision.pk,
            look["days"],
            look["answers"],
            again=look["again"],
            note=look["note"],
            today=began_on + timedelta(days=look["days"]),
        )


def _weeks_ago(told: Mapping[str, Any], today: date) -> date:
    return today - timedelta(weeks=told["weeks_ago"])
