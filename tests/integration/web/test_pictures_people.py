"""The picture of circles: everybody drawn once, near ones near, and no name upon another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.web.pictures_people import (
    CirclePicture,
    Spot,
    SpotGroup,
    circle_picture,
    circle_picture_phone,
)

pytestmark = pytest.mark.integration

names = st.text(min_size=1, max_size=60)


@st.composite
def circles(draw: st.DrawFn) -> list[SpotGroup]:
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=6))
    return [
        SpotGroup(
            f"circle-{place}",
            f"Circle {place}",
            tuple(Spot(10 * place + key, draw(names), draw(st.integers(0, 2))) for key in range(size)),
        )
        for place, size in enumerate(sizes)
    ]


def keys(picture: CirclePicture) -> list[int]:
    return [person.spot.key for mark in picture.groups for person in mark.people]


def away(picture: CirclePicture) -> dict[int, float]:
    """How far each point is from the middle."""
    assert picture.middle is not None
    x, y = picture.middle
    return {
        person.spot.key: round(((person.x - x) ** 2 + (person.y - y) ** 2) ** 0.5)
        for mark in picture.groups
        for person in mark.people
    }


@given(circles())
def test_everybody_is_drawn_once_on_their_ring(groups: list[SpotGroup]) -> None:
    picture = circle_picture(groups)

    spots = [spot for group in groups for spot in group.spots]
    assert keys(picture) == [spot.key for spot in spots]
    assert away(picture) == {spot.key: round(picture.rings[spot.ring]) for spot in spots}


@given(circles())
def test_rooms_do_not_meet_and_lie_in_the_picture(groups: list[SpotGroup]) -> None:
    for picture in (circle_picture(groups), circle_picture_phone(groups)):
        rooms = [person.room for mark in picture.groups for person in mark.people]

        inside = [
            room.left >= 0 and room.right <= picture.width and room.top >= 0 and room.bottom <= picture.height
            for room in rooms
        ]
        above = sorted(rooms, key=lambda room: (room.left, room.top))
        gaps = [after.top - before.bottom for before, after in pairwise(above) if before.left == after.left]
        assert all(inside)
        assert all(gap >= -0.11 for gap in gaps)


@given(circles())
def test_phone_shows_the_three_nearest_of_each_circle(groups: list[SpotGroup]) -> None:
    picture = circle_picture_phone(groups)

    assert keys(picture) == [spot.key for group in groups for spot in group.spots[:3]]
    assert [person.x for mark in picture.groups for person in mark.people] == [
        picture.rings[spot.ring] for group in groups for spot in group.spots[:3]
    ]


def test_sides_share_the_circles_evenly() -> None:
    groups = [SpotGroup(name, name, (Spot(place, name, 0),)) for place, name in enumerate("abcd")]

    picture = circle_picture(groups)

    assert [mark.anchor for mark in picture.groups] == ["start", "start", "end", "end"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana Ortiz", "Ana Ortiz"),
        ("Ana Maria of the Long Meadows", "Ana Maria of the Long …"),
        ("A" * 40, "A" * 23 + "…"),
    ],
)
def test_long_names_are_cut(name: str, shown: str) -> None:
    picture = circle_picture([SpotGroup("a", "A", (Spot(1, name, 0),))])

    assert [person.line.words for mark in picture.groups for person in mark.people] == [shown]


def test_room_has_its_size() -> None:
    picture = circle_picture([SpotGroup("a", "A", (Spot(1, "Ana", 0),))])

    (person,) = picture.groups[0].people
    assert (person.room_width, person.room_height, picture.middle_size) == (170.0, 24.0, 28.0)


def test_nobody_makes_an_empty_picture() -> None:
    assert (circle_picture([]).groups, circle_picture_phone([]).groups) == ((), ())
