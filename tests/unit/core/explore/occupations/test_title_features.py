"""The features of titles and their numbers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlases import tiny_atlas
from unrut.core.explore.occupations.atlas import Lines
from unrut.core.explore.occupations.known_titles import KnownTitles, known_titles
from unrut.core.explore.occupations.title_features import TitleFeatures

pytestmark = pytest.mark.unit
ATLAS = tiny_atlas()
TITLES = ("Steamer Fitter", "Steaming Fitter", "Iron Fitter", "Night Steamer Fitter")


def _known(*titles: str) -> KnownTitles:
    atlas = replace(ATLAS, codes=ATLAS.codes[:1], titles=("Work",))
    return known_titles(replace(atlas, alternates=Lines(titles, np.array([0, len(titles)]))))


FEATURES = TitleFeatures(_known(*TITLES))


def _of(*stems: str) -> set[str]:
    """The features of a title by their names."""
    known = list(FEATURES.known.stems)
    first, second = divmod(int(FEATURES.pairs[0]), len(known)) if len(FEATURES.pairs) else (0, 0)
    names = [
        *known,
        *(f"{start}…" for start in FEATURES.starts),
        "…fitter",
        f"{known[first]} {known[second]}",
    ]
    return {names[number] for number in FEATURES.of([stems]).values.tolist()}


@pytest.mark.parametrize(
    ("stems", "features"),
    [
        (("steamer", "fitter"), {"steamer", "steam…", "fitter", "fitte…", "…fitter", "steamer fitter"}),
        (("fitter", "steamer"), {"steamer", "steam…", "fitter", "fitte…"}),
        (("steamed", "iron"), {"steam…", "iron"}),
        (("steamer", "zzz", "fitter"), {"steamer", "steam…", "fitter", "fitte…", "…fitter"}),
        (("zzz",), set()),
        ((), set()),
    ],
)
def test_a_title_has_its_words_and_what_is_common_around_them(
    stems: tuple[str, ...], features: set[str]
) -> None:
    assert _of(*stems) == features


def test_numbers_follow_each_other() -> None:
    held = FEATURES.of_forms().values

    assert len(FEATURES) == len(FEATURES.known.stems) + 2 + 1 + 1
    assert sorted(set(held.tolist())) == list(range(len(FEATURES)))


def test_without_neighbours_there_are_no_pairs() -> None:
    features = TitleFeatures(_known("Baker", "Smith"))

    assert len(features.pairs) == 0
    assert features.of([("baker", "smith")]).values.tolist() == [
        features.known.stems["baker"],
        features.known.stems["smith"],
    ]


def test_forms_have_the_features_of_their_words() -> None:
    features = TitleFeatures(known_titles(ATLAS))
    known, stems = features.known, list(features.known.stems)
    split = np.split(known.token_stems, known.form_starts[1:])

    asked = features.of([[stems[one] for one in form] for form in split])

    assert asked.values.tolist() == features.of_forms().values.tolist()
    assert asked.starts.tolist() == features.of_forms().starts.tolist()


@given(st.lists(st.lists(st.sampled_from(["fitter", "steamer", "steaming", "iron", "zzz", ""]), max_size=4)))
def test_titles_together_have_the_features_of_each(titles: list[list[str]]) -> None:
    runs = FEATURES.of(titles)

    for place, title in enumerate(titles):
        held, _ = runs.of(np.array([place]))
        assert held.tolist() == FEATURES.of([title]).values.tolist()
