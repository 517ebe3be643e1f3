"""What one wants, how sure its weights are and what moved them, in sentences."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from django.utils.translation import gettext, ngettext

from unrut.core.explore.criteria import poles_of, want_name
from unrut.core.explore.levels import HIGHEST, LOWEST, MIDDLE
from unrut.core.explore.posterior import Source, Stage
from unrut.core.explore.want_ranges import ends_of
from unrut.core.explore.want_shares import Share, order_chance, shares_of
from unrut.core.explore.wants import Want, grounds
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture
from unrut.queries.wants import Weighed
from unrut.wording.numbers import listed, round_tens, weeks_named

HUNDRED = 100
FIRST_NAMED = 3
MOVES_NAMED = 3
# A move of less than this many points of 100 is not worth a word.
_LEAST_MOVE = 1.0
_SURE, _FAIRLY_SURE, _OPEN = 0.9, 0.6, 0.35
# How far from a pole, and from the middle, one still speaks of it.
_NEARLY, _BETWEEN = 2.0, 1.0
_BESIDE = (
    (97, "as much as %(first)s"),
    (70, "nearly as much as %(first)s"),
    (58, "more than half as much as %(first)s"),
    (43, "half as much as %(first)s"),
    (15, "less than half as much as %(first)s"),
    (1, "hardly, beside %(first)s"),
    (0, "not at all: it leaves the list"),
)


def name_within(want: Want) -> str:
    """What a want is called within a sentence: the facet in small letters, the person's own words in quotes."""
    name = want_name(want, shipped_vocabulary())
    if want.name or want.is_own:
        return gettext("“%(name)s”") % {"name": name}
    return name[:1].lower() + name[1:]


def names_within(facets: Iterable[str], wants: Sequence[Want]) -> str:
    """Several wants within a sentence; one that is gone is called by its facet."""
    known = {want.facet: want for want in wants}
    return listed([name_within(known.get(facet) or Want(facet, 0, HIGHEST)) for facet in facets])


def level_words(facet: str, level: float) -> str:
    """A level between its poles: “standing still”, nearly “learning a lot”, in between."""
    low, high = poles_of(facet, shipped_vocabulary())
    pole = low if level < MIDDLE else high
    distance = min(level - LOWEST, HIGHEST - level)
    if level == MIDDLE:
        return gettext("in between")
    if distance <= 0:
        return gettext("“%(pole)s”") % {"pole": pole}
    if distance <= _NEARLY:
        return gettext("nearly “%(pole)s”") % {"pole": pole}
    if abs(level - MIDDLE) <= _BETWEEN:
        return gettext("in between, nearer to “%(pole)s”") % {"pole": pole}
    return gettext("rather “%(pole)s”") % {"pole": pole}


def level_choices(facet: str) -> list[tuple[str, str]]:
    """All levels as a list of choices shows them: 7 – rather “learning a lot”."""
    poles = poles_of(facet, shipped_vocabulary())
    ends = {LOWEST: poles[0], HIGHEST: poles[1]}
    return [
        (str(level), f"{level} – {ends.get(level, level_words(facet, level))}")
        for level in range(round(HIGHEST) + 1)
    ]


def end_words(want: Want) -> tuple[str, str]:
    """The worst and the best level in words, with their numbers where the words are the same."""
    worst, best = ends_of(want)
    words = level_words(want.facet, worst), level_words(want.facet, best)
    if words[0] != words[1]:
        return words
    return _with_number(words[0], worst), _with_number(words[1], best)


def _with_number(words: str, level: float) -> str:
    return gettext("%(words)s (%(level)d of 10)") % {"words": words, "level": round(level)}


def improvement(want: Want) -> str:
    """From the worst to the best: from “standing still” to “learning a lot”."""
    worst, best = end_words(want)
    return gettext("from %(worst)s to %(best)s") % {"worst": worst, "best": best}


def lead(found: Weighed) -> str:
    """The first line of the page: what counts most, and how sure the order is."""
    if not found.posterior.facets:
        return gettext("Nothing is wanted yet. You can say it in ten minutes.")
    known = {want.facet: want for want in found.wants}
    names = [name_within(known[share.facet]) for share in shares_of(found.posterior)]
    if len(names) == 1:
        return _one_words(names[0], are_proposed=found.are_proposed)
    if found.are_proposed:
        return gettext(
            "Your notes suggest that %(first)s counts most, then %(second)s. You have not said it yourself yet."
        ) % {"first": names[0], "second": names[1]}
    return gettext("What counts most is %(first)s, then %(second)s; %(order)s.") % {
        "first": names[0],
        "second": names[1],
        "order": _order_words(
            order_chance(found.posterior, min(FIRST_NAMED, len(names))), min(FIRST_NAMED, len(names))
        ),
    }


def _one_words(name: str, *, are_proposed: bool) -> str:
    words = (
        gettext("Your notes suggest that %(first)s counts. You have not said it yourself yet.")
        if are_proposed
        else gettext("What counts is %(first)s, and nothing else is weighed beside it.")
    )
    return words % {"first": name}


def _order_words(share: float, count: int) -> str:
    of_what = gettext("this order") if count < FIRST_NAMED else gettext("the order of the first three")
    words = {"order": of_what, "percent": round_tens(share)}
    if share >= _SURE:
        return gettext("%(order)s is sure") % words
    if share >= _FAIRLY_SURE:
        return gettext("%(order)s is fairly sure (about %(percent)d %%)") % words
    if share >= _OPEN:
        return gettext("%(order)s is still open (it holds with about %(percent)d %%)") % words
    return gettext("%(order)s is not settled yet") % words


def share_words(share: Share) -> str:
    """A share of the weight with its range: about 24 of 100, between 18 and 31."""
    low, mean, high = (round(HUNDRED * each) for each in (share.low, share.mean, share.high))
    if low == high:
        return gettext("about %(mean)d of 100") % {"mean": mean}
    return gettext("about %(mean)d of 100, between %(low)d and %(high)d") % {
        "mean": mean,
        "low": low,
        "high": high,
    }


def evenly_words(count: int) -> str:
    """Where all weights begin."""
    return gettext("To begin with each counts the same, about %(share)d of 100.") % {
        "share": round(HUNDRED / max(1, count))
    }


def moves(found: Weighed) -> list[str]:
    """What each source did to the weights, a sentence each."""
    return [
        _source_words(after, are_proposed=found.are_proposed) % {"moves": _moves(before, after, found.wants)}
        if _moved(before, after)
        else _unmoved_words(after)
        for before, after in pairwise(found.posterior.stages)
    ]


def _source_words(stage: Stage, *, are_proposed: bool) -> str:
    if stage.source is Source.SLIDERS:
        return (
            gettext("Your notes moved %(moves)s.")
            if are_proposed
            else gettext("How you weighed them moved %(moves)s.")
        )
    if stage.source is Source.TRADE_OFFS:
        return ngettext("Your trade-off moved %(moves)s.", "Your trade-offs moved %(moves)s.", stage.count)
    return gettext("What you kept and put aside moved %(moves)s.")


def _unmoved_words(stage: Stage) -> str:
    if stage.source is Source.SLIDERS:
        return gettext("All of them weigh about the same.")
    if stage.source is Source.TRADE_OFFS:
        return ngettext(
            "Your trade-off agrees with the weights: none moved by as much as a point of 100.",
            "Your trade-offs agree with the weights: none moved by as much as a point of 100.",
            stage.count,
        )
    return gettext("What you kept and put aside moved no weight by as much as a point of 100.")


def _moved(before: Stage, after: Stage) -> list[str]:
    """The facets that moved by a point, the farthest first."""
    far = {facet: HUNDRED * abs(after.shares[facet] - before.shares[facet]) for facet in after.shares}
    return sorted((facet for facet in far if far[facet] >= _LEAST_MOVE), key=lambda facet: -far[facet])


def _moves(before: Stage, after: Stage, wants: Sequence[Want]) -> str:
    return listed(
        [
            # Translators: the name of a want, and its share of the weight before and after.
            gettext("%(name)s from %(before)d to %(after)d of 100")
            % {
                "name": names_within([facet], wants),
                "before": round(HUNDRED * before.shares[facet]),
                "after": round(HUNDRED * after.shares[facet]),
            }
            for facet in _moved(before, after)[:MOVES_NAMED]
        ]
    )


def ground_words(facet: str, picture: Picture) -> str:
    """What the notes say of a facet: not liked in 9 of 14 weeks, liked in 2 of 14 weeks."""
    cause, energy = grounds(Want(facet, 0, HIGHEST), picture)
    parts = []
    if cause:
        parts.append(
            gettext("not liked in %(weeks)s") % {"weeks": weeks_named(len(cause.weeks), cause.answered)}
        )
    if energy:
        parts.append(
            gettext("liked in %(weeks)s") % {"weeks": weeks_named(len(energy.weeks), energy.answered)}
        )
    return ", ".join(parts)


def beside_words(weight: float, first: str) -> str:
    """What a weight means beside the first: half as much as learning."""
    return next(words for least, words in beside_scale(first) if weight >= least)


def beside_scale(first: str) -> list[tuple[int, str]]:
    """The words of all weights, each from the least weight it is said of, the highest first."""
    return [(least, gettext(words) % {"first": first}) for least, words in _BESIDE]


def points_words(weight: float, first: str) -> str:
    """A weight as points of a slider, and what that means beside the first."""
    return f"{round(weight)} · {beside_words(weight, first)}"


def screen_names() -> Mapping[str, str]:
    """The six screens in their order."""
    return {
        "limits": gettext("what you would never take"),
        "criteria": gettext("what counts"),
        "ranges": gettext("from where to where"),
        "first": gettext("what first"),
        "weights": gettext("how much the others count"),
        "trade-offs": gettext("which would you rather have"),
    }


def progress(screen: str) -> str:
    """Where one is: 3 of 6, from where to where."""
    names = screen_names()
    return gettext("%(place)d of %(all)d: %(name)s") % {
        "place": list(names).index(screen) + 1,
        "all": len(names),
        "name": names[screen],
    }
