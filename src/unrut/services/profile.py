"""Changing the list of what to look for and what to avoid."""

from dataclasses import dataclass

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.facets import shipped_vocabulary
from unrut.models import Person, ProfileColumn, ProfileEdit
from unrut.queries.scope import of, one

LONGEST_TEXT, LONGEST_QUESTION = 300, 500
MOST_OWN_LINES = 6


@dataclass(frozen=True, slots=True)
class LineWords:
    """A line in the person's own words, and the question that finds out."""

    text: str
    ask: str = ""


def word_line(owner: Person, column: str, facet: str, words: LineWords) -> ProfileEdit | None:
    """Put the line of a facet into one's own words; what is empty, or as it was computed, stays computed.

    Raises InvalidInputError.
    """
    _check_place(column, facet)
    changed = _changed(column, facet, _checked(words))
    with transaction.atomic():
        if not (changed.text or changed.ask):
            return _unword(owner, column, facet)
        edit, _ = ProfileEdit.objects.update_or_create(
            owner=owner, column=column, facet=facet, defaults={"text": changed.text, "ask": changed.ask}
        )
    return edit


def _unword(owner: Person, column: str, facet: str) -> ProfileEdit | None:
    """Back to the computed words; a line that was left out stays left out."""
    stored = of(ProfileEdit, owner).filter(column=column, facet=facet)
    stored.filter(is_left_out=False).delete()
    stored.update(text="", ask="")
    return stored.first()


def leave_out_line(owner: Person, column: str, facet: str) -> ProfileEdit:
    """Take the line of a facet off the list; its words are kept.

    Raises InvalidInputError.
    """
    _check_place(column, facet)
    edit, _ = ProfileEdit.objects.update_or_create(
        owner=owner, column=column, facet=facet, defaults={"is_left_out": True}
    )
    return edit


def bring_back_line(owner: Person, column: str, facet: str) -> None:
    """Put a line that was left out back, in the words it had.

    Raises InvalidInputError.
    """
    _check_place(column, facet)
    with transaction.atomic():
        left_out = of(ProfileEdit, owner).filter(column=column, facet=facet, is_left_out=True)
        left_out.filter(text="", ask="").delete()
        left_out.update(is_left_out=False)


def restore_line(owner: Person, column: str, facet: str) -> None:
    """Forget all changes of the line of a facet."""
    _check_place(column, facet)
    of(ProfileEdit, owner).filter(column=column, facet=facet).delete()


def add_own_line(owner: Person, column: str, words: LineWords) -> ProfileEdit:
    """Add a line of one's own; the same line twice stays one.

    Raises InvalidInputError.
    """
    _check_column(column)
    kept = _checked(words)
    if not kept.text:
        raise InvalidInputError("The line is empty. Write what to look for or to avoid, then add it.")
    with transaction.atomic():
        own = of(ProfileEdit, owner).filter(column=column, facet="")
        same = own.filter(text=kept.text).first()
        if same is None and own.count() >= MOST_OWN_LINES:
            raise InvalidInputError(
                f"There are {MOST_OWN_LINES} lines of your own in this column, as many as one page holds. "
                "Remove one first."
            )
        return same or ProfileEdit.objects.create(owner=owner, column=column, text=kept.text, ask=kept.ask)


def change_own_line(owner: Person, edit_id: int, words: LineWords) -> ProfileEdit:
    """Change a line of one's own.

    Raises MissingError, InvalidInputError.
    """
    edit = one(ProfileEdit, owner, edit_id)
    kept = _checked(words)
    if not (kept.text or edit.facet):
        raise InvalidInputError("The line is empty. Write something in it, or remove it.")
    edit.text, edit.ask = kept.text, kept.ask
    edit.save(update_fields=["text", "ask"])
    return edit


def remove_line(owner: Person, edit_id: int) -> ProfileEdit:
    """Remove a line of one's own, or the changes of a computed one.

    Raises MissingError.
    """
    edit = one(ProfileEdit, owner, edit_id)
    edit.delete()
    return edit


def _changed(column: str, facet: str, words: LineWords) -> LineWords:
    """Only what differs from the computed line, so that an untouched part goes on following the vocabulary."""
    known = shipped_vocabulary()[facet]
    usual = known.look_for if column == ProfileColumn.LOOK_FOR else known.avoid
    return LineWords(
        text="" if words.text == usual else words.text,
        ask="" if words.ask == known.posting.ask else words.ask,
    )


def _checked(words: LineWords) -> LineWords:
    text, ask = (" ".join(part.replace("\x00", "").split()) for part in (words.text, words.ask))
    if len(text) > LONGEST_TEXT:
        raise InvalidInputError(
            f"The line has {len(text)} characters and may have {LONGEST_TEXT}. Write a shorter one."
        )
    if len(ask) > LONGEST_QUESTION:
        raise InvalidInputError(
            f"The question has {len(ask)} characters and may have {LONGEST_QUESTION}. Write a shorter one."
        )
    return LineWords(text, ask)


def _check_place(column: str, facet: str) -> None:
    _check_column(column)
    if facet not in shipped_vocabulary():
        raise InvalidInputError(f'"{facet}" is not one of the thirty facets. Choose one from the list.')


def _check_column(column: str) -> None:
    if column not in ProfileColumn.values:
        raise InvalidInputError(
            f'"{column}" is not a column of the list. Choose {" or ".join(ProfileColumn.values)}.'
        )
