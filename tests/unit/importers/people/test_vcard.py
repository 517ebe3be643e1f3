"""Cards of people, of all three editions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people import vcard
from unrut.importers.people.contract import ReadContact, ReadPeople
from unrut.importers.people.vcard import is_vcard, read_vcards
from unrut.importers.people.vcard_lines import lines_of, parts_of, unescaped

pytestmark = pytest.mark.unit

HOSTILE = (
    "=\n",
    '"',
    ":",
    '":',
    "\\",
    ";",
    " \n",
    "a\n",
    "BEGIN:VCARD\n",
    "N:a\n ",
    '"a":',
    "\x00",
    "END:VCARD\n",
)


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def only(*lines: str, version: str = "3.0") -> ReadContact:
    (contact,) = read_vcards(card(*lines, version=version).encode()).contacts
    return contact


def outcome(content: bytes) -> str:
    try:
        return read_vcards(content).source
    except UnreadableFileError:
        return "refused"


def whys(told: ReadPeople) -> list[tuple[str, str]]:
    return [(line.where, line.why) for line in told.skipped]


def test_card_all_that_we_take_of_it() -> None:
    told = only(
        "N:Novak;Ada;B.;Dr.;",
        "FN:Ada B. Novak 🚀",
        "ORG:Acme\\, Inc.;Kitchen",
        "TITLE:Head cook",
        "item1.EMAIL;type=INTERNET:ada@example.com",
        "TEL;TYPE=CELL:+1 555 0100",
        "URL:https://ada.example.com",
        "NOTE:Met in Rome\\nlikes tea",
        "CATEGORIES:Friends,Chess\\, club",
        "BDAY:1980-01-01",
        "PHOTO;ENCODING=b;TYPE=JPEG:AAAA",
        " AAAA",
    )

    assert (told.name, told.first, told.last) == ("Ada B. Novak 🚀", "Ada B.", "Novak")
    assert (told.company, told.position, told.email) == ("Acme, Inc.", "Head cook", "ada@example.com")
    assert (told.phone, told.url) == ("+1 555 0100", "https://ada.example.com")
    assert (told.note, told.tags, told.key) == (
        "Met in Rome\nlikes tea",
        ("Friends", "Chess", "club"),
        "ada@example.com",
    )


def test_card_of_the_first_edition_with_quoted_letters_over_several_lines() -> None:
    told = only(
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;Zo=EB",
        "NOTE;QUOTED-PRINTABLE:one=0D=0A=",
        "two =C3=A9",
        "TEL;PREF:555 0101",
        version="2.1",
    )

    assert (told.name, told.note, told.phone) == ("Zoë Müller", "one\ntwo é", "555 0101")


@pytest.mark.parametrize("alphabet", ["zip", "nothing", "utf-8", "", "x" * 50, "idna"])
def test_card_an_alphabet_we_do_not_know_is_read_as_the_usual_ones(alphabet: str) -> None:
    head = f"FN;CHARSET={alphabet};ENCODING=QUOTED-PRINTABLE"

    assert [only(f"{head}:Zo=C3=AB").name, only(f"{head}:Zo=EB").name] == ["Zoë", "Zoë"]


def test_card_of_the_third_edition_with_links_and_what_is_preferred() -> None:
    told = only(
        "FN:Ada",
        "EMAIL;PREF=2:old@example.com",
        "EMAIL;TYPE=work;PREF=1:new@example.com",
        "TEL;VALUE=uri:tel:+1-555-0102",
        version="4.0",
    )

    assert (told.email, told.phone) == ("new@example.com", "+1-555-0102")


def test_card_several_addresses_are_told_of() -> None:
    told = read_vcards(card("FN:Ada", "EMAIL:a@example.com", "EMAIL;type=pref:b@example.com").encode())

    assert told.contacts[0].email == "b@example.com"
    assert whys(told) == [
        ("card 1 (line 1)", "It has 2 e-mail addresses; the preferred one, or else the first, was kept.")
    ]


def test_card_the_address_of_a_profile_counts_before_others() -> None:
    told = only(
        "FN:Ada", "URL:acme.example.com", 'X-SOCIALPROFILE;type="a:b":http://www.linkedin.com/in/ada', "X:1"
    )

    assert (told.url, told.key) == ("http://www.linkedin.com/in/ada", "linkedin.com/in/ada")


def test_card_an_address_without_its_beginning_is_completed() -> None:
    assert (
        only("FN:Ada", "URL:acme.example.com", "X-SOCIALPROFILE:x-apple:ada").url
        == "https://acme.example.com"
    )


def test_card_a_role_stands_for_a_title() -> None:
    assert only("FN:Ada", "ROLE:Cook").position == "Cook"


def test_cards_each_is_read_or_told_of() -> None:
    cards = (
        "BEGIN:VCARD\nFN:Cut\n" + card("FN:Whole") + card("FN:Team", "KIND:group") + card("VERSION:3.0")
        + card("FN:Staff", "X-ADDRESSBOOKSERVER-KIND:group") + "stray\n" + "BEGIN:VCARD\nORG:Last"
    )  # fmt: skip

    told = read_vcards(cards.encode())

    assert [contact.name or contact.company for contact in told.contacts] == ["Cut", "Whole", "Last"]
    assert [where.split(" (")[0] for where, _ in whys(told)] == [
        f"card {number}" for number in (1, 3, 4, 5, 6)
    ]
    assert "breaks off" in whys(told)[0][1]


@pytest.mark.parametrize("alphabet", ["utf-8-sig", "utf-16", "cp1252"])
def test_cards_in_other_alphabets(alphabet: str) -> None:
    content = card("FN:Zoë").encode(alphabet)

    told = read_vcards(content)

    assert is_vcard(content)
    assert ([contact.name for contact in told.contacts], bool(told.skipped)) == (
        ["Zoë"],
        alphabet == "cp1252",
    )


def test_no_card_is_a_sentence() -> None:
    with pytest.raises(UnreadableFileError, match="none begins with BEGIN:VCARD"):
        read_vcards(b"FN:Ada\nEND:VCARD\n")
    assert not is_vcard(b"Name,E-mail\nBEGIN,VCARD\n")


def test_cards_without_an_end_are_found_by_the_next_beginning() -> None:
    told = read_vcards(b"BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nBEGIN:VEVENT\nEND:VCARD\n")

    assert [contact.name for contact in told.contacts] == ["A", "B"]


def test_lines_of_a_colon_within_marks_parts_nothing() -> None:
    (line,) = lines_of('item1.TEL;X="a:b;c";TYPE=home,pref:12')
    (broken,) = lines_of('X"a:12')

    assert (line.name, line.value, line.is_preferred) == ("TEL", "12", True)
    assert (broken.name, broken.value) == ('X"A', "12")


def test_parts_of_and_unescaped_undo_what_writers_do() -> None:
    assert parts_of("a\\;b;c\\\\;d\\ne", ";") == ["a;b", "c\\", "d\ne"]
    assert unescaped("a\\,b\\") == "a,b\\"


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_cards_end(piece: str) -> None:
    body = piece * (2**20 // len(piece))

    for text in (body, f"BEGIN:VCARD\nN;QUOTED-PRINTABLE:{body}", f"BEGIN:VCARD\nX{body}:1\nFN:Ada\n"):
        assert outcome(text.encode()) in {"vcard", "refused"}


@pytest.mark.parametrize("limit", ["MOST_CARDS", "MOST_LINES"])
def test_more_cards_or_lines_than_anybody_has_are_refused(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vcard, limit, 1)

    with pytest.raises(UnreadableFileError, match="which is the most we read at once"):
        read_vcards((card("FN:Ada") * 2).encode())


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=250))
def test_card_a_name_comes_back_as_it_was_written(name: str) -> None:
    written = name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")

    assert only(f"FN:{written}").name == name


@given(st.binary(max_size=300))
def test_any_bytes_are_people_or_a_sentence(content: bytes) -> None:
    assert outcome(b"BEGIN:VCARD\n" + content) in {"vcard", "refused"}
