"""`unrut wins` and `unrut milestones`: the same services as the pages, in sentences and as JSON."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.factories import MONDAY, a_checkin, a_note, a_point, a_rung, an_accomplishment

from unrut.models import Accomplishment, Milestone, Person, Refusal
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

ROTA = "Wrote the rota for the summer in one afternoon"
TAUGHT = "Taught two colleagues how to run the stocktaking"


def test_something_done_is_added_with_all_that_is_known(unrut: Any, me: Person) -> None:
    result = unrut(
        "wins",
        "add",
        ROTA,
        "--on",
        "2026-03-04",
        "--figures",
        "4 hours",
        "--seen-by",
        "R. M.",
        "--skill",
        "planning",
    )

    done = of(Accomplishment, me).get()
    assert result.stdout == f"Kept: {done.pk}  4 March 2026: {ROTA}\n"
    assert (done.figures, done.seen_by, done.skills) == ("4 hours", "R. M.", ["planning"])


def test_something_done_is_added_today_and_told_as_json(unrut: Any, me: Person) -> None:
    told = json.loads(unrut("wins", "add", ROTA, "--json").stdout)

    done = of(Accomplishment, me).get()
    assert told == {
        "number": done.pk,
        "on": "2026-11-20",
        "text": ROTA,
        "skills": [],
        "figures": "",
        "known_from": "",
        "seen_by": "",
        "proof": "",
        "source": "hand",
        "situation": "",
        "task": "",
        "action": "",
        "result": "",
        "story": "",
    }


@pytest.mark.parametrize(
    ("arguments", "sentence", "code"),
    [
        (("wins", "add", " "), "Nothing was written. Say in a few words what you got done.", 3),
        (
            ("wins", "add", "A", "--on", "2027-01-01"),
            "1 January 2027 cannot be the day. Give a day from 1940 to today.",
            3,
        ),
        (("wins", "remove", "99"), "There is nothing here any more. Go back and choose again.", 1),
        (
            ("milestones", "show", "99"),
            "There is no such milestone of your own. Look at the list and choose one of its numbers.",
            1,
        ),
        (("milestones", "paper", "case"), "Nothing is expected yet.", 3),
    ],
)
def test_what_cannot_be_is_a_sentence_and_a_code(
    unrut: Any, me: Person, arguments: tuple[str, ...], sentence: str, code: int
) -> None:
    result = unrut(*arguments)

    assert (result.exit_code, result.stderr.startswith(sentence), result.stdout) == (code, True, "")


def test_list_is_narrowed_and_counted(unrut: Any, me: Person) -> None:
    rota = an_accomplishment(me, ROTA, date(2026, 3, 4), skills=["planning"])
    taught = an_accomplishment(me, TAUGHT, date(2026, 5, 6), skills=["teaching", "Planning"])

    assert unrut("wins", "list").stdout.splitlines() == [
        f"{taught.pk}  6 May 2026: {TAUGHT}",
        f"{rota.pk}  4 March 2026: {ROTA}",
    ]
    assert unrut("wins", "list", "--until", "2026-04-01").stdout.splitlines() == [
        f"{rota.pk}  4 March 2026: {ROTA}"
    ]
    assert [
        one["text"] for one in json.loads(unrut("wins", "list", "--skill", "teaching", "--json").stdout)
    ] == [TAUGHT]
    assert unrut("wins", "list", "--skills").stdout == "    2  planning\n    1  teaching\n"
    assert json.loads(unrut("wins", "list", "--skills", "--json").stdout)[0] == {
        "skill": "planning",
        "count": 2,
    }


def test_empty_lists_say_what_to_do(unrut: Any, me: Person) -> None:
    assert unrut("wins", "list").stdout.startswith("Nothing yet. Say it like: unrut wins add")
    assert unrut("wins", "list", "--containing", "rota").stdout.startswith(
        "Nothing you wrote down fits that."
    )
    assert unrut("wins", "list", "--skills").stdout.startswith("No skills are named yet.")
    assert unrut("milestones").stdout.startswith("Nothing is set yet.")


def test_search_and_question_say_why(unrut: Any, me: Person) -> None:
    done = an_accomplishment(me, TAUGHT, date(2026, 5, 6))

    found = unrut("wins", "find", "stocktaking").stdout.splitlines()
    answered = json.loads(
        unrut("wins", "find", "Tell me about a time you taught somebody", "--question", "--json").stdout
    )

    assert found == [
        "1 thing fits that.",
        f"{done.pk}  6 May 2026: {TAUGHT}",
        "    Because of “stocktaking”",
    ]
    assert (answered[0]["text"], 0 < answered[0]["score"] <= 1, bool(answered[0]["why"])) == (
        TAUGHT,
        True,
        True,
    )


def test_low_week_brings_back_what_says_otherwise(unrut: Any, me: Person) -> None:
    assert unrut("wins", "now").stdout.startswith("Nothing is brought back now")
    a_checkin(me, satisfaction=2, boredom=8, dread=8, drive=2, learning=2)
    a_note(me, "I learn nothing new here any more")
    done = an_accomplishment(me, "Learned to read balance sheets on a course", date(2026, 5, 6))

    lines = unrut("wins", "now").stdout.splitlines()
    told = json.loads(unrut("wins", "now", "--json").stdout)
    refused = unrut("wins", "now", "--not-helpful").stdout

    assert lines == [
        "You wrote: “I learn nothing new here any more” This says something else:",
        f"{done.pk}  6 May 2026: {done.text}",
    ]
    assert (told["number"], told["week"]) == (done.pk, MONDAY.isoformat())
    assert refused.startswith("Thank you.")
    assert of(Refusal, me).count() == 1
    assert json.loads(unrut("wins", "now", "--json").stdout) is None


def test_something_done_is_removed(unrut: Any, me: Person) -> None:
    done = an_accomplishment(me, ROTA, date(2026, 3, 4))
    number = done.pk

    assert unrut("wins", "remove", f"{number}").stdout == f"Removed: {number}  4 March 2026: {ROTA}\n"


def test_file_is_looked_over_then_imported_once(unrut: Any, me: Person, tmp_path: Path) -> None:
    file = tmp_path / "brag.md"
    file.write_text(f"- 2026-03-04: {ROTA} #planning\n", encoding="utf-8")

    looked = unrut("wins", "import", str(file), "--dry-run").stdout
    assert not of(Accomplishment, me).exists()
    first = unrut("wins", "import", str(file)).stdout
    again = json.loads(unrut("wins", "import", str(file), "--json").stdout)

    assert looked.splitlines() == [
        "1 thing was read. Nothing is stored yet.",
        f"4 March 2026: {ROTA}",
    ]
    assert first == "1 thing is new.\n"
    assert again == {"created": 0, "skipped": 1, "failed": 0, "problems": [], "notices": []}
    assert of(Accomplishment, me).get().skills == ["planning"]


def test_file_with_a_bad_line_waits_for_a_word(unrut: Any, me: Person, tmp_path: Path) -> None:
    file = tmp_path / "wins.csv"
    file.write_text(f"date,what\n2026-03-04,{ROTA}\n31 Feb 2026,Never\n", encoding="utf-8")

    refused = unrut("wins", "import", str(file))
    assert (refused.exit_code, of(Accomplishment, me).count()) == (3, 0)
    assert refused.stderr.startswith("1 could not be read, first line 3:")
    assert refused.stderr.rstrip().endswith("say that the other 1 may come in without it.")

    lines = unrut("wins", "import", str(file), "--leave-out").stdout.splitlines()

    assert lines[0] == "1 thing is new."
    assert lines[1].startswith("Left out, line 3:")


def test_text_comes_by_standard_input(unrut: Any, me: Person) -> None:
    result = unrut("wins", "import", "-", "--dry-run", "--json", given=f"2026-03-04: {ROTA}\n")

    assert [win["text"] for win in json.loads(result.stdout)["wins"]] == [ROTA]


def test_commits_come_from_a_folder(unrut: Any, me: Person, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.email=me@example.org", "-c", "user.name=Me")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    (tmp_path / "a.py").write_text("print()\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "Print the rota", "--date", "2026-03-04T10:00:00")

    result = unrut("wins", "import", str(tmp_path), "--author", "me@example.org", "--since", "2026-01-01")

    done = of(Accomplishment, me).get()
    assert result.stdout == "1 thing is new.\n"
    assert (done.text, done.source, done.known_from) == ("Print the rota", "git", "git")


@pytest.mark.parametrize(
    ("ending", "starts"), [("md", b"# What I got done"), ("csv", b"date,what,"), ("json", b"[")]
)
def test_export_can_be_brought_in_again(
    unrut: Any, me: Person, tmp_path: Path, ending: str, starts: bytes
) -> None:
    an_accomplishment(me, ROTA, date(2026, 3, 4), skills=["planning"], action="Asked everybody first")
    file = tmp_path / f"wins.{ending}"

    result = unrut("wins", "export", "--output", str(file))

    assert (result.exit_code, file.read_bytes().startswith(starts)) == (0, True)
    if ending != "json":
        assert unrut("wins", "import", str(file)).stdout == "0 things are new. 1 was here already.\n"


def test_milestone_is_set_shown_and_reached(unrut: Any, me: Person) -> None:
    lines = unrut(
        "milestones", "set", "Own shop", "--ladder", "first_customer", "--by", "2028-01-01"
    ).stdout.splitlines()
    point = of(Milestone, me).get(parent=None)
    first = of(Milestone, me).filter(parent=point)[0]

    assert lines[0] == f"{point.pk}  Own shop (0 of 5 true)"
    assert unrut("milestones", "reach", f"{first.pk}").stdout.startswith("Reached on 20 November 2026:")
    assert unrut("milestones", "reach", f"{first.pk}", "--not-after-all").stdout.startswith(
        "Not reached after all:"
    )
    added = unrut(
        "milestones",
        "add",
        f"{point.pk}",
        "A sign over the door",
        "--size",
        "small",
        "--not-before",
        "2027-02-01",
    ).stdout
    assert "A sign over the door" in added
    assert unrut("milestones", "remove", f"{point.pk}").stdout == "Removed: Own shop\n"


def test_milestones_are_listed_in_words_and_as_json(unrut: Any, me: Person, tmp_path: Path) -> None:
    expected = tmp_path / "expected.txt"
    expected.write_text("Leads a shift\nTeaches students\n", encoding="utf-8")
    unrut("milestones", "set", "Head nurse", "--expected", str(expected))
    point = of(Milestone, me).get(parent=None)

    lines = unrut("milestones").stdout.splitlines()
    (told,) = json.loads(unrut("milestones", "--json").stdout)
    shown = json.loads(unrut("milestones", "show", f"{point.pk}", "--json").stdout)

    assert lines[0] == f"{point.pk}  Head nurse (0 of 2 true)"
    assert lines[-1] == "  Next: Leads a shift."
    assert told == shown
    assert (told["ground"], [rung["name"] for rung in told["rungs"]]) == (
        "reference",
        ["Leads a shift", "Teaches students"],
    )
    assert told["p50"] < told["p80"]


def test_json_stands_behind_the_command(unrut: Any, me: Person) -> None:
    result = unrut("milestones", "--json", "show", "1")

    assert (result.exit_code, "--json belongs behind the command" in result.stderr) == (2, True)


@pytest.mark.parametrize(("ending", "starts"), [("md", b"# Self-review"), ("pdf", b"%PDF"), ("docx", b"PK")])
def test_paper_is_written_to_a_file(
    unrut: Any, me: Person, tmp_path: Path, ending: str, starts: bytes
) -> None:
    an_accomplishment(me, ROTA, date(2026, 3, 4))
    file = tmp_path / f"review.{ending}"

    result = unrut("milestones", "paper", "review", "--since", "2026-01-01", "--output", str(file))

    assert (result.exit_code, file.read_bytes().startswith(starts)) == (0, True)


def test_paper_goes_to_standard_output_as_markdown(unrut: Any, me: Person, tmp_path: Path) -> None:
    an_accomplishment(me, TAUGHT, date(2026, 3, 4), seen_by="R. M.")
    point = a_point(me, "Head nurse")
    a_rung(point, "Teaches colleagues")
    expected = tmp_path / "expected.txt"
    expected.write_text("Speaks fluent Japanese\n", encoding="utf-8")

    case = unrut("milestones", "paper", "case", "--milestone", f"{point.pk}").stdout
    gap = unrut("milestones", "paper", "case", "--expected", str(expected)).stdout
    brag = unrut("milestones", "paper", "brag", "--without-witnesses").stdout

    assert case.startswith("# Head nurse")
    assert "Nothing I wrote down shows this yet." in gap
    assert (TAUGHT in brag, "R. M." in brag) == (True, False)


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_expectations_are_read_in_any_alphabet(unrut: Any, me: Person, tmp_path: Path, alphabet: str) -> None:
    file = tmp_path / "expected.txt"
    file.write_bytes("Leads the café\n\nTeaches others\n".encode(alphabet))

    unrut("milestones", "set", "Senior", "--expected", str(file))

    assert [row.name for row in of(Milestone, me).exclude(parent=None)] == [
        "Leads the café",
        "Teaches others",
    ]


@pytest.mark.parametrize("arguments", [("set", "Senior"), ("paper", "case")])
def test_expectations_that_are_no_text_are_refused(
    unrut: Any, me: Person, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    file = tmp_path / "expected.pdf"
    file.write_bytes(b"%PDF-1.7\x00\x01\x02\x03" * 20)

    result = unrut("milestones", *arguments, "--expected", str(file))

    assert result.exit_code == 3
    assert result.stderr == f"{file} is no text. Give a text file with what is expected, a line each.\n"
    assert not of(Milestone, me).exists()
