"""One kind of work, in sentences."""

from typing import Any

import pytest
from tests.factories import TODAY, a_job, a_want

from unrut.core.explore.occupations.atlas import Rated
from unrut.core.explore.occupations.facet_levels import Element
from unrut.core.explore.occupations.reach import Hindrance, Reach, Verdict
from unrut.core.explore.occupations.riasec import Holland
from unrut.models import Person
from unrut.queries.occupation_page import OccupationPage
from unrut.queries.occupations import Judged
from unrut.wording import occupation_page as wording
from unrut.wording.occupations import chance_words

pytestmark = pytest.mark.integration

ANALYSTS, MANAGERS, DATA_SCIENTISTS = "13-1161.00", "11-2021.00", "15-2051.00"


@pytest.fixture
def placed(alice: Person) -> Person:
    """Somebody of whom it is known what they do."""
    a_job(alice, "Market researcher", occupation=ANALYSTS)
    return alice


def page_of(owner: Person, code: str = MANAGERS) -> OccupationPage:
    judged = Judged(owner, today=TODAY)
    return OccupationPage(owner, judged, judged.atlas.rows[code])


def with_reach(page: OccupationPage, verdict: Verdict, *hindrances: Hindrance) -> OccupationPage:
    """The page with another distance than the person's own."""
    ranked = page.ranked
    fields: dict[str, Any] = {name: getattr(ranked, name) for name in type(ranked).__dataclass_fields__}
    page.__dict__["ranked"] = type(ranked)(**{**fields, "reach": Reach(verdict, 0.6, 0.4, hindrances)})
    return page


def an_element(
    position: float, percentile: float, table: Rated = Rated.CONTEXT, id_: str = "4.C.3.d.1"
) -> Element:
    return Element(table, id_, "Time Pressure", position, percentile, "time pressure")


def test_first_line_says_fit_and_distance_in_one(placed: Person) -> None:
    a_want(placed)

    page = with_reach(page_of(placed), Verdict.STRETCH, Hindrance.EDUCATION)

    assert wording.page_lead(page).startswith("Marketing Managers: ")
    assert wording.page_lead(page).endswith("and a stretch, because it asks for more schooling.")
    assert "better than your job now" in wording.page_lead(page)
    assert wording.fit_note(page).startswith("Fit: ")
    assert wording.fit_note(page).endswith("; 1 of 1 want known.")


def test_first_line_without_wants_says_the_distance_alone(placed: Person) -> None:
    page = with_reach(page_of(placed), Verdict.REALISTIC)

    assert wording.page_lead(page) == "Marketing Managers: within reach."
    assert wording.fit_note(page) == "How well it would fit can be said once something is wanted."


def test_first_line_tells_no_distance_to_somebody_of_whom_nothing_is_known(alice: Person) -> None:
    page = with_reach(page_of(alice), Verdict.FAR, *Hindrance)
    assert wording.page_lead(page) == "Marketing Managers, as people who do it describe it."
    assert (wording.reach_clause(page), wording.more_hindrances(page)) == ("", "")

    a_want(alice)
    page = page_of(alice)
    assert wording.page_lead(page) == f"Marketing Managers: {chance_words(page.ranked)}."


def test_fit_that_is_not_known_is_not_told_as_nothing_wanted(placed: Person) -> None:
    a_want(placed, "commute")

    page = with_reach(page_of(placed), Verdict.REALISTIC)

    assert wording.page_lead(page) == "Marketing Managers: how it would fit is not known, and within reach."
    assert wording.fit_note(page) == ""


def test_first_line_names_two_hindrances_and_the_note_the_rest(placed: Person) -> None:
    page = with_reach(
        page_of(placed), Verdict.FAR, Hindrance.GAPS, Hindrance.EDUCATION, Hindrance.LICENCE, Hindrance.UNLIKE
    )

    assert wording.reach_clause(page) == (
        "far from where you are now, because it needs much you have not done yet and it asks for more schooling"
    )
    assert (
        wording.more_hindrances(page)
        == "Besides, it usually needs a licence and its tasks are quite different."
    )
    assert wording.more_hindrances(with_reach(page_of(placed), Verdict.FAR, Hindrance.GAPS)) == ""


def test_own_kind_of_work_is_called_so(alice: Person) -> None:
    a_job(alice, "Marketing lead", occupation=MANAGERS)

    assert wording.page_lead(page_of(alice)) == (
        "Marketing Managers: your own kind of work, as people who do it describe it."
    )
    assert not wording.is_own(page_of(alice, ANALYSTS))


@pytest.mark.parametrize("occupation", [ANALYSTS, DATA_SCIENTISTS])
def test_what_was_not_surveyed_says_so_and_nothing_more(alice: Person, occupation: str) -> None:
    a_job(alice, "Analyst", occupation=occupation)

    page = with_reach(page_of(alice, DATA_SCIENTISTS), Verdict.FAR, *Hindrance)

    assert wording.page_lead(page) == "Data Scientists: nobody was asked what it is like or what it needs."
    assert (wording.fit_note(page), wording.more_hindrances(page)) == ("", "")


@pytest.mark.parametrize(
    ("element", "words"),
    [
        (an_element(0.775, 0.83), "Time Pressure: 4.1 of 5, more than in 80 % of kinds of work"),
        (an_element(0.1, 0.07), "Time Pressure: 1.4 of 5, less than in 90 % of kinds of work"),
        (an_element(0.5, 0.5), "Time Pressure: 3.0 of 5, about as in most kinds of work"),
        (
            an_element(0.25, 0.2, Rated.STYLE, "1.C.1.a"),
            "Time Pressure: −1.5 on a scale from −3 to 3, less than in 80 % of kinds of work",
        ),
    ],
)
def test_answer_is_told_on_its_own_scale_and_beside_other_work(
    alice: Person, element: Element, words: str
) -> None:
    atlas = page_of(alice).judged.atlas
    if element.table is Rated.STYLE:
        element = Element(
            element.table, atlas.ratings[Rated.STYLE].ids[0], element.name, element.position, 0.2, ""
        )

    assert wording.element_words(element, atlas) == words


def test_interests_are_two_and_say_how_little_they_tell() -> None:
    types = [(Holland.SOCIAL, 0.9), (Holland.ARTISTIC, 0.5), (Holland.REALISTIC, 0.1)]

    told = wording.interests_sentence(types)

    assert told.count("“") == 2
    assert told.endswith("That says little about how content they are in it.")
    assert wording.interests_sentence([]) == ""


@pytest.mark.parametrize(
    ("nearness", "words"),
    [(1.0, "very near"), (0.6, "near"), (0.45, "fairly near"), (0.1, "not so near"), (0.0, "not so near")],
)
def test_nearness_is_told_in_words(nearness: float, words: str) -> None:
    assert wording.near_words(nearness) == words


def test_map_begins_with_the_nearest(alice: Person) -> None:
    page = page_of(alice)

    assert wording.near_lead(page) == f"Nearest to Marketing Managers: {page.near[0].title}."
    page.__dict__["near"] = []
    assert wording.near_lead(page) == "Nothing is known that is near Marketing Managers."


def test_folds_say_how_many_they_hold() -> None:
    assert [wording.titles_count(count) for count in (1, 2)] == ["1 other title", "2 other titles"]
    assert [wording.facets_count(count) for count in (1, 2)] == [
        "1 more thing the survey tells",
        "2 more things the survey tells",
    ]
    assert wording.lines_count(4) == "4 more"
