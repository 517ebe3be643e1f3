"""What the words and phrases of the vocabulary say in a note."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.kinds import NoteKind
from unrut.core.reflect.lexicon import Lexicon, Pattern, Sense, Word, build_lexicon

MOST_COUNTED = 2.0
"""A word said five times speaks no louder than one said twice."""

_EITHER, _SAME, _OTHER = range(3)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found, and where it stands by facet.

    Rows of counts: facets by words for either kind, then for this kind, then for the other; last the kind itself.
    """

    counts: Mapping[int, float]
    spans: Mapping[str, list[tuple[int, int]]]


def evidence_of(words: Sequence[Word], kind: NoteKind | None) -> Evidence:
    """The evidence in these words. Without a kind, words of both kinds count as words of this one."""
    order = shipped_vocabulary().order
    counts: dict[int, float] = defaultdict(float)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for pattern, at in shipped_lexicon().matches(words):
        sense = _sense(pattern, kind)
        row = sense * len(order) + order[pattern.facet]
        counts[row] = min(MOST_COUNTED, counts[row] + 1)
        if sense != _OTHER:
            spans[pattern.facet].append((words[at].start, words[at + len(pattern.parts) - 1].end))
    if kind is not None:
        counts[3 * len(order) + list(NoteKind).index(kind)] = 1.0
    return Evidence(counts, spans)


def rows_of_evidence() -> int:
    """How many rows the counts can have."""
    return 3 * len(shipped_vocabulary().order) + len(NoteKind)


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    """The words of the shipped vocabulary, arranged once."""
    return build_lexicon(shipped_vocabulary())


def _sense(pattern: Pattern, kind: NoteKind | None) -> int:
    if pattern.sense is Sense.EITHER:
        return _EITHER
    return _SAME if kind is None or pattern.sense.value == kind.value else _OTHER
