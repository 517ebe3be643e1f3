"""The form that looks a file with people over: what is ticked of it, and what was sent of that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from unrut.core.explore.people.circles import Circle
from unrut.importers.people.contract import ReadContact, ReadPeople, ReadPosition
from unrut.services.people_import import Choice, Fate
from unrut.services.skill_lines import proposed_of
from unrut.web.explore.skills_form import OfferRow, offer_rows, posted_ticks, sent_rows
from unrut.wording import people_import as wording
from unrut.wording.people import does_words

SHOWN = 200
LONGEST_SEARCH, LONGEST_PLACE = 200, 8
# What a preview asks about; who is known as the file tells them, or was forgotten, is counted only.
ASKED = (Fate.NEW, Fate.JOINED, Fate.CHANGED)


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is ticked. `left` are places of contacts of the file that are left out, `jobs` places of jobs that are taken."""

    words: str
    left: frozenset[int]
    circle: str
    jobs: frozenset[int]
    schooling: bool
    recommendations: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of the file."""

    place: int
    name: str
    does: str
    fate: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job of the file; one without a day cannot be taken."""

    place: int
    title: str
    company: str
    period: str
    is_volunteer: bool
    can_be_taken: bool
    is_taken: bool


def usual_ticks(read: ReadPeople) -> Ticks:
    """Before anything is chosen: everybody, the jobs that can be told, and what else speaks of the person."""
    jobs = {place for place, job in enumerate(read.positions) if _can_be_taken(job)}
    return Ticks("", frozenset(), Circle.OTHER.value, frozenset(jobs), schooling=True, recommendations=True)


def posted_form(posted: QueryDict) -> Ticks:
    """What was ticked: of those that were shown, whoever is not ticked is left out; of the others what was said before."""
    shown, kept = _places(posted.get("shown", "").split(",")), _places(posted.getlist("keep"))
    before = _places(posted.get("left", "").split(","))
    return Ticks(
        words=posted.get("q", "").strip()[:LONGEST_SEARCH],
        left=frozenset((before - shown) | (shown - kept)),
        circle=posted.get("circle", Circle.OTHER.value),
        jobs=frozenset(_places(posted.getlist("job"))),
        schooling="schooling" in posted,
        recommendations="recommendations" in posted,
    )


def choice_of(read: ReadPeople, ticks: Ticks, posted: QueryDict) -> Choice:
    """What is to be stored.

    Raises InvalidInputError.
    """
    return Choice(
        left_out={contact.key for place, contact in enumerate(read.contacts) if place in ticks.left},
        circle=ticks.circle,
        jobs=ticks.jobs,
        schooling=ticks.schooling,
        skills=posted_ticks(posted) if "tick" in posted else {},
        recommendations=ticks.recommendations,
    )


def places_asked(read: ReadPeople, fates: Mapping[str, Fate], ticks: Ticks) -> list[int]:
    """Where in the file those stand whom a preview asks about and who have the words."""
    words = ticks.words.casefold().split()
    return [
        place
        for place, contact in enumerate(read.contacts)
        if fates.get(contact.key) in ASKED and (not words or _has(contact, words))
    ]


def person_rows(
    read: ReadPeople, fates: Mapping[str, Fate], ticks: Ticks, places: Iterable[int]
) -> list[PersonRow]:
    """Some of them as rows, in the order of the file."""
    return [
        PersonRow(
            place=place,
            name=read.contacts[place].name,
            does=does_words(read.contacts[place]),
            fate=wording.fate_words(fates[read.contacts[place].key]),
            is_kept=place not in ticks.left,
        )
        for place in places
    ]


def job_rows(read: ReadPeople, ticks: Ticks) -> list[JobRow]:
    """The jobs of the file in its order."""
    return [
        JobRow(
            place=place,
            title=job.title,
            company=job.company,
            period=wording.period_words(
                job.started_on, job.ended_on, job.precision, is_present=job.is_present
            ),
            is_volunteer=job.is_volunteer,
            can_be_taken=_can_be_taken(job),
            is_taken=place in ticks.jobs,
        )
        for place, job in enumerate(read.positions)
    ]


def skill_rows(read: ReadPeople, known: Iterable[str], posted: QueryDict | None) -> list[OfferRow]:
    """The skills the file may show, as they were filled in or, at first, unticked."""
    if posted is not None and "offered" in posted:
        return sent_rows(posted)
    return offer_rows(proposed_of(read, frozenset(known)))


def numbers(places: Iterable[int]) -> str:
    """Places as one field carries them."""
    return ",".join(map(str, sorted(places)))


def _can_be_taken(job: ReadPosition) -> bool:
    return job.started_on is not None and not job.is_volunteer


def _has(contact: ReadContact, words: Sequence[str]) -> bool:
    told = f"{contact.name}\n{contact.company}\n{contact.position}".casefold()
    return all(word in told for word in words)


def _places(written: Iterable[str]) -> set[int]:
    """Places as they were sent; what is none of them is nothing."""
    return {
        int(each) for each in written if each.isascii() and each.isdecimal() and len(each) < LONGEST_PLACE
    }
