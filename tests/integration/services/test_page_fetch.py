"""One page is asked for because a person named it."""

import pytest

from unrut.core.errors import InvalidInputError
from unrut.fetching.contract import Answer
from unrut.services.page_fetch import page_at

pytestmark = pytest.mark.integration


class Page:
    """Stands for the network, and remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, object]] = []

    def fetch(self, address: str, *, is_page: bool = False, **asked: object) -> Answer:  # noqa: ARG002 - as the contract has it
        self.asked.append((address, is_page))
        return Answer(address, b"<h1>Cook</h1>")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (" https://example.org/jobs/1 ", "https://example.org/jobs/1"),
        ("example.org/jobs/1", "https://example.org/jobs/1"),
    ],
)
def test_page_is_asked_for_once_as_a_page_for_people(typed: str, asked: str) -> None:
    page = Page()

    assert page_at(typed, page) == ("page.html", b"<h1>Cook</h1>")
    assert page.asked == [(asked, True)]


@pytest.mark.parametrize("typed", ["", "Acme", "https://www.linkedin.com/jobs/view/1"])
def test_what_may_not_be_asked_is_refused_without_a_request(typed: str) -> None:
    page = Page()

    with pytest.raises(InvalidInputError):
        page_at(typed, page)

    assert page.asked == []
