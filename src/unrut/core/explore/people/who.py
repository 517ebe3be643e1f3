"""Who could answer a question: ranked by the chance of a reply, how new the answer would be, and how likely they know it.

A prior judgement, not science; all three factors are there to be shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np

from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.closeness import novelties
from unrut.core.explore.people.columns import Amounts, Columns, Flags, Places
from unrut.core.explore.people.questions import Answerer, OpenQuestion, QuestionKind
from unrut.core.explore.people.relevance import Relevance, relevance_to
from unrut.core.explore.people.replies import is_learning, reply_chances

__all__ = ["Answerer", "Judged", "OpenQuestion", "QuestionKind", "Who"]

# Among the first five at most two of a circle: people of one circle know much the same.
SPREAD_OVER, MOST_OF_A_CIRCLE = 5, 2


@dataclass(frozen=True)
class Judged:
    """All contacts beside one question: `scores` are the products of the three factors."""

    scores: Amounts
    relevance: Relevance

    @property
    def is_direct(self) -> Flags:
        """Who relates to it by themselves, not only by knowing many."""
        return np.asarray(self.relevance.direct > 0)


class Who:
    """Who of the contacts could answer what; made once for a person and a day, asked often.

    `likeness` gives for a code of O*NET how alike the work of each contact is, in the order of the columns, from 0 to 1.
    `digital` says whether the field one looks at is (`is_digital`). The home is where one is now, "" where that is unknown.
    """

    def __init__(
        self,
        columns: Columns,
        *,
        today: date,
        likeness: Callable[[str], Floats],
        digital: bool = True,
        home_company: str = "",
        home_occupation: str = "",
        seed: int = 1,
    ) -> None:
        self.columns = columns
        self._likeness = likeness
        self._judged = dict[OpenQuestion, Judged]()
        self._reply = reply_chances(columns, today=today, digital=digital, seed=seed)
        is_known = columns.has_occupation & bool(home_occupation)
        self._novelty = novelties(
            columns,
            today=today,
            home_likeness=np.where(is_known, self._alike(home_occupation), np.nan),
            home_company=home_company,
            digital=digital,
        )

    @property
    def is_learning(self) -> bool:
        """Whether the rates of circles are drawn anew each day, to learn from replies."""
        return is_learning(self.columns)

    def judged(self, question: OpenQuestion) -> Judged:
        """Every contact beside a question, in the order of the columns; a page asks it of each question several times."""
        found = self._judged.get(question)
        if found is None:
            relevance = relevance_to(question, self.columns, self._alike(question.occupation))
            found = Judged(self._reply * self._novelty * relevance.relevance, relevance)
            self._judged[question] = found
        return found

    def answerers(self, question: OpenQuestion, *, most: int = 3) -> list[Answerer]:
        """Who could answer, the best first; nobody who does not relate to it.

        Among the first five are at most two of a circle, as long as somebody of another one relates.
        """
        judged = self.judged(question)
        related = np.flatnonzero(judged.scores > 0)
        order = related[np.lexsort((self.columns.keys[related], -judged.scores[related]))]
        spread = self._spread(order)
        return [self._answerer(int(row), judged) for row in spread[: max(most, 0)]]

    def answerer(self, person: int, question: OpenQuestion) -> Answerer | None:
        """One contact beside a question; None where there is no such contact, or they do not relate to it."""
        judged = self.judged(question)
        rows = np.flatnonzero((self.columns.keys == person) & (judged.scores > 0))
        return self._answerer(int(rows[0]), judged) if len(rows) else None

    def nearest(self, question: OpenQuestion) -> Answerer | None:
        """Whoever is nearest to what is asked, though they may not relate to it; nobody when all are as far as any two.

        Knowing many does not count here.
        """
        judged = self.judged(question)
        direct, alike = judged.relevance.direct, judged.relevance.likeness
        if not (direct.any() or alike.any()):
            return None
        best = np.lexsort((self.columns.keys, -self._reply, -alike, -direct))[0]
        return self._answerer(int(best), judged)

    def _alike(self, occupation: str) -> Amounts:
        """Nobody's work is alike to work that is unknown."""
        if not occupation:
            return np.zeros(len(self.columns))
        told = np.asarray(self._likeness(occupation), dtype=np.float64)
        if told.shape != (len(self.columns),):
            raise ValueError("There must be one likeness for each contact.")
        alike = np.clip(np.nan_to_num(told), 0, 1)
        return np.asarray(np.where(self.columns.has_occupation, alike, 0))

    def _spread(self, order: Places) -> Places:
        circles = self.columns.circles[order]
        firsts = [np.flatnonzero(circles == place)[:MOST_OF_A_CIRCLE] for place in range(len(Circle))]
        head = np.sort(np.concatenate(firsts))[:SPREAD_OVER]
        return np.concatenate((order[head], np.delete(order, head)))

    def _answerer(self, row: int, judged: Judged) -> Answerer:
        return Answerer(
            person=int(self.columns.keys[row]),
            score=float(judged.scores[row]),
            reply=float(self._reply[row]),
            novelty=float(self._novelty[row]),
            relevance=float(judged.relevance.relevance[row]),
            relation=judged.relevance.relation(row),
        )
