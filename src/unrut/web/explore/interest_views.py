"""Step 3: what the person is drawn to, as small projects and as a way."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import today
from unrut.core.explore.interests import InterestKind, question_of, side_projects, way_title
from unrut.core.explore.occupations.titles import TitleMatch
from unrut.core.explore.ways import WayKind
from unrut.errors import status_of
from unrut.models import Interest, Person, Way
from unrut.queries.guide import current_guide
from unrut.queries.scope import of, one
from unrut.queries.ways import key_of
from unrut.services.ways import add_interest, add_way, remove_interest
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.work_context import atlas_context
from unrut.wording.ways import interests_lead

WORK_SHOWN = 3
# Judgement: an interest is no job title, and what is less likely than this is mostly chance.
LEAST_CHANCE = 0.2


@dataclass(frozen=True, slots=True)
class InterestRow:
    """An interest, the small projects it can become, the key of the way it is already, and kinds of work near it."""

    interest: Interest
    projects: list[str]
    way: str
    work: list[TitleMatch]


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the three questions with what was answered."""

    kind: str
    question: str
    rows: list[InterestRow]
    typed: str


@require_http_methods(["GET", "HEAD", "POST"])
def interests_page(request: OwnedRequest) -> HttpResponse:
    """The three questions; posting answers one of them."""
    if request.method != "POST":
        return _page(request, {})
    try:
        add_interest(request.owner, request.POST.get("kind", ""), request.POST.get("text", ""))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept."))
    return redirect("fit-ways-interests")


@require_POST
def interest_change(request: OwnedRequest, interest_id: int) -> HttpResponse:
    """Make a way of an interest, or forget it."""
    interest = one(Interest, request.owner, interest_id)
    if "remove" in request.POST:
        remove_interest(request.owner, interest_id)
        messages.success(request, gettext("Removed. A way made of it stays."))
        return redirect("fit-ways-interests")
    title = _title(interest)
    key = _ways(request.owner).get(title)
    if key is None:
        way = add_way(request.owner, WayKind.INTEREST, title, today=today())
        key = key_of(WayKind.INTEREST, way)
        messages.success(request, gettext("It is a way now. Begin with the first evening, and see."))
    return redirect("fit-way", key=key)


def _page(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    interests = list(of(Interest, request.owner))
    rows = _rows(interests, _ways(request.owner))
    context = {
        "lead": interests_lead(len(interests)),
        "asked": [_asked(kind, rows, typed) for kind in InterestKind],
        "sentence": sentence,
        **(atlas_context() if any(row.work for row in rows) else {}),
    }
    return render(request, "explore/interests.html", context, status=status)


def _asked(kind: InterestKind, rows: list[InterestRow], typed: Mapping[str, str]) -> Asked:
    return Asked(
        kind=kind,
        question=question_of(kind),
        rows=[row for row in rows if row.interest.kind == kind],
        typed=typed.get("text", "") if typed.get("kind") == kind else "",
    )


def _rows(interests: list[Interest], ways: Mapping[str, str]) -> list[InterestRow]:
    texts = [interest.text for interest in interests]
    work = current_guide().titles.find_many(texts, most=WORK_SHOWN) if texts else []
    return [
        InterestRow(
            interest=interest,
            projects=side_projects(interest.text, InterestKind(interest.kind)),
            way=ways.get(_title(interest), ""),
            work=[match for match in found if match.chance >= LEAST_CHANCE],
        )
        for interest, found in zip(interests, work, strict=True)
    ]


def _title(interest: Interest) -> str:
    """What the interest is called as a way."""
    return way_title(interest.text, InterestKind(interest.kind)).strip()


def _ways(owner: Person) -> dict[str, str]:
    """The keys of the ways that are an interest made work, by their titles."""
    rows = of(Way, owner).filter(kind=WayKind.INTEREST)
    return {row.title: key_of(WayKind.INTEREST, row) for row in rows}
