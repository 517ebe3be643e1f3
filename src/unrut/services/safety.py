"""What a person may choose about help: whose numbers to see first, and nothing else."""

from django.db import transaction

from unrut.core.reflect.help_lines import country_of
from unrut.models import Person, Preference
from unrut.queries.scope import of


def choose_country(owner: Person, code: str) -> None:
    """Show the numbers of this country first; an empty code shows them all alike again.

    Raises InvalidInputError when there is no such country on the list.
    """
    chosen = country_of(code).code if code.strip() else ""
    with transaction.atomic():
        if chosen or of(Preference, owner).exists():
            Preference.objects.update_or_create(owner=owner, defaults={"country": chosen})
