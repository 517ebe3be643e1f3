import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said
from unrut.core.explore.openings.pay import (
    FULL_TIME_HOURS,
    LONGEST_FIELD,
    MOST_AMOUNTS,
    pays_of_words,
    read_pays,
    yearly,
)
from unrut.core.explore.openings.pay_currencies import CODES
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit

PASSAGES = Path(__file__).resolve().parents[5] / "../shared/data/postings/salary_corpus.jsonl"
SENTENCES = Path(__file__).with_name("pay_sentences.tsv")
Expected = tuple[float | None, float | None, str, Period, PayKind] | None


def sentences() -> Iterator[tuple[str, Expected]]:
    """Every sentence with the first pay it states; None where it states none."""
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        for low, high, currency, period, kind, sentence in csv.reader(
            file, delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            text = sentence.replace("\\n", "\n")
            ends = float(low) if low else None, float(high) if high else None
            yield text, None if kind == "-" else (*ends, currency, Period(period), PayKind(kind))


def read(text: str, country: str = "") -> tuple[Pay, ...]:
    return read_pays(posting_text(text), country=country)


def brief(pay: Pay) -> Expected:
    return pay.low, pay.high, pay.currency, pay.period, pay.kind


@pytest.mark.parametrize(("text", "expected"), list(sentences()))
def test_read_pays_of_a_sentence(text: str, expected: Expected) -> None:
    pays = read(text)

    assert (brief(pays[0]) if pays else None) == expected


def test_sentences_are_many() -> None:
    assert len({text for text, _ in sentences()}) >= 120


def test_read_pays_quotes_the_words_that_state_it() -> None:
    text = "We are small.\n\nSalary: up to £45,000 a year, and a cake.\n"

    (pay,) = read(text)

    assert pay.said == Said("Salary: up to £45,000 a year", 15, 43)
    assert text[15:43] == pay.said.words


def test_read_pays_puts_the_span_before_its_parts() -> None:
    pays = read("Leeds: £30,000 - £34,000 a year\nYork: £28,000 - £31,000 a year")

    assert [(pay.low, pay.high) for pay in pays] == [(28000, 34000), (30000, 34000), (28000, 31000)]
    assert pays[0].said.words == "£30,000 - £34,000 a year\nYork: £28,000 - £31,000 a year"


def test_read_pays_tells_base_total_and_bonus_apart() -> None:
    pays = read(
        "A $5,000 sign-on bonus. OTE $140,000. Base salary of $90,000, and an annual bonus of $9,000."
    )

    assert [(pay.kind, pay.low) for pay in pays] == [
        (PayKind.BASE, 90000),
        (PayKind.TOTAL, 140000),
        (PayKind.SIGN_ON, 5000),
        (PayKind.BONUS, 9000),
    ]


def test_read_pays_puts_the_surest_first() -> None:
    pays = read("Thin $30,000-$40,000" + 60 * " on and on" + "\nBase salary: $70,000 a year")

    assert [(pay.low, pay.high) for pay in pays] == [(70000, 70000), (30000, 40000)]


def test_read_pays_keeps_hour_and_year_apart() -> None:
    pays = read("Pay: $21.50 to $21.63 per hour, or $44,948 and $45,760 annually")

    assert [(pay.period, pay.low, pay.high) for pay in pays] == [
        (Period.HOUR, 21.5, 21.63),
        (Period.YEAR, 44948, 45760),
    ]


def test_read_pays_keeps_currencies_apart() -> None:
    pays = read("Salary: $120,700 - $152,100 in the US, or 115,000 - 143,700 CAD in Canada")

    assert [(pay.currency, pay.low, pay.high) for pay in pays] == [
        ("USD", 120700, 152100),
        ("CAD", 115000, 143700),
    ]


@pytest.mark.parametrize(
    ("text", "country", "currency"),
    [
        ("Salary: $80,000", "", "USD"),
        ("Salary: $80,000", "CA", "CAD"),
        ("Salary: $80,000", "Australia", "AUD"),
        ("Salary: $80,000", "Germany", "USD"),
        ("Salary: $80,000. Offices in Singapore and Australia.", "", ""),
        ("Salary: $80,000 AUD. Offices in Australia.", "", "AUD"),
        ("Salary: $80,000. All amounts in AUD.", "", "AUD"),
        ("Salary: $80,000. Offices in Canada; a 401(k) plan.", "", "USD"),
        ("Salary: $80,000 for people in the US or Canada.", "", "USD"),
        ("Salary: $80,000. Tell us of Canada.", "", ""),
        ("Salary: kr 45,000 per month", "", ""),
        ("Salary: kr 45,000 per month", "Norway", "NOK"),
        ("Salary: kr 45,000 per month in Stockholm", "", "SEK"),
        ("Salary: kr 45,000 per month in Stockholm or Oslo", "", ""),
        ("Salary: 90,000 rupees per month", "", ""),
        ("Salary: 90,000 rupees per month", "PK", "PKR"),
        ("Salary: ¥400,000 per month", "", ""),
        ("Salary: ¥400,000 per month in Osaka, Japan", "", "JPY"),
        ("Salary: 月薪15k-25k元", "", "CNY"),
    ],
)
def test_read_pays_in_a_currency_that_is_shared(text: str, country: str, currency: str) -> None:
    assert [pay.currency for pay in read(text, country)] == [currency]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("$120,000.00/yr - $150,000.00/yr", (120000, 150000, "USD", Period.YEAR, PayKind.BASE)),
        ("$20 - $25 an hour", (20, 25, "USD", Period.HOUR, PayKind.BASE)),
        ("From $43,697.00 per year", (43697, None, "USD", Period.YEAR, PayKind.BASE)),
        ("EUR 40,000 to 52,000", (40000, 52000, "EUR", Period.YEAR, PayKind.BASE)),
        ("EUR 3,000 to 4,000", (3000, 4000, "EUR", Period.UNKNOWN, PayKind.BASE)),
        ("45000", (45000, 45000, "", Period.YEAR, PayKind.BASE)),
        ("25 hourly", (25, 25, "", Period.HOUR, PayKind.BASE)),
        ("up to 45k", (None, 45000, "", Period.YEAR, PayKind.BASE)),
        ("£12.21", (12.21, 12.21, "GBP", Period.HOUR, PayKind.BASE)),
        ("5000 - 8000 PLN", (5000, 8000, "PLN", Period.UNKNOWN, PayKind.BASE)),
        ("$211.4K – $290.6K • Offers equity", (211400, 290600, "USD", Period.YEAR, PayKind.BASE)),
        ("$5,000 sign-on bonus", (5000, 5000, "USD", Period.ONCE, PayKind.SIGN_ON)),
    ],
)
def test_pays_of_words_of_a_field(words: str, expected: Expected) -> None:
    (pay,) = pays_of_words(words)

    assert brief(pay) == expected
    assert (pay.said.start, pay.said.end) == (-1, -1)
    assert pay.said.words in words


@pytest.mark.parametrize(
    "words",
    ["", "Competitive", "DOE", "2 years", "10% bonus", "CHF 100%", "Grade 7", "0 - 0 USD", "401k", "$400M"],
)
def test_pays_of_words_that_state_none(words: str) -> None:
    assert pays_of_words(words) == ()


def test_pays_of_words_takes_the_country_and_reads_no_endless_field() -> None:
    assert [pay.currency for pay in pays_of_words("$50,000", country="NZ")] == ["NZD"]
    assert pays_of_words(" " * LONGEST_FIELD + "$50,000") == ()


@pytest.mark.parametrize(
    ("period", "hours", "expected"),
    [
        (Period.HOUR, 30.0, (15600, 31200)),
        (Period.HOUR, None, (10 * FULL_TIME_HOURS * 52, 20 * FULL_TIME_HOURS * 52)),
        (Period.DAY, 30.0, (2600, 5200)),
        (Period.WEEK, None, (520, 1040)),
        (Period.TWO_WEEKS, None, (260, 520)),
        (Period.HALF_MONTH, None, (240, 480)),
        (Period.MONTH, None, (120, 240)),
        (Period.YEAR, None, (10, 20)),
        (Period.ONCE, None, (None, None)),
        (Period.UNKNOWN, None, (None, None)),
    ],
)
def test_yearly_of_each_period(period: Period, hours: float | None, expected: tuple[object, object]) -> None:
    pay = Pay(10, 20, "EUR", period, PayKind.BASE, Said("x"))

    assert yearly(pay, weekly_hours=hours) == expected


def test_yearly_of_an_open_end() -> None:
    most = Pay(None, 20, "EUR", Period.MONTH, PayKind.BASE, Said("x"))
    least = Pay(10, None, "EUR", Period.MONTH, PayKind.BASE, Said("x"))

    assert yearly(most, weekly_hours=None) == (None, 240)
    assert yearly(least, weekly_hours=None) == (120, None)


def test_read_pays_stops_at_a_price_list() -> None:
    prices = "".join(f"Tea ${number}.50\n" for number in range(MOST_AMOUNTS))

    assert read("Salary: $70,000\n" + prices)[0].low == 70000
    assert read(prices + "Salary: $70,000\n") == ()


PIECES = st.sampled_from(
    "$ £ € kr zł Rs. USD EUR CA$ 12 120 45.000 60,000 7,5 1'000 2024 k K M lakh % - – to bis and per hour /hr a year pro "
    "Monat p.a. monthly semi - monthly salary: pay bonus equity OTE total compensation up to from minimum raised . , ; ( ) "
    "| + ++ \u0130 月給 万円 ² ① \n every two weeks sign-on worth course".split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES, max_size=40).map(" ".join))


@given(TEXTS)
def test_read_pays_of_any_text_holds_together(text: str) -> None:
    for pay in read(text):
        assert text[pay.said.start : pay.said.end] == pay.said.words
        ends = [end for end in (pay.low, pay.high) if end is not None]
        assert ends == sorted(ends)
        assert min(ends) > 0
        assert pay.currency in CODES | {""}


@given(TEXTS)
def test_read_pays_of_any_text_states_nothing_twice(text: str) -> None:
    pays = [brief(pay) for pay in read(text)]

    assert len(pays) == len(set(pays))


@given(TEXTS)
def test_pays_of_words_of_any_words_point_nowhere(words: str) -> None:
    assert {(pay.said.start, pay.said.end) for pay in pays_of_words(words)} <= {(-1, -1)}


@given(st.integers(500, 9900))
def test_read_pays_takes_no_hour_for_a_year(cents: int) -> None:
    (pay,) = read(f"Pay: ${cents / 100:.2f} per hour, for the whole year")

    assert brief(pay) == (cents / 100, cents / 100, "USD", Period.HOUR, PayKind.BASE)


@given(st.integers(20, 400), st.integers(0, 100))
def test_read_pays_is_the_same_however_it_is_written(low: int, more: int) -> None:
    high = low + more + 1
    ways = (f"£{low}k-{high}k", f"£{low}-{high}k", f"£{low},000 to £{high},000", f"{low}.000–{high}.000 GBP")

    assert {brief(read(f"Salary: {way}")[0]) for way in ways} == {
        (low * 1000, high * 1000, "GBP", Period.YEAR, PayKind.BASE)
    }


@given(st.integers(0, 300))
def test_read_pays_finds_it_wherever_it_stands(before: int) -> None:
    pays = read("The kettle is blue.\n" * before + "Salary: €45.000 pro Jahr")

    assert [(pay.low, pay.said.start) for pay in pays] == [(45000, 20 * before)]


@pytest.mark.parametrize(
    "unit", ["$1,1", "1", "$", " ", "(", "a ", "salary 1 ", "1,111", "usd 10 ", "$10-", "\n$9k\n", "1k "]
)
def test_read_pays_of_a_hostile_text_ends(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))

    assert len(read(text)) <= MOST_AMOUNTS


@pytest.mark.skipif(not PASSAGES.exists(), reason="The passages of real postings are not beside the project.")
def test_read_pays_of_real_passages_is_nearly_always_right() -> None:
    rows = [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]
    read_ones = [
        next((p for p in read(row["text"]) if p.kind in {PayKind.BASE, PayKind.TOTAL}), None) for row in rows
    ]
    answers = [(pay.low, pay.high, pay.period.value) if pay else None for pay in read_ones]
    stated = [tuple(row["expect"].values()) if row["expect"] else None for row in rows]
    right = sum(one == two and two is not None for one, two in zip(answers, stated, strict=True))

    assert right / sum(answer is not None for answer in answers) >= 0.97
    assert right / sum(one is not None for one in stated) >= 0.90
