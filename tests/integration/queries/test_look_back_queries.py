"""Where a look back left half-way is taken up again."""

import pytest
from tests.factories import a_review, a_review_answer, a_review_line

from unrut.models import Person, ReviewKind
from unrut.queries.look_back import FACETS_SCREEN, WEEKS_SCREEN, screen_to_go_on_with

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_nothing_is_taken_up_where_nobody_looked_back(alice: Person) -> None:
    assert screen_to_go_on_with(alice) is None


@pytest.mark.parametrize(
    ("answered", "screen"),
    [
        ("typical_satisfaction", WEEKS_SCREEN),
        ("worst_satisfaction", FACETS_SCREEN),
        ("commute", None),
    ],
)
def test_look_back_goes_on_behind_the_last_screen_kept(
    alice: Person, answered: str, screen: int | None
) -> None:
    a_review_answer(a_review(alice, ReviewKind.LOOK_BACK), answered, 4)

    assert screen_to_go_on_with(alice) == screen


def test_a_line_about_a_week_counts_as_its_screen(alice: Person) -> None:
    a_review_line(a_review(alice, ReviewKind.LOOK_BACK))

    assert screen_to_go_on_with(alice) == FACETS_SCREEN
