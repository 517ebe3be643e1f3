"""People the person knows, files with people that wait for approval, and who asked to be forgotten."""

from django.db import models
from django.db.models import Q

from unrut.core.explore.people.circles import Circle
from unrut.models.job import LONGEST_CODE
from unrut.models.owned import Owned

HIGHEST_WARMTH = 10
LONGEST_NAME = 300
_CIRCLES = [circle.value for circle in Circle]


class ContactSource(models.TextChoices):
    """Where a contact comes from."""

    OWN = "own"
    LINKEDIN = "linkedin"
    VCARD = "vcard"
    TABLE = "table"
    JSON_RESUME = "jsonresume"


class Contact(Owned):
    """Somebody the person knows, as they or a file of theirs tell; nothing is looked up anywhere. Empty is unknown.

    `told` holds what the file said last, to tell a change in it from a change by hand. `occupation` is the code that the
    position tells. `past` lists places and positions that a file named before. Of entries of the same person one stands for
    all: the others name it in `same_as`.
    """

    name = models.CharField(max_length=LONGEST_NAME)
    circle = models.CharField(
        max_length=10, choices=[(each, each) for each in _CIRCLES], default=Circle.OTHER.value
    )
    how_known = models.CharField(max_length=300, blank=True)
    company = models.CharField(max_length=300, blank=True)
    company_key = models.CharField(max_length=300, blank=True)
    position = models.CharField(max_length=300, blank=True)
    occupation = models.CharField(max_length=LONGEST_CODE, blank=True)
    past = models.JSONField(default=list)
    email = models.CharField(max_length=320, blank=True)
    phone = models.CharField(max_length=100, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    met_on = models.DateField(null=True, blank=True)
    last_on = models.DateField(null=True, blank=True)
    warmth = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=10, choices=ContactSource, default=ContactSource.OWN)
    source_key = models.CharField(max_length=200, blank=True)
    told = models.JSONField(default=dict)
    same_as = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="others"
    )
    made_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "source", "source_key"],
                condition=~Q(source_key=""),
                name="one_contact_a_source_key",
            ),
            models.CheckConstraint(condition=Q(circle__in=_CIRCLES), name="known_circle"),
            models.CheckConstraint(
                condition=Q(warmth__isnull=True) | Q(warmth__lte=HIGHEST_WARMTH), name="warmth_from_0_to_10"
            ),
        ]
        indexes = [models.Index(fields=["owner", "company_key"], name="contacts_at_a_company")]

    def __str__(self) -> str:
        return self.name


class ContactDraft(Owned):
    """A file with people that was read and is shown for approval; nothing of it counts yet."""

    name = models.CharField(max_length=LONGEST_NAME)
    content = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class ForgottenContact(Owned):
    """Somebody who is not to come back with the next file: digests of the key, name and addresses they had.

    They cannot be read off, but a guessed name can be checked.
    """

    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["owner", "digest"], name="forgotten_once")]

    def __str__(self) -> str:
        return self.digest[:8]
