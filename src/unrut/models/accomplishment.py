"""What got done: the answer to feeling that nothing ever does."""

from django.db import models

from unrut.models.checkin import CheckIn
from unrut.models.owned import Owned
from unrut.models.step import Step


class Accomplishment(Owned):
    """Something that moved forward, from a weekly sitting, a finished step, or by hand."""

    happened_on = models.DateField()
    text = models.TextField()
    checkin = models.ForeignKey(
        CheckIn, null=True, blank=True, on_delete=models.SET_NULL, related_name="accomplishments"
    )
    step = models.OneToOneField(
        Step, null=True, blank=True, on_delete=models.SET_NULL, related_name="accomplishment"
    )

    class Meta:
        ordering = ["happened_on", "id"]

    def __str__(self) -> str:
        return f"{self.happened_on}: {self.text[:40]}"
