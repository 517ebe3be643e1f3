"""How well notes are read, on employee reviews labelled by two people and on lines of our own, beside two plain readers.

    python bench/reader.py
    UNRUT_ENCODER=FOLDER python bench/reader.py     the nearest phrase is found by a sentence encoder, not by words

The reviews lie beside the project, not in it, and are for measuring only. The guide by which our own lines are labelled
was checked against the reviews with an even number; those with an odd number were never looked at. No reader learned from
the lines in bench/notes. A label that both annotators gave must be found;
one that only one of them gave may be found; anything else found is wrong.
"""

import csv
import html
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from common import FOLDER, MILLI, ROOT, Row, Sample, in_turns, show, timed, yes_or_no
from reader_peers import by_list, by_nearest, nearest_name

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.reader import NoteKind, read_note

REVIEWS = ROOT.parent / "shared" / "data" / "reviews"
COLUMNS = {NoteKind.LIKE: "pros", NoteKind.DISLIKE: "Cons"}
RUNS = 7
OURS = "read_note()"
OFTEN = 5
MICRO_BAR, MACRO_BAR, LEAST_A_SECOND = 0.80, 0.72, 200

MEGA, MOST_MEGABYTES = 1_000_000, 15
MODEL = ROOT / "src" / "unrut" / "core" / "reflect" / "model.npz"
PREPARED = """
import resource, time
import numpy
from unrut.core.reflect.reader import NoteKind, read_note, read_notes
now, said = time.perf_counter, "We were promised a bonus and got a pizza, and the rota changed twice again."
notes = [(f"{said} {number}", NoteKind.DISLIKE) for number in range(200)]
def resident(): return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
"""
COSTS: dict[str, tuple[str, float | None]] = {
    "to load the model, beyond numpy": (
        "from unrut.core.reflect.model import shipped_model\nbegun = now(); shipped_model(); print(1000 * (now() - begun))",
        150,
    ),
    "one note of 75 letters, read alone": (
        "read_note(*notes[0])\nbegun = now()\nfor note in notes[1:101]: read_note(*note)\nprint(10 * (now() - begun))",
        5,
    ),
    "one note of 200 read together": (
        "read_note(*notes[0])\nbegun = now(); read_notes(notes); print(5 * (now() - begun))",
        None,
    ),
    "memory for the model and 200 notes, beyond numpy": (
        "before = resident(); read_notes(notes); print(resident() - before)",
        100,
    ),
}

Reader = Callable[[str, NoteKind], set[str]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the facets that must and may be found in it."""

    text: str
    kind: NoteKind
    required: frozenset[str]
    allowed: frozenset[str]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """Facets found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else 0.0


def measure() -> list[Row]:
    """Micro and macro F1, each facet, notes a second, and what the model costs."""
    rows = [*_overall("lines of our own, not learned from", list(written_texts())), *_costs()]
    if not REVIEWS.exists():
        return [*rows, Row(OURS, "", beside=f"not measured: the labelled reviews are not at {REVIEWS}")]
    texts = list(labelled_texts())
    each = _scored(texts)
    ours = each[OURS]
    facets = [facet for facet, score in ours.items() if score.right + score.missed]
    return [
        *rows,
        *_overall("reviews", texts, has_bar=True),
        *_overall("of them never looked at", [told for told in texts if told.number % 2], has_bar=True),
        _macro_row(f"reviews, {len(facets)} facets that occur", facets, each),
        *(_score_row(_facet_name(facet, ours[facet]), _of(facet, each)) for facet in facets),
        _speed_row(texts),
    ]


def _overall(name: str, texts: Sequence[Labelled], *, has_bar: bool = False) -> list[Row]:
    """Micro F1, and macro F1 of the facets that occur often enough."""
    each = _scored(texts)
    common = [facet for facet, score in each[OURS].items() if score.right + score.missed >= OFTEN]
    totals = {reader: total(found) for reader, found in each.items()}
    micro, macro = (MICRO_BAR, MACRO_BAR) if has_bar else (None, None)
    return [
        _score_row(f"{len(texts)} {name}, micro F1", totals, bar=micro),
        _macro_row(f"{name}, {len(common)} facets in {OFTEN} texts or more", common, each, bar=macro),
    ]


def _scored(texts: Sequence[Labelled]) -> dict[str, dict[str, Score]]:
    return {name: scores(texts, read) for name, read in _readers().items()}


def _readers() -> dict[str, Reader]:
    return {OURS: by_reading, "list of words": by_list, nearest_name(): by_nearest}


def labelled_texts() -> Iterable[Labelled]:
    """The labelled texts in the order of their file."""
    with (REVIEWS / "reviews_us_2025.csv").open(encoding="utf-8", newline="") as file:
        reviews = list(csv.DictReader(file))
    for line in (REVIEWS / "facet_labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        kind = NoteKind(label["kind"])
        yield Labelled(
            text=html.unescape(reviews[label["row"]][COLUMNS[kind]]),
            kind=kind,
            required=frozenset(label["required"]),
            allowed=frozenset(label["allowed"]),
            number=label["row"],
        )


def written_texts() -> Iterable[Labelled]:
    """Lines written for this project after the model was built, each with the facets its writer meant."""
    for file in sorted((FOLDER / "notes").glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            kind, text, facets = line.split("\t")
            meant = frozenset(facets.split(",")) - {""}
            yield Labelled(text.replace(" / ", "\n"), NoteKind(kind), required=meant, allowed=meant)


def scores(texts: Sequence[Labelled], read: Reader) -> dict[str, Score]:
    """How each facet of the vocabulary was read."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for told in texts:
        found = read(told.text, told.kind)
        right.update(found & told.required)
        wrong.update(found - told.required - told.allowed)
        missed.update(told.required - found)
    return {facet: Score(right[facet], wrong[facet], missed[facet]) for facet in shipped_vocabulary().facets}


def total(by_facet: dict[str, Score]) -> Score:
    """All facets together."""
    each = by_facet.values()
    return Score(
        right=sum(score.right for score in each),
        wrong=sum(score.wrong for score in each),
        missed=sum(score.missed for score in each),
    )


def by_reading(text: str, kind: NoteKind) -> set[str]:
    return {reading.facet for reading in read_note(text, kind)}


def _of(facet: str, each: Mapping[str, dict[str, Score]]) -> dict[str, Score]:
    return {name: found[facet] for name, found in each.items()}


def _facet_name(facet: str, score: Score) -> str:
    return f"{facet} (n = {score.right + score.missed})"


def _score_row(what: str, scored: Mapping[str, Score], *, bar: float | None = None) -> Row:
    f1 = {name: score.f1 for name, score in scored.items()}
    ours = scored[OURS]
    told = f"{ours.f1:.2f} (precision {ours.precision:.2f}, recall {ours.recall:.2f})"
    return _row(what, told, f1, bar=bar)


def _macro_row(
    what: str, facets: Sequence[str], each: Mapping[str, dict[str, Score]], *, bar: float | None = None
) -> Row:
    f1 = {name: sum(found[facet].f1 for facet in facets) / len(facets) for name, found in each.items()}
    return _row(f"macro F1, {what}", f"{f1[OURS]:.2f}", f1, bar=bar)


def _row(what: str, told: str, f1: Mapping[str, float], *, bar: float | None) -> Row:
    peers = {name: value for name, value in f1.items() if name != OURS}
    best = max(peers.values())
    return Row(
        f"{OURS}, {what}",
        told,
        beside=", ".join(f"{name}: {value:.2f}" for name, value in peers.items()),
        ratio=f"{f1[OURS] / best:.3g}" if best else "",
        bar=f"{bar:.2f}" if bar is not None else "",
        held=yes_or_no(f1[OURS] >= bar) if bar is not None else "",
    )


def _speed_row(texts: Sequence[Labelled]) -> Row:
    taken = in_turns(
        {
            name: timed(lambda read=read: [read(told.text, told.kind) for told in texts])
            for name, read in (("ours", by_reading), ("list", by_list))
        },
        runs=RUNS,
    )
    ours, theirs = (_a_second(taken[name], len(texts)) for name in ("ours", "list"))
    letters = sum(len(told.text) for told in texts) / len(texts)
    return Row(
        f"{OURS}, notes a second ({letters:.0f} letters each)",
        f"{ours:,.0f}",
        beside=f"list of words: {theirs:,.0f}",
        ratio=f"{ours / theirs:.3g}",
        bar="200",
        held=yes_or_no(ours >= LEAST_A_SECOND),
    )


def _costs() -> list[Row]:
    """Loading, one note, many notes and memory, each in a process of its own."""
    return [
        Row(
            "the model on disk",
            f"{MODEL.stat().st_size / MEGA:.1f} MB",
            bar="15 MB",
            held=yes_or_no(MODEL.stat().st_size < MOST_MEGABYTES * MEGA),
        ),
        *(_cost_row(what, code, bar) for what, (code, bar) in COSTS.items()),
    ]


def _cost_row(what: str, code: str, bar: float | None) -> Row:
    command = [sys.executable, "-c", f"{PREPARED}\n{code}"]
    taken = sorted(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(RUNS)
    )
    median = taken[len(taken) // 2]
    unit = "MB" if "memory" in what else "ms"
    return Row(
        what,
        f"{median:.3g} {unit} ({taken[0]:.3g} to {taken[-1]:.3g})",
        bar=f"{bar:g} {unit}" if bar else "",
        held=yes_or_no(median <= bar) if bar else "",
    )


def _a_second(sample: Sample, count: int) -> float:
    return count * MILLI / sample.median


if __name__ == "__main__":
    show(measure)
