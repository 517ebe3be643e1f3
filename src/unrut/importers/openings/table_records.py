"""The openings of a JSON file of a kind we do not know: any list of entries that have a title, wherever it stands."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.fields import LABELS, first_words, place_of, readable
from unrut.importers.openings.table_columns import by_name, named_field, plain_name
from unrut.importers.openings.table_entry import Cell
from unrut.importers.text_tools import decoded, json_value

Record = tuple[
    str, dict[str, Cell] | None
]  # where it stands, and its cells; none where it is no entry with names

DEEPEST_LIST = 8
DEEPEST_NAME = 3
MOST_LOOKED_AT = 20_000  # lists and mappings among which the openings are looked for
ENOUGH = 50  # entries by which a list is judged
MANY_FIELDS = 3  # from here on, more fields make a list no likelier
NOTHING = (0.0, 0)
WEAK = "name"  # companies, filters and places have a name too
INSIDE = (
    "attributes",
    "node",
    "_source",
    "job",
    "posting",
    "fields",
    "data",
)  # where APIs put what an entry says
TOWN = ("city", "town", "locality", "addressLocality", "cityName")
REGION = ("region", "state", "addressRegion", "stateName", "province")
COUNTRY = ("country", "addressCountry", "countryName", "country_code", "countryCode")
PARTS = {*TOWN, *REGION, *COUNTRY, "address"}
NOISE = ("logo", "icon", "image", "avatar", "thumbnail", "tracking", "@type", "@context", "__typename")


def read_records(content: bytes) -> list[Record]:
    """The entries of the file, each with the values it names.

    Raises UnreadableFileError where it is broken or holds no list of entries with a title.
    """
    lines = _json_lines(decoded(content))
    if lines:
        return [(f"line {number}", _cells(entry)) for number, entry in lines]
    entries = _entries(json_value(content))
    return [(f"entry {number}", _cells(entry)) for number, entry in enumerate(entries, start=1)]


def _json_lines(text: str) -> list[tuple[int, Any]]:
    """The values of a file with one on each line; none where it is another kind of JSON."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    heads = [line for _, line in lines[:2] if line.lstrip().startswith("{") and _value(line) is not None]
    return [(number, _value(line)) for number, line in lines] if len(heads) > 1 else []


def _value(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _entries(value: Any) -> Sequence[Any]:
    """The list whose entries look most like openings; the file itself where it is one."""
    best = max(_lists(value), key=_likeness, default=[])
    if _likeness(best) > NOTHING:
        return best
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and _has_title(value):
        return [value]
    raise UnreadableFileError(
        "The file holds no list of openings. Give us a list in which each entry has at least a title."
    )


def _lists(value: Any) -> Iterator[Sequence[Any]]:
    """All lists inside a value, level by level, and the values of mappings, which may be entries too."""
    level, looked_at = [value], 0
    for _ in range(DEEPEST_LIST):
        inside: list[Any] = []
        for each in level[:MOST_LOOKED_AT]:
            entries = list(each.values()) if isinstance(each, Mapping) else each
            yield entries
            inside += [entry for entry in entries[:MOST_LOOKED_AT] if isinstance(entry, list | Mapping)]
        looked_at += len(level)
        level = inside if looked_at < MOST_LOOKED_AT else []


def _likeness(entries: Sequence[Any]) -> tuple[float, int]:
    """How many of our fields the first entries name, and how many entries there are."""
    shown = [_unwrapped(entry) for entry in entries[:ENOUGH] if isinstance(entry, Mapping)]
    counts = [len(by_name([str(name) for name in entry])) for entry in shown if _has_title(entry)]
    return (min(sum(counts) / len(shown), MANY_FIELDS), len(entries)) if counts else NOTHING


def _has_title(entry: Mapping[str, Any]) -> bool:
    """Whether it names a title; a mere "name" is one only beside other fields of an opening."""
    titles = {plain_name(name) for name in entry if _is_title(name)}
    return bool(titles - {WEAK}) or (
        WEAK in titles and len(by_name([str(name) for name in entry])) > MANY_FIELDS
    )


def _is_title(name: Any) -> bool:
    return isinstance(name, str) and named_field(name)[1] == "title"


def _unwrapped(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entry with what it keeps one level deeper beside its own values, where its title stands there."""
    if any(map(_is_title, entry)):
        return entry
    inside = (entry[name] for name in INSIDE if isinstance(entry.get(name), Mapping))
    deeper = next((each for each in inside if any(map(_is_title, each))), None)
    return (
        {**deeper, **{name: value for name, value in entry.items() if name not in INSIDE}}
        if deeper
        else entry
    )


def _cells(entry: Any) -> dict[str, Cell] | None:
    return dict(_named(_unwrapped(entry).items())) if isinstance(entry, Mapping) else None


def _named(items: Iterable[tuple[Any, Any]], before: str = "", deep: int = 0) -> Iterator[tuple[str, Cell]]:
    """Each value under its name; values inside others under both names, with a dot."""
    for name, value in items:
        full = f"{before}{name}"
        if _is_noise(str(name)):
            continue
        if isinstance(value, Mapping) and deep < DEEPEST_NAME:
            place = _place(value)
            if place:
                yield full, place
            rest = ((inner, words) for inner, words in value.items() if not (place and inner in PARTS))
            yield from _named(rest, f"{full}.", deep + 1)
        elif value is False:
            yield full, False
        elif words := _words(value):
            yield full, words


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and any(isinstance(entry, Mapping) for entry in value):
        parts = (_place(entry) if isinstance(entry, Mapping) else readable(entry) for entry in value)
        return "; ".join(
            part or readable(entry) for part, entry in zip(parts, value, strict=True) if part or entry
        )
    return readable(value)


def _place(value: Mapping[str, Any]) -> str:
    """One place out of its town, region and country; "" where the value is something else."""
    inner = value.get("address")
    address = inner if isinstance(inner, Mapping) else value
    town, region, country = (first_words(address, *names) for names in (TOWN, REGION, COUNTRY))
    is_named = first_words(value, *LABELS) != ""
    return place_of(town, region, country) if town or (country and not is_named) else ""


def _is_noise(name: str) -> bool:
    """Whether a value is of use to machines alone."""
    lowered = name.lower()
    is_identity = named_field(name)[1] not in {"key", "requisition"} and (
        name.endswith(("Id", "Ids", "_id", "_ids")) or lowered == "id"
    )
    return is_identity or any(lowered.endswith(noise) for noise in NOISE)
