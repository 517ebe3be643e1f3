"""Answers without a name: shown only when there are enough of them, all at once, and in an order that tells nothing."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from unrut.core.explore.strengths.answers import Answer

LEAST_POOL = 4
"""Fewer answers are not shown: with three the others could work out who wrote what. A convention, on the careful side."""


def released(answers: Sequence[Answer], *, shown: int = 0) -> tuple[Answer, ...]:
    """The answers that may be shown, without giver and circle, and all with the same day.

    `answers` are in the order they came. `shown` is how many were shown before: what came since waits until it is enough
    again, as the one new answer among known ones has a name. A shown answer that is deleted is taken off `shown` too.
    """
    given = [one for one in answers if not one.is_signed]
    ready = len(given) if len(given) - shown >= LEAST_POOL else min(shown, len(given))
    if ready < LEAST_POOL:
        return ()
    last = max(one.received_on for one in given[:ready])
    bare = [replace(one, giver="", circle="", received_on=last) for one in given[:ready]]
    # The order depends on the words alone, on all of them, so that it says nothing of who was first.
    salt = "".join(sorted(map(_marks, bare)))
    return tuple(sorted(bare, key=lambda one: (_mark(salt + _marks(one)), _marks(one))))


def _marks(answer: Answer) -> str:
    parts = (answer.at_best, answer.come_for, answer.wasted, str(answer.may_quote))
    return _mark("".join(f"{len(part)}:{part}" for part in parts))


def _mark(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
