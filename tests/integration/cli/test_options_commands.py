"""`unrut options`: ways out listed, shown, added, described, put aside and removed; money and interests."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import (
    a_figure,
    a_job,
    a_level,
    a_note,
    a_purse,
    a_want,
    a_way,
    a_way_level,
    an_interest,
    an_opening,
    weeks_before,
)

from unrut.cli.commands import option_money, options
from unrut.cli.pages.way_changes import around
from unrut.core.explore.interests import InterestKind
from unrut.core.explore.ways import Estimate, Figure, WayKind, check_estimate, shipped_ways
from unrut.models import Interest, NoteKind, Person, Purse, Way, WayFigure, WayLevel
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

USUAL = shipped_ways()[WayKind.STUDY_PART].figures
PAID = ("--currency", "EUR", "--income", "2600", "--savings", "9000", "--fixed-costs", "1900.50")


@pytest.fixture
def way(me: Person) -> Way:
    """A degree, for somebody who wants a say and has none."""
    a_want(me, "autonomy")
    a_level(a_job(me), "autonomy", 2)
    way = a_way(me)
    a_way_level(way, "autonomy", 9)
    return way


def key(way: Way) -> str:
    return f"way-{way.pk}"


def told(unrut: Any, *arguments: str) -> Any:
    result = unrut("options", *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    assert "NaN" not in result.stdout
    return json.loads(result.stdout)


def figures(way: Way) -> dict[str, tuple[float, float, float]]:
    rows = of(WayFigure, way.owner).filter(way=way).values_list("figure", "low", "likely", "high")
    return {figure: (float(low), float(likely), float(high)) for figure, low, likely, high in rows}


def test_choices_are_all_there_are() -> None:
    assert tuple(kind.value for kind in WayKind if kind is not WayKind.STAY) == options.KINDS
    assert tuple(options.FIGURES) == tuple(figure.value for figure in Figure)
    assert tuple(kind.value for kind in InterestKind) == option_money.INTERESTS


def test_without_a_command_the_ways_are_listed(unrut: Any, me: Person, way: Way) -> None:
    assert unrut("options").stdout == unrut("options", "list").stdout
    assert json.loads(unrut("options", "--json").stdout) == told(unrut, "list")
    assert unrut("options", "--json", "list").exit_code == 2


def test_list_works_while_nothing_is_wanted(unrut: Any, me: Person) -> None:
    lines = unrut("options", "list").stdout.splitlines()

    assert lines[0] == "First it takes a week of notes, or a few wants of your own."
    assert lines[2] == "Your job as it is [present]"
    found = told(unrut, "list")
    assert [each["key"] for each in found["ways"]] == ["present", "treated"]
    assert [each["outcome"] for each in found["ways"]] == [None, None]
    assert found["winner"] is None


def test_list_tells_every_way_with_its_key(unrut: Any, me: Person, way: Way) -> None:
    aside = a_way(me, "A bakery", kind="interest", is_aside=True)

    lines = unrut("options", "list").stdout.splitlines()

    at = lines.index(f"A degree beside work [{key(way)}]")
    assert lines[at + 1].startswith("  Better than staying")
    assert lines[lines.index("Put aside") + 1] == f"  A bakery [{key(aside)}]"
    assert lines[-1] == "Say what money there is, and savings and payback appear: unrut options money."
    found = told(unrut, "list")
    assert [(each["key"], each["is_aside"]) for each in found["ways"]][2:] == [
        (key(way), False),
        (key(aside), True),
    ]
    assert sum(each["outcome"]["best"] for each in found["ways"] if each["outcome"]) == pytest.approx(1)


def test_money_ends_the_hint_to_tell_it(unrut: Any, me: Person, way: Way) -> None:
    a_purse(me)

    assert "unrut options money" not in unrut("options", "list").stdout


def test_way_is_shown_with_figures_and_levels(unrut: Any, me: Person, way: Way) -> None:
    a_figure(way, "chance", source="A talk")

    plain = unrut("options", "show", key(way)).stdout.splitlines()
    why = unrut("options", "show", key(way), "--why").stdout.splitlines()

    chance = "  Chance of getting there: most likely 60 %, between 40 % and 75 %"
    assert chance in plain
    assert f"{chance} (yours, from: A talk)" in why
    assert "  Autonomy (autonomy): my own decisions" in plain
    assert "  Autonomy (autonomy): my own decisions (you said so)" in why
    assert "Money" not in plain


def test_way_is_shown_with_its_money(unrut: Any, me: Person, way: Way) -> None:
    a_purse(me)
    a_figure(way, "cost", 5000, 6000, 8000)

    lines = unrut("options", "show", key(way)).stdout.splitlines()

    assert all(line.startswith("  ") for line in lines[lines.index("Money") + 1 :][:4])


def test_shown_values_have_all_there_is(unrut: Any, me: Person, way: Way) -> None:
    a_figure(way, "chance", source="A talk")

    found = told(unrut, "show", key(way))

    assert found["figures"]["chance"] == {
        "low": 0.4,
        "likely": 0.6,
        "high": 0.75,
        "origin": "own",
        "source": "A talk",
    }
    assert found["answered"] == {"autonomy": 9}
    assert found["levels"]["autonomy"]["mean"] == 9
    assert (found["kind"], found["title"], found["stage"]) == ("study_part", "A degree beside work", 0)
    assert "moves" not in found


def test_unknown_levels_are_called_so(unrut: Any, me: Person) -> None:
    a_want(me, "fairness")
    way = a_way(me, kind="new_field")

    assert "  Fairness (fairness): not known" in unrut("options", "show", key(way), "--why").stdout


def test_staying_is_shown_without_anything_to_reach(unrut: Any, me: Person, way: Way) -> None:
    lines = unrut("options", "show", "present").stdout.splitlines()

    assert lines[0] == "Your job as it is: what every other way is put beside."


def test_changed_job_comes_with_moves_and_the_words_to_ask(unrut: Any, me: Person) -> None:
    for count in range(3):
        a_note(me, f"The train was late {count}", NoteKind.DISLIKE, weeks_before(count))

    plain, why = (unrut("options", "show", "treated", *more).stdout for more in ((), ("--why",)))

    moves = told(unrut, "show", "treated")["moves"]
    assert len(moves["moves"]) >= 2
    assert [move["text"] in why for move in moves["moves"]] == [True] * len(moves["moves"])
    assert moves["request"]["words"] in why
    assert moves["request"]["words"] not in plain


@pytest.mark.parametrize("wrong", ["way-0", "way-x", "opening-1", f"way-{'9' * 30}"])
@pytest.mark.parametrize("command", ["show", "set", "aside", "remove"])
def test_key_of_no_way_is_missing(unrut: Any, me: Person, command: str, wrong: str) -> None:
    result = unrut("options", command, wrong)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f'"{wrong}" is none of ')


@pytest.mark.parametrize("command", ["set", "aside", "remove"])
def test_staying_cannot_be_changed(unrut: Any, me: Person, command: str) -> None:
    result = unrut("options", command, "present")

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "Staying is always among the ways and has no figures of its own. Say how your job is: unrut job.\n"
    )


def test_way_is_added_and_shown(unrut: Any, me: Person) -> None:
    result = unrut("options", "add", "study_part", "A degree")

    way = of(Way, me).get()
    assert (way.kind, way.title) == ("study_part", "A degree")
    assert result.stdout.startswith("“A degree” can be judged once something is wanted.\n")


def test_way_to_an_opening_is_added(unrut: Any, me: Person) -> None:
    opening = an_opening(me)

    found = told(unrut, "add", "new_job", "--opening", str(opening.pk))

    assert (found["title"], found["opening"]) == ("Data editor", opening.pk)


def test_changed_job_is_added_as_what_it_is(unrut: Any, me: Person) -> None:
    assert told(unrut, "add", "change", "Fewer reports")["key"] == "treated"


@pytest.mark.parametrize(("arguments", "code"), [(("stay",), 2), (("new_job", "--opening", "999"), 1)])
def test_what_cannot_be_added_is_refused(
    unrut: Any, me: Person, arguments: tuple[str, ...], code: int
) -> None:
    result = unrut("options", "add", *arguments)

    assert (result.exit_code, of(Way, me).count()) == (code, 0)


def test_description_is_kept_and_the_rest_stays(unrut: Any, me: Person, way: Way) -> None:
    a_figure(way, "cost", 1, 2, 3)
    way.excites = 4
    way.save()

    result = unrut(
        *("options", "set", key(way), "--title", "Nursing", "--chance", "30:50:70", "--months", "20:30:40.5"),
        *(
            "--meanwhile",
            "-10:-5:0",
            "--source",
            "The school",
            "--level",
            "autonomy=",
            "--level",
            "commute=2",
        ),
    )

    assert result.exit_code == 0
    way.refresh_from_db()
    assert (way.title, way.excites, way.stage) == ("Nursing", 4, 0)
    assert figures(way) == {
        "cost": (1, 2, 3),
        "chance": (0.3, 0.5, 0.7),
        "months": (20, 30, 40.5),
        "meanwhile": (-10, -5, 0),
    }
    assert dict(of(WayLevel, me).values_list("facet", "level")) == {"commute": 2}
    assert set(of(WayFigure, me).exclude(figure="cost").values_list("source", flat=True)) == {"The school"}


def test_excitement_and_stage_are_kept(unrut: Any, me: Person) -> None:
    way = a_way(me, kind="interest")

    found = told(unrut, "set", key(way), "--excites", "0", "--stage", "2")

    assert (found["excites"], found["stage"]) == (0, 2)


def test_one_number_is_the_likely_one_and_the_range_moves_along(unrut: Any, me: Person, way: Way) -> None:
    unrut("options", "set", key(way), "--chance", "50", "--months", "24", "--income-then", "2800")

    months = USUAL[Figure.MONTHS]
    found = figures(way)
    assert found["chance"][1] == 0.5
    assert found["months"] == pytest.approx(
        (24 * months.low / months.likely, 24, 24 * months.high / months.likely), abs=1e-3
    )
    assert found["income_then"] == (2800, 2800, 2800)


def test_usual_figures_are_gone_back_to(unrut: Any, me: Person, way: Way) -> None:
    for figure in ("chance", "way_back", "income_then"):
        a_figure(way, figure)

    unrut("options", "set", key(way), "--usual", "way-back", "--usual", "income-then")

    assert list(figures(way)) == ["chance"]


def test_saying_something_of_the_changed_job_adds_it(unrut: Any, me: Person) -> None:
    unrut("options", "set", "treated", "--excites", "6")
    unrut("options", "set", "treated", "--chance", "50")

    way = of(Way, me).get()
    assert (way.kind, way.excites, figures(way)["chance"][1]) == ("change", 6, 0.5)


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        (("--chance", "a"), 2, '"a" is no number. Write it like 1200 or 0.5.'),
        (("--chance", "nan"), 2, '"nan" is no number.'),
        (("--cost", "1:inf:2"), 2, '"inf" is no number.'),
        (("--cost", "1e9"), 2, '"1e9" is no number.'),
        (("--chance", "1:2"), 2, '"1:2" is no estimate. Write one number, or three: 30:60:80.'),
        (("--level", "autonomy"), 2, '"autonomy" is not an answer.'),
        (("--usual", "luck"), 2, "'luck' is not one of"),
        (("--chance", "80:60:90"), 3, ""),
        (("--chance", "50:90:120"), 3, ""),
        (("--cost", "-5"), 3, ""),
        (("--level", "weather=3"), 3, '"weather" is not one of your criteria.'),
        (("--excites", "11"), 3, "How much it excites you is 11."),
        (("--stage", "5"), 3, "There is no stage 5."),
        (("--title", " "), 3, "Name the way in 1 to 200 characters."),
    ],
)
def test_description_that_cannot_be_changes_nothing(
    unrut: Any, me: Person, way: Way, said: tuple[str, ...], code: int, sentence: str
) -> None:
    result = unrut("options", "set", key(way), "--months", "5", *said)

    assert (result.exit_code, of(WayFigure, me).count()) == (code, 0)
    assert sentence in result.stderr


def test_source_without_a_figure_is_refused(unrut: Any, me: Person, way: Way) -> None:
    result = unrut("options", "set", key(way), "--source", "A talk")

    assert result.exit_code == 2
    assert "--source says where figures are from. Give a figure with it." in result.stderr


@given(st.sampled_from(Figure), st.integers(0, 100))
def test_range_that_moves_along_can_always_be(figure: Figure, percent: int) -> None:
    least = {Figure.LASTING: 0.4}.get(figure, 0.0)
    likely = least + (1 - least) * percent / 100

    for kind in WayKind:
        found = around(figure, likely, shipped_ways()[kind].figures.get(figure))
        assert found.likely == likely
        check_estimate(figure, found)


@pytest.mark.parametrize(
    ("figure", "likely", "before", "expected"),
    [
        (Figure.CHANCE, 0.5, Estimate(0.2, 0.3, 0.5), Estimate(0.4, 0.5, 0.7)),
        (Figure.CHANCE, 0.95, Estimate(0.2, 0.3, 0.5), Estimate(0.85, 0.95, 1.0)),
        (Figure.MEANWHILE, -10, Estimate(-5, 0, 5), Estimate(-15, -10, -5)),
        (Figure.MONTHS, 10, Estimate(10, 20, 40), Estimate(5, 10, 20)),
        (Figure.COST, 500, Estimate(0, 0, 2000), Estimate(500, 500, 500)),
        (Figure.INCOME_THEN, 500, None, Estimate(500, 500, 500)),
    ],
)
def test_range_moves_by_points_or_in_proportion(
    figure: Figure, likely: float, before: Estimate | None, expected: Estimate
) -> None:
    found = around(figure, likely, before)

    assert (found.low, found.likely, found.high) == pytest.approx(
        (expected.low, expected.likely, expected.high)
    )


def test_way_is_put_aside_and_taken_in_again(unrut: Any, me: Person, way: Way) -> None:
    assert unrut("options", "aside", key(way)).stdout == "A degree beside work is put aside.\n"
    assert of(Way, me).get().is_aside is True

    result = unrut("options", "aside", key(way), "--back")

    assert result.stdout == "A degree beside work is among the ways out again.\n"
    assert of(Way, me).get().is_aside is False


def test_way_is_removed(unrut: Any, me: Person, way: Way) -> None:
    changed = a_way(me, "Fewer reports", kind="change")

    assert unrut("options", "remove", "treated").stdout == "Fewer reports is removed.\n"
    assert list(of(Way, me)) == [way]
    assert unrut("options", "remove", f"way-{changed.pk}").exit_code == 1


def test_changed_job_has_no_number_for_a_key(unrut: Any, me: Person) -> None:
    changed = a_way(me, "Fewer reports", kind="change")

    assert unrut("options", "remove", f"way-{changed.pk}").exit_code == 1
    assert of(Way, me).count() == 1


def test_no_money_says_how_to_tell_it(unrut: Any, me: Person) -> None:
    assert unrut("options", "money").stdout.splitlines() == [
        "You have not said what money there is. Say it, and each way out tells how long savings last:",
        "  unrut options money --currency EUR --income 2600 --savings 9000 --fixed-costs 1900",
    ]
    assert told(unrut, "money") is None


def test_money_is_kept_and_corrected(unrut: Any, me: Person) -> None:
    assert told(unrut, "money", *PAID, "--currency", " eur ") == {
        "currency": "EUR",
        "income": 2600,
        "savings": 9000,
        "fixed_costs": 1900.5,
        "tax_rate": 0,
    }

    lines = unrut("options", "money", "--savings", "12000", "--tax-rate", "31.5").stdout.splitlines()

    assert lines == [
        "Income: 2,600 EUR net a month",
        "Fixed costs: 1,900 EUR a month",
        "Savings: 12,000 EUR",
        "Off gross pay: 32 %, where a posting states pay",
    ]
    purse = of(Purse, me).get()
    assert (purse.savings, purse.tax_rate) == (Decimal(12000), Decimal("0.315"))


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        (("--income", "2600"), 3, "Still missing: --currency, --savings, --fixed-costs."),
        ((*PAID, "--income", "nan"), 2, '"nan" is no number.'),
        ((*PAID, "--savings", "-1"), 3, ""),
        ((*PAID, "--currency", "EURO"), 3, ""),
        ((*PAID, "--tax-rate", "101"), 3, ""),
        ((*PAID, "--forget"), 2, "--forget stands alone. Give amounts, or forget them."),
    ],
)
def test_money_that_cannot_be_is_refused(
    unrut: Any, me: Person, said: tuple[str, ...], code: int, sentence: str
) -> None:
    result = unrut("options", "money", *said)

    assert (result.exit_code, of(Purse, me).count()) == (code, 0)
    assert sentence in result.stderr


def test_money_is_forgotten(unrut: Any, me: Person) -> None:
    a_purse(me)

    assert told(unrut, "money", "--forget") is None
    assert of(Purse, me).count() == 0


def test_no_interests_ask_for_one(unrut: Any, me: Person) -> None:
    assert unrut("options", "interest").stdout == (
        'Nothing yet. What do you read about unasked? unrut options interest add reads "old maps"\n'
    )
    assert told(unrut, "interest") == []


def test_interest_is_added_with_side_projects_and_removed(unrut: Any, me: Person) -> None:
    lines = unrut("options", "interest", "add", "asked", "old maps").stdout.splitlines()

    interest = of(Interest, me).get()
    (found,) = told(unrut, "interest")
    assert (found["id"], found["kind"], found["text"]) == (interest.pk, "asked", "old maps")
    assert lines == [
        f"{interest.pk}  old maps: you are asked for it",
        *(f"  {project}" for project in found["side_projects"]),
    ]
    assert len(lines) >= 3

    unrut("options", "interest", "remove", str(interest.pk))
    assert of(Interest, me).count() == 0


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("add", "likes", "maps"), 2, "'likes' is not one of"),
        (("add", "reads", " "), 3, "Say your interest in 1 to 200 characters."),
        (("remove", "999"), 1, ""),
        (("--json", "add", "reads", "maps"), 2, "--json stands alone: unrut options interest --json."),
    ],
)
def test_interest_that_cannot_be_is_refused(
    unrut: Any, me: Person, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    an_interest(me)

    result = unrut("options", "interest", *arguments)

    assert (result.exit_code, of(Interest, me).count()) == (code, 1)
    assert sentence in result.stderr
