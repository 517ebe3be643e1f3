"""The only way to a person's rows: every read and write starts here, narrowed to the owner."""

from typing import TypeVar

from django.db.models import QuerySet

from unrut.errors import MissingError
from unrut.models import Owned, Person

Row = TypeVar("Row", bound=Owned)


def of(model: type[Row], owner: Person) -> QuerySet[Row]:
    """The rows of one person."""
    return model._default_manager.filter(owner=owner)  # noqa: SLF001 - Django's public name for it


def one(model: type[Row], owner: Person, key: int) -> Row:
    """One row of a person.

    Raises MissingError alike when there is none and when it is somebody else's.
    """
    row = of(model, owner).filter(pk=key).first()
    if row is None:
        raise MissingError("There is nothing here any more. Go back and choose again.")
    return row
