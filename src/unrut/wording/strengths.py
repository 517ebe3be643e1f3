"""Strengths in sentences: who sees them, how far the asking is, and what work would use of them."""

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext

from unrut.core.explore.strengths.answers import INVITED, LEAST_CIRCLES
from unrut.core.explore.strengths.pool import LEAST_POOL
from unrut.core.explore.strengths.portrait import SeenBy
from unrut.core.explore.strengths.use import Used
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.queries.strengths import Asked
from unrut.wording.numbers import listed

MOST_NAMED = 3


def seen_by_words(who: SeenBy) -> str:
    """The title of a part of the portrait."""
    return {
        SeenBy.BOTH: gettext("Others and you see it"),
        SeenBy.OTHERS: gettext("Others see it, and you did not name it"),
        SeenBy.SELF: gettext("You see it, and nobody named it yet"),
    }[who]


def people_words(count: int) -> str:
    """By how many people."""
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


def answered_words(people: int) -> str:
    """From how many people the portrait is."""
    if not people:
        return gettext("Nobody answered yet.")
    return gettext("Answers from %(people)s.") % {"people": people_words(people)}


def asked_words(asked: Asked) -> str:
    """How far the asking is: "5 of 8 to 12 people, 2 of at least 3 circles"."""
    least, most = INVITED
    people = gettext("%(count)d of %(least)d to %(most)d people") % {
        "count": len(asked.invites),
        "least": least,
        "most": most,
    }
    circles = gettext("%(count)d of at least %(least)d circles") % {
        "count": len(asked.circles),
        "least": LEAST_CIRCLES,
    }
    return gettext("%(people)s, %(circles)s") % {"people": people, "circles": circles}


def more_words(asked: Asked) -> str:
    """Whom to ask yet; nothing once enough are asked."""
    people, circles = asked.advice.people, asked.advice.circles
    more = ngettext("%(count)d more person", "%(count)d more people", people) % {"count": people}
    apart = ngettext("%(count)d more circle", "%(count)d more circles", circles) % {"count": circles}
    if people and circles:
        return gettext("Ask %(people)s, from %(circles)s: one circle sees one side of you.") % {
            "people": more,
            "circles": apart,
        }
    if people:
        return gettext("Ask %(people)s: from eight on, what one says and what many see come apart.") % {
            "people": more
        }
    if circles:
        return gettext("Ask somebody from %(circles)s: one circle sees one side of you.") % {"circles": apart}
    return ""


def waiting_words(waiting: int) -> str:
    """The answers without a name that are not shown yet; nothing where none waits."""
    if not waiting:
        return ""
    if waiting >= LEAST_POOL:
        return gettext("%(count)d answers without a name are enough: the portrait shows them now.") % {
            "count": waiting
        }
    return ngettext(
        "%(count)d answer without a name waits until there are %(least)d: all of them are shown at once, so that nobody can be guessed.",
        "%(count)d answers without a name wait until there are %(least)d: all of them are shown at once, so that nobody can be guessed.",
        waiting,
    ) % {"count": waiting, "least": LEAST_POOL}


def own_first_words() -> str:
    """Why nothing is shown before the person's own view."""
    return gettext(
        "Say first what you see in yourself; then you see what others see. Otherwise their words would colour yours."
    )


def taken_words(giver: str) -> str:
    """What was taken in; of an answer without a name nothing is told."""
    if not giver:
        return gettext("Kept, without a name.")
    return gettext("Kept: the answer of %(giver)s.") % {"giver": giver}


def scale_words(name: str, value: float) -> str:
    """A score of the inventory: how far the person agrees, from 1 to 5."""
    return gettext("%(name)s: %(value)s of 5") % {"name": name, "value": f"{value:.1f}"}


def strength_name(strength: str) -> str:
    """What a strength is called: "Keeps calm"."""
    return shipped_strengths()[strength].name


def doing_words(strength: str) -> str:
    """A strength within a sentence: "keeping calm"."""
    return _doing()[strength]


def doing_list(strengths: Iterable[str]) -> str:
    """Several within a sentence: "explaining things and keeping calm"."""
    return listed([doing_words(strength) for strength in strengths])


def shows_words(strengths: Iterable[str]) -> str:
    """What an accomplishment shows; nothing where it shows none."""
    told = doing_list(strengths)
    return gettext("It shows: %(strengths)s.") % {"strengths": told} if told else ""


def next_step_words(strengths: Iterable[str]) -> str:
    """Which strengths the next step works to, a few of them; nothing where it works to none."""
    told = doing_list(list(strengths)[:MOST_NAMED])
    if not told:
        return ""
    return gettext("Your next step works to what others see in you: %(strengths)s.") % {"strengths": told}


def used_words(used: Used) -> str:
    """Which strengths work would use and leave idle; nothing where nothing can be said."""
    told = [
        gettext("It would use: %(strengths)s.") % {"strengths": doing_list(used.used)} if used.used else "",
        gettext("It would leave idle: %(strengths)s.") % {"strengths": doing_list(used.idle)}
        if used.idle
        else "",
    ]
    return " ".join(filter(None, told))


def _doing() -> dict[str, str]:
    return {
        "sees_patterns": gettext("seeing patterns"),
        "finds_cause": gettext("getting to the bottom of things"),
        "simplifies": gettext("making things simple"),
        "asks_well": gettext("asking the question that helps"),
        "weighs_up": gettext("weighing things up"),
        "looks_ahead": gettext("looking ahead"),
        "has_ideas": gettext("having ideas"),
        "learns_fast": gettext("learning fast"),
        "numbers": gettext("being at home in numbers"),
        "finishes": gettext("finishing things"),
        "careful": gettext("getting the details right"),
        "builds": gettext("building things that work"),
        "organises": gettext("putting things in order"),
        "gets_going": gettext("getting things going"),
        "good_eye": gettext("having an eye for it"),
        "writes": gettext("writing so that people read"),
        "explains": gettext("explaining things"),
        "listens": gettext("listening"),
        "brings_together": gettext("bringing people together"),
        "lifts": gettext("lifting the mood"),
        "develops": gettext("bringing out the best in others"),
        "settles": gettext("settling quarrels"),
        "persuades": gettext("winning people over"),
        "looks_after": gettext("looking after people"),
        "keeps_calm": gettext("keeping calm"),
        "speaks_up": gettext("saying what is so"),
        "keeps_word": gettext("keeping your word"),
        "keeps_going": gettext("not giving up"),
        "takes_charge": gettext("taking charge"),
    }
