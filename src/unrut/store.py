"""Opening the store: folder, secret, version, safety copy, migrations. What only SQLite can do stays in this file.

Everything here may run before Django is set up and says in one sentence what is wrong when the store cannot be used.
"""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unrut.config import SCHEMA_VERSION, Config
from unrut.errors import ConfigError, NewerStoreError, StoreError

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
BACKUP_FOLDER = "backups"


def open_store(config: Config) -> None:
    """Make the store ready to use, creating or upgrading it where needed, and set up Django.

    Raises StoreError when the folder cannot be written, NewerStoreError when a newer program wrote the store, ConfigError
    when PostgreSQL is asked for and its driver is missing.
    """
    prepare_home(config)
    # Inline: Django costs half a second that `unrut note` and `--help` must not pay.
    import django  # noqa: PLC0415
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unrut.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise ConfigError(
            "UNRUT_DATABASE names a PostgreSQL database, but the driver for it is missing. "
            'Install it with: pip install "unrut[hosted]".'
        ) from error
    if config.database:
        _migrate("The PostgreSQL database")
    elif stored_version(config.database_file) != SCHEMA_VERSION:
        _upgrade(config.database_file)


def prepare_home(config: Config) -> None:
    """Create the folder and the secret, both for the owner's eyes only.

    Raises StoreError when the folder cannot be created or written.
    """
    try:
        config.home.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        _create_secret(config.secret_file)
    except OSError as error:
        raise StoreError(
            f"{config.home} cannot be written ({error.strerror}). "
            "Make the folder writable, or name another one in UNRUT_HOME."
        ) from error
    if not config.database and not _is_writable(config):
        raise StoreError(
            f"{config.home} is read-only, so nothing could be kept. "
            "Make the folder writable, or name another one in UNRUT_HOME."
        )


def stored_version(file: Path) -> int:
    """The schema version of a store; 0 when there is none yet.

    Raises NewerStoreError when it is newer than this program, StoreError when the file is not a store.
    """
    if not file.exists():
        return 0
    with store_errors(file), _connection(file) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise NewerStoreError(
            f"{file} was written by a newer Unrut (store version {version}, this program knows {SCHEMA_VERSION}). "
            "Update the program; the store was not touched."
        )
    return version


@contextmanager
def store_errors(file: Path) -> Iterator[None]:
    """Turn SQLite's errors into sentences.

    Raises StoreError.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(store_sentence(error, str(file))) from error


def store_sentence(error: Exception, name: str) -> str:
    """What a database error means for the person and what to do next."""
    told = str(error).lower()
    if "full" in told:
        return (
            f"The disk is full, so nothing was saved. Make room on the disk that holds {name} and save again."
        )
    if "readonly" in told or "unable to open" in told:
        return f"{name} cannot be written. Make the file and its folder writable and try again."
    if "locked" in told:
        return f"{name} is busy in another program. Wait a moment and try again; nothing was saved."
    if "not a database" in told or "malformed" in told:
        return f"{name} is not an Unrut store or is damaged. Put back a copy from the folder {BACKUP_FOLDER}."
    return f"{name} answered: {error}. Nothing was saved; try again."


def _create_secret(file: Path) -> None:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as secret:
        secret.write(secrets.token_urlsafe(50))


def _is_writable(config: Config) -> bool:
    return os.access(config.home, os.W_OK) and (
        not config.database_file.exists() or os.access(config.database_file, os.W_OK)
    )


@contextmanager
def _connection(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file)
    try:
        yield connection
    finally:
        connection.close()


def _upgrade(file: Path) -> None:
    """Migrate, after a safety copy of what is there."""
    version = stored_version(file)
    if version:
        _safety_copy(file, version)
    # First of all, so that the journals SQLite keeps beside the file are as private as the file.
    file.touch(mode=PRIVATE_FILE)
    file.chmod(PRIVATE_FILE)
    if not version and _create(file):
        return
    _migrate(str(file))
    with store_errors(file), _connection(file) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _create(file: Path) -> bool:
    """Make all tables of an empty file at once, as all migrations would have left them; False where there are some.

    A tenth of the time that the migrations take, and whole or not at all: of two programs that begin at the same moment one
    makes the tables and the other finds them.
    """
    # Inline: needs Django set up.
    from django.apps import apps  # noqa: PLC0415
    from django.db import Error, connection  # noqa: PLC0415
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    made = MigrationRecorder(connection).Migration
    try:
        with connection.schema_editor() as editor:
            if connection.introspection.table_names():
                return False
            for model in apps.get_models():
                editor.create_model(model)
            editor.create_model(made)
            known = MigrationLoader(None).graph.nodes
            made.objects.bulk_create(made(app=app, name=name) for app, name in sorted(known))
            editor.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except Error as error:
        raise StoreError(store_sentence(error, str(file))) from error
    return True


def _safety_copy(file: Path, version: int) -> None:
    """Copy the store as it was before the upgrade; SQLite's own backup includes what is still in the WAL."""
    folder = file.parent / BACKUP_FOLDER
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        copy = folder / f"before-version-{version + 1}.sqlite3"
        with store_errors(file), _connection(file) as connection, _connection(copy) as target:
            connection.backup(target)
        copy.chmod(PRIVATE_FILE)
    except OSError as error:
        raise StoreError(
            f"No copy could be made in {folder} before the upgrade ({error.strerror}), so nothing was changed. "
            "Make room there and start again."
        ) from error


def _migrate(name: str) -> None:
    # Inline: needs Django set up.
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import Error  # noqa: PLC0415

    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Error as error:
        raise StoreError(store_sentence(error, name)) from error


def remove_store(home: Path) -> None:
    """Remove a throw-away home with all that is in it."""
    shutil.rmtree(home, ignore_errors=True)
