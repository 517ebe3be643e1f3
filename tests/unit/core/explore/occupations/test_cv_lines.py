"""A line of a CV: its heading, what is denied in it, and how well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations.cv_lines import (
    british,
    is_language_told,
    is_verb,
    language_standing,
    read_line,
    stem,
    told_standing,
)
from unrut.core.explore.occupations.skill_words import Standing

pytestmark = pytest.mark.unit

PIECES = st.sampled_from(
    "Skills: | not | sold, |Python: none|(B2)|; |isn't | - |club of |but |no ".split("|")
)


def kept(line: str) -> str:
    """The words that are evidence."""
    said = read_line(line)
    return " ".join(word for word, denied in zip(said.plain, said.is_denied, strict=True) if not denied)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", ""),
        ("sold tea", "sold tea"),
        ("I do not sell tea", "i do not"),
        ("I don't sell tea, bake bread or wash up", "i don"),
        ("never late, sold tea", "never sold tea"),
        ("never late, led a crew", "never led a crew"),
        ("sold tea but never coffee", "sold tea but never"),
        ("never sold coffee but tea", "never but tea"),
        ("not only sold tea", "not only sold tea"),
        ("would like to sell tea", "would"),
        ("no experience of tea", "no"),
        ("no boss in all those years of tea", "no of tea"),
        ("without any help (sold tea)", "without sold tea"),
        ("never late; sold tea", "never sold tea"),
        ("never late - tea", "never tea"),
        ("Tea: none", "none"),
        ("Bread, tea – no experience", "bread no"),
        ("tea isn't for me", "isn"),
        ("bread, tea is not for me", "bread is not"),
        ("tea (green)", "tea green"),
    ],
)
def test_what_is_denied_is_no_evidence(line: str, words: str) -> None:
    assert kept(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Skills: tea", "tea"),
        ("Key skills and tools: tea", "tea"),
        ("Skills:", ""),
        ("Work Experience", ""),
        ("Sold: tea", "sold tea"),
        ("Skills of all our staff today: tea", "skills of all our staff today tea"),
        (": tea", "tea"),
        ("Interests: tea", ""),
        ("Company: seller of tea", ""),
    ],
)
def test_heading_is_no_evidence_and_some_take_all_that_follows(line: str, words: str) -> None:
    assert kept(line) == words


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Global network of tea rooms", True),
        ("A leading chain of tea rooms", True),
        ("Leading provider of tea", True),
        ("Leading a network of tea rooms", False),
        ("Managed network of tea rooms", False),
        ("Running charity for cats", False),
        ("Run club for cats", False),
        ("Chair of a charity for cats", False),
        ("Company secretary", False),
        ("Movement", False),
        ("Charity (for cats)", False),
        ("Tea and bread and milk for charity of cats", False),
    ],
)
def test_what_an_organisation_says_of_itself_is_no_evidence(line: str, is_one: bool) -> None:
    assert (kept(line) == "") is is_one


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("Kept the kettles clean", True),
        ("Never kept the kettles clean", False),
        ("School of tea", False),
        ("Hobbies: kettles", False),
        ("Tea, fluent", False),
    ],
)
def test_meaning_of_a_line_counts_where_it_tells_what_was_done(line: str, speaks: bool) -> None:
    assert read_line(line).speaks is speaks


@pytest.mark.parametrize(
    ("line", "standing"),
    [
        ("tea", Standing.BASIC),
        ("basic tea", Standing.NONE),
        ("tea (advanced), basic bread", Standing.STRONG),
        ("tea, expert in bread", Standing.BASIC),
        ("tea expert", Standing.EXPERT),
        ("tea, led a crew", Standing.STRONG),
        ("tea, 5 years", Standing.STRONG),
        ("tea, 12 years", Standing.EXPERT),
        ("tea, 61 years", Standing.BASIC),
    ],
)
def test_standing_is_that_of_the_entry_or_of_all(line: str, standing: Standing) -> None:
    said = read_line(line)

    assert told_standing(said, said.plain.index("tea")) is standing


def test_whole_line_tells_how_well_where_no_word_is_meant() -> None:
    assert told_standing(read_line("tea, expert in bread"), None) is Standing.EXPERT


@pytest.mark.parametrize(
    ("line", "standing"),
    [
        ("Danish (native)", Standing.STRONG),
        ("Danish C1, Welsh A1", Standing.STRONG),
        ("Welsh A1, Danish", Standing.BASIC),
        ("Danish: B2", Standing.WORKING),
        ("Danish A2", Standing.NONE),
        ("8 years of Danish", Standing.STRONG),
    ],
)
def test_language_is_told_on_the_european_scale(line: str, standing: Standing) -> None:
    said = read_line(line)

    assert language_standing(said, said.plain.index("danish")) is standing


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Danish", True),
        ("Tea, Danish, bread", True),
        ("Written Danish", True),
        ("Danish (C1)", True),
        ("Speak some Danish", True),
        ("Spoke Welsh, a bit of Danish", True),
        ("Danish pastry", False),
        ("Sold Danish furniture", False),
    ],
)
def test_name_of_a_country_is_no_language(line: str, is_one: bool) -> None:
    said = read_line(line)

    assert is_language_told(said, said.plain.index("danish")) is is_one


@pytest.mark.parametrize(
    ("word", "same"),
    [("serve", "serving"), ("sell", "sold"), ("teaches", "taught"), ("fix", "fixed"), ("keeping", "kept")],
)
def test_forms_of_a_verb_are_one(word: str, same: str) -> None:
    assert stem(word) == stem(same)


def test_driver_is_not_what_is_driven_and_spelling_does_not_matter() -> None:
    assert stem("driver") != stem("drive")
    assert british("organized") == british("organised")
    assert (is_verb("served"), is_verb("sold"), is_verb("front")) == (True, True, False)


@given(st.text() | st.lists(PIECES).map("".join))
def test_any_line_is_read_word_by_word(line: str) -> None:
    said = read_line(line)

    counts = {len(said.plain), len(said.stems), len(said.spans), len(said.clauses), len(said.parts)}
    assert counts == {len(said.is_denied)}
    assert list(said.clauses) == sorted(said.clauses)
    assert all(line[start:end] for start, end in said.spans)
    assert all(said.plain[place] in said.part(place) for place in range(len(said.plain)))


@pytest.mark.parametrize(
    "piece", ["1", " ", "(", ":", "not ", "isn't ", "spanish ", "Python: none, ", "no, "]
)
def test_long_line_is_read_to_its_end(piece: str) -> None:
    line = piece * (200_000 // len(piece)) + " tea"

    assert read_line(line).plain[-1].endswith("tea")
