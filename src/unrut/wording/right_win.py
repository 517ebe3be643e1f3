"""Bringing back the accomplishment that contradicts a worry, in sentences."""

from django.utils.translation import gettext

from unrut.core.facets import shipped_vocabulary
from unrut.queries.right_win import RightWin
from unrut.wording.numbers import day, listed


def lead(shown: RightWin) -> str:
    """What weighs, and that there is something that says otherwise."""
    return gettext("You wrote: “%(worry)s” This says something else:") % {"worry": shown.worry.text}


def why(shown: RightWin) -> str:
    """What the two have in common, and when it was."""
    common = [shipped_vocabulary()[facet].name for facet in shown.worry.facets if facet in _facets(shown)]
    when = day(shown.accomplishment.happened_on)
    if not common:
        return when
    return gettext("%(day)s, and about the same: %(facets)s.") % {"day": when, "facets": listed(common)}


def nothing() -> str:
    """That there is nothing to bring back now."""
    return gettext(
        "Nothing is brought back now: this is for a low week, and only when something you got done contradicts what weighs."
    )


def refused() -> str:
    """That it will not be shown again."""
    return gettext("Thank you. It is not shown for this again, and what is like it less often.")


def _facets(shown: RightWin) -> set[str]:
    return {facet for why_found in shown.found.why for facet in why_found.words} | set(shown.found.win.facets)
