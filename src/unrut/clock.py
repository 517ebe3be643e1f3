"""The only place that asks what day it is; everything else is told."""

from datetime import UTC, date, datetime, timedelta


def today() -> date:
    """Today where the person is, or the day named by the settings."""
    # Inline: `unrut note` uses this module and reads the little it needs of the settings by itself.
    from unrut.config import load_config  # noqa: PLC0415

    return load_config().today or local_day()


def local_day() -> date:
    """Today where the person is, whatever the settings say."""
    return datetime.now(tz=UTC).astimezone().date()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(tz=UTC)


def monday_of(day: date) -> date:
    """The Monday of a day's week: weeks are named by it everywhere."""
    return day - timedelta(days=day.weekday())
