"""Answers to trade-offs: given, asked again, and taken back."""

from datetime import date

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.answers import Answer, TradeOff
from unrut.models import Person, TradeOffAnswer
from unrut.models import Want as StoredWant
from unrut.queries.scope import of, one
from unrut.queries.trade_offs import trade_off_of

MOST_SECOND = 2


def answer_trade_off(owner: Person, asked: TradeOff, answer: str, *, today: date) -> TradeOffAnswer:
    """Keep which of two improvements one would take first; an earlier answer to the same question gives way.

    Raises InvalidInputError when it asks for something that is not wanted, or the answer is none of the three.
    """
    with transaction.atomic():
        _check_question(owner, asked)
        second, also = (*asked.second, "")[:MOST_SECOND]
        for row in of(TradeOffAnswer, owner).filter(repeats=None):
            if trade_off_of(row).sides == asked.sides:
                row.delete()
        return TradeOffAnswer.objects.create(
            owner=owner,
            first=asked.first[0],
            second=second,
            also=also,
            answer=_answer(answer),
            answered_on=today,
        )


def repeat_trade_off(owner: Person, answer_id: int, answer: str, *, today: date) -> TradeOffAnswer:
    """Keep what is answered to the same question later; both answers count.

    Raises MissingError, InvalidInputError.
    """
    with transaction.atomic():
        before = one(TradeOffAnswer, owner, answer_id)
        if before.repeats_id is not None:
            raise InvalidInputError("This answer is a repetition itself. Choose the question it repeats.")
        repeated, _ = TradeOffAnswer.objects.update_or_create(
            owner=owner,
            repeats=before,
            defaults={
                "first": before.first,
                "second": before.second,
                "also": before.also,
                "answer": _answer(answer),
                "answered_on": today,
            },
        )
    return repeated


def take_back_trade_off(owner: Person, answer_id: int) -> None:
    """Forget an answer, and its repetition, so that it is asked again.

    Raises MissingError.
    """
    one(TradeOffAnswer, owner, answer_id).delete()


def _check_question(owner: Person, asked: TradeOff) -> None:
    named = [*asked.first, *asked.second]
    known = set(of(StoredWant, owner).values_list("facet", flat=True))
    is_a_question = len(asked.first) == 1 and 1 <= len(asked.second) <= MOST_SECOND
    if not is_a_question or len(set(named)) != len(named) or not known.issuperset(named):
        raise InvalidInputError(
            "This question is about something you do not want any more. Take the next question instead."
        )


def _answer(answer: str) -> Answer:
    try:
        return Answer(answer)
    except ValueError as error:
        known = ", ".join(Answer)
        raise InvalidInputError(f'"{answer}" is no answer to a trade-off. Answer one of {known}.') from error
