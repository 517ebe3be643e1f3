"""Every error has one status and one exit code, and both are documented."""

from http import HTTPStatus

import pytest

from unrut.core.errors import InvalidInputError, InvalidReferenceError, UnrutError
from unrut.core.plan.steps import CircularPlanError
from unrut.errors import (
    EXIT_CODE_MEANINGS,
    ConfigError,
    ConflictError,
    ExitCode,
    MissingError,
    NewerStoreError,
    PortTakenError,
    StoreError,
    exit_code_of,
    status_of,
)

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (ConflictError("."), HTTPStatus.CONFLICT, ExitCode.REFUSED),
        (MissingError("."), HTTPStatus.NOT_FOUND, ExitCode.REFUSED),
        (StoreError("."), HTTPStatus.INSUFFICIENT_STORAGE, ExitCode.STORE),
        (NewerStoreError("."), HTTPStatus.INSUFFICIENT_STORAGE, ExitCode.STORE),
        (InvalidReferenceError("."), HTTPStatus.INTERNAL_SERVER_ERROR, ExitCode.STORE),
        (InvalidInputError("."), HTTPStatus.UNPROCESSABLE_ENTITY, ExitCode.INPUT),
        (CircularPlanError(("a",)), HTTPStatus.UNPROCESSABLE_ENTITY, ExitCode.INPUT),
        (ConfigError("."), HTTPStatus.INTERNAL_SERVER_ERROR, ExitCode.USAGE),
        (PortTakenError("."), HTTPStatus.CONFLICT, ExitCode.PORT),
        (UnrutError("."), HTTPStatus.BAD_REQUEST, ExitCode.REFUSED),
    ],
)
def test_error_has_its_status_and_exit_code(error: UnrutError, status: HTTPStatus, code: ExitCode) -> None:
    assert (status_of(error), exit_code_of(error)) == (status, code)


def test_exit_codes_are_these_and_each_has_a_meaning() -> None:
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0,
        "REFUSED": 1,
        "USAGE": 2,
        "INPUT": 3,
        "STORE": 4,
        "PORT": 5,
        "PARTLY": 6,
        "INTERRUPTED": 130,
    }
    assert list(EXIT_CODE_MEANINGS) == list(ExitCode)
