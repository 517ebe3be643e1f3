"""Talks: prepared, asked for, answered or not, held, and what was learned carried to where it belongs."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from tests.factories import (
    MONDAY,
    TODAY,
    a_goal,
    a_person,
    a_step,
    a_want,
    a_way,
    an_opening,
    make_contact,
    make_learned,
    make_talk,
)

from unrut.core.errors import InvalidInputError
from unrut.core.explore.levels import Source
from unrut.errors import MissingError
from unrut.models import Contact, Learned, Opening, Person, Step, Talk
from unrut.queries.frame import frame_of, judged_levels
from unrut.queries.scope import of
from unrut.queries.ways import purse_of, ways_of
from unrut.services import talks
from unrut.services.talks import LearnedFact, ToldTalk

pytestmark = pytest.mark.integration

WEEK = timedelta(weeks=1)
TOMORROW = TODAY + timedelta(days=1)


def version(owner: Person) -> tuple[int, int]:
    row = Person.objects.get(pk=owner.pk)
    return row.people_version, row.openings_version


def finished(talk: Talk, *learned: LearnedFact, **told: object) -> Talk:
    kept = ToldTalk(learned=learned, **told)  # type: ignore[arg-type]
    return talks.finish_talk(talk.owner, talk.pk, kept, on=TODAY, today=TODAY)


def heard(opening: Opening) -> dict[str, tuple[float, str]]:
    """What people told of an opening, as it is judged now."""
    fresh = Opening.objects.get(pk=opening.pk)
    levels = judged_levels(fresh).items()
    return {facet: (level.mean, level.cue) for facet, level in levels if level.source is Source.HEARD}


def learned_of(talk: Talk) -> list[tuple[str, int | None, str]]:
    return [(one.facet, one.level, one.text) for one in of(Learned, talk.owner).filter(talk=talk)]


def test_prepared_talk_holds_what_it_begins_with(alice: Person) -> None:
    ana = make_contact(alice)
    before = version(alice)

    talk = talks.prepare_talk(
        alice,
        ana.pk,
        question="way-3.pay",
        about="  A degree ",
        questions=[" How  long? ", "", "Who\nelse?"],
        message=" Hello Ana\0 ",
        today=TODAY,
    )

    talk.refresh_from_db()
    assert (talk.contact, talk.question, talk.about, talk.made_on) == (ana, "way-3.pay", "A degree", TODAY)
    assert (talk.questions, talk.message) == (["How long?", "Who else?"], "Hello Ana")
    assert version(alice) != before


def test_open_talk_about_the_same_question_is_given_again(alice: Person) -> None:
    ana = make_contact(alice)
    first = make_talk(ana, question="way-3.pay", message="Mine by now")

    again = talks.prepare_talk(alice, ana.pk, question="way-3.pay", message="Proposed", today=TODAY)
    other = talks.prepare_talk(alice, ana.pk, question="way-3.commute", today=TODAY)

    assert (again, again.message) == (first, "Mine by now")
    assert other != first


@pytest.mark.parametrize("end", ["talked_on", "ended_on"])
def test_talk_that_is_over_is_not_given_again(alice: Person, end: str) -> None:
    ana = make_contact(alice)
    over = make_talk(ana, question="way-3.pay", **{end: MONDAY})

    assert talks.prepare_talk(alice, ana.pk, question="way-3.pay", today=TODAY) != over


def test_talk_with_a_joined_entry_is_with_the_one_that_stands_for_it(alice: Person) -> None:
    ana = make_contact(alice)
    joined = make_contact(alice, "A. Ortiz", same_as=ana)

    assert talks.prepare_talk(alice, joined.pk, today=TODAY).contact == ana


def test_long_subject_is_cut(alice: Person) -> None:
    talk = talks.prepare_talk(alice, make_contact(alice).pk, about="x" * 301, today=TODAY)

    assert talk.about == "x" * 300


def test_questions_and_message_are_kept_as_written(alice: Person) -> None:
    talk = make_talk(make_contact(alice), questions=["Old?"], message="Old")

    talks.write_talk(alice, talk.pk, questions=["New?", " "], message="New\n\nlines")

    talk.refresh_from_db()
    assert (talk.questions, talk.message) == (["New?"], "New\n\nlines")


@pytest.mark.parametrize(
    ("questions", "message", "word"),
    [
        (["a", "b", "c", "d"], "", "4 questions are too many"),
        (["x" * 301], "", "A question has 301 characters"),
        ([], "x" * 5_001, "The message has 5,001 characters"),
    ],
)
def test_too_much_is_not_kept(alice: Person, questions: list[str], message: str, word: str) -> None:
    talk = make_talk(make_contact(alice), questions=["Old?"])

    with pytest.raises(InvalidInputError, match=word):
        talks.write_talk(alice, talk.pk, questions=questions, message=message)
    talk.refresh_from_db()
    assert talk.questions == ["Old?"]


def test_talk_is_sent_and_answered(alice: Person) -> None:
    talk = make_talk(make_contact(alice))
    before = version(alice)

    talks.say_asked(alice, talk.pk, on=MONDAY, today=TODAY)
    talks.say_replied(alice, talk.pk, on=TODAY, today=TODAY)

    talk.refresh_from_db()
    assert (talk.asked_on, talk.replied_on, talk.is_open, talk.is_answered) == (MONDAY, TODAY, True, True)
    assert version(alice) != before


def test_answer_to_a_message_nobody_noted_counts_as_asked_that_day(alice: Person) -> None:
    talk = talks.say_replied(alice, make_talk(make_contact(alice)).pk, on=TODAY, today=TODAY)

    assert (talk.asked_on, talk.replied_on) == (TODAY, TODAY)


def test_talk_ends_unanswered_and_begins_anew_by_an_answer(alice: Person) -> None:
    talk = make_talk(make_contact(alice), asked_on=MONDAY)

    ended = talks.say_no_answer(alice, talk.pk, on=TODAY, today=TODAY)
    assert (ended.asked_on, ended.ended_on, ended.is_open) == (MONDAY, TODAY, False)

    answered = talks.say_replied(alice, talk.pk, on=TODAY, today=TODAY)
    assert (answered.ended_on, answered.is_open) == (None, True)


@pytest.mark.parametrize("answer", ["replied_on", "talked_on"])
def test_answered_talk_does_not_end_unanswered(alice: Person, answer: str) -> None:
    talk = make_talk(make_contact(alice), **{answer: MONDAY})

    with pytest.raises(InvalidInputError, match="They answered"):
        talks.say_no_answer(alice, talk.pk, on=TODAY, today=TODAY)


@pytest.mark.parametrize("say", [talks.say_asked, talks.say_replied, talks.say_no_answer])
@pytest.mark.parametrize("on", [TOMORROW, date(1949, 12, 31)])
def test_day_that_cannot_be_is_not_kept(alice: Person, say: Callable[..., Talk], on: date) -> None:
    talk = make_talk(make_contact(alice))

    with pytest.raises(InvalidInputError, match="cannot be the day"):
        say(alice, talk.pk, on=on, today=TODAY)
    assert not Talk.objects.get(pk=talk.pk).is_answered


def test_meeting_is_set_moved_and_taken_back(alice: Person) -> None:
    talk = make_talk(make_contact(alice))

    assert talks.set_meeting(alice, talk.pk, day=TOMORROW, at=time(18)).meet_at == time(18)
    assert talks.set_meeting(alice, talk.pk, day=TOMORROW + WEEK, at=None).meet_at is None
    assert talks.set_meeting(alice, talk.pk, day=None, at=time(18)).meet_at is None
    talk.refresh_from_db()
    assert (talk.meet_on, talk.meet_at) == (None, None)


def test_what_was_learned_of_an_opening_is_a_level_of_it(alice: Person) -> None:
    opening = an_opening(alice, "Data editor")
    talk = make_talk(make_contact(alice))
    before = version(alice)

    finished(talk, LearnedFact(opening.option, "autonomy", 2, "Hardly ever"), notes=" Kind \0")

    talk.refresh_from_db()
    assert (talk.notes, talk.talked_on, talk.is_open) == ("Kind", TODAY, False)
    assert heard(opening) == {"autonomy": (2, "Hardly ever")}
    assert all(new != old for new, old in zip(version(alice), before, strict=True))


def test_what_was_learned_of_a_way_is_a_level_of_it(alice: Person) -> None:
    a_want(alice, "autonomy")
    way = a_way(alice)
    before = version(alice)[1]

    finished(make_talk(make_contact(alice)), LearnedFact(f"way-{way.pk}", "autonomy", 9))

    view = next(view for view in ways_of(alice, frame_of(alice), purse_of(alice)) if view.way == way)
    assert (view.levels["autonomy"].mean, view.levels["autonomy"].source) == (9, Source.HEARD)
    assert version(alice)[1] == before


def test_what_was_learned_of_a_kind_of_work_is_words(alice: Person) -> None:
    talk = finished(make_talk(make_contact(alice)), LearnedFact("work-15-1252.00", text="Mostly reading"))

    (learned,) = of(Learned, alice).filter(talk=talk)
    assert (learned.occupation, learned.text, learned.facet) == ("15-1252.00", "Mostly reading", "")


def test_own_criterion_can_be_learned_and_an_unknown_facet_is_only_words(alice: Person) -> None:
    way = f"way-{a_way(alice).pk}"

    talk = finished(
        make_talk(make_contact(alice)),
        LearnedFact(way, "own_1", 10),
        LearnedFact(way, "weather", text="It rains"),
    )

    assert learned_of(talk) == [("own_1", 10, ""), ("", None, "It rains")]


def test_talk_told_again_takes_the_place_of_what_was_told(alice: Person) -> None:
    opening, talk = an_opening(alice), make_talk(make_contact(alice))
    finished(talk, LearnedFact(opening.option, "autonomy", 2), LearnedFact(opening.option, "commute", 3))

    finished(talk, LearnedFact(opening.option, "autonomy", 5), notes="Anew")

    assert learned_of(talk) == [("autonomy", 5, "")]
    assert heard(opening) == {"autonomy": (5, "")}


def test_opening_that_nothing_was_learned_of_after_all_is_read_anew(alice: Person) -> None:
    opening, talk = an_opening(alice), make_talk(make_contact(alice))
    finished(talk, LearnedFact(opening.option, "autonomy", 2))
    before = version(alice)[1]

    finished(talk)

    assert heard(opening) == {}
    assert version(alice)[1] != before


@pytest.mark.parametrize(
    ("fact", "error", "word"),
    [
        (("autonomy", 11, ""), InvalidInputError, '"autonomy" with 11 is not an answer'),
        (("autonomy", -1, ""), InvalidInputError, "not an answer"),
        (("weather", 5, ""), InvalidInputError, '"weather" with 5 is not an answer'),
        (("", 5, ""), InvalidInputError, "not an answer"),
        (("own_x", 5, ""), InvalidInputError, "not an answer"),
        (("own_²", 5, ""), InvalidInputError, "not an answer"),
        ((f"own_{'9' * 37}", 5, ""), InvalidInputError, "not an answer"),
        (("autonomy", None, " "), InvalidInputError, "Nothing was written"),
        (("", None, "x" * 2_001), InvalidInputError, "What you learned has 2,001 characters"),
    ],
)
def test_bad_fact_keeps_nothing_of_the_talk(
    alice: Person, fact: tuple[str, int | None, str], error: type[Exception], word: str
) -> None:
    opening, talk = an_opening(alice), make_talk(make_contact(alice))
    facet, level, text = fact

    with pytest.raises(error, match=word):
        finished(talk, LearnedFact(opening.option, facet, level, text), notes="Lost")
    talk.refresh_from_db()
    assert (talk.notes, talk.talked_on, of(Learned, alice).count()) == ("", None, 0)


@pytest.mark.parametrize(
    "subject", ["opening-0", "opening-x", "way-", "way-²", "tree-1", "", f"opening-{'9' * 20}", "work-99"]
)
def test_subject_that_is_not_there_is_not_kept(alice: Person, subject: str) -> None:
    with pytest.raises(MissingError):
        finished(make_talk(make_contact(alice)), LearnedFact(subject, text="So it is"))


def test_subject_of_somebody_else_is_not_there(alice: Person, bob: Person) -> None:
    opening = an_opening(bob, "Theirs")

    with pytest.raises(MissingError):
        finished(make_talk(make_contact(alice)), LearnedFact(opening.option, "autonomy", 2))
    assert of(Learned, bob).filter(opening=opening).count() == 0


def test_notes_that_are_too_long_are_not_kept(alice: Person) -> None:
    with pytest.raises(InvalidInputError, match="The text of your notes has 20,001"):
        finished(make_talk(make_contact(alice)), notes="x" * 20_001)


def test_thanks_and_what_follows_become_steps_behind_the_others(alice: Person) -> None:
    goal = a_goal(alice)
    a_step(goal, position=6)

    talk = finished(make_talk(make_contact(alice)), thank=True, follow_up=" Send  the list ")

    assert [(step.text, step.result, step.minutes, step.position) for step in talk.steps.all()] == [
        ("Thank Ana Ortiz and say what you made of it", "They know that it helped.", 15, 7),
        ("Send the list", "What came of the talk is done.", 30, 8),
    ]
    assert {step.strand for step in talk.steps.all()} == {"connections"}


def test_first_step_of_a_plan_stands_at_its_beginning(alice: Person) -> None:
    a_goal(alice)

    talk = finished(make_talk(make_contact(alice)), thank=True)

    assert [step.position for step in talk.steps.all()] == [0]


def test_what_follows_alone_is_one_step(alice: Person) -> None:
    a_goal(alice)

    talk = finished(make_talk(make_contact(alice)), follow_up="Send the list")

    assert [step.text for step in talk.steps.all()] == ["Send the list"]


def test_same_step_is_made_once(alice: Person) -> None:
    a_goal(alice)
    talk = make_talk(make_contact(alice))

    for _ in range(2):
        finished(talk, thank=True, follow_up="Send the list")

    assert of(Step, alice).count() == 2


def test_long_step_is_cut_and_still_made_once(alice: Person) -> None:
    a_goal(alice)
    talk = make_talk(make_contact(alice, "x" * 300))

    for _ in range(2):
        finished(talk, thank=True, follow_up="y" * 400)

    assert [len(step.text) for step in of(Step, alice)] == [300, 300]


def test_without_a_plan_no_step_is_made(alice: Person) -> None:
    finished(make_talk(make_contact(alice)), thank=True, follow_up="Send the list")

    assert of(Step, alice).count() == 0


def test_removed_talk_leaves_what_was_learned_without_a_name(alice: Person) -> None:
    talk = make_talk(make_contact(alice))
    learned = make_learned(talk, occupation="15-1252.00")
    before = version(alice)[0]

    talks.remove_talk(alice, talk.pk)

    learned.refresh_from_db()
    assert (learned.talk, of(Talk, alice).count()) == (None, 0)
    assert version(alice)[0] != before


def test_forgotten_fact_counts_no_more(alice: Person) -> None:
    opening, talk = an_opening(alice), make_talk(make_contact(alice))
    finished(talk, LearnedFact(opening.option, "autonomy", 2))
    (learned,) = of(Learned, alice)
    before = version(alice)[1]

    talks.forget_learned(alice, learned.pk)

    assert heard(opening) == {}
    assert version(alice)[1] != before


def test_forgotten_words_about_a_way_leave_openings_alone(alice: Person) -> None:
    learned = make_learned(make_talk(make_contact(alice)), way=a_way(alice))
    before = version(alice)[1]

    talks.forget_learned(alice, learned.pk)

    assert (of(Learned, alice).count(), version(alice)[1]) == (0, before)


@pytest.mark.parametrize(
    "change",
    [
        lambda owner, key: talks.write_talk(owner, key, questions=[], message="x"),
        lambda owner, key: talks.say_asked(owner, key, on=TODAY, today=TODAY),
        lambda owner, key: talks.say_replied(owner, key, on=TODAY, today=TODAY),
        lambda owner, key: talks.say_no_answer(owner, key, on=TODAY, today=TODAY),
        lambda owner, key: talks.set_meeting(owner, key, day=TODAY, at=None),
        lambda owner, key: talks.finish_talk(owner, key, ToldTalk("x"), on=TODAY, today=TODAY),
        talks.remove_talk,
    ],
)
def test_talk_of_somebody_else_does_not_exist(alice: Person, change: Callable[[Person, int], Talk]) -> None:
    theirs = make_talk(make_contact(a_person("carol")), message="Mine")
    before = Talk.objects.filter(pk=theirs.pk).values().get()

    with pytest.raises(MissingError):
        change(alice, theirs.pk)
    assert Talk.objects.filter(pk=theirs.pk).values().get() == before


def test_contact_and_fact_of_somebody_else_do_not_exist(alice: Person) -> None:
    theirs = make_contact(a_person("carol"))
    learned = make_learned(make_talk(theirs))

    with pytest.raises(MissingError):
        talks.prepare_talk(alice, theirs.pk, today=TODAY)
    with pytest.raises(MissingError):
        talks.forget_learned(alice, learned.pk)
    assert (of(Talk, alice).count(), Learned.objects.filter(pk=learned.pk).count()) == (0, 1)
    assert of(Contact, alice).count() == 0


def test_answer_before_the_message_is_refused(alice: Person) -> None:
    talk = make_talk(make_contact(alice), asked_on=TODAY)

    with pytest.raises(InvalidInputError, match="before you sent the message"):
        talks.say_replied(alice, talk.pk, on=MONDAY, today=TODAY)


@pytest.mark.parametrize("day", [date(1949, 12, 31), date(9999, 12, 31)])
def test_meeting_on_a_day_that_cannot_be_is_refused(alice: Person, day: date) -> None:
    talk = make_talk(make_contact(alice))

    with pytest.raises(InvalidInputError, match="cannot be the day you meet"):
        talks.set_meeting(alice, talk.pk, day=day, at=None)
