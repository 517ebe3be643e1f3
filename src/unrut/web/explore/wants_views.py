"""Step 3: what one wants, how sure its weights are and what moved them; and the form for all of it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.criteria import poles_of, want_name
from unrut.core.explore.want_shares import Share, shares_of
from unrut.core.explore.wants import MOST_WANTS, Want, wanted_level
from unrut.core.facets import shipped_vocabulary
from unrut.errors import status_of
from unrut.models import Partner, Person
from unrut.queries.frame import frame_of
from unrut.queries.openings import Hiding, opening_list
from unrut.queries.partners import partner_answers, partner_of
from unrut.queries.subjects import LEADING_OPENINGS, subjects_of
from unrut.queries.wants import Weighed, weighed
from unrut.services.explore import forget_wants, save_wants
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.wants_place import SCREENS, finish, place_of, url_of
from unrut.wording import limits, trade_offs
from unrut.wording import partners as partner_wording
from unrut.wording import wants as wording

LONGEST_NUMBER = 3
_STEP, _HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A share of the weight and its range on a scale from 0 to 100 that the widest range fills."""

    mean: float
    low: float
    width: float


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A want as a line of the result."""

    want: Want
    low: int
    mean: int
    high: int
    words: str
    change: str
    bar: ShareBar


@dataclass(frozen=True, slots=True)
class WantRow:
    """A criterion on the form for all of it at once, as stored or as typed."""

    facet: str
    name: str
    poles: tuple[str, str]
    weight: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Next:
    """The one thing to do on this page."""

    url: str
    words: str
    is_begun: bool = False
    is_pushed: bool = True


@require_http_methods(["GET", "HEAD", "POST"])
def wants_page(request: OwnedRequest) -> HttpResponse:
    """What one wants; posting saves all of it at once, or goes back to what the notes say."""
    if request.method != "POST":
        return _page(request, {})
    if "reset" in request.POST:
        forget_wants(request.owner)
        finish(request)
        return redirect("fit")
    try:
        save_wants(request.owner, _posted_wants(request.POST, _known(request.owner)))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST.dict(), sentence=str(told), status=status_of(told))
    return redirect("fit")


def weighed_now(owner: Person) -> Weighed:
    """All that is known of the weights, and the question that best tells the ways out and the leading openings apart."""
    frame = frame_of(owner)
    subjects = subjects_of(owner, frame, today=today(), most_openings=LEADING_OPENINGS)
    return weighed(owner, frame, list(subjects.levels.values()), today=today())


def _page(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    found = weighed_now(request.owner)
    rows, partner = share_rows(found), partner_of(request.owner)
    form = [_want_row(want, typed) for want in found.wants]
    context = {
        "lead": wording.lead(found),
        "rows": rows,
        "are_proposed": found.are_proposed,
        "next": _next(request, found),
        "evenly": wording.evenly_words(len(rows)),
        "moves": wording.moves(found),
        "answers": [(row, trade_offs.answered_words(row, found.wants)) for row in found.answers],
        "answers_fold": trade_offs.answers_fold(len(found.answers)),
        "agreement": trade_offs.agreement_words(found.agreement),
        "doubts": [
            (found.answers[doubt.place].pk, trade_offs.contradiction_words(doubt, found))
            for doubt in found.contradictions[:1]
        ],
        "due": trade_offs.due_words(len(found.due)) if found.due else "",
        "limits": limits.limits_line(limits_of(request.owner)[0]),
        "partner_line": _partner_line(request.owner, partner, found.wants),
        "has_partner": partner is not None,
        "screens": [(url_of(screen), wording.screen_names()[screen]) for screen in SCREENS],
        "form": form,
        "others": _others(found.wants, typed),
        "most": MOST_WANTS,
        "sentence": sentence,
    }
    return render(request, "explore/wants.html", context, status=status)


def share_rows(found: Weighed) -> list[ShareRow]:
    """The wants, heaviest first, on one scale."""
    shares = shares_of(found.posterior)
    known = {want.facet: want for want in found.wants}
    widest = max((share.high for share in shares), default=0.0)
    scale = _STEP * ceil(_HUNDRED * widest / _STEP) or _STEP
    return [
        ShareRow(
            want=known[share.facet],
            low=round(_HUNDRED * share.low),
            mean=round(_HUNDRED * share.mean),
            high=round(_HUNDRED * share.high),
            words=wording.share_words(share),
            change=wording.improvement(known[share.facet]),
            bar=_bar(share, scale / _HUNDRED),
        )
        for share in shares
    ]


def limits_of(owner: Person) -> tuple[list[Hiding], int]:
    """The deal-breakers with what each hides, and how many openings there are to hide."""
    found = opening_list(owner, (), today=today(), rows=0)
    kinds = limits.limit_kinds()
    return [hiding for hiding in found.hiding if hiding.kind in kinds], found.count + found.hidden


def _bar(share: Share, scale: float) -> ShareBar:
    low, mean, high = (round(_HUNDRED * each / scale, 1) for each in (share.low, share.mean, share.high))
    return ShareBar(mean, low, round(high - low, 1))


def _next(request: OwnedRequest, found: Weighed) -> Next:
    """Where one was; else to begin, to go on with trade-offs, or to answer again."""
    if place := place_of(request):
        return Next(url_of(place), gettext("Go on where I was"), is_begun=True)
    if found.are_proposed:
        return Next(url_of(SCREENS[0]), gettext("Say what I want (ten minutes)"))
    if found.next_question:
        return Next(url_of(SCREENS[-1]), gettext("Make it surer with a few questions"), is_begun=True)
    return Next(url_of(SCREENS[0]), gettext("Answer again"), is_pushed=False)


def _partner_line(owner: Person, partner: Partner | None, wants: Sequence[Want]) -> str:
    facets = {want.facet for want in wants}
    answers = partner_answers(owner).values() if partner else []
    told = [row for row in answers if row.facet in facets]
    return partner_wording.line(
        partner, sum(row.weight > 0 for row in told), sum(row.least is not None for row in told)
    )


def _known(owner: Person) -> dict[str, Want]:
    return {want.facet: want for want in frame_of(owner).wants}


def _want_row(want: Want, typed: Mapping[str, str]) -> WantRow:
    vocabulary = shipped_vocabulary()
    return WantRow(
        want.facet,
        want_name(want, vocabulary),
        poles_of(want.facet, vocabulary),
        typed.get(f"weight-{want.facet}", str(round(want.weight))),
        typed.get(f"wanted-{want.facet}", str(round(want.wanted))),
    )


def _others(wants: Sequence[Want], typed: Mapping[str, str]) -> list[WantRow]:
    """All facets that are not wanted, without a weight."""
    known = {want.facet for want in wants}
    facets = [facet for facet in shipped_vocabulary().facets.values() if facet.id not in known]
    return [_want_row(Want(facet.id, 0, wanted_level(facet)), typed) for facet in facets]


def _posted_wants(posted: Mapping[str, str], known: Mapping[str, Want]) -> list[Want]:
    """The wants as the form has them; names and worst levels, which it does not show, stay."""
    facets = dict.fromkeys([*known, *shipped_vocabulary().facets])
    return [
        _posted_want(facet, posted, known.get(facet)) for facet in facets if posted.get(f"weight-{facet}")
    ]


def _posted_want(facet: str, posted: Mapping[str, str], before: Want | None) -> Want:
    weight, wanted = _number(posted[f"weight-{facet}"]), _number(posted.get(f"wanted-{facet}", ""))
    if before is None:
        return Want(facet, weight, wanted)
    worst = before.worst
    if worst is not None and (worst - wanted) * (worst - before.wanted) <= 0:
        # Wanted is now on the other side of what was the worst: that no longer holds.
        worst = None
    return Want(facet, weight, wanted, worst, before.name)


def _number(written: str) -> float:
    if not written.isdecimal() or len(written) > LONGEST_NUMBER:
        raise InvalidInputError(
            gettext('"%(written)s" is not a whole number. Use the sliders, or write a number like 50.')
            % {"written": written}
        )
    return float(written)
