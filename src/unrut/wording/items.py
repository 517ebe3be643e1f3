"""The questions of the long looks: facets, slow signs, and the weeks one remembers."""

from django.utils.translation import gettext, gettext_lazy

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.look_back import BEST, TYPICAL, WORST

# The weekly questions, asked of a week that stands for many.
_TYPICAL_ITEMS = {
    "satisfaction": gettext_lazy("All in all, how satisfied are you with your job in such a week?"),
    "boredom": gettext_lazy("How much of the working time feels boring or like going through the motions?"),
    "dread": gettext_lazy("Before such a week begins, how uneasy does the thought of it make you?"),
    "drive": gettext_lazy("How much do you want to do your work well, beyond what you have to?"),
    "learning": gettext_lazy("How much do you learn that is new to you?"),
    "energy": gettext_lazy("When such a week ends, how drained are you?"),
}


def question(item: str) -> str:
    """What is asked about an item."""
    known = shipped_vocabulary()
    if item in known:
        return known[item].quarterly_item
    if item in known.slow_signs:
        return known.slow_signs[item].item
    if item == BEST:
        return gettext("How satisfied were you with your job in the best week?")
    if item == WORST:
        return gettext("How satisfied were you with your job in the worst week?")
    return str(_TYPICAL_ITEMS[item.removeprefix(TYPICAL)])


def ends(item: str) -> tuple[str, str]:
    """What 0 and what 10 mean for an item."""
    known = shipped_vocabulary()
    if item in known:
        return gettext("not at all true"), gettext("completely true")
    if item in known.slow_signs:
        return known.slow_signs[item].anchors
    if item in {BEST, WORST}:
        return known.signs["satisfaction"].anchors
    return known.signs[item.removeprefix(TYPICAL)].anchors


def prompt(item: str) -> str:
    """A question on one line, with what its ends mean."""
    low, high = ends(item)
    return gettext("%(question)s (0 %(low)s, 10 %(high)s)") % {
        "question": question(item),
        "low": low,
        "high": high,
    }
