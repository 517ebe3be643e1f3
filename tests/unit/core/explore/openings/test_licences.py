import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.licences import Licence, read_licences
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import asked_of
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


def read(text: str) -> list[Licence]:
    posting = posting_text(text)
    return [stated.value for stated in read_licences(posting, asked_of(posting))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A valid driver's license", "driver"),
        ("Driving licence", "driver"),
        ("A commercial driver's license", "commercial driver"),
        ("CDL needed", "commercial driver"),
        ("Führerschein Klasse B", "driver"),
        ("Permis B", "driver"),
        ("Een rijbewijs", "driver"),
        ("A valid teaching license", "teaching"),
        ("Teacher certification", "teaching"),
        ("Collegiate Professional license", "teaching"),
        ("A license to teach", "teaching"),
        ("QTS", "teaching"),
        ("Active RN license", "registered nurse"),
        ("RN required", "registered nurse"),
        ("An LPN licence", "practical nurse"),
        ("A practical nurse license", "practical nurse"),
        ("A nursing license", "nursing"),
        ("CNA certification", "nursing assistant"),
        ("CPA required", "accountant (CPA)"),
        ("A PE license", "professional engineer"),
        ("A professional engineer license", "professional engineer"),
        ("A real estate license", "real estate"),
        ("A secret clearance", "security clearance"),
        ("TS/SCI", "security clearance"),
        ("First aid", "first aid"),
        ("CPR", "CPR"),
        ("Forklift certification", "forklift"),
        ("Admitted to the state bar", "bar admission"),
        ("A CDA", "child development associate"),
        ("A food handler's card or food handler's permit", "food handling"),
    ],
)
def test_licences_by_name(text: str, expected: str) -> None:
    assert [licence.name for licence in read(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A software license",
        "No driver's license needed",
        "We pay for your CPR",
        "Copy of teaching license",
        "A security license of clearance",
        "A driver clearance",
        "Our CPA firm, a first aid kit",
        "An estate license",
        "An engineer license",
        "The bar is open, first come, aid",
        "Teaching\nlicense",
        "A baking certificate",
    ],
)
def test_licences_not_asked(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A driver's license is required", [Licence("driver", Need.REQUIRED)]),
        ("A driver's license is a plus", [Licence("driver", Need.WISHED)]),
        ("A driver's license is a plus\nA driver's license is required", [Licence("driver", Need.REQUIRED)]),
        ("A driver's license is a plus\nA driver's license is preferred", [Licence("driver", Need.WISHED)]),
        ("A driver's license is required\nA driver's license is a plus", [Licence("driver", Need.REQUIRED)]),
        ("A driver's license is a plus\nWe offer a driver's license", [Licence("driver", Need.WISHED)]),
        ("Requirements\nCPR", [Licence("CPR", Need.REQUIRED)]),
    ],
)
def test_licences_by_need(text: str, expected: list[Licence]) -> None:
    assert read(text) == expected


def test_licences_without_its_lists_reads_the_words() -> None:
    assert [stated.value for stated in read_licences(posting_text("CPR"))] == [Licence("CPR")]


PIECES = [
    "driver's",
    "license",
    "teaching",
    "cpr",
    "first aid",
    "no",
    "required",
    "a plus",
    "\n",
    "security",
    "clearance",
    "commercial",
    "rn",
    "cpa",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_licences_any_text_quotes_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    posting = posting_text(text)

    for stated in read_licences(posting, asked_of(posting)):
        assert text[stated.said.start : stated.said.end] == stated.said.words
