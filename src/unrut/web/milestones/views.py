"""Step 2: the bigger picture."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.milestones.line import Kind
from unrut.queries.milestones import bigger_picture
from unrut.services.milestones import add_accomplishment, reach_milestone, remove_accomplishment
from unrut.web.access import OwnedRequest, back
from unrut.web.pictures import line_marks, line_x
from unrut.wording import milestones as wording

NEWEST_SHOWN = 8


@require_safe
def picture_page(request: OwnedRequest) -> HttpResponse:
    """Everything done, today, and the milestones ahead, on one line."""
    now = today()
    picture = bigger_picture(request.owner, today=now)
    done = list(reversed(picture.accomplishments))
    line = picture.line
    points = [point for point, _ in line.points] if line else []
    past = [point for point in reversed(points) if point.kind is not Kind.AHEAD]
    context = {
        "lead": wording.lead(picture),
        "next_sentence": wording.next_milestone(picture),
        "picture": picture,
        "today": now,
        "marks": line_marks(line) if line else (),
        "today_x": line_x(line.today) if line else 0,
        "newest": done[:NEWEST_SHOWN],
        "past": past[:NEWEST_SHOWN],
        "older": past[NEWEST_SHOWN:],
        "ahead": [point for point in points if point.kind is Kind.AHEAD],
    }
    return render(request, "milestones/picture.html", context)


@require_POST
def add(request: OwnedRequest) -> HttpResponse:
    """Write down an accomplishment by hand."""
    day = _day(request.POST.get("on", ""))
    add_accomplishment(request.owner, request.POST.get("text", ""), on=day, today=today())
    return redirect("picture")


@require_POST
def remove(request: OwnedRequest, accomplishment_id: int) -> HttpResponse:
    """Remove an accomplishment."""
    remove_accomplishment(request.owner, accomplishment_id)
    return redirect("picture")


@require_POST
def reach(request: OwnedRequest, milestone_id: int) -> HttpResponse:
    """Mark a milestone as reached today, or as not reached after all."""
    reach_milestone(request.owner, milestone_id, on=today() if "reached" in request.POST else None)
    return back(request, "picture")


def _day(written: str) -> date:
    """The day written in the form; today when none was."""
    if not written:
        return today()
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise InvalidInputError(f'"{written}" is not a day. Write it like 2026-11-20.') from error
