"""Bringing in what was written down elsewhere: chosen, looked over, kept or not."""

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.integration.web.reading import Page, faults

from unrut.models import Accomplishment, AccomplishmentDraft, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

TEXT = "2026-03-04: Wrote the rota #planning\n2026-05-06: Taught two colleagues\n"


def looked_over(client: Client, **given: object) -> Page:
    return Page(client.post("/picture/import/", given))


def test_page_says_what_can_be_brought_in(client: Client) -> None:
    page = Page(client.get("/picture/import/"))

    assert page.headline == "Where did you write it down?"
    assert [field.attributes["name"] for field in page.all("input") if "type" in field.attributes][1:] == [
        "file",
        "folder",
        "author",
    ]


def test_text_is_looked_over_and_kept(client: Client, alice: Person) -> None:
    page = looked_over(client, text=TEXT)
    draft = of(AccomplishmentDraft, alice).get()
    keys = [field.attributes["value"] for field in page.all("input", name="leave_out")]

    response = client.post(f"/picture/import/{draft.pk}/", {"leave_out": keys[:1]}, follow=True)

    assert (page.headline, page.texts("h2"), page.texts("button")) == (
        "2 things were read.",
        ["Wrote the rota", "Taught two colleagues"],
        ["Keep all 2"],
    )
    assert faults(page) == []
    assert [row.text for row in of(Accomplishment, alice)] == ["Taught two colleagues"]
    assert Page(response).notices == ["1 thing is new."]


def test_file_is_looked_over_with_what_could_not_be_read(client: Client, alice: Person) -> None:
    content = b"date,what\n2026-03-04,Wrote the rota\n31 Feb 2026,Never\n"

    page = looked_over(client, file=SimpleUploadedFile("wins.csv", content))

    assert page.headline == "1 thing was read. 1 could not be."
    assert page.texts("button") == ["Keep the one, and leave the others out"]
    (problem,) = page.texts("li")[:1]
    assert problem.startswith("line 3:")
    assert not of(Accomplishment, alice).exists()


def test_nothing_readable_offers_nothing_to_keep(client: Client) -> None:
    page = looked_over(client, text="2030-01-01: Not yet\n")

    assert (page.headline, page.texts("button")) == ("Nothing of it could be read.", [])


def test_long_lists_are_cut_and_counted(client: Client, alice: Person) -> None:
    page = looked_over(client, text="\n".join(f"2026-03-04: Thing {number}" for number in range(53)))

    assert (len(page.texts("h2")), "and 3 more" in page.texts("p", class_="quiet")) == (50, True)
    client.post(f"/picture/import/{of(AccomplishmentDraft, alice).get().pk}/")
    assert of(Accomplishment, alice).count() == 53


def test_many_problems_are_cut_and_counted(client: Client) -> None:
    page = looked_over(client, text="\n".join(f"2030-03-04: Thing {number}" for number in range(23)))

    assert "and 3 more" in page.texts("p", class_="small quiet")


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"text": ""}, 422, "pasted.txt is empty."),
        ({"folder": "/nowhere/at/all"}, 422, "There is no folder /nowhere/at/all."),
        ({"folder": "~nobody-here/x"}, 422, '"~nobody-here/x" is no folder here.'),
        ({"file": ("x.pdf", b"%PDF-1.4 \x00\x01")}, 422, "x.pdf is not a file we can read"),
        ({"file": ("big.md", b"x" * (25 * 2**20 + 1))}, 422, "big.md is larger than 25 MB."),
    ],
)
def test_source_that_cannot_be_read_is_a_sentence(
    client: Client, given: dict[str, object], status: int, sentence: str
) -> None:
    sent = {
        name: SimpleUploadedFile(*value) if isinstance(value, tuple) else value
        for name, value in given.items()
    }

    response = client.post("/picture/import/", sent)

    page = Page(response)
    assert response.status_code == status
    assert page.alerts[0].startswith(sentence)


def test_folder_is_read_only_on_ones_own_machine(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("unrut.web.milestones.import_views._has_folders", lambda: False)

    page = looked_over(client, folder=str(tmp_path))

    assert page.alerts == ["Folders can only be read where Unrut runs on your own machine."]
    assert page.all("input", name="folder") == []


def test_same_text_twice_adds_nothing(client: Client, alice: Person) -> None:
    for _ in range(2):
        looked_over(client, text=TEXT)
        response = client.post(f"/picture/import/{of(AccomplishmentDraft, alice).get().pk}/", follow=True)

    assert of(Accomplishment, alice).count() == 2
    assert Page(response).notices == ["0 things are new. 2 were here already."]
    assert of(Accomplishment, alice)[0].happened_on == date(2026, 3, 4)
