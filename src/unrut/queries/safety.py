"""What the offer of help rests on. Nothing here is kept: it is asked when a page is shown, and forgotten."""

from datetime import date

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.help_lines import Country, country_of
from unrut.core.reflect.help_panel import Ground, Now, ground_of, is_drained, low_run
from unrut.models import CheckIn, NoteKind, Person
from unrut.queries.notes import NoteView
from unrut.queries.reflect import behind, unsorted_notes
from unrut.queries.scope import of
from unrut.queries.signal import rules_of, signal_of
from unrut.queries.sittings import preference_of


def help_ground(owner: Person, *, today: date) -> Ground | None:
    """Why help is offered on the strength of the check-ins, if it is."""
    told = list(of(CheckIn, owner).filter(at_work=True).values_list("week", "energy"))
    energies = [energy for _, energy in told]
    last = max((week for week, energy in told if energy is not None), default=None)
    # The signal takes longer than all the rest, so it is asked only when being drained does not settle it.
    if is_drained(energies) and Now(today, rules_of(owner).restarts).holds(last):
        return Ground.DRAINED
    signal = signal_of(owner)
    return ground_of(energies, low_run(signal.weeks), last, Now(today, signal.rules.restarts))


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
