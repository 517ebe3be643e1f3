"""What to do first: what helps and lies in one's own hands; harm has its own way; another field comes last."""

from dataclasses import replace
from datetime import date

import pytest

from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.reflect.causes import Cause
from unrut.core.reflect.remedies import (
    ASK_THE_MANAGER,
    IN_OWN_HANDS,
    NEW_FIELD,
    SHAPE_THE_JOB,
    Beginning,
    beginning_of,
    is_field_open,
    remedies_of,
)

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
every_facet = pytest.mark.parametrize("facet", VOCABULARY.facets.values(), ids=lambda facet: facet.id)


def causes(*facets: str, answered: int = 6) -> list[Cause]:
    return [Cause(facet, (date(2026, 11, 16),), answered, 0.5, ()) for facet in facets]


def names(facet: Facet, *, is_open: bool = False) -> list[str]:
    return [rated.remedy.id for rated in remedies_of(facet, VOCABULARY, is_field_open=is_open)]


def test_every_remedy_has_its_share_in_own_hands() -> None:
    assert list(IN_OWN_HANDS) != []
    assert set(IN_OWN_HANDS) == set(VOCABULARY.remedies)


def test_remedies_come_by_rating_times_what_lies_in_own_hands() -> None:
    rated = remedies_of(VOCABULARY["task_variety"], VOCABULARY, is_field_open=True)

    assert [(each.remedy.id, each.rating, each.worth) for each in rated] == [
        ("job_crafting", 3, 3.0),
        ("talk_to_manager", 2, 1.8),
        ("move_team", 2, 1.2),
        ("new_job", 2, 1.0),
        ("new_field", 2, 0.6),
    ]


@every_facet
def test_remedies_that_do_not_help_are_left_out(facet: Facet) -> None:
    assert sorted(names(facet)) == sorted(name for name, rating in facet.remedies.items() if rating)


@every_facet
def test_another_field_comes_last_unless_it_stands_out(facet: Facet) -> None:
    assert NEW_FIELD not in names(facet)[:-1]


def test_another_field_takes_its_place_when_it_stands_out() -> None:
    facet = replace(VOCABULARY["job_interest"], remedies={"new_field": 3, "new_job": 1, "study": 1})

    assert names(facet, is_open=True)[0] == NEW_FIELD


def test_reshaping_the_job_never_answers_harm() -> None:
    facet = replace(VOCABULARY["respect_safety"], remedies={"job_crafting": 3, "new_job": 1})

    assert names(facet) == ["new_job"]


def test_remedy_that_is_not_listed_counts_a_half() -> None:
    facet = replace(VOCABULARY["commute"], remedies={"rest": 2})
    vocabulary = replace(VOCABULARY, remedies={**VOCABULARY.remedies, "rest": VOCABULARY.remedies["study"]})

    (rated,) = remedies_of(facet, vocabulary, is_field_open=False)

    assert rated.worth == 1.0


def test_between_level_remedies_that_of_the_part_goes_first() -> None:
    level = replace(VOCABULARY["values_fit"], remedies={"study": 2, "new_job": 2})

    assert names(level) == ["new_job", "study"]


@pytest.mark.parametrize(
    ("facets", "is_open"),
    [
        ((), False),
        (("job_interest",), True),
        (("commute", "significance"), True),
        (("manager_support", "job_interest"), False),
        (("coworkers", "job_interest"), False),
        (("task_variety", "significance"), False),
        (("commute", "pay_benefits", "values_fit", "job_interest"), False),
    ],
)
def test_field_stands_out_only_with_nothing_easier_before_it(
    facets: tuple[str, ...], *, is_open: bool
) -> None:
    assert is_field_open(causes(*facets), VOCABULARY) is is_open


@pytest.mark.parametrize(
    ("facets", "beginning"),
    [
        (("workload_pace", "autonomy", "commute"), Beginning.MANAGER),
        (("workload_pace", "commute"), Beginning.PART),
        (("commute", "task_variety", "workload_pace"), Beginning.PART),
        (("commute", "manager_support", "coworkers", "workload_pace"), Beginning.PART),
        (("job_interest", "commute"), Beginning.FIELD),
        (("workload_pace", "autonomy", "recognition", "commute", "respect_safety"), Beginning.SAFETY),
    ],
)
def test_beginning_follows_what_leads(facets: tuple[str, ...], beginning: Beginning) -> None:
    assert beginning_of(causes(*facets), VOCABULARY) is beginning


@pytest.mark.parametrize(
    ("facets", "beginning"),
    [
        ((), None),
        (("job_interest",), None),
        (("workload_pace", "autonomy"), None),
        (("commute",), None),
        (("commute", "respect_safety"), Beginning.SAFETY),
    ],
)
def test_with_few_weeks_nothing_but_safety_is_a_beginning(
    facets: tuple[str, ...], beginning: Beginning | None
) -> None:
    few = causes(*facets, answered=5)

    assert beginning_of(few, VOCABULARY) is beginning
    assert is_field_open(few, VOCABULARY) is False


def test_names_of_remedies_are_those_of_the_vocabulary() -> None:
    assert {SHAPE_THE_JOB, ASK_THE_MANAGER, NEW_FIELD} <= set(VOCABULARY.remedies)
