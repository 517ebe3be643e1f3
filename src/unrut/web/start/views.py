"""The door: signing in, the example, settings, and taking everything along."""

import json

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST, require_safe

from unrut.clock import now, today
from unrut.config import OPTIONS, load_config
from unrut.exporters.json_export import export_person
from unrut.services.example import close_example, open_example
from unrut.services.people import use_sign_in_link
from unrut.web.access import OwnedRequest
from unrut.web.middleware import EXAMPLE_SHOWN

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in by a one-time link. Somebody who is in already stays in, whatever the link is worth."""
    if not request.user.is_authenticated:
        login(request, use_sign_in_link(token, now=now()), backend=_BACKEND)
    return redirect("today")


@require_POST
def open_the_example(request: OwnedRequest) -> HttpResponse:
    """Look around in the composed example; one's own rows are untouched."""
    open_example(today=today())
    request.session[EXAMPLE_SHOWN] = True
    return redirect("behind")


@require_POST
def close_the_example(request: OwnedRequest) -> HttpResponse:
    """Back to one's own."""
    request.session.pop(EXAMPLE_SHOWN, None)
    close_example()
    return redirect("today")


@require_safe
def settings_page(request: OwnedRequest) -> HttpResponse:
    """Where things are kept, and how to take them along."""
    config = load_config()
    context = {"home": config.home, "options": OPTIONS}
    return render(request, "start/settings.html", context)


@require_safe
def export(request: OwnedRequest) -> HttpResponse:
    """Everything of this person as one JSON file."""
    made_at = now()
    content = json.dumps(export_person(request.owner, made_at=made_at), ensure_ascii=False, indent=2)
    name = f"unrut-{made_at:%Y-%m-%d}.json"
    return HttpResponse(
        content,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
def keyboard(request: OwnedRequest) -> HttpResponse:
    """Every key that does something."""
    return render(request, "start/keyboard.html")
