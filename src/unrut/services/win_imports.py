"""Bringing in accomplishments that were written down elsewhere: looked over first, stored all at once, never twice."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.importers.wins.contract import ImportedWin, ParsedWins
from unrut.importers.wins.git_log import read_git_folder
from unrut.importers.wins.registry import read_wins
from unrut.importers.wins.stored import not_known, stored_fields
from unrut.models import Accomplishment, AccomplishmentDraft, Person
from unrut.queries.scope import of, one

BLOCK = 500


class UnreadPartError(InvalidInputError):
    """Some of a file cannot be read, and the person has not said yet that the rest may come in without it."""


@dataclass(frozen=True, slots=True)
class WinImportResult:
    """How many accomplishments are new, how many were here already, and how many could not be read."""

    created: int
    skipped: int
    failed: int


@dataclass(frozen=True, slots=True)
class GitFolder:
    """A folder with git whose commits by one author are looked at; without an author, those of its own settings."""

    path: Path
    author: str = ""
    since: date | None = None


def read_source(source: tuple[str, bytes] | GitFolder, *, today: date) -> ParsedWins:
    """What a file, given as its name and content, or a folder with git holds; nothing is stored.

    Raises InvalidInputError when nothing of it can be read.
    """
    if isinstance(source, GitFolder):
        return read_git_folder(source.path, author=source.author, since=source.since, today=today)
    return read_wins(*source, today=today)[1]


def import_wins(owner: Person, parsed: ParsedWins, *, leave_out: bool) -> WinImportResult:
    """Store what was read, all of it or nothing.

    Raises UnreadPartError when something could not be read and the person did not say to leave it out.
    """
    if parsed.problems and not leave_out:
        first = parsed.problems[0]
        raise UnreadPartError(
            f"{len(parsed.problems)} could not be read, first {first.where}: {first.message} "
            f"Nothing was stored. Mend it, or say that the other {len(parsed.wins)} may come in without it."
        )
    return _store(owner, parsed.wins, failed=len(parsed.problems))


def preview_wins(owner: Person, name: str, parsed: ParsedWins, *, now: datetime) -> AccomplishmentDraft:
    """Keep what was read for approval; an earlier draft is dropped."""
    content = {"wins": [_as_json(win) for win in parsed.wins], "failed": len(parsed.problems)}
    with transaction.atomic():
        of(AccomplishmentDraft, owner).delete()
        return AccomplishmentDraft.objects.create(owner=owner, name=name[:300], content=content, made_at=now)


def approve_wins(owner: Person, draft_id: int, *, left_out: Sequence[str] = ()) -> WinImportResult:
    """Store what a draft holds, but for the keys that the person left out, and drop the draft.

    Raises MissingError.
    """
    with transaction.atomic():
        draft = one(AccomplishmentDraft, owner, draft_id)
        wins = [_from_json(values) for values in draft.content["wins"] if values["key"] not in left_out]
        result = _store(owner, wins, failed=draft.content["failed"])
        draft.delete()
    return result


def _store(owner: Person, wins: Sequence[ImportedWin], *, failed: int) -> WinImportResult:
    with transaction.atomic():
        keys = set(of(Accomplishment, owner).exclude(source_key="").values_list("source", "source_key"))
        told = set(of(Accomplishment, owner).values_list("happened_on", "text"))
        new = not_known(wins, keys, told)
        Accomplishment.objects.bulk_create(
            [Accomplishment(owner=owner, **stored_fields(win)) for win in new], batch_size=BLOCK
        )
    return WinImportResult(created=len(new), skipped=len(wins) - len(new), failed=failed)


def _as_json(win: ImportedWin) -> dict[str, Any]:
    return {**asdict(win), "happened_on": win.happened_on.isoformat()}


def _from_json(values: Mapping[str, Any]) -> ImportedWin:
    day, skills = date.fromisoformat(values["happened_on"]), tuple(values["skills"])
    return ImportedWin(**{**values, "happened_on": day, "skills": skills})
