"""The people one knows: as a list, and what became of one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from unrut.cli.output import section
from unrut.clock import today
from unrut.core.explore.people.circles import Circle
from unrut.exporters.people import people_csv
from unrut.models import Contact, Person
from unrut.queries.contact_page import goes_along
from unrut.queries.named_person import person_named
from unrut.queries.people import PeopleList, Somebody, people_named, somebody
from unrut.services.contacts import Gone, ToldContact, add_contact, change_contact
from unrut.wording import contacts as contact_wording
from unrut.wording import people as wording

_SHOWN = (
    "id",
    "name",
    "circle",
    "how_known",
    "company",
    "position",
    "occupation",
    "email",
    "phone",
    "url",
    "met_on",
    "last_on",
    "warmth",
    "note",
)
_TOLD = ("name", "circle", "how_known", "company", "position", "email", "phone", "url", "warmth", "note")
_DAYS = {"met": "met_on", "last": "last_on"}


def found(owner: Person, named: str) -> Somebody:
    """The one that is meant, by number or name."""
    return somebody(owner, person_named(owner, named).pk)


def keys_of(owner: Person, named: Sequence[str]) -> list[int]:
    """Those that are meant, each once."""
    return list(dict.fromkeys(person_named(owner, each).pk for each in named))


def list_lines(shown: PeopleList, *, words: str, circle: str) -> list[str]:
    """One after the other, with the number that names them."""
    told = [wording.list_lead(shown, words=words, circle=Circle(circle) if circle else None)]
    if not shown.count and not words and not circle:
        return [*told, "Add somebody: unrut people add NAME. Or bring a file: unrut people import FILE."]
    told += [person_line(person) for person in shown.people]
    following = shown.first + len(shown.people)
    if following < shown.count:
        told += ["", f"And {shown.count - following:,} more: add --from {following + 1}."]
    return told


def list_values(shown: PeopleList) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "count": shown.count,
        "circles": {circle.value: count for circle, count in shown.circles.items()},
        "people": [person_values(person) for person in shown.people],
    }


def table(shown: PeopleList) -> bytes:
    """The same as a table."""
    return people_csv(shown.people)


def person_line(person: Somebody) -> str:
    """Number, name, what they do, and how one stands to them."""
    does = wording.does_words(person)
    circle = "" if person.circle is Circle.OTHER else wording.circle_name(person.circle)
    beside = ", ".join(filter(None, [circle, wording.spoken_words(person.last_on, today=today())]))
    return f"{person.id:4d}  {person.name}{f': {does}' if does else ''}{f' ({beside})' if beside else ''}"


def person_values(person: Somebody) -> dict[str, Any]:
    """One of them for scripts; `entries` are the numbers of all entries that are joined."""
    return {
        **{name: getattr(person, name) for name in _SHOWN},
        "past": [asdict(past) for past in person.past],
        "entries": [entry.pk for entry in person.entries],
    }


def people_values(owner: Person, keys: Sequence[int]) -> list[dict[str, Any]]:
    """Some of them for scripts."""
    named = people_named(owner, keys)
    return [person_values(named[key]) for key in keys]


def add(owner: Person, name: str, said: Mapping[str, Any]) -> Somebody:
    """Keep somebody; what was not said is unknown."""
    told = ToldContact(name, **_told(said))
    return Somebody(add_contact(owner, told, today=today()))


def added_lines(person: Somebody) -> list[str]:
    """Who was added."""
    return [wording.added_words([person.name]), person_line(person)]


def change(owner: Person, named: str, said: Mapping[str, Any]) -> Somebody:
    """Correct what was said of somebody, and leave the rest as it is."""
    contact = person_named(owner, named)
    told = replace(_known(contact), **_told(said))
    return somebody(owner, change_contact(owner, contact.pk, told, today=today()).pk)


def sorted_lines(count: int, circle: str) -> list[str]:
    """How many stand in a circle now."""
    return [wording.sorted_words(count, Circle(circle))]


def going_lines(owner: Person, person: Somebody) -> list[str]:
    """What goes with somebody, and what stays."""
    along = goes_along(owner, person)
    goes = contact_wording.goes_words(person.name, along.talks, along.answers, len(person.entries))
    return [
        person_line(person),
        *section("This goes", goes),
        *section("This stays", contact_wording.stays_words(person.name)),
        "",
    ]


def gone_lines(gone: Gone) -> list[str]:
    """What was forgotten."""
    return [contact_wording.forgotten_words(gone)]


def gone_values(gone: Gone) -> dict[str, Any]:
    """The same for scripts."""
    return asdict(gone)


def _told(said: Mapping[str, Any]) -> dict[str, Any]:
    """What was said, as the fields of somebody."""
    return {_DAYS.get(name, name): value for name, value in said.items() if value is not None}


def _known(contact: Contact) -> ToldContact:
    """What an entry says by now."""
    return ToldContact(**{name: getattr(contact, name) for name in (*_TOLD, *_DAYS.values())})
