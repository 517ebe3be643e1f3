"""What one can: proposed, read from a CV, confirmed, changed and forgotten."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import a_job, a_skill, an_accomplishment
from tests.integration.web.reading import Page, faults

from unrut.core.explore.occupations.own_skills import shipped_skills
from unrut.models import OwnSkill, Person
from unrut.queries.scope import of
from unrut.queries.skills import proposals_from
from unrut.services import skill_files
from unrut.web.explore import skills_views

pytestmark = pytest.mark.integration

ADDRESS = "/fit/work/me/skills/"
LISTENING, LAW = "2.A.1.b", "2.C.8.b"
CV = "Presented the results to forty teachers\nNegotiated contracts with three suppliers"
MANY = [
    *("Presented the results to forty teachers", "Negotiated contracts with three suppliers"),
    *("Programmed a booking system in Python", "Trained two new colleagues", "Repaired the old lathe"),
    *("Wrote the newsletter", "Kept the books and the budget", "Nursed patients on the ward"),
]


def kept(owner: Person) -> list[tuple[str, float, str]]:
    return list(of(OwnSkill, owner).order_by("element").values_list("element", "level", "evidence"))


def offered(page: Page) -> list[str]:
    return [field.attributes["value"] for field in page.all("input", name="offered")]


def shown(client: Client, **form: object) -> Page:
    response = client.post(ADDRESS, form) if form else client.get(ADDRESS)
    page = Page(response)
    assert (response.status_code, faults(page)) == (200, [])
    return page


def test_page_without_anything_asks_for_a_cv(client: Client, alice: Person, bob: Person) -> None:
    a_skill(bob, LAW, evidence="her secret")

    page = shown(client)

    assert page.headline == "What can you do?"
    assert (offered(page), page.texts("summary")) == ([], ["Go through all 109, one by one"])
    assert page.texts("button", class_="button") == ["Read it", "Keep what I changed"]
    assert "her secret" not in client.get(ADDRESS).content.decode()


def test_what_was_done_is_proposed_with_its_words_and_nothing_is_ticked(
    client: Client, alice: Person
) -> None:
    an_accomplishment(alice, CV.splitlines()[1])

    page = shown(client)

    assert offered(page)
    assert offered(page) == [proposal.words.id for proposal in proposals_from([CV.splitlines()[1]])]
    assert CV.splitlines()[1] in page.texts("blockquote", class_="small about")
    assert [field for field in page.all("input", name="tick") if "checked" in field.attributes] == []
    assert kept(alice) == []


def test_proposals_behind_the_first_are_folded_with_a_count(client: Client, alice: Person) -> None:
    for line in MANY:
        an_accomplishment(alice, line)

    page = shown(client)

    more = len(offered(page)) - skills_views.SHOWN
    assert more > 0
    assert page.texts("summary")[0] == f"{more} more, less sure"


def test_what_is_ticked_is_kept_with_the_words_that_show_it(
    client: Client, alice: Person, today: date
) -> None:
    form = {"doing": "ticks", "tick": [LAW], f"level-{LAW}": "strong", f"evidence-{LAW}": " Drew up leases "}

    response = client.post(ADDRESS, {**form, f"level-{LISTENING}": "basic"}, follow=True)

    assert kept(alice) == [(LAW, 4.5, "Drew up leases")]
    assert of(OwnSkill, alice).get().said_on == today
    assert Page(response).notices[0] == "Kept: 1 skill."


def test_confirmed_skill_is_no_proposal_any_more(client: Client, alice: Person) -> None:
    an_accomplishment(alice, CV.splitlines()[1])
    first = offered(shown(client))[0]

    a_skill(alice, first)

    page = shown(client)
    assert first not in offered(page)
    assert page.headline == "You said of 1 thing how well you can do it."
    assert page.texts("h4") == [shipped_skills()[first].name]
    assert page.texts("p", class_="own-words small") == ["Ran the user panel"]


def test_usual_skills_of_the_work_one_does_are_folded(client: Client, alice: Person) -> None:
    a_job(alice, "Qqqq", occupation="11-2021.00")

    page = shown(client)

    assert page.texts("summary")[0] == "12 things that are usual in the work you did"
    assert any("Usual among Marketing Managers." in text for text in page.texts("p"))


@pytest.mark.parametrize(
    "given",
    [{"text": CV}, {"file": SimpleUploadedFile("cv.txt", CV.encode())}],
)
def test_cv_is_read_into_proposals_and_not_kept(
    client: Client, alice: Person, given: dict[str, object]
) -> None:
    expected = [proposal.words.id for proposal in proposals_from(CV.splitlines())]

    page = shown(client, doing="read", **given)

    assert (offered(page), kept(alice)) == (expected, [])
    assert page.headline.startswith(f"{len(expected)} things can be read from it.")
    assert page.texts("h2")[0] == "From your CV"


def test_cv_stands_before_what_was_done_and_each_skill_once(client: Client, alice: Person) -> None:
    an_accomplishment(alice, CV.splitlines()[0])
    an_accomplishment(alice, "Kept the books and the budget")

    page = shown(client, doing="read", text=CV.splitlines()[0])

    assert len(set(offered(page))) == len(offered(page))
    assert "more from what you got done" in page.texts("summary")[0]


def test_cv_that_shows_nothing_says_so(client: Client, alice: Person) -> None:
    page = shown(client, doing="read", text="Qqqq zzzz")

    assert page.headline.startswith("Nothing in it gives away a skill beyond those you confirmed.")
    assert (offered(page), page.typed()["text"]) == ([], "Qqqq zzzz")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": " "}, "There is nothing to read yet. Paste your CV, or choose a file."),
        ({"text": "1 2 3"}, "What you pasted holds no words about work."),
        ({"file": SimpleUploadedFile("cv.pdf", b"%PDF-1.7")}, "cv.pdf is a PDF, which we cannot read."),
    ],
)
def test_cv_that_cannot_be_read_is_a_sentence_and_stays_typed(
    client: Client, alice: Person, given: dict[str, object], said: str
) -> None:
    response = client.post(ADDRESS, {"doing": "read", **given})

    page = Page(response)
    assert response.status_code == 422
    assert page.alerts[0].startswith(said)
    assert page.typed()["text"] == given.get("text", "")


def test_file_that_is_too_large_is_not_read(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skills_views, "LARGEST", 3)
    monkeypatch.setattr(skill_files, "decoded", None)

    response = client.post(ADDRESS, {"doing": "read", "file": SimpleUploadedFile("cv.txt", b"Long")})

    assert response.status_code == 422
    assert Page(response).alerts[0].startswith("cv.txt has more than")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({}, "Nothing is ticked yet. Tick at least one line that is right."),
        ({"tick": LAW, f"level-{LAW}": ""}, "For one of the lines no level is chosen. Choose how far it goes."),
        ({"tick": LAW, f"level-{LAW}": "basic", f"evidence-{LAW}": "x" * 501}, "What shows the skill is longer than 500"),
        ({"tick": "0.0", "level-0.0": "basic"}, '"0.0" is no skill of the list. Choose one from it.'),
    ],
)  # fmt: skip
def test_ticks_that_cannot_be_kept_stay_as_they_were(
    client: Client, alice: Person, form: dict[str, str], said: str
) -> None:
    response = client.post(ADDRESS, {"doing": "ticks", "offered": [LAW, LISTENING, "0.0"], **form})

    page = Page(response)
    assert (response.status_code, kept(alice), offered(page)) == (422, [], [LAW, LISTENING])
    assert page.alerts[0].startswith(said)
    assert page.typed().get(f"evidence-{LAW}", "") == form.get(f"evidence-{LAW}", "")
    ticked = [field.attributes["value"] for field in page.all("input", name="tick", checked="")]
    assert ticked == ([LAW] if form.get("tick") == LAW else [])


def test_skill_is_changed(client: Client, alice: Person) -> None:
    a_skill(alice)
    form = {"element": LISTENING, f"level-{LISTENING}": "none", f"evidence-{LISTENING}": ""}

    page = Page(client.post(ADDRESS, {"doing": "change", **form}, follow=True))

    assert (kept(alice), page.notices[0]) == ([(LISTENING, 0.0, "")], "Kept: 1 skill.")


def test_change_that_cannot_be_kept_stays_typed(client: Client, alice: Person) -> None:
    a_skill(alice)
    a_skill(alice, LAW)
    form = {"element": LISTENING, f"level-{LISTENING}": "basic", f"evidence-{LISTENING}": "x" * 501}

    response = client.post(ADDRESS, {"doing": "change", **form})

    page = Page(response)
    assert (response.status_code, [level for _, level, _ in kept(alice)]) == (422, [4.5, 4.5])
    written = page.typed()
    assert (written[f"evidence-{LISTENING}"], written[f"evidence-{LAW}"]) == ("x" * 501, "Ran the user panel")
    assert faults(page) == []


def test_skill_is_forgotten_and_only_the_own_one(client: Client, alice: Person, bob: Person) -> None:
    a_skill(alice)
    before = kept(bob)

    page = Page(client.post(ADDRESS, {"doing": "forget", "element": LISTENING}, follow=True))

    assert LISTENING in [element for element, _, _ in before]
    assert (kept(alice), kept(bob), page.notices[0]) == ([], before, "Forgotten.")


def test_list_keeps_only_what_was_changed(client: Client, alice: Person) -> None:
    a_skill(alice)
    a_skill(alice, "2.A.1.a", 3.2)
    a_skill(alice, "2.A.1.d", 3, evidence="Gave the talk")
    form = {
        "level-2.A.1.a": "working",
        f"level-{LISTENING}": "",
        "level-2.A.1.d": "expert",
        f"level-{LAW}": "basic",
    }

    page = Page(client.post(ADDRESS, {"doing": "list", **form}, follow=True))

    assert kept(alice) == [
        ("2.A.1.a", 3.2, "Ran the user panel"),
        ("2.A.1.d", 6.0, "Gave the talk"),
        (LAW, 1.5, ""),
    ]
    assert page.notices[0] == "Kept: 3 were changed."


def test_list_shows_all_skills_with_what_was_said(client: Client, alice: Person) -> None:
    a_skill(alice, LAW, 6)

    page = shown(client)

    lists = [field for field in page.all("select") if field.attributes["id"].startswith("all-")]
    assert len(lists) == len(shipped_skills())
    (law,) = page.all("select", id=f"all-{LAW}")
    assert [each.text for each in law.inside if "selected" in each.attributes] == ["expert"]


def test_list_that_cannot_be_kept_stays_open_as_it_was_chosen(client: Client, alice: Person) -> None:
    response = client.post(
        ADDRESS, {"doing": "list", f"level-{LAW}": "wizard", f"level-{LISTENING}": "strong"}
    )

    page = Page(response)
    assert (response.status_code, kept(alice)) == (422, [])
    (listening,) = page.all("select", id=f"all-{LISTENING}")
    assert [each.text for each in listening.inside if "selected" in each.attributes] == ["strong"]
    assert len(page.all("details", open="")) == 1


def test_anything_else_is_no_page(client: Client, alice: Person) -> None:
    assert client.post(ADDRESS, {"doing": "sing"}).status_code == 404


def test_queries_do_not_grow_with_the_skills(client: Client, alice: Person) -> None:
    client.get(ADDRESS)  # the first look at a page writes the session
    counts = []
    for element in ("2.A.1.a", LISTENING, LAW):
        a_skill(alice, element)
        an_accomplishment(alice, f"Wrote the newsletter for {element}")
        with CaptureQueriesContext(connection) as captured:
            client.get(ADDRESS)
        counts.append(len(captured))

    assert counts[1:] == [counts[0]] * 2
