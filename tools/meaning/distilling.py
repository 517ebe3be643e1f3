"""Bends token vectors until their sum points where the encoder puts the whole sentence."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Places = NDArray[np.int64]

ROUNDS, AT_ONCE, PACE = 6, 512, 0.003
SMALLEST = 1e-8
SEED = 1
NEAREST = 10


def narrowed(alone: Numbers, whole: Numbers, *, width: int) -> tuple[Numbers, Numbers]:
    """Both kinds of rows about their mean, at length one, in the directions in which they vary most."""
    alone, whole = of_length_one(alone - alone.mean(axis=0)), of_length_one(whole - whole.mean(axis=0))
    spread = whole.T @ whole / len(whole) + alone.T @ alone / len(alone)
    directions = np.linalg.eigh(spread)[1][:, ::-1][:, :width]
    return of_length_one(alone @ directions), of_length_one(whole @ directions)


def distil(vectors: Numbers, rows: Sequence[Sequence[int]], goals: Numbers) -> Numbers:
    """The vectors after a few rounds of Adam on the cosine of each row's sum with its goal.

    Only the tokens of a batch are touched, so that a token no text has stays where it is.
    """
    vectors, first, second = vectors.copy(), np.zeros_like(vectors), np.zeros_like(vectors)
    chance = np.random.default_rng(SEED)
    steps = ROUNDS * (len(rows) // AT_ONCE)
    for step in range(steps):
        if step % (steps // ROUNDS) == 0:
            order = chance.permutation(len(rows))
        chosen = order[(step % (steps // ROUNDS)) * AT_ONCE :][:AT_ONCE]
        tokens, slope = _slope(vectors, [rows[place] for place in chosen], goals[chosen])
        first[tokens] = 0.9 * first[tokens] + 0.1 * slope
        second[tokens] = 0.99 * second[tokens] + 0.01 * slope * slope
        pace = PACE * (1 - step / steps)
        vectors[tokens] -= pace * first[tokens] / (np.sqrt(second[tokens]) + SMALLEST)
    return vectors


def sums(vectors: Numbers, rows: Sequence[Sequence[int]]) -> Numbers:
    """The sum of each row's token vectors; no row may be empty."""
    counts = np.array([len(row) for row in rows])
    added: Numbers = np.add.reduceat(vectors[np.concatenate(rows)], np.cumsum(counts) - counts, axis=0)
    return added


def agreement(found: Numbers, goals: Numbers) -> tuple[float, float]:
    """How cosines between texts follow the encoder's: their correlation, and the share of the nearest ten in common."""
    ours, theirs = (of_length_one(rows) @ of_length_one(rows).T for rows in (found, goals))
    pairs = np.triu_indices(len(found), 1)
    correlation = float(np.corrcoef(ours[pairs], theirs[pairs])[0, 1])
    nearest = [
        np.argsort(-cosines + 9 * np.eye(len(cosines)), axis=1)[:, :NEAREST] for cosines in (ours, theirs)
    ]
    shared = [len(set(one) & set(two)) / NEAREST for one, two in zip(*nearest, strict=True)]
    return correlation, float(np.mean(shared))


def of_length_one(rows: Numbers) -> Numbers:
    """The rows scaled to length one."""
    scaled: Numbers = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), SMALLEST)
    return scaled


def _slope(vectors: Numbers, rows: Sequence[Sequence[int]], goals: Numbers) -> tuple[Places, Numbers]:
    """The tokens of these rows, and for each the slope of the mean of one minus the cosine."""
    flat = np.concatenate(rows)
    added = sums(vectors, rows)
    length = np.maximum(np.linalg.norm(added, axis=1, keepdims=True), SMALLEST)
    points = added / length
    cosine = (points * goals).sum(axis=1, keepdims=True)
    back = (cosine * points - goals) / length / len(rows)
    tokens, places = np.unique(flat, return_inverse=True)
    slope = np.zeros((len(tokens), vectors.shape[1]), dtype=np.float32)
    np.add.at(slope, places, np.repeat(back, [len(row) for row in rows], axis=0))
    return tokens, slope
