"""The list is put into one's own words, lines are left out and brought back, and own ones are added."""

import pytest
from tests.factories import a_profile_edit

from unrut.core.errors import InvalidInputError
from unrut.core.facets import shipped_vocabulary
from unrut.errors import MissingError
from unrut.models import Person, ProfileEdit
from unrut.queries.scope import of
from unrut.services.profile import (
    LONGEST_QUESTION,
    LONGEST_TEXT,
    MOST_OWN_LINES,
    LineWords,
    add_own_line,
    bring_back_line,
    change_own_line,
    leave_out_line,
    remove_line,
    restore_line,
    word_line,
)

pytestmark = pytest.mark.integration

COMMUTE = shipped_vocabulary()["commute"]
WORDS = LineWords("Two trains", "How far is it?")
UNKNOWN_COLUMN = '"middle" is not a column of the list. Choose look_for or avoid.'
UNKNOWN_FACET = '"luck" is not one of the thirty facets. Choose one from the list.'


def edits(owner: Person) -> list[tuple[str, str, str, str, bool]]:
    return [(row.column, row.facet, row.text, row.ask, row.is_left_out) for row in of(ProfileEdit, owner)]


def test_line_is_put_into_own_words(alice: Person, bob: Person) -> None:
    word_line(alice, "avoid", "commute", LineWords(" Two \n trains\x00", "How far is it?"))
    word_line(alice, "avoid", "commute", LineWords("Three trains"))

    assert edits(alice) == [("avoid", "commute", "Three trains", "", False)]


@pytest.mark.parametrize(
    ("column", "words", "text", "ask"),
    [
        ("avoid", LineWords(COMMUTE.avoid, "How far?"), "", "How far?"),
        ("avoid", LineWords(COMMUTE.look_for, COMMUTE.posting.ask), COMMUTE.look_for, ""),
        ("look_for", LineWords(COMMUTE.look_for, "How far?"), "", "How far?"),
    ],
)
def test_what_is_as_computed_stays_computed(
    alice: Person, column: str, words: LineWords, text: str, ask: str
) -> None:
    word_line(alice, column, "commute", words)

    assert edits(alice) == [(column, "commute", text, ask, False)]


@pytest.mark.parametrize("words", [LineWords(""), LineWords(COMMUTE.avoid, COMMUTE.posting.ask)])
def test_line_as_it_was_leaves_no_change(alice: Person, words: LineWords) -> None:
    word_line(alice, "avoid", "commute", WORDS)

    assert word_line(alice, "avoid", "commute", words) is None
    assert edits(alice) == []


def test_line_is_left_out_with_its_words_and_brought_back(alice: Person, bob: Person) -> None:
    word_line(alice, "avoid", "commute", WORDS)

    leave_out_line(alice, "avoid", "commute")
    left_out = edits(alice)
    bring_back_line(alice, "avoid", "commute")

    assert left_out == [("avoid", "commute", "Two trains", "How far is it?", True)]
    assert edits(alice) == [("avoid", "commute", "Two trains", "How far is it?", False)]


def test_line_brought_back_without_words_leaves_no_change(alice: Person) -> None:
    leave_out_line(alice, "avoid", "commute")
    leave_out_line(alice, "look_for", "commute")

    bring_back_line(alice, "avoid", "commute")

    assert edits(alice) == [("look_for", "commute", "", "", True)]


def test_line_is_restored(alice: Person, bob: Person) -> None:
    before = edits(bob)
    word_line(alice, "avoid", "commute", WORDS)
    word_line(alice, "look_for", "commute", WORDS)

    restore_line(alice, "avoid", "commute")

    assert edits(alice) == [("look_for", "commute", "Two trains", "How far is it?", False)]
    assert edits(bob) == before


def test_own_line_is_added_once(alice: Person, bob: Person) -> None:
    first = add_own_line(alice, "look_for", LineWords(" A desk ", "May I see it?"))
    again = add_own_line(alice, "look_for", LineWords("A desk"))
    add_own_line(alice, "avoid", LineWords("A desk"))

    assert first == again
    assert edits(alice) == [
        ("look_for", "", "A desk", "May I see it?", False),
        ("avoid", "", "A desk", "", False),
    ]


def test_own_lines_are_as_many_as_a_page_holds(alice: Person) -> None:
    for count in range(MOST_OWN_LINES):
        add_own_line(alice, "avoid", LineWords(f"Line {count}"))
    add_own_line(alice, "look_for", LineWords("Another column"))

    with pytest.raises(InvalidInputError) as refused:
        add_own_line(alice, "avoid", LineWords("One more"))

    assert str(refused.value) == (
        "There are 6 lines of your own in this column, as many as one page holds. Remove one first."
    )
    assert add_own_line(alice, "avoid", LineWords("Line 0")).text == "Line 0"


def test_own_line_is_changed_and_removed(alice: Person) -> None:
    line = a_profile_edit(alice, "A desk")

    change_own_line(alice, line.pk, LineWords("A large desk", "How large?"))
    changed = edits(alice)
    remove_line(alice, line.pk)

    assert changed == [("look_for", "", "A large desk", "How large?", False)]
    assert edits(alice) == []


def test_change_of_a_computed_line_may_be_emptied(alice: Person) -> None:
    line = a_profile_edit(alice, "Two trains", facet="commute")

    change_own_line(alice, line.pk, LineWords(""))

    assert edits(alice) == [("look_for", "commute", "", "", False)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            LineWords("A" * (LONGEST_TEXT + 1)),
            "The line has 301 characters and may have 300. Write a shorter one.",
        ),
        (
            LineWords("A", "?" * (LONGEST_QUESTION + 1)),
            "The question has 501 characters and may have 500. Write a shorter one.",
        ),
    ],
)
def test_words_that_are_too_long_are_refused(alice: Person, words: LineWords, sentence: str) -> None:
    line = a_profile_edit(alice, "A desk")

    for refused in (
        lambda: word_line(alice, "avoid", "commute", words),
        lambda: add_own_line(alice, "avoid", words),
        lambda: change_own_line(alice, line.pk, words),
    ):
        with pytest.raises(InvalidInputError) as error:
            refused()
        assert str(error.value) == sentence

    assert edits(alice) == [("look_for", "", "A desk", "", False)]


def test_own_line_that_says_nothing_is_refused(alice: Person) -> None:
    line = a_profile_edit(alice, "A desk")

    with pytest.raises(InvalidInputError, match=r"^The line is empty\. Write what to look for"):
        add_own_line(alice, "avoid", LineWords(" "))
    with pytest.raises(
        InvalidInputError, match=r"^The line is empty\. Write something in it, or remove it\.$"
    ):
        change_own_line(alice, line.pk, LineWords(" ", "Why?"))


@pytest.mark.parametrize(
    ("column", "facet", "sentence"), [("middle", "commute", UNKNOWN_COLUMN), ("avoid", "luck", UNKNOWN_FACET)]
)
def test_place_that_is_not_there_is_refused(alice: Person, column: str, facet: str, sentence: str) -> None:
    for refused in (
        lambda: word_line(alice, column, facet, WORDS),
        lambda: leave_out_line(alice, column, facet),
        lambda: bring_back_line(alice, column, facet),
        lambda: restore_line(alice, column, facet),
    ):
        with pytest.raises(InvalidInputError) as error:
            refused()
        assert str(error.value) == sentence


def test_column_of_an_own_line_must_be_there(alice: Person) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_own_line(alice, "middle", WORDS)

    assert str(refused.value) == UNKNOWN_COLUMN


def test_line_that_is_not_there_is_missing(alice: Person, bob: Person) -> None:
    with pytest.raises(MissingError):
        remove_line(alice, of(ProfileEdit, bob)[0].pk)


@pytest.mark.parametrize("words", [WORDS, LineWords(COMMUTE.avoid, COMMUTE.posting.ask), LineWords("")])
def test_line_that_was_left_out_stays_out_whatever_its_words(alice: Person, words: LineWords) -> None:
    word_line(alice, "avoid", "commute", LineWords("Three trains"))
    leave_out_line(alice, "avoid", "commute")

    word_line(alice, "avoid", "commute", words)

    kept = words if words is WORDS else LineWords("")
    assert edits(alice) == [("avoid", "commute", kept.text, kept.ask, True)]
