"""Step 3: the people one knows: who could help, all of them in a list, and one more."""

from collections.abc import Collection, Mapping
from http import HTTPStatus

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.circles import Circle
from unrut.errors import status_of
from unrut.exporters.people import people_csv
from unrut.models import Contact
from unrut.queries.people import PAGE, PeopleList, has_people, people_list, talks_of
from unrut.queries.people_front import first_talks, most_helpful, pairs_alike, who_is_missing
from unrut.queries.strengths import asked_of, self_view_of
from unrut.queries.who import CircleOf, circles_of, who_for
from unrut.services.contacts import MOST_CONTACTS, add_contact, sort_contacts
from unrut.web.access import OwnedRequest, back
from unrut.web.errors import EXPECTED, sentence_of
from unrut.web.people.contact_form import circle_choices, posted_contact, posted_lines
from unrut.web.pictures_people import Spot, SpotGroup, circle_picture, circle_picture_phone
from unrut.web.reflect.posted import posted_key
from unrut.wording import people as wording
from unrut.wording.contacts import same_count
from unrut.wording.open_questions import gap_sentence
from unrut.wording.talks import talk_lead

LONGEST_SEARCH, LONGEST_PLACE = 200, 6
TALKS_SHOWN = 3
TABLE = "text/csv; charset=utf-8"


@require_safe
def people_page(request: OwnedRequest) -> HttpResponse:
    """Who could help: whom to talk to first, who is missing, and everybody in their circles."""
    if not has_people(request.owner):
        return render(request, "people/nobody.html", {"circles": circle_choices()})
    view = who_for(request.owner, today=today())
    missing = who_is_missing(view)
    ahead = talks_of(request.owner).ahead
    circles = circles_of(request.owner, today=today())
    context = {
        "lead": wording.front_lead(view, most_helpful(view)),
        "has_questions": bool(view.questions),
        "first": [
            (
                talk,
                wording.does_words(talk.answers.somebody),
                wording.why_words(talk.answers.answerer, talk.question),
            )
            for talk in first_talks(view)
        ],
        "missing": gap_sentence(missing.question, missing.nearest) if missing else "",
        "more_missing": wording.missing_more(missing.count - 1) if missing else "",
        "talks": [(talk, talk_lead(talk, today=today())) for talk in ahead[:TALKS_SHOWN]],
        "strengths": _strengths(request),
        **_circles(circles),
    }
    return render(request, "people/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def list_page(request: OwnedRequest) -> HttpResponse:
    """Everybody, or those of a circle or with some words; posting puts those ticked into a circle."""
    if request.method != "POST":
        return _list(request)
    ticked = request.POST.getlist("who")
    try:
        messages.success(request, _sorted(request, ticked))
    except EXPECTED as error:
        told = sentence_of(error)
        return _list(request, ticked=ticked, sentence=str(told), status=status_of(told))
    return back(request, "people-list")


@require_safe
def list_file(request: OwnedRequest) -> HttpResponse:
    """The same people as a table."""
    words, circle = _words(request.GET), _circle(request.GET)
    found = people_list(request.owner, words=words, circle=circle or "", rows=MOST_CONTACTS)
    headers = {"Content-Disposition": 'attachment; filename="people.csv"'}
    return HttpResponse(people_csv(found.people), content_type=TABLE, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def add_page(request: OwnedRequest) -> HttpResponse:
    """Somebody by their name and circle, or several at once, one a line."""
    if request.method != "POST":
        return _add(request, {"circle": request.GET["circle"]} if "circle" in request.GET else {})
    typed = {name: request.POST.get(name, "") for name in request.POST}
    try:
        added = _added(request, typed)
    except EXPECTED as error:
        told = sentence_of(error)
        return _add(request, typed, sentence=str(told), status=status_of(told))
    messages.success(request, wording.added_words([contact.name for contact in added]))
    if "another" not in typed:
        return (
            redirect("people-list")
            if "lines" in typed
            else redirect("people-contact", contact_id=added[0].pk)
        )
    return redirect(f"{reverse('people-add')}?{urlencode({'circle': added[0].circle})}")


def _added(request: OwnedRequest, typed: Mapping[str, str]) -> list[Contact]:
    told = posted_lines(typed["lines"]) if "lines" in typed else [posted_contact(typed)]
    with transaction.atomic():
        return [add_contact(request.owner, each, today=today()) for each in told]


def _add(
    request: OwnedRequest, typed: Mapping[str, str], *, sentence: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "typed": typed,
        "is_next": request.method != "POST" and "circle" in typed,
        "circles": circle_choices(typed.get("circle", Circle.OTHER)),
        "has_people": has_people(request.owner),
        "sentence": sentence,
    }
    return render(request, "people/add.html", context, status=status)


def _list(
    request: OwnedRequest,
    *,
    ticked: Collection[str] = (),
    sentence: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    words, circle = _words(request.GET), _circle(request.GET)
    found = people_list(
        request.owner, words=words, circle=circle or "", first=_place(request.GET.get("from", "")), rows=PAGE
    )
    following = found.first + PAGE
    pairs = pairs_alike(request.owner)
    context = {
        "lead": wording.list_lead(found, words=words, circle=circle),
        "found": found,
        "rows": [
            (
                person,
                wording.does_words(person),
                wording.side_words(person, today=today()),
                str(person.id) in ticked,
            )
            for person in found.people
        ],
        "words": words,
        "circle": circle or "",
        "tabs": _tabs(found, circle),
        "all_count": sum(found.circles.values()),
        "circles": circle_choices(),
        "before": max(0, found.first - PAGE) if found.first else None,
        "following": following if following < found.count else None,
        "same": same_count(pairs) if pairs else "",
        "sentence": sentence,
    }
    return render(request, "people/list.html", context, status=status)


def _tabs(found: PeopleList, shown: Circle | None) -> list[tuple[Circle, str, int, bool]]:
    """The circles anybody is in, and the one that is shown."""
    return [
        (circle, wording.circle_names(circle), found.circles.get(circle, 0), circle is shown)
        for circle in Circle
        if circle in found.circles or circle is shown
    ]


def _sorted(request: OwnedRequest, ticked: Collection[str]) -> str:
    """Put those ticked into the circle that was chosen, and say so."""
    keys = [key for written in ticked if (key := posted_key(written)) is not None]
    if not keys:
        raise InvalidInputError(gettext("Nobody is ticked. Tick those who belong into the circle first."))
    circle = request.POST.get("circle", "")
    count = sort_contacts(request.owner, keys, circle)
    if not count:
        raise InvalidInputError(gettext("Those who were ticked are not here any more. Load the page again."))
    return wording.sorted_words(count, Circle(circle))


def _strengths(request: OwnedRequest) -> str:
    """How far the question is what others see in one."""
    asked = asked_of(request.owner)
    answered = sum(invite.answered_on is not None for invite in asked.invites)
    return wording.strengths_words(
        has_self_view=self_view_of(request.owner) is not None, asked=len(asked.invites), answered=answered
    )


def _circles(circles: list[CircleOf]) -> dict[str, object]:
    """The picture of circles twice, and its table."""
    groups = [
        SpotGroup(
            circle.circle.value,
            wording.circle_heading(circle.circle, circle.count),
            tuple(Spot(placed.somebody.id, placed.somebody.name, placed.ring) for placed in circle.people),
        )
        for circle in circles
    ]
    return {
        "pictures": [("only-wide", circle_picture(groups)), ("only-phone", circle_picture_phone(groups))],
        "picture_words": wording.circles_words(circles),
        "table": [
            (
                placed.somebody,
                wording.circle_name(circle.circle),
                wording.ring_words(placed.ring),
                wording.spoken_words(placed.somebody.last_on, today=today()),
            )
            for circle in circles
            for placed in circle.people
        ],
        "unsorted": wording.unsorted_words(circles),
    }


def _words(asked: Mapping[str, str]) -> str:
    return asked.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]


def _circle(asked: Mapping[str, str]) -> Circle | None:
    """The circle that is shown; all of them for anything that is none."""
    written = asked.get("circle", "")
    return Circle(written) if written in set(Circle) else None


def _place(written: str) -> int:
    """The place in the list to begin at; the top for anything that is no place."""
    return int(written) if written.isdecimal() and len(written) <= LONGEST_PLACE else 0
