"""One of the people one knows, in sentences: who it is, what goes when they are forgotten, and who may stand here twice."""

from datetime import date
from typing import Protocol

from django.utils.translation import gettext, ngettext

from unrut.core.explore.people.questions import Answerer
from unrut.core.explore.people.same import Likeness
from unrut.models import ContactSource
from unrut.queries.people import Somebody
from unrut.wording.numbers import day
from unrut.wording.people import counted, does_words, novelty_words, reply_words, spoken_words


class Forgotten(Protocol):
    """What went with somebody."""

    @property
    def name(self) -> str: ...
    @property
    def talks(self) -> int: ...
    @property
    def answers(self) -> int: ...
    @property
    def mentions(self) -> int: ...


def person_lead(person: Somebody, *, today: date) -> str:
    """Who somebody is, in one line."""
    told = {
        "name": person.name,
        "does": does_words(person),
        "spoken": spoken_words(person.last_on, today=today),
    }
    if told["does"] and told["spoken"]:
        return gettext("%(name)s, %(does)s; %(spoken)s.") % told
    if told["does"]:
        return gettext("%(name)s, %(does)s.") % told
    return gettext("%(name)s, %(spoken)s.") % told if told["spoken"] else str(person.name)


def could_answer_words(name: str, count: int) -> str:
    """What somebody could answer, as a heading."""
    if not count:
        return gettext("None of what is open now is close to what %(name)s does.") % {"name": name}
    return ngettext(
        "%(name)s may know something of %(count)d of your open questions.",
        "%(name)s may know something of %(count)d of your open questions.",
        count,
    ) % {"name": name, "count": count}


def goes_words(name: str, talks: int, answers: int, entries: int) -> list[str]:
    """What goes with somebody, a line each."""
    first = (
        gettext("what you told of %(name)s, and what files told") % {"name": name}
        if entries == 1
        else gettext("all %(count)d entries of %(name)s, with what files told")
        % {"name": name, "count": entries}
    )
    told = ngettext("%(count)s talk with its notes", "%(count)s talks with their notes", talks)
    answered = ngettext(
        "%(count)s answer about your strengths, and its share in your portrait",
        "%(count)s answers about your strengths, and their share in your portrait",
        answers,
    )
    last = gettext("the name where you listed whom you know at a company")
    return [line for line in (first, counted(told, talks), counted(answered, answers), last) if line]


def stays_words(name: str) -> list[str]:
    """What stays of somebody."""
    return [
        gettext("what was learned in talks stays where it belongs, without the name"),
        gettext("answers without a name stay: nobody can tell whose they are"),
        gettext("your own notes stay as you wrote them, even where %(name)s is mentioned") % {"name": name},
        gettext(
            "marks that keep the same file from bringing them back; a name cannot be read off them, but a guessed one could be checked"
        ),
    ]


def forgotten_words(gone: Forgotten) -> str:
    """What was forgotten, and where the name still stands."""
    told = gettext("%(name)s is forgotten.") % {"name": gone.name}
    if not gone.mentions:
        return told
    return (
        told
        + " "
        + ngettext(
            "The name still stands in %(count)d text of your own.",
            "The name still stands in %(count)d texts of your own.",
            gone.mentions,
        )
        % {"count": gone.mentions}
    )


def asked_strengths_words(asked_on: date | None, answered_on: date | None) -> str:
    """How far the asking about strengths is with somebody; of an answer without a name nothing is said."""
    if answered_on:
        return gettext("They told you what they see in you, on %(day)s.") % {"day": day(answered_on)}
    if asked_on:
        return gettext("You asked what they see in you, on %(day)s.") % {"day": day(asked_on)}
    return ""


def chances_words(answerer: Answerer) -> str:
    """How likely somebody answers and how new it would be, of the question they know best."""
    return gettext("%(reply)s, and %(novelty)s.") % {
        "reply": _begun(reply_words(answerer.reply)),
        "novelty": novelty_words(answerer.novelty),
    }


def warmth_choices(chosen: str) -> list[tuple[str, str, bool]]:
    """How close one is to somebody: the value, its words, and whether it is chosen; a value between keeps its number."""
    named = {
        "": gettext("not said"),
        "9": gettext("very close"),
        "7": gettext("close"),
        "5": gettext("friendly"),
        "3": gettext("we know each other"),
        "1": gettext("hardly"),
    }
    if chosen not in named:
        named[chosen] = gettext("%(level)s of 10") % {"level": chosen}
    return [(value, words, value == chosen) for value, words in named.items()]


def likeness_words(likeness: Likeness) -> str:
    """Why two entries may be one person."""
    return {
        Likeness.PROFILE: gettext("The same profile"),
        Likeness.EMAIL: gettext("The same e-mail address"),
        Likeness.PHONE: gettext("The same number"),
        Likeness.NAME_AND_COMPANY: gettext("The same name and the same company"),
        Likeness.NAME: gettext("The same name, and one of them names no company"),
    }[likeness]


def source_words(source: str) -> str:
    """Where an entry comes from."""
    return {
        ContactSource.OWN: gettext("written down by you"),
        ContactSource.LINKEDIN: gettext("from LinkedIn"),
        ContactSource.VCARD: gettext("from an address book"),
        ContactSource.TABLE: gettext("from a table"),
        ContactSource.JSON_RESUME: gettext("from a JSON Resume"),
    }[ContactSource(source)]


def same_count(pairs: int) -> str:
    """The link to entries that may be one person."""
    return ngettext(
        "%(count)s pair of entries may be one person", "%(count)s pairs of entries may be one person", pairs
    ) % {"count": f"{pairs:,}"}


def same_lead(pairs: int, joined: int) -> str:
    """The first line of the page of entries that may be one person."""
    if pairs:
        return ngettext(
            "One pair of entries looks like one person.",
            "%(count)s pairs of entries look like one person each.",
            pairs,
        ) % {"count": f"{pairs:,}"}
    if joined:
        return gettext("Nobody else stands here twice, as far as can be seen.")
    return gettext("Nobody stands here twice, as far as can be seen.")


def more_pairs(count: int) -> str:
    """How many more pairs there are than those shown."""
    if count <= 0:
        return ""
    return ngettext(
        "%(count)d more pair stands here once these are joined.",
        "%(count)d more pairs stand here once these are joined.",
        count,
    ) % {"count": count}


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
