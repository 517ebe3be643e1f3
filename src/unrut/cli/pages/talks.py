"""Talks: prepared, ahead, and what came of them."""

from typing import Any

from unrut.cli.output import section
from unrut.cli.pages.learned import lines_of, subject_of, subject_title, values_of
from unrut.clock import now, today
from unrut.exporters.talk_calendar import talk_calendar
from unrut.models import Learned, Person, Talk
from unrut.queries.people import somebody, talks_of
from unrut.queries.plan import current_goal
from unrut.queries.talk_subjects import own_names
from unrut.queries.who import home_company
from unrut.wording import talks as wording
from unrut.wording.open_questions import home_warning

_SHOWN = ("question", "about", "questions", "message", "notes")
_DAYS = ("made_on", "asked_on", "replied_on", "meet_on", "meet_at", "talked_on", "ended_on")


def talk_lines(talk: Talk) -> list[str]:
    """How far it is, what to ask, and the message to copy."""
    return [
        *lead_lines(talk),
        *_warning(talk),
        *section("Ask", [f"{place}. {asked}" for place, asked in enumerate(talk.questions, start=1)]),
        *_message(talk),
        *section("Notes", talk.notes.splitlines()),
        *section("Learned", lines_of(talk.learned.all(), own_names(talk.owner))),
        *section("In your plan", [step.text for step in talk.steps.all()]),
        *_next(talk),
    ]


def talk_values(talk: Talk) -> dict[str, Any]:
    """The same for scripts."""
    person, home = somebody(talk.owner, talk.contact_id), home_company(talk.owner)
    return {
        "id": talk.pk,
        "contact": {"id": person.id, "name": person.name},
        "works_where_you_do": bool(home) and person.company_key == home,
        **{name: getattr(talk, name) for name in (*_SHOWN, *_DAYS)},
        "learned": [values_of(one) for one in talk.learned.all()],
        "steps": [{"id": step.pk, "text": step.text} for step in talk.steps.all()],
    }


def lead_lines(talk: Talk) -> list[str]:
    """How far it is, and what it is about."""
    told = [f"{wording.talk_lead(talk, today=today())} [talk {talk.pk}]"]
    return [*told, f"About: {talk.about}"] if talk.about else told


def list_lines(owner: Person) -> list[str]:
    """Those that are ahead, then those that were."""
    talks = talks_of(owner)
    told = [wording.talks_lead(talks), *filter(None, [wording.asked_sentence(talks)])]
    if not talks.ahead and not talks.done:
        told.append("Prepare one: unrut people ask NAME. See who could answer what: unrut people who")
    return [
        *told,
        *section("Ahead", [_line(talk) for talk in talks.ahead]),
        *section("Done", [_line(talk) for talk in talks.done]),
    ]


def list_values(owner: Person) -> dict[str, Any]:
    """The same for scripts."""
    talks = talks_of(owner)
    return {
        "ahead": [talk_values(talk) for talk in talks.ahead],
        "done": [talk_values(talk) for talk in talks.done],
    }


def finished_lines(talk: Talk, *, is_wished: bool) -> list[str]:
    """What changed by a talk, and what follows."""
    steps = wording.steps_words(
        talk.steps.count(), wished=is_wished, has_goal=current_goal(talk.owner) is not None
    )
    return [*lead_lines(talk), *_kept(talk), *filter(None, [steps])]


def calendar(talk: Talk, *, neutral: bool) -> bytes:
    """The meeting as a calendar file."""
    return talk_calendar(talk, made_at=now(), neutral=neutral)


def _kept(talk: Talk) -> list[str]:
    """What is known now, for each thing something was learned about."""
    names, learned = own_names(talk.owner), list(talk.learned.all())
    by_subject: dict[str, list[Learned]] = {}
    for one in learned:
        by_subject.setdefault(subject_of(one), []).append(one)
    told = [
        line
        for about in by_subject.values()
        for line in wording.kept_words(talk, subject_title(about[0]), about, names)
    ]
    return told or wording.kept_words(talk, "", (), names)


def _line(talk: Talk) -> str:
    about = f" ({talk.about})" if talk.about else ""
    return f"{talk.pk:4d}  {wording.talk_lead(talk, today=today())}{about}"


def _warning(talk: Talk) -> list[str]:
    person, home = somebody(talk.owner, talk.contact_id), home_company(talk.owner)
    return [home_warning(person)] if home and person.company_key == home else []


def _message(talk: Talk) -> list[str]:
    """The message as it stands, to be copied."""
    return (
        ["", "Your message, to change and to send yourself:", "", *talk.message.splitlines()]
        if talk.message
        else []
    )


def _next(talk: Talk) -> list[str]:
    """The command for what usually comes next."""
    if not talk.is_open:
        return []
    if talk.asked_on or talk.meet_on:
        return ["", f"Afterwards: unrut people talked {talk.contact_id} --id {talk.pk}"]
    return ["", f"Once you sent it: unrut people ask {talk.contact_id} --id {talk.pk} --sent"]
