"""What a posting states, in words beside the words that state it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.contract import Contract, ContractKind, WorkTime
from unrut.core.explore.openings.dates import When
from unrut.core.explore.openings.education import Education, EducationLevel
from unrut.core.explore.openings.experience import Years
from unrut.core.explore.openings.facts import Facts
from unrut.core.explore.openings.hours import Hours
from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Stated, Workplace
from unrut.core.explore.openings.language import Fluency, Language
from unrut.core.explore.openings.licences import Licence
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.reach import Limit, LimitKind
from unrut.core.explore.openings.schedule import Schedule
from unrut.core.explore.openings.seniority import Seniority
from unrut.core.explore.openings.visa import Visa
from unrut.core.explore.openings.workplace import Place
from unrut.models import Opening
from unrut.wording.facts import (
    QUOTED,
    FactRow,
    amount_words,
    fact_rows,
    hours_words,
    pay_words,
    workplace_words,
)

pytestmark = pytest.mark.integration

FIELD = Said("a field")
SILENT = [FactRow(name, "", "") for name in ("Pay", "Hours", "Place", "Office or home", "Contract")]


def pay(low: float | None, high: float | None, **values: Any) -> Pay:
    told = {"currency": "EUR", "period": Period.YEAR, "kind": PayKind.BASE, "said": FIELD, **values}
    return Pay(low, high, **told)


def rows(**facts: Any) -> dict[str, str]:
    """What is said of each fact that is stated."""
    found = fact_rows(Opening(title="Editor"), Facts(**facts))
    return {row.name: row.words for row in found if row.words}


def stated(*values: Any) -> tuple[Stated[Any], ...]:
    return tuple(Stated(value, FIELD) for value in values)


def test_silent_posting_still_names_the_five_that_matter_most() -> None:
    assert fact_rows(Opening(title="Editor"), Facts()) == SILENT


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (pay(30_000, 40_000), "EUR 30,000 to 40,000 a year"),
        (pay(30_000, 30_000), "EUR 30,000 a year"),
        (pay(30_000, None), "EUR from 30,000 a year"),
        (pay(None, 40_000), "EUR up to 40,000 a year"),
        (pay(14.5, 15, period=Period.HOUR), "EUR 14.50 to 15 an hour"),
        (pay(3000, 3000, currency="", period=Period.MONTH), "3,000 a month"),
        (pay(3000, 3000, period=Period.UNKNOWN), "EUR 3,000 for a time it does not name"),
        (pay(5000, 5000, period=Period.ONCE, kind=PayKind.SIGN_ON), "EUR 5,000 once for signing"),
        (pay(90_000, 120_000, kind=PayKind.TOTAL), "EUR 90,000 to 120,000 a year with the variable part"),
    ],
)
def test_amount_is_said_with_its_currency_period_and_kind(amount: Pay, words: str) -> None:
    assert amount_words(amount) == words


@pytest.mark.parametrize("kind", PayKind)
@pytest.mark.parametrize("period", Period)
def test_every_kind_of_pay_and_period_has_words(kind: PayKind, period: Period) -> None:
    words = amount_words(pay(1, 1, kind=kind, period=period))

    assert words.startswith("EUR 1 ")
    assert "_" not in words


def test_pay_that_counts_stands_first_and_the_rest_beside_it() -> None:
    base = pay(30_000, 40_000, said=Said("30,000 to 40,000 EUR", 3, 23))
    total = pay(50_000, 50_000, kind=PayKind.TOTAL)
    bonus = pay(2000, 2000, kind=PayKind.BONUS, said=Said("bonus of\n2,000", 30, 44))
    facts = Facts(pay=(base, total, bonus, bonus))

    found = {row.name: row for row in fact_rows(Opening(title="Editor"), facts)}

    assert pay_words(facts) == "EUR 30,000 to 40,000 a year"
    assert found["Pay"] == FactRow("Pay", "EUR 30,000 to 40,000 a year", "30,000 to 40,000 EUR")
    assert found["Beside the pay"] == FactRow(
        "Beside the pay", "EUR 2,000 a year as a bonus", "bonus of 2,000"
    )


def test_pay_is_empty_where_only_a_bonus_is_stated() -> None:
    assert pay_words(Facts(pay=(pay(2000, 2000, kind=PayKind.BONUS),))) == ""
    assert pay_words(Facts()) == ""


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (Hours(low=35, high=35), "35 hours a week"),
        (Hours(low=37.5, high=40), "37.5 to 40 hours a week"),
        (Hours(low=30), "at least 30 hours a week"),
        (Hours(high=20), "up to 20 hours a week"),
        (Hours(least_share=0.8, most_share=0.8), "80 % of full time"),
        (Hours(least_share=0.29, most_share=1), "29 to 100 % of full time"),
        (Hours(most_share=0.5), "up to 50 % of full time"),
        (Hours(low=20, high=20, least_share=0.5, most_share=0.5), "20 hours a week"),
    ],
)
def test_hours_are_those_of_a_week_else_a_share(hours: Hours, words: str) -> None:
    assert hours_words(hours) == words


@pytest.mark.parametrize(
    ("workplace", "words"),
    [("remote", "remote"), ("hybrid", "partly remote"), ("on_site", "on site"), ("", "")],
)
def test_workplace_has_a_name(workplace: str, words: str) -> None:
    assert workplace_words(workplace) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(Workplace.ON_SITE), "on site"),
        (Place(Workplace.REMOTE, share=1.0), "remote"),
        (Place(Workplace.HYBRID, share=0.6), "partly remote, about 60 % of the time"),
        (Place(Workplace.HYBRID, share=0.0), "partly remote"),
        (Place(Workplace.HYBRID, share=0.4, is_choice=True), "partly remote, as you choose"),
    ],
)
def test_place_says_how_much_of_the_week(place: Place, words: str) -> None:
    assert rows(workplace=Stated(place, FIELD)) == {"Office or home": words}


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        ("contracts", Contract(ContractKind.PERMANENT), {"Contract": "permanent"}),
        ("contracts", Contract(ContractKind.FIXED_TERM, 1.0), {"Contract": "fixed term, 1 month"}),
        ("contracts", Contract(ContractKind.FIXED_TERM, 23.8), {"Contract": "fixed term, 24 months"}),
        ("work_times", WorkTime.PART_TIME, {"Full or part time": "part time"}),
        ("schedule", Schedule.FOUR_DAY_WEEK, {"Times": "a week of four days"}),
        ("limits", Limit(LimitKind.TIME_ZONE, "CET"), {"From where": "in the hours of CET"}),
        ("limits", Limit(LimitKind.RESIDENCE, "Spain"), {"From where": "only from Spain"}),
        ("education", Education(EducationLevel.BACHELOR), {"Education": "bachelor"}),
        (
            "education",
            Education(EducationLevel.DEGREE, Need.WISHED, or_experience=True, fields=("law", "history")),
            {"Education": "a degree (law and history) or experience instead, welcome"},
        ),
        ("licences", Licence("driving licence"), {"Licences": "driving licence"}),
        ("licences", Licence("RN", Need.WISHED), {"Licences": "RN, welcome"}),
        ("languages", Language("German"), {"Languages": "German"}),
        (
            "languages",
            Language("German", Fluency.FLUENT, "B2", Need.WISHED),
            {"Languages": "German fluent B2, welcome"},
        ),
        ("visa", Visa.NO_SPONSORSHIP, {"Visa": "no visa is sponsored"}),
    ],
)
def test_fact_of_which_there_may_be_several_is_said(fact: str, value: object, told: dict[str, str]) -> None:
    assert rows(**{fact: stated(value)}) == told


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        ("seniority", Seniority.LEAD, {"Level": "lead"}),
        ("experience", Years(3), {"Experience": "at least 3 years"}),
        ("experience", Years(1), {"Experience": "at least 1 year"}),
        ("experience", Years(1, 1), {"Experience": "1 year"}),
        ("experience", Years(1, 2), {"Experience": "1 to 2 years"}),
        ("starts", When("as soon as possible", is_soon=True), {"Start": "as soon as possible"}),
        ("starts", When("in autumn"), {"Start": "in autumn"}),
        ("starts", When("September 2026", "2026-09"), {"Start": "September 2026"}),
        ("closes", When("by 1/12", "2026-12-01"), {"Closes": "1 December 2026"}),
    ],
)
def test_fact_of_which_there_is_one_is_said(fact: str, value: object, told: dict[str, str]) -> None:
    assert rows(**{fact: Stated(value, FIELD)}) == told


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("contracts", [Contract(kind) for kind in ContractKind]),
        ("work_times", list(WorkTime)),
        ("schedule", list(Schedule)),
        ("education", [Education(level) for level in EducationLevel]),
        ("languages", [Language("German", fluency) for fluency in Fluency]),
        ("visa", list(Visa)),
    ],
)
def test_every_value_has_words_of_its_own(fact: str, values: list[object]) -> None:
    (words,) = rows(**{fact: stated(*values)}).values()

    assert len(words.split("; ")) == len(values)
    assert "_" not in words


@pytest.mark.parametrize("seniority", Seniority)
def test_every_seniority_has_a_word(seniority: Seniority) -> None:
    assert "_" not in rows(seniority=Stated(seniority, FIELD))["Level"]


def test_opening_tells_its_place_and_day() -> None:
    opening = Opening(title="Editor", place="Leeds", posted_on=date(2026, 11, 2))

    found = {row.name: row.words for row in fact_rows(opening, Facts())}

    assert (found["Place"], found["Posted"]) == ("Leeds", "2 November 2026")


def test_words_of_the_text_are_quoted_and_those_of_a_field_are_not() -> None:
    kinds = (ContractKind.PERMANENT, ContractKind.FREELANCE, ContractKind.PERMANENT)
    said = (Said("a  permanent\nrole", 5, 20), Said("Freelance"), Said("permanent", 40, 49))
    facts = Facts(
        contracts=tuple(Stated(Contract(kind), each) for kind, each in zip(kinds, said, strict=True))
    )

    found = fact_rows(Opening(title="Editor"), facts)[4]

    assert found == FactRow("Contract", "permanent; freelance", "a permanent role … permanent")


@pytest.mark.parametrize(("length", "quote"), [(QUOTED, "w" * QUOTED), (QUOTED + 1, "w" * QUOTED + "…")])
def test_long_quote_is_cut(length: int, quote: str) -> None:
    facts = Facts(hours=Stated(Hours(low=35, high=35), Said("w" * length, 0, length)))

    assert fact_rows(Opening(title="Editor"), facts)[1].quote == quote


amounts = st.none() | st.floats(0, 1e12)


@given(amounts, amounts, st.sampled_from(Period), st.sampled_from(PayKind))
def test_any_amount_can_be_said(low: float | None, high: float | None, period: Period, kind: PayKind) -> None:
    words = amount_words(
        pay(low, high if high is not None or low is not None else 1.0, period=period, kind=kind)
    )

    assert "None" not in words
    assert words.startswith("EUR ")
