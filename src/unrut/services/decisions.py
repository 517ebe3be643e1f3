"""Deciding: a day and criteria agreed beforehand, the decision with its reasons, and looks back after the change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.decisions import REVIEW_DAYS
from unrut.core.explore.levels import HIGHEST
from unrut.errors import MissingError
from unrut.models import Decision, DecisionReview, Person, Way
from unrut.models.way_test import CERTAIN
from unrut.queries.scope import of, one

MOST_CRITERIA = 5
LONGEST_CRITERION, LONGEST_CHOICE, LONGEST_TEXT = 300, 200, 5000
LONGEST_WAIT = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided: the way (None for staying) and its name, why, how sure in percent, what would change one's mind."""

    way_id: int | None
    chosen: str
    why: str
    sure: int
    change_mind: str = ""
    began_on: date | None = None


@dataclass(frozen=True, slots=True)
class KnownThen:
    """What was told of the ways on the day of the decision, and the share of weeks that named each cause."""

    figures: Sequence[Mapping[str, object]] = ()
    causes: Mapping[str, float] | None = None


def agree_to_decide(owner: Person, *, by: date, criteria: Sequence[str], today: date) -> Decision:
    """Agree with oneself on a day and on what will decide; while it is open, this may be said anew.

    Raises InvalidInputError when the day is past or too far off, or the criteria are none or too many.
    """
    if not today <= by <= today + LONGEST_WAIT:
        raise InvalidInputError(
            f"{by:%d %B %Y} cannot be the day you decide. Choose one from today to three years ahead."
        )
    kept = [" ".join(line.split()) for line in criteria if line.strip()]
    if not 1 <= len(kept) <= MOST_CRITERIA:
        raise InvalidInputError(f"{len(kept)} criteria are given. Agree on 1 to {MOST_CRITERIA}.")
    if too_long := next((line for line in kept if len(line) > LONGEST_CRITERION), None):
        raise InvalidInputError(
            f'"{too_long[:40]}..." is longer than {LONGEST_CRITERION} characters. Say it shorter.'
        )
    with transaction.atomic():
        decision = of(Decision, owner).filter(made_on=None).first() or Decision(owner=owner, opened_on=today)
        decision.decide_on, decision.criteria = by, kept
        decision.save()
    return decision


def decide(owner: Person, decided: Decided, known: KnownThen, *, today: date) -> Decision:
    """Keep a decision with what was known then. One that was not agreed on beforehand counts as well.

    Raises InvalidInputError, MissingError when there is no such way.
    """
    _check_decided(decided)
    with transaction.atomic():
        way = one(Way, owner, decided.way_id) if decided.way_id else None
        decision = of(Decision, owner).filter(made_on=None).first() or Decision(
            owner=owner, opened_on=today, decide_on=today
        )
        decision.way, decision.chosen = way, decided.chosen.strip()
        decision.why, decision.change_mind = decided.why.strip(), decided.change_mind.strip()
        decision.sure, decision.made_on, decision.began_on = decided.sure, today, decided.began_on
        decision.figures = [dict(figures) for figures in known.figures]
        decision.causes = dict(known.causes or {})
        decision.save()
    return decision


def begin_change(owner: Person, decision_id: int, *, began_on: date | None) -> Decision:
    """Say on which day the change began: looks back are counted from it. None takes it back.

    Raises MissingError when there is no such decision, or it is still open.
    """
    decision = one(Decision, owner, decision_id)
    if decision.made_on is None:
        raise MissingError("This is not decided yet. Decide first, then say when it began.")
    decision.began_on = began_on
    decision.save(update_fields=["began_on"])
    return decision


def remove_decision(owner: Person, decision_id: int) -> None:
    """Forget a decision and its looks back.

    Raises MissingError.
    """
    one(Decision, owner, decision_id).delete()


def review_decision(
    owner: Person,
    decision_id: int,
    days: int,
    answers: Mapping[str, int],
    *,
    again: bool,
    note: str = "",
    today: date,
) -> DecisionReview:
    """Keep how the causes of then weigh now (0 to 10), and whether one would choose the same again.

    Raises MissingError, InvalidInputError when it is too early, or a figure is out of range.
    """
    if days not in REVIEW_DAYS:
        told = ", ".join(str(each) for each in REVIEW_DAYS)
        raise InvalidInputError(f"There is no look back after {days} days. Choose one of {told}.")
    decision = one(Decision, owner, decision_id)
    if decision.began_on is None or today < decision.began_on + timedelta(days=days):
        raise InvalidInputError(f"The change did not begin {days} days ago yet. Look back when it did.")
    for facet, weighs in answers.items():
        if facet not in decision.causes or not 0 <= weighs <= HIGHEST:
            raise InvalidInputError(
                f"{facet} {weighs} is no answer. Give a cause of then and a number from 0 to {HIGHEST:g}."
            )
    if len(note) > LONGEST_TEXT:
        raise InvalidInputError(f"This note is longer than {LONGEST_TEXT:,} characters. Shorten it.")
    review, _ = DecisionReview.objects.update_or_create(
        owner=owner,
        decision=decision,
        days=days,
        defaults={"done_on": today, "answers": dict(answers), "again": again, "note": note.strip()},
    )
    return review


def _check_decided(decided: Decided) -> None:
    if not decided.chosen.strip() or len(decided.chosen) > LONGEST_CHOICE:
        raise InvalidInputError("Say what you decided for: one of your ways, or to stay.")
    if not decided.why.strip():
        raise InvalidInputError(
            "A decision needs its reason. Say in a sentence why: you will want to read it later."
        )
    if not 0 <= decided.sure <= CERTAIN:
        raise InvalidInputError(f"You are {decided.sure} percent sure. Give a number from 0 to {CERTAIN}.")
    for text in (decided.why, decided.change_mind):
        if len(text) > LONGEST_TEXT:
            raise InvalidInputError(
                f"A reason is longer than {LONGEST_TEXT:,} characters. Say what matters most."
            )
