"""What somebody who knows the person answered to the three questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

INVITED = (8, 12)
"""How many people to ask, at least and at most, from `LEAST_CIRCLES` circles: the practice of portraits from others' stories."""
LEAST_CIRCLES = 3
LONGEST_ANSWER = 5000
"""Letters of one answer; the form stops there."""


class Question(StrEnum):
    """The three questions."""

    AT_BEST = "at_best"
    COME_FOR = "come_for"
    WASTED = "wasted"


@dataclass(frozen=True, slots=True)
class Answer:
    """The three answers of one person.

    `giver` is a key of who answered, "" in the anonymous pool. `may_quote` allows their words to be shown: with their name
    when the answer is signed, without it otherwise.
    """

    giver: str
    circle: str
    at_best: str
    come_for: str
    wasted: str
    may_quote: bool
    is_signed: bool
    received_on: date
