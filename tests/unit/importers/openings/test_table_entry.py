from collections.abc import Mapping
from datetime import date

import pytest

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.table_columns import guessed
from unrut.importers.openings.table_entry import Cell, opening_of, reading_of

pytestmark = pytest.mark.unit


def read(cells: Mapping[str, Cell], *others: Mapping[str, Cell]) -> PostedOpening:
    """The opening of the first row of a table with these rows."""
    rows = [{"title": "Cook", **cells}, *others]
    names = list(dict.fromkeys(name for row in rows for name in row))
    shown = {name: [str(row[name]) for row in rows if name in row] for name in names}
    return opening_of(rows[0], reading_of(guessed(names, shown), names, shown, "Given"), source="table")


@pytest.mark.parametrize(
    ("cells", "field", "expected"),
    [
        ({"id": "7"}, "requisition", ""),
        ({"reference": "7"}, "requisition", "7"),
        ({"location": "Ghent; Bruges | ghent"}, "place", "Ghent; Bruges"),
        ({"city": "Ghent", "country": "BE"}, "place", "Ghent, Belgium"),
        ({"location": "Ghent", "country": "BE"}, "more", (("country", "BE"),)),
        ({"remote": "yes"}, "workplace", Workplace.REMOTE),
        ({"remote": True}, "workplace", Workplace.REMOTE),
        ({"remote": False}, "workplace", Workplace.ON_SITE),
        ({"remote": "Nein"}, "workplace", Workplace.ON_SITE),
        ({"remote": "partially remote"}, "workplace", Workplace.HYBRID),
        ({"remote": "FULLY_REMOTE"}, "workplace", Workplace.REMOTE),
        ({"remote": "maybe", "workplace": "hybrid"}, "workplace", Workplace.HYBRID),
        ({"remote": "maybe"}, "workplace", Workplace.UNKNOWN),
        ({"remote": "maybe"}, "more", (("remote", "maybe"),)),
        ({"skills": "bread, soup; Bread"}, "skills", ("bread", "soup")),
        ({"skills": "['bread', \"soup\"]"}, "skills", ("bread", "soup")),
        ({"skills": "[]"}, "more", ()),
        ({"tags": "['bread', 'soup']"}, "more", (("tags", "bread; soup"),)),
        ({"salary": "45000", "currency": "EUR"}, "pay", "45000"),
        (
            {"min salary": "40000", "max salary": "50,000", "salary type": "yearly"},
            "pay",
            "40,000 to 50,000 per year",
        ),
        ({"hourly min": "14"}, "pay", "from 14 per hour"),
        ({"hourly rate": "14"}, "pay", "14"),
        ({"min salary": "0"}, "pay", ""),
        ({"min salary": "negotiable"}, "more", (("min salary", "negotiable"),)),
        (
            {"url": "ftp://x", "link": "https://inn.example"},
            "more",
            (("url", "ftp://x"), ("link", "https://inn.example")),
        ),
        ({"date posted": "1775037600.123"}, "posted_on", date(2026, 4, 1)),
        ({"date posted": "last week", "published": "2026-04-01"}, "posted_on", date(2026, 4, 1)),
        ({"date posted": True}, "posted_on", None),
        ({"date posted": True}, "more", (("date posted", "yes"),)),
        (
            {"description": "<p>You cook.</p>", "Benefits": "Soup", "summary": "Short"},
            "text",
            "You cook.\n\nBenefits\nSoup",
        ),
        ({"description": "You cook.", "summary": "Short"}, "more", (("summary", "Short"),)),
        ({"language code": "en-GB"}, "language", "en"),
        ({"company": " "}, "company", "Given"),
        ({"colour": False, "shape": "  "}, "more", ()),
    ],
)
def test_opening_of_cases(cells: Mapping[str, Cell], field: str, expected: object) -> None:
    assert getattr(read(cells), field) == expected


@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [
        ({"salary": "45000", "currency": "EUR"}, 45000.0, 45000.0),
        ({"salary min": "2", "salary max": "1"}, 1.0, 2.0),
    ],
)
def test_opening_of_figures_become_pay(cells: Mapping[str, Cell], low: float, high: float) -> None:
    assert [(pay.low, pay.high) for pay in read(cells).pays] == [(low, high)]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([{"posted": "13/4/2026"}], date(2026, 4, 3)),
        ([{"posted": "4/13/2026"}], date(2026, 3, 4)),
        ([{"deadline": "13.5.2026"}], date(2026, 4, 3)),
        ([], None),
    ],
)
def test_opening_of_days_are_read_in_the_order_of_their_table(
    others: list[Mapping[str, Cell]], expected: date | None
) -> None:
    assert read({"posted": "3/4/2026"}, *others).posted_on == expected
