"""Step 3: what others answered: taken in, looked at, and corrected where our reader was wrong."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.signing import LONGEST_FILE, ChangedAnswerError, text_of
from unrut.errors import status_of
from unrut.models import StrengthAnswer
from unrut.queries.people import people_list
from unrut.queries.strengths import (
    answer_of,
    asked_of,
    giver_name,
    reading_of,
    root_of,
    self_view_of,
    signed_answers,
    waiting_of,
)
from unrut.services.strengths import TypedAnswer, correct_answer, remove_answer, take_answer, type_answer
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.people.strengths_views import strength_groups
from unrut.web.reflect.posted import posted_key
from unrut.wording import portrait as wording
from unrut.wording.strengths import taken_words, waiting_words

MOST_CHOICES = 200
TAKE, TYPE = "take", "type"
SAY, READ, REMOVE = "say", "read", "remove"


@require_http_methods(["GET", "HEAD", "POST"])
def answers_page(request: OwnedRequest) -> HttpResponse:
    """The answers with a name; posting takes one in, from a file, a text, or as it is typed."""
    if request.method != "POST":
        return _page(request)
    doing = request.POST.get("doing", "")
    if doing not in {TAKE, TYPE}:
        raise Http404
    try:
        answer = _taken(request) if doing == TAKE else _typed(request)
    except EXPECTED as error:
        told = sentence_of(error)
        held = _given(request) if isinstance(error, ChangedAnswerError) else ""
        return _page(request, sentence=str(told), held=held, status=status_of(told))
    messages.success(request, taken_words(giver_name(answer)))
    if answer.is_signed and self_view_of(request.owner) is not None:
        return redirect("people-strengths-answer", answer_id=answer.pk)
    return redirect("people-strengths-answers")


@require_http_methods(["GET", "HEAD", "POST"])
def answer_page(request: OwnedRequest, answer_id: int) -> HttpResponse:
    """One answer; posting says which strengths it speaks of, leaves that to our reader, or removes it."""
    answer = answer_of(request.owner, answer_id)
    if self_view_of(request.owner) is None:
        return redirect("people-strengths")
    if request.method != "POST":
        return _answer(request, answer)
    doing = request.POST.get("doing", "")
    if doing == REMOVE:
        remove_answer(request.owner, answer.pk)
        messages.success(request, gettext("Removed."))
        return redirect("people-strengths-answers")
    if doing not in {SAY, READ}:
        raise Http404
    try:
        said = [request.POST.getlist(name) if doing == SAY else None for name in ("seen", "warned")]
        correct_answer(request.owner, answer.pk, seen=said[0], warned=said[1])
    except EXPECTED as error:
        told = sentence_of(error)
        return _answer(request, answer, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept."))
    return redirect("people-strengths-answer", answer_id=answer.pk)


def _taken(request: OwnedRequest) -> StrengthAnswer:
    given = _given(request)
    if not given.strip():
        raise InvalidInputError(
            gettext("There is nothing to take in yet. Choose the file that came back, or paste the text.")
        )
    return take_answer(request.owner, given, take_changed="changed" in request.POST, today=today())


def _given(request: OwnedRequest) -> str:
    """What is in the file that was chosen, else in the text that was pasted, else in the file that was chosen before."""
    if upload := request.FILES.get("file"):
        upload.seek(0)
        # One byte more than there may be, so that what is too long is said to be.
        return text_of(upload.read(LONGEST_FILE + 1))
    text = request.POST.get("text", "")
    return text if text.strip() else request.POST.get("held", "")


def _typed(request: OwnedRequest) -> StrengthAnswer:
    posted = request.POST
    person = posted_key(posted.get("who", ""))
    if person is None:
        raise InvalidInputError(gettext("Say who answered: choose somebody from the list."))
    typed = TypedAnswer(
        at_best=posted.get("at_best", ""),
        come_for=posted.get("come_for", ""),
        wasted=posted.get("wasted", ""),
        may_quote="quote" in posted,
        is_signed=posted.get("signed", "yes") == "yes",
    )
    return type_answer(request.owner, person, typed, today=today())


def _page(
    request: OwnedRequest, *, sentence: str = "", held: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    answers, waiting = signed_answers(request.owner), waiting_of(request.owner)
    typed = {name: request.POST.get(name, "") for name in request.POST}
    if "file" in request.FILES:
        typed["text"] = ""  # the file was taken before it, and is so again
    context = {
        "answers": [(answer, wording.answer_from(answer)) for answer in answers],
        "waiting": waiting_words(waiting),
        "people": _choices(request, typed.get("who", "")),
        "typed": typed,
        "is_typing": typed.get("doing") == TYPE,
        "held": held,
        "has_self_view": self_view_of(request.owner) is not None,
        "sentence": sentence,
    }
    return render(request, "people/strengths_answers.html", context, status=status)


def _choices(request: OwnedRequest, chosen: str) -> list[tuple[int, str, bool]]:
    """Who may have answered: those who were asked first, then everybody there is room for; nobody who has answered."""
    asked = {root_of(each.contact): each.answered_on for each in asked_of(request.owner).invites}
    others = people_list(request.owner, rows=MOST_CHOICES).people
    names = {each.pk: each.name for each in asked} | {each.id: each.name or each.email for each in others}
    answered = {each.pk for each, day in asked.items() if day}
    return [(key, name, str(key) == chosen) for key, name in names.items() if key not in answered]


def _answer(
    request: OwnedRequest, answer: StrengthAnswer, *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    reading = reading_of(answer)
    seen, warned = ([found.strength for found in some] for some in (reading.seen, reading.wasted))
    context = {
        "answer": answer,
        "giver": giver_name(answer),
        "from_whom": wording.answer_from(answer),
        "seen": strength_groups(seen),
        "warned": strength_groups(warned),
        "is_seen": bool(seen),
        "is_warned": bool(warned),
        "is_said": answer.seen is not None or answer.warned is not None,
        "sentence": sentence,
    }
    return render(request, "people/strengths_answer.html", context, status=status)
