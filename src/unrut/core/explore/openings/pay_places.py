"""Where in a text money may be written, found without looking at the rest of it."""

import re
from collections.abc import Iterable

from unrut.core.explore.openings.pay_currencies import CODES, SIGNS, WORDS
from unrut.core.explore.openings.text import PostingText

# Beyond so many the text is a price list, or wants to be slow to read.
MOST_PLACES = 600
_AROUND, _BEHIND, _BEFORE = 34, 90, 40

_CURRENCY_WORDS = frozenset(code.lower() for code in CODES) | frozenset(WORDS) | {"teur", "keur"}
# Behind these an amount may stand without any sign.
_PAY_WORDS = frozenset(
    "salary salaries pay pays wage wages compensation comp remuneration income rate earn base ote ctc gehalt jahresgehalt "
    "monatsgehalt stundenlohn lohn vergütung salaire rémunération salario sueldo salaris ral wynagrodzenie lön lønn løn "
    "salário remuneração retribuzione palkka mzda plat range".split()
)
# Before these too: "150-250k + equity".
_BEHIND_WORDS = frozenset("equity base ote lpa".split())
_REACHES = {
    word: (
        _AROUND if word in _CURRENCY_WORDS else _BEFORE if word in _BEHIND_WORDS else 0,
        _BEHIND if word in _PAY_WORDS else _AROUND if word in _CURRENCY_WORDS else 0,
    )
    for word in _CURRENCY_WORDS | _PAY_WORDS | _BEHIND_WORDS
}
_ALL_WORDS = frozenset(_REACHES)
_PLAIN_SIGNS = ("$",)
_DIGIT, _DIGITS = re.compile(r"\d"), re.compile(r"\d\d")
# A window is not to end inside a figure.
_INSIDE = re.compile(r"\S{0,24}")

Window = tuple[int, int]


def money_windows(posting: PostingText) -> list[Window]:
    """The stretches of a text in which amounts of money may stand, in its order and apart from each other."""
    windows: list[Window] = []
    for sign in _PLAIN_SIGNS if posting.text.isascii() else SIGNS:
        if (place := posting.text.find(sign)) >= 0:
            windows += _sign_windows(posting.text, sign, place)
    for word in _ALL_WORDS & posting.words:
        windows += _word_windows(posting.lowered, word)
    return _joined(sorted(windows), posting.text) if windows else []


def _sign_windows(text: str, sign: str, place: int) -> list[Window]:
    windows: list[Window] = []
    while place >= 0 and len(windows) < MOST_PLACES:
        windows.append((max(0, place - _AROUND), place + _AROUND))
        place = text.find(sign, place + 1)
    return windows


def _word_windows(lowered: str, word: str) -> list[Window]:
    """The windows of a word, where a figure is near and it is not the inside of another word."""
    windows: list[Window] = []
    before, behind = _REACHES[word]
    digits = _DIGIT if word in _CURRENCY_WORDS else _DIGITS
    place = lowered.find(word)
    for _ in range(MOST_PLACES):
        if place < 0:
            break
        end = place + len(word)
        first, last = max(0, place - before), end + behind
        if digits.search(lowered, first, last) and not _is_inside(lowered, place, end):
            windows.append((first, last))
        place = lowered.find(word, end)
    return windows


def _is_inside(lowered: str, place: int, end: int) -> bool:
    return lowered[end : end + 1].isalpha() or (place > 0 and lowered[place - 1].isalpha())


def _joined(windows: Iterable[Window], text: str) -> list[Window]:
    joined: list[Window] = []
    for start, end in windows:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return [(start, _whole(text, end)) for start, end in joined]


def _whole(text: str, end: int) -> int:
    """The end of the word or figure that a place stands in."""
    found = _INSIDE.match(text, end)
    return found.end() if found else len(text)
