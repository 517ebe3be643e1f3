"""A text as the network reads it: tokens, and where each stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unrut.core.reflect.pieces import bare, known_parts

LONGEST = 96
"""More tokens than this are not read at once: the model has learned no further places."""
PADDING, UNKNOWN, START, END = range(4)
"""The first tokens of every vocabulary of the reader."""

# Longer than this is no word but a noise, an address or a joke.
_LONGEST_WORD = 40
_INNER = LONGEST - 2
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[!-/:-@\[-`{-~]|[–—’•]")
_PLAIN_SIGNS = {"–": "-", "—": "-", "’": "'", "•": "*"}
_ENDS = frozenset(".!?;")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a part of one or a sign: its number in the vocabulary of the model, and its place in the text."""

    number: int
    start: int
    end: int


def tokens_of(text: str, numbers: Mapping[str, int]) -> list[Token]:
    """The tokens of a text, in order; a word that is not known is read by its longest known parts."""
    return [
        Token(number, match.start() + start, match.start() + end)
        for match in _WORD_OR_SIGN.finditer(text)
        for number, start, end in _parts_of(match.group(), numbers)
    ]


def portions_of(text: str, tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens in portions short enough to be read at once, cut after a sentence where there is one."""
    portions: list[list[Token]] = []
    rest = list(tokens)
    while len(rest) > _INNER:
        cut = _cut(text, rest)
        portions.append(rest[:cut])
        rest = rest[cut:]
    return [*portions, rest] if rest else portions


def _cut(text: str, tokens: Sequence[Token]) -> int:
    for place in range(_INNER, _INNER // 2, -1):
        if text[tokens[place - 1].start] in _ENDS:
            return place
    return _INNER


def _parts_of(word: str, numbers: Mapping[str, int]) -> list[tuple[int, int, int]]:
    plain = bare(_PLAIN_SIGNS.get(word, word).lower())
    found = known_parts(plain, numbers) if len(plain) <= _LONGEST_WORD else []
    if not found:
        return [(UNKNOWN, 0, len(word))]
    # Bare of its accents a word may be longer or shorter; its parts are then quoted as one.
    return found if len(plain) == len(word) else [(number, 0, len(word)) for number, _, _ in found]
