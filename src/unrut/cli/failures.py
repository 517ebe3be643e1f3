"""The one place that says which sentence and exit code an error gets on the command line."""

import errno
import os
import sqlite3
import sys

from unrut.config import home_folder, load_config
from unrut.core.errors import UnrutError
from unrut.errors import ExitCode, exit_code_of
from unrut.home import DATABASE_FILE
from unrut.store import store_sentence

Failure = tuple[str, ExitCode]


def explain(error: BaseException) -> Failure | None:
    """The sentence (empty when there is nothing to say) and the exit code; None for an error of our own making."""
    if isinstance(error, UnrutError):
        return str(error), exit_code_of(error)
    if isinstance(error, KeyboardInterrupt | BrokenPipeError):
        return "", ExitCode.INTERRUPTED if isinstance(error, KeyboardInterrupt) else ExitCode.REFUSED
    if isinstance(error, OSError):
        return _file_sentence(error), ExitCode.STORE if error.errno == errno.ENOSPC else ExitCode.INPUT
    if isinstance(error, sqlite3.Error):
        return store_sentence(error, str(home_folder() / DATABASE_FILE)), ExitCode.STORE
    if _is_from_django(error):
        return store_sentence(_cause(error), _store_name()), ExitCode.STORE
    return None


def settle_output() -> None:
    """Flush standard output now; what can never be written must not complain a second time when Python ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _file_sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        name = error.filename or "the output"
        return f"The disk is full, so {name} is not complete. Make room and try again."
    name = error.filename or "The output"
    return f"{name} cannot be used: {error.strerror or error}. Check the name and the rights, then try again."


def _is_from_django(error: BaseException) -> bool:
    """Asked only of a Django that is loaded already: a command without it cannot raise its errors."""
    database = sys.modules.get("django.db")
    return database is not None and isinstance(error, database.Error)


def _cause(error: BaseException) -> Exception:
    """What the database itself said, below what Django made of it."""
    return error.__cause__ if isinstance(error.__cause__, Exception) else Exception(str(error))


def _store_name() -> str:
    """What the store is called in a sentence. An address may hold a password, so it is not told."""
    config = load_config()
    return "the database" if config.database else str(config.database_file)
