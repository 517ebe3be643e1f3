"""Ways through three stretches of time as plain figures: bands, middles and the line of staying, that templates draw as SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unrut.core.explore.outcomes import Band, Outcome

STRIP = (300.0, 56.0)
PHONE, WIDE = (340.0, 190.0), (640.0, 220.0)
_GAP, _PAD, _LEAST_RANGE = 4.0, 2.0, 20.0
_FOOT, _LABEL_ABOVE, _LABEL_BELOW, _ROOM_FOR_LABEL = 20.0, 8.0, 16.0, 24.0


@dataclass(frozen=True, slots=True)
class Scale:
    """The values from bottom to top of a picture; one for all ways that are put side by side."""

    low: float
    high: float

    def place(self, value: float, height: float) -> float:
        """How far down a value lies."""
        share = (self.high - value) / (self.high - self.low)
        return round(height * min(1.0, max(0.0, share)), 1)


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """One stretch of time: where its range and its middle are."""

    x: float
    width: float
    top: float
    height: float
    middle: float
    label: float
    name: str

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class PhasePicture:
    """A way through its stretches of time, beside the line of staying; `label` is where that line is named."""

    width: float
    height: float
    bands: tuple[PhaseBand, ...]
    staying: float
    label: float
    there: float | None

    @property
    def foot(self) -> float:
        """Where the names of the stretches stand."""
        return self.height + _FOOT

    @property
    def there_label(self) -> float | None:
        """Where the line of the first weeks there is named."""
        if self.there is None:
            return None
        is_free = self.there >= _ROOM_FOR_LABEL
        return round(self.there - _LABEL_ABOVE if is_free else self.there + _LABEL_BELOW, 1)

    @property
    def whole(self) -> float:
        """Its height with the names."""
        return self.height + _FOOT + _PAD * 4


def phase_scale(outcomes: Iterable[Outcome], *marked: float) -> Scale:
    """A scale that holds all phases of all ways and what is marked beside them, never so fine that nothing looks like much."""
    bands = [band for outcome in outcomes for band in outcome.phases]
    low = min([*marked, *(band.low for band in bands)]) - _PAD
    high = max([*marked, *(band.high for band in bands)]) + _PAD
    short = max(0.0, _LEAST_RANGE - (high - low)) / 2
    return Scale(low - short, high + short)


def phase_picture(
    phases: Sequence[tuple[str, Band]],
    staying: float,
    scale: Scale,
    size: tuple[float, float] = STRIP,
    *,
    there: float | None = None,
) -> PhasePicture:
    """The named phases of one way side by side, each as wide as the others: the first months are short, but not small.

    `there` is the worth of the first weeks once one is there, which do not last.
    """
    width, height = size
    room = width / max(1, len(phases))
    bands = tuple(_band(phase, place * room, room, scale, height) for place, phase in enumerate(phases))
    line = scale.place(staying, height)
    return PhasePicture(
        width,
        height,
        bands,
        line,
        _label(line, bands),
        there if there is None else scale.place(there, height),
    )


def _band(named: tuple[str, Band], start: float, room: float, scale: Scale, height: float) -> PhaseBand:
    name, phase = named
    top, bottom = scale.place(phase.high, height), scale.place(phase.low, height)
    return PhaseBand(
        x=round(start + _GAP / 2, 1),
        width=round(room - _GAP, 1),
        top=top,
        height=round(max(1.0, bottom - top), 1),
        middle=scale.place(phase.middle, height),
        label=round(start + room / 2, 1),
        name=name,
    )


def _label(line: float, bands: Sequence[PhaseBand]) -> float:
    """Above the line of staying where the last band leaves room there, else below it."""
    is_above_free = line >= _ROOM_FOR_LABEL and all(
        not line - _ROOM_FOR_LABEL < band.middle <= line for band in bands[-1:]
    )
    return round(line - _LABEL_ABOVE if is_above_free else line + _LABEL_BELOW, 1)
