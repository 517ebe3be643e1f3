"""The money there is: told, corrected, forgotten."""

import pytest
from django.test import Client
from tests.factories import a_purse
from tests.integration.web.reading import Page, faults

from unrut.models import Person, Purse
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

MONEY = "/fit/ways/money/"
TOLD = {
    "currency": "eur",
    "income": "2 600",
    "savings": "9'000",
    "fixed_costs": "1,900.50",
    "tax_rate": "38 %",
}


def kept(owner: Person) -> list[tuple[str, float, float, float, float]]:
    rows = of(Purse, owner)
    return [
        (row.currency, float(row.income), float(row.savings), float(row.fixed_costs), float(row.tax_rate))
        for row in rows
    ]


def test_money_that_is_not_told_is_asked_for(client: Client, bob: Person) -> None:
    page = Page(client.get(MONEY))

    assert page.headline == "What money is there for a way out?"
    assert {
        name: value for name, value in page.typed().items() if name != "csrfmiddlewaretoken"
    } == dict.fromkeys(TOLD, "")
    assert (page.all("button", name="forget"), faults(page)) == ([], [])


def test_money_is_kept_and_shown_again(client: Client, alice: Person) -> None:
    response = client.post(MONEY, TOLD, follow=True)

    page = Page(client.get(MONEY))
    assert response.redirect_chain == [("/fit/ways/", 302)]
    assert kept(alice) == [("EUR", 2600, 9000, 1900.5, 0.38)]
    assert (
        page.typed() | {"income": "2600", "savings": "9000", "fixed_costs": "1900.5", "tax_rate": "38"}
        == page.typed()
    )
    assert page.headline == "You have 9,000 EUR saved, and 700 EUR a month left after fixed costs."


def test_money_told_again_replaces_what_was_told(client: Client, alice: Person) -> None:
    a_purse(alice)

    client.post(MONEY, {**TOLD, "tax_rate": "", "savings": "0"})

    assert kept(alice) == [("EUR", 2600, 0, 1900.5, 0)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"income": "enough"}, "Net income a month: “enough” is not a number."),
        ({"savings": ""}, "Savings is missing."),
        ({"fixed_costs": "-5"}, "What your fixed costs are a month is below nothing"),
        ({"currency": "shells"}, '"SHELLS" is no currency we know.'),
        ({"tax_rate": "140"}, "The share that taxes take lies from 0 to 100 %."),
        ({"savings": "9999999999999"}, "What you have saved is more than can be kept."),
    ],
)
def test_money_that_cannot_be_stays_typed(
    client: Client, alice: Person, typed: dict[str, str], sentence: str
) -> None:
    response = client.post(MONEY, {**TOLD, **typed})

    page = Page(response)
    assert (response.status_code, kept(alice)) == (422, [])
    assert page.alerts[0].startswith(sentence)
    assert page.typed() | TOLD | typed == page.typed()


def test_money_is_forgotten(client: Client, alice: Person, bob: Person) -> None:
    a_purse(alice)

    page = Page(client.post(MONEY, {"forget": "yes"}, follow=True))

    assert (kept(alice), len(kept(bob))) == ([], 1)
    assert page.notices == ["Forgotten. The ways are compared without money again."]
