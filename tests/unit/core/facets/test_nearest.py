"""What somebody may have meant: the three facets whose names look most like what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.facets.nearest import nearest_facets

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("manager", "manager_support"),
        ("Growth", "learning_growth"),
        ("comute", "commute"),
        ("pay", "pay_benefits"),
        ("red tape", "pointless_work"),
    ],
)
def test_nearest_name_comes_first(typed: str, first: str) -> None:
    assert nearest_facets(typed, VOCABULARY)[0] == first


@given(st.text(max_size=30))
def test_three_facets_are_always_named(typed: str) -> None:
    found = nearest_facets(typed, VOCABULARY)

    assert len(set(found)) == 3
    assert set(found) <= set(VOCABULARY.facets)
