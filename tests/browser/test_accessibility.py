"""axe finds nothing, on any page, in either scheme, wide or narrow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page
from tests.browser.places import DESKTOP, EMPTY_PAGES, EXAMPLE_PAGES, PHONE, Look, Site, Visit, unfold

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# The dark differs from the light in its colours alone; looking for the rest twice takes half as long again.
COLOURS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast"]}, "rules": {}}


@pytest.mark.parametrize("address", EMPTY_PAGES)
def test_axe_finds_nothing_in_an_empty_home(site: Site, look: Look, address: str) -> None:
    page = look(site, address, added_script=AXE)

    found = violations(page)

    assert found == []


@pytest.mark.parametrize("address", EXAMPLE_PAGES)
def test_axe_finds_nothing_in_the_example(example_site: Site, look: Look, address: str) -> None:
    page = look(example_site, address, added_script=AXE)

    found = violations(page)

    assert found == []


def test_axe_finds_nothing_at_the_locked_door(site: Site, visit: Visit) -> None:
    page = visit(site, is_stranger=True, added_script=AXE)

    found = violations(page)

    assert page.title() == "Locked · Unrut"
    assert found == []


def test_axe_finds_nothing_beside_open_evidence(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/behind/", added_script=AXE)
    page.locator(".evidence").first.click()

    found = violations(page)

    assert page.locator(".sheet:popover-open").count() == 1
    assert found == []


def test_axe_finds_nothing_in_a_preview(site: Site, visit: Visit) -> None:
    page = visit(site, "/fit/add/", added_script=AXE)
    page.get_by_label("The text of the posting").fill("Search analyst\nHybrid, 35 hours a week.")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="1 opening was read. Keep it?").wait_for()

    found = violations(page)

    assert found == []


def test_axe_finds_nothing_where_an_answer_is_wrong(site: Site, visit: Visit) -> None:
    page = visit(site, "/?begin", added_script=AXE)
    page.get_by_label("Hours worked").fill("many")
    page.get_by_role("button", name="Save this week").click()
    page.get_by_role("alert").wait_for()

    found = violations(page)

    assert found == []


def violations(page: Page) -> list[str]:
    """What axe finds in both schemes and both widths, everything unfolded."""
    unfold(page)
    return list(_in_every_view(page))


def _in_every_view(page: Page) -> Iterator[str]:
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            rules = RULES if scheme == "light" else COLOURS
            result: dict[str, Any] = page.evaluate("(rules) => axe.run(document, rules)", rules)
            for broken in result["violations"]:
                where = "; ".join(str(node["target"]) for node in broken["nodes"])
                yield f"{width} {scheme}: {broken['id']} at {where}"
