"""`unrut note` the long way round: creates or upgrades the store where needed and calls the service."""

from collections.abc import Sequence
from datetime import date

from unrut.cli.fast_note import Entry, Kept
from unrut.cli.opened import local_person
from unrut.core.errors import InvalidInputError


def keep_slowly(entries: Sequence[Entry], week: date | None) -> list[Kept]:
    """Keep all notes or none.

    Raises InvalidInputError when nothing was written, a line is too long, or the week has not begun.
    """
    if not entries:
        raise InvalidInputError('Nothing was written. Say what to keep, like: unrut note "+ a calm day".')
    owner = local_person()
    # Inline: needs Django set up.
    from django.db import transaction

    from unrut.clock import monday_of, today
    from unrut.models import Note
    from unrut.queries.scope import of
    from unrut.services.reflect import add_notes

    day = today()
    monday = monday_of(week or day)
    known = set(of(Note, owner).filter(week=monday).values_list("pk", flat=True))
    kept: list[Kept] = []
    with transaction.atomic():  # around all calls: every line or none
        for kind, line in entries:
            for note in add_notes(owner, kind, line, week=monday, today=day):
                is_new = note.pk not in known
                kept.append({"week": monday.isoformat(), "kind": kind, "text": note.text, "is_new": is_new})
                known.add(note.pk)
    return kept
