"""Contacts of a file beside those that are known: who is new, who changed, who is somebody from elsewhere.

Everything is worked out before anything is stored, so that a preview and an import can never differ. Rows are plain mappings
here: tens of thousands of them are read and written in one go.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.same import company_key
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.names import folded
from unrut.importers.people.contract import ReadContact
from unrut.models import Contact, ForgottenContact, Person
from unrut.models.contact import LONGEST_NAME
from unrut.queries.scope import of
from unrut.services.contact_signs import Sign, digests_of, signs_of
from unrut.services.contacts import EARLIEST, LONGEST_LINE, MOST_CONTACTS, occupations_of_positions
from unrut.services.many_rows import store_changed, store_new

MOST_PAST = 20
PAIR = ("company", "position")
LINES = ("company", "position", "email", "phone", "url", "note")
# Under what words of a file somebody stands in which circle, beside the names of the circles themselves.
CIRCLE_WORDS: Mapping[str, Circle] = {
    **{circle.value: circle for circle in Circle if circle is not Circle.OTHER},
    "mentors": Circle.MENTOR,
    "friends": Circle.FRIEND,
    "freunde": Circle.FRIEND,
    "industry friend": Circle.INDUSTRY,
    "colleagues": Circle.COLLEAGUE,
    "coworkers": Circle.COLLEAGUE,
    "kollegen": Circle.COLLEAGUE,
    "familie": Circle.FAMILY,
}
_WRITTEN = ("name", *LINES, "company_key", "occupation", "past", "met_on", "told", "source_key")

Row = dict[str, Any]


class Fate(StrEnum):
    """What becomes of a contact of a file."""

    NEW = "new"
    JOINED = "joined"  # new here, and certainly somebody who is known from elsewhere
    CHANGED = "changed"
    KNOWN = "known"
    FORGOTTEN = "forgotten"  # is to stay out


@dataclass(frozen=True, slots=True)
class Met:
    """A contact of a file, what becomes of it, and the row to be written, if any."""

    key: str
    fate: Fate
    row: Row = field(default_factory=dict)


def meet(
    owner: Person,
    source: str,
    contacts: Sequence[ReadContact],
    circle: str = Circle.OTHER.value,
    *,
    today: date,
) -> list[Met]:
    """What becomes of each contact of a file; nothing is stored. The circle is for those who are new."""
    known = _Known(owner, source, contacts)
    return [_met(read, known, circle, today) for read in contacts]


def store_met(owner: Person, source: str, met: Iterable[Met], *, today: date) -> None:
    """Store what became of contacts.

    Raises InvalidInputError when there would be too many.
    """
    rows = [(each.fate, each.row) for each in met if each.row]
    new = [row for fate, row in rows if fate is not Fate.CHANGED]
    if new and of(Contact, owner).count() + len(new) > MOST_CONTACTS:
        raise InvalidInputError(
            f"With these you would have more than {MOST_CONTACTS:,} people, which is the most that are kept. Leave some out."
        )
    _tell_work([row for _, row in rows])
    same = {"owner_id": owner.pk, "source": source, "made_on": today}
    for row in new:
        row.update(same)
    store_new(Contact, new)
    store_changed(Contact, [row for fate, row in rows if fate is Fate.CHANGED], _WRITTEN)


class _Known:
    """The people who are known already, and those who are to stay out."""

    def __init__(self, owner: Person, source: str, contacts: Sequence[ReadContact]) -> None:
        self._owner, self._source = owner, source
        rows = of(Contact, owner).filter(source=source).exclude(source_key="").values("id", *_WRITTEN)
        self._by_key: dict[str, Row] = {row["source_key"]: row for row in rows}
        self._by_sign = self._signs({read.key for read in contacts})
        self._elsewhere = _elsewhere(owner, source)
        self._forgotten = frozenset(of(ForgottenContact, owner).values_list("digest", flat=True))

    def row_of(self, read: ReadContact) -> Row | None:
        """The row of a contact; one whose key became another is known by what else tells them."""
        row = self._by_key.get(read.key)
        if row is not None or not self._by_sign:
            return row
        found = {row["source_key"] for sign in _signs_of(read) for row in self._by_sign.get(sign, ())}
        # Each is taken once.
        return self._by_key.pop(found.pop(), None) if len(found) == 1 else None

    def elsewhere(self, read: ReadContact) -> int | None:
        """Who of another source it certainly is; None where that is nobody, or could be two."""
        if not self._elsewhere:
            return None
        found = {key for sign in _signs_of(read) for key in self._elsewhere.get(sign, ())}
        return found.pop() if len(found) == 1 else None

    def is_forgotten(self, read: ReadContact) -> bool:
        """Whether somebody asked not to come back."""
        if not self._forgotten:
            return False
        return not self._forgotten.isdisjoint(
            digests_of(self._owner, self._source, read.key, _signs_of(read))
        )

    def _signs(self, keys: Collection[str]) -> Mapping[Sign, list[Row]]:
        """Those whose key this file does not have, by what else tells them."""
        found = defaultdict[Sign, list[Row]](list)
        for row in self._by_key.values():
            if row["source_key"] not in keys:
                for sign in _signs_of_row(row):
                    found[sign].append(row)
        return found


def _signs_of_row(row: Mapping[str, Any]) -> list[Sign]:
    met_on = row["told"].get("met_on", "")
    return signs_of(row["name"], email=row["email"], phone=row["phone"], url=row["url"], met_on=met_on)


def _signs_of(read: ReadContact) -> list[Sign]:
    met_on = read.connected_on.isoformat() if read.connected_on else ""
    return signs_of(_name_of(read), email=read.email, phone=read.phone, url=read.url, met_on=met_on)


def _elsewhere(owner: Person, source: str) -> Mapping[Sign, set[int]]:
    """The people of other sources by their addresses and numbers, with the key of the entry that stands for them."""
    found = defaultdict[Sign, set[int]](set)
    rows = of(Contact, owner).exclude(source=source)
    for key, same_as, name, email, phone, url in rows.values_list(
        "id", "same_as", "name", "email", "phone", "url"
    ):
        for sign in signs_of(name, email=email, phone=phone, url=url):
            found[sign].add(same_as or key)
    return found


def _met(read: ReadContact, known: _Known, circle: str, today: date) -> Met:
    if known.is_forgotten(read):
        return Met(read.key, Fate.FORGOTTEN)
    said = _said(read, today)
    row = known.row_of(read)
    if row is not None:
        changed = _taken_over(row, read.key, said)
        return Met(read.key, Fate.CHANGED if changed else Fate.KNOWN, changed)
    new = _new(read, said, circle)
    same_as = known.elsewhere(read)
    if same_as is None:
        return Met(read.key, Fate.NEW, new)
    return Met(read.key, Fate.JOINED, {**new, "same_as_id": same_as})


def _said(read: ReadContact, today: date) -> dict[str, str]:
    """What a file says of somebody, as far as it says anything."""
    said = {"name": _name_of(read)}
    for name in LINES:
        if value := getattr(read, name):
            said[name] = value
    if read.connected_on is not None and EARLIEST <= read.connected_on <= today:
        said["met_on"] = read.connected_on.isoformat()
    return said


def _name_of(read: ReadContact) -> str:
    """The name, or whatever else says who it is."""
    return (read.name or read.company or read.email or read.url or read.phone)[:LONGEST_NAME]


def _new(read: ReadContact, said: Mapping[str, str], circle: str) -> Row:
    told, how_known = _circle_in(read.tags, circle) if read.tags else (circle, "")
    own = {"source_key": read.key, "circle": told, "how_known": how_known, "told": said}
    return {**said, **own, "met_on": read.connected_on if "met_on" in said else None}


def _circle_in(tags: Sequence[str], circle: str) -> tuple[str, str]:
    """The circle that the words of a file tell, else the one that was chosen; and the other words."""
    told = [CIRCLE_WORDS[plain] for tag in tags if (plain := folded(tag)) in CIRCLE_WORDS]
    rest = ", ".join(tag for tag in tags if folded(tag) not in CIRCLE_WORDS)
    return (told[0].value if told else circle), rest[:LONGEST_LINE]


def _taken_over(row: Row, key: str, said: Mapping[str, str]) -> Row:
    """The row with what the file says anew; nothing where it says all as before, so that corrections by hand stay."""
    told = row["told"]
    news = _news(told, said)
    if not news and row["source_key"] == key:
        return {}
    taken: Row = {**row, **news, "source_key": key}
    if "met_on" in news:
        taken["met_on"] = date.fromisoformat(news["met_on"])
    if row["note"] != told.get("note", ""):
        taken["note"] = row["note"]  # a note of one's own is not written over
    if not news.keys().isdisjoint(PAIR):
        taken["past"] = _past(row, taken)
    taken["told"] = {name: value for name, value in {**told, **news}.items() if value}
    return taken


def _news(told: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """What a file says otherwise than last time.

    What it does not say any more is no news, but for the company of a new position and the position at a new company.
    """
    news = {name: value for name, value in said.items() if told.get(name) != value}
    if not news.keys().isdisjoint(PAIR):
        news |= {name: "" for name in PAIR if name not in said and told.get(name)}
    return news


def _past(row: Mapping[str, Any], taken: Mapping[str, Any]) -> list[dict[str, str]]:
    """Where somebody was before, the latest first, each once and without where they are now.

    Where the person was ahead of the file, the place before is the one that the file told.
    """
    own = {name: row[name] for name in PAIR}
    now = {name: taken[name] for name in PAIR}
    was = own if any(own.values()) and own != now else {name: row["told"].get(name, "") for name in PAIR}
    found: dict[tuple[str, str], dict[str, str]] = {}
    for each in (was, *row["past"]):
        if any(each.values()):
            found.setdefault(_place(each), each)
    found.pop(_place(now), None)
    return list(found.values())[:MOST_PAST]


def _place(pair: Mapping[str, str]) -> tuple[str, str]:
    return company_key(pair["company"]), folded(pair["position"])


def _tell_work(rows: Sequence[Row]) -> None:
    """Tell the kind of work from each position, and the key of each company."""
    codes = occupations_of_positions([row.get("position", "") for row in rows])
    companies = {row.get("company", "") for row in rows}
    keys = {company: company_key(company)[:LONGEST_LINE] for company in companies}
    for row, code in zip(rows, codes, strict=True):
        row["occupation"], row["company_key"] = code, keys[row.get("company", "")]
