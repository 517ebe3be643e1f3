"""All facts a posting states, each with the words that state it: first what its source says in fields, then its text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar, cast

from unrut.core.explore.openings.contract import (
    Contract,
    WorkTime,
    contracts_of_title,
    contracts_of_words,
    read_contracts,
    read_work_times,
    work_times_of_words,
)
from unrut.core.explore.openings.dates import When, closing_of_day, read_closing, read_start, start_of_words
from unrut.core.explore.openings.education import Education, education_of_words, read_education
from unrut.core.explore.openings.experience import Years, read_experience
from unrut.core.explore.openings.hours import Hours, hours_of_words, read_hours
from unrut.core.explore.openings.kinds import Pay, Said, Stated, Workplace
from unrut.core.explore.openings.language import Language, read_languages
from unrut.core.explore.openings.licences import Licence, read_licences
from unrut.core.explore.openings.pay import pays_of_words, read_pays
from unrut.core.explore.openings.plain_values import plain, valued
from unrut.core.explore.openings.reach import Limit, LimitKind, read_limits
from unrut.core.explore.openings.requirements import Requirements, read_requirements
from unrut.core.explore.openings.schedule import Schedule, read_schedule, schedule_of_words
from unrut.core.explore.openings.sections import asked_of
from unrut.core.explore.openings.seniority import (
    Seniority,
    seniority_of_title,
    seniority_of_words,
    seniority_of_years,
)
from unrut.core.explore.openings.text import PostingText, posting_text
from unrut.core.explore.openings.visa import Visa, read_visa
from unrut.core.explore.openings.workplace import Place, place_of, read_workplaces, workplace_of_words

Value = TypeVar("Value")
LEAST_COUNTRY = 4  # a shorter last part of a place may be a state: "CA" is no Canada
_WORKPLACE_WORDS = {Workplace.REMOTE: "remote", Workplace.HYBRID: "hybrid", Workplace.ON_SITE: "on site"}


class Posting(Protocol):
    """What is read of a posting, as its importer or the store has it."""

    @property
    def title(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def workplace(self) -> str: ...
    @property
    def remote_area(self) -> str: ...
    @property
    def hours(self) -> str: ...
    @property
    def schedule(self) -> str: ...
    @property
    def contract(self) -> str: ...
    @property
    def seniority(self) -> str: ...
    @property
    def education(self) -> str: ...
    @property
    def pay(self) -> str: ...
    @property
    def pays(self) -> Sequence[Any]: ...
    @property
    def language(self) -> str: ...
    @property
    def closes_on(self) -> date | None: ...
    @property
    def starts(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements of a posting on the same fact that cannot both hold; the first is the one that counts."""

    fact: str
    counts: Said
    against: Said


@dataclass(frozen=True, slots=True)
class Facts:
    """What a posting states. What is None or empty it does not state: nothing is guessed."""

    pay: tuple[Pay, ...] = ()
    hours: Stated[Hours] | None = None
    work_times: tuple[Stated[WorkTime], ...] = ()
    schedule: tuple[Stated[Schedule], ...] = ()
    workplace: Stated[Place] | None = None
    limits: tuple[Stated[Limit], ...] = ()
    contracts: tuple[Stated[Contract], ...] = ()
    seniority: Stated[Seniority] | None = None
    experience: Stated[Years] | None = None
    education: tuple[Stated[Education], ...] = ()
    licences: tuple[Stated[Licence], ...] = ()
    languages: tuple[Stated[Language], ...] = ()
    visa: tuple[Stated[Visa], ...] = ()
    starts: Stated[When] | None = None
    closes: Stated[When] | None = None
    requirements: Requirements = field(default_factory=Requirements)
    conflicts: tuple[Conflict, ...] = ()


def read_facts(posting: Posting) -> Facts:
    """All facts of a posting. What a field of its source states goes before its text."""
    text = posting_text(posting.text)
    asked = asked_of(text)
    experience = read_experience(text, asked)
    conflicts: list[Conflict] = []
    return Facts(
        pay=_pay(posting, text),
        hours=_hours(posting, text, conflicts),
        work_times=_work_times(posting, text, conflicts),
        schedule=_merged(
            schedule_of_words(posting.schedule) if posting.schedule else (), read_schedule(text)
        ),
        workplace=_workplace(posting, text, conflicts),
        limits=_limits(posting, text),
        contracts=_contracts(posting, text, conflicts),
        seniority=_seniority(posting, experience),
        experience=experience,
        education=_education(posting, read_education(text, asked)),
        licences=read_licences(text, asked),
        languages=read_languages(text, asked),
        visa=read_visa(text),
        starts=(start_of_words(posting.starts) if posting.starts else None) or read_start(text),
        closes=_closes(posting, text, conflicts),
        requirements=read_requirements(text, asked),
        conflicts=tuple(conflicts),
    )


def read_listed_facts(posting: Posting) -> Facts:
    """Only what a list shows, sorts and hides by: pay, hours and workplace. A third of the time of all facts."""
    text = posting_text(posting.text)
    conflicts: list[Conflict] = []
    return Facts(
        pay=_pay(posting, text),
        hours=_hours(posting, text, conflicts),
        workplace=_workplace(posting, text, conflicts),
        conflicts=tuple(conflicts),
    )


def facts_values(facts: Facts) -> dict[str, Any]:
    """The facts in the types of JSON, each with its quote."""
    return cast("dict[str, Any]", plain(facts))


def _pay(posting: Posting, text: PostingText) -> tuple[Pay, ...]:
    """What the source states in figures, else in words; of other kinds, what the text states."""
    country = _country(posting.place)
    stated = tuple(pay if isinstance(pay, Pay) else _stored_pay(pay) for pay in posting.pays)
    if not stated and posting.pay:
        stated = pays_of_words(posting.pay, country=country)
    kinds = {pay.kind for pay in stated}
    return (*stated, *(pay for pay in read_pays(text, country=country) if pay.kind not in kinds))


def _stored_pay(values: Mapping[str, Any]) -> Pay:
    """An amount as a store keeps it, with its words beside the figures."""
    kept = {name: value for name, value in values.items() if name != "words"}
    return valued(Pay, {**kept, "said": {"words": values["words"]}})


def _country(place: str) -> str:
    """The last part of the first place, where it is long enough to be the name of a country."""
    last = place.partition(";")[0].rpartition(",")[2].strip()
    return last if len(last) >= LEAST_COUNTRY else ""


def _hours(posting: Posting, text: PostingText, conflicts: list[Conflict]) -> Stated[Hours] | None:
    stated = hours_of_words(posting.hours) if posting.hours else None
    read = read_hours(text, title=posting.title)
    if stated is None or read is None:
        return stated or read
    if stated.value.is_apart(read.value):
        conflicts.append(Conflict("hours", stated.said, read.said))
    return stated


def _work_times(
    posting: Posting, text: PostingText, conflicts: list[Conflict]
) -> tuple[Stated[WorkTime], ...]:
    fields = [words for words in (posting.contract, posting.schedule, posting.hours, posting.title) if words]
    stated = next((found for words in fields if (found := work_times_of_words(words))), ())
    return _one_of("work_times", stated, read_work_times(text), conflicts)


def _contracts(
    posting: Posting, text: PostingText, conflicts: list[Conflict]
) -> tuple[Stated[Contract], ...]:
    stated = contracts_of_words(posting.contract) if posting.contract else ()
    stated = stated or contracts_of_title(posting.title)
    kinds = {each.value.kind for each in stated}
    read = read_contracts(text)
    fuller = tuple(each for each in read if each.value.kind in kinds and each.value.months)
    if fuller:
        return fuller
    if stated and read and kinds.isdisjoint(each.value.kind for each in read):
        conflicts.append(Conflict("contracts", stated[0].said, read[0].said))
    return stated or read


def _workplace(posting: Posting, text: PostingText, conflicts: list[Conflict]) -> Stated[Place] | None:
    """The place by the field for it, by the place or title, or by the text, which may say more of the same kind."""
    read = read_workplaces(text)
    found = [*_workplaces_of_fields(posting), *read]
    if not found:
        return None
    first = next((each for each in read if _is_fuller(each.value, found[0].value)), found[0])
    against = next((each for each in found if _is_against(each.value, found[0].value)), None)
    if against is not None:
        conflicts.append(Conflict("workplace", found[0].said, against.said))
    return first


def _workplaces_of_fields(posting: Posting) -> Iterable[Stated[Place]]:
    kind = Workplace(posting.workplace)
    if kind is not Workplace.UNKNOWN:
        yield Stated(place_of(kind), Said(_WORKPLACE_WORDS[kind]))
    for words in (posting.place, posting.title):
        if words and (stated := workplace_of_words(words)):
            yield stated


def _is_fuller(place: Place, than: Place) -> bool:
    return place.kind is than.kind and than.share is None and place.share is not None


def _is_against(place: Place, other: Place) -> bool:
    return place.kind is not other.kind and not place.is_choice and not other.is_choice


def _limits(posting: Posting, text: PostingText) -> tuple[Stated[Limit], ...]:
    read = read_limits(text)
    if not posting.remote_area:
        return read
    stated = Stated(Limit(LimitKind.RESIDENCE, posting.remote_area), Said(posting.remote_area))
    return (stated, *(each for each in read if each.value.kind is not LimitKind.RESIDENCE))


def _seniority(posting: Posting, experience: Stated[Years] | None) -> Stated[Seniority] | None:
    stated = seniority_of_words(posting.seniority) if posting.seniority else None
    by_years = seniority_of_years(experience) if experience else None
    return stated or seniority_of_title(posting.title) or by_years


def _education(posting: Posting, read: tuple[Stated[Education], ...]) -> tuple[Stated[Education], ...]:
    stated = education_of_words(posting.education) if posting.education else ()
    return (*stated, *read) if stated else read


def _closes(posting: Posting, text: PostingText, conflicts: list[Conflict]) -> Stated[When] | None:
    read = read_closing(text)
    if posting.closes_on is None:
        return read
    stated = closing_of_day(posting.closes_on)
    if read is not None and read.value.day and read.value.day != stated.value.day:
        conflicts.append(Conflict("closes", stated.said, read.said))
    return stated


def _one_of(
    fact: str,
    stated: tuple[Stated[Value], ...],
    read: tuple[Stated[Value], ...],
    conflicts: list[Conflict],
) -> tuple[Stated[Value], ...]:
    """What the fields state, else what the text does; where they have nothing in common they contradict each other."""
    values = {each.value for each in stated}
    if stated and read and values.isdisjoint(each.value for each in read):
        conflicts.append(Conflict(fact, stated[0].said, read[0].said))
    return stated or read


def _merged(stated: Sequence[Stated[Value]], read: Sequence[Stated[Value]]) -> tuple[Stated[Value], ...]:
    """What the fields state, and what else the text does."""
    found: dict[Value, Stated[Value]] = {}
    for each in (*stated, *read):
        found.setdefault(each.value, each)
    return tuple(found.values())
