"""The one a person decides with: what they want, what they need, and how the options look to them, in sentences."""

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext

from unrut.core.explore.partner import Need
from unrut.models import Partner
from unrut.queries.partners import PartnerOption, PartnerView
from unrut.wording.explore import option_name
from unrut.wording.numbers import listed
from unrut.wording.wants import level_words, name_within

# Closer than this, two fits are alike.
_ALIKE = 2.0


def lead(view: PartnerView | None) -> str:
    """The first line of the page."""
    if view is None:
        return gettext("Does somebody decide with you?")
    names = {"partner": view.partner.name}
    if not view.needs:
        return _first_words(view) or gettext("%(partner)s decides with you.") % names
    broken = sum(bool(each.broken) for each in view.options)
    if not broken:
        return gettext("Nothing here breaks what %(partner)s needs, as far as it is known.") % names
    if len(view.options) == 1:
        name = option_name(view.options[0].option)
        return gettext("“%(option)s” breaks something %(partner)s needs.") % {**names, "option": name}
    return ngettext(
        "%(broken)d of the %(all)d options breaks something %(partner)s needs.",
        "%(broken)d of the %(all)d options break something %(partner)s needs.",
        broken,
    ) % {**names, "broken": broken, "all": len(view.options)}


def _first_words(view: PartnerView) -> str:
    """Which option comes first for the partner, beside the one that does for the person; nothing where they weigh nothing."""
    judged = [(each.mean, each) for each in view.options if each.mean is not None]
    if not judged:
        return ""
    theirs = option_name(max(judged, key=lambda pair: pair[0])[1].option)
    yours = option_name(view.options[0].option)
    words = (
        gettext("By what %(partner)s wants, “%(theirs)s” comes first, as it does for you.")
        if theirs == yours
        else gettext("By what %(partner)s wants, “%(theirs)s” comes first; for you it is “%(yours)s”.")
    )
    return words % {"partner": view.partner.name, "theirs": theirs, "yours": yours}


def line(partner: Partner | None, wants: int, needs: int) -> str:
    """The partner in one line for the result."""
    if partner is None:
        return gettext("So far you decide alone.")
    weighed = ngettext("%(count)d of these counts", "%(count)d of these count", wants) % {"count": wants}
    needed = ngettext("%(count)d need", "%(count)d needs", needs) % {"count": needs}
    return gettext("You decide with %(partner)s: %(weighed)s for them too, with %(needed)s.") % {
        "partner": partner.name,
        "weighed": weighed,
        "needed": needed,
    }


def need_words(need: Need) -> str:
    """What cannot be done without: commute at most rather “short and easy”."""
    words = (
        gettext("%(name)s: at most %(level)s") if need.is_most else gettext("%(name)s: at least %(level)s")
    )
    return words % {"name": name_within(need.want), "level": level_words(need.want.facet, need.level)}


def fit_words(each: PartnerOption, partner: Partner) -> str:
    """The fit by the weights of the partner, beside the present job; nothing where they weigh nothing."""
    if each.mean is None or each.now is None:
        return ""
    beside = each.mean - each.now
    if each.option.kind == "present":
        words = gettext("for %(partner)s about %(points)d of 100")
    elif beside >= _ALIKE:
        words = gettext("for %(partner)s better than now: about %(points)d of 100")
    elif beside <= -_ALIKE:
        words = gettext("for %(partner)s worse than now: about %(points)d of 100")
    else:
        words = gettext("for %(partner)s much like now: about %(points)d of 100")
    return words % {"partner": partner.name, "points": round(each.mean)}


def broken_words(each: PartnerOption) -> str:
    """What the option breaks of what is needed; nothing where it breaks none."""
    return gettext("Breaks: %(needs)s.") % {"needs": _listed(each.broken)} if each.broken else ""


def unknown_words(each: PartnerOption) -> str:
    """What is needed and not known of the option."""
    return gettext("To find out: %(needs)s.") % {"needs": _listed(each.unknown)} if each.unknown else ""


def _listed(needs: Iterable[Need]) -> str:
    return listed([need_words(need) for need in needs])
