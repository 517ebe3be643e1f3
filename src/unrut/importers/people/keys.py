"""What makes a person the same when a file is read again: the profile address, the e-mail address, or name and company."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from unrut.core.explore.people.names import folded
from unrut.importers.contract import KEY_LENGTH, LONGEST_KEY
from unrut.importers.people.contract import ReadContact, Skipped
from unrut.importers.text_tools import safe_link

__all__ = ["FILLED", "TELLING", "USUAL_PROFILE", "folded", "keyed", "own_key", "profile_in"]

FILLED = ("first", "last", "company", "position", "email", "phone", "url", "connected_on", "note", "tags")
TELLING = ("email", "phone", "url")  # where these differ, two of one name are two people
# Most addresses are of this form, and then nothing of them needs to be taken apart.
USUAL_PROFILE = re.compile(r"https?://(?:www\.)?(linkedin\.com/in/[A-Za-z0-9-]{1,90})/?", re.ASCII)
_PROFILE = re.compile(r"(?:linkedin\.com/(?:in|pub)|xing\.com/(?:profile|people))/[^/]", re.ASCII)
_LOCAL = re.compile(r"(?:www|m|[a-z]{2})\.(?=linkedin\.com|xing\.com)", re.ASCII)


def keyed(told: Sequence[tuple[str, ReadContact]]) -> tuple[tuple[ReadContact, ...], tuple[Skipped, ...]]:
    """The contacts with their keys, each person once; who stands there twice is put together from both."""
    own = [own_key(contact.url, contact.email) for _, contact in told]
    shared = _shared(zip(own, (contact for _, contact in told), strict=True))
    kept: dict[str, tuple[str, ReadContact]] = {}
    skipped: list[Skipped] = []
    for (where, contact), address in zip(told, own, strict=True):
        key = _made_key(contact, kept) if address in shared or not address else address
        if key not in kept:
            kept[key] = where, contact if contact.key == key else replace(contact, key=key)
            continue
        first, known = kept[key]
        kept[key] = first, _filled(known, contact)
        skipped.append(Skipped(where, _twice(contact, first)))
    return tuple(contact for _, contact in kept.values()), tuple(skipped)


def profile_in(url: str) -> str:
    """The profile that an address leads to, written in one way; "" where it is another page."""
    usual = USUAL_PROFILE.fullmatch(url)
    if usual:
        return usual[1].lower()
    if not safe_link(url):
        return ""
    parts = urlsplit(url)
    plain = _LOCAL.sub("", f"{parts.netloc}{unquote(parts.path)}".lower(), count=1).rstrip("/")
    return plain if _PROFILE.match(plain) else ""


def own_key(url: str, email: str) -> str:
    """The address by which a person is known; "" where neither leads to one person alone."""
    key = profile_in(url) or email.lower()
    return key if len(key) <= LONGEST_KEY else _hash(key)


def _shared(told: Iterable[tuple[str, ReadContact]]) -> frozenset[str]:
    """The addresses that belong to people of several names, such as that of an office."""
    names: dict[str, set[str]] = defaultdict(set)
    for address, contact in told:
        names[address].add(folded(contact.name))
    return frozenset(address for address, found in names.items() if len(found - {""}) > 1)


def _made_key(contact: ReadContact, kept: Mapping[str, tuple[str, ReadContact]]) -> str:
    made = f"{folded(contact.name)}\x1f{folded(contact.company)}\x1f{contact.connected_on or ''}"
    key = _hash(made)
    if key in kept and _is_other(kept[key][1], contact):
        return _hash("\x1f".join((made, *(getattr(contact, field) for field in TELLING))))
    return key


def _is_other(known: ReadContact, contact: ReadContact) -> bool:
    """Whether two of one name and company are told apart by an address or a number."""
    pairs = ((getattr(known, field), getattr(contact, field)) for field in TELLING)
    return any(one and two and one != two for one, two in pairs)


def _filled(known: ReadContact, more: ReadContact) -> ReadContact:
    name = known.name or more.name
    return replace(
        known, name=name, **{field: getattr(known, field) or getattr(more, field) for field in FILLED}
    )


def _twice(contact: ReadContact, first: str) -> str:
    who = contact.name or contact.company or contact.email or "This person"
    return f"{who} stands in {first} already. The two were put together; where they differ, the first counts."


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", errors="replace")).hexdigest()[:KEY_LENGTH]
