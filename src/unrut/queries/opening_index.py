"""All openings of a person as arrays, held in memory until one of them changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from operator import itemgetter
from threading import Lock
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import QuerySet
from numpy.typing import NDArray

from unrut.core.explore.openings.blocks import Block, block_of
from unrut.core.explore.openings.columns import Columns
from unrut.core.facets import shipped_vocabulary
from unrut.models import Opening, OpeningReading, OpeningStatus, Person
from unrut.queries.scope import of

STATUSES = tuple(OpeningStatus.values)
_PLACES: Mapping[str, int] = {status: place for place, status in enumerate(STATUSES)}
MOST_HELD = 4

Keys = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Index:
    """The openings that stand for themselves, in the order of their keys. `status` is a place in `STATUSES`.

    `versions` are those of the openings and of the marks it was made of.
    """

    versions: tuple[int, int]
    keys: Keys
    status: NDArray[np.uint8]
    is_gone: Flags
    block: Block
    columns: Columns

    def rows_of(self, statuses: Sequence[str]) -> Flags:
        """Which openings stand at one of these."""
        return np.isin(self.status, [_PLACES[status] for status in statuses])


_held: dict[int, Index] = {}
_lock = Lock()


def index_of(owner: Person) -> Index:
    """The index of a person's openings; made anew when one changed, marked anew when only a mark did."""
    versions = Person.objects.values_list("openings_version", "marks_version").get(pk=owner.pk)
    with _lock:
        held = _held.get(owner.pk)
    if held is not None and held.versions == versions:
        return held
    is_known = held is not None and held.versions[0] == versions[0]
    made = _marked(owner, held, versions) if held is not None and is_known else _made(owner, versions)
    with _lock:
        _held.pop(owner.pk, None)
        while len(_held) >= MOST_HELD:
            _held.pop(next(iter(_held)))
        _held[owner.pk] = made
    return made


def _marked(owner: Person, held: Index, versions: tuple[int, int]) -> Index:
    """What is held, with the marks as they are now."""
    marks = dict(_raw(of(Opening, owner).filter(same_as=None).values_list("pk", "status")))
    known = (marks.get(key, OpeningStatus.FOUND) for key in held.keys.tolist())
    return replace(held, versions=versions, status=_codes(known))


def _made(owner: Person, versions: tuple[int, int]) -> Index:
    """Two narrow reads, matched by key: reading the openings themselves would bring every text along."""
    names = ("opening", "levels", "pay_low", "pay_high", "currency", "weekly_hours", "workplace")
    readings = {row[0]: row[1:] for row in _raw(of(OpeningReading, owner).values_list(*names))}
    stands = of(Opening, owner).filter(same_as=None)
    found = _raw(stands.values_list("pk", "status", "gone_on", "posted_on", "imported_on"))
    rows = sorted((row for row in found if row[0] in readings), key=itemgetter(0))
    read = [readings[row[0]] for row in rows]
    keys = [row[0] for row in rows]
    return Index(
        versions=versions,
        keys=np.array(keys, dtype=np.int64),
        status=_codes(row[1] for row in rows),
        is_gone=np.array([row[2] is not None for row in rows], dtype=np.bool_),
        block=block_of([bytes(row[0]) for row in read], shipped_vocabulary()),
        columns=Columns(
            pay_low=_amounts(row[1] for row in read),
            pay_high=_amounts(row[2] for row in read),
            currency=np.array([row[3] for row in read], dtype=np.str_),
            hours=_amounts(row[4] for row in read),
            workplace=np.array([row[5] for row in read], dtype=np.str_),
            since=np.array([_number_of(row[3] or row[4]) for row in rows], dtype=np.int32),
            names=lambda: _names(owner, keys),
        ),
    )


def _names(owner: Person, keys: Sequence[int]) -> list[tuple[str, str, str]]:
    """Title, company and place of openings; nothing for one that was removed meanwhile."""
    rows = _raw(of(Opening, owner).values_list("pk", "title", "company_key", "place"))
    named = {key: (title, company, place) for key, title, company, place in rows}
    return [named.get(key, ("", "", "")) for key in keys]


def _raw(rows: QuerySet[Any, tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows as the database gives them, a third of the time that making them into values of Python takes."""
    # Unsorted, so that the database may answer from an index that holds all it is asked for.
    query, values = rows.order_by().query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


@lru_cache(maxsize=4096)
def _number_of(day: str | date) -> int:
    """The number of a day, which some databases give as text."""
    return (date.fromisoformat(day) if isinstance(day, str) else day).toordinal()


def _codes(statuses: Iterable[str]) -> NDArray[np.uint8]:
    return np.array([_PLACES[status] for status in statuses], dtype=np.uint8)


def _amounts(values: Iterable[float | None]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
