"""Ask for one page that a person names, because they named it."""

from unrut.core.errors import InvalidInputError
from unrut.fetching.contract import Fetcher
from unrut.importers.openings.boards import board_of

SCHEME = "://"


def page_at(typed: str, fetcher: Fetcher) -> tuple[str, bytes]:
    """What the page at an address is called and holds; nothing but the request is sent.

    Raises InvalidInputError, FetchError with a sentence when it may not be asked or gives nothing.
    """
    address = typed.strip()
    if board_of(address) is None:  # which also refuses sites that keep programs out
        raise InvalidInputError(f'"{address[:80]}" is no address of a page. Copy it from the browser.')
    if SCHEME not in address:
        address = f"https://{address}"
    answer = fetcher.fetch(address, is_page=True)
    return "page.html", answer.content
