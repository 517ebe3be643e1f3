"""Would it follow me to the next job: what the jobs, managers, teams, projects and places of the notes say."""

from collections.abc import Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from unrut.core.reflect.following import Following, Under, Verdict
from unrut.models import CircumstanceKind
from unrut.queries.circumstances import JOB
from unrut.wording.numbers import listed, weeks_named

_ORDER = (JOB, *CircumstanceKind.values)


def follow_line(found: Sequence[Following], *, name: str) -> str:
    """The most telling finding about the facet of that name in one sentence, and what would tell when none does."""
    telling = _telling(found)
    if telling:
        told = _told(telling[0])
    elif found:
        told = _told(_nearest(found))
    else:
        told = gettext(
            "whether it would follow you to another job cannot be said yet; nothing here says which job, manager or team "
            "you wrote about."
        )
    return gettext("%(name)s: %(told)s") % {"name": name, "told": told}


def follow_lines(found: Sequence[Following]) -> list[str]:
    """On the page of a facet: first what can be told, then once for which kinds it cannot; without either, what would tell."""
    telling = _telling(found)
    if not telling:
        return [following_words(_nearest(found))] if found else []
    unknown = [_kinds(following.kind) for following in found if following.verdict is Verdict.UNKNOWN]
    open_still = gettext("For %(kinds)s it cannot be told yet.") % {"kinds": listed(unknown)}
    return [*map(following_words, telling), *([open_still] if unknown else [])]


def following_words(found: Following) -> str:
    """What the spells of one kind say, in a sentence."""
    return capfirst(_told(found))


def nothing_told() -> str:
    """That no circumstances are known for a facet."""
    return gettext("Nothing here says yet in which job, or under which manager, you wrote.")


def _telling(found: Sequence[Following]) -> list[Following]:
    telling = [following for following in found if following.verdict is not Verdict.UNKNOWN]
    return sorted(telling, key=lambda following: _ORDER.index(following.kind))


def _nearest(found: Sequence[Following]) -> Following:
    """The kind that lacks the fewest weeks."""
    return min(found, key=lambda following: (following.missing, _ORDER.index(following.kind)))


def _told(found: Following) -> str:
    """The sentence with a small first letter, so that a name can stand before it."""
    if found.less is None or found.missing:
        return _too_little(found)
    sentence = {
        Verdict.CAME_ALONG: gettext("named in %(more)s and in %(less)s; it came with you."),
        Verdict.STAYED: gettext(
            "named in %(more)s, but in %(less)s; it belongs to one time more than to the other."
        ),
        Verdict.UNKNOWN: gettext(
            "named in %(more)s and in %(less)s; whether it would follow you cannot be told yet. More weeks of either would "
            "tell."
        ),
    }[found.verdict]
    return sentence % {"more": _under(found.kind, found.more), "less": _under(found.kind, found.less)}


def _too_little(found: Following) -> str:
    if found.less is None:
        return ngettext(
            "whether it would follow you cannot be told yet, as everything you wrote is %(where)s. %(count)d answered week "
            "elsewhere may tell.",
            "whether it would follow you cannot be told yet, as everything you wrote is %(where)s. %(count)d answered weeks "
            "elsewhere may tell.",
            found.missing,
        ) % {"where": where(found.kind, found.more.name), "count": found.missing}
    return ngettext(
        "whether it would follow you cannot be told yet; %(count)d more answered week %(where)s may tell.",
        "whether it would follow you cannot be told yet; %(count)d more answered weeks %(where)s may tell.",
        found.missing,
    ) % {"where": where(found.kind, found.less.name), "count": found.missing}


def _under(kind: str, under: Under) -> str:
    weeks = weeks_named(under.counted.named, under.counted.answered)
    return f"{weeks} {where(kind, under.name)}"


def _kinds(kind: str) -> str:
    """A kind of circumstance inside a sentence."""
    return {
        JOB: gettext("jobs"),
        CircumstanceKind.MANAGER: gettext("managers"),
        CircumstanceKind.TEAM: gettext("teams"),
        CircumstanceKind.PROJECT: gettext("projects"),
        CircumstanceKind.PLACE: gettext("places"),
    }[kind]


def where(kind: str, name: str) -> str:
    """In which circumstances: "under Dora", "in the team North"."""
    told = {
        JOB: gettext("in the job “%(name)s”"),
        CircumstanceKind.MANAGER: gettext("under %(name)s"),
        CircumstanceKind.TEAM: gettext("in the team “%(name)s”"),
        CircumstanceKind.PROJECT: gettext("on the project “%(name)s”"),
        CircumstanceKind.PLACE: gettext("at “%(name)s”"),
    }[kind]
    return told % {"name": name}


def kind_name(kind: str) -> str:
    """What a kind of circumstance is called."""
    return {
        JOB: gettext("Jobs"),
        CircumstanceKind.MANAGER: gettext("Managers"),
        CircumstanceKind.TEAM: gettext("Teams"),
        CircumstanceKind.PROJECT: gettext("Projects"),
        CircumstanceKind.PLACE: gettext("Places"),
    }[kind]


def one_of_kind(kind: str) -> str:
    """One circumstance of a kind, as a choice."""
    return {
        CircumstanceKind.MANAGER: gettext("A manager"),
        CircumstanceKind.TEAM: gettext("A team"),
        CircumstanceKind.PROJECT: gettext("A project"),
        CircumstanceKind.PLACE: gettext("A place of work"),
    }[CircumstanceKind(kind)]
