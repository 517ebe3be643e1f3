"""What the comparison of ways says, sentence by sentence."""

from dataclasses import replace

import pytest
from tests.factories import a_figure, a_job, a_level, a_note, a_purse, a_want, a_way, a_way_level

from unrut.core.explore.break_even import BreakEven, Swing
from unrut.core.explore.flips import Flip, FlipKind
from unrut.core.explore.outcomes import Outcome
from unrut.core.explore.ways import Figure
from unrut.models import NoteKind, Person, Way
from unrut.queries.outcomes import Board, Turning, board_of
from unrut.queries.turns import Turns
from unrut.wording import outcomes as wording

pytestmark = pytest.mark.integration

INCOME = 2600


@pytest.fixture
def way(alice: Person) -> Way:
    """A way beside a job on which one thing that is wanted is known."""
    a_want(alice, "autonomy")
    a_level(a_job(alice), "autonomy", 3)
    way = a_way(alice, "A degree", excites=7)
    a_way_level(way, "autonomy", 8)
    return way


@pytest.fixture
def board(alice: Person, way: Way) -> Board:
    return board_of(alice)


@pytest.fixture
def outcome(board: Board, way: Way) -> Outcome:
    found = board.outcome(f"way-{way.pk}")
    assert found
    return found


def turning(board: Board, *break_evens: BreakEven, is_ahead: bool = True) -> Turning:
    """The only way of the board against staying, as far ahead or behind as is asked for."""
    key = board.ways[-1].key
    return Turning(key, "present", break_evens, (), 5.0 if is_ahead else -5.0)


def even(key: str, figure: Figure | None, now: float, needed: float | None, facet: str = "") -> BreakEven:
    return BreakEven(key, figure, facet, now, needed)


def told(board: Board, figure: Figure | None, now: float, needed: float, *, ahead: bool = True) -> str:
    facet = "" if figure else "autonomy"
    crossing = replace(even("x", figure, now, needed, facet), rises=(needed <= now) is ahead)
    found = turning(board, crossing, is_ahead=ahead)
    (clause,) = wording.conditions(board, found)
    return clause


@pytest.mark.parametrize(
    ("figure", "now", "needed", "clause"),
    [
        (Figure.CHANCE, 0.6, 0.45, "the chance of getting there is at least 45 % (now 60 %)"),
        (Figure.CHANCE, 0.6, 0.7, "the chance of getting there is at most 70 % (now 60 %)"),
        (Figure.MONTHS, 12, 30, "it takes at most 2 years (now 12 months)"),
        (Figure.COST, 1800, 5210, "it costs at most 5,200 EUR (now 1,800 EUR)"),
        (Figure.INCOME_MEANWHILE, 2000, 1500, "the income on the way is at least 1,500 EUR (now 2,000 EUR)"),
        (Figure.INCOME_THEN, 3250, 3068, "your pay rises by at least 18 % (now +25 %)"),
        (Figure.INCOME_THEN, 2600, 2080, "your pay falls by no more than 20 % (now 0 %)"),
        (Figure.INCOME_THEN, 2600, 3120, "your pay rises by at most 20 % (now 0 %)"),
        (Figure.INCOME_THEN, 1300, 2080, "your pay falls by at least 20 % (now −50 %)"),
        (
            Figure.MEANWHILE,
            2,
            -3,
            "the weeks on the way, beside those of now, are at −3 points or more (now +2 points)",
        ),
        (Figure.LASTING, 0.7, 0.5, "at least 50 % of the gain lasts (now 70 %)"),
        (Figure.WAY_BACK, 0.7, 0.2, "the chance that you could come back is at least 20 % (now 70 %)"),
        (None, 8, 5.24, "“Autonomy” is at 5.2 of 10 or more, towards “my own decisions” (now 8)"),
        (None, 4, 6, "“Autonomy” is at 6 of 10 or less, towards “told every step” (now 4)"),
    ],
)
def test_condition_to_stay_ahead(
    alice: Person, way: Way, figure: Figure | None, now: float, needed: float, clause: str
) -> None:
    a_purse(alice, income=INCOME)

    assert told(board_of(alice), figure, now, needed) == clause


@pytest.mark.parametrize(
    ("figure", "now", "needed", "clause"),
    [
        (Figure.CHANCE, 0.3, 0.45, "the chance of getting there is at least 45 % (now 30 %)"),
        (Figure.MONTHS, 24, 3, "it takes at most 3 months (now 2 years)"),
        (None, 4, 6, "“Autonomy” is at 6 of 10 or more, towards “my own decisions” (now 4)"),
    ],
)
def test_condition_to_draw_level(
    board: Board, figure: Figure | None, now: float, needed: float, clause: str
) -> None:
    assert told(board, figure, now, needed, ahead=False) == clause


def test_income_without_a_purse_is_told_as_an_amount(board: Board) -> None:
    clause = told(board, Figure.INCOME_THEN, 3000, 2500)

    assert clause.startswith("the income once there is at least 2,500")


def test_conditions_are_joined_to_one_sentence(board: Board) -> None:
    found = turning(
        board,
        even("x", Figure.CHANCE, 0.6, 0.45),
        even("x", Figure.LASTING, 0.7, 0.5),
        even("x", Figure.WAY_BACK, 0.7, 0.2),
        even("x", Figure.COST, 0, None),
    )

    assert wording.turning_words(board, found) == (
        "“A degree” wins over “Your job as it is” only if the chance of getting there is at least 45 % (now 60 %) "
        "and at least 50 % of the gain lasts (now 70 %)."
    )
    assert len(wording.conditions(board, found)) == 3
    assert wording.powerless_words(found) == "1 other figure could not turn it alone, whatever it is."
    assert wording.pair_words(board, found) == "“A degree” against staying"


def test_one_of_the_conditions_is_enough_to_draw_level(board: Board) -> None:
    found = turning(
        board,
        even("x", Figure.CHANCE, 0.3, 0.45),
        even("x", Figure.LASTING, 0.5, 0.7),
        is_ahead=False,
    )

    assert wording.turning_words(board, found) == (
        "“A degree” would draw level with “Your job as it is” if the chance of getting there is at least 45 % (now 30 %), "
        "or if at least 70 % of the gain lasts (now 50 %)."
    )


def test_single_condition_stands_alone(board: Board) -> None:
    found = turning(board, even("x", Figure.CHANCE, 0.3, 0.45), is_ahead=False)

    assert wording.turning_words(board, found).endswith(
        "if the chance of getting there is at least 45 % (now 30 %)."
    )


@pytest.mark.parametrize(("is_ahead", "word"), [(True, "ahead of"), (False, "behind")])
def test_nothing_that_could_turn_it_is_said(board: Board, is_ahead: bool, word: str) -> None:
    found = turning(
        board, even("x", Figure.COST, 0, None), even("x", Figure.CHANCE, 1, None), is_ahead=is_ahead
    )

    assert wording.turning_words(board, found) == (
        f"“A degree” is {word} “Your job as it is”, and no single figure would change that."
    )
    assert wording.powerless_words(found) == "2 other figures could not turn it alone, whatever they are."
    assert wording.powerless_words(turning(board)) == ""


def test_two_ways_are_named_as_a_pair(board: Board) -> None:
    found = replace(turning(board), against="treated")

    assert wording.pair_words(board, found) == "“A degree” against “Your job, changed”"


@pytest.mark.parametrize(
    ("regret", "most", "words"),
    [
        (0.2, 0.3, "If you take it, you miss next to nothing."),
        (0.2, 14.6, "If you take it, you mostly miss nothing; in one case of twenty more than 15 points."),
        (
            12.4,
            30.4,
            "If you take it, you miss about 12 points on average; in one case of twenty more than 30.",
        ),
    ],
)
def test_regret_in_words(outcome: Outcome, regret: float, most: float, words: str) -> None:
    assert wording.regret_words(replace(outcome, regret=regret, most_regret=most)) == words


@pytest.mark.parametrize(
    ("points", "words"),
    [(0.4, "level"), (-0.4, "level"), (1.2, "1 point ahead"), (-4.6, "5 points behind")],
)
def test_difference_in_words(points: float, words: str) -> None:
    assert wording.difference_words(points) == words


def test_swing_says_what_its_ends_make(board: Board) -> None:
    figure = Swing(Figure.CHANCE, "", 0.3, 0.7, -4, 6)
    level = Swing(None, "autonomy", 2.04, 8, 0, 6)
    weeks = Swing(Figure.MEANWHILE, "", -1, 0, 0, 1)

    assert (wording.swing_name(board, figure), wording.swing_words(board, figure)) == (
        "Chance of getting there",
        "30 %: 4 points behind; 70 %: 6 points ahead",
    )
    assert (wording.swing_name(board, level), wording.swing_words(board, level)) == (
        "Autonomy",
        "2 of 10: level; 8 of 10: 6 points ahead",
    )
    assert wording.swing_words(board, weeks) == "−1 point: level; 0 points: 1 point ahead"


def test_flip_of_a_weight_and_of_a_fact(board: Board, way: Way) -> None:
    key = f"way-{way.pk}"
    weight = Flip(FlipKind.WEIGHT, "autonomy", "", 0.18, 0.304)
    level = Flip(FlipKind.LEVEL, "autonomy", key, 8, 2.26)

    assert wording.flip_lines(board, key, "present", [weight, level]) == [
        wording.FlipLine(
            "“Your job as it is” would come before “A degree” if “Autonomy” counted for 30 of 100 instead of 18.",
            "",
        ),
        wording.FlipLine(
            "“Your job as it is” would come before “A degree” if “Autonomy” of “A degree” were at 2.3 of 10 instead of 8.",
            key,
        ),
    ]


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (3.0, "No single weight or fact would put “Your job as it is” before “A degree”."),
        (0.2, "Once you were there, “A degree” and “Your job as it is” would be much the same."),
    ],
)
def test_nothing_that_would_turn_two_ways(board: Board, way: Way, ahead: float, words: str) -> None:
    assert wording.no_flip(board, Turns(f"way-{way.pk}", "present", (), ahead)) == words


def test_wants_that_are_only_proposed_are_told_so(alice: Person) -> None:
    a_note(alice, "The same boring report", NoteKind.DISLIKE)

    assert wording.notices(board_of(alice)) == [
        "What you want is proposed from your notes only; say it yourself, and this gets surer."
    ]


def test_criterion_that_is_not_wanted_any_more_has_its_own_name(board: Board) -> None:
    assert wording.criterion(board, "commute") == "Commute"


def test_nothing_said_of_excitement_is_told(alice: Person, way: Way) -> None:
    Way.objects.update(excites=None)

    words = wording.both_words(board_of(alice))

    assert words == (
        "The most realistic now is “A degree”. You have not said yet how much any of them excites you."
    )


def test_way_that_is_both_is_named_once(board: Board) -> None:
    assert wording.both_words(board) == (
        "“A degree” is both: what excites you most, and the most realistic now."
    )


def test_what_excites_stands_beside_what_is_realistic(alice: Person, way: Way) -> None:
    far = a_way(alice, "A year of maps", "study_full", excites=9)
    a_figure(far, "months", 24, 36, 48)

    words = wording.both_words(board_of(alice))

    assert words == "What excites you most is “A year of maps”; the most realistic now is “A degree”."


def test_nothing_but_staying_has_nothing_beside_it(alice: Person) -> None:
    a_want(alice)

    assert wording.both_words(board_of(alice)) == ""
    assert wording.lead(board_of(alice)) == "There is nothing to compare staying with yet."
    assert wording.notices(board_of(alice)) == []


def test_unknown_ways_are_named_together(alice: Person, way: Way) -> None:
    a_way(alice, "Second", "new_field")
    a_way(alice, "Third", "new_field")

    assert wording.notices(board_of(alice)) == [
        "Nothing you want is known of “Second” and “Third” yet, so their ranges are wide. Ask, try it, or say what you expect."
    ]


def test_staying_is_where_one_is(board: Board) -> None:
    staying = board.outcome("present")
    assert staying
    assert wording.there_words(staying) == "you are there"


def test_worth_is_told_with_its_range(outcome: Outcome) -> None:
    value = replace(outcome.values[-1], low=39.6, middle=50.2, high=61.4)

    assert wording.value_words(replace(outcome, values=(outcome.values[0], value))) == (
        "50 of 100, between 40 and 61"
    )
