import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem
from unrut.importers.openings import fields
from unrut.importers.openings.contract import Parsed, PostedOpening

pytestmark = pytest.mark.unit

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
COOK = PostedOpening(source="inn", key="1", title="Cook")


@pytest.mark.parametrize(
    ("content", "names", "expected"),
    [
        (b'{"a": 1, "b": 2}', ("a", "b"), True),
        (b'\xef\xbb\xbf \n[{"a" : 1}]', ("a",), True),
        (b'{"a": 1}', ("a", "b"), False),
        (b'Say "a"', ("a",), False),
        (b'{"b": "' + b"x" * fields.HEAD + b'", "a": 1}', ("a",), False),
    ],
)
def test_is_json_with_cases(content: bytes, names: tuple[str, ...], expected: bool) -> None:
    assert fields.is_json_with(content, *names) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('x = {"a": {"b": 1}}; y = {"c": 2}', {"a": {"b": 1}}),
        ('x = {"a": ', None),
        ("x = none", None),
        ('y = {"a": 1}', None),
        ("x = " + '{"a":' * 100_000, None),
    ],
)
def test_json_after_cases(text: str, expected: Any) -> None:
    assert fields.json_after(text, "x =") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('x = {"a": 1}; x={"b": 2}', [{"a": 1}, {"b": 2}]),
        ('x = {"a": ; x = {"b": 2}', [{"b": 2}]),
        ("x = " + '{"a":' * 100_000, []),
        ("x = {}" * 9, [{}] * fields.MOST_VALUES),
        ("x = none", []),
    ],
)
def test_json_values_cases(text: str, expected: list[Any]) -> None:
    assert list(fields.json_values(text, re.compile(r"x\s?=\s?(?=\{)"))) == expected


@pytest.mark.parametrize(
    ("record", "path", "expected"),
    [
        ({"a": {"b": {"c": 1}}}, ("a", "b"), {"c": 1}),
        ({"a": []}, ("a",), {}),
        ({"a": {}}, ("a", "b"), {}),
        ("words", ("a",), {}),
        ({"c": 1}, (), {"c": 1}),
    ],
)
def test_mapping_at_cases(record: Any, path: tuple[str, ...], expected: dict[str, Any]) -> None:
    assert fields.mapping_at(record, *path) == expected


def test_records_at_passes_over_other_entries() -> None:
    assert fields.records_at({"a": {"b": [{"c": 1}, "d", None]}}, "a", "b") == [{"c": 1}]
    assert fields.records_at({"a": "b"}, "a") == []
    assert fields.records_at(None, "a") == []


@pytest.mark.parametrize(
    ("value", "label", "labels"),
    [
        ("Oslo ", "Oslo", []),
        ({"label": "Oslo", "name": "x"}, "Oslo", []),
        ({"id": 7}, "", []),
        (["Oslo", {"name": "Bergen"}, {}, None, 4], "", ["Oslo", "Bergen", "4"]),
    ],
)
def test_labels_cases(value: Any, label: str, labels: list[str]) -> None:
    assert (fields.label_at({"a": value}, "a"), fields.labels_at({"a": value}, "a")) == (label, labels)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Munich", "Bavaria", "DE"), "Munich, Bavaria, Germany"),
        (("Berlin", "Berlin", "germany"), "Berlin, germany"),
        (("Madrid", "Europe", "es"), "Madrid, Spain"),
        (("", "Europe", ""), "Europe"),
        (("", "", "zz"), "zz"),
        (("", "", ""), ""),
    ],
)
def test_place_of_cases(parts: tuple[str, str, str], expected: str) -> None:
    assert fields.place_of(*parts) == expected


def test_joined_places_each_once_in_their_order() -> None:
    assert fields.joined_places(["Ghent", "", "Aalst", "ghent"]) == "Ghent; Aalst"


def test_split_places_parts_one_line() -> None:
    assert fields.split_places("Hamburg | Bremen;Kiel • Remote") == ["Hamburg", "Bremen", "Kiel", "Remote"]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://honey-hill.pinpointhq.com/x", "Honey Hill"),
        ("https://www.pinpointhq.com/x", ""),
        ("https://a.b.pinpointhq.com/x", ""),
        ("https://pinpointhq.com/x", ""),
        ("https://honey.example.org/x", ""),
        ("mailto:x", ""),
        ("", ""),
    ],
)
def test_company_of_host_cases(link: str, expected: str) -> None:
    assert fields.company_of_host(link, "pinpointhq.com") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("FullTime", "Full time"),
        ("FULL_TIME", "Full time"),
        ("fulltime_permanent", "Full time permanent"),
        ("on_site", "On site"),
        ("Part-time", "Part-time"),
        ("Fixed Term", "Fixed Term"),
        ("", ""),
    ],
)
def test_spaced_cases(words: str, expected: str) -> None:
    assert fields.spaced(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("en-GB", "en"), ("de_DE", "de"), ("FR", "fr"), ("zh-Hans", "zh"), ("English", "English"), ("", "")],
)
def test_language_of_cases(words: str, expected: str) -> None:
    assert fields.language_of(words) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *[(60000, 60000.0), (17.5, 17.5), ("60000", 60000.0), (" 75000.0 ", 75000.0), ("60,000.50", 60000.5)],
        *[("1 234", 1234.0), ("80000.0000", 80000.0), ("60.000", None), ("60.000,50", None), ("1,2", None)],
        *[(0, None), ("0", None), ("", None), (None, None), (True, None), (-5, None), (float("nan"), None)],
        *[("nan", None), ("1e9", None), ("9" * 30, None), ("9" * 31, None), ("٣", None), ([5], None)],
    ],
)
def test_figure_of_cases(value: Any, expected: float | None) -> None:
    assert fields.figure_of(value) == expected


@pytest.mark.parametrize(
    ("period", "phrases"),
    [
        (Period.HOUR, "hour|HOURLY|per-hour-wage|1 HOUR|€/h|PER_HOUR|Stunde"),
        (Period.DAY, "per-day-wage|daily|P1D|perDay"),
        (Period.WEEK, "WEEK|per-week-salary|weekly"),
        (Period.TWO_WEEKS, "bi-week-salary|Bi-Weekly|2 WEEKS|every two weeks|fortnightly"),
        (Period.HALF_MONTH, "semi-month-salary|SEMI_MONTHLY|twice a month"),
        (Period.MONTH, "per-month-salary|MONTHLY|1 MONTH|Monat"),
        (Period.YEAR, "per-year-salary|YEAR|annually|per annum|p.a.|1 YEAR|P1Y|Annual base salary|an"),
        (Period.ONCE, "one-time|1 TIME|once|one off"),
        (Period.UNKNOWN, "|NONE|bi-month-salary|quarterly|6 MONTHS|hourly or yearly|semi-annual|per voyage"),
    ],
)
def test_period_of_cases(period: Period, phrases: str) -> None:
    assert {words: fields.period_of(words) for words in phrases.split("|")} == dict.fromkeys(
        phrases.split("|"), period
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [("eur", "EUR"), (" US$", "USD"), ("€", "EUR"), ("$", ""), ("", ""), ("EURO", ""), ("ßß", "")],
)
def test_currency_of_cases(words: str, expected: str) -> None:
    assert fields.currency_of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *[("Salary", PayKind.BASE), ("", PayKind.BASE), ("New York", PayKind.BASE)],
        *[("Base + bonus", PayKind.BASE), ("Bonus", PayKind.BONUS), ("EquityCashValue", PayKind.EQUITY)],
        *[
            ("OTE range", PayKind.TOTAL),
            ("On-target earnings", PayKind.TOTAL),
            ("Commission", PayKind.COMMISSION),
        ],
        *[("Sign-on bonus", PayKind.SIGN_ON), ("SigningBonus", PayKind.SIGN_ON)],
        *[("Stipend", PayKind.STIPEND), ("Car allowance", PayKind.ALLOWANCE)],
    ],
)
def test_kind_of_cases(words: str, expected: PayKind) -> None:
    assert fields.kind_of(words) is expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("60000", 75000, (60000.0, 75000.0, "EUR 60,000 to 75,000 per year")),
        (75000, 60000, (60000.0, 75000.0, "EUR 60,000 to 75,000 per year")),
        (60000, 60000, (60000.0, 60000.0, "EUR 60,000 per year")),
        (60000.5, None, (60000.5, None, "from EUR 60,000.50 per year")),
        (0, 75000, (None, 75000.0, "up to EUR 75,000 per year")),
    ],
)
def test_pay_from_figures(low: Any, high: Any, expected: tuple[Any, ...]) -> None:
    pay = fields.pay_from(low, high, "eur", "YEARLY")

    assert pay == Pay(expected[0], expected[1], "EUR", Period.YEAR, PayKind.BASE, Said(expected[2]))


def test_pay_from_nothing_is_no_pay() -> None:
    assert fields.pay_from(0, "", "EUR", Period.YEAR) is None


def test_pay_from_keeps_the_words_of_the_source_or_names_the_kind() -> None:
    said = fields.pay_from(5, 9, "$", Period.HOUR, said="$5 - $9 / hour")
    named = fields.pay_from(5, 9, "$", Period.ONCE, kind=PayKind.SIGN_ON)

    assert said is not None
    assert named is not None
    assert said == Pay(5, 9, "", Period.HOUR, PayKind.BASE, Said("$5 - $9 / hour"))
    assert named == Pay(5, 9, "", Period.ONCE, PayKind.SIGN_ON, Said("$ 5 to 9 once (sign-on)"))
    assert fields.pays_in_words([said, named, said]) == ("$5 - $9 / hour; $ 5 to 9 once (sign-on)")


@given(st.floats() | st.integers() | st.text(), st.floats() | st.integers() | st.text(), st.text(), st.text())
def test_pay_from_anything_is_sound_or_none(low: Any, high: Any, currency: str, period: str) -> None:
    pay = fields.pay_from(low, high, currency, period)

    ends = [end for end in (pay.low, pay.high) if end is not None] if pay else [1.0]
    assert ends == sorted(ends)
    assert [end for end in ends if not 0 < end < float("inf")] == []
    assert ends


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        (True, "yes"),
        (False, ""),
        (None, ""),
        (4, "4"),
        (["a", {"name": "b"}, "a", None], "a; b"),
        ({"label": "x", "other": 1}, "x"),
        ({"fooBar": 1, "id": 3, "team_id": 4, "teamIds": [5], "empty": ""}, "Foo bar: 1"),
        ([[[["deep"]]]], ""),
    ],
)
def test_readable_cases(value: Any, expected: str) -> None:
    assert fields.readable(value) == expected


@given(JSON)
def test_readable_anything_gives_words(value: Any) -> None:
    assert isinstance(fields.readable(value), str)


def test_stated_leaves_out_what_says_nothing() -> None:
    record = {"a": "x", "b": None, "c": {"name": "y"}, "d": False}

    assert fields.stated(record, {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E"}) == (
        ("A", "x"),
        ("C", "y"),
    )
    assert fields.stated("words", {"a": "A"}) == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Cook &amp; Baker", "Cook & Baker"),
        ("<b>Cook</b>", "Cook"),
        (" Cook\nat sea", "Cook at sea"),
        (None, ""),
    ],
)
def test_line_of_cases(value: Any, expected: str) -> None:
    assert fields.line_of(value) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [("You cook  soups.", "You cook […]", ""), ("You bake.", "You cook", "You cook"), ("You bake.", "", "")],
)
def test_not_in_cases(text: str, words: str, expected: str) -> None:
    assert fields.not_in(text, words) == expected


def test_unread_passes_over_what_is_used_and_what_is_of_the_site() -> None:
    record = {"jobId": 1, "isHot": True, "logo_url": "x", "id": 2, "lat": 1.5, "ml_x": "y", "title": "Cook"}

    found = list(
        fields.unread(record | {"dressCode": "White", "latest": ["a", "b"], "none": None}, {"title"})
    )

    assert found == [("Dress code", "White"), ("Latest", "a; b"), ("None", "")]


def test_told_each_pair_once() -> None:
    assert fields.told(("A", "x"), ("", "x"), ("B", ""), ("A", "x"), ("A", "y")) == (("A", "x"), ("A", "y"))


def test_own_fields_are_known_by_their_names() -> None:
    pairs = [
        ("Employment Type:", "Permanent"),
        ("Contract", "Other"),
        ("Brand", "Blue"),
        ("Level", " Senior\nII"),
    ]

    assert fields.own_fields(pairs) == (
        {"contract": "Permanent", "seniority": "Senior II"},
        (("Contract", "Other"), ("Brand", "Blue")),
    )


def test_sections_leave_out_headings_without_text() -> None:
    parts = [("Your\nday", "<p>Bake</p>"), ("Empty", ""), ("", "Plain"), ("Odd", 7)]

    assert fields.sections(parts) == "Your day\nBake\n\nPlain"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([1], [1]),
        ({"jobs": [1]}, [1]),
        ({"jobs": {}, "data": [2]}, [2]),
        ({"title": "Cook"}, [{"title": "Cook"}]),
        ({"jobs": 1}, None),
        ("words", None),
    ],
)
def test_entries_of_cases(value: Any, expected: Any) -> None:
    assert fields.entries_of(value, "jobs", "data", is_one=lambda entry: "title" in entry) == expected


def test_entries_of_without_a_test_knows_no_single_one() -> None:
    assert fields.entries_of({"title": "Cook"}, "jobs") is None


def test_with_places_merged_joins_what_is_else_the_same() -> None:
    pay = Pay(1, 2, "EUR", Period.HOUR, PayKind.BASE, Said("a"))
    first = replace(COOK, place="Ghent", workplace=Workplace.REMOTE, department="A", pays=(pay,), pay="a")
    second = replace(first, place="Aalst; ghent", department="B", more=(("Shift", "late"),))
    problem = Problem("job 9", "This is bad.")

    merged = fields.with_places_merged(Parsed((first, second, first), (problem,)))

    whole = replace(first, place="Ghent; Aalst", department="A; B", more=(("Shift", "late"),))
    assert merged == Parsed((whole,), (problem,))


def test_with_places_merged_disagreeing_workplaces_are_unknown() -> None:
    remote, office = replace(COOK, workplace=Workplace.REMOTE), replace(COOK, workplace=Workplace.ON_SITE)

    assert fields.with_places_merged(Parsed((remote, office))).openings == (COOK,)


def test_with_places_merged_other_content_stays_apart() -> None:
    openings = (COOK, replace(COOK, key="2"), replace(COOK, title="Chef"), replace(COOK, text="Boil"))

    assert fields.with_places_merged(Parsed(openings)).openings == openings


def test_with_own_fields_fills_what_is_empty_and_keeps_the_rest() -> None:
    opening = replace(COOK, contract="Permanent", category="Kitchen", more=(("Team", "Grill"),))
    pairs = [("Job type", "Seasonal"), ("Category", "kitchen"), ("Shift", "Late"), ("Uniform", "White")]

    found = fields.with_own_fields(opening, pairs)

    more = (("Team", "Grill"), ("Job type", "Seasonal"), ("Uniform", "White"))
    assert found == replace(opening, schedule="Late", more=more)


def test_with_own_fields_of_nothing_is_the_same() -> None:
    assert fields.with_own_fields(COOK, [("Shift", ""), ("", "Late")]) is COOK


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cook (Hybrid)", "Hybrid "),
        ("Cook [Ghent] - Soups - Remote", "Ghent Remote"),
        ("Remote Sensing Cook", ""),
        ("Cook (", ""),
    ],
)
def test_title_notes_cases(title: str, expected: str) -> None:
    assert fields.title_notes(title) == expected


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("Hybrid", "Remote", Workplace.HYBRID),
        ("", "Remote; Remote, Belgium", Workplace.REMOTE),
        ("", "Remote; Ghent", Workplace.UNKNOWN),
        ("Not remote", "", Workplace.UNKNOWN),
        ("Non-Remote", "Remote", Workplace.REMOTE),
        ("", "", Workplace.UNKNOWN),
    ],
)
def test_workplace_of_cases(words: str, place: str, expected: Workplace) -> None:
    assert fields.workplace_of(words, place) is expected


@pytest.mark.parametrize("letter", ["1", "$", " ", "(", "a ", "A", "_", ",000", "'", "per "])
def test_words_of_a_megabyte_are_read_at_once(letter: str) -> None:
    words = letter * (1_000_000 // len(letter))

    assert fields.figure_of(words) is None
    assert isinstance(fields.period_of(words), Period)
    assert isinstance(fields.kind_of(words), PayKind)
    assert isinstance(fields.spaced(words) + fields.language_of(words) + fields.currency_of(words), str)
    assert isinstance(fields.readable([words]), str)
    assert isinstance(fields.split_places(words), list)
    assert isinstance(fields.title_notes(words), str)
