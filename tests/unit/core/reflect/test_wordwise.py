"""A statement is weighed word by word."""

from dataclasses import replace

import numpy as np
import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect import wordwise
from unrut.core.reflect.lexicon import words_of
from unrut.core.reflect.model import shipped_model
from unrut.core.reflect.wordwise import together

pytestmark = pytest.mark.unit

COMMUTE = shipped_vocabulary().order["commute"]
FACETS = len(shipped_vocabulary().facets)
WORDS = shipped_model().wordwise


def test_together_of_one_clause_is_the_mean_of_both_logits() -> None:
    whole = np.array([1.0, -2.0, 0, 0], dtype=np.float32)
    clause = np.array([0, 0, 3.0, -4.0], dtype=np.float32)

    assert together(whole, [clause]) == pytest.approx([2.0, -3.0], abs=1e-4)


def test_together_is_surer_with_every_clause() -> None:
    whole, clause = np.zeros(2, dtype=np.float32), np.zeros(2, dtype=np.float32)

    logits = [float(together(whole, [clause] * count)[0]) for count in (1, 2, 3)]

    assert logits == pytest.approx([0, np.log(3) / 2, np.log(7) / 2], abs=1e-5)


@pytest.mark.parametrize("text", ["train", "kaputt", "x" * 40])
def test_logits_of_one_word_are_bias_and_what_it_brought(text: str) -> None:
    weighed = WORDS.weigh(words_of(text), {})

    brought = [WORDS.brought(weighed, text, column) for column in range(2 * FACETS)]

    assert weighed.logits == pytest.approx(WORDS.bias + brought, abs=1e-4)


def test_repeated_words_count_once() -> None:
    once, twice = (WORDS.weigh(words_of(text), {}) for text in ("late bus late", "late bus late bus late"))

    assert twice.logits == pytest.approx(once.logits)


def test_counts_add_their_row() -> None:
    words = words_of("kaputt")

    difference = WORDS.weigh(words, {COMMUTE: 2.0}).logits - WORDS.weigh(words, {}).logits

    assert difference == pytest.approx(2 * WORDS.evidence[COMMUTE], abs=1e-4)


def test_more_words_than_are_remembered_weigh_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    words, forgetful = words_of("the late bus and the slow train"), replace(WORDS)
    monkeypatch.setattr(wordwise, "_REMEMBERED", 2)

    logits = forgetful.weigh(words, {}).logits

    assert logits == pytest.approx(WORDS.weigh(words, {}).logits)
