"""How sure the weights are, what moved them, and what is best asked next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.answers import TradeOff
from unrut.core.explore.levels import UNKNOWN, Levels
from unrut.core.explore.posterior import Posterior, Reaction, posterior
from unrut.core.explore.trade_offs import (
    Agreement,
    Contradiction,
    agreement,
    contradictions,
    next_trade_off,
    to_repeat,
)
from unrut.core.explore.wants import Want
from unrut.models import Opening, OpeningEvent, OpeningStatus, Person, TradeOffAnswer
from unrut.queries.frame import PRESENT, Frame, opening_levels
from unrut.queries.openings import UNDER_WAY
from unrut.queries.scope import of
from unrut.queries.trade_offs import first_answers, trade_off_of

REPEATED_AFTER = timedelta(days=7)
MOST_REACTIONS = 40
"""The newest ones: what one kept or put aside long ago says less, and each has its text to read."""

_REFUSED = frozenset({OpeningStatus.DISMISSED, OpeningStatus.DECLINED})


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A trade-off that is due to be asked once more, with the key of its first answer."""

    key: int
    question: TradeOff


@dataclass(frozen=True, slots=True)
class Weighed:
    """The wants with all that is known of their weights, and what may still be asked about them."""

    wants: tuple[Want, ...]
    are_proposed: bool
    posterior: Posterior
    answers: tuple[TradeOffAnswer, ...]
    next_question: TradeOff | None
    contradictions: tuple[Contradiction, ...]
    agreement: Agreement
    due: tuple[AskedAgain, ...]


def posterior_of(owner: Person, frame: Frame) -> Posterior:
    """The weights as sliders, trade-offs and what was done with openings leave them."""
    return posterior(
        frame.wants,
        trade_offs=[trade_off_of(row) for row in first_answers(owner, frame.wants)],
        reactions=reactions_of(owner, frame),
        are_said=not frame.are_wants_proposed,
    )


def weighed(owner: Person, frame: Frame, subjects: Sequence[Levels], *, today: date) -> Weighed:
    """All that is known of the weights; the next question is the one that best tells `subjects` apart."""
    found = frame.posterior
    rows = first_answers(owner, frame.wants)
    answered = [trade_off_of(row) for row in rows]
    later = {row.repeats_id: row for row in of(TradeOffAnswer, owner).exclude(repeats=None)}
    pairs = [(trade_off_of(row), trade_off_of(later[row.pk])) for row in rows if row.pk in later]
    next_question = None
    if not frame.are_wants_proposed:
        next_question = next_trade_off(found, answered, values=_worths(frame.wants, found, subjects))
    return Weighed(
        wants=frame.wants,
        are_proposed=frame.are_wants_proposed,
        posterior=found,
        answers=tuple(rows),
        next_question=next_question,
        contradictions=contradictions(frame.wants, answered),
        agreement=agreement(pairs),
        due=_due([row for row in rows if row.pk not in later], today),
    )


def reactions_of(owner: Person, frame: Frame) -> list[Reaction]:
    """What was kept and put aside of the openings, the newest first; what is still only found says nothing."""
    marked = of(Opening, owner).filter(status__in=[*UNDER_WAY, *_REFUSED])
    openings = list(marked.order_by("-seen_on", "-pk")[:MOST_REACTIONS])
    events = of(OpeningEvent, owner).filter(opening__in=openings, status=OpeningStatus.DISMISSED)
    reasons = dict(events.order_by("pk").values_list("opening_id", "reason"))
    return [_reaction(opening, reasons.get(opening.pk, ""), frame) for opening in openings]


def _reaction(opening: Opening, reason: str, frame: Frame) -> Reaction:
    stated, now = opening_levels(opening), frame.levels[PRESENT]
    worth = {want.facet: want.value(stated.get(want.facet, UNKNOWN).mean) for want in frame.wants}
    ahead = {
        want.facet: worth[want.facet] - want.value(now.get(want.facet, UNKNOWN).mean)
        for want in frame.wants
        if want.facet in stated
    }
    is_liked = opening.status not in _REFUSED
    return Reaction(
        is_liked=is_liked,
        ahead=ahead,
        lacking={facet: 1 - value for facet, value in worth.items()},
        reason="" if is_liked or reason not in worth else reason,
    )


def _due(rows: Sequence[TradeOffAnswer], today: date) -> tuple[AskedAgain, ...]:
    """Those of the answers most worth repeating that are a week old and not repeated."""
    old = {trade_off_of(row): row for row in rows if row.answered_on + REPEATED_AFTER <= today}
    return tuple(AskedAgain(old[asked].pk, asked) for asked in to_repeat(list(old)))


def _worths(
    wants: Sequence[Want], found: Posterior, subjects: Sequence[Levels]
) -> NDArray[np.float64] | None:
    """The worth of each subject on each criterion, shape (subjects, facets)."""
    by_facet = {want.facet: want for want in wants}
    kept = [by_facet[facet] for facet in found.facets]
    if not subjects or not kept:
        return None
    return np.array(
        [[want.value(levels.get(want.facet, UNKNOWN).mean) for want in kept] for levels in subjects]
    )
