"""Jobs that were held at once are named, each two once."""

from datetime import date

import pytest

from unrut.core.milestones.life import Stretch
from unrut.core.milestones.overlaps import Overlap, overlaps_of

pytestmark = pytest.mark.unit


def a_job(name: str, start: date | None, end: date | None) -> Stretch:
    return Stretch(f"job-{name}", name, start, end)


@pytest.mark.parametrize(
    ("jobs", "overlaps"),
    [
        ([], []),
        ([a_job("A", date(2020, 1, 1), None)], []),
        ([a_job("A", date(2020, 1, 1), date(2021, 1, 1)), a_job("B", date(2021, 1, 1), None)], []),
        ([a_job("A", None, None), a_job("B", date(2021, 1, 1), None)], []),
        (
            [a_job("B", date(2021, 1, 1), None), a_job("A", date(2020, 1, 1), date(2022, 1, 1))],
            [Overlap("A", "B", date(2021, 1, 1), date(2022, 1, 1))],
        ),
        (
            [a_job("A", date(2020, 1, 1), None), a_job("B", date(2021, 1, 1), None)],
            [Overlap("A", "B", date(2021, 1, 1), None)],
        ),
        (
            [a_job("A", date(2020, 1, 1), None), a_job("B", date(2021, 1, 1), date(2021, 6, 1))],
            [Overlap("A", "B", date(2021, 1, 1), date(2021, 6, 1))],
        ),
        ([a_job("A", date(2020, 1, 1), None), a_job("B", date(2021, 1, 1), date(2021, 1, 1))], []),
    ],
)
def test_overlaps_are_named_by_the_earlier_job(jobs: list[Stretch], overlaps: list[Overlap]) -> None:
    assert overlaps_of(jobs) == overlaps
