"""A paper as PDF: A4, tagged, with headings and a language, and the same bytes for the same paper."""

import json
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext

from unrut.exporters.paper import Fact, Item, Paper, Section, facts, is_right_to_left
from unrut.exporters.typesetting import CannotBeSetError, Page, language_of, set_pdf
from unrut.wording.numbers import day

TEMPLATE = "paper.typ"
# An item of more characters may run over two pages; a shorter one is kept on one.
_LONG_ITEM = 900


def paper_pdf(paper: Paper) -> bytes:
    """The paper as PDF/UA-1, or where this machine has no font for a sign, as a plain tagged PDF that says so."""
    try:
        return set_pdf(_page(paper, paper.foot), is_accessible=True, made_on=paper.made_on)
    except CannotBeSetError:
        foot = (paper.foot, no_font_words())
        return set_pdf(_page(paper, *foot), is_accessible=False, made_on=paper.made_on)


def no_font_words() -> str:
    """What stands at the foot of a paper with signs that could not be drawn."""
    return gettext(
        "Some signs could not be drawn, as no font on this machine has them. The Word file keeps them."
    )


def _page(paper: Paper, *foot: str) -> Page:
    language, region = language_of(paper.language)
    content = {
        "title": paper.title,
        "headline": _words(paper.title),
        "subtitle": _words(paper.subtitle),
        "made-on": day(paper.made_on),
        "date": [paper.made_on.year, paper.made_on.month, paper.made_on.day],
        "lang": language,
        "region": region,
        "sections": [_section(section) for section in paper.sections],
        "foot": [_words(text) for text in foot if text],
    }
    return Page(files("unrut.exporters").joinpath(TEMPLATE).read_bytes(), {"paper": json.dumps(content)})


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": _words(section.title),
        "lead": _words(section.lead),
        "items": [_item(item) for item in section.items],
        "note": _words(section.note),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "text": _words(item.text),
        "when": _words(item.when),
        "details": [_words(text) for text in item.details],
        "facts": [_fact(fact) for fact in facts(item)],
        "is-gap": item.is_gap,
        "is-long": len(item.text) + sum(map(len, item.details)) > _LONG_ITEM,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {"name": fact.name, "words": _words(fact.words), "address": fact.address}


def _words(text: str) -> dict[str, Any]:
    return {"text": text, "is-rtl": is_right_to_left(text)}
