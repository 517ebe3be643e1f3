"""Would it follow me to the next job: what the jobs, managers, teams, projects and places of the notes say."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.reflect.following import Following, Under, Verdict
from unrut.models import CircumstanceKind
from unrut.queries.circumstances import JOB
from unrut.wording.numbers import weeks_named

_ORDER = (JOB, *CircumstanceKind.values)


def follow_line(found: Sequence[Following]) -> str:
    """The most telling finding in one sentence, and what would tell when none does."""
    telling = [following for following in found if following.verdict is not Verdict.UNKNOWN]
    if telling:
        return following_words(min(telling, key=lambda following: _ORDER.index(following.kind)))
    if not found:
        return gettext(
            "Whether it would follow you to another job cannot be said yet: nothing here says which job, manager or team "
            "you wrote about."
        )
    return following_words(
        min(found, key=lambda following: (following.missing, _ORDER.index(following.kind)))
    )


def following_words(found: Following) -> str:
    """What the spells of one kind say, in a sentence."""
    if found.less is None or found.missing:
        return _too_little(found)
    sentence = {
        Verdict.CAME_ALONG: gettext("It came with you: named in %(more)s and in %(less)s."),
        Verdict.STAYED: gettext(
            "It belongs to one time more than to the other: named in %(more)s, but in %(less)s."
        ),
        Verdict.UNKNOWN: gettext(
            "Whether it would follow you cannot be told yet: named in %(more)s and in %(less)s. More weeks of either would "
            "tell."
        ),
    }[found.verdict]
    return sentence % {"more": _under(found.kind, found.more), "less": _under(found.kind, found.less)}


def _too_little(found: Following) -> str:
    if found.less is None:
        return ngettext(
            "Whether it would follow you cannot be told yet: everything you wrote is %(where)s. %(count)d answered week "
            "elsewhere would tell.",
            "Whether it would follow you cannot be told yet: everything you wrote is %(where)s. %(count)d answered weeks "
            "elsewhere would tell.",
            found.missing,
        ) % {"where": where(found.kind, found.more.name), "count": found.missing}
    return ngettext(
        "Whether it would follow you cannot be told yet: %(count)d more answered week %(where)s would tell.",
        "Whether it would follow you cannot be told yet: %(count)d more answered weeks %(where)s would tell.",
        found.missing,
    ) % {"where": where(found.kind, found.less.name), "count": found.missing}


def _under(kind: str, under: Under) -> str:
    weeks = weeks_named(under.counted.named, under.counted.answered)
    return f"{weeks} {where(kind, under.name)}"


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
