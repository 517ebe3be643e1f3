"""Open questions, who could answer each, what nobody can, and what people told where it belongs."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories import (
    MONDAY,
    a_checkin,
    a_job,
    a_want,
    a_way,
    an_opening,
    make_contact,
    make_learned,
    make_talk,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.core.facets import shipped_vocabulary
from unrut.models import Learned, Opening, Person, Talk
from unrut.queries import who
from unrut.queries.scope import of
from unrut.web.people.coverage_picture import COLUMNS, ROWS
from unrut.web.people.question_views import GROUPS_SHOWN

pytestmark = pytest.mark.integration

QUESTIONS = "/people/questions/"
NURSE = "29-1141.00"
COMMUTE = shipped_vocabulary()["commute"]
HOSTILE = "<script>x</script> & Söhne"


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    """Rows of one test have the keys of another one's."""
    who._held.clear()
    yield
    who._held.clear()


@pytest.fixture
def opening(alice: Person, bob: Person) -> Opening:
    """Something that is not known of an opening at the mill."""
    a_want(alice, "commute")
    make_contact(bob, "Zoe of bob", company="Old Mill")
    return an_opening(alice, "Zyx", company="Old Mill")


def question_of(opening: Opening, facet: str = "commute") -> str:
    return f"{QUESTIONS}{opening.option}.{facet}/"


def drained(owner: Person) -> None:
    """Weeks after which help is offered."""
    for count in range(6):
        a_checkin(owner, weeks_before(count), energy=9)


def test_page_without_questions_says_what_it_needs(client: Client, bob: Person) -> None:
    page = Page(client.get(QUESTIONS))

    assert page.headline == "Nothing is open yet that somebody could tell you."
    assert page.texts("a", class_="button") == ["Say what you want"]
    assert (page.all("table"), faults(page)) == ([], [])


def test_page_without_people_says_what_it_needs(client: Client, opening: Opening) -> None:
    page = Page(client.get(QUESTIONS))

    assert page.headline == "1 question is open, and nobody is here yet whom you could ask."
    assert page.texts("a", class_="button") == ["Add somebody"]
    assert page.texts("a", class_="button second") == ["Bring a file"]
    assert page.texts("h3") == [COMMUTE.posting.ask]
    assert (page.all("table"), page.texts("p", class_="gap"), faults(page)) == ([], [], [])


def test_question_stands_with_who_could_answer_and_why(
    client: Client, alice: Person, opening: Opening
) -> None:
    ana = make_contact(alice, HOSTILE, company="Old Mill", circle="friend", last_on=MONDAY)

    page = Page(client.get(QUESTIONS))

    assert page.headline == "1 question is open, and for each of them there is somebody you know."
    assert page.texts("h2")[0] == "An opening Zyx, Old Mill"
    (one,) = page.all("div", class_="could-answer")
    assert [" ".join(each.text.split()) for each in one.inside if each.tag == "p"] == [
        f"{HOSTILE} Friend",
        "works there now",
        "likely to answer · may tell you something new · knows it at first hand",
    ]
    assert page.all("a", href=reverse("people-contact", args=[ana.pk]))
    assert "Zoe of bob" not in "".join(page.texts("main"))
    assert faults(page) == []


def test_at_most_three_people_stand_beside_a_question(
    client: Client, alice: Person, opening: Opening
) -> None:
    for count in range(5):
        make_contact(alice, f"Ana {count}", company="Old Mill")

    page = Page(client.get(QUESTIONS))

    assert len(page.all("div", class_="could-answer")) == 3


def test_question_nobody_is_close_to_names_who_is_nearest(client: Client, alice: Person, bob: Person) -> None:
    a_way(alice, "Nursing", occupation=NURSE)
    make_contact(alice, "Sam", position="Teacher", occupation="25-2021.00")

    page = Page(client.get(QUESTIONS))

    gap = "You know nobody in “Registered Nurses”; nearest: Sam (Teacher)."
    assert page.headline.endswith("nobody you know is close to any of it.")
    assert gap in page.texts("p")
    (first, *_) = page.texts("p", class_="gap")
    assert first == f"{gap} Add somebody who is closer"


def test_talk_about_a_question_stands_beside_it(client: Client, alice: Person, opening: Opening) -> None:
    ana = make_contact(alice, company="Old Mill")
    talk = make_talk(ana, question=f"{opening.option}.commute", asked_on=MONDAY)

    page = Page(client.get(QUESTIONS))

    assert page.texts("a", href=f"/people/talks/{talk.pk}/") == [
        "Ana Ortiz was asked on 16 November 2026",
        "To your talk: Ana Ortiz",
    ]
    assert page.all("input", name="contact") == []


def test_groups_that_matter_less_are_folded_with_a_count(client: Client, alice: Person) -> None:
    a_want(alice, "commute")
    for count in range(GROUPS_SHOWN + 1):
        an_opening(alice, f"Zyx {count}", company=f"Company {count}")

    page = Page(client.get(QUESTIONS))

    assert page.texts("summary") == ["1 question more"]
    assert len(page.all("section", class_="section question-group")) == GROUPS_SHOWN + 1


def test_picture_has_a_dot_of_three_sizes_with_its_words(
    client: Client, alice: Person, opening: Opening
) -> None:
    make_contact(alice, "Ana", company="Old Mill", circle="friend", last_on=MONDAY, warmth=6)
    make_contact(alice, "Mia", circle="mentor")

    page = Page(client.get(QUESTIONS))

    (table,) = page.all("table", class_="coverage")
    cells = [" ".join(cell.text.split()) for cell in table.inside if cell.tag == "td"]
    heads = [" ".join(head.text.split()) for head in table.inside if head.tag == "th"]
    assert heads == ["Question", "Ana", "Mia", "Others", f"{COMMUTE.posting.ask} Zyx, Old Mill"]
    assert cells == ["could well answer it", "may answer it", ""]
    assert page.texts("ul", class_="covered-by small") == ["Ana: could well answer itMia: may answer it"]


def test_picture_is_cut_and_counts_the_others(client: Client, alice: Person, opening: Opening) -> None:
    for count in range(COLUMNS + 2):
        make_contact(alice, f"Ana {count}", company="Old Mill")

    page = Page(client.get(QUESTIONS))

    (table,) = page.all("table", class_="coverage")
    assert len([head for head in table.inside if head.attributes.get("scope") == "col"]) == COLUMNS + 2
    assert "and 2 others" in [cell.text for cell in table.inside if cell.tag == "td"]


def test_picture_folds_the_questions_worth_less(client: Client, alice: Person) -> None:
    for facet in ("commute", "own_1", "own_2"):
        a_want(alice, facet)
    for count in range(ROWS // 2 + 1):
        an_opening(alice, f"Zyx {count}", company="Old Mill", key=str(count), text=f"Number {count} " * 30)
    make_contact(alice, company="Old Mill")

    page = Page(client.get(QUESTIONS))

    assert page.texts("summary")[-1] == "2 questions more"
    assert len(page.all("table", class_="coverage")) == 2
    assert faults(page) == []


def test_row_nobody_is_close_to_says_so(client: Client, alice: Person, opening: Opening) -> None:
    a_way(alice, "Nursing", occupation=NURSE)
    make_contact(alice, company="Old Mill")

    page = Page(client.get(QUESTIONS))

    uncovered = page.all("tr", class_="uncovered")
    assert uncovered
    assert all("nobody is close" in row.text for row in uncovered)


def test_judgement_is_said_once(client: Client, alice: Person, opening: Opening) -> None:
    ana = make_contact(alice, company="Old Mill")
    assert client.get(QUESTIONS).content.decode().count("A judgement, not a measurement") == 1
    assert "It learns from" not in client.get(QUESTIONS).content.decode()

    for _ in range(10):
        make_talk(ana, asked_on=MONDAY)

    assert client.get(QUESTIONS).content.decode().count("It learns from who answered you") == 1


def test_nothing_is_pushed_while_help_is_offered(client: Client, alice: Person, opening: Opening) -> None:
    make_contact(alice, company="Old Mill")
    drained(alice)

    page = Page(client.get(QUESTIONS))

    assert page.all("p", class_="message help-line")
    assert page.all("input", name="contact") == []
    one = Page(client.get(question_of(opening)))
    assert one.all("button", class_="button") == []
    assert one.all("input", name="contact")


def test_more_people_and_questions_cost_no_more_reading(
    client: Client, alice: Person, opening: Opening
) -> None:
    def reads() -> int:
        who._held.clear()
        with CaptureQueriesContext(connection) as counted:
            assert client.get(QUESTIONS).status_code == 200
        return len(counted)

    make_contact(alice, "Ana", company="Old Mill", occupation="25-2021.00")
    a_way(alice, "Nursing", occupation=NURSE)
    reads()
    few = reads()
    a_way(alice, "Playing", occupation="27-2042.00")
    for count in range(3):
        make_contact(alice, f"Ben {count}", company="Old Mill")
        an_opening(alice, f"Zyx {count}", company="Old Mill", key=f"more {count}", text=f"Text {count} " * 30)

    reads()  # what is known of all openings is made anew once
    assert reads() == few


def test_one_question_shows_the_three_factors(client: Client, alice: Person, opening: Opening) -> None:
    make_contact(
        alice, "Ana", company="Old Mill", position="Miller", circle="friend", last_on=MONDAY, warmth=6
    )

    page = Page(client.get(question_of(opening)))

    assert page.headline == "Ana could answer this."
    assert COMMUTE.posting.ask in page.texts("p", class_="asked-words")
    assert page.texts("dt") == ["Whether they answer", "How new it is to you", "How well they know it"]
    assert page.texts("dd") == ["likely to answer", "may tell you something new", "knows it at first hand"]
    assert page.texts("button", class_="button second")[0].startswith("Prepare a talk")
    assert page.texts("a", href=f"/fit/options/{opening.option}/") == ["Zyx, Old Mill"]
    assert faults(page) == []


def test_ten_people_stand_beside_one_question(client: Client, alice: Person, opening: Opening) -> None:
    for count in range(12):
        make_contact(alice, f"Ana {count}", company="Old Mill")

    page = Page(client.get(question_of(opening)))

    assert len(page.all("li", class_="answerer")) == 10
    assert page.headline.endswith("could answer this best, and 11 more may know.")


def test_somebody_where_one_works_is_marked(client: Client, alice: Person, opening: Opening) -> None:
    a_job(alice, company="Old Mill")
    make_contact(alice, "Ana", company="Old Mill")
    make_contact(alice, "Mia", circle="mentor")

    page = Page(client.get(question_of(opening)))

    assert page.texts("p", class_="small gap") == ["Ana works where you do: think about who hears of it."]


def test_question_only_a_hub_may_help_with_says_so(client: Client, alice: Person, opening: Opening) -> None:
    make_contact(alice, "Mia", circle="mentor")

    page = Page(client.get(question_of(opening)))

    assert page.headline == "Nobody you know is close to this; Mia may know somebody who is."
    assert page.texts("p", class_="gap") == ["You know nobody close to “Zyx, Old Mill”."]
    assert "What could be done" in page.texts("h2")


def test_question_nobody_could_answer_offers_to_add_somebody(client: Client, opening: Opening) -> None:
    page = Page(client.get(question_of(opening)))

    assert page.headline == "Nobody you know could answer this yet."
    assert page.texts("a", class_="button") == ["Add somebody"]
    assert page.all("li", class_="answerer") == []


def test_unknown_fact_beyond_the_list_has_its_page(client: Client, alice: Person, opening: Opening) -> None:
    for facet, weight in (("autonomy", 90), ("own_1", 5)):
        a_want(alice, facet, weight)

    page = Page(client.get(question_of(opening, "own_1")))

    assert page.texts("p", class_="asked-words") == ["How is it there with this: 1?"]


def test_question_that_is_answered_shows_the_talks_about_it(
    client: Client, alice: Person, opening: Opening
) -> None:
    talk = make_talk(make_contact(alice), question=f"{opening.option}.commute", about="Zyx", talked_on=MONDAY)
    make_learned(talk, opening=opening, facet="commute", level=2)

    page = Page(client.get(question_of(opening)))

    assert page.headline == "This question is not open any more."
    assert page.texts("a", href=f"/people/talks/{talk.pk}/") == [
        "You talked with Ana Ortiz on 16 November 2026"
    ]
    assert faults(page) == []


@pytest.mark.parametrize("key", ["opening-0.commute", "weather", "field-99-9999.00", "opening-1.weather"])
def test_question_there_never_was_is_not_found(client: Client, opening: Opening, key: str) -> None:
    assert client.get(f"{QUESTIONS}{key}/").status_code == 404


def test_question_of_somebody_else_is_not_found(client: Client, alice: Person, bob: Person) -> None:
    a_want(bob, "commute")
    theirs = an_opening(bob, "Zyx of bob")
    make_talk(make_contact(bob, "Zoe"), question=f"{theirs.option}.commute")

    assert client.get(question_of(theirs)).status_code == 404


def test_option_page_names_who_may_know(client: Client, alice: Person, opening: Opening) -> None:
    make_contact(alice, "Ana", company="Old Mill", position="Miller")

    page = Page(client.get(f"/fit/options/{opening.option}/"))

    assert "Who could tell you" in page.texts("h2")
    assert page.texts("a", href=question_of(opening)) == [COMMUTE.name]
    assert "Ana (Miller) may know" in page.texts("span")


@pytest.mark.parametrize("name", [None, "Far away"])
def test_option_page_names_nobody_where_nobody_may_know(
    client: Client, alice: Person, opening: Opening, name: str | None
) -> None:
    if name:
        make_contact(alice, name)

    page = Page(client.get(f"/fit/options/{opening.option}/"))

    assert "Who could tell you" not in page.texts("h2")


def test_sheet_of_questions_names_who_may_know(client: Client, alice: Person, opening: Opening) -> None:
    make_contact(alice, "Ana", company="Old Mill", position="Miller")

    page = Page(client.get(f"/fit/openings/{opening.pk}/questions/"))

    assert page.texts("a", href=question_of(opening)) == ["Ana (Miller) may know"]
    assert faults(page) == []


def test_sheet_of_questions_without_people_names_nobody(client: Client, opening: Opening) -> None:
    page = Page(client.get(f"/fit/openings/{opening.pk}/questions/"))

    assert page.all("a", href=question_of(opening)) == []


def test_what_people_told_stands_where_it_belongs(
    client: Client, alice: Person, bob: Person, opening: Opening
) -> None:
    talk, way = make_talk(make_contact(alice)), a_way(alice, "Nursing", "new_field", occupation=NURSE)
    make_learned(talk, HOSTILE, opening=opening, facet="commute", level=2)
    make_learned(talk, "Of the way", way=way)
    make_learned(talk, "Of the work", occupation=NURSE)
    make_learned(make_talk(make_contact(bob, "Zoe")), "Of bob", occupation=NURSE)

    pages = [
        Page(client.get(address))
        for address in (f"/fit/options/{opening.option}/", f"/fit/ways/way-{way.pk}/", f"/fit/work/{NURSE}/")
    ]

    by = "Ana Ortiz, 16 November 2026"
    told = [[" ".join(each.text.split()) for each in page.all("li", class_="learned")] for page in pages]
    assert told == [
        [f"{COMMUTE.name} 2 of 10: {COMMUTE.poles[0]} {HOSTILE} {by} Forget it: {COMMUTE.name} {HOSTILE}"],
        [f"Of the way {by} Forget it: Of the way"],
        [f"Of the work {by} Forget it: Of the work"],
    ]
    assert all(faults(page) == [] for page in pages)


def test_pages_without_anything_learned_have_no_such_part(client: Client, opening: Opening) -> None:
    for address in (f"/fit/options/{opening.option}/", "/fit/ways/present/", f"/fit/work/{NURSE}/"):
        assert "From people" not in Page(client.get(address)).texts("h2")


def test_what_was_learned_without_a_talk_is_from_somebody(
    client: Client, alice: Person, opening: Opening
) -> None:
    learned = make_learned(make_talk(make_contact(alice)), "Kind", opening=opening)
    of(Talk, alice).delete()

    page = Page(client.get(f"/fit/options/{opening.option}/"))

    (line,) = page.texts("li", class_="learned")
    assert line == "Kind somebody, 16 November 2026 Forget it: Kind"
    assert Learned.objects.get(pk=learned.pk).talk is None


def test_forgotten_fact_is_gone_and_the_page_is_the_same(
    client: Client, alice: Person, opening: Opening
) -> None:
    learned = make_learned(make_talk(make_contact(alice)), opening=opening)
    page = f"/fit/options/{opening.option}/"

    response = client.post(f"/people/learned/{learned.pk}/forget/", {"back": page})

    assert response.headers["Location"] == page
    assert of(Learned, alice).count() == 0
    assert "Forgotten: it counts nowhere any more." in Page(client.get(page)).notices


def test_fact_of_somebody_else_is_not_forgotten(client: Client, bob: Person) -> None:
    learned = make_learned(make_talk(make_contact(bob, "Zoe")))

    assert client.post(f"/people/learned/{learned.pk}/forget/").status_code == 404
    assert Learned.objects.filter(pk=learned.pk).exists()
    assert client.get(f"/people/learned/{learned.pk}/forget/").status_code == 405


def test_example_has_questions_people_and_talks(filled: Client) -> None:
    page = Page(filled.get(QUESTIONS))

    assert len(page.all("div", class_="could-answer")) > 10
    assert faults(page) == []
