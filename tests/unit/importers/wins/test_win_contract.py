from datetime import date

import pytest

from unrut.importers.contract import Problem, UnreadableRecordError
from unrut.importers.wins.contract import (
    LONGEST_STORY,
    ImportedWin,
    collect_wins,
    joined,
    noticed,
    required_text,
    text_and_rest,
)

pytestmark = pytest.mark.unit

DAY = date(2025, 3, 4)


def win(text: str, story: str = "", key: str = "") -> ImportedWin:
    return ImportedWin("table", key, DAY, text, story)


def test_collect_wins_same_entry_twice_is_a_problem_that_names_both_lines() -> None:
    parsed = collect_wins(
        [("line 2", win("Did")), ("line 3", win("x" * 70)), ("line 9", win("Did"))], lambda one: one
    )

    assert [one.where for one in parsed.wins] == ["line 2", "line 3"]
    assert parsed.problems == (
        Problem("line 9", '"Did" stands in line 2 already. The first of the two was kept.'),
    )


def test_collect_wins_alike_but_not_the_same_get_keys_of_their_own() -> None:
    records = [
        ("line 2", win("Did")),
        ("line 3", win("Did", "more")),
        ("line 4", None),
        ("line 5", win("Else")),
    ]

    keys = [one.key for one in collect_wins(records, lambda one: one).wins]

    assert (len(set(keys)), keys) == (3, [one.key for one in collect_wins(records, lambda one: one).wins])


def test_collect_wins_given_key_is_kept_unless_it_is_too_long() -> None:
    records = [("entry 1", win("Did", key="A1")), ("entry 2", win("Else", key="k" * 101))]

    first, second = collect_wins(records, lambda one: one).wins

    assert (first.key, len(second.key)) == ("A1", 24)


def test_collect_wins_bad_record_leaves_the_others() -> None:
    def read(text: str) -> ImportedWin:
        return win(required_text(text))

    parsed = collect_wins([("line 1", ""), ("line 2", "Did")], read)

    assert [one.text for one in parsed.wins] == ["Did"]
    assert parsed.problems == (
        Problem("line 1", "There are no words. Say what got done, or remove it from the file."),
    )


def test_collect_wins_endless_story_is_cut_with_a_notice() -> None:
    parsed = noticed(
        collect_wins([("line 7", win("Did", "y" * (LONGEST_STORY + 1)))], lambda one: one), ("First.",)
    )

    assert len(parsed.wins[0].story) == LONGEST_STORY
    assert parsed.notices == (
        "First.",
        "The story in line 7 is longer than 20,000 characters; the end of it was left out.",
    )


def test_required_text_of_nothing_is_refused() -> None:
    with pytest.raises(UnreadableRecordError, match="no words"):
        required_text("")


@pytest.mark.parametrize(
    ("text", "lengths"), [("w" * 500, (500, 0)), ("w" * 501, (500, 3)), ("word " * 101 + "end", (500, 9))]
)
def test_text_and_rest_breaks_between_words(text: str, lengths: tuple[int, int]) -> None:
    first, rest = text_and_rest(text)

    assert (len(first), len(rest)) == lengths


def test_joined_leaves_out_what_is_empty() -> None:
    assert joined("a", "", "b") == "a\n\nb"
