"""Step 2: a point ahead: what would have to be true for it, what is true already, and what stands in between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.milestones.contrast import Answer, next_answer, place_of
from unrut.core.milestones.ladders import NONE_OF_THEM, Size, nearest_size, shipped_ladders
from unrut.errors import status_of
from unrut.models import Accomplishment, Milestone, Person
from unrut.queries.milestones import PointAhead, RungView, point_of, points_ahead, proposed_for
from unrut.queries.scope import one
from unrut.services.milestones import (
    SHARES,
    ToldMilestone,
    ToldRung,
    add_rung,
    answer_contrast,
    change_milestone,
    change_rung,
    move_rung,
    remove_milestone,
    set_milestone,
    show_by,
    show_no_more,
    split_rung,
)
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.reflect.posted import posted_day, posted_key
from unrut.web.reflect.safety_views import Panel, panel_for
from unrut.wording import accomplishments as win_wording
from unrut.wording import milestones as wording


@dataclass(frozen=True, slots=True)
class ShownRung:
    """A rung with its sentences, what could show it, and its form."""

    rung: RungView
    when: str
    hint: str
    proposed: tuple[tuple[Accomplishment, str], ...]
    size: Size


@require_http_methods(["GET", "HEAD", "POST"])
def set_page(request: OwnedRequest) -> HttpResponse:
    """Set a point ahead, with a ladder to begin with, or with expectations pasted in."""
    if request.method != "POST":
        return _set_form(request, {})
    posted = request.POST
    try:
        milestone = set_milestone(
            request.owner,
            _told(posted),
            today=today(),
            ladder=posted.get("ladder", ""),
            expectations=posted.get("expectations", "").splitlines(),
        )
    except EXPECTED as error:
        told = sentence_of(error)
        return _set_form(request, posted, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Your milestone is set. Four short questions make it likelier."))
    return redirect("picture-contrast", milestone_id=milestone.pk, place=1)


@require_http_methods(["GET", "HEAD", "POST"])
def milestone_page(request: OwnedRequest, milestone_id: int) -> HttpResponse:
    """A point ahead with its rungs; posting corrects its name, its test and its day."""
    milestone = one(Milestone, request.owner, milestone_id)
    if milestone.goal_id is not None:
        return redirect("plan")
    if milestone.parent_id is not None:
        return redirect("picture-milestone", milestone_id=milestone.parent_id)
    if request.method != "POST":
        return _page(request, milestone)
    return _done(
        request,
        milestone,
        lambda owner: change_milestone(owner, milestone.pk, _told(request.POST), today=today()),
        gettext("Saved."),
    )


@require_POST
def remove(request: OwnedRequest, milestone_id: int) -> HttpResponse:
    """Remove a point ahead or a rung; accomplishments stay."""
    removed = remove_milestone(request.owner, milestone_id)
    messages.success(request, gettext("Removed. What you got done stays."))
    if removed.parent_id is not None:
        return redirect("picture-milestone", milestone_id=removed.parent_id)
    return redirect("picture")


@require_POST
def rung_add(request: OwnedRequest, milestone_id: int) -> HttpResponse:
    """Say one more thing that would have to be true."""
    milestone = one(Milestone, request.owner, milestone_id)
    return _done(
        request,
        milestone,
        lambda owner: add_rung(owner, milestone.pk, _told_rung(request.POST), today=today()),
        gettext("Added as the last rung."),
    )


@require_POST
def rung_change(request: OwnedRequest, milestone_id: int, change: str) -> HttpResponse:
    """Correct, move or split a rung, or say what shows it, or no longer does."""
    rung = one(Milestone, request.owner, milestone_id)
    posted = request.POST
    changes: dict[str, Callable[[Person], object]] = {
        "words": lambda owner: change_rung(owner, rung.pk, _told_rung(posted), today=today()),
        "up": lambda owner: move_rung(owner, rung.pk, up=True),
        "down": lambda owner: move_rung(owner, rung.pk, up=False),
        "split": lambda owner: split_rung(
            owner, rung.pk, posted.get("parts", "").splitlines(), today=today()
        ),
        "show": lambda owner: show_by(owner, rung.pk, [_number(posted.get("by", ""))]),
        "unshow": lambda owner: show_no_more(owner, rung.pk, _number(posted.get("by", ""))),
    }
    if change not in changes or rung.parent is None:
        raise Http404
    return _done(request, rung.parent, changes[change], gettext("Saved."), anchor=f"#rung-{rung.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def contrast_page(request: OwnedRequest, milestone_id: int, place: int) -> HttpResponse:
    """One of the four questions; each answer leads to the next, and all of them may be left out."""
    milestone = one(Milestone, request.owner, milestone_id)
    if milestone.goal_id is not None or milestone.parent_id is not None:
        return redirect("picture-milestone", milestone_id=milestone_id)
    questions = list(Answer)
    if not 1 <= place <= len(questions):
        raise Http404
    question = questions[place - 1]
    if request.method != "POST":
        return _contrast(request, milestone, question)
    text = request.POST.get("answer", "")
    try:
        milestone = answer_contrast(request.owner, milestone_id, question, text)
    except EXPECTED as error:
        told = sentence_of(error)
        return _contrast(request, milestone, question, sentence=str(told), typed=text, status=status_of(told))
    # What was recognised must be stored nowhere, not even until the next page: no other address is called on.
    panel = panel_for(request.owner, [text])
    is_last = place == len(questions)
    if not panel:
        return _next_question(request, milestone, place)
    if is_last:
        return _page(request, milestone, panel=panel)
    return _contrast(request, milestone, questions[place], panel=panel)


def _next_question(request: OwnedRequest, milestone: Milestone, place: int) -> HttpResponse:
    if place < len(Answer):
        return redirect("picture-contrast", milestone_id=milestone.pk, place=place + 1)
    messages.success(request, wording.contrast_done())
    return redirect("picture-milestone", milestone_id=milestone.pk)


def _set_form(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "ladders": list(shipped_ladders().values()),
        "chosen": typed.get("ladder", NONE_OF_THEM),
        "typed": typed,
        "sentence": sentence,
        "today": today(),
    }
    return render(request, "milestones/set.html", context, status=status)


def _done(
    request: OwnedRequest,
    milestone: Milestone,
    change: Callable[[Person], object],
    sentence: str,
    *,
    anchor: str = "",
) -> HttpResponse:
    """Make a change and show the page anew; what cannot be done is said on it."""
    try:
        change(request.owner)
    except InvalidInputError as error:
        return _page(request, milestone, sentence=str(error), status=status_of(error))
    messages.success(request, sentence)
    response = redirect("picture-milestone", milestone_id=milestone.pk)
    response["Location"] += anchor
    return response


def _page(
    request: OwnedRequest,
    milestone: Milestone,
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
    panel: Panel | None = None,
) -> HttpResponse:
    now = today()
    point = point_of(request.owner, milestone, today=now)
    others = [other for other in points_ahead(request.owner, today=now) if other.key != point.key]
    answers = {answer.value: getattr(milestone, answer) for answer in Answer}
    question = next_answer(answers)
    context = {
        "point": point,
        "milestone": milestone,
        "when": wording.when(point),
        "ground": wording.ground(point),
        "chance": wording.chance_by(point),
        "beside": wording.beside(point, others),
        "so_far": wording.so_far(point),
        "rungs": [_shown(rung, point) for rung in _with_proposals(request.owner, point)],
        "nearer": wording.nearer(point),
        "answers": [(answer.value, wording.answer_name(answer), answers[answer]) for answer in Answer],
        "has_answers": any(answers.values()),
        "question_place": place_of(question) if question else None,
        "sizes": [(size.value, wording.size_name(size)) for size in Size],
        "shares": [(share, wording.share_name(share)) for share in SHARES],
        "sentence": sentence,
        "panel": panel,
        "today": now,
    }
    return render(request, "milestones/milestone.html", context, status=status)


Proposals = tuple[tuple[Accomplishment, str], ...]


def _with_proposals(owner: Person, point: PointAhead) -> list[tuple[RungView, Proposals]]:
    """Each rung with the accomplishments that may show it and were not linked yet."""
    found = proposed_for(owner, point)
    return [
        (rung, tuple((one.row, win_wording.why_found(one.found)) for one in found.get(rung.milestone.pk, ())))
        for rung in point.rungs
    ]


def _shown(pair: tuple[RungView, Proposals], point: PointAhead) -> ShownRung:
    rung, proposed = pair
    return ShownRung(
        rung=rung,
        when=wording.rung_when(rung, point),
        hint=wording.rung_hint(rung, point),
        proposed=proposed,
        size=nearest_size(rung.milestone.size or Size.MEDIUM.sittings),
    )


def _contrast(
    request: OwnedRequest,
    milestone: Milestone,
    question: Answer,
    *,
    sentence: str = "",
    typed: str | None = None,
    status: int = HTTPStatus.OK,
    panel: Panel | None = None,
) -> HttpResponse:
    following = point_of(request.owner, milestone, today=today()).next
    context = {
        "milestone": milestone,
        "question": question,
        "place": place_of(question),
        "all": len(Answer),
        "words": wording.contrast_question(question, milestone, following),
        "answer": getattr(milestone, question) if typed is None else typed,
        "before": [
            (wording.answer_name(answer), getattr(milestone, answer))
            for answer in Answer
            if place_of(answer) < place_of(question) and getattr(milestone, answer)
        ],
        "sentence": sentence,
        "panel": panel,
    }
    return render(request, "milestones/contrast.html", context, status=status)


def _told(posted: Mapping[str, str]) -> ToldMilestone:
    return ToldMilestone(
        name=posted.get("name", ""), test=posted.get("test", ""), due_on=posted_day(posted.get("due_on", ""))
    )


def _told_rung(posted: Mapping[str, str]) -> ToldRung:
    return ToldRung(
        name=posted.get("name", ""),
        test=posted.get("test", ""),
        size=_size(posted.get("size", Size.MEDIUM)),
        done_share=_number(posted.get("done_share", "0")),
        earliest_on=posted_day(posted.get("earliest_on", "")),
    )


def _size(written: str) -> int:
    return Size(written).sittings if written in list(Size) else _number(written)


def _number(written: str) -> int:
    """A number a form must give."""
    found = posted_key(written)
    if found is None:
        raise InvalidInputError("Something was not chosen. Go back and choose again.")
    return found
