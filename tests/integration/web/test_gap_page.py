"""What is missing for a kind of work, and the way from there into the plan."""

import pytest
from django.test import Client
from tests.factories import a_background, a_goal, a_job, a_skill, an_opening
from tests.integration.web.reading import Page, faults

from unrut.models import Goal, OpeningReading, Person, Step
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

MANAGERS, ANALYSTS, NURSES, DATA_SCIENTISTS = "11-2021.00", "13-1161.00", "29-1141.00", "15-2051.00"
ADDRESS = f"/fit/work/{MANAGERS}/gap/"


def visible(page: Page) -> str:
    return " ".join(page.texts("main"))


def boxes(page: Page) -> list[str]:
    return [box.attributes["value"] for box in page.all("input", type="checkbox", name_="gap")]


def test_card_counts_what_is_there_and_what_is_missing(client: Client, alice: Person) -> None:
    a_job(alice, "Market researcher", occupation=ANALYSTS)
    a_goal(alice)

    page = Page(client.get(ADDRESS))

    assert page.headline.startswith("Marketing Managers: you have ")
    assert page.headline.endswith(" hours.")
    assert len(boxes(page)) == 8
    assert "assumed from your work as Market researcher" in visible(page)
    assert (faults(page), "None" in visible(page)) == ([], False)


def test_confirmed_skill_shows_what_shows_it(client: Client, alice: Person) -> None:
    a_job(alice, "Market researcher", occupation=ANALYSTS)
    a_skill(alice, level=7, evidence="Ran the user panel")

    page = Page(client.get(ADDRESS))

    assert "confirmed by you: “Ran the user panel”" in visible(page)
    assert "You confirmed 1 of these" in visible(page)


def test_somebody_nothing_is_known_of_is_asked_first(client: Client) -> None:
    page = Page(client.get(ADDRESS))

    assert page.headline == (
        "Marketing Managers: what you can is not known yet. Say what you do or can, and this says what is missing."
    )
    assert "Your skills" in page.texts("a", href="/fit/work/me/skills/")


def test_without_a_goal_nothing_is_ticked_but_the_goal_offered(client: Client, alice: Person) -> None:
    page = Page(client.get(ADDRESS))

    assert boxes(page) == []
    assert page.texts("a", href="/plan/goal/") == ["Choose a goal"]


def test_ticked_lines_become_steps_once(client: Client, alice: Person) -> None:
    a_goal(alice)
    chosen = boxes(Page(client.get(ADDRESS)))[:2]

    first = client.post(ADDRESS, {"gap": chosen}, follow=True)
    texts = set(of(Step, alice).values_list("text", flat=True))
    again = client.post(ADDRESS, {"gap": chosen}, follow=True)

    assert first.redirect_chain == [("/plan/", 302)]
    assert Page(first).notices[0] == f"{len(texts)} steps are in your plan now."
    assert Page(again).notices[0] == "All of that is in your plan already."
    assert of(Step, alice).count() == len(texts) == 2


@pytest.mark.parametrize("chosen", [[], ["no such thing"]])
def test_nothing_chosen_is_said_and_nothing_planned(client: Client, alice: Person, chosen: list[str]) -> None:
    a_goal(alice)

    response = client.post(ADDRESS, {"gap": chosen})

    assert (response.status_code, of(Step, alice).count()) == (422, 0)
    assert Page(response).alerts == ["Nothing of what is missing was chosen. Choose at least one line."]


def test_post_without_a_plan_leads_to_a_goal(client: Client, alice: Person, bob: Person) -> None:
    a_goal(alice)
    chosen = boxes(Page(client.get(ADDRESS)))[:1]
    of(Goal, alice).delete()

    response = client.post(ADDRESS, {"gap": chosen})

    (alert,) = Page(response).alerts
    assert (response.status_code, of(Step, alice).count()) == (422, 0)
    assert alert.startswith("There is no plan yet that this could be a step of.")
    assert alert.endswith("Choose a goal")


def test_post_to_no_kind_of_work_is_not_found(client: Client) -> None:
    assert client.post("/fit/work/99-9999.99/gap/", {"gap": ["2.A.1.b"]}).status_code == 404
    assert client.put(ADDRESS).status_code == 405


def test_schooling_that_is_missing_can_be_weighed_as_study(client: Client, alice: Person) -> None:
    a_background(alice, education=2)

    page = Page(client.get(ADDRESS))

    (form,) = page.all("form", action=f"/fit/work/{MANAGERS}/weigh/")
    assert form.text.strip() == "Weigh studying for it"
    assert "Cheaper proofs to try first" in page.texts("h3")
    response = client.post(form.attributes["action"], {"kind": page.typed()["kind"]})
    assert response.status_code == 302


def test_schooling_that_is_there_needs_no_study(client: Client, alice: Person) -> None:
    a_background(alice, education=12)

    page = Page(client.get(ADDRESS))

    assert "It asks for no more schooling than you have." in page.texts("p")
    assert page.all("form", action=f"/fit/work/{MANAGERS}/weigh/") == []


def test_unsaid_schooling_is_asked_for(client: Client) -> None:
    page = Page(client.get(ADDRESS))

    assert "Say what schooling you have" in page.texts("a", href="/fit/work/me/")


def test_licence_and_that_rules_differ(client: Client) -> None:
    page = Page(client.get(f"/fit/work/{NURSES}/gap/"))

    assert "Usually needed: licence as a registered nurse." in visible(page)
    assert "Rules differ by country" in visible(page)


def test_own_openings_say_what_schooling_they_ask_for(client: Client, alice: Person) -> None:
    opening = an_opening(alice, "Head of marketing", education="A degree or like experience")
    OpeningReading.objects.filter(opening=opening).update(occupation=MANAGERS)

    page = Page(client.get(ADDRESS))

    assert "“Head of marketing” asks for “A degree or like experience”" in visible(page)


def test_kind_of_work_nobody_was_asked_about_says_so(client: Client, alice: Person) -> None:
    page = Page(client.get(f"/fit/work/{DATA_SCIENTISTS}/gap/"))

    assert page.headline == (
        "Data Scientists: nobody was asked what it needs, so nothing can be said of what is missing."
    )
    assert "The survey does not say what schooling it takes." in page.texts("p")
    assert "What is missing" not in page.texts("h2")


def test_nothing_pushes_a_change_while_help_is_offered(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_goal(alice)
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)

    page = Page(client.get(ADDRESS))

    assert page.all("button", class_="button") == []
    assert page.texts("button", class_="link-button") == ["Put these into my plan"]
