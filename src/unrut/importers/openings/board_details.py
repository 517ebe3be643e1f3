"""Where the text of a posting stands, for boards whose list holds no texts."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from unrut.importers.openings.board_requests import Board, Request
from unrut.importers.openings.contract import PostedOpening

KEY = re.compile(r"[\w-]{1,64}")
JOB = re.compile(r"/job/[^?#\s]{1,500}")


def detail_request(board: Board, opening: PostedOpening) -> Request | None:
    """The request for the whole of a posting; None where the list says all there is."""
    make = _DETAILS.get(board.format)
    return make(board, opening) if make and not opening.text else None


def has_details(board: Board) -> bool:
    """Whether the texts of a board are asked for one by one."""
    return board.format in _DETAILS


def _behind(board: Board, opening: PostedOpening) -> Request | None:
    """The posting stands behind its list, under its own number."""
    if not KEY.fullmatch(opening.key):
        return None
    parts = urlsplit(board.first.address)
    return Request(urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{opening.key}", query="")))


def _bamboohr(board: Board, opening: PostedOpening) -> Request | None:
    return Request(f"{board.address}careers/{opening.key}/detail") if KEY.fullmatch(opening.key) else None


def _eightfold(board: Board, opening: PostedOpening) -> Request | None:
    request = _behind(board, opening)
    return request and Request(f"{request.address}?{urlsplit(board.address).query}")


def _oracle(board: Board, opening: PostedOpening) -> Request | None:
    if not KEY.fullmatch(opening.key):
        return None
    site = board.address.rsplit("/", 1)[-1]
    finder = f'ById;Id="{opening.key}",siteNumber={site}'
    query = urlencode({"expand": "all", "onlyData": "true", "finder": finder}, safe=";=,")
    return Request(
        f"{board.first.address.partition('?')[0]}Details?{query}".replace(
            "RequisitionsDetails", "RequisitionDetails"
        )
    )


def _workday(board: Board, opening: PostedOpening) -> Request | None:
    """The address of a posting and of what programs read differ only in what stands before /job/."""
    found = JOB.search(opening.url or dict(opening.more).get("Address", "") or opening.key)
    return Request(board.first.address.removesuffix("/jobs") + quote(found[0], safe="/%")) if found else None


_DETAILS: Mapping[str, Callable[[Board, PostedOpening], Request | None]] = {
    "bamboohr": _bamboohr,
    "eightfold": _eightfold,
    "oracle": _oracle,
    "rippling": _behind,
    "smartrecruiters": _behind,
    "workday": _workday,
}
