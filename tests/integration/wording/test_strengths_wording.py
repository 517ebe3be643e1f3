"""Strengths in sentences."""

import pytest

from unrut.core.explore.levels import Level, Source
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.strengths.portrait import SeenBy
from unrut.core.explore.strengths.use import Used, skill_use_level
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.queries.strengths import Advice, Asked
from unrut.wording import strengths as wording
from unrut.wording.explore import source_words

pytestmark = pytest.mark.integration


def asked(people: int = 0, circles: int = 0) -> Asked:
    return Asked((), frozenset({Circle.FRIEND, Circle.FAMILY}), Advice(people, circles))


def test_every_strength_has_words_within_a_sentence() -> None:
    told = {name: wording.doing_words(name) for name in shipped_strengths().strengths}

    assert set(told) == set(wording._doing())
    assert len(set(told.values())) == len(told)
    assert all(words[0].islower() and words.split()[0].endswith(("ing", "not")) for words in told.values())


def test_every_part_of_the_portrait_has_a_title() -> None:
    assert len({wording.seen_by_words(who) for who in SeenBy}) == len(SeenBy)


def test_asking_is_counted_in_people_and_circles() -> None:
    assert wording.asked_words(asked()) == "0 of 8 to 12 people, 2 of at least 3 circles"


@pytest.mark.parametrize(
    ("people", "circles", "words"),
    [
        (0, 0, ""),
        (1, 1, "Ask 1 more person, from 1 more circle: one circle sees one side of you."),
        (3, 2, "Ask 3 more people, from 2 more circles: one circle sees one side of you."),
        (2, 0, "Ask 2 more people: from eight on, what one says and what many see come apart."),
        (0, 1, "Ask somebody from 1 more circle: one circle sees one side of you."),
    ],
)
def test_whom_to_ask_yet(people: int, circles: int, words: str) -> None:
    assert wording.more_words(asked(people, circles)) == words


@pytest.mark.parametrize(
    ("waiting", "words"),
    [
        (0, ""),
        (1, "1 answer without a name waits until there are 4"),
        (3, "3 answers without a name wait until there are 4"),
    ],
)
def test_waiting_answers_are_counted(waiting: int, words: str) -> None:
    assert wording.waiting_words(waiting).partition(":")[0] == words


@pytest.mark.parametrize(
    ("giver", "words"), [("", "Kept, without a name."), ("Ana", "Kept: the answer of Ana.")]
)
def test_taken_answer_is_named_where_it_has_a_name(giver: str, words: str) -> None:
    assert wording.taken_words(giver) == words


@pytest.mark.parametrize(
    ("strengths", "shows", "step"),
    [
        ([], "", ""),
        (
            ["explains", "keeps_calm"],
            "It shows: explaining things and keeping calm.",
            "Your next step works to what others see in you: explaining things and keeping calm.",
        ),
        (
            ["explains", "keeps_calm", "writes", "lifts"],
            "It shows: explaining things, keeping calm, writing so that people read and lifting the mood.",
            "Your next step works to what others see in you: explaining things, keeping calm and writing so that people read.",
        ),
    ],
)
def test_strengths_stand_within_a_sentence(strengths: list[str], shows: str, step: str) -> None:
    assert (wording.shows_words(strengths), wording.next_step_words(strengths)) == (shows, step)


@pytest.mark.parametrize(
    ("used", "words"),
    [
        (Used(), ""),
        (Used(used=("explains",)), "It would use: explaining things."),
        (Used(idle=("writes",)), "It would leave idle: writing so that people read."),
        (
            Used(("explains",), ("writes",)),
            "It would use: explaining things. It would leave idle: writing so that people read.",
        ),
    ],
)
def test_work_uses_strengths_and_leaves_others_idle(used: Used, words: str) -> None:
    assert wording.used_words(used) == words


def test_level_told_by_strengths_names_them() -> None:
    level = skill_use_level(Used(("explains",), ("writes",)))

    assert level is not None
    assert source_words(level) == (
        "judged by your strengths: it uses Explains things; it leaves idle Writes so that people read"
    )
    assert "posting is silent" in source_words(Level(5, 1, Source.INFERRED, "Ability Utilization"))


@pytest.mark.parametrize(
    ("people", "words"),
    [(0, "Nobody answered yet."), (1, "Answers from 1 person."), (2, "Answers from 2 people.")],
)
def test_answers_are_counted_by_people(people: int, words: str) -> None:
    assert wording.answered_words(people) == words


@pytest.mark.parametrize(("count", "words"), [(1, "1 person"), (2, "2 people")])
def test_people_are_counted(count: int, words: str) -> None:
    assert wording.people_words(count) == words


def test_score_is_told_to_one_figure() -> None:
    assert wording.scale_words("Curiosity", 4.6667) == "Curiosity: 4.7 of 5"
