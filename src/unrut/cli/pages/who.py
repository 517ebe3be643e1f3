"""Open questions, and who of the people one knows could answer them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented
from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.questions import OpenQuestion
from unrut.errors import MissingError
from unrut.queries.open_questions import question_of
from unrut.queries.people import Somebody
from unrut.queries.people_front import who_is_missing
from unrut.queries.who import SHOWN, WhoAnswers, WhoView
from unrut.wording import open_questions as wording
from unrut.wording.people import (
    circle_name,
    does_words,
    novelty_words,
    relation_words,
    relevance_words,
    reply_words,
)

ANSWERERS, MOST_NAMED = 10, 5
_SHOWN_OF_KEY = 80
_DECIMALS = 3
_NUMBERS = ("score", "reply", "novelty", "relevance")


def question_named(view: WhoView, words: str) -> OpenQuestion:
    """The open question of this key, or the only one that holds these words.

    Raises MissingError when there is none, InvalidInputError when there are several.
    """
    exact = view.question(words) or question_of(view.owner, words, today=today())
    wanted = " ".join(words.casefold().split())
    found = [exact] if exact else [one for one in view.questions if wanted and wanted in _searched(one)]
    if not found:
        raise MissingError(
            f'There is no open question "{words[:_SHOWN_OF_KEY]}". See what is open: unrut people who.'
        )
    if len(found) > 1:
        keys = ", ".join(one.key for one in found[:MOST_NAMED])
        raise InvalidInputError(
            f'{len(found)} questions hold "{words[:_SHOWN_OF_KEY]}": {keys}{_and_others(found)}. Give the key of one.'
        )
    return found[0]


def who_lines(view: WhoView, *, most: int) -> list[str]:
    """The questions worth most with those who could answer, and what nobody can."""
    shown = view.questions[:most]
    told = [wording.questions_lead(view), *_gap(view)]
    for question, found in zip(shown, view.answerers_of_all(shown, most=SHOWN), strict=True):
        told += ["", _question_line(question), *indented(_below(view, question, found))]
    if len(view.questions) > len(shown):
        told += [
            "",
            f"{wording.more_questions(len(view.questions) - len(shown))}: add -n {len(view.questions)}.",
        ]
    return [*told, *_end(view)]


def who_values(view: WhoView) -> dict[str, Any]:
    """The same for scripts, with all questions."""
    found = view.answerers_of_all(view.questions, most=SHOWN)
    return {
        "people": view.people,
        "is_learning": view.who.is_learning,
        "questions": [
            _question_values(view, question, line)
            for question, line in zip(view.questions, found, strict=True)
        ],
        "coverage": {"people": list(view.coverage.people), "uncovered": list(view.coverage.uncovered)},
    }


def question_lines(view: WhoView, question: OpenQuestion) -> list[str]:
    """One question with all who may know."""
    found = view.answerers(question, most=ANSWERERS)
    lead = wording.question_lead(found, view.counted(question), is_covered=_is_covered(view, question))
    return [_question_line(question), lead, *indented(_below(view, question, found)), *_end(view)]


def question_values(view: WhoView, question: OpenQuestion) -> dict[str, Any]:
    """The same for scripts."""
    return _question_values(view, question, view.answerers(question, most=ANSWERERS))


def is_at_home(view: WhoView, person: Somebody) -> bool:
    """Whether somebody works where one works now."""
    return bool(view.home_company) and person.company_key == view.home_company


def _question_values(view: WhoView, question: OpenQuestion, found: Sequence[WhoAnswers]) -> dict[str, Any]:
    is_covered = _is_covered(view, question)
    nearest = None if is_covered else view.nearest(question)
    return {
        "key": question.key,
        "kind": question.kind.value,
        "subject": question.subject,
        "ask": question.ask,
        "facet": question.facet,
        "occupation": question.occupation,
        "gain": round(question.gain, _DECIMALS),
        "is_covered": is_covered,
        "who": [_answer_values(view, question, one) for one in found],
        "nearest": _answer_values(view, question, nearest) if nearest else None,
        "talks": [talk.pk for talk in view.talks.get(question.key, [])],
    }


def _answer_values(view: WhoView, question: OpenQuestion, one: WhoAnswers) -> dict[str, Any]:
    person, answerer = one.somebody, asdict(one.answerer)
    return {
        "id": person.id,
        "name": person.name,
        "circle": person.circle.value,
        "company": person.company,
        "position": person.position,
        "relation": one.answerer.relation.value,
        "why": relation_words(one.answerer.relation, question),
        "works_where_you_do": is_at_home(view, person),
        **{name: round(answerer[name], _DECIMALS) for name in _NUMBERS},
    }


def _question_line(question: OpenQuestion) -> str:
    return f"{question.subject}: {question.ask} [{question.key}]"


def _below(view: WhoView, question: OpenQuestion, found: Sequence[WhoAnswers]) -> list[str]:
    """Those who could answer, the talks about it, and who is nearest where nobody is close."""
    told = [_answer_line(view, question, one) for one in found]
    told += [f"{wording.talk_words(talk)} [talk {talk.pk}]" for talk in view.talks.get(question.key, [])]
    if view.people and not _is_covered(view, question):
        told.append(wording.gap_sentence(question, view.nearest(question)))
    return told


def _answer_line(view: WhoView, question: OpenQuestion, one: WhoAnswers) -> str:
    person, answerer = one.somebody, one.answerer
    circle = "" if person.circle is Circle.OTHER else circle_name(person.circle).lower()
    beside = ", ".join(filter(None, [circle, does_words(person)]))
    named = f"{person.name} ({beside})" if beside else person.name
    factors = (
        reply_words(answerer.reply),
        novelty_words(answerer.novelty),
        relevance_words(answerer.relevance),
    )
    warning = f" {wording.home_warning(person)}" if is_at_home(view, person) else ""
    why = relation_words(answerer.relation, question)
    return f"{person.id:4d}  {named}: {why}; {', '.join(factors)}.{warning}"


def _gap(view: WhoView) -> list[str]:
    missing = who_is_missing(view)
    return [wording.gap_sentence(missing.question, missing.nearest)] if missing else []


def _end(view: WhoView) -> list[str]:
    """What one can do now, and how far to trust it."""
    if not view.questions:
        return ["Questions come from openings (unrut openings import) and ways out (unrut options list)."]
    if not view.people:
        return ["", "Add somebody: unrut people add NAME. Or bring a file: unrut people import FILE."]
    judgement = wording.judgement_words(is_learning=view.who.is_learning)
    return ["", judgement, "Prepare a talk: unrut people ask NAME QUESTION"]


def _is_covered(view: WhoView, question: OpenQuestion) -> bool:
    return bool(view.who.judged(question).is_direct.any())


def _searched(question: OpenQuestion) -> str:
    return f"{question.key} {question.subject} {question.ask}".casefold()


def _and_others(found: Sequence[OpenQuestion]) -> str:
    return " and others" if len(found) > MOST_NAMED else ""
