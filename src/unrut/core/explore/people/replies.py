"""How likely each contact is to answer a message: a prior, drawn to what became of the messages sent so far.

The prior is a judgement, not science: no study we know gives the chance that an acquaintance answers. Its order follows
common sense (spoken lately, warm, a close circle, more than a click on a site) and dormant ties do answer, later and less
often (Levin, Walter & Murnighan 2011), so the chance falls with the logarithm of the years and never to nothing.
"""

from datetime import date

import numpy as np

from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.columns import Amounts, Columns, Flags

# Before ten messages nothing is tried out, and as many messages weigh as much as the prior.
LEARNS_FROM = 10
# A contact's own answers weigh as much as what is thought of them after so many messages.
_OWN_PRIOR = 4.0
# On the logistic scale: for each e-folding of the years since the last contact, and for a contact never spoken to.
_BY_YEARS, _ONLY_ONLINE = -0.9, -0.9
# From an indifferent contact to the warmest; warm ties carry more where work is less digital (Rajkumar et al. 2022).
_BY_WARMTH, _BY_WARMTH_ELSEWHERE = 1.25, 2.0
# About 1 in 150, and all but 1 in 150.
_FARTHEST = 5.0


def reply_chances(columns: Columns, *, today: date, digital: bool = True, seed: int = 1) -> Amounts:
    """The chance of each contact to answer, from 0 to 1.

    After ten messages the rate of each circle is drawn from what is known of it (Thompson sampling), anew each day, so that
    circles of which little is known are tried as well. Whoever was spoken to more lately is never less likely.
    """
    scale = _by_own_record(_prior(columns, today, digital=digital), columns)
    if is_learning(columns):
        scale = _by_circles(scale, columns, _draws(seed, today))
    chance = _chance(scale)
    return np.asarray((_OWN_PRIOR * chance + columns.replied) / (_OWN_PRIOR + columns.asked))


def is_learning(columns: Columns) -> bool:
    """Whether enough messages were sent to try circles out."""
    return bool(columns.asked.sum() >= LEARNS_FROM)


def _prior(columns: Columns, today: date, *, digital: bool) -> Amounts:
    years = columns.years_since_contact(today)
    usual_warmth = columns.usual(lambda usual: usual.warmth) / 10
    by_warmth = _BY_WARMTH if digital else _BY_WARMTH_ELSEWHERE
    scale = (
        columns.usual(lambda usual: usual.reply)
        + _BY_YEARS * np.log1p(years)
        + by_warmth * 2 * (columns.warmth - usual_warmth)
        + _ONLY_ONLINE * columns.is_only_online
    )
    return np.asarray(np.clip(scale, -_FARTHEST, _FARTHEST))


def _by_own_record(scale: Amounts, columns: Columns) -> Amounts:
    """Moved for all alike by how often people answered this person, beside how often they were expected to."""
    return np.asarray(scale + _shift(scale, columns, columns.asked > 0))


def _by_circles(scale: Amounts, columns: Columns, draws: Amounts) -> Amounts:
    """Moved for each circle by its own record, and by a draw from the doubt that is left of its rate."""
    moved = scale.copy()
    for circle, draw in zip(Circle, draws.tolist(), strict=True):
        members = columns.in_circle(circle)
        moved[members] += _shift(scale, columns, members) + draw * _doubt(columns, members)
    return moved


def _shift(scale: Amounts, columns: Columns, members: Flags) -> float:
    """How far the rate of the members lies from what was expected of them, shrunk; 0 when nobody was asked.

    Beta-binomial, with the mean of what was expected of those asked as the prior. Its slope in that mean m is never above
    1 / (m (1 - m)), and the variances p (1 - p) of single chances never add up to more than m (1 - m), so that nobody loses more
    by this shift than they gain by their own later date.
    """
    asked = columns.asked[members]
    if not asked.any():
        return 0.0
    expected = float((asked * _chance(scale[members])).sum() / asked.sum())
    replied = float(columns.replied[members].sum())
    found = (LEARNS_FROM * expected + replied) / (LEARNS_FROM + float(asked.sum()))
    return _scale(found) - _scale(expected)


def _doubt(columns: Columns, members: Flags) -> float:
    """Standard deviation of the rate on the logistic scale, from the messages alone and as if one in two of ten answered before."""
    replied = float(columns.replied[members].sum())
    missed = float(columns.asked[members].sum()) - replied
    half = LEARNS_FROM / 2
    return float((1 / (half + replied) + 1 / (half + missed)) ** 0.5)


def _draws(seed: int, today: date) -> Amounts:
    """One for each circle, the same all day, whoever the contacts are."""
    return np.random.default_rng([seed % 2**32, today.toordinal()]).standard_normal(len(Circle))


def _chance(scale: Amounts) -> Amounts:
    return np.asarray(1 / (1 + np.exp(-np.clip(scale, -_FARTHEST, _FARTHEST))))


def _scale(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))
