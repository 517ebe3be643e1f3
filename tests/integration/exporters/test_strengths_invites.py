"""The form of an invitation carries its code, its key and both names; it needs the name of who asks."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.factories import TODAY, make_contact, make_invite

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.exporters.strengths_invites import form_of, paper_of
from unrut.models import Person
from unrut.services.strengths import say_name

pytestmark = pytest.mark.integration


def test_form_carries_the_invitation(alice: Person) -> None:
    asked = make_invite(make_contact(alice, "A. Ortiz", same_as=make_contact(alice)))
    say_name(alice, "Maya")

    name, content = form_of(alice, asked.pk)

    assert name == f"unrut-questions-ana-ortiz-{asked.contact.same_as_id}.html"
    assert all(
        words in content.decode() for words in (asked.code, asked.key, "Hello Ana Ortiz,", "Maya asks")
    )


def test_form_on_paper_names_both(alice: Person) -> None:
    asked = make_invite(make_contact(alice))
    say_name(alice, "Maya")

    name, content = paper_of(alice, asked.pk, today=TODAY)

    text = PdfReader(BytesIO(content)).pages[0].extract_text()
    assert name == f"unrut-questions-ana-ortiz-{asked.contact.pk}.pdf"
    assert "Hello Ana Ortiz," in text
    assert "Maya asks" in text


def test_form_without_the_name_of_who_asks_is_refused(alice: Person) -> None:
    asked = make_invite(make_contact(alice))

    with pytest.raises(InvalidInputError, match="has to say who asks"):
        form_of(alice, asked.pk)
    with pytest.raises(InvalidInputError, match="has to say who asks"):
        paper_of(alice, asked.pk, today=TODAY)


def test_form_of_somebody_else_is_missing(alice: Person, bob: Person) -> None:
    theirs = make_invite(make_contact(bob))
    say_name(alice, "Maya")

    with pytest.raises(MissingError):
        form_of(alice, theirs.pk)
    with pytest.raises(MissingError):
        paper_of(alice, theirs.pk, today=TODAY)
