"""Strengths are read out of what others write, and what others do not say is not."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.core.explore.strengths.told import (
    NEW_SEEN,
    NEW_SILENT,
    NEW_WASTED,
    SEEN,
    SILENT,
    WASTED,
)

from unrut.core.explore.strengths.reading import (
    LEAST_CHANCE,
    LONGEST_READ,
    MOST_CHANCE,
    ONE_PHRASE,
    ONE_WORD,
    Found,
    read_strengths,
    read_wasted,
)
from unrut.core.explore.strengths.vocabulary import shipped_strengths

pytestmark = pytest.mark.unit

Read = Callable[[str], list[Found]]


def names(found: Iterable[Found]) -> set[str]:
    return {one.strength for one in found}


def counted(read: Read, told: Iterable[tuple[str, set[str]]]) -> tuple[int, int]:
    """In how many texts what stands there is found, and how often something is that does not."""
    found = [(names(read(text)), meant) for text, meant in told]
    return sum(bool(one & meant) for one, meant in found), sum(len(one - meant) for one, meant in found)


@pytest.mark.parametrize(
    ("read", "told", "found", "wrong"),
    [
        (read_strengths, SEEN, 74, 9),
        (read_strengths, NEW_SEEN, 17, 2),
        (read_wasted, WASTED, 29, 3),
        (read_wasted, NEW_WASTED, 4, 0),
    ],
)
def test_reader_is_as_good_as_it_was(
    read: Read, told: Iterable[tuple[str, set[str]]], found: int, wrong: int
) -> None:
    right, beside = counted(read, told)

    assert right >= found
    assert beside <= wrong


def test_almost_nothing_is_read_where_no_strength_stands() -> None:
    read = [text for text in (*SILENT, *NEW_SILENT) if read_strengths(text)]

    assert read == ["Sort of funny weather.", "It would help if you listened."]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("You are not only patient but kind.", "keeps_calm"),
        ("Nobody is better at staying calm.", "keeps_calm"),
        ("No one listens like you.", "listens"),
        ("You never fail to keep your promises.", "keeps_word"),
        ("You never panicked.", "keeps_calm"),
        ("I have not met anybody so reliable.", "keeps_word"),
        ("You did not give up, not even in the storm.", "keeps_going"),
    ],
)
def test_praise_with_a_no_in_it_is_praise(text: str, strength: str) -> None:
    assert strength in names(read_strengths(text))


@pytest.mark.parametrize(
    "text",
    [
        "You are not patient.",
        "You never listen.",
        "You lack patience.",
        "You could be more careful.",
        "Nobody would call you calm.",
        "I wish you were reliable.",
        "You should explain things.",
        "You can be quite impatient.",
        "You cannot keep a secret.",
        "Without any attention to detail.",
    ],
)
def test_what_is_denied_is_no_strength(text: str) -> None:
    assert read_strengths(text) == []


def test_words_in_one_piece_say_it_also_where_another_denies_it() -> None:
    assert names(read_strengths("You are not calm at home. At work you are calm.")) == {"keeps_calm"}
    assert names(read_strengths("Calm, not loud.")) == {"keeps_calm"}
    assert "keeps_calm" in names(read_strengths("Calm and not calm"))


def test_two_words_the_other_way_round_say_something_else() -> None:
    assert "listens" in names(read_strengths("He reads people."))
    assert "listens" not in names(read_strengths("Reports that people read."))


def test_words_far_apart_are_no_phrase() -> None:
    apart = "You tell " + "one two three four five six " * 2 + "the truth"

    assert "speaks_up" not in names(read_strengths(apart))


def test_quote_is_the_piece_that_says_it_best() -> None:
    text = "We met in 2019. Calm, I thought; later I saw how well you keep calm when all is lost."

    (found, *_) = read_strengths(text)

    assert found.strength == "keeps_calm"
    assert found.quote == "later I saw how well you keep calm when all is lost"
    assert found.chance > ONE_PHRASE > ONE_WORD


def test_likelier_strength_comes_first() -> None:
    chances = [one.chance for one in read_strengths("Funny. You always tell me the truth. Calm.")]

    assert len(chances) >= 3
    assert chances == sorted(chances, reverse=True)


def test_meaning_alone_is_never_as_sure_as_words() -> None:
    (found,) = read_strengths("The exhibition you designed was beautiful.")

    assert found.strength == "good_eye"
    assert LEAST_CHANCE <= found.chance < ONE_PHRASE


def test_waste_is_read_by_the_work_and_by_what_one_cannot_do_there() -> None:
    assert names(read_wasted("Endless meetings.")) == {"finishes"}
    assert "explains" in names(read_wasted("A place where you may not explain anything."))
    assert read_wasted("You are calm.") == []


def test_only_the_beginning_of_an_endless_text_is_read() -> None:
    assert read_strengths("x " * (LONGEST_READ // 2) + "You keep calm.") == []


@pytest.mark.parametrize(
    "sign",
    [
        "1",
        "$",
        " ",
        "(",
        "a ",
        "calm ",
        "not calm ",
        "no ",
        "patience, ",
        "calm.",
        "a'",
        "’",
        "kind of ",
        "\n",
    ],
)
@pytest.mark.parametrize("read", [read_strengths, read_wasted])
def test_a_million_letters_are_read_like_any_others(read: Read, sign: str) -> None:
    found = read(sign * (1_000_000 // len(sign)))

    assert len(found) <= 3


TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from([*(text for text, _ in SEEN), "not", "never", ",", "calm", "nobody", "better"]),
        max_size=6,
    ).map(" ".join),
)


@given(TEXTS)
@pytest.mark.parametrize("read", [read_strengths, read_wasted])
def test_reading_of_any_text_holds_what_it_promises(read: Read, text: str) -> None:
    found = read(text)

    assert len(names(found)) == len(found)
    assert names(found) <= set(shipped_strengths().strengths)
    for one in found:
        assert LEAST_CHANCE <= one.chance <= MOST_CHANCE
        assert one.quote
        assert one.quote in text
    assert read(text) == found
