"""The day of the weekly sitting is chosen, and taken back."""

from datetime import time

import pytest
from tests.factories import a_preference

from unrut.core.errors import InvalidInputError
from unrut.models import Person, Preference
from unrut.queries.scope import of
from unrut.services.sittings import choose_sitting

pytestmark = pytest.mark.integration


def test_day_is_chosen_and_everything_else_chosen_stays(alice: Person, bob: Person) -> None:
    a_preference(alice, false_alarms=5)

    choose_sitting(alice, 7, time(8, 30))

    kept = of(Preference, alice).get()
    assert (kept.sitting_offset, kept.sitting_time, kept.false_alarms) == (7, time(8, 30), 5)
    assert of(Preference, bob).get().sitting_offset is None


def test_day_is_taken_back(alice: Person) -> None:
    choose_sitting(alice, 3, time(17))

    choose_sitting(alice, None, None)

    kept = of(Preference, alice).get()
    assert (kept.sitting_offset, kept.sitting_time) == (None, None)


@pytest.mark.parametrize("offset", [-1, 0, 2, 8])
def test_day_that_is_not_at_the_end_of_a_week_is_refused(alice: Person, offset: int) -> None:
    with pytest.raises(InvalidInputError) as caught:
        choose_sitting(alice, offset, None)

    assert str(caught.value).startswith("The sitting looks back at a week, so its day lies at the end:")
    assert not of(Preference, alice).exists()
