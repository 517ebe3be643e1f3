"""By what somebody is known again beside the key of a file, and the digests by which those who were forgotten stay out."""

from collections.abc import Iterable
from hashlib import blake2b

from unrut.core.explore.people.names import folded
from unrut.core.explore.people.same import marks_of
from unrut.models import Person

Sign = tuple[str, ...]
"""A name together with an address, a number, or the day one met."""


def signs_of(name: str, *, email: str, phone: str, url: str, met_on: str = "") -> list[Sign]:
    """The name with each address and number, and with the day one met; nothing where the name has no letter."""
    plain = folded(name)
    if not plain:
        return []
    signs: list[Sign] = [(plain, *mark) for mark in marks_of(email=email, phone=phone, url=url)]
    return [*signs, (plain, "day", met_on)] if met_on else signs


def giver_sign(name: str) -> Sign:
    """The sign of who wrote words of praise, of whom a file tells the name alone."""
    return ("giver", folded(name))


def digests_of(owner: Person, source: str, key: str, signs: Iterable[Sign]) -> set[str]:
    """What is kept of somebody who is forgotten: a digest of the key they had in a file, and of each sign.

    It keeps a reader from seeing at a glance who that was, and no more.
    """
    told = [("key", source, key)] if key else []
    return {_digest(owner, sign) for sign in (*told, *signs)}


def _digest(owner: Person, sign: Sign) -> str:
    own = f"forgotten {owner.pk}".encode()
    return blake2b("\x1f".join(sign).encode(), key=own, digest_size=32).hexdigest()
