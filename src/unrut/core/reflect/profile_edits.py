"""The list of what to look for and to avoid as the person changed it; what is computed moves on beneath the changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.facets import Concern, Vocabulary
from unrut.core.reflect.profile import Profile, ProfileLine


class Column(StrEnum):
    """The two columns of the list."""

    LOOK_FOR = "look_for"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the line of a facet, or a line of the person's own (no facet). An empty text or question changes nothing."""

    id: int
    column: Column
    facet: str = ""
    text: str = ""
    ask: str = ""
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line as it stands on the list.

    `edit` is the change behind it, if there is one. `is_current` is false for a line the person put into words whose facet no
    longer is among the first of the notes; it stays until they take it off.
    """

    column: Column
    facet: str
    concerns: Concern | None
    text: str
    ask: str
    notes: tuple[int, ...] = ()
    edit: int | None = None
    is_current: bool = True

    @property
    def is_own(self) -> bool:
        """Whether the person added it."""
        return not self.facet

    @property
    def key(self) -> str:
        """What tells it from every other line."""
        return f"{self.column}-{self.facet or self.edit}"


@dataclass(frozen=True, slots=True)
class EditedProfile:
    """Both columns with the changes, and what was left out."""

    look_for: tuple[ListLine, ...]
    avoid: tuple[ListLine, ...]
    left_out: tuple[ListLine, ...]

    def column(self, column: Column) -> tuple[ListLine, ...]:
        """The lines of one column."""
        return self.look_for if column is Column.LOOK_FOR else self.avoid


def edited_profile(
    profile: Profile,
    edits: Iterable[Edit],
    notes: Mapping[Column, Mapping[str, tuple[int, ...]]],
    *,
    vocabulary: Vocabulary,
) -> EditedProfile:
    """The computed list with the person's changes: computed lines in their order, then kept ones, then their own.

    `notes` are those of every facet that was named, by column, so that a line that fell off the computed list keeps its
    ground.
    """
    computed = {Column.LOOK_FOR: profile.look_for, Column.AVOID: profile.avoid}
    told = list(edits)
    lines = {
        column: _lines(
            column, computed[column], [edit for edit in told if edit.column is column], notes, vocabulary
        )
        for column in Column
    }
    left_out = {edit.id for edit in told if edit.is_left_out}
    kept = {column: tuple(line for line in lines[column] if line.edit not in left_out) for column in Column}
    return EditedProfile(
        look_for=kept[Column.LOOK_FOR],
        avoid=kept[Column.AVOID],
        left_out=tuple(line for column in Column for line in lines[column] if line.edit in left_out),
    )


def _lines(
    column: Column,
    computed: Sequence[ProfileLine],
    edits: Sequence[Edit],
    notes: Mapping[Column, Mapping[str, tuple[int, ...]]],
    vocabulary: Vocabulary,
) -> list[ListLine]:
    by_facet = {edit.facet: edit for edit in edits if edit.facet}
    current = [_line(column, line, by_facet.pop(line.facet, None)) for line in computed]
    fallen = [
        _fallen(edit, notes.get(column, {}).get(edit.facet, ()), vocabulary)
        for edit in by_facet.values()
        if edit.facet in vocabulary
    ]
    own = [ListLine(column, "", None, edit.text, edit.ask, edit=edit.id) for edit in edits if not edit.facet]
    return [*current, *fallen, *own]


def _line(column: Column, line: ProfileLine, edit: Edit | None) -> ListLine:
    return ListLine(
        column=column,
        facet=line.facet,
        concerns=line.concerns,
        text=(edit and edit.text) or line.text,
        ask=(edit and edit.ask) or line.ask,
        notes=line.notes,
        edit=edit.id if edit else None,
    )


def _fallen(edit: Edit, notes: tuple[int, ...], vocabulary: Vocabulary) -> ListLine:
    facet = vocabulary[edit.facet]
    usual = facet.look_for if edit.column is Column.LOOK_FOR else facet.avoid
    return ListLine(
        column=edit.column,
        facet=facet.id,
        concerns=facet.concerns,
        text=edit.text or usual,
        ask=edit.ask or facet.posting.ask,
        notes=notes,
        edit=edit.id,
        is_current=False,
    )
