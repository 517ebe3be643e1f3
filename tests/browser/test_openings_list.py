"""The list of openings: walked, saved and put aside by keyboard, and hidden with a click that is taken back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.browser.places import PHONE, Site, Visit

pytestmark = pytest.mark.browser

LIST = "/fit/openings/"


def titles(page: Page) -> list[str]:
    return page.locator(".opening h2").all_inner_texts()


@pytest.fixture
def openings(example_site: Site, visit: Visit) -> Iterator[Page]:
    """The list of the example, left as it was found."""
    page = visit(example_site, LIST)
    yield page
    for view in ("mine", "dismissed"):
        page.goto(f"{example_site.origin}{LIST}?view={view}")
        for number in page.locator("[data-opening]").evaluate_all(
            "rows => rows.map((row) => row.dataset.opening)"
        ):
            page.goto(f"{example_site.origin}/fit/options/opening-{number}/")
            page.get_by_label("Now it is").select_option("found")
            page.get_by_role("button", name="Keep it", exact=True).click()


def test_j_and_k_walk_the_list_and_enter_opens_one(openings: Page) -> None:
    second = titles(openings)[1]

    for key in ("j", "j", "j", "k"):
        openings.keyboard.press(key)
    expect(openings.locator("[data-opening]").nth(1)).to_be_focused()
    openings.keyboard.press("Enter")

    expect(openings.get_by_role("heading", level=1)).to_have_text(second)


def test_s_saves_the_opening_in_focus(openings: Page) -> None:
    openings.keyboard.press("j")
    openings.keyboard.press("s")

    expect(openings.get_by_role("status")).to_contain_text("Kept: saved.")
    expect(openings.locator(".standing").first).to_have_text("saved")


def test_x_and_a_number_put_an_opening_aside_with_its_reason(openings: Page) -> None:
    first = titles(openings)[0]

    for key in ("j", "x", "1"):
        openings.keyboard.press(key)

    expect(openings.get_by_role("status")).to_contain_text("Put aside.")
    assert first not in titles(openings)
    openings.get_by_role("link", name="Not for me").click()
    assert titles(openings) == [first]


def test_two_openings_are_compared_beside_the_job(openings: Page) -> None:
    for row in (0, 1):
        openings.locator("[data-opening]").nth(row).focus()
        openings.keyboard.press("c")
    chosen = titles(openings)[:2]

    openings.get_by_role("button", name="Compare those ticked").click()

    heads = openings.locator("table.compare thead a").all_inner_texts()
    assert heads == ["Your job as it is", *chosen]


@pytest.mark.parametrize("scripts", [True, False])
def test_what_one_would_never_take_is_hidden_with_a_count_and_shown_again(
    example_site: Site, visit: Visit, *, scripts: bool
) -> None:
    page = visit(example_site, LIST, width=PHONE, scripts=scripts)
    before = titles(page)

    page.get_by_text("Hide more").click()
    page.get_by_label("Less pay a year than").fill("45,000")
    page.get_by_role("button", name="Hide less pay").click()
    hidden = titles(page)
    page.get_by_role("button", name="Show Hide what says it pays under 45,000 a year").click()
    shown = titles(page)
    page.get_by_role("button", name="Forget it Hide what says it pays under 45,000 a year").click()

    assert (len(hidden) < len(before), shown, titles(page)) == (True, before, before)
