"""What it costs to read postings, to rank a million openings and to join what is the same job.

python bench/openings.py
"""

import json
import random
import re
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from common import MILLI, Row, Sample, in_turns, show, timed, timed_row, yes_or_no
from openings_made import boards

from unrut.core.explore.levels import Level, Source
from unrut.core.explore.openings.blocks import Block, Top, block_of, merge, pack, score_block
from unrut.core.explore.openings.facet_levels import read_facets
from unrut.core.explore.openings.facts import read_facts, read_listed_facts
from unrut.core.explore.openings.same import Entry, groups_of, sketch
from unrut.core.explore.openings.told import told_text
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.registry import read_openings

POSTINGS = 5_000
LEAST_A_SECOND = 2_500
MILLION = 1_000_000
SIZES = (1_000, 10_000, 100_000, MILLION)
MOST_PASSES = 3.0
MOST_MEGABYTES = 1_000
RUNS = 9
SEED = 20
MONEY = re.compile(r"[$€£]\s?\d[\d,.]*\s?[kK]?")

VOCABULARY = shipped_vocabulary()
# As most people's: the ends of most lines are wanted, and of some a place between them.
WANTS = tuple(
    Want(facet, weight, wanted)
    for facet, weight, wanted in (
        ("pay_benefits", 80, 10),
        ("working_hours", 60, 4),
        ("commute", 60, 0),
        ("autonomy", 50, 10),
        ("learning_growth", 40, 10),
        ("task_variety", 30, 6),
        ("schedule_flexibility", 30, 10),
        ("workload_pace", 20, 4),
    )
)
AT_ENDS = tuple(replace(want, wanted=10.0 if want.wanted > 5 else 0.0) for want in WANTS)


def measure() -> list[Row]:
    """Ranking first, so that its memory is told apart; then reading, then joining."""
    return [*_ranking(), *_reading(), *_joining()]


def read_all(files: Sequence[bytes], read: Callable[[PostedOpening], object]) -> Top:
    """The whole way from the files of boards to the best openings in them, with these facts of each."""
    packed = [
        _packed(opening, read) for file in files for opening in read_openings("board.json", file)[1].openings
    ]
    return score_block(WANTS, block_of(packed, VOCABULARY))


def _packed(opening: PostedOpening, read: Callable[[PostedOpening], object]) -> bytes:
    read(opening)
    text, _ = told_text(opening)
    return pack(read_facets(text, VOCABULARY).levels, VOCABULARY)


def _reading() -> list[Row]:
    files = boards(POSTINGS)
    letters = [job["content"] for file in files for job in json.loads(file)["jobs"]]
    taken = in_turns(
        {
            "ours": timed(lambda: read_all(files, read_listed_facts)),
            "all": timed(lambda: read_all(files, read_facts)),
            "json": timed(lambda: [json.loads(file) for file in files]),
            "money": timed(lambda: [MONEY.findall(text) for text in letters]),
        },
        runs=5,
        warm_up=1,
    )
    each = {name: sample.per(POSTINGS) for name, sample in taken.items()}
    size = sum(map(len, letters)) / POSTINGS / 1000
    what = f"to parse, read and score a posting, of {POSTINGS:,} with {size:.1f} KB of HTML each"
    a_second = MILLI / each["ours"].median
    return [
        timed_row(what, each["ours"], "json.loads", each["json"], most_ms=MILLI / LEAST_A_SECOND),
        timed_row(what, each["ours"], "a bare regular expression for money", each["money"]),
        timed_row(
            "the same with every fact, as for one that is opened", each["all"], "json.loads", each["json"]
        ),
        Row(
            "postings a second",
            f"{a_second:,.0f}",
            bar=f"{LEAST_A_SECOND:,}",
            held=yes_or_no(a_second >= LEAST_A_SECOND),
        ),
        *_parts(files),
    ]


def _parts(files: Sequence[bytes]) -> list[Row]:
    """Where the time goes."""
    openings = [opening for file in files for opening in read_openings("board.json", file)[1].openings]
    ways: dict[str, Callable[[], object]] = {
        "of it: read_openings()": lambda: [read_openings("board.json", file) for file in files],
        "of it: read_listed_facts()": lambda: [read_listed_facts(opening) for opening in openings],
        "beside it: read_facts()": lambda: [read_facts(opening) for opening in openings],
        "of it: told_text() and read_facets()": lambda: [
            read_facets(told_text(opening)[0], VOCABULARY) for opening in openings
        ],
        "beside it: sketch()": lambda: [sketch(opening.text) for opening in openings],
    }
    taken = in_turns({name: timed(call) for name, call in ways.items()}, runs=3, warm_up=1)
    return [Row(f"{name}, each", str(sample.per(POSTINGS))) for name, sample in taken.items()]


def _ranking() -> list[Row]:
    block = some_block(MILLION)
    rows = [
        _ranking_row("eight wants, three between the ends", WANTS, block),
        _ranking_row("eight wants at the ends", AT_ENDS, block),
    ]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    held = yes_or_no(memory < MOST_MEGABYTES)
    rows.append(
        Row(
            "memory of the process with a million openings",
            f"{memory:,.0f} MB",
            bar=f"{MOST_MEGABYTES:,} MB",
            held=held,
        )
    )
    return [*rows, *_growth(block), _packing(), _merging(block)]


def _ranking_row(name: str, wants: Sequence[Want], block: Block) -> Row:
    read = [
        (block.expected if want.wanted in {0, 10} else block.codes)[block.facets[want.facet]]
        for want in wants
    ]
    taken = in_turns(
        {
            "ours": timed(lambda: score_block(wants, block)),
            "pass": timed(lambda: [column.sum() for column in read]),
        },
        runs=21,
    )
    what = f"score_block() of {len(block):,} openings, the best 50, {name}"
    return timed_row(what, taken["ours"], "np.sum of the same bytes", taken["pass"], most_ratio=MOST_PASSES)


def _growth(block: Block) -> list[Row]:
    """What one opening costs, from a thousand to a million."""
    parts = {size: _part_of(block, size) for size in SIZES}
    ways = {f"{size}": timed(partial(_rank_often, parts[size], MILLION // size // 10 or 1)) for size in SIZES}
    taken = in_turns(ways, runs=RUNS)
    each = {
        size: taken[f"{size}"].median / (MILLION // size // 10 or 1) / size * MILLI * 1000 for size in SIZES
    }
    told = ", ".join(f"{size:,}: {each[size]:.3g} ns" for size in SIZES)
    held = yes_or_no(each[SIZES[-1]] <= each[SIZES[0]])
    return [Row("score_block(), each opening of so many", told, bar="falls or stays level", held=held)]


def _rank_often(block: Block, times: int) -> None:
    for _ in range(times):
        score_block(WANTS, block)


def _part_of(block: Block, size: int) -> Block:
    return Block(
        block.facets,
        np.ascontiguousarray(block.expected[:, :size]),
        np.ascontiguousarray(block.codes[:, :size]),
    )


def _packing() -> Row:
    packed = some_packed(100_000)
    begun = in_turns(
        {"ours": timed(lambda: block_of(packed, VOCABULARY)), "join": timed(lambda: b"".join(packed))},
        runs=RUNS,
    )
    return timed_row(
        "block_of() of 100,000 packed openings", begun["ours"], 'b"".join of them', begun["join"], most_ms=100
    )


def _merging(block: Block) -> Row:
    halves = score_block(WANTS, block), score_block(WANTS, block, first=MILLION)
    taken = in_turns({"ours": timed(lambda: merge(*halves))}, runs=RUNS)
    return Row("merge() of two lists of 50", str(taken["ours"]))


def some_block(size: int) -> Block:
    """A block with random levels, always the same ones; every second level is unknown."""
    return block_of(some_packed(size), VOCABULARY)


def some_packed(size: int) -> list[bytes]:
    chance = random.Random(SEED)
    kinds = [pack(_some_levels(chance), VOCABULARY) for _ in range(5_000)]
    return [chance.choice(kinds)[:-2] + chance.choice(kinds)[-2:] for _ in range(size)]


def _some_levels(chance: random.Random) -> dict[str, Level]:
    return {
        facet: Level(chance.uniform(0, 10), chance.uniform(0.8, 2.4), Source.STATED)
        for facet in VOCABULARY.facets
        if chance.random() < 0.5
    }


def _joining() -> list[Row]:
    entries = some_entries(100_000)
    begun = time.perf_counter()
    groups = groups_of(entries)
    taken = Sample(((time.perf_counter() - begun) * MILLI,))
    found = f"{len(set(groups)):,} jobs"
    return [
        Row(
            f"groups_of() of 100,000 openings of 5,000 companies: {found}",
            str(taken),
            bar="10 s",
            held=yes_or_no(taken.median < 10_000),
        )
    ]


def some_entries(count: int) -> list[Entry]:
    """Openings of many companies; each job is posted about twice, the second time with a few other words."""
    chance = random.Random(SEED)
    entries = []
    for number in range(count // 2):
        words = " ".join(f"word{chance.randrange(20_000)}" for _ in range(60))
        company, title = f"company {number % 5_000}", f"Baker of {number % 11}"
        for place, text in (("Leeds", words), ("York", f"{words} and York")):
            entries.append(Entry(company, title, place, "", sketch(text)))
    return entries


if __name__ == "__main__":
    show(measure)
