"""What is written of an atlas is read again, and nothing else is taken for one."""

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.atlases import tiny_atlas, zipped

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations import atlas_file
from unrut.core.explore.occupations.atlas import Atlas, Entry, Floats, Lines, Prose, Rated, Ratings
from unrut.core.explore.occupations.atlas_file import (
    read_atlas,
    sealed,
    shipped_atlas,
    source_of,
    write_atlas,
)

pytestmark = pytest.mark.unit

DAMAGED = "The file of occupations is damaged, or is another file. Read the release of O*NET again."
WIDEST_STEP = 7 / 254
WHOLE = write_atlas(tiny_atlas())


def arrays_of(data: bytes) -> dict[str, np.ndarray[Any, Any]]:
    with np.load(io.BytesIO(data)) as held:
        return {name: held[name] for name in held}


def changed(**arrays: Any) -> bytes:
    """The file of the tiny atlas with other arrays; "__" in a name stands for "."."""
    held = arrays_of(write_atlas(tiny_atlas()))
    written = io.BytesIO()
    np.savez(written, **held | {name.replace("__", "."): array for name, array in arrays.items()})
    return sealed(written.getvalue())


def unpacked(data: bytes) -> Atlas:
    """The atlas with all that would be unpacked later."""
    atlas = read_atlas(data)
    return replace(atlas, prose=dict(atlas.prose), tables=dict(atlas.tables))


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidReferenceError) as refused:
        unpacked(data)
    return str(refused.value)


def told(lines: Lines) -> tuple[tuple[str, ...], list[int]]:
    return lines.texts, lines.starts.tolist()


def bare() -> Atlas:
    """The tiny atlas with little in it, quick to write."""
    return replace(tiny_atlas(), ratings={}, entry={}, vectors={}, prose={})


def one_table(values: Floats) -> Atlas:
    """The tiny atlas with one table of its own."""
    count = values.shape[1]
    ends = np.full(count, -3, dtype=np.float32), np.full(count, 3, dtype=np.float32)
    names = tuple(f"E{number}" for number in range(count))
    return replace(bare(), ratings={Rated.STYLE: Ratings(names, names, values, *ends)})


def test_texts_and_numbers_are_read_again() -> None:
    atlas = tiny_atlas()

    found = read_atlas(write_atlas(atlas))

    assert (found.release, found.codes, found.titles, found.lacking) == (
        "30.1",
        atlas.codes,
        atlas.titles,
        (),
    )
    assert (found.zones.tolist(), told(found.alternates)) == (atlas.zones.tolist(), told(atlas.alternates))
    assert {kind: told(lines) for kind, lines in found.prose.items()} == {
        kind: told(lines) for kind, lines in atlas.prose.items()
    }


def test_ratings_are_read_again_within_half_a_step() -> None:
    atlas = tiny_atlas()

    found = read_atlas(write_atlas(atlas)).ratings

    for rated, ratings in atlas.ratings.items():
        assert (found[rated].ids, found[rated].names) == (ratings.ids, ratings.names)
        np.testing.assert_array_equal(found[rated].lows, ratings.lows)
        np.testing.assert_array_equal(found[rated].highs, ratings.highs)
        np.testing.assert_allclose(found[rated].values, ratings.values, atol=WIDEST_STEP / 2 + 1e-5)


def test_shares_and_vectors_are_read_again_nearly() -> None:
    atlas = tiny_atlas()

    found = read_atlas(write_atlas(atlas))

    for entry in Entry:
        np.testing.assert_allclose(found.entry[entry], atlas.entry[entry], atol=0.005)
        np.testing.assert_allclose(found.entry[entry][:7].sum(axis=1), 1, atol=1e-5)
    for name, vectors in atlas.vectors.items():
        lengths = (vectors * vectors).sum(axis=1)
        np.testing.assert_allclose((found.vectors[name] * vectors).sum(axis=1), lengths, atol=0.002)


@given(
    st.lists(
        st.lists(st.floats(-3, 3, width=32) | st.just(float("nan")), min_size=8, max_size=8),
        min_size=1,
        max_size=4,
    )
)
def test_any_rating_is_kept_within_half_a_step_and_the_unknown_unknown(columns: list[list[float]]) -> None:
    values = np.array(columns, dtype=np.float32).T

    once = read_atlas(write_atlas(one_table(values))).ratings[Rated.STYLE].values
    twice = read_atlas(write_atlas(one_table(once))).ratings[Rated.STYLE].values

    np.testing.assert_allclose(once, values, atol=3 / 254 + 1e-5)
    np.testing.assert_array_equal(once, twice)


@given(
    st.lists(
        st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])), min_size=8, max_size=8
    )
)
def test_any_line_is_kept(texts: list[str]) -> None:
    lines = Lines(tuple(texts), np.arange(9))

    found = read_atlas(write_atlas(replace(bare(), alternates=lines)))

    assert told(found.alternates) == told(lines)


def test_line_with_two_lines_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="a text of an atlas has one line"):
        write_atlas(replace(tiny_atlas(), release="30\n1"))


def test_vectors_of_nothing_stay_nothing() -> None:
    vectors = {"none": np.zeros((8, 3), dtype=np.float32), "narrow": np.zeros((8, 0), dtype=np.float32)}

    found = read_atlas(write_atlas(replace(tiny_atlas(), vectors=vectors))).vectors

    assert {name: block.tolist() for name, block in found.items()} == {
        "none": [[0] * 3] * 8,
        "narrow": [[]] * 8,
    }


def test_same_atlas_gives_the_same_bytes_and_keeps_its_source() -> None:
    data = write_atlas(tiny_atlas(), source="ab12")

    assert data == write_atlas(tiny_atlas(), source="ab12")
    assert (source_of(data), source_of(write_atlas(tiny_atlas()))) == ("ab12", "")


def test_layout_of_another_version_is_told() -> None:
    assert refusal(changed(format=np.array(99))) == (
        "The file of occupations was written by another version of Unrut. Read the release of O*NET again."
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"atlas",
        zipped({"holiday.txt": "x"}),
        sealed(zipped({"holiday.txt": "x"})),
        sealed(zipped({"format.npy": "1"}, "")),
        WHOLE + b"more",
        WHOLE[:-100],
        WHOLE[:4000],
        WHOLE[:2000] + b"x" * 400 + WHOLE[2400:],
    ],
)
def test_damaged_or_foreign_file_is_told(data: bytes) -> None:
    assert refusal(data) == DAMAGED


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("format", np.array([1, 1])),
        ("format", np.array({"a": 1}, dtype=object)),
        ("titles", np.frombuffer(b"One\n", dtype=np.uint8)),
        ("codes", np.frombuffer(b"\xff\n", dtype=np.uint8)),
        ("codes", np.frombuffer(b"A\n" * 8, dtype=np.uint8)),
        ("release", np.frombuffer(b"30.1", dtype=np.uint8)),
        ("release", np.zeros(0, dtype=np.uint8)),
        ("zones", np.zeros(7, dtype=np.int8)),
        ("alternates__starts", np.zeros(9, dtype=np.int32)),
        ("alternates__starts", np.array([0, 9, 2, 3, 4, 5, 6, 7, 18])),
        ("alternates__starts", np.zeros(3, dtype=np.int32)),
        ("ratings__skill_level__values", np.zeros((8, 3), dtype=np.uint8)),
        ("ratings__skill_level__ends", np.zeros((2, 35), dtype=np.float32)),
        ("ratings__skill_level__ends", np.full((2, 35), np.nan, dtype=np.float32)),
        ("ratings__skill_level__ends", np.zeros((3, 35), dtype=np.float32)),
        ("entry__education", np.zeros((8, 3), dtype=np.uint8)),
        ("vectors__tasks", np.zeros((7, 128), dtype=np.int8)),
        ("vectors__tasks__scale", np.array(np.inf)),
        ("prose__tasks__texts", np.zeros(4, dtype=np.uint8)),
        ("tables__title_sizes_1", np.zeros(8, dtype=np.int8)),
        ("tables__title_sizes_1__scale", np.array(np.nan)),
    ],
)
def test_arrays_that_do_not_go_together_are_told(name: str, array: Any) -> None:
    assert refusal(changed(**{name: array})) == DAMAGED


def test_shares_of_nobody_are_unknown() -> None:
    found = read_atlas(changed(entry__education=np.zeros((8, 12), dtype=np.uint8)))

    assert np.isnan(found.entry[Entry.EDUCATION]).all()


def test_prose_is_unpacked_when_it_is_asked_for_and_once() -> None:
    prose = read_atlas(WHOLE).prose
    some = replace(bare(), prose={Prose.TASKS: tiny_atlas().prose[Prose.TASKS]})

    assert (len(prose), list(prose), Prose.TASKS in prose) == (3, list(Prose), True)
    assert prose[Prose.TASKS] is prose[Prose.TASKS]
    with pytest.raises(KeyError):
        read_atlas(write_atlas(some)).prose[Prose.DESCRIPTION]


@given(
    st.lists(st.lists(st.floats(-1, 1, width=32), min_size=3, max_size=3), max_size=5).map(
        lambda rows: np.array(rows, dtype=np.float32).reshape(-1, 3)
    )
)
def test_tables_come_back_to_a_tenth_of_their_size(table: Floats) -> None:
    size = float(np.sqrt(np.mean(np.square(table)))) if table.size else 0.0

    found = read_atlas(write_atlas(replace(bare(), tables={"learnt": table}))).tables

    assert list(found) == ["learnt"]
    assert found["learnt"].shape == table.shape
    assert found["learnt"] == pytest.approx(table, abs=0.1001 * size + 1e-9)


def test_atlas_without_tables_has_none() -> None:
    assert read_atlas(write_atlas(replace(bare(), tables={}))).tables == {}


def test_bomb_is_told_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atlas_file, "LARGEST", 10_000)

    assert refusal(WHOLE) == DAMAGED


@given(st.integers(0, 20_000), st.integers(1, 255))
def test_file_of_which_a_byte_changed_is_refused(place: int, other: int) -> None:
    spoilt = bytearray(WHOLE)
    spoilt[place % len(spoilt)] ^= other

    assert refusal(bytes(spoilt)) == DAMAGED


@given(st.integers(0, 20_000), st.integers(1, 255))
def test_file_that_was_spoilt_before_it_was_sealed_is_read_or_refused(place: int, other: int) -> None:
    spoilt = bytearray(WHOLE[:-8])  # without the checksum, which is made anew
    spoilt[place % len(spoilt)] ^= other

    try:
        found = read_atlas(sealed(bytes(spoilt)))
        count = len(found) + len(dict(found.prose))
    except InvalidReferenceError:
        count = 11

    assert count == 11


def test_shipped_atlas_is_whole_and_holds_no_sentence() -> None:
    atlas = shipped_atlas()

    assert (atlas.release, len(atlas), atlas.prose) == ("30.1", 1016, {})
    assert atlas.lacking == ("ability_importance", "activity_importance")
    assert not any(text.endswith(".") and len(text.split()) > 6 for text in atlas.alternates.texts)
    assert Prose.TASKS not in atlas.prose
