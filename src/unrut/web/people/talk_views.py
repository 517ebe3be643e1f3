"""Step 3: talks with people one knows: prepared, asked for, held, and what was learned in them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unrut.clock import now, today
from unrut.core.errors import InvalidInputError
from unrut.errors import status_of
from unrut.exporters.talk_calendar import talk_calendar
from unrut.models import Learned, Person, Talk
from unrut.queries.frame import frame_of
from unrut.queries.people import has_people, somebody, talk_of, talks_of
from unrut.queries.plan import current_goal
from unrut.queries.scope import of, one
from unrut.queries.talk_subjects import TalkSubject, known_level, own_names, subject_of
from unrut.queries.who import home_company
from unrut.services.talks import MOST_QUESTIONS, finish_talk, forget_learned, write_talk
from unrut.web.access import OwnedRequest, back
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.people.subjects import learned_lines, subject_address
from unrut.web.people.talk_changes import CHANGES, prepared
from unrut.web.people.talk_form import DoneForm, is_about, posted_talk, stored_form, typed_form
from unrut.web.reflect.posted import posted_day, posted_key
from unrut.wording import talks as wording
from unrut.wording.explore import level_words, source_words
from unrut.wording.open_questions import home_warning
from unrut.wording.people import circle_name, does_words, spoken_words

Typed = Mapping[str, str]


@require_safe
def talks_page(request: OwnedRequest) -> HttpResponse:
    """Talks that are ahead, and those that were."""
    talks = talks_of(request.owner)
    context = {
        "lead": wording.talks_lead(talks),
        "asked": wording.asked_sentence(talks),
        "ahead": [(talk, wording.talk_lead(talk, today=today())) for talk in talks.ahead],
        "done": [(talk, wording.talk_lead(talk, today=today())) for talk in talks.done],
        "has_people": has_people(request.owner),
    }
    return render(request, "people/talks.html", context)


@require_POST
def add(request: OwnedRequest) -> HttpResponse:
    """Begin a talk with somebody about an open question, or about nothing yet; three questions and a message are proposed."""
    key = posted_key(request.POST.get("contact", ""))
    if key is None:
        raise InvalidInputError(gettext("Nobody is chosen. Go back and choose whom you want to talk to."))
    person = somebody(request.owner, key)
    talk = prepared(request.owner, person, request.POST.get("question", ""))
    return redirect("people-talk", talk_id=talk.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def talk_page(request: OwnedRequest, talk_id: int) -> HttpResponse:
    """A talk; posting keeps its questions and its message as they were written."""
    talk = talk_of(request.owner, talk_id)
    if request.method != "POST":
        return _talk(request, talk)
    typed = {name: request.POST.get(name, "") for name in (*_question_names(), "message")}
    try:
        questions = [typed[name] for name in _question_names()]
        write_talk(request.owner, talk_id, questions=questions, message=typed["message"])
    except EXPECTED as error:
        return _talk(request, talk, typed, error=error)
    messages.success(request, gettext("Kept."))
    return redirect("people-talk", talk_id=talk_id)


@require_POST
def change(request: OwnedRequest, talk_id: int, change: str) -> HttpResponse:
    """Say how far it is: sent, answered, not answered, when both meet; or remove it."""
    talk = talk_of(request.owner, talk_id)
    doing = CHANGES.get(change)
    if doing is None:
        raise Http404
    try:
        told = doing(request.owner, talk, request.POST)
    except EXPECTED as error:
        return _talk(request, talk, {**request.POST.dict(), "changed": change}, error=error)
    messages.success(request, told)
    return redirect("people-talks") if change == "remove" else redirect("people-talk", talk_id=talk_id)


@require_http_methods(["GET", "HEAD", "POST"])
def done_page(request: OwnedRequest, talk_id: int) -> HttpResponse:
    """What came of a talk: notes, what was learned, and what follows."""
    talk = talk_of(request.owner, talk_id)
    subject, frame = subject_of(request.owner, talk.question), frame_of(request.owner)
    if request.method != "POST":
        on = talk.talked_on or min(talk.meet_on or today(), today())
        return _done(request, talk, subject, stored_form(talk, subject, frame, on=on.isoformat()))
    form = typed_form(request.POST, subject, frame)
    if "add-facet" in request.POST:
        return _done(request, talk, subject, form)
    try:
        told = posted_talk(request.POST, talk, subject)
        on = posted_day(request.POST.get("on", "")) or today()
        finished = finish_talk(request.owner, talk_id, told, on=on, today=today())
    except EXPECTED as error:
        return _done(request, talk, subject, form, error=error)
    for words in _kept(finished, subject, is_wished=told.thank or bool(told.follow_up.strip())):
        messages.success(request, words)
    return redirect("people-talk", talk_id=talk_id)


@require_safe
def reminder(request: OwnedRequest, talk_id: int) -> HttpResponse:
    """The meeting as a calendar file."""
    content = talk_calendar(talk_of(request.owner, talk_id), made_at=now(), neutral="neutral" in request.GET)
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="talk.ics"'},
    )


@require_POST
def forget(request: OwnedRequest, learned_id: int) -> HttpResponse:
    """Take back something that was learned."""
    one(Learned, request.owner, learned_id)
    forget_learned(request.owner, learned_id)
    messages.success(request, gettext("Forgotten: it counts nowhere any more."))
    return back(request, "people-talks")


def _question_names() -> list[str]:
    return [f"question-{place}" for place in range(1, MOST_QUESTIONS + 1)]


def _talk(
    request: OwnedRequest, talk: Talk, typed: Typed | None = None, *, error: Exception | None = None
) -> HttpResponse:
    told = sentence_of(error) if error else None
    subject = subject_of(request.owner, talk.question)
    context = {
        "talk": talk,
        "lead": wording.talk_lead(talk, today=today()),
        "fields": _written(talk, typed or {}),
        "typed": {"on": today().isoformat(), **_meeting(talk), **(typed or {})},
        "events": wording.talk_events(talk),
        "learned": learned_lines(list(talk.learned.all()), own_names(request.owner)),
        "steps": list(talk.steps.all()),
        **_person(request.owner, talk),
        **_about(request.owner, talk, subject),
        "is_rewritten": "message" in (typed or {}),
        "sentence": str(told) if told else "",
    }
    return render(request, "people/talk.html", context, status=status_of(told) if told else HTTPStatus.OK)


def _written(talk: Talk, typed: Typed) -> dict[str, Any]:
    """The questions and the message as they stand, or as they were just typed."""
    stored = [*talk.questions, *[""] * MOST_QUESTIONS]
    return {
        "questions": [(name, typed.get(name, stored[place])) for place, name in enumerate(_question_names())],
        "message": typed.get("message", talk.message),
    }


def _meeting(talk: Talk) -> dict[str, str]:
    return {
        "day": talk.meet_on.isoformat() if talk.meet_on else "",
        "at": talk.meet_at.isoformat("minutes") if talk.meet_at else "",
    }


def _person(owner: Person, talk: Talk) -> dict[str, Any]:
    """Whom one talks to, and how one knows them."""
    person, home = somebody(owner, talk.contact_id), home_company(owner)
    return {
        "person": person,
        "circle": circle_name(person.circle),
        "does": does_words(person),
        "spoken": spoken_words(person.last_on, today=today()),
        "warning": home_warning(person) if home and person.company_key == home else "",
    }


def _about(owner: Person, talk: Talk, subject: TalkSubject | None) -> dict[str, Any]:
    """What is asked about, and what is known of it by now."""
    if subject is None:
        return {"about": talk.about}
    level = known_level(owner, subject)
    return {
        "about": subject.title,
        "address": subject_address(subject.key),
        "facet": wording.facet_words(subject.facet, own_names(owner)) if subject.facet else "",
        "known": level_words(subject.facet, level) if subject.facet else "",
        "source": source_words(level) if level.is_known else "",
    }


def _done(
    request: OwnedRequest,
    talk: Talk,
    subject: TalkSubject | None,
    form: DoneForm,
    *,
    error: Exception | None = None,
) -> HttpResponse:
    told = sentence_of(error) if error else None
    context = {
        "talk": talk,
        "subject": subject,
        "form": form,
        "has_goal": current_goal(request.owner) is not None,
        "sentence": str(told) if told else "",
    }
    status = status_of(told) if told else HTTPStatus.OK
    return render(request, "people/talk_done.html", context, status=status)


def _kept(talk: Talk, subject: TalkSubject | None, *, is_wished: bool) -> list[str]:
    """What changed by it."""
    owner = talk.owner
    learned = [one for one in of(Learned, owner).filter(talk=talk) if subject and is_about(one, subject)]
    title = subject.title if subject else ""
    steps = wording.steps_words(
        talk.steps.count(), wished=is_wished, has_goal=current_goal(owner) is not None
    )
    return [*wording.kept_words(talk, title, learned, own_names(owner)), *([steps] if steps else [])]
