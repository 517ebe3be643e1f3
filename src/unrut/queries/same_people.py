"""Entries that may be of the same person, for the person to decide, and those that were joined."""

from dataclasses import dataclass

from unrut.core.explore.people.same import Likeness, PersonEntry, same_pairs
from unrut.models import Contact, Person
from unrut.queries.scope import of

MOST_PAIRS = 100
_FIELDS = ("name", "company_key", "email", "phone", "url")


@dataclass(frozen=True, slots=True)
class SamePair:
    """Two entries that may be one person, the older first, and why."""

    first: Contact
    second: Contact
    why: Likeness


def same_people(owner: Person, *, most: int = MOST_PAIRS) -> list[SamePair]:
    """Pairs of entries that may be the same person and are not joined, the surest first."""
    rows = of(Contact, owner).order_by("pk").values_list("pk", "same_as_id", *_FIELDS)
    pairs = same_pairs([PersonEntry(pk, same_as or pk, *told) for pk, same_as, *told in rows])[:most]
    keys = {key for first, second, _ in pairs for key in (first, second)}
    found = of(Contact, owner).in_bulk(list(keys))
    return [SamePair(found[first], found[second], why) for first, second, why in pairs]


def joined_people(owner: Person) -> list[Contact]:
    """The entries that were joined with another, the newest first; each can be taken apart."""
    return list(of(Contact, owner).exclude(same_as=None).select_related("same_as").order_by("-pk"))
