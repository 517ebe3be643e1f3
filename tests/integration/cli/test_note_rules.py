import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.cli import fast_note, fast_store
from unrut.models import NoteKind
from unrut.models.note import LONGEST_NOTE
from unrut.services.people import LOCAL_HANDLE
from unrut.services.reflect import EARLIEST_WEEK, lines_of

pytestmark = pytest.mark.integration

TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("-*•–·+ \t\n\r\x00\u2028"))
)


@given(TEXTS)
def test_lines_of_both_ways_are_equal(text: str) -> None:
    entries = fast_note.entries_of(text, fast_note.LIKE)

    assert [fast_note.cleaned(line) for _, line in entries] == lines_of(text)


@given(TEXTS)
def test_lines_without_a_kind_are_cleaned_by_the_service_alike(text: str) -> None:
    entries = fast_note.entries_of(text, None)

    assert [lines_of(line) for _, line in entries] == [[fast_note.cleaned(line)] for _, line in entries]


def test_constants_of_both_ways_are_equal() -> None:
    assert fast_store.OWNER == LOCAL_HANDLE
    assert fast_note.LONGEST_NOTE == LONGEST_NOTE
    assert fast_note.EARLIEST_WEEK == EARLIEST_WEEK
    assert NoteKind.values == [fast_note.LIKE, fast_note.DISLIKE, fast_note.UNSORTED]
