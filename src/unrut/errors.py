"""Errors beyond core, and the one place that says which status and exit code each family gets."""

from enum import IntEnum
from http import HTTPStatus

from unrut.core.errors import InvalidInputError, InvalidReferenceError, UnrutError


class ConflictError(UnrutError):
    """Somebody, most likely the same person in another tab, saved first."""


class MissingError(UnrutError):
    """There is no such thing, or it is not this person's."""


class StoreError(UnrutError):
    """The store cannot be opened or written."""


class NewerStoreError(StoreError):
    """The store was written by a newer version of the program."""


class ConfigError(UnrutError):
    """A setting has a value that cannot be used."""


class PortTakenError(UnrutError):
    """The address is in use by another program."""


class ExitCode(IntEnum):
    """What the commands exit with; 2 is Click's own for wrong usage."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    INPUT = 3
    STORE = 4
    PORT = 5
    PARTLY = 6
    INTERRUPTED = 130


EXIT_CODE_MEANINGS = {
    ExitCode.DONE: "done",
    ExitCode.REFUSED: "what was asked for cannot be done; the sentence says why",
    ExitCode.USAGE: "the command was not understood; its --help shows how",
    ExitCode.INPUT: "a file or a value given cannot be read",
    ExitCode.STORE: "the store cannot be opened or written",
    ExitCode.PORT: "the port is in use by another program",
    ExitCode.PARTLY: "done, but for some of it; the sentences say for which",
    ExitCode.INTERRUPTED: "stopped by Ctrl-C before it was done",
}

_FAMILIES: tuple[tuple[type[UnrutError], HTTPStatus, ExitCode], ...] = (
    (ConflictError, HTTPStatus.CONFLICT, ExitCode.REFUSED),
    (MissingError, HTTPStatus.NOT_FOUND, ExitCode.REFUSED),
    (StoreError, HTTPStatus.INSUFFICIENT_STORAGE, ExitCode.STORE),
    (InvalidReferenceError, HTTPStatus.INTERNAL_SERVER_ERROR, ExitCode.STORE),
    (InvalidInputError, HTTPStatus.UNPROCESSABLE_ENTITY, ExitCode.INPUT),
    (ConfigError, HTTPStatus.INTERNAL_SERVER_ERROR, ExitCode.USAGE),
    (PortTakenError, HTTPStatus.CONFLICT, ExitCode.PORT),
)


def status_of(error: UnrutError) -> HTTPStatus:
    """The HTTP status of an error."""
    return next(
        (status for family, status, _ in _FAMILIES if isinstance(error, family)), HTTPStatus.BAD_REQUEST
    )


def exit_code_of(error: UnrutError) -> ExitCode:
    """The exit code of an error."""
    return next((code for family, _, code in _FAMILIES if isinstance(error, family)), ExitCode.REFUSED)
