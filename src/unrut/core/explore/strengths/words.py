"""A text as its words are compared with the phrases of strengths: in pieces, without endings, negations kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unrut.core.milestones.stems import EMPTY, stem

NOT = "not"
"""What every plain "no" becomes, so that "did not panic" and "never panics" are the same."""
NEGATING = frozenset(
    "not nobody none nothing neither nor without hardly rarely seldom lack lacks lacking wish should impatient unreliable "
    "dishonest disorganised disorganized careless".split()
)
LONGEST_PIECE = 40
"""A piece of more words is cut: what belongs to a strength stands closer together."""

_SHORTEST_STEM = 4
_PIECE = re.compile(r"[^.!?;:,\n\r–—()\u2022]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PLAIN_NOT = frozenset("not no never cannot".split())
# Small words that make a phrase what it is: "speaks up", "too easy", "there for me".
_SAYING = frozenset("me up out on why there too again done only over".split())
_FORMS = {
    "make": "makes made making", "take": "takes took taken taking", "see": "sees saw seen seeing", "say": "says said",
    "keep": "keeps kept keeping", "find": "finds found finding", "bring": "brings brought bringing",
    "think": "thinks thought thinking", "lead": "leads led leading", "know": "knows knew known",
    "build": "builds built building", "teach": "teaches taught teaching", "tell": "tells told telling",
    "speak": "speaks spoke spoken speaking", "write": "writes wrote written writing", "stand": "stands stood standing",
    "lose": "loses lost losing", "hold": "holds held holding", "win": "wins won winning", "fix": "fixes fixed fixing",
    "cheer": "cheers cheered", "lift": "lifts lifted", "ask": "asks asked asking", "give": "gives gave given giving",
    "feel": "feels felt", "hear": "hears heard hearing", "lie": "lies lied lying", "come": "comes came coming",
    "panic": "panics panicked panicking", "judgement": "judgment", "humour": "humor", "organise": "organize organized organises organizes organised organising",
}  # fmt: skip
_PLAIN_FORM = {form: plain for plain, forms in _FORMS.items() for form in forms.split()}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and its place in the text; "" where it says nothing."""

    key: str
    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text between two stops."""

    text: str
    words: tuple[Word, ...]


def pieces_of(text: str) -> Iterator[Piece]:
    """The pieces of a text in order; those without a word are left out."""
    for part in _PIECE.finditer(text):
        words = [_word(found, part.start()) for found in _WORD.finditer(part.group())]
        for start in range(0, len(words), LONGEST_PIECE):
            cut = words[start : start + LONGEST_PIECE]
            yield Piece(text[cut[0].start : cut[-1].end], _without_sorts(cut))


def keys_of(phrase: str) -> tuple[str, ...]:
    """What has to stand in a piece for it to hold this phrase."""
    keys = [word.key for piece in pieces_of(phrase) for word in piece.words]
    return tuple(dict.fromkeys(key for key in keys if key))


def _word(found: re.Match[str], offset: int) -> Word:
    plain = found.group().lower().replace("’", "'")
    return Word(_key(plain), plain, offset + found.start(), offset + found.end())


def _key(plain: str) -> str:
    if plain in _PLAIN_NOT or plain.endswith("n't"):
        return NOT
    if plain == "honestly":  # mostly said of one's own words
        return ""
    bare = plain.partition("'")[0]
    bare = _PLAIN_FORM.get(bare, bare)
    if bare in EMPTY and bare not in _SAYING:
        return ""
    stemmed = stem(bare)
    return stemmed if len(stemmed) >= _SHORTEST_STEM else bare


def _without_sorts(words: list[Word]) -> tuple[Word, ...]:
    """The words, of which "kind" and "sort" say nothing where they stand before "of"."""
    after = [*(word.plain for word in words[1:]), ""]
    return tuple(
        Word("", word.plain, word.start, word.end) if word.key in {"kind", "sort"} and then == "of" else word
        for word, then in zip(words, after, strict=True)
    )
