"""Sets pages with Typst. A page gets what stands on it as values and reads no file; nothing comes over a network."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from unrut.core.errors import InvalidInputError

if TYPE_CHECKING:
    from typst import Compiler, Fonts

POINTS_OF_INCH = 72
# Where a page would be allowed to read: named, so that the folder the program was started in does not matter.
_ROOT = str(Path(__file__).parent)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?(?![a-z])", re.IGNORECASE)


class CannotBeSetError(InvalidInputError):
    """The page cannot be set as asked: it has no font for a sign, or a picture on it cannot be read."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as Typst source, and the values it asks for by name."""

    source: bytes
    values: Mapping[str, str]


def set_pdf(page: Page, *, is_accessible: bool, made_on: date | None = None) -> bytes:
    """A PDF with its structure marked, dated the day it was made; an accessible one keeps to PDF/UA-1.

    Raises CannotBeSetError.
    """
    made_at = datetime.combine(made_on, time(), UTC) if made_on else datetime.fromtimestamp(0, UTC)
    with _told_as_ours():
        content = _compiler(page).compile(
            format="pdf", pdf_standards=["ua-1"] if is_accessible else [], timestamp=made_at
        )
    return cast("bytes", content)


def set_png(page: Page, *, scale: float) -> bytes:
    """A PNG of the one page there is, of `scale` dots for every point. Raises CannotBeSetError."""
    with _told_as_ours():
        content = _compiler(page).compile(format="png", ppi=POINTS_OF_INCH * scale)
    return cast("bytes", content)


def language_of(code: str) -> tuple[str, str | None]:
    """The language and the country of a code such as "pt-br", as Typst takes them; unknown stays unknown."""
    known = _LANGUAGE.match(code)
    return (known[1].lower(), known[2] and known[2].lower()) if known else ("und", None)


@contextmanager
def _told_as_ours() -> Iterator[None]:
    from typst import TypstError  # slow to load, needed for files alone

    try:
        yield
    except TypstError as error:
        raise CannotBeSetError(
            f"The page cannot be set ({error.message}). Take another kind of file."
        ) from error


def _compiler(page: Page) -> "Compiler":
    from typst import Compiler  # slow to load, needed for files alone

    return Compiler(page.source, root=_ROOT, font_paths=_fonts(), sys_inputs=dict(page.values))


@cache
def _fonts() -> "Fonts":
    """The fonts of this machine and those inside the library, looked for once."""
    from typst import Fonts  # slow to load, needed for files alone

    return Fonts()
