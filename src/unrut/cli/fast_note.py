"""`unrut note` at once: one insert through sqlite3, without Click, Django or numpy.

Whatever is out of the ordinary (no store yet or another version of it, PostgreSQL, a line too long, a week to come) goes
the long way round by `unrut.cli.slow_note`, which calls the service and has its sentences. Imports are few on purpose:
dataclasses, typing and pathlib together cost more than the rest.
"""

import argparse
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from unrut.cli.dates import read_day
from unrut.cli.fast_store import connected, owner_of, random_uid, store_today
from unrut.cli.help_hint import offer_help
from unrut.clock import monday_of

LIKE, DISLIKE, UNSORTED = "like", "dislike", "unsorted"
LONGEST_NOTE = 20_000
BULLETS = "-*•–· \t"
SIGNS = {"+": LIKE, "-": DISLIKE}
AS = {LIKE: "as liked", DISLIKE: "as disliked", UNSORTED: "unsorted"}
STDIN = "-"
HELP_WIDTH = 90  # fixed, so that the page of all commands does not depend on a terminal
HINT = (
    "Unsorted notes count once you say under Today whether you liked them; a + or - in front says it at once."
)
# argparse would take "-the meeting" for an option; this sign, which no note can hold, keeps it a text.
GUARD = "\x00"

Entry = tuple[str, str]
Kept = dict[str, str | bool]

# As the services have it; asking them would cost more time than all of this.
EARLIEST_WEEK = date(1940, 1, 1)
INSERT = """
    INSERT INTO unrut_note (uid, owner_id, week, written_on, kind, text, job_id) VALUES (?, ?, ?, ?, ?, ?,
        (SELECT id FROM unrut_job WHERE owner_id = ?
            AND (is_present OR started_on IS NOT NULL OR ended_on IS NOT NULL)
            AND (started_on IS NULL OR started_on <= date(?, '+6 days')) AND (ended_on IS NULL OR ended_on >= ?)
            ORDER BY started_on DESC, is_present, id LIMIT 1))
"""
KNOWN = "SELECT 1 FROM unrut_note WHERE owner_id = ? AND week = ? AND kind = ? AND text = ? LIMIT 1"


def main(arguments: Sequence[str]) -> int:
    """Keep the notes and say so; the exit code."""
    try:
        asked = parser().parse_intermixed_args(_guarded(arguments))
        entries = entries_of(_written(asked.text), asked.kind)
        kept = _keep_fast(entries, asked.week)
        if kept is None:
            # Inline: loads Django, which the ordinary note does without.
            from unrut.cli.slow_note import keep_slowly

            kept = keep_slowly(entries, asked.week)
        print(_as_json(kept) if asked.json else _as_sentence(kept), flush=True)
        offer_help(line for _, line in entries)
    except (Exception, KeyboardInterrupt) as error:
        # Inline: only errors need their sentences.
        from unrut.cli.failures import explain, settle_output

        failure = explain(error)
        if failure is None:
            raise
        sentence, code = failure
        if sentence:
            print(sentence, file=sys.stderr)
        settle_output()
        return code
    return 0


def parser() -> argparse.ArgumentParser:
    """What `unrut note` understands."""
    reading = argparse.ArgumentParser(
        prog="unrut note",
        description="Keep a line about your week: what you liked, what you did not.",
        epilog='Example: unrut note "+ explained the new process to the team"',
        formatter_class=lambda prog: argparse.HelpFormatter(prog, width=HELP_WIDTH),
        add_help=False,
        allow_abbrev=False,
    )
    reading.add_argument(
        "text",
        nargs="*",
        metavar="TEXT",
        help="the note; a leading + says that you liked it, a leading - that you did not. "
        "With - or without a text, notes are read from standard input, one a line",
    )
    kind = reading.add_mutually_exclusive_group()
    kind.add_argument("--like", dest="kind", action="store_const", const=LIKE, help="you liked it")
    kind.add_argument(
        "--dislike", dest="kind", action="store_const", const=DISLIKE, help="you did not like it"
    )
    reading.add_argument(
        "--week", type=_day, metavar="YYYY-MM-DD", help="a day of the week it is about (default: today)"
    )
    reading.add_argument("--json", action="store_true", help="answer in JSON")
    reading.add_argument("--help", action="help", help="show this message and exit")
    return reading


def entries_of(text: str, kind: str | None) -> list[Entry]:
    """The lines that say something, each with its kind; without a kind, a leading + or - tells it."""
    entries = [_entry(line, kind) for line in text.splitlines()]
    return [(told, line) for told, line in entries if cleaned(line)]


def cleaned(line: str) -> str:
    """The line as the service stores it."""
    return line.replace("\x00", "").strip().lstrip(BULLETS).strip()


def _entry(line: str, kind: str | None) -> Entry:
    if kind:
        return kind, line
    told = line.replace("\x00", "").strip()
    if told[:1] in SIGNS:
        return SIGNS[told[0]], told[1:]
    return UNSORTED, line


def _guarded(arguments: Sequence[str]) -> list[str]:
    """The arguments with a guard before each text that looks like an option; behind "--" all are texts."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return [
        *(GUARD + argument if _looks_short(argument) else argument for argument in arguments[:end]),
        *(GUARD + argument for argument in arguments[end + 1 :]),
    ]


def _looks_short(argument: str) -> bool:
    return argument.startswith("-") and not argument.startswith("--") and argument != STDIN


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _written(words: Sequence[str]) -> str:
    """The words given, or what comes by standard input; signs that no store can hold are replaced."""
    if words and list(words) != [STDIN]:
        return " ".join(words).replace(GUARD, "").encode("utf-8", "replace").decode("utf-8")
    if not words and (sys.stdin is None or sys.stdin.isatty()):
        return ""
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace")


def _keep_fast(entries: Sequence[Entry], week: date | None) -> list[Kept] | None:
    """The notes kept, or None when this has to go the long way round."""
    store = store_today()
    if store is None:
        return None
    file, today = store
    monday = monday_of(week or today)
    lines = [(kind, cleaned(line)) for kind, line in entries]
    is_askable = EARLIEST_WEEK <= monday <= monday_of(today)
    if not lines or not is_askable or max(len(line) for _, line in lines) > LONGEST_NOTE:
        return None
    return _store(file, lines, monday.isoformat(), today.isoformat())


def _store(file: str, lines: Iterable[Entry], week: str, today: str) -> list[Kept] | None:
    connection = connected(file)
    try:
        owner = owner_of(connection)
        if owner is None:
            return None
        connection.execute("BEGIN IMMEDIATE")
        kept = [_insert(connection, owner, line, week, today) for line in lines]
        connection.execute("COMMIT")
    finally:
        connection.close()  # what was not committed is undone
    return kept


def _insert(connection: sqlite3.Connection, owner: int, entry: Entry, week: str, today: str) -> Kept:
    kind, text = entry
    is_new = connection.execute(KNOWN, (owner, week, kind, text)).fetchone() is None
    if is_new:
        connection.execute(INSERT, (random_uid(), owner, week, today, kind, text, owner, week, week))
    return {"week": week, "kind": kind, "text": text, "is_new": is_new}


def _as_sentence(kept: Sequence[Kept]) -> str:
    new = [str(note["kind"]) for note in kept if note["is_new"]]
    monday = date.fromisoformat(str(kept[0]["week"]))
    week = f"the week of {monday.day} {monday:%B}"
    if not new:
        return f"Already there in {week}; nothing was added."
    if len(new) == 1:
        said = f"Kept {AS[new[0]]} in {week}."
    else:
        counts = ", ".join(f"{new.count(kind)} {told}" for kind, told in AS.items() if kind in new)
        said = f"{len(new)} notes kept in {week}: {counts}."
    return f"{said} {HINT}" if UNSORTED in new else said


def _as_json(kept: Sequence[Kept]) -> str:
    # Inline: few ask for it.
    import json

    return json.dumps(kept, indent=2)
