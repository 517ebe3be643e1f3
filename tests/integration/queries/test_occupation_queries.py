"""Kinds of work are ranked by a person's own wants, narrowed by filters, and none disappears without a reason."""

from dataclasses import replace

import numpy as np
import pytest
from tests.factories import (
    TODAY,
    a_background,
    a_job,
    a_level,
    a_note,
    a_skill,
    a_want,
    a_way,
    an_opening,
    weeks_before,
)

from unrut.core.explore.fit import Subject, judge
from unrut.core.explore.levels import Source
from unrut.core.explore.occupations.atlas import Prose, Rated
from unrut.core.explore.occupations.reach import Hindrance, Horizon, Verdict
from unrut.models import NoteKind, Opening, Person
from unrut.queries.frame import PRESENT, judged_levels
from unrut.queries.guide import Guide, current_guide
from unrut.queries.occupation_page import MOST_SHOWN, OccupationPage, occupation_page
from unrut.queries.occupations import (
    PAGE,
    SURPRISES,
    Filters,
    Judged,
    Order,
    Place,
    count_of,
    ranked_occupations,
)

pytestmark = pytest.mark.integration

ALL = tuple(Verdict)
NURSES, ACCOUNTANTS, ROOFERS = "29-1141.00", "13-2011.00", "47-2181.00"


@pytest.fixture
def clerk(alice: Person) -> Person:
    """Somebody bored in an office, who wants freedom above all, variety, and quiet hours."""
    job = a_job(alice, "Data entry clerk")
    for facet, level in (("autonomy", 2), ("task_variety", 1), ("workload_pace", 6)):
        a_level(job, facet, level)
    a_want(alice, "autonomy", 100, 10)
    a_want(alice, "task_variety", 60, 8)
    a_want(alice, "workload_pace", 30, 3)
    return alice


def judged(owner: Person) -> Judged:
    return Judged(owner, today=TODAY)


def page(owner: Person, code: str) -> OccupationPage:
    found = occupation_page(owner, judged(owner), code)
    assert found is not None
    return found


def test_everything_is_listed_for_a_person_who_told_nothing(alice: Person, bob: Person) -> None:
    found = ranked_occupations(judged(alice), Filters(verdicts=ALL))

    assert (found.count, len(found.occupations), found.surprises) == (
        len(current_guide().atlas),
        PAGE,
        (),
    )
    first = found.occupations[0]
    assert (first.mean, first.better, first.ahead, first.behind, first.likeness) == (None, None, (), (), None)
    assert found.are_wants_proposed


def test_better_ones_come_first_and_of_them_those_within_reach(clerk: Person) -> None:
    found = ranked_occupations(judged(clerk), Filters(), most=2000)

    order = [
        ((each.better or 0) < 0.5, list(Verdict).index(each.reach.verdict), -(each.mean or 0))
        for each in found.occupations
    ]
    assert order == sorted(order)
    assert all(each.known for each in found.occupations)
    assert {each.reach.verdict for each in found.occupations} == {Verdict.REALISTIC, Verdict.STRETCH}
    assert found.count + sum(found.hidden.values()) == len(current_guide().atlas) - 1


def test_fit_is_that_of_everything_else(clerk: Person) -> None:
    """The block and the draws agree: the same wants, the same weights, the same present job."""
    all_work = judged(clerk)
    rows = [all_work.atlas.rows[code] for code in (NURSES, ACCOUNTANTS, ROOFERS)]
    subjects = [
        Subject(PRESENT, all_work.frame.levels[PRESENT]),
        *(Subject(str(row), all_work.guide.levels.of(row)) for row in rows),
    ]
    weights = all_work.frame.posterior.weights
    drawn = {fit.key: fit for fit in judge(subjects, all_work.wants, reference=PRESENT, weights=weights)}

    for row in rows:
        ranked = all_work.ranked(row)
        assert ranked.mean == pytest.approx(drawn[str(row)].mean, abs=0.5)
        assert ranked.better == pytest.approx(drawn[str(row)].better, abs=0.08)
        assert ranked.known == drawn[str(row)].known


def test_reasons_are_known_and_largest_first(clerk: Person) -> None:
    all_work = judged(clerk)
    best = ranked_occupations(all_work, Filters(verdicts=ALL)).occupations[0]

    assert best.ahead
    assert all(reason.points > 0 for reason in best.ahead)
    assert all(reason.points < 0 for reason in best.behind)
    points = [reason.points for reason in best.ahead]
    assert points == sorted(points, reverse=True)


def test_pages_follow_each_other_without_gap(clerk: Person) -> None:
    all_work = judged(clerk)

    def codes(first: int, most: int) -> list[str]:
        found = ranked_occupations(all_work, Filters(), first=first, most=most)
        return [each.code for each in found.occupations]

    assert codes(0, 10) + codes(10, 10) == codes(0, 20)
    assert codes(100_000, 10) == []


@pytest.mark.parametrize(
    "filters",
    [
        Filters(words="nurse", verdicts=ALL),
        Filters(zone=2, verdicts=ALL),
        Filters(education=2, verdicts=ALL),
        Filters(is_short=True, verdicts=ALL),
        Filters(place=Place.DESK, verdicts=ALL),
        Filters(place=Place.FEET, verdicts=ALL),
        Filters(place=Place.OUTDOORS, verdicts=ALL),
    ],
)
def test_filter_narrows_and_counts_what_it_leaves_out(clerk: Person, filters: Filters) -> None:
    found = ranked_occupations(judged(clerk), filters)

    others = len(current_guide().atlas) - 1
    assert 0 < found.count < others
    assert found.count + found.left_out == others


@pytest.mark.parametrize(
    ("filters", "inside", "outside"),
    [
        (Filters(words="REGISTERED nurse", verdicts=ALL), NURSES, ACCOUNTANTS),
        (Filters(zone=3, verdicts=ALL), ROOFERS, ACCOUNTANTS),
        (Filters(education=3, verdicts=ALL), ROOFERS, ACCOUNTANTS),
        (Filters(place=Place.DESK, verdicts=ALL), ACCOUNTANTS, ROOFERS),
        (Filters(place=Place.OUTDOORS, verdicts=ALL), ROOFERS, ACCOUNTANTS),
        (Filters(place=Place.FEET, verdicts=ALL), NURSES, ROOFERS),
    ],
)
def test_filter_knows_who_is_meant(clerk: Person, filters: Filters, inside: str, outside: str) -> None:
    found = ranked_occupations(judged(clerk), filters, most=2000)
    codes = {each.code for each in found.occupations}

    assert inside in codes
    assert outside not in codes


def test_farther_horizon_hides_no_more(clerk: Person) -> None:
    counts = []
    background = a_background(clerk, education=2)
    for horizon in Horizon:
        background.horizon = horizon
        background.save()
        counts.append(ranked_occupations(judged(clerk), Filters()).count)

    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_hidden_ones_say_why(clerk: Person) -> None:
    a_background(clerk, education=2, horizon="year")

    hidden = ranked_occupations(judged(clerk), Filters()).hidden

    assert set(hidden) <= set(Hindrance)
    assert sum(hidden.values()) > 0


def test_order_by_nearness_and_by_interests(clerk: Person) -> None:
    a_background(clerk, interests=["artistic"], education=6)
    all_work = judged(clerk)

    near = ranked_occupations(all_work, Filters(verdicts=ALL), by=Order.NEAR, most=30).occupations
    liked = ranked_occupations(all_work, Filters(verdicts=ALL), by=Order.INTERESTS, most=30).occupations

    distances = [each.reach.distance for each in near]
    assert distances == sorted(distances)
    likeness = [each.likeness or 0 for each in liked]
    assert likeness == sorted(likeness, reverse=True)
    assert likeness[0] > 0.5


def test_order_by_interests_without_any_is_by_fit(clerk: Person) -> None:
    all_work = judged(clerk)

    assert np.array_equal(all_work.order(Order.INTERESTS), all_work.order(Order.FIT))


def test_surprises_are_good_and_of_another_field(clerk: Person) -> None:
    a_background(clerk, horizon="any")
    all_work = judged(clerk)

    surprises = ranked_occupations(all_work, Filters()).surprises

    assert 0 < len(surprises) <= SURPRISES
    assert all(each.code[:2] != "43" and (each.better or 0) >= 0.6 for each in surprises)


def test_no_surprise_without_a_field_to_leave(alice: Person) -> None:
    a_want(alice, "autonomy")

    assert ranked_occupations(judged(alice), Filters(verdicts=ALL)).surprises == ()


def test_page_of_an_unknown_code_is_none(alice: Person) -> None:
    assert occupation_page(alice, judged(alice), "99-9999.99") is None


def test_page_tells_how_it_is_and_what_is_missing(clerk: Person) -> None:
    a_skill(clerk, "2.A.1.b", 6.0)
    found = page(clerk, NURSES)

    assert (found.code, found.title) == (NURSES, "Registered Nurses")
    assert {"autonomy", "workload_pace"} <= set(found.readings)
    assert found.gaps.missing
    assert "2.A.1.b" in {have.element for have in found.gaps.have}
    assert (*found.weightiest, *found.lesser) == found.gaps.missing
    assert len(found.weightiest) == MOST_SHOWN
    assert found.licence is not None
    assert found.near[0].code != NURSES
    assert found.interests[0][1] >= found.interests[-1][1]
    assert "Charge Nurse" in found.other_titles
    assert found.prose(Prose.TASKS) == ()
    assert page(clerk, ROOFERS).entering is not None


def test_page_names_the_way_that_leads_there_and_openings_of_that_kind(clerk: Person, bob: Person) -> None:
    a_way(bob, kind="new_field", occupation=NURSES)
    an_opening(bob, "Registered nurse")
    way = a_way(clerk, kind="new_field", occupation=NURSES)
    mine = an_opening(clerk, "Registered nurse")
    an_opening(clerk, "Roofer")
    found = page(clerk, NURSES)

    assert (found.way, found.openings) == (way, (mine,))


def test_gone_openings_are_not_of_that_kind_now(clerk: Person) -> None:
    an_opening(clerk, "Registered nurse", gone_on=weeks_before(1))

    assert page(clerk, NURSES).openings == ()


@pytest.mark.parametrize(("words", "code"), [(NURSES, NURSES), ("registered nurse", NURSES)])
def test_words_or_a_code_find_an_occupation(words: str, code: str) -> None:
    assert current_guide().find(words)[0].code == code


def test_silent_posting_is_judged_as_its_occupation_usually_is(alice: Person) -> None:
    opening = an_opening(alice, "Registered nurse", text="This is a fully remote role.")
    levels = judged_levels(Opening.objects.get(pk=opening.pk))

    assert levels["remote_location"].source is Source.STATED
    assert levels["autonomy"].source is Source.INFERRED
    assert not levels["autonomy"].is_known


def test_causes_in_notes_count_for_kinds_of_work(alice: Person) -> None:
    for count in range(6):
        a_note(alice, f"The same report again {count}", NoteKind.DISLIKE, weeks_before(count))
    a_job(alice, "Data entry clerk")

    found = ranked_occupations(judged(alice), Filters(verdicts=ALL))

    assert found.are_wants_proposed
    assert found.occupations[0].mean is not None


def test_own_work_is_not_among_the_others(alice: Person) -> None:
    a_job(alice, "Registered nurse")
    everything = ranked_occupations(judged(alice), Filters(verdicts=ALL), most=2000)

    assert NURSES not in {each.code for each in everything.occupations}
    assert everything.count == len(current_guide().atlas) - 1


def test_present_job_is_as_its_kind_where_nothing_was_said(alice: Person) -> None:
    job = a_job(alice, "Registered nurse")
    a_level(job, "autonomy", 2)
    a_want(alice, "autonomy")

    now = judged(alice).present

    assert (now["autonomy"].mean, now["autonomy"].source) == (2, Source.ANSWERED)
    assert now["emotional_demands"].source is Source.INFERRED


def test_what_nobody_was_asked_about_is_hidden_with_that_reason(clerk: Person) -> None:
    found = ranked_occupations(judged(clerk), Filters())

    assert found.hidden[Hindrance.UNSURVEYED] == int((~judged(clerk).is_surveyed).sum())


def test_without_anything_known_the_least_preparation_comes_first(alice: Person) -> None:
    found = ranked_occupations(judged(alice), Filters(verdicts=ALL), most=500)
    zones = [each.zone for each in found.occupations if each.reach.coverage is not None]

    assert zones == sorted(zones)
    assert zones[0] == 1


@pytest.mark.parametrize(
    ("by", "interests", "told"),
    [
        (Order.FIT, [], Order.FIT),
        (Order.INTERESTS, [], Order.FIT),
        (Order.INTERESTS, ["social"], Order.INTERESTS),
        (Order.NEAR, [], Order.NEAR),
    ],
)
def test_list_says_what_it_is_ordered_by(clerk: Person, by: Order, interests: list[str], told: Order) -> None:
    a_background(clerk, interests=interests)

    assert ranked_occupations(judged(clerk), Filters(), by=by).by is told


def test_counting_is_as_listing(clerk: Person) -> None:
    filters = Filters(zone=3, is_short=True)
    found = ranked_occupations(judged(clerk), filters)

    assert count_of(judged(clerk), filters) == (found.count, found.left_out)


def test_nothing_wanted_puts_nothing_ahead(alice: Person) -> None:
    assert judged(alice).points(0) == {}


def test_release_without_work_context_passes_no_filter_of_place(clerk: Person) -> None:
    whole = current_guide().atlas
    ratings = {rated: table for rated, table in whole.ratings.items() if rated is not Rated.CONTEXT}
    guide = Guide(replace(whole, ratings=ratings))

    found = Judged(clerk, today=TODAY, guide=guide)

    assert ranked_occupations(found, Filters(place=Place.DESK, verdicts=ALL)).count == 0
