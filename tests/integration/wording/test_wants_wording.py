"""Wants, their shares and what moved them, in sentences."""

from datetime import date

import numpy as np
import pytest
from tests.factories import TODAY

from unrut.core.explore.posterior import Posterior, Source, Stage
from unrut.core.explore.trade_offs import Agreement
from unrut.core.explore.want_shares import Share
from unrut.core.explore.wants import Want
from unrut.core.reflect.causes import Cause, Picture
from unrut.queries.wants import Weighed
from unrut.wording import wants as wording

pytestmark = pytest.mark.integration

LEARN, WAY = Want("learning_growth", 100, 10), Want("commute", 50, 1, 8, "The way")
CHOIR, PAY = Want("own_1", 40, 10, name="Choir"), Want("pay_benefits", 30, 9)


def weighed(
    *wants: Want,
    rows: list[list[float]] | None = None,
    stages: tuple[Stage, ...] = (),
    are_proposed: bool = False,
) -> Weighed:
    weights = np.array(rows or [[want.weight / sum(each.weight for each in wants) for want in wants]])
    found = Posterior(tuple(want.facet for want in wants), weights, float(len(weights)), stages)
    return Weighed(wants, are_proposed, found, (), None, (), Agreement(0, 0, 0), ())


@pytest.mark.parametrize(
    ("want", "name"),
    [
        (LEARN, "learning and development"),
        (WAY, "“The way”"),
        (CHOIR, "“Choir”"),
        (Want("own_2", 1, 1), "“2”"),
    ],
)
def test_name_within_a_sentence(want: Want, name: str) -> None:
    assert wording.name_within(want) == name


def test_want_that_is_gone_is_called_by_its_facet() -> None:
    assert wording.names_within(["commute", "own_1", "fairness"], [WAY, CHOIR]) == (
        "“The way”, “Choir” and fairness"
    )


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (0, "“standing still”"),
        (2, "nearly “standing still”"),
        (3, "rather “standing still”"),
        (4, "in between, nearer to “standing still”"),
        (5, "in between"),
        (6, "in between, nearer to “learning a lot”"),
        (7, "rather “learning a lot”"),
        (8, "nearly “learning a lot”"),
        (10, "“learning a lot”"),
    ],
)
def test_level_between_its_poles(level: float, words: str) -> None:
    assert wording.level_words("learning_growth", level) == words


def test_choices_of_a_level_name_their_ends() -> None:
    found = wording.level_choices("own_1")

    assert (found[0], found[7], found[-1]) == (
        ("0", "0 – not at all"),
        ("7", "7 – rather “wholly”"),
        ("10", "10 – wholly"),
    )


@pytest.mark.parametrize(
    ("want", "words"),
    [
        (LEARN, "from “standing still” to “learning a lot”"),
        (WAY, "from nearly “long and tiring” to nearly “short and easy”"),
        (
            Want("commute", 50, 1, 2),
            "from nearly “short and easy” (2 of 10) to nearly “short and easy” (1 of 10)",
        ),
    ],
)
def test_improvement_goes_from_the_worst_to_the_best(want: Want, words: str) -> None:
    assert wording.improvement(want) == words


SURE, SWAP = [0.5, 0.3, 0.2], [0.5, 0.2, 0.3]


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        ([SURE], "the order of the first three is sure."),
        ([SURE] * 7 + [SWAP] * 3, "the order of the first three is fairly sure (about 70 %)."),
        (
            [SURE] * 9 + [SWAP] * 8 + [[0.2, 0.5, 0.3]] * 3,
            "the order of the first three is still open (it holds with about 40 %).",
        ),
        (
            [SURE] * 3 + [SWAP] * 3 + [[0.4, 0.5, 0.1]] * 4,
            "the order of the first three is not settled yet.",
        ),
    ],
)
def test_lead_says_what_counts_most_and_how_sure_it_is(rows: list[list[float]], order: str) -> None:
    found = weighed(LEARN, WAY, CHOIR, rows=rows)

    assert wording.lead(found) == f"What counts most is learning and development, then “The way”; {order}"


@pytest.mark.parametrize(
    ("found", "lead"),
    [
        (
            Weighed((), True, Posterior((), np.ones((2, 0)), 0, ()), (), None, (), Agreement(0, 0, 0), ()),
            "Nothing is wanted yet. You can say it in ten minutes.",
        ),
        (
            weighed(LEARN),
            "What counts is learning and development, and nothing else is weighed beside it.",
        ),
        (
            weighed(LEARN, PAY),
            "What counts most is learning and development, then pay and benefits; this order is sure.",
        ),
        (
            weighed(LEARN, PAY, are_proposed=True),
            (
                "Your notes suggest that learning and development counts most, then pay and benefits. "
                "You have not said it yourself yet."
            ),
        ),
        (
            weighed(LEARN, are_proposed=True),
            "Your notes suggest that learning and development counts. You have not said it yourself yet.",
        ),
    ],
)
def test_lead_of_few_and_of_proposed_wants(found: Weighed, lead: str) -> None:
    assert wording.lead(found) == lead


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share("commute", 0.181, 0.24, 0.307), "about 24 of 100, between 18 and 31"),
        (Share("commute", 0.999, 1.0, 1.0), "about 100 of 100"),
    ],
)
def test_share_with_its_range(share: Share, words: str) -> None:
    assert wording.share_words(share) == words


def stages(*more: tuple[Source, int, float]) -> tuple[Stage, ...]:
    told = ((Source.EVEN, 0, 0.5), *more)
    return tuple(
        Stage(source, count, {"commute": share, "learning_growth": 1 - share})
        for source, count, share in told
    )


MOVED = "“The way” from 50 to 40 of 100 and learning and development from 50 to 60 of 100"


@pytest.mark.parametrize(
    ("stage", "are_proposed", "words"),
    [
        ((Source.SLIDERS, 2, 0.4), False, f"How you weighed them moved {MOVED}."),
        ((Source.SLIDERS, 2, 0.4), True, f"Your notes moved {MOVED}."),
        ((Source.SLIDERS, 2, 0.5), False, "All of them weigh about the same."),
        ((Source.TRADE_OFFS, 1, 0.4), False, f"Your trade-off moved {MOVED}."),
        ((Source.TRADE_OFFS, 2, 0.4), False, f"Your trade-offs moved {MOVED}."),
        (
            (Source.TRADE_OFFS, 1, 0.495),
            False,
            "Your trade-off agrees with the weights: none moved by as much as a point of 100.",
        ),
        (
            (Source.TRADE_OFFS, 2, 0.495),
            False,
            "Your trade-offs agree with the weights: none moved by as much as a point of 100.",
        ),
        ((Source.REACTIONS, 3, 0.4), False, f"What you kept and put aside moved {MOVED}."),
        (
            (Source.REACTIONS, 3, 0.495),
            False,
            "What you kept and put aside moved no weight by as much as a point of 100.",
        ),
    ],
)
def test_each_source_says_what_it_moved(
    stage: tuple[Source, int, float], are_proposed: bool, words: str
) -> None:
    found = weighed(WAY, LEARN, stages=stages(stage), are_proposed=are_proposed)

    assert wording.moves(found) == [words]


def test_only_the_farthest_moves_are_named() -> None:
    before = dict.fromkeys("abcde", 0.2)
    after = {"a": 0.5, "b": 0.2, "c": 0.15, "d": 0.1, "e": 0.05}
    wants = [Want(facet, 1, 10, name=facet.upper()) for facet in "abcde"]
    found = weighed(*wants, stages=(Stage(Source.EVEN, 0, before), Stage(Source.SLIDERS, 5, after)))

    assert wording.moves(found) == [
        "How you weighed them moved “A” from 20 to 50 of 100, “E” from 20 to 5 of 100 and “D” from 20 to 10 of 100."
    ]


@pytest.mark.parametrize(("count", "share"), [(0, 100), (1, 100), (8, 12)])
def test_all_weights_begin_alike(count: int, share: int) -> None:
    assert wording.evenly_words(count) == f"To begin with each counts the same, about {share} of 100."


def test_ground_names_the_weeks_of_the_notes() -> None:
    cause = Cause("commute", (TODAY, date(2026, 11, 13)), 3, 0.5, ())
    picture = Picture((TODAY,), (cause,), (Cause("commute", (TODAY,), 3, 0.2, ()),))

    assert wording.ground_words("commute", picture) == "not liked in 2 of 3 weeks, liked in 1 of 3 weeks"
    assert wording.ground_words("autonomy", picture) == ""


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (100, "as much as learning"),
        (95, "nearly as much as learning"),
        (65, "more than half as much as learning"),
        (50, "half as much as learning"),
        (30, "less than half as much as learning"),
        (5, "hardly, beside learning"),
        (0, "not at all: it leaves the list"),
    ],
)
def test_weight_beside_the_first(weight: int, words: str) -> None:
    assert wording.beside_words(weight, "learning") == words
    assert wording.points_words(weight, "learning") == f"{weight} · {words}"


def test_progress_in_words() -> None:
    assert wording.progress("ranges") == "3 of 6: from where to where"
