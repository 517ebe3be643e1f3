"""Accomplishments grouped by what they are about, for papers that others read."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

# What is about neither of these is about the work itself.
_LEARNED = frozenset({"learning_growth", "challenge_level", "job_feedback"})
_WITH_OTHERS = frozenset({"coworkers", "manager_support", "voice_information", "emotional_demands"})


class ThemeKind(StrEnum):
    """What a group of accomplishments shows, in the order in which it is told."""

    WORK = "work"
    OTHERS = "others"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class Theme:
    """A group and the keys of what is in it, in the order given."""

    kind: ThemeKind
    keys: tuple[int, ...]


def themes_of(told: Sequence[tuple[int, Sequence[str]]]) -> list[Theme]:
    """The accomplishments, given as keys with their facets (the surest first), by theme; empty themes are left out.

    Each stands once, where the first facet that tells puts it.
    """
    groups: dict[ThemeKind, list[int]] = {kind: [] for kind in ThemeKind}
    for key, facets in told:
        groups[_kind(facets)].append(key)
    return [Theme(kind, tuple(keys)) for kind, keys in groups.items() if keys]


def _kind(facets: Sequence[str]) -> ThemeKind:
    for facet in facets:
        if facet in _LEARNED:
            return ThemeKind.LEARNED
        if facet in _WITH_OTHERS:
            return ThemeKind.OTHERS
    return ThemeKind.WORK
