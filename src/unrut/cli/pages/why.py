"""What is behind it: causes and sources of energy with dated quotes, and what to look for and avoid."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented, section
from unrut.cli.pages.notes import note_values, quotes
from unrut.core.errors import InvalidInputError
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause
from unrut.core.reflect.profile import ProfileLine
from unrut.queries.reflect import Behind
from unrut.wording.numbers import weeks_named
from unrut.wording.reflect import cause_name, energy_lead, lead, ranking_note

QUOTES_SHOWN = 2


def lines(read: Behind) -> list[str]:
    """The whole page."""
    picture = read.picture
    found = bool(picture.causes or picture.energies)
    return [
        lead(picture),
        *([ranking_note(picture)] if found else []),
        *section("What weighs on you", _causes(picture.causes, read)),
        *section("What gives you energy", _energies(read)),
        *section("Look for", _profile(read.profile.look_for)),
        *section("Avoid", _profile(read.profile.avoid)),
    ]


def facet_lines(read: Behind, facet: str) -> list[str]:
    """One facet with every note that speaks of it.

    Raises InvalidInputError when there is no such facet.
    """
    known = _known(facet)
    weighs, lifts = _of(read.picture.causes, facet), _of(read.picture.energies, facet)
    told = [
        *section("What weighs", [line for cause in weighs for line in _cause(cause, read, None)]),
        *section("What gives energy", [line for cause in lifts for line in _cause(cause, read, None)]),
    ]
    return [f"{known.name}: {known.definition}", *(told or ["None of your notes speaks of it yet."])]


def values(read: Behind) -> dict[str, Any]:
    """The whole page for scripts."""
    picture = read.picture
    return {
        "lead": lead(picture),
        "is_ranked": picture.is_ranked,
        "weeks": [week.isoformat() for week in picture.weeks],
        "causes": [_cause_values(cause, read) for cause in picture.causes],
        "energies": [_cause_values(cause, read) for cause in picture.energies],
        "look_for": [_profile_values(line) for line in read.profile.look_for],
        "avoid": [_profile_values(line) for line in read.profile.avoid],
    }


def facet_values(read: Behind, facet: str) -> dict[str, Any]:
    """One facet for scripts.

    Raises InvalidInputError when there is no such facet.
    """
    known = _known(facet)
    return {
        "facet": known.id,
        "name": known.name,
        "definition": known.definition,
        "causes": [_cause_values(cause, read) for cause in _of(read.picture.causes, facet)],
        "energies": [_cause_values(cause, read) for cause in _of(read.picture.energies, facet)],
    }


def _known(facet: str) -> Any:
    vocabulary = shipped_vocabulary()
    if facet not in vocabulary:
        raise InvalidInputError(f'There is no facet "{facet}". Choose one of {", ".join(vocabulary.facets)}.')
    return vocabulary[facet]


def _of(causes: Sequence[Cause], facet: str) -> list[Cause]:
    return [cause for cause in causes if cause.facet == facet]


def _causes(causes: Sequence[Cause], read: Behind) -> list[str]:
    return [line for cause in causes for line in _cause(cause, read, QUOTES_SHOWN)]


def _energies(read: Behind) -> list[str]:
    if not read.picture.energies:
        return []
    return [energy_lead(read.picture), *_causes(read.picture.energies, read)]


def _cause(cause: Cause, read: Behind, most: int | None) -> list[str]:
    """Name, weeks, and the newest notes."""
    notes = [read.notes[key] for key in cause.notes[:most]]
    named = weeks_named(len(cause.weeks), cause.answered)
    return [f"{cause_name(cause)} ({cause.facet}): {named}", *indented(quotes(notes))]


def _profile(wanted: Sequence[ProfileLine]) -> list[str]:
    return [line for entry in wanted for line in (entry.text, *indented([f"Ask: {entry.ask}"]))]


def _cause_values(cause: Cause, read: Behind) -> dict[str, Any]:
    return {
        "facet": cause.facet,
        "name": cause_name(cause),
        "weeks": [week.isoformat() for week in cause.weeks],
        "answered": cause.answered,
        "share": cause.share,
        "notes": note_values(read.notes[key] for key in cause.notes),
    }


def _profile_values(line: ProfileLine) -> dict[str, Any]:
    return {name: value for name, value in asdict(line).items() if name != "notes"}
