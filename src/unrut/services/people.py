"""The owner of this installation, and the one-time links that sign them in."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from unrut.core.errors import UnrutError
from unrut.models import Person, SignInLink

LOCAL_HANDLE = "me"
LINK_LASTS = timedelta(hours=1)


class SpentLinkError(UnrutError):
    """The sign-in link was used before, is too old, or never existed."""


def local_owner() -> Person:
    """The one person of an installation at home."""
    owner, created = Person.objects.get_or_create(handle=LOCAL_HANDLE)
    if created:
        owner.set_unusable_password()
        owner.save(update_fields=["password"])
    return owner


def make_sign_in_link(owner: Person, *, now: datetime) -> str:
    """A token of 256 bits that signs in once within the hour. Older links stop working."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        SignInLink.objects.filter(owner=owner).delete()
        SignInLink.objects.create(owner=owner, digest=_digest(token), made_at=now)
    return token


def use_sign_in_link(token: str, *, now: datetime) -> Person:
    """The person whom the link signs in; it works no second time.

    Raises SpentLinkError.
    """
    with transaction.atomic():
        spent = SignInLink.objects.filter(
            digest=_digest(token), used_at=None, made_at__gte=now - LINK_LASTS
        ).update(used_at=now)
        if not spent:
            raise SpentLinkError(
                "This sign-in link was used before or is older than an hour. "
                "Start unrut again in a terminal: it prints a fresh one."
            )
        return SignInLink.objects.select_related("owner").get(digest=_digest(token)).owner


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
