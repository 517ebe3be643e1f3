"""Kinds of work that usually may be done only with a licence or a registration."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unrut.core.reference import Table, each, parse_toml, tables

FILE = "licences.toml"
PART = "licence"
RULES_DIFFER = (
    "Rules differ by country, and often by state: ask the body that grants it before you plan on it."
)
MOST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Licence:
    """A right to practise: what it is in plain words, and the months it takes at least and at most.

    The months are those of its training and examination. Where there is `besides`, a degree or programme, they come on top of
    it; where that is empty, they are all it takes, with a school of its own where there is one. `codes` are beginnings of
    codes of occupations; `is_always` is false where only a part of the work needs it.
    """

    id: str
    name: str
    sentence: str
    codes: tuple[str, ...]
    months: tuple[int, int]
    is_always: bool
    besides: str = ""


@cache
def shipped_licences() -> dict[str, Licence]:
    """All licences we know of, by id: a constant, read once."""
    return load_licences(files("unrut.data").joinpath(FILE).read_text(encoding="utf-8"), file=FILE)


def load_licences(text: str, *, file: str) -> dict[str, Licence]:
    """The licences written in `text`, by id.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    taken: set[str] = set()
    return each(
        tables(parse_toml(text, file), PART, text=text, file=file),
        lambda name, table: _licence(name, table, taken),
    )


def licence_of(code: str) -> Licence | None:
    """The licence that work with this code usually needs: the one that names most of the code, if any."""
    known = _by_code()
    return next((known[code[:end]] for end in range(len(code), 0, -1) if code[:end] in known), None)


def licences_of(codes: Iterable[str]) -> frozenset[str]:
    """Ids of the licences that somebody holds who has worked in these occupations, as they could not without."""
    found = (licence_of(code) for code in codes)
    return frozenset(licence.id for licence in found if licence is not None and licence.is_always)


@cache
def _by_code() -> dict[str, Licence]:
    return {code: licence for licence in shipped_licences().values() for code in licence.codes}


def _licence(name: str, table: Table, taken: set[str]) -> Licence:
    codes = table.texts("codes")
    for code in codes:
        if code in taken:
            table.fail("codes", f'names "{code}", as another does')
        taken.add(code)
    months = table.table("months")
    low = months.whole("low", low=0, high=MOST_MONTHS)
    high = months.whole("high", low=low, high=MOST_MONTHS)
    months.done()
    return Licence(
        id=name,
        name=table.text("name"),
        sentence=table.text("sentence"),
        codes=codes,
        months=(low, high),
        is_always=table.flag("always"),
        besides=table.text("besides", optional=True),
    )
