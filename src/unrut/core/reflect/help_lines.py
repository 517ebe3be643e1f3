"""Whom to call: emergency numbers and crisis lines by country, from a file anybody can mend."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unrut.core.errors import InvalidInputError
from unrut.core.reference import Table, each, parse_toml, tables

FILE = "countries.toml"
UNCHECKED = "not since it was written down"
DIRECTORY = "findahelpline.com"
"""A list of crisis lines all over the world, to be typed by the person; the program itself asks nobody."""


_ALSO_CALLED = {
    "uk": "GB",
    "great britain": "GB",
    "britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "usa": "US",
    "united states of america": "US",
    "america": "US",
    "holland": "NL",
    "republic of ireland": "IE",
}


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to talk to now."""

    name: str
    reach: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class Country:
    """The numbers of a country, and when somebody last made sure of them."""

    code: str
    name: str
    emergency: str
    lines: tuple[HelpLine, ...]
    checked_on: str

    @property
    def is_checked(self) -> bool:
        """Whether a day is known on which the numbers were made sure of."""
        return self.checked_on != UNCHECKED


@cache
def shipped_countries() -> Mapping[str, Country]:
    """The countries inside the package, by code, in the order of their names."""
    return load_countries(files("unrut.data").joinpath("help", FILE).read_text(encoding="utf-8"))


def country_of(name: str, countries: Mapping[str, Country] | None = None) -> Country:
    """The country of a code of two letters, or of its English name, in any letters.

    Raises InvalidInputError naming the codes there are.
    """
    known = shipped_countries() if countries is None else countries
    wanted = " ".join(name.casefold().replace(".", "").split()).removeprefix("the ")
    codes = {country.name.casefold(): code for code, country in known.items()}
    country = known.get(codes.get(wanted) or _ALSO_CALLED.get(wanted) or wanted.upper())
    if country is None:
        raise InvalidInputError(
            f'"{name}" is none of the countries on the list: {", ".join(known)}. '
            f"For any other, type {DIRECTORY} into a browser or ask at the emergency number."
        )
    return country


def load_countries(text: str, *, file: str = FILE) -> Mapping[str, Country]:
    """The countries written in `text`, in the order of their names.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    found = each(tables(parse_toml(text, file), "country", text=text, file=file), _country)
    return {country.code: country for country in sorted(found.values(), key=lambda country: country.name)}


def _country(code: str, table: Table) -> Country:
    if not re.fullmatch("[A-Z]{2}", code):
        table.fail("", "should be named by the two capital letters of the country")
    lines = table.table("line")
    return Country(
        code=code,
        name=table.text("name"),
        emergency=table.text("emergency"),
        lines=tuple(_line(lines.table(name)) for name in lines.names()),
        checked_on=_checked_on(table),
    )


def _line(table: Table) -> HelpLine:
    line = HelpLine(
        name=table.text("name"),
        reach=table.text("reach"),
        when=table.text("when", optional=True),
        source=table.text("source"),
    )
    table.done()
    return line


def _checked_on(table: Table) -> str:
    """A day, or the words that say that nobody looked: a date that nobody can vouch for must not be written."""
    told = table.text("checked_on")
    if told != UNCHECKED and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", told):
        table.fail("checked_on", f'should be a day like "2027-03-01", or "{UNCHECKED}"')
    return told
