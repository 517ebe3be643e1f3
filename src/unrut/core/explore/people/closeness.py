"""How much of what a contact knows one would not hear anyway: far enough to be new, near enough to be passed on.

A judgement that leans on two findings. Moderately weak ties help most to a new job, the weakest and the strongest less
(an inverted U; Rajkumar et al. 2022, 20 million members of one site), and in less digital fields stronger ties do better. Ties that
were close and have long slept give new and trusted advice (Levin, Walter & Murnighan 2011). Strength there was mutual contacts
and messages, which are not known here: what the person says and the date of the last contact stand for it.
"""

from datetime import date

import numpy as np

from unrut.core.explore.people.columns import Amounts, Columns

# Where the inverted U is highest, from 0 (a stranger) to 1 (as close as can be), and how little the ends keep.
_PEAK, _PEAK_ELSEWHERE = 0.35, 0.55
_AT_THE_ENDS = 0.4
# Of the strength of a tie, what stays however long one has not spoken; half of the rest is gone after two years.
_STAYS, _HALF_LIFE = 0.3, 2.0
# Employer, field and circle, in this order.
_WEIGHTS = (0.4, 0.3, 0.3)
_SAME, _HALFWAY, _OTHER = 0.0, 0.5, 1.0
# Even the nearest colleague knows something one does not.
_LEAST_NEW = 0.2


def novelties(
    columns: Columns, *, today: date, home_likeness: Amounts, home_company: str = "", digital: bool = True
) -> Amounts:
    """How new what each knows would be, from 0 to 1.

    `home_likeness` is how alike the work of each is to one's own, NaN where either is unknown. What is unknown counts as halfway.
    """
    peak = _PEAK if digital else _PEAK_ELSEWHERE
    return np.asarray(
        _newness(columns, home_likeness, home_company) * _of_ties(tie_strengths(columns, today), peak)
    )


def tie_strengths(columns: Columns, today: date) -> Amounts:
    """How strong each tie is now, from 0 to 1: its warmth, less what the years without a word took."""
    years = columns.years_since_contact(today)
    return np.asarray(columns.warmth * (_STAYS + (1 - _STAYS) * np.exp2(-years / _HALF_LIFE)))


def _of_ties(strengths: Amounts, peak: float) -> Amounts:
    """The inverted U: a parabola of height 1 at its peak that keeps so much at the farther end."""
    away = (strengths - peak) / max(peak, 1 - peak)
    return np.asarray(1 - (1 - _AT_THE_ENDS) * away**2)


def _newness(columns: Columns, home_likeness: Amounts, home_company: str) -> Amounts:
    by_field = np.where(np.isnan(home_likeness), _HALFWAY, 1 - home_likeness)
    by_circle = columns.usual(lambda usual: usual.newness)
    parts = (_by_employer(columns, home_company), by_field, by_circle)
    total = sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))
    return np.asarray(_LEAST_NEW + (1 - _LEAST_NEW) * np.minimum(total, 1))


def _by_employer(columns: Columns, home: str) -> Amounts:
    """0 in the same company, halfway for those who left it and where either is unknown, else 1."""
    if not home:
        return np.full(len(columns), _HALFWAY)
    found = np.where(columns.has_company & ~columns.worked_at(home), _OTHER, _HALFWAY)
    return np.asarray(np.where(columns.works_at([home]), _SAME, found))
