"""The pay that counts: a salary or a wage, with its variable part where nothing else is stated."""

from unrut.core.explore.openings.facts import Facts
from unrut.core.explore.openings.kinds import Pay, PayKind
from unrut.core.explore.openings.pay import yearly

COUNTED = (PayKind.BASE, PayKind.TOTAL)


def main_pay(facts: Facts) -> tuple[Pay, ...]:
    """Salaries and wages, the one that counts first; nothing where only bonuses, shares and the like are stated."""
    return tuple(pay for pay in facts.pay if pay.kind in COUNTED)


def yearly_pay(facts: Facts) -> tuple[float | None, float | None, str]:
    """The pay of a year, from and to, and its currency; None where it is not stated."""
    counted = main_pay(facts)
    if not counted:
        return None, None, ""
    hours = facts.hours.value.low if facts.hours else None
    return *yearly(counted[0], weekly_hours=hours), counted[0].currency
