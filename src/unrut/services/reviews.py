"""The quarterly review: answers that may be given bit by bit, and what was accomplished in the quarter."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from unrut.core.errors import InvalidInputError
from unrut.core.reflect.reviews import HIGHEST_ANSWER, last_day, quarter_of, reviewed_items
from unrut.errors import ConflictError
from unrut.models import Person, Review, ReviewAnswer, ReviewKind
from unrut.queries.reviews import accomplished_in
from unrut.queries.scope import of
from unrut.services.accomplishments import EARLIEST, add_accomplishment
from unrut.services.reflect import lines_of

_WHOLE = re.compile(r"\d{1,2}")

Answers = Mapping[str, int | None]


def save_review(
    owner: Person, quarter: date, answers: Answers, *, today: date, revision: int, done: str = ""
) -> Review:
    """Save what was answered of the review of a quarter, all of it or nothing; what is absent stays as it was.

    None takes an answer back. `done` holds accomplishments of the quarter, one a line. `revision` is that of the review the
    person saw, 0 when there was none. Raises ConflictError when it was saved elsewhere meanwhile, InvalidInputError when an
    answer cannot be right or the quarter has not begun.
    """
    quarter = reviewable_quarter(quarter, today)
    with transaction.atomic():
        review = store_review(
            owner,
            ReviewKind.QUARTER,
            quarter,
            checked(answers, reviewed_items()),
            today=today,
            revision=revision,
        )
        _add_done(owner, quarter, done, today)
    return review


def store_review(
    owner: Person, kind: str, period: date, answers: Answers, *, today: date, revision: int
) -> Review:
    """Create or change a review whose answers were checked.

    Raises ConflictError when the stored revision is another.
    """
    with transaction.atomic():
        review = _change(owner, kind, period, revision) if revision else _create(owner, kind, period, today)
        changed = [_store(review, item, value) for item, value in answers.items()]
        # A review of an earlier quarter that is touched again is still a look at that quarter.
        if any(changed) and (kind == ReviewKind.LOOK_BACK or period == quarter_of(today)):
            review.answered_on = today
            review.save(update_fields=["answered_on"])
    return review


def answer_of(item: str, text: str) -> int | None:
    """An answer as it was written; None where it was left open.

    Raises InvalidInputError.
    """
    written = text.strip()
    if not written:
        return None
    if not _WHOLE.fullmatch(written):
        raise _not_an_answer(item, f'"{text}"')
    return int(written)


def checked(answers: Answers, items: Collection[str]) -> Answers:
    """The answers, when all of them are about these items and from 0 to 10.

    Raises InvalidInputError.
    """
    for item, value in answers.items():
        if item not in items:
            raise InvalidInputError(f'"{item}" is not asked here. Answer one of {", ".join(items)}.')
        is_whole = value is None or type(value) is int
        if not is_whole or not 0 <= (value or 0) <= HIGHEST_ANSWER:
            raise _not_an_answer(item, str(value))
    return answers


def reviewable_quarter(day: date, today: date) -> date:
    """The first day of the quarter of a day.

    Raises InvalidInputError for one that has not begun or lies before any working life.
    """
    quarter = quarter_of(day)
    if quarter > today:
        raise InvalidInputError(
            f"The quarter from {quarter:%d %B %Y} has not begun. Review this quarter or an earlier one."
        )
    if quarter < EARLIEST:
        raise InvalidInputError(
            f"{quarter.year} is too long ago. Review a quarter from {EARLIEST.year} to now."
        )
    return quarter


def _create(owner: Person, kind: str, period: date, today: date) -> Review:
    try:
        with transaction.atomic():
            return Review.objects.create(owner=owner, kind=kind, period=period, answered_on=today)
    except IntegrityError as error:
        raise _saved_elsewhere() from error


def _change(owner: Person, kind: str, period: date, revision: int) -> Review:
    seen = of(Review, owner).filter(kind=kind, period=period, revision=revision)
    if not seen.update(revision=F("revision") + 1):
        raise _saved_elsewhere()
    return of(Review, owner).get(kind=kind, period=period)


def _store(review: Review, item: str, value: int | None) -> bool:
    """Store or take back an answer; whether that changed anything."""
    stored = of(ReviewAnswer, review.owner).filter(review=review, item=item)
    before = stored.values_list("value", flat=True).first()
    if value is None:
        stored.delete()
    elif before != value:
        ReviewAnswer.objects.update_or_create(
            owner=review.owner, review=review, item=item, defaults={"value": value}
        )
    return before != value


def _add_done(owner: Person, quarter: date, done: str, today: date) -> None:
    """A line the quarter already holds is not added again."""
    known = {each.text for each in accomplished_in(owner, quarter)}
    for line in dict.fromkeys(lines_of(done)):
        if line not in known:
            add_accomplishment(owner, line, on=min(today, last_day(quarter)), today=today)


def _not_an_answer(item: str, said: str) -> InvalidInputError:
    return InvalidInputError(
        f"The answer for {item} is {said}. Answer with a whole number from 0 to {HIGHEST_ANSWER}, or leave it open."
    )


def _saved_elsewhere() -> ConflictError:
    return ConflictError(
        "This was saved in another tab or on the command line meanwhile. "
        "Look at your answers once more and save again."
    )
