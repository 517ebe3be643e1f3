"""What the partner wants is kept all anew, for the same criteria only."""

import pytest
from tests.factories import a_partner, a_partner_want, a_want

from unrut.core.errors import InvalidInputError
from unrut.models import Partner, PartnerWant, Person
from unrut.queries.scope import of
from unrut.services.partners import PartnerAnswer, forget_partner, save_partner

pytestmark = pytest.mark.integration

ANSWERS = {"autonomy": PartnerAnswer(60), "commute": PartnerAnswer(0, least=3)}


def stored(owner: Person) -> list[tuple[str, int, int | None]]:
    return list(of(PartnerWant, owner).values_list("facet", "weight", "least"))


@pytest.fixture
def wanting(alice: Person, bob: Person) -> Person:
    for facet in ("autonomy", "commute", "own_1"):
        a_want(alice, facet)
    return alice


def test_partner_is_kept_with_weights_and_needs(wanting: Person, bob: Person) -> None:
    partner = save_partner(wanting, "  Robin ", {**ANSWERS, "own_1": PartnerAnswer(100, least=10)})

    assert (partner.name, of(Partner, wanting).count()) == ("Robin", 1)
    assert stored(wanting) == [("own_1", 100, 10), ("autonomy", 60, None), ("commute", 0, 3)]
    assert stored(bob) == [("autonomy", 60, None)]


def test_what_has_neither_weight_nor_need_is_left_out(wanting: Person) -> None:
    save_partner(wanting, "Robin", {"autonomy": PartnerAnswer(0), "commute": PartnerAnswer(0, least=0)})

    assert stored(wanting) == [("commute", 0, 0)]


def test_partner_is_said_all_anew(wanting: Person) -> None:
    before = a_partner(wanting)
    a_partner_want(before, "commute", 90)

    partner = save_partner(wanting, "Sam", {"autonomy": PartnerAnswer(20)})

    assert (partner.pk, partner.name) == (before.pk, "Sam")
    assert stored(wanting) == [("autonomy", 20, None)]


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_partner_without_a_name_that_can_be_is_refused(wanting: Person, name: str) -> None:
    with pytest.raises(InvalidInputError, match=r"Say who decides with you, in 1 to 60 characters\."):
        save_partner(wanting, name, ANSWERS)

    assert of(Partner, wanting).count() == 0


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (
            {"fairness": PartnerAnswer(50)},
            '"fairness" is not among what you want. Save your own wants first, then add what your partner wants of them.',
        ),
        (
            {"autonomy": PartnerAnswer(101)},
            "Autonomy has weight 101 and least level None. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
        (
            {"autonomy": PartnerAnswer(-1)},
            "Autonomy has weight -1 and least level None. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
        (
            {"autonomy": PartnerAnswer(5, 11)},
            "Autonomy has weight 5 and least level 11. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
    ],
)
def test_answers_that_cannot_be_are_refused_and_the_earlier_ones_stay(
    wanting: Person, answers: dict[str, PartnerAnswer], sentence: str
) -> None:
    save_partner(wanting, "Robin", ANSWERS)

    with pytest.raises(InvalidInputError) as refused:
        save_partner(wanting, "Sam", answers)

    assert str(refused.value) == sentence
    assert (of(Partner, wanting).get().name, len(stored(wanting))) == ("Robin", 2)


def test_partner_is_forgotten_with_what_they_want(wanting: Person, bob: Person) -> None:
    save_partner(wanting, "Robin", ANSWERS)

    forget_partner(wanting)

    assert (of(Partner, wanting).count(), stored(wanting)) == (0, [])
    assert of(Partner, bob).count() == 1
