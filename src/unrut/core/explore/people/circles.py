"""How a contact stands to a person, and how a contact relates to a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# Major groups of the official classification where work is done on computers; of 13 only those who research markets.
_DIGITAL = ("15-", "27-", "13-1161")


class Circle(StrEnum):
    """From where one knows somebody; OTHER also where nobody has said."""

    MENTOR = "mentor"
    FRIEND = "friend"
    INDUSTRY = "industry"
    COLLEAGUE = "colleague"
    FAMILY = "family"
    OTHER = "other"


class Relation(StrEnum):
    """Why somebody may know the answer, the most telling first."""

    THERE = "there"  # works at that company now
    WAS_THERE = "was_there"  # is said to have worked there
    ROLE = "role"  # does that very work
    FIELD = "field"  # works in the same group of occupations
    NEAR = "near"  # one step away: a neighbouring occupation, or a company of the same field
    HUB = "hub"  # knows many: a mentor, a recruiter, somebody who has answered often
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual in a circle, until more is known of somebody.

    `reply` is on the logistic scale, for somebody spoken to today: 0 is one in two. `years` is since the last contact, where no
    date is known. `warmth` goes from 0 to 10. `newness` is how far their world lies from one's own, from 0 to 1.
    """

    reply: float
    years: float
    warmth: float
    newness: float


# Our own judgement. Only the order leans on research: close circles answer more and hear more of the same news
# (Granovetter 1973), mentors and people of the industry move in other places.
USUAL: Mapping[Circle, Usual] = {
    Circle.MENTOR: Usual(reply=1.8, years=2, warmth=6, newness=0.7),
    Circle.FRIEND: Usual(reply=1.8, years=1, warmth=7, newness=0.4),
    Circle.INDUSTRY: Usual(reply=1.2, years=2, warmth=5, newness=0.8),
    Circle.COLLEAGUE: Usual(reply=1.2, years=3, warmth=4, newness=0.2),
    Circle.FAMILY: Usual(reply=2.4, years=0.2, warmth=9, newness=0.3),
    Circle.OTHER: Usual(reply=0.3, years=5, warmth=2, newness=0.6),
}


def is_digital(occupation: str) -> bool:
    """Whether weak ties help most in this work, as they do in digital fields; elsewhere warm ones do better.

    Rajkumar et al. 2022 found the difference between industries; that occupations stand for them is our judgement. Where no
    occupation is known the general finding holds, so the answer is yes.
    """
    return not occupation or occupation.startswith(_DIGITAL)
