"""The jobs of a working life: told after the fact, corrected, and looked at twice where they overlap."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import a_job
from tests.integration.web.reading import Page, faults

from unrut.models import Job, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

COOK = {"title": "Cook", "company": "Mill", "started_on": "2010-01-01", "ended_on": "2015-06-30"}


def test_jobs_are_told_one_by_one(client: Client, alice: Person) -> None:
    empty = Page(client.get("/picture/jobs/"))

    response = client.post("/picture/jobs/", COOK)

    page = Page(client.get("/picture/jobs/"))
    assert empty.headline == "Which jobs have you had?"
    assert response.headers["Location"] == "/picture/jobs/"
    assert (page.headline, page.texts("h2")[0]) == ("One job stands on your line.", "Cook")
    assert "1 January 2010 – 30 June 2015" in page.texts("p", class_="quiet small")
    assert faults(page) == []


def test_job_that_cannot_be_is_shown_again(client: Client, alice: Person) -> None:
    response = client.post("/picture/jobs/", {**COOK, "ended_on": "2009-01-01"})

    page = Page(response)
    assert response.status_code == 422
    assert page.alerts == ["The last day lies before the first. Look at both again."]
    assert page.typed()["company"] == "Mill"
    assert not of(Job, alice).exists()


def test_two_jobs_at_once_are_kept_and_said(client: Client, alice: Person) -> None:
    a_job(alice, "Baker", started_on=date(2014, 1, 1))
    client.post("/picture/jobs/", COOK)

    page = Page(client.get("/picture/jobs/"))

    assert page.notices[1:] == [
        "“Cook, Mill” and “Baker” overlap from 1 January 2014 to 30 June 2015. If that is right, leave it."
    ]


def test_two_jobs_that_last_are_said(client: Client, alice: Person) -> None:
    a_job(alice, "Baker", started_on=date(2014, 1, 1))
    a_job(alice, "Cook", is_present=False, started_on=date(2015, 1, 1))

    assert Page(client.get("/picture/jobs/")).notices == [
        "“Baker” and “Cook” have gone on at once since 1 January 2015. If that is right, leave it."
    ]


def test_job_is_corrected_and_removed(client: Client, alice: Person) -> None:
    job = a_job(alice, "Cook", is_present=False, ended_on=date(2015, 6, 30))
    address = f"/picture/jobs/{job.pk}/"

    client.post(address, {**COOK, "title": "Head cook"})
    job.refresh_from_db()
    refused = client.post(address, {"title": "", "ended_on": "2015-06-30"})
    client.post(address, {"remove": "yes"})

    assert job.title == "Head cook"
    assert (refused.status_code, Page(refused).alerts) == (
        422,
        ["The job has no title. Say what you were called at work."],
    )
    assert not of(Job, alice).exists()
