"""A typed search, taken apart."""

import pytest
from tests.told_wins import told_index

from unrut.core.milestones.asking import BEGUN, MISTYPED, Asked, Term, asked_of, terms_of

pytestmark = pytest.mark.unit


def term(word: str) -> Term:
    (found,) = terms_of([word], told_index().texts)
    return found


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", Asked(())),
        ("the row about a row", Asked(("row",))),
        ('"drug round" late', Asked(("drug", "round", "late"), phrases=("drug round",))),
        ("“on  time”", Asked(("time",), phrases=("on time",))),
        ('"…"', Asked(())),
        ("row -rotas", Asked(("row",), left_out=frozenset({"rota"}))),
        ("-row", Asked((), left_out=frozenset({"row"}))),
        ("follow-up", Asked(("follow",))),
        ("row - rota", Asked(("row", "rota"))),
    ],
)
def test_query_is_taken_apart(query: str, asked: Asked) -> None:
    assert asked_of(query) == asked


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("nurses", {"nurs": 1.0}),
        ("stud", {"stud": 1.0, "student": BEGUN}),
        ("studnet", {"studnet": 1.0, "student": MISTYPED}),
        ("patent", {"patent": 1.0}),
        ("zzz", {"zzz": 1.0}),
    ],
)
def test_word_stands_for_its_forms_its_beginning_and_its_errors(word: str, stems: dict[str, float]) -> None:
    assert term(word).stems == stems


def test_mistyped_word_means_what_was_meant() -> None:
    assert term("studnet").meaning @ term("student").meaning == pytest.approx(1, abs=1e-4)


def test_rare_word_weighs_more_than_a_common_one() -> None:
    assert term("time").weight < term("handover").weight


def test_word_without_known_parts_weighs_nothing() -> None:
    assert term("日").weight == 0
