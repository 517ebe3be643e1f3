"""Step 3: the one a person decides with: what they want of the same criteria, and how the options look to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.clock import today
from unrut.core.explore.criteria import want_name
from unrut.core.explore.levels import MIDDLE
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.errors import status_of
from unrut.models import Person
from unrut.queries.frame import frame_of
from unrut.queries.partners import PartnerOption, PartnerView, partner_answers, partner_of, partner_view
from unrut.services.partners import PartnerAnswer, forget_partner, save_partner
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.posted_numbers import posted_level
from unrut.wording import partners as wording
from unrut.wording.explore import option_name
from unrut.wording.wants import improvement, level_choices

OPENINGS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A criterion with what the partner wants and needs of it, as stored or as typed; `is_most` where less is better."""

    facet: str
    name: str
    change: str
    choices: list[tuple[str, str]]
    is_most: bool
    weight: str
    least: str


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """An option as the partner sees it, in words."""

    key: str
    name: str
    fit: str
    broken: str
    unknown: str

    @property
    def told(self) -> list[str]:
        """All there is to tell, a sentence each."""
        return [words for words in (self.fit, self.broken, self.unknown) if words]


@require_http_methods(["GET", "HEAD", "POST"])
def partner_page(request: OwnedRequest) -> HttpResponse:
    """What the partner wants; posting keeps it all anew, or decides alone again."""
    if request.method != "POST":
        return _page(request, _stored(request.owner))
    if "alone" in request.POST:
        forget_partner(request.owner)
        messages.success(request, gettext("Forgotten. You decide alone again."))
        return redirect("fit-wants")
    try:
        save_partner(request.owner, request.POST.get("name", ""), _posted(request))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST.dict(), sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept."))
    return redirect("fit-wants-partner")


def partner_line(each: PartnerOption, view: PartnerView) -> PartnerLine:
    """An option as the partner sees it."""
    return PartnerLine(
        key=each.option.key,
        name=option_name(each.option),
        fit=wording.fit_words(each, view.partner),
        broken=wording.broken_words(each),
        unknown=wording.unknown_words(each),
    )


def _page(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    frame = frame_of(request.owner)
    view = partner_view(request.owner, today=today(), most_openings=OPENINGS_SHOWN)
    context = {
        "lead": wording.lead(view),
        "partner": view.partner if view else None,
        "lines": [partner_line(each, view) for each in view.options] if view else [],
        "rows": [] if frame.are_wants_proposed else [_row(want, typed) for want in frame.wants],
        "typed": typed,
        "sentence": sentence,
    }
    return render(request, "explore/wants_partner.html", context, status=status)


def _stored(owner: Person) -> dict[str, str]:
    """What the partner said, as the form would have sent it."""
    partner = partner_of(owner)
    stored = {"name": partner.name if partner else ""}
    for facet, row in partner_answers(owner).items():
        stored[f"weight-{facet}"] = str(row.weight)
        stored[f"least-{facet}"] = "" if row.least is None else str(row.least)
    return stored


def _row(want: Want, typed: Mapping[str, str]) -> PartnerRow:
    return PartnerRow(
        facet=want.facet,
        name=want_name(want, shipped_vocabulary()),
        change=improvement(want),
        choices=level_choices(want.facet),
        is_most=want.wanted < MIDDLE,
        weight=typed.get(f"weight-{want.facet}", "0"),
        least=typed.get(f"least-{want.facet}", ""),
    )


def _posted(request: OwnedRequest) -> dict[str, PartnerAnswer]:
    """What was answered of the criteria the form showed."""
    posted = request.POST
    return {
        want.facet: PartnerAnswer(
            weight=posted_level(posted[f"weight-{want.facet}"], want_name(want, shipped_vocabulary())) or 0,
            least=posted_level(posted.get(f"least-{want.facet}", ""), want_name(want, shipped_vocabulary())),
        )
        for want in frame_of(request.owner).wants
        if f"weight-{want.facet}" in posted
    }
