"""What may be done about a talk, each with the sentence that says so: begun, sent, answered, agreed on, removed."""

from collections.abc import Callable, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.circles import Relation
from unrut.core.explore.people.questions import OpenQuestion
from unrut.models import Person, Talk
from unrut.queries.open_questions import question_of
from unrut.queries.people import Somebody
from unrut.queries.who import WhoView, who_for
from unrut.services.talks import (
    MOST_QUESTIONS,
    prepare_talk,
    remove_talk,
    say_asked,
    say_no_answer,
    say_replied,
    set_meeting,
    write_talk,
)
from unrut.web.reflect.posted import posted_day, posted_time
from unrut.wording import talks as wording

Typed = Mapping[str, str]


def prepared(owner: Person, person: Somebody, key: str) -> Talk:
    """A talk about the open question of that key, or about nothing yet, with all that is proposed.

    Raises InvalidInputError when the question is not open any more.
    """
    if not key:
        message = wording.open_message(person.name, person.circle)
        return prepare_talk(owner, person.id, message=message, today=today())
    view = who_for(owner, today=today())
    question = view.question(key) or question_of(owner, key, today=today())
    if question is None:
        raise InvalidInputError(
            gettext("This question is not open any more. Go back and choose another one from the list.")
        )
    relation = _relation(view, person, question)
    return prepare_talk(
        owner,
        person.id,
        question=question.key,
        about=question.subject,
        questions=wording.proposed_questions(question),
        message=wording.proposed_message(person.name, person.circle, question, relation),
        today=today(),
    )


def _relation(view: WhoView, person: Somebody, question: OpenQuestion) -> Relation:
    found = view.who.answerer(person.id, question)
    return found.relation if found else Relation.NONE


def _keep_words(owner: Person, talk: Talk, posted: Typed) -> None:
    """What stands in the form of the words goes along when the message is said to be sent."""
    if "message" in posted:
        questions = [posted.get(f"question-{place}", "") for place in range(1, MOST_QUESTIONS + 1)]
        write_talk(owner, talk.pk, questions=questions, message=posted["message"])


def _say_asked(owner: Person, talk: Talk, posted: Typed) -> str:
    with transaction.atomic():
        _keep_words(owner, talk, posted)
        say_asked(owner, talk.pk, on=_day(posted), today=today())
    return gettext("Kept: the message is on its way.")


def _say_replied(owner: Person, talk: Talk, posted: Typed) -> str:
    say_replied(owner, talk.pk, on=_day(posted), today=today())
    return gettext("Kept: they answered.")


def _say_silent(owner: Person, talk: Talk, posted: Typed) -> str:
    say_no_answer(owner, talk.pk, on=_day(posted), today=today())
    return gettext("Left at that. Most who do not answer are busy; there are others to ask.")


def _say_meeting(owner: Person, talk: Talk, posted: Typed) -> str:
    day, at = posted_day(posted.get("day", "")), posted_time(posted.get("at", ""))
    if at and day is None:
        raise InvalidInputError(gettext("The day is missing. Give it beside the time."))
    set_meeting(owner, talk.pk, day=day, at=at)
    if day is None:
        return gettext("No day is set any more.")
    return gettext("Kept. The file for your calendar is below.")


def _say_removed(owner: Person, talk: Talk, posted: Typed) -> str:  # noqa: ARG001 - one of several alike
    remove_talk(owner, talk.pk)
    return gettext("Removed. What you learned in it stays, without a name.")


CHANGES: Mapping[str, Callable[[Person, Talk, Typed], str]] = {
    "asked": _say_asked,
    "replied": _say_replied,
    "silent": _say_silent,
    "meet": _say_meeting,
    "remove": _say_removed,
}


def _day(posted: Typed) -> date:
    return posted_day(posted.get("on", "")) or today()
