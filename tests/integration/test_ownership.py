"""What belongs to bob does not exist for alice: she can neither change nor see it, though she has the like herself."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from tests.factories import MOMENT, MONDAY, a_job, a_life, a_person, a_rung

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import (
    Accomplishment,
    AccomplishmentDraft,
    Circumstance,
    Contact,
    ContactDraft,
    Decision,
    Goal,
    GoalState,
    Interest,
    Job,
    Learned,
    Milestone,
    NewNormal,
    Note,
    Opening,
    OpeningDraft,
    OpeningFilter,
    OpeningStatus,
    Owned,
    Person,
    ProfileEdit,
    Step,
    StrengthAnswer,
    StrengthInvite,
    Talk,
    TradeOffAnswer,
    Way,
    WayTest,
)
from unrut.queries import (
    accomplishments,
    causes,
    circumstances,
    companies,
    contact_page,
    evidence,
    explore,
    frame,
    milestones,
    named_person,
    occupation_page,
    occupations,
    open_questions,
    opening_index,
    opening_reader,
    openings,
    outcomes,
    papers,
    people,
    plan,
    profile,
    reflect,
    right_win,
    same_people,
    skills,
    standpoint,
    strengths,
    talk_subjects,
    trade_offs,
    wants,
    ways,
    who,
)
from unrut.queries import safety as safety_queries
from unrut.queries import signal as signal_queries
from unrut.queries.guide import current_guide
from unrut.queries.scope import of
from unrut.services import accomplishments as accomplishments_services
from unrut.services import circumstances as circumstances_services
from unrut.services import contacts as contacts_services
from unrut.services import decisions as decisions_services
from unrut.services import explore as explore_services
from unrut.services import jobs as jobs_services
from unrut.services import milestones as milestones_services
from unrut.services import occupations as occupations_services
from unrut.services import opening_filters as filters_services
from unrut.services import openings as openings_services
from unrut.services import partners as partners_services
from unrut.services import people_import as people_import_services
from unrut.services import plan as plan_services
from unrut.services import profile as profile_services
from unrut.services import reflect as reflect_services
from unrut.services import signal as signal_services
from unrut.services import strengths as strengths_services
from unrut.services import talks as talks_services
from unrut.services import trade_offs as trade_offs_services
from unrut.services import way_tests as way_tests_services
from unrut.services import ways as ways_services
from unrut.services import win_imports as win_imports_services
from unrut.services.accomplishments import NOTHING_MORE
from unrut.services.circumstances import ToldCircumstance
from unrut.services.contacts import ToldContact
from unrut.services.jobs import ToldJob
from unrut.services.milestones import ToldMilestone, ToldRung
from unrut.services.people_import import Choice
from unrut.services.plan import GoalChoice, choose_goal
from unrut.services.profile import LineWords
from unrut.services.strengths import TypedAnswer
from unrut.services.talks import ToldTalk
from unrut.services.way_tests import Expected
from unrut.services.ways import WayDescription

pytestmark = [pytest.mark.integration, pytest.mark.django_db]

TODAY = date(2026, 11, 20)
SERVICES = (
    accomplishments_services,
    explore_services,
    filters_services,
    jobs_services,
    occupations_services,
    openings_services,
    win_imports_services,
    milestones_services,
    plan_services,
    reflect_services,
    signal_services,
    circumstances_services,
    profile_services,
    trade_offs_services,
    partners_services,
    ways_services,
    way_tests_services,
    decisions_services,
    contacts_services,
    people_import_services,
    strengths_services,
    talks_services,
)

Service = Callable[..., object]


def _done_by(owner: Person) -> list[int]:
    return list(of(Accomplishment, owner).values_list("pk", flat=True))


def _last_known_by(owner: Person) -> int:
    """The contact that was added last."""
    return of(Contact, owner).order_by("pk").values_list("pk", flat=True).reverse()[0]


def _filled(arguments: Mapping[str, Any], owner: Person) -> dict[str, Any]:
    """The arguments, those that depend on an owner's rows filled in."""
    return {name: value(owner) if callable(value) else value for name, value in arguments.items()}


TAKES_AN_ID: dict[Service, tuple[type[Owned], dict[str, Any]]] = {
    occupations_services.say_occupation: (Job, {"code": "13-2011.00"}),
    openings_services.approve_draft: (OpeningDraft, {"today": TODAY}),
    openings_services.preview_again: (OpeningDraft, {"columns": {"title": "job"}, "now": MOMENT}),
    openings_services.mark_opening: (Opening, {"status": OpeningStatus.SAVED, "today": TODAY}),
    openings_services.write_notes: (Opening, {"notes": "Mine"}),
    openings_services.remove_opening: (Opening, {}),
    filters_services.switch_filter: (OpeningFilter, {"is_on": False}),
    filters_services.remove_filter: (OpeningFilter, {}),
    accomplishments_services.change_accomplishment: (
        Accomplishment,
        {"text": "Mine", "on": MONDAY, "today": TODAY, "told": NOTHING_MORE},
    ),
    accomplishments_services.tell_part: (Accomplishment, {"part": "action", "text": "Mine"}),
    accomplishments_services.say_facet: (Accomplishment, {"facet": "commute", "holds": True}),
    accomplishments_services.remove_accomplishment: (Accomplishment, {}),
    accomplishments_services.refuse: (Accomplishment, {"facets": ["commute"], "today": TODAY}),
    win_imports_services.approve_wins: (AccomplishmentDraft, {}),
    jobs_services.change_job: (Job, {"told": ToldJob("Cook"), "today": TODAY}),
    jobs_services.remove_past_job: (Job, {}),
    milestones_services.change_milestone: (Milestone, {"told": ToldMilestone("Mine"), "today": TODAY}),
    milestones_services.remove_milestone: (Milestone, {}),
    milestones_services.reach_milestone: (Milestone, {"on": TODAY, "today": TODAY}),
    milestones_services.add_rung: (Milestone, {"told": ToldRung("Mine"), "today": TODAY}),
    milestones_services.change_rung: (Milestone, {"told": ToldRung("Mine"), "today": TODAY}),
    milestones_services.move_rung: (Milestone, {"up": True}),
    milestones_services.split_rung: (Milestone, {"names": ["One", "Two"], "today": TODAY}),
    milestones_services.show_by: (Milestone, {"accomplishment_ids": _done_by}),
    milestones_services.show_no_more: (Milestone, {"accomplishment_id": lambda owner: _done_by(owner)[0]}),
    milestones_services.answer_contrast: (Milestone, {"question": "wish", "text": "Mine"}),
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
    trade_offs_services.repeat_trade_off: (TradeOffAnswer, {"answer": "second", "today": TODAY}),
    trade_offs_services.take_back_trade_off: (TradeOffAnswer, {}),
    ways_services.describe_way: (Way, {"said": WayDescription("Mine")}),
    ways_services.put_way_aside: (Way, {"is_aside": True}),
    ways_services.remove_way: (Way, {}),
    ways_services.remove_interest: (Interest, {}),
    way_tests_services.plan_test: (
        Way,
        {"expected": Expected("talk", "Mine", 6, 50), "today": TODAY},
    ),
    way_tests_services.finish_test: (WayTest, {"result": 3, "today": TODAY}),
    way_tests_services.remove_test: (WayTest, {}),
    way_tests_services.make_test_a_step: (WayTest, {}),
    contacts_services.change_contact: (Contact, {"told": ToldContact("Mine"), "today": TODAY}),
    contacts_services.say_spoken: (Contact, {"on": TODAY, "today": TODAY}),
    contacts_services.join_contacts: (Contact, {"second_id": _last_known_by}),
    contacts_services.part_contact: (Contact, {}),
    contacts_services.forget_contact: (Contact, {}),
    people_import_services.approve_people: (ContactDraft, {"choice": Choice(), "today": TODAY}),
    strengths_services.take_back_invite: (StrengthInvite, {}),
    strengths_services.type_answer: (
        Contact,
        {"typed": TypedAnswer("You stayed calm."), "today": TODAY},
    ),
    strengths_services.correct_answer: (StrengthAnswer, {"seen": ["listens"], "warned": None}),
    strengths_services.remove_answer: (StrengthAnswer, {}),
    talks_services.prepare_talk: (Contact, {"today": TODAY}),
    talks_services.write_talk: (Talk, {"questions": ["Mine"], "message": "Mine"}),
    talks_services.say_asked: (Talk, {"on": TODAY, "today": TODAY}),
    talks_services.say_replied: (Talk, {"on": TODAY, "today": TODAY}),
    talks_services.say_no_answer: (Talk, {"on": TODAY, "today": TODAY}),
    talks_services.set_meeting: (Talk, {"day": MONDAY, "at": None}),
    talks_services.finish_talk: (Talk, {"told": ToldTalk("Mine"), "on": TODAY, "today": TODAY}),
    talks_services.remove_talk: (Talk, {}),
    talks_services.forget_learned: (Learned, {}),
    decisions_services.begin_change: (Decision, {"began_on": TODAY}),
    decisions_services.remove_decision: (Decision, {}),
    decisions_services.review_decision: (
        Decision,
        {"days": 90, "answers": {"autonomy": 2}, "again": True, "today": TODAY},
    ),
}


def everything(*owners: Person) -> dict[str, list[Any]]:
    """All rows of these people, by table."""
    found: dict[str, list[Any]] = {
        model.__name__: list(model._default_manager.filter(owner__in=owners).order_by("pk").values())
        for model in Owned.__subclasses__()
    }
    links = Step.after.through.objects.filter(from_step__owner__in=owners)
    shown = Milestone.shown_by.through.objects.filter(milestone__owner__in=owners)
    return {
        **found,
        "Step.after": list(links.order_by("pk").values()),
        "Milestone.shown_by": list(shown.order_by("pk").values()),
    }


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
    yield "answered_levels", frame.answered_levels(owner)
    yield "present_job", frame.present_job(owner)
    yield "ranking", explore.ranking(owner, today=TODAY)
    yield "wants_of", frame.wants_of(owner, picture)
    yield from way_queries(owner)
    yield from opening_queries(owner)
    yield from milestone_queries(owner)
    yield from occupation_queries(owner)
    yield from people_queries(owner)
    yield "current_goal", goal
    yield "free_time", plan.free_time(owner)
    yield "parked_goals", plan.parked_goals(owner)
    yield "plan_of", plan.plan_of(owner, today=TODAY)
    yield "chain_of", evidence.chain_of(owner, goal, today=TODAY)


def opening_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of openings and companies."""
    opening = of(Opening, owner).exclude(company="").get()
    wanted, _ = frame.wants_of(owner, reflect.behind(owner).picture)
    found = companies.company(owner, opening.company_key)
    assert found is not None
    index = opening_index.index_of(owner)
    yield "option_of", explore.option_of(owner, opening.option, today=TODAY)
    yield "index_of", (index.keys.tolist(), index.columns.names())
    yield "opening_list", openings.opening_list(owner, wanted, today=TODAY)
    yield "best_openings", openings.best_openings(owner, wanted, today=TODAY, most=5)
    yield "openings_in_order", openings.openings_in_order(owner, [opening.pk])
    yield "history_of", opening_reader.history_of(owner, opening)
    yield "companies", companies.companies(owner)
    yield "company", found


def way_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of what is weighed, of the ways out and of what is decided about them."""
    judged_by = frame.frame_of(owner)
    yield "frame_of", judged_by
    yield "first_answers", trade_offs.first_answers(owner, judged_by.wants)
    yield "posterior_of", wants.posterior_of(owner, judged_by).shares
    yield "weighed", wants.weighed(owner, judged_by, [], today=TODAY).answers
    yield "reactions_of", wants.reactions_of(owner, judged_by)
    yield "purse_of", ways.purse_of(owner)
    yield "ways_of", ways.ways_of(owner, judged_by, None)
    yield "board_of", outcomes.board_of(owner).ways


def occupation_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of where a person stands among kinds of work."""
    guide = current_guide()
    page = occupation_page.occupation_page(
        owner, occupations.Judged(owner, today=TODAY), guide.atlas.codes[0]
    )
    assert page is not None
    yield "occupation_page", (page.ranked, page.openings, page.way, page.gaps)
    yield "standpoint_of", standpoint.standpoint_of(owner, guide, today=TODAY)
    yield "homes_of", standpoint.homes_of(owner, guide, today=TODAY)
    yield "background_of", standpoint.background_of(owner)
    yield "known_skills", skills.known_skills(owner)
    yield "told_texts", skills.told_texts(owner)
    yield "liked_texts", skills.liked_texts(owner)


def people_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of whom a person knows, what they could answer, and what they see."""
    talk = of(Talk, owner).get()
    contact = talk.contact
    person = people.somebody(owner, contact.pk)
    found = who.who_for(owner, today=TODAY)
    yield "people_list", people.people_list(owner)
    yield "somebody", person
    yield "people_named", people.people_named(owner, [contact.pk])
    yield "people_at", people.people_at(owner, contact.company_key)
    yield "people_in", people.people_in(owner, contact.occupation)
    yield "has_people", people.has_people(owner)
    yield "learned_of", people.learned_of(owner, contact.occupation)
    yield "counted_talks", people.counted_talks(owner)
    yield "talks_of", people.talks_of(owner)
    yield "talk_of", people.talk_of(owner, talk.pk)
    yield "talks_with", people.talks_with(owner, person)
    yield "learned_about", people.learned_about(owner, of(Opening, owner)[0])
    yield "joined_people", same_people.joined_people(owner)
    yield "same_people", same_people.same_people(owner)
    yield "asked_strengths", contact_page.asked_strengths(owner, person)
    yield "goes_along", contact_page.goes_along(owner, person)
    yield "open_questions", open_questions.open_questions(owner, today=TODAY)
    yield "question_of", open_questions.question_of(owner, talk.question, today=TODAY)
    subject = talk_subjects.subject_of(owner, talk.question)
    assert subject is not None
    yield "subject_of", subject
    yield "known_level", talk_subjects.known_level(owner, subject)
    yield "own_names", talk_subjects.own_names(owner)
    yield "who_for", (found.questions, [found.answerers(question) for question in found.questions])
    yield "who_could", who.who_could(owner, found.questions, today=TODAY).people
    yield "home_company", who.home_company(owner)
    yield "circles_of", who.circles_of(owner, today=TODAY)
    yield "person_named", named_person.person_named(owner, str(contact.pk))
    yield from strength_queries(owner)


def strength_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of strengths."""
    answer = of(StrengthAnswer, owner).get()
    view = strengths.self_view_of(owner)
    assert view is not None
    yield "self_view_of", view
    yield "invite_of", strengths.invite_of(owner, of(StrengthInvite, owner).get().pk)
    yield "waiting_of", strengths.waiting_of(owner)
    yield "portrait_view", strengths.portrait_view(owner, view, is_news_shown=False)
    yield "seen_by_others", strengths.seen_by_others(owner)
    yield "steps_to_strengths", strengths.steps_to_strengths(owner, of(Step, owner))
    yield "strengths_shown", strengths.strengths_shown(owner, of(Accomplishment, owner)[0])
    yield "inventory_scores", strengths.inventory_scores(owner)
    yield "asked_of", strengths.asked_of(owner)
    yield "signed_answers", strengths.signed_answers(owner)
    yield "answer_of", strengths.answer_of(owner, answer.pk)
    yield "given_out", strengths.given_out(owner)
    yield "strengths_now", strengths.strengths_now(owner)
    yield "inventory_answers", strengths.inventory_answers(owner)


def milestone_queries(owner: Person) -> Iterator[tuple[str, object]]:
    """Every read of what was done and lies ahead."""
    yield "bigger_picture", milestones.bigger_picture(owner, today=TODAY)
    yield "points_ahead", milestones.points_ahead(owner, today=TODAY)
    point = of(Milestone, owner).filter(goal=None, parent=None).get()
    yield "point_of", milestones.point_of(owner, point, today=TODAY)
    yield "own_point", milestones.own_point(owner, point.pk, today=TODAY)
    yield "reached_milestones", milestones.reached_milestones(owner)
    yield "record_of", milestones.record_of(owner, today=TODAY)
    yield (
        "proposed_for",
        milestones.proposed_for(owner, milestones.point_of(owner, point, today=TODAY)),
    )
    yield "unread_accomplishments", list(accomplishments.unread_accomplishments(owner))
    yield "skill_counts", accomplishments.skill_counts(owner)
    yield "listed_accomplishments", accomplishments.listed_accomplishments(owner)
    yield "find_accomplishments", accomplishments.find_accomplishments(owner, "done")
    yield "answers_to", accomplishments.answers_to(owner, "What are you proud of?")
    yield "shown_expectations", accomplishments.shown_expectations(owner, ["Gets things done"])
    yield "rows_of", accomplishments.rows_of(owner, accomplishments.index_of(owner).find("done"))
    yield "refusals_of", accomplishments.refusals_of(owner)
    yield "index_of", accomplishments.index_of(owner).wins
    yield "right_win", right_win.right_win(owner, today=TODAY)
    yield "done_between", papers.done_between(owner, None, TODAY, today=TODAY)
    yield "expectations_met", papers.expectations_met(owner, ["Gets things done"])
    yield "rungs_met", papers.rungs_met(owner, point)


def takes(function: Callable[..., object], ending: str) -> bool:
    return any(name.endswith(ending) for name in inspect.signature(function).parameters)


def public_functions(module: object) -> list[Callable[..., object]]:
    return [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and function.__module__ == getattr(module, "__name__", "")
    ]


@pytest.fixture(scope="module")
def lives(kept_store: None) -> None:
    """Two people with the same kinds of rows, and each with a job that is over and a second rung."""
    for name in ("bob", "alice"):
        owner = a_life(a_person(name))
        a_job(owner, f"Cook {name}", is_present=False, ended_on=MONDAY)
        a_rung(of(Milestone, owner).get(goal=None, parent=None), position=1)


@pytest.fixture
def both(lives: None, db: None) -> tuple[Person, Person]:
    """Alice and bob as every test finds them."""
    return Person.objects.get(handle="alice"), Person.objects.get(handle="bob")


def test_services_that_take_an_id_are_all_listed() -> None:
    taking = {
        function for module in SERVICES for function in public_functions(module) if takes(function, "_id")
    }

    assert set(TAKES_AN_ID) == taking


def test_queries_that_take_an_owner_are_all_listed(both: tuple[Person, Person]) -> None:
    modules = (
        accomplishments,
        papers,
        right_win,
        evidence,
        explore,
        frame,
        trade_offs,
        wants,
        ways,
        outcomes,
        openings,
        opening_index,
        opening_reader,
        companies,
        milestones,
        plan,
        reflect,
        safety_queries,
        signal_queries,
        causes,
        circumstances,
        profile,
        occupations,
        occupation_page,
        standpoint,
        skills,
        people,
        who,
        open_questions,
        talk_subjects,
        contact_page,
        same_people,
        named_person,
        strengths,
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
            service(alice, row.pk, **_filled(arguments, bob))

    assert of(model, bob).exists()
    assert everything(alice, bob) == before


@pytest.mark.parametrize("service", TAKES_AN_ID, ids=lambda service: str(service.__name__))
def test_own_id_is_found_and_only_own_rows_change(both: tuple[Person, Person], service: Service) -> None:
    alice, bob = both
    model, arguments = TAKES_AN_ID[service]
    mine, theirs = everything(alice), everything(bob)
    has_changed = []

    for row in of(model, alice):
        # Some rows cannot be changed in this way, as a milestone that a plan drew; a rung goes with its milestone.
        with suppress(InvalidInputError, MissingError):
            service(alice, row.pk, **_filled(arguments, alice))
        has_changed.append(everything(alice) != mine)

    assert True in has_changed
    assert everything(bob) == theirs


def test_goal_is_not_modelled_on_an_opening_of_somebody_else(both: tuple[Person, Person]) -> None:
    alice, bob = both
    opening = of(Opening, bob).first()
    assert opening is not None
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
        "frame_of",
        "ways_of",
        "board_of",
        "option_of",
        "index_of",
        "opening_list",
        "best_openings",
        "openings_in_order",
        "history_of",
        "companies",
        "company",
        "bigger_picture",
        "points_ahead",
        "point_of",
        "own_point",
        "unread_accomplishments",
        "listed_accomplishments",
        "find_accomplishments",
        "rows_of",
        "done_between",
        "rungs_met",
        "standpoint_of",
        "homes_of",
        "known_skills",
        "told_texts",
        "liked_texts",
        "people_list",
        "somebody",
        "people_named",
        "people_at",
        "talks_of",
        "talk_of",
        "talks_with",
        "learned_about",
        "joined_people",
        "open_questions",
        "subject_of",
        "known_level",
        "who_for",
        "home_company",
        "circles_of",
        "person_named",
        "portrait_view",
        "signed_answers",
        "answer_of",
        "given_out",
        "current_goal",
        "parked_goals",
        "plan_of",
        "chain_of",
    ]


def test_somebody_else_changes_no_figure(both: tuple[Person, Person]) -> None:
    alice, bob = both
    assert of(Note, bob).count() == of(Note, alice).count()
    beside = {name: names_in(found) for name, found in all_queries(alice)}

    of(Goal, bob).delete()
    bob.delete()

    assert {name: names_in(found) for name, found in all_queries(alice)} == beside


def test_parking_and_free_time_of_one_leave_the_other_alone(both: tuple[Person, Person]) -> None:
    alice, bob = both

    plan_services.park_goal(alice)
    explore_services.forget_wants(alice)

    assert of(Goal, alice).filter(state=GoalState.CURRENT).count() == 0
    assert of(Goal, bob).filter(state=GoalState.CURRENT).count() == 1
    assert frame.wants_of(bob, reflect.behind(bob).picture)[1] is False
