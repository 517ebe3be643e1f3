"""What a person writes down about a company."""

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.same import company_key
from unrut.models import CompanyNote, Person
from unrut.queries.scope import of

LONGEST_NAME, LONGEST_NOTE, LONGEST_PEOPLE = 300, 20_000, 5_000


def write_company(owner: Person, name: str, *, note: str, people: str) -> None:
    """Keep own words about a company, and who works there; empty words forget it.

    Raises InvalidInputError when the company has no name or the words are too long.
    """
    key = company_key(name)
    if not key:
        raise InvalidInputError("The company has no name. Say which one you mean.")
    _check_length("note", note, LONGEST_NOTE)
    _check_length("list of people", people, LONGEST_PEOPLE)
    note, people = note.strip(), "\n".join(line.strip() for line in people.splitlines() if line.strip())
    with transaction.atomic():
        if note or people:
            CompanyNote.objects.update_or_create(
                owner=owner,
                key=key[:LONGEST_NAME],
                defaults={"name": name.strip()[:LONGEST_NAME], "note": note, "people": people},
            )
        else:
            of(CompanyNote, owner).filter(key=key[:LONGEST_NAME]).delete()


def _check_length(name: str, words: str, longest: int) -> None:
    if len(words) > longest:
        raise InvalidInputError(
            f"The {name} has {len(words):,} characters, and there is room for {longest:,}. Shorten it."
        )
