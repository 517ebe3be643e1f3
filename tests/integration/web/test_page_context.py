"""Every page marks its place in the menu."""

import pytest
from django.test import Client, RequestFactory
from tests.integration.web.addresses import READ_AND_WRITE, READ_ONLY, addresses
from tests.integration.web.reading import Page

from unrut import __version__
from unrut.models import Person
from unrut.web.context import PLACES, page_context

pytestmark = pytest.mark.integration

PLACE_OF = {
    "behind": "/behind/",
    "behind-circumstances": "/behind/",
    "behind-facet": "/behind/",
    "behind-profile": "/behind/",
    "behind-profile-print": None,
    "behind-weeks": "/behind/",
    "fit": "/fit/",
    "fit-add": "/fit/",
    "fit-boards": "/fit/",
    "fit-companies": "/fit/",
    "fit-company": "/fit/",
    "fit-compare": "/fit/",
    "fit-job": "/fit/",
    "fit-openings": "/fit/",
    "fit-option": "/fit/",
    "fit-wants": "/fit/",
    "fit-decision": "/fit/",
    "fit-decision-look-back": "/fit/",
    "fit-decision-record": "/fit/",
    "fit-wants-again": "/fit/",
    "fit-wants-criteria": "/fit/",
    "fit-wants-first": "/fit/",
    "fit-wants-limits": "/fit/",
    "fit-wants-partner": "/fit/",
    "fit-wants-ranges": "/fit/",
    "fit-wants-trade-off": "/fit/",
    "fit-wants-trade-offs": "/fit/",
    "fit-wants-weights": "/fit/",
    "fit-way": "/fit/",
    "fit-ways": "/fit/",
    "fit-ways-compare": "/fit/",
    "fit-ways-interests": "/fit/",
    "fit-ways-money": "/fit/",
    "fit-work": "/fit/",
    "fit-work-compare": "/fit/",
    "fit-work-find": "/fit/",
    "fit-work-gap": "/fit/",
    "fit-work-me": "/fit/",
    "fit-work-near": "/fit/",
    "fit-work-page": "/fit/",
    "fit-work-skills": "/fit/",
    "help": None,
    "help-respect": None,
    "keyboard": None,
    "look-back": "/",
    "look-back-result": "/",
    "people": "/people/",
    "people-add": "/people/",
    "people-approve": "/people/",
    "people-contact": "/people/",
    "people-forget": "/people/",
    "people-import": "/people/",
    "people-list": "/people/",
    "people-question": "/people/",
    "people-questions": "/people/",
    "people-same": "/people/",
    "people-strengths": "/people/",
    "people-strengths-answer": "/people/",
    "people-strengths-answers": "/people/",
    "people-strengths-ask": "/people/",
    "people-strengths-inventory": "/people/",
    "people-strengths-me": "/people/",
    "people-talk": "/people/",
    "people-talk-done": "/people/",
    "people-talks": "/people/",
    "picture": "/picture/",
    "picture-contrast": "/picture/",
    "picture-import": "/picture/",
    "picture-jobs": "/picture/",
    "picture-milestone": "/picture/",
    "picture-papers": "/picture/",
    "picture-set": "/picture/",
    "picture-win": "/picture/",
    "picture-wins": "/picture/",
    "plan": "/plan/",
    "plan-goal": "/plan/",
    "plan-step": "/plan/",
    "plan-time": "/plan/",
    "review": "/behind/",
    "review-quarter": "/behind/",
    "settings": None,
    "today": "/",
    "week": "/",
}


def marked(page: Page) -> str | None:
    """Where the marked place of the menu leads."""
    current = [link.attributes["href"] for link in page.all("a") if "aria-current" in link.attributes]
    return current[0] if current else None


def test_each_page_marks_its_place(filled: Client) -> None:
    example = Person.objects.get(is_example=True)
    found = addresses(
        example,
        (READ_ONLY | READ_AND_WRITE)
        - {
            "settings-export",
            "settings-reminder",
            "plan-calendar",
            "help-respect-text",
            "behind-profile-text",
            "picture-file",
            "fit-boards-progress",
            "people-file",
            "people-portrait",
            "people-strengths-form",
            "people-strengths-paper",
            "people-talk-reminder",
            "fit-questions",
        },
    )

    places = {name: marked(Page(filled.get(address))) for name, address in found.items()}

    assert places == PLACE_OF


def test_menu_leads_to_every_place_with_its_key(client: Client) -> None:
    page = Page(client.get("/keyboard/"))

    links = {
        link.attributes["data-key"]: link.attributes["href"]
        for link in page.all("a")
        if "data-key" in link.attributes
    }
    assert links == {
        "t": "/",
        "b": "/behind/",
        "p": "/picture/",
        "f": "/fit/",
        "e": "/people/",
        "l": "/plan/",
    }
    assert len({place.key for place in PLACES}) == len(PLACES)


def test_context_of_a_request_that_nobody_owns_is_bare() -> None:
    request = RequestFactory().get("/")

    context = page_context(request)

    assert context.pop("help_is_active")() is False
    assert context == {
        "places": PLACES,
        "current_place": "",
        "is_example": False,
        "owner": None,
        "version": __version__,
    }


def test_context_says_when_the_example_is_shown(filled: Client) -> None:
    request = filled.get("/note").wsgi_request

    context = page_context(request)

    assert (context["is_example"], context["owner"].is_example) == (True, True)


def test_address_that_leads_nowhere_marks_no_place(client: Client) -> None:
    assert marked(Page(client.get("/nowhere/"))) is None
