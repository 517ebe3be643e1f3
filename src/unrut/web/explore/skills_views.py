"""Step 3: what one can: confirmed, proposed from one's own words and work, and read from a CV."""

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.own_skills import shipped_skills
from unrut.errors import status_of
from unrut.queries.guide import current_guide
from unrut.queries.skills import (
    KnownSkill,
    SkillProposal,
    known_skills,
    proposals_from,
    told_texts,
    usual_skills,
)
from unrut.queries.standpoint import standpoint_of
from unrut.services.occupations import confirm_skills, forget_skills
from unrut.services.skill_files import LARGEST, MEGABYTE, read_skill_file, read_skill_text
from unrut.web.access import OwnedRequest
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.explore.skills_form import (
    all_groups,
    known_groups,
    offer_rows,
    posted_change,
    posted_list,
    posted_ticks,
    sent_rows,
)
from unrut.web.explore.work_context import atlas_context
from unrut.wording import skills as wording

SHOWN = 6
READ, TICKS, CHANGE, FORGET, LIST = "read", "ticks", "change", "forget", "list"


@require_http_methods(["GET", "HEAD", "POST"])
def skills_page(request: OwnedRequest) -> HttpResponse:
    """What one can; posting reads a CV, or keeps, changes and forgets skills."""
    if request.method != "POST":
        return _page(request)
    doing = request.POST.get("doing", "")
    if doing not in {READ, TICKS, CHANGE, FORGET, LIST}:
        raise Http404
    try:
        if doing == READ:
            return _page(request, lines=_lines(request))
        messages.success(request, _keep(request, doing))
    except EXPECTED as error:
        told = sentence_of(error)
        return _page(request, request.POST, sentence=str(told), status=status_of(told))
    return redirect("fit-work-skills")


def _keep(request: OwnedRequest, doing: str) -> str:
    """Do what was asked for, and say what was done."""
    owner, posted = request.owner, request.POST
    if doing == TICKS:
        return wording.kept_words(confirm_skills(owner, posted_ticks(posted), today=today()))
    if doing == CHANGE:
        return wording.kept_words(confirm_skills(owner, posted_change(posted), today=today()))
    if doing == FORGET:
        forget_skills(owner, [posted.get("element", "")])
        return gettext("Forgotten.")
    said, forgotten = posted_list(posted, known_skills(owner))
    with transaction.atomic():
        return wording.changed_words(
            confirm_skills(owner, said, today=today()) + forget_skills(owner, forgotten)
        )


def _lines(request: OwnedRequest) -> list[str]:
    """The lines of the file that was chosen, else of the text that was pasted."""
    upload = request.FILES.get("file")
    if upload is None:
        text = request.POST.get("text", "")
        if not text.strip():
            raise InvalidInputError(gettext("There is nothing to read yet. Paste your CV, or choose a file."))
        return read_skill_text(text)
    name = upload.name or "file"
    if (upload.size or 0) > LARGEST:
        raise InvalidInputError(
            gettext("%(name)s has more than %(megabytes)d MB. Paste only the part that is about your work.")
            % {"name": name, "megabytes": LARGEST // MEGABYTE}
        )
    return read_skill_file(name, upload.read())


def _page(
    request: OwnedRequest,
    posted: QueryDict | None = None,
    *,
    lines: list[str] | None = None,
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    known = known_skills(request.owner)
    typed = {name: posted.get(name, "") for name in posted} if posted else {}
    doing = typed.get("doing", "")
    sent = sent_rows(posted) if posted and doing == TICKS else []
    offers = _offers(request, known, lines)
    context = {
        **atlas_context(),
        **offers,
        "sent": sent,
        "has_any": bool(known or sent or offers["read"] or offers["told"]),
        "groups": known_groups(known, _of(typed, CHANGE)),
        "everything": all_groups(known, _of(typed, LIST)),
        "all_words": wording.all_words(len(shipped_skills())),
        "is_list_open": doing == LIST,
        "text": request.POST.get("text", ""),
        "is_reading": doing == READ,
        "megabytes": LARGEST // MEGABYTE,
        "sentence": sentence,
    }
    return render(request, "explore/work_skills.html", context, status=status)


def _of(typed: Mapping[str, str], doing: str) -> Mapping[str, str]:
    """What was typed, if it was typed into that form."""
    return typed if typed.get("doing") == doing else {}


def _offers(request: OwnedRequest, known: list[KnownSkill], lines: list[str] | None) -> dict[str, object]:
    """What may be confirmed: from a CV that was just read, from what was written, from the work one did; each once."""
    guide = current_guide()
    shown = {skill.words.id for skill in known}
    read = _new(proposals_from(lines or [], shown), shown)
    told = _new(proposals_from(told_texts(request.owner), shown), shown)
    usual = usual_skills(standpoint_of(request.owner, guide, today=today()), guide, shown)
    return {
        "lead": wording.skills_lead(len(known), len(told)) if lines is None else wording.read_lead(len(read)),
        "read": offer_rows(read[:SHOWN]),
        "read_more": offer_rows(read[SHOWN:]),
        "told": offer_rows(told[:SHOWN]),
        "told_more": offer_rows(told[SHOWN:]),
        "usual": offer_rows(usual),
        "usual_words": wording.usual_words(len(usual)),
        "told_words": wording.told_words(len(told)),
    }


def _new(proposals: list[SkillProposal], shown: set[str]) -> list[SkillProposal]:
    """The proposals, whose skills are shown from now on."""
    shown.update(proposal.words.id for proposal in proposals)
    return proposals
