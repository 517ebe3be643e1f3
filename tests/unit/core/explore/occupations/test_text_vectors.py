"""Numbers made from the texts of a release. All occupations here are invented."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations import text_vectors as module
from unrut.core.explore.occupations.atlas import Floats, Lines
from unrut.core.explore.occupations.building import Release
from unrut.core.explore.occupations.text_vectors import text_vectors

pytestmark = pytest.mark.unit

Texts = Sequence[Sequence[str]]

BLOCKS = ("tasks", "task_words", "titles", "title_words", "description")
TITLES = ("Loaf Bakers", "Cake Bakers", "Boiler Menders", "Pump Menders", "Dreamers")
OTHERS: Texts = (["Bread Maker"], ["Pastry Maker"], ["Boiler Mechanic"], ["Pump Mechanic"], [])
TASKS: Texts = (
    ["Knead dough for bread.", "Bake bread in ovens."],
    ["Mix dough for cakes.", "Bake cakes in ovens."],
    ["Repair broken boilers.", "Replace worn valves with wrenches."],
    ["Repair broken pumps.", "Tighten leaking valves with wrenches."],
    [],
)
DESCRIPTIONS: Texts = (["Make bread."], ["Make cakes."], ["Repair boilers."], ["Repair pumps."], [])


def lines(texts: Texts) -> Lines:
    starts = np.cumsum([0, *map(len, texts)]).astype(np.int64)
    return Lines(tuple(text for some in texts for text in some), starts)


def a_release(
    titles: Sequence[str] = TITLES,
    others: Texts = OTHERS,
    tasks: Texts = TASKS,
    descriptions: Texts = DESCRIPTIONS,
) -> Release:
    nothing = lines([[] for _ in titles])
    return Release(
        version="1.0",
        codes=tuple(f"99-{place:04}.00" for place in range(len(titles))),
        titles=tuple(titles),
        zones=np.zeros(len(titles), dtype=np.int8),
        ratings={},
        entry={},
        alternates=lines(others),
        tasks=lines(tasks),
        is_core=np.ones(sum(map(len, tasks)), dtype=np.bool_),
        technology=nothing,
        technology_kinds=nothing,
        descriptions=lines(descriptions),
    )


def likeness(rows: Floats, one: int, other: int) -> float:
    return float(rows[one] @ rows[other])


@pytest.mark.parametrize("block", BLOCKS)
def test_occupations_alike_are_nearer(block: str) -> None:
    rows = text_vectors(a_release())[block]

    assert likeness(rows, 0, 1) > likeness(rows, 0, 2) + 0.2
    assert likeness(rows, 2, 3) > likeness(rows, 1, 3) + 0.2


def test_blocks_are_those_that_neighbours_read() -> None:
    assert tuple(text_vectors(a_release())) == BLOCKS


@pytest.mark.parametrize("block", ["tasks", "task_words", "description"])
def test_occupation_without_texts_has_zeros(block: str) -> None:
    rows = text_vectors(a_release())[block]

    assert rows.any(axis=1).tolist() == [True, True, True, True, False]


@given(
    st.lists(
        st.tuples(st.text(max_size=12), *[st.lists(st.text("ab é1\x00界", max_size=12), max_size=3)] * 3),
        min_size=1,
        max_size=5,
    )
)
def test_every_row_has_length_one_or_none(made: list[tuple[str, list[str], list[str], list[str]]]) -> None:
    titles, others, tasks, descriptions = zip(*made, strict=True)

    for rows in text_vectors(a_release(titles, others, tasks, descriptions)).values():
        lengths = np.linalg.norm(rows, axis=1)
        assert rows.dtype == np.float32
        assert len(rows) == len(made)
        assert all(length == pytest.approx(1, abs=1e-3) or length == 0 for length in lengths)


def test_same_release_gives_the_same_numbers() -> None:
    first, second = text_vectors(a_release()), text_vectors(a_release())

    assert all(np.array_equal(first[block], second[block]) for block in BLOCKS)


def test_order_of_occupations_changes_no_likeness() -> None:
    rows = text_vectors(a_release())
    turned = text_vectors(a_release(TITLES[::-1], OTHERS[::-1], TASKS[::-1], DESCRIPTIONS[::-1]))

    for block in BLOCKS:
        there = turned[block][::-1]
        assert rows[block] @ rows[block].T == pytest.approx(there @ there.T, abs=1e-4)


@pytest.mark.parametrize("block", ["tasks", "task_words"])
def test_what_few_do_beside_says_less(block: str) -> None:
    tasks = [*TASKS[:4], ["Knead dough for bread.", "Repair broken boilers."]]
    release = a_release(tasks=tasks)
    beside = replace(release, is_core=np.array([*[True] * 9, False]))

    to_bakers, to_menders = (
        [likeness(text_vectors(one)[block], 4, row) for one in (release, beside)] for row in (0, 2)
    )

    assert to_bakers[1] > to_bakers[0]
    assert to_menders[1] < to_menders[0]


@pytest.mark.parametrize("block", ["titles", "title_words"])
def test_own_title_says_more_than_another(block: str) -> None:
    rows = text_vectors(a_release([*TITLES[:4], "Cake Bakers"], [*OTHERS[:4], ["Pump Menders"]]))[block]

    assert likeness(rows, 4, 1) > likeness(rows, 4, 3)


def test_texts_read_in_parts_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = text_vectors(a_release())["tasks"]

    monkeypatch.setattr(module, "_AT_ONCE", 3)

    assert text_vectors(a_release())["tasks"] == pytest.approx(whole, abs=1e-5)


def test_words_of_one_or_of_all_tell_nothing() -> None:
    tasks = [["Work zebra."], ["Work yak."], ["Work ox."]]

    rows = text_vectors(a_release(["A", "B", "C"], [[]] * 3, tasks, [[]] * 3))["task_words"]

    assert not rows.any()


def test_rarest_words_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = [["bread rolls"], ["bread rolls"], ["bread"], ["other"]]
    monkeypatch.setattr(module, "_MOST_WORDS", 1)

    rows = text_vectors(a_release(list("ABCD"), [[]] * 4, tasks, [[]] * 4))["task_words"]

    assert likeness(rows, 0, 2) == pytest.approx(1, abs=1e-4)


def test_directions_are_as_many_as_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DIRECTIONS", 2)

    assert text_vectors(a_release())["task_words"].shape == (5, 2)


def test_what_all_texts_mean_is_taken_away() -> None:
    tasks = [["Knead dough for bread."], ["Knead dough for cakes."]]

    rows = text_vectors(a_release(["A", "B"], [[]] * 2, tasks, [[]] * 2))["tasks"]

    assert likeness(rows, 0, 1) == pytest.approx(-1, abs=1e-3)


def test_text_of_unknown_words_changes_no_meaning() -> None:
    tasks = [["日", *TASKS[0]], *TASKS[1:]]

    assert np.array_equal(text_vectors(a_release(tasks=tasks))["tasks"], text_vectors(a_release())["tasks"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("painter", "paint"),
        ("painters", "painted"),
        ("welding", "weld"),
        ("batteries", "battery"),
        ("glass", "glass"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert module._stem(one) == module._stem(other)


@pytest.mark.parametrize("word", ["the", "x", "2020", "a1"])
def test_word_that_says_nothing_is_left_out(word: str) -> None:
    assert module._stem(word) is None


@pytest.mark.parametrize("unit", ["1", "$", " ", "(", "a ", "ab cd ", "ing"])
def test_endless_text_is_read(unit: str) -> None:
    endless = unit * (1_000_000 // len(unit))

    blocks = text_vectors(
        a_release([endless, "Cake Bakers"], [[endless], []], [[endless], []], [[endless], []])
    )

    assert all(np.isfinite(rows).all() for rows in blocks.values())
