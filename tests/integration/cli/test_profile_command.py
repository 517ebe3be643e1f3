import json
from pathlib import Path
from typing import Any

import pytest
from tests.factories import a_correction, a_note, a_profile_edit

from unrut.core.facets import shipped_vocabulary
from unrut.models import Person

pytestmark = pytest.mark.integration

COMMUTE = shipped_vocabulary()["commute"]


@pytest.fixture
def about_commute(me: Person) -> Person:
    a_correction(a_note(me, "Zzz with Dora"), "commute")
    a_profile_edit(me, "A desk by a window")
    return me


def test_list_is_printed_without_own_words(unrut: Any, about_commute: Person) -> None:
    result = unrut("profile")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "WHAT I LOOK FOR IN WORK, AND WHAT I AVOID",
        "20 November 2026",
        "",
        "Look for",
        "",
        "The company",
        "",
        f"- {COMMUTE.look_for}",
        f"  Ask: {COMMUTE.posting.ask}",
        "",
        "Besides",
        "",
        "- A desk by a window",
        "",
        "Avoid",
        "",
        "The company",
        "",
        f"- {COMMUTE.avoid}",
        f"  Ask: {COMMUTE.posting.ask}",
    ]


def test_own_words_are_quoted_when_asked_for(unrut: Any, about_commute: Person) -> None:
    assert unrut("profile", "--words", "--as", "markdown").stdout.count("  - “Zzz with Dora”") == 2


@pytest.mark.parametrize(
    ("name", "start"), [("list.md", "# What I look for"), ("list.txt", "WHAT I LOOK FOR")]
)
def test_list_is_written_as_its_file_is_called(
    unrut: Any, about_commute: Person, tmp_path: Path, name: str, start: str
) -> None:
    file = tmp_path / name

    result = unrut("profile", "--output", str(file))

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Your list is in {file} now.\n")
    assert file.read_text(encoding="utf-8").startswith(start)


def test_file_that_is_there_is_not_replaced(unrut: Any, about_commute: Person, tmp_path: Path) -> None:
    file = tmp_path / "list.md"
    file.write_text("mine", encoding="utf-8")

    refused = unrut("profile", "--output", str(file))
    forced = unrut("profile", "--output", str(file), "--force")

    assert (refused.exit_code, forced.exit_code) == (3, 0)
    assert "mine" not in file.read_text(encoding="utf-8")


def test_json_holds_both_columns_and_what_was_left_out(unrut: Any, about_commute: Person) -> None:
    a_profile_edit(about_commute, "", facet="commute", column="avoid", is_left_out=True)

    told = json.loads(unrut("profile", "--json").stdout)

    assert {
        name: [(line["facet"], line["is_changed"]) for line in lines] for name, lines in told.items()
    } == {
        "look_for": [("commute", False), ("", True)],
        "avoid": [],
        "left_out": [("commute", True)],
    }


def test_nothing_written_is_an_empty_list(unrut: Any, me: Person) -> None:
    assert unrut("profile").stdout.count("Nothing yet.") == 2
