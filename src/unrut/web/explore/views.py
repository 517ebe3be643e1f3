"""Step 3: what would fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.wants import Want
from unrut.core.facets import Facet, shipped_vocabulary
from unrut.models import Opening
from unrut.queries.explore import OPENING, RankedOption, opening_key, ranking
from unrut.queries.frame import PRESENT, TREATED, answered_levels, present_job, wants_of
from unrut.queries.partners import partner_view
from unrut.queries.reflect import behind
from unrut.queries.scope import of
from unrut.queries.ways import WAY
from unrut.services.explore import describe_job
from unrut.web.access import OwnedRequest
from unrut.web.explore.openings_views import reader_context
from unrut.web.explore.partner_views import PartnerLine, partner_line
from unrut.web.people.here import people_there
from unrut.web.people.may_know import may_know
from unrut.web.people.subjects import learned_context
from unrut.web.pictures import FitBar, fit_bars
from unrut.wording import explore as wording
from unrut.wording.strengths import used_words

ROWS_SHOWN = 25
UNKNOWN_SHOWN = 3
LONGEST_NUMBER = 3
LONGEST_PLACE = 6


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option as a line of the page."""

    option: RankedOption
    name: str
    place: str
    better: str
    range: str
    coverage: str
    bar: FitBar


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A facet of the present job on its form."""

    facet: Facet
    answer: int | None

    @property
    def values(self) -> range:
        """All answers there are."""
        return range(11)


@require_safe
def fit_page(request: OwnedRequest) -> HttpResponse:
    """All options on one scale, the present job as a line through them."""
    ranked = ranking(request.owner, today=today())
    bars = fit_bars(ranked.options)
    first = _first_shown(request.GET.get("from", ""))
    shown = ranked.options[first : first + ROWS_SHOWN]
    following = first + ROWS_SHOWN
    context = {
        "lead": wording.lead(ranked),
        "ranking": ranked,
        "rows": [_row(option, bars[option.key]) for option in shown],
        "place": first + 1,
        "before": max(0, first - ROWS_SHOWN) if first else None,
        "following": following if following < len(ranked.options) else None,
        "count": len(ranked.options),
        "job": present_job(request.owner),
        "answered": len(answered_levels(request.owner)),
        "has_openings": any(option.kind == OPENING for option in ranked.options),
    }
    return render(request, "explore/fit.html", context)


@require_safe
def option_page(request: OwnedRequest, key: str) -> HttpResponse:
    """One option: for, against, what to ask, and what is known of it."""
    opening = _opening(request, key)
    ranked = ranking(request.owner, today=today(), also=[opening.pk] if opening else ())
    option = ranked.option(key)
    if option is None and opening is None:
        return _not_ranked(key)
    context = {
        "row": _row(option, fit_bars(ranked.options)[key]) if option else None,
        "option": option,
        "treatments": ranked.treatments if key == TREATED else (),
        "is_present": key == PRESENT,
        "partner": _partner_line(request, key, opening) if option else None,
        "is_way": option is not None and option.kind == WAY,
        "way_key": "" if opening else key,
        "key": key,
        "strengths": used_words(option.strengths) if option and key != PRESENT else "",
        **(_of_opening(request, opening, ranked.wants) if opening else {}),
        "may_know": may_know(opening, option, most=UNKNOWN_SHOWN) if opening else [],
    }
    return render(request, "explore/option.html", context)


def _of_opening(request: OwnedRequest, opening: Opening, wants: Sequence[Want]) -> dict[str, object]:
    """Its text with what speaks for and against it, whom one knows there, and what people told of it."""
    return {
        **reader_context(request, opening, wants),
        **people_there(request.owner, opening.company_key, opening.company),
        **learned_context(request.owner, opening),
    }


def _partner_line(request: OwnedRequest, key: str, opening: Opening | None) -> PartnerLine | None:
    """The option as the one they decide with sees it, if there is one."""
    view = partner_view(request.owner, today=today(), most_openings=0, also=[opening.pk] if opening else ())
    seen = view.option(key) if view else None
    return partner_line(seen, view) if view and seen else None


@require_http_methods(["GET", "HEAD", "POST"])
def job_page(request: OwnedRequest) -> HttpResponse:
    """The present job: what it is, and how it is on the wanted facets."""
    vocabulary = shipped_vocabulary()
    if request.method == "POST":
        describe_job(
            request.owner,
            _posted_levels(request.POST),
            title=request.POST.get("title", ""),
            company=request.POST.get("company", ""),
            started_on=_day_or_none(request.POST.get("started_on", "")),
        )
        return redirect("fit")
    wants, _ = wants_of(request.owner, behind(request.owner).picture)
    answers = answered_levels(request.owner)
    wanted = {want.facet for want in wants}
    rows = [LevelRow(facet, answers.get(facet.id)) for facet in vocabulary.facets.values()]
    context = {
        "job": present_job(request.owner),
        "rows": [row for row in rows if row.facet.id in wanted],
        "others": [row for row in rows if row.facet.id not in wanted],
    }
    return render(request, "explore/job.html", context)


def _first_shown(written: str) -> int:
    """The place in the list to begin at; the top for anything that is no place."""
    return int(written) if written.isdecimal() and len(written) <= LONGEST_PLACE else 0


def _row(option: RankedOption, bar: FitBar) -> OptionRow:
    return OptionRow(
        option=option,
        name=wording.option_name(option),
        place=wording.option_place(option),
        better=wording.better(option),
        range=wording.fit_range(option),
        coverage=wording.coverage(option),
        bar=bar,
    )


def _not_ranked(key: str) -> HttpResponse:
    """A way put aside, or one that is an opening, is no option beside the others but has its own page."""
    if not key.startswith(f"{WAY}-"):
        raise Http404
    return redirect("fit-way", key=key)


def _opening(request: OwnedRequest, key: str) -> Opening | None:
    number = opening_key(key)
    return of(Opening, request.owner).filter(pk=number).first() if number else None


def _posted_levels(posted: Mapping[str, str]) -> dict[str, int | None]:
    return {
        facet: round(_number(posted[f"level-{facet}"])) if posted[f"level-{facet}"] else None
        for facet in shipped_vocabulary().facets
        if f"level-{facet}" in posted
    }


def _number(written: str) -> float:
    if not written.isdecimal() or len(written) > LONGEST_NUMBER:
        raise InvalidInputError(
            f'"{written}" is not a whole number. Use the sliders, or write a number like 50.'
        )
    return float(written)


def _day_or_none(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise InvalidInputError(f'"{written}" is not a day. Write it like 2022-05-01.') from error
