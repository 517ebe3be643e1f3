"""The long looks of a person: quarterly reviews and the look back, with their answers, and when the next one is due."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.reflect.causes import RANKED_FROM_WEEKS
from unrut.core.reflect.reviews import due_from, last_day, quarter_of
from unrut.models import Accomplishment, CheckIn, Person, Review, ReviewAnswer, ReviewKind
from unrut.queries.scope import of


@dataclass(frozen=True, slots=True)
class StoredReview:
    """A review or look back with what was answered in it."""

    id: int
    kind: str
    period: date
    answered_on: date
    revision: int
    answers: Mapping[str, int]

    @property
    def is_quarter(self) -> bool:
        """Whether it is of a quarter, not the look back."""
        return self.kind == ReviewKind.QUARTER


@dataclass(frozen=True, slots=True)
class LongLooks:
    """All reviews and look backs of a person, in the order they were answered, and the day the next is due."""

    stored: tuple[StoredReview, ...]
    due_on: date | None

    @property
    def quarters(self) -> tuple[StoredReview, ...]:
        """The quarterly reviews, oldest first."""
        found = (review for review in self.stored if review.is_quarter)
        return tuple(sorted(found, key=lambda review: review.period))

    def of_quarter(self, period: date) -> StoredReview | None:
        """The review of a quarter, if there is one."""
        return next((review for review in self.quarters if review.period == period), None)

    def before(self, review: StoredReview) -> StoredReview | None:
        """The long look before a review: the one of an earlier quarter, else the look back.

        The look back counts from its first day, because going on with it later changes nothing about what it looks at.
        """
        earlier = [other for other in self.quarters if other.period < review.period]
        looks = [other for other in self.stored if not other.is_quarter]
        return next(reversed(earlier), None) or next(
            (look for look in looks if look.period < review.answered_on), None
        )

    def is_due(self, today: date) -> bool:
        """Whether it is time for the next review."""
        return self.due_on is not None and today >= self.due_on


@dataclass(frozen=True, slots=True)
class LooksAhead:
    """Whether there is a look back, whether it still says more than the weeks, and whether a quarterly review is due."""

    has_look_back: bool
    is_first_picture: bool
    is_review_due: bool


def long_looks(owner: Person) -> LongLooks:
    """All long looks with their answers."""
    rows = list(of(Review, owner).order_by("answered_on", "period", "id"))
    answers: dict[int, dict[str, int]] = defaultdict(dict)
    if rows:
        for review, item, value in of(ReviewAnswer, owner).values_list("review_id", "item", "value"):
            answers[review][item] = value
    return LongLooks(tuple(_stored(row, answers[row.pk]) for row in rows), _due(owner, rows))


def looks_ahead(owner: Person, *, today: date) -> LooksAhead:
    """As `long_looks`, with less work and without the answers."""
    rows = list(of(Review, owner))
    due = _due(owner, rows)
    has_look_back = any(row.kind == ReviewKind.LOOK_BACK for row in rows)
    return LooksAhead(
        has_look_back=has_look_back,
        is_first_picture=has_look_back
        and of(CheckIn, owner).filter(at_work=True).count() < RANKED_FROM_WEEKS,
        is_review_due=due is not None and today >= due,
    )


def review_of(owner: Person, kind: str, period: date | None = None) -> StoredReview | None:
    """The review of a quarter; of look backs the newest."""
    rows = of(Review, owner).filter(kind=kind)
    row = (rows if period is None else rows.filter(period=period)).order_by("-period").first()
    if row is None:
        return None
    return _stored(row, dict(of(ReviewAnswer, owner).filter(review=row).values_list("item", "value")))


def accomplished_in(owner: Person, quarter: date) -> list[Accomplishment]:
    """What was accomplished in a quarter, in its order."""
    return list(of(Accomplishment, owner).filter(happened_on__range=(quarter_of(quarter), last_day(quarter))))


def _due(owner: Person, rows: Sequence[Review]) -> date | None:
    last = max((row.answered_on for row in rows), default=None)
    first = None if last else of(CheckIn, owner).values_list("week", flat=True).order_by("week").first()
    return due_from(last, first, _quarters(rows))


def _quarters(rows: Iterable[Review]) -> set[date]:
    return {row.period for row in rows if row.kind == ReviewKind.QUARTER}


def _stored(row: Review, answers: Mapping[str, int]) -> StoredReview:
    return StoredReview(
        id=row.pk,
        kind=row.kind,
        period=row.period,
        answered_on=row.answered_on,
        revision=row.revision,
        answers=answers,
    )
