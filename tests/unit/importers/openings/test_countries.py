import pytest

from unrut.importers.openings.countries import country_name

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *[("DE", "Germany"), ("us", "United States"), ("UK", "United Kingdom"), ("AD", "Andorra")],
        *[("ZW", "Zimbabwe"), ("VC", "Saint Vincent and the Grenadines"), ("AO", "Angola")],
        *[("XX", "XX"), ("Germany", "Germany"), ("", "")],
    ],
)
def test_country_name_cases(words: str, expected: str) -> None:
    assert country_name(words) == expected
