"""The education a posting asks for: level, how much it is asked, of which fields, and whether experience may stand for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from unrut.core.explore.openings.education_words import (
    ANY_DEGREE,
    BEFORE_REACH,
    BY_WORD,
    CASED,
    CASED_WORDS,
    DEGREE_LEADS,
    DEGREE_WORDS,
    DEGREES,
    EXPERIENCE,
    LETTERED,
    LETTERS,
    NO_DEGREE_BEFORE,
    NO_NEED,
    NONE_NEEDED,
    OF_LETTER,
    OTHERS,
    PARTED,
    SCHOOL,
    SCHOOL_WORDS,
    SCHOOLS,
    STRINGS,
    SUBJECTS,
    SUBJECTS_END,
    WIDE,
    WORDS,
    EducationLevel,
)
from unrut.core.explore.openings.finding import (
    Clause,
    clause_at,
    has_any,
    said_at,
    string_places,
    word_places,
)
from unrut.core.explore.openings.kinds import Said, Stated
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import NOTHING_ASKED, Asked, asked_of
from unrut.core.explore.openings.text import PostingText, posting_text

__all__ = ["Education", "EducationLevel", "education_of_words", "read_education"]

LONGEST_FIELD = 300
MOST_FIELDS = 6
_LONGEST_SUBJECT, _SUBJECTS_REACH, _MOST = 40, 140, 20


@dataclass(frozen=True, slots=True)
class Education:
    """The least level a clause asks for."""

    level: EducationLevel
    need: Need = Need.UNSAID
    or_experience: bool = False
    fields: tuple[str, ...] = ()


class _Mention(NamedTuple):
    level: EducationLevel
    start: int
    end: int


_RANK = {level: rank for rank, level in enumerate(EducationLevel)}


def read_education(posting: PostingText, asked: Asked = NOTHING_ASKED) -> tuple[Stated[Education], ...]:
    """The levels a text asks for, those required before those wished for; what comes first is asked of everybody."""
    mentions = _mentions(posting)
    found: list[Stated[Education]] = []
    while mentions:
        clause = clause_at(posting.lowered, mentions[0].start)
        inside = [mention for mention in mentions if mention.start < clause.end]
        mentions = mentions[max(1, len(inside)) :]
        found += _stated(clause, inside, posting, asked)
        if len(found) > _MOST:
            break
    return _in_order(found)


def education_of_words(words: str) -> tuple[Stated[Education], ...]:
    """The same for the field of a source."""
    field = words[:LONGEST_FIELD]
    text = posting_text(field)
    return tuple(Stated(stated.value, Said(field)) for stated in read_education(text, asked_of(text)))[:1]


def _in_order(found: Sequence[Stated[Education]]) -> tuple[Stated[Education], ...]:
    """Each level once: the required ones by their place, then the wished ones."""
    kept: dict[EducationLevel, Stated[Education]] = {}
    for stated in sorted(found, key=lambda stated: stated.value.need is Need.WISHED):
        kept.setdefault(stated.value.level, stated)
    return tuple(kept.values())


def _stated(
    clause: Clause, mentions: Sequence[_Mention], posting: PostingText, asked: Asked
) -> Iterator[Stated[Education]]:
    """What a clause asks for by its mentions of levels."""
    if has_any(clause.lowered, NONE_NEEDED) and (none := NO_NEED.search(clause.lowered)):
        said = said_at(posting, clause.start + none.start(), clause.start + none.end())
        yield Stated(Education(EducationLevel.NONE, Need.REQUIRED), said)
        return
    if OTHERS.stops(clause.lowered):
        return
    said = said_at(posting, clause.start, clause.end)
    or_experience = EXPERIENCE.stops(clause.lowered)
    for need, group in _by_need(_without_vague(mentions), clause, asked):
        least = min(group, key=_rank)
        fields = _subjects(posting, clause, max(mention.end for mention in group))
        how_much = need or asked.listed(clause.start)
        if how_much or least.level is not EducationLevel.DEGREE:  # else it may be any talk of degrees
            yield Stated(Education(least.level, how_much, or_experience, fields), said)


def _rank(mention: _Mention) -> int:
    return _RANK[mention.level]


def _without_vague(mentions: Sequence[_Mention]) -> Sequence[_Mention]:
    """Without those of a mere degree, where the clause says of which kind."""
    exact = [mention for mention in mentions if mention.level is not EducationLevel.DEGREE]
    return exact or mentions


def _mentions(posting: PostingText) -> list[_Mention]:
    """Where a text names levels, in its order; words inside a longer mention do not count."""
    found = sorted(
        [*_by_words(posting), *_by_letters(posting), *_of_schools(posting)],
        key=lambda mention: (mention.start, -mention.end),
    )
    kept: list[_Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _by_words(posting: PostingText) -> Iterator[_Mention]:
    for word in WORDS & posting.words:
        find = _degree_at if word in DEGREE_WORDS else _cased_at if word in CASED_WORDS else _named_at
        for place in word_places(posting, frozenset((word,))):
            if mention := find(posting, place, word):
                yield mention


def _by_letters(posting: PostingText) -> Iterator[_Mention]:
    """Such as B.S. and M.A."""
    if LETTERS.isdisjoint(posting.words):
        return
    for place in string_places(posting.lowered, STRINGS):
        if place and (match := LETTERED.match(posting.lowered, place - 1)):
            yield _Mention(OF_LETTER[match["letter"]], match.start(), match.end())


def _of_schools(posting: PostingText) -> Iterator[_Mention]:
    if not posting.words.issuperset(SCHOOL_WORDS):
        return
    for place in string_places(posting.lowered, SCHOOLS):
        if match := SCHOOL.match(posting.lowered, place):
            yield _Mention(EducationLevel.SCHOOL, place, match.end())


def _named_at(posting: PostingText, place: int, word: str) -> _Mention | None:
    for level, pattern in BY_WORD[word]:
        if match := pattern.match(posting.lowered, place):
            return _Mention(level, place, match.end())
    return None


def _degree_at(posting: PostingText, place: int, word: str) -> _Mention | None:
    """The level of a "degree" by the words before it; of one that only has a field it is not known."""
    first = max(0, place - BEFORE_REACH)
    for level, pattern in DEGREES if posting.lowered.endswith(DEGREE_LEADS, 0, place) else ():
        if lead := pattern.search(posting.lowered, first, place):
            return _Mention(level, lead.start(), place + len(word))
    if posting.lowered.endswith(NO_DEGREE_BEFORE, 0, place) or not ANY_DEGREE.match(posting.lowered, place):
        return None
    return _Mention(EducationLevel.DEGREE, place, place + len(word))


def _cased_at(posting: PostingText, place: int, word: str) -> _Mention | None:
    match = CASED.match(posting.text, place)
    if match is None:
        return None
    return _Mention(OF_LETTER[word[0]], place, place + len(word))


def _by_need(mentions: Sequence[_Mention], clause: Clause, asked: Asked) -> list[tuple[Need, list[_Mention]]]:
    """The mentions by how much they are asked: "master's preferred" behind "bachelor's required" is another one."""
    whole = asked.needs.between(clause.start, clause.end)
    if len(mentions) == 1 or not whole:
        return [(whole, list(mentions))]
    ends = [mention.start for mention in mentions[1:]] + [clause.end]
    needs = [asked.needs.between(mention.end, end) for mention, end in zip(mentions, ends, strict=True)]
    if needs[-1] is Need.UNSAID or set(needs) <= {needs[-1], Need.UNSAID}:
        return [(whole, list(mentions))]
    groups: dict[Need, list[_Mention]] = {}
    for need, mention in zip(_filled(needs), mentions, strict=True):
        groups.setdefault(need, []).append(mention)
    return list(groups.items())


def _filled(needs: Sequence[Need]) -> list[Need]:
    """A mention of which nothing is said is asked as much as the next of which something is."""
    filled, following = list[Need](), Need.UNSAID
    for need in reversed(needs):
        following = need or following
        filled.append(following)
    return filled[::-1]


def _subjects(posting: PostingText, clause: Clause, end: int) -> tuple[str, ...]:
    """The fields of study named behind a level."""
    lead = SUBJECTS.match(posting.lowered, end, clause.end)
    if lead is None:
        return ()
    start = lead.end()
    last = min(clause.end, start + _SUBJECTS_REACH)
    stop = SUBJECTS_END.search(posting.lowered, start, last)
    words = posting.text[start : stop.start() if stop else last]
    named = [part.strip(" ,.*") for part in PARTED.split(words)]
    fit = [part for part in named if 1 < len(part) <= _LONGEST_SUBJECT and not WIDE.match(part.lower())]
    return tuple(dict.fromkeys(fit))[:MOST_FIELDS]
