"""The partner and how the options look to them, in sentences."""

from dataclasses import replace

import pytest
from tests.factories import TODAY, a_job, a_level, a_partner, a_partner_want, a_want, a_way

from unrut.core.explore.partner import need_of
from unrut.core.explore.wants import Want
from unrut.models import Partner, Person
from unrut.queries.partners import PartnerOption, PartnerView, partner_view
from unrut.wording import partners as wording

pytestmark = pytest.mark.integration

ROBIN = Partner(name="Robin")
WAY = need_of(Want("commute", 50, 1), 3)
CHOIR = need_of(Want("own_1", 50, 10, name="Choir"), 10)


@pytest.fixture
def view(alice: Person) -> PartnerView:
    a_want(alice, "autonomy")
    a_want(alice, "commute", 10, 1)
    a_level(a_job(alice), "autonomy", 9)
    a_way(alice, "A field of my own", "new_field")
    a_partner_want(a_partner(alice), "autonomy", 70)
    found = partner_view(alice, today=TODAY)
    assert found is not None
    return found


def with_means(view: PartnerView, *means: float | None) -> PartnerView:
    options = tuple(replace(each, mean=mean) for each, mean in zip(view.options, means, strict=True))
    return replace(view, options=options)


def test_page_without_a_partner_asks_for_one() -> None:
    assert wording.lead(None) == "Does somebody decide with you?"


@pytest.mark.parametrize(
    ("means", "lead"),
    [
        ((80, 40), "By what Robin wants, “Your job as it is” comes first, as it does for you."),
        (
            (40, 80),
            "By what Robin wants, “A field of my own” comes first; for you it is “Your job as it is”.",
        ),
        ((None, None), "Robin decides with you."),
    ],
)
def test_lead_without_needs_compares_who_comes_first(
    view: PartnerView, means: tuple[float | None, float | None], lead: str
) -> None:
    assert wording.lead(with_means(view, *means)) == lead


@pytest.mark.parametrize(
    ("broken", "lead"),
    [
        ([], "Nothing here breaks what Robin needs, as far as it is known."),
        ([0], "1 of the 2 options breaks something Robin needs."),
        ([0, 1], "2 of the 2 options break something Robin needs."),
    ],
)
def test_lead_with_needs_counts_what_breaks_them(view: PartnerView, broken: list[int], lead: str) -> None:
    options = tuple(
        replace(each, broken=(WAY,) if place in broken else ()) for place, each in enumerate(view.options)
    )

    assert wording.lead(replace(view, needs=(WAY,), options=options)) == lead


def test_lead_of_one_option_names_it(view: PartnerView) -> None:
    only = replace(view, needs=(WAY,), options=(replace(view.options[0], broken=(WAY,)),))

    assert wording.lead(only) == "“Your job as it is” breaks something Robin needs."


@pytest.mark.parametrize(
    ("partner", "wants", "needs", "line"),
    [
        (None, 0, 0, "So far you decide alone."),
        (ROBIN, 1, 1, "You decide with Robin: 1 of these counts for them too, with 1 need."),
        (ROBIN, 3, 0, "You decide with Robin: 3 of these count for them too, with 0 needs."),
    ],
)
def test_partner_in_one_line(partner: Partner | None, wants: int, needs: int, line: str) -> None:
    assert wording.line(partner, wants, needs) == line


def test_need_says_its_direction() -> None:
    assert wording.need_words(WAY) == "commute: at most rather “short and easy”"
    assert wording.need_words(CHOIR) == "“Choir”: at least “wholly”"


@pytest.mark.parametrize(
    ("place", "mean", "words"),
    [
        (0, 50, "for Robin about 50 of 100"),
        (1, 60, "for Robin better than now: about 60 of 100"),
        (1, 40, "for Robin worse than now: about 40 of 100"),
        (1, 51, "for Robin much like now: about 51 of 100"),
        (1, None, ""),
    ],
)
def test_fit_is_told_beside_the_present_job(
    view: PartnerView, place: int, mean: float | None, words: str
) -> None:
    each = replace(view.options[place], mean=mean, now=50.0)

    assert wording.fit_words(each, ROBIN) == words


def test_option_says_what_it_breaks_and_what_is_open(view: PartnerView) -> None:
    silent: PartnerOption = view.options[0]
    each = replace(silent, broken=(WAY, CHOIR), unknown=(CHOIR,))

    assert wording.broken_words(each) == (
        "Breaks: commute: at most rather “short and easy” and “Choir”: at least “wholly”."
    )
    assert wording.unknown_words(each) == "To find out: “Choir”: at least “wholly”."
    assert (wording.broken_words(silent), wording.unknown_words(silent)) == ("", "")
