"""The network that reads: a short transformer in plain numpy, and one look at the note for each facet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Small = NDArray[np.int8]

HEADS = 12

_SMALLEST = np.float32(1e-12)
_NOTHING = np.float32(-1e9)
# The bend of the middle layer by its usual formula with tanh.
_BEND, _CUBE = np.float32(0.7978845608), np.float32(0.044715)


@dataclass(frozen=True, slots=True)
class Linear:
    """A product and a sum."""

    weights: Numbers
    bias: Numbers

    def __call__(self, state: Numbers) -> Numbers:
        """The state, mapped."""
        mapped: Numbers = state @ self.weights
        mapped += self.bias
        return mapped


@dataclass(frozen=True, slots=True)
class Norm:
    """Brings each row to mean 0 and spread 1, then to a learned mean and spread."""

    spread: Numbers
    mean: Numbers

    def __call__(self, state: Numbers) -> Numbers:
        """The state, levelled."""
        centred: Numbers = state - state.mean(axis=-1, keepdims=True)
        variance = np.einsum("...i,...i->...", centred, centred) / np.float32(state.shape[-1])
        centred *= (1 / np.sqrt(variance + _SMALLEST))[..., None]
        centred *= self.spread
        centred += self.mean
        return centred


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: every token looks at all others, then thinks for itself."""

    look: Linear
    join: Linear
    join_norm: Norm
    widen: Linear
    narrow: Linear
    narrow_norm: Norm

    def __call__(self, state: Numbers, silent: Numbers) -> Numbers:
        """The next state of every token; `silent` is far below zero for padding, which nobody looks at."""
        state = self.join_norm(state + self.join(_looked(self.look(state), silent)))
        return self.narrow_norm(state + self.narrow(_bent(self.widen(state))))


@dataclass(frozen=True, slots=True)
class Network:
    """Tokens in, and out what each of them says for each facet.

    Token vectors stay whole numbers, to be multiplied by the scale of their row: a note needs only a few of them.
    """

    tokens: Small
    token_scale: Numbers
    places: Numbers
    kinds: Numbers
    first_norm: Norm
    layers: Sequence[Layer]
    heed: Numbers
    say: Numbers
    bias: Numbers

    def said(self, numbers: NDArray[np.intp], kinds: NDArray[np.intp]) -> Numbers:
        """For rows of token numbers, padded with 0: what each token adds to the logit of each facet.

        The bias is not in it. Each facet heeds few tokens; the shares it gives them add up to one.
        """
        state = self.tokens[numbers] * self.token_scale[numbers][..., None]
        state += self.places[: numbers.shape[1]]
        state += self.kinds[kinds][:, None]
        state = self.first_norm(state)
        silent = np.where(numbers == 0, _NOTHING, np.float32(0))
        for layer in self.layers:
            state = layer(state, silent)
        shares = _shares(state @ self.heed + silent[..., None], axis=1)
        shares *= state @ self.say
        return shares


def _looked(looks: Numbers, silent: Numbers) -> Numbers:
    rows, length, width = looks.shape
    parts = looks.reshape(rows, length, 3, HEADS, width // 3 // HEADS).transpose(2, 0, 3, 1, 4)
    scores = parts[0] @ parts[1].swapaxes(-1, -2)
    scores += silent[:, None, None, :]
    seen = _shares(scores, axis=-1) @ parts[2]
    joined: Numbers = seen.swapaxes(1, 2).reshape(rows, length, width // 3)
    return joined


def _shares(scores: Numbers, axis: int) -> Numbers:
    shares: Numbers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    shares /= shares.sum(axis=axis, keepdims=True)
    return shares


def _bent(state: Numbers) -> Numbers:
    # In place and by products: a power of a float32 array is slower than the whole layer.
    bent: Numbers = state * state
    bent *= _CUBE
    bent += 1
    bent *= state
    bent *= _BEND
    np.tanh(bent, out=bent)
    bent += 1
    bent *= state
    bent *= np.float32(0.5)
    return bent
