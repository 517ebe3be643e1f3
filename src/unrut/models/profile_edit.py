"""What a person changed on the list of what to look for and what to avoid."""

from django.db import models
from django.db.models import Q

from unrut.models.owned import Owned


class ProfileColumn(models.TextChoices):
    """The two columns of the list."""

    LOOK_FOR = "look_for"
    AVOID = "avoid"


class ProfileEdit(Owned):
    """A line in the person's own words, in place of the computed line of a facet, or one of their own (no facet).

    `is_left_out` hides the line of the facet. An empty question leaves the computed one.
    """

    column = models.CharField(max_length=8, choices=ProfileColumn)
    facet = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=300, blank=True)
    ask = models.CharField(max_length=500, blank=True)
    is_left_out = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "column", "facet"], condition=~Q(facet=""), name="one_edit_a_line"
            ),
            models.CheckConstraint(
                condition=Q(column__in=ProfileColumn.values), name="known_column_of_profile"
            ),
            models.CheckConstraint(condition=~Q(facet="", text=""), name="own_line_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.column}: {self.text or self.facet}"
