"""What a site asks of programs, in its robots.txt."""

from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from unrut.fetching.addresses import WebAddress
from unrut.fetching.contract import FetchError, Outcome

NAME = "Unrut"
LARGEST_ROBOTS = 500_000
NO_RULES = frozenset({Outcome.MISSING, Outcome.CLOSED})
NO_SITE = frozenset({Outcome.ADDRESS, Outcome.UNREACHABLE, Outcome.SLOW})


class Robots:
    """The rules of each site, asked for once."""

    def __init__(self, text_of: Callable[[str], bytes]) -> None:
        self._text_of = text_of
        self._known: dict[str, RobotFileParser] = {}

    def check(self, address: WebAddress) -> None:
        """Whether a page may be read by programs. Raises FetchError when it may not, or not now."""
        if not self._rules_of(address).can_fetch(NAME, str(address)):
            raise FetchError(
                Outcome.ROBOTS,
                f"{address.host} asks programs to stay away from this page (robots.txt), so it was not read. "
                "Save the page in a browser and import the file.",
            )

    def _rules_of(self, address: WebAddress) -> RobotFileParser:
        if address.origin not in self._known:
            rules = RobotFileParser()
            rules.parse(self._lines_of(address))
            self._known[address.origin] = rules
        return self._known[address.origin]

    def _lines_of(self, address: WebAddress) -> list[str]:
        try:
            content = self._text_of(f"{address.origin}/robots.txt")
        except FetchError as error:
            if error.outcome in NO_RULES:
                return []
            if error.outcome in NO_SITE:
                raise
            raise FetchError(
                Outcome.LATER,
                f"{address.host} does not say now what programs may read (robots.txt), so nothing was read. "
                "Try again later.",
                after=error.after,
            ) from error
        return content[:LARGEST_ROBOTS].decode("utf-8", errors="replace").splitlines()
