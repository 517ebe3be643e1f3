"""The list of kinds of work in sentences: one or many, near or a stretch, measured or not."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations.riasec import Holland
from unrut.core.explore.occupations.study import EDUCATION
from unrut.core.explore.occupations.titles import TitleMatch, TitleReason
from unrut.models import Job
from unrut.queries.guide import Guide
from unrut.queries.occupations import Filters, Judged, OccupationList, Order, Place, Promise
from unrut.queries.standpoint import Home
from unrut.wording import occupation_list as wording

pytestmark = pytest.mark.integration

NOTHING = OccupationList(by=Order.FIT, occupations=(), surprises=(), first=0, count=0)
MATCH = TitleMatch(0, "11-1011.00", "Lantern Keepers", "Lamp warden", TitleReason.OTHER, 0.9)
GUIDE = cast("Guide", SimpleNamespace(atlas=SimpleNamespace(titles=("Lantern Keepers",))))
BAND = "The dashed line is your job as it is; the band holds four chances in five."


def a_judged(*, has_fit: bool = True, is_known: bool = True) -> Judged:
    standpoint = SimpleNamespace(is_known=is_known)
    return cast("Judged", SimpleNamespace(fit=1 if has_fit else None, standpoint=standpoint))


@pytest.mark.parametrize(
    ("promise", "lead"),
    [
        (
            Promise(1016, 41, 5),
            "Of 1,016 kinds of work, 41 would probably suit you better than your job now and are within reach.",
        ),
        (
            Promise(8, 1, 0),
            "Of 8 kinds of work, 1 would probably suit you better than your job now and is within reach.",
        ),
        (
            Promise(8, 0, 1),
            "Of 8 kinds of work, 1 would probably suit you better than your job now; it is a stretch.",
        ),
        (
            Promise(8, 0, 3),
            "Of 8 kinds of work, 3 would probably suit you better than your job now; each is a stretch.",
        ),
        (
            Promise(8, 0, 0),
            "Of 8 kinds of work, none that is near would probably suit you better than your job now.",
        ),
    ],
)
def test_first_line_says_what_all_kinds_of_work_hold(promise: Promise, lead: str) -> None:
    assert wording.lead(a_judged(), promise) == lead


def test_first_line_promises_nothing_it_cannot_know() -> None:
    assert wording.lead(a_judged(has_fit=False), Promise(1, 0, 0)) == (
        "1 kind of work is here, and nothing you want to judge it by yet."
    )
    assert wording.lead(a_judged(is_known=False), Promise(8, 8, 0)).startswith(
        "These fit what you want best."
    )


@pytest.mark.parametrize(
    ("judged", "promise", "under"),
    [
        (a_judged(), Promise(8, 2, 1), f"1 more is a stretch. {BAND}"),
        (a_judged(), Promise(8, 2, 3), f"3 more are a stretch. {BAND}"),
        (a_judged(), Promise(8, 0, 3), BAND),
        (a_judged(is_known=False), Promise(8, 2, 3), BAND),
        (
            a_judged(has_fit=False, is_known=False),
            Promise(8, 0, 0),
            "Until you say what you want and what you do now, what asks least of a beginner comes first.",
        ),
        (
            a_judged(has_fit=False),
            Promise(8, 0, 0),
            "Until you say what you want, they stand by how near they are to what you do and can.",
        ),
    ],
)
def test_second_line_says_what_the_list_stands_by(judged: Judged, promise: Promise, under: str) -> None:
    assert wording.under_lead(judged, promise) == under


@pytest.mark.parametrize(
    ("by", "is_known", "words"),
    [
        (Order.INTERESTS, True, "1,200 kinds of work, those most like your interests first"),
        (Order.INTERESTS, False, "1,200 kinds of work, those most like your interests first"),
        (Order.FIT, True, "1,200 kinds of work, within reach and best fit first"),
        (Order.FIT, False, "1,200 kinds of work, best fit first"),
        (Order.NEAR, True, "1,200 kinds of work, the nearest first"),
        (Order.NEAR, False, "1,200 kinds of work, what asks least first"),
    ],
)
def test_list_says_how_many_and_in_which_order(by: Order, is_known: bool, words: str) -> None:
    many, one = (replace(NOTHING, by=by, count=count) for count in (1200, 1))

    assert wording.list_words(many, is_known=is_known) == words
    assert wording.list_words(one, is_known=is_known) == "1 kind of work"


@given(count=st.integers(0, 10**7))
def test_figure_is_the_same_number(count: int) -> None:
    assert int(wording.figure(count).replace(",", "")) == count


def test_every_choice_has_words_of_its_own() -> None:
    told = [
        [wording.order_name(order) for order in Order],
        [wording.place_words(place) for place in Place],
        [wording.filter_sentence(Filters(place=place)) for place in Place],
        [wording.zone_at_most(zone) for zone in (1, 2, 3, 4)],
        [wording.schooling(category) for category in EDUCATION],
        [wording.any_time(), wording.any_schooling(), wording.any_place()],
    ]

    assert [len(set(words)) for words in told] == [len(words) for words in told]
    assert all(word for words in told for word in words)


@pytest.mark.parametrize(
    ("home", "sentence"),
    [
        (
            Home(Job(title="Lamp warden"), 0, MATCH, 1.0),
            "“Lamp warden” is taken for Lantern Keepers by its title; that is very probably (about 90 %) right.",
        ),
        (
            Home(Job(title="Lamp warden", occupation="11-1011.00"), 0, None, 1.0),
            "“Lamp warden” counts as Lantern Keepers, as you said.",
        ),
        (
            Home(Job(title="Zzqq"), None, None, 1.0),
            "We know no kind of work called “Zzqq”.",
        ),
    ],
)
def test_page_says_what_a_job_was_taken_for(home: Home, sentence: str) -> None:
    assert wording.home_sentence(home, GUIDE) == sentence


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "What you can is taken from the work behind you until you confirm it."),
        (1, "You confirmed 1 skill."),
        (12, "You confirmed 12 skills."),
    ],
)
def test_confirmed_skills_are_counted(count: int, sentence: str) -> None:
    assert wording.skills_sentence(count) == sentence


def test_interests_are_named_in_their_order() -> None:
    one, other = (
        wording.interests_sentence(chosen)
        for chosen in ([Holland.SOCIAL, Holland.ARTISTIC], [Holland.ARTISTIC, Holland.SOCIAL])
    )

    assert one.startswith("You chose: ")
    assert one != other
