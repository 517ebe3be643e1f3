"""What a person does not know yet of their ways out, their openings and the work they look at, and could ask somebody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from unrut.core.explore.occupations.gaps import gap_card
from unrut.core.explore.people.questions import (
    FIELD_ASK,
    OpenQuestion,
    QuestionKind,
    criterion_ask,
    gap_ask,
)
from unrut.models import Opening, OpeningReading, Person, Way
from unrut.queries.explore import Question, Ranking, opening_key, option_of, ranking
from unrut.queries.guide import current_guide
from unrut.queries.openings import UNDER_WAY
from unrut.queries.scope import of
from unrut.queries.standpoint import standpoint_of

MOST_QUESTIONS = 40
MOST_OPENINGS = 8
"""The openings that fit best; those under way are there in any case."""
EACH = 2
"""Facts asked of one opening or way, those worth most."""
# Points of 100 a question is taken to be worth where nothing tells. Judgement: what a field is like is worth more than one skill.
_FIELD, _GAP = 2.0, 1.0


def open_questions(owner: Person, *, today: date) -> list[OpenQuestion]:
    """All open questions, those worth most first; the same fact of the same thing once."""
    ranked = ranking(owner, today=today)
    ways = {f"way-{way.pk}": way for way in of(Way, owner).filter(is_aside=False)}
    openings = _openings(owner, ranked)
    found = [
        *_about_openings(ranked, openings),
        *_about_ways(ranked, ways, openings),
        *_about_work(owner, ways.values(), today),
    ]
    return sorted(_placed(owner, found), key=lambda question: (-question.gain, question.key))[:MOST_QUESTIONS]


def questions_about(opening: Opening, questions: Iterable[Question]) -> list[OpenQuestion]:
    """Open questions about one opening, also where it is none of those that are asked about first."""
    return _placed(opening.owner, list(_about_opening(opening, questions)))


def question_of(owner: Person, key: str, *, today: date) -> OpenQuestion | None:
    """The question about an unknown fact of an opening, of any one there is; None once it is known, or for another key."""
    option, _, facet = key.partition(".")
    number = opening_key(option)
    opening = of(Opening, owner).select_related("reading").filter(pk=number).first() if number else None
    ranked = option_of(owner, option, today=today) if opening else None
    if opening is None or ranked is None:
        return None
    asked = [question for question in ranked.questions if question.facet == facet]
    return next(iter(questions_about(opening, asked)), None)


def _placed(owner: Person, questions: Sequence[OpenQuestion]) -> list[OpenQuestion]:
    """The questions with the companies of the same field."""
    near = _companies_by_work(owner, {question.occupation for question in questions} - {""})
    return [_near(question, near) for question in questions]


def _openings(owner: Person, ranked: Ranking) -> dict[int, Opening]:
    """The openings that are asked about, by key."""
    best = [option.opening_id for option in ranked.options if option.opening_id][:MOST_OPENINGS]
    under_way = of(Opening, owner).filter(status__in=UNDER_WAY, same_as=None).values_list("pk", flat=True)
    linked = of(Way, owner).exclude(opening=None).values_list("opening", flat=True)
    keys = {*best, *under_way, *linked}
    return of(Opening, owner).select_related("reading").defer("text").in_bulk(list(keys))


def _about_openings(ranked: Ranking, openings: Mapping[int, Opening]) -> Iterator[OpenQuestion]:
    for option in ranked.options:
        opening = openings.get(option.opening_id or 0)
        if opening is not None:
            yield from _about_opening(opening, option.questions[:EACH])


def _about_opening(opening: Opening, questions: Iterable[Question]) -> Iterator[OpenQuestion]:
    for question in questions:
        yield OpenQuestion(
            key=f"{opening.option}.{question.facet}",
            kind=QuestionKind.OPENING,
            subject=_at(opening),
            ask=_ask(question),
            company_key=opening.company_key,
            occupation=_occupation_of(opening),
            gain=question.gain,
            facet=question.facet,
        )


def _about_ways(
    ranked: Ranking, ways: Mapping[str, Way], openings: Mapping[int, Opening]
) -> Iterator[OpenQuestion]:
    for option in ranked.options:
        way = ways.get(option.key)
        if way is None:
            continue
        opening = openings.get(way.opening_id or 0)
        for question in option.questions[:EACH]:
            yield OpenQuestion(
                key=f"{option.key}.{question.facet}",
                kind=QuestionKind.WAY,
                subject=option.title,
                ask=_ask(question),
                company_key=opening.company_key if opening else "",
                occupation=way.occupation or (_occupation_of(opening) if opening else ""),
                gain=question.gain,
                facet=question.facet,
            )


def _about_work(owner: Person, ways: Iterable[Way], today: date) -> Iterator[OpenQuestion]:
    """What the work is like that one looks at, and how to get what is missing for it."""
    codes = dict.fromkeys(way.occupation for way in ways if way.occupation)
    if not codes:
        return
    guide = current_guide()
    mine = standpoint_of(owner, guide, today=today).mine
    for code in codes:
        row = guide.row_of(code)
        if row is None:
            continue
        title = guide.atlas.titles[row]
        yield OpenQuestion(f"field-{code}", QuestionKind.FIELD, title, FIELD_ASK, "", code, _FIELD, "")
        for gap in gap_card(guide.atlas, row, mine).missing[:EACH]:
            key, ask = f"gap-{code}.{gap.element}", gap_ask(gap.name)
            yield OpenQuestion(key, QuestionKind.GAP, title, ask, "", code, _GAP, "")


def _ask(question: Question) -> str:
    """What to ask; own criteria have no words of ours."""
    return question.ask or criterion_ask(question.name)


def _at(opening: Opening) -> str:
    return f"{opening.title}, {opening.company}" if opening.company else opening.title


def _occupation_of(opening: Opening) -> str:
    reading = getattr(opening, "reading", None)
    return reading.occupation if reading else ""


def _companies_by_work(owner: Person, occupations: Iterable[str]) -> dict[str, frozenset[str]]:
    """The companies that advertise each kind of work."""
    found = defaultdict[str, set[str]](set)
    rows = of(OpeningReading, owner).filter(occupation__in=list(occupations)).exclude(opening__company_key="")
    for code, company in rows.values_list("occupation", "opening__company_key").distinct():
        found[code].add(company)
    return {code: frozenset(companies) for code, companies in found.items()}


def _near(question: OpenQuestion, companies: Mapping[str, frozenset[str]]) -> OpenQuestion:
    near = companies.get(question.occupation, frozenset()) - {question.company_key}
    return replace(question, near_companies=near) if near else question
