"""The parts of a posting that list what it asks for, told apart by their headings: what must be and what would be nice."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from unrut.core.explore.openings.finding import string_places
from unrut.core.explore.openings.need import Need, Needs, needs_of
from unrut.core.explore.openings.text import PostingText

MOST_HEADINGS = 1024  # the same few stand in most postings
LONGEST_HEADING, MOST_HEADING_WORDS = 64, 8
MOST_LINES, LONGEST_LINE = 40, 500
FAR = 60_000
"""Past it nobody lists what is asked."""
_LONG_PARAGRAPH = 160  # behind a list with dashes a long line without one is no part of it

_WISHED = frozenset(
    "preferred preferences desired desirable nice bonus plus pluses optional asset assets advantageous "
    "wünschenswert vorteil souhaité "
    "deseable deseables pre pluspunten beneficial".split()
)
_REQUIRED = frozenset(
    "requirements requirement qualifications qualification required minimum must mandatory skills bring "
    "profile profil competencies "
    "eligibility credentials abilities anforderungen voraussetzungen qualifikation qualifikationen "
    "mitbringst mitbringen mit requisitos "
    "perfil exigences compétences vragen functie-eisen vereisten expertise knowledge essential experience "
    "education criteria looking you’ll "
    "expect hast qualified candidate need have ksa's requisiti kvalifikationer wymagania söker who".split()
)
_FILLING = frozenset(
    "and or the a an of for to in you your we we're we’re our what are is do does as with this that it on "
    "from us at it's job position "
    "role ideal successful basic other key core additional technical general applicant candidates should "
    "will would be can how ability "
    "skill work professional strong highly love also ll 're 're what's about needed years year special "
    "formal relevant "
    "teacher teachers person someone team dein deine deines du das ihr ihre sie was wir bringst bringen "
    "votre tu le la les de des du recherché "
    "tu tus lo que jouw wij jij wat van je haves must-haves must-have nice-to-haves nice-to-have points if "
    "background specific".split()
)
_OTHER = frozenset(
    "responsibilities duties benefits about apply offer offers perks summary compensation salary aufgaben "
    "bieten missions description overview "
    "application schedule location why join contact process bonus culture values mission funktion tasks "
    "pay instructions policy equal "
    "statement environment conditions demands physical information details opportunity company interview "
    "stack team start next steps "
    "vorteile benefit package rewards disclaimer note accommodations attendance travel terms hours "
    "ofrecemos tareas bewerbung kontakt".split()
)
_CLEAR_ENDS = frozenset(
    "responsibilities duties benefits perks summary description overview compensation information instructions "
    "statement policy conditions demands aufgaben vorteile accountabilities".split()
)
_LINKS = frozenset("of in with to for on".split())
_MOST_OWN_WORDS = 4
_KNOWN = _WISHED | _REQUIRED | _FILLING | _OTHER
_ENDS = _KNOWN | _CLEAR_ENDS | {""}
_HEADING_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d")
# No list of what is asked goes on past these.
_STOPS = {
    "opportunity": "equal opportunity",
    "equal": "equal employment",
    "regard": "without regard to",
    "accommodation": "reasonable accommodation",
    "considerations": "additional considerations",
    "documents": "documents needed",
    "http": "http",
    "https": "https",
    "background": "background check",
    "posting": "posting number",
    "transcripts": "transcripts",
    "cover": "cover letter",
    "screening": "screening/test",
    "considered": "to be considered",
    "supervises": "supervises employees",
}
_STOP_WORDS = frozenset(_STOPS)
_STOP_STARTS = (
    "we offer",
    "about ",
    "work location",
    "rate:",
    "note:",
    "applicants considered",
    "child protective services",
    "start date",
    "starting date",
    "salary:",
    "salary range",
    "the salary",
    "pay:",
    "location:",
    "we are",
    "we provide",
    "we believe",
    "our benefits",
    "our team",
    "our company",
    "benefits",
    "apply ",
    "to apply",
    "please ",
    "applicants should",
)
_TRIMMED = " \t-–—•·*#:?!…._/"


@dataclass(frozen=True, slots=True)
class Section:
    """A list of what is asked: its place, those of its lines, and how much it asks for them."""

    need: Need
    start: int
    end: int
    lines: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a text says how much it asks for something: by the list that it stands in and by the words beside it."""

    sections: tuple[Section, ...]
    needs: Needs

    def need(self, start: int, end: int) -> Need:
        """How much what stands from one place to another is asked for."""
        return self.needs.between(start, end) or self.listed(start)

    def listed(self, place: int) -> Need:
        """How much the list in which a place stands asks for what is in it."""
        for section in self.sections:
            if section.start <= place < section.end:
                return section.need
        return Need.UNSAID


NOTHING_ASKED = Asked((), Needs((), ()))


def asked_of(posting: PostingText) -> Asked:
    """Find the lists of a text, and the words that say how much it asks."""
    return Asked(sections_of(posting), needs_of(posting))


def sections_of(posting: PostingText) -> tuple[Section, ...]:
    """The parts that list what is asked for, in the order of the text."""
    if _REQUIRED.isdisjoint(posting.words) and _WISHED.isdisjoint(posting.words):
        return ()
    lists = _Lists(posting)
    start = 0
    # One pass over all lines: whatever is done for each of them counts.
    for line in posting.lowered[:FAR].split("\n"):
        length = len(line)
        if length:
            if (
                length <= LONGEST_HEADING
                and line[0] != "-"
                and line[line.rfind(" ") + 1 :].rstrip(_TRIMMED) in _ENDS
            ):
                lists.add_short(line, start)
            elif lists.need:
                lists.add(line, start)
        start += length + 1
    lists.close()
    return tuple(lists.found)


class _Lists:
    """The lists found so far, and the one being read."""

    def __init__(self, posting: PostingText) -> None:
        self.found: list[Section] = []
        self.need = Need.UNSAID
        self._start = 0
        self._lines: list[tuple[int, int]] = []
        self._has_dashes = False
        self._stop = 0
        self._text = posting.text
        self._stops = _stops_of(posting)

    def add_short(self, line: str, start: int) -> None:
        """Take in a line that may be a heading."""
        kind = kind_of_heading(line)
        if kind is not None:
            self._open(kind, start + len(line) + 1)
        elif self.need:
            self.add(line, start)

    def add(self, line: str, start: int) -> None:
        """Add a line to the list, or end the list where it is none of it."""
        end = start + len(line)
        is_item = line[0] == "-"
        self._has_dashes = self._has_dashes or is_item
        is_long = len(line) > (_LONG_PARAGRAPH if self._has_dashes and not is_item else LONGEST_LINE)
        is_over = (
            is_long or end > self._stop or len(self._lines) == MOST_LINES or line.startswith(_STOP_STARTS)
        )
        if is_over or (
            not is_item and len(line) <= LONGEST_HEADING and self._text[start:end].isupper() and " " in line
        ):
            self.close()  # a line in capitals is a heading of something else
        else:
            self._lines.append((start, end))

    def close(self) -> None:
        """End the list that is being read."""
        if self.need and self._lines:
            self.found.append(Section(self.need, self._start, self._lines[-1][1], tuple(self._lines)))
        self.need, self._lines, self._has_dashes = Need.UNSAID, [], False

    def _open(self, need: Need, start: int) -> None:
        self.close()
        if need:
            self.need, self._start = need, start
            at = bisect_left(self._stops, start)
            self._stop = self._stops[at] if at < len(self._stops) else FAR


@lru_cache(maxsize=MOST_HEADINGS)
def kind_of_heading(line: str) -> Need | None:
    """How much a heading says that the lines below it are asked for, UNSAID where it announces something else; None where it is none."""
    is_closed = line.endswith((":", "...", "…"))
    words = _HEADING_WORD.findall(line)
    if not words or len(words) > MOST_HEADING_WORDS:
        return Need.UNSAID if is_closed else None
    if not is_closed and not _KNOWN.issuperset(words):
        return Need.UNSAID if _is_of_something_else(words) else None
    return _kind(words)


def _is_of_something_else(words: Sequence[str]) -> bool:
    """Whether a heading with words of its own, such as "Classroom duties", announces no list of what is asked."""
    return len(words) <= _MOST_OWN_WORDS and words[-1] in _CLEAR_ENDS and _LINKS.isdisjoint(words)


def _kind(words: Sequence[str]) -> Need:
    rest = [word for word in words if word not in _FILLING]
    if any(word in _OTHER and word not in _WISHED for word in rest):
        return Need.UNSAID
    if not _WISHED.isdisjoint(rest):
        return Need.WISHED
    return Need.UNSAID if _REQUIRED.isdisjoint(words) else Need.REQUIRED


def _stops_of(posting: PostingText) -> list[int]:
    """The places behind which no list goes on, in the order of the text."""
    present = _STOP_WORDS & posting.words
    return string_places(posting.lowered, tuple(_STOPS[word] for word in present)) if present else []
