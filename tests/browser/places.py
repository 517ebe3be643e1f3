"""Where the tests go: a running site, and the addresses of its pages."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Page, StorageState

EMPTY_PAGES = (
    "/",
    "/?begin",
    "/week/2026-11-09/",
    "/start/1/",
    "/start/2/",
    "/start/3/",
    "/start/4/",
    "/start/result/",
    "/review/",
    "/behind/",
    "/behind/commute/",
    "/behind/weeks/",
    "/behind/circumstances/",
    "/behind/profile/",
    "/behind/profile/print/",
    "/picture/",
    "/picture/done/",
    "/picture/import/",
    "/picture/jobs/",
    "/picture/milestones/",
    "/picture/papers/",
    "/fit/",
    "/fit/wants/",
    "/fit/wants/criteria/",
    "/fit/ways/",
    "/fit/ways/money/",
    "/fit/decision/",
    "/fit/work/",
    "/fit/work/me/",
    "/fit/work/me/skills/",
    "/fit/work/29-1141.00/",
    "/fit/work/29-1141.00/gap/",
    "/fit/job/",
    "/fit/add/",
    "/fit/openings/",
    "/fit/openings/compare/",
    "/fit/boards/",
    "/fit/companies/",
    "/people/",
    "/people/list/",
    "/people/add/",
    "/people/import/",
    "/people/same/",
    "/people/questions/",
    "/people/talks/",
    "/people/strengths/",
    "/people/strengths/me/",
    "/people/strengths/ask/",
    "/people/strengths/answers/",
    "/people/strengths/inventory/",
    "/plan/",
    "/plan/goal/",
    "/plan/time/",
    "/help/",
    "/help/respect/",
    "/settings/",
    "/keyboard/",
    "/nowhere/",
)
# The first row of a table has the number 1 in a store nothing was ever removed from.
EXAMPLE_PAGES = (
    *EMPTY_PAGES,
    "/review/2026-10-01/",
    "/behind/learning_growth/",
    "/behind/profile/print/?words",
    "/picture/?zoom=year",
    "/picture/done/?q=teaching",
    "/picture/done/1/",
    "/picture/milestones/1/",
    "/picture/milestones/1/questions/3/",
    "/picture/papers/?kind=review",
    "/fit/options/present/",
    "/fit/options/treated/",
    "/fit/options/opening-1/",
    "/fit/ways/way-1/",
    "/fit/wants/limits/",
    "/fit/wants/ranges/",
    "/fit/wants/first/",
    "/fit/wants/weights/",
    "/fit/wants/trade-offs/",
    "/fit/wants/again/",
    "/fit/wants/partner/",
    "/fit/ways/treated/",
    "/fit/ways/interests/",
    "/fit/ways/compare/",
    "/fit/ways/way-3/",
    "/fit/work/?zone=3&far=yes",
    "/fit/work/find/?q=growth+marketer",
    "/fit/work/compare/?with=13-1161.01&with=29-1141.00",
    "/fit/work/13-1161.01/",
    "/fit/work/13-1161.01/near/",
    "/fit/work/13-1161.01/gap/",
    "/fit/openings/?q=manager",
    "/fit/openings/compare/?with=1&with=2&with=3&with=4",
    "/fit/openings/1/questions/",
    "/fit/companies/copperbeck%20tea/",
    "/people/1/",
    "/people/1/forget/",
    "/people/questions/field-13-1161.01/",
    "/people/talks/1/",
    "/people/talks/2/",
    "/people/talks/2/talked/",
    "/people/strengths/answers/1/",
    "/plan/goal/?option=opening-1",
    "/plan/steps/1/",
    "/plan/steps/6/",
)
NOWHERE_YET = ""
"""For a window that is listened to before it loads its first page."""
PHONE, DESKTOP = 390, 1280


@dataclass(frozen=True, slots=True)
class Site:
    """A running server, and the cookies of somebody who signed in."""

    origin: str
    signed_in: StorageState


class Visit(Protocol):
    """Opens a page of a site in a browser window of its own; what is not named is usual."""

    def __call__(
        self,
        site: Site,
        address: str = "/",
        *,
        width: int = DESKTOP,
        scripts: bool = True,
        is_stranger: bool = False,
        added_script: str = "",
    ) -> Page: ...


class Look(Protocol):
    """Goes to a page of a site in the window of an earlier look."""

    def __call__(self, site: Site, address: str, *, width: int = DESKTOP, added_script: str = "") -> Page: ...


def status_of(address: str) -> int:
    """The status that a page of the lists above answers with."""
    return 404 if address == "/nowhere/" else 200


def unfold(page: Page) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
