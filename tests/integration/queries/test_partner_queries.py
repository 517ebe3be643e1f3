"""Every ranked option as the partner sees it: by their weights and by what they need."""

import pytest
from tests.factories import (
    TODAY,
    a_job,
    a_level,
    a_partner,
    a_partner_want,
    a_want,
    a_way,
    a_way_level,
    an_opening,
)

from unrut.models import Person
from unrut.queries.explore import ranking
from unrut.queries.frame import frame_of
from unrut.queries.partners import PartnerView, partner_of, partner_view
from unrut.queries.subjects import subjects_of

pytestmark = pytest.mark.integration

REMOTE = "This is a fully remote role."


@pytest.fixture
def wanting(alice: Person, bob: Person) -> Person:
    for facet in ("autonomy", "remote_location"):
        a_want(alice, facet)
    job = a_job(alice)
    a_level(job, "autonomy", 9)
    a_level(job, "remote_location", 1)
    return alice


def seen(owner: Person) -> PartnerView:
    view = partner_view(owner, today=TODAY)
    assert view is not None
    return view


def test_nobody_decides_with_whom_none_is_named(wanting: Person, bob: Person) -> None:
    assert (partner_of(wanting), partner_view(wanting, today=TODAY)) == (None, None)
    assert partner_of(bob) is not None


def test_options_are_those_of_the_ranking_by_the_weights_of_the_partner(wanting: Person) -> None:
    opening = an_opening(wanting, text=REMOTE)
    way = a_way(wanting)
    a_partner_want(a_partner(wanting), "remote_location", 90)

    view = seen(wanting)

    ranked = ranking(wanting, today=TODAY)
    assert [each.option for each in view.options] == list(ranked.options)
    found = view.option(f"opening-{opening.pk}")
    assert found is not None
    assert found.mean is not None
    assert found.now is not None
    assert found.mean > found.now
    assert view.option(f"way-{way.pk}") is not None
    assert view.option("opening-0") is None


def test_partner_without_weights_judges_nothing_but_needs(wanting: Person) -> None:
    a_partner_want(a_partner(wanting), "remote_location", 0, least=6)

    (now,) = seen(wanting).options

    assert (now.mean, now.now) == (None, None)
    assert [need.want.facet for need in now.broken] == ["remote_location"]


def test_need_is_met_broken_or_open(wanting: Person) -> None:
    way = a_way(wanting, kind="new_field")
    a_way_level(way, "remote_location", 8)
    partner = a_partner(wanting)
    a_partner_want(partner, "remote_location", 10, least=6)
    a_partner_want(partner, "autonomy", 10, least=5)
    a_partner_want(partner, "fairness", 10, least=9)  # no longer wanted

    view = seen(wanting)

    said = {
        each.option.key: (
            [need.want.facet for need in each.broken],
            [need.want.facet for need in each.unknown],
        )
        for each in view.options
    }
    assert said == {"present": (["remote_location"], []), f"way-{way.pk}": ([], ["autonomy"])}
    assert [want.facet for want in view.wants] == ["autonomy", "remote_location"]


def test_subjects_hold_as_many_openings_as_asked_for_and_those_named(wanting: Person) -> None:
    best = an_opening(wanting, "Best", text=REMOTE)
    other = an_opening(wanting, "Other")
    frame = frame_of(wanting)

    none = subjects_of(wanting, frame, today=TODAY, most_openings=0)
    named = subjects_of(wanting, frame, today=TODAY, most_openings=1, also=[best.pk, other.pk])

    assert list(none.levels) == ["present"]
    assert list(named.levels) == ["present", f"opening-{best.pk}", f"opening-{other.pk}"]
    assert list(subjects_of(wanting, frame, today=TODAY).levels) == list(named.levels)
