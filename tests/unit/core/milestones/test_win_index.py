"""Finding accomplishments by words, meaning, skills, facets and time."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.told_wins import BLOOD, CARD, ROUND, ROW, STUDENTS, WINS, told_index

from unrut.core.milestones.find import Found, Why, WhyKind, Win, WinIndex

pytestmark = pytest.mark.unit

BY_TIME = [CARD, BLOOD, STUDENTS, ROW, ROUND]


def found(
    query: str = "", *, skill: str = "", since: date | None = None, until: date | None = None
) -> list[Win]:
    return [one.win for one in told_index().find(query, skill=skill, since=since, until=until)]


def test_empty_search_lists_by_time() -> None:
    assert told_index().find() == [Found(win, 1.0, (Why(WhyKind.TIME),)) for win in BY_TIME]


@pytest.mark.parametrize("query", ["the of", '""', "?!"])
def test_search_that_says_nothing_lists_by_time(query: str) -> None:
    assert found(query) == BY_TIME


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("handover", STUDENTS),
        ("handovers", STUDENTS),
        ("handvoer", STUDENTS),
        ("hand", STUDENTS),
        ("quarrel between colleagues", ROW),
        ("taught trainees", STUDENTS),
        ("passed an exam", BLOOD),
        ("planning", ROUND),
    ],
)
def test_search_finds_by_words_forms_errors_and_meaning(query: str, first: Win) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize("query", ["skiing holiday", "kubernetes cluster", "qqqq", "日本"])
def test_search_for_what_is_not_there_finds_nothing(query: str) -> None:
    assert found(query) == []


@pytest.mark.parametrize(
    ("query", "wins"),
    [
        ('"drug round"', [ROUND]),
        ('"round drug"', []),
        ('"THE ARGUMENT, between"', [ROW]),
        ('"stopped speaking"', [ROW]),
        ("-argument -card", [BLOOD, STUDENTS, ROUND]),
        ("handover -students", []),
    ],
)
def test_phrase_must_stand_there_and_left_out_word_must_not(query: str, wins: list[Win]) -> None:
    assert found(query) == wins


@pytest.mark.parametrize(
    ("since", "until", "wins"),
    [
        (date(2024, 3, 8), None, [CARD, BLOOD]),
        (None, date(2024, 1, 26), [ROUND]),
        (date(2024, 2, 1), date(2024, 2, 19), [ROW]),
        (date(2025, 1, 1), date(2024, 1, 1), []),
    ],
)
def test_days_bound_the_search_with_both_ends(
    since: date | None, until: date | None, wins: list[Win]
) -> None:
    assert found(since=since, until=until) == wins


def test_skill_narrows_the_search_whatever_its_case() -> None:
    (one,) = told_index().find(skill=" Mediation ", until=date(2024, 12, 31))

    assert one == Found(ROW, 1.0, (Why(WhyKind.SKILL, ("Mediation",)), Why(WhyKind.TIME)))
    assert found("argument", skill="planning") == []


def test_facet_named_in_the_search_finds_those_known_to_speak_of_it() -> None:
    (one,) = (one for one in told_index().find("coworkers") if one.win == ROW)

    assert one.score >= 0.5
    assert one.why[-1] == Why(WhyKind.FACET, ("coworkers",))


def test_grounds_quote_the_words() -> None:
    (one, *_) = told_index().find("argument about rotas")

    assert one.why == (Why(WhyKind.WORDS, ("argument", "rota")),)


def test_whole_of_like_meaning_says_which_words_come_nearest() -> None:
    (why,) = told_index().grounds(told_index().wins.index(CARD), [], "gratitude")

    assert (why.kind, len(why.words)) == (WhyKind.MEANING, 2)


def test_of_two_alike_the_newer_comes_first_then_the_lower_number() -> None:
    older, newer = replace(ROW, id=8, on=date(2023, 1, 1)), replace(ROW, id=9)

    index = WinIndex([older, newer, ROW])

    assert [one.win for one in index.find("rota")] == [ROW, newer, older]
    assert [one.win for one in index.find()] == [ROW, newer, older]


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (-1, 0), (2, 2), (9, 5)])
def test_limit_holds(limit: int, count: int) -> None:
    assert len(told_index().find(limit=limit)) == count


def test_empty_index_finds_nothing() -> None:
    index = WinIndex([])

    assert (len(index), index.find(), index.find("row"), index.find('"row"', skill="x")) == (0, [], [], [])


@given(st.text(max_size=40), st.permutations(WINS))
def test_order_of_the_accomplishments_changes_nothing(query: str, wins: list[Win]) -> None:
    one, other = told_index().find(query), WinIndex(wins).find(query)

    assert [found.win for found in one] == [found.win for found in other]
    assert all(0 <= found.score <= 1 for found in one)
