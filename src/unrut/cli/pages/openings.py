"""Openings: in a list, one by one, beside each other."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from unrut.cli.output import indented, section
from unrut.core.explore.openings.facts import facts_values
from unrut.importers.contract import Problem
from unrut.importers.openings.stored import DAYS
from unrut.models import Opening
from unrut.queries.explore import RankedOption, Ranking
from unrut.queries.opening_reader import History, ReadOpening
from unrut.queries.openings import Hiding, OpeningList, View
from unrut.services.openings import ImportResult
from unrut.wording import openings as wording
from unrut.wording.comparison import Comparison
from unrut.wording.explore import better, coverage, fit_range, level_words
from unrut.wording.facts import fact_rows
from unrut.wording.numbers import day

_SHOWN = (
    "id",
    "source",
    "key",
    "title",
    "company",
    "place",
    "workplace",
    "remote_area",
    "url",
    "apply_url",
    "hours",
    "schedule",
    "contract",
    "seniority",
    "education",
    "department",
    "category",
    "skills",
    "language",
    "pay",
    "pays",
    "requisition",
    "starts",
    "more",
    "status",
    *DAYS,
    "imported_on",
    "seen_on",
    "gone_on",
)


def import_lines(result: ImportResult, problems: Sequence[Problem]) -> list[str]:
    """What an import did, and what was left out."""
    told = f"{result.created} new, {result.updated} brought up to date, {result.skipped} known as they are."
    return [told, *problem_lines(problems)]


def problem_lines(problems: Sequence[Problem]) -> list[str]:
    """What could not be read, and where it stands."""
    return section("Left out", [f"{problem.where}: {problem.message}" for problem in problems])


def list_lines(found: OpeningList, ranked: Ranking, *, view: View, words: str) -> list[str]:
    """One opening after the other, with the number that names it and how it fits."""
    lead = wording.list_lead(found, view=view, has_wants=bool(ranked.wants), words=words)
    told = [lead]
    if not found.openings and not any(found.counts.values()):
        told.append("Bring some in: unrut openings import FILE.")
    for opening in found.openings:
        told += ["", f"{opening.pk:4d}  {opening.title}{_standing(opening)}"]
        told += indented(indented(indented(_below(opening, ranked.option(opening.option)))))
    following = found.first + len(found.openings)
    if following < found.count:
        told += ["", f"And {found.count - following} more: unrut openings list --from {following + 1}."]
    if found.hidden:
        told += ["", f"{found.hidden} hidden by what you would never take: unrut openings hide."]
    return told


def list_values(found: OpeningList, ranked: Ranking) -> dict[str, Any]:
    """The list for scripts."""
    return {
        "count": found.count,
        "hidden": found.hidden,
        "counts": {view.value: count for view, count in found.counts.items()},
        "hiding": [hiding_values(hiding) for hiding in found.hiding],
        "openings": [
            {**opening_values(opening), "fit": _fit_values(ranked.option(opening.option))}
            for opening in found.openings
        ],
    }


def show_lines(
    opening: Opening, read: ReadOpening, history: History, ranked: Ranking, *, today: date
) -> list[str]:
    """Everything about one opening."""
    option = ranked.option(opening.option)
    facts = [
        f"{fact.name}: {fact.words}{f' (“{fact.quote}”)' if fact.quote else ''}"
        if fact.words
        else f"{fact.name}: not stated"
        for fact in fact_rows(opening, read.facts)
    ]
    stated = [
        f"{wording.reason_words(facet)}: {level_words(facet, level)} (“{level.cue}”)"
        for facet, level in read.levels.items()
    ]
    doubted = wording.doubts(history, today=today)
    done = [f"{day(event.happened_on)}: {wording.event_words(event)}" for event in history.events]
    return [
        f"{opening.title}{_aside(opening)}{_standing(opening)}",
        *([f"{fit_range(option)}; {better(option)}. {coverage(option)}."] if option else []),
        *section("What it says", facts),
        *section("Of the work", stated),
        *section("To ask", _asked(opening, read, ranked, doubted)),
        *section("What you did", done),
        *section("Its history", wording.history_words(history, today=today)),
        *section("Your notes", opening.notes.splitlines()),
    ]


def show_values(
    opening: Opening, read: ReadOpening, history: History, ranked: Ranking, *, today: date
) -> dict[str, Any]:
    """Everything about one opening, for scripts."""
    return {
        **opening_values(opening),
        "notes": opening.notes,
        "text": opening.text,
        "fit": _fit_values(ranked.option(opening.option)),
        "facts": facts_values(read.facts),
        "facets": {facet: asdict(level) for facet, level in read.levels.items()},
        "silent": list(read.silent),
        "questions": _asked(opening, read, ranked, wording.doubts(history, today=today)),
        "postings": [opening_values(row) for row in history.openings],
        "posted_times": history.postings,
        "events": [
            {
                "on": event.happened_on,
                "status": event.status,
                "reason": event.reason,
                "note": event.note,
            }
            for event in history.events
        ],
    }


def opening_values(opening: Opening) -> dict[str, Any]:
    """An opening for scripts."""
    return {**{name: getattr(opening, name) for name in _SHOWN}, "is_remote": opening.is_remote}


def comparison_lines(comparison: Comparison) -> list[str]:
    """Openings beside the present job, one after the other for each line."""
    told = [comparison.lead]
    for group in comparison.groups:
        for row in group.rows:
            told += section(
                f"{group.name}: {row.name}",
                [
                    f"{column.name}: {f'{cell.sign} ' if cell.sign else ''}{cell.words}"
                    for column, cell in zip(comparison.columns, row.cells, strict=True)
                ],
            )
    return told


def comparison_values(comparison: Comparison) -> dict[str, Any]:
    """The comparison for scripts."""
    return asdict(comparison)


def hiding_lines(hiding: Sequence[Hiding]) -> list[str]:
    """What hides how many openings, each with the number that names it."""
    if not hiding:
        return ['Nothing is hidden. Hide what you would never take: unrut openings hide pay "45,000 EUR".']
    return [f"{each.id:4d}  {wording.hiding_words(each)}: {wording.hidden_count(each)}" for each in hiding]


def hiding_values(hiding: Hiding) -> dict[str, Any]:
    """A filter for scripts."""
    return asdict(hiding)


def _asked(opening: Opening, read: ReadOpening, ranked: Ranking, doubted: Sequence[str]) -> list[str]:
    groups = wording.questions(opening, read, ranked.wants, doubted)
    return [question.ask for group in groups for question in group.questions]


def _below(opening: Opening, option: RankedOption | None) -> list[str]:
    facts = wording.facts_line(opening)
    fit = f"{better(option)}; {coverage(option)}" if option else ""
    return [line for line in (facts, fit) if line]


def _fit_values(option: RankedOption | None) -> dict[str, Any] | None:
    if option is None:
        return None
    return {name: getattr(option, name) for name in ("mean", "low", "high", "best", "better", "known")} | {
        "ahead": [asdict(reason) for reason in option.ahead],
        "behind": [asdict(reason) for reason in option.behind],
        "ask": [question.ask for question in option.questions],
    }


def _aside(opening: Opening) -> str:
    told = " · ".join(part for part in (opening.company, opening.place) if part)
    return f", {told}" if told else ""


def _standing(opening: Opening) -> str:
    words = wording.status_words(opening)
    return f" [{words}]" if words else ""
