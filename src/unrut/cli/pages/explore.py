"""A want, the present job, and all options on one scale."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented
from unrut.core.explore.criteria import criterion_name, want_name
from unrut.core.explore.levels import Level, Source
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.models import Job
from unrut.queries.explore import RankedOption, Ranking, Reason
from unrut.wording.explore import (
    better,
    coverage,
    fit_range,
    lead,
    level_words,
    option_name,
    source_words,
    treatments_sentence,
)
from unrut.wording.numbers import day


def want_line(want: Want) -> str:
    """Weight, name and the level wanted, in words."""
    level = Level(want.wanted, 0.0, Source.ANSWERED)
    name = want_name(want, shipped_vocabulary())
    return f"{want.weight:3.0f}  {name} ({want.facet}): {level_words(want.facet, level)}"


def job_lines(job: Job | None, levels: Mapping[str, int]) -> list[str]:
    """What the job is, and what was answered about it."""
    if job is None:
        return ['You have not said what your job is. Say it: unrut job --title "Data analyst".']
    company = f" at {job.company}" if job.company else ""
    since = f", since {day(job.started_on)}" if job.started_on else ""
    answers = [
        f"{level:2d} of 10  {criterion_name(facet, shipped_vocabulary())} ({facet}): "
        + level_words(facet, Level(level, 0.0, Source.ANSWERED))
        for facet, level in levels.items()
    ]
    return [f"{job.title}{company}{since}.", *indented(answers)]


def job_values(job: Job | None, levels: Mapping[str, int]) -> dict[str, Any]:
    """The job for scripts; null while there is none."""
    told = None
    if job is not None:
        since = job.started_on.isoformat() if job.started_on else None
        told = {"title": job.title, "company": job.company, "since": since}
    return {"job": told, "levels": dict(levels)}


def ranking_lines(ranking: Ranking, *, why: bool) -> list[str]:
    """All options, best first; with `why` the reasons of each."""
    found = [lead(ranking)]
    for place, option in enumerate(ranking.options, start=1):
        head = f"{place}. {option_name(option)}{_aside(option.company, option.place)} [{option.key}]"
        found += ["", head, *indented([f"{fit_range(option)}; {better(option)}"])]
        if why:
            found += indented(_reasons(option, ranking))
    return found


def ranking_values(ranking: Ranking) -> dict[str, Any]:
    """All options for scripts."""
    return {
        "lead": lead(ranking),
        "are_wants_proposed": ranking.are_wants_proposed,
        "wants": [asdict(want) for want in ranking.wants],
        "options": [{**asdict(option), "name": option_name(option)} for option in ranking.options],
    }


def _aside(company: str, place: str) -> str:
    told = " · ".join(part for part in (company, place) if part)
    return f", {told}" if told else ""


def _reasons(option: RankedOption, ranking: Ranking) -> list[str]:
    treated = [treatments_sentence(ranking.treatments)] if option.kind == "treated" else []
    return [
        *treated,
        f"{coverage(option)}.",
        *(f"For: {_reason(reason)}" for reason in option.ahead),
        *(f"Against: {_reason(reason)}" for reason in option.behind),
        *(f"Ask: {question.ask}" for question in option.questions if question.ask),
    ]


def _reason(reason: Reason) -> str:
    return f"{reason.name}, {level_words(reason.facet, reason.level)} (“{source_words(reason.level)}”)"
