"""Cells of a table that a spreadsheet must not take for formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.exporters.defused import defused
from unrut.importers.people.table import GUARD

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("text", ["=cmd", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝x", "'=x"])
def test_defused_a_formula_gets_an_apostrophe(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ada", "a=b", " x", "'t Hart", "1+1"])
def test_defused_any_other_text_stays(text: str) -> None:
    assert defused(text) == text


@given(st.text(alphabet="'=+-@＠a\t\r\n") | st.text())
def test_defused_the_reader_of_tables_takes_it_away_again(text: str) -> None:
    assert GUARD.sub("", defused(text)) == text
    assert defused(text)[:1] not in set("=+-@\t\r\n")
