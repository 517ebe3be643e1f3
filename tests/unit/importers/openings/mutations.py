"""Spoilt copies of recorded answers: any value replaced by another kind, left out, or cut short."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from unrut.core.errors import UnrutError
from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.openings.contract import Importer, Parsed, PostedOpening

Path = tuple[Any, ...]  # names of fields and numbers of entries

ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, 1.5, 10**30, 10**400, 1e308, float("nan"), float("-inf")),
    *(
        "",
        " ",
        "x",
        "0",
        "40,000",
        "2026-02-30",
        "1e999",
        "https://[",
        "<p>x</p>",
        "\ud800",
        "yes; no",
        "a" * 5000,
    ),
    *([], {}, [[]], [None], [1, "x", {}], {"": None}, {"name": []}, {"name": {"name": "x"}}, [[[[[["x"]]]]]]),
)
ODD_BYTES = (
    b"",
    b"<",
    b">",
    b"&",
    b'"',
    b"<p>",
    b"</",
    b"<!--",
    b"]]>",
    b"\x00",
    b"\xff",
    b"&nbsp;",
    b"<!DOCTYPE x>",
)


def spoilt_json(content: bytes) -> st.SearchStrategy[bytes]:
    """The answer with one to four of its values replaced by something odd, or left out."""
    value = json.loads(content)
    changes = st.tuples(st.sampled_from(list(_paths(value))), st.sampled_from(ODD_VALUES), st.booleans())
    return st.lists(changes, min_size=1, max_size=4).map(lambda drawn: _changed(value, drawn))


def spoilt_text(content: bytes) -> st.SearchStrategy[bytes]:
    """The page or feed with up to four pieces cut out of it, and something odd in their place."""
    places = st.integers(0, len(content))
    cuts = st.tuples(places, st.integers(0, 40), st.sampled_from(ODD_BYTES))
    return st.lists(cuts, min_size=1, max_size=4).map(lambda drawn: _cut(content, drawn))


def outcome(importer: Importer, content: bytes) -> str:
    """What comes of reading it; anything but sound openings or a sentence for the person comes through as it is."""
    try:
        parsed = importer.parse(content)
    except UnrutError as error:
        return "sentence" if str(error).endswith(".") else str(error)
    return "openings" if _are_sound(parsed, importer.name) else "unsound"


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, entry in inside:
        yield from _paths(entry, (*path, name))


def _changed(value: Any, changes: list[tuple[Path, Any, bool]]) -> bytes:
    changed = {"root": copy.deepcopy(value)}
    for path, odd, is_left_out in changes:
        _change(changed, ("root", *path), copy.deepcopy(odd), is_left_out=is_left_out)
    return json.dumps(changed.get("root")).encode()


def _change(value: Any, path: Path, odd: Any, *, is_left_out: bool) -> None:
    """Change what stands at the path, where an earlier change has left it standing."""
    for name in path[:-1]:
        try:
            value = value[name]
        except (LookupError, TypeError):
            return
    if isinstance(value, dict) and is_left_out:
        value.pop(path[-1], None)
    elif isinstance(value, dict) or (isinstance(value, list) and path[-1] in range(len(value))):
        value[path[-1]] = odd


def _cut(content: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for start, length, odd in cuts:
        content = content[:start] + odd + content[start + length :]
    return content


def _are_sound(parsed: Parsed, source: str) -> bool:
    sentences = [problem.message for problem in parsed.problems]
    return all(_is_sound(opening, source) for opening in parsed.openings) and all(
        sentence.endswith(".") for sentence in sentences
    )


def _is_sound(opening: PostedOpening, source: str) -> bool:
    pairs = [*opening.more, ("skills", "; ".join(opening.skills)), ("place", opening.place)]
    said: list[object] = [part for pair in pairs for part in pair]
    return (
        bool(opening.title and opening.key)
        and opening.source == source
        and opening.workplace in Workplace
        and all(isinstance(words, str) for words in [*said, *_words(opening)])
        and all(all(pair) for pair in opening.more)
        and all(_is_money(pay) for pay in opening.pays)
    )


def _words(opening: PostedOpening) -> tuple[object, ...]:
    return (
        *(opening.title, opening.company, opening.remote_area, opening.url, opening.apply_url, opening.hours),
        *(opening.schedule, opening.contract, opening.seniority, opening.education, opening.department),
        *(opening.category, opening.language, opening.pay, opening.requisition, opening.starts, opening.text),
    )


def _is_money(pay: Pay) -> bool:
    ends = [end for end in (pay.low, pay.high) if end is not None]
    return bool(ends) and all(0 < end < float("inf") for end in ends) and ends == sorted(ends)
