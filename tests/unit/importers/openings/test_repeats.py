from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.repeats import without_repeats

pytestmark = pytest.mark.unit

COOK = PostedOpening("table", "1", "Cook", "The Inn", "Ghent", text="You cook.")
HOURLY = Pay(14.0, None, "EUR", Period.HOUR, PayKind.BASE, Said("from EUR 14"))


def merged(*openings: PostedOpening) -> tuple[PostedOpening, ...]:
    return without_repeats(Parsed(openings)).openings


def test_without_repeats_keeps_what_is_different_as_it_is() -> None:
    parsed = Parsed((COOK, replace(COOK, key="2")), (Problem("job 3", "x"),), is_table=True)

    assert without_repeats(parsed) == parsed


def test_without_repeats_keeps_problems_and_the_kind() -> None:
    parsed = Parsed((COOK, COOK), (Problem("job 3", "x"),), is_table=True)

    assert without_repeats(parsed) == Parsed((COOK,), (Problem("job 3", "x"),), is_table=True)


def test_without_repeats_merges_all_that_the_records_say() -> None:
    first = replace(COOK, url="https://inn.example/1", workplace=Workplace.HYBRID, skills=("bread",))
    second = replace(
        COOK,
        place="Bruges; ghent",
        url="https://inn.example/2",
        hours="38",
        pay="from EUR 14",
        pays=(HOURLY,),
        skills=("Bread", "soup"),
        posted_on=date(2026, 4, 1),
        more=(("Tags", "x"),),
    )

    assert merged(first, second) == (
        replace(
            first,
            place="Ghent; Bruges",
            hours="38",
            pay="from EUR 14",
            pays=(HOURLY,),
            skills=("bread", "soup"),
            posted_on=date(2026, 4, 1),
            more=(("Tags", "x"), ("Link", "https://inn.example/2")),
        ),
    )


@pytest.mark.parametrize(
    ("workplaces", "expected"),
    [
        ((Workplace.REMOTE, Workplace.UNKNOWN), Workplace.REMOTE),
        ((Workplace.REMOTE, Workplace.HYBRID), Workplace.UNKNOWN),
        ((Workplace.UNKNOWN, Workplace.UNKNOWN), Workplace.UNKNOWN),
    ],
)
def test_without_repeats_workplace_cases(workplaces: tuple[Workplace, ...], expected: Workplace) -> None:
    (opening,) = merged(*(replace(COOK, workplace=workplace) for workplace in workplaces))

    assert opening.workplace is expected


def test_without_repeats_other_postings_with_the_same_key_get_their_own() -> None:
    found = merged(COOK, replace(COOK, title="Chef"), replace(COOK, title="Boss"), COOK)

    assert [opening.title for opening in found] == ["Cook", "Chef", "Boss"]
    assert found[0].key == "1"
    assert len({opening.key for opening in found}) == 3
    assert found == merged(COOK, replace(COOK, title="Chef"), replace(COOK, title="Boss"))


OPENINGS = st.builds(
    lambda key, title, text, place: replace(COOK, key=key, title=title, text=text, place=place),
    *(
        st.sampled_from(words)
        for words in (["1", "2"], ["Cook", "Chef"], ["a", "b"], ["Ghent", "Bruges", ""])
    ),
)


@given(st.lists(OPENINGS, max_size=8))
def test_without_repeats_loses_no_posting_and_no_place(openings: list[PostedOpening]) -> None:
    found = merged(*openings)

    assert len({opening.key for opening in found}) == len(found)
    assert {(each.title, each.text) for each in found} == {(each.title, each.text) for each in openings}
    places = {place for each in found for place in each.place.split("; ")} - {""}
    assert places == {each.place for each in openings} - {""}
