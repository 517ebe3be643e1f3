import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.stored import json_values, opening_values, posted_from

pytestmark = pytest.mark.unit

amounts = st.none() | st.floats(0, 1e9)
pays = st.builds(
    Pay,
    low=amounts,
    high=amounts,
    currency=st.sampled_from(["", "EUR", "USD"]),
    period=st.sampled_from(Period),
    kind=st.sampled_from(PayKind),
    said=st.builds(Said, words=st.text(max_size=20)),
)
openings = st.builds(
    PostedOpening,
    source=st.text(max_size=9),
    key=st.text(max_size=9),
    title=st.text(max_size=9),
    place=st.text(max_size=9),
    workplace=st.sampled_from(Workplace),
    skills=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    pays=st.lists(pays, max_size=2).map(tuple),
    posted_on=st.none() | st.dates(),
    closes_on=st.none() | st.dates(),
    text=st.text(max_size=40),
    more=st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5)), max_size=2).map(tuple),
)


@given(openings)
def test_opening_comes_back_from_its_values_as_it_was(opening: PostedOpening) -> None:
    assert posted_from(json.loads(json.dumps(json_values(opening)))) == opening


def test_opening_values_keep_days_as_days() -> None:
    values = opening_values(PostedOpening("pasted", "1", "Cook", posted_on=date(2026, 3, 4)))

    assert (values["posted_on"], values["workplace"], values["more"]) == (date(2026, 3, 4), "", [])
