"""A note taken apart: clauses, the known parts of a word, and the traces a word leaves."""

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from unrut.core.reflect.lexicon import Word

TRACES = 4096
"""Letters of words and pairs of words share this many places; a collision costs little and keeps the model small."""

_SIZES = (3, 4, 5)
_PART_OF_WORD = 0.5
# What is longer is no word but a noise, an address or a joke; its letters would speak once for every time they recur.
_LONGEST_WORD = 30
# A clause ends at a sign or at a word that joins two statements: one note often names several facets.
_SIGN = re.compile(r"[.;!?\n•,:()/–—&+]|\s-+\s")
_JOINING = frozenset("and but though although however while because plus yet n".split())
_LETTERS = re.compile(r"[^\W_]+")


def clauses_of(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """The words of a text by clause, in order; a joining word belongs to none."""
    clauses: list[list[Word]] = [[]]
    end = 0
    for word in words:
        if word.plain in _JOINING or _SIGN.search(text, end, word.start):
            clauses.append([])
        if word.plain not in _JOINING:
            clauses[-1].append(word)
        end = word.end
    return [clause for clause in clauses if clause]


def tokens_of(word: str, numbers: Mapping[str, int]) -> list[int]:
    """The numbers of the longest known beginning of a word, then of the rest; none where a part is not known."""
    if len(word) > _LONGEST_WORD:
        return []
    return [
        number for letters in _LETTERS.findall(bare(word)) for number, _, _ in known_parts(letters, numbers)
    ]


def known_parts(plain: str, numbers: Mapping[str, int]) -> list[tuple[int, int, int]]:
    """The longest known beginning, then of the rest, each with start and end; none where a part is not known."""
    found: list[tuple[int, int, int]] = []
    start = 0
    while start < len(plain):
        mark = "##" if start else ""
        end = len(plain)
        while end > start and mark + plain[start:end] not in numbers:
            end -= 1
        if end == start:
            return []
        found.append((numbers[mark + plain[start:end]], start, end))
        start = end
    return found


def bare(word: str) -> str:
    """A word without accents, as the vocabulary has it."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def traces_of(word: str) -> dict[int, float]:
    """The places of a word and of its letters, with their weight; a misspelling shares most of them."""
    if len(word) > _LONGEST_WORD:
        return {}
    framed = f"<{bare(word)}>"
    found = {_place(f"w {framed}"): 1.0}
    for size in _SIZES:
        for at in range(len(framed) - size + 1):
            found.setdefault(_place(framed[at : at + size]), _PART_OF_WORD)
    return found


def pairs_of(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Each word with the next."""
    return pairwise(word.plain for word in words)


def pair_trace(first: str, second: str) -> int:
    """The place of two words that follow each other."""
    return _place(f"p {first} {second}")


def _place(trace: str) -> int:
    return zlib.crc32(trace.encode("utf-8", "surrogatepass")) % TRACES
