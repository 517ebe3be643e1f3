"""Step 3: what is open, who of the people one knows could answer it, and what nobody can."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unrut.clock import today
from unrut.core.explore.people.circles import Relation
from unrut.core.explore.people.questions import OpenQuestion
from unrut.models import Talk
from unrut.queries.open_questions import question_of
from unrut.queries.people import Somebody
from unrut.queries.people_front import who_is_missing
from unrut.queries.talk_subjects import subject_key
from unrut.queries.who import SHOWN, WhoAnswers, WhoView, who_for
from unrut.web.access import OwnedRequest
from unrut.web.people.coverage_picture import coverage_picture
from unrut.web.people.subjects import subject_address
from unrut.wording import open_questions as wording
from unrut.wording.people import (
    circle_name,
    does_words,
    novelty_words,
    relation_words,
    relevance_words,
    reply_words,
)

ANSWERERS, GROUPS_SHOWN = 10, 3
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Factor:
    """One of the three factors, in words and as the length of a bar from 0 to 100."""

    name: str
    words: str
    percent: int


@dataclass(frozen=True, slots=True)
class CouldAnswer:
    """Somebody beside a question; `talk` is the one that is open with them about it."""

    person: Somebody
    circle: str
    does: str
    why: str
    factors: tuple[Factor, ...]
    warning: str
    talk: Talk | None

    @property
    def factor_words(self) -> str:
        """The three in words."""
        return " · ".join(factor.words for factor in self.factors)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """An open question with those who could answer it; `gap` says that nobody is close to it, and who comes nearest."""

    question: OpenQuestion
    people: list[CouldAnswer]
    gap: str
    talks: list[tuple[Talk, str]]


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """The questions about one thing."""

    kind: str
    title: str
    address: str
    rows: list[QuestionRow]


@require_safe
def questions_page(request: OwnedRequest) -> HttpResponse:
    """All open questions by worth, each with who could answer it."""
    view = who_for(request.owner, today=today())
    groups = _groups(view)
    context = {
        "lead": wording.questions_lead(view),
        "gap": _first_gap(view),
        "view": view,
        "groups": groups[:GROUPS_SHOWN],
        "more_groups": groups[GROUPS_SHOWN:],
        "more_count": wording.more_questions(sum(len(group.rows) for group in groups[GROUPS_SHOWN:])),
        **coverage_picture(view),
        "judgement": wording.judgement_words(is_learning=view.who.is_learning),
    }
    return render(request, "people/questions.html", context)


@require_safe
def question_page(request: OwnedRequest, key: str) -> HttpResponse:
    """One open question: all who could answer it and why. One that is not open any more shows the talks about it."""
    view = who_for(request.owner, today=today())
    question = view.question(key) or question_of(request.owner, key, today=today())
    talks = _talks(view, key)
    if question is None:
        if not talks:
            raise Http404
        return render(request, "people/question_closed.html", {"about": talks[0][0].about, "talks": talks})
    found = view.answerers(question, most=ANSWERERS)
    is_covered = _is_covered(found)
    context = {
        "question": question,
        "kind": wording.kind_words(question.kind),
        "address": subject_address(subject_key(key)),
        "lead": wording.question_lead(found, view.counted(question), is_covered=is_covered),
        "gap": "" if is_covered else wording.gap_sentence(question, view.nearest(question)),
        "people": [_could_answer(view, question, one) for one in found],
        "has_people": bool(view.people),
        "talks": talks,
        "judgement": wording.judgement_words(is_learning=view.who.is_learning),
    }
    return render(request, "people/question.html", context)


def _groups(view: WhoView) -> list[QuestionGroup]:
    """The questions by what they are about, whatever holds the weightiest question first."""
    rows: dict[str, list[QuestionRow]] = {}
    gaps = _gaps(view)
    found = view.answerers_of_all(view.questions, most=SHOWN)
    for question, line in zip(view.questions, found, strict=True):
        row = _row(view, question, line, gaps.get(question.key, ""))
        rows.setdefault(subject_key(question.key), []).append(row)
    return [_group(about) for about in rows.values()]


def _group(rows: list[QuestionRow]) -> QuestionGroup:
    first = rows[0].question
    return QuestionGroup(
        kind=wording.kind_words(first.kind),
        title=first.subject,
        address=subject_address(subject_key(first.key)),
        rows=rows,
    )


def _gaps(view: WhoView) -> dict[str, str]:
    """For each question nobody is close to, that it is so and who comes nearest; nothing while there is nobody at all."""
    uncovered = set(view.coverage.uncovered) if view.people else set()
    questions = [question for question in view.questions if question.key in uncovered]
    return {
        question.key: wording.gap_sentence(question, nearest)
        for question, nearest in zip(questions, view.nearest_of_all(questions), strict=True)
    }


def _row(view: WhoView, question: OpenQuestion, found: Sequence[WhoAnswers], gap: str) -> QuestionRow:
    return QuestionRow(
        question=question,
        people=[_could_answer(view, question, one) for one in found],
        gap=gap,
        talks=_talks(view, question.key),
    )


def _could_answer(view: WhoView, question: OpenQuestion, found: WhoAnswers) -> CouldAnswer:
    person, answerer = found.somebody, found.answerer
    is_at_home = bool(view.home_company) and person.company_key == view.home_company
    talks = view.talks.get(question.key, [])
    return CouldAnswer(
        person=person,
        circle=circle_name(person.circle),
        does=does_words(person),
        why=relation_words(answerer.relation, question),
        factors=(
            Factor(wording.reply_name(), reply_words(answerer.reply), _percent(answerer.reply)),
            Factor(wording.novelty_name(), novelty_words(answerer.novelty), _percent(answerer.novelty)),
            Factor(
                wording.relevance_name(), relevance_words(answerer.relevance), _percent(answerer.relevance)
            ),
        ),
        warning=wording.home_warning(person) if is_at_home else "",
        talk=next((talk for talk in talks if talk.is_open and talk.contact in person.entries), None),
    )


def _first_gap(view: WhoView) -> str:
    """The weightiest question nobody can answer; nothing while there is nobody at all."""
    missing = who_is_missing(view)
    return wording.gap_sentence(missing.question, missing.nearest) if missing else ""


def _is_covered(found: Sequence[WhoAnswers]) -> bool:
    """Whether somebody relates to it by themselves, and not only by knowing many."""
    return any(one.answerer.relation is not Relation.HUB for one in found)


def _talks(view: WhoView, key: str) -> list[tuple[Talk, str]]:
    return [(talk, wording.talk_words(talk)) for talk in view.talks.get(key, [])]


def _percent(share: float) -> int:
    return round(PERCENT * share)
