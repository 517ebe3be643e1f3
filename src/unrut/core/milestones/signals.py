"""What speaks for each accomplishment when something is looked for, and how likely that makes it to be meant."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from unrut.core.meaning import Numbers, shipped_meanings
from unrut.core.milestones.asking import Term, terms_of
from unrut.core.milestones.portraits import shipped_questions
from unrut.core.milestones.postings import Places
from unrut.core.milestones.texts import Texts

LEAST_NEARNESS = 0.4
"""Words whose cosine is less are taken to have nothing in common; judgement."""
SHARPNESS = 0.06
"""By how much nearer one kind must be to count for e times another; tuned."""
MOST_TERMS = 30
"""Of a long text the first words only are looked for one by one; as a whole all of it counts."""

_LARGEST = 30.0


@dataclass(frozen=True, slots=True)
class Scale:
    """What each signal adds to the log odds of being meant; `least` is the smallest chance that is shown.

    `both` weighs the smaller of near and alike. Where it `is_doubtful` that a kind is asked for at all, likeness to the kind counts as far as that is sure.

    The figures come from logistic regressions on the tuning parts of `bench/wins`.
    """

    words: float
    near: float
    alike: float
    kind: float
    start: float
    least: float
    both: float = 0.0
    is_doubtful: bool = True


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for each accomplishment, roughly from 0 to 1.

    `words`: the share of the terms that stands in it. `near`: the same with words of like meaning. `alike`: the cosine
    with the whole. `kind`: how like it is to the kinds that are asked for. `asked`: how far each kind is asked for.
    """

    terms: Sequence[Term]
    words: Numbers
    near: Numbers
    alike: Numbers
    kind: Numbers
    asked: Numbers

    def odds(self, scale: Scale) -> Numbers:
        """The log odds of each accomplishment to be meant."""
        weighed = scale.words * self.words + scale.near * self.near + scale.alike * self.alike
        weighed = weighed + scale.both * np.minimum(self.near, self.alike)
        sure = self.asked.max() if scale.is_doubtful else 1.0
        odds: Numbers = weighed + scale.kind * sure * self.kind + scale.start
        return odds


def signals_of(text: str, words: Sequence[str], texts: Texts, kinds: Numbers) -> Signals:
    """The signals of every text; `kinds` says how like each is to every kind of interview question."""
    terms = terms_of(words[:MOST_TERMS], texts)
    total = sum(term.weight for term in terms) or 1.0
    held, near = np.zeros((2, texts.count), dtype=np.float32)
    for term in terms:
        says = held_by(term, texts)
        close = texts.nearest(texts.vectors @ term.meaning)
        held += term.weight / total * says
        near += term.weight / total * np.where(says > 0, 1, _above(close))
    asked = shipped_questions().asked_for(
        text,
        np.array([term.meaning for term in terms], dtype=np.float32).reshape(-1, texts.rows.shape[1]),
        np.array([term.weight / total for term in terms], dtype=np.float32),
    )
    alike = texts.rows @ shipped_meanings().sentence(text)
    return Signals(terms, held, near, alike, shares_of(asked) @ kinds, asked)


def held_by(term: Term, texts: Texts) -> Numbers:
    """What a term says in each text, from 0 to 1."""
    says = np.zeros(texts.count, dtype=np.float32)
    for stemmed, share in term.stems.items():
        places, found = texts.postings.of(stemmed)
        says[places] = np.maximum(says[places], share * found)
    return says


def shares_of(asked: Numbers) -> Numbers:
    """How much each kind counts, together one: nearly all for the nearest, unless others are about as near."""
    shares: Numbers = np.exp((asked - asked.max()) / SHARPNESS)
    shares /= shares.sum()
    return shares


def chances_of(odds: Numbers) -> Numbers:
    """Chances from log odds."""
    chances: Numbers = (1 / (1 + np.exp(-np.clip(odds, -_LARGEST, _LARGEST)))).astype(np.float32)
    return chances


def best(chances: Numbers, limit: int) -> Places:
    """The places of the largest values above zero, in order; of two alike the first."""
    order = np.argsort(-np.round(chances, 6), kind="stable")[: max(limit, 0)]
    places: Places = order[chances[order] > 0]
    return places


def _above(close: Numbers) -> Numbers:
    above: Numbers = np.clip((close - LEAST_NEARNESS) / (1 - LEAST_NEARNESS), 0, 1)
    return above
