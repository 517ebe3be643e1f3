"""How well accomplishments are found by search, for interviews, for expectations and against worries, and how fast.

    python bench/wins.py

The accomplishments and what is asked of them lie in bench/wins, invented for this project, in four parts of
different trades and wording. Weights and limits were chosen on the three tuning parts only; the figures are those of the
fourth, written last. Peers get the limit that serves them best on the tuning parts.
"""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from common import FOLDER, MILLI, ROOT, Row, in_turns, show, timed, timed_row, yes_or_no
from wins_peers import Ranked, by_bm25, by_cosine, words_against

from unrut.core.meaning import shipped_meanings
from unrut.core.milestones.find import Found, Win, WinIndex, Worry, answers, contradicts, shows
from unrut.core.reflect.reader import NoteKind, read_notes

TUNING, HELD_OUT = ("tuning_a", "tuning_b", "tuning_c"), "held_out"
KINDS = {
    "queries": "WinIndex.find()",
    "questions": "answers()",
    "expectations": "shows()",
    "perhaps": "shows(), with what comes closest where nothing shows it",
    "worries": "contradicts()",
}
MANY, RUNS, MEGA = 10_000, 15, 1_000_000
MOST_MILLISECONDS, MOST_BUILD, MOST_LOAD = 50, 1_000, 100
LEAST_PRECISION = 0.8
TODAY = date(2024, 7, 1)
QUERY = "calmed an angry customer"
TABLE = ROOT / "src" / "unrut" / "core" / "meaning.npz"
LOADING = """
import time, numpy
from unrut.core import meaning
begun = time.perf_counter(); meaning.shipped_meanings(); print(1000 * (time.perf_counter() - begun))
"""
MEMORY = """
import resource, sys
sys.path.insert(0, {folder!r})
from wins import many_wins
from unrut.core.meaning import shipped_meanings
from unrut.core.milestones.find import WinIndex
def resident(): return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
wins = many_wins(); before = resident(); index = WinIndex(wins); index.find("calm"); print(resident() - before)
"""

Way = Callable[["Asked"], Ranked]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and the ids that answer it; none where nothing does."""

    text: str
    right: frozenset[int]
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """Shares: right at the first place, among the first three, mean reciprocal rank; of what was answered, the first
    place right; of what has no answer, left without one."""

    first: float
    third: float
    rank: float
    precision: float
    honest: float

    def __str__(self) -> str:
        honest = "" if self.honest < 0 else f", nothing where there is nothing {self.honest:.2f}"
        return (
            f"hit@1 {self.first:.2f}, hit@3 {self.third:.2f}, MRR {self.rank:.2f}, "
            f"first place right {self.precision:.2f}{honest}"
        )


def measure() -> list[Row]:
    """Right answers beside two plain ways, then times, size and memory."""
    return [*(_quality_row(kind) for kind in KINDS), *_speed_rows(), *_cost_rows()]


def wins_of(half: str) -> list[Win]:
    """The accomplishments of one part."""
    lines = (FOLDER / "wins" / f"wins_{half}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [_win(*line.split("\t")) for line in lines]


def _win(number: str, on: str, text: str, figures: str, skills: str, seen_by: str, story: str) -> Win:
    known = tuple(skill for skill in skills.split(", ") if skill)
    return Win(
        int(number), date.fromisoformat(on), text, story=story, figures=figures, skills=known, seen_by=seen_by
    )


def asked_of(kind: str, half: str) -> Iterator[Asked]:
    """What is asked of one part."""
    name = "expectations" if kind == "perhaps" else kind
    for line in (FOLDER / "wins" / f"{name}_{half}.tsv").read_text(encoding="utf-8").splitlines():
        text, *facets, right = line.split("\t")
        ids = frozenset(int(number) for number in right.split(",") if number)
        yield Asked(text, ids, tuple(facets))


def ours(kind: str, index: WinIndex) -> Way:
    """Our way for one kind of question."""

    def found(asked: Asked) -> list[Found]:
        if kind == "queries":
            return index.find(asked.text, limit=len(index))
        if kind == "questions":
            return answers(asked.text, index)
        if kind in {"expectations", "perhaps"}:
            (shown,) = shows([asked.text], index, limit=len(index))
            return [*shown.found, *(shown.perhaps if kind == "perhaps" else ())]
        worry = Worry(asked.text, asked.facets)
        one = contradicts(worry, index, refused=(), today=TODAY, facets_of=facets_of)
        return [one] if one else []

    return lambda asked: [(one.score, one.win.id) for one in found(asked)]


def facets_of(wins: Sequence[Win]) -> list[tuple[str, ...]]:
    """Accomplishments read as things liked."""
    read = read_notes([(win.text, NoteKind.LIKE) for win in wins])
    return [tuple(reading.facet for reading in readings) for readings in read]


def judge(asked: Sequence[Asked], way: Way, *, least: float = 0.0) -> Judged:
    """What a way gives for all questions, with what scores less than `least` left out."""
    found = [[number for score, number in way(one) if score >= least] for one in asked]
    pairs = list(zip(asked, found, strict=True))
    ranks = [_rank(one, numbers) for one, numbers in pairs if one.right]
    answered = [numbers[0] in one.right for one, numbers in pairs if numbers]
    silent = [not numbers for one, numbers in pairs if not one.right]
    return Judged(
        first=_share([rank == 1 for rank in ranks]),
        third=_share([0 < rank <= 3 for rank in ranks]),
        rank=sum(1 / rank for rank in ranks if rank) / len(ranks),
        precision=_share(answered),
        honest=_share(silent) if silent else -1.0,
    )


def _rank(asked: Asked, numbers: Sequence[int]) -> int:
    return next((place for place, number in enumerate(numbers, 1) if number in asked.right), 0)


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 0.0


def _quality_row(kind: str) -> Row:
    held = list(asked_of(kind, HELD_OUT))
    judged = judge(held, ours(kind, WinIndex(wins_of(HELD_OUT))))
    peers = {
        name: judge(held, _plain(way(wins_of(HELD_OUT))), least=_limit(kind, way))
        for name, way in (("BM25 alone", by_bm25), ("TF-IDF cosine", by_cosine))
    }
    best = max(peer.first for peer in peers.values())
    none = sum(not one.right for one in held)
    bar = LEAST_PRECISION if kind == "expectations" else None
    return Row(
        f"{KINDS[kind]}, {len(held)} {'expectations' if kind == 'perhaps' else kind} held out, {none} without an answer",
        str(judged),
        beside="; ".join(f"{name}: {peer}" for name, peer in peers.items()),
        ratio=f"{judged.first / best:.3g}" if best else "",
        bar=f"first place right {bar}" if bar else "",
        held=yes_or_no(judged.precision >= bar) if bar else "",
    )


def _plain(way: Callable[[str], Ranked]) -> Way:
    return lambda asked: way(words_against(Worry(asked.text, asked.facets)))


def _limit(kind: str, way: Callable[[list[Win]], Callable[[str], Ranked]]) -> float:
    """The least score with which most questions of the tuning parts are served rightly: by the first place, or by nothing."""
    ranked = [
        (asked, found[:1])
        for half in TUNING
        for plain in (_plain(way(wins_of(half))),)
        for asked in asked_of(kind, half)
        for found in (plain(asked),)
    ]

    def served(least: float) -> int:
        return sum(
            found[0][1] in asked.right if found and found[0][0] >= least else not asked.right
            for asked, found in ranked
        )

    return max(sorted({0.0, *(found[0][0] for _, found in ranked if found)}), key=served)


def many_wins() -> list[Win]:
    """Ten thousand accomplishments, halves of two put together, a quarter of them with a story."""
    chance = random.Random(5)
    written = [win for half in (*TUNING, HELD_OUT) for win in wins_of(half)]
    stories = [win.story for win in written if win.story]
    return [_recombined(number, chance, written, stories) for number in range(MANY)]


def _recombined(number: int, chance: random.Random, written: Sequence[Win], stories: Sequence[str]) -> Win:
    one, two = chance.sample(written, 2)
    first, second = one.text.split(), two.text.split()
    return replace(
        one,
        id=number,
        on=TODAY - timedelta(days=number // 3),
        text=" ".join((*first[: len(first) // 2 + 1], *second[len(second) // 2 :], f"no{number}")),
        story=chance.choice(stories) if number % 4 == 0 else "",
    )


def _speed_rows() -> list[Row]:
    wins = many_wins()
    index = WinIndex(wins)
    texts = [f"{win.text} {win.story}".casefold() for win in wins]
    meaning = shipped_meanings().sentence(QUERY)
    worry, question = Worry("I learn nothing here", ("learning_growth",)), "When did you settle a conflict?"
    ways = {
        "numpy": timed(lambda: index.texts.rows @ meaning),
        "str.find": timed(lambda: [text.find("customer") for text in texts]),
        "find": timed(lambda: index.find(QUERY)),
        "mistyped": timed(lambda: index.find("agnry custmer in the kitchn")),
        "answers": timed(lambda: answers(question, index)),
        "shows": timed(lambda: shows(["Resolves conflicts constructively"], index)),
        "contradicts": timed(lambda: contradicts(worry, index, refused=(), today=TODAY)),
    }
    taken = in_turns(ways, runs=RUNS)
    names = {
        "find": "WinIndex.find()",
        "mistyped": "WinIndex.find(), three words mistyped",
        "answers": "answers()",
        "shows": "shows(), one expectation",
        "contradicts": "contradicts(), without reading",
    }
    bars = {"find": MOST_MILLISECONDS, "mistyped": MOST_MILLISECONDS}
    rows = [
        timed_row(f"{named}, {MANY:,} accomplishments", taken[name], peer, taken[way], most_ms=bars.get(name))
        for name, named in names.items()
        for way, peer in (("numpy", "one numpy pass over the vectors"), ("str.find", "str.find in all texts"))
    ]
    built = in_turns(
        {
            "ours": timed(lambda: WinIndex(wins)),
            "fold": timed(lambda: [win.text.casefold().split() for win in wins]),
        },
        runs=5,
        warm_up=1,
    )
    return [
        *rows,
        timed_row(
            f"to build the index of {MANY:,}",
            built["ours"],
            "str.split of all",
            built["fold"],
            most_ms=MOST_BUILD,
        ),
    ]


def _cost_rows() -> list[Row]:
    size = TABLE.stat().st_size / MEGA
    load, memory = _median(LOADING), _median(MEMORY.format(folder=str(FOLDER)))
    texts = [win.text for win in many_wins()]
    sentences = in_turns({"ours": timed(lambda: shipped_meanings().sentences(texts))}, runs=5)["ours"]
    a_second = MANY * MILLI / sentences.median
    return [
        Row("the table on disk", f"{size:.2f} MB", bar="3 MB", held=yes_or_no(size < 3)),
        Row(
            "to load the table, beyond numpy",
            f"{load:.3g} ms",
            bar=f"{MOST_LOAD} ms",
            held=yes_or_no(load <= MOST_LOAD),
        ),
        Row("sentences a second", f"{a_second:,.0f}", bar="10,000", held=yes_or_no(a_second >= MANY)),
        Row(f"memory of table and index of {MANY:,}", f"{memory:.3g} MB"),
    ]


def _median(code: str) -> float:
    """The middle of seven runs, each in a process of its own."""
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(7)]
    return sorted(map(float, runs))[3]


if __name__ == "__main__":
    show(measure)
