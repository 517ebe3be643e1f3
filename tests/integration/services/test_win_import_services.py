"""Bringing in what was written down elsewhere: all or nothing, never twice, and what cannot be read only when told."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.factories import MOMENT, a_win_draft, an_accomplishment

from unrut.errors import MissingError
from unrut.exporters.wins import WinsFormat, wins_file
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.wins.contract import ImportedWin, ParsedWins
from unrut.models import Accomplishment, AccomplishmentDraft, Person
from unrut.queries.scope import of
from unrut.services.win_imports import (
    GitFolder,
    UnreadPartError,
    WinImportResult,
    approve_wins,
    import_wins,
    preview_wins,
    read_source,
)

pytestmark = pytest.mark.integration

DAY = date(2026, 3, 4)


def a_win(text: str = "Wrote the rota", key: str = "k1", **values: Any) -> ImportedWin:
    return ImportedWin(**{"source": "jrnl", "key": key, "happened_on": DAY, "text": text, **values})


def parsed(*wins: ImportedWin, problems: tuple[Problem, ...] = ()) -> ParsedWins:
    return ParsedWins(wins, problems)


def test_everything_that_was_read_is_stored(alice: Person) -> None:
    win = a_win(
        story="More of it",
        situation="A ward",
        task="To plan",
        action="Asked",
        result="Calm",
        figures="4 of 9",
        known_from="counted",
        seen_by="R. M.",
        skills=("planning",),
        proof="rota.pdf",
    )

    result = import_wins(alice, parsed(win), leave_out=False)

    done = of(Accomplishment, alice).get()
    assert result == WinImportResult(1, 0, 0)
    assert {
        name: getattr(done, name) for name in ("source", "source_key", "happened_on", "text", "story")
    } == {
        "source": "jrnl",
        "source_key": "k1",
        "happened_on": DAY,
        "text": "Wrote the rota",
        "story": "More of it",
    }
    assert (done.situation, done.task, done.action, done.result) == ("A ward", "To plan", "Asked", "Calm")
    assert (done.figures, done.known_from, done.seen_by) == ("4 of 9", "counted", "R. M.")
    assert (done.skills, done.proof) == (["planning"], "rota.pdf")


def test_same_file_twice_adds_nothing(alice: Person, bob: Person) -> None:
    both = parsed(a_win(), a_win("Taught", "k2"))

    assert import_wins(alice, both, leave_out=False) == WinImportResult(2, 0, 0)
    assert import_wins(alice, both, leave_out=False) == WinImportResult(0, 2, 0)
    assert import_wins(bob, both, leave_out=False) == WinImportResult(2, 0, 0)


def test_what_was_corrected_since_is_not_brought_in_again(alice: Person) -> None:
    import_wins(alice, parsed(a_win()), leave_out=False)
    of(Accomplishment, alice).update(text="Wrote the summer rota")

    assert import_wins(alice, parsed(a_win()), leave_out=False) == WinImportResult(0, 1, 0)


def test_what_was_typed_before_is_not_brought_in_again(alice: Person) -> None:
    an_accomplishment(alice, "Wrote the rota", DAY)

    assert import_wins(alice, parsed(a_win()), leave_out=False) == WinImportResult(0, 1, 0)


def test_nothing_is_stored_while_something_cannot_be_read(alice: Person) -> None:
    half = parsed(a_win(), problems=(Problem("line 14", "There is no day."), Problem("line 15", "Nor here.")))

    with pytest.raises(UnreadPartError) as refused:
        import_wins(alice, half, leave_out=False)

    assert str(refused.value) == (
        "2 could not be read, first line 14: There is no day. Nothing was stored. Mend it, or say that the other 1 may "
        "come in without it."
    )
    assert not of(Accomplishment, alice).exists()
    assert import_wins(alice, half, leave_out=True) == WinImportResult(1, 0, 2)


def test_store_that_fails_half_way_holds_nothing(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.services.win_imports.BLOCK", 1)
    with pytest.raises(ValidationError):
        import_wins(alice, parsed(a_win(), a_win(key="k2", happened_on="no day")), leave_out=False)  # type: ignore[arg-type]

    assert not of(Accomplishment, alice).exists()


def test_draft_waits_for_approval_and_some_may_be_left_out(alice: Person) -> None:
    a_win_draft(alice, "older.md")
    draft = preview_wins(alice, "brag.md", parsed(a_win(skills=("x",)), a_win("Taught", "k2")), now=MOMENT)
    assert list(of(AccomplishmentDraft, alice)) == [draft]
    assert not of(Accomplishment, alice).exists()

    result = approve_wins(alice, draft.pk, left_out=["k2"])

    assert result == WinImportResult(1, 0, 0)
    assert [(row.text, row.skills) for row in of(Accomplishment, alice)] == [("Wrote the rota", ["x"])]
    assert not of(AccomplishmentDraft, alice).exists()


def test_draft_counts_what_could_not_be_read(alice: Person) -> None:
    half = parsed(a_win(), problems=(Problem("line 14", "There is no day."),))

    draft = preview_wins(alice, "brag.md", half, now=MOMENT)

    assert approve_wins(alice, draft.pk) == WinImportResult(1, 0, 1)


def test_draft_of_somebody_else_is_not_there(alice: Person, bob: Person) -> None:
    draft = of(AccomplishmentDraft, bob).get()

    with pytest.raises(MissingError):
        approve_wins(alice, draft.pk)


def test_source_is_a_file_or_a_folder(today: date, tmp_path: Path) -> None:
    found = read_source(("pasted.txt", b"2026-03-04: Wrote the rota"), today=today)

    assert [win.text for win in found.wins] == ["Wrote the rota"]
    with pytest.raises(UnreadableFileError, match="is no folder with git"):
        read_source(GitFolder(tmp_path), today=today)


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=40
).map(lambda text: " ".join(text.split()))
sentences = words.filter(lambda text: any(letter.isalnum() for letter in text))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(
    rows=[Accomplishment(text="'=a", happened_on=date(2025, 1, 1), figures="=1", seen_by="''-b", action="'@")]
)
@given(
    rows=st.lists(
        st.builds(
            Accomplishment,
            text=sentences,
            happened_on=st.dates(date(1990, 1, 1), date(2026, 11, 20)),
            figures=words | st.just(""),
            seen_by=words | st.just(""),
            action=words | st.just(""),
            skills=st.lists(st.from_regex("[a-z]{2,9}", fullmatch=True), unique=True, max_size=3),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda row: (row.happened_on, row.text),
    )
)
def test_table_that_was_exported_says_the_same_again(rows: list[Accomplishment], today: date) -> None:
    found = read_source(("wins.csv", wins_file(rows, WinsFormat.CSV)), today=today)

    assert found.problems == ()
    assert [
        (win.happened_on, win.text, win.figures, win.seen_by, win.action, list(win.skills))
        for win in found.wins
    ] == [(row.happened_on, row.text, row.figures, row.seen_by, row.action, row.skills) for row in rows]
