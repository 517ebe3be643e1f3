"""Rules that would be reckoned for ever stop, and all others come to their end."""

from datetime import date

import pytest
from tests.unit.importers.calendars.files import event, read, whys

from unrut.importers.calendars.work import TooOftenError, check_rule

pytestmark = pytest.mark.unit

MANY = ",".join(map(str, range(60)))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=2",
        "FREQ=SECONDLY;BYHOUR=1;BYMINUTE=1;BYSECOND=1",
        "FREQ=HOURLY;INTERVAL=5;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        f"FREQ=DAILY;BYMINUTE={MANY};BYSECOND={MANY}",
        f"FREQ=YEARLY;BYYEARDAY={','.join(map(str, range(1, 366)))}",
    ],
)
def test_rule_that_would_never_end_is_left_out_and_the_rest_kept(rule: str) -> None:
    told = read(
        event("DTSTART:20260302T100000", "DURATION:PT1H"),
        event("DTSTART:19970302T100000", "DURATION:PT1H", f"RRULE:{rule}"),
    )

    assert (len(told.busy), whys(told)) == (1, [str(TooOftenError())])


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("FREQ=SECONDLY;COUNT=3", 2),
        ("FREQ=MINUTELY;INTERVAL=720", 14),
        ("FREQ=HOURLY;BYHOUR=9,10,11", 21),
        ("FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0", 21),
        ("FREQ=WEEKLY;BYDAY=MO,WE", 2),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2", 1),
        ("FREQ=MONTHLY;BYMONTHDAY=-27", 1),
        ("FREQ=YEARLY;BYDAY=1MO;BYMONTH=3", 1),
        ("FREQ=YEARLY;BYDAY=10MO", 0),
        ("FREQ=YEARLY;BYDAY=9MO", 1),
        ("FREQ=YEARLY;BYWEEKNO=10", 7),
        ("FREQ=YEARLY;INTERVAL=2", 0),
    ],
)
def test_rule_that_a_person_may_have_is_followed(rule: str, count: int) -> None:
    begins = "19970302T100000" if "HOUR" not in rule and "SECOND" not in rule else "20260302T090000"
    weeks = "" if "WEEKNO" not in rule else ";BYDAY=MO,TU,WE,TH,FR,SA,SU"

    told = read(event(f"DTSTART:{begins}", "DURATION:PT1M", f"RRULE:{rule}{weeks}"))

    assert (len(told.busy), told.skipped) == (count, ())


def test_rule_over_long_before_is_not_reckoned_and_one_that_lasts_is() -> None:
    rule = "RRULE:FREQ=DAILY;UNTIL=20260225T000000Z"
    short = event("DTSTART:20260201T100000", "DURATION:PT1H", rule)
    long = event("DTSTART:20260201T100000", "DTEND:20260208T100000", rule)

    assert [len(read(each).busy) for each in (short, long)] == [0, 3]


def test_rule_from_a_hundred_years_ago_is_followed() -> None:
    daily = event("DTSTART:19260302T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY")

    assert len(read(daily, last=date(2026, 3, 31)).busy) == 30


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;INTERVAL=0", "INTERVAL=00;FREQ=DAILY", "FREQ=DAILY;BYSECOND=" + "1," * 96 + "1"]
)
def test_rule_that_is_refused_before_it_begins(rule: str) -> None:
    with pytest.raises(TooOftenError):
        check_rule(rule)
