"""Step 3: one of the people one knows: who it is, what they could answer, the talks with them, and forgetting them."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.errors import status_of
from unrut.queries.contact_page import asked_strengths, goes_along
from unrut.queries.people import Somebody, somebody, talks_with
from unrut.queries.who import WhoView, who_for
from unrut.services.contacts import change_contact, forget_contact, part_contact, say_spoken
from unrut.web.access import OwnedRequest, back
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.people.contact_form import circle_choices, fields_of, posted_contact
from unrut.web.reflect.posted import posted_day
from unrut.wording import contacts as wording
from unrut.wording.open_questions import home_warning
from unrut.wording.people import circle_name, does_words, relation_words, relevance_words
from unrut.wording.talks import talk_lead

ANSWERS_SHOWN = 5
CHANGE, SPOKEN = "change", "spoken"


@require_http_methods(["GET", "HEAD", "POST"])
def contact_page(request: OwnedRequest, contact_id: int) -> HttpResponse:
    """Somebody; posting corrects what is known of them, or says when one spoke."""
    person = somebody(request.owner, contact_id)
    if request.method != "POST":
        is_joined = person.id != contact_id
        return redirect("people-contact", contact_id=person.id) if is_joined else _page(request, person)
    doing = request.POST.get("doing", CHANGE)
    if doing not in {CHANGE, SPOKEN}:
        raise Http404
    try:
        _keep(request, person, doing)
    except EXPECTED as error:
        told = sentence_of(error)
        typed = request.POST if doing == CHANGE else None
        return _page(request, person, typed=typed, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept."))
    return redirect("people-contact", contact_id=person.id)


@require_http_methods(["GET", "HEAD", "POST"])
def forget_page(request: OwnedRequest, contact_id: int) -> HttpResponse:
    """What goes with somebody and what stays; posting forgets them."""
    person = somebody(request.owner, contact_id)
    if request.method == "POST":
        messages.success(request, wording.forgotten_words(forget_contact(request.owner, person.id)))
        return redirect("people-list")
    along = goes_along(request.owner, person)
    context = {
        "person": person,
        "goes": wording.goes_words(person.name, along.talks, along.answers, len(person.entries)),
        "stays": wording.stays_words(person.name),
    }
    return render(request, "people/forget.html", context)


@require_POST
def part(request: OwnedRequest, contact_id: int) -> HttpResponse:
    """Take an entry that was joined apart again."""
    entry = part_contact(request.owner, contact_id)
    messages.success(request, gettext("%(name)s stands alone again.") % {"name": entry.name})
    return back(request, "people-same")


def _keep(request: OwnedRequest, person: Somebody, doing: str) -> None:
    if doing == CHANGE:
        change_contact(request.owner, person.id, posted_contact(request.POST), today=today())
    else:
        day = posted_day(request.POST.get("on", "")) or today()
        say_spoken(request.owner, person.id, on=day, today=today())


def _page(
    request: OwnedRequest,
    person: Somebody,
    *,
    typed: Mapping[str, str] | None = None,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    typed = typed or fields_of(person)
    view = who_for(request.owner, today=today())
    asked = asked_strengths(request.owner, person)
    context = {
        "person": person,
        "lead": wording.person_lead(person, today=today()),
        "circle": circle_name(person.circle),
        "past": [does_words(past) for past in person.past],
        "warning": home_warning(person) if _is_at_home(person, view) else "",
        **_answers(person, view),
        "talks": [(talk, talk_lead(talk, today=today())) for talk in talks_with(request.owner, person)],
        "strengths": wording.asked_strengths_words(asked.asked_on, asked.answered_on),
        "typed": typed,
        "circles": circle_choices(typed.get("circle", "")),
        "warmths": wording.warmth_choices(typed.get("warmth", "")),
        "is_wrong": bool(sentence) and "name" in request.POST,
        "sentence": sentence,
        "today": today(),
    }
    return render(request, "people/contact.html", context, status=status)


def _answers(person: Somebody, view: WhoView) -> dict[str, object]:
    """What they could answer, best first, and the rest folded."""
    found = [
        (
            question,
            relation_words(answerer.relation, question),
            relevance_words(answerer.relevance),
        )
        for question, answerer in view.for_person(person.id)
    ]
    chances = view.for_person(person.id)[:1]
    return {
        "answers": found[:ANSWERS_SHOWN],
        "more_answers": found[ANSWERS_SHOWN:],
        "answers_lead": wording.could_answer_words(person.name, len(found)),
        "chances": wording.chances_words(chances[0][1]) if chances else "",
        "has_questions": bool(view.questions),
    }


def _is_at_home(person: Somebody, view: WhoView) -> bool:
    return bool(view.home_company) and person.company_key == view.home_company
