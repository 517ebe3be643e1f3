"""The map of near kinds of work: everything at its place, no name over another."""

from collections.abc import Callable, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations.near_map import MapPlace
from unrut.core.explore.occupations.reach import Verdict
from unrut.web.pictures_near import PLAIN, YOU, NearPicture, NearSpot, near_picture, near_picture_phone
from unrut.web.pictures_ways import Box

pytestmark = pytest.mark.integration

Draw = Callable[[str, Sequence[NearSpot]], NearPicture]

DRAWN: list[Draw] = [near_picture, near_picture_phone]
SHARES = st.floats(0, 1)
SPOTS = st.builds(
    NearSpot,
    code=st.sampled_from(["11-1011.00", "29-1141.00", "47-2111.00"]),
    name=st.text(max_size=120),
    note=st.sampled_from(["", "within reach", "your work now"]),
    look=st.sampled_from([*Verdict, YOU, PLAIN, "unheard of"]),
    place=st.builds(MapPlace, away=SHARES, turn=SHARES),
)


def a_spot(code: str = "29-1141.00", away: float = 0.5, turn: float = 0.1, **values: str) -> NearSpot:
    told = {"name": "Registered Nurses", "note": "a stretch", "look": Verdict.STRETCH, **values}
    return NearSpot(code=code, place=MapPlace(away, turn), **told)


def twelve() -> list[NearSpot]:
    name = "Sales Representatives, Wholesale and Manufacturing, Except Technical and Scientific Products"
    return [a_spot(f"41-40{place:02}.00", place / 12, (place + 0.5) / 13, name=name) for place in range(13)]


def rooms(picture: NearPicture) -> list[Box]:
    return [mark.room for mark in picture.marks]


@pytest.mark.parametrize("draw", DRAWN)
@given(spots=st.lists(SPOTS, max_size=20), name=st.text(max_size=120))
def test_names_never_lie_over_one_another_nor_outside(draw: Draw, spots: list[NearSpot], name: str) -> None:
    picture = draw(name, spots)

    whole = Box(0, 0, picture.width, picture.height)
    assert len(picture.marks) == len(spots)
    assert not any(one.meets(other) for one, other in combinations(rooms(picture), 2))
    assert all(room.is_within(whole) for room in rooms(picture))
    assert all(0 < mark.x < picture.width and 0 < mark.y < picture.height for mark in picture.marks)
    assert all(mark.room.top < line.y < mark.room.bottom for mark in picture.marks for line in mark.lines)


@given(st.lists(SPOTS, min_size=1, max_size=20))
def test_points_of_the_wide_map_keep_clear_of_the_names_and_of_the_middle(spots: list[NearSpot]) -> None:
    picture = near_picture("Nurses", spots)

    for mark in picture.marks:
        away = ((mark.x - picture.middle_x) ** 2 + (mark.y - picture.middle_y) ** 2) ** 0.5
        assert picture.middle_size < away - 6
        assert not any(room.left < mark.x < room.right for room in rooms(picture))


@pytest.mark.parametrize("draw", DRAWN)
def test_longest_names_of_the_release_find_room(draw: Draw) -> None:
    picture = draw(twelve()[0].name, twelve())

    assert not any(one.meets(other) for one, other in combinations(rooms(picture), 2))
    assert {mark.label for mark in picture.marks} == {f"{twelve()[0].name} a stretch"}
    assert all(mark.room_height >= 44 and mark.room_width >= 160 for mark in picture.marks)


def test_wide_name_stands_on_the_side_of_its_point() -> None:
    right, left = near_picture("Nurses", [a_spot(turn=0.25), a_spot(turn=0.75)]).marks

    assert (right.anchor, left.anchor) == ("start", "end")
    assert left.room.right < left.x < right.x < right.room.left


def test_farther_ones_lie_farther_out_and_on_a_phone_farther_down_too() -> None:
    spots = [a_spot("b", away=0.9), a_spot("a", away=0.1)]

    wide = {mark.spot.code: mark.x for mark in near_picture("Nurses", spots).marks}
    phone = near_picture_phone("Nurses", spots).marks

    assert wide["a"] < wide["b"]
    assert [mark.spot.code for mark in phone] == ["a", "b"]
    assert phone[0].y < phone[1].y
    assert phone[0].x < phone[1].x < min(line.x for line in phone[1].lines)
    assert phone[0].lead == f"M12.0 {phone[0].y}H{phone[0].x}"


def test_shape_tells_how_far_it_is_and_which_is_yours() -> None:
    looks = [Verdict.REALISTIC, Verdict.STRETCH, Verdict.FAR, YOU]

    marks = [near_picture("Nurses", [a_spot(look=look)]).marks[0] for look in looks]

    assert [mark.path.count("a") for mark in marks] == [2, 2, 2, 0]
    assert [mark.filled.count("a") for mark in marks] == [2, 1, 0, 0]
    assert [mark.filled == mark.path for mark in marks] == [True, False, False, True]


def test_name_is_whole_and_the_note_stands_below_it() -> None:
    (mark,) = near_picture(
        "Nurses", [a_spot(name="Helpers--Brickmasons, Blockmasons, and Tile Setters")]
    ).marks

    assert [(line.words, line.is_note) for line in mark.lines] == [
        ("Helpers--Brickmasons,", False),
        ("Blockmasons, and Tile", False),
        ("Setters", False),
        ("a stretch", True),
    ]
    assert mark.label == "Helpers--Brickmasons, Blockmasons, and Tile Setters a stretch"


def test_middle_alone_is_named_in_its_circle() -> None:
    wide, phone = near_picture("Registered Nurses", []), near_picture_phone("Registered Nurses", [])

    assert [line.words for line in wide.middle] == ["Registered", "Nurses"]
    assert [line.words for line in phone.middle] == ["Registered Nurses"]
    assert (wide.marks, phone.marks, phone.line_end) == ((), (), phone.middle_y)
    assert (len(wide.rings), phone.rings) == (3, ())
