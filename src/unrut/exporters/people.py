"""People as a table that a spreadsheet opens and that can be brought in again."""

import csv
import io
from collections.abc import Iterable

from unrut.exporters.defused import defused
from unrut.queries.people import Somebody

# Called as our own reader of tables knows them; what has no place there is for the eye.
COLUMNS = (
    "Name",
    "Circle",
    "Company",
    "Position",
    "Email",
    "Phone",
    "URL",
    "Connected on",
    "Last spoken on",
    "How known",
    "Notes",
)
_BOM = "\ufeff"  # by which a spreadsheet knows the alphabet


def people_csv(rows: Iterable[Somebody]) -> bytes:
    """The people in the order given, each once; no cell comes alive as a formula."""
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([defused(cell) for cell in _cells(person)] for person in rows)
    return (_BOM + written.getvalue()).encode()


def _cells(person: Somebody) -> tuple[str, ...]:
    return (
        person.name,
        person.circle.value,
        person.company,
        person.position,
        person.email,
        person.phone,
        person.url,
        person.met_on.isoformat() if person.met_on else "",
        person.last_on.isoformat() if person.last_on else "",
        person.how_known,
        person.note,
    )
