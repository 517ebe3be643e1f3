"""The learned part beside the safety rules: what it weighs, and that its file is whole."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect import safety_learned
from unrut.core.reflect.safety import Concern, concern_of
from unrut.core.reflect.safety_learned import (
    PLACES,
    families_of,
    limits,
    places_of,
    score_of,
    sentences,
)

pytestmark = pytest.mark.unit

FOLDER = Path(safety_learned.__file__).parent
MOST_BYTES = 200_000


@pytest.mark.parametrize(
    ("word", "families"),
    [
        ("grabbed", ("hit",)),
        ("raping", ("sex",)),
        ("bosses", ("boss",)),
        ("bullies", ("mock", "force")),
        ("train", ("traffic",)),
        ("report", ("complain", "paper")),
        ("", ()),
        ("quarterly", ()),
    ],
)
def test_families_of_a_word_in_any_form(word: str, families: tuple[str, ...]) -> None:
    assert families_of(word) == families


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" . ! ", []),
        ("One. Two!\nThree", ["One", "Two", "Three"]),
        ("a " * 41, ["a " * 39 + "a", "a"]),
    ],
)
def test_text_is_weighed_by_sentence(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_words_far_apart_have_no_pair_of_their_own() -> None:
    near, far = places_of("alpha beta"), places_of("alpha one two three four beta")

    assert len(near - far) > 0
    assert near == places_of("alpha , beta")


def test_no_words_have_the_score_of_nothing() -> None:
    assert places_of(" , ") == set()
    assert score_of(" , ")[0] == pytest.approx(safety_learned._model()[0].bias)


def test_grave_words_score_above_plain_ones() -> None:
    (grave, _), (plain, _) = score_of("the river keeps calling me"), score_of("the printer keeps beeping")

    assert grave > limits()[0] > plain


def test_file_holds_a_weight_for_each_place_and_head() -> None:
    alarm, side, (quiet, full) = safety_learned._model()

    assert len(alarm.weights) == len(side.weights) == PLACES
    assert quiet < full
    assert (FOLDER / safety_learned.WEIGHTS_FILE).stat().st_size < MOST_BYTES


@pytest.mark.parametrize(
    ("height", "is_about_others", "concern"),
    [
        (-0.1, False, None),
        (0.0, True, Concern.IN_PASSING),
        (0.9, False, Concern.IN_PASSING),
        (1.0, False, Concern.NOT_LIVING),
        (1.0, True, Concern.HARASSMENT),
    ],
)
def test_score_decides_how_loudly_help_is_offered(
    monkeypatch: pytest.MonkeyPatch, height: float, is_about_others: bool, concern: Concern | None
) -> None:
    monkeypatch.setattr(safety_learned, "limits", lambda: (0.0, 1.0))
    monkeypatch.setattr(safety_learned, "score_of", lambda _: (height, is_about_others))

    assert concern_of("words that no rule knows") is concern


@given(st.text(max_size=200))
def test_places_are_in_range(text: str) -> None:
    assert all(0 <= place < PLACES for place in places_of(text))
