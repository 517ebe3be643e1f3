"""Step 3: what is missing for a kind of work, and the way from there into the plan."""

from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from unrut.clock import today
from unrut.core.explore.occupations.gaps import Gap, Have
from unrut.core.explore.occupations.licences import RULES_DIFFER
from unrut.core.explore.ways import WayKind
from unrut.errors import status_of
from unrut.queries.occupation_page import OccupationPage
from unrut.queries.plan import current_goal
from unrut.queries.ways import key_of
from unrut.services.occupations import make_gaps_steps
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.work_context import atlas_context
from unrut.web.explore.work_page_views import looked_at
from unrut.web.people.here import people_doing
from unrut.wording import gaps as wording
from unrut.wording.occupations import zone_words

CHOSEN = "gap"


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something that is missing: how much, how it is closed, and whether it is ticked."""

    gap: Gap
    levels: str
    closing: str
    ground: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class HaveRow:
    """Something that is there, and what that rests on."""

    have: Have
    levels: str
    ground: str


@require_http_methods(["GET", "HEAD", "POST"])
def gap_page(request: OwnedRequest, code: str) -> HttpResponse:
    """What one has and what is missing; posting puts the first steps of what is ticked into the plan."""
    if request.method != "POST":
        return _page(request, looked_at(request, code))
    chosen = request.POST.getlist(CHOSEN)
    try:
        steps = make_gaps_steps(request.owner, code, chosen, today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        page = looked_at(request, code)
        return _page(request, page, chosen=chosen, sentence=str(told), status=status_of(told))
    messages.success(request, wording.put_into_plan(len(steps)))
    return redirect("plan")


def _page(
    request: OwnedRequest,
    page: OccupationPage,
    *,
    chosen: Collection[str] = (),
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "page": page,
        "lead": wording.card_lead(page.gaps, page.title, is_known=page.judged.standpoint.is_known),
        "note": wording.card_note(page.gaps),
        "missing": [_gap_row(page, gap, chosen) for gap in page.weightiest],
        "lesser": [wording.gap_line(gap) for gap in page.lesser],
        "lesser_count": wording.lesser_count(len(page.lesser)),
        "have": [_have_row(page, have) for have in page.gaps.have],
        "have_count": wording.have_count(len(page.gaps.have)),
        "goal_query": f"?option={key_of(WayKind(page.way.kind), page.way)}" if page.way else "",
        "has_goal": current_goal(request.owner) is not None,
        **_study(page),
        **people_doing(request.owner, page.code),
        **atlas_context(),
        "sentence": sentence,
    }
    return render(request, "explore/work_gap.html", context, status=status)


def _gap_row(page: OccupationPage, gap: Gap, chosen: Collection[str]) -> GapRow:
    return GapRow(
        gap=gap,
        levels=wording.gap_words(gap),
        closing=wording.closing_words(gap),
        ground=_ground(page, gap) if gap.is_own else "",
        is_chosen=gap.element in chosen,
    )


def _have_row(page: OccupationPage, have: Have) -> HaveRow:
    return HaveRow(have, wording.have_words(have), _ground(page, have))


def _ground(page: OccupationPage, row: Have | Gap) -> str:
    at = page.judged.standpoint
    return wording.ground_words(row, at.evidence, [home.job.title for home in at.known_homes])


def _study(page: OccupationPage) -> dict[str, object]:
    """How others enter, whether one has to study for it, and what costs less."""
    entering, study = page.entering, page.study
    education = page.judged.standpoint.background.education
    is_asked = entering is not None and bool(entering.education)
    schooling = wording.schooling_sentence(entering)
    ways_in = wording.entering_sentences(entering, zone_words(page.ranked.zone))
    stated = [(opening.title, opening.education) for opening in page.openings if opening.education]
    return {
        "entering": [sentence for sentence in (schooling, *ways_in) if sentence],
        "study": wording.study_sentences(study, education=education, is_asked=is_asked),
        "asks_education": is_asked and education is None,
        "stated": wording.openings_sentence(stated),
        "cheaper": study.cheaper if study else (),
        "licence": wording.licence_sentences(page.licence),
        "rules_differ": RULES_DIFFER,
        "can_study": study is not None and study.is_needed,
        "study_kind": WayKind.STUDY_PART.value,
    }
