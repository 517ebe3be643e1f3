"""Openings come in by paste or file, are looked over first, and are kept only when approved."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.utils import OperationalError
from django.test import Client
from tests.factories import a_draft, an_opening
from tests.integration.web.reading import Page, faults

from unrut.models import Opening, OpeningDraft, Person
from unrut.queries.scope import of
from unrut.web.explore.import_views import PREVIEW_SHOWN

pytestmark = pytest.mark.integration

FIXTURES = Path(__file__).parents[2] / "fixtures" / "openings"
POSTING = "Beekeeper at Linden Honey\n\nYou are calm with bees and decide yourself when to visit them."
HOSTILE = (
    'Clerk <script>alert("title")</script>\n\n<script>alert(1)</script><img src="https://example.org/x" '
    'onerror="alert(2)"><svg onload=alert(3)><a href="javascript:alert(4)">apply</a> {{ request.user }} '
    '<form action="https://example.org/"><style>body { display: none }</style>'
)


def upload(client: Client, name: str, content: bytes, **typed: str) -> Any:
    return client.post("/fit/add/", {"file": SimpleUploadedFile(name, content), **typed})


def upload_board(client: Client) -> Any:
    return upload(client, "board.json", (FIXTURES / "greenhouse_board.json").read_bytes())


def approve(client: Client, owner: Person) -> Any:
    return client.post(f"/fit/add/{of(OpeningDraft, owner).get().pk}/", follow=True)


def titles(owner: Person) -> list[str]:
    return list(of(Opening, owner).values_list("title", flat=True))


def test_page_offers_a_box_and_a_file(client: Client) -> None:
    page = Page(client.get("/fit/add/"))

    (form,) = page.all("form", class_="form")
    assert page.headline == "Which opening caught your eye?"
    assert form.attributes["enctype"] == "multipart/form-data"
    assert [control.attributes["name"] for control in form.inside if "name" in control.attributes] == [
        "csrfmiddlewaretoken",
        "text",
        "file",
        "address",
        "company",
    ]


def test_pasted_posting_is_shown_and_not_yet_kept(client: Client, alice: Person) -> None:
    response = client.post("/fit/add/", {"text": POSTING})

    page = Page(response)
    assert (response.status_code, page.headline) == (200, "1 opening was read. Keep it?")
    assert (page.texts("h2"), page.texts("button")) == (["Beekeeper"], ["Keep it"])
    assert (titles(alice), of(OpeningDraft, alice).get().name) == ([], "pasted.txt")


def test_approved_posting_is_kept_and_its_draft_is_gone(client: Client, alice: Person, today: date) -> None:
    client.post("/fit/add/", {"text": POSTING})

    response = approve(client, alice)

    kept = of(Opening, alice).get()
    assert (kept.title, kept.company, kept.imported_on) == ("Beekeeper", "Linden Honey", today)
    assert Page(response).notices == ["1 opening is new."]
    assert of(OpeningDraft, alice).count() == 0


def test_employer_named_beside_the_posting_is_taken(client: Client, alice: Person) -> None:
    client.post("/fit/add/", {"text": "Beekeeper\n\nYou are calm with bees.", "company": "  Linden Honey "})
    approve(client, alice)

    assert of(Opening, alice).get().company == "Linden Honey"


def test_board_is_shown_with_what_could_not_be_read(client: Client, alice: Person) -> None:
    page = Page(upload_board(client))

    assert page.headline == "2 openings were read. Keep them?"
    assert page.texts("h2") == ["2 could not be read", "Lighthouse Keeper", "Boat Builder"]
    assert [line.split(":")[0] for line in page.texts("ul", class_="lines small")] == ["job 3"]
    assert (page.texts("button"), faults(page), titles(alice)) == (["Keep all 2"], [], [])


def test_board_is_kept_once_approved(client: Client, alice: Person) -> None:
    upload_board(client)

    response = approve(client, alice)

    assert (titles(alice), Page(response).notices) == (
        ["Lighthouse Keeper", "Boat Builder"],
        ["2 openings are new."],
    )


def test_board_imported_again_was_here_already(client: Client, alice: Person) -> None:
    for _ in range(2):
        upload_board(client)
        response = approve(client, alice)

    assert Page(response).notices == ["0 openings are new. 2 were here already."]
    assert titles(alice) == ["Lighthouse Keeper", "Boat Builder"]


def test_openings_brought_up_to_date_count_as_known(client: Client, alice: Person) -> None:
    upload_board(client)
    approve(client, alice)
    of(Opening, alice).filter(title="Boat Builder").update(title="Boat builder of old")
    upload_board(client)

    response = approve(client, alice)

    assert Page(response).notices == ["0 openings are new. 2 were here already."]
    assert titles(alice) == ["Lighthouse Keeper", "Boat Builder"]


def test_draft_is_approved_only_once(client: Client, alice: Person) -> None:
    draft = a_draft(alice)

    statuses = [client.post(f"/fit/add/{draft.pk}/").status_code for _ in range(2)]

    assert (statuses, titles(alice)) == ([302, 404], ["Kept for later"])


def test_new_preview_replaces_the_one_before(client: Client, alice: Person) -> None:
    client.post("/fit/add/", {"text": POSTING})
    upload_board(client)

    assert of(OpeningDraft, alice).get().name == "board.json"


def test_long_board_is_shown_in_part(client: Client, alice: Person) -> None:
    rows = "".join(f"Editor {number},Press {number}\n" for number in range(PREVIEW_SHOWN + 2))

    page = Page(upload(client, "table.csv", f"title,company\n{rows}".encode()))

    assert page.headline == "52 openings were read. Keep them?"
    assert (len(page.texts("h2")), page.texts("p", class_="quiet")) == (PREVIEW_SHOWN, ["and 2 more"])
    assert Page(approve(client, alice)).notices == ["52 openings are new."]


def test_file_counts_before_the_box(client: Client) -> None:
    page = Page(upload(client, "posting.txt", b"Stonemason\n\nYou mend walls.", text=POSTING))

    assert page.texts("h2") == ["Stonemason"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": ""}, "pasted.txt is empty. Choose a file that holds openings, or paste their text."),
        ({"text": " \n "}, "pasted.txt is empty. Choose a file that holds openings, or paste their text."),
    ],
)
def test_nothing_pasted_is_a_sentence(client: Client, typed: dict[str, str], sentence: str) -> None:
    response = client.post("/fit/add/", {**typed, "company": "Linden Honey"})

    page = Page(response)
    assert (response.status_code, page.alerts, faults(page)) == (422, [sentence], [])
    assert (page.typed()["text"].strip(), page.typed()["company"]) == ("", "Linden Honey")


def test_unknown_file_is_a_sentence_and_what_was_typed_is_kept(client: Client, alice: Person) -> None:
    response = upload(client, "photo.png", b"\x89PNG\r\n\x1a\n\x00\x00", text=POSTING, company="Linden Honey")

    page = Page(response)
    assert (response.status_code, page.alerts[0][:51]) == (
        422,
        "photo.png is not a file we can read openings from. ",
    )
    assert (page.typed()["text"], page.typed()["company"]) == (POSTING, "Linden Honey")
    assert of(OpeningDraft, alice).count() == 0


@pytest.mark.parametrize(("size", "status"), [(2**20, 200), (2**20 + 1, 422)])
def test_upload_that_is_too_large_is_a_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch, size: int, status: int
) -> None:
    monkeypatch.setattr("unrut.web.explore.import_views.LARGEST_UPLOAD", 2**20)

    response = upload(client, "board.txt", b"Beekeeper\n\n" + b"x" * (size - 11), text=POSTING)

    told = {200: [], 422: ["board.txt is larger than 1 MB. Import it in parts."]}
    assert (response.status_code, Page(response).alerts) == (status, told[status])


def test_full_disk_keeps_the_posting_that_was_pasted(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: Any, **_named: Any) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("unrut.web.explore.import_views.preview_openings", fail)

    response = client.post("/fit/add/", {"text": POSTING, "company": "Linden Honey"})

    page = Page(response)
    assert (response.status_code, page.alerts[0][:45]) == (
        507,
        "The disk is full, so nothing was saved. Make ",
    )
    assert (page.typed()["text"], page.typed()["company"]) == (POSTING, "Linden Honey")


def test_posting_full_of_scripts_shows_none(client: Client, alice: Person) -> None:
    preview = Page(client.post("/fit/add/", {"text": HOSTILE, "company": "<b onclick=x()>Firm</b>"}))
    approve(client, alice)
    opening = of(Opening, alice).get()

    pages = [preview, Page(client.get(f"/fit/options/opening-{opening.pk}/")), Page(client.get("/fit/"))]

    assert [faults(page) for page in pages] == [[], [], []]
    assert [page.all("img") + page.all("style") for page in pages] == [[], [], []]


def test_address_that_is_no_address_is_no_link(client: Client, alice: Person) -> None:
    upload_board(client)
    approve(client, alice)

    pages = {
        opening.title: Page(client.get(f"/fit/options/opening-{opening.pk}/"))
        for opening in of(Opening, alice)
    }

    links = {title: page.all("a", rel="noreferrer noopener external") for title, page in pages.items()}
    assert [link.attributes["href"] for link in links["Lighthouse Keeper"]] == [
        "https://boards.greenhouse.io/harbourlight/jobs/5100200300"
    ]
    assert (links["Boat Builder"], [faults(page) for page in pages.values()]) == ([], [[], []])


def test_opening_is_removed(client: Client, alice: Person) -> None:
    opening = an_opening(alice)

    response = client.post(f"/fit/openings/{opening.pk}/remove/")

    assert (response.headers["Location"], titles(alice)) == ("/fit/openings/", [])
