"""What axe finds on a page, in either scheme, wide or narrow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page
from tests.browser.places import DESKTOP, PHONE, unfold

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# The dark differs from the light in its colours alone; looking for the rest twice takes half as long again.
COLOURS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast"]}, "rules": {}}


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
