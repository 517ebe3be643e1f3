"""The store opens, upgrades after a safety copy, or says in one sentence why not; and never harms what is there."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from unrut import store
from unrut.config import SCHEMA_VERSION, Config, load_config
from unrut.errors import ConfigError, NewerStoreError, StoreError
from unrut.models import Person
from unrut.store import open_store, prepare_home, remove_store, store_errors, store_sentence, stored_version

pytestmark = pytest.mark.unit

NEXT_VERSION = SCHEMA_VERSION + 1
START = "from unrut.config import load_config; from unrut.store import open_store; open_store(load_config())"


@pytest.fixture
def config(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker
) -> Iterator[Config]:
    """A home that is not there yet, with Django pointed at the store in it."""
    connection = connections["default"]
    if connection.vendor != "sqlite":
        pytest.skip("what only SQLite can do")
    config = load_config({"UNRUT_HOME": str(own_home)})
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", str(config.database_file))
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.1)
    with django_db_blocker.unblock():
        yield config
        connection.close()


@pytest.fixture
def migrated(django_db_setup: None) -> Path:
    """The store of the tests, which went through all migrations."""
    return Path(connections["default"].settings_dict["NAME"])


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


def set_version(file: Path, version: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def names_in(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [name for (name,) in connection.execute("SELECT handle FROM unrut_person ORDER BY handle")]


def complaint(config: Config) -> str:
    with pytest.raises(StoreError) as stopped:
        open_store(config)
    return str(stopped.value)


def test_new_home_is_for_the_owners_eyes_only(config: Config) -> None:
    open_store(config)

    modes = {path.name: mode_of(path) for path in config.home.iterdir()}
    assert mode_of(config.home) == 0o700
    assert set(modes) >= {"secret", "unrut.sqlite3"}
    assert set(modes.values()) == {0o600}  # also what SQLite keeps beside the store


def shape_of(file: Path) -> dict[str, object]:
    """Everything of the tables of a store but the order of columns, and defaults that migrations left behind."""
    with closing(sqlite3.connect(file)) as connection:

        def ask(question: str) -> list[tuple[Any, ...]]:
            return sorted(connection.execute(question).fetchall(), key=repr)

        master = ask("SELECT name, type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        tables = [name for name, kind, _ in master if kind == "table"]
        return {
            "indexes": [(name, sql) for name, kind, sql in master if kind == "index"],
            "rules": {name: sorted(re.findall(r'CONSTRAINT "\w+"', sql)) for name, _, sql in master if sql},
            "columns": {
                name: ask(f"SELECT name, type, [notnull], pk FROM pragma_table_info('{name}')")
                for name in tables
            },
            "keys": {
                name: ask(f"SELECT [table], [from], [to] FROM pragma_foreign_key_list('{name}')")
                for name in tables
            },
            "migrations": ask("SELECT app, name FROM django_migrations"),
        }


def test_new_store_is_as_all_migrations_leave_one(migrated: Path, config: Config) -> None:
    open_store(config)

    assert shape_of(config.database_file) == shape_of(migrated)


def test_second_program_finds_the_tables_the_first_one_makes(config: Config) -> None:
    prepare_home(config)
    first, second = (subprocess.Popen([sys.executable, "-c", START], env={**os.environ}) for _ in range(2))

    assert (first.wait(), second.wait()) == (0, 0)
    assert stored_version(config.database_file) == SCHEMA_VERSION
    assert names_in(config.database_file) == []


def test_new_store_has_all_tables_and_the_version(config: Config) -> None:
    open_store(config)

    assert stored_version(config.database_file) == SCHEMA_VERSION
    assert names_in(config.database_file) == []
    assert not (config.home / "backups").exists()


def test_second_opening_keeps_the_secret_and_the_rows(config: Config) -> None:
    open_store(config)
    secret = config.secret_file.read_text(encoding="ascii")
    Person.objects.create(handle="alice")

    open_store(config)

    assert config.secret_file.read_text(encoding="ascii") == secret
    assert names_in(config.database_file) == ["alice"]


def test_secrets_are_long_and_differ(config: Config, tmp_path: Path) -> None:
    homes = [replace(config, home=tmp_path / name) for name in ("one", "other")]

    for home in homes:
        prepare_home(home)

    secrets = [home.secret_file.read_text(encoding="ascii") for home in homes]
    assert [len(secret) for secret in secrets] == [67, 67]
    assert secrets[0] != secrets[1]


def test_start_of_a_real_process_makes_the_store(own_home: Path) -> None:
    environment = {**os.environ, "UNRUT_HOME": str(own_home), "DJANGO_SETTINGS_MODULE": ""}
    del environment["DJANGO_SETTINGS_MODULE"]

    subprocess.run([sys.executable, "-c", START], env=environment, check=True)

    assert stored_version(own_home / "unrut.sqlite3") == SCHEMA_VERSION
    assert names_in(own_home / "unrut.sqlite3") == []


def test_newer_store_is_refused_and_not_touched(config: Config) -> None:
    open_store(config)
    set_version(config.database_file, 99)
    connections["default"].close()
    before = config.database_file.read_bytes()

    with pytest.raises(NewerStoreError) as stopped:
        open_store(config)

    assert str(stopped.value) == (
        f"{config.database_file} was written by a newer Unrut (store version 99, this program knows "
        f"{SCHEMA_VERSION}). Update the program; the store was not touched."
    )
    assert config.database_file.read_bytes() == before


def test_older_store_is_copied_before_it_is_upgraded(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(config)
    Person.objects.create(handle="alice")
    monkeypatch.setattr(store, "SCHEMA_VERSION", NEXT_VERSION)

    open_store(config)

    copy = config.home / "backups" / f"before-version-{NEXT_VERSION}.sqlite3"
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert (mode_of(copy.parent), mode_of(copy)) == (0o700, 0o600)
    assert (names_in(copy), stored_version(copy)) == (["alice"], SCHEMA_VERSION)
    assert (names_in(config.database_file), stored_version(config.database_file)) == (["alice"], NEXT_VERSION)


def test_store_that_cannot_be_copied_is_not_upgraded(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(config)
    folder = config.home / "backups"
    folder.write_text("in the way")
    monkeypatch.setattr(store, "SCHEMA_VERSION", NEXT_VERSION)

    assert complaint(config) == (
        f"No copy could be made in {folder} before the upgrade (File exists), so nothing was changed. "
        "Make room there and start again."
    )
    assert stored_version(config.database_file) == SCHEMA_VERSION


def test_store_without_a_version_is_finished(config: Config) -> None:
    open_store(config)
    set_version(config.database_file, 0)

    open_store(config)

    assert stored_version(config.database_file) == SCHEMA_VERSION


def test_file_that_is_no_database_is_refused_and_not_touched(config: Config) -> None:
    config.home.mkdir()
    config.database_file.write_bytes(b"Dear diary, " * 100)

    assert complaint(config) == (
        f"{config.database_file} is not an Unrut store or is damaged. Put back a copy from the folder backups."
    )
    assert config.database_file.read_bytes() == b"Dear diary, " * 100


def test_file_that_is_a_folder_is_refused(config: Config) -> None:
    config.database_file.mkdir(parents=True)

    assert complaint(config) == (
        f"{config.database_file} cannot be written. Make the file and its folder writable and try again."
    )


def test_home_that_is_a_file_is_refused_and_not_touched(config: Config) -> None:
    config.home.write_text("a letter")

    assert complaint(config) == (
        f"{config.home} cannot be written (File exists). "
        "Make the folder writable, or name another one in UNRUT_HOME."
    )
    assert config.home.read_text() == "a letter"


@pytest.mark.parametrize("closed", ["home", "database_file"])
def test_home_that_is_read_only_is_refused(
    config: Config, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    open_store(config)
    # Asked of the system rather than set on the disk: whoever is root may write everywhere.
    monkeypatch.setattr(os, "access", lambda path, _: path != getattr(config, closed))

    assert complaint(config) == (
        f"{config.home} is read-only, so nothing could be kept. "
        "Make the folder writable, or name another one in UNRUT_HOME."
    )


def test_home_that_is_read_only_will_do_where_the_rows_are_kept_elsewhere(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    prepare_home(replace(config, database="postgresql://host/name"))

    assert config.secret_file.exists()


def test_store_kept_elsewhere_is_migrated_and_no_version_is_written(config: Config) -> None:
    # Any store Django knows will do here: nothing of this path is SQLite's own.
    open_store(replace(config, database="postgresql://host/name"))

    assert (names_in(config.database_file), stored_version(config.database_file)) == ([], 0)


def test_store_kept_elsewhere_needs_its_driver(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    def setup_without_the_driver() -> None:
        raise ImproperlyConfigured("Error loading psycopg2 or psycopg module")

    monkeypatch.setattr("django.setup", setup_without_the_driver)

    with pytest.raises(ConfigError) as stopped:
        open_store(replace(config, database="postgresql://host/name"))

    assert str(stopped.value) == (
        "UNRUT_DATABASE names a PostgreSQL database, but the driver for it is missing. "
        'Install it with: pip install "unrut[hosted]".'
    )


def test_store_locked_by_another_program_is_left_alone(config: Config) -> None:
    config.home.mkdir()
    with closing(sqlite3.connect(config.database_file)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")

        assert complaint(config) == (
            f"{config.database_file} is busy in another program. Wait a moment and try again; nothing was saved."
        )


def test_version_of_a_store_that_is_not_there_is_0(tmp_path: Path) -> None:
    assert stored_version(tmp_path / "unrut.sqlite3") == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            "database or disk is full",
            "The disk is full, so nothing was saved. Make room on the disk that holds rut.db and save again.",
        ),
        (
            "attempt to write a readonly database",
            "rut.db cannot be written. Make the file and its folder writable and try again.",
        ),
        (
            "unable to open database file",
            "rut.db cannot be written. Make the file and its folder writable and try again.",
        ),
        (
            "database is locked",
            "rut.db is busy in another program. Wait a moment and try again; nothing was saved.",
        ),
        (
            "file is not a database",
            "rut.db is not an Unrut store or is damaged. Put back a copy from the folder backups.",
        ),
        (
            "database disk image is malformed",
            "rut.db is not an Unrut store or is damaged. Put back a copy from the folder backups.",
        ),
        ("no such table: x", "rut.db answered: no such table: x. Nothing was saved; try again."),
    ],
)
def test_error_of_the_database_becomes_a_sentence(told: str, sentence: str) -> None:
    assert store_sentence(sqlite3.OperationalError(told), "rut.db") == sentence


def test_store_errors_turn_only_those_of_the_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as stopped, store_errors(tmp_path):
        raise sqlite3.OperationalError("database or disk is full")
    with pytest.raises(KeyError), store_errors(tmp_path):
        raise KeyError("ours")

    assert str(stopped.value) == (
        f"The disk is full, so nothing was saved. Make room on the disk that holds {tmp_path} and save again."
    )


def test_full_disk_loses_nothing_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "small.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE note (text)")
        connection.execute("PRAGMA max_page_count = 2")

        with pytest.raises(StoreError) as stopped, store_errors(file):
            connection.execute("INSERT INTO note VALUES (?)", ("x" * 10_000,))

    assert str(stopped.value) == (
        f"The disk is full, so nothing was saved. Make room on the disk that holds {file} and save again."
    )


def test_removed_store_is_gone_and_removing_it_again_is_no_mistake(config: Config) -> None:
    open_store(config)
    connections["default"].close()

    remove_store(config.home)
    remove_store(config.home)

    assert not config.home.exists()


def test_postgres_without_its_driver_is_a_sentence(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "unrut", "why"],
        env={
            **os.environ,
            "UNRUT_HOME": str(tmp_path),
            "UNRUT_DATABASE": "postgresql://nobody@127.0.0.1:1/none",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.stderr == (
        "UNRUT_DATABASE names a PostgreSQL database, but the driver for it is missing. "
        'Install it with: pip install "unrut[hosted]".\n'
    )
    assert told.returncode == 2
