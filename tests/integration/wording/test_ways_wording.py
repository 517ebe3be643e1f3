"""Ways out and how they stand beside staying, in sentences."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.outcomes import Band, Outcome, Outcomes
from unrut.core.explore.ways import Estimate, Figure, WayKind, shipped_ways
from unrut.models import Way
from unrut.queries.outcomes import Board
from unrut.queries.ways import FigureView, Origin, WayView
from unrut.wording import ways as wording

pytestmark = pytest.mark.integration

FLAT = Band(40, 50, 60)


def a_view(kind: WayKind = WayKind.FIELD, title: str = "Maps", **values: Any) -> WayView:
    keys = {WayKind.STAY: "present", WayKind.CHANGE: "treated"}
    given = {"way": None, "figures": {}, "levels": {}, "answered": {}, "tests": (), **values}
    return WayView(key=keys.get(kind, f"way-{title}"), kind=kind, title=title, **given)


def an_outcome(key: str = "way-Maps", best: float = 0.5, **values: Any) -> Outcome:
    given = {
        "there_soon": 0.4,
        "better": (0.4, 0.7),
        "values": (FLAT, FLAT),
        "phases": (FLAT, FLAT, FLAT),
        "there": FLAT,
        "regret": 3.0,
        "most_regret": 9.0,
        "money": None,
        **values,
    }
    return Outcome(key=key, best=best, **given)


def a_board(
    *views: tuple[WayView, float], treatments: tuple[str, ...] = ("autonomy",), winner: str = ""
) -> Board:
    """A board of ways with their chances of being the best."""
    outcomes = Outcomes(tuple(an_outcome(view.key, best) for view, best in views), winner or None)
    frame = cast("Any", SimpleNamespace(treatments=treatments))
    return Board(frame, cast("Any", None), tuple(view for view, _ in views), (), None, outcomes)


STAYING = a_view(WayKind.STAY, "Stay")
CHANGED = a_view(WayKind.CHANGE, shipped_ways()[WayKind.CHANGE].name)


def estimates(**values: tuple[float, float, float]) -> dict[Figure, FigureView]:
    return {
        Figure(name): FigureView(Figure(name), Estimate(*points), Origin.USUAL, "")
        for name, points in values.items()
    }


@pytest.mark.parametrize(
    ("board", "sentence"),
    [
        (
            Board(cast("Any", None), cast("Any", None), (), (), None, None),
            "First it takes a week of notes, or a few wants of your own.",
        ),
        (
            a_board((STAYING, 0.5), (CHANGED, 0.5), treatments=()),
            "There is no other way here to put beside staying yet.",
        ),
        (
            a_board((STAYING, 0.3), (CHANGED, 0.35), (a_view(), 0.35)),
            "What is known does not tell your ways apart yet.",
        ),
        (
            a_board((STAYING, 0.2), (CHANGED, 0.2), (a_view(), 0.6)),
            "No way is clearly best yet. The first, “Maps”, has a chance of about 60 %.",
        ),
        (
            a_board((STAYING, 0.1), (CHANGED, 0.64), (a_view(), 0.26)),
            "No way is clearly best yet. The first, the changed job, has a chance of about 60 %.",
        ),
        (
            a_board((STAYING, 0.7), (CHANGED, 0.3)),
            "Staying is the best of what is here over five years: probably (about 70 %).",
        ),
        (
            a_board((STAYING, 0.1), (CHANGED, 0.9)),
            "Over five years the changed job leads: very probably (about 90 %) the best of what is here.",
        ),
        (
            a_board((STAYING, 0.02), (a_view(), 0.98)),
            "Over five years “Maps” leads: almost surely the best of what is here.",
        ),
    ],
)
def test_board_begins_with_what_leads_and_how_surely(board: Board, sentence: str) -> None:
    assert wording.board_lead(board) == sentence


@pytest.mark.parametrize(
    ("way", "outcome", "sentence"),
    [
        (STAYING, None, "Your job as it is: what every other way is put beside."),
        (a_view(), None, "“Maps” can be judged once something is wanted."),
        (CHANGED, None, "The changed job can be judged once something is wanted."),
        (a_view(), an_outcome(), "“Maps” is probably (about 70 %) better than staying, over five years."),
        (a_view(title="100 %d"), None, "“100 %d” can be judged once something is wanted."),
        (a_view(way=Way(is_aside=True)), None, "“Maps” is put aside. Nothing of it is lost."),
    ],
)
def test_way_begins_with_how_it_stands(way: WayView, outcome: Outcome | None, sentence: str) -> None:
    assert wording.way_lead(way, outcome) == sentence


def test_names_are_those_of_the_person() -> None:
    mine = a_view(WayKind.CHANGE, "Half the reports")

    assert [wording.way_name(way) for way in (STAYING, CHANGED, mine, a_view())] == [
        "Your job as it is",
        "Your job, changed",
        "Half the reports",
        "Maps",
    ]
    assert [wording.way_within(way) for way in (STAYING, mine)] == ["staying", "“Half the reports”"]


def test_kind_is_said_where_the_name_does_not() -> None:
    name = shipped_ways()[WayKind.FIELD].name

    assert [wording.kind_words(way) for way in (STAYING, CHANGED, a_view(title=name), a_view())] == [
        "",
        "",
        "",
        name,
    ]


@pytest.mark.parametrize(
    ("outcome", "lines"),
    [
        (an_outcome("present"), ["What the others are put beside."]),
        (
            an_outcome(better=(0.7, 0.71)),
            ["Better than staying, over a year and a half as over five years: probably (about 70 %)."],
        ),
        (
            an_outcome(better=(0.3, 0.71)),
            [
                "Better than staying over a year and a half: probably not (about 30 %).",
                "Over five years: probably (about 70 %).",
            ],
        ),
    ],
)
def test_way_is_put_beside_staying_soon_and_later(outcome: Outcome, lines: list[str]) -> None:
    assert wording.better_lines(outcome) == lines


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({}, []),
        ({"chance": (0.5, 0.6, 0.8)}, ["getting there: perhaps (about 60 %)"]),
        ({"months": (9, 12, 30)}, ["takes 9 months to 2 years"]),
        ({"months": (0, 0, 0)}, ["takes no time"]),
        ({"cost": (0, 0, 0)}, []),
        ({"cost": (0, 1234, 2000)}, ["costs about 1,200 EUR"]),
        ({"way_back": (0.8, 0.9, 1)}, ["you could come back at any time"]),
        ({"way_back": (0.5, 0.6, 1)}, ["you could probably come back"]),
        ({"way_back": (0.1, 0.3, 1)}, ["coming back would be hard"]),
        ({"way_back": (0, 0.1, 1)}, ["there is hardly a way back"]),
        ({"lasting": (0.4, 0.7, 1)}, []),
    ],
)
def test_way_tells_what_it_takes(figures: dict[str, tuple[float, float, float]], words: list[str]) -> None:
    assert wording.facts_line(a_view(figures=estimates(**figures)), "EUR") == words


def test_staying_takes_nothing() -> None:
    assert wording.facts_line(a_view(WayKind.STAY, figures=estimates(chance=(1, 1, 1))), "EUR") == []


def test_honeymoon_is_told_where_there_is_one() -> None:
    fading = a_view(figures=estimates(lasting=(0.4, 0.68, 1)))

    assert wording.lasting_sentence(fading) == (
        "Once you are there, the first months are nearly always the best: of the gain, about 68 % lasts."
    )
    assert wording.lasting_sentence(a_view(figures=estimates(lasting=(1, 1, 1)))) == ""
    assert wording.lasting_sentence(a_view()) == ""


@pytest.mark.parametrize(
    ("way", "first", "last", "sentence"),
    [
        (STAYING, 50, 50, "Taken as it is, it stays as it is."),
        (
            a_view(),
            45,
            60,
            "The first half year is worse than staying; from a year and a half on it is better than staying.",
        ),
        (
            a_view(),
            51,
            49,
            "From the first half year on it is much like staying.",
        ),
    ],
)
def test_picture_over_time_is_told(way: WayView, first: float, last: float, sentence: str) -> None:
    outcome = an_outcome(phases=(Band(0, first, 99), FLAT, Band(0, last, 99)))

    assert wording.phases_sentence(way, outcome, 50) == sentence


@pytest.mark.parametrize(
    ("figure", "value", "words"),
    [
        (Figure.CHANCE, 0.337, "33.7"),
        (Figure.LASTING, 1, "100"),
        (Figure.COST, 12_345.5, "12345.5"),
        (Figure.COST, 1_000_000_000, "1000000000"),
        (Figure.MEANWHILE, -5, "-5"),
        (Figure.MONTHS, 0, "0"),
    ],
)
def test_value_stands_in_its_field_without_needless_figures(figure: Figure, value: float, words: str) -> None:
    assert wording.written(figure, value) == words


@pytest.mark.parametrize(
    ("figure", "points", "words"),
    [
        (Figure.CHANCE, (0.2, 0.34, 0.6), "most likely 34 %, between 20 % and 60 %"),
        (Figure.WAY_BACK, (0.5, 0.5, 0.5), "50 %"),
        (Figure.MONTHS, (1, 12, 30), "most likely 12 months, between 1 month and 2 years"),
        (Figure.INCOME_THEN, (2000, 2500, 3050), "most likely 2,500 EUR, between 2,000 EUR and 3,000 EUR"),
        (Figure.MEANWHILE, (-10, 0, 1), "most likely 0 points, between −10 points and +1 point"),
    ],
)
def test_estimate_is_told_by_its_middle_and_its_ends(
    figure: Figure, points: tuple[float, float, float], words: str
) -> None:
    assert wording.figure_words(figure, Estimate(*points), "EUR") == words


@pytest.mark.parametrize(
    ("origin", "source", "words"),
    [
        (Origin.OWN, "the school", "yours, from: the school"),
        (Origin.OWN, "", "yours"),
        (Origin.POSTING, "", "from the posting, after tax"),
        (Origin.TESTED, "", "as your tests left it"),
        (Origin.USUAL, "a study", "usual; a study"),
        (Origin.USUAL, "", "usual"),
    ],
)
def test_figure_says_where_it_comes_from(origin: Origin, source: str, words: str) -> None:
    view = FigureView(Figure.CHANCE, Estimate(0, 0.5, 1), origin, source)

    assert wording.origin_words(view) == words


def test_every_figure_has_a_name_and_a_hint_of_its_own() -> None:
    names = {wording.figure_name(figure) for figure in Figure}
    hints = {wording.figure_hint(figure) for figure in Figure}

    assert (len(names), len(hints)) == (len(Figure), len(Figure))


@given(st.sampled_from(Figure), st.lists(st.floats(-50, 1e9), min_size=3, max_size=3))
def test_any_estimate_is_told_without_a_hole(figure: Figure, points: list[float]) -> None:
    words = wording.figure_words(figure, Estimate(*sorted(points)), "")

    assert words == words.strip()
    assert not {"None", "nan", "inf", ""} & set(words.split(" "))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "What are you drawn to, when nobody asks it of you?"),
        (1, "You named 1 thing you are drawn to. It can begin with one evening."),
        (3, "You named 3 things you are drawn to. Each can begin with one evening."),
    ],
)
def test_interests_begin_with_a_question_or_a_count(count: int, words: str) -> None:
    assert wording.interests_lead(count) == words


def test_folds_say_how_much_is_in_them() -> None:
    assert (wording.aside_count([a_view()]), wording.more_figures(1), wording.more_figures(5)) == (
        "1 put aside",
        "1 more figure",
        "5 more figures",
    )
