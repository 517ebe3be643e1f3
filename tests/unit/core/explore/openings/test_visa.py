import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.text import posting_text
from unrut.core.explore.openings.visa import Visa, read_visa

pytestmark = pytest.mark.unit

V = Visa


def read(text: str) -> list[Visa]:
    return [stated.value for stated in read_visa(posting_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visa sponsorship available", [V.SPONSORS]),
        ("Mill | Leeds | VISA | Bread", [V.SPONSORS]),
        ("We sponsor visas", [V.SPONSORS]),
        ("Visa: will sponsor", [V.SPONSORS]),
        ("We do not sponsor visas", [V.NO_SPONSORSHIP]),
        ("No visa sponsorship", [V.NO_SPONSORSHIP]),
        ("We are unable to offer sponsorship", [V.NO_SPONSORSHIP]),
        ("Sponsorship is not available", [V.NO_SPONSORSHIP]),
        ("You must be authorized to work in Canada", [V.RIGHT_TO_WORK]),
        ("The right to work in the UK", [V.RIGHT_TO_WORK]),
        ("EU work authorization is required", [V.RIGHT_TO_WORK]),
        ("Must be a US citizen", [V.CITIZENSHIP]),
        ("U.S. citizenship required", [V.CITIZENSHIP]),
        ("A security clearance", [V.CLEARANCE]),
        ("A TS/SCI", [V.CLEARANCE]),
        ("Must be a US citizen. No visa sponsorship", [V.CITIZENSHIP, V.NO_SPONSORSHIP]),
        ("We do not sponsor visas and no visas: we cannot sponsor", [V.NO_SPONSORSHIP]),
    ],
)
def test_visa_as_stated(text: str, expected: list[Visa]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We sponsor a bread festival",
        "Regardless of citizenship",
        "Will you now or in the future require sponsorship?",
        "Visa, Mastercard and cash",
        "The right flour",
        "A citizen of the world",
        "Fingerprint clearance",
        "An executive sponsor",
    ],
)
def test_visa_not_stated(text: str) -> None:
    assert read(text) == []


def test_visa_first_words_are_quoted() -> None:
    text = "No sponsorship here.\nAgain: we do not sponsor."

    (stated,) = read_visa(posting_text(text))

    assert (stated.said.words, stated.said.start) == ("No sponsorship", 0)


PIECES = [
    "visa",
    "sponsor",
    "sponsorship",
    "no",
    "not",
    "citizen",
    "US",
    "must be a",
    "right to work in",
    "clearance",
    "security",
    "\n",
    "|",
    "authorized to work in",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_visa_any_text_quotes_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read_visa(posting_text(text))

    assert [stated.said.start for stated in found] == sorted(stated.said.start for stated in found)
    assert all(text[stated.said.start : stated.said.end] == stated.said.words for stated in found)
