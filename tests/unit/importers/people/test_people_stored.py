"""What was read of people, kept as JSON until it is approved."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.people.contract import Precision, ReadContact, ReadPeople, ReadPosition
from unrut.importers.people.stored import as_json, from_json

pytestmark = pytest.mark.unit

# Importers leave out what no store could hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
BY_TYPE: Mapping[object, st.SearchStrategy[Any]] = {
    str: TEXT,
    bool: st.booleans(),
    date: DAYS,
    date | None: st.none() | DAYS,
    tuple[str, ...]: st.lists(TEXT, max_size=3).map(tuple),
    Precision: st.sampled_from(get_args(Precision)),
}


def records(kind: Any) -> st.SearchStrategy[Any]:
    """Any record of a kind, and all that holds several of another."""
    types = get_type_hints(kind)
    return st.builds(
        kind, **{name: BY_TYPE[told] if told in BY_TYPE else _several(told) for name, told in types.items()}
    )


def _several(told: Any) -> st.SearchStrategy[Any]:
    return st.lists(records(get_args(told)[0]), max_size=2).map(tuple)


def kept(told: ReadPeople) -> Any:
    """As it comes back from a store."""
    return json.loads(json.dumps(as_json(told)))


@given(records(ReadPeople))
def test_what_is_kept_comes_back_as_it_was(told: ReadPeople) -> None:
    assert from_json(kept(told)) == told


def test_what_says_nothing_is_not_kept() -> None:
    told = ReadPeople("linkedin", contacts=(ReadContact("k", "Ana", tags=("team",)),))

    assert as_json(told)["contacts"] == [{"key": "k", "name": "Ana", "tags": ["team"]}]


def test_days_are_kept_as_words() -> None:
    told = ReadPeople("linkedin", positions=(ReadPosition("Mill", "Editor", started_on=date(2020, 3, 1)),))

    assert as_json(told)["positions"] == [{"company": "Mill", "title": "Editor", "started_on": "2020-03-01"}]
