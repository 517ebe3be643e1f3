"""Which talk is meant, and what is done about it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from unrut.cli.pages.learned import read_learned, subject_of
from unrut.cli.pages.who import question_named
from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.circles import Relation
from unrut.core.explore.people.questions import OpenQuestion
from unrut.errors import MissingError
from unrut.models import Person, Talk
from unrut.queries.named_person import MOST_NAMED, person_named
from unrut.queries.people import Somebody, somebody, talk_of, talks_with
from unrut.queries.scope import of
from unrut.queries.who import WhoView, who_for
from unrut.services import talks as service
from unrut.wording import talks as wording

NONE = "none"


def asked_talk(owner: Person, named: str, question: str, number: int | None, said: Mapping[str, Any]) -> Talk:
    """The talk that is meant, or one that is prepared now, with what was said of it; all of it or nothing.

    It is about the question, else about what they could answer best.
    """
    person = somebody(owner, person_named(owner, named).pk)
    with transaction.atomic():
        known = None if question else talk_with(owner, person, number)
        return _changed(owner, known or _begun(owner, person, question), said)


def talk_with(owner: Person, person: Somebody, number: int | None) -> Talk | None:
    """The talk of that number with somebody, or the only one that is open; None where none is.

    Raises MissingError, InvalidInputError when several are open.
    """
    talks = talks_with(owner, person)
    if number is not None:
        found = next((talk for talk in talks if talk.pk == number), None)
        if found is None:
            raise MissingError(f"There is no talk {number} with {person.name}. See all: unrut people talks.")
        return found
    ahead = [talk for talk in talks if talk.is_open]
    if len(ahead) > 1:
        named = ", ".join(f"{talk.pk} ({talk.about or 'nothing yet'})" for talk in ahead[:MOST_NAMED])
        raise InvalidInputError(
            f"{len(ahead)} talks with {person.name} are ahead: {named}. Add --id with the one you mean."
        )
    return ahead[0] if ahead else None


def finish(
    owner: Person, named: str, number: int | None, said: Mapping[str, Any], *, on: date | None
) -> Talk:
    """Keep what came of a talk, all of it or nothing. It need not have been prepared; what is not said again stays."""
    person = somebody(owner, person_named(owner, named).pk)
    learned = [read_learned(owner, text) for text in said["learned"]]
    with transaction.atomic():
        known = talk_with(owner, person, number)
        talk = known or service.prepare_talk(owner, person.id, today=today())
        told = service.ToldTalk(
            notes=talk.notes if said["notes"] is None else said["notes"],
            learned=learned or _learned_before(talk),
            thank=said["thank"],
            follow_up=said["follow_up"],
        )
        service.finish_talk(owner, talk.pk, told, on=on or talk.talked_on or today(), today=today())
    return talk_of(owner, talk.pk)


def leave(owner: Person, named: str, number: int | None, *, on: date | None) -> Talk:
    """Nobody answered, and that is it."""
    person = somebody(owner, person_named(owner, named).pk)
    talk = talk_with(owner, person, number)
    if talk is None:
        raise MissingError(f"No talk with {person.name} is ahead. See all: unrut people talks.")
    service.say_no_answer(owner, talk.pk, on=on or today(), today=today())
    return talk_of(owner, talk.pk)


def remove(owner: Person, number: int) -> None:
    """Remove a talk.

    Raises MissingError.
    """
    if not of(Talk, owner).filter(pk=number).exists():
        raise MissingError(f"There is no talk {number}. See all: unrut people talks.")
    service.remove_talk(owner, number)


def _begun(owner: Person, person: Somebody, question: str) -> Talk:
    view = who_for(owner, today=today())
    return _prepared(view, person, question_named(view, question) if question else _best(view, person))


def _changed(owner: Person, talk: Talk, said: Mapping[str, Any]) -> Talk:
    """Keep what was said of a talk: its words, that it was sent or answered, and when both meet."""
    if said["message"] is not None or said["questions"]:
        message = talk.message if said["message"] is None else said["message"]
        service.write_talk(owner, talk.pk, questions=said["questions"] or talk.questions, message=message)
    if said["sent"] is not None:
        service.say_asked(owner, talk.pk, on=_day(said["sent"]), today=today())
    if said["answered"] is not None:
        service.say_replied(owner, talk.pk, on=_day(said["answered"]), today=today())
    if said["meet"] is not None:
        day = None if said["meet"] == NONE else said["meet"]
        service.set_meeting(owner, talk.pk, day=day, at=said["at"])
    return talk_of(owner, talk.pk)


def _prepared(view: WhoView, person: Somebody, question: OpenQuestion | None) -> Talk:
    """A talk with all that is proposed."""
    if question is None:
        message = wording.open_message(person.name, person.circle)
        return service.prepare_talk(view.owner, person.id, message=message, today=today())
    found = view.who.answerer(person.id, question)
    relation = found.relation if found else Relation.NONE
    return service.prepare_talk(
        view.owner,
        person.id,
        question=question.key,
        about=question.subject,
        questions=wording.proposed_questions(question),
        message=wording.proposed_message(person.name, person.circle, question, relation),
        today=today(),
    )


def _best(view: WhoView, person: Somebody) -> OpenQuestion | None:
    """What somebody could answer best of what no talk with them was about."""
    asked = {talk.question for talk in talks_with(view.owner, person)}
    known = (question for question, _ in view.for_person(person.id) if question.key not in asked)
    return next(known, None)


def _day(said: date | str) -> date:
    return today() if isinstance(said, str) else said


def _learned_before(talk: Talk) -> list[service.LearnedFact]:
    return [
        service.LearnedFact(subject_of(one), one.facet, one.level, one.text) for one in talk.learned.all()
    ]
