"""In which texts a word stands and how much that says."""

import numpy as np
import pytest

from unrut.core.milestones.postings import Postings, numbered, postings_of

pytestmark = pytest.mark.unit


def postings(*texts: str, weights: tuple[float, ...] = ()) -> Postings:
    words = [word for text in texts for word in text.split()]
    terms = numbered(words)
    return postings_of(
        terms,
        np.array([terms[word] for word in words], dtype=np.int64),
        np.repeat(np.arange(len(texts)), [len(text.split()) for text in texts]),
        np.array(weights or [1.0] * len(words), dtype=np.float32),
        count=len(texts),
    )


def test_words_are_numbered_as_they_come() -> None:
    assert numbered(["b", "a", "b"]) == {"b": 0, "a": 1}


def test_term_has_the_texts_that_hold_it() -> None:
    found = postings("rota row", "row", "grant")

    assert [found.of(term)[0].tolist() for term in ("rota", "row", "grant", "calf")] == [[0], [0, 1], [2], []]


def test_rare_term_tells_more() -> None:
    found = postings("rota row", "row", "grant row")

    assert found.rarity_of("row") < found.rarity_of("rota") < found.rarity_of("calf")


def test_repeated_word_says_more_and_never_all() -> None:
    _, says = postings("row row row", "row x y").of("row")

    assert says[1] < says[0] < 1


def test_word_of_less_weight_says_less() -> None:
    _, says = postings("row x", "row y", weights=(1.0, 1.0, 0.5, 1.5)).of("row")

    assert says[1] < says[0]


def test_no_texts_have_no_terms() -> None:
    assert postings().of("row")[0].tolist() == []
