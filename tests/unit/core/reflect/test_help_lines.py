import re

import pytest

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.reflect.help_lines import (
    DIRECTORY,
    UNCHECKED,
    country_of,
    load_countries,
    shipped_countries,
)

pytestmark = pytest.mark.unit

WRITTEN = f"""
[country.GB]
name = "United Kingdom"
emergency = "999"
checked_on = "2027-03-01"

[country.GB.line.samaritans]
name = "Samaritans"
reach = "call 116 123"
when = "day and night"
source = "samaritans.org"

[country.AT]
name = "Austria"
emergency = "112"
checked_on = "{UNCHECKED}"

[country.AT.line.one]
name = "Telefonseelsorge"
reach = "call 142"
source = "telefonseelsorge.at"
"""


def test_countries_are_read_in_the_order_of_their_names() -> None:
    countries = load_countries(WRITTEN)

    assert list(countries) == ["AT", "GB"]
    line = countries["GB"].lines[0]
    assert (line.name, line.reach, line.when, line.source) == (
        "Samaritans",
        "call 116 123",
        "day and night",
        "samaritans.org",
    )
    assert [country.is_checked for country in countries.values()] == [False, True]
    assert countries["AT"].lines[0].when == ""


@pytest.mark.parametrize(
    ("found", "written", "complaint"),
    [
        ('name = "Austria"', 'name = ""', "line 14: country.AT.name should be a text that is not empty."),
        ('emergency = "999"\n', "", "line 2: country.GB.emergency is missing."),
        ("[country.AT]", "[country.aut]", "line 13: country.aut should be named by the two capital letters"),
        ('"2027-03-01"', '"last spring"', 'line 5: country.GB.checked_on should be a day like "2027-03-01"'),
        ('reach = "call 142"', 'rech = "call 142"', "line 18: country.AT.line.one.reach is missing."),
        (
            'when = "day and night"',
            'hours = "all"',
            "line 10: country.GB.line.samaritans.hours is not a field",
        ),
        ('source = "telefonseelsorge.at"', "source = ", "cannot be read"),
    ],
)
def test_mistake_in_the_file_is_named_by_line(found: str, written: str, complaint: str) -> None:
    with pytest.raises(InvalidReferenceError, match=re.escape(complaint)):
        load_countries(WRITTEN.replace(found, written))


@pytest.mark.parametrize(
    "code", ["gb", " GB ", "Gb", "united kingdom", "The  United Kingdom", "UK", "U.K.", "England"]
)
def test_country_is_found_by_its_code_or_name(code: str) -> None:
    assert country_of(code).name == "United Kingdom"


def test_unknown_country_is_answered_with_those_there_are() -> None:
    with pytest.raises(InvalidInputError) as refused:
        country_of("XX", load_countries(WRITTEN))

    assert str(refused.value) == (
        '"XX" is none of the countries on the list: AT, GB. '
        "For any other, type findahelpline.com into a browser or ask at the emergency number."
    )


def test_shipped_countries_are_about_twenty_with_a_number_each() -> None:
    countries = shipped_countries()

    assert len(countries) >= 20
    for country in countries.values():
        assert re.search(r"\d{3}", country.emergency)
        assert country.lines
        assert all(re.search(r"\d{2}", line.reach) and "." in line.source for line in country.lines)


def test_shipped_numbers_claim_no_check_that_did_not_happen() -> None:
    assert {country.checked_on for country in shipped_countries().values()} == {UNCHECKED}


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("GB", "116 123"),
        ("IE", "116 123"),
        ("US", "988"),
        ("CA", "988"),
        ("AU", "13 11 14"),
        ("NZ", "1737"),
        ("DE", "0800 1110111"),
        ("DE", "0800 1110222"),
        ("AT", "142"),
        ("CH", "143"),
        ("FR", "3114"),
        ("NL", "113"),
        ("ES", "024"),
        ("IT", "02 2327 2327"),
        ("BE", "1813"),
        ("IN", "14416"),
        ("JP", "0120-783-556"),
        ("BR", "188"),
    ],
)
def test_number_of_a_country_is_there(code: str, number: str) -> None:
    told = " ".join(line.reach for line in shipped_countries()[code].lines)

    assert number in told


def test_directory_is_an_address_to_type() -> None:
    assert DIRECTORY == "findahelpline.com"
