"""Migrations are complete, numbered as the store counts them, and can be taken back."""

from dataclasses import dataclass
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Manager, Model
from pytest_django.plugin import DjangoDbBlocker
from tests.factories import MOMENT, MONDAY, a_life, a_person

from unrut.config import SCHEMA_VERSION

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def own_migrations() -> list[str]:
    loader = MigrationLoader(connection)
    return sorted(name for app, name in loader.disk_migrations if app == "unrut")


def own_tables() -> list[str]:
    return [name for name in connection.introspection.table_names() if name.startswith("unrut_")]


@dataclass(frozen=True, slots=True)
class Journey:
    """What was found on the way back through the migrations, on one store with rows in every table, and forth again."""

    tables: list[str]
    drafts_left: int
    workplaces_said: set[tuple[object, ...]]
    remote_again: dict[str, bool | None]
    tables_at_zero: list[str]
    tables_again: list[str]


@pytest.fixture(scope="module")
def journey(store_of_tests: None, django_db_blocker: DjangoDbBlocker) -> Journey:
    """Walked once, for a test each of its stations; all tables are back at its end, and empty."""
    with django_db_blocker.unblock():
        try:
            return walked()
        finally:
            call_command("migrate", verbosity=0)
            call_command("flush", interactive=False, verbosity=0)


def walked() -> Journey:
    a_life(a_person("bob"))
    early, late = a_person("alice").pk, a_person("carol").pk
    tables = own_tables()
    keep_openings_as_before(migrated_to("0004_sources"), early)
    drafts_left = drafts_left_of_another_shape(early)
    now = migrated_to("0007_workplaces_said")
    workplaces_said = set(now.filter(owner=early).values_list("key", "workplace", "seen_on", "status"))
    keep_openings_as_now(now, late)
    before = migrated_to("0004_sources")
    remote_again = dict(before.filter(owner=late).values_list("key", "is_remote"))
    call_command("migrate", "unrut", "zero", verbosity=0)
    tables_at_zero = own_tables()
    call_command("migrate", verbosity=0)
    return Journey(tables, drafts_left, workplaces_said, remote_again, tables_at_zero, own_tables())


def migrated_to(name: str, model: str = "Opening") -> Manager[Model]:
    """The rows of a table as it is at a migration."""
    executor = MigrationExecutor(connection)
    executor.migrate([("unrut", name)])
    executor.loader.build_graph()
    table = executor.loader.project_state([("unrut", name)]).apps.get_model("unrut", model)
    rows: Manager[Model] = table._default_manager
    return rows


def keep_openings_as_before(before: Manager[Model], owner: int) -> None:
    for key, is_remote in (("yes", True), ("no", False), ("unsaid", None)):
        before.create(
            owner_id=owner, source="pasted", key=key, title="Editor", imported_on=MONDAY, is_remote=is_remote
        )


def keep_openings_as_now(now: Manager[Model], owner: int) -> None:
    for workplace in ("remote", "hybrid", "on_site", ""):
        now.create(
            owner_id=owner,
            source="pasted",
            key=workplace,
            title="Editor",
            imported_on=MONDAY,
            seen_on=date(2026, 11, 20),
            workplace=workplace,
        )


def drafts_left_of_another_shape(owner: int) -> int:
    drafts = migrated_to("0005_openings", "OpeningDraft")
    drafts.create(owner_id=owner, name="old.json", content={}, made_at=MOMENT)
    migrated_to("0006_workplaces")
    return drafts.count()


def test_no_migration_is_missing() -> None:
    told = StringIO()

    call_command("makemigrations", dry_run=True, stdout=told)

    assert told.getvalue() == "No changes detected\n"


def test_store_version_is_the_number_of_the_newest_migration() -> None:
    numbers = [int(name.split("_")[0]) for name in own_migrations()]

    assert numbers == list(range(1, SCHEMA_VERSION + 1))


def test_every_operation_says_that_it_can_be_taken_back() -> None:
    loader = MigrationLoader(connection)

    stuck = [
        (name, operation)
        for name in own_migrations()
        for operation in loader.get_migration("unrut", name).operations
        if not operation.reversible
    ]

    assert stuck == []


def test_migrations_are_taken_back_and_made_again_with_rows_in_the_tables(journey: Journey) -> None:
    assert journey.tables != []
    assert journey.tables_at_zero == []
    assert journey.tables_again == journey.tables


def test_openings_kept_before_say_where_the_work_is_done(journey: Journey) -> None:
    assert journey.workplaces_said == {
        ("yes", "remote", MONDAY, "found"),
        ("no", "", MONDAY, "found"),
        ("unsaid", "", MONDAY, "found"),
    }


def test_places_of_work_are_told_as_well_as_can_be_when_taken_back(journey: Journey) -> None:
    assert journey.remote_again == {"remote": True, "hybrid": False, "on_site": False, "": None}


def test_drafts_read_in_another_shape_are_dropped(journey: Journey) -> None:
    assert journey.drafts_left == 0
