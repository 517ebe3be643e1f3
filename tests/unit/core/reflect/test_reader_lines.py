"""Forty lines as people write them on a Friday: the first facet must be the one a person would name."""

import pytest

from unrut.core.reflect.reader import NoteKind, read_note

pytestmark = pytest.mark.unit

LEAST_READ_RIGHT = 36
LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE

LINES = [
    (DISLIKE, "Filled in the same table for the fourth Monday running", "task_variety"),
    (DISLIKE, "Bored by ten o'clock, every day is identical", "task_variety"),
    (LIKE, "Three very different jobs in one day, loved the variety", "task_variety"),
    (DISLIKE, "Everything I get is far too easy for me", "challenge_level"),
    (LIKE, "Spent Tuesday on a tricky puzzle and solved it", "challenge_level"),
    (DISLIKE, "A degree in physics and I sort invoices, so overqualified", "skill_use"),
    (LIKE, "Finally got to use my Spanish, something I'm good at", "skill_use"),
    (DISLIKE, "Micromanaged again, every email had to be checked first", "autonomy"),
    (LIKE, "They trusted me to decide and I did it my own way", "autonomy"),
    (DISLIKE, "Two days on a report nobody reads", "significance"),
    (LIKE, "A pensioner wrote that my letter really helped her", "significance"),
    (DISLIKE, "Project cancelled two weeks before launch", "task_identity"),
    (LIKE, "Finished the brochure, from first sketch to print", "task_identity"),
    (DISLIKE, "Sent the draft on Monday and got no feedback at all", "job_feedback"),
    (DISLIKE, "The priorities changed again on Wednesday, nobody knows what comes first", "role_clarity"),
    (DISLIKE, "Six meetings on Thursday and not one decision", "pointless_work"),
    (DISLIKE, "Filled in the travel expenses form three times", "pointless_work"),
    (DISLIKE, "I have not learned a thing since spring", "learning_growth"),
    (LIKE, "Went to a workshop on colour and came home full of ideas", "learning_growth"),
    (DISLIKE, "The promotion went to somebody else", "advancement"),
    (DISLIKE, "Worked the whole night for the pitch and not even a thank you", "recognition"),
    (LIKE, "The director praised our work in front of everyone", "recognition"),
    (DISLIKE, "No pay rise this year either", "pay_benefits"),
    (DISLIKE, "Rumours of redundancies in our department", "job_security"),
    (DISLIKE, "Her friends always get the good shifts, it is so unfair", "fairness"),
    (DISLIKE, "My boss has not had a minute for me in three weeks", "manager_support"),
    (LIKE, "Lunch with the team, we laughed until we cried", "coworkers"),
    (DISLIKE, "An angry customer shouted at me on the phone for half an hour", "emotional_demands"),
    (DISLIKE, "He humiliated me in the meeting and everybody laughed", "respect_safety"),
    (DISLIKE, "We found out from the press that our office will close", "voice_information"),
    (DISLIKE, "Swamped, three deadlines on the same afternoon", "workload_pace"),
    (DISLIKE, "Stayed until nine on Tuesday and Wednesday", "working_hours"),
    (DISLIKE, "The rota for next week came on Sunday evening", "schedule_flexibility"),
    (DISLIKE, "Answered mails at midnight instead of sleeping", "work_life"),
    (DISLIKE, "Ninety minutes in traffic each way", "commute"),
    (LIKE, "Two days of working from home, heaven", "remote_location"),
    (DISLIKE, "It is so noisy in the open-plan office that I cannot think", "physical_environment"),
    (DISLIKE, "I could not care less about insurance", "job_interest"),
    (DISLIKE, "Had to mislead a customer about the guarantee, against my conscience", "values_fit"),
    (DISLIKE, "Another reorganisation, and nobody at the top has a plan", "leadership_trust"),
]


def test_lines_are_forty_and_name_every_facet_once_at_least() -> None:
    assert len(LINES) == 40
    assert len({facet for _, _, facet in LINES}) == 30


def test_lines_are_read_as_a_person_would_read_them() -> None:
    first = [(text, [reading.facet for reading in read_note(text, kind)][:1]) for kind, text, _ in LINES]

    wrong = [
        f"{text}: {read}, not {facet}"
        for (text, read), (_, _, facet) in zip(first, LINES, strict=True)
        if read != [facet]
    ]

    assert len(LINES) - len(wrong) >= LEAST_READ_RIGHT, "\n".join(wrong)
