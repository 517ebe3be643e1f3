"""What it takes to read a board: which board it is, and the requests that give its openings."""

from dataclasses import dataclass

PAGE = "page"
"""The format of an address that is no board we know: what it shows is read as it comes."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. JSON in `body` is posted; a page is written for people, so its site may ask programs to stay away."""

    address: str
    body: str = ""
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """A board: the importer that reads it, an address that is the same however it was typed, and the first request."""

    format: str
    address: str
    first: Request
    company: str = ""
