"""Migrations are complete, numbered as the store counts them, and can be taken back."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from tests.factories import a_life, a_person

from unrut.config import SCHEMA_VERSION

pytestmark = pytest.mark.integration


def own_migrations() -> list[str]:
    loader = MigrationLoader(connection)
    return sorted(name for app, name in loader.disk_migrations if app == "unrut")


def own_tables() -> list[str]:
    return [name for name in connection.introspection.table_names() if name.startswith("unrut_")]


@pytest.fixture
def migrated_again(transactional_db: None) -> Iterator[None]:
    """Brings all tables back, however far a test took them."""
    yield
    call_command("migrate", verbosity=0)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_store_version_is_the_number_of_the_newest_migration() -> None:
    numbers = [int(name.split("_")[0]) for name in own_migrations()]

    assert numbers == list(range(1, SCHEMA_VERSION + 1))


@pytest.mark.django_db
def test_every_operation_says_that_it_can_be_taken_back() -> None:
    loader = MigrationLoader(connection)

    stuck = [
        (name, operation)
        for name in own_migrations()
        for operation in loader.get_migration("unrut", name).operations
        if not operation.reversible
    ]

    assert stuck == []


def test_migrations_are_taken_back_and_made_again_with_rows_in_the_tables(migrated_again: None) -> None:
    a_life(a_person())
    tables = own_tables()

    call_command("migrate", "unrut", "zero", verbosity=0)
    assert own_tables() == []

    call_command("migrate", verbosity=0)
    assert own_tables() == tables
