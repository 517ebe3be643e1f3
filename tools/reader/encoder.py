"""The sentence encoder all-MiniLM-L6-v2 in plain numpy. Needed only to build the reader, never to run Unrut."""

import json
import re
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

LAYERS, HEADS = 6, 12
START, END = 101, 102
MARKS = (0, 100, START, END, 103)
"""Padding, unknown, start, end, mask: the reader gives them the first numbers, in this order."""
FIRST_SIGN = 999
MOST_TOKENS = 16_000
TOLD = re.compile(r"(##)?[!-~]+")
PART = re.compile(r"##(?!.*\d\d).*|.")
WORD = re.compile(r"[a-z]{2,}|\d\d|401")
SMALLEST = np.float32(1e-12)


class Encoder:
    """Turns rows of token numbers, all of one length, into one vector each."""

    def __init__(self, folder: Path) -> None:
        self.names = (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
        self.weights = weights_of(folder / "model.safetensors")

    def kept(self) -> list[int]:
        """The tokens that the reader keeps: the marks, all signs and parts of words, and the most common words."""
        told = [place for place in range(FIRST_SIGN, len(self.names)) if TOLD.fullmatch(self.names[place])]
        parts = [place for place in told if PART.fullmatch(self.names[place])]
        words = [place for place in told if WORD.fullmatch(self.names[place])]
        return [*MARKS, *sorted(parts + words[: MOST_TOKENS - len(MARKS) - len(parts)])]

    def encode(self, tokens: NDArray[np.int64]) -> Numbers:
        """The mean of the last layer over all tokens."""
        length = tokens.shape[1]
        words = self.weights["embeddings.word_embeddings.weight"][tokens]
        places = self.weights["embeddings.position_embeddings.weight"][:length]
        kinds = self.weights["embeddings.token_type_embeddings.weight"][0]
        state = self._normed(words + places + kinds, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}")
        mean: Numbers = state.mean(axis=1)
        return mean

    def _layer(self, state: Numbers, name: str) -> Numbers:
        seen = self._linear(
            self._attention(state, f"{name}.attention.self"), f"{name}.attention.output.dense"
        )
        state = self._normed(state + seen, f"{name}.attention.output.LayerNorm")
        wide = _gelu(self._linear(state, f"{name}.intermediate.dense"))
        return self._normed(state + self._linear(wide, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _attention(self, state: Numbers, name: str) -> Numbers:
        rows, length, width = state.shape
        query, key, value = (
            self._linear(state, f"{name}.{part}")
            .reshape(rows, length, HEADS, width // HEADS)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // HEADS))
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        joined: Numbers = (shares @ value).transpose(0, 2, 1, 3).reshape(rows, length, width)
        return joined

    def _linear(self, state: Numbers, name: str) -> Numbers:
        product: Numbers = state @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return product

    def _normed(self, state: Numbers, name: str) -> Numbers:
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + SMALLEST)
        normed: Numbers = centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return normed


def weights_of(file: Path) -> dict[str, Numbers]:
    """The arrays of a file of the safetensors format, those of 32-bit numbers."""
    content = file.read_bytes()
    (size,) = struct.unpack("<Q", content[:8])
    head = json.loads(content[8 : 8 + size])
    return {
        name: np.frombuffer(
            content,
            dtype="<f4",
            count=int(np.prod(told["shape"])),
            offset=8 + size + told["data_offsets"][0],
        ).reshape(told["shape"])
        for name, told in head.items()
        if told.get("dtype") == "F32"
    }


def _gelu(state: Numbers) -> Numbers:
    # Products and not powers: a power of a float32 array is slower than the whole layer.
    bent: Numbers = (
        np.float32(0.5)
        * state
        * (1 + np.tanh(np.float32(0.7978845608) * (state + np.float32(0.044715) * state * state * state)))
    )
    return bent
