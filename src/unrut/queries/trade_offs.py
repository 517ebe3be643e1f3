"""Answers to trade-offs as they were given."""

from collections.abc import Sequence

from unrut.core.explore.answers import Answer, TradeOff
from unrut.core.explore.wants import Want
from unrut.models import Person, TradeOffAnswer
from unrut.queries.scope import of


def trade_off_of(row: TradeOffAnswer) -> TradeOff:
    """A stored answer as what was asked and answered."""
    second = tuple(facet for facet in (row.second, row.also) if facet)
    return TradeOff((row.first,), second, Answer(row.answer))


def first_answers(owner: Person, wants: Sequence[Want]) -> list[TradeOffAnswer]:
    """The answers to what is still wanted, without their repetitions, in the order they were given."""
    wanted = {want.facet for want in wants}
    rows = of(TradeOffAnswer, owner).filter(repeats=None)
    return [row for row in rows if {row.first, row.second, row.also or row.first} <= wanted]
