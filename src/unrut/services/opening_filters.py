"""Deal-breakers: what is hidden from the list of openings, and taken back with one click."""

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.filters import FilterKind, checked_value
from unrut.models import OpeningFilter, Person
from unrut.queries.scope import of, one

MOST_FILTERS = 20


def add_filter(owner: Person, kind: str, value: str) -> OpeningFilter:
    """Hide what states something else than this; the same one twice is switched on again.

    Raises InvalidInputError when there is no such kind, the value says nothing, or there are twenty others already.
    """
    if kind not in {known.value for known in FilterKind}:
        raise InvalidInputError(f'"{kind}" is nothing openings can be hidden for. Choose one from the list.')
    value = checked_value(FilterKind(kind), value)
    with transaction.atomic():
        others = of(OpeningFilter, owner).exclude(kind=kind, value=value)
        if others.count() >= MOST_FILTERS:
            raise InvalidInputError(
                f"There are {MOST_FILTERS} things to hide for already. Remove one you no longer need."
            )
        found, _ = OpeningFilter.objects.update_or_create(
            owner=owner, kind=kind, value=value, defaults={"is_on": True}
        )
    return found


def switch_filter(owner: Person, filter_id: int, *, is_on: bool) -> None:
    """Show what a filter hides, or hide it again.

    Raises MissingError.
    """
    found = one(OpeningFilter, owner, filter_id)
    found.is_on = is_on
    found.save(update_fields=["is_on"])


def remove_filter(owner: Person, filter_id: int) -> None:
    """Forget a filter.

    Raises MissingError.
    """
    one(OpeningFilter, owner, filter_id).delete()
