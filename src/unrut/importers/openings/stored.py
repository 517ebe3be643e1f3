"""An opening as plain values, for a store, a draft or a script, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.openings.contract import PostedOpening

DAYS = ("posted_on", "updated_on", "closes_on")
_NAMES = tuple(field.name for field in fields(PostedOpening))
_LISTS = ("pays", "skills", "more")


def opening_values(opening: PostedOpening) -> dict[str, Any]:
    """The fields of an opening, with its days as days and everything else as plain values."""
    values = {name: getattr(opening, name) for name in _NAMES}
    values["workplace"] = opening.workplace.value
    values["pays"] = [pay_values(pay) for pay in opening.pays]
    values["skills"] = list(opening.skills)
    values["more"] = [list(told) for told in opening.more]
    return values


def json_values(opening: PostedOpening) -> dict[str, Any]:
    """As `opening_values`, with days as text."""
    values = opening_values(opening)
    for name in DAYS:
        values[name] = values[name] and values[name].isoformat()
    return values


def posted_from(values: Mapping[str, Any]) -> PostedOpening:
    """The opening that `json_values` were made of."""
    told = {name: value for name, value in values.items() if name not in (*DAYS, *_LISTS, "workplace")}
    days: dict[str, Any] = {name: values[name] and date.fromisoformat(values[name]) for name in DAYS}
    return PostedOpening(
        **told,
        **days,
        workplace=Workplace(values["workplace"]),
        pays=pays_from(values["pays"]),
        skills=tuple(values["skills"]),
        more=tuple((label, told) for label, told in values["more"]),
    )


def pay_values(pay: Pay) -> dict[str, Any]:
    """An amount of pay as plain values."""
    return {
        "low": pay.low,
        "high": pay.high,
        "currency": pay.currency,
        "period": pay.period.value,
        "kind": pay.kind.value,
        "words": pay.said.words,
    }


def pays_from(stored: Sequence[Mapping[str, Any]]) -> tuple[Pay, ...]:
    """The amounts that `pay_values` were made of; they stand in a field, so they have no place in a text."""
    return tuple(
        Pay(
            low=values["low"],
            high=values["high"],
            currency=values["currency"],
            period=Period(values["period"]),
            kind=PayKind(values["kind"]),
            said=Said(values["words"]),
        )
        for values in stored
    )
