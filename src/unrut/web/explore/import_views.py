"""Step 3: bring in openings; what was read is looked over before anything is kept."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import now, today
from unrut.core.errors import InvalidInputError
from unrut.errors import status_of
from unrut.importers.openings.contract import Parsed
from unrut.importers.openings.table import FIELDS, TableImporter, guess_columns
from unrut.models import OpeningDraft
from unrut.queries.scope import one
from unrut.services.openings import (
    ImportResult,
    approve_draft,
    keep_file,
    preview_again,
    preview_openings,
    remove_opening,
)
from unrut.services.page_fetch import page_at
from unrut.settings import LARGEST_UPLOAD
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.wording import openings as wording

PREVIEW_SHOWN = 50


@require_http_methods(["GET", "HEAD", "POST"])
def add_page(request: OwnedRequest) -> HttpResponse:
    """Bring in openings: paste one, or choose a file; nothing counts before it is approved."""
    if request.method != "POST":
        return render(request, "explore/add.html")
    typed = {name: request.POST.get(name, "").strip() for name in ("text", "company", "address")}
    name, content = "", b""
    try:
        name, content = _given(request, typed)
        draft, parsed = preview_openings(request.owner, name, content, company=typed["company"], now=now())
    except EXPECTED as error:
        told = sentence_of(error)
        if TableImporter().identify(name, content) and guess_columns(content):
            draft = keep_file(request.owner, name, content, company=typed["company"], now=now())
            return _preview(request, draft, Parsed(), sentence=str(told), status=status_of(told))
        return render(request, "explore/add.html", {"sentence": str(told), **typed}, status=status_of(told))
    return _preview(request, draft, parsed)


@require_POST
def name_columns(request: OwnedRequest, draft_id: int) -> HttpResponse:
    """Read a table once more with its columns named by the person."""
    columns = _named(request.POST)
    try:
        draft, parsed = preview_again(request.owner, draft_id, columns, now=now())
    except InvalidInputError as error:
        draft = one(OpeningDraft, request.owner, draft_id)
        return _preview(request, draft, Parsed(), sentence=str(error), status=status_of(error))
    return _preview(request, draft, parsed, columns)


@require_POST
def approve(request: OwnedRequest, draft_id: int) -> HttpResponse:
    """Store what was previewed."""
    result = approve_draft(request.owner, draft_id, today=today())
    messages.success(request, _imported(result))
    return redirect("fit-openings")


@require_POST
def remove(request: OwnedRequest, opening_id: int) -> HttpResponse:
    """Remove an opening."""
    remove_opening(request.owner, opening_id)
    messages.success(request, gettext("Removed."))
    return redirect("fit-openings")


def _preview(
    request: OwnedRequest,
    draft: OpeningDraft,
    parsed: Parsed,
    columns: Mapping[str, str] | None = None,
    *,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    is_table = parsed.is_table or bool(sentence)
    context = {
        "draft": draft,
        "openings": [(opening, wording.posted_line(opening)) for opening in parsed.openings[:PREVIEW_SHOWN]],
        "count": len(parsed.openings),
        "hidden": max(0, len(parsed.openings) - PREVIEW_SHOWN),
        "problems": parsed.problems,
        "columns": guess_columns(bytes(draft.given or b""), columns) if is_table else (),
        "sentence": sentence,
        "fields": [(field, wording.field_name(field)) for field in FIELDS],
    }
    return render(request, "explore/preview.html", context, status=status)


def _named(posted: Mapping[str, str]) -> dict[str, str]:
    """Which column holds which field, as chosen: the name of the column by the field, "" where none does."""
    return {field: posted[f"column-{field}"] for field in FIELDS if f"column-{field}" in posted}


def _given(request: OwnedRequest, typed: Mapping[str, str]) -> tuple[str, bytes]:
    """The file that was chosen, else the page of an address, else the text that was pasted."""
    upload = request.FILES.get("file")
    if upload is None and typed["address"] and not typed["text"]:
        return _fetched(typed["address"])
    if upload is None:
        return "pasted.txt", typed["text"].encode()
    name = upload.name or "file"
    if (upload.size or 0) > LARGEST_UPLOAD:
        megabytes = LARGEST_UPLOAD // 2**20
        raise InvalidInputError(f"{name} is larger than {megabytes} MB. Import it in parts.")
    return name, upload.read()


def _fetched(address: str) -> tuple[str, bytes]:
    # Inline: the client is slow to load, and only needed when somebody names an address.
    from unrut.fetching.client import WebFetcher  # noqa: PLC0415

    with WebFetcher() as fetcher:
        return page_at(address, fetcher)


def _imported(result: ImportResult) -> str:
    new = ngettext("%(count)d opening is new.", "%(count)d openings are new.", result.created) % {
        "count": result.created
    }
    known = result.updated + result.skipped
    if not known:
        return new
    return new + " " + gettext("%(count)d were here already.") % {"count": known}
