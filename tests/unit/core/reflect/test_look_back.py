"""The first picture: bands from answers and lines, and nothing that memory cannot tell."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.look_back import (
    Band,
    FirstPicture,
    LookBack,
    RememberedLine,
    Typical,
    band_of,
    first_picture,
    look_back_from,
    looked_back_items,
    share_of,
    typical_week,
)
from unrut.core.reflect.reader import NoteKind

pytestmark = pytest.mark.unit

LINE = 4.2
LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
FACETS = tuple(shipped_vocabulary().facets)
ANSWERS = st.dictionaries(st.sampled_from(FACETS), st.integers(0, 10))
SURENESS = st.floats(0, 1)
LINES = st.lists(
    st.builds(
        RememberedLine,
        st.integers(1, 99),
        st.sampled_from(NoteKind),
        st.dictionaries(st.sampled_from(FACETS), SURENESS, max_size=4),
    ),
    max_size=6,
    unique_by=lambda line: line.id,
)
BOTH_KINDS = st.sampled_from(NoteKind)


def bands(told: LookBack) -> tuple[dict[str, Band], dict[str, Band]]:
    picture = first_picture(told, LINE)
    return (
        {ground.facet: ground.band for ground in picture.weighs},
        {ground.facet: ground.band for ground in picture.gives},
    )


@pytest.mark.parametrize(
    ("kind", "answer", "sureness", "band"),
    [
        (DISLIKE, 0, [], Band.LIKELY),
        (DISLIKE, 2, [], Band.LIKELY),
        (DISLIKE, 3, [], Band.PERHAPS),
        (DISLIKE, 4, [], None),
        (DISLIKE, 3, [0.9], Band.LIKELY),
        (DISLIKE, 8, [0.9], Band.PERHAPS),
        (DISLIKE, None, [0.9], Band.PERHAPS),
        (DISLIKE, None, [], None),
        (LIKE, 10, [], Band.LIKELY),
        (LIKE, 9, [], Band.LIKELY),
        (LIKE, 8, [], Band.PERHAPS),
        (LIKE, 6, [], None),
        (LIKE, 8, [0.9, 0.5], Band.LIKELY),
        (LIKE, 2, [0.5], None),
    ],
)
def test_band_follows_from_answer_and_lines(
    kind: NoteKind, answer: int | None, sureness: list[float], band: Band | None
) -> None:
    assert band_of(share_of(kind, answer, sureness)) is band


def test_share_is_the_mean_of_prior_answer_and_line() -> None:
    assert share_of(DISLIKE, 0, [0.5]) == pytest.approx((2 * 0.08 + 3 * 1 + 0.5) / 6)
    assert share_of(LIKE, None, []) == pytest.approx(0.08)


@given(BOTH_KINDS, st.integers(0, 9), st.lists(SURENESS, max_size=3))
def test_better_answer_never_weighs_more_and_never_gives_less(
    kind: NoteKind, answer: int, sureness: list[float]
) -> None:
    here, better = share_of(kind, answer, sureness), share_of(kind, answer + 1, sureness)

    assert better <= here if kind is DISLIKE else better >= here


@given(BOTH_KINDS, st.integers(0, 10), st.lists(SURENESS, min_size=1, max_size=3), SURENESS)
def test_another_line_never_lowers_a_share(
    kind: NoteKind, answer: int, sureness: list[float], more: float
) -> None:
    assert share_of(kind, answer, [*sureness, more]) >= share_of(kind, answer, sureness)


@given(BOTH_KINDS, st.none() | st.integers(0, 10), st.lists(SURENESS, max_size=3))
def test_share_is_never_certain(kind: NoteKind, answer: int | None, sureness: list[float]) -> None:
    assert 0 < share_of(kind, answer, sureness) < 0.7


@given(ANSWERS, LINES)
def test_order_of_the_lines_does_not_matter(facets: dict[str, int], lines: list[RememberedLine]) -> None:
    told = LookBack(facets=facets, lines=lines)

    assert first_picture(replace(told, lines=lines[::-1]), LINE) == first_picture(told, LINE)


@given(ANSWERS, LINES)
def test_what_nobody_spoke_of_is_in_no_part(facets: dict[str, int], lines: list[RememberedLine]) -> None:
    spoken = {*facets, *(facet for line in lines for facet in line.facets)}

    weighs, gives = bands(LookBack(facets=facets, lines=lines))

    assert {*weighs, *gives} <= spoken


def test_grounds_name_what_they_rest_on_strongest_first() -> None:
    lines = [
        RememberedLine(7, DISLIKE, {"commute": 0.9, "autonomy": 0.6}),
        RememberedLine(3, DISLIKE, {"commute": 0.8}),
        RememberedLine(4, LIKE, {"coworkers": 0.9}),
    ]

    picture = first_picture(LookBack(facets={"commute": 3, "learning_growth": 1}, lines=lines), LINE)

    assert [(g.facet, g.band.value, g.answer, g.lines) for g in picture.weighs] == [
        ("learning_growth", "likely", 1, ()),
        ("commute", "likely", 3, (3, 7)),
        ("autonomy", "perhaps", None, (7,)),
    ]
    assert [(g.facet, g.lines) for g in picture.gives] == [("coworkers", (4,))]


@pytest.mark.parametrize(
    ("score", "where"),
    [
        (None, Typical.UNKNOWN),
        (3.1, Typical.LOW),
        (3.3, Typical.NEAR),
        (5.1, Typical.NEAR),
        (5.3, Typical.ABOVE),
    ],
)
def test_typical_week_is_placed_only_when_it_is_clear(score: float | None, where: Typical) -> None:
    assert typical_week(score, LINE) is where


def test_signs_of_a_typical_week_make_its_score() -> None:
    signs = {"satisfaction": 3, "boredom": 8, "dread": 7, "drive": 2, "learning": 1, "energy": 7}

    picture = first_picture(LookBack(signs=signs, best=8, worst=2), LINE)

    assert picture.score == pytest.approx(2.2)
    assert (picture.typical, picture.swing, picture.is_drained) == (Typical.LOW, 6, True)


@pytest.mark.parametrize("told", [LookBack(), LookBack(best=9), LookBack(signs={"energy": 6})])
def test_few_answers_give_an_open_picture(told: LookBack) -> None:
    picture = first_picture(told, LINE)

    assert picture == FirstPicture((), (), Typical.UNKNOWN, None, None, is_drained=False, answered=0)


@pytest.mark.parametrize(
    ("told", "is_empty"),
    [
        (LookBack(), True),
        (LookBack(worst=0), False),
        (LookBack(best=0), False),
        (LookBack(signs={"energy": 0}), False),
        (LookBack(facets={"commute": 0}), False),
        (LookBack(lines=[RememberedLine(1, LIKE, {})]), False),
    ],
)
def test_look_back_is_empty_only_without_any_answer(told: LookBack, *, is_empty: bool) -> None:
    assert told.is_empty is is_empty


def test_answers_are_sorted_by_what_they_are_about() -> None:
    line = RememberedLine(1, LIKE, {})

    told = look_back_from(
        {"typical_dread": 4, "best_satisfaction": 9, "worst_satisfaction": 1, "commute": 3}, [line]
    )

    assert told == LookBack({"dread": 4}, 9, 1, {"commute": 3}, [line])


def test_look_back_asks_38_questions() -> None:
    items = looked_back_items()

    assert (len(items), len(set(items)), items[0]) == (38, 38, "typical_satisfaction")
