"""All that a posting says, in one text: what its fields state, then its own words."""

import re
from typing import Protocol

from unrut.core.explore.openings.kinds import Workplace
from unrut.core.explore.openings.text import PostingText, posting_text, preceded

# A field of hours that names no period means hours of a week.
_HOURS_ONLY = re.compile(r"^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|hours?)?\s*$", re.IGNORECASE)
_WORKPLACE_WORDS = {
    Workplace.REMOTE: "fully remote",
    Workplace.HYBRID: "hybrid",
    Workplace.ON_SITE: "on site",
    Workplace.UNKNOWN: "",
}


class Telling(Protocol):
    """What is read of a posting, as its importer or the store has it."""

    @property
    def title(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def workplace(self) -> str: ...
    @property
    def hours(self) -> str: ...
    @property
    def schedule(self) -> str: ...
    @property
    def contract(self) -> str: ...
    @property
    def text(self) -> str: ...


def told(posting: Telling) -> tuple[str, int]:
    """One text of everything a posting says, and where its own words begin in it."""
    head = _head(posting)
    return head + posting.text, len(head)


def told_text(posting: Telling) -> tuple[PostingText, int]:
    """The same, prepared for reading; its own words are not prepared a second time when they were just read."""
    head = _head(posting)
    return preceded(posting_text(head), posting_text(posting.text)), len(head)


def _head(posting: Telling) -> str:
    fields = (
        posting.title,
        posting.place,
        _WORKPLACE_WORDS[Workplace(posting.workplace)],
        _HOURS_ONLY.sub(r"\1 hours per week", posting.hours),
        posting.schedule,
        posting.contract,
    )
    return "".join(f"{field}\n" for field in fields if field)
