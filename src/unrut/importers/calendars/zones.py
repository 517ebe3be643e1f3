"""The time zones an event may name: those of the world, those of Windows, and those a file describes itself."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.timezone.tzp import TZP
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from unrut.importers.calendars.lines import Block

MOST_RULES = 50
MOST_LINES = 5000
_PLAIN = {"FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "WKST", "INTERVAL"}
_DAYS = re.compile(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*")
_SURE_DAY = re.compile(r"(?:^|,)[+-]?(?:[1-9]|1\d|2[0-8])(?:,|$)")
_LONGEST_RULE = 200
# icalendar remembers, for all files to come, a zone under a name it did not know. So we give it one that it knows.
_KNOWN = "UTC"


class Zones:
    """The zones of one file."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = {block.value("TZID"): block for block in reversed(blocks)}
        self._known: dict[str, tzinfo | None] = {}
        self._rules_left = MOST_RULES

    def named(self, name: str) -> tzinfo | None:
        """The zone of a name; None where nobody knows it."""
        if name not in self._known:
            self._known[name] = zone_named(name) or self._own(name)
        return self._known[name]

    def _own(self, name: str) -> tzinfo | None:
        """The zone as the file describes it, in whatever it does not share with a zone of the world."""
        block = self._blocks.get(name)
        if block is None or not block.is_whole or len(block.lines) > MOST_LINES:
            return None
        rules = [line.value for line in block.lines if line.name == "RRULE"]
        self._rules_left -= len(rules)
        if self._rules_left < 0 or not all(map(_is_plain, rules)):
            return None
        return _made(block)


def zone_named(name: str) -> tzinfo | None:
    """A zone of the world, by its own name, the name Windows has for it, or a longer one that ends with it."""
    for candidate in _candidates(name):
        try:
            return ZoneInfo(candidate)
        except (KeyError, ValueError, OSError):
            continue
    return None


def _candidates(name: str) -> Iterator[str]:
    plain = name.strip("/ ")
    yield WINDOWS_TO_OLSON.get(plain, plain)
    if name.startswith("/"):
        parts = plain.split("/")
        yield from ("/".join(parts[-count:]) for count in (3, 2) if count < len(parts))


def _made(block: Block) -> tzinfo | None:
    lines = [f"TZID:{_KNOWN}" if line.name == "TZID" else str(line) for line in block.lines]
    try:
        described: Any = Timezone.from_ical("\r\n".join(("BEGIN:VTIMEZONE", *lines, "END:VTIMEZONE", "")))
        zone: tzinfo = described.to_tz(TZP(), lookup_tzid=False)
    except Exception:  # noqa: BLE001  # the libraries below raise anything at a zone that is broken
        return None
    return zone


def _is_plain(rule: str) -> bool:
    """Whether a change of clocks comes every year, on a day there is. One that never comes would be looked for for ever."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    return (
        len(rule) <= _LONGEST_RULE
        and parts.keys() <= _PLAIN
        and parts.get("FREQ") == "YEARLY"
        and parts.get("INTERVAL", "1") == "1"
        and _DAYS.fullmatch(parts.get("BYDAY", "SU")) is not None
        and _SURE_DAY.search(parts.get("BYMONTHDAY", "1")) is not None
    )
