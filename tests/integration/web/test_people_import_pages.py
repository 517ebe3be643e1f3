"""Bringing in people and one's own career from a file: chosen, looked over, kept or not."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories import MOMENT, MONDAY, make_contact
from tests.integration.web.reading import Page, faults

from unrut.importers.people.contract import ReadPeople, ReadRecommendation
from unrut.models import Background, Contact, ContactDraft, Job, OwnSkill, Person, SelfView
from unrut.queries.scope import of
from unrut.services.contacts import forget_contact
from unrut.services.people_import import preview_people
from unrut.web.people import import_form, import_views

pytestmark = pytest.mark.integration

IMPORT = "/people/import/"
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Ortiz,https://www.linkedin.com/in/ana,,Mill,Miller,03 Feb 2020\n"
BEN = "Ben,Ode,https://www.linkedin.com/in/ben,,Bakery,Baker,04 Feb 2020\n"
HOSTILE = '"<script>x</script>",=cmd,https://www.linkedin.com/in/x,,"A, ""B""",,05 Feb 2020\n'
CONNECTIONS = HEAD + ANA + BEN + HOSTILE
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Mill,Accountant,Kept the books and the payroll in Excel,Ghent,Mar 2021,\n"
    "Bakery,Clerk,,Ghent,2015,2020\n"
    "Farm,Helper,,Ghent,,\n"
)
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities\nCity College,2010,2013,,Bachelor of Arts,\n"
RECOMMENDATIONS = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Ana,Ortiz,Mill,Miller,"You explained the books to all of us.","01/05/22, 10:00 AM",VISIBLE\n'
)
EXPORT = {
    "Connections.csv": CONNECTIONS,
    "Positions.csv": POSITIONS,
    "Education.csv": EDUCATION,
    "Recommendations_Received.csv": RECOMMENDATIONS,
}


def packed(files: dict[str, str]) -> SimpleUploadedFile:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return SimpleUploadedFile("export.zip", held.getvalue())


def connections(text: str = CONNECTIONS) -> SimpleUploadedFile:
    return SimpleUploadedFile("Connections.csv", text.encode())


def read(client: Client, file: SimpleUploadedFile) -> Page:
    return Page(client.post(IMPORT, {"file": file}, follow=True))


def here(owner: Person) -> str:
    return f"{IMPORT}{of(ContactDraft, owner).get().pk}/"


def ticked(page: Page, name: str) -> list[str]:
    return [box.attributes["value"] for box in page.all("input", name=name, checked="")]


def as_ticked(page: Page, **changed: object) -> dict[str, object]:
    """What the form of a page sends when it is sent as it stands."""
    fields = {name: page.typed()[name] for name in ("shown", "left")}
    boxes = {name: ticked(page, name) for name in ("keep", "job", "schooling", "recommendations")}
    return {**fields, **boxes, "circle": "other", "doing": "keep", **changed}


def keep(client: Client, owner: Person, file: SimpleUploadedFile) -> Page:
    """Bring in all of a file; the page one comes to."""
    page = read(client, file)
    return Page(client.post(here(owner), as_ticked(page), follow=True))


def names(owner: Person) -> list[str]:
    return sorted(of(Contact, owner).values_list("name", flat=True))


def test_page_says_how_to_get_the_file_and_that_all_stays_here(client: Client) -> None:
    page = Page(client.get(IMPORT))

    assert page.headline == "Where are the people you know written down?"
    assert "all of it stays on this machine" in page.texts("p")[1]
    assert page.texts("p", class_="small")[1].startswith(
        "On LinkedIn open Settings, then Data privacy, then Get a copy"
    )
    assert faults(page) == []


def test_file_is_looked_over_before_anything_is_kept(client: Client, alice: Person) -> None:
    page = read(client, connections())

    assert page.headline == "3 people: nothing is kept yet."
    assert page.texts("p")[1] == "A copy of your data from LinkedIn: Connections.csv. 3 people are new."
    assert ticked(page, "keep") == ["0", "1", "2"]
    assert page.texts("summary") == ["Look at all 3"]
    assert (names(alice), faults(page)) == ([], [])


def test_what_is_ticked_is_kept(client: Client, alice: Person) -> None:
    page = read(client, connections())

    response = client.post(here(alice), as_ticked(page, keep=["0", "2"], circle="industry"), follow=True)

    assert Page(response).notices == ["2 people are new."]
    assert response.redirect_chain == [("/people/list/", 302)]
    assert sorted(of(Contact, alice).values_list("name", "circle", "company")) == [
        ("<script>x</script> =cmd", "industry", 'A, "B"'),
        ("Ana Ortiz", "industry", "Mill"),
    ]
    assert not of(ContactDraft, alice).exists()


def test_same_file_again_adds_nobody(client: Client, alice: Person) -> None:
    keep(client, alice, connections())

    page = read(client, connections())
    response = client.post(here(alice), as_ticked(page), follow=True)

    assert page.texts("p")[1].endswith("3 are here already.")
    assert page.all("input", name="keep") == []
    assert (Page(response).notices, len(names(alice))) == (["3 are here already."], 3)


def test_change_and_a_forgotten_person_are_told(client: Client, alice: Person) -> None:
    keep(client, alice, connections())
    forget_contact(alice, of(Contact, alice).get(name="Ben Ode").pk)

    page = read(client, connections(CONNECTIONS.replace("Mill,Miller", "Farm,Farmer")))

    assert page.texts("p")[1].endswith("1 has changed, 1 is here already and 1 you forgot, who stays out.")
    assert page.texts("label")[1] == "Ana Ortiz Farmer at Farm – has changed since the last file"


def test_finding_keeps_what_was_ticked_before(client: Client, alice: Person) -> None:
    page = read(client, connections())

    found = Page(
        client.post(
            here(alice), as_ticked(page, keep=["0", "2"], q=" bakery ", doing="find", circle="friend")
        )
    )
    again = Page(client.post(here(alice), as_ticked(found, q="nobody at all", doing="find")))
    response = client.post(here(alice), as_ticked(again), follow=True)

    assert (found.typed()["q"], found.typed()["shown"], found.typed()["left"]) == ("bakery", "1", "1")
    assert ([box.attributes["value"] for box in found.all("input", name="keep")], ticked(found, "keep")) == (
        ["1"],
        [],
    )
    assert found.texts("option", selected="") == ["Friend"]
    assert "1 is left out so far." in found.texts("p", class_="small")
    assert "Nobody in the file has these words." in again.texts("p", class_="quiet")
    assert Page(response).notices == ["2 people are new."]
    assert faults(found) + faults(again) == []


def test_left_out_may_be_ticked_again(client: Client, alice: Person) -> None:
    page = read(client, connections())
    found = Page(client.post(here(alice), as_ticked(page, keep=[], doing="find")))

    client.post(here(alice), as_ticked(found, keep=["1"]))

    assert (found.typed()["left"], names(alice)) == ("0,1,2", ["Ben Ode"])


def test_long_file_shows_the_first_and_keeps_all(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_views, "SHOWN", 2)

    page = read(client, connections())
    client.post(here(alice), as_ticked(page))

    assert (ticked(page, "keep"), page.texts("summary")) == (["0", "1"], ["Look at the first 2"])
    assert "and 1 more, who is kept as well" in page.texts("p", class_="small quiet")
    assert len(names(alice)) == 3


def test_whole_export_tells_of_ones_own_work(client: Client, alice: Person) -> None:
    page = read(client, packed(EXPORT))

    assert page.headline == "3 people, and your own work: nothing is kept yet."
    legends = page.texts("legend")
    assert legends[:4] == [
        "People",
        "3 jobs of yours",
        "Your schooling",
        "1 recommendation somebody wrote you",
    ]
    assert ticked(page, "job") == ["0", "1"]
    assert page.texts("p", class_="small quiet")[1] == "Helper, Farm: says not when it was"
    assert faults(page) == []


def test_own_work_is_kept_as_ticked(client: Client, alice: Person) -> None:
    page = read(client, packed(EXPORT))
    offered = [field.attributes["value"] for field in page.all("input", name="offered")]
    skill = {"offered": offered, "tick": offered[:1], f"level-{offered[0]}": "strong"}

    response = client.post(here(alice), as_ticked(page, job=["1"], **skill), follow=True)

    (notice,) = Page(response).notices
    assert notice == (
        "3 people are new. Taken in of your own: 1 job, your schooling, 1 skill and 1 recommendation."
    )
    assert list(of(Job, alice).values_list("title", flat=True)) == ["Clerk"]
    assert of(OwnSkill, alice).get().element == offered[0]
    assert of(Background, alice).get().education is not None


def test_nothing_ticked_keeps_nothing(client: Client, alice: Person) -> None:
    page = read(client, packed(EXPORT))
    nothing = as_ticked(page, keep=[], job=[], schooling=[], recommendations=[])

    response = client.post(here(alice), nothing, follow=True)

    assert Page(response).notices == ["Nothing was chosen, so nothing was kept."]
    assert (names(alice), of(Job, alice).exists(), of(OwnSkill, alice).exists()) == ([], False, False)


def test_career_alone_leads_back_to_people(client: Client, alice: Person) -> None:
    page = read(client, SimpleUploadedFile("Positions.csv", POSITIONS.encode()))

    response = client.post(here(alice), as_ticked(page, shown="", left=""))

    assert page.headline == "No people, but your own work: nothing is kept yet."
    assert (response["Location"], of(Job, alice).count()) == ("/people/", 2)


@pytest.mark.parametrize(
    ("changed", "alert"),
    [
        ({"circle": "enemy"}, 'There is no circle "enemy".'),
        ({"tick": ["2.A.1.a"], "offered": ["2.A.1.a"]}, "For one of the lines no level is chosen."),
    ],
)
def test_wrong_choice_keeps_nothing_and_stays_ticked(
    client: Client, alice: Person, changed: dict[str, object], alert: str
) -> None:
    page = read(client, packed(EXPORT))

    response = client.post(here(alice), as_ticked(page, keep=["1"], job=["1"], **changed))

    again = Page(response)
    assert (response.status_code, again.alerts[0].startswith(alert)) == (422, True)
    assert (ticked(again, "keep"), ticked(again, "job")) == (["1"], ["1"])
    assert (names(alice), of(Job, alice).exists()) == ([], False)
    assert faults(again) == []


@pytest.mark.parametrize(
    "sent", [{"keep": ["x", "٣", "999999999", "-1"], "job": ["7", "x"], "shown": "a,,0"}, {}]
)
def test_places_that_are_none_take_nobody(client: Client, alice: Person, sent: dict[str, object]) -> None:
    read(client, packed(EXPORT))

    response = client.post(here(alice), {"circle": "other", "left": "0,1,2", "doing": "keep", **sent})

    assert (response.status_code, names(alice), of(Job, alice).exists()) == (302, [], False)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (None, "No file is chosen yet."),
        (SimpleUploadedFile("empty.csv", b" "), "empty.csv is empty."),
        (SimpleUploadedFile("cv.pdf", b"%PDF-1.4 x"), "cv.pdf is a PDF"),
        (SimpleUploadedFile("bomb.zip", b"PK\x03\x04 cut"), "bomb.zip"),
    ],
)
def test_file_that_cannot_be_read_is_said_and_stores_nothing(
    client: Client, alice: Person, file: SimpleUploadedFile | None, words: str
) -> None:
    response = client.post(IMPORT, {"file": file} if file else {})

    page = Page(response)
    assert (response.status_code, page.alerts[0].startswith(words)) == (422, True)
    assert not of(ContactDraft, alice).exists()
    assert faults(page) == []


def test_too_large_file_is_not_read(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_views, "LARGEST_UPLOAD", 10)

    page = Page(client.post(IMPORT, {"file": connections()}))

    assert page.alerts == [
        "Connections.csv is larger than 0 MB. Unpack it and give Connections.csv alone: the people stand there."
    ]


def test_folder_is_read(client: Client, alice: Person, tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")

    page = Page(client.post(IMPORT, {"folder": f" {tmp_path} "}, follow=True))

    assert page.headline == "3 people: nothing is kept yet."


@pytest.mark.parametrize("folder", ["/no/such/place", "~nobody-of-that-name/x", "/tmp/\0x"])
def test_folder_that_is_none_is_said_and_stays_typed(client: Client, folder: str) -> None:
    response = client.post(IMPORT, {"folder": folder})

    page = Page(response)
    assert (response.status_code, len(page.alerts)) == (422, 1)
    assert page.typed()["folder"] == folder


def test_shared_server_reads_no_folders(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(import_views, "_has_folders", lambda: False)

    page, response = Page(client.get(IMPORT)), client.post(IMPORT, {"folder": str(tmp_path)})

    assert page.all("input", name="folder") == []
    assert Page(response).alerts == [
        "Folders can only be read where Unrut runs on your own machine. Choose a file."
    ]


def test_left_out_lines_are_told_with_their_reason(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_views, "SKIPPED_SHOWN", 1)
    text = CONNECTIONS + ",,,,,,01 Jan 2020\n,,,,,,02 Jan 2020\n"

    page = read(client, connections(text))

    assert page.texts("summary")[0] == "2 things were left out, and why"
    assert page.texts("li")[0] == (
        "line 5: Nothing here says who it is: there is no name, no company and no address. Add one, or leave it out."
    )
    assert "and 1 more" in page.texts("p", class_="small quiet")


def test_certainly_known_person_is_told_to_join(client: Client, alice: Person) -> None:
    make_contact(alice, "Ana Ortiz", url="https://www.linkedin.com/in/ana")

    page = read(client, connections(HEAD + ANA))

    assert page.texts("p")[1].endswith("1 is somebody you have from elsewhere.")
    assert page.texts("label")[1].endswith("joins the entry you have from elsewhere")


def test_draft_of_somebody_else_is_not_there(client: Client, bob: Person) -> None:
    draft = ContactDraft.objects.create(owner=bob, name="x.csv", content={}, made_at="2026-11-20T10:00:00Z")

    answers = [client.get(f"{IMPORT}{draft.pk}/"), client.post(f"{IMPORT}{draft.pk}/")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert of(ContactDraft, bob).exists()


def test_numbers_are_carried_in_order() -> None:
    assert import_form.numbers({3, 1, 2}) == "1,2,3"


def test_words_of_others_wait_for_ones_own_view(client: Client, alice: Person) -> None:
    told = ReadRecommendation("Ana Ortiz", "", "", "She explains well.", None, is_received=True)
    draft = preview_people(alice, "li.zip", ReadPeople("linkedin", recommendations=(told,)), now=MOMENT)
    address = f"/people/import/{draft.pk}/"

    before = client.get(address).content
    SelfView.objects.create(owner=alice, strengths=["explains"], said_on=MONDAY)

    assert (b"She explains well." in before, b"Ana Ortiz" in before) == (False, True)
    assert b"She explains well." in client.get(address).content
