"""What the offer of help rests on. Nothing here is kept: it is asked when a page is shown, and forgotten."""

from datetime import date

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.help_lines import Country, country_of
from unrut.core.reflect.help_panel import Ground, ground_of, is_drained, low_since
from unrut.models import CheckIn, NoteKind, Person
from unrut.queries.notes import NoteView
from unrut.queries.reflect import behind, unsorted_notes
from unrut.queries.scope import of
from unrut.queries.signal import signal_of
from unrut.queries.sittings import preference_of


def help_ground(owner: Person, *, today: date) -> Ground | None:
    """Why help is offered on the strength of the check-ins, if it is."""
    energies = list(of(CheckIn, owner).filter(at_work=True).values_list("energy", flat=True))
    # The signal takes longer than all the rest, so it is asked only when being drained does not settle it.
    low = None if is_drained(energies) else low_since(signal_of(owner).weeks)
    return ground_of(energies, low, today=today)


def chosen_country(owner: Person) -> Country | None:
    """The country whose numbers the person wants to see first."""
    code = preference_of(owner).country
    return country_of(code) if code else None


def respect_notes(owner: Person) -> list[NoteView]:
    """The person's own notes about respect and safety, oldest first; what they liked is no record of a wrong."""
    safety = {facet.id for facet in shipped_vocabulary().facets.values() if facet.safety}
    notes = [*behind(owner).notes.values(), *unsorted_notes(owner)]
    told = [
        note
        for note in notes
        if note.kind != NoteKind.LIKE and any(found.facet in safety for found in note.facets)
    ]
    return sorted(told, key=lambda note: (note.week, note.id))
