"""Everything can be done by keyboard, and one always sees where one is."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.places import EXAMPLE_PAGES, PHONE, Look, Site, Visit

pytestmark = pytest.mark.browser

PLACES = (
    ("t", "/"),
    ("b", "/behind/"),
    ("p", "/picture/"),
    ("f", "/fit/"),
    ("e", "/people/"),
    ("l", "/plan/"),
)
# Of the element in focus: a name, whether its outline can be seen, and whether the bar at the bottom lies over it.
IN_FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const bar = document.querySelector(".steps");
  const isBar = bar && getComputedStyle(bar).position === "fixed" && !bar.contains(element);
  return {
    isBody: element === document.body,
    name: `${element.tagName} ${element.name || element.getAttribute("href") || element.textContent.trim()}`,
    isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isHidden: Boolean(isBar && box.top >= bar.getBoundingClientRect().top),
  };
}"""
MOST_STOPS = 400


@pytest.mark.parametrize(("key", "address"), PLACES)
def test_g_and_a_letter_go_to_a_place(example_site: Site, look: Look, key: str, address: str) -> None:
    page = look(example_site, "/keyboard/")

    page.keyboard.press("g")
    page.keyboard.press(key)

    expect(page).to_have_url(example_site.origin + address)


def test_n_begins_a_note_from_anywhere(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/plan/")

    page.keyboard.press("n")

    expect(page.get_by_label("What did you not like?")).to_be_focused()


def test_n_on_the_page_of_the_week_goes_to_its_box(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/week/2026-11-09/")

    page.keyboard.press("n")

    expect(page.get_by_label("What did you not like?")).to_be_focused()
    expect(page.get_by_label("What did you not like?")).to_have_value("")


def test_question_mark_lists_the_keys(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/fit/")

    page.keyboard.press("?")

    expect(page.get_by_role("heading", level=1)).to_have_text("Everything can be done by keyboard.")


def test_keys_stay_letters_while_one_writes(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/week/2026-11-09/")
    page.get_by_label("What did you like at work?").click()

    page.keyboard.type("g b n ? x 1 a")

    expect(page.get_by_label("What did you like at work?")).to_have_value("g b n ? x 1 a")
    assert page.url == example_site.origin + "/week/2026-11-09/"


def test_first_stop_skips_to_the_content(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/behind/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("address", EXAMPLE_PAGES)
def test_tab_key_reaches_everything_in_plain_sight(example_site: Site, look: Look, address: str) -> None:
    page = look(example_site, address, width=PHONE)

    stops = stops_of(page)

    assert usable(page) - {stop["name"] for stop in stops} == set()
    assert [stop["name"] for stop in stops if not stop["isOutlined"]] == []
    assert [stop["name"] for stop in stops if stop["isHidden"]] == []


def stops_of(page: Page) -> list[dict[str, Any]]:
    """All stops of the tab key from the top of the page until it leaves it again."""
    stops: list[dict[str, Any]] = []
    while len(stops) < MOST_STOPS:
        page.keyboard.press("Tab")
        stop: dict[str, Any] = page.evaluate(IN_FOCUS)
        if stop["isBody"]:
            return stops
        stops.append(stop)
    raise AssertionError(f"The tab key is still on {page.url} after {MOST_STOPS} stops.")


def usable(page: Page) -> set[str]:
    """Names of all that can be pressed or filled in; a scale counts once, as it is one stop."""
    found: list[str] = page.evaluate("""() =>
      [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
        .filter((element) => element.checkVisibility() && !element.closest("[popover]:not(:popover-open)"))
        .map((element) =>
          `${element.tagName} ${element.name || element.getAttribute("href") || element.textContent.trim()}`)
    """)
    return set(found)
