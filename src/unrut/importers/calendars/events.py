"""From the lines of an event to the event itself, its times in their zones. One that cannot be trusted is refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from icalendar import Event

from unrut.importers.calendars.lines import Block, Line
from unrut.importers.calendars.zones import Zones
from unrut.importers.contract import UnreadableRecordError
from unrut.importers.text_tools import one_line

BUSY_STATUS = "X-MICROSOFT-CDO-BUSYSTATUS"
SOURCE = "X-SOURCE"  # carries the number of an event through to each of its occurrences
ONE_DAY = timedelta(days=1)
LONGEST_TITLE = 200
LONGEST_DATE = 200
MOST_DATES = 10_000

ONCE = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
LISTS = ("RDATE", "EXDATE")
_REST = ("RRULE", "SEQUENCE", "SUMMARY")
_ZONE = re.compile(r';TZID=("[^"]*"|[^;]*)', re.IGNORECASE)

Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Home:
    """The zone of times that name none. `is_told` where the calendar says it: then it repeats after its clock throughout."""

    zone: tzinfo
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as the library wants it, what it says of itself, and what is to be said of it."""

    block: Block
    event: Any  # an Event of icalendar, whose values are of thirty kinds
    title: str
    notes: tuple[str, ...]

    @property
    def where(self) -> str:
        """How a person finds it."""
        return place_of(self.block, self.title)

    @property
    def is_change(self) -> bool:
        """Whether it changes one occurrence of another event, or all from one on."""
        return "RECURRENCE-ID" in self.event

    @property
    def comes_again(self) -> bool:
        """Whether it names a rule or days, on which it takes place or does not."""
        return any(name in self.event for name in ("RRULE", *LISTS))

    @property
    def rules(self) -> Sequence[Any]:
        """The rules after which it comes again."""
        return _told(self.event, "RRULE")

    @property
    def length(self) -> timedelta:
        """How long it lasts at most; a day more than it says, for clocks and zones."""
        if "DURATION" in self.event:
            told: timedelta = self.event["DURATION"].dt
            return abs(told) + ONE_DAY
        starts = self.event["DTSTART"].dt
        ends = self.event["DTEND"].dt if "DTEND" in self.event else starts
        return abs(instant(ends, UTC) - instant(starts, UTC)) + ONE_DAY

    @property
    def is_cancelled(self) -> bool:
        """Whether it was called off."""
        return self._mark("STATUS") == "CANCELLED"

    @property
    def is_free(self) -> bool:
        """Whether it says that one is free all the same."""
        return self._mark("TRANSP") == "TRANSPARENT" or self._mark(BUSY_STATUS) == "FREE"

    @property
    def is_marked_busy(self) -> bool:
        """Whether it says that one is not free, rather than nothing."""
        return not self.is_free and (
            self._mark("TRANSP") == "OPAQUE" or self._mark(BUSY_STATUS) in {"BUSY", "OOF", "TENTATIVE"}
        )

    def _mark(self, name: str) -> str:
        return self.block.value(name).upper()


def read_event(block: Block, zones: Zones, home: Home) -> ReadEvent:
    """The event of a block.

    Raises UnreadableRecordError where one of the lines that say when it is cannot be read.
    """
    _check(block)
    lines = [line for line in block.lines if line.name in {*ONCE, *LISTS, *_REST} and line.value.strip()]
    event = _parsed(lines)
    try:
        notes = _set_zones(event, lines, zones=zones, home=home)
        _agree(event, home)
    except (OverflowError, ValueError) as error:
        raise UnreadableRecordError("It is on a day no calendar has, so it was left out.") from error
    if "EXRULE" in {line.name for line in block.lines}:
        notes.append(
            "It has exceptions after a rule (EXRULE), which calendars no longer know. Some of its times may be free."
        )
    if "DTEND" in event and instant(event["DTEND"].dt, home.zone) < instant(event["DTSTART"].dt, home.zone):
        notes.append("It ends before it begins, so the two were taken the other way round.")
    return ReadEvent(block, event, title_of(event), tuple(notes))


def place_of(block: Block, title: str) -> str:
    """How a person finds an event in a file."""
    return f'"{title}" (line {block.number})' if title else f"event in line {block.number}"


def title_of(event: Any) -> str:
    """The title on one line, cut where it is a text of its own; "" where it has none."""
    told = event.get("SUMMARY", "")
    return one_line(str(told[0] if isinstance(told, list) else told))[:LONGEST_TITLE]


def instant(moment: Moment, zone: tzinfo) -> datetime:
    """A moment in universal time; a day stands for its beginning, and a time without a zone is one of `zone`."""
    full = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    try:
        return (full if full.tzinfo else full.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError:  # on the first and the last day there is
        return full.replace(tzinfo=UTC)


def _check(block: Block) -> None:
    if not block.is_whole:
        raise UnreadableRecordError("It breaks off before its end, so it was left out.")
    names = [line.name for line in block.lines if line.value.strip()]
    if "DTSTART" not in names:
        raise UnreadableRecordError("It does not say when it begins (DTSTART), so it was left out.")
    for name in ONCE:
        if names.count(name) > 1:
            raise UnreadableRecordError(f"It has more than one {name}, so it was left out.")
    for line in block.lines:
        if line.name in ONCE and len(str(line)) > LONGEST_DATE:
            raise _unreadable(line.name)
    dates = sum(line.value.count(",") + 1 for line in block.lines if line.name in LISTS)
    if dates > MOST_DATES:
        raise UnreadableRecordError(f"It lists more than {MOST_DATES:,} days, so it was left out.")


def _parsed(lines: Sequence[Line]) -> Any:
    """The event of some lines, all times as they stand, without a zone or in universal time."""
    plain = [
        f"{line.name}{_ZONE.sub('', line.parameters)}:{line.value.strip()}"
        if line.name in {*ONCE, *LISTS}
        else str(line)
        for line in lines
    ]
    try:
        event: Any = Event.from_ical("\r\n".join(("BEGIN:VEVENT", *plain, "END:VEVENT", "")))
    except Exception as error:  # the library raises anything at a line it does not expect
        raise UnreadableRecordError("It cannot be read, so it was left out.") from error
    for name, _ in event.errors:
        raise _unreadable(name)
    _check_kinds(event)
    return event


def _check_kinds(event: Any) -> None:
    """A line may be read as a length or a span where a moment is meant, and the other way round."""
    for name in ONCE:
        wanted = timedelta if name == "DURATION" else date
        if name in event and not isinstance(event[name].dt, wanted):
            raise _unreadable(name)


def _set_zones(event: Any, lines: Sequence[Line], *, zones: Zones, home: Home) -> list[str]:
    """Puts each time into its zone, and gives a sentence for each zone nobody knows."""
    unknown: list[str] = []
    left = {name: list(_told(event, name)) for name in (*ONCE, *LISTS)}
    for line in lines:
        if line.name not in left or line.name == "DURATION":
            continue
        told = left[line.name].pop(0)
        zone = _zone_of(line, zones, unknown)
        for each in _dates(told):
            each.dt = _placed(each.dt, zone, home)
    return [
        f'Its time zone "{name}" is not known here, so its times were taken as local ones. Look whether they are right.'
        for name in dict.fromkeys(unknown)
    ]


def _agree(event: Any, home: Home) -> None:
    """Where only one of beginning and end is a day, or names a zone, the other is the beginning of its day, or local time."""
    told = [event[name] for name in ("DTSTART", "DTEND") if name in event]
    if not any(isinstance(each.dt, datetime) for each in told):
        return
    for each in told:
        each.dt = each.dt if isinstance(each.dt, datetime) else datetime.combine(each.dt, time())
    if len({each.dt.tzinfo is None for each in told}) > 1:
        for each in told:
            each.dt = each.dt if each.dt.tzinfo else each.dt.replace(tzinfo=home.zone)


def _told(event: Any, name: str) -> Sequence[Any]:
    told = event.get(name, [])
    return told if isinstance(told, list) else [told]


def _dates(told: Any) -> Sequence[Any]:
    return told.dts if hasattr(told, "dts") else [told]


def _zone_of(line: Line, zones: Zones, unknown: list[str]) -> tzinfo | None:
    found = _ZONE.search(line.parameters)
    name = found[1].strip('"') if found else ""
    zone = zones.named(name) if name else None
    if name and zone is None:
        unknown.append(one_line(name)[:LONGEST_TITLE])
    return zone


def _placed(moment: Any, zone: tzinfo | None, home: Home) -> Any:
    if isinstance(moment, tuple):
        return tuple(_placed(each, zone, home) for each in moment)
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo:
        return moment.astimezone(home.zone) if home.is_told else moment
    if zone or home.is_told:
        return moment.replace(tzinfo=zone or home.zone)
    return moment


def _unreadable(name: str | None) -> UnreadableRecordError:
    return UnreadableRecordError(f"Its line {name or 'in between'} cannot be read, so it was left out.")
