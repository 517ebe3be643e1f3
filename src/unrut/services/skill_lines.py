"""Lines that say one thing each, so that a line can be quoted: of a text, and of what was read of a career."""

import re
from collections.abc import Collection, Iterable
from itertools import chain

from unrut.importers.people.contract import ReadPeople
from unrut.importers.text_tools import one_line
from unrut.queries.skills import SkillProposal, proposals_from

LONGEST_LINE = 300
# What has no letter, or only one, says nothing, unless it is a language like C++ or C#.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[+#])")
_ENDS = re.compile(r"(?<=[.!?;]) | ?[•·▪‣◦●○] ?")
_MARKS_BEFORE, _MARKS_BEHIND = "-–—*#>+|_`~=:,; ", "-–—*|_`~=:,; "


def proposed_of(read: ReadPeople, known: Collection[str] = ()) -> list[SkillProposal]:
    """The skills that a file with one's own career may show, most supported first, without what is known already."""
    return proposals_from(lines_of_people(read), known)


def lines_of_people(read: ReadPeople) -> list[str]:
    """The lines of a career that may show skills, each once; a skill that is named is a line as it stands.

    Work without pay shows as much as work that was paid. What others wrote, and who they are, is left out.
    """
    told = chain(
        (read.headline, read.summary),
        *((position.title, position.text) for position in read.positions),
        *((project.title, project.text) for project in read.projects),
        (certificate.name for certificate in read.certificates),
    )
    named = (skill.name for skill in read.skills)
    learned = chain.from_iterable((school.degree, school.text) for school in read.schools)
    return list(dict.fromkeys(chain(_lines(told), named, _lines(learned))))


def lines_of_text(text: str) -> list[str]:
    """The lines and sentences of a text without the marks of its layout; long ones are cut at a word."""
    # Two spaces part columns and, in exports, what were lines.
    rows = text.replace("\t", "\n").replace("  ", "\n").splitlines()
    pieces = (piece for row in rows for piece in _ENDS.split(one_line(row)))
    return [
        line
        for piece in pieces
        if (line := _cut(piece.lstrip(_MARKS_BEFORE).rstrip(_MARKS_BEHIND))) and _WORD.search(line)
    ]


def _lines(texts: Iterable[str]) -> Iterable[str]:
    return chain.from_iterable(map(lines_of_text, texts))


def _cut(line: str) -> str:
    if len(line) <= LONGEST_LINE:
        return line
    return line[:LONGEST_LINE].rsplit(" ", 1)[0]
