"""What kinds of accomplishments look like."""

import numpy as np
import pytest
from tests.told_wins import ROW, told_index

from unrut.core.errors import InvalidReferenceError
from unrut.core.facets import shipped_vocabulary
from unrut.core.milestones.portraits import (
    Portrait,
    bare,
    load_good_news,
    load_questions,
    shipped_good_news,
    shipped_questions,
)

pytestmark = pytest.mark.unit

KIND = """
[kind.conflict]
name = "A conflict"
questions = ["When did you settle a quarrel?"]
words = ["quarrel"]
examples = ["Settled a quarrel"]
facets = ["coworkers"]
"""
NEWS = """
[facet.coworkers]
words = ["peace"]
examples = ["Made peace"]
"""


def test_kind_is_read_with_all_it_has() -> None:
    assert load_questions(KIND, file="x.toml") == [
        Portrait(
            id="conflict",
            name="A conflict",
            questions=("When did you settle a quarrel?",),
            words=("quarrel",),
            examples=("Settled a quarrel",),
            facets=("coworkers",),
        )
    ]


def test_good_news_is_read_for_its_facet() -> None:
    assert load_good_news(NEWS, file="x.toml") == [
        Portrait(id="coworkers", words=("peace",), examples=("Made peace",), facets=("coworkers",))
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            KIND.replace("coworkers", "weather"),
            'x.toml, line 7: kind.conflict.facets names "weather", which is no facet of the vocabulary. Mend it and start again.',
        ),
        (
            KIND + "more = 1\n",
            "x.toml, line 8: kind.conflict.more is not a field we know. Mend it and start again.",
        ),
        (
            "[sort.conflict]",
            'x.toml has a part "sort", which is not kind. Take it out and start again.',
        ),
    ],
)
def test_wrong_kind_is_refused(wrong: str, message: str) -> None:
    with pytest.raises(InvalidReferenceError) as error:
        load_questions(wrong, file="x.toml")

    assert str(error.value) == message


def test_good_news_of_no_facet_is_refused() -> None:
    with pytest.raises(InvalidReferenceError) as error:
        load_good_news(NEWS.replace("coworkers", "weather"), file="x.toml")

    assert str(error.value) == (
        "x.toml, line 2: facet.weather is no facet of the vocabulary. Mend it and start again."
    )


def test_every_facet_has_good_news() -> None:
    assert set(shipped_good_news()) == set(shipped_vocabulary().facets)


def test_shipped_questions_differ() -> None:
    questions = [question for kind in shipped_questions().portraits for question in kind.questions]

    assert len(questions) == len(set(questions)) >= 60
    assert len(shipped_questions().portraits) >= 20


@pytest.mark.parametrize("kind", shipped_questions().portraits, ids=lambda kind: kind.id)
def test_every_question_asks_for_its_own_kind(kind: Portrait) -> None:
    asked = [told_index().signals(question).asked for question in kind.questions]

    assert {shipped_questions().portraits[int(one.argmax())].id for one in asked} == {kind.id}


def test_likeness_is_greatest_for_an_example_of_the_kind() -> None:
    by_example, by_word = shipped_questions().likeness(told_index().texts)
    kinds = [kind.id for kind in shipped_questions().portraits]
    place = told_index().wins.index(ROW)

    assert kinds[int(by_example[:, place].argmax())] == "conflict"
    assert kinds[int(by_word[:, place].argmax())] == "conflict"
    assert np.abs(by_example).max() <= 1.001


@pytest.mark.parametrize(
    ("question", "left"),
    [("Tell me about a time when you failed.", "failed"), ("Tell me about a time", "")],
)
def test_frame_of_a_question_is_left_out(question: str, left: str) -> None:
    assert bare(question) == left
