"""The tables of LinkedIn, one alone and all of an export together."""

from datetime import date

import pytest

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people import linkedin
from unrut.importers.people.contract import (
    ReadCertificate,
    ReadHonour,
    ReadLanguage,
    ReadPeople,
    ReadPosition,
    ReadProject,
    ReadRecommendation,
    ReadSchool,
    ReadSkill,
)
from unrut.importers.people.headings import KINDS, kind_of_file
from unrut.importers.people.linkedin import Piece, read_linkedin, read_linkedin_table

pytestmark = pytest.mark.unit

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PREAMBLE = 'Notes:\n"You may notice that some of the addresses are missing, as ""others"" chose."\n\n'
ADA = "Ada,Novak,https://www.linkedin.com/in/ada,,Acme,Cook,25 Jan 2024"
SAID = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"


def read(name: str, text: str) -> ReadPeople:
    told = read_linkedin_table(name, text.encode())
    assert told is not None
    return told


def read_all(**files: str) -> ReadPeople:
    told = read_linkedin([piece(f"{name.replace('__', ' ')}.csv", text) for name, text in files.items()])
    assert told is not None
    return told


def piece(name: str, text: str) -> Piece:
    return Piece(name, lambda most: text.encode()[:most])


@pytest.mark.parametrize("before", ["", PREAMBLE, "\n\n", "\ufeff", f"\ufeff{PREAMBLE}", ",,,,,,\n"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_connections_with_and_without_notes_before_them(before: str, mark: str) -> None:
    told = read("Connections.csv", before + f"{HEAD}\r\n{ADA}\r\n".replace(",", mark))

    (ada,) = told.contacts
    assert (ada.key, ada.name, ada.company, ada.position) == (
        "linkedin.com/in/ada",
        "Ada Novak",
        "Acme",
        "Cook",
    )
    assert (ada.connected_on, told.source, told.skipped) == (date(2024, 1, 25), "linkedin", ())


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am", "25. Januar 2024"),
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion", "25 janv. 2024"),
        ("Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el", "25 ene 2024"),
        ("Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em", "25 de jan. de 2024"),
        ("Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Data di collegamento", "25 gennaio 2024"),
        ("Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "25 jan. 2024"),
        ("Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Ansluten", "25 januari 2024"),
        ("Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono", "25 stycznia 2024"),
    ],
)
def test_connections_in_the_words_of_other_languages(head: str, day: str) -> None:
    told = read("anything.csv", f"{head}\nAda,Novak,,a@example.com,Acme,Cook,{day}\n")

    (ada,) = told.contacts
    assert (ada.first, ada.last, ada.email, ada.company) == ("Ada", "Novak", "a@example.com", "Acme")
    assert (ada.position, ada.connected_on) == ("Cook", date(2024, 1, 25))


def test_connections_every_row_is_read_or_told_of() -> None:
    told = read(
        "Connections (1).csv",
        f'{HEAD}\n,,,,Acme,Chief,3 May 2022\n,,,,,Chief,3 May 2022\n,,,,,,\n"Bo,Lee\nCy,Moe,,,A,B,C,D\n{ADA}\n',
    )

    assert [(contact.name, contact.company) for contact in told.contacts] == [
        ("", "Acme"),
        ("Ada Novak", "Acme"),
    ]
    assert [(line.where, line.why.split()[0]) for line in told.skipped] == [
        *(("line 4", "It"), ("line 5", "It"), ("line 6", "It"), ("line 3", "Nothing"))
    ]


def test_connections_a_row_of_one_cell_is_none() -> None:
    told = read("Connections.csv", f"{HEAD}\nAda\n")

    assert "1 cells, and the columns are 7" in told.skipped[0].why


def test_connections_names_with_quotes_commas_lines_and_formulas_are_kept_as_they_are() -> None:
    told = read("Connections.csv", f'{HEAD}\n"Ada ""A.""","Novak, PhD\n🚀",,,=cmd,@x,\n')

    assert [(one.name, one.company, one.position) for one in told.contacts] == [
        ('Ada "A." Novak, PhD 🚀', "=cmd", "@x")
    ]


def test_positions_tell_what_is_present_and_how_exactly_it_is_told() -> None:
    told = read(
        "Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On\nAcme,Cook,Ran it.  Grew it.,Rome,Jan 2020,\n"
        "Beta,,,,2018,Mar 2019\n,Clerk,,,,soon\n,,x,,,\nGamma,Aide,,,2017,Present\nDelta,,,,,\n",
    )

    assert told.positions[:2] == (
        ReadPosition("Acme", "Cook", "Rome", "Ran it.\nGrew it.", date(2020, 1, 1), None, True, "month"),
        ReadPosition("Beta", "", "", "", date(2018, 1, 1), date(2019, 3, 1), False, "year"),
    )
    assert [one.is_present for one in told.positions] == [True, False, False, True, False]
    assert [line.where for line in told.skipped] == ["line 4", "line 5"]


def test_volunteering_is_marked_as_such() -> None:
    told = read_all(
        Volunteering="Company Name,Role,Cause,Started On,Finished On,Description\nScouts,Leader,Children,2020,,Camps\n"
    )

    assert told.positions == (
        ReadPosition("Scouts", "Leader", "", "Camps\nChildren", date(2020, 1, 1), None, True, "year", True),
    )


def test_schools_certificates_projects_honours_and_languages() -> None:
    told = read_all(
        Education="School Name,Start Date,End Date,Notes,Degree Name,Activities\nUni,2010,2014,Good,BA,Chess\n,,,x,,\n",
        Certifications="Name,Url,Authority,Started On,Finished On,License Number\nFirst aid,,Red Cross,Jan 2020,2022,7\n",
        Projects="Title,Description,Url,Started On,Finished On\nMenu,New,https://a.example.com/x,,\n,x,,,\n",
        Honors="Title,Description,Issued On\nBest cook,Won,May 2021\n",
        Languages="Name,Proficiency\nEnglish,Native\n",
    )

    assert told.schools == (
        ReadSchool("Uni", "BA", "Good\nChess", date(2010, 1, 1), date(2014, 1, 1), "year"),
    )
    assert told.certificates == (
        ReadCertificate("First aid", "Red Cross", date(2020, 1, 1), date(2022, 1, 1), "", "year"),
    )
    assert told.projects == (ReadProject("Menu", "New", "https://a.example.com/x"),)
    assert told.honours == (ReadHonour("Best cook", "Won", date(2021, 5, 1)),)
    assert told.languages == (ReadLanguage("English", "Native"),)
    assert [line.where for line in told.skipped] == ["Education.csv, line 3", "Projects.csv, line 3"]


def test_an_end_without_a_start_is_read() -> None:
    told = read_all(
        Education="School Name,Start Date,End Date,Notes,Degree Name,Activities\nUni,,2014,,,\n",
        Certifications="Name,Url,Authority,Started On,Finished On\nAid,,,,2022\n",
        Projects="Title,Description,Url,Started On,Finished On\nMenu,,,2020,2022\n",
    )

    assert (told.schools[0].ended_on, told.schools[0].started_on) == (date(2014, 1, 1), None)
    assert (told.certificates[0].ended_on, told.certificates[0].started_on) == (date(2022, 1, 1), None)
    assert (told.projects[0].started_on, told.projects[0].ended_on) == (date(2020, 1, 1), date(2022, 1, 1))


def test_recommendations_received_and_given() -> None:
    told = read_all(
        Recommendations_Received=f'{SAID}Bo,Lee,Beta,Chef,"Great, truly.","01/05/24, 09:51 AM",VISIBLE\n,,,,,,\n'
        "Cy,Moe,,,,01/05/24,\nDi,Poe,,,Gone.,,DELETED\n",
        Recommendations_Given=f'{SAID}Ed,Roe,,,Fine.,"11/27/24, 09:51 AM",\n',
    )

    assert told.recommendations == (
        ReadRecommendation("Bo Lee", "Beta", "Chef", "Great, truly.", date(2024, 1, 5), is_received=True),
        ReadRecommendation("Ed Roe", "", "", "Fine.", date(2024, 11, 27), is_received=False),
    )
    assert [line.where[-6:] for line in told.skipped] == ["line 3", "line 4", "line 5"]
    assert '"DELETED"' in told.skipped[2].why


@pytest.mark.parametrize("name", ["Recommendations.csv", "praise.csv"])
def test_recommendations_of_an_unknown_side_are_not_guessed(name: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"received or given.*Recommendations_Received.csv"):
        read_linkedin_table(name, f"{SAID}Bo,Lee,Beta,Chef,Great.,,\n".encode())


def test_skills_come_with_those_who_vouch_for_them_in_the_order_of_the_person() -> None:
    head = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
    told = read_all(
        Endorsement_Received_Info=f"{head},baking,Bo,Lee,,ACCEPTED\n,Baking,Cy,Moe,,\n,Wine,Bo,Lee,,\n,Wine,,,,\n,X,A,B,,REJECTED\n,,A,B,,\n",
        Skills="Name\nCooking\nBaking\nbaking\n\n",
    )

    assert told.skills == (
        ReadSkill("Cooking"),
        ReadSkill("Baking", ("Bo Lee", "Cy Moe")),
        ReadSkill("Wine", ("Bo Lee",)),
    )
    assert ("Skills.csv, line 4", "baking stands in Skills.csv, line 3 already.") in [
        (line.where, line.why) for line in told.skipped
    ]
    assert len(told.skipped) == 4


def test_profile_gives_the_headline_and_the_first_summary() -> None:
    told = read_all(
        Profile="First Name,Last Name,Headline,Summary\nAda,Novak,Cook,I cook.\n",
        Profile__Summary="Profile Summary\nI bake.\n",
    )

    assert (told.headline, told.summary, told.contacts) == ("Cook", "I cook.", ())


def test_export_people_of_the_address_book_are_people_too() -> None:
    told = read_all(
        Connections=f"{HEAD}\n{ADA}\n",
        ImportedContacts="FirstName,LastName,Companies,Title,Emails,PhoneNumbers\nBo,Lee,Beta,Chef,b@example.com,1234567\n",
    )

    assert [(one.name, one.phone) for one in told.contacts] == [("Ada Novak", ""), ("Bo Lee", "1234567")]


def test_export_what_is_not_read_is_told_of() -> None:
    told = read_linkedin(
        [
            piece("Skills.csv", "Name\nCooking\n"),
            piece("messages.csv", "FROM,TO,CONTENT\na,b,c\n"),
            piece("Positions.csv", "x,y\n1,2\n"),
            *(piece(f"{number}.jpg", "x") for number in range(4)),
        ]
    )

    assert told is not None
    assert [(line.where, line.why[:22]) for line in told.skipped] == [
        ("messages.csv", "It is about neither pe"),
        ("Positions.csv", "Its columns have none "),
        ("0.jpg, 1.jpg, 2.jpg and others", "No tables, so not read"),
    ]


def test_export_few_other_files_are_all_named() -> None:
    told = read_linkedin([piece("Skills.csv", "Name\nCooking\n"), piece("a.jpg", "x")])

    assert told is not None
    assert [line.where for line in told.skipped] == ["a.jpg"]


def test_export_one_table_that_cannot_be_read_leaves_the_others() -> None:
    told = read_all(Recommendations=f"{SAID}Bo,Lee,,,Great.,,\n", Skills="Name\nCooking\n")

    assert [skill.name for skill in told.skills] == ["Cooking"]
    assert [line.where for line in told.skipped] == ["Recommendations.csv"]


def test_export_a_table_far_too_large_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkedin, "LARGEST_TABLE", 20)

    told = read_all(Skills="Name\n" + "Cooking\n" * 9, Languages="Name\nEnglish\n")

    assert [line.where for line in told.skipped] == ["Skills.csv"]
    assert [language.name for language in told.languages] == ["English"]


def test_export_letters_of_another_alphabet_are_noted() -> None:
    told = read_linkedin([Piece("Skills.csv", lambda most: "Name\nCafé\n".encode("cp1252")[:most])])

    assert told is not None
    assert [(line.where, "Windows" in line.why) for line in told.skipped] == [("Skills.csv", True)]


def test_export_without_a_table_of_linkedin_is_none() -> None:
    assert read_linkedin([piece("contacts.csv", "Name\nAda\n"), piece("a.txt", "x")]) is None
    assert read_linkedin([]) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("contacts.csv", "First Name,Last Name,Company\nAda,Novak,Acme\n"),
        ("jobs.csv", "Company,Title,Start date,End date,Job URL,Salary\nAcme,Cook,,,,\n"),
        ("connections.csv", "Wer,Wo\nAda,Rom\n"),
        ("x.csv", ""),
    ],
)
def test_table_that_is_none_of_linkedin_is_none(name: str, text: str) -> None:
    assert read_linkedin_table(name, text.encode()) is None


def test_headings_every_table_can_be_known_by_its_needed_columns() -> None:
    assert all(set(kind.needed) | set(kind.telling) <= set(kind.columns) for kind in KINDS)
    assert len({name for kind in KINDS for name in kind.files}) == sum(len(kind.files) for kind in KINDS)


@pytest.mark.parametrize(
    ("stem", "kind"),
    [
        ("Connections", "connections"),
        ("Connections (2)", "connections"),
        ("Connections - Kopie", "connections"),
        ("Recommendations_Given", "recommendations given"),
        ("Profile Summary", "profile summary"),
        ("2", None),
        ("", None),
    ],
)
def test_kind_of_file_by_its_name(stem: str, kind: str | None) -> None:
    found = kind_of_file(stem)

    assert (found.name if found else None) == kind
