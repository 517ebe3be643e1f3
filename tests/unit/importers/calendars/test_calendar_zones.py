"""Time zones by name, and those that a file describes itself."""

from datetime import datetime, timedelta

import pytest
from tests.unit.importers.calendars.files import calendar

from unrut.importers.calendars import zones
from unrut.importers.calendars.lines import sheets_of
from unrut.importers.calendars.zones import Zones, zone_named

pytestmark = pytest.mark.unit

SUNDAY = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"


def own(
    *rules: str, name: str = "Own", offset: str = "TZOFFSETTO:+0130", end: str = "END:VTIMEZONE"
) -> Zones:
    described = (
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        *(f"RRULE:{rule}" for rule in rules),
        "TZOFFSETFROM:+0230",
        offset,
    )
    (sheet,) = sheets_of(
        "mine.ics",
        calendar("BEGIN:VTIMEZONE", f"TZID:{name}", *described, "END:STANDARD", end)
        .decode()
        .replace("\r", ""),
    )
    return Zones(sheet.zones)


def offset_of(known: Zones, name: str = "Own") -> timedelta | None:
    zone = known.named(name)
    return datetime(2026, 1, 1, tzinfo=zone).utcoffset() if zone else None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/mozilla.org/20070129_1/Europe/Berlin", "Europe/Berlin"),
        ("/example.org/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("/Europe/Berlin", "Europe/Berlin"),
        ("UTC", "Etc/UTC"),
        ("Europe", "None"),
        ("", "None"),
        ("../../etc/passwd", "None"),
        ("a" * 10_000, "None"),
        ("a\x00b", "None"),
    ],
)
def test_zone_of_a_name(name: str, key: str) -> None:
    assert str(zone_named(name)) == key


@pytest.mark.parametrize(
    "rule",
    [
        SUNDAY,
        "FREQ=YEARLY;UNTIL=20281029T010000Z;BYDAY=-1SU;BYMONTH=10",
        "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU",
        "freq=yearly;interval=1;bymonth=10;bymonthday=27;wkst=MO",
    ],
)
def test_zone_a_file_describes(rule: str) -> None:
    assert offset_of(own(rule)) == timedelta(minutes=90)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=10;BYDAY=-1SU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYDAY=60MO",
        "FREQ=YEARLY;BYHOUR=2",
        f"{SUNDAY};UNTIL={'2' * 200}",
    ],
)
def test_zone_whose_clocks_change_after_no_plain_rule_is_unknown(rule: str) -> None:
    assert own(rule).named("Own") is None


def test_zone_that_is_broken_is_unknown() -> None:
    assert own(SUNDAY, offset="X-OFFSET:+0130").named("Own") is None
    assert own(SUNDAY, end="").named("Own") is None
    assert own(SUNDAY).named("Another") is None


def test_zone_of_the_world_is_not_as_a_file_describes_it() -> None:
    assert offset_of(own(SUNDAY, name="Europe/Berlin"), "Europe/Berlin") == timedelta(hours=1)


def test_zones_with_too_many_rules_are_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "MOST_RULES", 1)

    assert own(SUNDAY, SUNDAY).named("Own") is None
    assert offset_of(own(SUNDAY)) == timedelta(minutes=90)
