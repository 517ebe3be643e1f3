"""Openings in lists: ranked by fit, hidden by deal-breakers with a count, folded by how far one has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.openings.blocks import score_block
from unrut.core.explore.openings.filters import FilterKind
from unrut.core.explore.wants import Want
from unrut.models import Opening, OpeningFilter, OpeningStatus, Person
from unrut.queries.opening_index import Index, index_of
from unrut.queries.scope import of

UNDER_WAY = (
    OpeningStatus.SAVED,
    OpeningStatus.ASKING,
    OpeningStatus.APPLIED,
    OpeningStatus.TALKING,
    OpeningStatus.OFFERED,
)
DECIDED = (OpeningStatus.TAKEN, OpeningStatus.DECLINED, OpeningStatus.REFUSED)

Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]


class View(StrEnum):
    """Which openings a list shows."""

    OPEN = "open"
    MINE = "mine"
    DECIDED = "decided"
    DISMISSED = "dismissed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Hiding:
    """A deal-breaker and how many openings it hides, or would hide if it were on."""

    id: int
    kind: FilterKind
    value: str
    is_on: bool
    count: int


@dataclass(frozen=True, slots=True)
class OpeningList:
    """A page of openings, best fit first, with what is not on it: `counts` by view, `hiding` by filter."""

    openings: tuple[Opening, ...]
    first: int
    count: int
    hiding: tuple[Hiding, ...]
    hidden: int
    counts: dict[View, int]


def opening_list(
    owner: Person,
    wants: Sequence[Want],
    *,
    today: date,
    view: View = View.OPEN,
    words: str = "",
    first: int = 0,
    rows: int = 25,
) -> OpeningList:
    """The openings of a view that no filter hides, best fit first; the newest first while nothing is wanted."""
    index = index_of(owner)
    views = {each: _in_view(index, each) for each in View}
    hiding, hidden = _hiding(owner, index, views[view], today)
    shown = views[view] & ~hidden
    if words.strip():
        shown &= index.columns.named(words)
    count = int(shown.sum())
    first = first if first < count else 0
    best = ranked_rows(index, wants, shown, first + rows)[first:]
    return OpeningList(
        openings=openings_in_order(owner, [int(key) for key in index.keys[best]]),
        first=first,
        count=count,
        hiding=hiding,
        hidden=int((views[view] & hidden).sum()),
        counts={each: int(flags.sum()) for each, flags in views.items()},
    )


def best_openings(owner: Person, wants: Sequence[Want], *, today: date, most: int) -> list[Opening]:
    """The openings that fit best of those still open and not hidden."""
    return list(opening_list(owner, wants, today=today, rows=most).openings)


def openings_in_order(owner: Person, keys: Sequence[int]) -> tuple[Opening, ...]:
    """Openings in the order of their keys as given; one that is not there any more is left out."""
    found = of(Opening, owner).select_related("reading").prefetch_related("learned").in_bulk(list(keys))
    return tuple(found[key] for key in keys if key in found)


def ranked_rows(index: Index, wants: Sequence[Want], shown: Flags, most: int) -> Rows:
    """The rows of the best `most` openings of those shown, best first."""
    if wants:
        return np.asarray(score_block(wants, index.block, mask=shown, top=most).rows, dtype=np.intp)
    rows = np.flatnonzero(shown)
    newest = np.lexsort((-index.keys[rows], -index.columns.since[rows]))
    return rows[newest[:most]]


def _in_view(index: Index, view: View) -> Flags:
    is_under_way = index.rows_of(UNDER_WAY)
    is_found = index.rows_of([OpeningStatus.FOUND])
    match view:
        case View.OPEN:
            return is_under_way | (is_found & ~index.is_gone)
        case View.MINE:
            return is_under_way
        case View.DECIDED:
            return index.rows_of(DECIDED)
        case View.DISMISSED:
            return index.rows_of([OpeningStatus.DISMISSED])
        case View.GONE:  # pragma: no branch - there is no other
            return is_found & index.is_gone


def _hiding(owner: Person, index: Index, shown: Flags, today: date) -> tuple[tuple[Hiding, ...], Flags]:
    """The filters with their counts, and what those that are on hide together."""
    hidden = np.zeros(len(shown), dtype=np.bool_)
    hiding = []
    for row in of(OpeningFilter, owner):
        flags = index.columns.hidden_by(FilterKind(row.kind), row.value, today=today)
        hiding.append(Hiding(row.pk, FilterKind(row.kind), row.value, row.is_on, int((flags & shown).sum())))
        if row.is_on:
            hidden |= flags
    return tuple(hiding), hidden
