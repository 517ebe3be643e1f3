"""Pictures as plain figures: places and sizes that templates draw as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from unrut.queries.explore import RankedOption
from unrut.queries.frame import PRESENT

STRIP_WIDTH, STRIP_HEIGHT = 320, 20
_TICK_GAP, _LOW_HEIGHT, _LEAST_WEEKS = 2, 6, 24


@dataclass(frozen=True, slots=True)
class Strip:
    """All answered weeks side by side, as two outlines: ten years are five hundred weeks, too many to draw one by one."""

    named: str
    others: str


def week_strip(weeks: Sequence[date], named: Sequence[date]) -> Strip:
    """A tall bar for each week that names the facet, a low one for each that does not."""
    tall, low = _bars(len(weeks))
    marked = set(named)
    return Strip(
        named="".join(bar for bar, week in zip(tall, weeks, strict=True) if week in marked),
        others="".join(bar for bar, week in zip(low, weeks, strict=True) if week not in marked),
    )


@lru_cache(maxsize=8)
def _bars(count: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tall and the low bar of each week: a page draws dozens of strips of the same weeks."""
    room = STRIP_WIDTH / max(count, _LEAST_WEEKS)
    # Ten years of weeks leave less room than the usual gap.
    width = round(room - min(_TICK_GAP, room / 4), 2)
    places = [round(place * room, 2) for place in range(count)]
    return (
        tuple(f"M{x} 0h{width}v{STRIP_HEIGHT}h-{width}z" for x in places),
        tuple(f"M{x} {STRIP_HEIGHT - _LOW_HEIGHT}h{width}v{_LOW_HEIGHT}h-{width}z" for x in places),
    )


@dataclass(frozen=True, slots=True)
class FitBar:
    """The range of one option on the common scale from 0 to 100, and where the present job is."""

    low: float
    width: float
    mean: float
    present: float


def fit_bars(options: Sequence[RankedOption]) -> dict[str, FitBar]:
    """A bar for each option by its key."""
    present = next((option.mean for option in options if option.kind == PRESENT), 0.0)
    return {
        option.key: FitBar(
            low=round(option.low, 1),
            width=round(option.high - option.low, 1),
            mean=round(option.mean, 1),
            present=round(present, 1),
        )
        for option in options
    }
