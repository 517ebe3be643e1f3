"""The weeks as a picture: the one that fits the screen, its table, and choices kept by a press."""

import pytest
from playwright.sync_api import expect
from tests.browser.places import DESKTOP, PHONE, Look, Site, Visit

pytestmark = pytest.mark.browser

ADDRESS = "/behind/weeks/"


@pytest.mark.parametrize(("width", "drawn"), [(PHONE, 358), (DESKTOP, 640)])
def test_picture_is_drawn_for_the_screen_it_is_on(
    example_site: Site, look: Look, width: int, drawn: int
) -> None:
    page = look(example_site, ADDRESS, width=width)

    boxes = [picture.bounding_box() for picture in page.locator("svg.signal").all()]

    assert [round(box["width"]) for box in boxes if box] == [drawn]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_words_in_the_picture_are_large_enough_to_read(example_site: Site, look: Look, width: int) -> None:
    page = look(example_site, ADDRESS, width=width)

    heights: list[float] = page.evaluate(
        "[...document.querySelectorAll('svg.signal text')].map((text) => text.getBoundingClientRect().height)"
        ".filter((height) => height > 0)"
    )

    assert min(heights) >= 12


def test_words_in_the_picture_do_not_touch(example_site: Site, look: Look) -> None:
    page = look(example_site, ADDRESS, width=PHONE)

    touching: list[str] = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll(".only-phone svg.signal text")]
            .map((text) => [text.textContent, text.getBBox()]);
          return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
            .filter(([, b]) => a.x < b.x + b.width && b.x < a.x + a.width
              && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height)
            .map(([other]) => `${one} and ${other}`));
        }"""
    )

    assert touching == []


def test_table_opens_and_holds_the_same_weeks(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, ADDRESS)
    page.get_by_text("The same as a table").click()

    expect(page.get_by_role("table")).to_be_visible()
    assert page.locator("tbody tr").count() > 20


def test_choice_is_kept(site: Site, visit: Visit) -> None:
    page = visit(site, ADDRESS, width=PHONE)
    page.get_by_label("About 5 of 100 people").check()
    page.get_by_label("Which weeks are low?").fill("3.5")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.get_by_label("About 5 of 100 people")).to_be_checked()
    expect(page.get_by_label("Which weeks are low?")).to_have_value("3.5")
