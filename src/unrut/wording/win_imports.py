"""What came of bringing in accomplishments, in sentences."""

from django.utils.translation import gettext, ngettext


def preview_lead(count: int, failed: int) -> str:
    """How much was read, before anything is kept."""
    if not count:
        return gettext("Nothing of it could be read.")
    read = ngettext("%(count)d thing was read.", "%(count)d things were read.", count) % {"count": count}
    if not failed:
        return read
    return (
        read
        + " "
        + ngettext("%(count)d could not be.", "%(count)d could not be.", failed) % {"count": failed}
    )


def keep_words(count: int, failed: int) -> str:
    """What the button says: that the rest comes in without what could not be read is the person's to say."""
    if failed:
        return ngettext(
            "Keep the one, and leave the others out",
            "Keep the %(count)d, and leave the others out",
            count,
        ) % {"count": count}
    return ngettext("Keep it", "Keep all %(count)d", count) % {"count": count}


def imported(created: int, skipped: int) -> str:
    """What was stored."""
    told = ngettext("%(count)d thing is new.", "%(count)d things are new.", created) % {"count": created}
    if skipped:
        told += " " + ngettext("%(count)d was here already.", "%(count)d were here already.", skipped) % {
            "count": skipped
        }
    return told
