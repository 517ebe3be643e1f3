"""The quarterly review on the command line."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from unrut.cli.output import section
from unrut.core.reflect.reviews import (
    Comparison,
    Move,
    compare,
    name_of,
    quarter_of,
    read_quarter,
    reviewed_items,
    slow_signs_of,
)
from unrut.models import Person, ReviewKind
from unrut.queries.reviews import LongLooks, StoredReview, accomplished_in, long_looks, review_of
from unrut.services.reviews import answer_of, reviewable_quarter, save_review
from unrut.wording import reviews as wording
from unrut.wording.items import prompt


def quarter(written: str | None, today: date) -> date:
    """The first day of the quarter that is meant.

    Raises InvalidInputError.
    """
    return reviewable_quarter(read_quarter(written), today) if written else quarter_of(today)


def open_questions(owner: Person, period: date) -> dict[str, str]:
    """What has no answer yet, with its question."""
    review = review_of(owner, ReviewKind.QUARTER, period)
    answers = review.answers if review else {}
    return {item: prompt(item) for item in reviewed_items() if item not in answers}


def keep(
    owner: Person, period: date, answers: Mapping[str, Any], done: Sequence[str], *, today: date
) -> None:
    """Save what was given over what is stored.

    Raises InvalidInputError, ConflictError.
    """
    review = review_of(owner, ReviewKind.QUARTER, period)
    read = {item: answer_of(item, str(given)) for item, given in answers.items()}
    revision = review.revision if review else 0
    save_review(owner, period, read, today=today, revision=revision, done="\n".join(done))


def stopped(answers: Mapping[str, Any], done: Sequence[str], period: date) -> str:
    """What is kept of a review that was left half-way, and how to go on."""
    if not (answers or done):
        return "Nothing was answered, so nothing was kept."
    return f"Kept what you answered so far. Go on with: unrut review --quarter {wording.quarter_code(period)}"


def lines(owner: Person, period: date) -> list[str]:
    """The review in sentences, with what moved since the one before."""
    looks = long_looks(owner)
    review = looks.of_quarter(period)
    if review is None:
        return [
            f"Nothing is answered about {wording.quarter_name(period)} yet.",
            "Begin in a terminal with: unrut review",
        ]
    before, compared = _since(looks, review)
    signs = slow_signs_of(review.answers)
    told = [
        wording.lead(review, before, compared),
        f"{wording.quarter_name(period)}: {wording.answered_words(review.answers)}",
        *section("What got worse", _moves(compared.worse if compared else ())),
        *section("What got better", _moves(compared.better if compared else ())),
        *section(
            "The slow signs", [wording.slow_signs(signs), *filter(None, [wording.signs_against(signs)])]
        ),
        *section("What you got done", [done.text for done in accomplished_in(owner, period)]),
    ]
    return [*told, "", wording.own_words_note()]


def values(owner: Person, period: date) -> dict[str, Any]:
    """The review as it is stored, and what moved since the one before."""
    looks = long_looks(owner)
    review = looks.of_quarter(period)
    before, compared = _since(looks, review) if review else (None, None)
    return {
        "quarter": wording.quarter_code(period),
        "answered_on": review.answered_on if review else None,
        "revision": review.revision if review else 0,
        "answers": {item: review.answers.get(item) if review else None for item in reviewed_items()},
        "since": before.period if before else None,
        "moved": [_move(move) for move in (*compared.worse, *compared.better)] if compared else [],
        "speaking": [sign.id for sign in slow_signs_of(review.answers if review else {}).speaking],
        "done": [done.text for done in accomplished_in(owner, period)],
        "due_on": looks.due_on,
    }


def _since(looks: LongLooks, review: StoredReview) -> tuple[StoredReview | None, Comparison | None]:
    before = looks.before(review)
    return before, compare(before.answers, review.answers) if before else None


def _moves(moves: Sequence[Move]) -> list[str]:
    return [f"{name_of(move.item)}: {wording.move_words(move)}" for move in moves]


def _move(move: Move) -> dict[str, Any]:
    return {"item": move.item, "before": move.before, "now": move.now, "is_better": move.by > 0}
