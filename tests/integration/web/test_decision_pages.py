"""Deciding: agreed beforehand, kept with what was known, looked back at."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.factories import (
    TODAY,
    a_decision,
    a_decision_review,
    a_job,
    a_level,
    a_note,
    a_want,
    a_way,
    a_way_test,
    an_open_decision,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Decision, DecisionReview, NoteKind, Person, Way
from unrut.queries.scope import of
from unrut.web.explore.decision_views import due_lines

pytestmark = pytest.mark.integration

PAGE = "/fit/decision/"
HOSTILE = "<script>x</script> & Söhne"
DAY = timedelta(days=1)
AGREED = {"doing": "agree", "decide_on": "2027-01-08", "criterion": ["I know what it pays", ""]}
DECIDED = {"doing": "decide", "chosen": "present", "why": "It is good enough", "sure": "70 %"}


def record(decision: Decision) -> str:
    return f"{PAGE}{decision.pk}/"


def look_back(decision: Decision, days: int = 30) -> str:
    return f"{record(decision)}look-back/{days}/"


def inputs(page: Page, name: str) -> list[str]:
    return [element.attributes.get("value", "") for element in page.all("input", name_=name)]


def lines(page: Page) -> list[str]:
    """The criteria as they stand on the form."""
    return [element.text for element in page.all("textarea", name_="criterion")]


def test_nothing_agreed_offers_a_day_and_criteria(client: Client, bob: Person) -> None:
    page = Page(client.get(PAGE))

    assert page.headline == "When will you decide, and by what?"
    assert inputs(page, "decide_on") == ["2027-01-01"]
    assert len(lines(page)) == 5
    assert inputs(page, "chosen")[0] == "present"
    assert "Choice of bob" not in page.all("main")[0].text
    assert faults(page) == []


def test_criteria_are_proposed_from_what_is_known(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    a_level(a_job(alice), "autonomy", 2)
    a_way(alice)

    proposed = [line for line in lines(Page(client.get(PAGE))) if line]

    assert 1 <= len(proposed) <= 5
    assert all(line.startswith("I ") and line.endswith(".") for line in proposed)


def test_day_and_criteria_are_agreed(client: Client, alice: Person) -> None:
    page = Page(client.post(PAGE, AGREED, follow=True))

    decision = of(Decision, alice).get()
    assert (decision.decide_on, decision.criteria, decision.opened_on) == (
        date(2027, 1, 8),
        ["I know what it pays"],
        TODAY,
    )
    assert page.headline == "You decide by 8 January 2027: 7 weeks from now."
    assert page.texts("li", class_="own-words") == ["I know what it pays"]
    assert faults(page) == []


@pytest.mark.parametrize(
    ("days", "headline"),
    [
        (-1, "The day you set was 19 November 2026. Decide now, or set another day."),
        (0, "Today is the day you set to decide."),
        (1, "You decide by 21 November 2026: 1 day from now."),
        (13, "You decide by 3 December 2026: 13 days from now."),
    ],
)
def test_open_decision_says_how_long_there_is(
    client: Client, alice: Person, days: int, headline: str
) -> None:
    an_open_decision(alice, decide_on=TODAY + days * DAY)

    page = Page(client.get(PAGE))

    (form, *_) = page.all("details")
    assert (page.headline, "open" in form.attributes) == (headline, days <= 0)
    assert faults(page) == []


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ({"decide_on": ""}, "day is missing"),
        ({"decide_on": "soon"}, '"soon" is not a day'),
        ({"decide_on": "2020-01-01"}, "cannot be the day"),
        ({"criterion": [" ", ""]}, "0 criteria are given"),
        ({"criterion": ["c" * 301]}, "longer than 300"),
    ],
)
def test_agreement_that_cannot_be_kept_stands_as_it_was_typed(
    client: Client, alice: Person, typed: dict[str, Any], word: str
) -> None:
    sent = {**AGREED, **typed}

    response = client.post(PAGE, sent)

    page = Page(response)
    assert (response.status_code, of(Decision, alice).count()) == (422, 0)
    assert word in page.alerts[0]
    assert inputs(page, "decide_on") == [sent["decide_on"]]
    assert lines(page)[: len(sent["criterion"])] == sent["criterion"]


def test_staying_is_decided_for(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    a_note(alice, "The same boring report", NoteKind.DISLIKE)
    an_open_decision(alice)

    page = Page(client.post(PAGE, {**DECIDED, "change_mind": "A new manager"}, follow=True))

    decision = of(Decision, alice).get()
    assert (decision.chosen, decision.way, decision.sure) == ("Your job as it is", None, 70)
    assert (decision.why, decision.change_mind) == ("It is good enough", "A new manager")
    assert decision.made_on == TODAY
    assert {each["key"] for each in decision.figures} == {"present", "treated"}
    assert decision.causes
    assert page.headline == "You decided for “Your job as it is”, 70 % sure."
    assert faults(page) == []


def test_way_is_decided_for(client: Client, alice: Person) -> None:
    way = a_way(alice, HOSTILE)

    page = Page(client.post(PAGE, {**DECIDED, "chosen": f"way-{way.pk}", "sure": "55,4"}, follow=True))

    decision = of(Decision, alice).get()
    assert (decision.way, decision.chosen, decision.sure) == (way, HOSTILE, 55)
    assert page.headline == f"You decided for “{HOSTILE}”, 55 % sure."


def test_changed_job_becomes_a_way_once_it_is_decided_for(client: Client, alice: Person) -> None:
    client.post(PAGE, {**DECIDED, "chosen": "treated"})

    way = of(Way, alice).get()
    assert (way.kind, of(Decision, alice).get().way) == ("change", way)


@pytest.mark.parametrize(
    ("typed", "status", "word"),
    [
        ({"chosen": ""}, 422, "Choose what you decided for"),
        ({"chosen": "way-999"}, 404, "none of your ways"),
        ({"why": " "}, 422, "needs its reason"),
        ({"sure": ""}, 422, "how sure you are"),
        ({"sure": "very"}, 422, "not a number"),
        ({"sure": "101"}, 422, "from 0 to 100"),
    ],
)
def test_decision_that_cannot_be_kept_stands_as_it_was_typed(
    client: Client, alice: Person, typed: dict[str, str], status: int, word: str
) -> None:
    response = client.post(PAGE, {**DECIDED, "change_mind": HOSTILE, **typed})

    page = Page(response)
    assert (response.status_code, of(Decision, alice).count()) == (status, 0)
    assert word in page.alerts[0]
    assert page.typed()["change_mind"] == HOSTILE
    assert page.typed()["sure"] == typed.get("sure", "70 %")


def test_changed_job_is_no_way_when_its_decision_cannot_be_kept(client: Client, alice: Person) -> None:
    client.post(PAGE, {**DECIDED, "chosen": "treated", "why": ""})

    assert of(Way, alice).count() == 0


def test_somebody_elses_way_cannot_be_decided_for(client: Client, alice: Person, bob: Person) -> None:
    theirs = of(Way, bob).get()

    response = client.post(PAGE, {**DECIDED, "chosen": f"way-{theirs.pk}"})

    assert (response.status_code, of(Decision, alice).count()) == (404, 0)


def test_what_is_neither_agreed_nor_decided_is_missing(client: Client) -> None:
    assert client.post(PAGE, {"doing": "dance"}).status_code == 404


def test_past_decisions_stand_with_their_record(client: Client, alice: Person) -> None:
    decision = a_decision(alice, HOSTILE)

    page = Page(client.get(PAGE))

    (link,) = [each for each in page.all("a") if each.text == HOSTILE]
    assert link.attributes["href"] == record(decision)
    assert page.texts("span", class_="quiet small") == ["17 November 2025, 70 % sure"]
    assert client.get(link.attributes["href"]).status_code == 200


def test_few_results_say_nothing_of_how_well_one_predicts(client: Client, alice: Person) -> None:
    way = a_way(alice)
    for place in range(4):
        a_way_test(way, f"Test {place}", result=7, result_on=TODAY)

    page = Page(client.get(PAGE))

    assert "So far there are 4." in page.all("aside")[-1].text
    assert "What you said beforehand, and what came" not in page.texts("caption")


def test_enough_results_say_how_well_one_predicts(client: Client, alice: Person) -> None:
    way = a_way(alice)
    for place in range(6):
        a_way_test(way, f"Test {place}", chance=90, line=5, result=9 if place else 1, result_on=TODAY)

    page = Page(client.get(PAGE))

    assert "What you said beforehand, and what came" in page.texts("caption")
    assert faults(page) == []


def test_record_tells_what_was_said_and_known(client: Client, alice: Person) -> None:
    figures = [
        {"key": "present", "title": "Your job as it is", "best": 0.3, "low": 40, "middle": 45, "high": 50},
        {"key": "way-1", "title": "A degree beside work", "best": 0.7, "better_late": 0.72},
    ]
    decision = a_decision(alice, figures=figures, change_mind="Fees", criteria=["I know what it pays"])

    page = Page(client.get(record(decision)))

    assert page.texts("dd", class_="own-words") == ["It is what I want to do", "Fees", "I know what it pays"]
    (chosen,) = page.all("tr", class_="is-chosen")
    assert [" ".join(cell.text.split()) for cell in chosen.inside if cell.tag == "td"] == [
        "probably (about 70 %)",
        "probably (about 70 %)",
        "–",
    ]
    assert any("named in 5 of 10 weeks" in words for words in page.texts("li"))
    assert faults(page) == []


def test_record_without_figures_says_so(client: Client, alice: Person) -> None:
    page = Page(client.get(record(a_decision(alice, causes={}, began_on=None))))

    assert "No figures were there to keep: nothing was wanted yet." in page.texts("p", class_="quiet")
    assert page.all("table") == []


def test_open_decision_has_no_record_yet(client: Client, alice: Person) -> None:
    assert client.get(record(an_open_decision(alice))).headers["Location"] == PAGE


def test_day_it_began_is_kept_and_taken_back(client: Client, alice: Person) -> None:
    decision = a_decision(alice, began_on=None)

    page = Page(client.post(record(decision), {"doing": "begin", "began_on": "2026-11-02"}, follow=True))

    decision.refresh_from_db()
    assert (decision.began_on, inputs(page, "began_on")) == (date(2026, 11, 2), ["2026-11-02"])
    assert "The next look back can be made from 2 December 2026 on." in page.texts("p", class_="quiet small")
    client.post(record(decision), {"doing": "begin", "began_on": ""})
    decision.refresh_from_db()
    assert decision.began_on is None


def test_day_that_is_none_stands_as_it_was_typed(client: Client, alice: Person) -> None:
    decision = a_decision(alice, began_on=None)

    response = client.post(record(decision), {"doing": "begin", "began_on": "soon"})

    page = Page(response)
    assert (response.status_code, len(page.alerts), inputs(page, "began_on")) == (422, 1, ["soon"])


def test_decision_is_removed(client: Client, alice: Person, bob: Person) -> None:
    response = client.post(record(a_decision(alice)), {"doing": "remove"})

    assert (response.headers["Location"], Decision.objects.count()) == (PAGE, 1)


def test_record_knows_no_other_change(client: Client, alice: Person) -> None:
    assert client.post(record(a_decision(alice)), {"doing": "dance"}).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_somebody_elses_decision_is_missing(client: Client, bob: Person, method: str) -> None:
    theirs = of(Decision, bob).get()

    for place in (record(theirs), look_back(theirs)):
        assert getattr(client, method)(place, {"doing": "remove"}).status_code == 404
    assert of(Decision, bob).count() == 1


def test_look_back_asks_for_each_cause_of_then(client: Client, alice: Person) -> None:
    decision = a_decision(alice, causes={"autonomy": 0.5, "commute": 0.31})

    page = Page(client.get(look_back(decision)))

    assert page.headline == "30 days after it began"
    assert {name for name in (each.attributes.get("name") for each in page.all("input")) if name} >= {
        "cause-autonomy",
        "cause-commute",
        "again",
    }
    assert faults(page) == []


def test_look_back_is_kept_beside_what_was_said(client: Client, alice: Person) -> None:
    decision = a_decision(alice, causes={"autonomy": 0.5, "commute": 0.31})
    said = {"cause-autonomy": "2", "cause-commute": "8", "again": "yes", "note": "Quiet mornings"}

    page = Page(client.post(look_back(decision), said, follow=True))

    review = of(DecisionReview, alice).get()
    assert (review.days, review.answers, review.again, review.note) == (
        30,
        {"autonomy": 2, "commute": 8},
        True,
        "Quiet mornings",
    )
    assert "30 days after it began" in page.texts("h3")
    assert any("You would choose it again." in words for words in page.texts("p"))
    again = Page(client.get(look_back(decision)))
    assert {name: value for name, value in again.typed().items() if name in said} == said
    assert faults(page) == []


def test_look_back_may_leave_a_cause_open(client: Client, alice: Person) -> None:
    client.post(look_back(a_decision(alice)), {"again": "no"})

    review = of(DecisionReview, alice).get()
    assert (review.answers, review.again) == ({}, False)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({"cause-autonomy": "3"}, "yes or no"),
        ({"cause-autonomy": "x", "again": "yes"}, "not one of the choices"),
        ({"cause-autonomy": "11", "again": "yes"}, "from 0 to 10"),
        ({"note": "n" * 5001, "again": "yes"}, "longer than 5,000"),
    ],
)
def test_look_back_that_cannot_be_kept_stands_as_it_was_typed(
    client: Client, alice: Person, said: dict[str, str], word: str
) -> None:
    response = client.post(look_back(a_decision(alice)), {"note": HOSTILE, **said})

    page = Page(response)
    assert (response.status_code, of(DecisionReview, alice).count()) == (422, 0)
    assert word in page.alerts[0]
    assert page.typed()["note"] == said.get("note", HOSTILE)


def test_look_back_that_is_too_early_says_from_when(client: Client, alice: Person) -> None:
    decision = a_decision(alice, began_on=TODAY - DAY)

    page = Page(client.get(look_back(decision)))

    assert page.headline == "It is too early for this look back. It can be made from 19 December 2026 on."
    assert page.all("form") == []
    assert client.post(look_back(decision), {"again": "yes"}).status_code == 422


def test_look_back_waits_for_the_day_it_began(client: Client, alice: Person) -> None:
    decision = a_decision(alice, began_on=None)

    assert client.get(look_back(decision)).headers["Location"] == record(decision)


def test_look_back_at_no_such_time_or_at_an_open_decision_is_missing(client: Client, alice: Person) -> None:
    assert client.get(look_back(a_decision(alice), 31)).status_code == 404
    assert client.get(look_back(an_open_decision(alice))).status_code == 404


def test_due_look_back_is_offered_on_the_record(client: Client, alice: Person) -> None:
    decision = a_decision(alice)
    a_decision_review(decision, 30)

    page = Page(client.get(record(decision)))

    assert [link.attributes["href"] for link in page.all("a", class_="button")] == [look_back(decision, 180)]


def test_all_looks_back_done_ask_for_nothing_more(client: Client, alice: Person) -> None:
    decision = a_decision(alice)
    a_decision_review(decision, 180)

    page = Page(client.get(record(decision)))

    assert page.all("a", class_="button") == []
    assert "You looked back as far as this goes." in page.texts("p", class_="quiet small")


def test_lines_of_today_lead_to_what_is_due(client: Client, alice: Person, bob: Person) -> None:
    decision = a_decision(alice)
    an_open_decision(alice, decide_on=TODAY - DAY)

    found = due_lines(alice, TODAY)

    assert [(line.words, line.url) for line in found] == [
        ("19 November 2026 was the day you set for a decision.", PAGE),
        (
            "“A degree beside work” began on 17 November 2025. Is it as you hoped? A look back takes two minutes.",
            look_back(decision, 180),
        ),
    ]
    assert [client.get(line.url).status_code for line in found] == [200, 200]


def test_line_of_the_very_day_says_so(alice: Person) -> None:
    an_open_decision(alice, decide_on=TODAY)

    assert [line.words for line in due_lines(alice, TODAY)] == ["Today is the day you set for a decision."]


def test_tired_person_is_not_pushed(client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)

    page = Page(client.get(PAGE))
    an_open_decision(alice)
    due = Page(client.get(PAGE))

    assert [fold.attributes for fold in page.all("details")] == [{}, {}]
    assert [fold.attributes for fold in due.all("details")] == [{}, {}]
