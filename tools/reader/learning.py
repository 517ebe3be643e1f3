"""Fits the weights of the reader: a note is about a facet unless none of its statements is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Numbers = NDArray[np.float32]

STEPS = 60
"""Stopping early serves a model of this size as well as a stronger penalty would, and is faster."""
PENALTY = 1e-4
FIRST_BIAS = -3.5
LARGEST = 30.0
# Calibration stays near the raw chance where a facet has few notes.
CALIBRATION_PENALTY = 2.0


@dataclass(frozen=True, slots=True)
class Lines:
    """Weights by column, and a bias for each column."""

    weights: Numbers
    bias: Numbers


def logits(rows: Numbers, lines: Lines) -> Numbers:
    """The logits of statements."""
    product: Numbers = rows @ lines.weights + lines.bias
    return np.clip(product, -LARGEST, LARGEST)


def joined(statement_logits: Numbers, note: NDArray[np.intp]) -> Numbers:
    """The logits of notes from those of their statements, which stand together: 1 - (1-p)(1-q)..."""
    silent = np.add.reduceat(-np.logaddexp(0, statement_logits), _starts(note), axis=0)
    told: Numbers = np.log(np.maximum(-np.expm1(silent), np.float32(1e-13))) - silent
    return told


def fit(rows: Numbers, note: NDArray[np.intp], labels: Numbers, weight: Numbers) -> Lines:
    """The lines that explain the labels of notes best, by the likelihood of `joined` with a squared penalty."""
    shape = (rows.shape[1] + 1, labels.shape[1])
    share = (weight / weight.sum())[:, None]
    starts = _starts(note)
    place = np.cumsum(np.r_[0, note[1:] != note[:-1]])

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        lines = flat.astype(np.float32).reshape(shape)
        told = np.clip(rows @ lines[:-1] + lines[-1], -LARGEST, LARGEST)
        silent = np.add.reduceat(-np.logaddexp(0, told), starts, axis=0)
        spoken = np.maximum(-np.expm1(silent), np.float32(1e-7))
        cost = -(share * (labels * np.log(spoken) + (1 - labels) * silent)).sum()
        pull = share * (labels * np.exp(silent) / spoken - (1 - labels))
        slope = -pull[place] / (1 + np.exp(-told))
        down = np.vstack([rows.T @ slope + PENALTY * lines[:-1], slope.sum(axis=0, keepdims=True)])
        return float(cost + 0.5 * PENALTY * np.square(lines[:-1]).sum()), down.ravel().astype(np.float64)

    first = np.zeros(shape)
    first[-1] = FIRST_BIAS
    found = minimize(loss, first.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    lines = found.x.astype(np.float32).reshape(shape)
    return Lines(lines[:-1], lines[-1])


def calibrate(told: Numbers, labels: Numbers) -> tuple[Numbers, Numbers]:
    """Slope and offset of each facet that turn logits of notes held out into chances that come true."""
    pairs = [_calibrate_one(told[:, column], labels[:, column]) for column in range(labels.shape[1])]
    slope, offset = np.array(pairs, dtype=np.float32).T
    return slope, offset


def f1(chosen: NDArray[np.bool_], labels: NDArray[np.bool_]) -> tuple[float, float]:
    """Micro and macro F1."""
    right = (chosen & labels).sum(axis=0)
    said = chosen.sum(axis=0) + labels.sum(axis=0)
    return float(2 * right.sum() / said.sum()), float(np.mean(2 * right / np.maximum(1, said)))


def calibration_error(chance: Numbers, labels: NDArray[np.bool_], bins: int = 10) -> float:
    """Expected calibration error over equally wide bins of the chance."""
    place = np.minimum((chance * bins).astype(int), bins - 1).ravel()
    flat_chance, flat_labels = chance.ravel(), labels.ravel()
    return float(
        sum(abs(flat_chance[place == one].sum() - flat_labels[place == one].sum()) for one in range(bins))
        / len(place)
    )


def _calibrate_one(told: Numbers, label: Numbers) -> tuple[float, float]:
    def loss(line: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = line[0] * told + line[1]
        error = 1 / (1 + np.exp(-z)) - label
        cost = (np.logaddexp(0, z) - label * z).sum() + CALIBRATION_PENALTY * (
            (line[0] - 1) ** 2 + line[1] ** 2
        )
        down = [
            error @ told + 2 * CALIBRATION_PENALTY * (line[0] - 1),
            error.sum() + 2 * CALIBRATION_PENALTY * line[1],
        ]
        return float(cost), np.array(down, dtype=np.float64)

    slope, offset = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B").x
    return float(slope), float(offset)


def _starts(note: NDArray[np.intp]) -> NDArray[np.intp]:
    starts: NDArray[np.intp] = np.flatnonzero(np.r_[True, note[1:] != note[:-1]])
    return starts
