"""The six kinds of interest: what they are called, which ones texts speak of, and how alike kinds of work are to them."""

import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.explore.occupations import riasec
from unrut.core.explore.occupations.atlas import Atlas, Lines, Rated, Ratings
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.riasec import (
    Holland,
    InterestMatch,
    load_types,
    proposed_types,
    shipped_types,
)

pytestmark = pytest.mark.unit

NONE = float("nan")
HANDS, IDEAS, ART, PEOPLE, DEALS, ORDER = Holland
GOOD = "\n".join(
    f'[type.{kind}]\nname = "{kind} things"\nsentence = "Like {kind}."\n'
    f'phrases = [{", ".join([f"{chr(34)}being {kind}{chr(34)}"] * 25)}]\nwords = ["{kind}*"]'
    for kind in Holland
)


def atlas_of(rows: Sequence[Sequence[float]], ids: Sequence[str] = tuple("abcdef")) -> Atlas:
    """An atlas of invented occupations with these six interests on a scale from 1 to 7."""
    names = tuple(f"Keeper of {place} keys" for place in range(len(rows)))
    values = np.array(rows, dtype=np.float32).reshape(len(rows), len(ids))
    low, high = np.ones(len(ids), dtype=np.float32), np.full(len(ids), 7, dtype=np.float32)
    interest = Ratings(tuple(f"1.B.1.{each}" for each in ids), tuple(ids), values, low, high)
    nothing = Lines((), np.zeros(len(rows) + 1, dtype=np.int64))
    return Atlas(
        "0.1", names, names, np.zeros(len(rows), dtype=np.int8), {Rated.INTEREST: interest}, {}, nothing, {}
    )


def test_kinds_of_the_package_are_told_in_plain_words() -> None:
    kinds = shipped_types()

    assert list(kinds) == list(Holland)
    assert len({kind.name for kind in kinds.values()}) == 6
    for kind in kinds.values():
        assert re.fullmatch(r"[A-Z][a-z, ]+", kind.name)
        assert re.fullmatch(r"[A-Z][^!]+\.", kind.sentence)
        assert len(set(kind.phrases)) == len(kind.phrases) >= 25


def test_phrases_and_words_of_the_package_belong_to_one_kind() -> None:
    kinds = shipped_types().values()

    for told in (
        [each for kind in kinds for each in kind.phrases],
        [each for k in kinds for each in k.words],
    ):
        assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("restoring furniture", HANDS),
        ("repairing phones", HANDS),
        ("quantum physics", IDEAS),
        ("fossils", IDEAS),
        ("drawing comics", ART),
        ("composing music", ART),
        ("taking care of sick people", PEOPLE),
        ("working with young people", PEOPLE),
        ("closing deals", DEALS),
        ("starting my own business", DEALS),
        ("keeping records", ORDER),
        ("organising files", ORDER),
    ],
)
def test_text_speaks_of_a_kind(text: str, kind: Holland) -> None:
    assert next(iter(proposed_types([text]))) is kind


@pytest.mark.parametrize(
    "texts", [[], [""], ["...", "\n"], ["pizza", "the bus was late"], ["got home early"], ["xq zvk"]]
)
def test_texts_that_are_not_clear_speak_of_none(texts: list[str]) -> None:
    assert proposed_types(texts) == {}


def test_shares_are_those_of_all_texts_largest_first() -> None:
    found = proposed_types(["quantum physics", "composing music", "painting", "pizza"])

    assert list(found) == [ART, IDEAS]
    assert found[ART] > 0.5
    assert sum(found.values()) == pytest.approx(1)


def test_small_share_is_not_named() -> None:
    found = proposed_types(["painting"] * 20 + ["keeping records"])

    assert list(found) == [ART]
    assert found[ART] == 1


def test_word_makes_a_text_clear_that_its_meaning_leaves_open(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(proposed_types(["coffee and puzzles"])) == [IDEAS]

    monkeypatch.setattr(riasec, "_A_WORD", 0.0)

    assert proposed_types(["coffee and puzzles"]) == {}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("investigating the single dealership", [0, 1, 0, 0, 0, 0]),
        ("Sing! Data-entry, data_entry.", [0, 0, 1, 0, 0, 1]),
        ("a start-up in an evening taxi", [0, 0, 0, 0, 1, 0]),
        ("poems, poets, music and songs", [0, 0, 2, 0, 0, 0]),
        ("", [0] * 6),
    ],
)
def test_words_are_counted_whole_or_from_their_beginning(text: str, named: list[int]) -> None:
    assert riasec._named(text) == named


def test_long_text_is_read_from_its_beginning() -> None:
    beginning = "composing music " * 125

    assert proposed_types([beginning + "keeping records " * 1000]) == proposed_types([beginning])


@given(st.lists(st.text() | st.sampled_from(["painting", "sing sing", "keeping records"]), max_size=6))
def test_any_texts_give_shares_of_one_or_nothing(texts: list[str]) -> None:
    found = proposed_types(texts)

    assert not found or sum(found.values()) == pytest.approx(1)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert all(share > 0 for share in found.values())


def test_likeness_is_the_correlation_of_the_profiles() -> None:
    rows = [[7, 5, 1, 2, 3, 4], [1, 2, 7, 6, 5, 1]]

    found = InterestMatch(atlas_of(rows)).likeness([IDEAS, HANDS, ORDER])

    assert found.dtype == np.float32
    assert found.tolist() == pytest.approx(
        [np.corrcoef(row, [2, 3, 0, 0, 0, 1])[0, 1] for row in rows], abs=1e-6
    )


def test_likeness_ends_at_one_and_minus_one() -> None:
    match = InterestMatch(atlas_of([[1, 1, 7, 1, 1, 1], [7, 7, 1, 7, 7, 7]]))

    assert match.likeness([ART]).tolist() == pytest.approx([1, -1])


def test_first_choice_counts_most() -> None:
    match = InterestMatch(atlas_of([[1, 1, 7, 4, 1, 1]]))

    assert match.likeness([ART, PEOPLE])[0] > match.likeness([PEOPLE, ART])[0]


@pytest.mark.parametrize("row", [[NONE] * 6, [3.0] * 6, [1, 2, 3, 4, 5, NONE]])
def test_occupation_without_a_profile_has_no_likeness(row: list[float]) -> None:
    match = InterestMatch(atlas_of([row, [1, 2, 3, 4, 5, 6]]))

    assert np.isnan(match.likeness([ART])).tolist() == [True, False]


def test_nothing_chosen_has_no_likeness() -> None:
    assert np.isnan(InterestMatch(atlas_of([[1, 2, 3, 4, 5, 6]])).likeness([])).all()


@pytest.mark.parametrize("chosen", [[ART, ART], [HANDS, IDEAS, ART, PEOPLE]])
def test_too_many_or_twice_chosen_is_refused(chosen: list[Holland]) -> None:
    with pytest.raises(InvalidInputError) as refused:
        InterestMatch(atlas_of([])).likeness(chosen)

    assert str(refused.value) == "Choose at most three kinds of interest, each of them once."


def test_types_of_an_occupation_come_strongest_first() -> None:
    match = InterestMatch(atlas_of([[1, 4, 7, 1, 4, 2.5], [NONE] * 6]))

    assert match.types_of(0) == [(ART, 1), (IDEAS, 0.5), (DEALS, 0.5), (ORDER, 0.25), (HANDS, 0), (PEOPLE, 0)]
    assert match.types_of(1) == []


def test_types_are_found_by_element_in_any_order() -> None:
    match = InterestMatch(atlas_of([[7, 1, 2, 3, 4, 5]], tuple("cabdef")))

    assert match.types_of(0)[0] == (ART, 1)
    assert match.types_of(0)[-1] == (HANDS, 0)


def test_release_that_lacks_interests_has_none() -> None:
    for atlas in (atlas_of([[1, 2, 3, 4, 5]], tuple("abcde")), without_table()):
        match = InterestMatch(atlas)

        assert match.types_of(0) == []
        assert np.isnan(match.likeness([ART])).all()


def without_table() -> Atlas:
    with_table = atlas_of([[1] * 6])
    return Atlas("0.1", ("a",), ("A",), with_table.zones, {}, {}, with_table.alternates, {})


@given(
    st.lists(st.lists(st.floats(1, 7, width=32) | st.just(NONE), min_size=6, max_size=6), max_size=5),
    st.lists(st.sampled_from(Holland), max_size=3, unique=True),
)
def test_likeness_of_any_profiles_lies_between_its_ends(
    rows: list[list[float]], chosen: list[Holland]
) -> None:
    found = InterestMatch(atlas_of(rows)).likeness(chosen)

    assert found.shape == (len(rows),)
    assert ((np.abs(found) <= 1) | np.isnan(found)).all()


@pytest.mark.parametrize(
    ("chosen", "near", "far"),
    [
        ([ART], "Graphic Designers", "Credit Analysts"),
        ([HANDS, IDEAS], "Agricultural Engineers", "Telemarketers"),
        ([PEOPLE, ART], "Music Therapists", "Roofers"),
        ([ORDER], "File Clerks", "Dancers"),
        ([DEALS], "Sales Managers", "Astronomers"),
    ],
)
def test_release_matches_kinds_of_work_as_one_would(chosen: list[Holland], near: str, far: str) -> None:
    atlas = shipped_atlas()
    likeness = InterestMatch(atlas).likeness(chosen)

    assert likeness[atlas.titles.index(near)] > 0.5
    assert likeness[atlas.titles.index(far)] < 0


def test_file_is_read_in_the_order_of_the_kinds() -> None:
    first, others = GOOD.split("\n[type.investigative]")

    found = load_types(f"[type.investigative]{others}\n{first}", file="r.toml")

    assert list(found) == list(Holland)
    assert (found[ART].type, found[ART].name, found[ART].sentence) == (
        ART,
        "artistic things",
        "Like artistic.",
    )
    assert (found[ART].phrases, found[ART].words) == (("being artistic",) * 25, ("artistic*",))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[type.artistic]", "[type.athletic]", "type.athletic is none of realistic, investigative,"),
        (
            '"being realistic", ',
            "",
            "line 4: type.realistic.phrases should have at least 25 entries and has 24",
        ),
        ('name = "realistic things"', "", "r.toml, line 1: type.realistic.name is missing"),
        ("[type.realistic]", "[type.realistic]\nmood = 1", "type.realistic.mood is not a field we know"),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    assert old in GOOD

    with pytest.raises(InvalidReferenceError) as refused:
        load_types(GOOD.replace(old, new, 1), file="r.toml")

    assert told in str(refused.value)


def test_missing_kind_is_named() -> None:
    with pytest.raises(InvalidReferenceError) as refused:
        load_types(GOOD[: GOOD.index("[type.conventional]")], file="r.toml")

    assert str(refused.value) == "r.toml has no type.conventional. Add it and start again."
