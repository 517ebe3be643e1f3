"""Mental contrasting with an if-then plan: four short questions when a milestone is set.

A wish and its best outcome are set against the obstacle inside oneself, and the obstacle is met by a plan (Oettingen; g = .34
over 21 studies, Wang, Wang & Gai 2021; more when it is a dialogue). What is pictured is the way, never success alone:
positive fantasies by themselves lower effort (Kappes & Oettingen 2011).
"""

from collections.abc import Mapping
from enum import StrEnum


class Answer(StrEnum):
    """The four answers, in the order in which they are asked."""

    WISH = "wish"
    OUTCOME = "outcome"
    OBSTACLE = "obstacle"
    RESPONSE = "response"


def next_answer(told: Mapping[str, str]) -> Answer | None:
    """The first question without an answer; None when all four have one."""
    return next((answer for answer in Answer if not told.get(answer)), None)


def place_of(answer: Answer) -> int:
    """Which of the four questions it is, from 1."""
    return list(Answer).index(answer) + 1
