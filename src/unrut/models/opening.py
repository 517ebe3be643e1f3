"""Openings the person brought in, and imports that wait to be looked over."""

from django.db import models

from unrut.models.owned import Owned


class Opening(Owned):
    """A posting as its source stated it; empty means that it says nothing of that."""

    source = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    company = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    is_remote = models.BooleanField(null=True, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    contract = models.CharField(max_length=200, blank=True)
    pay = models.CharField(max_length=400, blank=True)
    posted_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    text = models.TextField()
    imported_on = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "source", "key"], name="one_opening_a_source_key")
        ]

    def __str__(self) -> str:
        return self.title


class OpeningDraft(Owned):
    """A file that was read and is shown for approval; nothing of it counts yet."""

    name = models.CharField(max_length=300)
    content = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
