"""Decisions: the open one, those that were made, and the record of one."""

from datetime import date
from typing import Any

from unrut.cli.output import indented, section
from unrut.core.explore.criteria import criterion_name
from unrut.core.facets import shipped_vocabulary
from unrut.errors import MissingError
from unrut.models import Decision, DecisionReview, Person
from unrut.queries.decisions import decisions_of, look_back_due, reviews_of
from unrut.queries.scope import one
from unrut.wording import decisions as wording
from unrut.wording.numbers import day

_KEPT = ("chosen", "why", "sure", "change_mind", "criteria", "figures", "causes")


def decided_one(owner: Person, number: int | None) -> Decision:
    """The decision with that number, or the newest one that was made.

    Raises MissingError.
    """
    if number is not None:
        return one(Decision, owner, number)
    past = decisions_of(owner).past
    if not past:
        raise MissingError("Nothing is decided yet. Decide first: unrut decide --choose KEY.")
    return past[0]


def decide_lines(owner: Person, number: int | None, *, why: bool, today: date) -> list[str]:
    """What is open and what was decided; with `why` or a number the record of one."""
    found = decisions_of(owner)
    told = [wording.lead(found, today=today), *_open_lines(found.open)]
    told += section("Decided", [line for each in found.past for line in _line(owner, each, today=today)])
    if number is not None or (why and found.past):
        told += _record_lines(owner, decided_one(owner, number))
    return told


def decide_values(owner: Person, number: int | None) -> dict[str, Any]:
    """All decisions for scripts, or the one asked for."""
    if number is not None:
        return _values(owner, decided_one(owner, number))
    found = decisions_of(owner)
    return {
        "open": _values(owner, found.open) if found.open else None,
        "past": [_values(owner, decision) for decision in found.past],
    }


def _open_lines(decision: Decision | None) -> list[str]:
    if decision is None:
        return [
            "Nothing is agreed yet. To be less at the mercy of a bad week, agree on a day and on what will decide:",
            *indented(['unrut decide --by 2027-03-31 --criterion "I know what it pays"']),
        ]
    return [
        *section("What will decide", list(decision.criteria)),
        "",
        "Decide: unrut decide --choose KEY --because TEXT --sure PERCENT.",
    ]


def _line(owner: Person, decision: Decision, *, today: date) -> list[str]:
    told = f"{decision.pk}  {decision.chosen}: {wording.past_words(decision)}"
    due = look_back_due(owner, decision, today=today)
    again = [f"Look back at it: unrut decide --id {decision.pk} --look-back {due}"] if due else []
    return [told, *indented(again)]


def _record_lines(owner: Person, decision: Decision) -> list[str]:
    """The whole record; nothing of one that is still open, which is told already."""
    if decision.made_on is None:
        return []
    mind = [f"What would change your mind: {decision.change_mind}"] if decision.change_mind else []
    began = [f"It began on {day(decision.began_on)}."] if decision.began_on else []
    rows = wording.figure_rows(decision.figures, decision.chosen)
    return [
        *section(wording.record_lead(decision), [*decision.why.splitlines(), *mind, *began]),
        *section("What was to decide", list(decision.criteria)),
        *section("What was known then", [line for row in rows for line in _row_lines(row)]),
        *section("What weighed then", [_cause_line(*each) for each in wording.causes_then(decision.causes)]),
        *(line for review in reviews_of(owner, decision) for line in _review_lines(review)),
    ]


def _row_lines(row: wording.ThenRow) -> list[str]:
    return [
        f"{row.title}{' (chosen)' if row.is_chosen else ''}",
        *indented(
            [
                f"Being there within a year and a half: {row.there}.",
                f"Better than staying over a year and a half: {row.soon}; over five years: {row.late}.",
                f"The best of all: {row.best}. Worth of five years: {row.value}.",
            ]
        ),
    ]


def _cause_line(facet: str, name: str, weeks: str) -> str:
    return f"{name} ({facet}), {weeks}"


def _review_lines(review: DecisionReview) -> list[str]:
    names = shipped_vocabulary()
    weighs = [f"{criterion_name(facet, names)}: {value} of 10" for facet, value in review.answers.items()]
    again = "You would choose it again." if review.again else "You would not choose it again."
    return section(f"{review.days} days after", [*weighs, again, *review.note.splitlines()])


def _values(owner: Person, decision: Decision) -> dict[str, Any]:
    days = ("decide_on", "opened_on", "made_on", "began_on")
    return {
        "id": decision.pk,
        **{name: getattr(decision, name) for name in (*days, *_KEPT)},
        "way": decision.way_id,
        "looks_back": [
            {
                "days": review.days,
                "on": review.done_on,
                "answers": review.answers,
                "again": review.again,
                "note": review.note,
            }
            for review in reviews_of(owner, decision)
        ],
    }
