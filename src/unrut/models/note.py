"""What a person wrote about a week, and their corrections of how it was read."""

from django.db import models
from django.db.models import Q

from unrut.models.job import Job
from unrut.models.owned import Owned

LONGEST_NOTE = 20_000


class NoteKind(models.TextChoices):
    """Liked, disliked, or not said yet."""

    LIKE = "like"
    DISLIKE = "dislike"
    UNSORTED = "unsorted"


class Note(Owned):
    """One line of a week, in the person's own words.

    `readings` spares reading it again: what the reader named by `read_as` found, empty while nothing did. It may be thrown
    away at any time.
    """

    week = models.DateField()
    written_on = models.DateField()
    kind = models.CharField(max_length=8, choices=NoteKind)
    text = models.TextField(max_length=LONGEST_NOTE)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="notes")
    read_as = models.CharField(max_length=40, blank=True, db_default="", default="", editable=False)
    readings = models.JSONField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["week", "id"]
        indexes = [models.Index(fields=["owner", "week"], name="notes_by_week")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NoteKind.values), name="known_kind_of_note"),
            models.CheckConstraint(condition=~Q(text=""), name="note_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.week}"


class Correction(Owned):
    """A facet the person confirmed or added (`holds`) or removed (not `holds`) from the reading of a note."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="corrections")
    facet = models.CharField(max_length=40)
    holds = models.BooleanField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["note", "facet"], name="one_correction_a_facet")]

    def __str__(self) -> str:
        return f"{self.facet} {'holds' if self.holds else 'does not hold'}"
