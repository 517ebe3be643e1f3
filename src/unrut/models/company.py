"""What a person knows of a company."""

from django.db import models

from unrut.models.owned import Owned


class CompanyNote(Owned):
    """Own words about a company and who works there, a name a line. `key` is its name without spelling and legal form."""

    key = models.CharField(max_length=300)
    name = models.CharField(max_length=300)
    note = models.TextField(blank=True)
    people = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="one_note_a_company")]

    def __str__(self) -> str:
        return self.name
