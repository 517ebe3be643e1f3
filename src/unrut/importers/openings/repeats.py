"""The same posting listed more than once in a file: one opening with all its places, and nothing lost."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.openings.contract import Parsed, PostedOpening, key_of
from unrut.importers.openings.fields import joined_places, unique

PLACES = ("place", "remote_area")
DAYS = ("posted_on", "updated_on", "closes_on")
WORDS = tuple(field.name for field in fields(PostedOpening) if field.type in {str, "str"})
LABELS = {"url": "Link", "apply_url": "Link to apply", "requisition": "Requisition"}


def without_repeats(parsed: Parsed) -> Parsed:
    """Openings with the same key and the same title and text as one; other ones with that key get one of their own."""
    keys = [opening.key for opening in parsed.openings]
    if len(set(keys)) == len(keys):
        return parsed
    same: dict[tuple[str, str, str], list[PostedOpening]] = {}
    for opening in parsed.openings:
        same.setdefault((opening.key, opening.title, opening.text), []).append(opening)
    merged = [each[0] if len(each) == 1 else _merged(each) for each in same.values()]
    return replace(parsed, openings=tuple(_with_own_keys(merged)))


def _with_own_keys(openings: Sequence[PostedOpening]) -> list[PostedOpening]:
    taken: set[str] = set()
    kept: list[PostedOpening] = []
    for opening in openings:
        kept.append(replace(opening, key=_made_key(opening)) if opening.key in taken else opening)
        taken.add(opening.key)
    return kept


def _made_key(opening: PostedOpening) -> str:
    """A key of what the opening says, with that of the source, so that it is the same at the next reading."""
    return key_of("", title=opening.title, company=opening.company, place=opening.key, text=opening.text)


def _merged(records: Sequence[PostedOpening]) -> PostedOpening:
    """The first of the records with all places and whatever else the others say."""
    first = records[0]
    words = {name: next((said for each in records if (said := getattr(each, name))), "") for name in WORDS}
    facts: dict[str, Any] = dict(words)
    for name in PLACES:
        facts[name] = joined_places(place for each in records for place in getattr(each, name).split("; "))
    for name in DAYS:
        facts[name] = next((day for each in records if (day := getattr(each, name))), None)
    facts["pay"] = "; ".join(unique(each.pay for each in records))
    kinds = {each.workplace for each in records} - {Workplace.UNKNOWN}
    return replace(
        first,
        **facts,
        workplace=kinds.pop() if len(kinds) == 1 else Workplace.UNKNOWN,
        pays=tuple(dict.fromkeys(pay for each in records for pay in each.pays)),
        skills=tuple(unique(skill for each in records for skill in each.skills)),
        more=tuple(
            dict.fromkeys([*(pair for each in records for pair in each.more), *_others(records, words)])
        ),
    )


def _others(records: Sequence[PostedOpening], kept: dict[str, str]) -> list[tuple[str, str]]:
    """What the records say differently from the first, under the name of the field."""
    names = [name for name in WORDS if name not in {"source", "key", "title", "text", "pay", *PLACES}]
    return [
        (LABELS.get(name, name.capitalize()), said)
        for name in names
        for each in records
        if (said := getattr(each, name)) and said != kept[name]
    ]
