"""Trains the network: the first layers of a sentence encoder, told what notes are about. Needs JAX, only to build."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from batches import BATCH, Batch, plain_batches, training_batches
from encoder import Encoder
from numpy.typing import NDArray
from statements import Labelled

from unrut.core.reflect.network import HEADS
from unrut.core.reflect.tokens import LONGEST

Numbers = NDArray[np.float32]
Parameters = dict[str, Any]

LAYERS, WIDTH, FACETS = 3, 384, 30
ROUNDS, RATE, FIRST_RISE, LAST_RATE = 4, 1.5e-4, 0.08, 0.02
HEAD_RATE, RATE_BY_DEPTH = 8.0, 0.9
"""The new parts learn faster, deep layers slower; token vectors stay as they are, so that rare words keep their meaning."""
SMOOTHING, LEFT_OUT, DECAY, STEEP = 0.02, 0.2, 0.01, 4.0
FIRST_BIAS, FIRST_SPREAD = -3.0, 0.02
SMALLEST = 1e-12
NOTHING = -1e9
SEED = 0

# This kind of chance is the fast one on a plain processor.
jax.config.update("jax_default_prng_impl", "unsafe_rbg")


@dataclass(frozen=True, slots=True)
class Trained:
    """What was learned, and the token names it goes with."""

    numbers: Mapping[str, int]
    parameters: Parameters


def train(encoder: Encoder, notes: Sequence[Labelled], rounds: int = ROUNDS) -> Trained:
    """The network after so many rounds through the notes."""
    numbers = _numbers(encoder)
    dice = random.Random(SEED)
    parameters = first_parameters(encoder)
    steps = rounds * len(training_batches(notes, numbers, random.Random(SEED)))
    step, state = _steps(parameters, steps)
    chance = jax.random.PRNGKey(SEED)
    for place in range(rounds):
        total = 0.0
        for batch in training_batches(notes, numbers, dice):
            chance, now = jax.random.split(chance)
            parameters, state, loss = step(parameters, state, *_arrays(batch), now)
            total += float(loss)
        print(f"round {place + 1} of {rounds}: loss {total * rounds / steps:.3f}", flush=True)
    return Trained(numbers, jax.tree.map(np.asarray, parameters))


def logits_of(trained: Trained, notes: Sequence[Labelled]) -> Numbers:
    """The logits of notes, a column a facet."""
    order = sorted(range(len(notes)), key=lambda place: len(notes[place].text))
    batches = plain_batches([notes[place] for place in order], trained.numbers)
    forward = jax.jit(lambda *given: _forward(*given, None))
    parameters = jax.tree.map(jnp.asarray, trained.parameters)
    found = np.vstack([np.asarray(forward(parameters, batch.numbers, batch.kinds)) for batch in batches])
    logits = np.empty((len(notes), found.shape[1]), dtype=np.float32)
    logits[order] = found[: len(notes)]
    return logits


def flat(trained: Trained) -> dict[str, Numbers]:
    """The parameters under one name each, those of a layer after its number."""
    flat: dict[str, Numbers] = {}
    for name, part in trained.parameters.items():
        inner = part.items() if isinstance(part, dict) else [("", part)]
        flat |= {f"{name}_{within}" if within else name: np.asarray(array) for within, array in inner}
    return flat


def kept(encoder: Encoder, file: Path) -> Trained:
    """A trained network out of a file written with `flat`."""
    parameters: Parameters = {str(place): {} for place in range(LAYERS)}
    with np.load(file, allow_pickle=False) as held:
        for name in held.files:
            layer, _, within = name.partition("_")
            (parameters[layer] if layer.isdigit() else parameters)[within if layer.isdigit() else name] = (
                held[name]
            )
    return Trained(_numbers(encoder), parameters)


def first_parameters(encoder: Encoder) -> Parameters:
    """The first layers of the encoder, and a head that knows nothing yet."""
    held, chance = encoder.weights, np.random.default_rng(SEED)
    places = held["embeddings.position_embeddings.weight"][:LONGEST]
    parameters: Parameters = {
        "tokens": held["embeddings.word_embeddings.weight"][encoder.kept()],
        "places": places + held["embeddings.token_type_embeddings.weight"][0],
        "kinds": np.zeros((3, WIDTH)),
        "first_norm": _norm(held, "embeddings.LayerNorm"),
        "heed": chance.normal(size=(WIDTH, FACETS)) * FIRST_SPREAD,
        "say": chance.normal(size=(WIDTH, FACETS)) * FIRST_SPREAD,
        "bias": np.full(FACETS, FIRST_BIAS),
    }
    for place in range(LAYERS):
        parameters[str(place)] = _layer(held, f"encoder.layer.{place}")
    return jax.tree.map(lambda array: jnp.asarray(array, dtype=jnp.float32), parameters)


def _numbers(encoder: Encoder) -> dict[str, int]:
    return {encoder.names[place]: number for number, place in enumerate(encoder.kept())}


def _norm(held: Mapping[str, Numbers], name: str) -> Numbers:
    return np.stack([held[f"{name}.weight"], held[f"{name}.bias"]])


def _layer(held: Mapping[str, Numbers], name: str) -> Parameters:
    looks = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    linear = {
        "join": f"{name}.attention.output.dense",
        "widen": f"{name}.intermediate.dense",
        "narrow": f"{name}.output.dense",
    }
    return {
        "look": np.vstack([held[f"{look}.weight"] for look in looks]).T,
        "look_bias": np.concatenate([held[f"{look}.bias"] for look in looks]),
        "join_norm": _norm(held, f"{name}.attention.output.LayerNorm"),
        "narrow_norm": _norm(held, f"{name}.output.LayerNorm"),
        **{part: held[f"{source}.weight"].T for part, source in linear.items()},
        **{f"{part}_bias": held[f"{source}.bias"] for part, source in linear.items()},
    }


def _forward(parameters: Parameters, numbers: Any, kinds: Any, chance: Any) -> Any:
    state = parameters["tokens"][numbers] + parameters["places"][: numbers.shape[1]]
    state = _normed(state + parameters["kinds"][kinds][:, None], parameters["first_norm"])
    silent = jnp.where(numbers == 0, NOTHING, 0.0)
    for place in range(LAYERS):
        state = _through(parameters[str(place)], state, silent)
    if chance is not None:
        state *= jax.random.bernoulli(chance, 1 - LEFT_OUT, state.shape) / (1 - LEFT_OUT)
    shares = jax.nn.softmax(STEEP * (state @ parameters["heed"]) + silent[..., None], axis=1)
    return STEEP * (shares * (state @ parameters["say"])).sum(axis=1) + parameters["bias"]


def _through(layer: Parameters, state: Any, silent: Any) -> Any:
    rows, length, _ = state.shape
    looks = (state @ layer["look"] + layer["look_bias"]).reshape(rows, length, 3, HEADS, WIDTH // HEADS)
    scores = jnp.einsum("bqhd,bkhd->bhqk", looks[:, :, 0], looks[:, :, 1]) / np.float32(
        np.sqrt(WIDTH // HEADS)
    )
    shares = jax.nn.softmax(scores + silent[:, None, None, :])
    seen = jnp.einsum("bhqk,bkhd->bqhd", shares, looks[:, :, 2]).reshape(state.shape)
    state = _normed(state + seen @ layer["join"] + layer["join_bias"], layer["join_norm"])
    wide = jax.nn.gelu(state @ layer["widen"] + layer["widen_bias"], approximate=True)
    return _normed(state + wide @ layer["narrow"] + layer["narrow_bias"], layer["narrow_norm"])


def _normed(state: Any, norm: Any) -> Any:
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = jax.lax.rsqrt(jnp.square(centred).mean(axis=-1, keepdims=True) + SMALLEST)
    return centred * spread * norm[0] + norm[1]


def _loss(parameters: Parameters, numbers: Any, kinds: Any, labels: Any, real: Any, chance: Any) -> Any:
    logits = _forward(parameters, numbers, kinds, chance)
    wanted = labels * (1 - 2 * SMOOTHING) + SMOOTHING / 2
    return ((jax.nn.softplus(logits) - wanted * logits).sum(axis=1) * real).sum() / BATCH


def _steps(parameters: Parameters, steps: int) -> tuple[Any, Any]:
    rates = {name: _alike(part, _rate(name)) for name, part in parameters.items()}
    plan = optax.warmup_cosine_decay_schedule(0.0, RATE, int(FIRST_RISE * steps), steps, RATE * LAST_RATE)
    rule = optax.chain(
        optax.clip_by_global_norm(5.0),
        optax.scale_by_adam(b2=0.98),
        optax.add_decayed_weights(DECAY, mask=jax.tree.map(lambda part: part.ndim > 1, parameters)),
        optax.scale_by_learning_rate(plan),
    )

    def step(parameters: Parameters, state: Any, *given: Any) -> tuple[Parameters, Any, Any]:
        loss, down = jax.value_and_grad(_loss)(parameters, *given)
        change, state = rule.update(down, state, parameters)
        return jax.tree.map(lambda part, by, rate: part + by * rate, parameters, change, rates), state, loss

    return jax.jit(step, donate_argnums=(0, 1)), rule.init(parameters)


def _alike(part: Any, rate: float) -> Any:
    return jax.tree.map(lambda _: rate, part)


def _rate(name: str) -> float:
    if name in ("heed", "say", "bias", "kinds"):
        return HEAD_RATE
    if name in ("tokens", "places"):
        return 0.0
    return float(RATE_BY_DEPTH ** (LAYERS - 1 - int(name)) if name.isdigit() else RATE_BY_DEPTH**LAYERS)


def _arrays(batch: Batch) -> tuple[Any, ...]:
    return batch.numbers, batch.kinds, batch.labels, batch.real
