"""The schema.org data of a page as plain names and values: from JSON-LD, also slightly broken, microdata or RDFa."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from unrut.importers.text_tools import is_too_deep

POSTING = "JobPosting"
LONGEST_TAG = 1000
DEEPEST = 40
MOST_VALUES = 200_000
DEEPEST_VALUE = 12
MOST_IN_REFERENCE = 2  # its identity, and perhaps its type
LONGEST_PAGE = 1_000_000

PREFIX = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:|[a-z]{1,10}:(?=[A-Z]))")
COMMENT_MARKS = re.compile(r"<!--|-->|(?://|/\*)?\s?<!\[CDATA\[\s?(?:\*/)?|(?://|/\*)?\s?\]\]>\s?(?:\*/)?")
SPARE_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])', re.DOTALL)
BETWEEN = re.compile(r"[\s;,\ufeff]*")
SCRIPT, SCRIPT_END = re.compile("<script", re.IGNORECASE), re.compile("</script", re.IGNORECASE)
MARKED_UP = {
    "itemtype": ("itemprop", "itemscope"),
    "typeof": ("property", "typeof"),
}

Record = Mapping[str, Any]


def scripts_in(page: str) -> list[str]:
    """What stands in the JSON-LD scripts of a page, in their order."""
    found: list[str] = []
    start = SCRIPT.search(page)
    while start:
        end = page.find(">", start.end(), start.end() + LONGEST_TAG)
        after = start.end()
        if end > 0 and "ld+json" in page[after:end].lower():
            close = SCRIPT_END.search(page, end)
            after = close.start() if close else len(page)
            found.append(page[end + 1 : after])
        start = SCRIPT.search(page, after)
    return found


def values_of(script: str) -> list[Any]:
    """The JSON values of a script, with common mistakes forgiven; none where it is beyond that.

    Forgiven are control characters in words, commas too many, comment marks around it, and several values in a row.
    """
    text = COMMENT_MARKS.sub(" ", script).strip()
    if '"' not in text and "&quot;" in text:
        text = html.unescape(text)
    return _decoded(text) or _decoded(_without_spare_commas(text))


def _without_spare_commas(text: str) -> str:
    return SPARE_COMMA.sub(lambda found: "" if found[0] == "," else found[0], text)


def _decoded(text: str) -> list[Any]:
    """The values that stand one after the other; none where one of them is broken."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = _after_space(text, 0)
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return []
        values.append(value)
        at = _after_space(text, end)
    return values


def _after_space(text: str, at: int) -> int:
    found = BETWEEN.match(text, at)
    return found.end() if found else at


def postings_in(value: Any) -> list[Record]:
    """Every JobPosting inside a JSON-LD value, wherever it stands, with plain names and references resolved."""
    nodes = list(_nodes(value))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    unfolded = _Unfolded(by_id)
    return [unfolded.node(node) for node in nodes if POSTING in types_of(node)]


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """All mappings inside a value, the outer ones first."""
    level: list[Any] = [value]
    for _ in range(DEEPEST):
        inside: list[Any] = []
        for each in level[:MOST_VALUES]:
            if isinstance(each, Mapping):
                yield each
                inside += each.values()
            elif isinstance(each, list):
                inside += each
        level = [each for each in inside if isinstance(each, list | Mapping)]
        if not level:
            return


def types_of(node: Mapping[str, Any]) -> list[str]:
    """What a value is, by its plain names."""
    stated = node.get("@type", node.get("type"))
    types = stated if isinstance(stated, list) else [stated]
    return [PREFIX.sub("", each).strip() for each in types if isinstance(each, str)]


class _Unfolded:
    """Values under plain names; one that only refers to another is that other one, within bounds."""

    def __init__(self, by_id: Mapping[str, Mapping[str, Any]]) -> None:
        self._by_id = by_id
        self._left = MOST_VALUES  # those that refer to each other in circles would never end

    def node(self, node: Mapping[str, Any], deep: int = 0) -> dict[str, Any]:
        given = node.get("@id")
        whole = (
            self._by_id.get(given, node)
            if isinstance(given, str) and len(node) <= MOST_IN_REFERENCE
            else node
        )
        return {PREFIX.sub("", str(name)): self._value(value, deep + 1) for name, value in whole.items()}

    def _value(self, value: Any, deep: int) -> Any:
        self._left -= 1
        if deep > DEEPEST_VALUE or self._left < 0:
            return None
        if isinstance(value, list):
            entries = [self._value(entry, deep + 1) for entry in value]
            return entries[0] if len(entries) == 1 else entries
        if isinstance(value, Mapping):
            return self._value(value["@value"], deep + 1) if "@value" in value else self.node(value, deep)
        return value


def marked_up_postings(page: str) -> list[Record]:
    """Every JobPosting that a page marks up in its own elements, as microdata or RDFa."""
    if is_too_deep(page):
        return []
    from selectolax.lexbor import LexborHTMLParser  # slow to load, and only needed for such pages

    tree = LexborHTMLParser(page)
    for kind in MARKED_UP:
        reader = _MarkedUp(kind, len(page))
        found = [node for node in tree.css(f"[{kind}]") if POSTING in reader.types(node)]
        if found:
            return [reader.item(node) for node in found]
    return []


class _MarkedUp:
    """Reads the items of a page, within bounds: properties inside each other would be written out again and again."""

    def __init__(self, kind: str, length: int) -> None:
        self._kind = kind
        self._name, self._scope = MARKED_UP[kind]
        self._left = LONGEST_PAGE + 4 * length

    def types(self, node: Any) -> list[str]:
        return [PREFIX.sub("", word) for word in (node.attributes.get(self._kind) or "").split()]

    def item(self, node: Any, deep: int = 0) -> dict[str, Any]:
        """The properties of an item, with the items inside it."""
        found: dict[str, list[Any]] = {"@type": [self.types(node)]}
        waiting = _children(node)
        while waiting:
            child = waiting.pop()
            names = (child.attributes.get(self._name) or "").split()
            is_item = self._scope in child.attributes
            for name in names:
                value = (
                    self.item(child, deep + 1) if is_item and deep < DEEPEST_VALUE else self._written(child)
                )
                found.setdefault(PREFIX.sub("", name), []).append(value)
            if not is_item:
                waiting += _children(child)
        return {name: values[0] if len(values) == 1 else values for name, values in found.items()}

    def _written(self, node: Any) -> str:
        """What an element says: the value in its attributes, else its contents with their tags."""
        attributes = node.attributes
        for name in ("content", "datetime", "href" if node.tag in {"a", "link"} else "value"):
            if attributes.get(name):
                return str(attributes[name])
        markup = (node.html or "") if self._left > 0 else ""
        self._left -= len(markup)
        return str(markup[markup.find(">") + 1 : markup.rfind("<")])


def _children(node: Any) -> list[Any]:
    """The elements right inside an element, the last one first."""
    return list(node.iter(include_text=False))[::-1]


def page_link(page: str) -> str:
    """The address that a page says is its own."""
    head = page[:200_000]
    for mark in ('rel="canonical"', "rel='canonical'", 'property="og:url"', "property='og:url'"):
        at = head.find(mark)
        tag = head[max(head.rfind("<", 0, at), 0) : head.find(">", at, at + LONGEST_TAG)] if at >= 0 else ""
        found = re.search(r"""(?:href|content)\s?=\s?["']([^"'<>]{1,2000})["']""", tag)
        if found:
            return html.unescape(found[1])
    return ""
