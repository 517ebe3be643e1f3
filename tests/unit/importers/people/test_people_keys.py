"""What makes a person the same when a file is read again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import LONGEST_KEY
from unrut.importers.people.contract import ReadContact
from unrut.importers.people.keys import folded, keyed, profile_in

pytestmark = pytest.mark.unit

ADA = ReadContact(key="", name="Ada Novak", company="Acme", connected_on=date(2024, 1, 25))


def told(*contacts: ReadContact) -> list[tuple[str, ReadContact]]:
    return [(f"line {number}", contact) for number, contact in enumerate(contacts, start=2)]


def person(name: str = "Ada Novak", **words: str) -> ReadContact:
    return ReadContact(key="", name=name, **words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "profile"),
    [
        ("https://www.linkedin.com/in/Ada-Novak/", "linkedin.com/in/ada-novak"),
        ("http://linkedin.com/in/ada-novak", "linkedin.com/in/ada-novak"),
        ("https://de.linkedin.com/in/ada-novak?trk=x", "linkedin.com/in/ada-novak"),
        ("https://www.linkedin.com/in/ad%C3%A9-novak", "linkedin.com/in/adé-novak"),
        ("https://www.linkedin.com/pub/ada/1/2", "linkedin.com/pub/ada/1/2"),
        ("https://www.xing.com/profile/Ada_Novak", "xing.com/profile/ada_novak"),
        ("https://www.linkedin.com/company/acme", ""),
        ("https://acme.example.com/in/ada", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_profile_in_is_written_in_one_way(url: str, profile: str) -> None:
    assert profile_in(url) == profile


def test_keyed_the_profile_counts_before_the_e_mail_address_before_name_and_company() -> None:
    link = "https://www.linkedin.com/in/ada"
    found, _ = keyed(told(person(url=link, email="a@example.com"), person(email="B@example.com"), ADA))

    assert [contact.key for contact in found[:2]] == ["linkedin.com/in/ada", "b@example.com"]
    assert len(found[2].key) == 24


def test_keyed_spelling_changes_no_key() -> None:
    one, _ = keyed(told(person("Zoë  Łuka", company="ACME")))
    two, _ = keyed(told(person("zoe luka", company="Acme")))

    assert one[0].key == two[0].key


def test_keyed_another_day_or_company_is_another_key() -> None:
    found, _ = keyed(told(ADA, person(company="Acme"), person(company="Beta")))

    assert len({contact.key for contact in found}) == 3


def test_keyed_the_address_of_an_office_belongs_to_nobody() -> None:
    found, skipped = keyed(
        told(person("Ada", email="info@example.com"), person("Bo", email="info@example.com"))
    )

    assert ([contact.name for contact in found], skipped) == (["Ada", "Bo"], ())
    assert "info@example.com" not in {contact.key for contact in found}


def test_keyed_one_person_twice_is_put_together() -> None:
    found, skipped = keyed(
        told(person(email="a@example.com", company="Acme"), person(email="a@example.com", phone="1234567"))
    )

    assert [(contact.company, contact.phone) for contact in found] == [("Acme", "1234567")]
    assert [(line.where, "line 2" in line.why) for line in skipped] == [("line 3", True)]


def test_keyed_a_name_is_learned_from_the_second_card() -> None:
    found, _ = keyed(told(person("", email="a@example.com"), person("Ada", email="a@example.com")))

    assert [contact.name for contact in found] == ["Ada"]


def test_keyed_two_of_one_name_told_apart_by_their_numbers_are_two() -> None:
    found, skipped = keyed(told(*(person(phone=number) for number in ("111111", "222222", "222222"))))

    assert [contact.phone for contact in found] == ["111111", "222222"]
    assert [line.where for line in skipped] == ["line 4"]


@pytest.mark.parametrize(
    "contact", [person(""), person("", company="Acme"), person("", email="a@example.com")]
)
def test_keyed_what_stands_there_twice_is_named_as_far_as_it_can_be(contact: ReadContact) -> None:
    _, skipped = keyed(told(contact, contact))

    assert skipped[0].why.startswith(contact.company or contact.email or "This person")


def test_keyed_thousands_of_one_name_take_no_longer_than_others() -> None:
    found, _ = keyed(told(*(person(phone=f"{number:07}") for number in range(20_000))))

    assert len({contact.key for contact in found}) == 20_000


@given(
    st.lists(
        st.builds(
            person,
            st.text(max_size=6),
            email=st.sampled_from(["", "a@b.c", "x" * 120 + "@b.c"]),
            company=st.text(max_size=4),
        )
    )
)
def test_keyed_nobody_is_lost_and_the_same_file_gives_the_same_keys(contacts: list[ReadContact]) -> None:
    found, skipped = keyed(told(*contacts))

    assert len(found) + len(skipped) == len(contacts)
    assert len({contact.key for contact in found}) == len(found)
    assert all(0 < len(contact.key) <= LONGEST_KEY for contact in found)
    assert keyed(told(*contacts)) == (found, skipped)


@given(st.text())
def test_folded_twice_is_the_same(words: str) -> None:
    assert folded(folded(words)) == folded(words)
