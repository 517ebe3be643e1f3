"""What a posting states, in words beside the words that state it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext, ngettext

from unrut.core.explore.openings.contract import Contract, ContractKind, WorkTime
from unrut.core.explore.openings.dates import When
from unrut.core.explore.openings.education import Education, EducationLevel
from unrut.core.explore.openings.experience import Years
from unrut.core.explore.openings.facts import Facts
from unrut.core.explore.openings.hours import Hours
from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Stated, Workplace
from unrut.core.explore.openings.language import Fluency, Language
from unrut.core.explore.openings.licences import Licence
from unrut.core.explore.openings.main_pay import main_pay
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.reach import Limit, LimitKind
from unrut.core.explore.openings.schedule import Schedule
from unrut.core.explore.openings.seniority import Seniority
from unrut.core.explore.openings.visa import Visa
from unrut.core.explore.openings.workplace import Place
from unrut.models import Opening
from unrut.wording.numbers import day, listed

Value = TypeVar("Value")

QUOTED = 160
_PERCENT = 100
_WHOLE_DAY = len("2026-11-28")

_PERIODS = {
    Period.HOUR: "an hour",
    Period.DAY: "a day",
    Period.WEEK: "a week",
    Period.TWO_WEEKS: "every two weeks",
    Period.HALF_MONTH: "twice a month",
    Period.MONTH: "a month",
    Period.YEAR: "a year",
    Period.ONCE: "once",
    Period.UNKNOWN: "for a time it does not name",
}
_PAY_KINDS = {
    PayKind.BASE: "",
    PayKind.TOTAL: "with the variable part",
    PayKind.BONUS: "as a bonus",
    PayKind.EQUITY: "in shares",
    PayKind.COMMISSION: "as commission",
    PayKind.SIGN_ON: "for signing",
    PayKind.STIPEND: "as a stipend",
    PayKind.ALLOWANCE: "as an allowance",
}
_WORKPLACES = {
    Workplace.REMOTE: "remote",
    Workplace.HYBRID: "partly remote",
    Workplace.ON_SITE: "on site",
}
_SCHEDULES = {
    Schedule.SHIFTS: "shifts",
    Schedule.NIGHTS: "nights",
    Schedule.EVENINGS: "evenings",
    Schedule.WEEKENDS: "weekends",
    Schedule.ON_CALL: "on call",
    Schedule.FLEXIBLE: "flexible",
    Schedule.FOUR_DAY_WEEK: "a week of four days",
    Schedule.OVERTIME: "overtime",
    Schedule.WEEKDAYS: "weekdays only",
}
_CONTRACTS = {
    ContractKind.PERMANENT: "permanent",
    ContractKind.FIXED_TERM: "fixed term",
    ContractKind.TEMPORARY: "temporary",
    ContractKind.FREELANCE: "freelance",
    ContractKind.INTERNSHIP: "an internship",
    ContractKind.APPRENTICESHIP: "an apprenticeship",
    ContractKind.VOLUNTEER: "unpaid, as a volunteer",
}
_WORK_TIMES = {WorkTime.FULL_TIME: "full time", WorkTime.PART_TIME: "part time"}
_SENIORITIES = {
    Seniority.INTERN: "intern",
    Seniority.ENTRY: "beginner",
    Seniority.MID: "some experience",
    Seniority.SENIOR: "senior",
    Seniority.LEAD: "lead",
    Seniority.MANAGER: "manager",
    Seniority.DIRECTOR: "director",
    Seniority.EXECUTIVE: "executive",
}
_EDUCATIONS = {
    EducationLevel.NONE: "none needed",
    EducationLevel.SCHOOL: "school",
    EducationLevel.VOCATIONAL: "vocational training",
    EducationLevel.ASSOCIATE: "associate degree",
    EducationLevel.DEGREE: "a degree",
    EducationLevel.BACHELOR: "bachelor",
    EducationLevel.MASTER: "master",
    EducationLevel.DOCTORATE: "doctorate",
}
_FLUENCIES = {
    Fluency.NATIVE: "as a native",
    Fluency.FLUENT: "fluent",
    Fluency.PROFESSIONAL: "for work",
    Fluency.CONVERSATIONAL: "for conversation",
    Fluency.BASIC: "basic",
    Fluency.UNSAID: "",
}
_VISAS = {
    Visa.SPONSORS: "a visa is sponsored",
    Visa.NO_SPONSORSHIP: "no visa is sponsored",
    Visa.RIGHT_TO_WORK: "the right to work is needed",
    Visa.CITIZENSHIP: "citizenship is needed",
    Visa.CLEARANCE: "a security clearance is needed",
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """A kind of fact, what is stated of it ("" where nothing is), and the words of the posting."""

    name: str
    words: str
    quote: str


def fact_rows(opening: Opening, facts: Facts) -> list[FactRow]:
    """What a posting states. Pay, hours, place, workplace and contract are named even where it is silent."""
    always = [
        _row(gettext("Pay"), pay_words(facts), [pay.said for pay in main_pay(facts)[:1]]),
        _row_of(gettext("Hours"), facts.hours, hours_words),
        FactRow(gettext("Place"), opening.place, ""),
        _row_of(gettext("Office or home"), facts.workplace, _place_words),
        _row_of_all(gettext("Contract"), facts.contracts, _contract_words),
    ]
    perhaps = [
        _row(
            gettext("Beside the pay"),
            "; ".join(dict.fromkeys(amount_words(pay) for pay in _extra_pay(facts))),
            [pay.said for pay in _extra_pay(facts)],
        ),
        _row_of_all(gettext("Full or part time"), facts.work_times, lambda time: gettext(_WORK_TIMES[time])),
        _row_of_all(gettext("Times"), facts.schedule, lambda schedule: gettext(_SCHEDULES[schedule])),
        _row_of_all(gettext("From where"), facts.limits, _limit_words),
        _row_of(gettext("Level"), facts.seniority, lambda level: gettext(_SENIORITIES[level])),
        _row_of(gettext("Experience"), facts.experience, _years_words),
        _row_of_all(gettext("Education"), facts.education, _education_words),
        _row_of_all(gettext("Licences"), facts.licences, _licence_words),
        _row_of_all(gettext("Languages"), facts.languages, _language_words),
        _row_of_all(gettext("Visa"), facts.visa, lambda visa: gettext(_VISAS[visa])),
        _row_of(gettext("Start"), facts.starts, _when_words),
        _row_of(gettext("Closes"), facts.closes, _when_words),
        FactRow(gettext("Posted"), day(opening.posted_on) if opening.posted_on else "", ""),
    ]
    return [*always, *(row for row in perhaps if row.words)]


def pay_words(facts: Facts) -> str:
    """The pay that counts, "" where none is stated."""
    counted = main_pay(facts)
    return amount_words(counted[0]) if counted else ""


def _extra_pay(facts: Facts) -> list[Pay]:
    return [pay for pay in facts.pay if pay not in main_pay(facts)]


def amount_words(pay: Pay) -> str:
    """An amount with its currency, its period and what it is."""
    low, high = (
        None if end is None else f"{end:,.0f}" if end == int(end) else f"{end:,.2f}"
        for end in (pay.low, pay.high)
    )
    if low is not None and high is not None:
        amount = low if low == high else gettext("%(low)s to %(high)s") % {"low": low, "high": high}
    elif low is not None:
        amount = gettext("from %(low)s") % {"low": low}
    else:
        amount = gettext("up to %(high)s") % {"high": high}
    period, kind = gettext(_PERIODS[pay.period]), _PAY_KINDS[pay.kind]
    return " ".join(part for part in (pay.currency, amount, period, gettext(kind) if kind else "") if part)


def hours_words(hours: Hours) -> str:
    """Hours of a week, or the share of full time."""
    if hours.low is not None or hours.high is not None:
        return gettext("%(hours)s hours a week") % {"hours": _span(hours.low, hours.high)}
    share = _span(_percent(hours.least_share), _percent(hours.most_share))
    return gettext("%(share)s %% of full time") % {"share": share}


def workplace_words(workplace: str) -> str:
    """Where the work is done, "" where nothing is said."""
    return gettext(_WORKPLACES[Workplace(workplace)]) if workplace else ""


def _percent(share: float | None) -> float | None:
    return None if share is None else share * _PERCENT


def _span(low: float | None, high: float | None) -> str:
    if low is None:
        return gettext("up to %(high)s") % {"high": f"{high:g}"}
    if high is None:
        return gettext("at least %(low)s") % {"low": f"{low:g}"}
    return (
        f"{low:g}"
        if low == high
        else gettext("%(low)s to %(high)s") % {"low": f"{low:g}", "high": f"{high:g}"}
    )


def _place_words(place: Place) -> str:
    named = workplace_words(place.kind)
    if place.is_choice:
        return gettext("%(place)s, as you choose") % {"place": named}
    if place.share is None or place.share in {0, 1}:
        return named
    return gettext("%(place)s, about %(share)d %% of the time") % {
        "place": named,
        "share": round(place.share * _PERCENT),
    }


def _contract_words(contract: Contract) -> str:
    named = gettext(_CONTRACTS[contract.kind])
    if contract.months is None:
        return named
    months = round(contract.months)
    length = ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
    return f"{named}, {length}"


def _limit_words(limit: Limit) -> str:
    if limit.kind is LimitKind.TIME_ZONE:
        return gettext("in the hours of %(where)s") % {"where": limit.where}
    return gettext("only from %(where)s") % {"where": limit.where}


def _years_words(years: Years) -> str:
    last = years.low if years.high is None else years.high
    told = ngettext("%(years)s year", "%(years)s years", 1 if last == 1 else 2)
    return told % {"years": _span(years.low, years.high)}


def _education_words(education: Education) -> str:
    fields = f" ({listed(list(education.fields))})" if education.fields else ""
    instead = gettext(" or experience instead") if education.or_experience else ""
    return f"{gettext(_EDUCATIONS[education.level])}{fields}{instead}{_need_words(education.need)}"


def _licence_words(licence: Licence) -> str:
    return f"{licence.name}{_need_words(licence.need)}"


def _language_words(language: Language) -> str:
    parts = (language.name, gettext(_FLUENCIES[language.fluency]) if language.fluency else "", language.frame)
    return " ".join(part for part in parts if part) + _need_words(language.need)


def _need_words(need: Need) -> str:
    return gettext(", welcome") if need is Need.WISHED else ""


def _when_words(when: When) -> str:
    if when.is_soon:
        return gettext("as soon as possible")
    return day(date.fromisoformat(when.day)) if len(when.day) == _WHOLE_DAY else when.words


def _row_of(name: str, stated: Stated[Value] | None, words: Callable[[Value], str]) -> FactRow:
    return _row_of_all(name, () if stated is None else (stated,), words)


def _row_of_all(name: str, stated: Sequence[Stated[Value]], words: Callable[[Value], str]) -> FactRow:
    told = list(dict.fromkeys(words(each.value) for each in stated))
    return _row(name, "; ".join(told), (each.said for each in stated))


def _row(name: str, words: str, said: Iterable[Said]) -> FactRow:
    """What a field of the source states is its own quote; the words of a text are quoted."""
    quotes = list(dict.fromkeys(" ".join(each.words.split()) for each in said if each.start >= 0))
    quote = " … ".join(quotes)
    return FactRow(name, words, f"{quote[:QUOTED]}…" if len(quote) > QUOTED else quote)
