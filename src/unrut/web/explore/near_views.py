"""Step 3: the map of kinds of work, walked from one to the next."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from unrut.core.explore.occupations.near_map import near_map
from unrut.core.explore.occupations.reach import Verdict
from unrut.core.explore.occupations.skill_words import plain_names
from unrut.queries.occupation_page import OccupationPage
from unrut.web.access import OwnedRequest
from unrut.web.explore.work_context import atlas_context
from unrut.web.explore.work_page_views import looked_at
from unrut.web.pictures_near import PLAIN, YOU, NearSpot, near_picture, near_picture_phone
from unrut.wording import occupation_page as wording
from unrut.wording.numbers import listed
from unrut.wording.occupations import verdict_words


@dataclass(frozen=True, slots=True)
class NearRow:
    """A kind of work near the one in the middle, in words; `look` is how its point is drawn."""

    row: int
    code: str
    title: str
    nearness: float
    near: str
    shared: str
    verdict: str
    look: str


@require_safe
def near_page(request: OwnedRequest, code: str) -> HttpResponse:
    """A kind of work in the middle, what is near around it, and where the person is."""
    page = looked_at(request, code)
    rows = _rows(page)
    spots = _spots(page, rows)
    present = page.judged.standpoint.present
    context = {
        "page": page,
        "lead": wording.near_lead(page),
        "rows": rows,
        "pictures": [
            ("only-wide", near_picture(page.title, spots)),
            ("only-phone", near_picture_phone(page.title, spots)),
        ],
        "own_code": page.judged.atlas.codes[present.row] if present and present.row is not None else "",
        "is_measured": page.judged.standpoint.is_known,
        **atlas_context(),
    }
    return render(request, "explore/work_near.html", context)


def _rows(page: OccupationPage) -> list[NearRow]:
    """The nearest, and one's own kind of work if it is none of them."""
    present = page.judged.standpoint.present
    own = present.row if present else None
    rows = [
        _near_row(page, neighbour.row, neighbour.nearness, neighbour.shared, is_own=neighbour.row == own)
        for neighbour in page.near
    ]
    if own is None or own == page.row or any(row.row == own for row in rows):
        return rows
    nearness = float(page.judged.guide.neighbourhood.nearness(page.row)[own])
    return [*rows, _near_row(page, own, nearness, (), is_own=True)]


def _near_row(
    page: OccupationPage, row: int, nearness: float, shared: tuple[str, ...], *, is_own: bool
) -> NearRow:
    atlas, verdict = page.judged.atlas, page.judged.reaches.of(row).verdict
    return NearRow(
        row=row,
        code=atlas.codes[row],
        title=atlas.titles[row],
        nearness=nearness,
        near=wording.near_words(nearness),
        shared=listed(plain_names(shared)),
        verdict=_verdict_words(page, verdict, is_own=is_own),
        look=_look(page, verdict, is_own=is_own),
    )


def _verdict_words(page: OccupationPage, verdict: Verdict, *, is_own: bool) -> str:
    """How far it is; "" while it is not known where the person stands."""
    if is_own:
        return gettext("Your work now")
    return verdict_words(verdict) if page.judged.standpoint.is_known else ""


def _look(page: OccupationPage, verdict: Verdict, *, is_own: bool) -> str:
    if is_own:
        return YOU
    return verdict.value if page.judged.standpoint.is_known else PLAIN


def _spots(page: OccupationPage, rows: list[NearRow]) -> list[NearSpot]:
    """The same with their places: alike ones side by side, and one's own work at the rim at most."""
    places = [row.row for row in rows]
    neighbourhood = page.judged.guide.neighbourhood
    alike = [neighbourhood.nearness(row)[places] for row in places]
    least = min((neighbour.nearness for neighbour in page.near), default=0.0)
    drawn = near_map([max(row.nearness, least) for row in rows], alike)
    return [
        NearSpot(row.code, row.title, row.verdict.lower(), row.look, place)
        for row, place in zip(rows, drawn, strict=True)
    ]
