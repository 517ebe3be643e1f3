"""The forms that tell of somebody: what stands in their fields, and what was sent of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.circles import Circle
from unrut.queries.people import Somebody
from unrut.services.contacts import ToldContact
from unrut.web.explore.posted_numbers import posted_level
from unrut.web.reflect.posted import posted_day
from unrut.wording.people import circle_hint, circle_name

MOST_LINES = 200
TEXTS = ("name", "circle", "how_known", "company", "position", "email", "phone", "url", "note")
_PARTS = 4


@dataclass(frozen=True, slots=True)
class CircleChoice:
    """A circle one may choose."""

    value: str
    name: str
    hint: str
    is_chosen: bool


def circle_choices(chosen: str = Circle.OTHER) -> list[CircleChoice]:
    """All circles, with the one that is chosen."""
    return [CircleChoice(each.value, circle_name(each), circle_hint(each), each == chosen) for each in Circle]


def fields_of(person: Somebody) -> dict[str, str]:
    """What is known of somebody, as it stands in the fields of the form: of their own entry, not of those joined."""
    entry = person.contact
    days = {name: on.isoformat() if (on := getattr(entry, name)) else "" for name in ("met_on", "last_on")}
    warmth = "" if entry.warmth is None else str(entry.warmth)
    return {name: getattr(entry, name) for name in TEXTS} | days | {"warmth": warmth}


def posted_contact(posted: Mapping[str, str]) -> ToldContact:
    """Somebody as the form tells of them.

    Raises InvalidInputError.
    """
    texts = {name: posted[name] for name in TEXTS if name in posted}
    return ToldContact(
        **{"name": "", **texts},
        met_on=posted_day(posted.get("met_on", "")),
        last_on=posted_day(posted.get("last_on", "")),
        warmth=posted_level(posted.get("warmth", ""), gettext("How close you are")),
    )


def posted_lines(written: str) -> list[ToldContact]:
    """Several people, one a line: name, circle, company, position.

    Raises InvalidInputError with the line that cannot be understood.
    """
    lines = [(place, line) for place, line in enumerate(written.splitlines(), start=1) if line.strip()]
    if not lines:
        raise InvalidInputError(gettext("There is no line yet. Write a name, or “name, circle, company”."))
    if len(lines) > MOST_LINES:
        raise InvalidInputError(
            gettext("These are %(count)d lines; %(most)d at once are the most. Bring in a table instead.")
            % {"count": len(lines), "most": MOST_LINES}
        )
    return [_told(place, line) for place, line in lines]


def _told(place: int, line: str) -> ToldContact:
    mark = next((mark for mark in ("\t", ";") if mark in line), ",")
    name, circle, company, position = [*(part.strip() for part in line.split(mark, _PARTS - 1)), "", "", ""][
        :_PARTS
    ]
    if not name:
        raise InvalidInputError(
            gettext("Line %(place)d has no name. Begin it with one: “name, circle, company”.")
            % {"place": place}
        )
    return ToldContact(name, _circle(place, circle), company=company, position=position)


def _circle(place: int, written: str) -> str:
    """The circle of a line, by its key or its name; none is said where nothing is written."""
    if not written:
        return Circle.OTHER.value
    named = {circle_name(each).casefold(): each.value for each in Circle} | {
        each.value: each.value for each in Circle
    }
    if written.casefold() in named:
        return named[written.casefold()]
    raise InvalidInputError(
        gettext("Line %(place)d: “%(written)s” is no circle. Choose one of %(circles)s, or leave it empty.")
        % {
            "place": place,
            "written": written[:40],
            "circles": ", ".join(circle_name(each).lower() for each in Circle if each is not Circle.OTHER),
        }
    )
