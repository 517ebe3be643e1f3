"""Openings, what hides them, and how far one has come, in sentences."""

from datetime import date

import pytest

from unrut.core.explore.levels import Level, Source
from unrut.core.explore.openings.facts import Conflict, Facts
from unrut.core.explore.openings.filters import FilterKind
from unrut.core.explore.openings.kinds import Said, Workplace
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.table import FIELDS
from unrut.models import Opening, OpeningEvent, OpeningStatus
from unrut.queries.opening_reader import History, ReadOpening
from unrut.queries.openings import Hiding, OpeningList, View
from unrut.wording.openings import (
    AskedQuestion,
    QuestionGroup,
    conflicts,
    doubts,
    event_words,
    facts_line,
    field_name,
    hidden_count,
    hiding_words,
    history_words,
    list_lead,
    posted_line,
    questions,
    reason_words,
    status_name,
    status_words,
    view_name,
)

pytestmark = pytest.mark.integration

DAY = date(2026, 11, 2)
TODAY = date(2026, 11, 20)


def a_list(count: int, **counts: int) -> OpeningList:
    told = {view: counts.get(view.value, 0) for view in View}
    return OpeningList(openings=(), first=0, count=count, hiding=(), hidden=0, counts=told)


@pytest.mark.parametrize(
    ("found", "view", "has_wants", "words", "lead"),
    [
        (a_list(0), View.OPEN, True, "", "No openings yet."),
        (a_list(0, gone=3), View.OPEN, True, "", "No opening is open now."),
        (a_list(0, open=3), View.OPEN, True, "", "What you ask for hides every opening."),
        (a_list(1, open=1), View.OPEN, False, "", "1 opening, the newest first."),
        (a_list(2, open=2), View.OPEN, False, "", "2 openings, the newest first."),
        (a_list(1, open=1), View.OPEN, True, "", "1 opening, judged by what you want."),
        (a_list(2, open=2), View.OPEN, True, "", "2 openings, the best fit first."),
        (a_list(0), View.MINE, True, "", "0 openings."),
        (a_list(1), View.GONE, False, "", "1 opening."),
        (a_list(0, open=3), View.OPEN, True, "weave", "0 openings fit “weave”."),
        (a_list(1, open=3), View.GONE, True, "50 %", "1 opening fits “50 %”."),
    ],
)
def test_list_says_first_what_it_holds(
    found: OpeningList, view: View, words: str, lead: str, *, has_wants: bool
) -> None:
    assert list_lead(found, view=view, has_wants=has_wants, words=words) == lead


def test_every_step_and_list_has_a_name_of_its_own() -> None:
    assert len({status_name(status) for status in OpeningStatus.values}) == len(OpeningStatus.values)
    assert len({view_name(view) for view in View}) == len(View)


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (FilterKind.PAY, "45000 EUR", "Hide what says it pays under 45,000 EUR a year"),
        (FilterKind.PAY, "45000", "Hide what says it pays under 45,000 a year"),
        (FilterKind.HOURS, "40", "Hide what says it takes more than 40 hours a week"),
        (FilterKind.WORKPLACE, "remote", "Hide what says it is not remote"),
        (FilterKind.WORKPLACE, "remote,hybrid", "Hide what says it is not remote or partly remote"),
        (FilterKind.PLACE, "Leeds", "Hide what is not in Leeds, nor remote"),
        (FilterKind.COMPANY, "50 % Ltd.", "Hide everything of 50 % Ltd."),
        (FilterKind.WORDS, "night", "Hide titles with “night”"),
        (FilterKind.AGE, "60", "Hide what was posted more than 60 days ago"),
    ],
)
def test_filter_says_what_it_hides(kind: FilterKind, value: str, words: str) -> None:
    assert hiding_words(Hiding(1, kind, value, is_on=True, count=2)) == words


@pytest.mark.parametrize(("is_on", "words"), [(True, "2 hidden"), (False, "off, it would hide 2")])
def test_filter_says_how_many_it_hides(words: str, *, is_on: bool) -> None:
    assert hidden_count(Hiding(1, FilterKind.HOURS, "40", is_on=is_on, count=2)) == words


@pytest.mark.parametrize(
    ("status", "gone_on", "words"),
    [
        ("found", None, ""),
        ("applied", None, "applied"),
        ("found", DAY, "no longer listed since 2 November 2026"),
        ("talking", DAY, "in talks, no longer listed since 2 November 2026"),
    ],
)
def test_standing_is_how_far_one_has_come_and_whether_it_is_listed(
    status: str, gone_on: date | None, words: str
) -> None:
    assert status_words(Opening(status=status, gone_on=gone_on)) == words


@pytest.mark.parametrize(
    ("reason", "words"), [("commute", "not for me (Commute)"), ("other", "not for me"), ("", "not for me")]
)
def test_event_says_why(reason: str, words: str) -> None:
    assert event_words(OpeningEvent(status="dismissed", reason=reason)) == words


def test_reason_is_the_name_of_a_facet() -> None:
    assert reason_words("autonomy") == shipped_vocabulary()["autonomy"].name
    assert reason_words("weather") == ""


def a_history(*openings: Opening, postings: int = 1, since: date = DAY) -> History:
    return History(openings or (Opening(),), (), postings, since)


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (a_history(), []),
        (a_history(postings=2), []),
        (
            a_history(postings=3),
            ["Posted 3 times since 2 November 2026: ask why nobody stayed, or was found."],
        ),
        (
            a_history(since=date(2026, 1, 2)),
            ["Open since 2 January 2026, which is long: ask what makes it hard to fill."],
        ),
        (a_history(Opening(gone_on=DAY), since=date(2026, 1, 2)), []),
        (
            a_history(postings=4, since=date(2026, 1, 2)),
            ["Posted 4 times since 2 January 2026: ask why nobody stayed, or was found."],
        ),
    ],
)
def test_history_raises_doubts_only_when_it_is_odd(history: History, words: list[str]) -> None:
    assert doubts(history, today=TODAY) == words
    assert history_words(history, today=TODAY) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (2, "The same job stands in 1 other posting, which is kept below."),
        (3, "The same job stands in 2 other postings, which are kept below."),
    ],
)
def test_history_names_the_other_postings(count: int, words: str) -> None:
    assert history_words(a_history(*[Opening()] * count), today=TODAY) == [words]


def test_line_of_an_opening_says_what_is_stated_and_what_is_not() -> None:
    silent = Opening(title="Editor")
    full = Opening(
        title="Editor",
        company="The Mill",
        place="Leeds",
        workplace="hybrid",
        pay="30,000 EUR per year",
        hours="35 hours per week",
    )

    assert facts_line(silent) == "pay not stated · hours not stated"
    assert facts_line(full) == "The Mill · Leeds · partly remote · EUR 30,000 a year · 35 hours a week"


def test_line_of_what_is_not_kept_yet_says_pay_and_hours() -> None:
    silent = PostedOpening("pasted", "1", "Editor")
    full = PostedOpening(
        "pasted", "1", "Editor", workplace=Workplace.HYBRID, pay="30,000 EUR per year", hours="35 hours"
    )

    odd = PostedOpening("pasted", "1", "Editor", hours="as agreed")

    assert posted_line(odd) == "pay not stated · as agreed"
    assert posted_line(silent) == "pay not stated · hours not stated"
    assert posted_line(full) == "EUR 30,000 a year · 35 hours a week"


def test_every_field_of_a_table_has_a_name() -> None:
    names = [field_name(field) for field in FIELDS]

    assert (len(set(names)), [name for name in names if "_" in name]) == (len(names), [])
    assert (field_name("url"), field_name("remote_area")) == ("address", "remote area")


WANTS = (Want("commute", 100, 0), Want("autonomy", 80, 10))
LEVELS = {"autonomy": Level(7, 1, Source.STATED, cue="your own projects")}
READ = ReadOpening(facts=Facts(), levels=LEVELS, marks=(), silent=("commute",))


def test_questions_begin_with_what_is_wanted_and_not_said() -> None:
    vocabulary = shipped_vocabulary()

    found = questions(Opening(company="Mill"), READ, WANTS, ["Posted 3 times."])

    assert [group.name for group in found] == [
        "What it is silent on, of what you want",
        "Plain facts it leaves out",
        "What its history makes one ask",
        "What it says, and is worth hearing more of",
    ]
    assert found[0].questions == (
        AskedQuestion(vocabulary["commute"].posting.ask, vocabulary["commute"].name, "commute"),
    )
    assert found[2].questions == (AskedQuestion("Why is this open, and since when?", "Posted 3 times."),)
    assert found[3].questions == (
        AskedQuestion(vocabulary["autonomy"].posting.ask, "it says: “your own projects”"),
    )


def test_plain_facts_that_are_left_out_are_asked_for() -> None:
    silent = ReadOpening(facts=Facts(), levels={}, marks=(), silent=())

    (group,) = questions(Opening(), silent, (), [])

    assert group == QuestionGroup(
        "Plain facts it leaves out",
        tuple(
            AskedQuestion(ask)
            for ask in (
                "What does it pay, from and to, and what decides where one begins?",
                "How many hours a week is it, and how many were worked last month?",
                "Where is the work done, and on how many days a week must one be there?",
                "Is it permanent? If not: until when, and what comes then?",
                "Who is the employer?",
                "When would it begin?",
            )
        ),
    )


def test_conflicts_show_both_words() -> None:
    facts = Facts(
        conflicts=(
            Conflict("hours", Said("35 hours"), Said("40 hours")),
            Conflict("odd", Said("50 %"), Said("all")),
        )
    )

    assert conflicts(facts) == [
        "on the hours: “35 hours”, and “40 hours”.",
        "odd: “50 %”, and “all”.",
    ]
