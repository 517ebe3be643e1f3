"""Commands run in this process, on the store of the tests."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from unrut.cli.main import group
from unrut.models import Person
from unrut.services.example import fill_example
from unrut.services.people import local_owner

Unrut = Callable[..., Result]


@pytest.fixture
def unrut(db: None, monkeypatch: pytest.MonkeyPatch, own_home: Path, today: date) -> Unrut:
    """Runs one command on that Friday."""
    own_home.mkdir()
    monkeypatch.setenv("UNRUT_TODAY", today.isoformat())
    monkeypatch.setattr("unrut.cli.opened.open_store", lambda _config: None)

    def run(*arguments: str, given: str = "") -> Result:
        return CliRunner().invoke(group, arguments, input=given, prog_name="unrut")

    return run


@pytest.fixture
def me(unrut: Unrut) -> Person:
    """The person of this installation, without any rows."""
    return local_owner()


@pytest.fixture
def told(me: Person, today: date) -> Person:
    """The same with the whole composed story."""
    fill_example(me, today=today)
    return me
