"""Trade-off questions and their answers, without the arithmetic: what is stored needs no arrays."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """Which of two improvements one would take first."""

    FIRST = "first"
    SECOND = "second"
    EQUAL = "equal"  # or cannot say


@dataclass(frozen=True, slots=True)
class TradeOff:
    """Whether one improvement is worth more than one or two others, each from its worst to its best realistic level.

    `answer` is None while it is only asked.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    answer: Answer | None = None

    @property
    def sides(self) -> frozenset[tuple[str, ...]]:
        """What is asked, whichever way round."""
        return frozenset({tuple(sorted(self.first)), tuple(sorted(self.second))})
