"""What is done and what lies ahead, in sentences."""

from django.utils.translation import gettext, ngettext

from unrut.queries.milestones import BiggerPicture
from unrut.wording.numbers import day


def lead(picture: BiggerPicture) -> str:
    """The first line of "Bigger picture"."""
    done = len(picture.accomplishments)
    if not done and not picture.milestones:
        return gettext("Here you will see what you got done, and what lies ahead.")
    if not done:
        return gettext("Your milestones are drawn; what you get done will join them.")
    return ngettext(
        "You have %(count)d thing done to look back on.",
        "You have %(count)d things done to look back on.",
        done,
    ) % {"count": done}


def next_milestone(picture: BiggerPicture) -> str:
    """What comes next, or how to get a next thing."""
    if picture.goal is None:
        return gettext("Choose a goal, and its milestones appear on the line.")
    coming = picture.next_milestone
    if coming is None:
        return gettext("Every milestone of this goal is reached.")
    return gettext("Next: %(name)s, by %(day)s.") % {"name": coming.name, "day": day(coming.due_on)}
