"""Which calendars are those of public holidays."""

import pytest
from tests.unit.importers.calendars.files import event, read

from unrut.importers.calendars.holidays import is_of_holidays

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Holidays in Norway", True),
        ("Germany_Holidays.ics", True),
        ("Bank holidays", True),
        ("Deutsche Feiertage", True),
        ("Jours fériés", True),
        ("日本の祝日", True),
        ("Ada at work", False),
        ("School holidays", False),
        ("Team holidays", False),
        ("My holidays", False),
        ("Schulferien", False),
        ("", False),
    ],
)
def test_calendar_of_holidays_by_its_name(name: str, expected: bool) -> None:
    assert is_of_holidays("", name) is expected


@pytest.mark.parametrize(
    ("said", "count"),
    [
        (("CATEGORIES:Holiday",), 1),
        (("CATEGORIES:Red,Public holidays", "TRANSP:TRANSPARENT"), 1),
        (("CATEGORIES:Holiday", "TRANSP:OPAQUE"), 0),
        (("CATEGORIES:Holiday plans",), 0),
        (("SUMMARY:Holiday",), 0),
    ],
)
def test_holiday_in_ones_own_calendar_by_its_mark(said: tuple[str, ...], count: int) -> None:
    assert len(read(event("DTSTART;VALUE=DATE:20260303", *said)).holidays) == count
