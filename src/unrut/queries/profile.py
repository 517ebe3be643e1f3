"""What to look for and what to avoid, with the person's own changes."""

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.profile_edits import Column, Edit, EditedProfile, edited_profile
from unrut.models import Person, ProfileEdit
from unrut.queries.reflect import Behind
from unrut.queries.scope import of


def profile_list(owner: Person, read: Behind) -> EditedProfile:
    """The list that follows from the notes, as the person changed it."""
    edits = [
        Edit(row.pk, Column(row.column), row.facet, row.text, row.ask, row.is_left_out)
        for row in of(ProfileEdit, owner)
    ]
    weighs = {cause.facet: cause.notes for cause in read.picture.causes}
    lifts = {energy.facet: energy.notes for energy in read.picture.energies}
    notes = {Column.AVOID: weighs, Column.LOOK_FOR: weighs | lifts}
    return edited_profile(read.profile, edits, notes, vocabulary=shipped_vocabulary())
