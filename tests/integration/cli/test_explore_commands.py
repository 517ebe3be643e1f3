import json
from pathlib import Path
from typing import Any

import pytest
from tests.factories import a_job, a_level, a_want, an_opening

from unrut.models import Job, JobLevel, Opening, Person, Way
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

TABLE = (
    b"title,company,place,text\nData editor,Mill,Leeds,You learn a lot\nReporter,Mill,York,\n,Mill,York,\n"
)


@pytest.fixture
def table(tmp_path: Path) -> str:
    file = tmp_path / "jobs.csv"
    file.write_bytes(TABLE)
    return str(file)


def test_no_job_says_how_to_tell_one(unrut: Any, me: Person) -> None:
    assert unrut("job").stdout == (
        'You have not said what your job is. Say it: unrut job --title "Data analyst".\n'
    )


def test_job_is_kept_with_its_levels(unrut: Any, me: Person) -> None:
    result = unrut(
        "job", "--title", "Analyst", "--company", "Mill", "--since", "2024-02-01", "--level", "autonomy=8"
    )

    assert result.stdout.splitlines() == [
        "Analyst at Mill, since 1 February 2024.",
        "   8 of 10  Autonomy (autonomy): my own decisions",
    ]


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (("--title", "Editor"), ("Editor", "Mill", "2024-02-01")),
        (("--company", "Loom"), ("Analyst", "Loom", "2024-02-01")),
        (("--company", ""), ("Analyst", "", "2024-02-01")),
        (("--since", "2025-03-01"), ("Analyst", "Mill", "2025-03-01")),
        ((), ("Analyst", "Mill", "2024-02-01")),
    ],
)
def test_job_keeps_what_is_not_said(
    unrut: Any, me: Person, option: tuple[str, ...], expected: tuple[str, str, str]
) -> None:
    a_job(me, "Analyst", company="Mill", started_on="2024-02-01")

    told = json.loads(unrut("job", *option, "--json").stdout)

    assert told == {"job": dict(zip(("title", "company", "since"), expected, strict=True)), "levels": {}}


def test_level_is_taken_back(unrut: Any, me: Person) -> None:
    job = a_job(me)
    a_level(job, "autonomy", 3)
    a_level(job, "commute", 5)

    told = json.loads(unrut("job", "--level", "autonomy=", "--json").stdout)

    assert told["levels"] == {"commute": 5}


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--level", "autonomy"), 2, '"autonomy" is not an answer. Write it like learning_growth=3.'),
        (("--level", "autonomy=11"), 3, "autonomy 11 is not an answer."),
        (("--company", "Mill"), 3, "The job has no title."),
    ],
)
def test_job_that_cannot_be_is_one_sentence(
    unrut: Any, me: Person, options: tuple[str, ...], code: int, sentence: str
) -> None:
    result = unrut("job", *options)

    assert result.exit_code == code
    assert sentence in result.stderr
    assert not of(Job, me).exists()
    assert not of(JobLevel, me).exists()


def test_job_that_was_never_told_is_null(unrut: Any, me: Person) -> None:
    assert json.loads(unrut("job", "--json").stdout) == {"job": None, "levels": {}}


def test_import_says_what_it_did(unrut: Any, me: Person, table: str) -> None:
    result = unrut("openings", "import", table)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[:3] == [
        "2 new, 0 brought up to date, 0 known as they are.",
        "",
        "Left out",
    ]
    assert [opening.title for opening in of(Opening, me)] == ["Data editor", "Reporter"]


def test_import_again_changes_nothing(unrut: Any, me: Person, table: str) -> None:
    unrut("openings", "import", table)

    told = json.loads(unrut("openings", "import", table, "--json").stdout)

    assert [told[count] for count in ("created", "updated", "skipped", "failed")] == [0, 0, 2, 1]
    assert [set(problem) for problem in told["problems"]] == [{"where", "message"}]


def test_import_reads_standard_input(unrut: Any, me: Person) -> None:
    unrut(
        "openings",
        "import",
        "-",
        "--company",
        "Loom",
        given="Title: Weaver\n\nYou decide yourself how to work.\n",
    )

    assert [opening.company for opening in of(Opening, me)] == ["Loom"]


def test_dry_run_stores_nothing(unrut: Any, me: Person, table: str) -> None:
    lines = unrut("openings", "import", table, "--dry-run").stdout.splitlines()

    assert lines[:3] == ["2 would be read; nothing is stored yet.", "Data editor, Mill", "Reporter, Mill"]
    assert lines[3].startswith("Left out, ")
    assert not of(Opening, me).exists()


def test_dry_run_in_json_holds_what_was_found(unrut: Any, me: Person, table: str) -> None:
    told = json.loads(unrut("openings", "import", table, "--dry-run", "--json").stdout)

    assert [opening["title"] for opening in told["openings"]] == ["Data editor", "Reporter"]
    assert len(told["problems"]) == 1


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_file_that_cannot_be_opened_is_one_sentence(unrut: Any, me: Person, name: str) -> None:
    result = unrut("openings", "import", name)

    assert result.exit_code == 3
    assert result.stderr.startswith(f"{name} cannot be used: ")
    assert result.stderr.endswith("Check the name and the rights, then try again.\n")


def test_empty_input_is_one_sentence(unrut: Any, me: Person) -> None:
    result = unrut("openings", "import", "-")

    assert result.exit_code == 3
    assert result.stderr.startswith("pasted.txt is empty.")


def test_openings_are_listed_with_their_numbers(unrut: Any, me: Person, bob: Person) -> None:
    first = an_opening(me, "Editor", company="Mill", place="Leeds")
    second = an_opening(me, "Weaver")

    lines = unrut("openings", "list").stdout.splitlines()

    assert lines == [
        "2 openings, the newest first.",
        *("", f"{second.pk:4d}  Weaver", "      pay not stated · hours not stated"),
        *("", f"{first.pk:4d}  Editor", "      Mill · Leeds · pay not stated · hours not stated"),
    ]


def test_openings_in_json_hold_what_the_posting_states(unrut: Any, me: Person, bob: Person) -> None:
    opening = an_opening(me, "Editor", pay="£30,000", workplace="remote", closes_on="2026-12-01")

    (told,) = json.loads(unrut("openings", "list", "--json").stdout)["openings"]

    assert (told["id"], told["title"], told["pay"]) == (opening.pk, "Editor", "£30,000")
    assert (told["is_remote"], told["posted_on"], told["closes_on"]) == (True, None, "2026-12-01")


def test_no_openings_say_how_to_bring_some_in(unrut: Any, me: Person) -> None:
    assert unrut("openings", "list").stdout == (
        "No openings yet.\nBring some in: unrut openings import FILE.\n"
    )


def test_opening_is_removed_by_its_number(unrut: Any, me: Person) -> None:
    opening = an_opening(me)

    result = unrut("openings", "remove", str(opening.pk))

    assert result.stdout == f"Opening {opening.pk} is removed.\n"
    assert not of(Opening, me).exists()


def test_opening_of_somebody_else_is_not_there(unrut: Any, me: Person, bob: Person) -> None:
    theirs = of(Opening, bob).first()
    assert theirs is not None

    result = unrut("openings", "remove", str(theirs.pk))

    assert result.exit_code == 1
    assert result.stderr == "There is nothing here any more. Go back and choose again.\n"
    assert of(Opening, bob).first() == theirs


def test_rank_lists_all_options_best_first(unrut: Any, told: Person) -> None:
    lines = unrut("rank").stdout.splitlines()

    heads = [line for line in lines if line.endswith("]")]
    assert heads[0].startswith("1. ")
    ways = of(Way, told).filter(is_aside=False, opening=None).exclude(kind="change")
    assert len(heads) == of(Opening, told).count() + ways.count() + 2
    assert sum(line.endswith("what the others are compared with") for line in lines) == 1
    assert len(lines) == 1 + 3 * len(heads)


def test_rank_shows_reasons_when_asked(unrut: Any, told: Person) -> None:
    lines = unrut("rank", "--why").stdout.splitlines()

    starts = {line.strip().split(" ")[0] for line in lines}
    assert {"For:", "Against:", "Ask:", "Treats"} <= starts


def test_rank_in_json_holds_figures_and_reasons(unrut: Any, me: Person) -> None:
    a_want(me, "autonomy")
    opening = an_opening(me, "Editor", text="You decide yourself how to work. You have full autonomy.")

    told = json.loads(unrut("rank", "--json").stdout)

    first, second = told["options"]
    assert (first["key"], first["name"], second["key"]) == (f"opening-{opening.pk}", "Editor", "present")
    want = {"facet": "autonomy", "weight": 100, "wanted": 10, "worst": None, "name": ""}
    assert told["wants"] == [want]
    assert [reason["facet"] for reason in first["ahead"]] == ["autonomy"]
    assert first["ahead"][0]["level"]["source"] == "stated"
