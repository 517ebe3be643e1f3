"""The geometry of the picture of circles: oneself in the middle, people around by closeness, their names beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import cos, radians, sin
from textwrap import shorten

from unrut.web.pictures_ways import Box, TextLine

_DOT, _BASE = 5.0, 0.68
# Wide: a column of names on each side, rings between them; people of a circle stand in one segment of the rings.
_WIDTH, _COLUMN, _LETTERS = 640, 170.0, 24
_ROW, _GROUP_GAP, _TOP = 24.0, 16.0, 10.0
_RINGS = (58.0, 96.0, 134.0)
_MIDDLE, _STEEPEST = 28.0, 78.0
# Phone: a row each, the farther the ring the farther to the right, names to the right of that.
_PHONE_WIDTH, _PHONE_ROW, _PHONE_GAP, _PHONE_LETTERS, _PHONE_MOST = 358, 30.0, 12.0, 34, 3
_PHONE_RINGS, _PHONE_TEXT, _PHONE_TOP = (12.0, 40.0, 68.0), 92.0, 26.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody to draw: their key, their name, and the ring they stand on; 0 is the nearest."""

    key: int
    name: str
    ring: int


@dataclass(frozen=True, slots=True)
class SpotGroup:
    """The people of a circle: its key, its heading, and whom of it to draw."""

    key: str
    title: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class PersonMark:
    """Somebody as drawn: the point, the line from it to the name, the name, and the room one can touch."""

    spot: Spot
    x: float
    y: float
    lead: str
    line: TextLine
    anchor: str
    room: Box

    @property
    def room_width(self) -> float:
        """How wide the room is."""
        return round(self.room.right - self.room.left, 1)

    @property
    def room_height(self) -> float:
        """How high it is."""
        return round(self.room.bottom - self.room.top, 1)


@dataclass(frozen=True, slots=True)
class GroupMark:
    """The heading of a circle and its people."""

    group: SpotGroup
    line: TextLine
    anchor: str
    people: tuple[PersonMark, ...]


@dataclass(frozen=True, slots=True)
class CirclePicture:
    """The whole picture; on a phone the rings are lines from top to bottom."""

    width: int
    height: int
    groups: tuple[GroupMark, ...]
    middle: tuple[float, float] | None
    rings: tuple[float, ...]

    @property
    def middle_size(self) -> float:
        """The radius of the circle of oneself."""
        return _MIDDLE


@dataclass(frozen=True, slots=True)
class _Side:
    """A column of names: where the words begin or end, on which side, its room, and the half of the rings it belongs to."""

    x: float
    anchor: str
    left: float
    right: float
    half: int


_RIGHT = _Side(_WIDTH - _COLUMN + 8, "start", _WIDTH - _COLUMN, _WIDTH, 1)
_LEFT = _Side(_COLUMN - 8, "end", 0, _COLUMN, -1)


def circle_picture(groups: Sequence[SpotGroup]) -> CirclePicture:
    """The picture for a wide screen: circles share the two sides evenly."""
    right, left = _halved(groups)
    height = max(_height(right), _height(left), 2 * (_RINGS[-1] + _TOP))
    middle = (_WIDTH / 2, round(height / 2, 1))
    marks = [*_column(right, _RIGHT, middle), *_column(left, _LEFT, middle)]
    return CirclePicture(_WIDTH, round(height), tuple(marks), middle, _RINGS)


def circle_picture_phone(groups: Sequence[SpotGroup]) -> CirclePicture:
    """The same for a phone: circle below circle, the three nearest of each."""
    shown = [SpotGroup(group.key, group.title, group.spots[:_PHONE_MOST]) for group in groups]
    heights = [(1 + len(group.spots)) * _PHONE_ROW + _PHONE_GAP for group in shown]
    tops = list(accumulate(heights, initial=_PHONE_TOP))
    marks = [_rows(group, top) for group, top in zip(shown, tops, strict=False)]
    return CirclePicture(_PHONE_WIDTH, round(tops[-1]), tuple(marks), None, _PHONE_RINGS)


def _halved(groups: Sequence[SpotGroup]) -> tuple[list[SpotGroup], list[SpotGroup]]:
    """The circles that stand on the right, and those on the left: as even as it gets without changing their order."""
    cut = min(
        range(len(groups) + 1), key=lambda cut: (abs(_height(groups[:cut]) - _height(groups[cut:])), -cut)
    )
    return list(groups[:cut]), list(groups[cut:])


def _height(groups: Sequence[SpotGroup]) -> float:
    return sum((1 + len(group.spots)) * _ROW + _GROUP_GAP for group in groups)


def _column(groups: Sequence[SpotGroup], side: _Side, middle: tuple[float, float]) -> Iterator[GroupMark]:
    """The circles of one side, one below the other, in the middle of the height."""
    height = _height(groups)
    reach = max(height / 2, _RINGS[-1])
    top = middle[1] - height / 2 + _GROUP_GAP / 2
    for group in groups:
        rows = [top + place * _ROW for place in range(1 + len(group.spots))]
        people = [
            _person(spot, row, (row + _ROW / 2 - middle[1]) / reach, side, middle)
            for spot, row in zip(group.spots, rows[1:], strict=True)
        ]
        yield GroupMark(group, _line(group.title, side.x, top, _ROW), side.anchor, tuple(people))
        top += len(rows) * _ROW + _GROUP_GAP


def _person(spot: Spot, top: float, down: float, side: _Side, middle: tuple[float, float]) -> PersonMark:
    """Somebody at the angle their name is at: `down` is 0 in the middle of the column and at most 1 at its end."""
    angle, away = radians(_STEEPEST * down), _RINGS[spot.ring]
    x = round(middle[0] + side.half * away * cos(angle), 1)
    y = round(middle[1] + away * sin(angle), 1)
    edge = side.left if side.half > 0 else side.right
    return PersonMark(
        spot=spot,
        x=x,
        y=y,
        lead=f"M{x} {y}L{edge} {round(top + _ROW / 2, 1)}",
        line=_line(_short(spot.name, _LETTERS), side.x, top, _ROW),
        anchor=side.anchor,
        room=Box(side.left, round(top, 1), side.right, round(top + _ROW, 1)),
    )


def _rows(group: SpotGroup, top: float) -> GroupMark:
    """A circle on a phone: its heading, then its people."""
    people = [_row(spot, top + (1 + place) * _PHONE_ROW) for place, spot in enumerate(group.spots)]
    return GroupMark(group, _line(group.title, 0, top, _PHONE_ROW), "start", tuple(people))


def _row(spot: Spot, top: float) -> PersonMark:
    x, y = _PHONE_RINGS[spot.ring], round(top + _PHONE_ROW / 2, 1)
    return PersonMark(
        spot=spot,
        x=x,
        y=y,
        lead=f"M{x} {y}H{_PHONE_TEXT - 6}",
        line=_line(_short(spot.name, _PHONE_LETTERS), _PHONE_TEXT, top, _PHONE_ROW),
        anchor="start",
        room=Box(0, round(top, 1), _PHONE_WIDTH, round(top + _PHONE_ROW, 1)),
    )


def _line(words: str, x: float, top: float, height: float) -> TextLine:
    return TextLine(x, round(top + _BASE * height, 1), words, is_note=False)


def _short(name: str, letters: int) -> str:
    """A name that fits; one long word is cut where a text would be cut between words."""
    told = shorten(name, letters, placeholder=" …")
    return told if told.strip(" …") else f"{name[: letters - 1]}…"
