"""An index over a person's accomplishments: finds by words, by meaning, by skills and by facets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from unrut.core.facets import shipped_vocabulary
from unrut.core.meaning import Numbers, plain_words, shipped_meanings
from unrut.core.milestones.asking import Asked, Term, asked_of
from unrut.core.milestones.grounds import grounds_of, grounds_of_meaning
from unrut.core.milestones.portraits import shipped_questions
from unrut.core.milestones.signals import Scale, Signals, best, chances_of, held_by, signals_of
from unrut.core.milestones.stems import stem, telling
from unrut.core.milestones.texts import texts_of
from unrut.core.milestones.wins import Found, Why, WhyKind, Win

DEFAULT_LIMIT = 20
FINDING = Scale(words=1.5, near=5.6, alike=7.1, kind=2.5, start=-7.0, least=0.15)
NAMED_FACET = 0.5
"""The chance of an accomplishment whose facet is named in the search, if nothing else speaks for it; judgement."""

Chosen = NDArray[np.bool_]


class WinIndex:
    """All accomplishments of a person, arranged once to be searched often; newest first, then by id."""

    def __init__(self, wins: Sequence[Win]) -> None:
        self.wins = tuple(sorted(wins, key=lambda win: (-win.on.toordinal(), win.id)))
        self.texts = texts_of(self.wins, shipped_meanings())
        by_example, by_word = shipped_questions().likeness(self.texts)
        self.kinds: Numbers = by_example + by_word
        self.days = np.array([win.on.toordinal() for win in self.wins], dtype=np.int64)
        self.fullness = np.array([win.fullness for win in self.wins], dtype=np.float32)
        self._by_skill = _places((_plain(skill) for skill in win.skills) for win in self.wins)
        self._by_facet = _places(win.facets for win in self.wins)

    def __len__(self) -> int:
        return len(self.wins)

    def find(
        self,
        query: str = "",
        *,
        skill: str = "",
        since: date | None = None,
        until: date | None = None,
        limit: int = DEFAULT_LIMIT,
    ) -> list[Found]:
        """The accomplishments that are meant, best first, of two alike the newer; by time for an empty query.

        A phrase in quotes must stand there, a word after a minus must not. Nothing where nothing fits.
        """
        asked = asked_of(query)
        chosen = self._chosen(asked, skill) & self._between(since, until)
        also = _also(skill, is_dated=since is not None or until is not None)
        if not asked.words:
            grounds = also or (Why(WhyKind.TIME),)
            return [
                Found(self.wins[place], 1.0, grounds) for place in np.flatnonzero(chosen)[: max(limit, 0)]
            ]
        signals = self.signals(" ".join(asked.words), asked.words)
        named = self._named(asked.words)
        chances = chances_of(signals.odds(FINDING))
        for places in named.values():
            chances[places] = 1 - (1 - chances[places]) * (1 - NAMED_FACET)
        is_meant = chosen & ((chances >= FINDING.least) | self._holds_all(signals))
        return [
            self.found(place, chances[place], (*self._why(place, signals.terms, named), *also))
            for place in best(np.where(is_meant, chances, 0), limit)
        ]

    def signals(self, text: str, words: Sequence[str] | None = None) -> Signals:
        """What speaks for each accomplishment when this is looked for."""
        return signals_of(
            text, telling(plain_words(text)) if words is None else words, self.texts, self.kinds
        )

    def found(self, place: int, chance: float, why: tuple[Why, ...]) -> Found:
        """An accomplishment with its chance and its grounds."""
        return Found(self.wins[place], round(float(chance), 3), why)

    def with_facet(self, facet: str) -> Sequence[int]:
        """The places of the accomplishments that are known to speak of a facet."""
        return self._by_facet.get(facet, [])

    def grounds(self, place: int, terms: Sequence[Term], text: str) -> tuple[Why, ...]:
        """Why an accomplishment was found: words, skills, words of like meaning; else the words nearest to the whole."""
        win = self.wins[place]
        return grounds_of(win, self.texts, place, terms) or grounds_of_meaning(
            win, self.texts, place, shipped_meanings().sentences([text])
        )

    def _why(self, place: int, terms: Sequence[Term], named: Mapping[str, Sequence[int]]) -> tuple[Why, ...]:
        facets = tuple(facet for facet in named if facet in self.wins[place].facets)
        text = " ".join(term.word for term in terms)
        return (*self.grounds(place, terms, text), *([Why(WhyKind.FACET, facets)] if facets else []))

    def _between(self, since: date | None, until: date | None) -> Chosen:
        first, last = since or date.min, until or date.max
        chosen: Chosen = (self.days >= first.toordinal()) & (self.days <= last.toordinal())
        return chosen

    def _chosen(self, asked: Asked, skill: str) -> Chosen:
        """Those with the skill and all phrases, and without what is left out."""
        chosen = np.ones(len(self.wins), dtype=np.bool_)
        if skill.strip():
            chosen &= _mask(self._by_skill.get(_plain(skill), []), len(self.wins))
        for stemmed in asked.left_out:
            chosen[self.texts.postings.of(stemmed)[0]] = False
        for phrase in asked.phrases:
            chosen &= self._with_phrase(phrase)
        return chosen

    def _with_phrase(self, phrase: str) -> Chosen:
        possible = np.ones(len(self.wins), dtype=np.bool_)
        for word in phrase.split():
            possible &= _mask(self.texts.postings.of(stem(word))[0], len(self.wins))
        for place in np.flatnonzero(possible).tolist():
            possible[place] = f" {phrase} " in f" {' '.join(self.texts.of(place))} "
        return possible

    def _named(self, words: Sequence[str]) -> dict[str, Sequence[int]]:
        """Facets all of whose words are in the search, with the accomplishments known to speak of them."""
        stems = {stem(word) for word in words}
        return {
            facet.id: self._by_facet[facet.id]
            for facet in shipped_vocabulary().facets.values()
            if facet.id in self._by_facet
            and any(
                {stem(word) for word in telling(plain_words(name))} <= stems
                for name in _names(facet.id, facet.name)
            )
        }

    def _holds_all(self, signals: Signals) -> Chosen:
        """Those that hold every word of the search: they are shown however unlikely they are."""
        held = np.ones(len(self.wins), dtype=np.bool_)
        for term in signals.terms:
            held &= held_by(term, self.texts) > 0
        return held


def _names(facet: str, name: str) -> tuple[str, str]:
    return facet.replace("_", " "), name


def _places(groups: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, names in enumerate(groups):
        for name in dict.fromkeys(names):
            found[name].append(place)
    return dict(found)


def _plain(skill: str) -> str:
    return " ".join(plain_words(skill))


def _mask(places: Sequence[int] | NDArray[np.int64], count: int) -> Chosen:
    mask = np.zeros(count, dtype=np.bool_)
    mask[places] = True
    return mask


def _also(skill: str, *, is_dated: bool) -> tuple[Why, ...]:
    skills = [Why(WhyKind.SKILL, (skill.strip(),))] if skill.strip() else []
    return (*skills, *([Why(WhyKind.TIME)] if is_dated else []))
