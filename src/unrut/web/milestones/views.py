"""Step 2: the bigger picture."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from unrut.clock import today
from unrut.core.milestones.life import Zoom
from unrut.queries.milestones import BiggerPicture, PointAhead, bigger_picture
from unrut.queries.right_win import right_win
from unrut.services.accomplishments import refuse
from unrut.services.milestones import reach_milestone
from unrut.web.access import OwnedRequest, back
from unrut.web.milestones.life_drawing import Drawing, draw, drawing_file, shown_window
from unrut.web.reflect.posted import posted_day
from unrut.wording import milestones as wording
from unrut.wording import right_win as right_wording

POINTS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point ahead in a few lines."""

    point: PointAhead
    when: str
    ground: str
    next: str
    so_far: str


@require_safe
def picture_page(request: OwnedRequest) -> HttpResponse:
    """Everything done, today, and the milestones ahead, on one line; from a whole life to a quarter."""
    now = today()
    picture = bigger_picture(request.owner, today=now)
    drawing = _drawing(request, picture, now)
    rows = [_row(point) for point in picture.points]
    shown = right_win(request.owner, today=now)
    context = {
        "lead": wording.lead(picture),
        "next_sentence": wording.next_milestone(picture),
        "picture": picture,
        "today": now,
        "points": rows[:POINTS_SHOWN],
        "more_points": rows[POINTS_SHOWN:],
        "drawing": drawing,
        "right": shown,
        "right_lead": right_wording.lead(shown) if shown else "",
        "right_why": right_wording.why(shown) if shown else "",
    }
    return render(request, "milestones/picture.html", context)


@require_safe
def picture_file(request: OwnedRequest, form: str) -> HttpResponse:
    """The line as a file: SVG, PNG or PDF."""
    now = today()
    picture = bigger_picture(request.owner, today=now)
    drawing = _drawing(request, picture, now)
    if drawing is None:
        raise Http404
    content, content_type = drawing_file(drawing, form, is_narrow="narrow" in request.GET)
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="bigger-picture.{form}"'},
    )


@require_POST
def not_helpful(request: OwnedRequest, accomplishment_id: int) -> HttpResponse:
    """Say that an accomplishment did not help against a worry."""
    refuse(request.owner, accomplishment_id, request.POST.getlist("facet"), today=today())
    return back(request, "picture")


@require_POST
def reach(request: OwnedRequest, milestone_id: int) -> HttpResponse:
    """Mark a milestone as reached today, or as not reached after all."""
    now = today()
    reach_milestone(request.owner, milestone_id, on=now if "reached" in request.POST else None, today=now)
    return back(request, "picture")


def _drawing(request: OwnedRequest, picture: BiggerPicture, now: date) -> Drawing | None:
    if picture.life.is_empty:
        return None
    zoom = request.GET.get("zoom", Zoom.LIFE)
    if zoom not in list(Zoom):
        raise Http404
    window = shown_window(picture.life, Zoom(zoom), posted_day(request.GET.get("from", "")), today=now)
    return draw(picture.life, window, today=now)


def _row(point: PointAhead) -> PointRow:
    return PointRow(
        point=point,
        when=wording.when(point),
        ground=wording.ground(point),
        next=wording.next_rung(point),
        so_far=wording.so_far(point),
    )
