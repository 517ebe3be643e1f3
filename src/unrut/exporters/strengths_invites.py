"""What is sent to somebody who was invited: the form as a file, and on paper."""

from datetime import date
from pathlib import PurePath

from django.utils.text import slugify
from django.utils.translation import get_language

from unrut.exporters.strengths_form import FILE_NAME, form_file
from unrut.exporters.strengths_paper import FORM_FILE_NAME, form_pdf
from unrut.models import Contact, Person
from unrut.queries.strengths import invite_of, root_of

LONGEST_SLUG = 40
"""Letters of a name in the name of a file."""


def form_of(owner: Person, invite_id: int) -> tuple[str, bytes]:
    """The form of an invitation as a file: its name, and what it holds.

    Raises InvalidInputError when the person has no name yet, MissingError.
    """
    invite = invite_of(owner, invite_id)
    giver = root_of(invite.contact)
    made = form_file(owner.name, giver.name, invite.code, bytes.fromhex(invite.key), _language())
    return _named(FILE_NAME, giver), made


def paper_of(owner: Person, invite_id: int, *, today: date) -> tuple[str, bytes]:
    """The same on paper, to print.

    Raises InvalidInputError when the person has no name yet, MissingError.
    """
    giver = root_of(invite_of(owner, invite_id).contact)
    made = form_pdf(owner.name, giver.name, made_on=today, language=_language())
    return _named(FORM_FILE_NAME, giver), made


def _named(file_name: str, giver: Contact) -> str:
    """A name of its own for the form of each person: eight of the same name would be sent to the wrong people."""
    plain = PurePath(file_name)
    return (
        "-".join(filter(None, (plain.stem, slugify(giver.name)[:LONGEST_SLUG], str(giver.pk)))) + plain.suffix
    )


def _language() -> str:
    return get_language() or "en"
