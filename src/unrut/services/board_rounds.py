"""A round through the watched boards beside the pages, which stay as quick as ever."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from threading import Thread

from django.db import connections

from unrut.errors import ConflictError
from unrut.fetching.contract import Fetcher
from unrut.models import BoardUpdate, Person
from unrut.queries.scope import of
from unrut.services.boards import is_running, update_boards


def start_round(
    owner: Person,
    open_fetcher: Callable[[], AbstractContextManager[Fetcher]],
    *,
    now: Callable[[], datetime],
    today: date,
) -> Thread:
    """Begin a round in a thread of its own. When the program ends with it under way, the next round goes on from there.

    Raises ConflictError when one is running already.
    """
    last = of(BoardUpdate, owner).last()
    if last is not None and is_running(last, now()):
        raise ConflictError(
            "The boards are being looked at already. Wait until that is done, or stop it first."
        )
    thread = Thread(target=_run, args=(owner, open_fetcher, now, today), name="boards", daemon=True)
    thread.start()
    return thread


def _run(
    owner: Person,
    open_fetcher: Callable[[], AbstractContextManager[Fetcher]],
    now: Callable[[], datetime],
    today: date,
) -> None:
    try:
        with open_fetcher() as fetcher:
            update_boards(owner, fetcher, now=now, today=today)
    except ConflictError:
        return  # another one began in the same moment, and does the work
    finally:
        connections.close_all()
