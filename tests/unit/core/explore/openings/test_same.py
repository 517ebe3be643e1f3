import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.same import (
    HASH_BYTES,
    LONGEST_KEY,
    SAME_TEXT,
    SKETCH_SIZE,
    Entry,
    company_key,
    groups_of,
    likeness,
    sketch,
    title_key,
)

pytestmark = pytest.mark.unit

REAL = Path(__file__).resolve().parents[5] / "../shared/data/postings/linkedin_jobs_2025.csv"

BLURB = " ".join(
    f"Our bakery number {number} is proud of its oven and of its people." for number in range(30)
)
BREAD = " ".join(
    f"You knead dough {number} and bake loaf {number} before the sun is up." for number in range(30)
)
CAKES = " ".join(f"You fill cake {number} with cream {number} for guests at noon." for number in range(30))
NEARLY_BREAD = BREAD + CAKES[:240]
ENTRIES = st.builds(
    Entry,
    company=st.sampled_from(["", "night oven", "day oven"]),
    title=st.sampled_from(["Baker", "Baker (m/f/d)", "Cook"]),
    place=st.sampled_from(["", "Leeds", "Leeds, England; York", "York"]),
    requisition=st.sampled_from(["", "", "R-1", "R-2"]),
    sketch=st.sampled_from([b"", sketch(BREAD), sketch(NEARLY_BREAD), sketch(CAKES)]),
)


def entry(
    title: str = "Baker",
    text: str = BREAD,
    *,
    place: str = "Leeds, England",
    company: str = "night oven",
    requisition: str = "",
) -> Entry:
    return Entry(company, title, place, requisition, sketch(text))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Night Oven", "night oven"),
        ("NIGHT-OVEN, Inc.", "night oven"),
        ("Night Oven GmbH & Co. KG", "night oven"),
        ("Night Oven SE & Co. KGaA", "night oven"),
        ("Night Oven B.V.", "night oven"),
        ("Night Oven S. A.", "night oven"),
        ("The Night Oven Company Ltd.", "night oven"),
        ("Nächt Øven AS", "nacht oven"),
        ("Oven & Oven", "oven and oven"),
        ("Oven's", "ovens"),
        ("O & V", "o and v"),
        ("O.V.", "ov"),
        ("SE", "se"),
        ("The The", "the"),
        ("Печь", "печь"),
        ("", ""),
        ("—", ""),
    ],
)
def test_company_key_cases(name: str, key: str) -> None:
    assert company_key(name) == key


@given(st.text())
def test_company_key_of_a_key_is_the_key(name: str) -> None:
    key = company_key(name)

    assert (company_key(key), len(key) <= LONGEST_KEY) == (key, True)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Night Baker", "night baker"),
        ("Night Bakers (m/f/d)", "night baker"),
        ("Bäcker:in (w/m/d)", "backer"),
        ("Bäcker*innen, all genders", "backer"),
        ("Boulanger H/F", "boulanger"),
        ("Sr. Baker", "senior baker"),
        ("Baker II - JR0012345", "baker ii"),
        ("Baker #104233", "baker"),
        ("Baker 2027", "baker 2027"),
        ("Baker - Erie, PA", "baker"),
        ("Head of Bread (Remote)", "head bread"),
        ("Boss", "boss"),
        ("C++ and C# Baker", "c++ c# baker"),
        ("Remote", "remote"),
        ("12345", "12345"),
        ("!?", "!?"),
        ("", ""),
    ],
)
def test_title_key_cases(title: str, key: str) -> None:
    assert title_key(title) == key


def test_title_key_leaves_out_its_own_places() -> None:
    assert title_key("Baker, Leeds", "Leeds, England") == title_key("Baker (York)", "York") == "baker"


@pytest.mark.parametrize(
    ("text", "hashes"),
    [("", 0), ("... --- !", 0), ("Bake", 1), ("0123456789abcdefg", 2), (BREAD, SKETCH_SIZE)],
)
def test_sketch_has_at_most_its_size_of_hashes(text: str, hashes: int) -> None:
    assert len(sketch(text)) == hashes * HASH_BYTES


def test_sketch_of_a_text_that_repeats_itself_has_all_its_hashes() -> None:
    assert len(sketch("bread " * 2000)) == len("bread") * HASH_BYTES


def test_sketch_is_the_same_however_a_text_is_set() -> None:
    assert sketch("- Bake BREAD at night.\n\n- Clean the oven.") == sketch(
        "bake bread at night; clean the oven"
    )


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        (BREAD, BREAD, 1, 1),
        (BREAD, BREAD + " You also sweep.", 0.9, 1),
        (BLURB + BREAD, BLURB + CAKES, 0.15, 0.6),
        (BREAD, CAKES, 0, 0.1),
        (BREAD, "", 0, 0),
        ("", "", 0, 0),
    ],
)
def test_likeness_is_near_the_share_in_common(one: str, other: str, low: float, high: float) -> None:
    assert low <= likeness(sketch(one), sketch(other)) <= high


@given(st.text(), st.text())
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(sketch(one), sketch(other)) == likeness(sketch(other), sketch(one))


@pytest.mark.parametrize(
    ("entries", "groups"),
    [
        ([], []),
        ([entry(), entry(place="York")], [0, 0]),
        ([entry(), entry("Bakers (m/f/d)", NEARLY_BREAD)], [0, 0]),
        ([entry(), entry("Pastry Chef")], [0, 1]),
        ([entry(text=BLURB + BREAD), entry(text=BLURB + CAKES)], [0, 1]),
        ([entry(), entry(company="day oven")], [0, 1]),
        ([entry(company=""), entry(company="")], [0, 0]),
        ([entry(company=""), entry(company="", text=NEARLY_BREAD)], [0, 1]),
        ([entry(requisition="R-1"), entry(text=CAKES, requisition="R-1")], [0, 0]),
        ([entry(requisition="R-1"), entry(text=CAKES, requisition="R-2")], [0, 1]),
        ([entry(text=""), entry(text="", place="Leeds")], [0, 0]),
        ([entry(text=""), entry(text="", place="York")], [0, 1]),
        ([entry(text="", place=""), entry(text="", place="")], [0, 1]),
        ([entry(text="", company=""), entry(text="", company="")], [0, 1]),
        ([entry(text="", place="Leeds"), entry()], [0, 0]),
        ([entry(text=""), entry(), entry(text=CAKES)], [0, 1, 2]),
    ],
)
def test_groups_of_cases(entries: list[Entry], groups: list[int]) -> None:
    assert groups_of(entries) == groups


def test_groups_of_near_texts_needs_the_bar() -> None:
    assert sketch(NEARLY_BREAD) != sketch(BREAD)
    words = BREAD.split()
    changed = " ".join(words[: len(words) * 2 // 3]) + " " + CAKES

    assert likeness(sketch(BREAD), sketch(changed)) < SAME_TEXT
    assert groups_of([entry(), entry(text=changed)]) == [0, 1]


def test_groups_of_many_different_texts_still_finds_the_repeat() -> None:
    texts = [BLURB + " ".join(f"{number * 1000 + at}" for at in range(400)) for number in range(60)]

    groups = groups_of([entry(text=text) for text in [*texts, texts[-1] + CAKES[:240]]])

    assert groups == [*range(60), 59]


@given(st.lists(ENTRIES, max_size=8), st.randoms())
def test_groups_of_another_order_are_the_same_groups(entries: list[Entry], chance: object) -> None:
    order = list(range(len(entries)))
    chance.shuffle(order)  # type: ignore[attr-defined]

    here, there = groups_of(entries), groups_of([entries[place] for place in order])

    together = {(one, two) for one in order for two in order if here[one] == here[two]}
    assert together == {
        (order[one], order[two])
        for one in range(len(order))
        for two in range(len(order))
        if there[one] == there[two]
    }


@given(st.lists(ENTRIES, max_size=8))
def test_groups_of_names_the_first_of_each_group(entries: list[Entry]) -> None:
    groups = groups_of(entries)

    assert all(groups[group] == group <= place for place, group in enumerate(groups))


@pytest.mark.skipif(not REAL.exists(), reason="the real postings do not lie beside the project")
def test_groups_of_real_postings_joins_the_repeats_that_were_read() -> None:
    with REAL.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    groups = groups_of(
        [
            Entry(company_key(row["company"]), row["title"], row["location"], "", sketch(row["description"]))
            for row in rows
        ]
    )

    # Forty of the pairs joined and forty of those left apart were read: all rightly so.
    assert (len(groups), len(set(groups))) == (719, 673)
