"""Step 2: bringing in what was written down elsewhere; it is looked over before anything is kept."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from unrut.clock import now, today
from unrut.config import load_config
from unrut.core.errors import InvalidInputError
from unrut.errors import status_of
from unrut.importers.wins.registry import LARGEST, MEGABYTE
from unrut.services.win_imports import GitFolder, approve_wins, preview_wins, read_source
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.reflect.posted import posted_folder
from unrut.wording import win_imports as wording

SHOWN, PROBLEMS_SHOWN = 50, 20


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: OwnedRequest) -> HttpResponse:
    """Choose a file, paste a text, or name a folder with git; nothing counts before it is approved."""
    if request.method != "POST":
        return _form(request)
    try:
        name, source = _source(request)
        parsed = read_source(source, today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        return _form(request, sentence=str(told), status=status_of(told))
    draft = preview_wins(request.owner, name, parsed, now=now())
    context = {
        "draft": draft,
        "lead": wording.preview_lead(len(parsed.wins), len(parsed.problems)),
        "wins": parsed.wins[:SHOWN],
        "hidden": max(0, len(parsed.wins) - SHOWN),
        "problems": parsed.problems[:PROBLEMS_SHOWN],
        "more_problems": max(0, len(parsed.problems) - PROBLEMS_SHOWN),
        "notices": parsed.notices,
        "keep": wording.keep_words(len(parsed.wins), len(parsed.problems)),
        "has_wins": bool(parsed.wins),
    }
    return render(request, "milestones/import_preview.html", context)


@require_POST
def approve(request: OwnedRequest, draft_id: int) -> HttpResponse:
    """Store what was looked over, but for what was ticked to be left out."""
    result = approve_wins(request.owner, draft_id, left_out=request.POST.getlist("leave_out"))
    messages.success(request, wording.imported(result.created, result.skipped))
    return redirect("picture-wins")


def _form(request: OwnedRequest, *, sentence: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "sentence": sentence,
        "typed": request.POST,
        "has_folders": _has_folders(),
        "megabytes": LARGEST // MEGABYTE,
    }
    return render(request, "milestones/import.html", context, status=status)


def _source(request: OwnedRequest) -> tuple[str, tuple[str, bytes] | GitFolder]:
    """The folder that was named, else the file that was chosen, else the text that was pasted."""
    if folder := request.POST.get("folder", "").strip():
        if not _has_folders():
            raise InvalidInputError("Folders can only be read where Unrut runs on your own machine.")
        path = posted_folder(folder)
        return path.name, GitFolder(path, author=request.POST.get("author", "").strip())
    upload = request.FILES.get("file")
    if upload is None:
        return "pasted.txt", ("pasted.txt", request.POST.get("text", "").encode())
    name = upload.name or "file"
    if (upload.size or 0) > LARGEST:
        raise InvalidInputError(f"{name} is larger than {LARGEST // MEGABYTE} MB. Bring it in in parts.")
    return name, (name, upload.read())


def _has_folders() -> bool:
    """Whether folders on this machine are the person's own: not where many people share one server."""
    return not load_config().database
