"""Which questions the contacts could answer between them, and which nobody can."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from unrut.core.explore.people.columns import Amounts, Places
from unrut.core.explore.people.questions import OpenQuestion
from unrut.core.explore.people.who import Who

MOST_PEOPLE = 12
# Differences below that are rounding: the same people on every machine.
_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Coverage:
    """Questions by people. `cells` has a row for each question with the score of each person, 0 where they do not relate.

    `people` holds keys, who answers most first. `uncovered` are keys of questions to which no contact at all relates by themselves;
    that somebody knows many does not answer them.
    """

    questions: tuple[OpenQuestion, ...]
    people: tuple[int, ...]
    cells: tuple[tuple[float, ...], ...]
    uncovered: tuple[str, ...]


def coverage(who: Who, questions: Sequence[OpenQuestion], *, most_people: int = MOST_PEOPLE) -> Coverage:
    """The people who between them answer most, chosen one after the other: each adds most to those before.

    A question counts by its gain; when no question has one, all count alike. A score is taken for the chance that somebody
    answers it, so that a second person who could answer adds the less, the better the first. Choosing greedily reaches at least
    63 % of the best choice (Nemhauser, Wolsey & Fisher 1978).
    """
    judged = [who.judged(question) for question in questions]
    scores = np.array([one.scores for one in judged]).reshape(len(judged), len(who.columns))
    rows = _greedy(scores, _weights(questions), who.columns.keys, most_people)
    return Coverage(
        questions=tuple(questions),
        people=tuple(who.columns.keys[rows].tolist()),
        cells=tuple(tuple(line) for line in scores[:, rows].tolist()),
        uncovered=tuple(
            question.key for question, one in zip(questions, judged, strict=True) if not one.is_direct.any()
        ),
    )


def _weights(questions: Sequence[OpenQuestion]) -> Amounts:
    """The gain of each as a share of the greatest."""
    gains = np.array([question.gain for question in questions], dtype=np.float64)
    known = np.where(np.isfinite(gains), np.maximum(gains, 0), 0)
    most = known.max(initial=0)
    return np.asarray(known / most if most > 0 else np.ones(len(known)))


def _greedy(scores: Amounts, weights: Amounts, keys: Places, most: int) -> list[int]:
    """The rows chosen, the best first; of equal ones the one with the smaller key. It ends when nobody adds anything."""
    chosen: list[int] = []
    left = weights.copy()
    while len(chosen) < min(most, len(keys)):
        # Not @, which may wait for threads on a busy machine.
        adds = np.einsum("q,qp->p", left, scores).round(_DECIMALS)
        adds[chosen] = 0
        if not adds.max() > 0:
            break
        best = np.flatnonzero(adds == adds.max())
        row = int(best[np.argmin(keys[best])])
        chosen.append(row)
        left *= 1 - scores[:, row]
    return chosen
