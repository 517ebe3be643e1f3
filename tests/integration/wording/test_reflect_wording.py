"""What the notes say, in sentences that hold for one week as for many."""

from datetime import date, timedelta

import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause, Picture
from unrut.wording.reflect import cause_name, energy_lead, lead, no_causes, ranking_note

pytestmark = pytest.mark.integration

MONDAYS = [date(2026, 9, 7) + timedelta(weeks=count) for count in range(10)]


def a_picture(answered: int, causes: dict[str, int], energies: dict[str, int] | None = None) -> Picture:
    def named(told: dict[str, int]) -> tuple[Cause, ...]:
        return tuple(Cause(facet, tuple(MONDAYS[:weeks]), answered, 0.5, ()) for facet, weeks in told.items())

    return Picture(tuple(MONDAYS[:answered]), named(causes), named(energies or {}))


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (a_picture(0, {}), "After your first week this page can say something."),
        (a_picture(3, {}), "Nothing you wrote so far says what weighs on you."),
        (a_picture(1, {"commute": 1}), "What comes up so far: the way to work."),
        (
            a_picture(5, {"commute": 3, "pay_benefits": 2, "manager_support": 1, "autonomy": 1}),
            "What comes up so far: the way to work, your pay and your manager.",
        ),
        (
            a_picture(6, {"learning_growth": 4, "commute": 2}),
            "What weighs on you most is how little you learn. You named it in 4 of 6 weeks.",
        ),
    ],
)
def test_lead_says_what_weighs_as_far_as_is_known(picture: Picture, sentence: str) -> None:
    assert lead(picture) == sentence


@pytest.mark.parametrize(
    ("answered", "sentence"), [(0, "After your first week this page can say something.")]
)
def test_page_without_causes_says_what_it_needs(answered: int, sentence: str) -> None:
    assert no_causes(a_picture(answered, {})) == sentence


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (a_picture(4, {"commute": 2}), ""),
        (
            a_picture(4, {}, {"coworkers": 3, "autonomy": 1}),
            "What gives you most is the people you work with, in 3 of 4 weeks.",
        ),
        (
            a_picture(1, {}, {"learning_growth": 1}),
            "What gives you most is learning something new, in 1 of 1 week.",
        ),
    ],
)
def test_energy_lead_says_what_lifts(picture: Picture, sentence: str) -> None:
    assert energy_lead(picture) == sentence


@pytest.mark.parametrize(
    ("answered", "sentence"),
    [
        (0, "The order means nothing yet: 6 more weeks and it will."),
        (5, "The order means nothing yet: 1 more week and it will."),
        (6, "From 6 answered weeks."),
        (10, "From 10 answered weeks."),
    ],
)
def test_note_says_what_the_order_is_worth(answered: int, sentence: str) -> None:
    assert ranking_note(a_picture(answered, {})) == sentence


@pytest.mark.parametrize("weight", [0.7, 1.5])
def test_note_says_when_wants_count(weight: float) -> None:
    cause = Cause("commute", tuple(MONDAYS[:2]), 6, 0.5, (), weight=weight)

    note = ranking_note(Picture(tuple(MONDAYS[:6]), (), (cause,)))

    assert note == "From 6 answered weeks. What you said you want counts in the order, too."


@pytest.mark.parametrize("facet", shipped_vocabulary().facets)
def test_lead_is_a_sentence_for_every_facet(facet: str) -> None:
    picture = a_picture(8, {facet: 4}, {facet: 4})

    sentences = [lead(picture), energy_lead(picture)]

    assert [sentence.count(".") for sentence in sentences] == [2, 1]
    assert [sentence for sentence in sentences if "  " in sentence or ".." in sentence] == []


def test_cause_has_the_name_of_its_facet() -> None:
    assert cause_name(a_picture(1, {"commute": 1}).causes[0]) == "Commute"
