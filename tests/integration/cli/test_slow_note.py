from datetime import date

import pytest
from tests.factories import a_job, a_note

from unrut.cli.slow_note import keep_slowly
from unrut.core.errors import InvalidInputError
from unrut.models import Note, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


def test_lines_are_kept_with_week_and_job(me: Person, today: date) -> None:
    job = a_job(me)

    kept = keep_slowly([("like", "a calm day"), ("dislike", "- boring")], None)

    expected = [("like", "a calm day"), ("dislike", "boring")]
    assert kept == [
        {"week": "2026-11-16", "kind": kind, "text": text, "is_new": True} for kind, text in expected
    ]
    assert [(note.kind, note.text, note.job, note.written_on) for note in of(Note, me)] == [
        (kind, text, job, today) for kind, text in expected
    ]


def test_known_line_is_not_new(me: Person) -> None:
    a_note(me, "boring")

    kept = keep_slowly([("dislike", "boring"), ("like", "calm"), ("like", "calm")], None)

    assert [note["is_new"] for note in kept] == [False, True, False]
    assert of(Note, me).count() == 2


def test_another_week_is_named_by_its_monday(me: Person) -> None:
    kept = keep_slowly([("like", "calm")], date(2026, 3, 1))

    assert [note["week"] for note in kept] == ["2026-02-23"]


@pytest.mark.parametrize(
    ("entries", "week", "sentence"),
    [
        ([], None, "Nothing was written."),
        ([("like", "x")], date(2026, 11, 23), "The week of 23 November 2026 has not begun."),
        ([("like", "x"), ("like", "x" * 20_001)], None, "One line has 20,001 characters;"),
    ],
)
def test_refused_lines_leave_nothing_behind(
    me: Person, entries: list[tuple[str, str]], week: date | None, sentence: str
) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        keep_slowly(entries, week)

    assert not of(Note, me).exists()
