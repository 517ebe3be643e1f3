"""Kinds of work by their code or name, and what is near one. Nothing here needs the store, or Django."""

import re
from collections.abc import Sequence
from typing import Any

from unrut.cli.output import indented
from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.neighbours import Neighbour
from unrut.core.explore.occupations.skill_words import plain_names
from unrut.core.explore.occupations.titles import SURE
from unrut.queries.atlas import attribution
from unrut.queries.guide import Guide

_CODE = re.compile(r"\d\d-\d{4}(?:\.\d\d)?")
_DIGITS = 4
_SHOWN = 80


def foot(guide: Guide) -> list[str]:
    """Where the figures come from, below everything that shows them."""
    return ["", attribution(guide.atlas)]


def row_of(guide: Guide, named: str) -> int:
    """The row of a code or a title.

    Raises MissingError for a code there is none of, InvalidInputError where it is not clear what a title means.
    """
    if _CODE.fullmatch(named.strip()):
        return guide.row_named(named.strip())
    matches = guide.find(named)
    if not matches:
        raise InvalidInputError(nothing(named))
    if matches[0].chance >= SURE:
        return matches[0].row
    known = "; ".join(f"{match.title} [{match.code}]" for match in matches)
    raise InvalidInputError(
        f'"{named[:_SHOWN]}" may be any of these: {known}. Give the code of the one you mean.'
    )


def nothing(words: str) -> str:
    """That nothing is found by these words, and what to do."""
    return (
        f'No kind of work is called anything like "{words[:_SHOWN]}". Try other words, or the English title.'
    )


def near_lines(guide: Guide, row: int, near: Sequence[Neighbour]) -> list[str]:
    """What is near one, nearest first, with what both need much of."""
    if not near:
        return [f"Nothing is known that is near {guide.atlas.titles[row]}.", *foot(guide)]
    told = [f"Nearest to {guide.atlas.titles[row]}, by tasks, knowledge, skills and names:"]
    return [*told, *indented([_line(each) for each in near]), *foot(guide)]


def near_values(guide: Guide, near: Sequence[Neighbour]) -> list[dict[str, Any]]:
    """The same for scripts, nearest first."""
    return [
        {
            "code": each.code,
            "title": each.title,
            "nearness": round(each.nearness, _DIGITS),
            "shared": plain_names(each.shared),
            "source": f"O*NET {guide.atlas.release}",
        }
        for each in near
    ]


def _line(near: Neighbour) -> str:
    names = plain_names(near.shared)
    return f"{near.title} [{near.code}]" + (f"; both need {', '.join(names)}" if names else "")
