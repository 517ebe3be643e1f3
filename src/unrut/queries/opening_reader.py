"""One opening as a reader sees it: its text marked, what it is silent on, and its history."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter

from unrut.core.explore.levels import Level
from unrut.core.explore.openings.facet_cues import FacetMention
from unrut.core.explore.openings.facet_levels import end_of, read_facets
from unrut.core.explore.openings.facts import Facts, read_facts
from unrut.core.explore.openings.text import posting_text
from unrut.core.explore.openings.told import told
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.models import Opening, OpeningEvent, Person
from unrut.queries.scope import of

SPEAKS_FOR, SPEAKS_AGAINST = 0.6, 0.4
# Two postings of one job this close together are one call for people on several boards, not a repost.
_APART = timedelta(days=14)
MANY_POSTINGS = 3
LONG_OPEN = timedelta(days=182)
_START = attrgetter("start")


class Stance(StrEnum):
    """What words of a posting are to a person's wants."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a posting; a piece without a facet says nothing that was read."""

    words: str
    facet: str = ""
    stance: Stance = Stance.NEITHER


@dataclass(frozen=True, slots=True)
class ReadOpening:
    """What a posting says: its facts, the level of each facet it speaks of, its text in pieces, and what it is silent on."""

    facts: Facts
    levels: dict[str, Level]
    marks: tuple[Mark, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The postings of one job, oldest first, what the person did about it, and what that history is worth saying.

    `postings` counts how often it was posted anew; `open_since` is the day of the first.
    """

    openings: tuple[Opening, ...]
    events: tuple[OpeningEvent, ...]
    postings: int
    open_since: date

    def is_posted_often(self) -> bool:
        """Whether it was posted three times or more."""
        return self.postings >= MANY_POSTINGS

    def is_long_open(self, today: date) -> bool:
        """Whether people have been looked for since half a year."""
        still = any(opening.gone_on is None for opening in self.openings)
        return still and today - self.open_since >= LONG_OPEN


def read_opening(opening: Opening, wants: Sequence[Want]) -> ReadOpening:
    """Read an opening for a person with these wants."""
    text, begin = told(opening)
    reading = read_facets(posting_text(text), shipped_vocabulary())
    in_text = [mention for mention in reading.mentions if mention.start >= begin]
    return ReadOpening(
        facts=read_facts(opening),
        levels=reading.levels,
        marks=_marks(text, begin, in_text, {want.facet: want for want in wants}),
        silent=tuple(want.facet for want in wants if want.facet not in reading.levels and not want.is_own),
    )


def history_of(owner: Person, opening: Opening) -> History:
    """The postings of the same job, and what was done about it."""
    first = opening.same_as_id or opening.pk
    rows = [*of(Opening, owner).filter(same_as=first), *of(Opening, owner).filter(pk=first)]
    rows.sort(key=lambda row: (_since(row), row.pk))
    events = of(OpeningEvent, owner).filter(opening__in=[row.pk for row in rows])
    days = sorted(day for row in rows for day in _posting_days(row))
    return History(tuple(rows), tuple(events), _episodes(days), days[0])


def _since(opening: Opening) -> date:
    return opening.posted_on or opening.imported_on


def _posting_days(opening: Opening) -> list[date]:
    """The days it was posted: the first, and each on which it came back after it was gone."""
    return [_since(opening), *(date.fromisoformat(back) for _, back in opening.absences)]


def _episodes(days: Sequence[date]) -> int:
    """How often something was posted anew; days close together are one time."""
    count, last = 0, None
    for day in days:
        if last is None or day - last >= _APART:
            count += 1
            last = day
    return count


def _marks(
    text: str, begin: int, mentions: Sequence[FacetMention], wants: Mapping[str, Want]
) -> tuple[Mark, ...]:
    """The text in pieces. Where two things are read from the same words, the wanted one is shown."""
    wanted = _apart([mention for mention in mentions if mention.facet in wants])
    others = [mention for mention in mentions if mention.facet not in wants and _is_free(mention, wanted)]
    marks, at = list[Mark](), begin
    for mention in sorted([*wanted, *_apart(others)], key=_START):
        if mention.start > at:
            marks.append(Mark(text[at : mention.start]))
        marks.append(Mark(text[mention.start : mention.end], mention.facet, _stance(mention, wants)))
        at = mention.end
    return (*marks, Mark(text[at:])) if at < len(text) else tuple(marks)


def _apart(mentions: Sequence[FacetMention]) -> list[FacetMention]:
    """Those of which no two share a word, in their order; of two that begin together the longer one."""
    kept = list[FacetMention]()
    for mention in sorted(mentions, key=lambda found: (found.start, -found.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _is_free(mention: FacetMention, taken: Sequence[FacetMention]) -> bool:
    """Whether none of those taken, which lie apart and in order, has a word of it."""
    before = bisect_left(taken, mention.end, key=_START)
    return before == 0 or taken[before - 1].end <= mention.start


def _stance(mention: FacetMention, wants: Mapping[str, Want]) -> Stance:
    want = wants.get(mention.facet)
    if want is None:
        return Stance.NEITHER
    worth = want.value(end_of(shipped_vocabulary()[mention.facet], mention))
    if worth >= SPEAKS_FOR:
        return Stance.FOR
    return Stance.AGAINST if worth <= SPEAKS_AGAINST else Stance.NEITHER
