"""The same facet under different jobs, managers, teams: it came along, it stayed, or it cannot be told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.following import Following, Period, Spell, Under, Verdict, following_of, is_asked_of
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


@pytest.mark.parametrize(
    ("first", "last", "own"),
    [(0, 12, 0), (1, 11, 0), (3, 14, 2)],
    ids=["the same weeks", "inside the other", "two weeks beyond it"],
)
def test_weeks_of_both_spells_do_not_lessen_what_is_missing(first: int, last: int, own: int) -> None:
    found = verdict(weeks(0), a_spell("Max", first, last), a_spell("Dora", 0, 12))

    assert (found.verdict, found.missing) == (Verdict.UNKNOWN, 4 - own)
    assert found.less is not None
    assert found.less.counted.answered == own


def test_missing_weeks_are_those_of_the_pair_that_lacks_fewest() -> None:
    inside, short = a_spell("Max", 1, 11), a_spell("Ben", 12, 15)

    found = verdict(weeks(0), inside, DORA, short)

    assert (found.more.name, found.less, found.missing) == ("Dora", Under("Ben", Counted(0, 3)), 1)


def test_two_short_spells_lack_what_the_shorter_one_lacks() -> None:
    found = verdict(weeks(0), a_spell("Dora", 0, 2), a_spell("Ben", 2, 5))

    assert (found.more.name, found.less, found.missing) == ("Ben", Under("Dora", Counted(1, 2)), 2)


def test_spells_of_one_name_are_joined() -> None:
    found = verdict(
        weeks(0, 1, 12, 13, 14), a_spell("Dora", 0, 2), a_spell("Ben", 2, 12), a_spell("Dora", 12, 15)
    )

    assert (found.verdict, found.more, found.less) == (
        Verdict.STAYED,
        Under("Dora", Counted(5, 5)),
        Under("Ben", Counted(0, 10)),
    )


def test_one_manager_twice_is_no_pair() -> None:
    found = verdict(weeks(0), DORA, a_spell("Dora", 12, 24))

    assert (found.more, found.less, found.missing) == (Under("Dora", Counted(1, 24)), None, 4)


def test_both_spells_must_name_it_twice_to_come_along() -> None:
    """One of four weeks is the higher share by its mean, and two of ten the lower one; one week is no pattern."""
    long, short = a_spell("Dora", 0, 10), a_spell("Ben", 10, 14)

    found = verdict(weeks(0, 1, 10), long, short)

    assert found.verdict is Verdict.UNKNOWN
    assert (found.more, found.less) == (Under("Ben", Counted(1, 4)), Under("Dora", Counted(2, 10)))


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


@pytest.mark.parametrize(
    ("facet", "causes", "is_asked"),
    [
        ("respect_safety", [], False),
        ("respect_safety", ["respect_safety"], False),
        ("manager_support", ["commute", "respect_safety"], False),
        ("coworkers", ["respect_safety"], False),
        ("manager_support", ["manager_support", "coworkers"], True),
        ("workload_pace", ["respect_safety"], True),
    ],
)
def test_what_was_done_to_somebody_is_never_said_to_follow(
    facet: str, causes: list[str], is_asked: bool
) -> None:
    assert is_asked_of(facet, causes, shipped_vocabulary()) is is_asked
