"""Step 1: what is behind it, and everything about one facet."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unrut.clock import today
from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.reflect.causes import RANKED_FROM_WEEKS, Cause
from unrut.core.reflect.resampling import LEADING, Chances
from unrut.core.reflect.shares import lately
from unrut.core.reflect.study import Closely
from unrut.queries.causes import Examined, examined
from unrut.queries.notes import NoteView
from unrut.queries.profile import profile_list
from unrut.web.access import OwnedRequest
from unrut.web.pictures import Strip, week_strip
from unrut.web.reflect.look_back_views import first_picture_summary
from unrut.web.reflect.review_views import review_summary
from unrut.web.reflect.signal_views import signal_summary
from unrut.wording import causes as wording
from unrut.wording import reflect as lines
from unrut.wording.following import follow_line, follow_lines, nothing_told
from unrut.wording.numbers import weeks_named

CAUSES_SHOWN = LEADING
QUOTES_SHOWN = 5
QUOTES_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A cause as a line of the page: words, strip and newest quotes."""

    facet: Facet
    weeks: str
    sure: str
    marks: list[str]
    strip: Strip
    quotes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class FacetSide:
    """What weighs, or what gives energy, about one facet, in full."""

    closely: Closely
    weeks: str
    strip: Strip
    sentences: list[str]
    difference: str
    following: list[str]
    change: list[str]
    quotes: "Page[NoteView]"


@require_safe
def behind_page(request: OwnedRequest) -> HttpResponse:
    """Causes in order and how sure that is, what gives energy, and what to look for and to avoid."""
    found = examined(request.owner)
    picture, study = found.study.picture, found.study
    causes = [_row(cause, found, study.chances) for cause in picture.causes]
    energies = [_row(cause, found, study.energy_chances) for cause in picture.energies]
    context = {
        "lead": lines.lead(picture),
        "energy_lead": lines.energy_lead(picture),
        "ranking_note": lines.ranking_note(picture),
        "picture": picture,
        "causes": causes[:CAUSES_SHOWN],
        "more_causes": causes[CAUSES_SHOWN:],
        "energies": energies[:CAUSES_SHOWN],
        "more_energies": energies[CAUSES_SHOWN:],
        "split_line": wording.split_line(study.split, is_ranked=picture.is_ranked),
        "beginning": wording.beginning_words(study.beginning, study.split),
        "has_safety": any(row.facet.safety for row in causes),
        "follow": _follow(found),
        "profile": profile_list(request.owner, found.read),
        **_beside(request, answered=len(picture.weeks)),
    }
    return render(request, "reflect/behind.html", context)


@require_safe
def facet_page(request: OwnedRequest, facet: str) -> HttpResponse:
    """One facet: how often and how surely, what goes with it, every dated quote, and what can be done about it."""
    vocabulary = shipped_vocabulary()
    if facet not in vocabulary:
        raise Http404
    found = examined(request.owner)
    context = {
        "facet": vocabulary[facet],
        "part": vocabulary.parts[vocabulary[facet].part],
        "cause": _side(request, found.cause(facet), found, "weighs"),
        "energy": _side(request, found.energy(facet), found, "gives"),
        "remedies": [(rated.remedy, wording.rating_words(rated.rating)) for rated in found.remedies(facet)],
    }
    return render(request, "reflect/facet.html", context)


def _beside(request: OwnedRequest, *, answered: int) -> dict[str, object]:
    """The weeks as a line, the longer look, and the look back while there are few weeks."""
    now = today()
    return {
        "signal": signal_summary(request.owner, now),
        "review": review_summary(request.owner, now),
        "first_picture": first_picture_summary(request.owner) if answered < RANKED_FROM_WEEKS else None,
    }


def _follow(found: Examined) -> str:
    """Whether what leads would follow to another job; empty while there is nothing to ask it of."""
    causes = found.study.picture.causes
    if not causes or not found.study.picture.is_ranked:
        return ""
    close = found.closely(causes[0])
    return follow_line(close.following, name=lines.cause_name(causes[0])) if close.asks_following else ""


def _row(cause: Cause, found: Examined, chances: Mapping[str, Chances]) -> CauseRow:
    sure = chances.get(cause.facet)
    recent = lately(cause.weeks, found.study.picture.weeks)
    return CauseRow(
        facet=shipped_vocabulary()[cause.facet],
        weeks=weeks_named(len(cause.weeks), cause.answered),
        sure=wording.how_sure(sure) if sure else "",
        marks=[mark for mark in (wording.lately_mark(recent), wording.weight_mark(cause)) if mark],
        strip=week_strip(found.study.picture.weeks, cause.weeks),
        quotes=tuple(found.notes[key] for key in cause.notes[:QUOTES_SHOWN]),
    )


def _side(request: OwnedRequest, cause: Cause | None, found: Examined, name: str) -> FacetSide | None:
    if cause is None:
        return None
    close = found.closely(cause)
    notes = [found.notes[key] for key in cause.notes]
    quotes = Paginator(notes, QUOTES_A_PAGE)
    return FacetSide(
        closely=close,
        weeks=weeks_named(len(cause.weeks), cause.answered),
        strip=week_strip(found.study.picture.weeks, cause.weeks),
        sentences=wording.close_words(close, notes),
        difference=wording.difference_words(close.difference),
        following=follow_lines(close.following) or [nothing_told()],
        change=wording.change_words(close.change, cause),
        quotes=quotes.get_page(request.GET.get(name)),
    )
