"""What is behind it: causes and sources of energy with dated quotes, how sure they are, and what to look for and avoid."""

from collections.abc import Mapping, Sequence
from typing import Any

from unrut.cli.output import indented, section
from unrut.cli.pages.facets import known_facet
from unrut.cli.pages.notes import note_values, quotes
from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.reflect.causes import Cause
from unrut.core.reflect.following import Following
from unrut.core.reflect.profile_edits import EditedProfile, ListLine
from unrut.core.reflect.remedies import RatedRemedy
from unrut.core.reflect.resampling import Chances
from unrut.core.reflect.study import Closely
from unrut.queries.causes import Examined
from unrut.wording import causes as wording
from unrut.wording.following import follow_line, follow_lines, nothing_told
from unrut.wording.numbers import weeks_named
from unrut.wording.reflect import cause_name, energy_lead, lead, ranking_note

QUOTES_SHOWN = 2
RESPECT_COMMAND = "unrut help-lines respect"


def lines(found: Examined, profile: EditedProfile) -> list[str]:
    """The whole page."""
    study = found.study
    picture = study.picture
    return [
        lead(picture),
        *([ranking_note(picture)] if picture.causes or picture.energies else []),
        *section("What weighs on you", _causes(picture.causes, study.chances, found)),
        *section("Where it sits, and where to begin", _where(found)),
        *section("What gives you energy", _energies(found)),
        *section("Look for", _profile(profile.look_for)),
        *section("Avoid", _profile(profile.avoid)),
    ]


def facet_lines(found: Examined, facet: str) -> list[str]:
    """One facet with everything that can be said of it and every note that speaks of it.

    Raises InvalidInputError when there is no such facet.
    """
    known = known_facet(facet)
    weighs, lifts = found.cause(facet), found.energy(facet)
    told = [
        *section("What weighs", _closely(weighs, found) if weighs else []),
        *section("What gives energy", _closely(lifts, found) if lifts else []),
    ]
    return [
        f"{known.name}: {known.definition}",
        *(told or ["None of your notes speaks of it yet."]),
        *section("What can be done", _remedies(known, found.remedies(facet))),
    ]


def values(found: Examined, profile: EditedProfile) -> dict[str, Any]:
    """The whole page for scripts."""
    study = found.study
    picture = study.picture
    return {
        "lead": lead(picture),
        "is_ranked": picture.is_ranked,
        "weeks": [week.isoformat() for week in picture.weeks],
        "causes": [_cause_values(found.closely(cause), found) for cause in picture.causes],
        "energies": [_cause_values(found.closely(cause), found) for cause in picture.energies],
        "split": [{"part": part.part, "weeks": part.weeks, "share": part.share} for part in study.split],
        "begin_with": study.beginning,
        "look_for": [line_values(line) for line in profile.look_for],
        "avoid": [line_values(line) for line in profile.avoid],
    }


def facet_values(found: Examined, facet: str) -> dict[str, Any]:
    """One facet for scripts.

    Raises InvalidInputError when there is no such facet.
    """
    known = known_facet(facet)
    weighs, lifts = found.cause(facet), found.energy(facet)
    return {
        "facet": known.id,
        "name": known.name,
        "definition": known.definition,
        "part": known.part,
        "causes": [_cause_values(found.closely(weighs), found)] if weighs else [],
        "energies": [_cause_values(found.closely(lifts), found)] if lifts else [],
        "remedies": [
            {
                "remedy": rated.remedy.id,
                "rating": rated.rating,
                "worth": rated.worth,
                "grounds": rated.remedy.grounds,
            }
            for rated in found.remedies(facet)
        ],
    }


def line_values(line: ListLine) -> dict[str, Any]:
    """A line of the list for scripts."""
    return {
        "facet": line.facet,
        "concerns": line.concerns,
        "text": line.text,
        "ask": line.ask,
        "is_changed": line.edit is not None,
    }


def _causes(causes: Sequence[Cause], chances: Mapping[str, Chances], found: Examined) -> list[str]:
    told = []
    for cause in causes:
        sure = chances.get(cause.facet)
        words = [weeks_named(len(cause.weeks), cause.answered), *([wording.how_sure(sure)] if sure else [])]
        newest = [found.notes[key] for key in cause.notes[:QUOTES_SHOWN]]
        told += [f"{cause_name(cause)} ({cause.facet}): {', '.join(words)}", *indented(quotes(newest))]
    return told


def _energies(found: Examined) -> list[str]:
    study = found.study
    if not study.picture.energies:
        return []
    return [energy_lead(study.picture), *_causes(study.picture.energies, study.energy_chances, found)]


def _where(found: Examined) -> list[str]:
    study = found.study
    if not study.split:
        return []
    where = wording.split_line(study.split, is_ranked=study.picture.is_ranked)
    told = [line for line in (where, wording.beginning_words(study.beginning, study.split)) if line]
    leading = study.picture.causes[0]
    close = found.closely(leading)
    if study.picture.is_ranked and close.asks_following:
        told.append(follow_line(close.following, name=cause_name(leading)))
    if any(shipped_vocabulary()[cause.facet].safety for cause in study.picture.causes):
        told.append(f"{RESPECT_COMMAND} shows what can be done about respect and safety.")
    return told


def _closely(cause: Cause, found: Examined) -> list[str]:
    """Everything about one side of a facet, and all its notes."""
    close = found.closely(cause)
    notes = [found.notes[key] for key in cause.notes]
    follows = follow_lines(close.following) or [nothing_told()]
    return [
        f"{weeks_named(len(cause.weeks), cause.answered)}.",
        *wording.close_words(close, notes),
        wording.difference_words(close.difference),
        *(follows if close.asks_following else []),
        *wording.change_words(close.change, cause),
        *quotes(notes),
    ]


def _remedies(facet: Facet, remedies: Sequence[RatedRemedy]) -> list[str]:
    first = [f"Get help first: {RESPECT_COMMAND}"] if facet.safety else []
    return [
        *first,
        facet.treat,
        *(f"{rated.remedy.name}: {wording.rating_words(rated.rating)}" for rated in remedies),
    ]


def _profile(wanted: Sequence[ListLine]) -> list[str]:
    return [
        line
        for entry in wanted
        for line in (entry.text, *indented([f"Ask: {entry.ask}"] if entry.ask else []))
    ]


def _cause_values(close: Closely, found: Examined) -> dict[str, Any]:
    cause, chances, change = close.cause, close.chances, close.change
    return {
        "facet": cause.facet,
        "name": cause_name(cause),
        "weeks": [week.isoformat() for week in cause.weeks],
        "answered": cause.answered,
        "share": cause.share,
        "interval": close.interval,
        "severity": cause.severity,
        "weight": cause.weight,
        "first": chances.first if chances else None,
        "top_three": chances.leading if chances else None,
        "lately": close.lately,
        "difference": _difference_values(close),
        "following": [_following_values(each) for each in close.following],
        "weeks_to_change": change.weeks if change else None,
        "weeks_only_read": len(cause.unconfirmed),
        "notes": note_values(found.notes[key] for key in cause.notes),
    }


def _difference_values(close: Closely) -> dict[str, float] | None:
    found = close.difference
    if found is None:
        return None
    return {
        "points": found.mean,
        "low": found.low,
        "high": found.high,
        "named": found.named,
        "others": found.others,
    }


def _following_values(found: Following) -> dict[str, Any]:
    sides = [found.more, *([found.less] if found.less else [])]
    return {
        "kind": found.kind,
        "verdict": found.verdict,
        "spells": [
            {"name": side.name, "named": side.counted.named, "answered": side.counted.answered}
            for side in sides
        ],
    }
