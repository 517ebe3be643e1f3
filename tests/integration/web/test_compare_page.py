"""Up to four openings beside the present job."""

import pytest
from django.test import Client
from tests.factories import a_job, a_level, a_want, an_opening
from tests.integration.web.reading import Page, faults

from unrut.models import Opening, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

PAGE = "/fit/openings/compare/"
HOSTILE = "<script>x</script>"


def compared(client: Client, *keys: object) -> Page:
    return Page(client.get(PAGE, {"with": [str(key) for key in keys]}))


def columns(page: Page) -> list[str]:
    return page.texts("th", scope="col")


def test_openings_stand_beside_the_job(client: Client, alice: Person) -> None:
    a_want(alice, "remote_location", 100, 10)
    a_level(a_job(alice), "remote_location", 5)
    remote = an_opening(alice, "Editor", company="Mill", text="This is a fully remote role.")
    office = an_opening(alice, HOSTILE, text="Five days in the office.")

    page = compared(client, office.pk, remote.pk)

    assert columns(page) == ["Your job as it is", HOSTILE, "EditorMill"]
    assert page.texts("th", scope="rowgroup") == ["Fit", "What you want", "What they state"]
    assert [
        span.text for span in page.all("span") if span.attributes.get("class", "").startswith("sign")
    ] == [
        "−",
        "+",
    ]
    assert faults(page) == []


def test_every_line_has_a_cell_for_each_column(client: Client, alice: Person) -> None:
    a_want(alice, "remote_location")
    keys = [
        an_opening(alice, f"Editor {number}", text="Fully remote. 35 hours a week.").pk for number in range(4)
    ]

    page = compared(client, *keys)

    lines = [row for row in page.all("tr") if any(cell.tag == "td" for cell in row.inside)]
    assert {sum(cell.tag in {"td", "th"} for cell in row.inside) for row in lines} == {6}


def test_more_than_four_are_the_first_four_and_each_once(client: Client, alice: Person) -> None:
    keys = [an_opening(alice, f"Editor {number}").pk for number in range(5)]

    page = compared(client, keys[0], *keys)

    assert columns(page)[1:] == [f"Editor {number}" for number in range(4)]


@pytest.mark.parametrize("keys", [(), ("",), ("x", "-1", "1.5"), ("9" * 18,), ("9" * 5000,), (HOSTILE,)])
def test_nothing_to_compare_says_how_to_choose(client: Client, alice: Person, keys: tuple[str, ...]) -> None:
    an_opening(alice)

    page = compared(client, *keys)

    assert (page.headline, page.all("table")) == ("Nothing is ticked yet.", [])
    assert faults(page) == []


def test_opening_with_a_large_number_is_compared(client: Client, alice: Person) -> None:
    opening = an_opening(alice, "Editor", pk=1_234_567)

    assert columns(compared(client, opening.pk))[1:] == ["Editor"]


def test_opening_of_somebody_else_is_left_out(client: Client, alice: Person, bob: Person) -> None:
    mine, theirs = an_opening(alice, "Mine"), of(Opening, bob)[0]

    page = compared(client, theirs.pk, mine.pk)

    assert columns(page)[1:] == ["Mine"]
    assert compared(client, theirs.pk).headline == "Nothing is ticked yet."


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_comparison_is_only_looked_at(client: Client, method: str) -> None:
    assert getattr(client, method)(PAGE).status_code == 405
