"""Accomplishments: as they are read, found again by words, meaning, skill and time, and counted by skill."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from unrut.core.milestones.find import WinIndex, answers, shows
from unrut.core.milestones.story import Missing, Part
from unrut.core.milestones.told import holds
from unrut.core.milestones.wins import Found, Shown, Win
from unrut.models import Accomplishment, AccomplishmentSource, Person, Refusal
from unrut.queries.notes import NoteFacet, corrected, mark_of, readings_of
from unrut.queries.scope import of

# At home there is one person, and perhaps the example.
_REMEMBERED_INDEXES = 4
# What a person wrote is read when they write it; what they import may be ten thousand lines, and is read when it is shown.
_READ_AT_ONCE = (AccomplishmentSource.HAND, AccomplishmentSource.WEEK, AccomplishmentSource.STEP)
_MARK = mark_of(Accomplishment())
_FIELDS = (
    "pk",
    "happened_on",
    "text",
    "figures",
    "seen_by",
    "skills",
    "facets",
    "read_as",
    "readings",
    "story",
    *Part,
)


@dataclass(frozen=True, slots=True)
class AccomplishmentView:
    """An accomplishment with what it is about."""

    row: Accomplishment
    facets: tuple[NoteFacet, ...]


@dataclass(frozen=True, slots=True)
class FoundAccomplishment:
    """An accomplishment that was asked for, and why it was found."""

    row: Accomplishment
    found: Found


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What tells that a person's accomplishments changed, cheap to ask."""

    count: int
    last: int
    read: int
    changed_at: datetime | None


def unread_accomplishments(owner: Person) -> QuerySet[Accomplishment]:
    """Those the person wrote of which this version of the reader has kept nothing yet."""
    return of(Accomplishment, owner).filter(source__in=_READ_AT_ONCE).exclude(read_as=_MARK)


def accomplishment_views(rows: Iterable[Accomplishment]) -> list[AccomplishmentView]:
    """Accomplishments with their facets, in their order."""
    rows = list(rows)
    return [
        AccomplishmentView(row, corrected(found, row.facets))
        for row, found in zip(rows, readings_of(rows), strict=True)
    ]


def told_of(row: Accomplishment) -> dict[str, str]:
    """What was told of an accomplishment, by the names of parts and details."""
    return {name: getattr(row, name) for name in (*Part, *Missing)}


def skill_counts(owner: Person) -> list[tuple[str, int]]:
    """Every skill with the number of accomplishments that name it, the commonest first; spelling by the first."""
    spelt: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for skills in of(Accomplishment, owner).exclude(skills=[]).values_list("skills", flat=True):
        for skill in skills:
            spelt.setdefault(skill.casefold(), skill)
            counts[skill.casefold()] += 1
    return [
        (spelt[key], count) for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def listed_accomplishments(
    owner: Person,
    *,
    skill: str = "",
    since: date | None = None,
    until: date | None = None,
    containing: str = "",
) -> list[Accomplishment]:
    """All that show a skill, fall into a time and contain some words just so, the newest first."""
    rows = of(Accomplishment, owner).order_by("-happened_on", "-pk")
    if since:
        rows = rows.filter(happened_on__gte=since)
    if until:
        rows = rows.filter(happened_on__lte=until)
    wanted = skill.strip().casefold()
    return [
        row
        for row in rows
        if (not wanted or wanted in map(str.casefold, row.skills)) and holds(containing, *_searched(row))
    ]


def _searched(row: Accomplishment) -> Iterable[str]:
    return (getattr(row, name) for name in ("text", "figures", "story", *Part))


def find_accomplishments(
    owner: Person,
    query: str = "",
    *,
    skill: str = "",
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
) -> list[FoundAccomplishment]:
    """What fits words, a skill and a time, the best first."""
    return rows_of(owner, index_of(owner).find(query, skill=skill, since=since, until=until, limit=limit))


def answers_to(owner: Person, question: str) -> list[FoundAccomplishment]:
    """The three accomplishments that best answer an interview question, and why."""
    return rows_of(owner, answers(question, index_of(owner)))


def shown_expectations(owner: Person, expectations: Sequence[str]) -> tuple[Shown, ...]:
    """For each expectation what shows that it is met; nothing is an honest gap."""
    return tuple(shows(expectations, index_of(owner)))


def rows_of(owner: Person, found: Sequence[Found]) -> list[FoundAccomplishment]:
    """The stored accomplishments for what an index found, in its order."""
    rows = of(Accomplishment, owner).in_bulk([one.win.id for one in found])
    return [FoundAccomplishment(rows[one.win.id], one) for one in found if one.win.id in rows]


def refusals_of(owner: Person) -> list[Refusal]:
    """What the person called not helpful, oldest first."""
    return list(of(Refusal, owner))


def index_of(owner: Person) -> WinIndex:
    """All accomplishments of a person, ready to be searched; remembered until one of them changes."""
    told = of(Accomplishment, owner).aggregate(
        count=Count("pk"),
        last=Max("pk", default=0),
        read=Count("pk", filter=Q(read_as=_MARK)),
        changed_at=Max("changed_at"),
    )
    return _index(owner, _Stamp(**told))


@lru_cache(maxsize=_REMEMBERED_INDEXES)
def _index(owner: Person, stamp: _Stamp) -> WinIndex:  # noqa: ARG001 - another stamp is another index
    return WinIndex([_win(row) for row in of(Accomplishment, owner).values(*_FIELDS)])


def _win(row: Mapping[str, Any]) -> Win:
    return Win(
        id=row["pk"],
        on=row["happened_on"],
        text=row["text"],
        story="\n".join(filter(None, (row[name] for name in (*Part, "story")))),
        figures=row["figures"],
        skills=tuple(row["skills"]),
        facets=_known_facets(row),
        seen_by=row["seen_by"],
    )


def _known_facets(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The facets that are known without reading: kept ones, as the person corrected them."""
    said = row["facets"]
    kept = [facet for facet, _, _ in row["readings"] or ()] if row["read_as"] == _MARK else []
    held = [facet for facet in kept if said.get(facet, True)]
    return tuple(dict.fromkeys([*held, *(facet for facet, holds in said.items() if holds)]))
