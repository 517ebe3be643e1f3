"""Open questions and who could answer them, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.people.questions import OpenQuestion, QuestionKind
from unrut.models import Talk
from unrut.queries.open_questions import MOST_QUESTIONS
from unrut.queries.people import Somebody
from unrut.queries.who import WhoAnswers, WhoView
from unrut.wording.numbers import day

# Chances that somebody answers a question, from which on they may be told apart. A judgement, as the chances are.
_WELL, _MAYBE = 0.25, 0.1


def questions_lead(view: WhoView) -> str:
    """The first line: how many questions are open, and of how many of them somebody could tell."""
    count = len(view.questions)
    if not count:
        return gettext("Nothing is open yet that somebody could tell you.")
    told = {"open": _open_words(count), "count": count - len(view.coverage.uncovered)}
    if not view.people:
        return gettext("%(open)s, and nobody is here yet whom you could ask.") % told
    if not told["count"]:
        return gettext("%(open)s, and nobody you know is close to any of it.") % told
    if told["count"] == count:
        return gettext("%(open)s, and for each of them there is somebody you know.") % told
    return gettext("%(open)s; somebody you know could answer %(count)d of them.") % told


def gap_sentence(question: OpenQuestion, nearest: WhoAnswers | None) -> str:
    """That nobody could answer it, and who comes nearest."""
    told = {"subject": question.subject, "nearest": _person(nearest.somebody) if nearest else ""}
    is_work = question.kind in {QuestionKind.FIELD, QuestionKind.GAP}
    if nearest is None and is_work:
        return gettext("You know nobody in “%(subject)s”, nor near it.") % told
    if nearest is None:
        return gettext("You know nobody close to “%(subject)s”.") % told
    if is_work:
        return gettext("You know nobody in “%(subject)s”; nearest: %(nearest)s.") % told
    return gettext("You know nobody close to “%(subject)s”; nearest: %(nearest)s.") % told


def question_lead(found: Sequence[WhoAnswers], count: int, *, is_covered: bool) -> str:
    """The first line of one question: who could answer it."""
    if not found:
        return gettext("Nobody you know could answer this yet.")
    told = {"name": found[0].somebody.name, "count": count - 1}
    if not is_covered:
        return gettext("Nobody you know is close to this; %(name)s may know somebody who is.") % told
    if count == 1:
        return gettext("%(name)s could answer this.") % told
    return (
        ngettext(
            "%(name)s could answer this best, and %(count)d more may know.",
            "%(name)s could answer this best, and %(count)d more may know.",
            count - 1,
        )
        % told
    )


def kind_words(kind: QuestionKind) -> str:
    """What a question is about, as a short heading."""
    return {
        QuestionKind.OPENING: gettext("An opening"),
        QuestionKind.WAY: gettext("A way out"),
        QuestionKind.GAP: gettext("A kind of work"),
        QuestionKind.FIELD: gettext("A kind of work"),
    }[kind]


def strength_of(score: float) -> str:
    """How good a chance there is, for the picture: "well", "maybe", "little" or "" for none."""
    if score >= _WELL:
        return "well"
    if score >= _MAYBE:
        return "maybe"
    return "little" if score > 0 else ""


def strength_words(strength: str) -> str:
    """The same in words."""
    return {
        "well": gettext("could well answer it"),
        "maybe": gettext("may answer it"),
        "little": gettext("an outside chance"),
        "": gettext("not close to it"),
    }[strength]


def reply_name() -> str:
    """The first factor."""
    return gettext("Whether they answer")


def novelty_name() -> str:
    """The second factor."""
    return gettext("How new it is to you")


def relevance_name() -> str:
    """The third factor."""
    return gettext("How well they know it")


def others_words(count: int) -> str:
    """How many more than those in the picture."""
    return ngettext("and %(count)d other", "and %(count)d others", count) % {"count": count} if count else ""


def more_questions(count: int) -> str:
    """The fold of the questions worth less."""
    return ngettext("%(count)d question more", "%(count)d questions more", count) % {"count": count}


def judgement_words(*, is_learning: bool) -> str:
    """How far to trust it."""
    told = gettext(
        "A judgement, not a measurement: how likely somebody answers, how new it would be to you, and how well they can know it, "
        "multiplied."
    )
    if not is_learning:
        return told
    return gettext("%(told)s It learns from who answered you, and tries circles out from day to day.") % {
        "told": told
    }


def who_may_know(found: WhoAnswers) -> str:
    """One name beside a question, and what they do."""
    return gettext("%(person)s may know") % {"person": _person(found.somebody)}


def home_warning(person: Somebody) -> str:
    """Beside somebody of one's own employer."""
    return gettext("%(name)s works where you do: think about who hears of it.") % {"name": person.name}


def talk_words(talk: Talk) -> str:
    """How far the talk about a question is, beside it."""
    told = {"name": talk.contact.name}
    if talk.talked_on:
        return gettext("You talked with %(name)s on %(day)s") % {**told, "day": day(talk.talked_on)}
    if talk.ended_on:
        return gettext("%(name)s did not answer") % told
    if talk.meet_on:
        return gettext("You meet %(name)s on %(day)s") % {**told, "day": day(talk.meet_on)}
    if talk.replied_on:
        return gettext("%(name)s answered on %(day)s") % {**told, "day": day(talk.replied_on)}
    if talk.asked_on:
        return gettext("%(name)s was asked on %(day)s") % {**told, "day": day(talk.asked_on)}
    return gettext("A talk with %(name)s is prepared") % told


def _open_words(count: int) -> str:
    if count >= MOST_QUESTIONS:
        return gettext("These are the %(count)d open questions worth most") % {"count": count}
    return ngettext("%(count)d question is open", "%(count)d questions are open", count) % {"count": count}


def _person(person: Somebody) -> str:
    """Name and what they do, as far as is known."""
    does = person.position or person.company
    return gettext("%(name)s (%(does)s)") % {"name": person.name, "does": does} if does else person.name
