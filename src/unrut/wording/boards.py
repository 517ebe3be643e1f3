"""Pages that are watched, in sentences."""

from collections.abc import Sequence

from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from unrut.models import Board
from unrut.wording.numbers import day


def lead(boards: Sequence[Board]) -> str:
    """The first line of the page of boards."""
    if not boards:
        return gettext("You watch no page yet.")
    return ngettext("You watch %(count)d page.", "You watch %(count)d pages.", len(boards)) % {
        "count": len(boards)
    }


def last_look(board: Board) -> str:
    """When a board was looked at, and what came of it."""
    if board.fetched_at is None:
        return board.said or gettext("Not looked at yet.")
    return gettext("%(day)s: %(said)s") % {"day": day(localtime(board.fetched_at).date()), "said": board.said}
