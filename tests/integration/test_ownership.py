"""What belongs to bob does not exist for alice: she can neither change nor see it, though she has the like herself."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from tests.factories import MONDAY, a_life

from unrut.errors import MissingError
from unrut.models import (
    Accomplishment,
    Circumstance,
    Goal,
    GoalState,
    Milestone,
    NewNormal,
    Note,
    Opening,
    OpeningDraft,
    Owned,
    Person,
    ProfileEdit,
    Step,
)
from unrut.queries import causes, circumstances, evidence, explore, milestones, plan, profile, reflect
from unrut.queries import safety as safety_queries
from unrut.queries import signal as signal_queries
from unrut.queries.scope import of
from unrut.services import circumstances as circumstances_services
from unrut.services import explore as explore_services
from unrut.services import milestones as milestones_services
from unrut.services import plan as plan_services
from unrut.services import profile as profile_services
from unrut.services import reflect as reflect_services
from unrut.services import signal as signal_services
from unrut.services.circumstances import ToldCircumstance
from unrut.services.plan import GoalChoice, choose_goal
from unrut.services.profile import LineWords

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 20)
SERVICES = (
    explore_services,
    milestones_services,
    plan_services,
    reflect_services,
    signal_services,
    circumstances_services,
    profile_services,
)

Service = Callable[..., object]
TAKES_AN_ID: dict[Service, tuple[type[Owned], dict[str, Any]]] = {
    explore_services.approve_draft: (OpeningDraft, {"today": TODAY}),
    explore_services.remove_opening: (Opening, {}),
    milestones_services.remove_accomplishment: (Accomplishment, {}),
    milestones_services.reach_milestone: (Milestone, {"on": TODAY}),
    plan_services.resume_goal: (Goal, {}),
    plan_services.finish_step: (Step, {"today": TODAY}),
    plan_services.skip_step: (Step, {"today": TODAY}),
    plan_services.postpone_step: (Step, {"today": TODAY}),
    plan_services.reopen_step: (Step, {}),
    reflect_services.sort_note: (Note, {"kind": "like"}),
    reflect_services.correct_note: (Note, {"facet": "commute", "holds": True}),
    reflect_services.remove_note: (Note, {}),
    signal_services.take_back_new_normal: (NewNormal, {}),
    circumstances_services.change_circumstance: (
        Circumstance,
        {"told": ToldCircumstance("team", "North", MONDAY), "today": TODAY},
    ),
    circumstances_services.remove_circumstance: (Circumstance, {}),
    profile_services.change_own_line: (ProfileEdit, {"words": LineWords("Light from two sides")}),
    profile_services.remove_line: (ProfileEdit, {}),
}


def everything(*owners: Person) -> dict[str, list[Any]]:
    """All rows of these people, by table."""
    found: dict[str, list[Any]] = {
        model.__name__: list(model._default_manager.filter(owner__in=owners).order_by("pk").values())
        for model in Owned.__subclasses__()
    }
    links = Step.after.through.objects.filter(from_step__owner__in=owners)
    return {**found, "Step.after": list(links.order_by("pk").values())}


def names_in(shown: object) -> str:
    """All that a query gives, down to the last row, as one text."""
    if isinstance(shown, Owned):
        return repr({name: value for name, value in vars(shown).items() if name != "_state"})
    if isinstance(shown, Mapping):
        return names_in([*shown.keys(), *shown.values()])
    if isinstance(shown, list | tuple | set | frozenset):
        return " ".join(names_in(each) for each in shown)
    if hasattr(shown, "__dataclass_fields__"):
        return names_in([getattr(shown, name) for name in shown.__dataclass_fields__])
    return repr(shown)


def all_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of a person's rows, by name."""
    picture = reflect.behind(owner).picture
    goal = plan.current_goal(owner)
    assert goal is not None
    yield "behind", reflect.behind(owner)
    yield "examined", causes.examined(owner)
    yield "circumstances", circumstances.circumstances(owner)
    yield (
        "spells_of",
        circumstances.spells_of(owner, picture.weeks, reflect.behind(owner).notes.values()),
    )
    yield "profile_list", profile.profile_list(owner, reflect.behind(owner))
    yield "checkin_of", reflect.checkin_of(owner, MONDAY)
    yield "last_checkin_before", reflect.last_checkin_before(owner, date(2026, 11, 23))
    yield "note_view", reflect.note_view(owner, of(Note, owner)[0])
    yield "unsorted_notes", reflect.unsorted_notes(owner)
    yield "week_notes", reflect.week_notes(owner, MONDAY)
    yield "help_ground", safety_queries.help_ground(owner, today=TODAY)
    yield "chosen_country", safety_queries.chosen_country(owner)
    yield "respect_notes", safety_queries.respect_notes(owner)
    yield "job_starts", signal_queries.job_starts(owner)
    yield "new_normals", signal_queries.new_normals(owner)
    yield "rules_of", signal_queries.rules_of(owner)
    yield "signal_of", signal_queries.signal_of(owner)
    yield "weekly_answers", signal_queries.weekly_answers(owner)
    yield "answered_levels", explore.answered_levels(owner)
    yield "present_job", explore.present_job(owner)
    yield "ranking", explore.ranking(owner)
    yield "wants_of", explore.wants_of(owner, picture)
    yield "bigger_picture", milestones.bigger_picture(owner, today=TODAY)
    yield "current_goal", goal
    yield "free_time", plan.free_time(owner)
    yield "parked_goals", plan.parked_goals(owner)
    yield "plan_of", plan.plan_of(owner, today=TODAY)
    yield "chain_of", evidence.chain_of(owner, goal)


def takes(function: Callable[..., object], ending: str) -> bool:
    return any(name.endswith(ending) for name in inspect.signature(function).parameters)


def public_functions(module: object) -> list[Callable[..., object]]:
    return [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == getattr(module, "__name__", "")
    ]


@pytest.fixture
def both(alice: Person, bob: Person) -> tuple[Person, Person]:
    """Two people with the same kinds of rows."""
    return a_life(alice), bob


def test_services_that_take_an_id_are_all_listed() -> None:
    taking = {
        function for module in SERVICES for function in public_functions(module) if takes(function, "_id")
    }

    assert set(TAKES_AN_ID) == taking


def test_queries_that_take_an_owner_are_all_listed(both: tuple[Person, Person]) -> None:
    modules = (
        evidence,
        explore,
        milestones,
        plan,
        reflect,
        safety_queries,
        signal_queries,
        causes,
        circumstances,
        profile,
    )
    taking = {
        each.__name__ for module in modules for each in public_functions(module) if takes(each, "owner")
    }

    assert {name for name, _ in all_queries(both[0])} == taking


@pytest.mark.parametrize("service", TAKES_AN_ID, ids=lambda service: str(service.__name__))
def test_id_of_somebody_else_is_missing_and_changes_nothing(
    both: tuple[Person, Person], service: Service
) -> None:
    alice, bob = both
    model, arguments = TAKES_AN_ID[service]
    before = everything(alice, bob)

    for row in of(model, bob):
        with pytest.raises(MissingError):
            service(alice, row.pk, **arguments)

    assert of(model, bob).exists()
    assert everything(alice, bob) == before


@pytest.mark.parametrize("service", TAKES_AN_ID, ids=lambda service: str(service.__name__))
def test_own_id_is_found_and_only_own_rows_change(both: tuple[Person, Person], service: Service) -> None:
    alice, bob = both
    model, arguments = TAKES_AN_ID[service]
    mine, theirs = everything(alice), everything(bob)
    has_changed = []

    for row in of(model, alice):
        service(alice, row.pk, **arguments)
        has_changed.append(everything(alice) != mine)

    assert True in has_changed
    assert everything(bob) == theirs


def test_goal_is_not_modelled_on_an_opening_of_somebody_else(both: tuple[Person, Person]) -> None:
    alice, bob = both
    opening = of(Opening, bob).get()
    before = everything(alice, bob)
    choice = GoalChoice(f"opening-{opening.pk}", "new_job", "Mine", date(2027, 11, 20))

    with pytest.raises(MissingError):
        choose_goal(alice, choice, today=TODAY)

    assert everything(alice, bob) == before


def test_nothing_of_somebody_else_shows_in_any_query(both: tuple[Person, Person]) -> None:
    alice, _ = both

    shown = {name: names_in(found) for name, found in all_queries(alice)}

    assert [name for name, text in shown.items() if "bob" in text] == []
    # What the queries do show is told the same way, so that a leak could not hide in it.
    assert [name for name, text in shown.items() if "alice" in text] == [
        "behind",
        "examined",
        "circumstances",
        "spells_of",
        "profile_list",
        "note_view",
        "unsorted_notes",
        "week_notes",
        "present_job",
        "ranking",
        "bigger_picture",
        "current_goal",
        "parked_goals",
        "plan_of",
        "chain_of",
    ]


def test_somebody_else_changes_no_figure(alice: Person) -> None:
    a_life(alice)
    alone = {name: names_in(found) for name, found in all_queries(alice)}

    other = a_life(Person.objects.create(handle="bob"))

    assert {name: names_in(found) for name, found in all_queries(alice)} == alone
    assert of(Note, other).count() == of(Note, alice).count()


def test_parking_and_free_time_of_one_leave_the_other_alone(both: tuple[Person, Person]) -> None:
    alice, bob = both

    plan_services.park_goal(alice)
    explore_services.forget_wants(alice)

    assert of(Goal, alice).filter(state=GoalState.CURRENT).count() == 0
    assert of(Goal, bob).filter(state=GoalState.CURRENT).count() == 1
    assert explore.wants_of(bob, reflect.behind(bob).picture)[1] is False
