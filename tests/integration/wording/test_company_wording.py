"""Companies, in sentences."""

from datetime import date

import pytest

from unrut.core.explore.levels import Level, Source
from unrut.core.reflect.profile_edits import Column, ListLine
from unrut.models import CompanyNote, Opening
from unrut.queries.companies import Checked, Company, CompanyRow
from unrut.wording.companies import checked_words, lead, list_lead, row_words

pytestmark = pytest.mark.integration

GONE = Opening(gone_on=date(2026, 11, 2))
LINE = ListLine(Column.LOOK_FOR, "remote_location", None, "A desk at home", "")


def a_row(openings: int, still_open: int, note: CompanyNote | None = None) -> CompanyRow:
    return CompanyRow("mill", "Mill", openings, still_open, note)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "No companies yet."),
        ([a_row(1, 1)], "1 company, 1 with an opening now."),
        ([a_row(3, 2), a_row(1, 0), a_row(0, 0)], "3 companies, 1 with an opening now."),
    ],
)
def test_list_says_how_many_have_an_opening(rows: list[CompanyRow], words: str) -> None:
    assert list_lead(rows) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (a_row(1, 1), "1 opening"),
        (a_row(3, 3), "3 openings"),
        (a_row(3, 2), "3 openings · 2 still listed"),
        (a_row(0, 0), "0 openings"),
        (a_row(1, 1, CompanyNote(people="Dora\nEmil")), "1 opening · you know Dora and Emil"),
        (a_row(1, 0, CompanyNote(note="Quiet.")), "1 opening · 0 still listed"),
    ],
)
def test_company_says_what_is_here_of_it(row: CompanyRow, words: str) -> None:
    assert row_words(row) == words


@pytest.mark.parametrize(
    ("openings", "words"),
    [
        ((), "Mill has no opening here yet."),
        ((Opening(),), "Mill has 1 opening now."),
        ((Opening(), Opening(), GONE), "Mill has 2 openings now."),
        ((GONE,), "Mill has 0 openings now."),
    ],
)
def test_company_says_first_how_many_are_open(openings: tuple[Opening, ...], words: str) -> None:
    assert lead(Company("mill", "Mill", openings, None, {})) == words


def levels(*cues: str) -> tuple[Level, ...]:
    return tuple(Level(9, 1.0, Source.STATED, cue=cue) for cue in cues)


@pytest.mark.parametrize(
    ("cues", "words"),
    [
        (("fully remote",), "1 posting says: remote (“fully remote”)"),
        (("a", "a", "b", "c"), "4 postings say: remote (“a”; “b”)"),
        (("",), "1 posting says: remote"),
    ],
)
def test_line_is_checked_by_the_words_of_postings(cues: tuple[str, ...], words: str) -> None:
    assert checked_words(Checked(LINE, levels(*cues))) == words
