"""A title that somebody asks for, taken apart: its telling words, and the known titles made of the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from unrut.core.explore.occupations.atlas import Places
from unrut.core.explore.occupations.common_titles import NO_WORK
from unrut.core.explore.occupations.known_titles import KnownTitles
from unrut.core.explore.occupations.title_features import START
from unrut.core.explore.occupations.title_spelling import TitleSpelling
from unrut.core.explore.occupations.title_words import (
    MOST_LETTERS,
    core_of,
    expanded,
    forms_of,
    is_plain,
    spaced,
    stem,
    telling_of,
    words_of,
)
from unrut.core.meaning import Meanings

Words = tuple[str, ...]

# Of rare words the meaning is often unknown, of foreign titles most words are.
_KNOWN_SHARE = 0.3
_LEAST_LETTERS = 3
# English endings of those who do some work, rare in other languages; not "-er", in which half of German trades end.
_OF_WORK = ("ist", "ian", "eer", "man", "woman", "or")
_LEAST_BEGUN = 7
_NONE: Places = np.zeros(0, np.int64)
# Words that stand in most titles of their language and in none of ours.
_FOREIGN = frozenset("de du des les und für der del della het een och".split())


_NO_WORK = frozenset(frozenset(words_of(one)) for one in NO_WORK)


@dataclass(frozen=True, slots=True)
class Asked:
    """A title in words that tell something, their stems, and the forms of known titles that are made of the same.

    `is_same` says that a known title has just these words, endings and all; `is_mended` that one had to be spelt rightly.
    """

    words: Words
    stems: Words
    forms: Places
    is_same: bool
    is_mended: bool


@dataclass(frozen=True, slots=True)
class _Wordings:
    """The ways to read a title, those nearest to how it is written first.

    `mended` is the last of those tried where a word had to be spelt rightly; `telling` is for when none is known.
    """

    tried: tuple[Words, ...] = ()
    mended: Words = ()
    telling: Words = ()


@dataclass(frozen=True)
class TitleReader:
    """Takes titles apart, in the light of the known ones."""

    known: KnownTitles
    meanings: Meanings

    @cached_property
    def spelling(self) -> TitleSpelling:
        """Finds what a misspelt word was meant to be."""
        return TitleSpelling(self.known)

    @cached_property
    def starts(self) -> frozenset[str]:
        """How the longer known stems begin."""
        return frozenset(one[:START] for one in self.known.stems if len(one) > START)

    def asked(self, titles: Sequence[str]) -> list[Asked | None]:
        """The titles taken apart; None for those that say nothing we know."""
        wordings = [self._wordings(title) for title in titles]
        found = iter(
            self.known.forms_with([self._numbers(one) for several in wordings for one in several.tried])
        )
        return [self._asked(several, [next(found) for _ in several.tried]) for several in wordings]

    def _wordings(self, title: str) -> _Wordings:
        if len(title) > MOST_LETTERS or not any(map(str.isalpha, title)):
            return _Wordings()
        whole = words_of(title)
        if frozenset(whole) in _NO_WORK:
            return _Wordings()
        if is_plain(title):
            return self._in_order(whole, whole, whole, is_foreign=is_foreign(title))
        core, told = words_of(core_of(title)), words_of(telling_of(title))
        if not core and not told and max(map(len, whole), default=0) < _LEAST_LETTERS:
            return _Wordings()  # "(m/f/d)" alone
        return self._in_order(whole, core or whole, told or whole, is_foreign=is_foreign(title))

    def _in_order(
        self, whole: Sequence[str], core: Sequence[str], told: Sequence[str], *, is_foreign: bool
    ) -> _Wordings:
        tried = list(dict.fromkeys(map(tuple, (whole, expanded(whole), core, expanded(core)))))
        mended = self._mended(tried[-1])
        telling = () if is_foreign else mended if told is core else self._mended(expanded(told))
        return _Wordings((*tried, mended), mended if mended != tried[-1] else (), telling)

    def _numbers(self, words: Words) -> list[int]:
        """The numbers of the stems, or none when one of them is not known."""
        numbers = {self.known.stems.get(stem(one), -1) for one in words}
        return [] if -1 in numbers else list(numbers)

    def _asked(self, wordings: _Wordings, found: Sequence[Places]) -> Asked | None:
        pairs = zip(wordings.tried, found, strict=True)
        words, forms = next((pair for pair in pairs if len(pair[1])), (wordings.telling, _NONE))
        if not len(forms) and not self._says_something(words):
            return None
        same = [form for form in forms.tolist() if words in map(_plain, forms_of(self.known.lines[form]))]
        is_mended = len(forms) > 0 and words == wordings.mended
        told = np.array(same, dtype=np.int64) if same else forms
        return Asked(words, tuple(map(stem, words)), told, len(same) > 0 and not is_mended, is_mended)

    def _mended(self, words: Sequence[str]) -> Words:
        return tuple(
            one if self.meanings.knows(one) else self.spelling.meant(stem(one)) or one for one in words
        )

    def _is_known(self, word: str) -> bool:
        return stem(word) in self.known.stems or self.meanings.knows(word)

    def _says_something(self, words: Words) -> bool:
        """Whether enough letters are of words that we know."""
        known = sum(len(one) for one in words if self._tells(one))
        return known > 0 and known >= _KNOWN_SHARE * sum(map(len, words))

    def _tells(self, word: str) -> bool:
        if len(word) < _LEAST_LETTERS:
            return stem(word) in self.known.stems
        return self._is_known(word) or (word.endswith(_OF_WORK) and self._is_begun(word))

    def _is_begun(self, word: str) -> bool:
        """Whether a word begins like a known one: of "virologist" half is known when "virology" is."""
        return len(word) >= _LEAST_BEGUN and word[:START] in self.starts


def is_foreign(title: str) -> bool:
    """Whether a title has small words of another language."""
    return not _FOREIGN.isdisjoint(spaced(title).split())


def _plain(form: str) -> Words:
    return tuple(words_of(form))
