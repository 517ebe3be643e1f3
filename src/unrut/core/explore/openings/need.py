"""Whether what a posting asks for must be or would only be nice, by the words beside it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.explore.openings.finding import word_places
from unrut.core.explore.openings.text import PostingText


class Need(StrEnum):
    """How much a posting asks for something."""

    REQUIRED = "required"
    WISHED = "wished"
    UNSAID = ""


_WISHED = frozenset(
    "preferred preferably preference preferable desirable desired ideal ideally advantage advantageous "
    "beneficial helpful optional asset bonus plus nice "
    "vorteil wünschenswert idealerweise atout souhaité souhaitée souhaités valora deseable pluspunt "
    "meriterande widziane welcome prefer prefers".split()
)
# Of these words not every use says that something would be nice.
_CHECKED = {
    "plus": re.compile(r"(?:(?<=a )|(?<=big )|(?<=huge )|(?<=un ))plus|plus(?:\W{0,3}(?:$|\n)|[.,;!)])"),
    "bonus": re.compile(r"bonus(?: points| if|:|\W{0,3}(?:$|\n))"),
    "nice": re.compile(r"nice[\s-]to[\s-]ha"),
    "welcome": re.compile(r"welcome\W{0,2}(?:$|\n)"),
    "ideal": re.compile(r"ideal(?! candidate)"),
    "preference": re.compile(r"preference (?:will be|is|given|for)"),
    "asset": re.compile(r"asset\W{0,3}(?:$|\n)|asset[.,;]"),
}
_UNLESS = ("no ", "without ")
_REQUIRED = frozenset(
    "required requires require must minimum mandatory necessary essential need needed least zwingend "
    "erforderlich vorausgesetzt voraussetzung "
    "mindestens obligatoire exigé indispensable imprescindible vereist".split()
)


@dataclass(frozen=True, slots=True)
class Needs:
    """Where a text says that something must be, and where that it would be nice, in its order."""

    wished: tuple[int, ...]
    required: tuple[int, ...]

    def is_wished(self, start: int, end: int) -> bool:
        """Whether something from one place to another would only be nice."""
        return _has(self.wished, start, end)

    def between(self, start: int, end: int) -> Need:
        """What is said from one place to another; wished goes before required."""
        if _has(self.wished, start, end):
            return Need.WISHED
        return Need.REQUIRED if _has(self.required, start, end) else Need.UNSAID


def needs_of(posting: PostingText) -> Needs:
    """Look for the words that say so, once for all readers."""
    wished: list[int] = []
    for word in _WISHED & posting.words:
        places = word_places(posting, frozenset((word,)))
        check = _CHECKED.get(word)
        wished += [place for place in places if _is_wish(posting.lowered, place, check)]
    wished.sort()
    required = word_places(posting, _REQUIRED)
    return Needs(
        tuple(wished), tuple(place for place in required if not posting.lowered.endswith("not ", 0, place))
    )


def _is_wish(lowered: str, place: int, check: re.Pattern[str] | None) -> bool:
    if check is None:
        return not lowered.endswith(_UNLESS, 0, place)
    return check.match(lowered, place) is not None


def _has(places: tuple[int, ...], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
