"""What to look for and what to avoid, in sentences."""

from django.utils.translation import gettext, ngettext

from unrut.core.reflect.profile_edits import Column, EditedProfile, ListLine


def lead(profile: EditedProfile) -> str:
    """The first line of the list: what leads each column."""
    told = [
        sentence % {"line": _inside(lines[0].text)}
        for lines, sentence in (
            (profile.look_for, gettext("Look for %(line)s.")),
            (profile.avoid, gettext("Avoid %(line)s.")),
        )
        if lines
    ]
    return " ".join(told) or gettext(
        "After your first weeks this page says what to look for and what to avoid."
    )


def _inside(text: str) -> str:
    """A line inside a sentence: its first letter small, unless the word is all capitals."""
    start, *_ = text.split(" ")
    bare = text.rstrip(".")
    return bare if len(start) > 1 and start.isupper() else bare[:1].lower() + bare[1:]


def column_name(column: Column) -> str:
    """What a column is called."""
    return {Column.LOOK_FOR: gettext("Look for"), Column.AVOID: gettext("Avoid")}[column]


def column_lead(column: Column) -> str:
    """What a column follows from."""
    return {
        Column.LOOK_FOR: gettext("From what gives you energy, and from the opposite of what weighs."),
        Column.AVOID: gettext("From what weighs on you."),
    }[column]


def as_computed() -> str:
    """After a line was emptied or given back."""
    return gettext("It stands there as computed again.")


def grounds_words(line: ListLine) -> str:
    """What a line rests on."""
    if line.is_own:
        return gettext("Your own line.")
    told = ngettext("From %(count)d note of yours.", "From %(count)d notes of yours.", len(line.notes)) % {
        "count": len(line.notes)
    }
    changed = [gettext("In your words.")] if line.edit is not None else []
    fallen = [] if line.is_current else [gettext("Your notes no longer put it among the first; you kept it.")]
    return " ".join([told, *changed, *fallen])
