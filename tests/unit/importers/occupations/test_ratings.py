"""Ratings: by element and scale, with what is not to be trusted unknown."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.atlases import RATING_COLUMNS, table, zipped

from unrut.core.explore.occupations.atlas import Rated, Ratings
from unrut.importers.contract import UnreadableFileError
from unrut.importers.occupations import ratings
from unrut.importers.occupations.contract import Reading
from unrut.importers.occupations.packed import OCCUPATIONS, release_files
from unrut.importers.occupations.ratings import FILES, RatedFile, rated_tables

pytestmark = pytest.mark.unit

ROWS = {"11-1011.00": 0, "13-2011.00": 1, "15-1252.00": 2}
SKILLS, KNOWLEDGE, _, _, CONTEXT, INTERESTS, _, STYLES = FILES
READING, WRITING = ("2.A.1.a", "Reading Comprehension"), ("2.A.1.c", "Writing")

Row = tuple[str, ...]


def read(asked: RatedFile, files: dict[str, list[Row]]) -> tuple[dict[Rated, Ratings], list[str]]:
    texts = {name: table(RATING_COLUMNS, told) for name, told in files.items()}
    with release_files(zipped({OCCUPATIONS: "x\n", **texts})) as held:
        reading = Reading(held, ROWS)
        return rated_tables(reading, asked), reading.warnings


def rated(code: str, element: Row, scale: str, value: str, suppress: str = "N", irrelevant: str = "") -> Row:
    return (code, *element, scale, value, suppress, irrelevant)


def values_of(*told: Row, table: Rated = Rated.SKILL_LEVEL) -> list[float]:
    found, _ = read(SKILLS, {"Skills.txt": list(told)})
    return [float(value) for value in found[table].values[:, 0]]


def test_values_stand_by_row_and_element() -> None:
    found, warnings = read(
        SKILLS,
        {
            "Skills.txt": [
                rated("11-1011.00", WRITING, "IM", "4.5"),
                rated("11-1011.00", WRITING, "LV", "5.5"),
                rated("13-2011.00", READING, "IM", "3"),
            ]
        },
    )

    importance, level = found[Rated.SKILL_IMPORTANCE], found[Rated.SKILL_LEVEL]
    assert (importance.ids, importance.names) == (
        ("2.A.1.a", "2.A.1.c"),
        ("Reading Comprehension", "Writing"),
    )
    np.testing.assert_array_equal(
        importance.values, np.array([[np.nan, 4.5], [3, np.nan], [np.nan, np.nan]], dtype=np.float32)
    )
    assert (level.ids, level.lows.tolist(), level.highs.tolist()) == (importance.ids, [0, 0], [7, 7])
    assert (importance.lows.tolist(), importance.highs.tolist(), warnings) == ([1, 1], [5, 5], [])


def test_table_in_two_files_is_one() -> None:
    split = {
        "Transferable Skills.txt": [rated("11-1011.00", ("2.B.1.a", "Social Perceptiveness"), "IM", "4")],
        "Essential Skills.txt": [rated("11-1011.00", READING, "IM", "3")],
    }

    found, _ = read(SKILLS, split)

    assert found[Rated.SKILL_IMPORTANCE].ids == ("2.A.1.a", "2.B.1.a")
    assert found[Rated.SKILL_IMPORTANCE].values[0].tolist() == [3, 4]


def test_scale_that_is_not_used_lacks_its_table() -> None:
    found, _ = read(SKILLS, {"Skills.txt": [rated("11-1011.00", READING, "LV", "3")]})

    assert list(found) == [Rated.SKILL_LEVEL]


@pytest.mark.parametrize("value", ["n/a", "", "nan"])
def test_table_without_any_number_is_lacking(value: str) -> None:
    assert read(SKILLS, {"Skills.txt": [rated("11-1011.00", READING, "IM", value)]})[0] == {}


def test_file_that_is_not_there_gives_nothing() -> None:
    assert read(SKILLS, {}) == ({}, [])


@pytest.mark.parametrize(
    ("suppress", "irrelevant", "level"),
    [("N", "N", 3.0), ("", "", 3.0), ("Y", "N", math.nan), ("N", "Y", 0.0), ("Y", "Y", 0.0)],
)
def test_level_is_unknown_when_suppressed_and_nought_when_not_relevant(
    suppress: str, irrelevant: str, level: float
) -> None:
    found = values_of(
        rated("11-1011.00", READING, "LV", "3", suppress, irrelevant), rated("13-2011.00", READING, "LV", "6")
    )

    np.testing.assert_equal(found, [level, 6.0, math.nan])


def test_importance_stays_where_the_level_is_not_relevant() -> None:
    found = values_of(
        rated("11-1011.00", READING, "IM", "1.5", "N", "Y"),
        rated("13-2011.00", READING, "IM", "2", "Y"),
        table=Rated.SKILL_IMPORTANCE,
    )

    np.testing.assert_equal(found, [1.5, math.nan, math.nan])


@pytest.mark.parametrize("value", ["7.5", "-1", "1e999", "nan", "three", "1" * 5000, "4,5"])
def test_value_off_its_scale_is_unknown_and_told(value: str) -> None:
    found, warnings = read(
        SKILLS,
        {"Skills.txt": [rated("11-1011.00", READING, "LV", value), rated("13-2011.00", READING, "LV", "2")]},
    )

    np.testing.assert_equal(found[Rated.SKILL_LEVEL].values[:, 0].tolist(), [math.nan, 2.0, math.nan])
    assert warnings == ['"Skills.txt": 1 row left out (no number on the scale).']


def test_row_on_an_unlisted_occupation_or_told_twice_is_left_out() -> None:
    told = [
        rated("11-1011.00", READING, "LV", "3"),
        rated("11-1011.00", READING, "LV", "5"),
        *[rated("99-9999.00", READING, "LV", "3")] * 2,
    ]

    found, warnings = read(SKILLS, {"Skills.txt": told})

    assert found[Rated.SKILL_LEVEL].values[0, 0] == 3
    assert warnings == [
        '"Skills.txt": 2 rows left out (of an occupation that is not in "Occupation Data.txt").',
        '"Skills.txt": 1 row left out (rated before).',
    ]


def test_elements_stand_in_their_natural_order() -> None:
    told = [
        rated("11-1011.00", (element, element), "IM", "3")
        for element in ("2.C.10", "2.C.1.b", "2.C.9.a", "2.C.1.a")
    ]

    found, _ = read(KNOWLEDGE, {"Knowledge.txt": told})

    assert found[Rated.KNOWLEDGE_IMPORTANCE].ids == ("2.C.1.a", "2.C.1.b", "2.C.9.a", "2.C.10")


def test_element_has_its_newest_name() -> None:
    told = [
        rated("11-1011.00", ("4.C.1.a.2.h", "Electronic Mail"), "CX", "3"),
        rated("11-1011.00", ("4.C.3.b.8", "Structured versus Unstructured Work"), "CX", "3"),
        rated("11-1011.00", ("4.C.9.z", " A  New One "), "CX", "3"),
    ]

    found, _ = read(CONTEXT, {"Work Context.txt": told})

    assert found[Rated.CONTEXT].names == ("E-Mail", "Determine Tasks, Priorities and Goals", "A New One")


def test_context_has_two_scales_and_no_shares() -> None:
    told = [
        rated("11-1011.00", ("4.C.3.d.4", "Work Schedules"), "CT", "2"),
        rated("11-1011.00", ("4.C.3.d.1", "Time Pressure"), "CX", "4.2"),
        rated("11-1011.00", ("4.C.3.d.1", "Time Pressure"), "CXP", "60"),
    ]

    found = read(CONTEXT, {"Work Context.txt": told})[0][Rated.CONTEXT]

    assert (found.lows.tolist(), found.highs.tolist()) == ([1, 1], [5, 3])
    np.testing.assert_allclose(found.values[0], [4.2, 2])


def test_ranks_of_interests_are_no_interests() -> None:
    told = [
        rated("11-1011.00", ("1.B.1.a", "Realistic"), "OI", "6"),
        rated("11-1011.00", ("1.B.1.g", "First Interest High-Point"), "IH", "1"),
    ]

    for name in ("Interests.txt", "Career Interest Types.txt"):
        assert read(INTERESTS, {name: told})[0][Rated.INTEREST].ids == ("1.B.1.a",)


def test_styles_are_rated_by_impact_or_before_30_by_importance() -> None:
    older = rated("11-1011.00", ("1.C.1.a", "Achievement/Effort"), "IM", "4")
    newer = rated("11-1011.00", ("1.D.1.a", "Innovation"), "WI", "-1.5")

    both = read(STYLES, {"Work Styles.txt": [older, newer]})[0][Rated.STYLE]
    alone = read(STYLES, {"Work Styles.txt": [older]})[0][Rated.STYLE]

    assert (both.ids, both.lows.tolist(), both.values[0].tolist()) == (("1.D.1.a",), [-3], [-1.5])
    assert (alone.ids, alone.lows.tolist(), alone.values[0].tolist()) == (("1.C.1.a",), [1], [4])


@pytest.mark.parametrize("element", ["", "Reading", "2", "2." + "1" * 50, "2.A.1.a" * 100, "²·A"])
def test_what_is_no_element_is_refused(element: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        values_of(rated("11-1011.00", (element, "Reading"), "LV", "3"))

    assert str(refused.value) == (
        f'"Skills.txt" has "{element[:40]}" where the ID of an element should stand. Download the release again.'
    )


def test_countless_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ratings, "MOST_ELEMENTS", 2)
    told = [rated("11-1011.00", (f"2.A.{number}", "Reading"), "LV", "3") for number in range(3)]

    with pytest.raises(UnreadableFileError, match="rates more than 2 elements, more than any release"):
        values_of(*told)


@given(st.lists(st.tuples(st.sampled_from(list(ROWS)), st.sampled_from("abc"), st.floats(0, 7)), max_size=9))
def test_first_value_of_each_cell_comes_out(told: list[tuple[str, str, float]]) -> None:
    found, _ = read(
        SKILLS,
        {
            "Skills.txt": [
                rated(code, (f"2.A.1.{part}", part), "LV", repr(value)) for code, part, value in told
            ]
        },
    )
    first = {(ROWS[code], f"2.A.1.{part}"): value for code, part, value in reversed(told)}

    cells = [
        (row, element)
        for level in found.values()
        for row in ROWS.values()
        for place, element in enumerate(level.ids)
        if level.values[row, place] == np.float32(first.get((row, element), math.nan))
    ]
    assert sorted(cells) == sorted(first)
