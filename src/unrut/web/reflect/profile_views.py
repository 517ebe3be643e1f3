"""Step 1: what to look for and what to avoid, to change, to print and to take along."""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unrut.clock import today
from unrut.core.reflect.profile_edits import Column, EditedProfile, ListLine
from unrut.errors import status_of
from unrut.exporters.profile_text import ProfileSheet, TextFormat, by_concern, profile_text, quotable
from unrut.queries.notes import NoteView
from unrut.queries.profile import profile_list
from unrut.queries.reflect import behind
from unrut.services.profile import (
    LineWords,
    add_own_line,
    bring_back_line,
    change_own_line,
    leave_out_line,
    remove_line,
    restore_line,
    word_line,
)
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.wording.profile import as_computed, column_lead, column_name, lead

QUOTES_ON_PAPER, QUOTES_BESIDE = 1, 2
_ROOMY, _DENSE = 10, 16


@require_http_methods(["GET", "HEAD", "POST"])
def profile_page(request: OwnedRequest) -> HttpResponse:
    """Both columns with everything that can be changed; a line of one's own is added by posting here."""
    if request.method != "POST":
        return _page(request, {})
    try:
        add_own_line(request.owner, request.POST.get("column", ""), _words(request.POST))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST, sentence=str(told), status=status_of(told))
    messages.success(request, gettext("Your line is on the list."))
    return redirect("behind-profile")


@require_POST
def change_line(request: OwnedRequest, column: str, facet: str) -> HttpResponse:
    """Put the line of a facet into one's own words, leave it out, bring it back, or have it as computed again."""
    if "leave-out" in request.POST:
        leave_out_line(request.owner, column, facet)
    elif "bring-back" in request.POST:
        bring_back_line(request.owner, column, facet)
    elif "restore" in request.POST:
        restore_line(request.owner, column, facet)
        return _changed(request, as_computed())
    elif word_line(request.owner, column, facet, _words(request.POST)) is None:
        return _changed(request, as_computed())
    return _changed(request)


@require_POST
def change_own(request: OwnedRequest, edit_id: int) -> HttpResponse:
    """Change or remove a line of one's own."""
    if "remove" in request.POST:
        remove_line(request.owner, edit_id)
    else:
        change_own_line(request.owner, edit_id, _words(request.POST))
    return _changed(request)


@require_safe
def print_page(request: OwnedRequest) -> HttpResponse:
    """The list on one sheet of paper for a mentor, with or without one's own words."""
    read = behind(request.owner)
    profile = profile_list(request.owner, read)
    count = len(profile.look_for) + len(profile.avoid)
    context = {
        "columns": _columns(profile, lambda line: quotable(line, read.notes, QUOTES_ON_PAPER)),
        "with_words": "words" in request.GET,
        "density": "" if count <= _ROOMY else "dense" if count <= _DENSE else "denser",
        "today": today(),
    }
    return render(request, "reflect/profile_print.html", context)


@require_safe
def text_file(request: OwnedRequest) -> HttpResponse:
    """The list as a file: Markdown, or plain text."""
    form = _form(request.GET)
    read = behind(request.owner)
    sheet = ProfileSheet(profile_list(request.owner, read), read.notes, "words" in request.GET, today())
    return HttpResponse(
        profile_text(sheet, form),
        content_type="text/markdown; charset=utf-8"
        if form is TextFormat.MARKDOWN
        else "text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="look-for-and-avoid.{form.ending}"'},
    )


def _page(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    read = behind(request.owner)
    profile = profile_list(request.owner, read)
    context = {
        "lead": lead(profile),
        "profile": profile,
        "columns": _columns(profile, lambda line: [read.notes[key] for key in line.notes[:QUOTES_BESIDE]]),
        "choices": [(column.value, column_name(column)) for column in Column],
        "typed": typed,
        "sentence": sentence,
        "formats": [(form.value, form.label) for form in TextFormat],
    }
    return render(request, "reflect/profile.html", context, status=status)


def _columns(profile: EditedProfile, quotes: Callable[[ListLine], list[NoteView]]) -> list[dict[str, object]]:
    return [
        {
            "id": column.value,
            "name": column_name(column),
            "lead": column_lead(column),
            "is_avoided": column is Column.AVOID,
            "groups": [
                (title, [(line, quotes(line)) for line in lines])
                for title, lines in by_concern(profile.column(column))
            ],
        }
        for column in Column
    ]


def _changed(request: OwnedRequest, sentence: str = "") -> HttpResponse:
    messages.success(request, sentence or gettext("Changed."))
    return redirect("behind-profile")


def _words(posted: QueryDict) -> LineWords:
    return LineWords(posted.get("text", ""), posted.get("ask", ""))


def _form(asked: QueryDict) -> TextFormat:
    try:
        return TextFormat(asked.get("as", TextFormat.MARKDOWN))
    except ValueError as error:
        raise Http404 from error
