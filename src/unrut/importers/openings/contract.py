"""What every importer of openings promises: recognise a file, read it, store nothing."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import KEY_LENGTH, LONGEST_KEY, Problem, UnreadableRecordError


@dataclass(frozen=True, slots=True)
class PostedOpening:
    """One opening as its posting states it; a text that is "" and a value that is None are unknown.

    What a source states and no field here is for stands in `more`, under the name it has there: nothing stated is lost.
    """

    source: str
    key: str  # stable within the source, so that the same file read twice gives the same openings
    title: str
    company: str = ""
    place: str = ""  # several are parted by "; "
    workplace: Workplace = Workplace.UNKNOWN
    remote_area: str = ""  # from where one may work, where the source limits it
    url: str = ""
    apply_url: str = ""
    hours: str = ""
    schedule: str = ""
    contract: str = ""
    seniority: str = ""
    education: str = ""
    department: str = ""
    category: str = ""
    skills: tuple[str, ...] = ()
    language: str = ""  # the language the posting is written in
    pay: str = ""  # in the words of the source
    pays: tuple[Pay, ...] = ()  # the same where the source states figures of its own
    requisition: str = ""  # the employer's own number
    posted_on: date | None = None
    updated_on: date | None = None
    closes_on: date | None = None
    starts: str = ""
    text: str = ""
    more: tuple[tuple[str, str], ...] = ()

    @property
    def is_remote(self) -> bool | None:
        """Whether it is done wholly from anywhere; partly counts as not, None where nothing is said."""
        return None if self.workplace is Workplace.UNKNOWN else self.workplace is Workplace.REMOTE


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds, in the order of the file."""

    openings: tuple[PostedOpening, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_table: bool = False  # whether its columns were guessed, so that they can be named otherwise


class Importer(Protocol):
    """One outside format of openings."""

    @property
    def name(self) -> str:
        """The short name that is stored as the source."""
        ...

    @property
    def label(self) -> str:
        """What the format is called in a sentence."""
        ...

    def identify(self, name: str, content: bytes) -> float:
        """How sure we are, from 0 to 1, that this importer should read the file; cheap."""
        ...

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the file; `company` fills in where the file names none.

        Raises UnreadableFileError when nothing of it can be read.
        """
        ...


def key_of(given: str, *, title: str, company: str, place: str, text: str) -> str:
    """The key the source gives, or one made of the contents where it gives none."""
    if given and len(given) <= LONGEST_KEY:
        return given
    contents = f"{title}\x1f{company}\x1f{place}\x1f{text}"
    return hashlib.sha256(contents.encode("utf-8", errors="replace")).hexdigest()[:KEY_LENGTH]


def collect(
    records: Iterable[tuple[str, Any]], read: Callable[[Mapping[str, Any]], PostedOpening | None]
) -> Parsed:
    """Read each record with its place in the file; a bad one becomes a problem and the rest goes on."""
    openings: list[PostedOpening] = []
    problems: list[Problem] = []
    for where, record in records:
        try:
            opening = read(_mapping(record))
        except UnreadableRecordError as error:
            problems.append(Problem(where, str(error)))
        else:
            if opening is not None:
                openings.append(opening)
    return Parsed(tuple(openings), tuple(problems))


def numbered(records: Iterable[Any]) -> Iterable[tuple[str, Any]]:
    """The records with "job 1", "job 2" and so on as their place."""
    return ((f"job {number}", record) for number, record in enumerate(records, start=1))


def required_title(title: str) -> str:
    """The title, which an opening cannot do without."""
    if not title:
        raise UnreadableRecordError("This opening has no title. Give it one in the file and import it again.")
    return title


def _mapping(record: Any) -> Mapping[str, Any]:
    if isinstance(record, Mapping):
        return record
    raise UnreadableRecordError(
        "This entry is not a job with named fields. Remove it or save the file again."
    )
