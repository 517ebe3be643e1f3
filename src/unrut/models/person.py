"""People who use the store, and the one-time links that sign them in on this machine."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models


class Person(AbstractBaseUser):
    """Owner of rows. At home there is one, without a password; an example person may stand beside.

    `openings_version` is another number after every change of their openings, `marks_version` after every change of how far
    they are with one, `people_version` after every change of whom they know: a running program knows by them that what it
    holds is old.
    """

    handle = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=150, blank=True)
    is_example = models.BooleanField(default=False)
    openings_version = models.PositiveIntegerField(default=0)
    marks_version = models.PositiveIntegerField(default=0)
    people_version = models.PositiveIntegerField(default=0)

    objects: models.Manager["Person"] = models.Manager()

    USERNAME_FIELD = "handle"

    def __str__(self) -> str:
        return self.name or self.handle


class SignInLink(models.Model):
    """A link that signs in once; only the digest of its token is kept."""

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sign_in_links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"link of {self.made_at:%Y-%m-%d %H:%M}"
