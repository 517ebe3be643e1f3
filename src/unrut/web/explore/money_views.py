"""Step 3: the money there is for a way out."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.core.errors import InvalidInputError
from unrut.core.explore.money import Purse
from unrut.errors import status_of
from unrut.queries.ways import purse_of
from unrut.services.ways import forget_purse, save_purse
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.posted_numbers import PERCENT, posted_number, posted_percent
from unrut.wording.way_money import COMMON_CURRENCIES, purse_lead, purse_names


@require_http_methods(["GET", "HEAD", "POST"])
def money_page(request: OwnedRequest) -> HttpResponse:
    """What money there is; what cannot be kept is shown again as it was typed."""
    if request.method != "POST":
        return _page(request, _stored(purse_of(request.owner)))
    if "forget" in request.POST:
        forget_purse(request.owner)
        messages.success(request, gettext("Forgotten. The ways are compared without money again."))
        return redirect("fit-ways-money")
    try:
        save_purse(request.owner, _posted(request.POST))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST.dict(), sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept. Each way now says what it does to your money."))
    return redirect("fit-ways")


def _page(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    purse = purse_of(request.owner)
    context = {
        "lead": purse_lead(purse),
        "has_purse": purse is not None,
        "typed": typed,
        "currencies": COMMON_CURRENCIES,
        "sentence": sentence,
    }
    return render(request, "explore/money.html", context, status=status)


def _stored(purse: Purse | None) -> dict[str, str]:
    if purse is None:
        return {}
    return {
        "currency": purse.currency,
        "income": _written(purse.income),
        "savings": _written(purse.savings),
        "fixed_costs": _written(purse.fixed_costs),
        "tax_rate": _written(purse.tax_rate * PERCENT) if purse.tax_rate else "",
    }


def _written(value: float) -> str:
    return f"{round(value, 2):.12g}"


def _posted(posted: Mapping[str, str]) -> Purse:
    names = purse_names()
    amounts = {name: posted_number(posted.get(name, ""), words) for name, words in names.items()}
    missing = [names[name] for name, value in amounts.items() if value is None]
    if missing:
        raise InvalidInputError(
            gettext("%(field)s is missing. A rough amount will do, and 0 where there is none.")
            % {"field": missing[0]}
        )
    rate = posted_percent(posted.get("tax_rate", ""), gettext("Taxes and contributions"))
    return Purse(
        currency=posted.get("currency", "").strip().upper(),
        **{name: value or 0.0 for name, value in amounts.items()},
        tax_rate=rate or 0.0,
    )
