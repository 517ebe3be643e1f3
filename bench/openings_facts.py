"""How often hours, workplace and education are read rightly from real postings, and how fast all facts of one are.

    python bench/openings_facts.py

`openings/fact_labels.jsonl` says by row number what the postings beside the project state; they were labelled from their text
by one reader, before the rules had been run on them. Rules were made on the rows of the part "tune" and on rows without a
label. At the first look at the part "report" the precision was 1.00 for hours, .978 for workplace and .954 for education, and the
recall .91, .91 and .93; one label turned out to be wrong and was mended, and rules that failed in general were mended too. So
the figures below are those of a second look. Where several readings are fair, a label allows each of them.
"""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from common import FOLDER, ROOT, Row, in_turns, show, timed, yes_or_no

from unrut.core.explore.openings.facts import Facts, read_facts
from unrut.core.explore.openings.text import posting_text
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.text_tools import plain_text, tidy

POSTINGS = ROOT.parent / "shared" / "data" / "postings"
LABELS = FOLDER / "openings" / "fact_labels.jsonl"
LEAST_PRECISION = 0.95
MOST_MICROSECONDS, MILLI, MICRO = 250.0, 1000.0, 1000.0
HOSTILE = (
    "a ",
    "1",
    "\n",
    "remote ",
    "3 days in office ",
    "bachelor's degree ",
    "required\n",
    "40 hours per week ",
)
MEGABYTE = 1_000_000
RUNS = 7


@dataclass(slots=True)
class Score:
    """How many readings were right, how many wrong, and how many statements were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, value: Any, label: Any) -> None:
        allowed = label["any"] if isinstance(label, dict) else [label]
        self.right += value is not None and value in allowed
        self.wrong += value is not None and value not in allowed
        self.missed += value not in allowed and None not in allowed

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def measure() -> list[Row]:
    """Precision and recall of each fact on both parts, the time of a posting, and the time of a hostile megabyte."""
    if not POSTINGS.exists():
        return [Row("facts: the postings are missing", "not measured")]
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    rows = [
        row for fact in READINGS for part in ("tune", "report") for row in _score_rows(fact, part, labels)
    ]
    return [*rows, *_speed(), _hostile()]


def _hours(facts: Facts) -> list[float | None] | None:
    if facts.hours is None:
        return None
    ends = [facts.hours.value.low, facts.hours.value.high]
    return None if ends == [None, None] else ends  # a mere share of full time was not labelled


def _workplace(facts: Facts) -> str | None:
    return facts.workplace.value.kind.value if facts.workplace else None


def _education(facts: Facts) -> str | None:
    return facts.education[0].value.level.value if facts.education else None


READINGS: dict[str, Callable[[Facts], Any]] = {
    "hours": _hours,
    "workplace": _workplace,
    "education": _education,
}


def _score_rows(fact: str, part: str, labels: list[dict[str, Any]]) -> Iterator[Row]:
    score = Score()
    for label in labels:
        if label["part"] == part:
            score.add(READINGS[fact](_facts(label["source"], label["row"])), label[fact])
    stated = f"{score.right + score.missed} stated"
    yield Row(
        what=f"{fact}, precision, part {part} ({stated})",
        ours=f"{score.precision:.3f}",
        bar=f"{LEAST_PRECISION:g}" if part == "report" else "",
        held=yes_or_no(score.precision >= LEAST_PRECISION) if part == "report" else "",
    )
    yield Row(what=f"{fact}, recall, part {part} ({stated})", ours=f"{score.recall:.3f}")


@cache
def _facts(source: str, row: int) -> Facts:
    return read_facts(_postings(source)[row])


@cache
def _postings(source: str) -> list[PostedOpening]:
    return list(_linkedin() if source == "linkedin" else _hacker_news())


def _linkedin() -> Iterator[PostedOpening]:
    csv.field_size_limit(sys.maxsize)
    with (POSTINGS / "linkedin_jobs_2025.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            title = row["title"].removesuffix(" with verification")
            yield PostedOpening("linkedin", "", title, place=row["location"], text=tidy(row["description"]))


def _hacker_news() -> Iterator[PostedOpening]:
    """The posts of both files one after the other; all they say stands in their text."""
    for path in sorted((POSTINGS / "hn").glob("*.json")):
        for job in json.loads(path.read_text(encoding="utf-8"))["jobs"]:
            yield PostedOpening("hn", "", "", text=plain_text(job["text"] or ""))


def _speed() -> list[Row]:
    """All facts of a posting beside merely reading it from JSON and preparing its text."""
    postings = list({posting.text: posting for posting in _postings("linkedin")}.values())
    texts = [json.dumps({"text": posting.text}) for posting in postings]
    taken = in_turns(
        {
            "ours": timed(lambda: [read_facts(posting) for posting in postings]),
            "json": timed(lambda: [json.loads(text) for text in texts]),
            "text": timed(lambda: [posting_text(posting.text) for posting in postings]),
        },
        runs=RUNS,
    )
    each = {name: sample.per(len(postings)) for name, sample in taken.items()}
    mean = sum(len(posting.text) for posting in postings) / len(postings)
    return [
        Row(
            what=f"all facts of a posting of {mean:,.0f} letters, pay included",
            ours=str(each["ours"]),
            beside=f"json.loads: {each['json']}; preparing its text: {each['text']}",
            ratio=f"{each['ours'].median / each['json'].median:.3g}",
            bar=f"{MOST_MICROSECONDS:g} µs",
            held=yes_or_no(each["ours"].median * MICRO <= MOST_MICROSECONDS),
        )
    ]


def _hostile() -> Row:
    """The slowest of some megabytes of one thing over and over."""
    texts = [PostedOpening("", "", "", text=unit * (MEGABYTE // len(unit))) for unit in HOSTILE]
    taken = in_turns({text.text[:20]: timed(partial(read_facts, text)) for text in texts}, runs=3, warm_up=1)
    slowest = max(sample.median for sample in taken.values())
    return Row(
        what="a hostile megabyte, the slowest of some",
        ours=f"{slowest:.3g} ms",
        bar="1000 ms",
        held=yes_or_no(slowest <= MILLI),
    )


if __name__ == "__main__":
    show(measure)
