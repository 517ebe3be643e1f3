"""What a file of openings holds, before anything is stored. Needs no Django."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from unrut.core.explore.levels import Level
from unrut.core.explore.openings.facet_levels import read_facets
from unrut.core.explore.openings.facts import facts_values, read_facts
from unrut.core.explore.openings.told import told_text
from unrut.core.facets import shipped_vocabulary
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.stored import json_values


def parsed_lines(parsed: Parsed) -> list[str]:
    """Title and employer of each opening, and what was left out."""
    listed = [", ".join(filter(None, (opening.title, opening.company))) for opening in parsed.openings]
    left_out = [f"Left out, {problem.where}: {problem.message}" for problem in parsed.problems]
    return [f"{len(listed)} would be read; nothing is stored yet.", *listed, *left_out]


def parsed_values(source: str, parsed: Parsed) -> dict[str, Any]:
    """All of a file for scripts: the format it is in, each opening with what is read from it, and what was left out."""
    return {
        "format": source,
        "count": len(parsed.openings),
        "openings": [_values(opening) for opening in parsed.openings],
        "problems": [asdict(problem) for problem in parsed.problems],
    }


def _values(opening: PostedOpening) -> dict[str, Any]:
    text, _ = told_text(opening)
    levels = read_facets(text, shipped_vocabulary()).levels
    return {
        **json_values(opening),
        "places": opening.place.split("; ") if opening.place else [],
        "is_remote": opening.is_remote,
        "facts": facts_values(read_facts(opening)),
        "facets": _level_values(levels),
    }


def _level_values(levels: Mapping[str, Level]) -> dict[str, dict[str, Any]]:
    return {
        facet: {
            "mean": round(level.mean, 2),
            "sd": round(level.sd, 2),
            "source": level.source.value,
            "quote": level.cue,
        }
        for facet, level in levels.items()
    }
