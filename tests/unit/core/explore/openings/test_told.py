import pytest

from unrut.core.explore.openings.kinds import Workplace
from unrut.core.explore.openings.text import posting_text
from unrut.core.explore.openings.told import told, told_text
from unrut.importers.openings.contract import PostedOpening

pytestmark = pytest.mark.unit


def test_told_begins_with_the_fields_and_ends_with_the_text() -> None:
    opening = PostedOpening(
        "pasted",
        "1",
        "Cook",
        place="Leeds",
        workplace=Workplace.HYBRID,
        hours="37.5",
        schedule="Nights",
        contract="Permanent",
        text="Cook well.",
    )

    text, begin = told(opening)

    assert text[:begin] == "Cook\nLeeds\nhybrid\n37.5 hours per week\nNights\nPermanent\n"
    assert text[begin:] == "Cook well."


@pytest.mark.parametrize(
    ("hours", "words"),
    [("40h", "40 hours per week"), ("20 hours", "20 hours per week"), ("60 a month", "60 a month")],
)
def test_hours_without_a_period_are_those_of_a_week(hours: str, words: str) -> None:
    assert told(PostedOpening("pasted", "1", "Cook", hours=hours))[0] == f"Cook\n{words}\n"


def test_told_text_is_what_is_told_prepared() -> None:
    opening = PostedOpening("pasted", "1", "Cook İ", place="Zürich", text="Cook\nWELL, 40h")

    prepared, begin = told_text(opening)

    assert (prepared, begin) == (posting_text(told(opening)[0]), told(opening)[1])
