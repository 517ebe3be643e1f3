import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.hours import Hours, hours_of_words, read_hours
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


def read(text: str, title: str = "") -> tuple[float | None, ...] | None:
    found = read_hours(posting_text(text), title=title)
    if found is None:
        return None
    hours = found.value
    return (hours.low, hours.high, *((hours.least_share, hours.most_share) if hours.least_share else ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You work 40 hours per week.", (40, 40)),
        ("Part time (16-20 hrs/week)", (16, 20)),
        ("A 37.5 hour working week", (37.5, 37.5)),
        ("35h/semaine", (35, 35)),
        ("40-hour workweek", (40, 40)),
        ("Up to 29 hours per week", (None, 29)),
        ("Not to exceed 25 hours a week", (None, 25)),
        ("At least 20 hours weekly", (20, None)),
        ("40+ hours per week", (40, None)),
        ("30 hours per week or more", (30, None)),
        ("20 to 25 hours each week", (20, 25)),
        ("25 hours p/w", (25, 25)),
        ("Hours per week: 38", (38, 38)),
        ("Hours: 32-36", (32, 36)),
        ("Full time: 40 hours", (40, 40)),
        ("38,5 Stunden pro Woche", (38.5, 38.5)),
        ("Eine 40-Stunden-Woche", (40, 40)),
        ("20 Wochenstunden", (20, 20)),
        ("32 uur per week", (32, 32)),
        ("39 heures par semaine", (39, 39)),
        ("40 horas a la semana", (40, 40)),
        ("8 hours per day, 5 days per week", (40, 40)),
        ("A 5 hour time commitment per week", (5, 5)),
        ("No benefits and works up to 29 hours/week", (None, 29)),
        ("Paid by the hour. Later 10 hours per week", (10, 10)),
    ],
)
def test_hours_of_a_week(text: str, expected: tuple[float | None, ...]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Open 24 hours a day, 7 days a week",
        "We answer within 24 hours each weekday",
        "$20 per hour, paid every week",
        "Employees working 30 hours per week are eligible for insurance",
        "Benefits start at 30 hours per week",
        "It saves our customers 20 hours per week",
        "More than 40 hours per week when needed",
        "10 hours of training per week",
        "20 hours per week for benefits",
        "1 hour per week",
        "400 hours per week",
        "30 to 20 hours per week",
        "The store hours: 9am to 5pm all week",
        "Weekly hours: 8:30",
        "24 hours per day, 7 days per week",
        "Working hours, weekly hours, no number",
    ],
)
def test_hours_that_are_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("FTE: .50", "", (None, None, 0.5, 0.5)),
        ("0.8 FTE", "", (None, None, 0.8, 0.8)),
        ("0.6-0.8 FTE", "", (None, None, 0.6, 0.8)),
        ("FTE 1", "", (None, None, 1, 1)),
        ("Pensum: 80-100 %", "", (None, None, 0.8, 1)),
        ("60 % Stelle", "", (None, None, 0.6, 0.6)),
        ("FTE 80%", "", (None, None, 0.8, 0.8)),
        ("", "Baker (60-80 %)", (None, None, 0.6, 0.8)),
        ("We are 10 FTE", "", None),
        ("FTE varies", "", None),
        ("FTE: .05", "", None),
        ("", "Baker 100% sourdough 5%", (None, None, 1, 1)),
        ("", "Baker 5%", None),
        ("", "Baker", None),
    ],
)
def test_hours_as_a_part_of_full_time(
    text: str, title: str, expected: tuple[float | None, ...] | None
) -> None:
    assert read(text, title) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("38", Hours(38, 38)),
        ("20-30 hours", Hours(20, 30)),
        ("32+", Hours(32, None)),
        ("40 hours per week", Hours(40, 40)),
        ("80 %", Hours(least_share=0.8, most_share=0.8)),
        ("400", None),
        ("full time", None),
    ],
)
def test_hours_of_words_of_a_field(words: str, expected: Hours | None) -> None:
    found = hours_of_words(words)

    assert (found and (found.value, found.said.words, found.said.start)) == (
        expected and (expected, words, -1)
    )


def test_hours_quote_has_its_lead() -> None:
    text = "Here it is up to 20 hours per week in all."

    found = read_hours(posting_text(text))

    assert found is not None
    assert found.said.words == text[found.said.start : found.said.end] == "up to 20 hours per week"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Hours(40, 40), Hours(20, 20), True),
        (Hours(40, 40), Hours(None, 29), True),
        (Hours(20, None), Hours(40, 40), False),
        (Hours(40, 40), Hours(least_share=0.5, most_share=0.5), False),
        (Hours(least_share=0.5, most_share=0.5), Hours(40, 40), False),
        (Hours(None, 29), Hours(30, None), True),
    ],
)
def test_hours_apart_only_without_a_common_number(one: Hours, other: Hours, expected: bool) -> None:
    assert one.is_apart(other) is expected
    assert other.is_apart(one) is expected


@given(
    st.lists(
        st.sampled_from(
            ["40", "-", "20", "hours", "per", "week", "/", "up to", "FTE", "%", "day", "5", "\n", "(", "٣"]
        )
    )
)
def test_hours_any_text_keeps_its_bounds(pieces: list[str]) -> None:
    text = " ".join(pieces)

    found = read_hours(posting_text(text), title=text)

    assert found is None or (
        found.value.low is None or found.value.high is None or found.value.low <= found.value.high
    )
