"""Why an accomplishment was found."""

from datetime import date

import pytest
from tests.told_wins import ROW, told_index

from unrut.core.meaning import shipped_meanings
from unrut.core.milestones.asking import terms_of
from unrut.core.milestones.grounds import grounds_of, grounds_of_meaning
from unrut.core.milestones.texts import texts_of
from unrut.core.milestones.wins import Why, WhyKind, Win

pytestmark = pytest.mark.unit

PLACE = told_index().wins.index(ROW)
EMPTY = Win(9, date(2024, 1, 1), "…")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["rotas", "speak"], [Why(WhyKind.WORDS, ("rota", "speaking"))]),
        (["mediated"], [Why(WhyKind.SKILL, ("mediation",))]),
        (["tariq", "mediation"], [Why(WhyKind.WORDS, ("Tariq",)), Why(WhyKind.SKILL, ("mediation",))]),
        (["jen", "dispute"], [Why(WhyKind.WORDS, ("Jen",)), Why(WhyKind.MEANING, ("argument",))]),
        (["volcano"], []),
        ([], []),
    ],
)
def test_grounds_are_quoted_as_they_stand(words: list[str], why: list[Why]) -> None:
    texts = told_index().texts

    assert list(grounds_of(ROW, texts, PLACE, terms_of(words, texts))) == why


def test_whole_of_like_meaning_quotes_its_nearest_words() -> None:
    meaning = shipped_meanings().sentences(["dispute"])

    (why,) = grounds_of_meaning(ROW, told_index().texts, PLACE, meaning)

    assert (why.kind, why.words[0]) == (WhyKind.MEANING, "argument")


def test_text_without_words_has_no_grounds() -> None:
    texts = texts_of([EMPTY], shipped_meanings())

    assert grounds_of(EMPTY, texts, 0, terms_of(["rota"], texts)) == ()
    assert grounds_of_meaning(EMPTY, texts, 0, shipped_meanings().sentences(["rota"])) == ()
