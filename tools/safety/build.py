"""Makes the weights of the learned part beside the safety rules.

    python tools/safety/build.py

Read are lines that need help (tools/safety/*.tsv and the two halves of tests/unit/core/reflect/safety) and ordinary notes
(tools/reader/notes_*.tsv). In families.tsv each line stands for many: one of {these|words} is taken at each place, every word at
least once. Two heads are learned by logistic regression: whether help is needed, and whether others do the harm. The bounds
are set on notes and hands left out in turn, so that a given share of ordinary notes is answered.
"""

import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from unrut.core.reflect import safety_learned
from unrut.core.reflect.safety import readable
from unrut.core.reflect.safety_learned import PLACES, WEIGHTS_FILE, places_of, sentences

ROOT = Path(__file__).resolve().parents[2]
HALVES = ROOT / "tests" / "unit" / "core" / "reflect" / "safety"
HANDS = {
    "first": (HALVES / "held_back.tsv", HALVES / "written_for_the_rules.tsv"),
    "second": (ROOT / "tools" / "safety" / "second_hand.tsv",),
    "third": (ROOT / "tools" / "safety" / "third_hand.tsv",),
}
FAMILIES = ROOT / "tools" / "safety" / "families.tsv"
NOTES = sorted((ROOT / "tools" / "reader").glob("notes_*.tsv"))
NOT_ORDINARY = frozenset({"respect_safety", "emotional_demands", "fairness"})
ONESELF, OTHERS = frozenset({"self_harm", "not_living"}), frozenset({"danger", "harassment"})
GRAVE, HARMLESS, ORDINARY = ONESELF | OTHERS, "none", "ordinary"
WRITTEN, EXPANDED, TRAP, NOTE = 4.0, 1.0, 2.0, 1.0
"""How much lines weigh: those that need help, those made of families, harmless ones written as traps, ordinary notes."""
SHARE_QUIET, SHARE_FULL = 0.025, 0.003
"""Shares of ordinary notes that the learned part may answer at all and in full."""
EACH, STEPS, RATE, PENALTY, MOST = 30, 150, 0.5, 1e-6, 127

Numbers = NDArray[np.float64]


class Line(NamedTuple):
    """A line to learn from: its kind, words and weight."""

    kind: str
    text: str
    weight: float


class Head(NamedTuple):
    """Learned weights and what is added."""

    weights: Numbers
    bias: float


class Table(NamedTuple):
    """Places of many lines, one behind the other."""

    places: NDArray[np.int64]
    rows: NDArray[np.int64]
    values: Numbers
    size: int


def main() -> int:
    """Learn, set the bounds, write the file."""
    hands = {name: [line for file in files for line in _labelled(file)] for name, files in HANDS.items()}
    families = [line for pattern in _rows(FAMILIES) for line in _expanded(*pattern)]
    notes = [_notes(file) for file in NOTES]
    quiet, full = _bounds(list(hands.values()), families, notes)
    every = [*_joined(hands.values()), *families, *_joined(notes)]
    alarm = _learnt(every, [line.kind in GRAVE for line in every])
    grave = [line for line in every if line.kind in GRAVE]
    side = _learnt(grave, [line.kind in OTHERS for line in grave])
    _write(alarm, side, quiet, full)
    return 0


def _bounds(
    hands: Sequence[Sequence[Line]], families: Sequence[Line], notes: Sequence[Sequence[Line]]
) -> tuple[float, float]:
    """The scores that a given share of ordinary notes reaches, each scored by weights that saw neither file nor hand."""
    scores: list[float] = []
    for turn, hand in enumerate(hands):
        left_out = notes[turn :: len(hands)]
        seen = [*families, *_joined(each for each in hands if each is not hand)]
        seen += _joined(each for each in notes if not any(each is other for other in left_out))
        head = _learnt(seen, [line.kind in GRAVE for line in seen])
        scores += [_height(head, line.text) for line in _joined(left_out)]
        reached = np.quantile(scores, 1 - SHARE_QUIET)
        needing = [line for line in hand if line.kind in GRAVE]
        found = sum(_height(head, line.text) >= reached for line in needing)
        print(f"hand {turn + 1} left out: {found} of {len(needing)} found without the rules")
    return float(np.quantile(scores, 1 - SHARE_QUIET)), float(np.quantile(scores, 1 - SHARE_FULL))


def _height(head: Head, text: str) -> float:
    """The highest score of a sentence of a text."""
    table = _table(sentences(text) or [""])
    return float(_summed(table, head.weights).max() + head.bias)


def _learnt(lines: Sequence[Line], are_meant: Sequence[bool]) -> Head:
    """Logistic regression, with steps that shrink where a weight was moved often."""
    table = _table([line.text for line in lines])
    meant, worth = np.array(are_meant, dtype=float), np.array([line.weight for line in lines])
    worth = worth / worth.sum() * 100
    weights, moved = np.zeros(PLACES), np.full(PLACES, 1e-8)
    bias, bias_moved = -2.0, 1e-8
    for _ in range(STEPS):
        wrong = worth * (1 / (1 + np.exp(-(_summed(table, weights) + bias))) - meant)
        moves = np.bincount(table.places, weights=table.values * wrong[table.rows], minlength=PLACES)
        slope = moves + PENALTY * 100 * weights
        moved += slope**2
        bias_moved += float(wrong.sum()) ** 2
        weights -= RATE * slope / np.sqrt(moved)
        bias -= RATE * float(wrong.sum()) / bias_moved**0.5
    return Head(weights, bias)


def _table(texts: Sequence[str]) -> Table:
    places = [sorted(places_of(readable(text))) for text in texts]
    sizes = np.array([len(each) for each in places])
    rows = np.repeat(np.arange(len(texts)), sizes)
    flat = np.array([place for each in places for place in each], dtype=np.int64)
    return Table(flat, rows, 1 / np.sqrt(sizes[rows]), len(texts))


def _summed(table: Table, weights: Numbers) -> Numbers:
    worth = table.values * weights[table.places]
    return np.asarray(np.bincount(table.rows, weights=worth, minlength=table.size), dtype=np.float64)


def _write(alarm: Head, side: Head, quiet: float, full: float) -> None:
    """One line of bounds, then a byte for each weight."""
    scale, side_scale = (float(np.abs(head.weights).max()) / MOST for head in (alarm, side))
    figures = (scale, alarm.bias, side_scale, side.bias, quiet, full)
    rounded = [
        np.round(head.weights / each).astype(np.int8) for head, each in ((alarm, scale), (side, side_scale))
    ]
    target = Path(safety_learned.__file__).with_name(WEIGHTS_FILE)
    head = " ".join(f"{value:.6g}" for value in figures)
    target.write_bytes(head.encode() + b"\n" + b"".join(each.tobytes() for each in rounded))
    print(f"{target.name}: {target.stat().st_size:,} bytes, {head}")


def _rows(file: Path) -> list[tuple[str, str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [(kind, text) for kind, _, text in (line.partition("\t") for line in lines)]


def _labelled(file: Path) -> list[Line]:
    """Lines of a hand; ways of speaking and denials teach nothing, as either answer would be right."""
    worth = dict.fromkeys(GRAVE, WRITTEN) | {HARMLESS: TRAP}
    return [Line(kind, text, worth[kind]) for kind, text in _rows(file) if kind in worth]


def _expanded(kind: str, pattern: str) -> list[Line]:
    """Lines that a pattern stands for, the same ones each time."""
    slots = [
        part.split("|") if at % 2 else [part] for at, part in enumerate(re.split(r"\{([^{}]*)\}", pattern))
    ]
    longest = max(len(slot) for slot in slots)
    dice = random.Random(crc32(pattern.encode()))
    texts = {
        "".join(slot[at % longest] if len(slot) == longest else dice.choice(slot) for slot in slots)
        for at in range(max(EACH, longest))
    }
    return [Line(kind, text, EXPANDED) for text in sorted(texts)]


def _notes(file: Path) -> list[Line]:
    """Ordinary notes of a file, without those that may rightly be answered."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        Line(ORDINARY, text, NOTE) for _, text, facets in rows if not NOT_ORDINARY & set(facets.split(","))
    ]


def _joined(groups: Iterable[Sequence[Line]]) -> list[Line]:
    return [line for group in groups for line in group]


if __name__ == "__main__":
    sys.exit(main())
