"""Every address of the program, what may be done there, and which rows it takes."""

from datetime import date
from typing import Any

from django.urls import reverse
from tests.factories import MONDAY

from unrut.models import (
    Accomplishment,
    AccomplishmentDraft,
    Board,
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
from unrut.queries.scope import of

THIS_QUARTER = date(2026, 10, 1)
NURSES = "29-1141.00"
OF_AN_OCCUPATION = ("fit-work-page", "fit-work-near", "fit-work-gap", "fit-work-weigh")
OPEN = frozenset({"enter"})
READ_ONLY = frozenset(
    "settings settings-reminder look-back-result review-quarter settings-export keyboard help-respect help-respect-text behind behind-facet behind-profile-print behind-profile-text picture picture-file fit fit-option fit-ways fit-ways-compare fit-wants-again fit-work-find fit-work-compare fit-work-page fit-work-near fit-openings fit-compare fit-questions fit-boards-progress people people-file people-questions people-question people-talks people-talk-reminder people-strengths people-portrait people-strengths-form people-strengths-paper plan plan-step plan-calendar".split()
)
READ_AND_WRITE = frozenset(
    "today week help look-back review behind-weeks behind-circumstances behind-profile picture-wins picture-win picture-import picture-jobs picture-papers picture-set picture-milestone picture-contrast fit-wants fit-wants-limits fit-wants-criteria fit-wants-ranges fit-wants-first fit-wants-weights fit-wants-trade-offs fit-wants-trade-off fit-wants-partner fit-ways-money fit-ways-interests fit-way fit-decision fit-decision-record fit-decision-look-back fit-work fit-work-me fit-work-skills fit-work-gap fit-job fit-add fit-boards fit-companies fit-company people-list people-add people-import people-approve people-same people-contact people-forget people-talk people-talk-done people-strengths-me people-strengths-ask people-strengths-answers people-strengths-answer people-strengths-inventory plan-goal plan-time".split()
)
# Each with the table whose rows it changes.
CHANGES_A_ROW = {
    "note-facets": Note,
    "note-kind": Note,
    "note-remove": Note,
    "behind-normal-remove": NewNormal,
    "behind-circumstance": Circumstance,
    "behind-profile-own": ProfileEdit,
    "picture-win-tell": Accomplishment,
    "picture-win-facets": Accomplishment,
    "picture-remove": Accomplishment,
    "picture-not-helpful": Accomplishment,
    "picture-approve": AccomplishmentDraft,
    "picture-job": Job,
    "picture-reach": Milestone,
    "picture-milestone-remove": Milestone,
    "picture-rung-add": Milestone,
    "picture-rung": Milestone,
    "fit-approve": OpeningDraft,
    "fit-columns": OpeningDraft,
    "fit-remove": Opening,
    "fit-mark": Opening,
    "fit-notes": Opening,
    "fit-filter": OpeningFilter,
    "fit-board-remove": Board,
    "fit-ways-interest": Interest,
    "fit-way-tests": Way,
    "fit-way-aside": Way,
    "fit-way-remove": Way,
    "fit-test": WayTest,
    "fit-work-job": Job,
    "people-part": Contact,
    "people-talk-change": Talk,
    "people-learned-forget": Learned,
    "plan-resume": Goal,
    "plan-change": Step,
}
WRITE_ONLY = frozenset(
    {
        *CHANGES_A_ROW,
        "example-open",
        "example-close",
        "settings-sitting",
        "help-country",
        "week-lines",
        "behind-normal",
        "behind-profile-line",
        "picture-paper",
        "fit-filters",
        "fit-boards-update",
        "fit-boards-stop",
        "fit-ways-add",
        "fit-work-weigh",
        "people-talk-add",
        "plan-park",
    }
)
# A home without anything has no step, no dates, and no option to look at.
NEEDS_ROWS = frozenset(
    {
        "review-quarter",
        "picture-file",
        "picture-win",
        "picture-milestone",
        "picture-contrast",
        "fit-option",
        "fit-questions",
        "fit-company",
        "fit-wants-trade-off",
        "fit-decision-record",
        "fit-decision-look-back",
        "people-question",
        "people-approve",
        "people-contact",
        "people-forget",
        "people-talk",
        "people-talk-done",
        "people-talk-reminder",
        "people-portrait",
        "people-strengths-form",
        "people-strengths-paper",
        "people-strengths-answer",
        "plan-step",
        "plan-calendar",
    }
)


def arguments(owner: Person) -> dict[str, dict[str, Any]]:
    """What each address takes; rows are those of the owner, and the number 1 where there is none."""

    def first(model: Any, **found: Any) -> int:
        return of(model, owner).filter(**found).values_list("pk", flat=True).first() or 1

    done = {"accomplishment_id": first(Accomplishment)}
    company = of(Opening, owner).exclude(company="").values_list("company_key", flat=True).first()
    point = {"milestone_id": first(Milestone, goal=None, parent=None)}
    return {
        "enter": {"token": "a-token"},
        "look-back": {"screen": 1},
        "review-quarter": {"period": THIS_QUARTER},
        "week": {"week": MONDAY},
        "week-lines": {"week": MONDAY},
        "note-facets": {"note_id": first(Note)},
        "note-kind": {"note_id": first(Note)},
        "note-remove": {"note_id": first(Note)},
        "behind-facet": {"facet": "autonomy"},
        "behind-normal-remove": {"new_normal_id": first(NewNormal)},
        "behind-circumstance": {"circumstance_id": first(Circumstance)},
        "behind-profile-line": {"column": "avoid", "facet": "autonomy"},
        "behind-profile-own": {"edit_id": first(ProfileEdit)},
        "picture-file": {"form": "svg"},
        "picture-win": done,
        "picture-win-tell": done,
        "picture-win-facets": done,
        "picture-remove": done,
        "picture-not-helpful": done,
        "picture-approve": {"draft_id": first(AccomplishmentDraft)},
        "picture-job": {"job_id": first(Job)},
        "picture-reach": point,
        "picture-milestone": point,
        "picture-milestone-remove": point,
        "picture-rung-add": point,
        "picture-contrast": {**point, "place": 1},
        "picture-rung": {
            "milestone_id": first(Milestone, goal=None, parent__isnull=False),
            "change": "words",
        },
        "fit-option": {"key": "present"},
        "fit-approve": {"draft_id": first(OpeningDraft)},
        "fit-columns": {"draft_id": first(OpeningDraft)},
        "fit-remove": {"opening_id": first(Opening)},
        "fit-mark": {"opening_id": first(Opening)},
        "fit-notes": {"opening_id": first(Opening)},
        "fit-questions": {"opening_id": first(Opening)},
        "fit-filter": {"filter_id": first(OpeningFilter)},
        "fit-company": {"key": company or "nobody"},
        "fit-board-remove": {"board_id": first(Board)},
        "fit-wants-trade-off": {"answer_id": first(TradeOffAnswer)},
        "fit-ways-interest": {"interest_id": first(Interest)},
        "fit-way": {"key": "treated"},
        "fit-way-tests": {"way_id": first(Way)},
        "fit-way-aside": {"way_id": first(Way)},
        "fit-way-remove": {"way_id": first(Way)},
        "fit-test": {"test_id": first(WayTest), "change": "result"},
        "fit-work-job": {"job_id": first(Job)},
        **{name: {"code": NURSES} for name in OF_AN_OCCUPATION},
        "fit-decision-record": {"decision_id": first(Decision, made_on__isnull=False)},
        "fit-decision-look-back": {"decision_id": first(Decision, made_on__isnull=False), "days": 30},
        **people_arguments(owner),
        "plan-resume": {"goal_id": first(Goal)},
        "plan-step": {"step_id": first(Step, goal__state=GoalState.CURRENT)},
        "plan-change": {"step_id": first(Step, done_on=None), "change": "done"},
    }


def people_arguments(owner: Person) -> dict[str, dict[str, Any]]:
    """What the addresses of people and talks take."""

    def first(model: Any, **found: Any) -> int:
        return of(model, owner).filter(**found).values_list("pk", flat=True).first() or 1

    contact = {"contact_id": first(Contact, same_as=None)}
    talk = {"talk_id": first(Talk, meet_on__isnull=False)}
    invite = {"invite_id": first(StrengthInvite)}
    question = of(Talk, owner).exclude(question="").values_list("question", flat=True).first()
    return {
        "people-approve": {"draft_id": first(ContactDraft)},
        "people-contact": contact,
        "people-forget": contact,
        "people-part": {"contact_id": first(Contact, same_as__isnull=False)},
        "people-question": {"key": question or "way-1.commute"},
        "people-talk": talk,
        "people-talk-done": talk,
        "people-talk-reminder": talk,
        "people-talk-change": {**talk, "change": "replied"},
        "people-learned-forget": {"learned_id": first(Learned)},
        "people-strengths-form": invite,
        "people-strengths-paper": invite,
        "people-strengths-answer": {"answer_id": first(StrengthAnswer)},
    }


def addresses(owner: Person, names: frozenset[str]) -> dict[str, str]:
    """The address of each name, in the order of the names."""
    taken = arguments(owner)
    return {name: reverse(name, kwargs=taken.get(name)) for name in sorted(names)}


def pages(owner: Person) -> dict[str, str]:
    """Everything that can be looked at, with each kind of option and of week."""
    opening = of(Opening, owner).values_list("pk", flat=True).first()
    more = {
        "today-begun": "/?begin",
        "week-before": "/week/2026-11-09/",
        "look-back-signs": "/start/2/",
        "look-back-weeks": "/start/3/",
        "look-back-facets": "/start/4/",
        "profile-with-words": "/behind/profile/print/?words",
        "facet-of-safety": "/behind/respect_safety/",
        "picture-quarter": "/picture/?zoom=quarter",
        "picture-found": "/picture/done/?q=done",
        "picture-answered": "/picture/done/?q=Tell+me+about+a+success&question=yes",
        "picture-review": "/picture/papers/?kind=review",
        "option-treated": "/fit/options/treated/",
        "way-added": f"/fit/ways/way-{of(Way, owner).values_list('pk', flat=True).first()}/",
        "option-opening": f"/fit/options/opening-{opening}/",
        "openings-found": "/fit/openings/?q=editor",
        "openings-gone": "/fit/openings/?view=gone",
        "work-found": "/fit/work/find/?q=nurse",
        "work-narrowed": "/fit/work/?zone=3&far=yes",
        "work-compared": f"/fit/work/compare/?with={NURSES}&with=13-2011.00",
        "compare": f"/fit/openings/compare/?with={opening}",
        "people-found": "/people/list/?q=ana",
        "inventory-last": "/people/strengths/inventory/?part=4",
        "goal-of-opening": f"/plan/goal/?option=opening-{opening}",
        "nowhere": "/nowhere/",
    }
    return addresses(owner, READ_ONLY | READ_AND_WRITE) | more
