"""What every reader of people and of one's own career gives: plain values, and a line for whatever was left out."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

# How exactly days are told: a month or a year stands for its first day. "" where no day is told at all.
Precision = Literal["", "year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was left out, where it stands, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadContact:
    """A person somebody knows; what is "" is unknown."""

    key: str  # stable within its source: profile address, else e-mail, else made of name, company and day
    name: str
    first: str = ""
    last: str = ""
    company: str = ""
    position: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    connected_on: date | None = None
    note: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPosition:
    """A job one has or had. It is the present one where it began and no end is told."""

    company: str
    title: str
    place: str = ""
    text: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    is_present: bool = False
    precision: Precision = ""
    is_volunteer: bool = False


@dataclass(frozen=True, slots=True)
class ReadSchool:
    """A school and what was learned there."""

    school: str
    degree: str
    text: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    precision: Precision = ""


@dataclass(frozen=True, slots=True)
class ReadCertificate:
    """A certificate and who gave it."""

    name: str
    authority: str
    started_on: date | None = None
    ended_on: date | None = None
    url: str = ""
    precision: Precision = ""


@dataclass(frozen=True, slots=True)
class ReadRecommendation:
    """What somebody wrote about one, or one about somebody; the name, company and title are those of the other."""

    name: str
    company: str
    title: str
    text: str
    written_on: date | None
    is_received: bool


@dataclass(frozen=True, slots=True)
class ReadSkill:
    """A skill and the names of those who vouch for it."""

    name: str
    endorsed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadProject:
    """A project of one's own."""

    title: str
    text: str = ""
    url: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    precision: Precision = ""


@dataclass(frozen=True, slots=True)
class ReadHonour:
    """A prize or an honour."""

    title: str
    text: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReadLanguage:
    """A language and how well one knows it, in the words of the source."""

    name: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class ReadPeople:
    """All that a file or an export holds, in its order."""

    source: str  # "linkedin", "vcard", "table" or "jsonresume"
    contacts: tuple[ReadContact, ...] = ()
    positions: tuple[ReadPosition, ...] = ()
    schools: tuple[ReadSchool, ...] = ()
    certificates: tuple[ReadCertificate, ...] = ()
    recommendations: tuple[ReadRecommendation, ...] = ()
    skills: tuple[ReadSkill, ...] = ()
    headline: str = ""
    summary: str = ""
    skipped: tuple[Skipped, ...] = ()
    projects: tuple[ReadProject, ...] = ()
    honours: tuple[ReadHonour, ...] = ()
    languages: tuple[ReadLanguage, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was found."""
        return not any(
            getattr(self, field.name) for field in fields(self) if field.name not in {"source", "skipped"}
        )
