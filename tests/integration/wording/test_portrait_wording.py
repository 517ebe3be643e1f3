"""What the pages about strengths say: of how many people, how sure, and what comes next."""

from datetime import date

import pytest
from tests.factories import TODAY

from unrut.core.explore.people.circles import Circle
from unrut.core.explore.strengths.portrait import Portrait, SeenBy, Theme
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.models import AnswerWay, StrengthAnswer, StrengthInvite
from unrut.wording import portrait as wording

pytestmark = pytest.mark.integration

BEGINNING = "A theme takes three people; what fewer see is a beginning."


def told(*counts: tuple[str, int], people: int = 0, pooled: int = 0, waiting: int = 0) -> Portrait:
    themes = tuple(
        Theme(name, SeenBy.OTHERS if count else SeenBy.SELF, count, is_theme=count > 2, words=())
        for name, count in counts
    )
    return Portrait(people, 0, pooled, waiting, themes, ())


@pytest.mark.parametrize(
    ("portrait", "asked", "lead", "from_whom"),
    [
        (
            told(("writes", 0)),
            0,
            "You said what you see in yourself. Now ask others.",
            "What only they see stands here once they have answered.",
        ),
        (
            told(),
            2,
            "You asked 2 people. Nobody answered yet.",
            "Two weeks are usual, and a second asking is no shame.",
        ),
        (told(waiting=2), 2, "Answers are here, and none of them can be shown yet.", ""),
        (
            told(people=1),
            2,
            "Answers are here, and nothing was found in them yet.",
            "The reader misses some in stories. Open an answer and say what it speaks of.",
        ),
        (told(people=4, pooled=4), 4, "Answers are here, and nothing was found in them yet.", ""),
        (
            told(("writes", 1), ("explains", 1), ("lifts", 0), people=1),
            1,
            "Seen in you so far: writing so that people read and explaining things.",
            f"From one person who answered. {BEGINNING}",
        ),
        (
            told(("writes", 1), people=3),
            3,
            "Seen in you so far: writing so that people read.",
            f"3 people answered, and no two name the same yet. {BEGINNING}",
        ),
        (
            told(("writes", 3), ("explains", 2), people=4),
            8,
            "What others see most in you: writing so that people read.",
            f"3 of the 4 people who answered say so. {BEGINNING}",
        ),
        (
            told(("writes", 2), ("explains", 2), ("lifts", 2), ("settles", 2), people=5),
            8,
            "What others see most in you: writing so that people read, explaining things and lifting the mood.",
            f"Each is named by 2 of the 5 people who answered. {BEGINNING}",
        ),
    ],
)
def test_first_lines_say_what_most_see_and_from_whom(
    portrait: Portrait, asked: int, lead: str, from_whom: str
) -> None:
    assert wording.portrait_lead(portrait, asked) == lead
    assert wording.portrait_from(portrait, asked) == from_whom


@pytest.mark.parametrize(("count", "words"), [(0, ""), (1, "1 person"), (3, "3 people")])
def test_theme_says_how_many_others_see_it(count: int, words: str) -> None:
    assert wording.theme_people(told(("writes", count)).themes[0]) == words


def test_every_group_has_a_name_for_oneself() -> None:
    names = [wording.own_group(group) for group in shipped_strengths().groups]

    assert [name.split()[:2] for name in names] == [["How", "you"]] * 3 + [["What", "you"]]


def test_every_part_of_the_portrait_can_be_empty() -> None:
    assert len({wording.empty_group(who) for who in SeenBy}) == 3


@pytest.mark.parametrize(("people", "words"), [(1, "1 person warns of it"), (2, "2 people warn of it")])
def test_warning_counts_people(people: int, words: str) -> None:
    assert wording.warned_words(people) == words


@pytest.mark.parametrize(
    ("asked", "words"),
    [(0, "Who has seen you at your best?"), (1, "You asked 1 person."), (8, "You asked 8 people.")],
)
def test_page_of_whom_to_ask_begins_with_how_many(asked: int, words: str) -> None:
    assert wording.ask_lead(asked) == words


@pytest.mark.parametrize(
    ("circle", "hello"),
    [(Circle.FRIEND, "Hi Ana,"), (Circle.MENTOR, "Hi Ana,"), (Circle.OTHER, "Hello Ana,")],
)
def test_message_greets_as_one_would(circle: Circle, hello: str) -> None:
    message = wording.message_words("Ana Ortiz", circle).split("\n\n")

    assert (message[0], message[-1], len(message)) == (hello, "Thank you", 4)


@pytest.mark.parametrize(
    ("answered_on", "words"),
    [(None, "Asked on 2 November 2026"), (TODAY, "Answered on 20 November 2026")],
)
def test_invitation_says_how_far_it_is(answered_on: date | None, words: str) -> None:
    assert wording.invite_state(StrengthInvite(made_on=date(2026, 11, 2), answered_on=answered_on)) == words


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (AnswerWay.FORM, "Ana, on 20 November 2026"),
        (AnswerWay.TYPED, "Ana, on 20 November 2026, written down by you"),
        (AnswerWay.RECOMMENDATION, "Ana, a public recommendation"),
    ],
)
def test_answer_says_from_whom_and_how_it_came(way: AnswerWay, words: str) -> None:
    assert wording.answer_from(StrengthAnswer(giver="Ana", way=way, received_on=TODAY)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(1.0, "Not me at all (1.0 of 5)"), (3.75, "Rather me (3.8 of 5)"), (5.0, "Very much me (5.0 of 5)")],
)
def test_score_is_said_in_words_first(value: float, words: str) -> None:
    assert wording.agreement(value) == words
