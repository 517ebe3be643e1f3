"""What was learned, as the arrays of the shipped file: small whole numbers wherever there are many of them."""

import numpy as np
from numpy.typing import NDArray
from training import LAYERS, STEEP, WIDTH, Trained
from words import EVIDENCE_SCALE, TRACE_SCALE, Fitted

from unrut.core.reflect.network import HEADS

Numbers = NDArray[np.float32]
Small = NDArray[np.int8]
Arrays = dict[str, NDArray[np.generic]]

SMALL = 127


def arrays_of(network: Trained, wordwise: Fitted) -> Arrays:
    """Both halves by the names that the reader looks for."""
    names = "\n".join(network.numbers).encode()
    return {
        "names": np.frombuffer(names, dtype=np.uint8),
        **_network_arrays(network),
        **{f"words_{name}": array for name, array in _wordwise_arrays(wordwise).items()},
    }


def _network_arrays(network: Trained) -> Arrays:
    held = network.parameters
    tokens, scale = _small(held["tokens"].T)
    arrays: Arrays = {
        "tokens": np.ascontiguousarray(tokens.T),
        "tokens_scale": scale,
        "heed": held["heed"] * np.float32(STEEP),
        "say": held["say"] * np.float32(STEEP),
        "layers": np.int64(LAYERS),
        **{name: held[name] for name in ("places", "kinds", "first_norm", "bias")},
    }
    for place in range(LAYERS):
        arrays |= {f"{place}_{name}": array for name, array in _layer_arrays(held[str(place)]).items()}
    return arrays


def _layer_arrays(layer: dict[str, Numbers]) -> Arrays:
    # The scores of looks are divided by the root of their length: here once, not for every note.
    first = np.concatenate([np.full(WIDTH, np.sqrt(HEADS / WIDTH)), np.ones(2 * WIDTH)]).astype(np.float32)
    layer = layer | {"look": layer["look"] * first, "look_bias": layer["look_bias"] * first}
    arrays: Arrays = {}
    for name, array in layer.items():
        if name in ("look", "join", "widen", "narrow"):
            arrays[name], arrays[f"{name}_scale"] = _small(array)
        else:
            arrays[name] = array
    return arrays


def _wordwise_arrays(fitted: Fitted) -> Arrays:
    width = fitted.meanings.vectors.shape[1]
    ends = (width, width + len(fitted.rarity))
    sides = (fitted.whole, fitted.clause)
    blocks = [np.split(side.lines.weights, ends) for side in sides]
    meaning = [block[0] * side.meaning_scale for block, side in zip(blocks, sides, strict=True)]
    bias = [
        side.lines.bias - side.meaning_mean @ lowered for side, lowered in zip(sides, meaning, strict=True)
    ]
    tokens, token_scale = _small(fitted.meanings.vectors @ np.hstack(meaning))
    traces, trace_scale = _small(np.hstack([block[1] for block in blocks]) * np.float32(TRACE_SCALE))
    return {
        "token_weight": fitted.meanings.weight,
        "tokens": tokens,
        "token_scale": token_scale,
        "trace_rarity": fitted.rarity,
        "traces": traces,
        "trace_scale": trace_scale,
        "evidence": np.hstack([block[2] for block in blocks]) * np.float32(EVIDENCE_SCALE),
        "bias": np.hstack(bias).astype(np.float32),
    }


def _small(weights: Numbers) -> tuple[Small, Numbers]:
    """Whole numbers from -127 to 127, and what to multiply each column by."""
    scale = (np.abs(weights).max(axis=0) / SMALL).astype(np.float32)
    return np.round(weights / scale).astype(np.int8), scale
