"""The shipped model: its vocabulary, its two halves, and what turns logits into chances."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from unrut.core.reflect.network import Layer, Linear, Network, Norm, Numbers
from unrut.core.reflect.wordwise import Wordwise

FILE = "model.npz"

_LARGEST = 30.0
Held = Mapping[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Model:
    """The two halves of the reader with their common vocabulary, and how sure their logits make us.

    `share` is the weight of the network in the mean of the two; the words have the rest.
    """

    numbers: Mapping[str, int]
    wordwise: Wordwise
    network: Network
    share: float
    slope: Numbers
    offset: Numbers
    least: float

    def chances(self, wordwise: Numbers, network: Numbers) -> list[float]:
        """Calibrated chances: how often a note with these logits was about the facet, among notes held out."""
        logits = (1 - self.share) * wordwise + self.share * network
        line = np.clip(self.slope * logits + self.offset, -_LARGEST, _LARGEST)
        chances: list[float] = (1 / (1 + np.exp(-line))).tolist()
        return chances


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """The model inside the package: a constant, read once."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as held:
        return model_of({name: held[name] for name in held.files})


def model_of(held: Held) -> Model:
    """The model in the arrays of its file, the products of the layers as full numbers again."""
    names = held["names"].tobytes().decode().split("\n")
    numbers = {name: number for number, name in enumerate(names)}
    return Model(
        numbers=numbers,
        wordwise=_wordwise(held, numbers),
        network=_network(held),
        share=float(held["share"]),
        slope=held["slope"],
        offset=held["offset"],
        least=float(held["least"]),
    )


def _wordwise(held: Held, numbers: Mapping[str, int]) -> Wordwise:
    return Wordwise(
        numbers=numbers,
        token_weight=held["words_token_weight"],
        tokens=held["words_tokens"],
        token_scale=held["words_token_scale"],
        trace_rarity=held["words_trace_rarity"],
        traces=held["words_traces"],
        trace_scale=held["words_trace_scale"],
        evidence=held["words_evidence"],
        bias=held["words_bias"],
    )


def _network(held: Held) -> Network:
    return Network(
        tokens=held["tokens"],
        token_scale=held["tokens_scale"],
        places=held["places"],
        kinds=held["kinds"],
        first_norm=Norm(*held["first_norm"]),
        layers=[_layer(held, place) for place in range(int(held["layers"]))],
        heed=held["heed"],
        say=held["say"],
        bias=held["bias"],
    )


def _layer(held: Held, place: int) -> Layer:
    def linear(part: str) -> Linear:
        name = f"{place}_{part}"
        return Linear(held[name] * held[f"{name}_scale"], held[f"{name}_bias"])

    return Layer(
        look=linear("look"),
        join=linear("join"),
        join_norm=Norm(*held[f"{place}_join_norm"]),
        widen=linear("widen"),
        narrow=linear("narrow"),
        narrow_norm=Norm(*held[f"{place}_narrow_norm"]),
    )
