"""`unrut people who, ask, talks, talked, no-answer` and `learned`."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from click.testing import Result
from tests.factories import (
    MONDAY,
    TODAY,
    a_goal,
    a_job,
    a_want,
    a_way,
    an_opening,
    make_contact,
    make_learned,
    make_talk,
)
from tests.integration.cli.answers import as_json, lines, sentence_of

from unrut.models import Contact, Learned, Opening, Person, Step, Talk
from unrut.queries.people import somebody
from unrut.queries.scope import of
from unrut.queries.who import who_for

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]


@pytest.fixture
def opening(me: Person) -> Opening:
    """An opening of which one wanted thing is unknown: what one learns there."""
    a_want(me)
    return an_opening(me, company="Kestrow")


@pytest.fixture
def ana(me: Person) -> Contact:
    """A friend who works there."""
    return make_contact(me, circle="friend", company="Kestrow", position="Editor")


# who


def test_who_names_the_question_and_why_somebody_may_know(
    unrut: Unrut, opening: Opening, ana: Contact
) -> None:
    told = lines(unrut("people", "who"))

    key = f"{opening.option}.learning_growth"
    ask = as_json(unrut("people", "who", "--json"))["questions"][0]["ask"]
    assert told[0] == "1 question is open, and for each of them there is somebody you know."
    assert told[1:3] == ["", f"Data editor, Kestrow: {ask} [{key}]"]
    assert told[3] == (
        f"  {ana.pk:4d}  Ana Ortiz (friend, Editor at Kestrow): works there now; "
        "likely to answer, may tell you something new, knows it at first hand."
    )
    assert told[-2].startswith("A judgement, not a measurement: ")
    assert told[-1] == "Prepare a talk: unrut people ask NAME QUESTION"


def test_who_for_scripts_has_the_three_factors(
    unrut: Unrut, me: Person, bob: Person, opening: Opening, ana: Contact
) -> None:
    make_contact(bob, "Bob's friend", company="Kestrow")
    talk = make_talk(ana, question=f"{opening.option}.learning_growth")

    told = as_json(unrut("people", "who", "--json"))

    question = told["questions"][0]
    (answer,) = question.pop("who")
    figures = {name: answer.pop(name) for name in ("score", "reply", "novelty", "relevance")}
    assert (told["people"], told["is_learning"]) == (1, False)
    assert told["coverage"] == {"people": [ana.pk], "uncovered": []}
    assert answer == {
        "id": ana.pk,
        "name": "Ana Ortiz",
        "circle": "friend",
        "company": "Kestrow",
        "position": "Editor",
        "relation": "there",
        "why": "works there now",
        "works_where_you_do": False,
    }
    assert all(0 < figure <= 1 for figure in figures.values())
    product = figures["reply"] * figures["novelty"] * figures["relevance"]
    assert figures["score"] == pytest.approx(product, abs=0.002)
    assert {name: question[name] for name in ("key", "kind", "facet", "is_covered", "nearest", "talks")} == {
        "key": f"{opening.option}.learning_growth",
        "kind": "opening",
        "facet": "learning_growth",
        "is_covered": True,
        "nearest": None,
        "talks": [talk.pk],
    }


def test_who_says_what_nobody_can_answer(unrut: Unrut, me: Person) -> None:
    a_want(me)
    way = a_way(me, "Repair bicycles")
    make_contact(me, "Ben Ito")

    told = as_json(unrut("people", "who", "--json"))
    shown = lines(unrut("people", "who"))

    (question,) = told["questions"]
    gap = "You know nobody close to “Repair bicycles”."
    assert (question["key"], question["is_covered"]) == (f"way-{way.pk}.learning_growth", False)
    assert (question["who"], question["nearest"]) == ([], None)
    assert told["coverage"] == {"people": [], "uncovered": [question["key"]]}
    assert [line for line in shown if gap in line] == [gap, f"  {gap}"]
    assert lines(unrut("people", "who", "bicycles"))[1] == "Nobody you know could answer this yet."


def test_who_says_who_is_nearest_where_nobody_is_close(unrut: Unrut, me: Person) -> None:
    a_want(me)
    a_way(me, "Search marketing", occupation="13-1161.01")
    ben = make_contact(me, "Ben Ito", position="Tester", occupation="15-1253.00")

    told = as_json(unrut("people", "who", "--json"))
    shown = lines(unrut("people", "who"))

    assert {question["nearest"]["id"] for question in told["questions"]} == {ben.pk}
    assert sum(line.endswith("; nearest: Ben Ito (Tester).") for line in shown) == 1 + len(told["questions"])


def test_who_marks_somebody_of_ones_own_place(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact
) -> None:
    a_job(me, company="Kestrow")

    told = lines(unrut("people", "who", "learn"))

    assert any(line.endswith("Ana Ortiz works where you do: think about who hears of it.") for line in told)
    answer = as_json(unrut("people", "who", "learn", "--json"))["who"][0]
    assert answer["works_where_you_do"] is True


def test_who_of_one_question_is_the_same_as_in_the_list(unrut: Unrut, opening: Opening, ana: Contact) -> None:
    key = f"{opening.option}.learning_growth"
    make_talk(ana, question=key, asked_on=MONDAY)

    one = as_json(unrut("people", "who", key, "--json"))
    told = lines(unrut("people", "who", "KESTROW"))

    assert [one] == as_json(unrut("people", "who", "--json"))["questions"]
    assert told[1] == "Ana Ortiz could answer this."
    assert "Ana Ortiz was asked on 16 November 2026 [talk " in told[3]


def test_who_without_people_or_questions_says_how_to_begin(unrut: Unrut, me: Person) -> None:
    nothing = lines(unrut("people", "who"))
    values = as_json(unrut("people", "who", "--json"))
    a_want(me)
    an_opening(me)
    alone = lines(unrut("people", "who"))

    assert nothing == [
        "Nothing is open yet that somebody could tell you.",
        "Questions come from openings (unrut openings import) and ways out (unrut options list).",
    ]
    assert values == {
        "people": 0,
        "is_learning": False,
        "questions": [],
        "coverage": {"people": [], "uncovered": []},
    }
    assert alone[0] == "1 question is open, and nobody is here yet whom you could ask."
    assert alone[-1] == "Add somebody: unrut people add NAME. Or bring a file: unrut people import FILE."


def test_who_shows_as_many_as_are_asked_for(unrut: Unrut, told: Person) -> None:
    count = len(as_json(unrut("people", "who", "--json"))["questions"])

    shown = lines(unrut("people", "who", "-n", "2"))

    assert sum(line.endswith("]") and not line.startswith(" ") for line in shown) == 2
    assert f"{count - 2} questions more: add -n {count}." in shown


@pytest.mark.parametrize("words", ["opening-999.learning_growth", "zebra", " ", "\udcffzebra", "x" * 10_000])
def test_who_of_no_question_says_so(unrut: Unrut, opening: Opening, words: str) -> None:
    sentence = sentence_of(unrut("people", "who", words), 1)

    assert sentence.startswith('There is no open question "')
    assert sentence.endswith('". See what is open: unrut people who.')
    assert len(sentence) < 200


def test_who_of_several_questions_asks_which(unrut: Unrut, told: Person) -> None:
    sentence = sentence_of(unrut("people", "who", "opening-"), 3)

    keys = [
        question["key"]
        for question in as_json(unrut("people", "who", "--json"))["questions"]
        if question["key"].startswith("opening-")
    ]
    assert sentence == (
        f'{len(keys)} questions hold "opening-": {", ".join(keys[:5])} and others. Give the key of one.'
    )


# ask


def test_ask_prepares_three_questions_and_a_message(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact
) -> None:
    told = lines(unrut("people", "ask", "Ana", f"{opening.option}.learning_growth"))

    talk = of(Talk, me).get()
    assert told == [
        f"Your talk with Ana Ortiz is prepared; the message is yours to send. [talk {talk.pk}]",
        "About: Data editor, Kestrow",
        "",
        "Ask",
        *[f"  {place}. {asked}" for place, asked in enumerate(talk.questions, start=1)],
        "",
        "Your message, to change and to send yourself:",
        "",
        *talk.message.splitlines(),
        "",
        f"Once you sent it: unrut people ask {ana.pk} --id {talk.pk} --sent",
    ]
    assert (len(talk.questions), talk.message.splitlines()[0]) == (3, "Hi Ana,")
    assert "you know the place from inside" in talk.message


def test_ask_without_a_question_takes_what_they_know_best_once(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact
) -> None:
    first = as_json(unrut("people", "ask", "Ana", "--json"))
    again = as_json(unrut("people", "ask", "Ana", "--json"))

    assert (first["question"], first["about"]) == (
        f"{opening.option}.learning_growth",
        "Data editor, Kestrow",
    )
    assert again == first
    assert of(Talk, me).count() == 1


def test_ask_of_somebody_who_knows_none_of_it_proposes_an_open_message(unrut: Unrut, me: Person) -> None:
    ana = make_contact(me)

    told = as_json(unrut("people", "ask", "Ana", "--json"))

    message = told.pop("message")
    assert message.startswith("Hello Ana,\n\n")
    assert told == {
        "id": of(Talk, me).get().pk,
        "contact": {"id": ana.pk, "name": "Ana Ortiz"},
        "works_where_you_do": False,
        "question": "",
        "about": "",
        "questions": [],
        "notes": "",
        "made_on": "2026-11-20",
        "asked_on": None,
        "replied_on": None,
        "meet_on": None,
        "meet_at": None,
        "talked_on": None,
        "ended_on": None,
        "learned": [],
        "steps": [],
    }


def test_ask_about_what_they_are_not_close_to_is_possible(unrut: Unrut, me: Person, opening: Opening) -> None:
    make_contact(me, "Ben Ito")

    told = as_json(unrut("people", "ask", "Ben", "learn", "--json"))

    assert "You came to my mind." in told["message"]


def test_ask_in_ones_own_words_keeps_how_far_it_is(unrut: Unrut, me: Person, ana: Contact) -> None:
    a_job(me, company="Kestrow")
    make_talk(ana, about="Data editor", questions=["Old?"], message="Old")

    own = as_json(
        unrut(
            "people",
            "ask",
            "Ana",
            "--message",
            "-",
            "--ask",
            "Why?",
            "--ask",
            "Who?",
            "--json",
            given="Hey\n\nyou",
        )
    )
    told = lines(unrut("people", "ask", "Ana", "--sent"))
    answered = as_json(unrut("people", "ask", "Ana", "--answered", "2026-11-20", "--json"))

    assert (own["questions"], own["message"], own["works_where_you_do"]) == (
        ["Why?", "Who?"],
        "Hey\n\nyou",
        True,
    )
    assert told[:3] == [
        f"Ana Ortiz has your message since 20 November 2026. [talk {own['id']}]",
        "About: Data editor",
        "Ana Ortiz works where you do: think about who hears of it.",
    ]
    assert told[-1] == f"Afterwards: unrut people talked {ana.pk} --id {own['id']}"
    assert (answered["asked_on"], answered["replied_on"]) == ("2026-11-20", "2026-11-20")
    assert as_json(unrut("people", "ask", "Ana", "--ask", "When?", "--json"))["message"] == "Hey\n\nyou"


def test_ask_sets_and_takes_back_a_meeting(unrut: Unrut, me: Person, ana: Contact) -> None:
    talk = make_talk(ana)

    unrut("people", "ask", "Ana", "--meet", "2026-12-03", "--at", "18:30")
    talk.refresh_from_db()
    assert (talk.meet_on, talk.meet_at) == (date(2026, 12, 3), time(18, 30))

    told = as_json(unrut("people", "ask", "Ana", "--meet", "none", "--json"))
    assert (told["meet_on"], told["meet_at"]) == (None, None)


def test_meeting_is_written_as_a_calendar(unrut: Unrut, me: Person, ana: Contact, tmp_path: Path) -> None:
    make_talk(ana, questions=["What is it like?"])
    file = tmp_path / "talk.ics"

    result = unrut("people", "ask", "Ana", "--meet", "2026-12-03", "--calendar", str(file))

    assert result.exit_code == 0
    assert result.stderr == f"The meeting is in {file} now.\n"
    assert "SUMMARY:Talk with Ana Ortiz" in file.read_text()
    assert "is there already" in unrut("people", "ask", "Ana", "--calendar", str(file)).stderr
    assert unrut("people", "ask", "Ana", "--calendar", str(file), "--force", "--json").exit_code == 0


def test_neutral_meeting_on_standard_output_names_nobody(unrut: Unrut, me: Person, ana: Contact) -> None:
    make_talk(ana, meet_on=TODAY, questions=["What is it like?"])

    result = unrut("people", "ask", "Ana", "--calendar", "-", "--neutral", "--json")

    assert result.exit_code == 0
    assert result.stdout.startswith("BEGIN:VCALENDAR")
    assert result.stdout.rstrip().endswith("END:VCALENDAR")
    assert not any(word in result.stdout for word in ("Ana", "What is it like"))


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--at", "18:30"], 2, "--at belongs to a day. Give --meet as well."),
        (["--at", "18:30", "--meet", "none"], 2, "--at belongs to a day."),
        (["--meet", "2026-12-03", "--at", "25:00"], 2, '"25:00" is no time of day. Write it like 18:30.'),
        (["--meet", "soon"], 2, '"soon" is not a day of the calendar.'),
        (["--sent", "soon"], 2, '"soon" is not a day of the calendar.'),
        (["--sent", "2026-12-03"], 3, "3 December 2026 cannot be the day. Give one up to today."),
        (["--calendar", "talk.ics"], 3, "No day is set for this talk yet. Set one first."),
        (["--message", "x" * 6_000], 3, "The message has 6,000 characters; 5,000 is the most. Shorten it."),
        (
            ["--ask", "a", "--ask", "b", "--ask", "c", "--ask", "d"],
            3,
            "4 questions are too many for one talk.",
        ),
        (["--id", "999"], 1, "There is no talk 999 with Ana Ortiz. See all: unrut people talks."),
        (["zebra"], 1, 'There is no open question "zebra".'),
        (["zebra", "--id", "1"], 2, "--id names a talk that has its question. Leave one of them out."),
        (["--message", "Hey", "--sent", "2026-12-03"], 3, "3 December 2026 cannot be the day."),
    ],
)
def test_ask_refuses_what_cannot_be_and_keeps_nothing(
    unrut: Unrut, me: Person, ana: Contact, options: list[str], code: int, sentence: str
) -> None:
    result = unrut("people", "ask", "Ana", *options)

    assert sentence in sentence_of(result, code)
    # A meeting without a day has its talk all the same: only the file is missing.
    assert of(Talk, me).exists() is ("--calendar" in options)


def test_ask_with_several_talks_ahead_asks_which(unrut: Unrut, me: Person, ana: Contact) -> None:
    first, second = make_talk(ana, about="Data editor"), make_talk(ana)

    assert sentence_of(unrut("people", "ask", "Ana"), 3) == (
        f"2 talks with Ana Ortiz are ahead: {second.pk} (nothing yet), {first.pk} (Data editor). "
        "Add --id with the one you mean."
    )
    assert as_json(unrut("people", "ask", "Ana", "--id", str(first.pk), "--json"))["about"] == "Data editor"


def test_talk_of_another_person_is_not_found(unrut: Unrut, me: Person, bob: Person, ana: Contact) -> None:
    theirs = make_talk(make_contact(bob, "Ana Ortiz"), notes="Secret")
    learned = make_learned(theirs, text="Secret", occupation="15-1252.00")

    for command in ("ask", "talked", "no-answer"):
        told = sentence_of(unrut("people", command, "Ana", "--id", str(theirs.pk)), 1)
        assert told == f"There is no talk {theirs.pk} with Ana Ortiz. See all: unrut people talks."
    assert "There is no talk" in sentence_of(unrut("people", "talks", "--remove", str(theirs.pk)), 1)
    assert "has the number" in sentence_of(unrut("people", "learned", "--forget", str(learned.pk)), 1)
    assert "Secret" not in unrut("people", "talks", "--json").stdout + unrut("people", "learned").stdout
    assert Talk.objects.filter(pk=theirs.pk, notes="Secret", talked_on=None).exists()
    assert Learned.objects.filter(pk=learned.pk).exists()


# talks


def test_talks_lists_what_is_ahead_and_what_was(unrut: Unrut, me: Person, ana: Contact) -> None:
    ahead = make_talk(ana, about="Data editor", asked_on=MONDAY)
    done = make_talk(make_contact(me, "Ben Ito"), talked_on=MONDAY)

    assert lines(unrut("people", "talks")) == [
        "1 talk is ahead.",
        "Of 2 messages you sent, 1 was answered and 1 waits.",
        "",
        "Ahead",
        f"  {ahead.pk:4d}  Ana Ortiz has your message since 16 November 2026. (Data editor)",
        "",
        "Done",
        f"  {done.pk:4d}  You talked with Ben Ito on 16 November 2026.",
    ]
    told = as_json(unrut("people", "talks", "--json"))
    assert [[each["id"] for each in told[part]] for part in ("ahead", "done")] == [[ahead.pk], [done.pk]]


def test_talks_before_the_first_says_how_to_begin(unrut: Unrut, me: Person) -> None:
    assert lines(unrut("people", "talks")) == [
        "You have not prepared a talk yet.",
        "Prepare one: unrut people ask NAME. See who could answer what: unrut people who",
    ]
    assert as_json(unrut("people", "talks", "--json")) == {"ahead": [], "done": []}


def test_removed_talk_leaves_what_was_learned(unrut: Unrut, me: Person, ana: Contact) -> None:
    talk = make_talk(ana, talked_on=MONDAY)
    make_learned(talk, occupation="15-1252.00")

    told = as_json(unrut("people", "talks", "--remove", str(talk.pk), "--json"))

    assert told == {"ahead": [], "done": []}
    assert as_json(unrut("people", "learned", "--json"))[0]["from"] is None


# talked


def test_talked_takes_what_was_learned_to_where_it_belongs(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact
) -> None:
    a_goal(me)
    unrut("people", "ask", "Ana")
    learned = f"{opening.option} learning_growth 8  A day a\tmonth"

    told = lines(
        unrut(
            *("people", "talked", "Ana", "--on", "2026-11-18", "--notes", "-", "--learned", learned),
            *("--learned", f"{opening.option} They laugh a lot", "--thank", "--follow-up", "Send the book"),
            given="She likes it.\nMostly.",
        )
    )

    talk = of(Talk, me).get()
    assert told == [
        f"You talked with Ana Ortiz on 18 November 2026. [talk {talk.pk}]",
        "About: Data editor, Kestrow",
        "“Learning and development” of “Data editor, Kestrow” is now known from Ana Ortiz.",
        "2 steps are in your plan.",
    ]
    assert talk.notes == "She likes it.\nMostly."
    assert list(of(Learned, me).values_list("opening", "facet", "level", "text")) == [
        (opening.pk, "learning_growth", 8, "A day a month"),
        (opening.pk, "", None, "They laugh a lot"),
    ]
    assert of(Step, me).filter(text="Send the book").exists()
    assert who_for(me, today=TODAY).question(f"{opening.option}.learning_growth") is None


def test_talked_again_replaces_only_what_is_given(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact
) -> None:
    unrut("people", "talked", "Ana", "--notes", "Long", "--learned", f"{opening.option} They laugh")
    number = str(of(Talk, me).get().pk)

    told = as_json(unrut("people", "talked", "Ana", "--id", number, "--on", "2026-11-17", "--json"))
    again = as_json(
        unrut(
            "people",
            "talked",
            "Ana",
            "--id",
            number,
            "--notes",
            "Short",
            "--learned",
            "work-15-1252.00 Calm",
            "--json",
        )
    )
    shown = lines(unrut("people", "ask", "Ana", "--id", number))

    facts = [(fact["subject"], fact["text"]) for fact in told["learned"]]
    assert (told["notes"], told["talked_on"], facts) == (
        "Long",
        "2026-11-17",
        [(opening.option, "They laugh")],
    )
    assert (again["notes"], again["talked_on"]) == ("Short", "2026-11-17")
    assert again["learned"][0] | {"id": 0} == {
        "id": 0,
        "subject": "work-15-1252.00",
        "title": "Software Developers",
        "facet": "",
        "level": None,
        "text": "Calm",
        "from": "Ana Ortiz",
        "talk": int(number),
        "learned_on": "2026-11-17",
    }
    assert shown[-5:] == ["Notes", "  Short", "", "Learned", "  Calm (Ana Ortiz, 17 November 2026)"]


def test_talked_needs_no_preparation(unrut: Unrut, me: Person) -> None:
    ana = make_contact(me)

    told = lines(unrut("people", "talked", "Ana", "--thank"))

    talk = of(Talk, me).get()
    assert told == [
        f"You talked with Ana Ortiz on 20 November 2026. [talk {talk.pk}]",
        "Kept.",
        "There is no plan yet that could take the step in; choose a goal first.",
    ]
    assert (talk.contact, somebody(me, ana.pk).last_on) == (ana, None)


@pytest.mark.parametrize(
    ("learned", "code", "sentence"),
    [
        (
            "",
            3,
            '"" does not say what it is about. Write it like "opening-12 working_hours 7 Most stay till six"',
        ),
        ("learning_growth 8 Much", 3, '"learning_growth 8 Much" does not say what it is about.'),
        ("opening-999 learning_growth 8", 1, "There is no opening-999. See the numbers: unrut openings list"),
        ("way-999 Two years", 1, "There is no way-999."),
        ("opening-x Two years", 1, "There is no opening-x."),
        ("work-99-9999.99 Calm", 1, 'There is no kind of work with the code "99-9999.99".'),
        ("OPENING learning_growth 11 Much", 3, '"learning_growth" with 11 is not an answer.'),
        ("OPENING luck 7 Much", 3, '"luck" with 7 is not an answer. Give a facet and a level from 0 to 10.'),
        ("OPENING", 3, "Nothing was written of what you learned."),
        ("OPENING learning_growth -", 3, "Nothing was written of what you learned."),
        ("OPENING " + "x" * 3_000, 3, "What you learned has 3,000 characters; 2,000 is the most."),
    ],
)
def test_talked_refuses_what_cannot_be_learned_and_keeps_nothing(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact, learned: str, code: int, sentence: str
) -> None:
    given = learned.replace("OPENING", opening.option)

    told = sentence_of(unrut("people", "talked", "Ana", "--notes", "Kept?", "--learned", given), code)

    assert sentence in told
    assert not of(Talk, me).exists()
    assert not of(Learned, me).exists()


@pytest.mark.parametrize(
    ("learned", "kept"),
    [
        ("learning_growth 0 Nothing", ("learning_growth", 0, "Nothing")),
        ("learning_growth 10", ("learning_growth", 10, "")),
        ("learning_growth - It depends", ("learning_growth", None, "It depends")),
        ("- - 3 people told me", ("", None, "3 people told me")),
        ("- They 3 told me", ("", None, "They 3 told me")),
        ("learning_growth is small there", ("", None, "learning_growth is small there")),
        ("They", ("", None, "They")),
        ("Since ٣ years", ("", None, "Since ٣ years")),
    ],
)
def test_learned_is_read_from_one_line(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact, learned: str, kept: tuple[str, int | None, str]
) -> None:
    unrut("people", "talked", "Ana", "--learned", f"{opening.option} {learned}")

    assert list(of(Learned, me).values_list("facet", "level", "text")) == [kept]


def test_talked_on_a_day_to_come_is_refused(unrut: Unrut, me: Person, ana: Contact) -> None:
    assert "cannot be the day" in sentence_of(unrut("people", "talked", "Ana", "--on", "2026-11-21"), 3)
    assert not of(Talk, me).exists()


def test_notes_of_bytes_that_are_no_text_are_kept_readable(unrut: Unrut, me: Person, ana: Contact) -> None:
    from click.testing import CliRunner

    from unrut.cli.main import group

    result = CliRunner().invoke(group, ["people", "talked", "Ana", "--notes", "-"], input=b"\xff\x00Fine")

    assert result.exit_code == 0
    assert of(Talk, me).get().notes == "\ufffdFine"


# no-answer


def test_no_answer_ends_a_talk(unrut: Unrut, me: Person, ana: Contact) -> None:
    talk = make_talk(ana, asked_on=MONDAY)

    told = lines(unrut("people", "no-answer", "Ana"))

    talk.refresh_from_db()
    assert told == [f"Ana Ortiz did not answer, and you left it at that. [talk {talk.pk}]"]
    assert talk.ended_on == TODAY
    again = as_json(unrut("people", "no-answer", "Ana", "--id", str(talk.pk), "--on", "2026-11-18", "--json"))
    assert again["ended_on"] == "2026-11-18"


def test_no_answer_without_a_talk_says_so(unrut: Unrut, me: Person, ana: Contact) -> None:
    assert sentence_of(unrut("people", "no-answer", "Ana"), 1) == (
        "No talk with Ana Ortiz is ahead. See all: unrut people talks."
    )


def test_no_answer_of_somebody_who_answered_is_refused(unrut: Unrut, me: Person, ana: Contact) -> None:
    make_talk(ana, asked_on=MONDAY, replied_on=MONDAY)

    assert "They answered, so this talk cannot end unanswered." in sentence_of(
        unrut("people", "no-answer", "Ana"), 3
    )


# learned


def test_learned_lists_what_was_told_under_what_it_is_about(
    unrut: Unrut, me: Person, opening: Opening, ana: Contact
) -> None:
    talk, way = make_talk(ana, talked_on=MONDAY), a_way(me)
    first = make_learned(talk, text="Two years", way=way)
    second = make_learned(talk, text="A day a month", opening=opening, facet="learning_growth", level=8)
    third = make_learned(talk, text="", way=way, facet="autonomy", level=5)
    fourth = make_learned(talk, text="Gone", occupation="99-9999.99")

    assert lines(unrut("people", "learned")) == [
        "99-9999.99 [work-99-9999.99]",
        f"{fourth.pk:4d}  Gone (Ana Ortiz, 16 November 2026)",
        "",
        f"A degree beside work [way-{way.pk}]",
        f"{third.pk:4d}  Autonomy, 5 of 10: in between (Ana Ortiz, 16 November 2026)",
        f"{first.pk:4d}  Two years (Ana Ortiz, 16 November 2026)",
        "",
        f"Data editor, Kestrow [{opening.option}]",
        f"{second.pk:4d}  Learning and development, 8 of 10: learning a lot: A day a month (Ana Ortiz, 16 November 2026)",
    ]
    left = as_json(unrut("people", "learned", "--forget", str(first.pk), "--json"))
    assert [each["id"] for each in left] == [fourth.pk, third.pk, second.pk]


def test_learned_before_the_first_says_so(unrut: Unrut, me: Person) -> None:
    assert lines(unrut("people", "learned")) == [
        "Nobody has told you anything yet. After a talk: unrut people talked NAME --learned TEXT"
    ]
    assert as_json(unrut("people", "learned", "--json")) == []


def test_learned_forgets_only_what_is_there(unrut: Unrut, me: Person) -> None:
    assert sentence_of(unrut("people", "learned", "--forget", "999"), 1) == (
        "Nothing you learned has the number 999. See all: unrut people learned."
    )
