"""Money on a way out, in sentences: rounded to what matters, with its currency."""

from django.utils.translation import gettext, ngettext

from unrut.core.explore.money import MoneyOutcome, Purse
from unrut.core.explore.ways import Figure
from unrut.queries.ways import WayView
from unrut.wording.numbers import chance

COMMON_CURRENCIES = tuple(
    "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON CAD AUD NZD JPY INR BRL MXN ZAR SGD TRY".split()
)
_FINE, _ROUGH = 1_000, 10_000
_HARDLY = 10
MONTHS_OF_A_YEAR, SEVERAL_YEARS = 12, 24


def amount(value: float, currency: str) -> str:
    """An amount rounded to tens, hundreds or thousands, as it is large: 3,200 EUR; without a currency the number alone."""
    step = 10 if abs(value) < _FINE else 100 if abs(value) < _ROUGH else 1_000
    rounded = step * round(value / step)
    told = f"{rounded:,}".replace("-", "−")
    # Translators: an amount of money and its currency.
    return gettext("%(amount)s %(currency)s") % {"amount": told, "currency": currency} if currency else told


def months(value: float) -> str:
    """A time in months, from two years on in years."""
    whole = max(0, round(value))
    if not whole:
        return gettext("no time")
    if whole >= SEVERAL_YEARS:
        return ngettext("%(count)d year", "%(count)d years", round(whole / MONTHS_OF_A_YEAR)) % {
            "count": round(whole / MONTHS_OF_A_YEAR)
        }
    return ngettext("%(count)d month", "%(count)d months", whole) % {"count": whole}


def more_then(way: WayView, purse: Purse) -> float:
    """What one has a month more than now once there, in the middle of all cases; nothing where no income is told."""
    told = way.figures.get(Figure.INCOME_THEN)
    return told.estimate.likely - purse.income if told else 0.0


def money_lines(found: MoneyOutcome, currency: str, *, more: float = 0.0) -> list[str]:
    """What a way does to the money there is, a sentence each: runway, dip, what is more once there, payback, the worst case."""
    if _is_as_now(found) and abs(more) < _HARDLY:
        return [
            gettext(
                "As far as it is told, your money stays as it is. Say what it would cost and what you would earn, "
                "and more can be said."
            )
        ]
    told = [
        _runway(found),
        _dip(found, currency),
        _then(more, currency),
        _payback(found),
        _worst(found, currency),
    ]
    return [line for line in told if line]


def _is_as_now(found: MoneyOutcome) -> bool:
    return found.runway is found.worst_runway is None and abs(found.dip) < _HARDLY and found.payback == 0


def _runway(found: MoneyOutcome) -> str:
    if found.runway is None:
        return gettext("Your savings last: they do not run out on this way.")
    return gettext("Your savings last about %(months)s on this way.") % {"months": months(found.runway)}


def _dip(found: MoneyOutcome, currency: str) -> str:
    if abs(found.dip) < _HARDLY:
        return gettext("Until you are there, you have as much a month as now.")
    if found.dip < 0:
        return gettext("Until you are there, you have about %(amount)s a month more than now.") % {
            "amount": amount(-found.dip, currency)
        }
    return gettext(
        "Until you are there, you have about %(amount)s a month less than now, its cost included."
    ) % {"amount": amount(found.dip, currency)}


def _then(more: float, currency: str) -> str:
    if abs(more) < _HARDLY:
        return ""
    told = {"amount": amount(abs(more), currency)}
    if more > 0:
        return gettext("Once there, you have about %(amount)s a month more than now.") % told
    return gettext("Once there, you have about %(amount)s a month less than now.") % told


def _payback(found: MoneyOutcome) -> str:
    if found.payback is None:
        return gettext(
            "Beside staying, it has most likely not paid for itself within five years. That it has: %(chance)s."
        ) % {"chance": chance(found.pays_back)}
    if not round(found.payback):
        return gettext("Beside staying, it costs you nothing.")
    return gettext(
        "Beside staying, it has paid for itself after about %(months)s. Within five years: %(chance)s."
    ) % {"months": months(found.payback), "chance": chance(found.pays_back)}


def _worst(found: MoneyOutcome, currency: str) -> str:
    if found.worst_runway is None:
        return gettext(
            "If it goes as badly as in one case of twenty, your savings go down to %(amount)s, and no further."
        ) % {"amount": amount(max(0.0, found.worst), currency)}
    return gettext(
        "If it goes as badly as in one case of twenty, your savings last %(months)s, and you would be %(amount)s short."
    ) % {"months": months(found.worst_runway), "amount": amount(max(0.0, -found.worst), currency)}


def purse_lead(purse: Purse | None) -> str:
    """The first line of the page of money."""
    if purse is None:
        return gettext("What money is there for a way out?")
    left = purse.income - purse.fixed_costs
    if left >= 0:
        return gettext("You have %(savings)s saved, and %(left)s a month left after fixed costs.") % {
            "savings": amount(purse.savings, purse.currency),
            "left": amount(left, purse.currency),
        }
    gap = amount(-left, purse.currency)
    if not purse.savings:
        return gettext("Your fixed costs are %(gap)s a month above your income, and nothing is saved.") % {
            "gap": gap
        }
    return gettext(
        "Your fixed costs are %(gap)s a month above your income; what is saved bears that for %(months)s."
    ) % {"gap": gap, "months": months(purse.savings / -left)}


def purse_names() -> dict[str, str]:
    """The amounts that are asked for, by their field."""
    return {
        "income": gettext("Net income a month"),
        "savings": gettext("Savings"),
        "fixed_costs": gettext("Fixed costs a month"),
    }
