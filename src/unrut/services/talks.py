"""Conversations with people one knows: prepared, asked for, held, and what was learned taken back to where it belongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.db.models import Max

from unrut.core.errors import InvalidInputError
from unrut.core.explore.levels import HIGHEST
from unrut.core.explore.wants import OWN
from unrut.core.facets import shipped_vocabulary
from unrut.core.plan.steps import Strand
from unrut.models import Contact, Goal, Learned, Opening, Person, Step, Talk, Way
from unrut.models.talk import LONGEST_SUBJECT
from unrut.queries.guide import current_guide
from unrut.queries.plan import current_goal
from unrut.queries.scope import of, one
from unrut.services.contacts import tell_people_changed
from unrut.services.opening_readings import read_and_join, tell_changed

MOST_QUESTIONS = 3
LONGEST_QUESTION, LONGEST_MESSAGE, LONGEST_NOTES, LONGEST_LEARNED = 300, 5_000, 20_000, 2_000
LONGEST_STEP = 300
THANK_MINUTES, FOLLOW_UP_MINUTES = 15, 30
LONGEST_NUMBER, LONGEST_FACET = 18, 40
EARLIEST, LATEST = date(1950, 1, 1), date(2199, 12, 31)
OPENING, WAY, WORK = "opening", "way", "work"


@dataclass(frozen=True, slots=True)
class LearnedFact:
    """What was learned of `subject`: "opening-12", "way-3" or "work-15-1252.00". A level from 0 to 10 needs its facet."""

    subject: str
    facet: str = ""
    level: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ToldTalk:
    """What came of a talk, and what is to follow from it."""

    notes: str = ""
    learned: Sequence[LearnedFact] = ()
    thank: bool = False
    follow_up: str = ""


def prepare_talk(
    owner: Person,
    contact_id: int,
    *,
    question: str = "",
    about: str = "",
    questions: Sequence[str] = (),
    message: str = "",
    today: date,
) -> Talk:
    """Begin a talk with somebody; the one that is open about the same question is given again.

    Raises MissingError, InvalidInputError.
    """
    contact = one(Contact, owner, contact_id)
    contact = contact.same_as or contact
    with transaction.atomic():
        open_ones = of(Talk, owner).filter(talked_on=None, ended_on=None)
        known = open_ones.filter(contact=contact, question=question).first()
        if known is not None:
            return known
        talk = Talk.objects.create(
            owner=owner,
            contact=contact,
            question=question,
            about=about.strip()[:LONGEST_SUBJECT],
            questions=_questions(questions),
            message=_checked(message, LONGEST_MESSAGE, "The message"),
            made_on=today,
        )
        tell_people_changed(owner)
    return talk


def write_talk(owner: Person, talk_id: int, *, questions: Sequence[str], message: str) -> Talk:
    """Keep the questions and the message as the person wrote them.

    Raises MissingError, InvalidInputError.
    """
    talk = one(Talk, owner, talk_id)
    talk.questions, talk.message = _questions(questions), _checked(message, LONGEST_MESSAGE, "The message")
    talk.save(update_fields=["questions", "message"])
    return talk


def say_asked(owner: Person, talk_id: int, *, on: date, today: date) -> Talk:
    """The message was sent, by the person themselves.

    Raises MissingError, InvalidInputError.
    """
    return _dated(owner, talk_id, today, asked_on=on, ended_on=None)


def say_replied(owner: Person, talk_id: int, *, on: date, today: date) -> Talk:
    """They answered.

    Raises MissingError, InvalidInputError.
    """
    talk = one(Talk, owner, talk_id)
    if talk.asked_on and on < talk.asked_on:
        raise InvalidInputError("They cannot have answered before you sent the message. Give a later day.")
    return _dated(owner, talk_id, today, asked_on=talk.asked_on or on, replied_on=on, ended_on=None)


def say_no_answer(owner: Person, talk_id: int, *, on: date, today: date) -> Talk:
    """Nobody answered, and the person leaves it at that.

    Raises MissingError, InvalidInputError when they did talk.
    """
    talk = one(Talk, owner, talk_id)
    if talk.is_answered:
        raise InvalidInputError(
            "They answered, so this talk cannot end unanswered. Remove it if you do not want it."
        )
    return _dated(owner, talk_id, today, asked_on=talk.asked_on or on, ended_on=on)


def set_meeting(owner: Person, talk_id: int, *, day: date | None, at: time | None) -> Talk:
    """Say when both meet; no day takes it back.

    Raises MissingError, InvalidInputError.
    """
    if day is not None and not EARLIEST <= day <= LATEST:
        raise InvalidInputError(
            f"{day.day} {day:%B} {day.year} cannot be the day you meet. Give another one."
        )
    talk = one(Talk, owner, talk_id)
    talk.meet_on, talk.meet_at = day, at if day else None
    talk.save(update_fields=["meet_on", "meet_at"])
    return talk


def finish_talk(owner: Person, talk_id: int, told: ToldTalk, *, on: date, today: date) -> Talk:
    """Keep what came of a talk, all of it or nothing; said again it takes the place of what was said before.

    What was learned goes to the opening, way or kind of work it is about. Thanks and what follows become steps of the plan,
    if there is one. Raises MissingError, InvalidInputError.
    """
    with transaction.atomic():
        talk = _dated(owner, talk_id, today, talked_on=on, ended_on=None)
        talk.notes = _checked(told.notes, LONGEST_NOTES, "The text of your notes")
        talk.save(update_fields=["notes"])
        touched = _openings_of(owner, talk)
        of(Learned, owner).filter(talk=talk).delete()
        Learned.objects.bulk_create([_learned(owner, talk, fact, on) for fact in told.learned])
        _read_again(owner, {*touched, *_openings_of(owner, talk)})
        _make_steps(owner, talk, told)
    return talk


def remove_talk(owner: Person, talk_id: int) -> Talk:
    """Remove a talk; what was learned in it stays, without a name.

    Raises MissingError.
    """
    with transaction.atomic():
        talk = one(Talk, owner, talk_id)
        of(Talk, owner).filter(pk=talk.pk).delete()
        tell_people_changed(owner)
    return talk


def forget_learned(owner: Person, learned_id: int) -> None:
    """Take back something that was learned.

    Raises MissingError.
    """
    with transaction.atomic():
        learned = one(Learned, owner, learned_id)
        of(Learned, owner).filter(pk=learned.pk).delete()
        _read_again(owner, {learned.opening_id} if learned.opening_id else set())


def _dated(owner: Person, talk_id: int, today: date, **days: date | None) -> Talk:
    """The talk with these days."""
    talk = one(Talk, owner, talk_id)
    for day in days.values():
        if day is not None and not EARLIEST <= day <= today:
            raise InvalidInputError(f"{day.day} {day:%B} {day.year} cannot be the day. Give one up to today.")
    for name, day in days.items():
        setattr(talk, name, day)
    talk.save(update_fields=list(days))
    tell_people_changed(owner)
    return talk


def _questions(said: Sequence[str]) -> list[str]:
    kept = [" ".join(question.split()) for question in said if question.strip()]
    if len(kept) > MOST_QUESTIONS:
        raise InvalidInputError(
            f"{len(kept)} questions are too many for one talk. Keep the {MOST_QUESTIONS} that matter most."
        )
    return [_checked(question, LONGEST_QUESTION, "A question") for question in kept]


def _checked(text: str, longest: int, what: str) -> str:
    text = text.replace("\0", "").strip()
    if len(text) > longest:
        raise InvalidInputError(f"{what} has {len(text):,} characters; {longest:,} is the most. Shorten it.")
    return text


def _learned(owner: Person, talk: Talk, fact: LearnedFact, on: date) -> Learned:
    text = _checked(fact.text, LONGEST_LEARNED, "What you learned")
    is_known = fact.facet in shipped_vocabulary() or _is_own(fact.facet)
    if fact.level is not None and not (is_known and 0 <= fact.level <= HIGHEST):
        raise InvalidInputError(
            f'"{fact.facet[:LONGEST_FACET]}" with {fact.level} is not an answer. Give a facet and a level from 0 to 10.'
        )
    if fact.level is None and not text:
        raise InvalidInputError(
            "Nothing was written of what you learned. Say it in a few words, or leave it out."
        )
    return Learned(
        owner=owner,
        talk=talk,
        facet=fact.facet if is_known else "",
        level=fact.level,
        text=text,
        learned_on=on,
        **_subject(owner, fact.subject),
    )


def _is_own(facet: str) -> bool:
    """Whether it can be a criterion of the person's own: they are numbered."""
    return (
        facet.startswith(OWN)
        and facet.isascii()
        and facet[len(OWN) :].isdecimal()
        and len(facet) <= LONGEST_FACET
    )


def _subject(owner: Person, key: str) -> dict[str, object]:
    """What was learned about, as the fields of what is stored."""
    kind, _, rest = key.partition("-")
    if kind == WORK:
        guide = current_guide()
        return {"occupation": guide.atlas.codes[guide.row_named(rest)]}
    number = int(rest) if rest.isdecimal() and len(rest) < LONGEST_NUMBER else 0
    if kind == OPENING:
        return {"opening": one(Opening, owner, number)}
    return {"way": one(Way, owner, number if kind == WAY else 0)}


def _openings_of(owner: Person, talk: Talk) -> set[int]:
    """The openings something was learned about in a talk."""
    return set(of(Learned, owner).filter(talk=talk).exclude(opening=None).values_list("opening", flat=True))


def _read_again(owner: Person, openings: set[int]) -> None:
    """Let lists know what was learned of openings."""
    if openings:
        read_and_join(owner, list(of(Opening, owner).filter(pk__in=openings)))
        tell_changed(owner)


def _make_steps(owner: Person, talk: Talk, told: ToldTalk) -> None:
    """Thanks, and what follows, as steps of the plan behind the others; each once."""
    goal = current_goal(owner)
    if goal is None:
        return
    name = talk.contact.name
    wished = []
    if told.thank:
        wished.append(
            (f"Thank {name} and say what you made of it", "They know that it helped.", THANK_MINUTES)
        )
    if follow_up := " ".join(told.follow_up.split())[:LONGEST_STEP]:
        wished.append((follow_up, "What came of the talk is done.", FOLLOW_UP_MINUTES))
    there = set(talk.steps.values_list("text", flat=True))
    for text, result, minutes in wished:
        if text[:LONGEST_STEP] not in there:
            talk.steps.add(_step(owner, goal, text, result, minutes))


def _step(owner: Person, goal: Goal, text: str, result: str, minutes: int) -> Step:
    last = of(Step, owner).filter(goal=goal).aggregate(last=Max("position"))["last"]
    return Step.objects.create(
        owner=owner,
        goal=goal,
        strand=Strand.CONNECTIONS.value,
        text=text[:LONGEST_STEP],
        result=result[:LONGEST_STEP],
        minutes=minutes,
        position=0 if last is None else last + 1,
    )
