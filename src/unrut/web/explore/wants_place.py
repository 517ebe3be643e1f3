"""The six screens on which one says what one wants: their order, and how far one has come."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from unrut.web.access import OwnedRequest
from unrut.wording import wants as wording

SCREENS = ("limits", "criteria", "ranges", "first", "weights", "trade-offs")
_KEY = "wants_screen"


def url_of(screen: str) -> str:
    """The name of the address of a screen."""
    return f"fit-wants-{screen}"


def go_on(request: OwnedRequest, screen: str) -> HttpResponse:
    """To the next screen, which is remembered until the last one is through: one may go on another day."""
    request.session[_KEY] = [request.owner.pk, screen]
    return redirect(url_of(screen))


def place_of(request: OwnedRequest) -> str:
    """The screen this person came to; nothing when they went through all or never began."""
    owner, screen = request.session.get(_KEY, (None, ""))
    return screen if owner == request.owner.pk and screen in SCREENS else ""


def finish(request: OwnedRequest) -> None:
    """All screens are through."""
    request.session.pop(_KEY, None)


def screen_context(screen: str) -> dict[str, Any]:
    """What the head and the foot of a screen need."""
    at = SCREENS.index(screen)
    return {
        "progress": wording.progress(screen),
        "before": url_of(SCREENS[at - 1]) if at else "",
        "after": url_of(SCREENS[at + 1]) if at + 1 < len(SCREENS) else "",
    }
