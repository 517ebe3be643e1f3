"""Who asks: every page and form works for the owner set by the middleware, and for nobody else."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from unrut.models import Person


class OwnedRequest(HttpRequest):
    """A request of a signed-in person, or of the example they look at."""

    owner: Person


def wants_part(request: HttpRequest) -> bool:
    """Whether a script asks for the changed part of the page only."""
    return request.headers.get("HX-Request") == "true"


def back(request: HttpRequest, fallback: str, anchor: str = "") -> HttpResponse:
    """Back to the page the form stood on, at the place it stood."""
    target = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(f"{target}{anchor}")
    return redirect(fallback)
