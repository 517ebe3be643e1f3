"""The shipped model is of a piece, small, and read once."""

import numpy as np
import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.model import shipped_model
from unrut.core.reflect.tokens import LONGEST

pytestmark = pytest.mark.unit

FACETS = len(shipped_vocabulary().facets)


def test_model_has_a_column_for_every_facet() -> None:
    model = shipped_model()

    widths = {
        "say": model.network.say.shape[1],
        "heed": model.network.heed.shape[1],
        "words": len(model.wordwise.bias) // 2,
        "slope": len(model.slope),
        "offset": len(model.offset),
    }

    assert set(widths.values()) == {FACETS}


def test_model_has_a_row_for_every_token_and_place() -> None:
    model = shipped_model()

    assert len(model.network.tokens) == len(model.wordwise.tokens) == len(model.numbers)
    assert len(model.network.places) == LONGEST


def test_model_is_read_once() -> None:
    assert shipped_model() is shipped_model()


def test_chances_rise_with_either_half() -> None:
    model = shipped_model()
    low, high = np.zeros(FACETS, dtype=np.float32), np.ones(FACETS, dtype=np.float32)

    neither, words, network = (model.chances(*halves) for halves in ((low, low), (high, low), (low, high)))

    assert all(one < two for one, two in zip(neither, words, strict=True))
    assert all(one < two for one, two in zip(neither, network, strict=True))


def test_chances_of_extreme_logits_are_chances() -> None:
    extreme = np.full(FACETS, 1e6, dtype=np.float32)

    chances = shipped_model().chances(extreme, extreme) + shipped_model().chances(-extreme, -extreme)

    assert all(0 < chance <= 1 for chance in chances)
