"""Which entries may be of the same person."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from unrut.core.explore.people.names import folded

# Of a telephone number, the figures that are the same with and without the number of the country.
_FIGURES, _LEAST_FIGURES = 9, 7
# An address or number of more entries than these is that of an office, and tells nobody apart.
MOST_SHARING = 4
_PROFILE = re.compile(
    r"https?://(?:[a-z0-9-]{1,20}\.)?(linkedin\.com/(?:in|pub)|xing\.com/(?:profile|people))/([^/?#]{1,300})",
    re.IGNORECASE,
)


class Likeness(StrEnum):
    """What two entries have in common, the surest first."""

    PROFILE = "profile"
    EMAIL = "email"
    PHONE = "phone"
    NAME_AND_COMPANY = "name_and_company"
    NAME = "name"  # and at least one of both names no company


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What an entry says of who it is; `group` is the same for entries that were joined."""

    key: int
    group: int
    name: str
    company_key: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""


def marks_of(*, email: str = "", phone: str = "", url: str = "") -> tuple[tuple[Likeness, str], ...]:
    """The addresses and the number by which somebody is known again, the surest first."""
    found = (
        (Likeness.PROFILE, profile_mark(url)),
        (Likeness.EMAIL, email.strip().lower()),
        (Likeness.PHONE, phone_mark(phone)),
    )
    return tuple((kind, mark) for kind, mark in found if mark)


def profile_mark(url: str) -> str:
    """The profile that an address leads to, written in one way; "" where it is another page."""
    found = _PROFILE.match(url) if url else None
    return f"{found[1]}/{unquote(found[2])}".lower() if found else ""


def phone_mark(phone: str) -> str:
    """The figures of a number; "" where these are too few to tell."""
    figures = "".join(letter for letter in phone if letter.isdecimal())
    return figures[-_FIGURES:] if len(figures) >= _LEAST_FIGURES else ""


def same_pairs(entries: Sequence[PersonEntry]) -> list[tuple[int, int, Likeness]]:
    """The keys of entries that may be of one person and are not joined, the surest pairs first; each pair once.

    Of many alike each is paired with the first of them, so that there are never more pairs than entries for each likeness.
    """
    found: dict[tuple[int, int], tuple[int, int, Likeness]] = {}
    for kind, first, second in _alike(entries):
        groups = min(first.group, second.group), max(first.group, second.group)
        if first.group != second.group and groups not in found:
            found[groups] = first.key, second.key, kind
    return list(found.values())


def _alike(entries: Sequence[PersonEntry]) -> Iterator[tuple[Likeness, PersonEntry, PersonEntry]]:
    for kind, sharing in _sharing(entries):
        if len(sharing) <= MOST_SHARING:
            yield from ((kind, sharing[0], other) for other in sharing[1:])
    named = _by_name(entries)
    for alike in named:
        yield from _at_one_company(alike)
    for alike in named:
        yield from _without_company(alike)


def _sharing(entries: Sequence[PersonEntry]) -> list[tuple[Likeness, list[PersonEntry]]]:
    """The entries that share an address or a number, the surest first."""
    met: dict[tuple[Likeness, str], list[PersonEntry]] = defaultdict(list)
    for entry in entries:
        for mark in marks_of(email=entry.email, phone=entry.phone, url=entry.url):
            met[mark].append(entry)
    ranks = {kind: rank for rank, kind in enumerate(Likeness)}
    shared = [(kind, found) for (kind, _), found in met.items() if len(found) > 1]
    return sorted(shared, key=lambda each: ranks[each[0]])


def _by_name(entries: Sequence[PersonEntry]) -> list[list[PersonEntry]]:
    met: dict[str, list[PersonEntry]] = defaultdict(list)
    for entry in entries:
        met[folded(entry.name)].append(entry)
    return [found for name, found in met.items() if name and len(found) > 1]


def _at_one_company(alike: Sequence[PersonEntry]) -> Iterator[tuple[Likeness, PersonEntry, PersonEntry]]:
    first: dict[str, PersonEntry] = {}
    for entry in alike:
        if entry.company_key and first.setdefault(entry.company_key, entry) is not entry:
            yield Likeness.NAME_AND_COMPANY, first[entry.company_key], entry


def _without_company(alike: Sequence[PersonEntry]) -> Iterator[tuple[Likeness, PersonEntry, PersonEntry]]:
    """Two of one name at two companies are often two people; of one without a company nobody knows."""
    bare = next((entry for entry in alike if not entry.company_key), None)
    if bare is not None:
        for other in alike:
            if other is not bare:
                pair = sorted((bare, other), key=lambda entry: entry.key)
                yield Likeness.NAME, pair[0], pair[1]
