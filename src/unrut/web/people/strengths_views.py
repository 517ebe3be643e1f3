"""Step 3: what others see in one: the portrait, and one's own view before it."""

from collections.abc import Collection
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.explore.strengths.portrait import SeenBy, Theme, Words
from unrut.core.explore.strengths.vocabulary import Strength, shipped_strengths
from unrut.errors import status_of
from unrut.exporters.paper_pdf import paper_pdf
from unrut.exporters.strengths_paper import portrait_paper
from unrut.models import Accomplishment
from unrut.queries.strengths import PortraitView, asked_of, self_view_of
from unrut.services.strengths import portrait_of, say_self_view
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.wording import portrait as wording
from unrut.wording import strengths as said

PDF = "application/pdf"
SHOWN = 4
"""Strengths of a kind that stand open; the others are folded."""
WORDS_SHOWN = 3
"""People whose words on a strength stand open; the others are folded."""


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A strength of the portrait: how many see it, their words with their names, and what shows it."""

    name: str
    people: str
    is_theme: bool
    sentence: str
    words: tuple[tuple[str, str], ...]
    more_words: tuple[tuple[str, str], ...]
    shown_by: tuple[Accomplishment, ...]


@dataclass(frozen=True, slots=True)
class WastedRow:
    """Work that would leave a strength idle, how many warn of it, and their words."""

    sentence: str
    people: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """The strengths seen by the same: those that stand open, and those that are folded."""

    title: str
    rows: list[ThemeRow]
    more: list[ThemeRow]
    empty: str


@require_safe
def strengths_page(request: OwnedRequest) -> HttpResponse:
    """The portrait; before one's own view is said, only why it comes first."""
    view = portrait_of(request.owner)
    asked = asked_of(request.owner)
    common = {
        "asked": said.asked_words(asked),
        "more": said.more_words(asked),
        "has_asked": bool(asked.invites),
    }
    if view is None:
        return render(request, "people/strengths_begin.html", {**common, "why": said.own_first_words()})
    context = {
        **common,
        "lead": wording.portrait_lead(view.portrait, len(asked.invites)),
        "from_whom": wording.portrait_from(view.portrait, len(asked.invites)),
        "groups": [_group(view, who) for who in (SeenBy if view.portrait.people else (SeenBy.SELF,))],
        "wasted": _wasted(view)[:SHOWN],
        "wasted_more": _wasted(view)[SHOWN:],
        "waiting": said.waiting_words(view.portrait.waiting),
        "answers": len(view.answers),
        "has_words": bool(view.portrait.people),
    }
    return render(request, "people/strengths.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def me_page(request: OwnedRequest) -> HttpResponse:
    """Choose what one sees in oneself; posting keeps it."""
    view = self_view_of(request.owner)
    if request.method != "POST":
        return _me(request, view.strengths if view else [])
    chosen = request.POST.getlist("strength")
    try:
        say_self_view(request.owner, chosen, today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _me(request, chosen, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Kept. Now see what others say."))
    return redirect("people-strengths")


@require_safe
def portrait_file(request: OwnedRequest) -> HttpResponse:
    """The portrait on one page, to keep."""
    view = portrait_of(request.owner)
    if view is None:
        raise Http404
    paper = portrait_paper(
        request.owner.name, view.portrait, view.givers, made_on=today(), language=get_language() or "en"
    )
    headers = {"Content-Disposition": 'attachment; filename="unrut-portrait.pdf"'}
    return HttpResponse(paper_pdf(paper), content_type=PDF, headers=headers)


def strength_groups(chosen: Collection[str]) -> list[tuple[str, list[tuple[Strength, bool]]]]:
    """All strengths by group, and whether each is chosen."""
    known = shipped_strengths()
    return [
        (name, [(each, each.id in chosen) for each in known.strengths.values() if each.group == group])
        for group, name in known.groups.items()
    ]


def _me(
    request: OwnedRequest, chosen: Collection[str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    known = shipped_strengths()
    groups = [
        (wording.own_group(group), rows)
        for group, (_, rows) in zip(known.groups, strength_groups(chosen), strict=True)
    ]
    context = {"groups": groups, "sentence": sentence}
    return render(request, "people/strengths_me.html", context, status=status)


def _group(view: PortraitView, who: SeenBy) -> ThemeGroup:
    rows = [_row(view, theme) for theme in view.portrait.seen_by(who)]
    return ThemeGroup(said.seen_by_words(who), rows[:SHOWN], rows[SHOWN:], wording.empty_group(who))


def _row(view: PortraitView, theme: Theme) -> ThemeRow:
    strength, words = shipped_strengths()[theme.strength], _words(view, theme.words)
    return ThemeRow(
        name=strength.name,
        people=wording.theme_people(theme),
        is_theme=theme.is_theme,
        sentence=strength.sentence,
        words=words[:WORDS_SHOWN],
        more_words=words[WORDS_SHOWN:],
        shown_by=tuple(view.shown_by.get(theme.strength, ())),
    )


def _wasted(view: PortraitView) -> list[WastedRow]:
    return [
        WastedRow(
            shipped_strengths()[wasted.strength].wasted,
            wording.warned_words(wasted.people),
            _words(view, wasted.words),
        )
        for wasted in view.portrait.wasted
    ]


def _words(view: PortraitView, words: Collection[Words]) -> tuple[tuple[str, str], ...]:
    """What people say, each with the name of who signed it."""
    return tuple((each.text, view.givers.get(each.giver, "")) for each in words if each.text)
