"""The thirty facets of work: the one vocabulary of notes, causes, wants, jobs, remedies and questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Polarity(StrEnum):
    """How the worth of a facet changes with its amount."""

    MORE = "more_is_better"
    LESS = "less_is_better"
    IDEAL = "ideal_point"
    PERSONAL = "personal"


class Observable(StrEnum):
    """How much a job posting can tell about a facet."""

    EXPLICIT = "explicit"
    PARTIAL = "partial"
    WEAK = "weak"
    NONE = "none"


class Pole(StrEnum):
    """The end of a facet's line: `low` is the first pole (0), `high` the second (10)."""

    LOW = "low"
    HIGH = "high"


class Concern(StrEnum):
    """Whether a facet belongs to the kind of role or to the kind of company."""

    ROLE = "role"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A kind of change that may treat a facet."""

    id: str
    name: str
    definition: str
    grounds: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of the eight parts of working life; where a trouble sits decides which remedy comes first.

    `mention` is its name inside a sentence, `decides` says in a sentence what follows, `remedy` is the one to look at first.
    """

    id: str
    name: str
    mention: str
    definition: str
    decides: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A question answered from 0 to 10, weekly or (the slow signs) quarterly. `reverse` means that ten is good.

    Only a `scored` sign enters the weekly score.
    """

    id: str
    name: str
    item: str
    anchors: tuple[str, str]
    reverse: bool
    scored: bool


@dataclass(frozen=True, slots=True)
class Posting:
    """What a job posting shows of a facet, and what to ask where it is silent."""

    observable: Observable
    cues_good: tuple[str, ...]
    cues_bad: tuple[str, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class OnetElements:
    """Names of O*NET elements that speak of a facet: work context, work values, their needs, other tables."""

    context: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A facet that can also be measured: the field that holds it and its unit."""

    field: str
    unit: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet of work, with everything the rest of the program says about it."""

    id: str
    name: str
    group: str
    part: str
    concerns: Concern
    definition: str
    polarity: Polarity
    poles: tuple[str, str]
    usual_problem: Pole
    quarterly_item: str
    weighs: str
    lifts: str
    avoid: str
    look_for: str
    treat: str
    confusable_with: tuple[str, ...]
    phrases_disliked: tuple[str, ...]
    phrases_liked: tuple[str, ...]
    words: tuple[str, ...]
    words_disliked: tuple[str, ...]
    words_liked: tuple[str, ...]
    remedies: Mapping[str, int]
    posting: Posting
    onet: OnetElements
    safety: bool = False
    evidence: str = ""
    other_help: tuple[str, ...] = ()
    measure: Measure | None = None

    @property
    def problem_end(self) -> float:
        """The end of the line (0 or 10) that a complaint about this facet usually means."""
        return 0.0 if self.usual_problem is Pole.LOW else 10.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All facets, remedies, parts, weekly and slow signs, and group names, each in the order of the file."""

    facets: Mapping[str, Facet]
    remedies: Mapping[str, Remedy]
    parts: Mapping[str, Part]
    signs: Mapping[str, Sign]
    slow_signs: Mapping[str, Sign]
    groups: Mapping[str, str]
    order: Mapping[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "order", {facet: place for place, facet in enumerate(self.facets)})

    def __getitem__(self, facet: str) -> Facet:
        return self.facets[facet]

    def __contains__(self, facet: object) -> bool:
        return facet in self.facets

    def by_group(self) -> list[tuple[str, list[Facet]]]:
        """Group names with their facets, in display order."""
        return [
            (name, [facet for facet in self.facets.values() if facet.group == group])
            for group, name in self.groups.items()
        ]
