"""Criteria are called, bounded and asked about as facets, or as the person's own."""

import pytest

from unrut.core.explore.criteria import criterion_name, poles_of, question_of, want_name
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
AUTONOMY = VOCABULARY["autonomy"]


@pytest.mark.parametrize(
    ("want", "name"),
    [
        (Want("autonomy", 50, 10), "Autonomy"),
        (Want("autonomy", 50, 10, name="My own say"), "My own say"),
        (Want("own_2", 50, 10, name="A dog in the office"), "A dog in the office"),
        (Want("own_2", 50, 10), "2"),
    ],
)
def test_want_is_called_what_the_person_calls_it(want: Want, name: str) -> None:
    assert want_name(want, VOCABULARY) == name


@pytest.mark.parametrize(("facet", "name"), [("commute", "Commute"), ("own_3", "3")])
def test_criterion_without_its_want_has_the_name_that_is_left(facet: str, name: str) -> None:
    assert criterion_name(facet, VOCABULARY) == name


@pytest.mark.parametrize(
    ("facet", "poles"), [("autonomy", AUTONOMY.poles), ("own_1", ("not at all", "wholly"))]
)
def test_poles_are_those_of_the_facet_or_general(facet: str, poles: tuple[str, str]) -> None:
    assert poles_of(facet, VOCABULARY) == poles


@pytest.mark.parametrize(("facet", "ask"), [("autonomy", AUTONOMY.posting.ask), ("own_1", "")])
def test_nobody_can_be_asked_about_a_criterion_of_ones_own(facet: str, ask: str) -> None:
    assert question_of(Want(facet, 50, 10, name="Mine"), VOCABULARY) == ask
