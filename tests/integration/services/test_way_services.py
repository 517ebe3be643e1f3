"""Ways out are added, described, put aside and removed; money and interests are kept or refused with a sentence."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.factories import (
    TODAY,
    a_decision,
    a_figure,
    a_purse,
    a_way,
    a_way_level,
    an_interest,
    an_opening,
)

from unrut.core.errors import InvalidInputError
from unrut.core.explore.money import Purse as Money
from unrut.core.explore.ways import Estimate, Figure, WayKind, shipped_ways
from unrut.errors import MissingError
from unrut.models import Decision, Interest, Opening, Person, Purse, Way, WayFigure, WayLevel
from unrut.queries.scope import of
from unrut.services import ways as services
from unrut.services.ways import (
    MOST_INTERESTS,
    MOST_WAYS,
    SaidFigure,
    WayDescription,
    add_interest,
    add_way,
    describe_way,
    forget_purse,
    put_way_aside,
    remove_interest,
    remove_way,
    save_purse,
)

pytestmark = pytest.mark.integration

MONEY = Money("EUR", 2600.5, 9000, 1900, tax_rate=0.31)
KINDS = [kind.value for kind in WayKind if kind is not WayKind.STAY]

StoredFigure = tuple[str, Decimal, Decimal, Decimal, str]


def figures(way: Way) -> list[StoredFigure]:
    rows = of(WayFigure, way.owner).filter(way=way)
    return list(rows.values_list("figure", "low", "likely", "high", "source"))


def levels(way: Way) -> dict[str, int]:
    return dict(of(WayLevel, way.owner).filter(way=way).values_list("facet", "level"))


@pytest.mark.parametrize("kind", KINDS)
def test_way_of_each_kind_is_called_after_it(alice: Person, bob: Person, kind: str) -> None:
    way = add_way(alice, kind, " ", today=TODAY)

    assert list(of(Way, alice)) == [way]
    assert (way.kind, way.title, way.made_on) == (kind, shipped_ways()[WayKind(kind)].name, TODAY)
    assert (way.opening, way.excites, way.stage, way.is_aside) == (None, None, 0, False)


def test_way_is_called_what_the_person_calls_it(alice: Person) -> None:
    assert add_way(alice, "new_field", "  A bakery\n of mine ", today=TODAY).title == "A bakery of mine"


@pytest.mark.parametrize(("title", "called"), [("", "Data editor"), ("The desk", "The desk")])
def test_way_to_an_opening_is_called_after_it(alice: Person, title: str, called: str) -> None:
    opening = an_opening(alice, "Data editor")

    way = add_way(alice, "new_job", title, today=TODAY, from_opening=opening.pk)

    assert (way.opening, way.title) == (opening, called)


def test_opening_of_somebody_else_is_missing(alice: Person, bob: Person) -> None:
    theirs = of(Opening, bob).first()
    assert theirs is not None

    with pytest.raises(MissingError):
        add_way(alice, "new_job", today=TODAY, from_opening=theirs.pk)

    assert of(Way, alice).count() == 0


def test_changed_job_is_there_once(alice: Person) -> None:
    first = add_way(alice, "change", "Less of the reports", today=TODAY)

    assert add_way(alice, "change", "Another name", today=TODAY) == first
    assert of(Way, alice).get().title == "Less of the reports"


@pytest.mark.parametrize("kind", ["stay", "flight", ""])
def test_way_of_no_kind_is_refused(alice: Person, kind: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_way(alice, kind, today=TODAY)

    assert str(refused.value) == f'"{kind}" is no way out. Choose one of {", ".join(KINDS)}.'
    assert of(Way, alice).count() == 0


def test_name_that_is_too_long_is_refused(alice: Person) -> None:
    with pytest.raises(InvalidInputError, match=r"Name the way in 1 to 200 characters\."):
        add_way(alice, "new_job", "x" * 201, today=TODAY)

    assert add_way(alice, "new_job", "x" * 200, today=TODAY).title == "x" * 200


def test_one_way_too_many_is_refused_but_not_the_changed_job(alice: Person, bob: Person) -> None:
    for number in range(MOST_WAYS):
        a_way(alice, f"Way {number}")

    with pytest.raises(InvalidInputError, match=r"There are 20 ways already\. Remove one"):
        add_way(alice, "new_job", today=TODAY)

    assert add_way(alice, "change", today=TODAY).kind == WayKind.CHANGE


def test_description_keeps_figures_and_levels(alice: Person) -> None:
    way = a_way(alice)
    said = WayDescription(
        "  A degree ",
        excites=8,
        stage=4,
        figures={
            Figure.CHANCE: SaidFigure(Estimate(0.4, 0.6, 0.75), " A talk "),
            Figure.INCOME_THEN: SaidFigure(Estimate(2000, 2500.55, 3000)),
        },
        levels={"autonomy": 8, "own_1": 0},
    )

    kept = describe_way(alice, way.pk, said)

    kept.refresh_from_db()
    assert (kept.title, kept.excites, kept.stage) == ("A degree", 8, 4)
    assert figures(way) == [
        ("chance", Decimal("0.4"), Decimal("0.6"), Decimal("0.75"), "A talk"),
        ("income_then", Decimal(2000), Decimal("2500.55"), Decimal(3000), ""),
    ]
    assert levels(way) == {"autonomy": 8, "own_1": 0}


def test_description_leaves_what_it_does_not_name_and_takes_back_what_it_names_as_none(alice: Person) -> None:
    way = a_way(alice, excites=3)
    for figure in ("chance", "lasting", "way_back"):
        a_figure(way, figure)
    for facet in ("autonomy", "commute", "fairness"):
        a_way_level(way, facet)
    said = WayDescription(
        way.title,
        figures={Figure.CHANCE: None, Figure.LASTING: SaidFigure(Estimate(0.5, 0.7, 0.9)), Figure.COST: None},
        levels={"autonomy": None, "commute": 2, "coworkers": None},
    )

    describe_way(alice, way.pk, said)

    assert [(each[0], each[2]) for each in figures(way)] == [
        ("lasting", Decimal("0.7")),
        ("way_back", Decimal("0.6")),
    ]
    assert levels(way) == {"commute": 2, "fairness": 8}
    assert of(Way, alice).get().excites is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"title": " "}, "Name the way in 1 to 200 characters."),
        ({"excites": 11}, "How much it excites you is 11. Give a whole number from 0 to 10."),
        ({"excites": -1}, "How much it excites you is -1. Give a whole number from 0 to 10."),
        ({"stage": 5}, "There is no stage 5. Give one from 0 to 4."),
        ({"stage": -1}, "There is no stage -1. Give one from 0 to 4."),
        ({"levels": {"autonomy": 11}}, "The level is 11. Give a whole number from 0 to 10."),
        (
            {"levels": {"weather": 5}},
            '"weather" is not one of your criteria. Choose one from the list.',
        ),
    ],
)
def test_description_that_cannot_be_changes_nothing(
    alice: Person, said: dict[str, Any], sentence: str
) -> None:
    way = a_way(alice, "A degree", excites=3)
    whole = WayDescription("Renamed", excites=4, figures={Figure.CHANCE: SaidFigure(Estimate(0.1, 0.2, 0.3))})

    with pytest.raises(InvalidInputError) as refused:
        describe_way(alice, way.pk, replace(whole, **said))

    assert str(refused.value) == sentence
    way.refresh_from_db()
    assert (way.title, way.excites, figures(way)) == ("A degree", 3, [])


@pytest.mark.parametrize(
    ("figure", "estimate"),
    [
        (Figure.CHANCE, Estimate(0.5, 0.9, 1.1)),
        (Figure.CHANCE, Estimate(-0.1, 0.2, 0.4)),
        (Figure.COST, Estimate(-1, 0, 5)),
        (Figure.MONTHS, Estimate(5, 4, 6)),
        (Figure.INCOME_THEN, Estimate(1, 2, float("inf"))),
        (Figure.INCOME_THEN, Estimate(1, float("nan"), 3)),
    ],
)
def test_estimate_that_cannot_be_is_refused(alice: Person, figure: Figure, estimate: Estimate) -> None:
    way = a_way(alice)

    with pytest.raises(InvalidInputError):
        describe_way(alice, way.pk, WayDescription(way.title, figures={figure: SaidFigure(estimate)}))

    assert figures(way) == []


def test_way_is_put_aside_and_taken_in_again(alice: Person) -> None:
    way = a_way(alice)

    put_way_aside(alice, way.pk, is_aside=True)
    assert of(Way, alice).get().is_aside is True

    put_way_aside(alice, way.pk, is_aside=False)
    assert of(Way, alice).get().is_aside is False


def test_removed_way_takes_its_figures_along_and_decisions_keep_its_name(alice: Person, bob: Person) -> None:
    way, kept = a_way(alice), a_way(alice, "Another")
    a_figure(way)
    a_decision(alice, "A degree", way=way)

    remove_way(alice, way.pk)

    assert (list(of(Way, alice)), of(WayFigure, alice).count()) == ([kept], 0)
    decision = of(Decision, alice).get()
    assert (decision.way, decision.chosen) == (None, "A degree")
    assert of(Way, bob).count() == 1


@pytest.mark.parametrize(
    ("change", "more"),
    [
        (describe_way, {"said": WayDescription("Mine now")}),
        (put_way_aside, {"is_aside": True}),
        (remove_way, {}),
    ],
)
def test_ways_of_somebody_else_are_missing(
    alice: Person, bob: Person, change: Any, more: dict[str, Any]
) -> None:
    theirs = of(Way, bob).get()

    with pytest.raises(MissingError):
        change(alice, theirs.pk, **more)

    assert (of(Way, bob).get().title, of(Way, bob).get().is_aside) == (theirs.title, False)


def test_money_is_kept_and_said_anew(alice: Person, bob: Person) -> None:
    save_purse(alice, Money("GBP", 1, 2, 3))

    save_purse(alice, MONEY)

    purse = of(Purse, alice).get()
    assert (purse.currency, purse.income, purse.savings) == ("EUR", Decimal("2600.50"), Decimal(9000))
    assert (purse.fixed_costs, purse.tax_rate) == (Decimal(1900), Decimal("0.31"))
    assert of(Purse, bob).count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"currency": "EURO"},
        {"currency": ""},
        {"income": -1},
        {"savings": -0.01},
        {"fixed_costs": -5},
        {"tax_rate": 1.2},
        {"tax_rate": -0.1},
        {"income": float("nan")},
        {"savings": float("inf")},
    ],
)
def test_money_that_cannot_be_is_refused(alice: Person, wrong: dict[str, Any]) -> None:
    a_purse(alice)

    with pytest.raises(InvalidInputError):
        save_purse(alice, replace(MONEY, **wrong))

    assert of(Purse, alice).get().income == Decimal(2600)


def test_money_is_forgotten(alice: Person, bob: Person) -> None:
    a_purse(alice)

    forget_purse(alice)

    assert (of(Purse, alice).count(), of(Purse, bob).count()) == (0, 1)


@pytest.mark.parametrize("kind", ["reads", "unpaid", "asked"])
def test_interest_is_kept_once(alice: Person, bob: Person, kind: str) -> None:
    first = add_interest(alice, kind, " old   maps ")

    assert add_interest(alice, kind, "old maps") == first
    assert list(of(Interest, alice).values_list("kind", "text")) == [(kind, "old maps")]


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        ("likes", "maps", '"likes" is no kind of interest. Choose one of reads, unpaid, asked.'),
        ("reads", " ", "Say your interest in 1 to 200 characters."),
        ("reads", "x" * 201, "Say your interest in 1 to 200 characters."),
    ],
)
def test_interest_that_cannot_be_is_refused(alice: Person, kind: str, text: str, sentence: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_interest(alice, kind, text)

    assert str(refused.value) == sentence
    assert of(Interest, alice).count() == 0


def test_one_interest_too_many_is_refused_but_not_one_that_is_there(alice: Person) -> None:
    kept = [an_interest(alice, f"maps {number}") for number in range(MOST_INTERESTS)]

    with pytest.raises(InvalidInputError, match=r"There are 30 interests already\."):
        add_interest(alice, "reads", "one more")

    assert add_interest(alice, "reads", "maps 3") == kept[3]


def test_interest_is_removed(alice: Person, bob: Person) -> None:
    interest, kept = an_interest(alice), an_interest(alice, "bread")

    remove_interest(alice, interest.pk)
    with pytest.raises(MissingError):
        remove_interest(alice, of(Interest, bob).get().pk)

    assert (list(of(Interest, alice)), of(Interest, bob).count()) == ([kept], 1)


def test_longest_title_is_what_the_store_holds() -> None:
    assert Way._meta.get_field("title").max_length == services.LONGEST_TITLE
    assert Interest._meta.get_field("text").max_length == services.LONGEST_TITLE
