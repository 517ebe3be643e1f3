"""From a job title to its occupation."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from atlases import tiny_atlas
from unrut.core.explore.occupations import titles as module
from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.titles import SURE, TitleIndex, TitleReason, core_of

pytestmark = pytest.mark.unit
INDEX = TitleIndex(tiny_atlas())
# Abbreviations and common titles are those of the real atlas, which the package ships.
REAL = TitleIndex(shipped_atlas())


@pytest.mark.parametrize(
    ("title", "code", "told", "reason"),
    [
        ("Harbour Nurses", "29-1141.05", "Harbour Nurses", TitleReason.TITLE),
        ("PORT NURSE", "29-1141.05", "Port Nurse", TitleReason.OTHER),
        ("nurse, port", "29-1141.05", "Port Nurse", TitleReason.OTHER),
        ("Senior Port Nurse (m/f/d) @ Quay Ltd", "29-1141.05", "Port Nurse", TitleReason.OTHER),
        ("Lamp fiter", "47-2111.01", "Lamp Fitter", TitleReason.SPELLING),
        ("Bookkeeping SWE", "15-1252.01", "Bookkeeping Software Engineer", TitleReason.OTHER),
        ("quayside ledger clerk", "43-3031.01", "Ledger Clerks", TitleReason.WORDS),
        ("clinic", "29-1141.05", "Harbour Nurses", TitleReason.MEANING),
    ],
)
def test_a_title_finds_its_occupation(title: str, code: str, told: str, reason: TitleReason) -> None:
    best = INDEX.find(title)[0]

    assert (best.code, best.told, best.reason) == (code, told, reason)
    assert best.title == INDEX._atlas.titles[best.row]


NOISE = [
    "",
    "happy",
    " ",
    "asdf",
    "12345",
    "🙂",
    "x" * 10_000,
    "Krankenpfleger",
    "Ingénieur logiciel",
    "the of",
    "$" * 99,
    "(m/w/d)",
    "stay at home mum",
    "Unemployed",
]


@pytest.mark.parametrize("title", [*NOISE, "happy", "Professor für Informatik"])
def test_noise_and_other_languages_find_nothing(title: str) -> None:
    assert REAL.find(title) == []
    assert REAL.best([title]) == [None]


@given(st.lists(st.text(max_size=40) | st.sampled_from(["nurse", "Port Nurse", "coach", *NOISE]), max_size=5))
def test_many_titles_are_found_like_each(titles: list[str]) -> None:
    found = INDEX.find_many(titles)

    assert [[one.code for one in matches] for matches in found] == [
        [one.code for one in INDEX.find(title)] for title in titles
    ]
    for matches in found:
        chances = [one.chance for one in matches]
        assert chances == sorted(chances, reverse=True)
        assert all(0 < chance <= 1 for chance in chances)
        assert sum(chances) <= 1 + 1e-5


@pytest.mark.parametrize(("most", "count"), [(0, 0), (1, 1), (3, 3), (99, 8)])
def test_no_more_are_found_than_asked_for(most: int, count: int) -> None:
    assert len(INDEX.find("worker", most=most)) == count


def test_best_takes_only_what_is_more_likely_right() -> None:
    sure, unsure, nothing = INDEX.best(["Port Nurse", "worker", ""])

    assert sure is not None
    assert sure.chance >= SURE
    assert (sure.code, unsure, nothing) == ("29-1141.05", None, None)


def test_titles_beyond_one_block_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ["Port Nurse", "", "Daybook Clerk", "Coach Driver", "asdf"]
    whole = INDEX.find_many(titles)
    monkeypatch.setattr(module, "_AT_ONCE", 2)

    assert [[one.code for one in matches] for matches in INDEX.find_many(titles)] == [
        [one.code for one in matches] for matches in whole
    ]


def test_threads_find_the_same() -> None:
    titles = ["Port Nurse", "quayside clerk", "night driver"] * 4
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(TitleIndex(tiny_atlas()).find, titles))

    assert [one[0].code for one in found] == [one[0].code for one in INDEX.find_many(titles)]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("nurse", "29-1141.00"),
        ("teacher", "25-2021.00"),
        ("driver", "53-3032.00"),
        ("manager", "11-1021.00"),
        ("developer", "15-1252.00"),
        ("Sr. SWE @ Quill", "15-1252.00"),
        ("RN", "29-1141.00"),
        ("HR", "13-1071.00"),
        ("CNA", "31-1131.00"),
        ("SEM", "13-1161.01"),
        ("search marketing", "13-1161.01"),
        ("growth marketer", "13-1161.00"),
        ("Head of Growth", "11-2021.00"),
        ("Online marketing specialist", "13-1161.01"),
        ("Marketing manager", "11-2021.00"),
        ("SEO consultant", "13-1161.01"),
        ("Junior SEO Manager", "13-1161.01"),
        ("data wrangler", "15-2051.00"),
        ("PM", "13-1082.00"),
        ("Chief Engineer", "11-9041.00"),
        ("Teacher Assistant", "25-9042.00"),
        ("Registred Nurse", "29-1141.00"),
        ("acountant", "13-2011.00"),
        ("electrican", "47-2111.00"),
        ("Manager, Sales", "11-2022.00"),
        ("VP Sales", "11-2022.00"),
    ],
)
def test_everyday_titles_find_the_commonest(title: str, code: str) -> None:
    assert REAL.find(title)[0].code == code


@pytest.mark.parametrize("title", ["Marketing assistant", "Marketing manager", "SEO consultant"])
def test_work_in_marketing_is_found_for_sure(title: str) -> None:
    found = REAL.best([title])[0]

    assert found is not None
    assert found.code in {"13-1161.00", "11-2021.00", "13-1161.01"}


@pytest.mark.parametrize(
    ("title", "is_read"),
    [
        ("Lanternist", True),
        ("Lanternman", True),
        ("Lanternista", False),
        ("Zanternist", False),
        ("Lantist", False),
    ],
)
def test_an_unknown_word_is_read_where_it_begins_and_ends_like_work(title: str, is_read: bool) -> None:
    assert (INDEX._reader.asked([title])[0] is not None) == is_read


def test_an_atlas_without_tables_finds_titles_too() -> None:
    plain = TitleIndex(replace(tiny_atlas(), tables={}))

    assert plain._scores.model is None
    assert INDEX._scores.model is not None
    assert [
        plain.find(title)[0].code for title in ("Port Nurse", "quayside ledger clerk", "programming")
    ] == [INDEX.find(title)[0].code for title in ("Port Nurse", "quayside ledger clerk", "programming")]


def test_assistants_are_not_those_they_assist() -> None:
    assert REAL.find("Teacher Assistant")[0].row != REAL.find("Teacher")[0].row


def test_equal_chances_come_in_the_order_of_the_atlas() -> None:
    rows = np.array([[0.1, 0.3, 0.3, 0.3, 0.2]], np.float32)

    assert module._highest(rows, 4).tolist() == [[1, 2, 3, 4]]


@given(arrays(np.float32, st.tuples(st.just(2), st.integers(1, 40)), elements=st.floats(-9, 9, width=16)))
def test_the_highest_are_those_that_sorting_finds(rows: Floats) -> None:
    for most in (1, 5, 99):
        found = np.take_along_axis(rows, module._highest(rows, most), axis=1)
        assert np.array_equal(found, -np.sort(-rows, axis=1)[:, :most])


def test_core_is_given_with_the_index() -> None:
    assert core_of("Junior Clerk II") == "Clerk"
