"""What all tables of a person share: the owner, and a key that survives export and import."""

import uuid

from django.db import models

from unrut.models.person import Person


class Owned(models.Model):
    """A row that belongs to a person. Queries start from `queries.scope.of`, which narrows to the owner."""

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
