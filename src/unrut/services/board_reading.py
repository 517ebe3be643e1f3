"""Read one board over the network: all of its pages, and the texts that its list leaves out. Nothing is stored here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from urllib.parse import urlsplit

from unrut.core.errors import InvalidInputError, UnrutError
from unrut.fetching.contract import Answer, Fetcher, FetchError, Outcome
from unrut.importers.openings.board_details import detail_request
from unrut.importers.openings.board_paging import Page, is_one_answer, most_pages, page_of
from unrut.importers.openings.board_requests import PAGE, Board, Request
from unrut.importers.openings.boards import asks_to_sign_in, board_in, candidates
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.registry import read_openings

MOST_DETAILS = 50
"""Texts that are asked for one by one in a round; the others come in the next ones."""

# What makes an opening of anything: right for what a person gives, wrong for what a site happens to answer.
ANY_TEXT = frozenset({"pasted", "markdown"})

Identity = tuple[str, str]
Listen = Callable[[], None]
Known = Callable[[Mapping[Identity, PostedOpening]], Mapping[Identity, PostedOpening]]


class UnreadableBoardError(UnrutError):
    """A board answered, and its answer is none of the kind we know."""


@dataclass(frozen=True, slots=True)
class BoardReading:
    """What a board lists. `unread` says in a sentence why it may list more than that; "" when this is all."""

    board: Board
    openings: tuple[PostedOpening, ...] = ()
    problems: int = 0
    unread: str = ""
    without_text: int = 0
    etag: str = ""
    modified: str = ""
    is_unchanged: bool = False


@dataclass(slots=True)
class _Pages:
    """The pages of a board as they come in."""

    found: dict[Identity, PostedOpening] = field(default_factory=dict)
    listed: int = 0
    total: int = 0
    problems: int = 0

    def add(self, page: Page, parsed: Parsed) -> bool:
        """Take in a page; whether it brought anything new."""
        before = len(self.found)
        self.found.update({(opening.source, opening.key): opening for opening in parsed.openings})
        self.listed += len(parsed.openings) if page.count is None else page.count
        self.total = self.total or page.total or 0
        self.problems += len(parsed.problems)
        return len(self.found) > before

    def unread(self, *, is_cut: bool) -> str:
        """Why there may be more openings than these."""
        if is_cut:
            return f"It has more pages than are read at once; {self.listed:,} openings were read."
        if self.listed < self.total:
            return f"It says it has {self.total:,} openings and showed {self.listed:,}."
        return "Some of its openings could not be read." if self.problems else ""


def find_board(company: str, fetcher: Fetcher, before_each: Listen) -> BoardReading:
    """The first board of a company that answers with openings.

    Raises FetchError when none does.
    """
    errors: list[FetchError] = []
    for board in candidates(company):
        try:
            reading = read_board(replace(board, company=company), fetcher, before_each=before_each)
        except FetchError as error:
            errors.append(error)
        except UnreadableBoardError:
            continue
        else:
            if reading.openings:
                return reading
    raise _not_found(company, errors)


def _not_found(company: str, errors: Sequence[FetchError]) -> FetchError:
    """Why no board was found; where some could not be asked, or none, nobody knows that there is none."""
    busy = [error for error in errors if error.outcome in {Outcome.LATER, Outcome.SLOW}]
    if busy:
        return busy[0]
    if errors and all(error.outcome is Outcome.UNREACHABLE for error in errors):
        return FetchError(
            Outcome.UNREACHABLE,
            f"No job board could be reached to look for {company}. Check the connection and try again.",
        )
    return FetchError(
        Outcome.MISSING,
        f"No public board of {company} was found. Open its careers page and give us the address.",
    )


def read_board(
    board: Board, fetcher: Fetcher, *, before_each: Listen, etag: str = "", modified: str = ""
) -> BoardReading:
    """All that a board lists now.

    Raises FetchError, UnreadableBoardError; and whatever `before_each` raises ends it.
    """
    pages, request = _Pages(), board.first
    for _ in range(most_pages(board)):
        answer = _answer(request, fetcher, before_each, etag, modified)
        if answer.is_unchanged:
            return BoardReading(board, etag=etag, modified=modified, is_unchanged=True)
        page = page_of(board, request, answer.content)
        try:
            is_new = pages.add(page, _parsed(board, answer, page))
        except UnreadableBoardError:
            return _linked(board, answer, fetcher, before_each)
        if page.following is None or not is_new:
            return _reading(board, pages, answer, is_cut=False)
        request, etag, modified = page.following, "", ""
    return _reading(board, pages, answer, is_cut=True)


def with_texts(reading: BoardReading, known: Known, fetcher: Fetcher, before_each: Listen) -> BoardReading:
    """The same with the texts that the list leaves out: those known from before, and some that are asked for now."""
    found = {(opening.source, opening.key): opening for opening in reading.openings}
    asked = {key: detail_request(reading.board, opening) for key, opening in found.items()}
    wanted = {key: request for key, request in asked.items() if request}
    if not wanted:
        return reading
    for key, opening in known({key: found[key] for key in wanted}).items():
        found[key] = _filled(found[key], opening)
        del wanted[key]
    for number, (key, request) in enumerate(wanted.items()):
        is_enough = number == MOST_DETAILS
        details = None if is_enough else _details(reading.board, found[key], request, fetcher, before_each)
        if details is None:
            return replace(reading, openings=tuple(found.values()), without_text=len(wanted) - number)
        found[key] = details
    return replace(reading, openings=tuple(found.values()))


def _details(
    board: Board, listed: PostedOpening, request: Request, fetcher: Fetcher, before_each: Listen
) -> PostedOpening | None:
    """The whole of a posting; as it is listed where its details cannot be read; None where the site gives no more."""
    try:
        answer = _answer(request, fetcher, before_each)
        parsed = _parsed(board, answer, Page())
    except FetchError as error:
        return listed if error.outcome is Outcome.MISSING else None
    except UnreadableBoardError:
        return listed
    return (
        _filled(replace(parsed.openings[0], key=listed.key), listed) if len(parsed.openings) == 1 else listed
    )


def _filled(first: PostedOpening, second: PostedOpening) -> PostedOpening:
    """The first, with what it does not state taken from the second."""
    missing = [each.name for each in fields(PostedOpening) if not getattr(first, each.name)]
    return replace(first, **{name: getattr(second, name) for name in missing})


def _reading(board: Board, pages: _Pages, last: Answer, *, is_cut: bool) -> BoardReading:
    is_all = is_one_answer(board)
    return BoardReading(
        board,
        tuple(pages.found.values()),
        pages.problems,
        pages.unread(is_cut=is_cut),
        etag=last.etag if is_all else "",
        modified=last.modified if is_all else "",
    )


def _answer(
    request: Request, fetcher: Fetcher, before_each: Listen, etag: str = "", modified: str = ""
) -> Answer:
    answer = fetcher.fetch(
        request.address,
        body=request.body,
        is_page=request.is_page,
        etag=etag,
        modified=modified,
        before_each=before_each,
    )
    if asks_to_sign_in(answer.address):
        raise FetchError(
            Outcome.CLOSED,
            f"{_host(answer.address)} wants you to sign in first, and behind that only you can look. "
            "Save the page in a browser and import the file.",
        )
    return answer


def _parsed(board: Board, answer: Answer, page: Page) -> Parsed:
    """The openings of an answer, read by the importer that the board is known to need."""
    if page.count == 0:
        return Parsed()
    source, parsed = _read(board, answer)
    is_expected = source not in ANY_TEXT if board.format == PAGE else source == board.format
    if not is_expected:
        raise _unreadable(answer)
    return parsed


def _read(board: Board, answer: Answer) -> tuple[str, Parsed]:
    name = urlsplit(answer.address).path.rsplit("/", 1)[-1]
    try:
        return read_openings(name, answer.content, company=board.company)
    except InvalidInputError as error:
        raise _unreadable(answer) from error
    except Exception as error:  # one importer that stumbles must not keep a person from all other boards
        raise _unreadable(answer) from error


def _linked(board: Board, answer: Answer, fetcher: Fetcher, before_each: Listen) -> BoardReading:
    """What the board lists that a careers page only links to.

    Raises UnreadableBoardError when it links to none.
    """
    linked = board_in(answer.content) if board.format == PAGE else None
    if linked is None:
        raise _unreadable(answer)
    reading = read_board(linked, fetcher, before_each=before_each)
    return replace(reading, etag="", modified="")  # they are not those of the page


def _unreadable(answer: Answer) -> UnreadableBoardError:
    return UnreadableBoardError(
        f"What {_host(answer.address)} answers holds no openings in a form we know. Nothing was changed. "
        "Look at the page: it may have moved, or save it and import the file."
    )


def _host(address: str) -> str:
    return urlsplit(address).hostname or address
