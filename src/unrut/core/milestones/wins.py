"""What is looked for and found: an accomplishment, and why it was found."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WhyKind(StrEnum):
    """On what ground an accomplishment was found."""

    WORDS = "words"
    SKILL = "skill"
    FACET = "facet"
    MEANING = "meaning"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Why:
    """A ground with its words: quoted from the accomplishment, or the facet's id; none for time."""

    kind: WhyKind
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Win:
    """An accomplishment as it is looked for; `id` is a number of the caller's."""

    id: int
    on: date
    text: str
    story: str = ""
    figures: str = ""
    skills: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    seen_by: str = ""

    @property
    def fullness(self) -> int:
        """How many of story, figures and witnesses it has."""
        return sum(bool(part.strip()) for part in (self.story, self.figures, self.seen_by))


@dataclass(frozen=True, slots=True)
class Found:
    """An accomplishment with its score from 0 to 1 and the grounds for it, the strongest first."""

    win: Win
    score: float
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An expectation and the accomplishments that show it, best first; none is an honest gap.

    Only with a gap, `perhaps` holds those that come closest.
    """

    expectation: str
    found: tuple[Found, ...]
    perhaps: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Worry:
    """Something the person wrote down as disliked, with the facets it was read as."""

    text: str
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An accomplishment that the person called not helpful for a worry about these facets."""

    win_id: int
    facets: tuple[str, ...]
