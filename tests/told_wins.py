"""A nurse's accomplishments, for everything that finds among them."""

from datetime import date
from functools import cache

from unrut.core.milestones.find import Win, WinIndex

ROW = Win(
    1,
    date(2024, 2, 19),
    "Settled the argument between Jen and Tariq about the rota",
    story="They had stopped speaking. I met each alone, then both.",
    skills=("mediation",),
    facets=("coworkers",),
)
BLOOD = Win(2, date(2024, 3, 8), "Passed my assessment for taking blood", facets=("learning_growth",))
ROUND = Win(
    3,
    date(2024, 1, 26),
    "Changed the order of the drug round, it is on time now",
    figures="from 50 minutes late to 5",
    skills=("planning",),
)
CARD = Win(4, date(2024, 6, 7), "Card from a patient's daughter saying thank you", seen_by="Sister Amadi")
STUDENTS = Win(5, date(2024, 2, 23), "Showed two student nurses how to do a proper handover")
WINS = (ROW, BLOOD, ROUND, CARD, STUDENTS)


@cache
def told_index() -> WinIndex:
    """All of them, arranged once."""
    return WinIndex(WINS)
