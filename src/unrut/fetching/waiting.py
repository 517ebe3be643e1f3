"""Politeness: a pause between two requests to the same host, and how long a busy one wants to be left alone."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

PAUSE = 1.0
TRIES = 3
FIRST_WAIT = 2.0
LONGEST_WAIT = 30.0
"""Seconds to wait within one request; who wants more is asked another time."""
LONGEST_REST = 7 * 24 * 3600.0

SECONDS = re.compile(r"[0-9]{1,9}")


class Pace:
    """Keeps the pause between requests to a host."""

    def __init__(
        self, clock: Callable[[], float], sleep: Callable[[float], None], pause: float = PAUSE
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._pause = pause
        self._free_at: dict[str, float] = {}

    def wait_for(self, host: str) -> None:
        """Wait until the host may be asked again."""
        wait = self._free_at.get(host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)

    def answered(self, host: str) -> None:
        """The host has answered now, well or badly."""
        self._free_at[host] = self._clock() + self._pause


def retry_after(stated: str, moment: datetime) -> float | None:
    """The seconds a busy host asks for, which it states as a number or as a date; None where it states neither."""
    stated = stated.strip()
    if SECONDS.fullmatch(stated):
        return min(float(stated), LONGEST_REST)
    try:
        until = parsedate_to_datetime(stated)
    except (ValueError, OverflowError):  # a year of a thousand digits, for one
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, (until - moment).total_seconds()), LONGEST_REST)


def wait_before(next_try: int) -> float:
    """The seconds before the second try, the third and so on, where the host states none."""
    return FIRST_WAIT * 2.0 ** (next_try - 2)
