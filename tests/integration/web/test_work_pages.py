"""All kinds of work as a page: ranked by what one wants, narrowed in sentences, and measured from where one stands."""

import pytest
from django.test import Client
from tests.factories import TODAY, a_background, a_job, a_level, a_skill, a_want
from tests.integration.web.reading import Page, faults

from unrut.core.explore.occupations.reach import Horizon, Verdict
from unrut.models import Background, Job, Person
from unrut.queries.guide import current_guide
from unrut.queries.occupations import PAGE, Filters, Judged, Order, promise_of, ranked_occupations
from unrut.queries.scope import of
from unrut.wording.occupation_list import figure
from unrut.wording.occupations import hidden_sentence, lacking_sentence

pytestmark = pytest.mark.integration

WORK = "/fit/work/"
CLERK, NURSES, UNASKED = "43-9021.00", "29-1141.00", "15-1252.00"
HOSTILE = '"><script>alert(1)</script>'
ALL = tuple(Verdict)


@pytest.fixture
def clerk(alice: Person) -> Person:
    """Somebody bored in an office, who wants freedom above all, variety, and quiet hours."""
    job = a_job(alice, "Data entry clerk", occupation=CLERK)
    for facet, level in (("autonomy", 2), ("task_variety", 1), ("workload_pace", 6)):
        a_level(job, facet, level)
    a_want(alice, "autonomy", 100, 10)
    a_want(alice, "task_variety", 60, 8)
    a_want(alice, "workload_pace", 30, 3)
    return alice


def shown(client: Client, query: str = "") -> Page:
    return Page(client.get(f"{WORK}{query}"))


def codes(page: Page) -> list[str]:
    return [box.attributes["value"] for box in page.all("input", name_="with")]


def ranked(
    owner: Person, filters: Filters | None = None, *, by: Order = Order.FIT, first: int = 0
) -> list[str]:
    judged = Judged(owner, today=TODAY)
    found = ranked_occupations(judged, filters or Filters(), by=by, first=first)
    return [each.code for each in found.occupations]


def narrowings(page: Page) -> list[str]:
    return [
        " ".join(line.text.split())
        for around in page.all("ul", class_="lines small narrowings")
        for line in around.inside
        if line.tag == "li"
    ]


def words(page: Page) -> str:
    return " ".join(page.texts("main")[0].split())


def links(page: Page) -> list[str]:
    return [link.attributes["href"] for link in page.all("a")]


def test_empty_page_says_what_it_needs(client: Client, alice: Person, bob: Person) -> None:
    page = shown(client)

    assert page.headline == "1,016 kinds of work are here, and nothing you want to judge them by yet."
    assert page.texts("h2")[0] == "1,016 kinds of work, what asks least first"
    assert page.texts("a", class_="button") == ["Say what you want"]
    assert page.texts("label", for_="title") == ["What do you do now?"]
    assert (narrowings(page), page.all("svg"), len(codes(page)), faults(page)) == ([], [], PAGE, [])


def test_nothing_is_called_far_while_there_is_nothing_to_measure_from(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")

    page = shown(client)

    assert page.headline == (
        "These fit what you want best. How far away they are can be told once you say what you do now."
    )
    assert codes(page) == ranked(alice, Filters(verdicts=ALL))
    assert page.texts("h2")[0] == "1,016 kinds of work, best fit first"
    assert [word for word in ("Within reach", "A stretch", "far from here") if word in words(page)] == []
    assert page.all("input", name_="far") == []


def test_without_wants_the_nearest_come_first(client: Client, alice: Person) -> None:
    a_job(alice, "Nurse", occupation=NURSES)

    page = shown(client)

    assert page.texts("h2")[0].endswith(" kinds of work, the nearest first")
    assert codes(page) == ranked(alice, by=Order.NEAR)
    assert page.all("nav", class_="tabs") == []
    assert "Until you say what you want, they stand by how near they are to what you do and can." in words(
        page
    )


def test_best_fit_comes_first_with_its_promise(client: Client, clerk: Person) -> None:
    page, promise = shown(client), promise_of(Judged(clerk, today=TODAY))

    assert promise.within_reach > 1
    assert page.headline == (
        f"Of 1,016 kinds of work, {promise.within_reach} would probably suit you better than your job now and are "
        "within reach."
    )
    assert f"{promise.stretch} more are a stretch." in words(page)
    assert codes(page) == ranked(clerk)
    assert len(page.all("svg")) == len(page.all("tr")) - 1 == PAGE
    assert faults(page) == []


def test_each_line_says_how_it_fits_how_far_it_is_and_why(client: Client, clerk: Person) -> None:
    first = shown(client).all("ol", class_="rows work-rows")[0].inside[0]
    lines = [" ".join(part.text.split()) for part in first.inside if part.tag == "p"]

    assert "better than your job now" in lines[0]
    assert "3 of 3 wants known" in lines[0]
    assert "preparation" in lines[1]
    verdicts = [
        part.text for part in first.inside if part.attributes.get("class", "").startswith("small reach")
    ]
    assert len(verdicts) == 1
    assert [part for part in first.inside if part.attributes.get("class") == "cue" and part.text]


def test_list_goes_on_page_by_page(client: Client, clerk: Person) -> None:
    count = ranked_occupations(Judged(clerk, today=TODAY), Filters()).count
    page = shown(client, f"?from={PAGE}")

    assert codes(page) == ranked(clerk, first=PAGE)
    named = {link.text: link.attributes["href"] for link in page.all("a")}
    assert named["Those before"] == "?from=0"
    assert named[f"The next ones, of {figure(count)} in all"] == f"?from={2 * PAGE}"
    assert page.all("ol", class_="rows work-rows")[0].attributes["start"] == str(PAGE + 1)


def test_place_behind_the_end_leads_back(client: Client, clerk: Person) -> None:
    page = shown(client, "?from=5000&zone=3")

    assert (codes(page), "The list ends before this place." in words(page)) == ([], True)
    assert "?zone=3" in links(page)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("q=Engineer", "Only titles with “Engineer”"),
        ("zone=2", "Only what is learned in at most a year"),
        ("education=2", "Only what most enter with at most: School leaving certificate"),
        ("short=yes", "Only what takes not more than 40 hours in a usual week"),
        ("place=outdoors", "Only what is often done outdoors"),
        ("place=desk", "Only what is mostly done at a desk"),
        ("place=feet", "Only what is mostly done on one's feet, indoors"),
    ],
)
def test_filter_is_a_sentence_with_its_count_and_its_undo(
    client: Client, clerk: Person, query: str, sentence: str
) -> None:
    everything = ranked_occupations(Judged(clerk, today=TODAY), Filters(verdicts=ALL)).count
    page = shown(client, f"?{query}&far=yes")

    left = int(page.texts("h2")[0].split()[0].replace(",", ""))
    assert narrowings(page)[0] == f"{sentence}: {everything - left} left out. Show them ({sentence})"
    assert 0 < left < everything
    assert "?far=yes" in links(page)


def test_filters_stand_in_the_form_as_they_were_chosen(client: Client, clerk: Person) -> None:
    page = shown(client, "?q=engineer&zone=4&education=6&place=desk&short=yes&far=yes&by=near")

    assert page.typed().items() >= {"short": "yes", "far": "yes", "by": "near"}.items()
    assert [option.text for option in page.all("option", selected="")] == [
        "at most four years",
        "Bachelor's degree",
        "at a desk",
    ]
    assert len(narrowings(page)) == 6


def test_nothing_passes_all_filters_at_once(client: Client, clerk: Person) -> None:
    page = shown(client, "?q=zzzz")

    assert page.texts("h2")[0] == "0 kinds of work, within reach and best fit first"
    assert "Nothing passes all of this at once. Take one of it off." in words(page)


def test_what_is_far_is_counted_with_its_reasons_and_shown_on_demand(client: Client, clerk: Person) -> None:
    judged = Judged(clerk, today=TODAY)
    hidden = hidden_sentence(ranked_occupations(judged, Filters()).hidden)

    assert hidden
    assert narrowings(shown(client)) == [f"{hidden} Show also those far away"]
    assert narrowings(shown(client, "?far=yes")) == ["Those far away are shown as well. Leave them out again"]
    assert codes(shown(client, "?far=yes&from=940")) == ranked(clerk, Filters(verdicts=ALL), first=940)


@pytest.mark.parametrize(
    "query",
    [
        "?from=x&zone=9&education=99&place=moon&by=luck",
        "?zone=-1&education=1e3&from=99999999999",
        "?zone=²&education=&q=&place=",
    ],
)
def test_what_cannot_be_asked_is_as_if_not_asked(client: Client, clerk: Person, query: str) -> None:
    page = shown(client, query)

    assert codes(page) == ranked(clerk)


def test_markup_in_what_was_asked_stays_text(client: Client, clerk: Person) -> None:
    response = client.get(WORK, {"q": HOSTILE, "by": HOSTILE})

    assert (faults(Page(response)), Page(response).typed()["q"]) == ([], HOSTILE)


def test_list_can_be_seen_by_interests(client: Client, clerk: Person) -> None:
    a_background(clerk, interests=["artistic", "social"])

    page = shown(client, "?by=interests")

    assert page.texts("h2")[0].endswith("those most like your interests first")
    assert codes(page) == ranked(clerk, by=Order.INTERESTS)
    assert "interests: very much alike" in words(page)
    assert page.texts("a", **{"aria-current": "page"})[-1] == "By interests"
    assert "across studies the two go together only weakly" in words(page)


def test_interests_nobody_chose_are_no_order(client: Client, clerk: Person) -> None:
    page = shown(client, "?by=interests")

    assert codes(page) == ranked(clerk)
    assert page.texts("h2")[0].endswith("within reach and best fit first")
    assert page.texts("a", **{"aria-current": "page"})[-1] == "By fit"
    assert "Choose up to three kinds of interest" in words(page)


def test_surprises_come_from_other_fields(client: Client, clerk: Person) -> None:
    a_background(clerk, horizon="any")
    judged = Judged(clerk, today=TODAY)
    surprises = ranked_occupations(judged, Filters()).surprises
    (around,) = shown(client).all("section", **{"aria-labelledby": "surprises"})

    assert [link.text for link in around.inside if link.tag == "a"] == [each.title for each in surprises]
    fields = [each.code[:2] for each in surprises]
    assert len(set(fields)) == len(fields) > 1
    assert CLERK[:2] not in fields
    assert shown(client, f"?from={PAGE}").all("section", **{"aria-labelledby": "surprises"}) == []


@pytest.mark.parametrize(
    ("title", "occupation", "sentence"),
    [
        ("Clerk", CLERK, "“Clerk” counts as Data Entry Keyers, as you said."),
        ("Qqqqzzz", "", "We know no kind of work called “Qqqqzzz”."),
    ],
)
def test_page_says_what_it_measures_from(
    client: Client, alice: Person, title: str, occupation: str, sentence: str
) -> None:
    job = a_job(alice, title, occupation=occupation)
    a_skill(alice)

    page = shown(client)

    assert sentence in words(page)
    assert "You confirmed 1 skill." in words(page)
    address = f"/fit/work/find/?for=job&job={job.pk}&q={title}"
    assert (address in links(page)) is not bool(occupation)


def test_telling_what_one_does_makes_it_the_present_job(client: Client, alice: Person, bob: Person) -> None:
    response = client.post(WORK, {"title": " Nurse "}, follow=True)

    assert list(of(Job, alice).values_list("title", "is_present")) == [("Nurse", True)]
    assert Page(response).all("input", id="title") == []
    assert of(Job, bob).filter(title="Nurse").count() == 0


def test_present_job_is_not_replaced_by_an_old_page(client: Client, alice: Person) -> None:
    a_job(alice, "Weaver", company="Mill")

    assert client.post(WORK, {"title": "Nurse"}).status_code == 302
    assert list(of(Job, alice).values_list("title", "company")) == [("Weaver", "Mill")]


def test_work_without_a_title_is_a_sentence(client: Client, alice: Person) -> None:
    response = client.post(WORK, {"title": "  "})

    page = Page(response)
    assert (response.status_code, page.alerts) == (
        422,
        ["The job has no title. Say what you are called at work."],
    )
    assert (of(Job, alice).count(), page.typed()["title"]) == (0, "  ")
    assert page.all("input", id="title")[0].attributes["aria-describedby"] == "title-hint wrong"


def test_horizon_is_kept_beside_what_was_said_before(client: Client, alice: Person) -> None:
    a_background(alice, education=3, interests=["social"])

    response = client.post(WORK, {"horizon": "any", "back": f"{WORK}?zone=2"})

    assert response.headers["Location"] == f"{WORK}?zone=2"
    (kept,) = of(Background, alice)
    assert (kept.education, kept.horizon, kept.interests) == (3, Horizon.ANY, ["social"])
    assert shown(client).typed()["horizon"] == "any"


def test_horizon_that_is_none_is_a_sentence(client: Client, alice: Person) -> None:
    response = client.post(WORK, {"horizon": "soon"})

    assert (response.status_code, Page(response).alerts) == (
        422,
        ['"soon" is no horizon. Choose one of year, three, any.'],
    )
    assert of(Background, alice).count() == 0


def test_posting_nothing_leads_nowhere(client: Client, alice: Person) -> None:
    assert client.post(WORK, {}).status_code == 404


def test_what_nobody_was_asked_about_has_no_fit(client: Client, clerk: Person) -> None:
    page = shown(client, "?q=Software Developers&far=yes")

    (row,) = page.all("ol", class_="rows work-rows")
    assert "how it would fit is not known" in row.text
    assert [part for part in row.inside if part.tag == "svg"] == []


def test_tired_person_is_not_pushed(client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)

    page = shown(client)

    assert page.texts("a", class_="button second")[:1] == ["Say what you want"]
    assert page.texts("p", class_="message help-line") != []


def test_page_ends_with_where_its_numbers_come_from(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unrut.web.explore.work_context.atlas_problem", lambda: "The atlas is damaged.")

    (foot,) = shown(client).all("footer", class_="atlas-foot small quiet")

    assert f"O*NET {current_guide().atlas.release} Database" in foot.text
    assert "an average over many workplaces in the United States" in foot.text
    assert "The atlas is damaged." in foot.text
    assert lacking_sentence(current_guide().atlas.lacking) in foot.text


def test_page_of_fit_leads_to_all_kinds_of_work(client: Client, alice: Person) -> None:
    page = Page(client.get("/fit/"))

    assert set(links(page)) >= {WORK, f"{WORK}find/"}
