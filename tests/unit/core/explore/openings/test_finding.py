import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.finding import (
    MOST_CLAUSES,
    MOST_PLACES,
    Gate,
    clause_at,
    clauses,
    clauses_at,
    has_any,
    line_at,
    said_at,
    string_places,
    word_places,
)
from unrut.core.explore.openings.kinds import Said
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ship, two ships and a shipment; ship", [2, 34]),
        ("40ship ship40", [2, 7]),
        ("Nothing of it", []),
        ("shipship", []),
        ("ship " * (MOST_PLACES + 9), [5 * number for number in range(MOST_PLACES)]),
        ("harbour ship", [0, 8]),
    ],
)
def test_word_places_whole_words_only(text: str, expected: list[int]) -> None:
    assert word_places(posting_text(text), frozenset({"ship", "harbour"})) == expected


def test_word_places_inside_of_very_many_words_gives_up() -> None:
    text = "ships " * 1000 + "ship"

    assert word_places(posting_text(text), frozenset({"ship"})) == []


def test_string_places_in_order_and_no_more_than_enough() -> None:
    assert string_places("b.s. or m.s. or b.a.", (".s.", ".a.")) == [1, 9, 17]
    assert len(string_places("xx" * 500, ("xx",))) == MOST_PLACES


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("One two. Three four. Five", "three", "three four."),
        ("One\nthree; four", "three", "three;"),
        ("A B.S. in law is asked. More", "law", "a b.s. in law is asked."),
        ("A min. of 3 years. More", "years", "a min. of 3 years."),
        ("is it so? yes! no", "yes", "yes!"),
        ("B. of three", "three", "b. of three"),
        ("alone", "alone", "alone"),
    ],
)
def test_clause_at_ends_at_stops(text: str, word: str, expected: str) -> None:
    lowered = text.lower()

    clause = clause_at(lowered, lowered.index(word))

    assert clause.lowered == expected
    assert lowered[clause.start : clause.end] == expected


def test_clause_at_long_text_is_cut() -> None:
    text = "a" * 300 + " word " + "b" * 300

    clause = clause_at(text, 301)

    assert (clause.start, clause.end) == (101, 501)


def test_clauses_each_once() -> None:
    posting = posting_text("Ship and ship. No boat. A ship")

    assert [clause.lowered for clause in clauses(posting, frozenset({"ship"}))] == [
        "ship and ship.",
        "a ship",
    ]


def test_clauses_at_no_more_than_enough() -> None:
    posting = posting_text("a ship\n" * 100)

    assert len(list(clauses_at(posting, range(0, 700, 7)))) == MOST_CLAUSES


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [("one\ntwo\nthree", 5, (4, 7)), ("one\ntwo", 5, (4, 7)), ("x" * 2000, 1000, (500, 1500))],
)
def test_line_at_gives_the_line(text: str, place: int, expected: tuple[int, int]) -> None:
    assert line_at(text, place) == expected


def test_said_at_drops_what_only_parts() -> None:
    posting = posting_text("- A quiet place; ")

    assert said_at(posting, 0, 17) == Said("A quiet place", 2, 15)


@pytest.mark.parametrize(
    ("lowered", "expected"),
    [
        ("tuition is paid", True),
        ("we offer a degree", True),
        ("an offered degree", False),
        ("a degree", False),
    ],
)
def test_gate_stops_at_its_words(lowered: str, expected: bool) -> None:
    gate = Gate({"tuition": "", "offer": r"offer\b"})

    assert gate.stops(lowered) is expected


def test_has_any_one_of_the_words() -> None:
    assert has_any("three days", ("week", "day"))
    assert not has_any("three hours", ("week", "day"))


@given(st.text(alphabet="ab.;!? \n,B", max_size=120), st.data())
def test_clause_at_any_text_holds_its_place(text: str, data: st.DataObject) -> None:
    lowered = posting_text(text + "a").lowered
    place = data.draw(st.integers(0, len(lowered) - 1))

    clause = clause_at(lowered, place)

    assert 0 <= clause.start <= place <= clause.end <= len(lowered)
    assert clause.lowered == lowered[clause.start : clause.end]
