"""Watch job boards, and look at them again when the person asks for it; nothing else makes a request."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from unrut.core.errors import UnrutError
from unrut.errors import ConflictError, MissingError
from unrut.fetching.addresses import web_address
from unrut.fetching.contract import Fetcher, FetchError
from unrut.importers.openings.board_requests import Board as ReadableBoard
from unrut.importers.openings.boards import board_of, company_of
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.stored import DAYS, opening_values, posted_from
from unrut.models import Board, BoardUpdate, Opening, Person
from unrut.queries.scope import of
from unrut.services.board_reading import BoardReading, Identity, find_board, read_board, with_texts
from unrut.services.openings import BLOCK, close_openings, store_openings

ALIVE_FOR = timedelta(minutes=3)
"""A round that gave no sign of life for longer was cut short: no single request lasts as long."""

RESUMED_FOR = timedelta(days=1)
"""An older round that was cut short is not gone on with, because what it read is no news any more."""

FEW = 3
"""A board of more openings than this is not believed at once when it is empty all of a sudden."""

DONE, UNCHANGED, EMPTY, PARTLY = "done", "unchanged", "empty", "partly"
WAITING, UNREADABLE = "waiting", "unreadable"
GOOD = frozenset({DONE, UNCHANGED, PARTLY})

Tell = Callable[[int, int, str], None]
_NOTED = "address format etag modified fetched_at outcome said failures retry_at".split()
_NAMES = tuple(opening_values(PostedOpening("", "", "")))


class StopAskedError(UnrutError):
    """The person asked from the page that the round end."""


@dataclass(frozen=True, slots=True)
class BoardLook:
    """What one look at a board came to: in a word, in a sentence, and in numbers of openings."""

    board: int
    name: str
    outcome: str
    said: str
    created: int = 0
    updated: int = 0
    closed: int = 0

    @property
    def is_failed(self) -> bool:
        """Whether the board could not be read."""
        return self.outcome not in GOOD


@dataclass(frozen=True, slots=True)
class UpdateResult:
    """A round: each look, how many boards there are, and whether it was stopped before the last."""

    looks: tuple[BoardLook, ...]
    total: int
    is_stopped: bool = False

    @property
    def failed(self) -> tuple[BoardLook, ...]:
        """The looks that gave nothing."""
        return tuple(look for look in self.looks if look.is_failed)


def watch(owner: Person, typed: str, *, today: date) -> Board:
    """Remember a board by the address of a careers page, or a company by its name. Nothing is asked yet.

    The same board twice is one. Raises InvalidInputError, FetchError with a sentence when it cannot be watched.
    """
    readable = board_of(typed)
    if readable is None:
        return _watch_company(owner, company_of(typed), today)
    web_address(readable.first.address)
    board, _ = Board.objects.get_or_create(
        owner=owner,
        address=readable.address,
        defaults={"format": readable.format, "company": readable.company, "added_on": today},
    )
    return board


def unwatch(owner: Person, named: str) -> Board:
    """Forget a board, named by its number, address or company; its openings stay.

    Raises MissingError, InvalidInputError.
    """
    with transaction.atomic():
        board = _named(owner, named)
        if board is None:
            raise MissingError(f'"{named[:80]}" is not watched. See what is: unrut openings watched.')
        # The row as it was is given back, so its key is kept.
        of(Board, owner).filter(pk=board.pk).delete()
    return board


def ask_to_stop(owner: Person) -> None:
    """Let the round that is running end after its current request."""
    of(BoardUpdate, owner).filter(ended_at=None).update(is_stop_asked=True)


def is_running(round_: BoardUpdate, now: datetime) -> bool:
    """Whether a round is being worked on now."""
    return round_.ended_at is None and now - round_.alive_at < ALIVE_FOR


def looks_of(round_: BoardUpdate) -> tuple[BoardLook, ...]:
    """What each look of a round came to so far."""
    return tuple(BoardLook(**look) for look in round_.summary.get("looks", ()))


def update_boards(
    owner: Person, fetcher: Fetcher, *, now: Callable[[], datetime], today: date, tell: Tell | None = None
) -> UpdateResult:
    """Look at all watched boards, one after another; a round that was cut short is gone on with.

    What a board lists is stored, and what it no longer lists is marked as gone. A board that fails stops no other. It ends
    early with Ctrl-C or when asked from the page. Raises ConflictError when a round is running already.
    """
    round_ = _begun(owner, now())
    try:
        for board in _boards_left(owner, round_):
            _show(round_, board, tell)
            _keep(round_, _look(owner, board, fetcher, _Round(round_, now, today)))
    except StopAskedError:
        return _result(round_, is_stopped=True)
    else:
        _end(round_, now())
        return _result(round_)
    finally:
        _let_go(round_, now())


@dataclass(frozen=True, slots=True)
class _Round:
    """What every look needs to know of its round."""

    row: BoardUpdate
    now: Callable[[], datetime]
    today: date

    def before_each(self) -> None:
        """Show a sign of life, and end when the person asked for it."""
        alive = of(BoardUpdate, self.row.owner).filter(pk=self.row.pk)
        if not alive.filter(is_stop_asked=False).update(alive_at=self.now()):
            raise StopAskedError(
                "The round was stopped. Start it again to go on with the boards it had not reached."
            )


def _watch_company(owner: Person, company: str, today: date) -> Board:
    known = of(Board, owner).filter(company__iexact=company).first()
    return known or Board.objects.create(owner=owner, address=company, company=company, added_on=today)


def _named(owner: Person, named: str) -> Board | None:
    boards = of(Board, owner)
    if named.isdecimal() and len(named) < 10:  # noqa: PLR2004 - what a key of the store can be
        return boards.filter(pk=int(named)).first()
    readable = board_of(named)
    if readable is not None:
        return boards.filter(address=readable.address).first()
    return boards.filter(Q(company__iexact=company_of(named)) | Q(address=named.strip())).first()


def _begun(owner: Person, now: datetime) -> BoardUpdate:
    """A new round, or the one that was cut short."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=owner.pk)  # two rounds must not begin at once
        last = of(BoardUpdate, owner).filter(ended_at=None).last()
        if last is not None and is_running(last, now):
            raise ConflictError(
                "The boards are being looked at already. Wait until that is done, or stop it first."
            )
        if last is not None and now - last.started_at < RESUMED_FOR:
            last.alive_at, last.is_stop_asked = now, False
            last.save(update_fields=["alive_at", "is_stop_asked"])
            return last
        of(BoardUpdate, owner).delete()
        return BoardUpdate.objects.create(owner=owner, started_at=now, alive_at=now)


def _boards_left(owner: Person, round_: BoardUpdate) -> list[Board]:
    looked = [look.board for look in looks_of(round_)]
    boards = list(of(Board, owner).exclude(pk__in=looked))
    round_.done, round_.total = len(looked), len(looked) + len(boards)
    return boards


def _show(round_: BoardUpdate, board: Board, tell: Tell | None) -> None:
    round_.current = str(board)[:300]
    round_.save(update_fields=["done", "total", "current"])
    if tell:
        tell(round_.done, round_.total, round_.current)


def _keep(round_: BoardUpdate, look: BoardLook) -> None:
    round_.summary = {"looks": [asdict(each) for each in (*looks_of(round_), look)]}
    round_.done += 1
    round_.save(update_fields=["done", "summary"])


def _end(round_: BoardUpdate, now: datetime) -> None:
    round_.ended_at, round_.current = now, ""
    round_.save(update_fields=["ended_at", "current"])


def _let_go(round_: BoardUpdate, now: datetime) -> None:
    """Let the next round begin at once, however this one ended."""
    of(BoardUpdate, round_.owner).filter(pk=round_.pk).update(alive_at=now - ALIVE_FOR)


def _result(round_: BoardUpdate, *, is_stopped: bool = False) -> UpdateResult:
    return UpdateResult(looks_of(round_), round_.total, is_stopped)


def _look(owner: Person, board: Board, fetcher: Fetcher, round_: _Round) -> BoardLook:
    """Look at one board, and keep what came of it."""
    now = round_.now()
    if board.retry_at is not None and now < board.retry_at:
        until = board.retry_at.astimezone().strftime("%d %B, %H:%M")
        return _told(board, WAITING, f"It asked to be left alone until {until}. Look again then.")
    try:
        reading = _read(owner, board, fetcher, round_)
    except StopAskedError:
        raise
    except UnrutError as error:
        return _failed(board, error, now)
    with transaction.atomic():
        return _stored(owner, board, reading, round_)


def _read(owner: Person, board: Board, fetcher: Fetcher, round_: _Round) -> BoardReading:
    readable = board_of(board.address) if board.format else None
    if readable is None:
        reading = find_board(board.company, fetcher, round_.before_each)
    else:
        reading = read_board(
            replace(readable, company=board.company),
            fetcher,
            before_each=round_.before_each,
            etag=board.etag,
            modified=board.modified,
        )
    return with_texts(reading, lambda wanted: _known_texts(owner, wanted), fetcher, round_.before_each)


def _known_texts(owner: Person, wanted: Mapping[Identity, PostedOpening]) -> dict[Identity, PostedOpening]:
    """The openings among these whose texts were read before."""
    keys = [key for _, key in wanted]
    known = {}
    for start in range(0, len(keys), BLOCK):
        for row in of(Opening, owner).filter(key__in=keys[start : start + BLOCK]).exclude(text=""):
            if (row.source, row.key) in wanted:
                known[row.source, row.key] = _posted(row)
    return known


def _posted(row: Opening) -> PostedOpening:
    values: dict[str, Any] = {name: getattr(row, name) for name in _NAMES}
    days = {name: values[name] and values[name].isoformat() for name in DAYS}
    return posted_from({**values, **days})


def _failed(board: Board, error: UnrutError, now: datetime) -> BoardLook:
    after = error.after if isinstance(error, FetchError) else None
    board.failures += 1
    board.retry_at = None if after is None else now + timedelta(seconds=after)
    outcome = error.outcome.value if isinstance(error, FetchError) else UNREADABLE
    return _noted(board, _told(board, outcome, str(error)), now)


def _stored(owner: Person, board: Board, reading: BoardReading, round_: _Round) -> BoardLook:
    """Store what a board lists, and close what it lists no longer."""
    if not of(Board, owner).select_for_update().filter(pk=board.pk).exists():
        return _told(board, DONE, "It is no longer watched, so nothing of it was kept.")
    board = _settled(owner, board, reading.board)
    board.failures, board.retry_at = 0, None
    board.etag, board.modified = reading.etag, reading.modified
    if reading.is_unchanged:
        of(Opening, owner).filter(board=board, gone_on=None).update(seen_on=round_.today)
        return _noted(board, _told(board, UNCHANGED, "Nothing changed."), round_.now())
    listed = {(opening.source, opening.key) for opening in reading.openings}
    missing = _missing(owner, board, listed)
    if not listed and len(missing) > FEW and board.outcome != EMPTY:
        board.etag = board.modified = ""
        return _noted(board, _told(board, EMPTY, _empty_sentence(len(missing))), round_.now())
    kept = store_openings(owner, reading.openings, today=round_.today, board=board)
    closed = 0 if reading.unread else close_openings(owner, missing, today=round_.today)
    look = BoardLook(
        board.pk,
        str(board),
        PARTLY if reading.unread or reading.without_text else DONE,
        _sentence(kept.created, kept.updated, closed, reading),
        kept.created,
        kept.updated,
        closed,
    )
    return _noted(board, look, round_.now())


def _settled(owner: Person, board: Board, readable: ReadableBoard) -> Board:
    """The board with the address that answered, where only its company was known."""
    if board.format:
        return board
    watched = of(Board, owner).filter(address=readable.address).first()
    if watched is not None:
        of(Board, owner).filter(pk=board.pk).delete()
        return watched
    board.address, board.format = readable.address, readable.format
    return board


def _missing(owner: Person, board: Board, listed: set[Identity]) -> list[int]:
    """The openings that a board listed before and lists no longer."""
    rows = of(Opening, owner).filter(board=board, gone_on=None).values_list("pk", "source", "key")
    return [pk for pk, source, key in rows if (source, key) not in listed]


def _noted(board: Board, look: BoardLook, now: datetime) -> BoardLook:
    """Keep what a look came to beside the board; one that is no longer watched is not made anew."""
    board.fetched_at, board.outcome, board.said = now, look.outcome, look.said[:500]
    of(Board, board.owner).filter(pk=board.pk).update(**{name: getattr(board, name) for name in _NOTED})
    return look


def _told(board: Board, outcome: str, said: str) -> BoardLook:
    return BoardLook(board.pk, str(board), outcome, said)


def _sentence(created: int, updated: int, closed: int, reading: BoardReading) -> str:
    counts = ((created, "new"), (updated, "changed"), (closed, "gone"))
    told = ", ".join(f"{number:,} {word}" for number, word in counts if number)
    parts = [
        f"{len(reading.openings):,} listed: {told}."
        if told
        else f"{len(reading.openings):,} listed, as before.",
        f"{reading.unread} Nothing was marked as gone." if reading.unread else "",
        f"{reading.without_text:,} have no text yet; the next update brings more."
        if reading.without_text
        else "",
    ]
    return " ".join(part for part in parts if part)


def _empty_sentence(count: int) -> str:
    return (
        f"It lists nothing now, though it had {count:,} openings. Nothing was marked as gone yet: "
        "if it is empty the next time too, they are."
    )
