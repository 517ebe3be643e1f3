"""The accomplishment that speaks against a worry."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.told_wins import BLOOD, ROW, WINS, told_index

from unrut.core.milestones.find import Refusal, Why, WhyKind, Win, WinIndex, Worry, contradicts
from unrut.core.milestones.worries import READ_AT_MOST

pytestmark = pytest.mark.unit

TODAY = date(2024, 7, 1)
LEARNING = Worry("I learn nothing here", ("learning_growth",))
FIGHTING = Worry("Everyone is fighting", ("coworkers",))
LANGUAGE = Win(11, date(2024, 5, 1), "Took a course and learned Polish")


def shown(worry: Worry, *wins: Win, refused: Sequence[Refusal] = (), today: date = TODAY) -> Win | None:
    found = contradicts(worry, WinIndex(wins or WINS), refused=refused, today=today)
    return found and found.win


@pytest.mark.parametrize(("worry", "win"), [(LEARNING, BLOOD), (FIGHTING, ROW)])
def test_worry_meets_what_speaks_against_it(worry: Worry, win: Win) -> None:
    assert shown(worry) == win


def test_grounds_are_the_facet_and_the_words() -> None:
    found = contradicts(FIGHTING, told_index(), refused=(), today=TODAY)

    assert found
    assert found.why[0] == Why(WhyKind.FACET, ("coworkers",))
    assert found.why[1].kind is WhyKind.MEANING


@pytest.mark.parametrize(
    "worry",
    [
        Worry("My commute is killing me", ("commute",)),
        Worry("They will close the site", ("job_security",)),
        Worry("It is bad", ()),
        Worry("It is bad", ("no_facet",)),
    ],
)
def test_worry_that_nothing_contradicts_meets_nothing(worry: Worry) -> None:
    assert shown(worry) is None


def test_no_accomplishments_contradict_nothing() -> None:
    assert contradicts(LEARNING, WinIndex([]), refused=(), today=TODAY) is None


def test_what_is_still_to_come_is_not_shown() -> None:
    assert shown(LEARNING, today=date(2024, 3, 7)) is None
    assert shown(LEARNING, today=date(2024, 3, 8)) == BLOOD


def test_recent_comes_before_what_is_long_ago() -> None:
    old = replace(LANGUAGE, id=1, on=date(2014, 5, 1))

    assert shown(LEARNING, old, LANGUAGE) == LANGUAGE


def test_refused_is_not_shown_again_for_that_worry() -> None:
    refused = [Refusal(BLOOD.id, ("learning_growth", "pay_benefits"))]

    assert shown(LEARNING, LANGUAGE, BLOOD) == BLOOD
    assert shown(LEARNING, LANGUAGE, BLOOD, refused=refused) == LANGUAGE


def test_refusal_for_another_worry_changes_nothing() -> None:
    refused = [Refusal(LANGUAGE.id, ("coworkers",)), Refusal(999, ("learning_growth",))]

    assert shown(LEARNING, LANGUAGE, refused=refused) == LANGUAGE


def test_what_is_like_the_refused_is_shown_less() -> None:
    again = replace(LANGUAGE, id=12, text="Took a course and learned Czech")
    refused = [Refusal(LANGUAGE.id, ("learning_growth",))]

    assert shown(LEARNING, LANGUAGE, again, refused=refused) is None


def test_facets_are_read_for_few_and_only_where_they_are_unknown() -> None:
    asked: list[Win] = []

    def facets_of(wins: Sequence[Win]) -> list[tuple[str, ...]]:
        asked.extend(wins)
        return [("learning_growth",) if win.text.startswith("Took") else () for win in wins]

    many = [replace(LANGUAGE, id=100 + number, text=f"Did thing {number}") for number in range(60)]
    index = WinIndex([*many, LANGUAGE, ROW])
    plain = contradicts(LEARNING, index, refused=(), today=TODAY)
    read = contradicts(LEARNING, index, refused=(), today=TODAY, facets_of=facets_of)

    assert plain
    assert read
    assert (plain.win, read.win) == (LANGUAGE, LANGUAGE)
    assert plain.score < read.score
    assert len(asked) <= READ_AT_MOST
    assert ROW not in asked


def test_known_facets_are_not_read_again() -> None:
    def facets_of(wins: Sequence[Win]) -> list[tuple[str, ...]]:
        raise AssertionError(wins)

    index = WinIndex([BLOOD])

    assert contradicts(LEARNING, index, refused=(), today=TODAY, facets_of=facets_of)
