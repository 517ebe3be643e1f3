"""Step 2: everything that got done, found again, told more fully, corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.core.facets import shipped_vocabulary
from unrut.core.milestones.story import Missing, Part, Question, next_question, questions_left
from unrut.errors import status_of
from unrut.importers.text_tools import safe_link
from unrut.models import Accomplishment
from unrut.queries.accomplishments import (
    FoundAccomplishment,
    accomplishment_views,
    answers_to,
    find_accomplishments,
    skill_counts,
    told_of,
)
from unrut.queries.scope import of, one
from unrut.queries.strengths import strengths_shown
from unrut.services.accomplishments import (
    Told,
    add_accomplishment,
    change_accomplishment,
    remove_accomplishment,
    say_facet,
    skills_in,
    tell_part,
)
from unrut.services.readings import keep_readings
from unrut.web.access import OwnedRequest, back, wants_part
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.reflect.posted import posted_day
from unrut.web.reflect.safety_views import Panel, panel_for
from unrut.wording import accomplishments as wording
from unrut.wording.strengths import shows_words

A_PAGE, MOST_FOUND, SKILLS_SHOWN = 50, 50, 12
DETAILS = ("figures", "known_from", "seen_by", "proof")


@dataclass(frozen=True, slots=True)
class WinRow:
    """An accomplishment in a list, and why it stands there."""

    row: Accomplishment
    why: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def wins_page(request: OwnedRequest) -> HttpResponse:
    """All of them, or those that fit a search; one more is added by posting here."""
    if request.method != "POST":
        return _list(request, {})
    text = request.POST.get("text", "")
    try:
        day = posted_day(request.POST.get("on", "")) or today()
        done = add_accomplishment(request.owner, text, on=day, today=today(), told=_told(request.POST))
    except EXPECTED as error:
        told = sentence_of(error)
        panel = panel_for(request.owner, [text], is_kept=False)
        return _list(request, request.POST, sentence=str(told), status=status_of(told), panel=panel)
    keep_readings(request.owner)
    if panel := panel_for(request.owner, [text]):
        return _list(request, {}, panel=panel)
    messages.success(request, gettext("Kept."))
    return redirect("picture-win", accomplishment_id=done.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def win_page(request: OwnedRequest, accomplishment_id: int) -> HttpResponse:
    """One accomplishment with all that is known of it; posting corrects it."""
    done = one(Accomplishment, request.owner, accomplishment_id)
    if request.method != "POST":
        return _win(request, done, {})
    try:
        change_accomplishment(
            request.owner,
            accomplishment_id,
            request.POST.get("text", ""),
            on=posted_day(request.POST.get("on", "")) or done.happened_on,
            today=today(),
            told=_told(request.POST),
        )
    except EXPECTED as error:
        told = sentence_of(error)
        return _win(request, done, request.POST, sentence=str(told), status=status_of(told))
    keep_readings(request.owner)
    messages.success(request, gettext("Saved."))
    return redirect("picture-win", accomplishment_id=accomplishment_id)


@require_POST
def tell(request: OwnedRequest, accomplishment_id: int) -> HttpResponse:
    """Answer one question about an accomplishment: a part of its story, its numbers, or who saw it."""
    question, text = _question(request.POST.get("part", "")), request.POST.get("answer", "")
    done = one(Accomplishment, request.owner, accomplishment_id)
    try:
        if isinstance(question, Part):
            tell_part(request.owner, accomplishment_id, question, text)
        else:
            _tell_detail(request, done, question, text)
    except EXPECTED as error:
        told = sentence_of(error)
        return _win(request, done, {}, sentence=str(told), status=status_of(told), asked=(question, text))
    if panel := panel_for(request.owner, [text]):
        return _win(request, one(Accomplishment, request.owner, accomplishment_id), {}, panel=panel)
    return redirect("picture-win", accomplishment_id=accomplishment_id)


@require_POST
def correct(request: OwnedRequest, accomplishment_id: int) -> HttpResponse:
    """Confirm, add or remove one facet."""
    if facet := request.POST.get("remove"):
        say_facet(request.owner, accomplishment_id, facet, holds=False)
    elif facet := request.POST.get("confirm") or request.POST.get("add"):
        say_facet(request.owner, accomplishment_id, facet, holds=True)
    if wants_part(request):
        return render(request, "milestones/_win_facets.html", _facets(request, accomplishment_id))
    return redirect("picture-win", accomplishment_id=accomplishment_id)


@require_POST
def remove(request: OwnedRequest, accomplishment_id: int) -> HttpResponse:
    """Remove an accomplishment."""
    remove_accomplishment(request.owner, accomplishment_id)
    messages.success(request, gettext("Removed."))
    return back(request, "picture-wins")


def _list(
    request: OwnedRequest,
    typed: Mapping[str, str],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
    panel: Panel | None = None,
) -> HttpResponse:
    asked = _Asked.of(request)
    rows = Paginator(_rows(request, asked), A_PAGE).get_page(request.GET.get("page"))
    skills = skill_counts(request.owner)
    context = {
        "lead": wording.list_lead(rows.paginator.count, asked.query, is_question=asked.is_question),
        "asked": asked,
        "rows": rows,
        "is_search": asked.is_search,
        "skills": skills[:SKILLS_SHOWN],
        "more_skills": skills[SKILLS_SHOWN:],
        "typed": typed,
        "sentence": sentence,
        "panel": panel,
        "today": today(),
    }
    return render(request, "milestones/wins.html", context, status=status)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for."""

    query: str
    skill: str
    since: date | None
    until: date | None
    is_question: bool

    @classmethod
    def of(cls, request: OwnedRequest) -> "_Asked":
        asked = request.GET
        return cls(
            query=asked.get("q", "").strip()[:500],
            skill=asked.get("skill", "").strip(),
            since=posted_day(asked.get("since", "")),
            until=posted_day(asked.get("until", "")),
            is_question="question" in asked,
        )

    @property
    def is_search(self) -> bool:
        """Whether anything is looked for at all."""
        return bool(self.query or self.skill or self.since or self.until)


def _rows(request: OwnedRequest, asked: _Asked) -> list[WinRow]:
    if not asked.is_search:
        return [WinRow(row) for row in of(Accomplishment, request.owner).order_by("-happened_on", "-pk")]
    if asked.is_question and asked.query:
        return [_found(found) for found in answers_to(request.owner, asked.query)]
    found = find_accomplishments(
        request.owner,
        asked.query,
        skill=asked.skill,
        since=asked.since,
        until=asked.until,
        limit=MOST_FOUND if asked.query else of(Accomplishment, request.owner).count(),
    )
    return [_found(one) for one in found]


def _found(found: FoundAccomplishment) -> WinRow:
    return WinRow(found.row, wording.why_found(found.found))


def _win(
    request: OwnedRequest,
    done: Accomplishment,
    typed: Mapping[str, str],
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
    panel: Panel | None = None,
    asked: tuple[Question | None, str] = (None, ""),
) -> HttpResponse:
    told = told_of(done)
    question = asked[0] or next_question(told)
    context = {
        "done": done,
        "source": wording.source_words(done),
        "proof_link": safe_link(done.proof),
        "question": question,
        "question_words": wording.question_words(question) if question else None,
        "answer": asked[1],
        "left": wording.questions_left(questions_left(told)),
        "parts": [(part.value, wording.part_name(part), told[part]) for part in Part],
        "strengths": shows_words(strengths_shown(request.owner, done)),
        "shows": list(done.shows.select_related("parent")),
        "typed": typed,
        "sentence": sentence,
        "panel": panel,
        "today": today(),
        **_facets(request, done.pk),
    }
    return render(request, "milestones/win.html", context, status=status)


def _facets(request: OwnedRequest, accomplishment_id: int) -> dict[str, object]:
    done = one(Accomplishment, request.owner, accomplishment_id)
    return {
        "done": done,
        "facets": accomplishment_views([done])[0].facets,
        "groups": shipped_vocabulary().by_group(),
    }


def _question(name: str) -> Question:
    """The question that is answered; a form of ours asks no other."""
    if name in list(Part):
        return Part(name)
    if name in list(Missing):
        return Missing(name)
    raise Http404


def _tell_detail(request: OwnedRequest, done: Accomplishment, question: Missing, text: str) -> None:
    stored = {detail: getattr(done, detail) for detail in DETAILS}
    told = Told(**{**stored, question.value: text}, skills=tuple(done.skills))
    change_accomplishment(request.owner, done.pk, done.text, on=done.happened_on, today=today(), told=told)


def _told(posted: Mapping[str, str]) -> Told:
    details = {detail: posted.get(detail, "") for detail in DETAILS}
    return Told(**details, skills=skills_in(posted.get("skills", "")))
