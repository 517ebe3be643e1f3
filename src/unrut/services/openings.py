"""Bring in openings, keep them up to date, and keep what one thinks of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.same import company_key
from unrut.core.facets import shipped_vocabulary
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.registry import read_openings
from unrut.importers.openings.stored import json_values, opening_values, posted_from
from unrut.models import Board, Opening, OpeningDraft, OpeningEvent, OpeningStatus, Person
from unrut.queries.scope import of, one
from unrut.services.opening_readings import join_same, read_and_join, tell_changed, tell_marked

BLOCK = 500
LONGEST_NOTE, LONGEST_NOTES = 2000, 20_000
OTHER_REASON = "other"
_STORED = tuple(name for name in opening_values(PostedOpening("", "", "")))
_LIMITS = {
    name: limit
    for name in _STORED
    if (limit := getattr(Opening._meta.get_field(name), "max_length", None))  # noqa: SLF001 - Django's public name
}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many openings were new, changed, already there as they are, and could not be read."""

    created: int
    updated: int
    skipped: int
    failed: int


def preview_openings(
    owner: Person,
    name: str,
    content: bytes,
    *,
    company: str,
    now: datetime,
    columns: Mapping[str, str] | None = None,
) -> tuple[OpeningDraft, Parsed]:
    """Read a file and keep what was found for approval; earlier drafts are dropped.

    Raises InvalidInputError when nothing of it can be read.
    """
    _, parsed = read_openings(name, content, company=company, columns=columns)
    return _keep_draft(owner, name, content, parsed, company, now), parsed


def keep_file(owner: Person, name: str, content: bytes, *, company: str, now: datetime) -> OpeningDraft:
    """Keep a table that cannot be read yet, so that the person can say what its columns hold; earlier drafts are dropped."""
    return _keep_draft(owner, name, content, Parsed(), company, now)


def preview_again(
    owner: Person, draft_id: int, columns: Mapping[str, str], *, now: datetime
) -> tuple[OpeningDraft, Parsed]:
    """Read the file of a draft once more with its columns named by the person.

    Raises MissingError, InvalidInputError.
    """
    draft = one(OpeningDraft, owner, draft_id)
    return preview_openings(
        owner,
        draft.name,
        bytes(draft.given or b""),
        company=draft.content["company"],
        now=now,
        columns=columns,
    )


def approve_draft(owner: Person, draft_id: int, *, today: date) -> ImportResult:
    """Store what a draft holds and drop the draft.

    Raises MissingError.
    """
    with transaction.atomic():
        draft = one(OpeningDraft, owner, draft_id)
        openings = [posted_from(values) for values in draft.content["openings"]]
        result = store_openings(owner, openings, today=today)
        failed = len(draft.content["problems"])
        draft.delete()
    return replace(result, failed=failed)


def import_openings(
    owner: Person,
    name: str,
    content: bytes,
    *,
    today: date,
    company: str = "",
    columns: Mapping[str, str] | None = None,
) -> tuple[ImportResult, Parsed]:
    """Read a file and store it at once.

    Raises InvalidInputError when nothing of it can be read.
    """
    _, parsed = read_openings(name, content, company=company, columns=columns)
    result = store_openings(owner, parsed.openings, today=today)
    return replace(result, failed=len(parsed.problems)), parsed


def store_openings(
    owner: Person, openings: Iterable[PostedOpening], *, today: date, board: Board | None = None
) -> ImportResult:
    """Store openings, all or none; one that is known by source and key is brought up to date.

    Of two with the same source and key the later one counts. One that was gone is back.
    """
    by_key = {_identity(posted): posted for posted in openings}
    with transaction.atomic():
        known = _known(owner, by_key)
        new = [_new_row(owner, posted, today, board) for key, posted in by_key.items() if key not in known]
        Opening.objects.bulk_create(new, batch_size=BLOCK)
        # A posting that is changed or back may leave one job and join another.
        companies = {row.pk: row.company_key for row in known.values()}
        changed = _changed(known, by_key)
        _save_changed(changed)
        back = _see_again(owner, list(known.values()), today, board)
        moved = {companies[row.pk] for row in (*changed, *back)}
        if new or moved:
            read_and_join(owner, [*new, *changed], companies=moved)
        tell_changed(owner)
    return ImportResult(created=len(new), updated=len(changed), skipped=len(known) - len(changed), failed=0)


def close_openings(owner: Person, keys: Iterable[int], *, today: date) -> int:
    """Mark openings as no longer listed; how many were listed until now."""
    closed, companies = 0, set[str]()
    with transaction.atomic():
        for block in _blocks(keys):
            listed = of(Opening, owner).filter(pk__in=block, gone_on=None)
            companies.update(listed.values_list("company_key", flat=True))
            closed += listed.update(gone_on=today)
        if closed:
            # Another posting of the same job may still be listed, and stands for it from now on.
            join_same(owner, companies)
            tell_changed(owner)
    return closed


def mark_opening(
    owner: Person,
    opening_id: int,
    status: OpeningStatus,
    *,
    today: date,
    reason: str = "",
    note: str = "",
) -> Opening:
    """Say how far one has come with an opening, and why; the way there is kept.

    Raises MissingError, InvalidInputError.
    """
    if reason and reason != OTHER_REASON and reason not in shipped_vocabulary():
        raise InvalidInputError(f'"{reason}" is not one of the thirty facets. Choose one from the list.')
    if len(note) > LONGEST_NOTE:
        raise InvalidInputError(
            f"This note has {len(note):,} characters, and one about a step holds {LONGEST_NOTE:,}. Shorten it."
        )
    with transaction.atomic():
        opening = one(Opening, owner, opening_id)
        opening.status = status
        opening.save(update_fields=["status"])
        OpeningEvent.objects.create(
            owner=owner,
            opening=opening,
            happened_on=today,
            status=status,
            reason=reason if status == OpeningStatus.DISMISSED else "",
            note=note.strip(),
        )
        tell_marked(owner)
        if opening.same_as_id is not None:
            # It stands for the others from now on.
            join_same(owner, [opening.company_key])
            tell_changed(owner)
    return opening


def write_notes(owner: Person, opening_id: int, notes: str) -> None:
    """Keep own notes on an opening.

    Raises MissingError, InvalidInputError.
    """
    if len(notes) > LONGEST_NOTES:
        raise InvalidInputError(
            f"These notes have {len(notes):,} characters, and there is room for {LONGEST_NOTES:,}. Shorten them."
        )
    opening = one(Opening, owner, opening_id)
    opening.notes = notes.strip()
    opening.save(update_fields=["notes"])


def remove_opening(owner: Person, opening_id: int) -> None:
    """Remove an opening, and the other postings of the same job with it.

    Raises MissingError.
    """
    with transaction.atomic():
        opening = one(Opening, owner, opening_id)
        of(Opening, owner).filter(same_as=opening).delete()
        opening.delete()
        tell_changed(owner)


def _identity(posted: PostedOpening) -> tuple[str, str]:
    return posted.source[: _LIMITS["source"]], posted.key[: _LIMITS["key"]]


def _known(owner: Person, by_key: Mapping[tuple[str, str], PostedOpening]) -> dict[tuple[str, str], Opening]:
    known: dict[tuple[str, str], Opening] = {}
    for block in _blocks(key for _, key in by_key):
        for row in of(Opening, owner).filter(key__in=block):
            if (row.source, row.key) in by_key:
                known[row.source, row.key] = row
    return known


def _new_row(owner: Person, posted: PostedOpening, today: date, board: Board | None) -> Opening:
    values = _fitting(opening_values(posted))
    return Opening(
        owner=owner,
        board=board,
        imported_on=today,
        seen_on=today,
        company_key=company_key(values["company"]),
        **values,
    )


def _changed(
    known: Mapping[tuple[str, str], Opening], by_key: Mapping[tuple[str, str], PostedOpening]
) -> list[Opening]:
    """The rows whose posting says something else now, with the new values."""
    changed = []
    for key, row in known.items():
        values = _fitting(opening_values(by_key[key]))
        if any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            row.company_key = company_key(row.company)
            changed.append(row)
    return changed


def _save_changed(changed: Sequence[Opening]) -> None:
    Opening.objects.bulk_update(changed, [*_STORED, "company_key"], batch_size=20)


def _see_again(owner: Person, rows: Sequence[Opening], today: date, board: Board | None) -> list[Opening]:
    """Known openings were seen today; those that were gone are back, and for how long they were gone is kept."""
    back = []
    for row in rows:
        if row.gone_on is not None:
            row.absences = [*row.absences, [row.gone_on.isoformat(), today.isoformat()]]
            row.gone_on = None
            row.save(update_fields=["absences", "gone_on"])
            back.append(row)
    seen: dict[str, Any] = {"seen_on": today} if board is None else {"seen_on": today, "board": board}
    for block in _blocks(row.pk for row in rows):
        of(Opening, owner).filter(pk__in=block).update(**seen)
    return back


def _fitting(values: dict[str, Any]) -> dict[str, Any]:
    """Cut what is longer than its column: a title of a thousand characters is still a title."""
    for name, longest in _LIMITS.items():
        if len(values[name]) > longest:
            values[name] = values[name][:longest]
    return values


def _blocks(values: Iterable[Any]) -> Iterable[list[Any]]:
    found = list(values)
    return (found[start : start + BLOCK] for start in range(0, len(found), BLOCK))


def _keep_draft(
    owner: Person, name: str, content: bytes, parsed: Parsed, company: str, now: datetime
) -> OpeningDraft:
    with transaction.atomic():
        of(OpeningDraft, owner).delete()
        return OpeningDraft.objects.create(
            owner=owner, name=name[:300], content=_as_json(parsed, company), given=content, made_at=now
        )


def _as_json(parsed: Parsed, company: str) -> dict[str, Any]:
    return {
        "company": company,
        "openings": [json_values(opening) for opening in parsed.openings],
        "problems": [asdict(problem) for problem in parsed.problems],
    }
