"""Everything of one person as plain values, ready to be written as JSON."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models, transaction

from unrut.models import (
    AccomplishmentDraft,
    BoardUpdate,
    ContactDraft,
    Learned,
    OpeningDraft,
    OpeningReading,
    Owned,
    Person,
    StrengthAnswer,
)
from unrut.queries.scope import of
from unrut.queries.strengths import given_out

FORMAT, VERSION = "unrut", 1
# A draft is a question still open and a round of looking a piece of work under way; a reading is made anew.
LEFT_OUT: tuple[type[Owned], ...] = (
    AccomplishmentDraft,
    BoardUpdate,
    ContactDraft,
    OpeningDraft,
    OpeningReading,
)
_PERSON_FIELDS = ("handle", "name", "is_example")
# The key of the row in this store says nothing elsewhere, the owner is the person above, readings are made anew, and when a row
# changed only matters to a running program.
_INTERNAL = frozenset({"id", "owner", "read_as", "readings", "changed_at"})


def export_person(owner: Person, *, made_at: datetime) -> dict[str, Any]:
    """All rows of a person by table, in the order they were made. Rows name one another by `uid`.

    Answers without a name are among them once they were shown, and then as they were promised to be.
    """
    exported: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": made_at.isoformat(),
        "person": {name: getattr(owner, name) for name in _PERSON_FIELDS},
    }
    with transaction.atomic():  # one picture of the store, even while another program writes
        for model in exported_models():
            exported[list_name(model)] = _rows(model, owner)
    return exported


def exported_models() -> list[type[Owned]]:
    """The tables that are exported, by name."""
    return sorted(
        (model for model in Owned.__subclasses__() if model not in LEFT_OUT), key=lambda model: model.__name__
    )


def list_name(model: type[Owned]) -> str:
    """What the rows of a table are called in the file: CheckIn becomes check_ins, and Learned stays learned."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()
    return name if model is Learned else f"{name}s"


def _rows(model: type[Owned], owner: Person) -> list[dict[str, Any]]:
    single = [field for field in model._meta.concrete_fields if field.name not in _INTERNAL]  # noqa: SLF001 - Django's public name
    many = [field.name for field in model._meta.many_to_many]  # noqa: SLF001 - as above
    linked = [field.name for field in single if field.is_relation]
    rows: Iterable[Owned] = of(model, owner).order_by("pk").select_related(*linked).prefetch_related(*many)
    if model is StrengthAnswer:
        rows = given_out(owner)
    return [_row(row, [field.name for field in single], many) for row in rows]


def _row(row: models.Model, single: list[str], many: list[str]) -> dict[str, Any]:
    values = {name: _plain(getattr(row, name)) for name in single}
    for name in many:
        others = sorted(getattr(row, name).all(), key=lambda other: int(other.pk))
        values[name] = [str(other.uid) for other in others]
    return values


def _plain(value: object) -> object:
    """A value that JSON can hold; a row becomes its uid."""
    match value:
        case Owned():
            return str(value.uid)
        case date() | datetime() | time():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case _:
            return value
