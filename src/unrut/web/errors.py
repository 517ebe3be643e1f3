"""Errors as pages: one sentence what is wrong, and the way back."""

from http import HTTPStatus

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from unrut.core.errors import UnrutError
from unrut.errors import StoreError, status_of
from unrut.store import store_sentence
from unrut.web.access import wants_part

EXPECTED = (UnrutError, DatabaseError)


def sentence_of(error: Exception) -> UnrutError:
    """The error as something a person can read; what the database says is put into words."""
    if isinstance(error, UnrutError):
        return error
    sentence = store_sentence(error, gettext("the store"))
    return StoreError(sentence[:1].upper() + sentence[1:])


def error_page(request: HttpRequest, error: UnrutError) -> HttpResponse:
    """The page for an error."""
    return _page(request, str(error), status_of(error))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what Django refuses to read. Its own page asks for a session, which is not there so early."""
    if isinstance(exception, DisallowedHost):
        sentence = gettext("Unrut answers only on this machine. Open it as 127.0.0.1 or as localhost.")
    elif isinstance(exception, RequestDataTooBig):
        sentence = gettext("This is more than can be read at once. Go back and send it in parts.")
    else:
        sentence = gettext("This request cannot be read. Go back, load the page again and try once more.")
    return _page(request, sentence, HTTPStatus.BAD_REQUEST)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - given by name
    """The page for an address that leads nowhere."""
    sentence = gettext("There is no page at this address. Choose one from the menu.")
    return _page(request, sentence, HTTPStatus.NOT_FOUND)


def fault(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - it may be the request that cannot be answered
    """The page for a fault of ours, or of a store that fails before anybody is known. It asks for nothing but its words."""
    sentence = gettext(
        "Something in the program failed, and nothing was saved by this request. Go back, keep a copy of what you wrote, "
        "and try again; if it stays so, start unrut anew in a terminal and read what it prints."
    )
    page = render_to_string("start/fault.html", {"sentence": sentence})
    return HttpResponseServerError(page)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - given by name
    """The page for a form that did not come from a page of ours, or from one that is too old."""
    sentence = gettext(
        "This form was open for too long or came from somewhere else, so nothing was saved. "
        "Go back, copy what you wrote, load the page again and save once more."
    )
    return _page(request, sentence, HTTPStatus.FORBIDDEN)


def _page(request: HttpRequest, sentence: str, status: HTTPStatus) -> HttpResponse:
    """The whole page, or just its sentence when a script asked for a part of a page."""
    template = "parts/message.html" if wants_part(request) else "start/error.html"
    return render(request, template, {"sentence": sentence, "is_wrong": True}, status=status)
