"""Numbers as people type them: 1 200, 1'200, 1,200.50, 1.200,50, 65 %."""

import re

from django.utils.translation import gettext

from unrut.core.errors import InvalidInputError

LONGEST_NUMBER = 20
PERCENT = 100
# Thousands are grouped in threes by one mark; what follows another mark is the part behind the point.
_GROUPED = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<mark>[ ',.])\d{3}(?:(?P=mark)\d{3})*)(?:(?!(?P=mark))[.,](?P<part>\d{1,4}))?",
    re.ASCII,
)
_PLAIN = re.compile(r"(?P<whole>\d+)(?:[.,](?P<part>\d{1,4}))?", re.ASCII)
_SPACES = str.maketrans({"\xa0": " ", "\u2009": " ", "\u202f": " ", "\u2019": "'", "\u2212": "-"})
_MARKS = str.maketrans("", "", " ',.")


def posted_number(written: str, name: str) -> float | None:
    """The number; None where none was given. `name` says which field it is; whether it can be, the service says.

    Raises InvalidInputError.
    """
    plain = written.translate(_SPACES).strip()
    if not plain:
        return None
    sign, digits = (-1, plain[1:].lstrip()) if plain.startswith("-") else (1, plain)
    found = _matched(digits) if len(digits) <= LONGEST_NUMBER else None
    if found is None:
        # Translators: the field comes first, then what was typed into it.
        raise InvalidInputError(
            gettext("%(field)s: “%(written)s” is not a number. Write it like 1200 or 1,200.50.")
            % {"field": name, "written": _shortened(written)}
        )
    return sign * found


def posted_percent(written: str, name: str) -> float | None:
    """A share of one, from a number of percent with or without its sign; None where none was given.

    Raises InvalidInputError.
    """
    number = posted_number(written.strip().removesuffix("%"), name)
    return None if number is None else number / PERCENT


def posted_level(written: str, name: str) -> int | None:
    """A whole number as a list of choices sends it; None for none. Whether it is in range, the service says.

    Raises InvalidInputError.
    """
    if not written:
        return None
    if not written.isdecimal() or not written.isascii() or len(written) > LONGEST_NUMBER:
        raise InvalidInputError(
            gettext("%(field)s: “%(written)s” is not one of the choices. Choose one from the list.")
            % {"field": name, "written": _shortened(written)}
        )
    return int(written)


def _matched(digits: str) -> float | None:
    found = _GROUPED.fullmatch(digits) or _PLAIN.fullmatch(digits)
    if found is None:
        return None
    whole = found["whole"].translate(_MARKS)
    return float(f"{whole}.{found['part'] or 0}")


def _shortened(written: str) -> str:
    return written if len(written) <= LONGEST_NUMBER else f"{written[:LONGEST_NUMBER]}…"
