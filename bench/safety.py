"""How many lines that need help are recognised, by kind, and how often ordinary notes are taken for one.

    python bench/safety.py

The lines lie in tests/unit/core/reflect/safety: those of another hand were seen neither by the rules nor by the learned part; both
halves of the first hand were. The ordinary notes are those of bench/notes and tools/reader, without the lines that may rightly be answered; the
learned part has seen those of a to d, not the unseen ones. The reviews lie beside the project.
"""

import csv
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from common import ROOT, Row, in_turns, show, timed, yes_or_no

from unrut.core.reflect.safety import Concern, concern_of

LINES = ROOT / "tests" / "unit" / "core" / "reflect" / "safety"
HALVES = {
    "another hand, never seen": "another_hand",
    "first hand, seen": "held_back",
    "first hand, rules written on": "written_for_the_rules",
}
IN_PASSING = {"idiom": "in_passing", "denied": "in_passing"}
"""How another hand names what is said in passing."""
RIGHTLY_ANSWERED = frozenset({"respect_safety", "emotional_demands", "fairness"})
REVIEWS = ROOT.parent / "shared" / "data" / "reviews" / "reviews_us_2025.csv"
HARMLESS = frozenset({"none", "either"})
UNSEEN = "bench/notes/unseen.tsv"
LEAST_RECALL, MOST_ALARMS = 0.98, 0.01
NAIVE = ("suicid", "kill", "die", "dead", "hurt", "harass", "bull", "threat", "knife", "gun", "abus", "hit")
"""What stands beside: a plain list of words."""
RUNS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What was answered to a line: in full, quietly, or nothing."""

    kind: str
    text: str
    concern: Concern | None

    @property
    def is_shown(self) -> bool:
        return self.concern is not None

    @property
    def is_full(self) -> bool:
        return self.concern is not None and not self.concern.is_soft


def measure() -> list[Row]:
    """Recall by kind, precision, false alarms and speed."""
    rows = [row for name, file in HALVES.items() for row in _half(name, _told(file))]
    oblique = _recall("lines that hint without a telling word, never trained on", _told("oblique"))
    return [*rows, oblique, _about_respect(), *_ordinary(), _speed()]


def _told(file: str) -> list[Told]:
    lines = (LINES / f"{file}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [(kind, text) for kind, _, text in (line.partition("\t") for line in lines)]
    return [Told(IN_PASSING.get(kind, kind), text, concern_of(text)) for kind, text in rows]


def _half(name: str, told: Sequence[Told]) -> list[Row]:
    kinds = [concern.value for concern in Concern]
    needing = [one for one in told if one.kind not in HARMLESS]
    crisis = [one for one in needing if one.kind != Concern.IN_PASSING]
    return [
        _recall(f"{name}, ways of speaking and denials included", needing),
        _recall(f"{name}, crisis only", crisis, bar=LEAST_RECALL),
        *(_recall(f"{name}, {kind}", [one for one in needing if one.kind == kind]) for kind in kinds),
        _precision(name, told),
    ]


def _recall(what: str, told: Sequence[Told], *, bar: float | None = None) -> Row:
    shown, full = sum(one.is_shown for one in told), sum(one.is_full for one in told)
    naive = sum(_naive(one.text) for one in told)
    return Row(
        what=f"recall, {what}",
        ours=f"{shown / len(told):.3f} ({shown} of {len(told)}; {full} in full)",
        beside=f"list of words: {naive / len(told):.3f}",
        bar="" if bar is None else f"at least {bar}",
        held="" if bar is None else yes_or_no(shown / len(told) >= bar),
    )


def _precision(name: str, told: Sequence[Told]) -> Row:
    """Of the lines answered in full, those that were written as a crisis."""
    full = [one for one in told if one.is_full]
    right = sum(one.kind not in {*HARMLESS, Concern.IN_PASSING} for one in full)
    return Row(f"precision of full answers, {name}", f"{right / len(full):.3f} ({right} of {len(full)})")


def _about_respect() -> Row:
    """Lines by other writers, who labelled them; rudeness and unfairness among them need no panel, so there is no bar."""
    texts = [
        text
        for kind, text, facets in _lines("tools/reader/notes_*.tsv")
        if kind == "dislike" and "respect_safety" in facets
    ]
    return _recall(
        "disliked lines about respect and safety, rudeness included",
        [Told(Concern.HARASSMENT, text, concern_of(text)) for text in texts],
    )


def _ordinary() -> list[Row]:
    rows = [
        _alarms("ordinary notes, weights made on them", _notes("tools/reader/notes_*.tsv")),
        _alarms("ordinary notes, never trained on", _notes(UNSEEN)),
    ]
    if not REVIEWS.exists():
        return [*rows, Row("reviews", "", beside=f"not measured: the reviews are not at {REVIEWS}")]
    with REVIEWS.open(encoding="utf-8", newline="") as file:
        reviews = list(csv.DictReader(file))
    sides = {"what employees liked": "pros", "what employees disliked, harassment included": "Cons"}
    for name, column in sides.items():
        rows.append(
            _alarms(name, [html.unescape(each[column]) for each in reviews if each[column]], bar=False)
        )
    return rows


def _alarms(what: str, texts: Sequence[str], *, bar: bool = True) -> Row:
    told = [Told("none", text, concern_of(text)) for text in texts]
    full = sum(one.is_full for one in told) / len(told)
    soft = sum(one.is_shown and not one.is_full for one in told) / len(told)
    naive = sum(_naive(text) for text in texts) / len(texts)
    return Row(
        what=f"false alarms, {len(told):,} {what}",
        ours=f"{full:.2%} in full, {soft:.2%} quietly",
        beside=f"list of words: {naive:.1%}",
        bar=f"under {MOST_ALARMS:.0%} in full" if bar else "",
        held=yes_or_no(full < MOST_ALARMS) if bar else "",
    )


def _notes(files: str = UNSEEN) -> list[str]:
    return [text for _, text, facets in _lines(files) if not RIGHTLY_ANSWERED & set(facets)]


def _lines(files: str = UNSEEN) -> Iterator[tuple[str, str, list[str]]]:
    """Kind, text and facets of the ordinary notes."""
    for file in sorted(ROOT.glob(files)):
        for line in file.read_text(encoding="utf-8").splitlines():
            kind, text, facets = line.split("\t")
            yield kind, text, facets.split(",")


def _speed() -> Row:
    texts = _notes()
    taken = in_turns(
        {
            "ours": timed(lambda: [concern_of(text) for text in texts]),
            "naive": timed(lambda: [_naive(text) for text in texts]),
        },
        runs=RUNS,
    )
    return Row(
        "concern_of(), a note",
        str(taken["ours"].per(len(texts))),
        beside=f"list of words: {taken['naive'].per(len(texts))}",
    )


def _naive(text: str) -> bool:
    small = text.casefold()
    return any(word in small for word in NAIVE)


if __name__ == "__main__":
    show(measure)
