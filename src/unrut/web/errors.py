"""Errors as pages: one sentence what is wrong, and the way back."""

from http import HTTPStatus

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import render
from django.utils.translation import gettext

from unrut.core.errors import UnrutError
from unrut.errors import StoreError, status_of
from unrut.store import store_sentence

EXPECTED = (UnrutError, DatabaseError)


def sentence_of(error: Exception) -> UnrutError:
    """The error as something a person can read; what the database says is put into words."""
    if isinstance(error, UnrutError):
        return error
    return StoreError(store_sentence(error, gettext("The store")))


def error_page(request: HttpRequest, error: UnrutError) -> HttpResponse:
    """The page for an error, or just its sentence when a script asked for a part of a page."""
    status = status_of(error)
    template = "parts/message.html" if request.headers.get("HX-Request") else "start/error.html"
    return render(request, template, {"sentence": str(error), "is_wrong": True}, status=status)


def not_found(request: HttpRequest, _exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    sentence = gettext("There is no page at this address. Choose one from the menu.")
    return HttpResponseNotFound(
        render(request, "start/error.html", {"sentence": sentence, "is_wrong": True}).content
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - given by name
    """The page for a form that did not come from a page of ours, or from one that is too old."""
    sentence = gettext(
        "This form was open for too long or came from somewhere else, so nothing was saved. "
        "Go back, copy what you wrote, load the page again and save once more."
    )
    return render(
        request,
        "start/error.html",
        {"sentence": sentence, "is_wrong": True},
        status=HTTPStatus.FORBIDDEN,
    )
