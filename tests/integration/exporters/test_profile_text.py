"""The list as a text for somebody else: Markdown or plain lines, with or without one's own words."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import MONDAY

from unrut.core.facets import Concern
from unrut.core.reflect.profile_edits import Column, EditedProfile, ListLine
from unrut.exporters.profile_text import ProfileSheet, TextFormat, by_concern, profile_text, quotable
from unrut.queries.notes import FacetState, NoteFacet, NoteView

pytestmark = pytest.mark.integration

LOOK_FOR, AVOID = Column.LOOK_FOR, Column.AVOID
NOTES = {
    key: NoteView(key, MONDAY, MONDAY, "dislike", text, ())
    for key, text in enumerate(("Late *again*\nwith Dora", "No seat", "Third"))
}
COMPANY = ListLine(LOOK_FOR, "commute", Concern.COMPANY, "A short way", "How far?", (0, 1, 2))
ROLE = ListLine(LOOK_FOR, "autonomy", Concern.ROLE, "Own decisions", "Who decides?")
OWN = ListLine(AVOID, "", None, "Stairs [many]", "", edit=3)


def text(form: TextFormat, *, with_words: bool = False, profile: EditedProfile | None = None) -> str:
    shown = profile or EditedProfile((COMPANY, ROLE), (OWN,), ())
    return profile_text(ProfileSheet(shown, NOTES, with_words, date(2026, 11, 20)), form)


def test_markdown_has_both_columns_by_role_and_company() -> None:
    assert text(TextFormat.MARKDOWN) == (
        "# What I look for in work, and what I avoid\n20 November 2026\n\n"
        "## Look for\n\n### The role\n\n- Own decisions\n  - Ask: Who decides?\n\n"
        "### The company\n\n- A short way\n  - Ask: How far?\n\n"
        "## Avoid\n\n### Besides\n\n- Stairs \\[many\\]\n"
    )


def test_plain_text_has_no_marks() -> None:
    assert text(TextFormat.PLAIN) == (
        "WHAT I LOOK FOR IN WORK, AND WHAT I AVOID\n20 November 2026\n\n"
        "Look for\n\nThe role\n\n- Own decisions\n  Ask: Who decides?\n\n"
        "The company\n\n- A short way\n  Ask: How far?\n\n"
        "Avoid\n\nBesides\n\n- Stairs [many]\n"
    )


@pytest.mark.parametrize(
    ("form", "quotes"),
    [
        (
            TextFormat.MARKDOWN,
            ["  - “Late \\*again\\* with Dora” (week of 16 November)", "  - “No seat” (week of 16 November)"],
        ),
        (
            TextFormat.PLAIN,
            ["  “Late *again* with Dora” (week of 16 November)", "  “No seat” (week of 16 November)"],
        ),
    ],
)
def test_own_words_are_quoted_twice_a_line_with_their_names(form: TextFormat, quotes: list[str]) -> None:
    told = text(form, with_words=True).splitlines()

    assert [line for line in told if "“" in line] == quotes


def test_words_about_harm_are_never_quoted() -> None:
    read = NoteFacet("respect_safety", FacetState.READ, 0.9, ())
    texts = ("I want to kill myself", "This job is killing me", "Hand on my back", "Late")
    notes = {key: NoteView(key, MONDAY, MONDAY, "dislike", text, ()) for key, text in enumerate(texts)}
    notes[2] = replace(notes[2], facets=(read,))
    line = replace(COMPANY, notes=(0, 1, 2, 3))

    assert [note.text for note in quotable(line, notes, 5)] == ["This job is killing me", "Late"]
    assert [note.text for note in quotable(line, notes, 1)] == ["This job is killing me"]


@pytest.mark.parametrize("form", TextFormat)
def test_empty_column_says_so(form: TextFormat) -> None:
    told = text(form, profile=EditedProfile((), (), ()))

    assert told.count("Nothing yet.\n") == 2


def test_lines_are_grouped_by_what_they_concern() -> None:
    assert by_concern([OWN, COMPANY, ROLE]) == [
        ("The role", [ROLE]),
        ("The company", [COMPANY]),
        ("Besides", [OWN]),
    ]


@pytest.mark.parametrize(
    ("form", "ending", "label"),
    [(TextFormat.MARKDOWN, "md", "Markdown"), (TextFormat.PLAIN, "txt", "plain text")],
)
def test_forms_have_endings_and_names(form: TextFormat, ending: str, label: str) -> None:
    assert (form.ending, form.label) == (ending, label)
