"""What a newcomer does after the first week is written: the same with scripts and without them."""

from datetime import date, datetime

from playwright.sync_api import Locator, Page, expect

POSTING = """Learning designer
We are a small charity in Leeds. You will learn from a mentor every week, with a training budget of £1,500.
37.5 hours a week, hybrid, two days in the office. £36,000 to £41,000 a year."""


def save_the_wants(page: Page) -> None:
    """Weigh one of the proposed wants and keep them."""
    page.get_by_role("link", name="See what would fit").click()
    page.get_by_role("link", name="Change what you want").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("You have not said it yourself yet.")
    page.get_by_text("Change everything at once").click()
    page.get_by_label("How much it matters: Variety of tasks").fill("90")
    page.get_by_role("button", name="Save what I want").click()
    expect(page.get_by_text("As you said.")).to_be_visible()


def bring_an_opening(page: Page) -> None:
    """Paste a posting, look at what was read, keep it."""
    page.get_by_role("link", name="Add openings").first.click()
    page.get_by_label("The text of the posting").fill(POSTING)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 opening was read. Keep it?")
    expect(page.get_by_role("heading", level=2)).to_have_text(["Learning designer"])
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status")).to_have_text("1 opening is new.")
    expect(page.locator(".opening h2")).to_have_text(["Learning designer"])
    page.get_by_role("main").get_by_role("link", name="What would fit").click()


def options(page: Page) -> set[str]:
    """The names of all ways out on "What would fit"."""
    return set(page.get_by_role("region", name="Options").get_by_role("heading", level=2).all_inner_texts())


def choose_a_goal(page: Page) -> None:
    """From the options to a plan."""
    page.get_by_role("link", name="Choose one as your goal").click()
    page.get_by_role("link", name="Plan for “Your job, changed”").click()
    expect(page.get_by_label("In a few words")).to_have_value("Change my present job")
    page.get_by_label("Why does it matter to you?").fill("I want to like Mondays again")
    page.get_by_role("button", name="Draw up the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Change my present job")
    expect(page.get_by_role("status")).to_have_text("Your plan is drawn. The first step stands at the top.")


def first_step(page: Page) -> tuple[str, date]:
    """Open the first step of the plan: what one will have by it, and its day."""
    page.locator(".step-row a").first.click()
    page.wait_for_url("**/plan/steps/*/")
    result = page.locator(".facts dd").first.inner_text()
    when = page.locator(".opening-lines h1 + p").inner_text().partition(" at ")[0]
    return result, datetime.strptime(f"{when} 2026", "%a %d %b %Y").date()  # noqa: DTZ007 - a day has no zone


def finish_it(page: Page) -> None:
    """The opened step is done."""
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("status")).to_contain_text("Done, and kept among the things you accomplished")


def accomplished(page: Page) -> Locator:
    """What "Bigger picture" shows as done."""
    page.get_by_role("link", name="Bigger picture").click()
    return page.locator(".wide-table a[href*='/picture/done/']")
