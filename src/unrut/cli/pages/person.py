"""One of the people one knows, with what they could answer and the talks with them."""

from dataclasses import dataclass
from typing import Any

from unrut.cli.output import section
from unrut.cli.pages.people import person_values
from unrut.cli.pages.who import is_at_home
from unrut.clock import today
from unrut.models import Contact, Person, Talk
from unrut.queries.contact_page import AskedStrengths, asked_strengths
from unrut.queries.people import Somebody, somebody, talks_with
from unrut.queries.who import WhoView, who_for
from unrut.wording import contacts as wording
from unrut.wording.numbers import day
from unrut.wording.open_questions import home_warning
from unrut.wording.people import circle_name, does_words, relation_words, relevance_words
from unrut.wording.talks import talk_lead

_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody, and what stands beside them."""

    person: Somebody
    view: WhoView
    talks: list[Talk]
    asked: AskedStrengths


def known_of(owner: Person, contact: Contact) -> KnownPerson:
    """All there is to show of somebody."""
    person = somebody(owner, contact.pk)
    view = who_for(owner, today=today())
    return KnownPerson(person, view, talks_with(owner, person), asked_strengths(owner, person))


def show_lines(known: KnownPerson) -> list[str]:
    """Who it is, then what they could answer and the talks."""
    person, view = known.person, known.view
    asked = wording.asked_strengths_words(known.asked.asked_on, known.asked.answered_on)
    answers = [
        f"{question.subject}: {question.ask} [{question.key}] "
        f"({relation_words(answerer.relation, question)}; {relevance_words(answerer.relevance)})"
        for question, answerer in view.for_person(person.id)
    ]
    return [
        f"{wording.person_lead(person, today=today())} [{person.id}]",
        *([home_warning(person)] if is_at_home(view, person) else []),
        *_details(person),
        *filter(None, [asked]),
        *section("Before", [does_words(past) for past in person.past]),
        *section("Your note", person.note.splitlines()),
        *([""] if view.questions else []),
        *([wording.could_answer_words(person.name, len(answers))] if view.questions else []),
        *answers,
        *section("Talks", [f"{talk.pk:4d}  {talk_lead(talk, today=today())}" for talk in known.talks]),
        *section("Joined entries", [f"{entry.pk:4d}  {_source(entry)}" for entry in person.others]),
    ]


def show_values(known: KnownPerson) -> dict[str, Any]:
    """The same for scripts."""
    person, view = known.person, known.view
    return {
        **person_values(person),
        "works_where_you_do": is_at_home(view, person),
        "strengths_asked_on": known.asked.asked_on,
        "strengths_answered_on": known.asked.answered_on,
        "could_answer": [
            {
                "key": question.key,
                "subject": question.subject,
                "ask": question.ask,
                "relation": answerer.relation.value,
                "score": round(answerer.score, _DECIMALS),
                "reply": round(answerer.reply, _DECIMALS),
                "novelty": round(answerer.novelty, _DECIMALS),
                "relevance": round(answerer.relevance, _DECIMALS),
            }
            for question, answerer in view.for_person(person.id)
        ],
        "talks": [talk.pk for talk in known.talks],
    }


def _details(person: Somebody) -> list[str]:
    """What else is known, a line each."""
    met = f"Met on {day(person.met_on)}" if person.met_on else ""
    reach = ", ".join(filter(None, [person.email, person.phone, person.url]))
    return [line for line in (circle_name(person.circle), person.how_known, met, reach) if line]


def _source(entry: Contact) -> str:
    return f"{entry.name}, {wording.source_words(entry.source)}"
