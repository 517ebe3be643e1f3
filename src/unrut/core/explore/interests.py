"""What a person is drawn to, and the small projects it can become before it becomes work."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.reference import Table, each, parse_toml, tables

FILE = "interests.toml"
PART = "interest"
PLACEHOLDER = "{interest}"
PROJECTS = 3
LONGEST_TITLE = 200
_QUOTES = frozenset('“”„‟"«»')


class InterestKind(StrEnum):
    """How an interest shows."""

    READS = "reads"
    UNPAID = "unpaid"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class KindOfInterest:
    """The question that finds it, and three small projects: an evening, one for somebody else, one that is paid a little."""

    kind: InterestKind
    question: str
    projects: tuple[str, ...]
    title: str


@cache
def shipped_interests() -> dict[InterestKind, KindOfInterest]:
    """The three questions, in order: a constant, read once."""
    text = files("unrut.data").joinpath(FILE).read_text(encoding="utf-8")
    return load_interests(text, file=FILE)


def load_interests(text: str, *, file: str) -> dict[InterestKind, KindOfInterest]:
    """The questions written in `text`, in the order of `InterestKind`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    found = each(tables(parse_toml(text, file), PART, text=text, file=file), _kind)
    missing = [kind for kind in InterestKind if kind not in found]
    if missing:
        raise InvalidReferenceError(f"{file} has no {PART}.{missing[0]}. Add it and start again.")
    return {kind: found[kind] for kind in InterestKind}


def question_of(kind: InterestKind) -> str:
    """What to ask."""
    return shipped_interests()[kind].question


def side_projects(words: str, kind: InterestKind) -> list[str]:
    """Three small projects in the person's words, the smallest first.

    Raises InvalidInputError for no words.
    """
    told = _plain(words)
    return [project.replace(PLACEHOLDER, told) for project in shipped_interests()[kind].projects]


def way_title(words: str, kind: InterestKind = InterestKind.UNPAID) -> str:
    """What the interest is called as a way; long words are cut short, so that it stays a title.

    Raises InvalidInputError for no words.
    """
    title, told = shipped_interests()[kind].title, _plain(words)
    told = f"{told[:1].upper()}{told[1:]}"
    room = LONGEST_TITLE - len(title) + len(PLACEHOLDER)
    if len(told) > room:
        told = f"{told[: room - 1].rstrip()}…"
    return title.replace(PLACEHOLDER, told)


def _plain(words: str) -> str:
    """The words on one line, without a full stop or quotation marks around all of them."""
    said = " ".join(words.split())
    if not said:
        raise InvalidInputError("There is no interest yet. Say in a few words what you are drawn to.")
    told = said.rstrip(".!? ")
    inner = told[1:-1].strip()
    if inner and {told[0], told[-1]} <= _QUOTES and not _QUOTES & set(inner):
        told = inner.rstrip(".!? ")
    return told or said


def _kind(name: str, table: Table) -> KindOfInterest:
    if name not in list(InterestKind):
        table.fail("", f"is none of {', '.join(InterestKind)}")
    return KindOfInterest(
        kind=InterestKind(name),
        question=table.text("question"),
        projects=table.texts("projects", count=PROJECTS),
        title=_title(table),
    )


def _title(table: Table) -> str:
    title = table.text("title")
    if not title.startswith(PLACEHOLDER) or title.count(PLACEHOLDER) != 1:
        table.fail("title", f"should begin with {PLACEHOLDER} and name it once")
    return title
