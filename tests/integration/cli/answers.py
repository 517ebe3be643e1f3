"""What a command answered: its value, its lines, or the one sentence with which it refused."""

import json
from typing import Any

from click.testing import Result


def as_json(result: Result) -> Any:
    """The value a command gave, and nothing beside it."""
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def lines(result: Result) -> list[str]:
    """The lines a command printed, and nothing beside them."""
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def refused(result: Result, exit_code: int) -> str:
    """What went wrong, as it was printed."""
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert "Traceback" not in result.stderr
    return result.stderr


def sentence_of(result: Result, exit_code: int) -> str:
    """The one sentence of what went wrong."""
    return refused(result, exit_code).strip()
