"""One row of a table: its cells by field, and all that has no field kept as it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Period, Workplace
from unrut.importers.openings.contract import PostedOpening, key_of, required_title
from unrut.importers.openings.dates import Order, day_in, order_in
from unrut.importers.openings.fields import (
    figure_of,
    joined_places,
    language_of,
    pay_from,
    period_of,
    place_of,
    sections,
    spaced,
    split_places,
    unique,
)
from unrut.importers.openings.table_columns import TEXT_PARTS, plain_name
from unrut.importers.text_tools import one_line, safe_link, text_of, workplace_in

Cell = str | bool

SHORTEST_KEY = 6  # shorter ones are most likely row numbers, which mean another job in the next file
LONGEST_WORDS = 5000  # of a column that has no field of ours
PLAIN = (
    *("remote_area", "hours", "schedule", "contract", "seniority", "education", "department", "category"),
    *("requisition", "starts"),
)
YES_NO = {
    **dict.fromkeys(("yes", "true", "1", "y", "ja", "oui", "si", "sí", "sim", "x"), True),
    **dict.fromkeys(("no", "false", "0", "n", "nein", "non", "nee", "não"), False),
}
DAYS = ("posted_on", "updated_on", "closes_on")
PARTLY = re.compile(
    r"\b(?:part(?:ly|ial|ially)?|teilweise|hybride?|partiel\w*|parcial\w*|parzial\w*|deels|gedeeltelijk)\b"
)
ENTRIES = re.compile(r"""["']([^"'\[\]]*)["']""")
PARTS = re.compile(r"[,;|•·\n]")


@dataclass(frozen=True, slots=True)
class Reading:
    """Which columns hold which fields, and in which order the days of each are written."""

    columns: Mapping[str, Sequence[str]]
    orders: Mapping[str, Order]
    texts: tuple[str, ...]  # further columns of the text, each under its name as a heading
    company: str
    shortest_key: int = SHORTEST_KEY


def reading_of(
    found: Mapping[str, Sequence[str]], names: Sequence[str], cells: Mapping[str, Sequence[str]], company: str
) -> Reading:
    """How a table with these columns is read."""
    orders = _orders({name: cells.get(name, ()) for field in DAYS for name in found.get(field, ())})
    taken = {name for columns in found.values() for name in columns}
    texts = tuple(name for name in names if name not in taken and plain_name(name) in TEXT_PARTS)
    return Reading(found, orders, texts, company)


def _orders(cells: Mapping[str, Sequence[str]]) -> dict[str, Order]:
    """The order of each column of days, or of all where its own cells do not tell."""
    all_cells = order_in(cell for column in cells.values() for cell in column)
    own = {name: order_in(column) for name, column in cells.items()}
    return {name: all_cells if order is Order.UNKNOWN else order for name, order in own.items()}


def opening_of(cells: Mapping[str, Cell], reading: Reading, *, source: str) -> PostedOpening:
    """The opening that a row states."""
    entry = Entry(cells, reading)
    title = required_title(entry.words("title"))
    company = entry.words("company") or reading.company
    place = entry.place()
    text = entry.text()
    pays = entry.pays()
    key = entry.words("key")
    facts: dict[str, Any] = {field: entry.words(field) for field in PLAIN if field in reading.columns}
    facts |= {field: entry.day(field) for field in DAYS if field in reading.columns}
    return PostedOpening(
        source=source,
        key=key_of(
            key if len(key) >= reading.shortest_key else "",
            title=title,
            company=company,
            place=place,
            text=text,
        ),
        title=title,
        company=company,
        place=place,
        workplace=entry.workplace(place),
        url=entry.link("url"),
        apply_url=entry.link("apply_url"),
        skills=entry.skills(),
        language=language_of(entry.words("language")),
        pay=entry.words("pay") or (pays[0].said.words if pays else ""),
        pays=pays,
        text=text,
        **facts,
        more=entry.more(),
    )


class Entry:
    """The cells of one row, and which of them have been read; the others are kept as they are."""

    def __init__(self, cells: Mapping[str, Cell], reading: Reading) -> None:
        self._cells = cells
        self._reading = reading
        self._read: set[str] = set()

    def words(self, field: str) -> str:
        """The words of the first column of the field that has some."""
        name, cell = self._first(field)
        shown = one_line(_entries_of(cell)) if cell else ""
        if shown:
            self._read.add(name)
        return shown

    def _first(self, field: str) -> tuple[str, str]:
        for name in self._reading.columns.get(field, ()):
            cell = self._cells.get(name)
            if isinstance(cell, str) and cell.strip():
                return name, cell
        return "", ""

    def link(self, field: str) -> str:
        name, cell = self._first(field)
        link = safe_link(cell)
        if link:
            self._read.add(name)
        return link

    def day(self, field: str) -> date | None:
        """The day; words that state none for sure stay for the reader to see."""
        for name in self._reading.columns.get(field, ()):
            cell = self._cells.get(name)
            day = day_in(_moment(cell), self._reading.orders[name]) if isinstance(cell, str) else None
            if day:
                self._read.add(name)
                return day
        return None

    def place(self) -> str:
        stated = joined_places(split_places(self.words("place")))
        if stated:
            return stated
        return place_of(self.words("city"), self.words("region"), self.words("country"))

    def workplace(self, place: str) -> Workplace:
        """By the column that states it, else by the words of the place."""
        names = self._reading.columns.get("workplace", ())
        stated = [(name, self._cells[name]) for name in names if name in self._cells]
        for name, cell in stated:
            words = str(cell).strip().lower().replace("_", " ")
            answer = cell if isinstance(cell, bool) else YES_NO.get(words)
            known = _workplace_of(words) if answer is None else _answered(answer)
            if known is not Workplace.UNKNOWN:
                self._read.add(name)
                return known
        return workplace_in(place)

    def skills(self) -> tuple[str, ...]:
        name, cell = self._first("skills")
        skills = tuple(unique(one_line(part) for part in PARTS.split(_entries_of(cell))))
        if skills:
            self._read.add(name)
        return skills

    def text(self) -> str:
        """The text, with what other columns add to it under their names."""
        named = [name for name in self._reading.columns.get("text", ()) if self._cells.get(name)]
        bodies = [("", self._cells[name]) for name in named[:1]]
        parts = [(name, self._cells[name]) for name in self._reading.texts if self._cells.get(name)]
        self._read.update([*named[:1], *(name for name, _ in parts)])
        return sections([*bodies, *((spaced(name), _entries_of(str(cell))) for name, cell in parts)])

    def pays(self) -> tuple[Pay, ...]:
        """The figures of columns that hold nothing else."""
        low, high, single = (self._first(field) for field in ("pay_low", "pay_high", "pay"))
        if not (low[1] or high[1]) and figure_of(single[1]):
            low = high = single
        if not (low[1] or high[1]):
            return ()
        currency = self._first("currency")
        pay = pay_from(low[1], high[1], one_line(currency[1]), self._period(low[0], high[0]))
        if pay:
            self._read.update((low[0], high[0], currency[0], self._first("pay_period")[0]))
        return (pay,) if pay else ()

    def _period(self, *names: str) -> Period:
        """By the column that states it, else by the names of the columns with the figures."""
        stated = period_of(one_line(self._first("pay_period")[1]))
        return stated or next(
            (period for name in names if (period := period_of(plain_name(name)))), Period.UNKNOWN
        )

    def more(self) -> tuple[tuple[str, str], ...]:
        """All other columns that say something."""
        rest = ((name, cell) for name, cell in self._cells.items() if name not in self._read)
        key = self._first("key")[0]
        pairs = ((name, _shown(cell)) for name, cell in rest if cell is not False and name != key)
        return tuple((one_line(name), words) for name, words in pairs if words)


def _workplace_of(words: str) -> Workplace:
    return Workplace.HYBRID if PARTLY.search(words) else workplace_in(spaced(words))


def _answered(is_remote: bool) -> Workplace:
    return Workplace.REMOTE if is_remote else Workplace.ON_SITE


def _moment(cell: str) -> str:
    """The cell as a number where it is the seconds since 1970 with a fraction, as tables of programs write them."""
    head, point, tail = cell.strip().partition(".")
    return head if point and len(head) >= 10 and head.isdecimal() and tail.isdecimal() else cell  # noqa: PLR2004


def _shown(cell: Cell) -> str:
    """The words of a cell for a reader, cut where they are longer than anybody reads."""
    return text_of(_entries_of(str(cell) if cell is not True else "yes"))[:LONGEST_WORDS]


def _entries_of(cell: str) -> str:
    """The entries of a list that a program wrote into a cell; other cells as they are."""
    words = cell.strip()
    if not (words.startswith("[") and words.endswith("]")):
        return cell
    return "; ".join(unique(map(str.strip, ENTRIES.findall(words)))) if len(words) > 2 else ""  # noqa: PLR2004
