"""What was typed into the search, taken apart: exact phrases, words to leave out, words to look for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unrut.core.meaning import Numbers, plain_words, shipped_meanings
from unrut.core.milestones.stems import stem, telling
from unrut.core.milestones.texts import Texts

MISTYPED, BEGUN = 0.8, 0.7
"""What a word forgiven its typing errors says, and one of which only the beginning was typed."""
SHORTEST_BEGINNING = 4

_PHRASE = re.compile(r'"([^"]+)"|“([^”]+)”')
_LEFT_OUT = re.compile(r"(?:^|\s)[-−]([^\W_][^\s]*)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search: its words once each, without those that say nothing; phrases are compared without signs."""

    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for: the stems that count as it, each with what it then says, its meaning and its weight."""

    word: str
    stems: Mapping[str, float]
    meaning: Numbers
    weight: float


def asked_of(query: str) -> Asked:
    """Take a typed query apart."""
    phrases = [" ".join(plain_words(one or other)) for one, other in _PHRASE.findall(query)]
    plain = _PHRASE.sub(" ", query)
    left_out = {stem(word) for typed in _LEFT_OUT.findall(plain) for word in plain_words(typed)}
    words = plain_words(" ".join((*phrases, _LEFT_OUT.sub(" ", plain))))
    return Asked(
        words=tuple(telling(words)),
        phrases=tuple(phrase for phrase in phrases if phrase),
        left_out=frozenset(left_out),
    )


def terms_of(words: Sequence[str], texts: Texts) -> list[Term]:
    """The words as they stand in these texts; the rarer a word is there and the more it tells anywhere, the heavier."""
    meanings = shipped_meanings()
    spelt = [_spelt(word, texts) for word in words]
    rows = meanings.words([found[0] for found, _ in spelt])
    return [
        Term(word, stems, row / length if length else row, rarity * length)
        for word, (_, stems), row, length, rarity in zip(
            words,
            spelt,
            rows,
            (float(length) for length in (rows**2).sum(axis=1) ** 0.5),
            (max(texts.postings.rarity_of(one) for one in stems) for _, stems in spelt),
            strict=True,
        )
    ]


def _spelt(word: str, texts: Texts) -> tuple[list[str], dict[str, float]]:
    """The word as it was meant, and its stems."""
    known = texts.postings.terms
    own = stem(word)
    if own in known:
        return [word], {own: 1.0}
    begun = {
        stem(one): BEGUN for one in texts.words if len(word) >= SHORTEST_BEGINNING and one.startswith(word)
    }
    if begun:
        return [word], {own: 1.0, **begun}
    meant = [] if shipped_meanings().knows(word) else texts.spelling.meant(word)
    return (meant or [word]), {own: 1.0, **{stem(one): MISTYPED for one in meant}}
