"""The texts of accomplishments as numbers."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.told_wins import BLOOD, CARD, ROW, WINS

from unrut.core.meaning import shipped_meanings
from unrut.core.milestones import texts
from unrut.core.milestones.texts import texts_of
from unrut.core.milestones.wins import Win

pytestmark = pytest.mark.unit

EMPTY = Win(9, date(2024, 1, 1), "…")


def test_line_skills_and_figures_come_before_witness_and_story() -> None:
    win = Win(1, date(2024, 1, 1), "Cut costs", "It was hard.", "by 12 %", ("Excel",), seen_by="Mo")

    found = texts_of([EMPTY, win], shipped_meanings())

    assert found.of(0) == []
    assert found.of(1) == ["cut", "costs", "excel", "by", "12", "mo", "it", "was", "hard"]


def test_word_of_a_story_says_less_and_is_less_near() -> None:
    line = Win(1, date(2024, 1, 1), "rota trouble")
    story = Win(2, date(2024, 1, 1), "trouble", story="rota")

    found = texts_of([line, story], shipped_meanings())
    nearest = found.nearest(np.array([1.0, 0.0], dtype=np.float32))

    _, says = found.postings.of("rota")
    assert says[1] < says[0]
    assert nearest.tolist() == pytest.approx([1.0, texts.STORY_NEARNESS])


def test_text_without_words_is_near_to_nothing() -> None:
    found = texts_of([BLOOD, EMPTY], shipped_meanings())

    assert found.nearest(np.ones(len(found.words), dtype=np.float32)).tolist() == [1, 0]
    assert not found.rows[1].any()


@pytest.mark.parametrize("wins", [[], [EMPTY], [EMPTY, EMPTY]])
def test_nothing_told_gives_nothing(wins: list[Win]) -> None:
    found = texts_of(wins, shipped_meanings())

    assert found.count == len(wins)
    assert not found.nearest(np.empty(0, dtype=np.float32)).any()


def test_rows_are_the_same_in_small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    wins = [EMPTY, *WINS, EMPTY, *WINS]
    whole = texts_of(wins, shipped_meanings())

    monkeypatch.setattr(texts, "_AT_ONCE", 4)
    portions = texts_of(wins, shipped_meanings())

    assert portions.rows == pytest.approx(whole.rows, abs=1e-5)


def test_row_is_that_of_the_line_where_there_is_no_more() -> None:
    found = texts_of([CARD, replace(CARD, seen_by="")], shipped_meanings())

    assert found.rows[1] == pytest.approx(shipped_meanings().sentence(CARD.text), abs=1e-5)
    assert found.rows[0] @ found.rows[1] < 0.999


def test_common_word_tells_less_than_a_rare_one() -> None:
    found = texts_of([ROW], shipped_meanings())

    telling = dict(zip(found.words, found.telling.tolist(), strict=True))
    assert telling["the"] < telling["both"] < telling["rota"] == 1
