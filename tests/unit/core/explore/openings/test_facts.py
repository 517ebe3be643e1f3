import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.contract import ContractKind, WorkTime
from unrut.core.explore.openings.dates import When
from unrut.core.explore.openings.education_words import EducationLevel
from unrut.core.explore.openings.experience import Years
from unrut.core.explore.openings.facts import Facts, facts_values, read_facts
from unrut.core.explore.openings.hours import Hours
from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.core.explore.openings.plain_values import valued
from unrut.core.explore.openings.schedule import Schedule
from unrut.core.explore.openings.seniority import Seniority
from unrut.core.explore.openings.workplace import Place

pytestmark = pytest.mark.unit


@dataclass(frozen=True)
class Ad:
    """A posting as an importer or the store has it."""

    text: str = ""
    title: str = "Baker"
    place: str = ""
    workplace: str = ""
    remote_area: str = ""
    hours: str = ""
    schedule: str = ""
    contract: str = ""
    seniority: str = ""
    education: str = ""
    pay: str = ""
    pays: tuple[Any, ...] = ()
    language: str = ""
    closes_on: date | None = None
    starts: str = ""


TEXT = """We bake in Leeds. This is a full-time, permanent position, 38 hours per week, hybrid, 2 days in the office.
The salary is £28,000 per year. We do not sponsor visas. You keep UK hours, with flexible hours.
Requirements
- 3 years of experience in a bakery
- A bachelor's degree in food science
- Fluent French (B2)
- A valid driving licence
Nice to have
- A master's degree
Start date: 1 March 2027
Apply by 31 January 2027
"""


def sayings(value: Any) -> Iterator[Said]:
    if isinstance(value, Said):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from sayings(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from sayings(getattr(value, field.name))


def test_facts_of_a_text() -> None:
    facts = read_facts(Ad(TEXT))

    values = [facts.hours, facts.workplace, facts.experience, facts.starts, facts.closes]
    assert [stated and stated.value for stated in values] == [
        Hours(38, 38),
        Place(Workplace.HYBRID, 0.6),
        Years(3),
        When("1 March 2027", "2027-03-01"),
        When("31 January 2027", "2027-01-31"),
    ]
    assert facts.conflicts == ()


def test_facts_of_a_text_of_which_there_may_be_several() -> None:
    facts = read_facts(Ad(TEXT))

    assert [pay.low for pay in facts.pay] == [28000]
    assert [stated.value.level for stated in facts.education] == [
        EducationLevel.BACHELOR,
        EducationLevel.MASTER,
    ]
    assert [stated.value.name for stated in facts.languages] == ["French"]
    assert [stated.value.name for stated in facts.licences] == ["driver"]
    assert [said.words for said in facts.requirements.wishes] == ["A master's degree"]
    assert [len(found) for found in (facts.visa, facts.limits, facts.contracts)] == [1, 1, 1]


def test_facts_silence_is_unknown() -> None:
    assert read_facts(Ad("We bake bread.")) == Facts()


def test_facts_quotes_stand_in_the_text() -> None:
    found = list(sayings(read_facts(Ad(TEXT))))

    assert len(found) > 15
    assert all(TEXT[said.start : said.end] == said.words for said in found)


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        (Ad(TEXT, workplace="hybrid"), (Place(Workplace.HYBRID, 0.6), [])),
        (Ad(TEXT, workplace="remote"), (Place(Workplace.REMOTE, 1.0), ["workplace"])),
        (Ad("On site only.", workplace="remote"), (Place(Workplace.REMOTE, 1.0), ["workplace"])),
        (Ad("Bread.", workplace="remote"), (Place(Workplace.REMOTE, 1.0), [])),
        (Ad("Work location: on-site", place="Remote"), (Place(Workplace.REMOTE, 1.0), ["workplace"])),
        (Ad("Remote or on-site", workplace="on_site"), (Place(Workplace.ON_SITE, 0.0), [])),
        (Ad("Not remote\nLocation: Remote"), (Place(Workplace.ON_SITE, 0.0), ["workplace"])),
        (Ad(title="Remote Baker", place="Leeds"), (Place(Workplace.REMOTE, 1.0), [])),
    ],
)
def test_facts_workplace_by_the_field_first(posting: Ad, expected: tuple[Place, list[str]]) -> None:
    facts = read_facts(posting)

    assert facts.workplace
    assert (facts.workplace.value, [conflict.fact for conflict in facts.conflicts]) == expected


@pytest.mark.parametrize(
    ("hours", "expected", "conflicts"),
    [("38", 38, []), ("20 hours", 20, ["hours"]), ("any", 38, []), ("", 38, [])],
)
def test_facts_hours_by_the_field_first(hours: str, expected: float, conflicts: list[str]) -> None:
    facts = read_facts(Ad(TEXT, hours=hours))

    assert facts.hours
    assert (facts.hours.value.low, [conflict.fact for conflict in facts.conflicts]) == (expected, conflicts)


@pytest.mark.parametrize(
    ("posting", "kinds", "times", "conflicts"),
    [
        (Ad(TEXT, contract="Permanent, full-time"), ["permanent"], ["full_time"], []),
        (
            Ad(TEXT, contract="Temporary, part-time"),
            ["temporary"],
            ["part_time"],
            ["contracts", "work_times"],
        ),
        (Ad(TEXT, title="Baker (Part-Time)"), ["permanent"], ["part_time"], ["work_times"]),
        (Ad("A fixed-term contract of 6 months", contract="Fixed term"), ["fixed_term"], [], []),
        (Ad(title="Baking Intern"), ["internship"], [], []),
        (Ad(contract="Full-time"), [], ["full_time"], []),
    ],
)
def test_facts_contract_by_the_field_first(
    posting: Ad, kinds: list[str], times: list[str], conflicts: list[str]
) -> None:
    facts = read_facts(posting)

    assert [stated.value.kind for stated in facts.contracts] == [ContractKind(kind) for kind in kinds]
    assert [stated.value for stated in facts.work_times] == [WorkTime(time) for time in times]
    assert sorted(conflict.fact for conflict in facts.conflicts) == conflicts


def test_facts_length_of_a_contract_from_the_text() -> None:
    facts = read_facts(Ad("A fixed-term contract of 6 months", contract="Fixed term"))

    assert facts.contracts[0].value.months == 6


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        (Ad(TEXT, seniority="Entry level", title="Senior Baker"), Seniority.ENTRY),
        (Ad(TEXT, seniority="Not applicable", title="Senior Baker"), Seniority.SENIOR),
        (Ad(TEXT), Seniority.MID),
        (Ad(), None),
    ],
)
def test_facts_seniority_by_field_title_and_years(posting: Ad, expected: Seniority | None) -> None:
    found = read_facts(posting).seniority

    assert (found and found.value) == expected


def test_facts_pay_by_the_figures_of_the_source_first() -> None:
    pay = Pay(30000, 30000, "GBP", Period.YEAR, PayKind.BASE, Said("30,000 GBP"))
    stored = {
        "low": 30000,
        "high": 30000,
        "currency": "GBP",
        "period": "year",
        "kind": "base",
        "words": "30,000 GBP",
    }

    assert read_facts(Ad(TEXT, pays=(pay,), pay="£1 an hour")).pay == (pay,)
    assert read_facts(Ad(TEXT, pays=(stored,))).pay == (pay,)


def test_facts_pay_by_the_words_of_the_source_and_other_kinds_by_the_text() -> None:
    facts = read_facts(Ad("A bonus of £500 and a salary of £28,000 per year.", pay="£31,000 per year"))

    assert [(pay.kind, pay.low) for pay in facts.pay] == [(PayKind.BASE, 31000), (PayKind.BONUS, 500)]


@pytest.mark.parametrize(
    ("place", "currency"),
    [("Toronto, Canada", "CAD"), ("San Jose, CA", "USD"), ("Sydney, Australia; Leeds, UK", "AUD")],
)
def test_facts_pay_in_the_currency_of_the_country(place: str, currency: str) -> None:
    assert read_facts(Ad("Salary: $50,000 per year", place=place)).pay[0].currency == currency


def test_facts_other_fields_go_before_the_text() -> None:
    posting = Ad(TEXT, remote_area="Spain", schedule="Nights", education="High school diploma", starts="ASAP")

    facts = read_facts(posting)

    assert [stated.value.where for stated in facts.limits] == ["Spain", "UK hours"]
    assert [stated.value for stated in facts.schedule] == [Schedule.NIGHTS, Schedule.FLEXIBLE]
    assert facts.education[0].value.level is EducationLevel.SCHOOL
    assert facts.starts
    assert facts.starts.value.is_soon


@pytest.mark.parametrize(("day", "conflicts"), [(31, []), (30, ["closes"])])
def test_facts_closing_by_the_field_first(day: int, conflicts: list[str]) -> None:
    facts = read_facts(Ad(TEXT, closes_on=date(2027, 1, day)))

    assert facts.closes
    assert facts.closes.value.day == f"2027-01-{day}"
    assert [conflict.fact for conflict in facts.conflicts] == conflicts


def test_facts_closing_by_the_field_alone() -> None:
    facts = read_facts(Ad(closes_on=date(2027, 1, 3)))

    assert facts.closes
    assert facts.closes.said == Said("2027-01-03")


PIECES = [
    "bachelor's degree",
    "required",
    "remote",
    "hybrid",
    "40 hours",
    "per week",
    "£30,000",
    "per year",
    "fluent french",
    "driver's license",
    "visa",
    "no sponsorship",
    "\n",
    "Requirements",
    "- one",
    "3 years",
    "experience",
    "full-time",
    "permanent",
    "start date:",
    "1 May 2027",
    "nights",
    "|",
    "(",
    "İ",
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
FIELDS = st.sampled_from(
    ["", "Remote", "Part-time, 20 hours", "Senior", "ASAP", "$20 an hour", "High school"]
)
ADS = st.builds(
    Ad,
    WORDS,
    FIELDS,
    FIELDS,
    st.sampled_from(["", *Workplace]),
    FIELDS,
    FIELDS,
    FIELDS,
    FIELDS,
    FIELDS,
    FIELDS,
    FIELDS,
    closes_on=st.none() | st.dates(),
    starts=FIELDS,
)


@given(ADS)
def test_facts_any_posting_quotes_itself_and_comes_back_from_json(posting: Ad) -> None:
    facts = read_facts(posting)

    assert all(
        said.start == -1 or posting.text[said.start : said.end] == said.words for said in sayings(facts)
    )
    assert valued(Facts, json.loads(json.dumps(facts_values(facts)))) == facts


@given(st.text())
def test_facts_any_text_is_read(text: str) -> None:
    assert all(text[said.start : said.end] == said.words for said in sayings(read_facts(Ad(text))))


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "$",
        " ",
        "(",
        "a ",
        "remote ",
        "3 days in office ",
        "B.S. ",
        "years ",
        "visa ",
        "\n- ",
        "required\n",
        "40 hours per week ",
        "Requirements:\n- x\n",
    ],
)
def test_facts_of_a_million_letters_come_to_an_end(unit: str) -> None:
    assert isinstance(read_facts(Ad(unit * (1_000_000 // len(unit)))), Facts)
