"""The long look: every quarter, and once at the start over the months before."""

from django.db import models
from django.db.models import Q

from unrut.models.checkin import HIGHEST_SIGN
from unrut.models.note import LONGEST_NOTE, NoteKind
from unrut.models.owned import Owned


class ReviewKind(models.TextChoices):
    """A quarter, or the look back of the first sitting."""

    QUARTER = "quarter"
    LOOK_BACK = "look_back"


class Review(Owned):
    """`period` is the first day of the quarter, or of the month the look back was made in.

    `revision` counts the saves, so that two tabs notice each other.
    """

    kind = models.CharField(max_length=9, choices=ReviewKind)
    period = models.DateField()
    answered_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["period", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "period"], name="one_review_a_period"),
            models.CheckConstraint(condition=Q(kind__in=ReviewKind.values), name="known_kind_of_review"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.period}"


class ReviewAnswer(Owned):
    """An answer from 0 to 10. `item` is a facet, a slow sign, or a weekly sign of a typical, best or worst week."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=60)
    value = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "item"], name="one_answer_an_item"),
            models.CheckConstraint(condition=Q(value__lte=HIGHEST_SIGN), name="answer_from_0_to_10"),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.value}"


class ReviewLine(Owned):
    """What made the best week good or the worst one bad, in the person's own words."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=8, choices=NoteKind)
    text = models.TextField(max_length=LONGEST_NOTE)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[NoteKind.LIKE, NoteKind.DISLIKE]), name="known_kind_of_review_line"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="review_line_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.text[:40]}"
