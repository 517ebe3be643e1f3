"""What every page shows around its own content."""

from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from unrut import __version__
from unrut.clock import today
from unrut.models import Person
from unrut.queries.safety import help_ground

Text = Any  # a lazy translation


@dataclass(frozen=True, slots=True)
class Place:
    """One of the six places of the menu: a long name for wide screens, a short one for the thumb bar."""

    name: str
    long: Text
    short: Text
    key: str


PLACES = (
    Place("today", gettext_lazy("Today"), gettext_lazy("Today"), "t"),
    Place("behind", gettext_lazy("What is behind it"), gettext_lazy("Behind it"), "b"),
    Place("picture", gettext_lazy("Bigger picture"), gettext_lazy("Picture"), "p"),
    Place("fit", gettext_lazy("What would fit"), gettext_lazy("Fit"), "f"),
    Place("people", gettext_lazy("People"), gettext_lazy("People"), "e"),
    Place("plan", gettext_lazy("Plan"), gettext_lazy("Plan"), "l"),
)


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Menu, version, and whether the example is shown."""
    owner = getattr(request, "owner", None)
    match = request.resolver_match
    return {
        "places": PLACES,
        "current_place": _place(match.url_name if match else None),
        "is_example": bool(owner and owner.is_example),
        "owner": owner,
        "help_is_active": cache(partial(_help_is_active, owner)),
        "version": __version__,
    }


def _help_is_active(owner: Person | None) -> bool:
    """Whether help is offered, so that no page pushes a change; asked once, and only by pages that would."""
    return owner is not None and help_ground(owner, today=today()) is not None


def _place(url_name: str | None) -> str:
    """The place of the menu that a page belongs to: names of pages begin with it."""
    first = (url_name or "").split("-")[0]
    return {"week": "today", "note": "today", "look": "today", "review": "behind"}.get(first, first)
