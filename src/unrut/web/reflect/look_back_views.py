"""The first sitting: five screens, each stored when it is left, and the last one is the first picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.explore.openings.facet_cues import HOURS_FACET
from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.reflect.look_back import BEST, TYPICAL, WORST, Band, Ground
from unrut.core.reflect.reader import NoteKind as ReadKind
from unrut.core.reflect.sittings import in_random_order
from unrut.errors import status_of
from unrut.models import SIGNS, NoteKind, Person
from unrut.queries.frame import answered_levels, present_job
from unrut.queries.look_back import Remembered, look_back_of
from unrut.services.look_back import HOURS, JobNow, save_job_now, save_look_back
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.reflect.items import facet_groups, posted_answers, posted_revision, rows_of, shown_answers
from unrut.web.reflect.posted import posted_day
from unrut.web.reflect.safety_views import Panel, panel_for
from unrut.wording import look_back as wording

SCREENS = 5
GROUNDS_SHOWN = 4
_LINES: dict[str, str] = {"good": NoteKind.LIKE, "bad": NoteKind.DISLIKE}
_LONGEST_HOURS = 3

Posted = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GroundRow:
    """A facet of the first picture with what it rests on."""

    facet: Facet
    band: str
    words: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstPictureSummary:
    """The first picture in a few lines, for pages that have too few weeks. Shown by _first_picture.html."""

    lead: str
    energy_lead: str
    doubt: str
    made_on: date


def first_picture_summary(owner: Person) -> FirstPictureSummary | None:
    """The look back in a few lines; None when there is none or nothing in it was answered."""
    found = look_back_of(owner)
    if found is None or found.told.is_empty:
        return None
    picture = found.picture
    return FirstPictureSummary(
        wording.lead(picture), wording.energy_lead(picture), wording.doubt(), found.review.answered_on
    )


@require_http_methods(["GET", "HEAD", "POST"])
def screen_page(request: OwnedRequest, screen: int) -> HttpResponse:
    """One of the screens; sending it stores it and leads to the next."""
    if screen == SCREENS:
        return redirect("look-back-result")
    if screen not in _CONTEXTS:
        raise Http404
    if request.method != "POST":
        return _screen(request, screen, {})
    try:
        _keep(request, screen)
    except EXPECTED as error:
        told = sentence_of(error)
        return _screen(request, screen, request.POST, sentence=str(told), status=status_of(told))
    if panel := panel_for(request.owner, [request.POST.get(box, "") for box in _LINES]):
        # Not by way of another address: what was recognised must be stored nowhere, not even until the next page.
        return _screen(request, screen + 1, {}, panel=panel)
    return redirect("look-back", screen=screen + 1) if screen + 1 < SCREENS else redirect("look-back-result")


@require_safe
def result_page(request: OwnedRequest) -> HttpResponse:
    """The first picture, each line of it with what it rests on."""
    found = look_back_of(request.owner)
    context: dict[str, Any] = {}
    if found is not None and not found.told.is_empty:
        hours = HOURS.get(answered_levels(request.owner).get(HOURS_FACET, -1))
        context = _picture(found) | {"job": wording.job_words(present_job(request.owner), hours)}
    return render(request, "reflect/look_back_result.html", context)


def _keep(request: OwnedRequest, screen: int) -> None:
    posted = request.POST
    if screen == 1:
        _keep_job(request.owner, posted)
        return
    answers = posted_answers(posted)
    lines = {kind: posted[name] for name, kind in _LINES.items() if name in posted}
    if answers or any(text.strip() for text in lines.values()) or posted_revision(posted):
        save_look_back(request.owner, answers, today=today(), revision=posted_revision(posted), lines=lines)


def _keep_job(owner: Person, posted: Posted) -> None:
    """Nothing is stored of a form that was left empty: every screen may be skipped."""
    written = {name: posted.get(name, "").strip() for name in ("title", "company", "started_on", "hours")}
    if not any(written.values()):
        return
    job = JobNow(
        title=written["title"],
        company=written["company"],
        started_on=posted_day(written["started_on"]),
        hours=_hours(written["hours"]),
    )
    save_job_now(owner, job, today=today())


def _hours(written: str) -> int | None:
    """The choice of hours; what is no number is no choice either, and the service says so."""
    if not written:
        return None
    is_number = written.isascii() and written.isdecimal() and len(written) <= _LONGEST_HOURS
    return int(written) if is_number else 0


def _screen(
    request: OwnedRequest,
    screen: int,
    posted: Posted,
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
    panel: Panel | None = None,
) -> HttpResponse:
    template, context_of = _CONTEXTS[screen]
    context = {
        "screen": screen,
        "screens": SCREENS,
        "before": screen - 1,
        "after": screen + 1,
        "sentence": sentence,
        "panel": panel,
        **context_of(request, posted),
    }
    return render(request, template, context, status=status)


def _job_context(request: OwnedRequest, posted: Posted) -> dict[str, Any]:
    job = present_job(request.owner)
    stored = {
        "title": job.title if job else "",
        "company": job.company if job else "",
        "started_on": job.started_on.isoformat() if job and job.started_on else "",
        "hours": str(HOURS.get(answered_levels(request.owner).get(HOURS_FACET, -1), "")),
    }
    return {"values": {**stored, **{name: posted[name] for name in stored if name in posted}}, "hours": HOURS}


def _typical_context(request: OwnedRequest, posted: Posted) -> dict[str, Any]:
    found, shown = _shown(request, posted)
    order = in_random_order(SIGNS, f"{request.owner.pk} look back")
    return {"rows": rows_of([TYPICAL + sign for sign in order], shown), "revision": _revision(found)}


def _weeks_context(request: OwnedRequest, posted: Posted) -> dict[str, Any]:
    found, shown = _shown(request, posted)
    stored = {name: "\n".join(found.texts(kind)) if found else "" for name, kind in _LINES.items()}
    return {
        "best": rows_of([BEST], shown)[0],
        "worst": rows_of([WORST], shown)[0],
        "lines": {name: posted.get(name, text) for name, text in stored.items()},
        "revision": _revision(found),
    }


def _facets_context(request: OwnedRequest, posted: Posted) -> dict[str, Any]:
    found, shown = _shown(request, posted)
    return {"groups": facet_groups(shown), "revision": _revision(found)}


_CONTEXTS: dict[int, tuple[str, Callable[[OwnedRequest, Posted], dict[str, Any]]]] = {
    1: ("reflect/look_back_job.html", _job_context),
    2: ("reflect/look_back_typical.html", _typical_context),
    3: ("reflect/look_back_weeks.html", _weeks_context),
    4: ("reflect/look_back_facets.html", _facets_context),
}


def _shown(request: OwnedRequest, posted: Posted) -> tuple[Remembered | None, dict[str, str]]:
    found = look_back_of(request.owner)
    return found, shown_answers(found.review.answers if found else {}, posted)


def _revision(found: Remembered | None) -> int:
    return found.review.revision if found else 0


def _picture(found: Remembered) -> dict[str, Any]:
    picture, texts = found.picture, {line.pk: line.text for line in found.lines}
    weighs = [_row(ground, ReadKind.DISLIKE, texts) for ground in picture.weighs]
    gives = [_row(ground, ReadKind.LIKE, texts) for ground in picture.gives]
    return {
        "found": found,
        "lead": wording.lead(picture),
        "energy_lead": wording.energy_lead(picture),
        "typical": wording.typical(picture),
        "swing": wording.swing(found.told, picture),
        "drained": wording.drained(found.told) if picture.is_drained else "",
        "doubt": wording.doubt(),
        "has_safety": any(shipped_vocabulary()[ground.facet].safety for ground in picture.weighs),
        "weighs": {"shown": weighs[:GROUNDS_SHOWN], "more": weighs[GROUNDS_SHOWN:]},
        "gives": {"shown": gives[:GROUNDS_SHOWN], "more": gives[GROUNDS_SHOWN:]},
        "answers": rows_of(found.review.answers, shown_answers(found.review.answers)),
        "good": found.texts(NoteKind.LIKE),
        "bad": found.texts(NoteKind.DISLIKE),
    }


def _row(ground: Ground, kind: ReadKind, texts: Mapping[int, str]) -> GroundRow:
    return GroundRow(
        facet=shipped_vocabulary()[ground.facet],
        band=wording.band_words(Band(ground.band)),
        words=wording.ground_words(ground, kind),
        quotes=tuple(texts[line] for line in ground.lines),
    )
