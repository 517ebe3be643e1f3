"""Contacts side by side, as arrays: one row a contact. Made once for a person, asked often."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.people.circles import USUAL, Circle, Usual

Flags = NDArray[np.bool_]
Amounts = NDArray[np.float64]
Places = NDArray[np.int64]

_DAYS_A_YEAR = 365.25
_HIGHEST_WARMTH = 10
# More messages to one contact than anybody sends.
_MOST_ASKED = 10_000
_NOWHERE = -1
_RECRUITER, _OFTEN = "13-1071", 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a contact. Keys and codes are "" and the rest None where nobody has said.

    `occupation` is a code of O*NET. `last_on` is when one last spoke, `met_on` when one connected. `warmth` is what the person says,
    from 0 to 10. `asked` and `replied` count messages.
    """

    key: int
    circle: Circle
    company_key: str
    past_companies: tuple[str, ...]
    occupation: str
    last_on: date | None
    met_on: date | None
    warmth: int | None
    asked: int
    replied: int


class Columns:
    """Contacts as columns, in the order given. Unknown amounts are NaN.

    Numbers that cannot be are cut: warmth to its scale, and nobody replied more often than they were asked.
    """

    def __init__(self, people: Sequence[Known]) -> None:
        self.keys: Places = np.array([one.key for one in people], dtype=np.int64)
        circles = {circle: place for place, circle in enumerate(Circle)}
        self.circles: Places = np.array([circles[one.circle] for one in people], dtype=np.int64)
        self._companies = _numbered((one.company_key, *one.past_companies) for one in people)
        self._company = _places(self._companies, [one.company_key for one in people])
        past = [(row, company) for row, one in enumerate(people) for company in one.past_companies if company]
        self._past_rows: Places = np.array([row for row, _ in past], dtype=np.int64)
        self._past = _places(self._companies, [company for _, company in past])
        self._occupations = _numbered((one.occupation,) for one in people)
        self._occupation = _places(self._occupations, [one.occupation for one in people])
        self._last = _days(one.last_on for one in people)
        self._met = _days(one.met_on for one in people)
        warmth = [
            np.nan if one.warmth is None else min(max(one.warmth, 0), _HIGHEST_WARMTH) for one in people
        ]
        self._warmth: Amounts = np.array(warmth, dtype=np.float64)
        asked = [min(max(one.asked, 0), _MOST_ASKED) for one in people]
        self.asked: Amounts = np.array(asked, dtype=np.float64)
        replied = [min(max(one.replied, 0), most) for one, most in zip(people, asked, strict=True)]
        self.replied: Amounts = np.array(replied, dtype=np.float64)

    def __len__(self) -> int:
        return len(self.keys)

    def usual(self, what: Callable[[Usual], float]) -> Amounts:
        """What is usual in the circle of each."""
        found: Amounts = np.array([what(USUAL[circle]) for circle in Circle], dtype=np.float64)[self.circles]
        return found

    def in_circle(self, circle: Circle) -> Flags:
        """Who belongs to a circle."""
        return np.asarray(self.circles == list(Circle).index(circle))

    def works_at(self, companies: Iterable[str]) -> Flags:
        """Who works at one of these companies now."""
        places = [self._companies[company] for company in companies if company in self._companies]
        return np.isin(self._company, places)

    def worked_at(self, company: str) -> Flags:
        """Who is said to have worked at a company before."""
        found = np.zeros(len(self), dtype=np.bool_)
        found[self._past_rows[self._past == self._companies.get(company, _NOWHERE)]] = True
        return found

    @property
    def has_company(self) -> Flags:
        """Of whom one knows where they work."""
        return np.asarray(self._company != _NOWHERE)

    @property
    def has_occupation(self) -> Flags:
        """Of whom one knows what they do."""
        return np.asarray(self._occupation != _NOWHERE)

    def does(self, test: Callable[[str], bool]) -> Flags:
        """Whose occupation passes a test; nobody's whose occupation is unknown. Each code is tested once."""
        passed = np.array([*map(test, self._occupations), False], dtype=np.bool_)
        # The place of the unknown is the last one.
        return passed[self._occupation]

    @cached_property
    def knows_many(self) -> Flags:
        """Mentors, recruiters, and those who answered three times: they know whom to ask."""
        is_recruiter = self.does(lambda code: code.startswith(_RECRUITER))
        return np.asarray(self.in_circle(Circle.MENTOR) | is_recruiter | (self.replied >= _OFTEN))

    @property
    def warmth(self) -> Amounts:
        """How close one is to each, from 0 to 1: as the person says, else as is usual in the circle."""
        told = np.where(np.isnan(self._warmth), self.usual(lambda usual: usual.warmth), self._warmth)
        return np.asarray(told / _HIGHEST_WARMTH)

    @property
    def is_only_online(self) -> Flags:
        """With whom one connected and, as far as is known, never spoke."""
        return np.asarray(np.isnan(self._last) & ~np.isnan(self._met))

    def years_since_contact(self, today: date) -> Amounts:
        """Years since one last spoke or connected; what is usual in the circle where no date is known.

        A date in the future counts as today.
        """
        latest = np.fmax(self._last, self._met)
        years = np.maximum(today.toordinal() - latest, 0) / _DAYS_A_YEAR
        return np.asarray(np.where(np.isnan(latest), self.usual(lambda usual: usual.years), years))


def _numbered(groups: Iterable[Iterable[str]]) -> Mapping[str, int]:
    """A number for each name that is known, in the order in which they come."""
    names = dict.fromkeys(name for group in groups for name in group if name)
    return {name: place for place, name in enumerate(names)}


def _places(numbered: Mapping[str, int], names: Sequence[str]) -> Places:
    return np.array([numbered.get(name, _NOWHERE) for name in names], dtype=np.int64)


def _days(dates: Iterable[date | None]) -> Amounts:
    return np.array([np.nan if day is None else day.toordinal() for day in dates], dtype=np.float64)
