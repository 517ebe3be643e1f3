"""What was read of people as JSON, to be kept until it is approved, and back again. Needs no Django."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from unrut.importers.people.contract import (
    ReadCertificate,
    ReadContact,
    ReadHonour,
    ReadLanguage,
    ReadPeople,
    ReadPosition,
    ReadProject,
    ReadRecommendation,
    ReadSchool,
    ReadSkill,
    Skipped,
)

_KINDS: Mapping[str, type[Any]] = {
    "contacts": ReadContact,
    "positions": ReadPosition,
    "schools": ReadSchool,
    "certificates": ReadCertificate,
    "recommendations": ReadRecommendation,
    "skills": ReadSkill,
    "skipped": Skipped,
    "projects": ReadProject,
    "honours": ReadHonour,
    "languages": ReadLanguage,
}
# The names of the fields of each kind with the value that says nothing; where there is none, no value is equal to it.
_USUAL = {kind: {each.name: each.default for each in fields(kind)} for kind in _KINDS.values()}
_WORDS = ("source", "headline", "summary")
_DAY = "_on"  # how the name of a field that holds a day ends


def as_json(read: ReadPeople) -> dict[str, Any]:
    """All that was read; a field that says nothing is left out."""
    words: dict[str, Any] = {name: getattr(read, name) for name in _WORDS}
    return words | {name: [_record(value) for value in getattr(read, name)] for name in _KINDS}


def from_json(content: Mapping[str, Any]) -> ReadPeople:
    """What was kept, as it was read."""
    told: dict[str, Any] = {
        name: tuple(_value(kind, each) for each in content[name]) for name, kind in _KINDS.items()
    }
    return ReadPeople(**{name: content[name] for name in _WORDS}, **told)


def _record(value: Any) -> dict[str, Any]:
    return {
        name: _plain(held)
        for name, usual in _USUAL[type(value)].items()
        if (held := getattr(value, name)) != usual
    }


def _plain(held: Any) -> Any:
    if isinstance(held, date):
        return held.isoformat()
    return list(held) if isinstance(held, tuple) else held


def _value(kind: type[Any], record: Mapping[str, Any]) -> Any:
    return kind(**{name: _read(name, held) for name, held in record.items()})


def _read(name: str, held: Any) -> Any:
    if name.endswith(_DAY) and held is not None:
        return date.fromisoformat(held)
    return tuple(held) if isinstance(held, list) else held
