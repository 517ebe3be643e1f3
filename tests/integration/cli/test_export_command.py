import json
import stat
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.factories import MOMENT, a_checkin, a_free_day, a_goal, a_life, a_step, an_opening

from unrut.exporters.json_export import LEFT_OUT, export_person, exported_models, list_name
from unrut.models import (
    AccomplishmentDraft,
    BoardUpdate,
    CheckIn,
    ContactDraft,
    FreeDay,
    Note,
    Opening,
    OpeningDraft,
    OpeningReading,
    Owned,
    Person,
    SignInLink,
    Step,
)
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

HEAD = ("format", "version", "made_at", "person")


def test_every_table_of_a_person_is_exported(me: Person) -> None:
    exported = export_person(me, made_at=MOMENT)

    assert set(exported_models()) == set(Owned.__subclasses__()) - set(LEFT_OUT)
    assert (AccomplishmentDraft, BoardUpdate, ContactDraft, OpeningDraft, OpeningReading) == LEFT_OUT
    assert tuple(exported) == (
        *HEAD,
        "accomplishments",
        "backgrounds",
        "boards",
        "check_ins",
        "circumstances",
        "company_notes",
        "contacts",
        "corrections",
        "decisions",
        "decision_reviews",
        "forgotten_contacts",
        "free_days",
        "goals",
        "interests",
        "inventory_answers",
        "jobs",
        "job_levels",
        "learned",
        "milestones",
        "new_normals",
        "notes",
        "openings",
        "opening_events",
        "opening_filters",
        "own_skills",
        "partners",
        "partner_wants",
        "preferences",
        "profile_edits",
        "purses",
        "refusals",
        "reviews",
        "review_answers",
        "review_lines",
        "self_views",
        "steps",
        "strength_answers",
        "strength_invites",
        "talks",
        "trade_off_answers",
        "wants",
        "ways",
        "way_figures",
        "way_levels",
        "way_tests",
    )


def test_head_says_what_the_file_is(me: Person) -> None:
    exported = export_person(me, made_at=MOMENT)

    assert {name: exported[name] for name in HEAD} == {
        "format": "unrut",
        "version": 1,
        "made_at": "2026-11-20T17:30:00+00:00",
        "person": {"handle": "me", "name": "", "is_example": False},
    }


@pytest.mark.parametrize("model", exported_models())
def test_rows_hold_every_field_but_key_owner_and_readings(alice: Person, model: type[Owned]) -> None:
    a_life(alice)

    rows = export_person(alice, made_at=MOMENT)[list_name(model)]

    fields = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    assert [set(row) for row in rows] == [fields - {"id", "owner", "read_as", "readings", "changed_at"}] * of(
        model, alice
    ).count()
    assert [row["uid"] for row in rows] == [str(row.uid) for row in of(model, alice).order_by("pk")]


def test_nothing_of_somebody_else_is_exported(alice: Person, bob: Person) -> None:
    a_life(alice)

    written = json.dumps(export_person(alice, made_at=MOMENT))

    leaks = [str(row.uid) for model in Owned.__subclasses__() for row in of(model, bob)]
    assert len(leaks) > len(exported_models())
    assert [leak for leak in (*leaks, "bob") if leak in written] == []
    assert json.dumps(export_person(bob, made_at=MOMENT)).count("bob") > 10


def test_drafts_and_sign_in_links_are_left_out(alice: Person) -> None:
    a_life(alice)
    SignInLink.objects.create(owner=alice, digest="d" * 64, made_at=MOMENT)

    written = json.dumps(export_person(alice, made_at=MOMENT))

    assert OpeningDraft.objects.get().name == "alice.json"
    assert [word for word in ("alice.json", "Kept for later", "d" * 64) if word in written] == []


def test_values_are_written_plainly(alice: Person) -> None:
    a_checkin(alice, hours=Decimal("38.5"), dread=None)
    a_free_day(alice)

    exported = export_person(alice, made_at=MOMENT)

    assert exported["check_ins"] == [
        {
            "uid": str(of(CheckIn, alice).get().uid),
            "week": "2026-11-16",
            "answered_on": "2026-11-20",
            "at_work": True,
            "satisfaction": 4,
            **dict.fromkeys(("boredom", "dread", "drive", "learning", "energy")),
            "hours": "38.5",
            "revision": 1,
        }
    ]
    assert exported["free_days"] == [
        {"uid": str(of(FreeDay, alice).get().uid), "weekday": 1, "start": "19:00:00", "minutes": 60}
    ]


def test_rows_name_one_another_by_uid(alice: Person) -> None:
    a_life(alice)

    exported = export_person(alice, made_at=MOMENT)

    assert exported["corrections"][0]["note"] == exported["notes"][0]["uid"]
    assert exported["goals"][1]["opening"] == exported["openings"][0]["uid"]
    assert exported["opening_events"][0]["opening"] == exported["openings"][0]["uid"]
    assert exported["openings"][1]["board"] == exported["boards"][0]["uid"]
    assert [step["milestone"] for step in exported["steps"]] == [exported["milestones"][0]["uid"]] * 2
    assert [step["after"] for step in exported["steps"]] == [[], [exported["steps"][0]["uid"]]]
    assert exported["accomplishments"][0]["checkin"] == exported["check_ins"][0]["uid"]


def test_posting_names_the_one_that_stands_for_it(alice: Person) -> None:
    for key in "ab":
        an_opening(alice, "Weaver", key=key, company="Mill", place="Leeds")

    first, other = export_person(alice, made_at=MOMENT)["openings"]

    assert (first["same_as"], other["same_as"]) == (None, first["uid"])


def test_steps_before_come_in_one_order(alice: Person) -> None:
    goal = a_goal(alice)
    steps = [a_step(goal, str(place), position=9 - place) for place in range(4)]
    steps[3].after.set([steps[2], steps[0], steps[1]])

    exported = export_person(alice, made_at=MOMENT)

    assert exported["steps"][3]["after"] == [str(step.uid) for step in steps[:3]]
    assert export_person(alice, made_at=MOMENT) == exported


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_grow(alice: Person, count: int, django_assert_num_queries: Any) -> None:
    for _ in range(count):
        a_step(a_goal(alice, state="parked"))

    with django_assert_num_queries(
        len(exported_models()) + 2 + 2
    ):  # links of steps, what was shown; a savepoint
        export_person(alice, made_at=MOMENT)


def test_export_goes_to_standard_output(unrut: Any, told: Person) -> None:
    result = unrut("export")

    exported = json.loads(result.stdout)
    assert exported["person"]["name"] == "Maya"
    assert len(exported["notes"]) == of(Note, told).count()
    assert len(exported["openings"]) == of(Opening, told).count()
    assert len(exported["steps"]) == of(Step, told).count()
    assert result.stdout.isascii()


def test_export_to_a_file_is_private(unrut: Any, told: Person, tmp_path: Path) -> None:
    file = tmp_path / "unrut.json"

    result = unrut("export", str(file))

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Everything of yours is in {file} now.\n"
    assert json.loads(file.read_text(encoding="utf-8"))["person"]["name"] == "Maya"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["unrut.json"]


def test_file_that_is_there_stays_untouched(unrut: Any, me: Person, tmp_path: Path) -> None:
    file = tmp_path / "unrut.json"
    file.write_text("mine")

    result = unrut("export", str(file))

    assert result.exit_code == 3
    assert result.stderr == f"{file} is there already. Name another file, or add --force to replace it.\n"
    assert file.read_text() == "mine"


def test_file_is_replaced_when_asked(unrut: Any, me: Person, tmp_path: Path) -> None:
    file = tmp_path / "unrut.json"
    file.write_text("old")

    result = unrut("export", str(file), "--force")

    assert result.exit_code == 0
    assert json.loads(file.read_text())["format"] == "unrut"


@pytest.mark.parametrize(
    ("name", "options", "problem"),
    [
        ("nowhere/unrut.json", (), "No such file or directory"),
        ("file/unrut.json", (), "Not a directory"),
        ("folder", ("--force",), "Is a directory"),
    ],
)
def test_file_that_cannot_be_written_is_one_sentence(
    unrut: Any, me: Person, tmp_path: Path, name: str, options: tuple[str, ...], problem: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    result = unrut("export", str(tmp_path / name), *options)

    assert result.exit_code == 3
    assert result.stderr == (
        f"{tmp_path / name} cannot be used: {problem}. Check the name and the rights, then try again.\n"
    )
    assert not list(tmp_path.rglob("*.part"))


def test_draft_left_by_a_crash_is_no_trouble(unrut: Any, me: Person, tmp_path: Path) -> None:
    (tmp_path / ".unrut.json.part").write_text("half")

    result = unrut("export", str(tmp_path / "unrut.json"))

    assert result.exit_code == 0
    assert not list(tmp_path.rglob("*.part"))


def test_export_is_dated_by_the_moment(unrut: Any, me: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.clock.now", lambda: MOMENT)

    assert json.loads(unrut("export").stdout)["made_at"][:10] == date(2026, 11, 20).isoformat()
