"""What a list of openings is sorted and hidden by, as columns of arrays: one row an opening."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.openings.filters import FilterKind, least_pay, workplaces
from unrut.core.explore.openings.kinds import Workplace
from unrut.core.explore.openings.same import company_key

Flags = NDArray[np.bool_]
Amounts = NDArray[np.float64]
Days = NDArray[np.int32]


@dataclass(frozen=True)
class Columns:
    """Openings as columns. Amounts that are unknown are NaN, words that are unknown "". `since` counts days of our era.

    `names` gives title, company key and place of all rows; it is called once, and only when a filter needs them.
    """

    pay_low: Amounts
    pay_high: Amounts
    currency: NDArray[np.str_]
    hours: Amounts
    workplace: NDArray[np.str_]
    since: Days
    names: Callable[[], Sequence[tuple[str, str, str]]]

    def __len__(self) -> int:
        return len(self.pay_low)

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        title, company, place = zip(*self.names(), strict=True) if len(self) else ((), (), ())
        return {
            "title": [words.casefold() for words in title],
            "company": list(company),
            "place": [words.casefold() for words in place],
        }

    def hidden_by(self, kind: FilterKind, value: str, *, today: date) -> Flags:
        """Which rows state something else than a filter asks for. Unknown is never something else."""
        tests: Mapping[FilterKind, Callable[[], Flags]] = {
            FilterKind.PAY: lambda: self._pays_less(value),
            FilterKind.HOURS: lambda: np.asarray(self.hours > float(value)),
            FilterKind.WORKPLACE: lambda: self._is_done_elsewhere(workplaces(value)),
            FilterKind.AGE: lambda: np.asarray(today.toordinal() - self.since > int(value)),
            FilterKind.PLACE: lambda: self._is_elsewhere(value.casefold()),
            FilterKind.COMPANY: lambda: self._flags("company", company_key(value).__eq__),
            FilterKind.WORDS: lambda: self._flags("title", lambda title: value.casefold() in title),
        }
        return tests[kind]()

    def named(self, words: str) -> Flags:
        """Which rows have all of these words in their title, company or place."""
        parts = words.casefold().split()
        found = zip(self._named["title"], self._named["company"], self._named["place"], strict=True)
        return np.fromiter(
            (all(part in " ".join(told) for part in parts) for told in found), dtype=np.bool_, count=len(self)
        )

    def _pays_less(self, value: str) -> Flags:
        """The most a posting states counts; amounts in another currency say nothing about this one."""
        least = least_pay(value)
        most = np.where(np.isnan(self.pay_high), self.pay_low, self.pay_high)
        comparable = (
            np.full(len(self), fill_value=True) if not least.currency else self.currency == least.currency
        )
        return np.asarray(comparable & (most < least.amount))

    def _is_done_elsewhere(self, wanted: Sequence[Workplace]) -> Flags:
        return np.asarray(
            (self.workplace != "") & ~np.isin(self.workplace, [place.value for place in wanted])
        )

    def _is_elsewhere(self, place: str) -> Flags:
        is_bound = self.workplace != Workplace.REMOTE.value
        return np.asarray(is_bound & self._flags("place", lambda named: named != "" and place not in named))

    def _flags(self, column: str, test: Callable[[str], bool]) -> Flags:
        return np.fromiter(map(test, self._named[column]), dtype=np.bool_, count=len(self))
