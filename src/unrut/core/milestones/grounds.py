"""Why an accomplishment was found, in words quoted from it."""

import re
from collections.abc import Sequence

import numpy as np

from unrut.core.meaning import Numbers, plain_words
from unrut.core.milestones.asking import Term
from unrut.core.milestones.stems import EMPTY, stem
from unrut.core.milestones.texts import Texts
from unrut.core.milestones.wins import Why, WhyKind, Win

LEAST_QUOTED = 0.5
"""A word whose cosine with a word looked for is less is no reason to show; judgement."""
MOST_QUOTED = 2
"""So many words are quoted where only the whole is alike."""

_WORD = re.compile(r"[^\W_]+")


def grounds_of(win: Win, texts: Texts, place: int, terms: Sequence[Term]) -> tuple[Why, ...]:
    """The words that stand in the accomplishment, those of its skills apart, then words of like meaning."""
    own = list(dict.fromkeys(texts.of(place)))
    said = [word for word in own if any(stem(word) in term.stems for term in terms)]
    skills = {word for skill in win.skills for word in plain_words(skill)}
    near = _near(own, texts, [term for term in terms if not any(stem(word) in term.stems for word in own)])
    return _told(
        win,
        {
            WhyKind.WORDS: [word for word in said if word not in skills],
            WhyKind.SKILL: [word for word in said if word in skills],
            WhyKind.MEANING: near,
        },
    )


def grounds_of_meaning(win: Win, texts: Texts, place: int, meanings: Numbers) -> tuple[Why, ...]:
    """The words of the accomplishment that are nearest to any of these meanings, a row each."""
    own = [word for word in dict.fromkeys(texts.of(place)) if word not in EMPTY]
    if not own:
        return ()
    closeness = (texts.vectors[[texts.numbers[word] for word in own]] @ meanings.T).max(axis=1)
    nearest = [own[at] for at in np.argsort(-closeness, kind="stable")[:MOST_QUOTED] if closeness[at] > 0]
    return _told(win, {WhyKind.MEANING: nearest})


def _near(own: Sequence[str], texts: Texts, terms: Sequence[Term]) -> list[str]:
    """For each term the word nearest to it, where it is near enough."""
    if not own or not terms:
        return []
    closeness = (
        texts.vectors[[texts.numbers[word] for word in own]] @ np.array([term.meaning for term in terms]).T
    )
    nearest = closeness.argmax(axis=0)
    return [own[at] for column, at in enumerate(nearest) if closeness[at, column] >= LEAST_QUOTED]


def _told(win: Win, found: dict[WhyKind, list[str]]) -> tuple[Why, ...]:
    whole = " ".join((win.text, *win.skills, win.figures, win.seen_by, win.story))
    written: dict[str, str] = {}
    for match in _WORD.finditer(whole):
        written.setdefault(match.group().casefold(), match.group())
    return tuple(
        Why(kind, tuple(written.get(word, word) for word in dict.fromkeys(words)))
        for kind, words in found.items()
        if words
    )
