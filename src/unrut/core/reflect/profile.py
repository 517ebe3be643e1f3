"""What to look for and what to avoid: the kind of role and of company that follows from the notes."""

from dataclasses import dataclass

from unrut.core.facets import Concern, Vocabulary
from unrut.core.reflect.causes import Cause, Picture

MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One line of the list, the question that finds out, and the notes it rests on."""

    facet: str
    concerns: Concern
    text: str
    ask: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Two columns; each line concerns the role or the company."""

    look_for: tuple[ProfileLine, ...]
    avoid: tuple[ProfileLine, ...]


def profile_of(picture: Picture, vocabulary: Vocabulary) -> Profile:
    """Look for what gives energy, and for the opposite of what weighs; avoid what weighs."""
    sought = sorted(
        _strongest(picture.energies, picture.causes),
        key=lambda cause: (-cause.strength, vocabulary.order[cause.facet]),
    )
    return Profile(
        look_for=tuple(_line(cause, vocabulary[cause.facet].look_for, vocabulary) for cause in sought)[
            :MOST_LINES
        ],
        avoid=tuple(
            _line(cause, vocabulary[cause.facet].avoid, vocabulary) for cause in picture.causes[:MOST_LINES]
        ),
    )


def _strongest(energies: tuple[Cause, ...], causes: tuple[Cause, ...]) -> list[Cause]:
    """One entry a facet, the stronger of the two."""
    best: dict[str, Cause] = {}
    for cause in (*energies, *causes):
        if cause.facet not in best or cause.strength > best[cause.facet].strength:
            best[cause.facet] = cause
    return list(best.values())


def _line(cause: Cause, text: str, vocabulary: Vocabulary) -> ProfileLine:
    facet = vocabulary[cause.facet]
    return ProfileLine(facet.id, facet.concerns, text, facet.posting.ask, cause.notes)
