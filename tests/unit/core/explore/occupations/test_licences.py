"""Licences by the code of an occupation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.licences import (
    licence_of,
    licences_of,
    load_licences,
    shipped_licences,
)

pytestmark = pytest.mark.unit

GOOD = """[licence.juggler]
name = "licence to juggle"
sentence = "Jugglers are licensed."
codes = ["99-1", "99-2"]
months = { low = 1, high = 3 }
always = true
"""


@pytest.mark.parametrize(
    ("code", "licence"),
    [
        ("29-1141.00", "nurse"),
        ("29-1171.00", "advanced_nurse"),
        ("29-1229.04", "doctor"),
        ("29-1242.00", "doctor"),
        ("29-1051.00", "pharmacist"),
        ("23-1011.00", "lawyer"),
        ("25-2058.00", "teacher"),
        ("47-2111.00", "electrician"),
        ("47-2152.00", "plumber"),
        ("53-3032.00", "truck"),
        ("53-2012.00", "pilot"),
        ("39-5012.00", "hair"),
        ("39-5094.00", "beauty"),
        ("13-2011.00", "accountant"),
        ("23-1022.00", None),
        ("15-1252.00", None),
        ("25-1011.00", None),
        ("", None),
    ],
)
def test_licence_goes_by_the_code(code: str, licence: str | None) -> None:
    found = licence_of(code)

    assert (found and found.id) == licence


def test_every_licence_is_needed_somewhere_and_takes_its_time() -> None:
    needed = {found.id for code in shipped_atlas().codes if (found := licence_of(code))}

    assert needed == set(shipped_licences())
    assert all(licence.sentence.endswith(".") for licence in shipped_licences().values())


def test_every_code_of_a_licence_is_the_beginning_of_one() -> None:
    known = shipped_atlas().codes

    for licence in shipped_licences().values():
        for start in licence.codes:
            assert any(code.startswith(start) for code in known), start


def test_licences_held_are_those_the_work_could_not_be_done_without() -> None:
    assert licences_of(["29-1141.00", "53-3032.00", "13-2011.00", "15-1252.00"]) == {"nurse", "truck"}
    assert licences_of([]) == frozenset()


@given(st.text())
def test_any_code_has_a_licence_or_none(code: str) -> None:
    found = licence_of(code)

    assert found is None or any(code.startswith(start) for start in found.codes)


@pytest.mark.parametrize(
    ("code", "besides"),
    [
        ("29-1141.00", "a nursing programme of two to four years"),
        ("23-1011.00", "a degree in law"),
        ("39-5011.00", ""),
        ("39-5092.00", ""),
        ("53-3032.00", ""),
    ],
)
def test_months_are_besides_a_degree_or_all_it_takes(code: str, besides: str) -> None:
    found = licence_of(code)

    assert found is not None
    assert found.besides == besides


def test_school_of_a_hairdresser_is_in_the_months() -> None:
    assert shipped_licences()["hair"].months == (8, 18)


def test_what_comes_besides_reads_on_in_a_sentence() -> None:
    told = [licence.besides for licence in shipped_licences().values() if licence.besides]

    assert all(words.startswith(("a ", "an ")) and not words.endswith(".") for words in told)


def test_file_is_read() -> None:
    licence = load_licences(GOOD, file="l.toml")["juggler"]

    assert (licence.months, licence.is_always, licence.codes) == ((1, 3), True, ("99-1", "99-2"))
    assert licence.besides == ""
    besides = GOOD + 'besides = "a degree in juggling"\n'
    assert load_licences(besides, file="l.toml")["juggler"].besides == "a degree in juggling"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"99-2"', '"99-1"', 'l.toml, line 4: licence.juggler.codes names "99-1", as another does.'),
        ("high = 3", "high = 0", "licence.juggler.months.high should be a whole number from 1 to 120."),
        ("high = 3", "high = 3, most = 4", "licence.juggler.months.most is not a field we know."),
        ("always = true", 'always = "yes"', "line 6: licence.juggler.always should be true or false."),
        ("name =", "nam =", "licence.juggler.name is missing."),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    with pytest.raises(InvalidReferenceError) as refused:
        load_licences(GOOD.replace(old, new, 1), file="l.toml")

    assert told in str(refused.value)
