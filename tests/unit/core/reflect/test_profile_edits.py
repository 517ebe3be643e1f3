"""The person's changes lie over the computed list and stay when it moves on."""

import pytest

from unrut.core.facets import Concern, shipped_vocabulary
from unrut.core.reflect.profile import Profile, ProfileLine
from unrut.core.reflect.profile_edits import Column, Edit, EditedProfile, ListLine, edited_profile

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
LOOK_FOR, AVOID = Column.LOOK_FOR, Column.AVOID
COMPUTED = ProfileLine("commute", Concern.COMPANY, "A short way", "How far?", (4, 2))
NOTES = {AVOID: {"autonomy": (9,)}, LOOK_FOR: {}}


def edited(*edits: Edit, look_for: tuple[ProfileLine, ...] = (COMPUTED,)) -> EditedProfile:
    return edited_profile(Profile(look_for, ()), edits, NOTES, vocabulary=VOCABULARY)


def a_line(**changed: object) -> ListLine:
    values = {
        "column": LOOK_FOR,
        "facet": "commute",
        "concerns": Concern.COMPANY,
        "text": "A short way",
        "ask": "How far?",
        "notes": (4, 2),
        **changed,
    }
    return ListLine(**values)  # type: ignore[arg-type]


def test_list_without_changes_is_as_computed() -> None:
    found = edited()

    assert found == EditedProfile((a_line(),), (), ())
    assert (found.column(LOOK_FOR), found.column(AVOID)) == (found.look_for, ())


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (Edit(7, LOOK_FOR, "commute", text="By bicycle"), {"text": "By bicycle"}),
        (Edit(7, LOOK_FOR, "commute", ask="By bicycle?"), {"ask": "By bicycle?"}),
        (Edit(7, LOOK_FOR, "commute"), {}),
    ],
)
def test_change_replaces_only_what_it_says(edit: Edit, changed: dict[str, object]) -> None:
    assert edited(edit).look_for == (a_line(edit=7, **changed),)


def test_change_of_the_other_column_is_not_this_one() -> None:
    found = edited(Edit(7, AVOID, "commute", text="Two trains"))

    assert found.look_for == (a_line(),)
    assert [(line.text, line.is_current) for line in found.avoid] == [("Two trains", False)]


def test_line_left_out_stands_beside_the_list() -> None:
    found = edited(Edit(7, LOOK_FOR, "commute", is_left_out=True))

    assert found == EditedProfile((), (), (a_line(edit=7),))


def test_change_survives_when_the_computed_line_is_gone() -> None:
    found = edited(Edit(7, LOOK_FOR, "commute", text="By bicycle"), look_for=())

    commute = VOCABULARY["commute"]
    assert found.look_for == (
        a_line(text="By bicycle", ask=commute.posting.ask, notes=(), edit=7, is_current=False),
    )


@pytest.mark.parametrize(
    ("column", "text", "notes"),
    [(LOOK_FOR, VOCABULARY["autonomy"].look_for, ()), (AVOID, VOCABULARY["autonomy"].avoid, (9,))],
)
def test_line_that_fell_off_keeps_what_was_not_changed(
    column: Column, text: str, notes: tuple[int, ...]
) -> None:
    (line,) = edited(Edit(7, column, "autonomy", ask="Who decides?"), look_for=()).column(column)

    assert (line.text, line.ask, line.concerns, line.notes) == (text, "Who decides?", Concern.ROLE, notes)


def test_left_out_line_stays_out_when_it_is_no_longer_computed() -> None:
    found = edited(Edit(7, LOOK_FOR, "commute", is_left_out=True), look_for=())

    assert (found.look_for, [line.is_current for line in found.left_out]) == ((), [False])


def test_own_lines_come_last_and_have_no_facet() -> None:
    found = edited(Edit(8, LOOK_FOR, text="A desk by a window", ask="May I see it?"))

    own = ListLine(LOOK_FOR, "", None, "A desk by a window", "May I see it?", edit=8)
    assert found.look_for == (a_line(), own)
    assert [line.is_own for line in found.look_for] == [False, True]
    assert [line.key for line in found.look_for] == ["look_for-commute", "look_for-8"]


def test_change_of_a_facet_that_is_not_known_is_no_line() -> None:
    assert edited(Edit(7, LOOK_FOR, "luck", text="More luck")).look_for == (a_line(),)
