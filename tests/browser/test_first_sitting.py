"""The first sitting and the quarterly review in a browser: by plain forms, by keyboard, on a phone."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.places import PHONE, Site, Visit

pytestmark = pytest.mark.browser


def test_first_sitting_ends_with_a_picture_without_scripts(site: Site, visit: Visit) -> None:
    page = visit(site, width=PHONE, scripts=False)

    page.get_by_role("link", name="Look back: ten minutes").click()
    name_the_job(page)
    skip_the_typical_week(page)
    remember_two_weeks(page)
    answer_some_facets(page)

    expect(page.get_by_role("heading", level=1)).to_contain_text("the way to work")
    expect(page.get_by_text("Analyst, Mill, since 2022, about 40 hours a week")).to_be_visible()
    page.get_by_text("you answered 1 of 10 and a line about the worst week").click()
    expect(page.get_by_text("Two hours in traffic").first).to_be_visible()
    page.get_by_role("link", name="Write this week down").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How was this week?")


def name_the_job(page: Page) -> None:
    page.get_by_label("What you are called").fill("Analyst")
    page.get_by_label("Where (if you like)").fill("Mill")
    page.get_by_label("Since (about will do)").fill("2022-05-01")
    page.get_by_label("Hours in a usual week").select_option("about 40")
    page.get_by_role("button", name="Keep and go on").click()


def skip_the_typical_week(page: Page) -> None:
    expect(page.get_by_text("2 of 5")).to_be_visible()
    page.get_by_role("link", name="Skip this").click()


def remember_two_weeks(page: Page) -> None:
    """What was kept stands there again after going back."""
    page.get_by_label("What made it good?").fill("My colleagues are great")
    page.get_by_label("What made it bad?").fill("Two hours in traffic")
    page.locator("input[name=item-worst_satisfaction][value='2']").check()
    page.get_by_role("button", name="Keep and go on").click()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_label("What made it bad?")).to_have_value("Two hours in traffic")
    expect(page.locator("input[name=item-worst_satisfaction][value='2']")).to_be_checked()
    page.get_by_role("link", name="Skip this").click()


def answer_some_facets(page: Page) -> None:
    page.get_by_text("Conditions", exact=True).click()
    page.locator("input[name=item-commute][value='1']").check()
    page.get_by_role("button", name="Keep and go on").click()


def test_review_is_answered_by_keyboard(site: Site, visit: Visit) -> None:
    page = visit(site, "/review/")
    first = page.locator("input[name=item-task_variety]")

    first.first.focus()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_label("What did you get done this quarter?").fill("A talk held")
    page.get_by_role("button", name="Save what you answered").press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Saved.")
    page.get_by_role("link", name="Go on with it").click()
    expect(page.locator("input[name=item-task_variety][value='3']")).to_be_checked()
    expect(page.locator("input[name=item-challenge_level][value='0']")).to_be_checked()


def test_reminder_is_downloaded_from_the_settings(site: Site, visit: Visit) -> None:
    page = visit(site, "/settings/")
    page.get_by_label("Day", exact=True).select_option("the Monday after")
    page.get_by_role("button", name="Keep this day").click()
    expect(page.get_by_role("status")).to_have_text("Your day is kept.")
    page.get_by_label("A reminder for your calendar").fill("Ten minutes")

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the reminder").click()

    content = waiting.value.path().read_text()
    assert waiting.value.suggested_filename == "reminder.ics"
    assert content.count("SUMMARY:Ten minutes") == 1
