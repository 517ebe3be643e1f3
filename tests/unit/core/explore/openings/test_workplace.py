import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.kinds import Workplace
from unrut.core.explore.openings.text import posting_text
from unrut.core.explore.openings.workplace import Place, place_of, read_workplaces, workplace_of_words

pytestmark = pytest.mark.unit

REMOTE, HYBRID, ON_SITE = Workplace.REMOTE, Workplace.HYBRID, Workplace.ON_SITE
FAR, HERE, PARTLY = Place(REMOTE, 1.0), Place(ON_SITE, 0.0), Place(HYBRID)


def read(text: str) -> list[Place]:
    return [stated.value for stated in read_workplaces(posting_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mill & Co | Baker | Remote | Full time", FAR),
        ("Mill & Co | Baker | Leeds or Remote (UK) | Full time", FAR),
        ("Location: Remote", FAR),
        ("Baker (remote)", FAR),
        (
            "This is a fully remote position with much bread in a long sentence that goes on and on and on and on here.",
            FAR,
        ),
        (
            "You can work remotely from anywhere, and we mean this for each and every one of the people who work here.",
            FAR,
        ),
        (
            "Our bakers work from home every day, in kitchens of their own that are all over this country, north to south.",
            FAR,
        ),
        ("Work from anywhere", FAR),
        ("This position is virtual.", FAR),
        (
            "A virtual service for bakers who are somewhere else than where all of the bread of this town is ever baked.",
            FAR,
        ),
        ("100% remote", FAR),
        ("100 % Homeoffice", FAR),
        ("Full télétravail", FAR),
        ("Onsite/Remote: Remote", FAR),
        (
            "As a remote-first bakery we write everything down so that each of us knows what the others did the day before.",
            FAR,
        ),
        (
            "You will tutor remotely, using our own tools for it, and so will all of the others who bake with us every day.",
            FAR,
        ),
        ("Mill & Co | Hybrid | Leeds", PARTLY),
        ("Leeds (hybrid, mostly)", PARTLY),
        (
            "It is a hybrid role in a bakery whose name you may well have heard if you ever were in Leeds on a Sunday morning.",
            PARTLY,
        ),
        ("Hybrid, 2 days in the office", Place(HYBRID, 0.6)),
        ("3 days a week in our office", Place(HYBRID, 0.4)),
        ("ONSITE (4 days/week)", Place(HYBRID, 0.2)),
        ("Two days remote", Place(HYBRID, 0.4)),
        ("Onsite (2 days remote OK)", Place(HYBRID, 0.4)),
        ("3 Tage Homeoffice", Place(HYBRID, 0.6)),
        ("Deux jours de télétravail", Place(HYBRID, 0.4)),
        ("80% remote", Place(HYBRID, 0.8)),
        ("Remote (up to 40%)", Place(HYBRID, 0.4)),
        ("Homeoffice möglich", PARTLY),
        ("5 days in the office", HERE),
        ("Mill & Co | On-site | Leeds", HERE),
        ("Work location: In person", HERE),
        (
            "It is an on-site role in a bakery whose name you may well have heard if you ever were in Leeds on a Sunday morning.",
            HERE,
        ),
        (
            "You must be able to work in person with all of the people who come to us from near and far to learn how to bake.",
            HERE,
        ),
        (
            "This is an on-campus position, which means that you are there on each of the days on which there are any classes.",
            HERE,
        ),
        (
            "You will be working from one of our small bakeries and centres; working from one of our nine baking centers is nice.",
            HERE,
        ),
        ("Not remote", HERE),
        ("Remote: No", HERE),
        ("Telework options? - No", HERE),
        ("100 % présentiel", HERE),
        ("Remote or on-site", Place(REMOTE, 1.0, is_choice=True)),
        ("Mill | ONSITE, REMOTE, HYBRID | Leeds", Place(REMOTE, 1.0, is_choice=True)),
        ("Mill | Onsite/Hybrid | Leeds", Place(HYBRID, None, is_choice=True)),
        ("Mill | Remote friendly | Leeds", Place(REMOTE, 1.0, is_choice=True)),
        (
            "We are a very remote-friendly bakery, which is to say that some of us bake where they live and that this is fine.",
            Place(REMOTE, 1.0, is_choice=True),
        ),
        ("Mill | Onsite + part remote | Leeds", Place(HYBRID, None, is_choice=True)),
    ],
)
def test_workplace_as_stated(text: str, expected: Place) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bread for remote areas",
        "A remote control for the oven",
        "Hybrid cloud and hybrid vehicles",
        "An on-site gym and on-site parking",
        "In-person interviews on Tuesday",
        "Office hours are from nine",
        "Occasional remote work is possible",
        "Teaching may be online, remote, or hybrid for some of the classes that we hold in the evenings of every week",
        "Home visits, a nice home",
        "Virtual reality headsets, virtual meetings",
        "A visit anywhere near the sea",
        "A site, a person, a campus",
        "400% remote",
        "9 days in the office",
        "2 days in the office per month",
        "Ability to work remotely, if necessary",
        "Not a hybrid role",
        "No remote or hybrid work",
        "Telework agreement",
        "Use tools (virtually or in-person) each day",
        "Amount of travel\nWork At Home",
        "Bread made with 5% rye, remote",
    ],
)
def test_workplace_not_stated(text: str) -> None:
    assert read(text) == []


def test_workplace_contradiction_is_kept() -> None:
    assert read("This is not a remote job.\nCome to us.\nWork location: Remote") == [HERE, FAR]


def test_workplace_surest_statement_counts_wherever_it_stands() -> None:
    text = f"You will tutor remotely, each day.{' Bread is good.' * 9}\nWork setting: Hybrid"

    assert read(text) == [PARTLY]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Remote Baker", REMOTE),
        ("Baker, Leeds (Hybrid)", HYBRID),
        ("Baker - On site", ON_SITE),
        ("Remote Sensing Baker", None),
        ("Leeds", None),
    ],
)
def test_workplace_of_words_of_a_field(words: str, expected: Workplace | None) -> None:
    found = workplace_of_words(words)

    assert (found and (found.value.kind, found.said.words, found.said.start)) == (
        expected and (expected, words, -1)
    )


def test_workplace_place_of_a_kind() -> None:
    assert [place_of(kind) for kind in (REMOTE, HYBRID, ON_SITE)] == [FAR, PARTLY, HERE]


WORDS = [
    "remote",
    "not",
    "hybrid",
    "|",
    "on-site",
    "2 days",
    "in office",
    "(",
    ")",
    "\n",
    "or",
    "50%",
    "work from",
    "home",
    "telework",
    "no",
    ":",
    "٣ days",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_workplace_any_text_quotes_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)

    for stated in read_workplaces(posting_text(text)):
        assert text[stated.said.start : stated.said.end] == stated.said.words
        assert stated.value.kind is not Workplace.UNKNOWN
