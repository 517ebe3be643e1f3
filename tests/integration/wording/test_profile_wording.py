"""The list of what to look for and to avoid says in its first line what leads each column."""

import pytest

from unrut.core.facets import Concern
from unrut.core.reflect.profile_edits import Column, EditedProfile, ListLine
from unrut.wording.profile import column_lead, column_name, grounds_words, lead

pytestmark = pytest.mark.integration


def a_line(text: str = "A short way", facet: str = "commute", **changed: object) -> ListLine:
    values: dict[str, object] = {"notes": (1, 2), **changed}
    return ListLine(Column.LOOK_FOR, facet, Concern.COMPANY, text, "How far?", **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("look_for", "avoid", "sentence"),
    [
        ((), (), "After your first weeks this page says what to look for and what to avoid."),
        (("A short way", "Quiet"), (), "Look for a short way."),
        ((), ("Two trains.",), "Avoid two trains."),
        (("CSS all day",), ("Slow VPN",), "Look for CSS all day. Avoid slow VPN."),
    ],
)
def test_first_line_names_what_leads(
    look_for: tuple[str, ...], avoid: tuple[str, ...], sentence: str
) -> None:
    columns = [tuple(a_line(text) for text in texts) for texts in (look_for, avoid)]

    assert lead(EditedProfile(columns[0], columns[1], ())) == sentence


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (a_line(), "From 2 notes of yours."),
        (a_line(notes=(1,)), "From 1 note of yours."),
        (a_line(edit=7), "From 2 notes of yours. In your words."),
        (
            a_line(edit=7, is_current=False),
            "From 2 notes of yours. In your words. Your notes no longer put it among the first; you kept it.",
        ),
        (a_line(facet="", edit=7, notes=()), "Your own line."),
    ],
)
def test_grounds_of_a_line_are_told(line: ListLine, sentence: str) -> None:
    assert grounds_words(line) == sentence


def test_columns_have_names_and_grounds() -> None:
    assert [(column_name(column), column_lead(column)) for column in Column] == [
        ("Look for", "From what gives you energy, and from the opposite of what weighs."),
        ("Avoid", "From what weighs on you."),
    ]
