"""What people told of openings, ways out and kinds of work."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Learned, Person
from unrut.queries.guide import current_guide
from unrut.queries.scope import of
from unrut.queries.talk_subjects import own_names
from unrut.queries.talk_subjects import subject_of as find_subject
from unrut.services.talks import OPENING, WAY, WORK, LearnedFact, forget_learned
from unrut.wording.talks import facet_words, heard_words, told_by

_HOW = 'Write it like "opening-12 working_hours 7 Most stay till six" or "way-3 It takes two years".'
_UNSAID = "-"
_SHOWN = 60
_LEVEL = re.compile(r"-|\d{1,2}", re.ASCII)


def read_learned(owner: Person, text: str) -> LearnedFact:
    """Something learned, written as SUBJECT FACET LEVEL WORDS, or SUBJECT WORDS; "-" stands for what is left out.

    Whether there is such a facet is asked by the service. Raises InvalidInputError, MissingError.
    """
    subject, *rest = text.split() or [""]
    if not subject.startswith((f"{OPENING}-", f"{WAY}-", f"{WORK}-")):
        raise InvalidInputError(f'"{text[:_SHOWN]}" does not say what it is about. {_HOW}')
    if not subject.startswith(WORK) and find_subject(owner, f"{subject}.") is None:
        raise MissingError(
            f"There is no {subject[:_SHOWN]}. See the numbers: unrut openings list, unrut options list."
        )
    if len(rest) > 1 and _LEVEL.fullmatch(rest[1]):
        level = None if rest[1] == _UNSAID else int(rest[1])
        facet = "" if rest[0] == _UNSAID else rest[0]
        return LearnedFact(subject, facet, level, " ".join(rest[2:]))
    return LearnedFact(subject, text=" ".join(rest[1:] if rest[:1] == [_UNSAID] else rest))


def learned_lines(owner: Person) -> list[str]:
    """All of it, the newest first, under what it is about."""
    names, told = own_names(owner), _by_subject(_all(owner))
    if not told:
        return ["Nobody has told you anything yet. After a talk: unrut people talked NAME --learned TEXT"]
    lines: list[str] = []
    for key, learned in told.items():
        title = f"{subject_title(learned[0])} [{key}]"
        lines += [*([""] if lines else []), title, *(f"{one.pk:4d}  {_line(one, names)}" for one in learned)]
    return lines


def learned_values(owner: Person) -> list[dict[str, Any]]:
    """The same for scripts."""
    return [values_of(one) for one in _all(owner)]


def forget(owner: Person, number: int) -> None:
    """Take one back.

    Raises MissingError.
    """
    if not of(Learned, owner).filter(pk=number).exists():
        raise MissingError(f"Nothing you learned has the number {number}. See all: unrut people learned.")
    forget_learned(owner, number)


def values_of(one: Learned) -> dict[str, Any]:
    """One for scripts."""
    talk = one.talk
    return {
        "id": one.pk,
        "subject": subject_of(one),
        "title": subject_title(one),
        "facet": one.facet,
        "level": one.level,
        "text": one.text,
        "from": talk.contact.name if talk else None,
        "talk": one.talk_id,
        "learned_on": one.learned_on,
    }


def lines_of(learned: Iterable[Learned], names: Mapping[str, str]) -> list[str]:
    """Some of it, a line each."""
    return [_line(one, names) for one in learned]


def subject_of(one: Learned) -> str:
    """The key of what it is about."""
    if one.opening_id:
        return f"{OPENING}-{one.opening_id}"
    return f"{WAY}-{one.way_id}" if one.way_id else f"{WORK}-{one.occupation}"


def subject_title(one: Learned) -> str:
    """What it is about, as one calls it."""
    if one.opening:
        return f"{one.opening.title}, {one.opening.company}".removesuffix(", ")
    if one.way:
        return one.way.title
    guide = current_guide()
    row = guide.row_of(one.occupation)
    return one.occupation if row is None else guide.atlas.titles[row]


def _all(owner: Person) -> list[Learned]:
    rows = of(Learned, owner).select_related("talk__contact", "opening", "way")
    return list(rows.order_by("-learned_on", "-pk"))


def _by_subject(learned: Iterable[Learned]) -> dict[str, list[Learned]]:
    found: dict[str, list[Learned]] = {}
    for one in learned:
        found.setdefault(subject_of(one), []).append(one)
    return found


def _line(one: Learned, names: Mapping[str, str]) -> str:
    facet = facet_words(one.facet, names) if one.facet else ""
    level = "" if one.level is None else heard_words(one.facet, one.level)
    head = ", ".join(filter(None, [facet, level]))
    told = ": ".join(filter(None, [head, one.text]))
    return f"{told} ({told_by(one)})"
