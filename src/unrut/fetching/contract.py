"""What a request gives back, and what can go wrong on the way, without anything that is slow to load."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from unrut.core.errors import UnrutError


class Outcome(StrEnum):
    """Why a request gave nothing, in one word."""

    ADDRESS = "address"  # it may not be asked, or leads to where nobody may be asked
    ROBOTS = "robots"  # the site asks programs to stay away
    MISSING = "missing"
    CLOSED = "closed"  # only for those who sign in, or not for us
    LATER = "later"  # too busy now
    SLOW = "slow"
    UNREACHABLE = "unreachable"
    BROKEN = "broken"  # half an answer, or none that can be understood
    LARGE = "large"
    KIND = "kind"  # a picture or a film instead of text


class FetchError(UnrutError):
    """A request that gave nothing. `after` is how many seconds to wait before the next try, where that is known."""

    def __init__(self, outcome: Outcome, sentence: str, *, after: float | None = None) -> None:
        super().__init__(sentence)
        self.outcome = outcome
        self.after = after


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and from which address in the end. Empty where it is unchanged since the last time."""

    address: str
    content: bytes = b""
    etag: str = ""
    modified: str = ""
    is_unchanged: bool = False


class Fetcher(Protocol):
    """Asks one address."""

    def fetch(
        self,
        address: str,
        *,
        body: str = "",
        is_page: bool = False,
        etag: str = "",
        modified: str = "",
        before_each: Callable[[], None] = lambda: None,
    ) -> Answer:
        """The answer. JSON in `body` is posted. A page is written for people, so robots.txt has a say.

        `etag` and `modified` are those of the last answer. `before_each` is called before every try, and what it raises ends
        the request. Raises FetchError.
        """
        ...
