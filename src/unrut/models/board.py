"""Job boards a person watches, and the rounds of looking at them."""

from django.db import models

from unrut.models.owned import Owned


class Board(Owned):
    """A page of openings that is looked at again when the person asks for it.

    `format` is empty for a company whose board was not found yet. `etag` and `modified` let the board answer that nothing
    changed. `outcome` is what the last look came to, in one word, and `said` in a sentence.
    """

    address = models.CharField(max_length=2000)
    format = models.CharField(max_length=40, blank=True)
    company = models.CharField(max_length=300, blank=True)
    added_on = models.DateField()
    etag = models.CharField(max_length=300, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    said = models.CharField(max_length=500, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["owner", "address"], name="one_board_an_address")]

    def __str__(self) -> str:
        return self.company or self.address


class BoardUpdate(Owned):
    """One round through all watched boards: how far it is, and what came of it.

    A round without an end was cut short; the next one goes on with the boards it had not reached.
    """

    started_at = models.DateTimeField()
    alive_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    current = models.CharField(max_length=300, blank=True)
    is_stop_asked = models.BooleanField(default=False)
    summary = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"round of {self.started_at:%Y-%m-%d %H:%M}"
