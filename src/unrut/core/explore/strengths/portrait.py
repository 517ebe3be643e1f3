"""The portrait: what a person sees in themselves beside what others see, by the number of people who say so."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.answers import Answer
from unrut.core.explore.strengths.pool import released
from unrut.core.explore.strengths.reading import Found, read_strengths, read_wasted
from unrut.core.explore.strengths.vocabulary import shipped_strengths

LEAST_PEOPLE = 3
"""From this many people on, what they see is called a theme."""


class SeenBy(StrEnum):
    """Who sees a strength."""

    BOTH = "both"
    OTHERS = "others"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that may be shown, and the key of who gave them; "" without a name."""

    text: str
    giver: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A strength, how many different people see it, and what they say. It `is_theme` from three people on."""

    strength: str
    seen_by: SeenBy
    people: int
    is_theme: bool
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Wasted:
    """A strength that would lie idle in the work people warn of, and how many warn."""

    strength: str
    people: int
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What others and the person see.

    `people` counts those whose answers are in it, `circles` the circles of those who signed, `pooled` the answers without
    a name that are in it (tell them to the next portrait as `shown`), and `waiting` those that are not shown yet.
    """

    people: int
    circles: int
    pooled: int
    waiting: int
    themes: tuple[Theme, ...]
    wasted: tuple[Wasted, ...]

    def seen_by(self, who: SeenBy) -> tuple[Theme, ...]:
        """The strengths seen by both, by others only or by the person only, the most often seen first."""
        return tuple(theme for theme in self.themes if theme.seen_by is who)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one answer."""

    seen: tuple[Found, ...]
    wasted: tuple[Found, ...]


def read_answers(answer: Answer) -> Reading:
    """What our reader finds in an answer."""
    return Reading(
        seen=tuple(read_strengths(f"{answer.at_best}\n{answer.come_for}")),
        wasted=tuple(read_wasted(answer.wasted)),
    )


def portrait(
    self_view: Collection[str] | None,
    answers: Sequence[Answer],
    *,
    shown: int = 0,
    read: Callable[[Answer], Reading] = read_answers,
) -> Portrait:
    """The portrait from `answers` in the order they came; who answers twice counts once.

    Raises InvalidInputError when the person has not said first what they see in themselves.
    """
    own = _own_view(self_view)
    signed = [one for one in answers if one.is_signed]
    pooled = released(answers, shown=shown)
    given = [(_person(one, at), one, read(one)) for at, one in enumerate((*signed, *pooled))]
    seen, warned = _Sayings(), _Sayings()
    for person, answer, reading in given:
        seen.add(person, answer, reading.seen)
        warned.add(person, answer, reading.wasted)
    return Portrait(
        people=len({person for person, _, _ in given}),
        circles=len({one.circle for one in signed if one.circle}),
        pooled=len(pooled),
        waiting=len(answers) - len(signed) - len(pooled),
        themes=tuple(_theme(name, own, seen) for name in _most_first({*own, *seen.people}, seen)),
        wasted=tuple(
            Wasted(name, len(warned.people[name]), tuple(warned.words[name]))
            for name in _most_first(warned.people, warned)
        ),
    )


class _Sayings:
    """For each strength the people who speak of it, and the words they allow to be shown, once each."""

    def __init__(self) -> None:
        self.people: defaultdict[str, set[str]] = defaultdict(set)
        self.words: defaultdict[str, dict[Words, None]] = defaultdict(dict)

    def add(self, person: str, answer: Answer, found: Sequence[Found]) -> None:
        """Take in what was found in an answer of a person."""
        for one in found:
            self.people[one.strength].add(person)
            if answer.may_quote and one.quote:
                self.words[one.strength][Words(one.quote, answer.giver)] = None


def _own_view(self_view: Collection[str] | None) -> frozenset[str]:
    if self_view is None:
        raise InvalidInputError(
            "Say first what you see in yourself; then look at what others see. Otherwise their words would colour yours."
        )
    for name in self_view:
        if name not in shipped_strengths():
            raise InvalidInputError(f'"{name}" is no strength of the list. Choose one that is on it.')
    return frozenset(self_view)


def _person(answer: Answer, place: int) -> str:
    """A key that is the same for the same person; whoever has no name was invited once and counts once."""
    return f"giver {answer.giver}" if answer.giver else f"place {place}"


def _theme(name: str, own: Collection[str], seen: _Sayings) -> Theme:
    people = len(seen.people.get(name, ()))
    others = SeenBy.BOTH if name in own else SeenBy.OTHERS
    return Theme(
        strength=name,
        seen_by=others if people else SeenBy.SELF,
        people=people,
        is_theme=people >= LEAST_PEOPLE,
        words=tuple(seen.words.get(name, ())),
    )


def _most_first(names: Iterable[str], seen: _Sayings) -> list[str]:
    """By the number of people; of two alike in the order of the vocabulary."""
    order = list(shipped_strengths().strengths)
    return sorted(names, key=lambda name: (-len(seen.people.get(name, ())), order.index(name)))
