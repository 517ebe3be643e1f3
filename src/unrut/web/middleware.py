"""What every request passes: content policy, who asks, and errors as sentences."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve

from unrut.models import Person
from unrut.web.errors import EXPECTED, error_page, sentence_of

Handler = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self' data:; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
EXAMPLE_SHOWN = "example_shown"
OPEN_PAGES = frozenset({"enter"})


class SecurityHeaders:
    """Nothing from elsewhere runs or is loaded, and no page is kept by caches."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        # Static files bring their own; whatever else is answered is the person's and stays in no cache.
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class SignedIn:
    """Sets the owner, and shows a locked door to everybody who has not signed in."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            if _is_open(request):
                return self.get_response(request)
            return render(request, "start/locked.html", status=HTTPStatus.UNAUTHORIZED)
        request.owner = _owner(request, request.user)  # type: ignore[attr-defined]
        return self.get_response(request)


class ErrorPages:
    """Turns expected errors into pages; anything else stays a fault that the log names."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for an expected error."""
        if isinstance(exception, EXPECTED):
            return error_page(request, sentence_of(exception))
        return None


def _is_open(request: HttpRequest) -> bool:
    try:
        return resolve(request.path_info).url_name in OPEN_PAGES
    except Resolver404:
        return False


def _owner(request: HttpRequest, person: Person) -> Person:
    """The person, or the example while they look at it."""
    if request.session.get(EXAMPLE_SHOWN):
        example = Person.objects.filter(is_example=True).first()
        if example is not None:
            return example
    return person
