"""Bringing in people and one's own career from a file: looked over first, stored all at once, never twice."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.names import folded
from unrut.importers.people.contract import ReadPeople, ReadPosition
from unrut.importers.people.registry import read_people, read_people_folder
from unrut.importers.people.stored import as_json, from_json
from unrut.importers.text_tools import one_line
from unrut.models import Contact, ContactDraft, ForgottenContact, Person
from unrut.models.contact import LONGEST_NAME
from unrut.queries.scope import of, one
from unrut.services.career_import import take_positions, take_schooling
from unrut.services.contact_import import Fate, meet, store_met
from unrut.services.contact_signs import digests_of, giver_sign
from unrut.services.contacts import circle_of, tell_people_changed
from unrut.services.many_rows import many_at_once
from unrut.services.occupations import SaidSkill, confirm_skills
from unrut.services.strengths import take_recommendations

__all__ = [
    "Choice",
    "Fate",
    "PeopleImport",
    "approve_people",
    "draft_people",
    "foreseen",
    "import_people",
    "preview_people",
    "read_source",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a file is taken. `left_out` are keys of contacts, `jobs` may be places in its list of positions.

    `circle` is for those who are new and of whom the file tells none.
    """

    left_out: Collection[str] = ()
    circle: str = Circle.OTHER.value
    jobs: bool | Collection[int] = False
    schooling: bool = False
    skills: Mapping[str, SaidSkill] = field(default_factory=dict)
    recommendations: bool = False


ALL_CONTACTS = Choice()


@dataclass(frozen=True, slots=True)
class PeopleImport:
    """What came of an import, each contact counted once. `jobs_skipped` are those whose dates do not tell when they were."""

    created: int = 0
    changed: int = 0
    known: int = 0
    joined: int = 0
    forgotten: int = 0
    jobs: int = 0
    schooling: bool = False
    skills: int = 0
    recommendations: int = 0
    jobs_skipped: int = 0


def read_source(source: tuple[str, bytes] | Path) -> ReadPeople:
    """What a file, given as its name and content, or a folder holds; nothing is stored.

    Raises InvalidInputError with a sentence when nothing of it can be read.
    """
    with many_at_once():
        return read_people_folder(source) if isinstance(source, Path) else read_people(*source)


def foreseen(owner: Person, read: ReadPeople, *, today: date) -> dict[str, Fate]:
    """What would become of each contact, by its key; nothing is stored."""
    return {met.key: met.fate for met in meet(owner, read.source, read.contacts, today=today)}


def import_people(
    owner: Person, read: ReadPeople, choice: Choice = ALL_CONTACTS, *, today: date
) -> PeopleImport:
    """Store what was chosen of what was read, all of it or nothing.

    What the file says otherwise than last time is taken over; what the person corrected stays until then. Somebody who is
    certainly known from elsewhere is joined with that entry, and whoever was forgotten is left out. Raises InvalidInputError.
    """
    circle = circle_of(choice.circle)
    with transaction.atomic():
        # Two at once would each find the same people new.
        Person.objects.select_for_update().get(pk=owner.pk)
        fates = _take_contacts(owner, read, choice.left_out, circle, today)
        jobs = take_positions(owner, _chosen(read, choice.jobs), today=today)
        return PeopleImport(
            created=fates[Fate.NEW],
            changed=fates[Fate.CHANGED],
            known=fates[Fate.KNOWN],
            joined=fates[Fate.JOINED],
            forgotten=fates[Fate.FORGOTTEN],
            jobs=jobs.taken,
            schooling=choice.schooling and take_schooling(owner, read, today=today),
            skills=confirm_skills(owner, choice.skills, today=today),
            recommendations=_take_words(owner, read, today) if choice.recommendations else 0,
            jobs_skipped=jobs.skipped,
        )


def preview_people(owner: Person, name: str, read: ReadPeople, *, now: datetime) -> ContactDraft:
    """Keep what was read for approval; an earlier draft is dropped."""
    shown = one_line(name)[:LONGEST_NAME]
    with transaction.atomic():
        of(ContactDraft, owner).delete()
        return ContactDraft.objects.create(owner=owner, name=shown, content=as_json(read), made_at=now)


def draft_people(draft: ContactDraft) -> ReadPeople:
    """What a draft holds, as it was read."""
    return from_json(draft.content)


def approve_people(owner: Person, draft_id: int, choice: Choice, *, today: date) -> PeopleImport:
    """Store what was chosen of a draft, and drop the draft.

    Raises MissingError, InvalidInputError.
    """
    with transaction.atomic():
        draft = one(ContactDraft, owner, draft_id)
        result = import_people(owner, draft_people(draft), choice, today=today)
        draft.delete()
    return result


def _take_contacts(
    owner: Person, read: ReadPeople, left_out: Collection[str], circle: str, today: date
) -> Counter[Fate]:
    out = frozenset(left_out)
    chosen = [contact for contact in read.contacts if contact.key not in out]
    with many_at_once():
        met = meet(owner, read.source, chosen, circle, today=today)
        store_met(owner, read.source, met, today=today)
    fates = Counter(each.fate for each in met)
    if fates[Fate.NEW] or fates[Fate.JOINED] or fates[Fate.CHANGED]:
        tell_people_changed(owner)
    return fates


def _chosen(read: ReadPeople, jobs: bool | Collection[int]) -> list[ReadPosition]:
    if isinstance(jobs, bool):
        return list(read.positions) if jobs else []
    return [position for place, position in enumerate(read.positions) if place in jobs]


def _take_words(owner: Person, read: ReadPeople, today: date) -> int:
    """Keep what others wrote about the person, but for those who were forgotten."""
    forgotten = frozenset(of(ForgottenContact, owner).values_list("digest", flat=True))
    names = (
        {folded(name) for name in of(Contact, owner).values_list("name", flat=True)} if forgotten else set()
    )
    kept = [
        words
        for words in read.recommendations
        if folded(words.name) in names
        or forgotten.isdisjoint(digests_of(owner, "", "", [giver_sign(words.name)]))
    ]
    return take_recommendations(owner, kept, today=today)
