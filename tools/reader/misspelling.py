"""Notes as tired people type them: some words with a letter lost, doubled, changed or in the wrong place."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from statements import VOCABULARY, Labelled

SEED = 3
WEIGHT = 0.4
SHARE = 0.35
SHORTEST = 5


def misspelt_notes(notes: Sequence[Labelled]) -> Iterator[Labelled]:
    """A misspelt copy of every written note, the same ones at every run."""
    dice = random.Random(SEED)
    for note in notes:
        if note.source != VOCABULARY:
            yield replace(note, text=misspelt(note.text, dice), weight=WEIGHT)


def misspelt(text: str, dice: random.Random) -> str:
    """A text with about a third of its longer words misspelt."""
    return " ".join(_typed(word, dice) for word in text.split(" "))


def _typed(word: str, dice: random.Random) -> str:
    if len(word) < SHORTEST or not word.isalpha() or dice.random() > SHARE:
        return word
    at = dice.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return dice.choice(
        (
            before + after,
            before + after[0] + letter + after[1:],
            before + letter + letter + after,
            before + dice.choice("aeiou") + after,
        )
    )
