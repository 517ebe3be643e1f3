"""What a posting asks for, line by line: what must be apart from what would be nice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from unrut.core.explore.openings.finding import line_at
from unrut.core.explore.openings.kinds import Said
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import Asked, kind_of_heading
from unrut.core.explore.openings.text import PostingText

MOST_ASKED = 40
LEAST_LETTERS, LONGEST_LINE = 4, 400
LEAST_ALONE, LONGEST_ALONE = 12, 240

# Outside a list only these say that a line is one of what is asked.
_ALONE = re.compile(
    r"must (?:have|hold|possess)\b|required\W{0,3}$|preferred\W{0,3}$|(?:plus|asset|bonus)\W{0,3}$"
    r"|nice[\s-]to[\s-]have|ideally\b|vorteil|atout\b|desirable\W{0,3}$|(?:required|preferred|bonus"
    r"|bonus points)\s?:",
    re.MULTILINE,
)
_NOT_ASKED = re.compile(
    r"as required|if required|when required|as needed|we (?:offer|provide)|background check|no experience"
    r"|not required to|applicants? must (?:submit|upload)"
    r"|application|cover letter|references|transcripts|accommodation|resume|bonus(?:es)? (?:of|up|is|are"
    r"|program)|bonus: \d|regulations|salary|\$"
)


@dataclass(frozen=True, slots=True)
class Requirements:
    """The lines of what is asked for, in the order of the text."""

    musts: tuple[Said, ...] = ()
    wishes: tuple[Said, ...] = ()


def read_requirements(posting: PostingText, asked: Asked) -> Requirements:
    """What a text asks for, by the headings it stands under and by the words of the line itself."""
    musts: list[Said] = []
    wishes: list[Said] = []
    lines = [*_listed(asked), *_alone(posting, asked)]
    lines.sort()
    for start, end, is_wished in lines:
        found = wishes if is_wished else musts
        if len(found) < MOST_ASKED:
            found.append(_said(posting.text, start, end))
    return Requirements(tuple(musts), tuple(wishes))


def _said(text: str, start: int, end: int) -> Said:
    start += 2 if text.startswith("- ", start) else 0
    return Said(text[start:end], start, end)


def _listed(asked: Asked) -> Iterator[tuple[int, int, bool]]:
    """The lines under headings; a line that is only preferred stays so under "Requirements"."""
    wished = asked.needs.wished
    for section in asked.sections:
        is_wished = section.need is Need.WISHED
        for start, end in section.lines:
            if LEAST_LETTERS <= end - start <= LONGEST_LINE:
                yield start, end, is_wished or (bool(wished) and asked.needs.is_wished(start, end))


def _alone(posting: PostingText, asked: Asked) -> Iterator[tuple[int, int, bool]]:
    """The lines outside these lists that say themselves that they are asked for."""
    last = -1
    for place in sorted([*asked.needs.wished, *asked.needs.required]):
        if place < last or not _ALONE.match(posting.lowered, place) or asked.listed(place):
            continue
        start, end = line_at(posting.lowered, place)
        if not LEAST_ALONE <= end - start <= LONGEST_ALONE:
            continue
        last = end
        if kind_of_heading(posting.lowered[start:end]) is None and not _NOT_ASKED.search(
            posting.lowered, start, end
        ):
            yield start, end, asked.needs.is_wished(start, end)
