"""How much of the official list of related occupations is found by nearness, and how fast.

    python bench/occupations.py

The list was made from the same release (tasks, knowledge, titles), so this shows that we agree with those who made it, not that
a move to a neighbour is easy or wise. It lies beside the project, is read here alone, and nothing is built or fitted from it.

What it did decide is what to compare. Single blocks, and what counts for the unknown, were looked at over all occupations; the
number of directions of words, and what to add to five blocks of tasks, titles and knowledge, on the half whose codes have an
even hash, with the other half, "held out" below, printed beside it. Tried on the even half: fitted weights instead of equal
ones (recall .841 for .838), technology at half weight (.817 for .825 of the five blocks), the classes of the official
classification (.777), neighbours of many made farther (.816), skills, activities or work context (.825).
"""

import csv
import hashlib
import io
import math
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from common import ROOT, Row, in_turns, show, timed, timed_row, yes_or_no
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import Atlas, Floats
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.neighbours import Neighbourhood
from unrut.core.explore.occupations.text_vectors import text_vectors
from unrut.core.meaning import of_length_one, plain_words
from unrut.importers.occupations import read_release

RELEASE = ROOT.parent / "shared" / "data" / "onet" / "db_30_1_text.zip"
LIST = "Related Occupations.txt"
TIERS = {"Primary-Short": 3, "Primary-Long": 2, "Supplemental": 1}
LEAST_PRIMARY = TIERS["Primary-Long"]
FIRST, TOP = 20, 5
LEAST_RECALL, LEAST_HIT = 0.65, 0.95
MOST_MS, MOST_BUILD_MS, MOST_VECTORS_MS = 10, 150, 20_000
ASKED, RUNS = 100, 7

Related = Mapping[int, Mapping[int, int]]
"""The tier of each related occupation by row."""

Nearness = Callable[[int], Floats]


@dataclass(frozen=True, slots=True)
class Found:
    """What a way finds, as means over occupations."""

    recall: float
    hit: float
    gain: float


def measure() -> list[Row]:
    """What is found by ours and by plain ways, over all and over the half held out; the times."""
    if not RELEASE.exists():
        return [Row("The official list of related occupations", "it is not there, so nothing is measured")]
    atlas = shipped_atlas()
    related = _official(atlas)
    held_out = {row: listed for row, listed in related.items() if _is_held_out(atlas.codes[row])}
    return [*_found_rows(atlas, related, "all"), *_found_rows(atlas, held_out, "held out"), *_times(atlas)]


def _official(atlas: Atlas) -> Related:
    with zipfile.ZipFile(RELEASE) as held:
        name = next(name for name in held.namelist() if name.endswith(LIST))
        rows = list(csv.DictReader(io.StringIO(held.read(name).decode()), delimiter="\t"))
    related: dict[int, dict[int, int]] = {}
    for row in rows:
        listed = related.setdefault(atlas.rows[row["O*NET-SOC Code"]], {})
        listed[atlas.rows[row["Related O*NET-SOC Code"]]] = TIERS[row["Relatedness Tier"]]
    return related


def _is_held_out(code: str) -> bool:
    return hashlib.sha256(code.encode()).digest()[0] % 2 == 1


def _found_rows(atlas: Atlas, related: Related, which: str) -> list[Row]:
    ours = _found(Neighbourhood(atlas).nearness, related)
    plain = {name: _found(way, related) for name, way in _plain_ways(atlas).items()}
    whose = f"of the official list, {len(related)} occupations ({which})"
    told = (
        (f"recall@{FIRST} of the ten primary ones {whose}", "recall", LEAST_RECALL),
        (f"hit@{TOP}: a primary one {whose}", "hit", LEAST_HIT),
        (f"nDCG@{FIRST} by tier {whose}", "gain", None),
    )
    return [
        Row(
            what=what,
            ours=f"{getattr(ours, name):.3f}",
            beside=", ".join(f"{way}: {getattr(found, name):.3f}" for way, found in plain.items()),
            bar=f"{bar:g}" if bar is not None else "",
            held=yes_or_no(getattr(ours, name) >= bar) if bar is not None else "",
        )
        for what, name, bar in told
    ]


def _found(nearness: Nearness, related: Related) -> Found:
    found = [_found_of(_first_of(nearness(row), row), listed) for row, listed in related.items()]
    return Found(*np.mean(found, axis=0).tolist())


def _first_of(nearness: Floats, row: int) -> list[int]:
    order = np.argsort(-nearness, kind="stable")
    first: list[int] = order[order != row][:FIRST].tolist()
    return first


def _found_of(first: Sequence[int], listed: Mapping[int, int]) -> tuple[float, float, float]:
    primary = {row for row, tier in listed.items() if tier >= LEAST_PRIMARY}
    gain = _gain([listed.get(row, 0) for row in first]) / _gain(sorted(listed.values(), reverse=True)[:FIRST])
    return len(primary & set(first)) / len(primary), float(bool(primary & set(first[:TOP]))), gain


def _gain(tiers: Sequence[int]) -> float:
    return sum((2.0**tier - 1) / math.log2(place + 2) for place, tier in enumerate(tiers))


def _plain_ways(atlas: Atlas) -> dict[str, Nearness]:
    ratings, words = _standard_ratings(atlas), _title_words(atlas)
    groups = np.array([int(code[:2]) for code in atlas.codes])
    return {
        "cosine of standardised ratings": lambda row: ratings @ ratings[row],
        "words of all titles": lambda row: words @ words[row],
        "same major group": lambda row: (groups == groups[row]).astype(np.float32),
    }


def _standard_ratings(atlas: Atlas) -> Floats:
    values = np.hstack([table.values for table in atlas.ratings.values()]).astype(np.float64)
    standard = (values - np.nanmean(values, axis=0)) / np.nanstd(values, axis=0)
    return of_length_one(np.nan_to_num(standard).astype(np.float32))


def _title_words(atlas: Atlas) -> Floats:
    """TF-IDF."""
    bags = [
        Counter(word for text in (title, *atlas.alternates.of(row)) for word in plain_words(text))
        for row, title in enumerate(atlas.titles)
    ]
    having = Counter(word for bag in bags for word in bag)
    columns = {word: place for place, word in enumerate(having)}
    table: NDArray[np.float32] = np.zeros((len(bags), len(columns)), dtype=np.float32)
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            table[row, columns[word]] = (1 + math.log(count)) * math.log(len(bags) / having[word])
    return of_length_one(table)


def _times(atlas: Atlas) -> list[Row]:
    near, rows = Neighbourhood(atlas), np.linspace(0, len(atlas) - 1, ASKED, dtype=int).tolist()
    table = np.hstack(list(atlas.vectors.values()))
    taken = in_turns(
        {
            "nearest": timed(lambda: [near.nearest(row) for row in rows]),
            "products": timed(lambda: [table @ table[row] for row in rows]),
            "build": timed(lambda: Neighbourhood(atlas)),
            "pass": timed(table.sum),
        },
        runs=RUNS,
    )
    one, product = taken["nearest"].per(ASKED), taken["products"].per(ASKED)
    release = read_release(RELEASE)
    vectors = timed(lambda: text_vectors(release))()
    return [
        timed_row("nearest() of 1,016 occupations", one, "one numpy product", product, most_ms=MOST_MS),
        timed_row("Neighbourhood()", taken["build"], "numpy sum", taken["pass"], most_ms=MOST_BUILD_MS),
        Row(
            what="text_vectors() of the whole release, once",
            ours=f"{vectors / 1000:.3g} s",
            bar=f"{MOST_VECTORS_MS / 1000:g} s",
            held=yes_or_no(vectors <= MOST_VECTORS_MS),
        ),
    ]


if __name__ == "__main__":
    show(measure)
