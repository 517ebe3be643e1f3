"""Causes are counted in answered weeks, never in words."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import (
    RANKED_FROM_WEEKS,
    Cause,
    Picture,
    ReadNote,
    picture_of,
    relative_weights,
)
from unrut.core.reflect.reader import NoteKind

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
MONDAYS = [date(2026, 9, 7) + timedelta(weeks=count) for count in range(12)]

facets = st.lists(st.sampled_from(list(VOCABULARY.facets)), max_size=4, unique=True).map(tuple)
all_notes = st.lists(
    st.builds(
        ReadNote,
        id=st.integers(1, 1000),
        week=st.sampled_from(MONDAYS),
        kind=st.sampled_from(NoteKind),
        facets=facets,
    ),
    max_size=20,
    unique_by=lambda note: note.id,
)
all_weeks = st.lists(st.sampled_from(MONDAYS))


def a_note(key: int, week: int, *facets: str, kind: NoteKind = DISLIKE) -> ReadNote:
    return ReadNote(key, MONDAYS[week], kind, facets)


def picture(notes: list[ReadNote], weeks: int = 0) -> Picture:
    return picture_of(notes, MONDAYS[:weeks], VOCABULARY)


def test_picture_of_nothing_is_empty() -> None:
    assert picture([]) == Picture(weeks=(), causes=(), energies=())


def test_cause_holds_its_weeks_and_notes() -> None:
    notes = [a_note(4, 2, "commute"), a_note(1, 0, "commute"), a_note(3, 2, "commute"), a_note(9, 1)]

    (cause,) = picture(notes, weeks=4).causes

    assert cause == Cause("commute", (MONDAYS[0], MONDAYS[2]), 4, cause.share, (4, 3, 1))
    assert cause.share == pytest.approx((2 + 0.16) / (4 + 2))


def test_kinds_are_kept_apart() -> None:
    notes = [a_note(1, 0, "commute"), a_note(2, 0, "autonomy", kind=LIKE)]

    found = picture(notes)

    assert [cause.facet for cause in found.causes] == ["commute"]
    assert [energy.facet for energy in found.energies] == ["autonomy"]


def test_note_about_two_facets_counts_for_both() -> None:
    found = picture([a_note(1, 0, "commute", "autonomy")])

    assert [(cause.facet, cause.notes) for cause in found.causes] == [("autonomy", (1,)), ("commute", (1,))]


def test_more_notes_in_one_week_do_not_make_a_cause_stronger() -> None:
    once = picture([a_note(1, 0, "commute")], weeks=3)
    thrice = picture([a_note(key, 0, "commute") for key in (1, 2, 3)], weeks=3)

    assert thrice.causes[0].share == once.causes[0].share


def test_causes_come_with_the_most_frequent_first_and_ties_in_order_of_the_vocabulary() -> None:
    notes = [
        a_note(1, 0, "values_fit", "commute", "task_variety"),
        a_note(2, 1, "commute"),
    ]

    assert [cause.facet for cause in picture(notes).causes] == ["commute", "task_variety", "values_fit"]


def test_week_with_a_note_or_a_checkin_is_answered_once() -> None:
    found = picture_of([a_note(1, 5, "commute")], [MONDAYS[1], MONDAYS[5], MONDAYS[1]], VOCABULARY)

    assert found.weeks == (MONDAYS[1], MONDAYS[5])


@pytest.mark.parametrize(("weeks", "ranked"), [(0, False), (5, False), (6, True), (12, True)])
def test_order_means_something_from_six_weeks_on(weeks: int, *, ranked: bool) -> None:
    assert RANKED_FROM_WEEKS == 6
    assert picture([], weeks=weeks).is_ranked is ranked


@given(all_notes, all_weeks)
def test_counts_never_exceed_the_answered_weeks(notes: list[ReadNote], weeks: list[date]) -> None:
    found = picture_of(notes, weeks, VOCABULARY)

    for cause in (*found.causes, *found.energies):
        assert set(cause.weeks) <= set(found.weeks)
        assert 1 <= len(cause.weeks) <= cause.answered == len(found.weeks)
        assert 0 < cause.share < 1
        assert len(set(cause.notes)) == len(cause.notes) >= len(cause.weeks)


@given(all_notes, all_weeks, st.randoms())
def test_order_of_notes_and_weeks_does_not_matter(
    notes: list[ReadNote], weeks: list[date], random: Random
) -> None:
    shuffled, later = list(notes), list(weeks)
    random.shuffle(shuffled)
    random.shuffle(later)

    assert picture_of(shuffled, later, VOCABULARY) == picture_of(notes, weeks, VOCABULARY)


@given(all_notes, all_weeks)
def test_every_named_facet_is_found_once(notes: list[ReadNote], weeks: list[date]) -> None:
    found = picture_of(notes, weeks, VOCABULARY)

    for kind, causes in ((DISLIKE, found.causes), (LIKE, found.energies)):
        named = {facet for note in notes if note.kind is kind for facet in note.facets}
        assert sorted(cause.facet for cause in causes) == sorted(named)


@given(all_notes, all_weeks)
def test_another_answered_week_lowers_every_share(notes: list[ReadNote], weeks: list[date]) -> None:
    before = picture_of(notes, weeks, VOCABULARY)
    after = picture_of(notes, [*weeks, date(2027, 1, 4)], VOCABULARY)

    shares = {cause.facet: cause.share for cause in before.causes}
    assert [cause.facet for cause in after.causes] == list(shares)
    assert all(cause.share < shares[cause.facet] for cause in after.causes)


def test_severity_is_the_median_of_the_notes() -> None:
    told = [
        ReadNote(key, MONDAYS[key], DISLIKE, ("commute",), severity)
        for key, severity in enumerate((0.2, 0.9, 0.4))
    ]

    (cause,) = picture(told).causes

    assert (cause.severity, cause.factor, cause.strength) == (0.4, 0.4, cause.share * 0.4)


def test_week_is_unconfirmed_when_all_its_notes_are() -> None:
    told = [
        ReadNote(1, MONDAYS[0], DISLIKE, ("commute",), unconfirmed=("commute",)),
        ReadNote(2, MONDAYS[0], DISLIKE, ("commute",)),
        ReadNote(3, MONDAYS[1], DISLIKE, ("commute", "autonomy"), unconfirmed=("commute",)),
    ]

    causes = {cause.facet: cause for cause in picture(told).causes}

    assert (causes["commute"].unconfirmed, causes["autonomy"].unconfirmed) == ((MONDAYS[1],), ())


@pytest.mark.parametrize(("weeks", "first"), [(5, "commute"), (6, "autonomy")])
def test_strength_orders_from_six_weeks_on_and_the_count_before(weeks: int, first: str) -> None:
    told = [
        *(ReadNote(week, MONDAYS[week], DISLIKE, ("commute",), 0.2) for week in range(3)),
        *(ReadNote(10 + week, MONDAYS[week], DISLIKE, ("autonomy",), 0.9) for week in range(2)),
    ]

    assert picture(told, weeks=weeks).causes[0].facet == first


def test_weight_moves_a_cause_up() -> None:
    told = [a_note(week, week, "commute") for week in range(3)] + [
        a_note(10 + week, week, "autonomy") for week in range(2)
    ]

    found = picture_of(told, MONDAYS[:8], VOCABULARY, {"autonomy": 1.5, "commute": 0.7})

    assert [(cause.facet, cause.weight) for cause in found.causes] == [("autonomy", 1.5), ("commute", 0.7)]


def test_no_wants_give_no_weights() -> None:
    assert relative_weights({}, VOCABULARY) == {}


def test_weights_lie_about_their_mean_and_what_is_not_wanted_counts_least() -> None:
    found = relative_weights({"autonomy": 100, "commute": 80, "pay_benefits": 60}, VOCABULARY)

    assert [found[facet] for facet in ("autonomy", "commute", "pay_benefits", "fairness")] == [
        1.25,
        1.0,
        0.75,
        0.75,
    ]
    assert list(found) == list(VOCABULARY.facets)


@given(st.dictionaries(st.sampled_from(list(VOCABULARY.facets)), st.integers(5, 100), min_size=1, max_size=8))
def test_weights_never_move_more_than_by_a_half(stated: dict[str, float]) -> None:
    assert {2 / 3 <= weight <= 3 / 2 for weight in relative_weights(stated, VOCABULARY).values()} == {True}
