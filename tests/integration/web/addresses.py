"""Every address of the program, what may be done there, and which rows it takes."""

from datetime import date
from typing import Any

from django.urls import reverse
from tests.factories import MONDAY

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
    Person,
    ProfileEdit,
    Step,
)
from unrut.queries.scope import of

THIS_QUARTER = date(2026, 10, 1)
OPEN = frozenset({"enter"})
READ_ONLY = frozenset(
    "settings settings-reminder look-back-result review-quarter settings-export keyboard help-respect help-respect-text behind behind-facet behind-profile-print behind-profile-text picture fit fit-option plan plan-step plan-calendar".split()
)
READ_AND_WRITE = frozenset(
    "today week help look-back review behind-weeks behind-circumstances behind-profile fit-wants fit-job fit-add plan-goal plan-time".split()
)
# Each with the table whose rows it changes.
CHANGES_A_ROW = {
    "note-facets": Note,
    "note-kind": Note,
    "note-remove": Note,
    "behind-normal-remove": NewNormal,
    "behind-circumstance": Circumstance,
    "behind-profile-own": ProfileEdit,
    "picture-remove": Accomplishment,
    "picture-reach": Milestone,
    "fit-approve": OpeningDraft,
    "fit-remove": Opening,
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
        "picture-add",
        "plan-park",
    }
)
# A home without anything has no step, no dates, and no option to look at.
NEEDS_ROWS = frozenset({"review-quarter", "fit-option", "plan-step", "plan-calendar"})


def arguments(owner: Person) -> dict[str, dict[str, Any]]:
    """What each address takes; rows are those of the owner, and the number 1 where there is none."""

    def first(model: Any, **found: Any) -> int:
        return of(model, owner).filter(**found).values_list("pk", flat=True).first() or 1

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
        "picture-remove": {"accomplishment_id": first(Accomplishment)},
        "picture-reach": {"milestone_id": first(Milestone)},
        "fit-option": {"key": "present"},
        "fit-approve": {"draft_id": first(OpeningDraft)},
        "fit-remove": {"opening_id": first(Opening)},
        "plan-resume": {"goal_id": first(Goal)},
        "plan-step": {"step_id": first(Step, goal__state=GoalState.CURRENT)},
        "plan-change": {"step_id": first(Step, done_on=None), "change": "done"},
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
        "option-treated": "/fit/options/treated/",
        "option-opening": f"/fit/options/opening-{opening}/",
        "goal-of-opening": f"/plan/goal/?option=opening-{opening}",
        "nowhere": "/nowhere/",
    }
    return addresses(owner, READ_ONLY | READ_AND_WRITE) | more
