"""The words of one entry, and a note on each that cannot be kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import UnreadableRecordError
from unrut.importers.people.entry import LONGEST_LINE, LONGEST_TEXT, MOST_TAGS, Entry, contact_of, is_email

pytestmark = pytest.mark.unit


def entry(**words: str) -> Entry:
    return Entry("line 2", words)


def whys(told: Entry) -> list[str]:
    return [note.why for note in told.notes]


def test_line_is_on_one_line_without_unseen_signs() -> None:
    told = entry(name=" Ada\u202e \n Novak 🚀\x00 ")

    assert (told.line("name"), told.line("company"), told.notes) == ("Ada Novak 🚀", "", [])


def test_line_and_text_are_cut_where_nothing_is_that_long() -> None:
    told = entry(name="x" * 1_000_000, note="y" * 30_000)

    assert (len(told.line("name")), len(told.text("note"))) == (LONGEST_LINE, LONGEST_TEXT)
    assert whys(told) == [
        "The name has 1,000,000 characters; only the first 300 were kept.",
        "The note has 30,000 characters; only the first 20,000 were kept.",
    ]


def test_text_two_spaces_stand_for_the_end_of_a_line() -> None:
    assert entry(text="Ran a team.  • Built it\n\n\n\nLast").text("text") == "Ran a team.\n- Built it\n\nLast"


def test_when_a_date_that_cannot_be_read_is_noted() -> None:
    told = entry(started_on="some day", ended_on=" ")

    assert (told.when("started_on"), told.when("ended_on")) == (None, None)
    assert whys(told) == ['"some day" is not a date we can read, or could be two; the start is left open.']


def test_day_a_month_is_no_day() -> None:
    told = entry(connected_on="25 Jan 2024", written_on="Jan 2024", given_on="x" * 80)

    assert [told.day(field) for field in ("connected_on", "written_on", "given_on")] == [
        date(2024, 1, 25),
        None,
        None,
    ]
    assert whys(told)[0] == '"Jan 2024" names no day; the day is left open.'
    assert "…" in whys(told)[1]


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("https://www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("de.linkedin.com/in/ada", "https://de.linkedin.com/in/ada"),
        ("https://ada.example.com/a ::: https://b.example.com", "https://ada.example.com/a"),
        ("", ""),
    ],
)
def test_link_an_address_without_its_beginning_is_completed(words: str, link: str) -> None:
    told = entry(url=words)

    assert (told.link("url"), told.notes) == (link, [])


@pytest.mark.parametrize("words", ["javascript:alert(1)", "no address", "http://a:b@example.com"])
def test_link_what_is_no_web_address_is_noted(words: str) -> None:
    told = entry(url=words)

    assert (told.link("url"), whys(told)) == ("", [f'"{words}" is no web address and was left out.'])


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("ada@example.com", "ada@example.com"),
        ("Ada Novak <Ada@example.com>", "Ada@example.com"),
        ("mailto:ada@example.com", "ada@example.com"),
        ("ada@example.com ::: other@example.com", "ada@example.com"),
        ("@ada, ada@example.com; b@example.com", "ada@example.com"),
    ],
)
def test_email_the_first_address_counts(words: str, address: str) -> None:
    assert entry(email=words).email("email") == address


@pytest.mark.parametrize("words", ["none", "@", "a@b@c", "a@" + "x" * 400])
def test_email_what_is_none_is_noted(words: str) -> None:
    told = entry(email=words)

    assert (told.email("email"), len(told.notes)) == ("", 1)


def test_phone_what_has_no_figures_is_noted() -> None:
    told = entry(phone="+1 (912) 555-4321 ::: 22", other="call me")

    assert (told.phone("phone"), told.phone("other"), told.phone("none")) == ("+1 (912) 555-4321", "", "")
    assert whys(told) == ['"call me" is no telephone number and was left out.']


def test_tags_each_once_and_no_group_that_google_made() -> None:
    assert entry(tags="* myContacts ::: Friends ::: Work; Friends, Chess").tags("tags") == (
        *("Friends", "Work", "Chess"),
    )


def test_tags_too_many_are_noted() -> None:
    told = entry(tags=",".join(map(str, range(60))))

    assert len(told.tags("tags")) == MOST_TAGS
    assert whys(told) == ["There are 60 words it is filed under; only the first 50 were kept."]


def test_contact_of_a_name_is_put_together_and_never_invented() -> None:
    assert contact_of(entry(first="Ada", middle="B.", last="Novak")).name == "Ada B. Novak"
    assert contact_of(entry(name="A. Novak", first="Ada")).name == "A. Novak"
    assert contact_of(entry(company="Acme")).name == ""


@pytest.mark.parametrize(
    "words", [{"email": "a@b.c"}, {"url": "https://a.example.com"}, {"phone": "123"}, {"company": "=cmd"}]
)
def test_contact_of_any_address_is_enough(words: dict[str, str]) -> None:
    assert contact_of(entry(**words)).name == ""


def test_contact_of_a_title_and_a_day_say_nobody() -> None:
    with pytest.raises(UnreadableRecordError, match="Nothing here says who it is"):
        contact_of(entry(position="Chief", connected_on="25 Jan 2024"))


@pytest.mark.parametrize(
    ("words", "is_one"), [("a@b", True), ("a@b@c", False), ("@b", False), ("a@", False), ("a b@c", False)]
)
def test_is_email_has_one_sign_between_two_words(words: str, *, is_one: bool) -> None:
    assert is_email(words) is is_one


@given(
    st.dictionaries(st.sampled_from(["first", "email", "url", "phone", "tags", "connected_on"]), st.text())
)
def test_contact_of_any_words_are_a_person_or_a_sentence(words: dict[str, str]) -> None:
    try:
        contact = contact_of(Entry("line 2", words))
    except UnreadableRecordError:
        return
    assert contact.name or contact.email or contact.url or contact.phone
