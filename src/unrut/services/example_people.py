"""The people of the composed example: whom she knows, what they see in her, a talk that was and one that is ahead."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from unrut.models import Contact, Opening, Person
from unrut.queries.scope import of
from unrut.services.contacts import ToldContact, add_contact
from unrut.services.strengths import TypedAnswer, correct_answer, invite, say_self_view, type_answer
from unrut.services.talks import (
    LearnedFact,
    ToldTalk,
    finish_talk,
    prepare_talk,
    say_asked,
    say_replied,
    set_meeting,
)

_QUESTION = "learning_growth"
_EVENING = time(18)


def fill_people(owner: Person, story: Mapping[str, Any], today: date) -> None:
    """Give the example person the people of `people.toml`."""
    known = {told["id"]: _add(owner, told, today) for told in story["contact"]}
    _ask(owner, known, story, today)
    _talk(owner, known[story["talk"]["contact"]], story["talk"], today)
    _begin(owner, known[story["ahead"]["contact"]], story["ahead"], today)


def _add(owner: Person, told: Mapping[str, Any], today: date) -> Contact:
    contact = add_contact(
        owner,
        ToldContact(
            name=told["name"],
            circle=told["circle"],
            how_known=told.get("how_known", ""),
            company=told.get("company", ""),
            position=told.get("position", ""),
            met_on=_ago(told, "weeks_ago_met", today),
            last_on=_ago(told, "weeks_ago_last", today),
            warmth=told.get("warmth"),
        ),
        today=today,
    )
    if told.get("past"):
        contact.past = told["past"]
        contact.save(update_fields=["past"])
    return contact


def _ask(owner: Person, known: Mapping[str, Contact], story: Mapping[str, Any], today: date) -> None:
    own, answers = story["self_view"], story["answer"]
    say_self_view(owner, own["strengths"], today=today - timedelta(weeks=own["weeks_ago"]))
    asked: Sequence[Mapping[str, Any]] = [*answers, *story["invited"]]
    for told in asked:
        on = today - timedelta(weeks=told["weeks_ago"], days=2)
        invite(owner, [known[told["contact"]].pk], today=on)
    for told in answers:
        answer = TypedAnswer(told["at_best"], told["come_for"], told["wasted"], may_quote=told["may_quote"])
        given = type_answer(
            owner, known[told["contact"]].pk, answer, today=today - timedelta(weeks=told["weeks_ago"])
        )
        if "seen" in told:
            correct_answer(owner, given.pk, seen=told["seen"], warned=told["warned"])


def _talk(owner: Person, contact: Contact, told: Mapping[str, Any], today: date) -> None:
    """The talk that was, and what was learned in it."""
    on = today - timedelta(weeks=told["weeks_ago"])
    opening = of(Opening, owner).get(company=told["opening"])
    talk = prepare_talk(
        owner,
        contact.pk,
        question=f"{opening.option}.{told['facet']}",
        about=f"{opening.title}, {opening.company}",
        questions=told["questions"],
        message=told["message"],
        today=on - timedelta(days=6),
    )
    fact = LearnedFact(opening.option, told["facet"], told["level"], told["text"])
    say_asked(owner, talk.pk, on=on - timedelta(days=5), today=today)
    finish_talk(owner, talk.pk, ToldTalk(told["notes"], [fact]), on=on, today=today)


def _begin(owner: Person, contact: Contact, told: Mapping[str, Any], today: date) -> None:
    """A talk that was agreed on."""
    on = today - timedelta(weeks=told["weeks_ago"])
    opening = of(Opening, owner).get(company=told["opening"])
    talk = prepare_talk(
        owner,
        contact.pk,
        question=f"{opening.option}.{_QUESTION}",
        about=f"{opening.title}, {opening.company}",
        questions=told["questions"],
        message=told["message"],
        today=on,
    )
    say_asked(owner, talk.pk, on=on, today=today)
    say_replied(owner, talk.pk, on=on + timedelta(days=3), today=today)
    set_meeting(owner, talk.pk, day=today + timedelta(days=told["days_ahead"]), at=_EVENING)


def _ago(told: Mapping[str, Any], name: str, today: date) -> date | None:
    return None if name not in told else today - timedelta(weeks=told[name])
