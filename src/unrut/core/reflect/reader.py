"""Reads notes into facets: what they are about, how sure that is, and which words gave it away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.kinds import NoteKind
from unrut.core.reflect.language import seems_foreign

if TYPE_CHECKING:
    from unrut.core.reflect.weighing import WeighedNote

__all__ = ["MOST_FACETS", "READER", "NoteKind", "Reading", "read_note", "read_notes"]

MOST_FACETS = 5
READER = "a33c20a778a3"
"""Changes whenever notes may be read differently, so that readings kept of an earlier reader are made anew."""

_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Reading:
    """One facet of a note; `words` are quoted from it as they stand."""

    facet: str
    confidence: float
    words: tuple[str, ...]


def read_note(text: str, kind: NoteKind | None) -> list[Reading]:
    """The facets a note is about, surest first, at most five; none when it is not in English.

    Quoted are the vocabulary's own words where there are any, else those that weigh most. Time grows with the length
    of the note only.
    """
    return read_notes([(text, kind)])[0]


def read_notes(notes: Sequence[tuple[str, NoteKind | None]]) -> list[list[Reading]]:
    """The facets of many notes, in their order: faster than one by one, since notes about as long are read together."""
    if not notes:
        return []
    # Inline: numpy is slow to load, and most commands read no note.
    from unrut.core.reflect.weighing import weigh_notes  # noqa: PLC0415 - as said above

    return [
        [] if note is None or seems_foreign(text) else _readings(text, note)
        # Some at a time: what every token says is kept until the words are quoted.
        for some in (notes[start : start + _AT_ONCE] for start in range(0, len(notes), _AT_ONCE))
        for (text, _), note in zip(some, weigh_notes(some), strict=True)
    ]


def _readings(text: str, note: "WeighedNote") -> list[Reading]:
    facets = list(shipped_vocabulary().facets)
    return [
        Reading(
            facet=facets[place],
            confidence=round(note.chances[place], 3),
            words=_quotes(text, note.known.get(facets[place]) or note.telling(place)),
        )
        for place in note.named()[:MOST_FACETS]
    ]


def _quotes(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The spans as quotes, touching and overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(dict.fromkeys(text[start:end] for start, end in joined))
