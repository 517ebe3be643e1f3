"""What the vocabulary can be asked."""

from dataclasses import replace

import pytest

from unrut.core.facets import Pole, shipped_vocabulary

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("pole", "end"), [(Pole.LOW, 0.0), (Pole.HIGH, 10.0)])
def test_problem_end_is_that_of_the_usual_problem(pole: Pole, end: float) -> None:
    facet = replace(shipped_vocabulary()["autonomy"], usual_problem=pole)

    assert facet.problem_end == end


def test_facet_is_found_by_its_id() -> None:
    vocabulary = shipped_vocabulary()

    assert vocabulary["commute"].id == "commute"
    assert ("commute" in vocabulary, "Commute" in vocabulary, 3 in vocabulary) == (True, False, False)


def test_order_is_that_of_the_file() -> None:
    vocabulary = shipped_vocabulary()

    assert list(vocabulary.order) == list(vocabulary.facets)
    assert list(vocabulary.order.values()) == list(range(30))


def test_groups_hold_every_facet_once() -> None:
    vocabulary = shipped_vocabulary()

    groups = vocabulary.by_group()

    assert [name for name, _ in groups] == list(vocabulary.groups.values())
    assert [facet for _, facets in groups for facet in facets] == list(vocabulary.facets.values())
