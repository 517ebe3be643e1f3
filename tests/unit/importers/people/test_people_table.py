"""Contacts from any table."""

from datetime import date

import pytest

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people.contract import ReadContact, ReadPeople
from unrut.importers.people.table import read_table

pytestmark = pytest.mark.unit


def read(text: str) -> ReadPeople:
    return read_table(text.encode())


def only(text: str) -> ReadContact:
    (contact,) = read(text).contacts
    return contact


def test_table_of_google_as_it_is_today() -> None:
    told = read(
        "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Organization Title,Birthday,Notes,"
        "Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Value\n"
        "Ada,B.,Novak,,,Acme,Cook,1980-01-01,Met,* myContacts ::: Friends,* Work,a@example.com ::: b@example.com,Mobile,"
        "555 0100 ::: 555 0101,https://ada.example.com\n"
    )

    (ada,) = told.contacts
    assert (ada.name, ada.company, ada.position) == ("Ada B. Novak", "Acme", "Cook")
    assert (ada.email, ada.phone, ada.url) == ("a@example.com", "555 0100", "https://ada.example.com")
    assert (ada.note, ada.tags, told.source) == ("Met", ("Friends",), "table")
    assert [line.why for line in told.skipped] == [
        "These columns have no place here and were left out: Birthday, E-mail 1 - Label, Phone 1 - Label."
    ]


def test_table_of_google_as_it_was() -> None:
    told = only(
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,"
        "Organization 1 - Title\nAda Novak,Ada,Novak,* My Contacts,*,a@example.com,Acme,Cook\n"
    )

    assert (told.name, told.first, told.email, told.company) == ("Ada Novak", "Ada", "a@example.com", "Acme")


@pytest.mark.parametrize(
    "head",
    [
        "First Name,Last Name,Company,Job Title,E-mail Address,Mobile Phone,Notes,Categories",
        "Vorname,Nachname,Firma,Position,E-Mail-Adresse,Mobiltelefon,Notizen,Kategorien",
    ],
)
@pytest.mark.parametrize("mark", [",", ";"])
def test_table_of_outlook(head: str, mark: str) -> None:
    text = f'{head}\nAda,Novak,Acme,Cook,a@example.com,555 0100,Met,"Friends"\n'

    told = only(text.replace(",", mark))

    assert (told.name, told.company, told.position, told.email) == (
        "Ada Novak",
        "Acme",
        "Cook",
        "a@example.com",
    )
    assert (told.phone, told.note, told.tags) == ("555 0100", "Met", ("Friends",))


def test_table_with_a_day_whose_column_tells_the_order() -> None:
    told = read("Name,Connected on\nAda,03/04/2024\nBo,25/04/2024\n")

    assert [contact.connected_on for contact in told.contacts] == [date(2024, 4, 3), date(2024, 4, 25)]


def test_table_whose_names_stand_in_a_column_called_otherwise() -> None:
    told = only("Wer das ist,Nummer,Mail\nAda Novak,12,a@example.com\n")

    assert (told.name, told.email) == ("Ada Novak", "a@example.com")


def test_table_with_addresses_alone() -> None:
    assert only("Mail,x\na@example.com,1\n").email == "a@example.com"


def test_table_without_a_head_is_known_by_its_cells() -> None:
    told = read(
        "Ada Novak,a@example.com,+1 555 0100,2024-01-01\nBo Lee,b@example.com,555 01 02,2024-01-01\n"
        "Li Na,https://www.linkedin.com/in/li,,\n"
    )

    assert [contact.name for contact in told.contacts] == ["Ada Novak", "Bo Lee", "Li Na"]
    assert told.contacts[1].phone == "555 01 02"
    assert "column 4" in told.skipped[0].why


def test_table_without_a_head_by_profiles() -> None:
    assert only("Ada Novak;https://www.linkedin.com/in/ada\n").key == "linkedin.com/in/ada"


def test_table_an_apostrophe_before_a_formula_is_taken_away() -> None:
    told = only("Name,Company,Phone,Note\n'=Ada,'Acme,'+1 555 0100,''-x\n")

    assert (told.name, told.company, told.phone, told.note) == ("=Ada", "'Acme", "+1 555 0100", "'-x")


def test_table_rows_that_are_none_are_told_of() -> None:
    told = read_table('Name,Mail\n,\n"x,y\nZoë,z@example.com\n,"",\n'.encode("cp1252"))

    assert [contact.name for contact in told.contacts] == ["Zoë"]
    assert [line.where for line in told.skipped] == ["the file", "line 2", "line 3", "line 5"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Job Title,Company,Location,Job URL,Salary\nCook,Acme,Rome,,\n", "This is a list of jobs"),
        ("name,title,job description\nAcme,Cook,x\n", "This is a list of jobs"),
        ("Saved Date,Job Url,Job Title,Company Name\n,,Cook,Acme\n", "This is a list of jobs"),
        ("firm,pros,cons,overall rating\nAcme,pay,hours,3\n", "what employees say of an employer"),
        ("Organization,Followed On\nAcme,Mon\n", "No column of this table tells who somebody is"),
        ("just some words\nand more\n", "No column of this table tells who somebody is"),
        ("Ada Novak,Rome\nBo Lee,Oslo\n", "No column of this table tells who somebody is"),
        (",\n,\n", "No column of this table tells who somebody is"),
    ],
)
def test_table_of_something_else_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read(text)


def test_table_of_people_with_a_rating_is_one_of_people() -> None:
    assert only("First name,Rating,Review\nAda,5,x\n").name == "Ada"
