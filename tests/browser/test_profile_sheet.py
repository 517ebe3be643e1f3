"""What to look for and to avoid fits on one sheet of A4, and the list and the managers are changed without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser.places import Site, Visit

pytestmark = pytest.mark.browser

SHEET = "/behind/profile/print/"
A4 = (595, 842)  # points, rounded by the browser to its own pixels
PAGE = re.compile(rb"/Type\s*/Page\b")


def paper_of(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("asked", ["", "?words"])
def test_list_is_one_sheet_of_a4(example_site: Site, visit: Visit, asked: str) -> None:
    page = visit(example_site, SHEET + asked)

    paper = paper_of(page)

    assert len(PAGE.findall(paper)) == 1
    (box,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert [float(side) for side in box] == pytest.approx(A4, abs=1)


def test_list_with_many_own_lines_is_still_one_sheet(site: Site, visit: Visit) -> None:
    page = visit(site, "/behind/profile/", scripts=False)
    for number in range(6):
        for column in ("Look for", "Avoid"):
            page.get_by_label("Where").select_option(label=column)
            page.get_by_label("What", exact=True).fill(
                f"Line {number}: people who say what they mean in time"
            )
            page.get_by_label("The question that finds out (if you like)").fill(
                "Who last said no here, and to whom?"
            )
            page.get_by_role("button", name="Add it").click()
            expect(page.get_by_role("status")).to_have_text("Your line is on the list.")

    page.goto(site.origin + SHEET)

    expect(page.get_by_text("Line 5: people")).to_have_count(2)
    assert len(PAGE.findall(paper_of(page))) == 1


def test_sheet_shows_no_way_on_paper(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, SHEET)
    on_screen = page.get_by_role("navigation").is_visible()

    page.emulate_media(media="print")

    assert on_screen
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_line_is_changed_by_plain_forms(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/behind/profile/", scripts=False)
    first = page.locator("#avoid .rows > li").first

    first.locator("summary").click()
    first.get_by_label("In your words").fill("Places that teach nothing")
    first.get_by_role("button", name="Save").click()
    expect(page.locator("#avoid .rows > li").first.locator("p").first).to_have_text(
        "Places that teach nothing"
    )
    page.locator("#avoid .rows > li").first.locator("summary").click()
    page.locator("#avoid .rows > li").first.get_by_role("button", name="As computed").click()

    expect(page.locator("#avoid .rows > li").first.locator("p").first).to_have_text(
        "Roles that use only what you already know"
    )


def test_manager_is_told_by_a_plain_form_and_taken_back(site: Site, visit: Visit) -> None:
    page = visit(site, "/behind/circumstances/", scripts=False)
    page.get_by_label("Name").fill("Dora")
    page.get_by_label("From").fill("2026-03-01")
    page.get_by_role("button", name="Keep it").click()

    expect(page.get_by_role("heading", name="Dora")).to_be_visible()
    page.get_by_text("Change Dora").click()
    page.get_by_role("button", name="Remove Dora").click()

    expect(page.get_by_role("heading", name="Dora")).to_have_count(0)
