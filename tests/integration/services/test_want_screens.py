"""Each screen of the wants is stored by itself; answers about what changed are forgotten."""

import pytest
from tests.factories import (
    a_job,
    a_level,
    a_note,
    a_partner,
    a_partner_want,
    a_trade_off,
    a_want,
    a_way,
    a_way_level,
)

from unrut.core.errors import InvalidInputError
from unrut.core.explore.wants import Want
from unrut.models import Person, TradeOffAnswer
from unrut.models import Want as StoredWant
from unrut.queries.scope import of
from unrut.services.explore import save_wants
from unrut.services.want_screens import (
    beside_first,
    choose_criteria,
    put_first,
    save_ranges,
    wants_now,
    weigh_beside,
)

pytestmark = pytest.mark.integration

Stored = tuple[str, int, int, int | None, str]


def stored(owner: Person) -> list[Stored]:
    rows = of(StoredWant, owner).order_by("pk")
    return list(rows.values_list("facet", "weight", "wanted", "worst", "name"))


def weights(owner: Person) -> list[tuple[str, int]]:
    return [(facet, weight) for facet, weight, *_ in stored(owner)]


@pytest.fixture
def wanting(alice: Person, bob: Person) -> Person:
    save_wants(
        alice,
        [Want("autonomy", 80, 9, 4, "Freedom"), Want("commute", 100, 2), Want("own_1", 40, 10, name="Choir")],
    )
    return alice


def test_wants_stand_heaviest_first_and_are_proposed_while_none_are_said(alice: Person) -> None:
    a_note(alice, "The train was late")
    assert [want.facet for want in wants_now(alice)] == ["commute"]

    save_wants(alice, [Want("autonomy", 30, 9), Want("fairness", 60, 9)])

    assert [want.facet for want in wants_now(alice)] == ["fairness", "autonomy"]


def test_criteria_keep_what_was_said_of_them(wanting: Person, bob: Person) -> None:
    before = stored(bob)

    choose_criteria(wanting, ["commute", "autonomy", "pay_benefits", "commute"], names={})

    assert stored(wanting) == [
        ("commute", 100, 2, None, ""),
        ("autonomy", 80, 9, 4, "Freedom"),
        ("pay_benefits", 50, 10, None, ""),
    ]
    assert stored(bob) == before


def test_criteria_have_the_names_the_person_gives_them(wanting: Person) -> None:
    names = {"autonomy": "Autonomy", "commute": " The way ", "own_1": "Singing", "fairness": "Not chosen"}

    choose_criteria(wanting, ["autonomy", "commute", "own_1"], names=names)

    assert [name for *_, name in stored(wanting)] == ["", "The way", "Singing"]


def test_own_criterion_is_added_and_inherits_nothing(wanting: Person) -> None:
    a_level(a_job(wanting), "own_2", 3)
    a_way_level(a_way(wanting), "own_3", 3)
    a_partner_want(a_partner(wanting), "own_4")

    choose_criteria(wanting, ["own_1"], names={}, own="  A garden ")

    assert stored(wanting) == [("own_1", 40, 10, None, "Choir"), ("own_5", 50, 10, None, "A garden")]


@pytest.mark.parametrize(
    ("facets", "own", "sentence"),
    [
        ([], " ", "Nothing is chosen. Choose at least one thing that counts for you."),
        (
            [f"own_{number}" for number in range(8)],
            "One more",
            "You chose 9. Keep at most 8: what counts less hardly changes the result.",
        ),
        (["luck"], "", '"luck" is not one of the thirty facets. Choose one from the list.'),
        (["own_7"], "", "A criterion of your own has no name. Say in a few words what it is."),
    ],
)
def test_criteria_that_cannot_be_are_refused(
    wanting: Person, facets: list[str], own: str, sentence: str
) -> None:
    before = stored(wanting)

    with pytest.raises(InvalidInputError) as refused:
        choose_criteria(wanting, facets, names={}, own=own)

    assert (str(refused.value), stored(wanting)) == (sentence, before)


def test_answers_about_what_no_longer_counts_are_forgotten(wanting: Person, bob: Person) -> None:
    kept = a_trade_off(wanting, "autonomy", "commute")
    a_trade_off(wanting, "autonomy", "own_1")
    a_trade_off(wanting, "commute", "autonomy", also="own_1")

    assert choose_criteria(wanting, ["autonomy", "commute", "fairness"], names={}) == 2

    assert list(of(TradeOffAnswer, wanting)) == [kept]
    assert of(TradeOffAnswer, bob).count() == 1


def test_ranges_are_kept_and_the_worst_there_is_needs_no_number(wanting: Person) -> None:
    save_ranges(wanting, {"autonomy": (0, 9), "commute": (8, 1), "fairness": (0, 10)})

    assert [(facet, wanted, worst) for facet, _, wanted, worst, _ in stored(wanting)] == [
        ("commute", 1, 8),
        ("autonomy", 9, None),
        ("own_1", 10, None),
    ]


def test_answers_about_another_range_are_forgotten(wanting: Person) -> None:
    a_trade_off(wanting, "autonomy", "commute")
    kept = a_trade_off(wanting, "commute", "own_1")

    assert save_ranges(wanting, {"autonomy": (4, 9), "commute": (10, 2)}) == 0
    assert save_ranges(wanting, {"autonomy": (3, 9), "commute": (10, 2)}) == 1

    assert list(of(TradeOffAnswer, wanting)) == [kept]


def test_range_that_is_none_is_refused_and_nothing_is_forgotten(wanting: Person) -> None:
    a_trade_off(wanting, "autonomy", "commute")

    with pytest.raises(InvalidInputError, match="The worst and the wanted level of Commute are the same"):
        save_ranges(wanting, {"autonomy": (1, 9), "commute": (2, 2)})

    assert of(TradeOffAnswer, wanting).count() == 1


def test_first_has_the_most_weight_and_nothing_else_as_much(wanting: Person) -> None:
    put_first(wanting, "own_1")

    assert weights(wanting) == [("own_1", 100), ("commute", 95), ("autonomy", 80)]


def test_first_that_is_not_wanted_is_refused(wanting: Person) -> None:
    with pytest.raises(InvalidInputError, match="Choose one of the things you want"):
        put_first(wanting, "fairness")

    assert weights(wanting) == [("autonomy", 80), ("commute", 100), ("own_1", 40)]


def test_others_are_weighed_beside_the_first_and_what_has_none_goes(wanting: Person) -> None:
    weigh_beside(wanting, {"autonomy": 55, "own_1": 0, "commute": 10})

    assert weights(wanting) == [("commute", 100), ("autonomy", 55)]


def test_what_is_not_weighed_keeps_its_weight_beside_the_first(alice: Person) -> None:
    a_want(alice, "autonomy", 80)
    a_want(alice, "commute", 40)
    a_want(alice, "fairness", 1)

    weigh_beside(alice, {})

    assert weights(alice) == [("autonomy", 100), ("commute", 50), ("fairness", 5)]


def test_nothing_can_be_weighed_while_nothing_is_wanted(alice: Person) -> None:
    assert beside_first([]) == []
    with pytest.raises(InvalidInputError, match="Nothing is wanted yet"):
        weigh_beside(alice, {})
