"""Questions from 0 to 10 as a form shows them, and the answers as it sends them back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unrut.core.facets import shipped_vocabulary
from unrut.services.reviews import Answers, answer_of
from unrut.wording.items import ends, question

FIELD = "item-"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One question with its ends, and the stored or typed answer."""

    item: str
    text: str
    low: str
    high: str
    answer: str

    @property
    def name(self) -> str:
        """The name of its control."""
        return FIELD + self.item

    @property
    def values(self) -> list[str]:
        """All answers there are."""
        return [str(value) for value in range(11)]


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Questions that are folded together."""

    name: str
    rows: tuple[ItemRow, ...]
    is_open: bool = False

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(row.answer != "" for row in self.rows)


def rows_of(items: Iterable[str], shown: Mapping[str, str]) -> tuple[ItemRow, ...]:
    """The questions in this order with the answers to show."""
    return tuple(ItemRow(item, question(item), *ends(item), shown.get(item, "")) for item in items)


def facet_groups(shown: Mapping[str, str]) -> list[ItemGroup]:
    """The thirty facets by group; the first group with something left to answer is open."""
    groups = [
        ItemGroup(name, rows_of((facet.id for facet in facets), shown))
        for name, facets in shipped_vocabulary().by_group()
    ]
    first = next((place for place, group in enumerate(groups) if group.answered < len(group.rows)), None)
    return [ItemGroup(group.name, group.rows, place == first) for place, group in enumerate(groups)]


def shown_answers(answers: Mapping[str, int], typed: Mapping[str, str] | None = None) -> dict[str, str]:
    """What is stored, with what was typed over it."""
    stored = {item: str(value) for item, value in answers.items()}
    return stored | {
        name.removeprefix(FIELD): text for name, text in (typed or {}).items() if name.startswith(FIELD)
    }


def posted_answers(posted: Mapping[str, str]) -> Answers:
    """The answers of a form; a question left open is absent, as radio buttons are.

    Raises InvalidInputError for what is no whole number.
    """
    return {
        (item := name.removeprefix(FIELD)): answer_of(item, text)
        for name, text in posted.items()
        if name.startswith(FIELD)
    }


def posted_revision(posted: Mapping[str, str]) -> int:
    """The revision the form was filled in on; 0 for anything that is none."""
    written = posted.get("revision", "")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < len("1" * 10) else 0
