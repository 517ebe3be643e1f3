"""Strengths on paper: the three questions to answer by hand, and the portrait to keep."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files

from django.utils.translation import gettext, ngettext, override

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.portrait import LEAST_PEOPLE, Portrait, SeenBy, Theme, Wasted, Words
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.exporters.paper import Item, Paper, Section, is_right_to_left, plain
from unrut.exporters.strengths_form import asked_questions, pool_words, spoken_words
from unrut.exporters.typesetting import CannotBeSetError, Page, language_of, set_pdf

FORM_FILE_NAME = "unrut-questions.pdf"
LONGEST_NAME = 60
"""Letters of a name on the form: it keeps to one page."""
MOST_THEMES, MOST_OWN, MOST_WASTED = 3, 3, 1
"""How many strengths of a kind stand on a portrait of one page; of the rest it tells the number."""
LONGEST_QUOTE, LONGEST_SIGNED = 90, 24
"""Letters of a quote on it, and of the name below."""


def form_pdf(asker: str, giver: str, *, made_on: date, language: str = "en") -> bytes:
    """The form on one page, the same for the same names: PDF/UA-1, or plain where this machine has no font for a sign.

    Raises InvalidInputError when the asker has no name.
    """
    name = _short(plain(asker), LONGEST_NAME)
    if not name:
        raise InvalidInputError("The form has to say who asks. Give your name first.")
    with override(language):
        page = _form_page(name, _short(plain(giver), LONGEST_NAME), made_on, language)
    try:
        return set_pdf(page, is_accessible=True, made_on=made_on)
    except CannotBeSetError:
        return set_pdf(page, is_accessible=False, made_on=made_on)


def portrait_paper(
    name: str, seen: Portrait, givers: Mapping[str, str], *, made_on: date, language: str = "en"
) -> Paper:
    """The portrait as a paper of one page; `givers` are the names of who signed, by the key of their answer."""
    sections = [
        _themes(gettext("What others and I see"), seen.seen_by(SeenBy.BOTH), givers),
        _themes(gettext("What others see, and I do not"), seen.seen_by(SeenBy.OTHERS), givers),
        _own(seen.seen_by(SeenBy.SELF)),
        _wasted(seen.wasted, givers),
    ]
    return Paper(
        title=gettext("What is seen in me"),
        subtitle=" · ".join(filter(None, (_short(plain(name), LONGEST_SIGNED), _from_whom(seen)))),
        made_on=made_on,
        language=language,
        sections=tuple(section for section in sections if section.items),
        foot=gettext(
            "A theme takes %(least)d people; what fewer see is a beginning. Nobody is measured here."
        )
        % {"least": LEAST_PEOPLE},
    )


def _form_page(asker: str, giver: str, made_on: date, code: str) -> Page:
    words, (language, region) = spoken_words(asker, giver), language_of(code)
    content = {
        "title": _words(words["title"]),
        "greeting": _words(words["greeting"]),
        "purpose": words["purpose"],
        "episodes": words["episodes"],
        "questions": [{"text": one.text, "hint": one.hint} for one in asked_questions()],
        "name-legend": words["name_legend"],
        "ticks": [words["signed"], words["unsigned"], words["quote"]],
        "note": " ".join(
            (pool_words(), gettext("I may know your handwriting all the same."), words["quote_hint"])
        ),
        "date": [made_on.year, made_on.month, made_on.day],
        "lang": language,
        "region": region,
    }
    source = files("unrut.exporters").joinpath("strengths_form.typ").read_bytes()
    return Page(source, {"form": json.dumps(content)})


def _words(text: str) -> dict[str, object]:
    return {"text": text, "is-rtl": is_right_to_left(text)}


def _from_whom(seen: Portrait) -> str:
    people = ngettext("From %(count)d person", "From %(count)d people", seen.people) % {"count": seen.people}
    if not seen.circles:
        return people
    return ngettext("%(people)s, in %(count)d circle", "%(people)s, in %(count)d circles", seen.circles) % {
        "people": people,
        "count": seen.circles,
    }


def _themes(title: str, themes: Sequence[Theme], givers: Mapping[str, str]) -> Section:
    items = [
        _item(_name(theme.strength), theme.people, theme.words, givers) for theme in themes[:MOST_THEMES]
    ]
    return Section(_title(title, MOST_THEMES, themes), items=tuple(items))


def _own(themes: Sequence[Theme]) -> Section:
    names = ", ".join(_name(theme.strength) for theme in themes[:MOST_OWN])
    title = _title(gettext("What I see, and nobody named"), MOST_OWN, themes)
    return Section(title, items=(Item(names),) if names else ())


def _wasted(wasted: Sequence[Wasted], givers: Mapping[str, str]) -> Section:
    items = [
        _item(shipped_strengths()[one.strength].wasted, one.people, one.words, givers)
        for one in wasted[:MOST_WASTED]
    ]
    return Section(_title(gettext("What would waste me"), MOST_WASTED, wasted), items=tuple(items))


def _title(title: str, shown: int, all_of: Sequence[object]) -> str:
    """What a section is about, and of how many it shows the first."""
    if len(all_of) <= shown:
        return title
    return gettext("%(title)s: the first %(shown)d of %(all)d") % {
        "title": title,
        "shown": shown,
        "all": len(all_of),
    }


def _item(text: str, people: int, words: Sequence[Words], givers: Mapping[str, str]) -> Item:
    return Item(
        text,
        when=ngettext("%(count)d person", "%(count)d people", people) % {"count": people},
        details=tuple(_quote(one, givers) for one in words[:1]),
    )


def _quote(words: Words, givers: Mapping[str, str]) -> str:
    quote = gettext("“%(words)s”") % {"words": _short(plain(words.text), LONGEST_QUOTE)}
    giver = _short(plain(givers.get(words.giver, "")), LONGEST_SIGNED)
    return f"{quote} – {giver}" if giver else quote


def _name(strength: str) -> str:
    return shipped_strengths()[strength].name


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
