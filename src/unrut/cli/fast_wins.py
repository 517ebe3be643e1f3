"""`unrut wins import FILE` and `unrut wins list --containing WORDS` at once: through sqlite3, without Click or Django.

Ten thousand entries are a second faster this way. Whatever is not plain (another option, a folder, something that cannot be
read, a store that is not as it should be, an error) is None, and the long way has its sentences.
"""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from unrut.cli.fast_store import connected, owner_of, random_uid, store_today

if TYPE_CHECKING:
    from unrut.importers.wins.contract import ImportedWin

CONTAINING = "--containing"
KEYS = "SELECT source, source_key FROM unrut_accomplishment WHERE owner_id = ? AND source_key <> ''"
TOLD = "SELECT happened_on, text FROM unrut_accomplishment WHERE owner_id = ?"
INSERT = """
    INSERT INTO unrut_accomplishment (uid, owner_id, happened_on, text, source, source_key, figures, known_from, seen_by,
            skills, facets, story, situation, task, action, result, proof, read_as, changed_at)
        VALUES (:uid, :owner, :happened_on, :text, :source, :source_key, :figures, :known_from, :seen_by,
            :skills, '{}', :story, :situation, :task, :action, :result, :proof, '', :now)
"""
LISTED = """
    SELECT id, happened_on, text, figures, story, situation, task, action, result FROM unrut_accomplishment
        WHERE owner_id = ? ORDER BY happened_on DESC, id DESC
"""


def main(arguments: Sequence[str]) -> int | None:
    """Do what is asked and say so; the exit code, or None where it has to go the long way round."""
    # Inline: as little as possible is loaded.
    from unrut.core.errors import UnrutError

    try:
        lines = _answer(arguments)
        if lines is None:
            return None
        print("\n".join(lines), flush=True)
    except (OSError, UnicodeError, UnrutError, sqlite3.Error):
        return None
    except KeyboardInterrupt:
        from unrut.errors import ExitCode

        return ExitCode.INTERRUPTED.value
    return 0


def _answer(arguments: Sequence[str]) -> list[str] | None:
    match arguments:
        case ["import", source] if not source.startswith("-"):
            return _imported(source)
        case ["list", option, words] if option == CONTAINING and words.strip():
            return _listed(words)
    return None


def _imported(source: str) -> list[str] | None:
    store = store_today()
    file = os.path.expanduser(source)  # noqa: PTH111 - pathlib is slow to load
    if store is None or not os.path.isfile(file):  # noqa: PTH113 - as above
        return None
    # Inline: only an import reads files.
    from unrut.importers.wins.registry import read_wins

    with open(file, "rb") as content:  # noqa: PTH123 - as above
        _, parsed = read_wins(os.path.basename(file), content.read(), today=store[1])  # noqa: PTH119 - as above
    if parsed.problems:
        return None
    kept = _kept(store[0], parsed.wins)
    return None if kept is None else [_told(kept, len(parsed.wins) - kept), *parsed.notices]


def _kept(file: str, wins: Sequence["ImportedWin"]) -> int | None:
    """How many were new and are stored now, all of them or none."""
    from unrut.importers.wins.stored import not_known, stored_fields

    connection = connected(file)
    try:
        owner = owner_of(connection)
        if owner is None:
            return None
        connection.execute("BEGIN IMMEDIATE")
        keys = set(connection.execute(KEYS, (owner,)))
        told = {(date.fromisoformat(on), text) for on, text in connection.execute(TOLD, (owner,))}
        new = not_known(wins, keys, told)
        _insert(connection, owner, map(stored_fields, new))
        connection.execute("COMMIT")
    finally:
        connection.close()  # what was not committed is undone
    return len(new)


def _insert(connection: sqlite3.Connection, owner: int, wins: Iterable[dict[str, object]]) -> None:
    import json

    now = datetime.now(UTC).replace(tzinfo=None).isoformat(" ")
    every = {"owner": owner, "now": now}
    connection.executemany(
        INSERT,
        (
            {
                **win,
                **every,
                "uid": random_uid(),
                "happened_on": str(win["happened_on"]),
                "skills": json.dumps(win["skills"]),
            }
            for win in wins
        ),
    )


def _listed(words: str) -> list[str] | None:
    store = store_today()
    if store is None:
        return None
    # Inline: only a list looks into texts.
    from unrut.core.milestones.told import holds

    connection = connected(store[0])
    try:
        owner = owner_of(connection)
        if owner is None:
            return None
        rows = [row for row in connection.execute(LISTED, (owner,)) if holds(words, *row[2:])]
    finally:
        connection.close()
    return [f"{key}  {_day(on)}: {text}" for key, on, text, *_ in rows] or None


def _day(on: str) -> str:
    day = date.fromisoformat(on)
    return f"{day.day} {day:%B} {day.year}"


def _told(new: int, here: int) -> str:
    said = f"{new} thing is new." if new == 1 else f"{new} things are new."
    if not here:
        return said
    return f"{said} {here} was here already." if here == 1 else f"{said} {here} were here already."
