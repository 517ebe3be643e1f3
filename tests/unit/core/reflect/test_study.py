"""The picture looked at closely; without six weeks there are no chances and no change of mind."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture, ReadNote, picture_of
from unrut.core.reflect.following import Spell
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.remedies import Beginning
from unrut.core.reflect.shares import Lately
from unrut.core.reflect.study import look_closely, study_of

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
FACETS = list(VOCABULARY.facets)
LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
MONDAYS = [date(2026, 1, 5) + timedelta(weeks=count) for count in range(20)]


def picture(weeks: int, *named: tuple[str, int], kind: NoteKind = DISLIKE) -> Picture:
    """Each facet named in its first so many weeks."""
    notes = [
        ReadNote(100 * place + week, MONDAYS[week], kind, (facet,))
        for place, (facet, count) in enumerate(named)
        for week in range(count)
    ]
    return picture_of(notes, MONDAYS[:weeks], VOCABULARY)


def test_study_of_nothing_is_empty() -> None:
    found = study_of(picture(0), VOCABULARY, seed=1)

    assert (found.chances, found.energy_chances, found.split, found.beginning) == ({}, {}, (), None)


@pytest.mark.parametrize(
    ("weeks", "facets", "beginning"), [(5, [], None), (6, ["commute", "autonomy"], Beginning.PART)]
)
def test_order_has_chances_and_a_beginning_from_six_weeks_on(
    weeks: int, facets: list[str], beginning: Beginning | None
) -> None:
    found = study_of(picture(weeks, ("commute", 4), ("autonomy", 2)), VOCABULARY, seed=1)

    assert list(found.chances) == facets
    assert [part.part for part in found.split] == ["place", "task"]
    assert found.beginning is beginning


def test_cause_is_told_with_everything_that_goes_with_it() -> None:
    study = study_of(picture(16, ("commute", 8), ("autonomy", 2)), VOCABULARY, seed=1)
    scores = {week: 3.0 if place < 8 else 7.0 for place, week in enumerate(MONDAYS[:16])}
    spells = [Spell("manager", "Dora", tuple(MONDAYS[:8])), Spell("manager", "Ben", tuple(MONDAYS[8:16]))]

    close = look_closely(study.picture.causes[0], study, VOCABULARY, scores=scores, spells=spells)

    assert close.cause.facet == "commute"
    assert close.lately is Lately.LESS
    assert close.chances == study.chances["commute"]
    assert close.difference is not None
    assert close.difference.is_lower
    assert [found.more.name for found in close.following] == ["Dora"]
    assert close.remedies[0].remedy.id == "talk_to_manager"
    assert close.change is not None
    assert close.change.leads
    assert close.interval[0] < close.cause.share < close.interval[1]


def test_energy_has_no_remedies_and_its_own_chances() -> None:
    study = study_of(picture(8, ("commute", 8), ("autonomy", 2), kind=LIKE), VOCABULARY, seed=1)

    close = look_closely(study.picture.energies[1], study, VOCABULARY, scores={}, spells=())

    assert (close.cause.facet, close.remedies, close.difference, close.following) == (
        "autonomy",
        (),
        None,
        (),
    )
    assert close.chances == study.energy_chances["autonomy"]


def test_few_weeks_leave_everything_open() -> None:
    study = study_of(picture(3, ("commute", 2)), VOCABULARY, seed=1)

    close = look_closely(study.picture.causes[0], study, VOCABULARY, scores={}, spells=())

    assert (close.chances, close.change, close.lately) == (None, None, Lately.TOO_FEW)


named = st.lists(
    st.tuples(st.sampled_from(FACETS), st.integers(1, 12)),
    min_size=1,
    max_size=8,
    unique_by=lambda told: told[0],
)


@settings(max_examples=20)
@given(named)
def test_another_week_that_names_a_facet_never_lowers_its_share(told: list[tuple[str, int]]) -> None:
    (facet, count), *others = told
    before = picture(14, (facet, count), *others)
    after = picture(14, (facet, count + 1), *others)

    shares = [
        next(cause.share for cause in found.causes if cause.facet == facet) for found in (before, after)
    ]
    assert shares[1] > shares[0]


@settings(max_examples=20)
@given(named, st.randoms(use_true_random=False))
def test_order_of_notes_changes_nothing(told: list[tuple[str, int]], random: Random) -> None:
    notes = [
        ReadNote(100 * place + week, MONDAYS[week], DISLIKE, (facet,))
        for place, (facet, count) in enumerate(told)
        for week in range(count)
    ]
    shuffled = list(notes)
    random.shuffle(shuffled)

    one, other = (
        study_of(picture_of(each, MONDAYS, VOCABULARY), VOCABULARY, seed=3) for each in (notes, shuffled)
    )

    assert one == other
