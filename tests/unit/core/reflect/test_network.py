"""The network in plain numpy."""

import math

import numpy as np
import pytest

from unrut.core.reflect.network import HEADS, Layer, Linear, Network, Norm, Numbers

pytestmark = pytest.mark.unit

WIDTH, WIDE, NAMES, FACETS = 2 * HEADS, 30, 9, 5
DICE = np.random.default_rng(7)


def some(*shape: int) -> Numbers:
    return DICE.normal(size=shape).astype(np.float32)


def linear(first: int, second: int) -> Linear:
    return Linear(some(first, second) / 5, some(second))


def norm() -> Norm:
    return Norm(1 + some(WIDTH) / 5, some(WIDTH))


def layer() -> Layer:
    return Layer(
        look=linear(WIDTH, 3 * WIDTH),
        join=linear(WIDTH, WIDTH),
        join_norm=norm(),
        widen=linear(WIDTH, WIDE),
        narrow=linear(WIDE, WIDTH),
        narrow_norm=norm(),
    )


NETWORK = Network(
    tokens=DICE.integers(-127, 128, size=(NAMES, WIDTH), dtype=np.int8),
    token_scale=np.full(NAMES, 0.01, dtype=np.float32),
    places=some(8, WIDTH),
    kinds=some(3, WIDTH),
    first_norm=norm(),
    layers=[layer(), layer()],
    heed=some(WIDTH, FACETS),
    say=some(WIDTH, FACETS),
    bias=some(FACETS),
)


def said(*rows: list[int], kind: int = 0) -> Numbers:
    return NETWORK.said(np.array(rows), np.full(len(rows), kind))


def test_norm_levels_and_then_scales() -> None:
    ones = np.ones(4, dtype=np.float32)

    levelled = Norm(2 * ones, 3 * ones)(np.array([[1, 1, 3, 3]], dtype=np.float32))

    assert levelled == pytest.approx(np.array([[1, 1, 5, 5]]), abs=1e-5)


def by_the_book(one: Layer, state: Numbers) -> Numbers:
    """A layer for one row, as its definition has it: head by head, with no padding."""
    look = state @ one.look.weights + one.look.bias
    query, key, value = (np.split(part, HEADS, axis=1) for part in np.split(look, 3, axis=1))
    heads = []
    for place in range(HEADS):
        powers = np.exp(query[place] @ key[place].T)
        heads.append(powers / powers.sum(axis=1, keepdims=True) @ value[place])
    state = one.join_norm(state + np.hstack(heads) @ one.join.weights + one.join.bias)
    wide = state @ one.widen.weights + one.widen.bias
    bent = 0.5 * wide * (1 + np.tanh(math.sqrt(2 / math.pi) * (wide + 0.044715 * wide**3)))
    return one.narrow_norm(state + bent @ one.narrow.weights + one.narrow.bias)


def test_layer_is_as_the_book_has_it() -> None:
    one, state = layer(), some(4, WIDTH)

    found = one(state[None], np.zeros((1, 4), dtype=np.float32))[0]

    assert found == pytest.approx(by_the_book(one, state), abs=1e-4)


def test_padding_changes_nothing_and_says_nothing() -> None:
    alone = said([2, 5, 3])

    padded = said([2, 5, 3, 0, 0], [2, 7, 7, 5, 3])

    assert padded[0, :3] == pytest.approx(alone[0], abs=1e-5)
    assert np.abs(padded[0, 3:]).max() == 0


def test_rows_do_not_hear_each_other() -> None:
    first, second = said([2, 5, 3]), said([2, 6, 3])

    assert said([2, 5, 3], [2, 6, 3]) == pytest.approx(np.concatenate([first, second]), abs=1e-5)


@pytest.mark.parametrize("other", [[2, 6, 5, 3], [2, 5, 5, 3], [2, 5, 6, 4]])
def test_order_and_every_token_are_heard(other: list[int]) -> None:
    difference = said([2, 5, 6, 3]).sum(axis=1) - said(other).sum(axis=1)

    assert np.abs(difference).min() > 1e-4


def test_kind_is_heard() -> None:
    difference = said([2, 5, 3], kind=1).sum(axis=1) - said([2, 5, 3], kind=2).sum(axis=1)

    assert np.abs(difference).min() > 1e-4
