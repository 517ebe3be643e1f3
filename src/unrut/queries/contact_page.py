"""What stands on the page of somebody beside who they are, and what goes with them."""

from dataclasses import dataclass
from datetime import date

from unrut.models import Person, StrengthAnswer, StrengthInvite, Talk
from unrut.queries.people import Somebody
from unrut.queries.scope import of


@dataclass(frozen=True, slots=True)
class AskedStrengths:
    """When somebody was asked what they see in the person, and when a signed answer of theirs came.

    Of an answer without a name nothing stands here.
    """

    asked_on: date | None
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class GoesAlong:
    """How much goes when somebody is forgotten."""

    talks: int
    answers: int


def asked_strengths(owner: Person, person: Somebody) -> AskedStrengths:
    """How far the asking about strengths is with one person."""
    asked = of(StrengthInvite, owner).filter(contact__in=person.entries).order_by("made_on").first()
    signed = of(StrengthAnswer, owner).filter(contact__in=person.entries, is_signed=True)
    days = [on for on in signed.values_list("received_on", flat=True) if on]
    return AskedStrengths(asked.made_on if asked else None, max(days, default=None))


def goes_along(owner: Person, person: Somebody) -> GoesAlong:
    """What goes with somebody."""
    return GoesAlong(
        of(Talk, owner).filter(contact__in=person.entries).count(),
        of(StrengthAnswer, owner).filter(contact__in=person.entries).count(),
    )
