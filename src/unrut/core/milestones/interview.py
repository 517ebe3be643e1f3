"""Answers to interview questions: the accomplishments that fit one best, no two of them the same piece of work."""

import numpy as np

from unrut.core.meaning import Numbers
from unrut.core.milestones.portraits import Portrait, bare, shipped_questions
from unrut.core.milestones.signals import Scale, Signals, best, chances_of
from unrut.core.milestones.win_index import WinIndex
from unrut.core.milestones.wins import Found, Why, WhyKind

MOST_ANSWERS = 3
ANSWERING = Scale(words=5.0, near=0.0, alike=1.5, kind=4.4, start=-5.6, least=0.1, is_doubtful=False)
FULLER = 0.1
"""What a story, numbers and a witness each add to the log odds; judgement."""
KNOWN_FACET = 0.5
"""What a facet that such an answer usually speaks of adds to the log odds; judgement."""
LEAST_ASKED = 0.27
"""What is less like every kind of question is none; tuned."""
SAME_WORK, SAMENESS = 0.4, 5.0
"""From what cosine on two accomplishments are taken for one piece of work, and what each tenth costs; judgement."""


def answers(question: str, index: WinIndex, *, limit: int = MOST_ANSWERS) -> list[Found]:
    """The accomplishments that answer an interview question best; none where none does.

    Those told in full come a little before others; one much like a better one is passed over for something else.
    """
    signals = index.signals(bare(question))
    if not signals.terms or signals.asked.max() < LEAST_ASKED:
        return []
    kind = shipped_questions().portraits[int(signals.asked.argmax())]
    chances = chances_of(_odds(signals, kind, index))
    left = np.where(chances >= ANSWERING.least, chances, 0)
    found: list[Found] = []
    while len(found) < limit and len(first := best(left, 1)):
        place = int(first[0])
        known = tuple(facet for facet in kind.facets if facet in index.wins[place].facets)
        facets = [Why(WhyKind.FACET, known)] if known else []
        why = (*index.grounds(place, signals.terms, question), *facets)
        found.append(index.found(place, chances[place], why))
        left *= _otherness(index.texts.rows @ index.texts.rows[place])
        left[place] = 0
    return found


def _odds(signals: Signals, kind: Portrait, index: WinIndex) -> Numbers:
    odds = signals.odds(ANSWERING) + FULLER * index.fullness
    for facet in kind.facets:
        odds[index.with_facet(facet)] += KNOWN_FACET
    return odds


def _otherness(alike: Numbers) -> Numbers:
    """From one, for other work, to nearly zero for the same."""
    otherness: Numbers = np.exp(-SAMENESS * np.clip(alike - SAME_WORK, 0, 1))
    return otherness
