"""What is known of companies: from their openings, and from what the person wrote down."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.explore.levels import HIGHEST, Level
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.profile_edits import EditedProfile, ListLine
from unrut.models import CompanyNote, Opening, Person
from unrut.queries.frame import opening_levels
from unrut.queries.scope import of

READ_FOR_LEVELS = 50


class Verdict(StrEnum):
    """What a company's openings say of a line of the list."""

    GOOD = "good"
    BAD = "bad"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company in a list: how many openings of it are here, how many are still open."""

    key: str
    name: str
    openings: int
    open: int
    note: CompanyNote | None


@dataclass(frozen=True, slots=True)
class Company:
    """A company, its openings, and what they state of each facet (of how many that was read, and in which words)."""

    key: str
    name: str
    openings: tuple[Opening, ...]
    note: CompanyNote | None
    stated: dict[str, tuple[Level, ...]]

    @property
    def people(self) -> list[str]:
        """Who is known there."""
        return self.note.people.splitlines() if self.note else []


@dataclass(frozen=True, slots=True)
class Checked:
    """A line of what to look for or to avoid, and what the company's openings state of it."""

    line: ListLine
    levels: tuple[Level, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether they agree with the line: away from what usually is the problem, or towards it."""
        if not self.levels:
            return Verdict.SILENT
        problem = shipped_vocabulary()[self.line.facet].problem_end
        away = sum(abs(level.mean - problem) for level in self.levels) / len(self.levels)
        return Verdict.GOOD if away >= HIGHEST / 2 else Verdict.BAD


def companies(owner: Person) -> list[CompanyRow]:
    """All companies that have openings or notes, those with open ones first."""
    notes = {note.key: note for note in of(CompanyNote, owner)}
    listed = of(Opening, owner).filter(same_as=None).exclude(company_key="")
    all_of, still_open, names = Counter[str](), Counter[str](), dict[str, str]()
    for key, name, gone_on in listed.values_list("company_key", "company", "gone_on"):
        all_of[key] += 1
        still_open[key] += gone_on is None
        names.setdefault(key, name)
    names |= {key: note.name for key, note in notes.items()}
    rows = [CompanyRow(key, names[key], all_of[key], still_open[key], notes.get(key)) for key in names]
    return sorted(rows, key=lambda row: (-row.open, -row.openings, row.name.casefold(), row.key))


def company(owner: Person, key: str) -> Company | None:
    """What is known of one company; None when nothing is, as of those whose openings do not name them."""
    if not key or "\0" in key:  # PostgreSQL takes no such sign, and no company has it
        return None
    openings = tuple(of(Opening, owner).filter(company_key=key, same_as=None).order_by("gone_on", "-pk"))
    note = of(CompanyNote, owner).filter(key=key).first()
    if not openings and note is None:
        return None
    name = note.name if note else openings[0].company
    return Company(key, name, openings, note, _stated(openings[:READ_FOR_LEVELS]))


def checked(company: Company, profile: EditedProfile) -> list[Checked]:
    """The lines of what to look for and to avoid that a posting can speak of, with what this company's postings state."""
    lines = [line for line in (*profile.look_for, *profile.avoid) if line.facet]
    return [Checked(line, company.stated.get(line.facet, ())) for line in lines]


def _stated(openings: Sequence[Opening]) -> dict[str, tuple[Level, ...]]:
    stated: dict[str, list[Level]] = {}
    for opening in openings:
        for facet, level in opening_levels(opening).items():
            stated.setdefault(facet, []).append(level)
    return {facet: tuple(levels) for facet, levels in stated.items()}
