"""The right accomplishment at the right time: the one that speaks against what the person just wrote down."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from unrut.core.meaning import Numbers, shipped_meanings
from unrut.core.milestones.grounds import grounds_of_meaning
from unrut.core.milestones.portraits import Gallery, shipped_good_news
from unrut.core.milestones.postings import Places
from unrut.core.milestones.signals import best, chances_of
from unrut.core.milestones.win_index import WinIndex
from unrut.core.milestones.wins import Found, Refusal, Why, WhyKind, Win, Worry

FacetsOf = Callable[[Sequence[Win]], list[tuple[str, ...]]]
"""Reads accomplishments, as things liked, into facets."""

READ_AT_MOST = 40
"""So many accomplishments are read into facets for one worry: reading takes milliseconds each."""
BY_EXAMPLE, BY_WORD, SAME_FACET, START = 5.1, 3.2, 0.8, -5.4
"""What each adds to the log odds of speaking against the worry; fitted on the tuning parts of `bench/wins`."""
LEAST = 0.5
"""The smallest chance that is shown; tuned."""
YEARLY = 0.1
"""What each year since takes from the log odds: the recent is easier to believe; judgement."""
REFUSED_LIKENESS = 0.8
"""How much less likely the very like of a refused accomplishment is to be shown; judgement."""
_DAYS_OF_A_YEAR = 365.25


def contradicts(
    worry: Worry,
    index: WinIndex,
    *,
    refused: Sequence[Refusal],
    today: date,
    facets_of: FacetsOf | None = None,
) -> Found | None:
    """The accomplishment that speaks best against this very worry, or None where none really does.

    It speaks of the same facet from its better side. What was refused for a worry about one of these facets is left out,
    and what is like it counts less. `facets_of` reads those whose facets are not known, at most forty of them.
    """
    good_news = shipped_good_news()
    galleries = [good_news[facet] for facet in dict.fromkeys(worry.facets) if facet in good_news]
    if not galleries or not len(index):
        return None
    odds = _odds(galleries, index, today)
    facets = _known_facets(worry, index, _candidates(worry, index, odds), facets_of)
    odds[list(facets)] += SAME_FACET
    chances = chances_of(odds) * _not_refused(worry, index, refused)
    first = best(np.where(chances >= LEAST, chances, 0), 1)
    return _found(int(first[0]), chances, index, galleries, facets) if len(first) else None


def _odds(galleries: Sequence[Gallery], index: WinIndex, today: date) -> Numbers:
    """The log odds without facets; for several facets those of the best one."""
    each = []
    for gallery in galleries:
        by_example, by_word = gallery.likeness(index.texts)
        each.append(BY_EXAMPLE * by_example[0] + BY_WORD * by_word[0] + START)
    since = (today.toordinal() - index.days) / _DAYS_OF_A_YEAR
    odds: Numbers = np.where(since >= 0, np.max(each, axis=0) - YEARLY * since, -np.inf).astype(np.float32)
    return odds


def _candidates(worry: Worry, index: WinIndex, odds: Numbers) -> Places:
    """The likeliest accomplishments and those nearest to the worry, half and half."""
    alike = np.where(np.isfinite(odds), index.texts.rows @ shipped_meanings().sentence(worry.text), -np.inf)
    half = READ_AT_MOST // 2
    nearest = [np.argsort(-values, kind="stable")[:half] for values in (odds, alike)]
    return np.unique(np.concatenate(nearest))


def _known_facets(
    worry: Worry, index: WinIndex, candidates: Places, facets_of: FacetsOf | None
) -> dict[int, tuple[str, ...]]:
    """The places that speak of a facet of the worry, with the facets they share with it."""
    known = {place: index.wins[place].facets for facet in worry.facets for place in index.with_facet(facet)}
    unread = [int(place) for place in candidates if not index.wins[place].facets]
    if facets_of is not None and unread:
        known |= dict(zip(unread, facets_of([index.wins[place] for place in unread]), strict=True))
    shared = {
        place: tuple(facet for facet in facets if facet in worry.facets) for place, facets in known.items()
    }
    return {place: facets for place, facets in shared.items() if facets}


def _not_refused(worry: Worry, index: WinIndex, refused: Sequence[Refusal]) -> Numbers:
    """Zero for what was refused for such a worry, less than one for what is like it, one for the rest."""
    ids = {refusal.win_id for refusal in refused if not set(refusal.facets).isdisjoint(worry.facets)}
    left = np.ones(len(index), dtype=np.float32)
    for place in (place for place, win in enumerate(index.wins) if win.id in ids):
        left *= 1 - REFUSED_LIKENESS * np.clip(index.texts.rows @ index.texts.rows[place], 0, 1)
        left[place] = 0
    return left


def _found(
    place: int,
    chances: Numbers,
    index: WinIndex,
    galleries: Sequence[Gallery],
    facets: dict[int, tuple[str, ...]],
) -> Found:
    rows = np.vstack([rows for gallery in galleries for rows in (*gallery.words, *gallery.examples)])
    shared = [Why(WhyKind.FACET, facets[place])] if place in facets else []
    near = grounds_of_meaning(index.wins[place], index.texts, place, rows)
    return index.found(place, chances[place], (*shared, *near))
