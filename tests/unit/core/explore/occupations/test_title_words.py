"""What of a job title tells the work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations.title_words import (
    MOST_LETTERS,
    core_of,
    expanded,
    forms_of,
    spaced,
    stem,
    telling_of,
    words_of,
)

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("title", "core"),
    [
        ("Senior Puppet Mover (m/f/d) - Remote", "Puppet Mover"),
        ("Harbour Nurse (HN) II, Night Shift", "Harbour Nurse"),
        ("Sr. Clerk @ Quill Ltd", "Clerk"),
        ("Clerk at Quill and Sons", "Clerk"),
        ("Nurse, Boston, MA", "Nurse, Boston"),
        ("Lead 2 Teacher Assistant", "Teacher Assistant"),
        ("Puppet Engineer III - Req #12345", "Puppet Engineer"),
        ("Full-Time Coach Driver", "Coach Driver"),
        ("Coach Driver | part time", "Coach Driver"),
        ("Sales Intern", "Sales"),
        ("Chief of Puppets", "Chief of Puppets"),
        ("Assistant Manager", "Assistant Manager"),
        ("Principal", "Principal"),
        ("School Principal", "School Principal"),
        ("Principal Puppeteer", "Puppeteer"),
        ("Clerk [ledgers] 2", "Clerk"),
        ("(Night) Clerk", "Clerk"),
        ("Clerk (night", "Clerk"),
        ("Manager, Sales", "Manager, Sales"),
        ("Senior", ""),
        ("12345", ""),
        ("", ""),
        ("🙂", ""),
        ("x" * (MOST_LETTERS + 1), ""),
    ],
)
def test_core_keeps_the_work(title: str, core: str) -> None:
    assert core_of(title) == core


def test_telling_keeps_rank_and_what_stands_in_brackets() -> None:
    assert telling_of("Junior Clerk (ledgers) - Remote") == "Junior Clerk ledgers"
    assert telling_of("x" * (MOST_LETTERS + 1)) == ""


@given(st.text(max_size=MOST_LETTERS))
def test_core_is_short_and_has_only_letters_of_the_title(title: str) -> None:
    core = core_of(title)

    assert set(core) <= set(title) | {" ", ","}
    assert core == core.strip()


@pytest.mark.parametrize("sign", ["1", "$", " ", "(", "a ", "- ", "@", ", "])
def test_a_text_of_a_million_signs_has_no_core(sign: str) -> None:
    assert core_of(sign * (1_000_000 // len(sign))) == ""


@pytest.mark.parametrize(
    ("word", "expected"),
    [("nurses", "nurse"), ("ladies", "lady"), ("glass", "glass"), ("gas", "gas"), ("ties", "tie")],
)
def test_stem_drops_the_plural(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_have_no_accents_fillers_or_signs() -> None:
    assert words_of("Head of the Café & Driver's C++") == ["head", "cafe", "drivers", "c++"]


def test_spaced_keeps_the_ends_of_lines() -> None:
    assert spaced("Ledger/Clerk\nNurse") == "ledger clerk\nnurse"


def test_abbreviations_are_written_out() -> None:
    assert expanded(["asst", "puppet", "mgr"]) == ["assistant", "puppet", "manager"]
    assert expanded(["swe"]) == ["software", "engineer"]


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("Clerk", ("Clerk",)),
        ("Harbour Nurse (HN)", ("Harbour Nurse ", "HN")),
        ("HN (Harbour Nurse) Aide", ("HN  Aide", "Harbour Nurse Aide")),
    ],
)
def test_a_line_with_brackets_has_two_forms(line: str, forms: tuple[str, ...]) -> None:
    assert forms_of(line) == forms
