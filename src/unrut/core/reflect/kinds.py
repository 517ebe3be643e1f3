"""What the person said a note is."""

from enum import StrEnum


class NoteKind(StrEnum):
    """What the person said the note is."""

    LIKE = "like"
    DISLIKE = "dislike"
