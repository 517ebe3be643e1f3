"""The same facet under different jobs, managers, teams: it came along, it stayed, or it cannot be told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.following import Following, Period, Spell, Under, Verdict, following_of
from unrut.core.reflect.shares import Counted

pytestmark = pytest.mark.unit

MONDAYS = [date(2025, 1, 6) + timedelta(weeks=count) for count in range(60)]


def a_spell(name: str, first: int, last: int, kind: str = "manager") -> Spell:
    return Spell(kind, name, tuple(MONDAYS[first:last]))


def weeks(*places: int) -> list[date]:
    return [MONDAYS[place] for place in places]


def verdict(named: list[date], *spells: Spell) -> Following:
    (found,) = following_of(named, spells)
    return found


DORA, BEN = a_spell("Dora", 0, 12), a_spell("Ben", 12, 24)


def test_facet_named_under_both_came_along() -> None:
    found = verdict(weeks(0, 2, 4, 6, 8, 13, 15, 17, 19), DORA, BEN)

    assert (found.verdict, found.more.name, found.less) == (
        Verdict.CAME_ALONG,
        "Dora",
        Under("Ben", Counted(4, 12)),
    )
    assert 0.7 <= found.chance <= 1


def test_facet_named_under_one_only_stayed() -> None:
    found = verdict(weeks(*range(8)), DORA, BEN)

    assert found.verdict is Verdict.STAYED
    assert (found.more, found.less) == (Under("Dora", Counted(8, 12)), Under("Ben", Counted(0, 12)))
    assert found.chance >= 0.95


@pytest.mark.parametrize("named", [weeks(0), weeks(0, 1), weeks(0, 1, 13), weeks()])
def test_facet_named_seldom_cannot_be_told(named: list[date]) -> None:
    found = verdict(named, DORA, BEN)

    assert (found.verdict, found.chance, found.missing) == (Verdict.UNKNOWN, 0.0, 0)


def test_three_weeks_of_many_are_no_reason_to_miss_it_in_six() -> None:
    found = verdict(weeks(0, 5, 11), a_spell("Dora", 0, 18), a_spell("Ben", 18, 24))

    assert found.verdict is Verdict.UNKNOWN


def test_one_spell_lacks_all_weeks_of_another() -> None:
    assert verdict(weeks(0, 1), DORA) == Following(
        "manager", Verdict.UNKNOWN, Under("Dora", Counted(2, 12)), missing=4
    )


def test_short_spell_lacks_the_rest() -> None:
    found = verdict(weeks(0, 12), DORA, a_spell("Ben", 12, 15))

    assert (found.verdict, found.less, found.missing) == (Verdict.UNKNOWN, Under("Ben", Counted(1, 3)), 1)


def test_two_spells_in_the_same_weeks_lack_at_least_one() -> None:
    found = verdict(weeks(0), DORA, a_spell("Ben", 0, 12))

    assert (found.verdict, found.missing) == (Verdict.UNKNOWN, 1)


def test_weeks_of_both_spells_are_left_out() -> None:
    both = a_spell("Ben", 6, 24)

    found = verdict(weeks(0, 1, 2, 3, 4, 5), DORA, both)

    assert (found.more.counted, found.less) == (Counted(6, 6), Under("Ben", Counted(0, 12)))


def test_kinds_are_told_apart_and_empty_spells_are_none() -> None:
    found = following_of(
        weeks(0), [a_spell("Mill", 0, 24, "job"), DORA, BEN, a_spell("Nowhere", 5, 5, "team")]
    )

    assert [each.kind for each in found] == ["job", "manager"]


def test_clearest_pair_of_three_is_told() -> None:
    found = verdict(weeks(*range(10), 12, 13, 14, 15), DORA, BEN, a_spell("Eve", 24, 50))

    assert (found.verdict, found.more.name, found.less and found.less.name) == (Verdict.STAYED, "Dora", "Eve")


@given(st.lists(st.sampled_from(MONDAYS[:24]), unique=True))
def test_order_of_spells_does_not_change_the_verdict(named: list[date]) -> None:
    assert verdict(named, DORA, BEN).verdict is verdict(named, BEN, DORA).verdict


@given(st.lists(st.sampled_from(MONDAYS[:24]), unique=True))
def test_side_named_more_often_comes_first(named: list[date]) -> None:
    found = verdict(named, DORA, BEN)

    assert found.less is not None
    assert found.more.counted.share >= found.less.counted.share


@pytest.mark.parametrize(
    ("started", "ended", "holds"),
    [
        (None, None, True),
        (date(2025, 1, 8), date(2025, 1, 8), True),
        (date(2025, 1, 9), None, False),
        (None, date(2025, 1, 7), False),
    ],
)
def test_week_belongs_to_what_holds_on_its_wednesday(
    started: date | None, ended: date | None, *, holds: bool
) -> None:
    assert Period("team", "North", started, ended).holds(MONDAYS[0]) is holds
