"""`unrut openings`: parse, list, show, compare, mark and hide."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.factories import (
    MONDAY,
    ONE_WEEK,
    a_filter,
    a_job,
    a_level,
    a_want,
    an_event,
    an_opening,
)
from tests.integration.cli.answers import refused

from unrut.cli.commands import openings as commands
from unrut.core.explore.openings.filters import FilterKind
from unrut.models import Opening, OpeningEvent, OpeningFilter, OpeningReading, OpeningStatus, Person
from unrut.queries.openings import View
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
REMOTE = "This is a fully remote role."
TABLE = "was,wo\nWeberin,Leeds\nSetzer,York\n"
POSTING = "Title: Weaver\nCompany: Mill\n\nThis is a fully remote role. 35 hours per week.\n"


@pytest.fixture
def table(tmp_path: Path) -> str:
    """A table whose columns have odd names."""
    path = tmp_path / "jobs.csv"
    path.write_text(TABLE)
    return str(path)


def as_json(result: Result) -> Any:
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_choices_of_the_commands_are_those_of_the_program() -> None:
    assert list(commands.VIEWS) == [view.value for view in View]
    assert list(commands.STATUSES) == OpeningStatus.values


def test_parse_needs_no_store(unrut: Unrut, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise AssertionError("The store was opened.")

    monkeypatch.setattr("unrut.cli.opened.open_store", fail)

    result = unrut("openings", "parse", "-", given=POSTING)

    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        ["1 would be read; nothing is stored yet.", "Weaver, Mill"],
    )


def test_parse_in_json_holds_fields_facts_and_facets(unrut: Unrut) -> None:
    told = as_json(unrut("openings", "parse", "-", "--json", given=POSTING))

    (opening,) = told["openings"]
    assert (told["count"], told["problems"]) == (1, [])
    assert (opening["title"], opening["company"]) == ("Weaver", "Mill")
    assert opening["facts"]["hours"]["value"]["low"] == 35
    assert set(opening["facets"]["remote_location"]) == {"mean", "sd", "source", "quote"}


def test_parse_takes_the_columns_as_named(unrut: Unrut, table: str) -> None:
    told = as_json(
        unrut("openings", "parse", table, "--column", "title=was", "--column", "place = wo", "--json")
    )

    assert [(opening["title"], opening["places"]) for opening in told["openings"]] == [
        ("Weberin", ["Leeds"]),
        ("Setzer", ["York"]),
    ]


@pytest.mark.parametrize("column", ["title", "=was", "title=", " = "])
def test_column_without_a_field_and_a_name_is_refused(unrut: Unrut, table: str, column: str) -> None:
    sentence = refused(unrut("openings", "parse", table, "--column", column), 2)

    assert f'"{column}" names no field and column. Write it like title=Stelle.' in sentence


@pytest.mark.parametrize("column", ["title=nowhere", "weather=was"])
def test_column_that_is_not_there_is_one_sentence(unrut: Unrut, table: str, column: str) -> None:
    assert refused(unrut("openings", "parse", table, "--column", column), 3) != ""


def test_import_takes_the_columns_as_named(unrut: Unrut, me: Person, table: str) -> None:
    unrut("openings", "import", table, "--column", "title=was", "--column", "place=wo", "--company", "Mill")

    assert set(of(Opening, me).values_list("title", "place", "company")) == {
        ("Weberin", "Leeds", "Mill"),
        ("Setzer", "York", "Mill"),
    }


def test_address_is_fetched_because_it_was_named(
    unrut: Unrut, me: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def page_at(address: str, _: object) -> tuple[str, bytes]:
        asked.append(address)
        return "page.txt", POSTING.encode()

    monkeypatch.setattr("unrut.fetching.client.WebFetcher", nullcontext)
    monkeypatch.setattr("unrut.services.page_fetch.page_at", page_at)

    unrut("openings", "import", "https://example.org/1")

    assert (asked, of(Opening, me).get().title) == (["https://example.org/1"], "Weaver")


def test_list_shows_the_best_fit_first_with_its_facts(unrut: Unrut, me: Person, bob: Person) -> None:
    a_want(me, "remote_location", 100, 10)
    a_level(a_job(me), "remote_location", 0)
    silent = an_opening(me, "Setter", status="saved", gone_on=MONDAY)
    remote = an_opening(me, "Weaver", company="Mill", text=REMOTE)

    lines = unrut("openings", "list").stdout.splitlines()

    assert lines[0] == "2 openings, the best fit first."
    assert lines[2:4] == [
        f"{remote.pk:4d}  Weaver",
        "      Mill · remote · pay not stated · hours not stated",
    ]
    assert "better than now; 1 of 1 want known" in lines[4]
    assert lines[6] == f"{silent.pk:4d}  Setter [saved, no longer listed since 16 November 2026]"


def test_list_says_how_many_more_there_are_and_how_to_see_them(unrut: Unrut, me: Person) -> None:
    for number in range(3):
        an_opening(me, f"Editor {number}")

    first = unrut("openings", "list", "-n", "2").stdout.splitlines()
    last = unrut("openings", "list", "--from", "3").stdout.splitlines()

    assert first[-1] == "And 1 more: unrut openings list --from 3."
    assert [line.strip() for line in last if "Editor" in line] == [
        f"{of(Opening, me).get(title='Editor 0').pk}  Editor 0"
    ]


def test_list_counts_what_is_hidden(unrut: Unrut, me: Person) -> None:
    an_opening(me, "Poor", pay="30,000 EUR per year")
    an_opening(me, "Weaver")
    a_filter(me, "pay", "45000")

    lines = unrut("openings", "list").stdout.splitlines()
    told = as_json(unrut("openings", "list", "--json"))

    assert lines[-1] == "1 hidden by what you would never take: unrut openings hide."
    assert (told["count"], told["hidden"], told["counts"]["open"]) == (1, 1, 2)
    assert [(row["kind"], row["count"], row["is_on"]) for row in told["hiding"]] == [("pay", 1, True)]


@pytest.mark.parametrize(
    ("options", "lead", "titles"),
    [
        (("--view", "mine"), "1 opening.", ["Saved"]),
        (("--view", "gone"), "1 opening.", ["Gone"]),
        (("--view", "decided"), "0 openings.", []),
        (("--find", "sav"), "1 opening fits “sav”.", ["Saved"]),
    ],
)
def test_list_shows_the_view_and_the_words_asked_for(
    unrut: Unrut, me: Person, options: tuple[str, ...], lead: str, titles: list[str]
) -> None:
    an_opening(me, "Found")
    an_opening(me, "Saved", status="saved")
    an_opening(me, "Gone", gone_on=MONDAY)

    assert unrut("openings", "list", *options).stdout.splitlines()[0] == lead
    found = as_json(unrut("openings", "list", *options, "--json"))["openings"]
    assert [opening["title"] for opening in found] == titles


def test_list_in_json_has_a_fit_where_something_is_wanted(unrut: Unrut, me: Person) -> None:
    an_opening(me, "Weaver", text=REMOTE)
    (without,) = as_json(unrut("openings", "list", "--json"))["openings"]
    a_want(me, "remote_location", 100, 10)

    (opening,) = as_json(unrut("openings", "list", "--json"))["openings"]

    assert without["fit"] is None
    assert set(opening["fit"]) == {
        *("mean", "low", "high", "best", "better", "known", "ahead", "behind", "ask")
    }
    assert opening["fit"]["known"] == 1


@pytest.mark.parametrize("options", [("--view", "all"), ("--from", "0"), ("-n", "0"), ("-n", "x")])
def test_list_refuses_what_it_does_not_know(unrut: Unrut, me: Person, options: tuple[str, str]) -> None:
    sentence = refused(unrut("openings", "list", *options), 2)

    assert f"Invalid value for '{options[0]}': " in sentence


def test_openings_of_an_earlier_version_are_read_before_they_are_listed(unrut: Unrut, me: Person) -> None:
    an_opening(me, "Weaver")
    of(OpeningReading, me).delete()

    assert unrut("openings", "list").stdout.splitlines()[0] == "1 opening, the newest first."


def a_full_opening(owner: Person) -> Opening:
    """An opening with something in every part of its page."""
    a_want(owner, "remote_location", 100, 10)
    a_want(owner, "autonomy", 90, 10)
    for weeks in (20, 10):
        an_opening(
            owner,
            "Weaver",
            key=str(weeks),
            company="Mill",
            place="Leeds",
            posted_on=MONDAY - weeks * ONE_WEEK,
            gone_on=MONDAY,
        )
    opening = an_opening(
        owner, "Weaver", company="Mill", place="Leeds", text=REMOTE, notes="Ring them.", posted_on=MONDAY
    )
    an_event(opening, OpeningStatus.ASKING, note="Dora knows them.")
    return opening


def test_opening_is_shown_with_all_that_is_known_of_it(unrut: Unrut, me: Person) -> None:
    opening = a_full_opening(me)

    lines = unrut("openings", "show", str(opening.pk)).stdout.splitlines()

    assert lines[0] == "Weaver, Mill · Leeds"
    assert "1 of 2 wants known." in lines[1]
    heads = [line for line in lines if line and not line.startswith(" ")][2:]
    assert heads == [
        *("What it says", "Of the work", "To ask", "What you did", "Its history", "Your notes"),
    ]
    assert any(line.startswith("  Office or home: remote (“") for line in lines)
    assert "  Pay: not stated" in lines
    assert "  Why is this open, and since when?" in lines
    assert "  16 November 2026: asking around" in lines
    assert lines[-1] == "  Ring them."


def test_opening_in_json_holds_all_that_is_known_of_it(unrut: Unrut, me: Person) -> None:
    opening = a_full_opening(me)

    told = as_json(unrut("openings", "show", str(opening.pk), "--json"))

    assert (told["id"], told["title"], told["notes"], told["text"]) == (
        opening.pk,
        "Weaver",
        "Ring them.",
        REMOTE,
    )
    assert (told["silent"], "remote_location" in told["facets"]) == (["autonomy"], True)
    assert told["facts"]["workplace"]["value"]["kind"] == "remote"
    assert (told["posted_times"], len(told["postings"])) == (3, 3)
    assert told["events"] == [
        {"on": "2026-11-16", "status": "asking", "reason": "", "note": "Dora knows them."}
    ]
    assert "Why is this open, and since when?" in told["questions"]
    assert told["fit"]["known"] == 1


@pytest.mark.parametrize("command", [("show",), ("compare",), ("mark", "saved")])
def test_opening_that_is_not_there_is_one_sentence(
    unrut: Unrut, me: Person, bob: Person, command: tuple[str, ...]
) -> None:
    theirs = of(Opening, bob)[0].pk
    name, *more = command

    sentence = refused(unrut("openings", name, str(theirs), *more), 1)

    assert sentence == f"There is no opening {theirs}. See their numbers: unrut openings list.\n"


def test_openings_are_compared_line_by_line(unrut: Unrut, me: Person) -> None:
    a_want(me, "remote_location", 100, 10)
    a_level(a_job(me), "remote_location", 5)
    remote = an_opening(me, "Weaver", text=REMOTE)
    silent = an_opening(me, "Setter", hours="35 hours per week")

    lines = unrut("openings", "compare", str(remote.pk), str(silent.pk), str(remote.pk)).stdout.splitlines()

    at = lines.index("What you want: Place of work")
    assert lines[at + 2 : at + 4] == [
        "  Weaver: + remote (“This is a fully remote role”)",
        "  Setter: silent",
    ]
    at = lines.index("What they state: Hours")
    assert lines[at + 1 : at + 4] == [
        "  Your job as it is: –",
        "  Weaver: not stated",
        "  Setter: 35 hours a week",
    ]


def test_comparison_in_json_has_its_columns_and_groups(unrut: Unrut, me: Person) -> None:
    opening = an_opening(me, "Weaver")

    told = as_json(unrut("openings", "compare", str(opening.pk), "--json"))

    assert [column["name"] for column in told["columns"]] == ["Your job as it is", "Weaver"]
    assert [group["name"] for group in told["groups"]] == ["What they state"]


def test_more_than_four_are_not_compared(unrut: Unrut, me: Person) -> None:
    numbers = [str(an_opening(me, f"Editor {number}").pk) for number in range(5)]

    sentence = refused(unrut("openings", "compare", *numbers), 3)

    assert sentence == "5 openings are named. Compare up to 4 at once.\n"


def test_nothing_to_compare_is_refused(unrut: Unrut, me: Person) -> None:
    assert "Missing argument 'ID...'." in refused(unrut("openings", "compare"), 2)


def test_step_is_kept_with_reason_and_note(unrut: Unrut, me: Person) -> None:
    opening = an_opening(me, "Weaver")

    result = unrut(
        "openings", "mark", str(opening.pk), "dismissed", "--reason", "commute", "--note", "90 minutes"
    )

    assert result.stdout == "Weaver: not for me.\n"
    kept = of(OpeningEvent, me).values_list("status", "reason", "note", "happened_on").get()
    assert kept == ("dismissed", "commute", "90 minutes", MONDAY.replace(day=20))
    assert of(Opening, me).get().status == "dismissed"


def test_reason_that_is_no_facet_is_one_sentence(unrut: Unrut, me: Person) -> None:
    opening = an_opening(me)

    sentence = refused(unrut("openings", "mark", str(opening.pk), "dismissed", "--reason", "rain"), 3)

    assert sentence == '"rain" is not one of the thirty facets. Choose one from the list.\n'
    assert of(Opening, me).get().status == "found"


def test_unknown_step_is_refused(unrut: Unrut, me: Person) -> None:
    sentence = refused(unrut("openings", "mark", str(an_opening(me).pk), "lost"), 2)

    assert "'lost' is not one of 'found', 'saved'" in sentence


def test_nothing_hidden_says_how_to_hide(unrut: Unrut, me: Person, bob: Person) -> None:
    assert unrut("openings", "hide").stdout == (
        'Nothing is hidden. Hide what you would never take: unrut openings hide pay "45,000 EUR".\n'
    )


def test_what_hides_is_added_shown_again_and_forgotten(unrut: Unrut, me: Person) -> None:
    an_opening(me, "Poor", pay="30,000 EUR per year")

    hidden = unrut("openings", "hide", "pay", "45,000 EUR").stdout
    number = of(OpeningFilter, me).get().pk
    shown = unrut("openings", "hide", "--show", str(number)).stdout
    forgotten = as_json(unrut("openings", "hide", "--forget", str(number), "--json"))

    sentence = f"{number:4d}  Hide what says it pays under 45,000 EUR a year:"
    assert (hidden, shown) == (f"{sentence} 1 hidden\n", f"{sentence} off, it would hide 1\n")
    assert (forgotten, of(OpeningFilter, me).count()) == ([], 0)


def test_what_hides_is_told_in_json(unrut: Unrut, me: Person) -> None:
    row = a_filter(me, "hours", "40")

    assert as_json(unrut("openings", "hide", "--json")) == [
        {"id": row.pk, "kind": FilterKind.HOURS.value, "value": "40", "is_on": True, "count": 0}
    ]


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        (("pay",), 3, '"" is not an amount a year. Write it like 45,000 or 45,000 EUR.\n'),
        (
            ("rain", "much"),
            3,
            '"rain" is nothing openings can be hidden for. Choose one from the list.\n',
        ),
        (("--show", "0"), 1, "There is nothing here any more. Go back and choose again.\n"),
        (("--forget", "0"), 1, "There is nothing here any more. Go back and choose again.\n"),
    ],
)
def test_what_cannot_be_hidden_is_one_sentence(
    unrut: Unrut, me: Person, arguments: tuple[str, ...], exit_code: int, sentence: str
) -> None:
    assert refused(unrut("openings", "hide", *arguments), exit_code) == sentence
    assert of(OpeningFilter, me).count() == 0


def test_removed_opening_takes_its_other_postings_along(unrut: Unrut, me: Person) -> None:
    for key in "ab":
        an_opening(me, "Weaver", key=key, company="Mill", place="Leeds")
    number = of(Opening, me).get(same_as=None).pk

    assert unrut("openings", "remove", str(number)).stdout == f"Opening {number} is removed.\n"

    assert of(Opening, me).count() == 0
