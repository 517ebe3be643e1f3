"""The lines of a calendar file, sorted into its calendars, events and time zones; nothing else of it is kept."""

import re
from dataclasses import dataclass, field

from unrut.importers.contract import UnreadableFileError

MOST_EVENTS = 100_000
EVENT, ZONE, CALENDAR = "VEVENT", "VTIMEZONE", "VCALENDAR"

# What an event is read for. Places, guests and alarms are nobody's business here.
KEPT = frozenset(
    "UID DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SEQUENCE STATUS TRANSP SUMMARY DESCRIPTION "
    "CATEGORIES X-MICROSOFT-CDO-BUSYSTATUS".split()
)

_LINE = re.compile(r'([A-Za-z0-9-]++)((?:;[^":;]*+(?:"[^"]*+"[^":;]*+)*+)*+):(.*)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its continuations: the name in capitals, the parameters as they stand, the value."""

    name: str
    parameters: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}{self.parameters}:{self.value}"


@dataclass(slots=True)
class Block:
    """The lines of one event or time zone, where it begins, and whether it ends."""

    kind: str
    number: int
    lines: list[Line] = field(default_factory=list)
    is_whole: bool = False

    def value(self, name: str) -> str:
        """The value of the first line of a name, trimmed; "" where there is none."""
        return next((line.value.strip() for line in self.lines if line.name == name), "")


@dataclass(slots=True)
class Sheet:
    """One calendar of a file."""

    properties: dict[str, str] = field(default_factory=dict)
    zones: list[Block] = field(default_factory=list)
    events: list[Block] = field(default_factory=list)
    is_whole: bool = False


def sheets_of(shown: str, text: str) -> tuple[Sheet, ...]:
    """The calendars of a file.

    Raises UnreadableFileError where it has none, or far too many events.
    """
    sorting = _Sorting()
    for number, line in _unfolded(text):
        sorting.take(number, line)
    if not sorting.sheets:
        raise UnreadableFileError(
            f"There is no calendar in {shown}: no line of it is BEGIN:VCALENDAR. Export your calendar as iCalendar (.ics) again."
        )
    return tuple(sorting.sheets)


class _Sorting:
    """Where in a file we are, and what was found in it up to there."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._count = 0
        self._block: Block | None = None
        self._deeper = 0

    def take(self, number: int, text: str) -> None:
        found = _LINE.fullmatch(text)
        if found is None:
            if self._block:
                self._keep_broken(self._block, text)
            return
        line = Line(found[1].upper(), found[2], found[3])
        if line.name == "BEGIN":
            self._begin(number, line)
        elif line.name == "END":
            self._end(line)
        elif self._block:
            self._keep(self._block, line)
        elif self.sheets:
            self.sheets[-1].properties.setdefault(line.name, line.value.strip())

    def _begin(self, number: int, line: Line) -> None:
        kind = line.value.strip().upper()
        if kind == CALENDAR:
            self._block = None
            self.sheets.append(Sheet())
        elif self._block is None or kind == EVENT:
            self._open(Block(kind, number))
        else:
            self._deeper += 1
            self._keep(self._block, line)

    def _open(self, block: Block) -> None:
        self._block, self._deeper = block, 0
        if block.kind not in {EVENT, ZONE}:
            return
        if not self.sheets:
            self.sheets.append(Sheet())
        (self.sheets[-1].events if block.kind == EVENT else self.sheets[-1].zones).append(block)
        self._count += 1
        if self._count > MOST_EVENTS:
            raise UnreadableFileError(
                f"The file has more than {MOST_EVENTS:,} events, which is the most we read at once. Export a part of it."
            )

    def _end(self, line: Line) -> None:
        kind = line.value.strip().upper()
        if kind == CALENDAR and self.sheets:
            self._block, self.sheets[-1].is_whole = None, True
        elif self._block and kind == self._block.kind:
            self._block.is_whole, self._block = True, None
        elif self._block and self._deeper:
            self._keep(self._block, line)
            self._deeper -= 1

    def _keep(self, block: Block, line: Line) -> None:
        if block.kind == ZONE or (block.kind == EVENT and not self._deeper and line.name in KEPT):
            block.lines.append(line)

    def _keep_broken(self, block: Block, text: str) -> None:
        """A line that is none counts where it begins like one that is needed: its event cannot be trusted."""
        name = re.split("[:;]", text[:30], maxsplit=1)[0].strip().upper()
        self._keep(block, Line(name, "", "?"))


def _unfolded(text: str) -> list[tuple[int, str]]:
    """Each line with its continuations, and the number it stands at."""
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1] in {" ", "\t"} and found:
            found[-1][1].append(line[1:])
        elif line.strip():
            found.append((number, [line]))
    return [(number, "".join(pieces)) for number, pieces in found]
