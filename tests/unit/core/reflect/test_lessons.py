"""Corrections change how notes like the corrected ones are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.lessons import Lesson, Lessons
from unrut.core.reflect.reader import MOST_FACETS, NoteKind, Reading

pytestmark = pytest.mark.unit

LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
MOTORWAY = Lesson("The A40 was hell", DISLIKE, "commute", holds=True)
TRAINING = Lesson("Had to train the new people", DISLIKE, "commute", holds=False, words=("train",))
COMMUTE = Reading("commute", 0.6, ("Train",))

facets = st.sampled_from(sorted(shipped_vocabulary().facets))
texts = st.text("abc é", max_size=20)
lessons = st.builds(Lesson, texts, st.sampled_from([LIKE, DISLIKE, None]), facets, st.booleans())
readings = st.lists(
    st.builds(Reading, facets, st.floats(0, 1), st.just(())),
    unique_by=lambda reading: reading.facet,
    max_size=4,
)


def read(
    *taught: Lesson, text: str, kind: NoteKind | None = DISLIKE, as_: tuple[Reading, ...] = ()
) -> list[Reading]:
    return Lessons(taught).apply(text, kind, as_)


def test_without_lessons_nothing_changes() -> None:
    assert read(text="The train", as_=(COMMUTE,)) == [COMMUTE]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the A40 was hell this time", ("A40", "hell")),
        ("A40: hell!", ("A40", "hell")),
    ],
)
def test_facet_the_person_added_is_read_in_notes_like_it(text: str, words: tuple[str, ...]) -> None:
    (reading,) = read(MOTORWAY, text=text)

    assert (reading.facet, reading.words) == ("commute", words)
    assert reading.confidence > 0.9


def test_same_line_again_is_read_as_it_was_corrected() -> None:
    assert read(MOTORWAY, text="The A40 was hell") == [Reading("commute", 1.0, ("A40", "hell"))]


@pytest.mark.parametrize("text", ["Hell of a week in the lab", "The week was long", "was", "", "40"])
def test_note_that_shares_too_little_is_read_as_before(text: str) -> None:
    assert read(MOTORWAY, text=text, as_=(COMMUTE,)) == [COMMUTE]


def test_facet_the_person_removed_is_gone_from_notes_like_it() -> None:
    assert read(TRAINING, text="Train some more new people", as_=(COMMUTE,)) == []


def test_words_the_person_took_back_no_longer_give_the_facet_away() -> None:
    assert read(TRAINING, text="Training interns in the cellar", as_=(COMMUTE,)) == []


def test_words_the_person_took_back_leave_a_facet_that_is_very_sure() -> None:
    sure = Reading("commute", 0.9, ("train",))

    assert read(TRAINING, text="The train stood outside the tunnel", as_=(sure,)) == [
        Reading("commute", 0.45, ("train",))
    ]


def test_other_words_still_give_the_facet_away() -> None:
    stuck = Reading("commute", 0.6, ("train", "rails"))

    assert read(TRAINING, text="The train left the rails", as_=(stuck,)) == [stuck]


def test_confirming_makes_a_reading_surer() -> None:
    confirmed = Lesson("Delayed train at the junction", DISLIKE, "commute", holds=True)

    (reading,) = read(confirmed, text="Train delays at the junction", as_=(COMMUTE,))

    assert (reading.words, reading.confidence) == (("Train",), 1.0)


def test_lesson_from_a_liked_note_teaches_less_about_a_disliked_one() -> None:
    liked = read(MOTORWAY, text="A40 hell", kind=LIKE)
    unsorted = read(MOTORWAY, text="A40 hell", kind=None)

    assert (liked[0].confidence, unsorted[0].confidence) == (0.8, 1.0)


def test_note_is_not_its_own_teacher() -> None:
    lessons = Lessons([Lesson("The A40 was hell", DISLIKE, "commute", holds=True, note=7)])

    assert lessons.apply("The A40 was hell", DISLIKE, [], note=7) == []
    assert [reading.facet for reading in lessons.apply("The A40 was hell", DISLIKE, [], note=8)] == [
        "commute"
    ]


def test_closest_lesson_decides_between_two_that_disagree() -> None:
    against = Lesson("A40 hell in the game we test", DISLIKE, "commute", holds=False)

    assert [reading.facet for reading in read(MOTORWAY, against, text="A40 was hell")] == ["commute"]
    assert read(MOTORWAY, against, text="A40 hell in the game we tested") == []


@given(st.lists(lessons, max_size=6), texts, readings)
def test_lessons_leave_chances_sorted_and_few(
    taught: list[Lesson], text: str, given_readings: list[Reading]
) -> None:
    result = Lessons(taught).apply(text, DISLIKE, sorted(given_readings, key=lambda one: -one.confidence))

    confidences = [reading.confidence for reading in result]
    assert len(result) <= MOST_FACETS
    assert confidences == sorted(confidences, reverse=True)
    assert all(0 <= confidence <= 1 for confidence in confidences)


@given(st.lists(lessons, min_size=1, max_size=6), texts)
def test_order_of_lessons_does_not_matter(taught: list[Lesson], text: str) -> None:
    once = {(reading.facet, reading.confidence) for reading in Lessons(taught).apply(text, DISLIKE, [])}
    turned = {
        (reading.facet, reading.confidence) for reading in Lessons(taught[::-1]).apply(text, DISLIKE, [])
    }

    assert once == turned
