"""What the one a person decides with wants: own weights for the same criteria, and what they cannot do without."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.criteria import criterion_name
from unrut.core.explore.levels import HIGHEST
from unrut.core.explore.wants import HEAVIEST
from unrut.core.facets import shipped_vocabulary
from unrut.models import Partner, PartnerWant, Person
from unrut.models import Want as StoredWant
from unrut.queries.scope import of

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class PartnerAnswer:
    """How much a criterion matters to the partner (0 to 100), and the level they need (None where any will do)."""

    weight: int
    least: int | None = None


def save_partner(owner: Person, name: str, answers: Mapping[str, PartnerAnswer]) -> Partner:
    """Keep what the partner wants of the same criteria, all anew; what they give neither weight nor need is left out.

    Raises InvalidInputError when the name is empty or too long, a criterion is not wanted, or a figure is out of range.
    """
    name = name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise InvalidInputError(f"Say who decides with you, in 1 to {LONGEST_NAME} characters.")
    with transaction.atomic():
        _check_answers(owner, answers)
        partner, _ = Partner.objects.update_or_create(owner=owner, defaults={"name": name})
        of(PartnerWant, owner).delete()
        for facet, answer in answers.items():
            if answer.weight or answer.least is not None:
                PartnerWant.objects.create(
                    owner=owner, partner=partner, facet=facet, weight=answer.weight, least=answer.least
                )
    return partner


def forget_partner(owner: Person) -> None:
    """Decide alone again."""
    of(Partner, owner).delete()


def _check_answers(owner: Person, answers: Mapping[str, PartnerAnswer]) -> None:
    known = set(of(StoredWant, owner).values_list("facet", flat=True))
    for facet, answer in answers.items():
        if facet not in known:
            raise InvalidInputError(
                f'"{facet}" is not among what you want. Save your own wants first, then add what your partner wants of them.'
            )
        if not 0 <= answer.weight <= HEAVIEST or not 0 <= (answer.least or 0) <= HIGHEST:
            raise InvalidInputError(
                f"{criterion_name(facet, shipped_vocabulary())} has weight {answer.weight} and least level {answer.least}. "
                f"Give a weight from 0 to {HEAVIEST} and a level from 0 to {HIGHEST:g}."
            )
