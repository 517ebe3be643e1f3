"""The portrait counts people and shows only words that may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.core.explore.strengths.given import answer, unsigned

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.answers import Answer
from unrut.core.explore.strengths.portrait import (
    LEAST_PEOPLE,
    Reading,
    SeenBy,
    Theme,
    Wasted,
    Words,
    portrait,
    read_answers,
)
from unrut.core.explore.strengths.reading import Found
from unrut.core.explore.strengths.vocabulary import shipped_strengths

pytestmark = pytest.mark.unit

PEOPLE = ("ben", "cleo", "dan", "eva")


def spoken(giver: Answer) -> Reading:
    """Reads a strength out of each word: for tests of the counting alone."""
    seen = [Found(name, f"You: {name}", 0.9) for name in giver.at_best.split()]
    return Reading(tuple(seen), tuple(Found(name, f"Not: {name}", 0.9) for name in giver.wasted.split()))


@pytest.mark.parametrize("answers", [[], [answer("ben", "You keep calm.")]])
def test_portrait_without_ones_own_view_is_refused(answers: list[Answer]) -> None:
    with pytest.raises(InvalidInputError, match="Say first what you see in yourself"):
        portrait(None, answers)


def test_own_view_off_the_list_is_refused() -> None:
    with pytest.raises(InvalidInputError, match='"flies" is no strength'):
        portrait(["flies"], [])


def test_portrait_of_nothing_is_empty() -> None:
    found = portrait([], [])

    assert (found.people, found.circles, found.pooled, found.waiting) == (0, 0, 0, 0)
    assert (found.themes, found.wasted) == ((), ())


def test_strengths_are_split_by_who_sees_them() -> None:
    found = portrait(["explains", "finishes"], [answer("ben", "explains listens")], read=spoken)

    assert [theme.strength for theme in found.seen_by(SeenBy.BOTH)] == ["explains"]
    assert [theme.strength for theme in found.seen_by(SeenBy.OTHERS)] == ["listens"]
    assert found.seen_by(SeenBy.SELF) == (Theme("finishes", SeenBy.SELF, people=0, is_theme=False, words=()),)


def test_people_are_counted_and_not_mentions() -> None:
    often = [
        answer("ben", "explains explains"),
        answer("ben", "explains"),
        answer("cleo", "listens explains"),
    ]

    found = portrait([], often, read=spoken)

    assert {theme.strength: theme.people for theme in found.themes} == {"explains": 2, "listens": 1}
    assert found.people == 2


@pytest.mark.parametrize(("people", "is_theme"), [(2, False), (3, True), (4, True)])
def test_theme_takes_three_people(people: int, is_theme: bool) -> None:
    found = portrait([], [answer(name, "explains") for name in PEOPLE[:people]], read=spoken)

    assert [(theme.people, theme.is_theme) for theme in found.themes] == [(people, is_theme)]


def test_most_often_seen_comes_first_and_ties_go_by_the_list() -> None:
    said = [answer("ben", "listens explains"), answer("cleo", "takes_charge"), answer("dan", "takes_charge")]

    found = portrait(["sees_patterns"], said, read=spoken)

    assert [theme.strength for theme in found.themes] == [
        "takes_charge",
        "explains",
        "listens",
        "sees_patterns",
    ]


def test_words_are_shown_only_with_consent() -> None:
    said = [answer("ben", "explains"), answer("cleo", "explains", may_quote=False)]

    (theme,) = portrait([], said, read=spoken).themes

    assert theme.people == 2
    assert theme.words == (Words("You: explains", "ben"),)


def test_warnings_are_counted_by_people() -> None:
    said = [
        answer("ben", wasted="finishes"),
        answer("cleo", wasted="explains finishes", may_quote=False),
    ]

    assert portrait([], said, read=spoken).wasted == (
        Wasted("finishes", 2, (Words("Not: finishes", "ben"),)),
        Wasted("explains", 1, ()),
    )


def test_circles_are_those_of_signed_answers() -> None:
    said = [answer("ben"), answer("cleo"), answer("dan", circle="mentor"), answer("eva", circle="")]

    assert portrait([], [*said, *[unsigned("explains")] * 4], read=spoken).circles == 2


def test_unsigned_answers_wait_for_the_fourth() -> None:
    three = portrait([], [unsigned("explains")] * 3, read=spoken)
    four = portrait([], [unsigned("explains"), *[unsigned("explains", may_quote=False)] * 3], read=spoken)

    assert (three.people, three.pooled, three.waiting, three.themes) == (0, 0, 3, ())
    assert (four.people, four.pooled, four.waiting) == (4, 4, 0)
    assert four.themes[0].words == (Words("You: explains", ""),)


def test_new_unsigned_answers_wait_beside_those_shown() -> None:
    found = portrait([], [unsigned("explains")] * 6, shown=4, read=spoken)

    assert (found.people, found.pooled, found.waiting) == (4, 4, 2)


def test_two_signed_answers_without_a_key_are_two_people() -> None:
    assert portrait([], [answer("", "explains")] * 2, read=spoken).themes[0].people == 2


def test_answers_are_read_by_the_question_they_answer() -> None:
    reading = read_answers(
        answer(at_best="You stayed calm.", come_for="You explain things to me.", wasted="Endless meetings.")
    )

    assert {found.strength for found in reading.seen} == {"keeps_calm", "explains"}
    assert [found.strength for found in reading.wasted] == ["finishes"]


NAMES = st.sampled_from(list(shipped_strengths().strengths))
ANSWERS = st.builds(
    lambda giver, best, wasted, quote, signed: answer(
        giver, " ".join(best), wasted=" ".join(wasted), may_quote=quote, is_signed=signed
    ),
    st.sampled_from(PEOPLE),
    st.lists(NAMES, max_size=3),
    st.lists(NAMES, max_size=2),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(NAMES), st.lists(ANSWERS, max_size=10))
def test_portrait_of_any_answers_holds_what_it_promises(own: list[str], answers: list[Answer]) -> None:
    found = portrait(own, answers, read=spoken)

    assert {theme.strength for theme in found.themes} >= set(own)
    assert sum(len(found.seen_by(who)) for who in SeenBy) == len(found.themes)
    assert (
        max([one.people for one in found.themes] + [one.people for one in found.wasted], default=0)
        <= found.people
    )
    assert all(theme.is_theme == (theme.people >= LEAST_PEOPLE) for theme in found.themes)
    assert all((theme.people == 0) == (theme.seen_by is SeenBy.SELF) for theme in found.themes)
    quoted = {one.giver for one in answers if one.may_quote and one.is_signed} | {""}
    assert all(words.giver in quoted for theme in found.themes for words in theme.words)
