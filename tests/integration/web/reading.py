"""Reads the HTML that was answered, the way a browser would, and names what a page of ours may never hold."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, cast

from unrut.models import Person
from unrut.web.access import OwnedRequest

EMPTY_ELEMENTS = frozenset("meta link input br img hr source".split())
ADDRESSES = frozenset(
    "href src srcset action formaction poster data cite background ping manifest xlink:href hx-get hx-post hx-put "
    "hx-patch hx-delete".split()
)


@dataclass
class Element:
    """A tag with its attributes and all the text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: list["Element"] = field(default_factory=list)


class Page(HTMLParser):
    """All elements of a page in their order."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(response.content.decode())
        self.unclosed = [element.tag for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        for around in self._open:
            around.inside.append(element)
        if tag not in EMPTY_ELEMENTS:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY_ELEMENTS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements of a tag whose attributes have these values; `class_` and `name_` as in Python."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and wanted.items() <= element.attributes.items()
        ]

    def texts(self, tag: str, **attributes: str) -> list[str]:
        """The text of such elements on one line each."""
        return [" ".join(element.text.split()) for element in self.all(tag, **attributes)]

    @property
    def headline(self) -> str:
        """The first line of the page."""
        return self.texts("h1")[0]

    @property
    def alerts(self) -> list[str]:
        """Sentences that say what went wrong."""
        return self.texts("p", role="alert")

    @property
    def notices(self) -> list[str]:
        """Sentences that say what was done."""
        return self.texts("p", class_="message")

    @property
    def written(self) -> list[str]:
        """The person's own lines on the page."""
        return self.texts("p", class_="own-words")

    def typed(self) -> dict[str, str]:
        """What every control of the page holds, by its name; of choices the one that is made."""
        return dict(self._controls())

    def _controls(self) -> Iterator[tuple[str, str]]:
        for element in self.elements:
            name, kind = element.attributes.get("name", ""), element.attributes.get("type", "")
            if element.tag == "textarea":
                yield name, element.text
            elif element.tag == "input" and (
                kind not in {"radio", "checkbox", "file"} or "checked" in element.attributes
            ):
                yield name, element.attributes.get("value", "on")


def faults(page: Page) -> list[str]:
    """What the content policy would stop or what would reach out, and tags that do not close."""
    found = [f"<{tag}> stays open" for tag in page.unclosed]
    for element in page.elements:
        found += _inline(element)
        found += [f"{element.tag} leads to {address}" for address in _foreign(element)]
    identifiers = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    found += [f"{name} stands twice" for name in set(identifiers) if identifiers.count(name) > 1]
    return found


def _inline(element: Element) -> list[str]:
    is_script = element.tag == "script" and ("src" not in element.attributes or element.text.strip() != "")
    forbidden = ["inline script"] * is_script + ["style element"] * (element.tag == "style")
    return forbidden + [
        f"{element.tag} has {name}"
        for name in element.attributes
        if name == "style" or name.startswith(("on", "hx-on", "hx-vals", "hx-vars", "data-hx-on"))
    ]


def _foreign(element: Element) -> list[str]:
    """Addresses off this machine; a link to the posting's own page is followed only by the person."""
    is_posting = element.tag == "a" and element.attributes.get("rel") == "noreferrer noopener external"
    return [
        value
        for name, value in element.attributes.items()
        if name in ADDRESSES and not is_posting and not _is_ours(value)
    ]


def _is_ours(address: str) -> bool:
    return address.startswith(("#", "?")) or (
        address.startswith("/") and not address.startswith(("//", "/\\"))
    )


def owner_of(response: Any) -> Person:
    """Whose page was answered."""
    return cast("OwnedRequest", response.wsgi_request).owner


def as_json(response: Any) -> Any:
    """The value of a JSON answer."""
    return json.loads(response.content)
