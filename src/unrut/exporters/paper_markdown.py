"""A paper as Markdown, in which nothing a person wrote is taken for a sign of it."""

import re

from unrut.exporters.markdown_text import escaped
from unrut.exporters.paper import Fact, Item, Paper, Section, facts
from unrut.wording.numbers import day

# What Markdown would take for a sign of its own at the beginning of a line.
_BEGINNINGS = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")


def paper_markdown(paper: Paper) -> bytes:
    """The paper as text. Every text of the paper is one line already."""
    parts = [f"# {_text(paper.title)}", _text(paper.subtitle), day(paper.made_on)]
    for section in paper.sections:
        parts += _section(section)
    parts.append(_text(paper.foot))
    return ("\n\n".join(filter(None, parts)) + "\n").encode()


def _section(section: Section) -> list[str]:
    return [
        f"## {_text(section.title)}" if section.title else "",
        _text(section.lead),
        "\n".join(line for item in section.items for line in _item(item)),
        _text(section.note),
    ]


def _item(item: Item) -> list[str]:
    when = f" ({escaped(item.when)})" if item.when else ""
    below = [*map(_text, item.details), *map(_fact, facts(item))]
    return [f"- {_text(item.text)}{when}", *(f"  - {line}" for line in below)]


def _fact(fact: Fact) -> str:
    words = f"<{fact.address}>" if fact.address else escaped(fact.words)
    return f"{fact.name} {words}"


def _text(text: str) -> str:
    return _BEGINNINGS.sub(_escaped_beginning, escaped(text))


def _escaped_beginning(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
