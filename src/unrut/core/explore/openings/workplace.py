"""Where the work of a posting is done: from anywhere, partly, or at the place; and how much of the week elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from unrut.core.explore.openings.finding import has_any, said_at, word_places
from unrut.core.explore.openings.kinds import Said, Stated, Workplace
from unrut.core.explore.openings.text import PostingText, posting_text
from unrut.core.explore.openings.workplace_words import (
    DAY_WORDS,
    DAYS,
    FEW_REMOTE,
    HOME_DAYS,
    NOT_BEFORE,
    PARTLY,
    PHRASES,
    SHARES,
    WORDS,
    Phrase,
    number_of,
)

WORKING_DAYS = 5
LONGEST_FIELD = 300
_BEFORE_REACH, _BEHIND_REACH, _SAME_PLACE = 60, 70, 90
_LONGEST_HEAD, _BRACKETED = 90, 24
_CELL_BEFORE = re.compile(
    r"(?:^(?:- )?|[|(\[:—–]|\s-|(?:^|[|(\[:—–]\s?)(?:remote|hybrid|on[\s-]?site|in[\s-]office)(?: or| and"
    r"|/|,)\s?)\s{0,2}\Z"
)
_BAR_BEFORE = re.compile(r"(?:^|[|(\[/:•·+&;,—–]|\s-|\b(?:or|and))\s{0,2}\Z")
_CELL_BEHIND = re.compile(
    r"\s{0,2}(?:$|[|)(\]/:•·+&;,—–\n]|-\s|\.(?:\s|$)|(?:or|and|in|within|from|only|anywhere|worldwide"
    r"|globally|global|us|usa|uk|eu|ok"
    r"|okay|possible|friendly|optional|available|europe|canada|india|germany|america|emea|latam|est|cet)\b)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work is done; `share` is the part of the week done elsewhere, of a range the least, None where unsaid.

    With `is_choice` the posting offers another way too.
    """

    kind: Workplace
    share: float | None = None
    is_choice: bool = False


@dataclass(frozen=True, slots=True)
class _Vote:
    kind: Workplace
    strength: int
    start: int
    end: int
    share: float | None = None
    is_choice: bool = False


def read_workplaces(posting: PostingText, *, is_field: bool = False) -> tuple[Stated[Place], ...]:
    """What a text states of the place of work: the surest first, then what contradicts it."""
    votes = list(_votes(posting, is_field=is_field))
    if not votes:
        return ()
    first = min(votes, key=lambda vote: (-vote.strength, vote.start))
    near = [vote for vote in votes if _is_beside(vote, first, posting.lowered)]
    place, vote = _joined(first, near)
    stated = Stated(place, said_at(posting, vote.start, vote.end))
    against = next((other for other in votes if _is_against(other, place) and other not in near), None)
    if against is None:
        return (stated,)
    said = said_at(posting, against.start, against.end)
    return stated, Stated(Place(against.kind, _share_of_kind(against)), said)


@lru_cache(maxsize=4096)
def workplace_of_words(words: str) -> Stated[Place] | None:
    """The same for a title, a place or another field of a source."""
    field = words[:LONGEST_FIELD]
    found = read_workplaces(posting_text(field), is_field=True)
    return Stated(found[0].value, Said(field)) if found else None


def place_of(kind: Workplace) -> Place:
    """The place of work that is known by its kind alone."""
    return Place(kind, {Workplace.REMOTE: 1.0, Workplace.ON_SITE: 0.0}.get(kind))


def _votes(posting: PostingText, *, is_field: bool) -> Iterator[_Vote]:
    """What the words around each telling word state, in the order of the text."""
    last = -1
    places = sorted(
        (place, word) for word in WORDS & posting.words for place in word_places(posting, frozenset((word,)))
    )
    for place, word in places:
        vote = _vote_at(posting.lowered, place, PHRASES[word], is_field=is_field) if place >= last else None
        if vote is not None:
            yield vote
            last = vote.end


def _vote_at(lowered: str, place: int, phrases: Sequence[Phrase], *, is_field: bool) -> _Vote | None:
    if vote := _days(lowered, place) or _part(lowered, place):
        return vote
    for phrase in phrases:
        found = phrase.pattern.match(lowered, place)
        vote = _phrase_vote(lowered, place, found.end(), phrase, is_field=is_field) if found else None
        if vote is not None:
            return vote
    return None


def _phrase_vote(lowered: str, place: int, end: int, phrase: Phrase, *, is_field: bool) -> _Vote | None:
    """What a phrase states at its place; None where it speaks of something else."""
    start = _start_of(lowered, place, phrase)
    if start is None or (phrase.misleading is not None and phrase.misleading.match(lowered, place)):
        return None
    before = _line_before(lowered, start)
    if negated := NOT_BEFORE.search(before):
        is_said = phrase.kind is Workplace.REMOTE and not phrase.is_weak
        is_one_of = lowered.startswith(" or ", end)
        return (
            _Vote(Workplace.ON_SITE, 3, start - len(before) + negated.start(), end)
            if is_said and not is_one_of
            else None
        )
    if turned := _turned(lowered, before, (start, end), phrase):
        return turned
    if phrase.kind is Workplace.REMOTE and FEW_REMOTE.search(before):
        return None
    if not phrase.is_prose and (is_field or _is_cell(lowered, start, end)):
        return _Vote(
            phrase.kind, 3, start, end, is_choice=lowered.startswith((" friendly", "-friendly"), end)
        )
    return _in_prose(lowered, before, (start, end), phrase)


def _turned(lowered: str, before: str, at: tuple[int, int], phrase: Phrase) -> _Vote | None:
    """What a phrase states where a form answers it with no, or where it is only in part."""
    start, end = at
    if phrase.answer is not None and (answered := phrase.answer.match(lowered, end)):
        return _Vote(Workplace.ON_SITE, 3, start, answered.end())
    if phrase.kind is Workplace.REMOTE and (partly := PARTLY.search(before)):
        return _Vote(Workplace.HYBRID, 3, start - len(before) + partly.start(), end)
    return None


def _start_of(lowered: str, place: int, phrase: Phrase) -> int | None:
    """Where a phrase begins with the words that must lead to it; None where they do not."""
    if phrase.lead is None:
        return place
    if not lowered.endswith(phrase.lead_ends, 0, place):
        return None
    before = _line_before(lowered, place)
    lead = phrase.lead.search(before)
    return None if lead is None else place - len(before) + lead.start()


def _line_before(lowered: str, place: int) -> str:
    first = max(0, place - _BEFORE_REACH)
    return lowered[max(first, lowered.rfind("\n", first, place) + 1) : place]


def _in_prose(lowered: str, before: str, at: tuple[int, int], phrase: Phrase) -> _Vote | None:
    place, end = at
    strength = 1 if phrase.is_weak else 2
    if phrase.behind is not None and (behind := phrase.behind.match(lowered, end)):
        return _Vote(phrase.kind, strength, place, behind.end(), is_choice=behind[0].endswith("friendly"))
    if phrase.before is not None and (lead := phrase.before.search(before)):
        return _Vote(phrase.kind, strength, place - len(before) + lead.start(), end)
    return None


def _is_cell(lowered: str, place: int, end: int) -> bool:
    """Whether words stand alone: between bars or brackets, or as the value of a short line."""
    first = max(0, place - _LONGEST_HEAD)
    first = max(first, lowered.rfind("\n", first, place) + 1)
    last = lowered.find("\n", end, end + _LONGEST_HEAD)
    line = lowered[first : last if last >= 0 else end + _LONGEST_HEAD]
    if len(line) > _LONGEST_HEAD and "|" not in line and lowered[place - 1 : place] != "(":
        return False
    if not (_CELL_BEHIND.match(lowered, end) or _is_bracketed(lowered, place, end)):
        return False
    before, has_bars = lowered[first:place], "|" in line
    if has_bars and lowered.startswith((" |", "|"), end):
        return True
    return (_BAR_BEFORE if has_bars else _CELL_BEFORE).search(before) is not None


def _is_bracketed(lowered: str, place: int, end: int) -> bool:
    return lowered[place - 1 : place] == "(" and ")" in lowered[end : end + _BRACKETED]


def _days(lowered: str, place: int) -> _Vote | None:
    """What is said by days of the week in the office or at home."""
    first = max(0, place - _BEFORE_REACH)
    first = max(first, lowered.rfind("\n", first, place) + 1)
    window = lowered[first : place + _BEHIND_REACH]
    if not has_any(window, DAY_WORDS):
        return None
    for pattern, is_home in ((HOME_DAYS, True), (DAYS, False)):
        for found in pattern.finditer(lowered, first, place + _BEHIND_REACH):
            if not found.start() <= place <= found.end():
                continue
            days = max(filter(None, map(number_of, filter(None, found.groups()))), default=0)
            if 0 < days <= WORKING_DAYS:
                share = days / WORKING_DAYS if is_home else 1 - days / WORKING_DAYS
                return _by_share(round(share, 2), found)
    return None


def _part(lowered: str, place: int) -> _Vote | None:
    """What is said by a share, such as "80% remote"."""
    if "%" not in lowered[max(0, place - 8) : place + 24]:
        return None
    found = SHARES.search(lowered, max(0, place - 8), place + 24)
    share = float(next(filter(None, found.groups()))) / 100 if found else 2.0
    return (
        _by_share(share, found)
        if found and 0 <= share <= 1 and found.start() <= place <= found.end()
        else None
    )


def _by_share(share: float, found: re.Match[str]) -> _Vote:
    kind = Workplace.REMOTE if share == 1 else Workplace.HYBRID if share else Workplace.ON_SITE
    return _Vote(kind, 3, found.start(), found.end(), share)


def _is_beside(vote: _Vote, first: _Vote, lowered: str) -> bool:
    """Whether another statement stands on the same line close by, so that both belong together."""
    if vote.strength < first.strength - 1 or abs(vote.start - first.start) > _SAME_PLACE:
        return False
    start, end = sorted((vote.start, first.start))
    return "\n" not in lowered[start:end]


def _joined(first: _Vote, near: Sequence[_Vote]) -> tuple[Place, _Vote]:
    """One statement of those that belong together; where several ways are open, the most remote one."""
    kinds = {vote.kind for vote in near}
    counted = next((vote for vote in near if vote.share is not None), None)
    if counted is not None and Workplace.REMOTE not in kinds - {counted.kind}:
        return Place(counted.kind, counted.share), counted
    if len(kinds) == 1:
        return Place(first.kind, _share_of_kind(first), is_choice=first.is_choice), first
    kind = next(kind for kind in (Workplace.REMOTE, Workplace.HYBRID) if kind in kinds)
    whole = _Vote(kind, first.strength, min(vote.start for vote in near), max(vote.end for vote in near))
    return Place(kind, _share_of_kind(whole), is_choice=True), whole


def _share_of_kind(vote: _Vote) -> float | None:
    return vote.share if vote.share is not None else place_of(vote.kind).share


def _is_against(vote: _Vote, place: Place) -> bool:
    kinds = {vote.kind, place.kind}
    return vote.strength > 1 and not place.is_choice and kinds == {Workplace.REMOTE, Workplace.ON_SITE}
