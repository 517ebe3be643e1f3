"""Step 3: entries that may be one person: joined by one click, and taken apart by another."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from unrut.core.errors import InvalidInputError
from unrut.models import Contact
from unrut.queries.same_people import joined_people, same_people
from unrut.services.contacts import join_contacts
from unrut.web.access import OwnedRequest
from unrut.web.reflect.posted import posted_key
from unrut.wording import contacts as wording
from unrut.wording.people import does_words

SHOWN, JOINED_SHOWN = 25, 50


@require_http_methods(["GET", "HEAD", "POST"])
def same_page(request: OwnedRequest) -> HttpResponse:
    """Pairs that look like one person, and those that were joined; posting joins a pair."""
    if request.method == "POST":
        return _join(request)
    pairs, joined = same_people(request.owner), joined_people(request.owner)
    context = {
        "lead": wording.same_lead(len(pairs), len(joined)),
        "pairs": [
            (pair, wording.likeness_words(pair.why), _told(pair.first), _told(pair.second))
            for pair in pairs[:SHOWN]
        ],
        "more": wording.more_pairs(len(pairs) - SHOWN),
        "joined": joined[:JOINED_SHOWN],
    }
    return render(request, "people/same.html", context)


def _join(request: OwnedRequest) -> HttpResponse:
    first, second = (posted_key(request.POST.get(name, "")) for name in ("first", "second"))
    if first is None or second is None:
        raise InvalidInputError(gettext("No pair was named. Load the page again and choose one."))
    contact = join_contacts(request.owner, first, second)
    messages.success(request, gettext("%(name)s is one person now.") % {"name": contact.name})
    return redirect("people-same")


def _told(entry: Contact) -> list[str]:
    """What an entry says of the person, and where it comes from."""
    lines = (does_words(entry), entry.email, entry.phone, wording.source_words(entry.source))
    return [line for line in lines if line]
