"""Talks in words: the questions and the message one begins with, how far one is, and what was learned."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from unrut.core.explore.criteria import criterion_name, poles_of
from unrut.core.explore.people.circles import Circle, Relation
from unrut.core.explore.people.questions import OpenQuestion, QuestionKind
from unrut.core.facets import shipped_vocabulary
from unrut.models import Learned, Talk
from unrut.queries.people import TalkList
from unrut.wording.numbers import clock, day, listed

_CLOSE = (Circle.FRIEND, Circle.FAMILY, Circle.MENTOR)
_LOW_END, _HIGH_END = 3.5, 6.5


def proposed_questions(question: OpenQuestion) -> list[str]:
    """What is open, what one cannot read anywhere, and whom else to ask."""
    return [question.ask, _unwritten(question.kind), _onward(question.kind)]


def first_name(name: str) -> str:
    """What somebody is called; the whole name where it is one word or has a title before it."""
    words = name.split()
    return words[0] if len(words) > 1 and not words[0].endswith(".") else name


def proposed_message(name: str, circle: Circle, question: OpenQuestion, relation: Relation) -> str:
    """A message of a few lines to change into one's own words. It says what it is about and that no is fine."""
    first = first_name(name)
    hello = (
        gettext("Hi %(name)s,") % {"name": first}
        if circle in _CLOSE
        else gettext("Hello %(name)s,") % {"name": first}
    )
    return "\n\n".join((hello, _occasion(question, relation), _wish(circle), gettext("Thank you")))


def _unwritten(kind: QuestionKind) -> str:
    return {
        QuestionKind.OPENING: gettext("What do people there find out only after they have started?"),
        QuestionKind.WAY: gettext("What would you want to have known before such a step?"),
        QuestionKind.GAP: gettext("What did you try first that was a waste of time?"),
        QuestionKind.FIELD: gettext("What do people leave this work for?"),
    }[kind]


def _onward(kind: QuestionKind) -> str:
    if kind is QuestionKind.OPENING:
        return gettext("Who else there would see it differently, and may I say that you sent me?")
    return gettext("Who else should I ask, and may I say that you sent me?")


def _occasion(question: OpenQuestion, relation: Relation) -> str:
    """Why this person is asked."""
    about = {"subject": question.subject}
    if question.kind is QuestionKind.OPENING and relation in {Relation.THERE, Relation.WAS_THERE}:
        return gettext("I am thinking about %(subject)s, and you know the place from inside.") % about
    if relation in {Relation.ROLE, Relation.FIELD}:
        return gettext("I am thinking about this: %(subject)s. You do that kind of work.") % about
    return gettext("I am thinking about this: %(subject)s. You came to my mind.") % about


def _wish(circle: Circle) -> str:
    if circle in _CLOSE:
        return gettext(
            "Could I ask you three questions about it, some twenty minutes, whenever it suits you?"
        )
    return gettext(
        "Would you have twenty minutes for three questions, by phone or however you like? If not, that is fine."
    )


def open_message(name: str, circle: Circle) -> str:
    """The message where no single question is asked."""
    hello = gettext("Hi %(name)s,") if circle in _CLOSE else gettext("Hello %(name)s,")
    occasion = gettext("I am thinking about what comes next in my work, and you came to my mind.")
    return "\n\n".join((hello % {"name": first_name(name)}, occasion, _wish(circle), gettext("Thank you")))


def talks_lead(talks: TalkList) -> str:
    """The first line of the list: what is ahead, else what was."""
    if not talks.ahead and not talks.done:
        return gettext("You have not prepared a talk yet.")
    if not talks.ahead:
        return gettext("No talk is ahead.")
    told = ngettext("%(count)d talk is ahead", "%(count)d talks are ahead", len(talks.ahead))
    first, count = talks.ahead[0], {"count": len(talks.ahead)}
    if first.meet_on is None:
        return gettext("%(told)s.") % {"told": told % count}
    return gettext("%(told)s; the next one on a day is with %(name)s, on %(day)s.") % {
        "told": told % count,
        "name": first.contact.name,
        "day": day(first.meet_on),
    }


def asked_sentence(talks: TalkList) -> str:
    """How many messages were sent, and what came of them; nothing before the first."""
    sent = [talk for talk in (*talks.ahead, *talks.done) if talk.asked_on or talk.is_answered]
    if not sent:
        return ""
    answered = sum(talk.is_answered for talk in sent)
    waiting = sum(talk.is_open and not talk.is_answered for talk in sent)
    parts = [
        _answered(answered),
        ngettext("%(count)d waits", "%(count)d wait", waiting) % {"count": waiting} if waiting else "",
        _unanswered(len(sent) - answered - waiting),
    ]
    messages = ngettext("%(count)d message", "%(count)d messages", len(sent)) % {"count": len(sent)}
    return gettext("Of %(messages)s you sent, %(parts)s.") % {
        "messages": messages,
        "parts": listed([part for part in parts if part]),
    }


def talk_lead(talk: Talk, *, today: date) -> str:
    """The first line of a talk: how far it is."""
    told = {"name": talk.contact.name}
    if talk.talked_on:
        return gettext("You talked with %(name)s on %(day)s.") % {**told, "day": day(talk.talked_on)}
    if talk.ended_on:
        return gettext("%(name)s did not answer, and you left it at that.") % told
    if talk.meet_on:
        return _meeting(talk, today)
    if talk.replied_on:
        return gettext("%(name)s answered on %(day)s. Find a time that suits both.") % {
            **told,
            "day": day(talk.replied_on),
        }
    if talk.asked_on:
        return gettext("%(name)s has your message since %(day)s.") % {**told, "day": day(talk.asked_on)}
    return gettext("Your talk with %(name)s is prepared; the message is yours to send.") % told


def talk_events(talk: Talk) -> list[tuple[date, str]]:
    """What happened so far, in the order it happened."""
    days = (
        (talk.made_on, gettext("You prepared it")),
        (talk.asked_on, gettext("You sent the message")),
        (talk.replied_on, gettext("They answered")),
        (talk.talked_on, gettext("You talked")),
        (talk.ended_on, gettext("No answer; you left it")),
    )
    return sorted(((on, words) for on, words in days if on), key=lambda event: event[0])


def heard_words(facet: str, level: int) -> str:
    """A level somebody told, by the pole it is near: "8 of 10: much to learn"."""
    low, high = poles_of(facet, shipped_vocabulary())
    near = gettext("in between") if _LOW_END < level < _HIGH_END else (low if level <= _LOW_END else high)
    return gettext("%(level)d of 10: %(near)s") % {"level": level, "near": near}


def facet_words(facet: str, names: Mapping[str, str]) -> str:
    """What a facet is called, as the person calls it if they do."""
    return names.get(facet) or criterion_name(facet, shipped_vocabulary())


def told_by(learned: Learned) -> str:
    """Who told it, and when; somebody who is not here any more has no name."""
    name = learned.talk.contact.name if learned.talk else gettext("somebody")
    return gettext("%(name)s, %(day)s") % {"name": name, "day": day(learned.learned_on)}


def kept_words(talk: Talk, title: str, learned: Sequence[Learned], names: Mapping[str, str]) -> list[str]:
    """What changed by a talk, after its notes were kept."""
    known = [facet_words(one.facet, names) for one in learned if one.level is not None]
    told = {"facets": listed([f"“{each}”" for each in known]), "title": title, "name": talk.contact.name}
    if known:
        # Translators: facets of the work, then the opening or way they belong to, then who told.
        sentence = ngettext(
            "%(facets)s of “%(title)s” is now known from %(name)s.",
            "%(facets)s of “%(title)s” are now known from %(name)s.",
            len(known),
        )
        return [sentence % told]
    if learned:
        return [gettext("Kept: what %(name)s told of “%(title)s” stands there too.") % told]
    return [gettext("Kept.")]


def steps_words(made: int, *, wished: bool, has_goal: bool) -> str:
    """What became of thanks and what follows."""
    if made:
        return ngettext("%(count)d step is in your plan.", "%(count)d steps are in your plan.", made) % {
            "count": made
        }
    if wished and not has_goal:
        return gettext("There is no plan yet that could take the step in; choose a goal first.")
    return ""


def _meeting(talk: Talk, today: date) -> str:
    on, at = talk.meet_on, talk.meet_at
    told = {"name": talk.contact.name, "day": day(on) if on else "", "time": clock(at) if at else ""}
    if on and on < today:
        return gettext("You were to meet %(name)s on %(day)s. Did you talk?") % told
    if at:
        return gettext("You meet %(name)s on %(day)s at %(time)s.") % told
    return gettext("You meet %(name)s on %(day)s.") % told


def _answered(count: int) -> str:
    if not count:
        return gettext("none was answered yet")
    return ngettext("%(count)d was answered", "%(count)d were answered", count) % {"count": count}


def _unanswered(count: int) -> str:
    if not count:
        return ""
    return ngettext("%(count)d stayed without an answer", "%(count)d stayed without an answer", count) % {
        "count": count
    }
