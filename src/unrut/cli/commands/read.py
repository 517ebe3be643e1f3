"""`unrut read`."""

import json
import sys
from typing import Any

import click

from unrut.core.errors import InvalidInputError
from unrut.core.reflect.reader import NoteKind, read_note

_KINDS = ", ".join(f'"{kind}"' for kind in NoteKind)
_FORM = '{"text": "...", "kind": "like"} or {"text": "...", "kind": "dislike"}'


@click.command("read", epilog="Example: unrut read --json < notes.jsonl")
@click.option("--json", "as_json", is_flag=True, required=True, help="Lines of JSON in, lines of JSON out.")
def command(as_json: bool) -> None:  # noqa: ARG001 - the only form there is; the name keeps room for another
    """Say how notes would be read, without keeping them.

    Reads lines like {"text": "The train was late", "kind": "dislike"} from standard input and answers each with one line.
    A line that cannot be read is answered with an error and its number; the others go on.
    """
    for number, line in enumerate(sys.stdin.buffer, start=1):
        # Each answer leaves at once, so that a program at the other end may ask line by line.
        click.echo(json.dumps(_answer(line, number)))


def _answer(line: bytes, number: int) -> dict[str, Any]:
    try:
        text, kind = _note(line)
    except InvalidInputError as error:
        return {"error": f"Line {number} {error}", "line": number}
    return {
        "facets": [
            {"id": reading.facet, "confidence": reading.confidence, "words": list(reading.words)}
            for reading in read_note(text, kind)
        ]
    }


def _note(line: bytes) -> tuple[str, NoteKind]:
    """Text and kind of a line. Raises InvalidInputError with the rest of a sentence that begins with the line."""
    try:
        note = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"is not JSON. Write it like {_FORM}.") from error
    if not isinstance(note, dict):
        raise InvalidInputError(f"is not one note. Write it like {_FORM}.")
    if not isinstance(note.get("text"), str):
        raise InvalidInputError(f'has no "text". Write it like {_FORM}.')
    if note.get("kind") not in list(NoteKind):
        raise InvalidInputError(f'has no "kind" we know. Give one of {_KINDS}.')
    return note["text"], NoteKind(note["kind"])
