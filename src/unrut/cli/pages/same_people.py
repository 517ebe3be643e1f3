"""Entries that may be one person, and those that were joined."""

from typing import Any

from unrut.cli.output import section
from unrut.core.errors import InvalidInputError
from unrut.models import Contact, Person
from unrut.queries.named_person import MOST_NAMED, person_named
from unrut.queries.same_people import joined_people, same_people
from unrut.wording import contacts as wording
from unrut.wording.numbers import listed
from unrut.wording.people import does_words

SHOWN = 25


def same_lines(owner: Person) -> list[str]:
    """Pairs that may be one person with why, then those that were joined."""
    pairs, joined = same_people(owner), joined_people(owner)
    told = [wording.same_lead(len(pairs), len(joined))]
    for pair in pairs[:SHOWN]:
        told += ["", f"{wording.likeness_words(pair.why)}:", _line(pair.first), _line(pair.second)]
    told += filter(None, [wording.more_pairs(len(pairs) - SHOWN)])
    if pairs:
        told += ["", f"Join two: unrut people join {pairs[0].first.pk} {pairs[0].second.pk}"]
    return told + section("Joined", [_joined(entry) for entry in joined])


def same_values(owner: Person) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "pairs": [
            {"first": _values(pair.first), "second": _values(pair.second), "why": pair.why.name.lower()}
            for pair in same_people(owner)
        ],
        "joined": [{**_values(entry), "same_as": entry.same_as_id} for entry in joined_people(owner)],
    }


def joined_entry(owner: Person, named: str) -> Contact:
    """The joined entry that is meant: by its own number, or as the only one joined with who is named.

    Raises MissingError, InvalidInputError.
    """
    joined = joined_people(owner)
    own = [entry for entry in joined if str(entry.pk) == named.strip()]
    if own:
        return own[0]
    person = person_named(owner, named)
    others = [entry for entry in joined if entry.same_as_id == person.pk]
    if not others:
        raise InvalidInputError(
            f"{person.name} is one entry, so there is nothing to take apart. See what is joined: unrut people same."
        )
    if len(others) > 1:
        numbers = listed([str(entry.pk) for entry in others[:MOST_NAMED]])
        raise InvalidInputError(
            f"{len(others)} entries are joined with {person.name}, {numbers} among them. Give the number of the one you mean."
        )
    return others[0]


def joined_words(contact: Contact) -> str:
    """That two are one now."""
    return f"{contact.name} is one person now [{contact.pk}]."


def parted_words(contact: Contact) -> str:
    """That an entry stands for itself again."""
    return f"{contact.name} stands alone again [{contact.pk}]."


def _line(entry: Contact) -> str:
    told = (does_words(entry), entry.email, entry.phone, wording.source_words(entry.source))
    return f"{entry.pk:4d}  {entry.name}: {', '.join(filter(None, told))}"


def _joined(entry: Contact) -> str:
    return f"{_line(entry)}; stands with {entry.same_as_id}"


def _values(entry: Contact) -> dict[str, Any]:
    fields = ("name", "company", "position", "email", "phone", "url", "source")
    return {"id": entry.pk, **{name: getattr(entry, name) for name in fields}}
