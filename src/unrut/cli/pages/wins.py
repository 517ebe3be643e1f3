"""What got done, a line each, and as values for scripts."""

from collections.abc import Sequence
from typing import Any

from unrut.importers.wins.contract import ParsedWins
from unrut.models import Accomplishment
from unrut.queries.accomplishments import FoundAccomplishment
from unrut.queries.right_win import RightWin
from unrut.services.win_imports import WinImportResult
from unrut.wording import accomplishments as wording
from unrut.wording import right_win as right_wording
from unrut.wording import win_imports as import_wording
from unrut.wording.numbers import day

_STORY = ("situation", "task", "action", "result", "story")
_DETAILS = ("figures", "known_from", "seen_by", "proof", "source")


def line(done: Accomplishment) -> str:
    """Number, day and text of one."""
    return f"{done.pk}  {day(done.happened_on)}: {done.text}"


def lines(rows: Sequence[Accomplishment], *, is_part: bool) -> list[str]:
    """All of them, or what to do when there are none; `is_part` when only some were asked for."""
    if rows:
        return [line(row) for row in rows]
    if is_part:
        return ["Nothing you wrote down fits that. Ask for more of it, or look at all of it: unrut wins list"]
    return ['Nothing yet. Say it like: unrut wins add "Trained two colleagues"']


def values(done: Accomplishment) -> dict[str, Any]:
    """One for scripts."""
    return {
        "number": done.pk,
        "on": done.happened_on.isoformat(),
        "text": done.text,
        "skills": done.skills,
        **{name: getattr(done, name) for name in (*_DETAILS, *_STORY)},
    }


def skill_lines(counts: Sequence[tuple[str, int]]) -> list[str]:
    """Every skill with how many show it."""
    if counts:
        return [f"{count:>5}  {skill}" for skill, count in counts]
    return ["No skills are named yet. Name one with: unrut wins add TEXT --skill NAME"]


def found_lines(found: Sequence[FoundAccomplishment], words: str, *, is_question: bool) -> list[str]:
    """What was found, each with why."""
    told = [wording.list_lead(len(found), words, is_question=is_question)]
    for one in found:
        told.append(line(one.row))
        if why := wording.why_found(one.found):
            told.append(f"    {why}")
    return told


def found_values(found: FoundAccomplishment) -> dict[str, Any]:
    """One that was found, for scripts."""
    return {
        **values(found.row),
        "score": round(found.found.score, 3),
        "why": [{"kind": why.kind.value, "words": list(why.words)} for why in found.found.why],
    }


def right_lines(shown: RightWin | None, *, is_refused: bool) -> list[str]:
    """The accomplishment that contradicts what weighs."""
    if shown is None:
        return [right_wording.nothing()]
    if is_refused:
        return [right_wording.refused()]
    return [right_wording.lead(shown), line(shown.accomplishment)]


def right_values(shown: RightWin) -> dict[str, Any]:
    """The same for scripts."""
    return {
        **values(shown.accomplishment),
        "worry": shown.worry.text,
        "facets": list(shown.worry.facets),
        "week": shown.week.isoformat(),
    }


def read_lines(parsed: ParsedWins) -> list[str]:
    """What a file holds, before anything is stored."""
    return [
        f"{import_wording.preview_lead(len(parsed.wins), len(parsed.problems))} Nothing is stored yet.",
        *parsed.notices,
        *(f"{day(win.happened_on)}: {win.text}" for win in parsed.wins),
        *_problem_lines(parsed),
    ]


def import_lines(result: WinImportResult, parsed: ParsedWins) -> list[str]:
    """What was stored, and what was left out."""
    told = import_wording.imported(result.created, result.skipped)
    return [told, *parsed.notices, *_problem_lines(parsed)]


def import_values(result: WinImportResult, parsed: ParsedWins) -> dict[str, Any]:
    """The same for scripts."""
    problems = [{"where": problem.where, "message": problem.message} for problem in parsed.problems]
    return {
        "created": result.created,
        "skipped": result.skipped,
        "failed": result.failed,
        "problems": problems,
        "notices": list(parsed.notices),
    }


def _problem_lines(parsed: ParsedWins) -> list[str]:
    return [f"Left out, {problem.where}: {problem.message}" for problem in parsed.problems]
