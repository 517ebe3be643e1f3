"""Who of the people one knows may know what is open of an opening: one name beside each fact, for the pages of the opening."""

from collections.abc import Sequence
from dataclasses import dataclass

from unrut.clock import today
from unrut.models import Opening
from unrut.queries.explore import Question, RankedOption
from unrut.queries.open_questions import questions_about
from unrut.queries.people import has_people
from unrut.queries.who import who_could
from unrut.wording.open_questions import who_may_know


@dataclass(frozen=True, slots=True)
class MayKnow:
    """An unknown fact, the key of its open question, and who may know it."""

    facet: str
    name: str
    key: str
    words: str


def may_know(opening: Opening, option: RankedOption | None, *, most: int | None = None) -> list[MayKnow]:
    """For the unknown facts of an opening, those worth most first, the one who could answer best; none where nobody could."""
    asked = option.questions[:most] if option else ()
    if not asked or not has_people(opening.owner):
        return []
    return _named(opening, asked)


def _named(opening: Opening, asked: Sequence[Question]) -> list[MayKnow]:
    questions = questions_about(opening, asked)
    view = who_could(opening.owner, questions, today=today())
    found = view.answerers_of_all(questions, most=1)
    return [
        MayKnow(known.facet, known.name, question.key, who_may_know(line[0]))
        for known, question, line in zip(asked, questions, found, strict=True)
        if line
    ]
