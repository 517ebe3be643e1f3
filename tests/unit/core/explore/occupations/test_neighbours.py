"""Which kinds of work are near one. All occupations here are invented, but for the last test."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from unrut.core.explore.occupations.atlas import Atlas, Floats, Lines, Rated, Ratings
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.neighbours import Neighbourhood

pytestmark = pytest.mark.unit

RELEASE = Path(__file__).resolve().parents[6] / "shared/data/onet/db_30_1_text.zip"
TITLES = ("Loaf Bakers", "Cake Bakers", "Sweet Makers", "Boiler Menders", "Pump Menders", "Dreamers")
BAKER, CAKES, SWEETS, BOILERS, PUMPS, DREAMER = range(6)
TASKS = np.array(
    [[1, 0, 0], [0.96, 0.28, 0], [0.6, 0.8, 0], [0, 0, 1], [0, 0.28, 0.96], [0, 0, 0]], dtype=np.float32
)
TITLE_WORDS = np.array(
    [[1, 0, 0], [0.8, 0.6, 0], [0, 1, 0], [0, 0, 1], [0.28, 0, 0.96], [0, 0.6, 0.8]], dtype=np.float32
)
UNKNOWN = [np.nan] * 4
FOOD, MECHANICAL, CHEMISTRY, SAFETY = KNOWLEDGE = ("9.Z.1", "9.Z.2", "9.Z.3", "9.Z.4")
KNOWN = np.array(
    [[5, 1, 3, 2], [5, 1, 4, 2], [5, 2, 4, 2], [1, 5, 3, 4], [1, 5, 2, 4], UNKNOWN], dtype=np.float32
)
# Of the sweets less than half is known.
INTEREST = np.array(
    [[5, 2, 1, 1], [5, 3, 1, 1], [5, *UNKNOWN[:3]], [6, 4, 1, 1], [6, 4, 1, 2], UNKNOWN], dtype=np.float32
)


def ratings(values: Floats, ids: Sequence[str] = KNOWLEDGE, low: float = 1, high: float = 5) -> Ratings:
    """A table whose elements have names that say nothing: what is shared is told by ids."""
    count = values.shape[1]
    lows, highs = (np.full(count, end, dtype=np.float32) for end in (low, high))
    return Ratings(tuple(ids[:count]), ("Any",) * count, values, lows, highs)


RATED = {
    Rated.KNOWLEDGE_IMPORTANCE: ratings(KNOWN),
    Rated.INTEREST: ratings(INTEREST, list("RIAS"), high=7),
}
VECTORS = {"tasks": TASKS, "title_words": TITLE_WORDS}


def an_atlas(
    titles: Sequence[str] = TITLES,
    zones: Sequence[int] = (2, 2, 2, 3, 3, 0),
    rated: Mapping[Rated, Ratings] = RATED,
    vectors: Mapping[str, Floats] = VECTORS,
) -> Atlas:
    return Atlas(
        release="1.0",
        codes=tuple(f"99-{place:04}.00" for place in range(len(titles))),
        titles=tuple(titles),
        zones=np.array(zones, dtype=np.int8),
        ratings=rated,
        entry={},
        alternates=Lines((), np.zeros(len(titles) + 1, dtype=np.int64)),
        vectors=vectors,
    )


@st.composite
def any_atlas(draw: st.DrawFn) -> Atlas:
    """Up to six occupations of which anything may be unknown or the same, and any table may be lacking."""
    count, width = draw(st.integers(1, 6)), draw(st.integers(1, 3))
    value = st.one_of(st.sampled_from([1.0, 5.0, np.nan]), st.floats(1, 5, width=32))
    tables = arrays(np.float32, (count, width), elements=value)
    rows = arrays(np.float32, (count, width), elements=st.floats(-1, 1, width=32))
    kinds = st.sampled_from([*RATED, Rated.SKILL_IMPORTANCE, Rated.SKILL_LEVEL])
    return an_atlas(
        [f"Work {place}" for place in range(count)],
        draw(st.lists(st.integers(0, 5), min_size=count, max_size=count)),
        {kind: ratings(found) for kind, found in draw(st.dictionaries(kinds, tables)).items()},
        draw(st.dictionaries(st.sampled_from(["tasks", "titles", "title_words"]), rows)),
    )


def test_nearest_come_first() -> None:
    near = Neighbourhood(an_atlas())

    assert [found.row for found in near.nearest(BAKER, most=2)] == [CAKES, SWEETS]
    assert [found.row for found in near.nearest(BOILERS, most=1)] == [PUMPS]


def test_neighbour_is_told_with_its_names() -> None:
    near = Neighbourhood(an_atlas())

    (found,) = near.nearest(BAKER, most=1)

    assert (found.code, found.title) == ("99-0001.00", "Cake Bakers")
    assert found.nearness == pytest.approx(float(near.nearness(BAKER)[CAKES]))
    assert found.shared == (FOOD,)


def test_occupation_without_survey_has_neighbours_by_its_title() -> None:
    found = Neighbourhood(an_atlas()).nearest(DREAMER)

    assert found[0].row == BOILERS
    assert all(neighbour.shared == () for neighbour in found)


def test_occupation_of_which_nothing_is_known_has_no_neighbours() -> None:
    titles = TITLE_WORDS * np.array([[1], [1], [1], [1], [1], [0]], dtype=np.float32)
    near = Neighbourhood(an_atlas(vectors={"tasks": TASKS, "title_words": titles}))

    assert near.nearest(DREAMER) == []
    assert near.nearness(DREAMER).tolist() == [0, 0, 0, 0, 0, 1]


def test_what_is_not_known_counts_as_less_near() -> None:
    twins = {name: np.vstack([rows[:5], rows[:1]]) for name, rows in VECTORS.items()}
    near = Neighbourhood(an_atlas(zones=(2, 2, 2, 3, 3, 2), vectors=twins)).nearness(BAKER)

    assert near[SWEETS] < near[DREAMER] < 1


def test_nearness_falls_with_each_job_zone() -> None:
    zones = [1, 2, 3, 4, 5, 0]

    near = Neighbourhood(an_atlas(zones=zones, rated={}, vectors={})).nearness(0)

    steps = np.diff(near[:3])
    assert steps[0] == pytest.approx(steps[1], abs=1e-5)
    assert steps[0] < 0
    assert near[5] == 0


@pytest.mark.parametrize("kind", list(RATED))
def test_rows_known_by_less_than_half_are_not_compared(kind: Rated) -> None:
    values = KNOWN.copy()
    values[SWEETS, 1:] = np.nan
    other = values.copy()
    other[SWEETS, 0] = np.nan

    given, none = (
        Neighbourhood(an_atlas(rated={kind: ratings(table)})).nearness(SWEETS) for table in (values, other)
    )

    # The only number known still moves the mean that others are compared with, and nothing else.
    assert given == pytest.approx(none, abs=0.03)


def test_knowledge_is_compared_by_its_shape() -> None:
    shapes = np.array([[4, 2, 1], [5, 3, 2], [4, 2, 1.5], [2, 4, 5], [1, 2, 5], [2, 5, 1]], dtype=np.float32)
    rated = {Rated.KNOWLEDGE_IMPORTANCE: ratings(shapes)}

    near = Neighbourhood(an_atlas(zones=[0] * 6, rated=rated, vectors={})).nearness(0)

    assert near[1] > 0.9
    assert near[3] == 0


def test_equal_occupations_are_no_nearer_than_any_two() -> None:
    alike = {"tasks": np.ones((6, 3), dtype=np.float32)}

    near = Neighbourhood(an_atlas(zones=[3] * 6, rated={}, vectors=alike))

    assert near.nearness(0).tolist() == [1, 0, 0, 0, 0, 0]


@given(any_atlas())
def test_nearness_is_a_symmetric_number_from_0_to_1(atlas: Atlas) -> None:
    near = Neighbourhood(atlas)

    table = np.array([near.nearness(row) for row in range(len(atlas))])

    assert table.min() >= 0
    assert table.max() <= 1
    assert np.diag(table).tolist() == [1] * len(atlas)
    assert table == pytest.approx(table.T, abs=1e-4)


@given(any_atlas(), st.integers(0, 8))
def test_nearest_are_others_in_order_and_no_more_than_asked(atlas: Atlas, most: int) -> None:
    found = Neighbourhood(atlas).nearest(0, most=most)

    assert len(found) <= most
    assert 0 not in [neighbour.row for neighbour in found]
    assert [neighbour.nearness for neighbour in found] == sorted(
        (neighbour.nearness for neighbour in found), reverse=True
    )
    assert all(0 < neighbour.nearness <= 1 for neighbour in found)


@pytest.mark.parametrize(
    ("ours", "theirs", "shared"),
    [
        ([5, 5, 5, 5], [5, 5, 5, 5], (FOOD, MECHANICAL, CHEMISTRY)),
        ([5, 4, 1, 1], [5, 5, 5, 1], (FOOD, MECHANICAL)),
        ([5, 1, 1, 1], [1, 5, 5, 5], ()),
        ([2.5, 1, 1, 1], [2.5, 1, 1, 1], ()),
        (UNKNOWN, [5, 5, 5, 5], ()),
    ],
)
def test_shared_is_what_both_need_much(
    ours: list[float], theirs: list[float], shared: tuple[str, ...]
) -> None:
    values = np.array([ours, theirs, *[[1, 1, 1, 1]] * 4], dtype=np.float32)

    near = Neighbourhood(an_atlas(rated={Rated.KNOWLEDGE_IMPORTANCE: ratings(values)}))

    assert next(found.shared for found in near.nearest(BAKER) if found.row == CAKES) == shared


def test_what_everybody_needs_is_not_shared() -> None:
    values = np.array([[5, 5], [5, 5], [5, 1], [5, 1], [5, 1], [5, 1]], dtype=np.float32)

    near = Neighbourhood(an_atlas(rated={Rated.SKILL_IMPORTANCE: ratings(values)}))

    assert near.nearest(BAKER, most=1)[0].shared == (MECHANICAL,)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (Rated.SKILL_IMPORTANCE, Rated.KNOWLEDGE_IMPORTANCE, (FOOD, MECHANICAL)),
        (Rated.SKILL_LEVEL, Rated.ACTIVITY_LEVEL, (FOOD, MECHANICAL)),
        (Rated.VALUE, Rated.CONTEXT, ()),
    ],
)
def test_shared_of_one_name_in_two_tables_are_two(
    first: Rated, second: Rated, shared: tuple[str, ...]
) -> None:
    rated = {kind: ratings(KNOWN[:, :1], [id_]) for kind, id_ in ((first, FOOD), (second, MECHANICAL))}

    (found,) = Neighbourhood(an_atlas(rated=rated)).nearest(BAKER, most=1)

    assert found.shared == shared


def test_level_is_not_asked_where_importance_is_known() -> None:
    levels = ratings(KNOWN, ["Levels"] * 4)

    near = Neighbourhood(
        an_atlas(
            rated={Rated.SKILL_LEVEL: levels, Rated.SKILL_IMPORTANCE: ratings(KNOWN, ["Importance"] * 4)}
        )
    )

    assert near.nearest(BAKER, most=1)[0].shared == ("Importance",)


@given(st.integers(0, 5), st.floats(1e-6, 1e6))
def test_one_behind_somebody_is_its_own_nearness(row: int, weight: float) -> None:
    near = Neighbourhood(an_atlas())

    assert near.nearness_to([row], [weight]) == pytest.approx(near.nearness(row), abs=1e-6)


@given(any_atlas(), st.lists(st.tuples(st.integers(0, 5), st.floats(0, allow_infinity=False)), max_size=4))
def test_nearness_to_somebody_lies_from_0_to_1(atlas: Atlas, behind: list[tuple[int, float]]) -> None:
    rows, weights = [row % len(atlas) for row, _ in behind], [weight for _, weight in behind]

    found = Neighbourhood(atlas).nearness_to(rows, weights)

    assert found.shape == (len(atlas),)
    assert found.min() >= 0
    assert found.max() <= 1


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9)), min_size=1, max_size=4), st.integers(1, 1000)
)
def test_only_shares_of_weights_count(behind: list[tuple[int, int]], factor: int) -> None:
    near, rows = Neighbourhood(an_atlas()), [row for row, _ in behind]

    once = near.nearness_to(rows, [weight for _, weight in behind])
    twice = near.nearness_to([*rows, *rows], [weight * factor for _, weight in behind] * 2)

    assert twice == pytest.approx(once, abs=1e-5)


def test_weightier_one_draws_more() -> None:
    near = Neighbourhood(an_atlas())

    found = near.nearness_to([BAKER, BOILERS], [4, 1])

    assert found[BAKER] > found[BOILERS] > 0
    assert found[CAKES] > found[PUMPS]


def test_nearness_to_is_half_of_the_nearest_and_half_the_mean() -> None:
    near = Neighbourhood(an_atlas())
    to_baker, to_boilers = near.nearness(BAKER), near.nearness(BOILERS)

    found = near.nearness_to([BAKER, BOILERS], [2, 1])

    nearest, mean = np.maximum(to_baker, to_boilers / 2), (2 * to_baker + to_boilers) / 3
    assert found == pytest.approx((nearest + mean) / 2, abs=1e-6)


@pytest.mark.parametrize(("rows", "weights"), [([], []), ([BAKER], [0]), ([BAKER, CAKES], [0, 0])])
def test_nothing_is_near_to_somebody_with_nothing_behind(rows: list[int], weights: list[float]) -> None:
    assert Neighbourhood(an_atlas()).nearness_to(rows, weights).tolist() == [0] * 6


@pytest.mark.parametrize("weight", [-1, float("nan"), float("inf")])
def test_weight_that_is_none_is_our_mistake(weight: float) -> None:
    with pytest.raises(ValueError, match="number from 0"):
        Neighbourhood(an_atlas()).nearness_to([BAKER], [weight])


def test_other_blocks_of_an_atlas_change_nothing() -> None:
    more = replace(an_atlas(), vectors={**VECTORS, "sounds": TASKS[::-1]})

    assert np.array_equal(Neighbourhood(more).nearness(BAKER), Neighbourhood(an_atlas()).nearness(BAKER))


@pytest.mark.skipif(not RELEASE.exists(), reason="the release of O*NET lies beside the project, not in it")
def test_official_list_is_found_in_the_shipped_atlas() -> None:
    near, atlas, found = Neighbourhood(shipped_atlas()), shipped_atlas(), []
    for code, primary in _official().items():
        codes = [neighbour.code for neighbour in near.nearest(atlas.rows[code], most=20)]
        found.append((len(primary & set(codes)) / len(primary), bool(primary & set(codes[:5]))))

    recall, hit = np.mean(found, axis=0)

    assert len(found) == 923
    assert recall >= 0.65
    assert hit >= 0.95


def _official() -> dict[str, set[str]]:
    """The ten primary ones of each occupation."""
    with zipfile.ZipFile(RELEASE) as held:
        name = next(name for name in held.namelist() if name.endswith("Related Occupations.txt"))
        rows = csv.DictReader(io.StringIO(held.read(name).decode()), delimiter="\t")
    listed: dict[str, set[str]] = {}
    for row in rows:
        if row["Relatedness Tier"].startswith("Primary"):
            listed.setdefault(row["O*NET-SOC Code"], set()).add(row["Related O*NET-SOC Code"])
    return listed
