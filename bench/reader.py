"""How well notes are read, on lines written and labelled for this project and on employee reviews labelled by two people.

Beside it stand the bare names of the facets.

    python bench/reader.py

The reviews lie beside the project, not in it, and are for measuring only. A label that both annotators gave must be found;
one that only one of them gave may be found; anything else found is wrong.
"""

import csv
import html
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from common import FOLDER, MILLI, ROOT, Row, Sample, in_turns, show, timed

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.reader import NoteKind, read_note

NOTES = FOLDER / "notes"
REVIEWS = ROOT.parent / "shared" / "data" / "reviews"
COLUMNS = {NoteKind.LIKE: "pros", NoteKind.DISLIKE: "Cons"}
RUNS = 7
WORD = re.compile(r"\w+")
JOINING = frozenset("a an and at for in of or the to with your".split())

Reader = Callable[[str, NoteKind], set[str]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the facets that must and may be found in it."""

    text: str
    kind: NoteKind
    required: frozenset[str]
    allowed: frozenset[str]


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
    """Micro and macro F1, each facet, and notes a second."""
    rows = [*_overall("our own notes", list(written_texts()))]
    if not REVIEWS.exists():
        absent = f"not measured: the labelled reviews are not at {REVIEWS}"
        return [*rows, Row("read_note(), reviews", "", beside=absent)]
    texts = list(labelled_texts())
    ours, names = scores(texts, by_reading), scores(texts, by_name)
    each = [
        _score_row(_facet_name(facet, ours[facet]), ours[facet], names[facet]) for facet in _occurring(ours)
    ]
    return [*rows, *_overall("reviews", texts), *each, _speed_row(texts)]


def written_texts() -> Iterable[Labelled]:
    """Lines written for this project, each with the facets its writer meant."""
    for file in sorted(NOTES.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            kind, text, facets = line.split("\t")
            meant = frozenset(facets.split(",")) - {""}
            yield Labelled(text=text, kind=NoteKind(kind), required=meant, allowed=meant)


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
        )


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


def by_name(text: str, _kind: NoteKind) -> set[str]:
    """A facet is found when a word of its name stands in the text."""
    words = set(WORD.findall(text.casefold()))
    return {facet for facet, name in _names().items() if not name.isdisjoint(words)}


@cache
def _names() -> dict[str, set[str]]:
    return {
        facet.id: set(WORD.findall(facet.name.casefold())) - JOINING
        for facet in shipped_vocabulary().facets.values()
    }


def _overall(name: str, texts: Sequence[Labelled]) -> list[Row]:
    """Micro and macro F1 of a set."""
    ours, names = scores(texts, by_reading), scores(texts, by_name)
    return [
        _score_row(f"read_note(), {len(texts):,} {name}, micro F1", total(ours), total(names)),
        _macro_row(name, _occurring(ours), ours, names),
    ]


def _occurring(scored: dict[str, Score]) -> list[str]:
    return [facet for facet, score in scored.items() if score.right + score.missed]


def _facet_name(facet: str, score: Score) -> str:
    return f"read_note(), {facet} (n = {score.right + score.missed})"


def _score_row(what: str, ours: Score, names: Score) -> Row:
    return Row(what, _told(ours), beside=f"words of the names: {_told(names)}", ratio=_by(ours.f1, names.f1))


def _macro_row(name: str, facets: Sequence[str], ours: dict[str, Score], names: dict[str, Score]) -> Row:
    mine = sum(ours[facet].f1 for facet in facets) / len(facets)
    theirs = sum(names[facet].f1 for facet in facets) / len(facets)
    return Row(
        f"read_note(), {name}, macro F1 of the {len(facets)} facets that occur",
        f"{mine:.2f}",
        beside=f"words of the names: {theirs:.2f}",
        ratio=_by(mine, theirs),
    )


def _told(score: Score) -> str:
    return f"{score.f1:.2f} (precision {score.precision:.2f}, recall {score.recall:.2f})"


def _by(ours: float, theirs: float) -> str:
    return f"{ours / theirs:.3g}" if theirs else ""


def _speed_row(texts: Sequence[Labelled]) -> Row:
    taken = in_turns(
        {
            "ours": timed(lambda: [by_reading(told.text, told.kind) for told in texts]),
            "names": timed(lambda: [by_name(told.text, told.kind) for told in texts]),
        },
        runs=RUNS,
    )
    ours, theirs = (_a_second(taken[name], len(texts)) for name in ("ours", "names"))
    letters = sum(len(told.text) for told in texts) / len(texts)
    return Row(
        f"read_note(), notes a second ({letters:.0f} letters each)",
        f"{ours:,.0f}",
        beside=f"words of the names: {theirs:,.0f}",
        ratio=_by(ours, theirs),
    )


def _a_second(sample: Sample, count: int) -> float:
    return count * MILLI / sample.median


if __name__ == "__main__":
    show(measure)
