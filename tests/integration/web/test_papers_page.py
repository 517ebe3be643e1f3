"""Papers are read first and then taken along; they hold what was written down and nothing else."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import MONDAY, a_point, a_rung, an_accomplishment
from tests.integration.web.reading import Page, faults

from unrut.models import Person

pytestmark = pytest.mark.integration

TAUGHT = "Taught two new colleagues how to run the ward round"


def test_paper_is_chosen_first(client: Client) -> None:
    page = Page(client.get("/picture/papers/"))

    assert page.headline == "Which paper do you need?"
    assert (page.typed()["kind"], page.typed()["since"]) == ("review", "2026-05-01")
    assert page.all("article") == []


def test_self_review_holds_what_was_done_in_its_time(client: Client, alice: Person) -> None:
    an_accomplishment(alice, TAUGHT, date(2026, 3, 1), seen_by="R. M.", figures="2", known_from="counted")
    an_accomplishment(alice, "Too early", date(2020, 1, 1))
    a_point(alice, "Lead nurse", reached_on=MONDAY)
    a_rung(a_point(alice, "Own ward"))

    page = Page(client.post("/picture/papers/", {"kind": "review", "since": "2026-01-01"}))

    (paper,) = page.all("article")
    told = " ".join(paper.text.split())
    assert page.headline == "Read it before you hand it on."
    assert page.texts("h2", id="paper-title") == ["Self-review"]
    assert "1 January 2026 to 20 November 2026" in told
    assert all(words in told for words in (TAUGHT, "2 (counted)", "seen by R. M.", "Lead nurse", "Own ward"))
    assert "Too early" not in told
    assert faults(page) == []


def test_case_has_honest_gaps(client: Client, alice: Person) -> None:
    an_accomplishment(alice, TAUGHT)
    form = {"kind": "case", "expectations": "Teaches and coaches colleagues\nSpeaks fluent Japanese"}

    page = Page(client.post("/picture/papers/", form))

    assert page.texts("h3") == ["Teaches and coaches colleagues", "Speaks fluent Japanese"]
    assert "Nothing I wrote down shows this yet." in page.texts("li", class_="quiet")
    assert page.typed()["expectations"].split("\n") == [
        "Teaches and coaches colleagues",
        "Speaks fluent Japanese",
    ]


def test_case_of_a_milestone_holds_what_was_confirmed(client: Client, alice: Person) -> None:
    point = a_point(alice, "Head nurse")
    a_rung(point, "I coach others").shown_by.add(an_accomplishment(alice, "Anything"))
    a_rung(point, "I speak Japanese", position=1)

    page = Page(client.get(f"/picture/papers/?kind=case&milestone={point.pk}"))

    assert page.texts("h2", id="paper-title") == ["Head nurse"]
    assert "1 of 2 expectations are shown by something I did" in page.texts("p", class_="quiet")
    assert "Anything" in page.texts("span", class_="own-words")


def test_brag_document_goes_by_year(client: Client, alice: Person) -> None:
    for year in (2024, 2026):
        an_accomplishment(alice, f"Thing of {year}", date(year, 1, 1))

    page = Page(client.post("/picture/papers/", {"kind": "brag"}))

    assert page.texts("h3") == ["2026", "2024"]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"kind": "case"}, "Nothing is expected yet."),
        ({"kind": "case", "expectations": "A\n" * 3 + "\n".join(map(str, range(101)))}, "102 expectations"),
        (
            {"kind": "review", "since": "2026-11-20", "until": "2026-11-01"},
            "The first day lies after the last.",
        ),
        ({"kind": "review", "since": "31 Feb"}, '"31 Feb" is not a day.'),
        ({"kind": "case", "milestone": "x"}, '"x" names nothing of yours.'),
    ],
)
def test_paper_that_cannot_be_is_a_sentence(
    client: Client, alice: Person, form: dict[str, str], sentence: str
) -> None:
    response = client.post("/picture/papers/", form)

    page = Page(response)
    assert (response.status_code, page.all("article")) == (422, [])
    assert page.alerts[0].startswith(sentence)


@pytest.mark.parametrize(
    ("form", "starts", "ending"),
    [("markdown", b"# Self-review", "md"), ("pdf", b"%PDF", "pdf"), ("docx", b"PK", "docx")],
)
def test_paper_is_taken_along(client: Client, alice: Person, form: str, starts: bytes, ending: str) -> None:
    an_accomplishment(alice, TAUGHT)

    response = client.post("/picture/papers/file/", {"kind": "review", "as": form})

    assert response.content.startswith(starts)
    assert response.headers["Content-Disposition"] == f'attachment; filename="review.{ending}"'


def test_witnesses_can_be_left_out(client: Client, alice: Person) -> None:
    an_accomplishment(alice, TAUGHT, seen_by="R. M.")
    form = {"kind": "review", "as": "markdown", "without_witnesses": "on"}

    assert b"R. M." not in client.post("/picture/papers/file/", form).content


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/picture/papers/", {"kind": "novel"}),
        ("/picture/papers/file/", {"kind": "review", "as": "odt"}),
        ("/picture/papers/", {"kind": "case", "milestone": "999999"}),
    ],
)
def test_paper_that_is_none_is_not_there(
    client: Client, alice: Person, address: str, form: dict[str, str]
) -> None:
    assert client.post(address, form).status_code == 404
