"""The people a person knows: told, put into circles, joined, taken apart, and forgotten."""

import re
import secrets
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.same import company_key
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.names import folded
from unrut.importers.text_tools import one_line, safe_link
from unrut.models import (
    Accomplishment,
    CompanyNote,
    Contact,
    ContactDraft,
    ForgottenContact,
    Learned,
    Note,
    Opening,
    Person,
    Step,
    Talk,
)
from unrut.models.contact import HIGHEST_WARMTH, LONGEST_NAME
from unrut.queries.guide import current_guide
from unrut.queries.scope import of, one
from unrut.services.contact_signs import Sign, digests_of, giver_sign, signs_of
from unrut.services.strengths import forget_words

MOST_CONTACTS = 100_000
_SOMEBODY = "somebody"
EARLIEST = date(1930, 1, 1)
LONGEST_LINE, LONGEST_EMAIL, LONGEST_PHONE, LONGEST_NOTE = 300, 320, 100, 20_000


@dataclass(frozen=True, slots=True)
class ToldContact:
    """Somebody as the person tells of them; only the name is needed."""

    name: str
    circle: str = Circle.OTHER
    how_known: str = ""
    company: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    met_on: date | None = None
    last_on: date | None = None
    warmth: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """What went with somebody: talks and answers under their name; `mentions` is how many own texts still hold it."""

    name: str
    talks: int
    answers: int
    mentions: int


def tell_people_changed(owner: Person) -> None:
    """Let every running program know that what it holds of the people is old.

    A number by chance, not the next one: a copy of the store that is put back must not come to a number that is known.
    """
    Person.objects.filter(pk=owner.pk).update(people_version=1 + secrets.randbits(30))


def add_contact(owner: Person, told: ToldContact, *, today: date) -> Contact:
    """Keep somebody the person knows.

    Raises InvalidInputError.
    """
    if of(Contact, owner).count() >= MOST_CONTACTS:
        raise InvalidInputError(
            f"You have {MOST_CONTACTS:,} people already. Forget some before you add more."
        )
    values = _checked(told, today)
    with transaction.atomic():
        contact = Contact.objects.create(owner=owner, made_on=today, **values)
        tell_people_changed(owner)
    return contact


def change_contact(owner: Person, contact_id: int, told: ToldContact, *, today: date) -> Contact:
    """Correct what is known of somebody.

    Raises MissingError, InvalidInputError.
    """
    contact = one(Contact, owner, contact_id)
    values = _checked(told, today)
    for name, value in values.items():
        setattr(contact, name, value)
    with transaction.atomic():
        contact.save(update_fields=list(values))
        tell_people_changed(owner)
    return contact


def sort_contacts(owner: Person, ids: Collection[int], circle: str) -> int:
    """Put people into a circle; how many that were.

    Raises InvalidInputError.
    """
    with transaction.atomic():
        sorted_ = of(Contact, owner).filter(pk__in=list(ids)).update(circle=circle_of(circle))
        tell_people_changed(owner)
    return sorted_


def say_spoken(owner: Person, contact_id: int, *, on: date, today: date) -> Contact:
    """Say when one last spoke; an earlier day than the one that is known changes nothing.

    Raises MissingError, InvalidInputError.
    """
    contact = one(Contact, owner, contact_id)
    day = _day(on, today, "The day you spoke")
    if day is not None and (contact.last_on is None or day > contact.last_on):
        contact.last_on = day
        contact.save(update_fields=["last_on"])
        tell_people_changed(owner)
    return contact


def join_contacts(owner: Person, first_id: int, second_id: int) -> Contact:
    """Two entries are one person: the first stands for the second and for all that the second stood for.

    Raises MissingError, InvalidInputError when both are the same entry, or one already.
    """
    first, second = one(Contact, owner, first_id), one(Contact, owner, second_id)
    first, second = first.same_as or first, second.same_as or second
    if first.pk == second.pk:
        raise InvalidInputError(f"{first.name} is one entry already. Choose two different ones.")
    with transaction.atomic():
        of(Contact, owner).filter(same_as=second).update(same_as=first)
        of(Contact, owner).filter(pk=second.pk).update(same_as=first)
        tell_people_changed(owner)
    return first


def part_contact(owner: Person, contact_id: int) -> Contact:
    """An entry that was joined stands for itself again.

    Raises MissingError.
    """
    contact = one(Contact, owner, contact_id)
    contact.same_as = None
    with transaction.atomic():
        contact.save(update_fields=["same_as"])
        tell_people_changed(owner)
    return contact


def forget_contact(owner: Person, contact_id: int) -> Gone:
    """Forget somebody with all entries of them: their talks, invitation and signed answers go.

    What was learned stays, without a name. Digests of how files name them keep these from bringing them back.
    Raises MissingError.
    """
    contact = one(Contact, owner, contact_id)
    stands = contact.same_as or contact
    with transaction.atomic():
        entries = [stands, *of(Contact, owner).filter(same_as=stands)]
        keys = [entry.pk for entry in entries]
        talks = of(Talk, owner).filter(contact__in=keys).count()
        answers = forget_words(owner, keys, [entry.name for entry in entries])
        _remember_forgotten(owner, entries)
        _take_name_off_steps(owner, entries)
        of(Contact, owner).filter(pk__in=keys).delete()
        names = {folded(entry.name) for entry in entries}
        _forget_at_companies(owner, names)
        _forget_drafts_with(owner, names)
        tell_people_changed(owner)
    return Gone(stands.name, talks, answers, _mentions(owner, stands.name))


def circle_of(circle: str) -> str:
    """The circle that is meant.

    Raises InvalidInputError where there is none such.
    """
    if circle not in list(Circle):
        raise InvalidInputError(f'There is no circle "{circle[:40]}". Choose one of {", ".join(Circle)}.')
    return Circle(circle).value


def occupations_of_positions(positions: Sequence[str]) -> list[str]:
    """The codes of the occupations that positions tell, "" where they tell none; each title is looked up once."""
    plain = {position: folded(position) for position in dict.fromkeys(positions)}
    titles = [title for title in dict.fromkeys(plain.values()) if title]
    found = current_guide().titles.best(titles) if titles else []
    codes = {title: match.code if match else "" for title, match in zip(titles, found, strict=True)}
    return [codes.get(plain[position], "") for position in positions]


def _checked(told: ToldContact, today: date) -> dict[str, object]:
    """The fields of a contact for what was told."""
    lines = {
        field.name: one_line(getattr(told, field.name)) for field in fields(told) if field.name in _LINES
    }
    for name, (what, longest) in _LINES.items():
        if len(lines[name]) > longest:
            raise InvalidInputError(
                f"{what} has {len(lines[name]):,} characters; {longest:,} is the most. Shorten it."
            )
    if not lines["name"]:
        raise InvalidInputError("The person has no name. A first name will do.")
    if lines["url"] and not safe_link(lines["url"]):
        raise InvalidInputError(
            f'"{lines["url"][:80]}" is no address of a page. Begin it with https:// or leave it out.'
        )
    note = told.note.replace("\0", "").strip()
    if len(note) > LONGEST_NOTE:
        raise InvalidInputError(
            f"The note has {len(note):,} characters; {LONGEST_NOTE:,} is the most. Shorten it."
        )
    if told.warmth is not None and not 0 <= told.warmth <= HIGHEST_WARMTH:
        raise InvalidInputError(f"How close you are is from 0 to {HIGHEST_WARMTH}, not {told.warmth}.")
    return {
        **lines,
        "circle": circle_of(told.circle),
        "company_key": company_key(lines["company"])[:LONGEST_LINE],
        "occupation": occupations_of_positions([lines["position"]])[0],
        "met_on": _day(told.met_on, today, "The day you met"),
        "last_on": _day(told.last_on, today, "The day you last spoke"),
        "warmth": told.warmth,
        "note": note,
    }


_LINES = {
    "name": ("The name", LONGEST_NAME),
    "how_known": ("How you know them", LONGEST_LINE),
    "company": ("The company", LONGEST_LINE),
    "position": ("The position", LONGEST_LINE),
    "email": ("The e-mail address", LONGEST_EMAIL),
    "phone": ("The number", LONGEST_PHONE),
    "url": ("The address", 2000),
}


def _day(day: date | None, today: date, what: str) -> date | None:
    if day is not None and not EARLIEST <= day <= today:
        raise InvalidInputError(
            f"{what} cannot be {day.day} {day:%B} {day.year}. Give one from {EARLIEST.year} to today."
        )
    return day


def _remember_forgotten(owner: Person, entries: Iterable[Contact]) -> None:
    told = (digests_of(owner, entry.source, entry.source_key, _signs(entry)) for entry in entries)
    rows = [ForgottenContact(owner=owner, digest=digest) for digest in sorted(set().union(*told))]
    ForgottenContact.objects.bulk_create(rows, ignore_conflicts=True)


def _signs(entry: Contact) -> list[Sign]:
    """What else than a key a file may tell them by."""
    met_on = entry.told.get("met_on") or (entry.met_on.isoformat() if entry.met_on else "")
    signs = signs_of(entry.name, email=entry.email, phone=entry.phone, url=entry.url, met_on=met_on)
    return [*signs, giver_sign(entry.name)]


def _take_name_off_steps(owner: Person, entries: Iterable[Contact]) -> None:
    """Steps that came of talks with somebody stay, and name nobody any more."""
    for entry in entries:
        for step in of(Step, owner).filter(talks__contact=entry).distinct():
            step.text = _whole(entry.name).sub(_SOMEBODY, step.text)[:LONGEST_LINE]
            step.result = _whole(entry.name).sub(_SOMEBODY, step.result)[:LONGEST_LINE]
            step.save(update_fields=["text", "result"])


def _forget_at_companies(owner: Person, names: Collection[str]) -> None:
    """Take the names off the lists of who works where."""
    for note in of(CompanyNote, owner).exclude(people=""):
        kept = [line for line in note.people.splitlines() if folded(line) not in names]
        if len(kept) == len(note.people.splitlines()):
            continue
        note.people = "\n".join(kept)
        if note.people or note.note:
            note.save(update_fields=["people"])
        else:
            of(CompanyNote, owner).filter(pk=note.pk).delete()


def _forget_drafts_with(owner: Person, names: set[str]) -> None:
    """Drop a file that waits for approval and holds one of these names."""
    for draft in of(ContactDraft, owner):
        told = (*draft.content.get("contacts", ()), *draft.content.get("recommendations", ()))
        if names & {folded(each["name"]) for each in told if each["name"]}:
            draft.delete()


def _whole(name: str) -> re.Pattern[str]:
    """A name where it stands as one, not within other words."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def _mentions(owner: Person, name: str) -> int:
    """How many texts of the person still hold the name."""
    texts = (
        (Note, "text"),
        (Accomplishment, "text"),
        (Accomplishment, "story"),
        (Accomplishment, "seen_by"),
        (Talk, "notes"),
        (Learned, "text"),
        (Accomplishment, "result"),
        (Step, "text"),
        (Step, "result"),
        (CompanyNote, "note"),
        (Opening, "notes"),
    )
    whole = _whole(name)
    return sum(
        bool(whole.search(text))
        for model, field in texts
        for text in of(model, owner).filter(**{f"{field}__icontains": name}).values_list(field, flat=True)
    )
