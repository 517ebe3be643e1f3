"""One row of a table of LinkedIn, by what the table is about."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from unrut.importers.contract import UnreadableRecordError
from unrut.importers.people.contract import (
    ReadCertificate,
    ReadHonour,
    ReadLanguage,
    ReadPosition,
    ReadProject,
    ReadRecommendation,
    ReadSchool,
    ReadSkill,
)
from unrut.importers.people.dates import coarsest, is_now
from unrut.importers.people.entry import Entry, contact_of, required
from unrut.importers.people.keys import folded

# Words of praise that the person, or the one who gave them, took back.
WITHDRAWN = frozenset({"rejected", "declined", "deleted", "withdrawn", "removed", "retracted"})


def position_of(entry: Entry) -> ReadPosition:
    """A job of one's own; it is the present one where it has begun and no end is told."""
    company, title = entry.line("company"), entry.line("title")
    required(company, title, what="company and no title")
    started = entry.when("started_on")
    says_now = is_now(entry.raw("ended_on"))
    ended = None if says_now else entry.when("ended_on")
    is_open = started is not None and not entry.raw("ended_on").strip()
    return ReadPosition(
        company=company,
        title=title,
        place=entry.line("place"),
        text="\n".join(filter(None, (entry.text("text"), entry.line("cause")))),
        started_on=started.day if started else None,
        ended_on=ended.day if ended else None,
        is_present=says_now or is_open,
        precision=coarsest(started, ended),
    )


def volunteering_of(entry: Entry) -> ReadPosition:
    """Work that was done without pay."""
    return replace(position_of(entry), is_volunteer=True)


def school_of(entry: Entry) -> ReadSchool:
    """A school, what was learned, and what else was done there."""
    school, degree = entry.line("school"), entry.line("degree")
    required(school, degree, what="school and no degree")
    started, ended = entry.when("started_on"), entry.when("ended_on")
    return ReadSchool(
        school=school,
        degree=degree,
        text="\n".join(filter(None, (entry.text("text"), entry.text("activities")))),
        started_on=started.day if started else None,
        ended_on=ended.day if ended else None,
        precision=coarsest(started, ended),
    )


def certificate_of(entry: Entry) -> ReadCertificate:
    """A certificate, from the day it was given to the day it ends."""
    name = entry.line("name")
    required(name, what="name of a certificate")
    started, ended = entry.when("started_on"), entry.when("ended_on")
    return ReadCertificate(
        name=name,
        authority=entry.line("authority"),
        started_on=started.day if started else None,
        ended_on=ended.day if ended else None,
        url=entry.link("url"),
        precision=coarsest(started, ended),
    )


def project_of(entry: Entry) -> ReadProject:
    """A project of one's own."""
    title = entry.line("title")
    required(title, what="title of a project")
    started, ended = entry.when("started_on"), entry.when("ended_on")
    return ReadProject(
        title=title,
        text=entry.text("text"),
        url=entry.link("url"),
        started_on=started.day if started else None,
        ended_on=ended.day if ended else None,
        precision=coarsest(started, ended),
    )


def honour_of(entry: Entry) -> ReadHonour:
    """A prize or an honour; of its day the first one is kept where only a month or a year is told."""
    title = entry.line("title")
    required(title, what="title of an honour")
    given = entry.when("given_on")
    return ReadHonour(title=title, text=entry.text("text"), given_on=given.day if given else None)


def language_of(entry: Entry) -> ReadLanguage:
    """A language and how well one knows it."""
    name = entry.line("name")
    required(name, what="name of a language")
    return ReadLanguage(name, entry.line("level"))


def skill_of(entry: Entry) -> ReadSkill:
    """A skill that nobody has vouched for yet."""
    name = entry.line("name")
    required(name, what="name of a skill")
    return ReadSkill(name)


def endorsement_of(entry: Entry) -> ReadSkill:
    """A skill and the one person who vouches for it in this row."""
    name = entry.line("skill")
    required(name, what="name of a skill")
    who = full_name(entry)
    required(who, what="name of the person who vouches for it")
    _check_stands(entry)
    return ReadSkill(name, (who,))


def received_of(entry: Entry) -> ReadRecommendation:
    """What somebody wrote about the person."""
    return _recommendation(entry, is_received=True)


def given_of(entry: Entry) -> ReadRecommendation:
    """What the person wrote about somebody."""
    return _recommendation(entry, is_received=False)


def full_name(entry: Entry) -> str:
    """The first and the last name."""
    return " ".join(filter(None, (entry.line("first"), entry.line("last"))))


def _recommendation(entry: Entry, *, is_received: bool) -> ReadRecommendation:
    text = entry.text("text")
    required(text, what="text of a recommendation")
    _check_stands(entry)
    return ReadRecommendation(
        name=full_name(entry),
        company=entry.line("company"),
        title=entry.line("title"),
        text=text,
        written_on=entry.day("written_on"),
        is_received=is_received,
    )


def _check_stands(entry: Entry) -> None:
    status = entry.line("status")
    if folded(status) in WITHDRAWN:
        raise UnreadableRecordError(f'It was taken back ("{status}"), so it does not count.')


READERS: Mapping[str, Callable[[Entry], object]] = {
    "connections": contact_of,
    "contacts": contact_of,
    "positions": position_of,
    "volunteering": volunteering_of,
    "schools": school_of,
    "certificates": certificate_of,
    "projects": project_of,
    "honours": honour_of,
    "languages": language_of,
    "skills": skill_of,
    "endorsements": endorsement_of,
    "recommendations received": received_of,
    "recommendations given": given_of,
}
