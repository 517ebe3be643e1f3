import pytest

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.marked_up import filled_from, marked_up

pytestmark = pytest.mark.unit

COOK = PostedOpening(source="inn", key="1", title="Cook", more=(("Team", "Grill"),))
MARKED = PostedOpening(
    source="schema_org",
    key="2",
    title="A Cook",
    place="Ghent",
    workplace=Workplace.ON_SITE,
    more=(("Team", "Grill"), ("Openings", "2")),
)


def page(*postings: str) -> bytes:
    scripts = (f'<script type="application/ld+json">{posting}</script>' for posting in postings)
    return "".join(scripts).encode()


def posting(title: str) -> str:
    return f'{{"@type": "JobPosting", "title": "{title}", "description": "Work as a {title}."}}'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (page(posting("Cook")), "Cook"),
        (page(posting("Cook"), posting("Baker")), None),
        (page('{"@type": "Recipe", "name": "JobPosting"}'), None),
        (b"<p>Cook</p>", None),
    ],
)
def test_marked_up_gives_the_only_posting_of_a_page(content: bytes, expected: str | None) -> None:
    found = marked_up(content, "The Inn")

    assert (found and found.title, found and found.company) == (expected, expected and "The Inn")


def test_filled_from_keeps_what_is_known_and_adds_the_rest() -> None:
    filled = filled_from(MARKED, COOK)

    assert (filled.source, filled.key, filled.title) == ("inn", "1", "Cook")
    assert (filled.place, filled.workplace) == ("Ghent", Workplace.ON_SITE)
    assert filled.more == (("Team", "Grill"), ("Openings", "2"))


def test_filled_from_nothing_is_the_same() -> None:
    assert filled_from(None, COOK) is COOK
