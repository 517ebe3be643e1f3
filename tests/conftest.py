"""The cast: alice, whom a test gives what it needs, and bob, who has one of everything and must never show."""

import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connections, transaction
from hypothesis import HealthCheck, settings
from pytest_django.plugin import DjangoDbBlocker
from tests.factories import a_life, a_person

from unrut.config import OPTIONS
from unrut.models import Person

# Nothing is judged by the clock: a busy machine must not turn a property red.
settings.register_profile(
    "unrut", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("unrut")

REAL_STORE = connections["default"].settings_dict["NAME"]

# A suite started in the background inherits that Ctrl-C is ignored, and so would the servers that tests stop with it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the test store in a file, as the program does: threads on one store in memory lock each other out."""
    told = connections["default"].settings_dict
    if told["ENGINE"].endswith("sqlite3"):
        told["TEST"]["NAME"] = str(tmp_path_factory.mktemp("store") / "test.sqlite3")


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home nobody lives in: no test reads or writes that of the person who runs it."""
    home = tmp_path / "home"
    for option in OPTIONS:
        monkeypatch.delenv(option.variable, raising=False)
    monkeypatch.setenv("UNRUT_HOME", str(home))
    monkeypatch.setenv("UNRUT_BROWSER", "no")
    return home


@pytest.fixture(scope="session")
def store_of_tests(django_db_setup: None) -> None:
    """For fixtures wider than a test: where no test is marked `django_db`, the real store would be open."""
    assert connections["default"].settings_dict["NAME"] != REAL_STORE


@pytest.fixture(scope="module")
def kept_store(store_of_tests: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For rows that the tests of a module share: made once, and taken back after the last of them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def today() -> date:
    """A Friday; its week began on 16 November."""
    return date(2026, 11, 20)


@pytest.fixture
def alice(db: None) -> Person:
    """The person a test is about; she owns what the test gives her."""
    return a_person("alice")


@pytest.fixture
def bob(db: None) -> Person:
    """Somebody else in the same store, with one row of every kind."""
    return a_life(a_person("bob"))
