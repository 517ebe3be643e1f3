"""How ways out compare over time, and what would turn the comparison, in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, gettext_lazy, ngettext

from unrut.core.explore.break_even import BreakEven, Swing
from unrut.core.explore.criteria import criterion_name, poles_of, want_name
from unrut.core.explore.flips import Flip, FlipKind
from unrut.core.explore.outcomes import Outcome
from unrut.core.explore.ways import SHARES, Figure
from unrut.core.facets import shipped_vocabulary
from unrut.queries.frame import PRESENT
from unrut.queries.outcomes import Board, Turning
from unrut.queries.turns import Turns
from unrut.queries.ways import WayView
from unrut.wording.numbers import chance, listed
from unrut.wording.way_money import amount, months
from unrut.wording.ways import MONEY, board_lead, figure_name, others_of, way_name

PERCENT = 100
NAMED_CONDITIONS = 2
_LEAST_POINTS = 0.5

Text = Any  # a lazy translation

# Each condition as a clause, at least and at most.
_AT_LEAST: dict[Figure, Text] = {
    Figure.CHANCE: gettext_lazy("the chance of getting there is at least %(needed)s (now %(now)s)"),
    Figure.MONTHS: gettext_lazy("it takes at least %(needed)s (now %(now)s)"),
    Figure.COST: gettext_lazy("it costs at least %(needed)s (now %(now)s)"),
    Figure.INCOME_MEANWHILE: gettext_lazy("the income on the way is at least %(needed)s (now %(now)s)"),
    Figure.INCOME_THEN: gettext_lazy("the income once there is at least %(needed)s (now %(now)s)"),
    Figure.MEANWHILE: gettext_lazy(
        "the weeks on the way, beside those of now, are at %(needed)s or more (now %(now)s)"
    ),
    Figure.LASTING: gettext_lazy("at least %(needed)s of the gain lasts (now %(now)s)"),
    Figure.WAY_BACK: gettext_lazy("the chance that you could come back is at least %(needed)s (now %(now)s)"),
}
_AT_MOST: dict[Figure, Text] = {
    Figure.CHANCE: gettext_lazy("the chance of getting there is at most %(needed)s (now %(now)s)"),
    Figure.MONTHS: gettext_lazy("it takes at most %(needed)s (now %(now)s)"),
    Figure.COST: gettext_lazy("it costs at most %(needed)s (now %(now)s)"),
    Figure.INCOME_MEANWHILE: gettext_lazy("the income on the way is at most %(needed)s (now %(now)s)"),
    Figure.INCOME_THEN: gettext_lazy("the income once there is at most %(needed)s (now %(now)s)"),
    Figure.MEANWHILE: gettext_lazy(
        "the weeks on the way, beside those of now, are at %(needed)s or less (now %(now)s)"
    ),
    Figure.LASTING: gettext_lazy("at most %(needed)s of the gain lasts (now %(now)s)"),
    Figure.WAY_BACK: gettext_lazy("the chance that you could come back is at most %(needed)s (now %(now)s)"),
}


@dataclass(frozen=True, slots=True)
class FlipLine:
    """What would turn the order of two ways, and where one changes it: a criterion, or the way whose level it is."""

    words: str
    key: str


def lead(board: Board) -> str:
    """The first line of the comparison: who leads and how surely."""
    if board.outcomes is not None and not others_of(board):
        return gettext("There is nothing to compare staying with yet.")
    return board_lead(board)


def notices(board: Board) -> list[str]:
    """What to know before trusting the comparison; nothing where there is no need."""
    if board.outcomes is None:
        return []
    told = [_blank_words(board)]
    if board.frame.are_wants_proposed:
        told.append(
            gettext("What you want is proposed from your notes only; say it yourself, and this gets surer.")
        )
    return [words for words in told if words]


def _blank_words(board: Board) -> str:
    """The ways of which nothing that is wanted is known."""
    wanted = {want.facet for want in board.frame.wants if want.weight}
    blank = [
        way
        for way in others_of(board)
        if not any(level.is_known for facet, level in way.levels.items() if facet in wanted)
    ]
    if not blank:
        return ""
    return ngettext(
        "Nothing you want is known of %(ways)s yet, so its range is wide. Ask, try it, or say what you expect.",
        "Nothing you want is known of %(ways)s yet, so their ranges are wide. Ask, try it, or say what you expect.",
        len(blank),
    ) % {"ways": listed([quoted(way) for way in blank])}


def quoted(way: WayView) -> str:
    """The name of a way within a sentence."""
    return gettext("“%(way)s”") % {"way": way_name(way)}


def staying_name() -> str:
    """What the line of staying is called in a picture."""
    return gettext("your job as it is")


def there_words(outcome: Outcome) -> str:
    """The chance of being there within a year and a half."""
    if outcome.key == PRESENT:
        return gettext("you are there")
    return chance(outcome.there_soon)


def value_words(outcome: Outcome) -> str:
    """How good five years of a way are, in points of 100, with the range that holds four chances in five."""
    value = outcome.values[-1]
    return gettext("%(middle)d of 100, between %(low)d and %(high)d") % {
        "middle": round(value.middle),
        "low": round(value.low),
        "high": round(value.high),
    }


def regret_words(outcome: Outcome) -> str:
    """What one would miss beside what turns out best, on average and in a bad case."""
    usual, most = round(outcome.regret), round(outcome.most_regret)
    if not most:
        return gettext("If you take it, you miss next to nothing.")
    told = {"usual": points_words(usual), "most": round(max(most, usual))}
    if not usual:
        return (
            gettext(
                "If you take it, you mostly miss nothing; in one case of twenty more than %(most)d points."
            )
            % told
        )
    return (
        gettext(
            "If you take it, you miss about %(usual)s on average; in one case of twenty more than %(most)d."
        )
        % told
    )


def points_words(points: float) -> str:
    """12 points."""
    whole = round(points)
    return ngettext("%(count)d point", "%(count)d points", abs(whole)) % {"count": whole}


def excites_words(way: WayView) -> str:
    """How much the thought of a way excites."""
    excites = way.way.excites if way.way else None
    if excites is None:
        return ""
    return gettext("excites you %(excites)d of 10") % {"excites": excites}


def most_exciting(board: Board) -> WayView | None:
    """The way whose thought excites most, the first of them; None while nothing was said."""
    said = [(way.way.excites, way) for way in board.ways if way.way and way.way.excites is not None]
    return max(said, key=lambda each: each[0], default=(0, None))[1]


def most_realistic(board: Board) -> WayView | None:
    """The way one is most likely on within a year and a half, staying left out."""
    others = [(outcome.there_soon, way) for way in others_of(board) if (outcome := board.outcome(way.key))]
    return max(others, key=lambda each: each[0], default=(0.0, None))[1]


def both_words(board: Board) -> str:
    """What excites most beside what is realistic now."""
    exciting, realistic = most_exciting(board), most_realistic(board)
    if realistic is None:
        return ""
    if exciting is None:
        return gettext(
            "The most realistic now is %(realistic)s. You have not said yet how much any of them excites you."
        ) % {"realistic": quoted(realistic)}
    if exciting.key == realistic.key:
        return gettext("%(way)s is both: what excites you most, and the most realistic now.") % {
            "way": quoted(exciting)
        }
    return gettext("What excites you most is %(exciting)s; the most realistic now is %(realistic)s.") % {
        "exciting": quoted(exciting),
        "realistic": quoted(realistic),
    }


def is_ahead(turning: Turning) -> bool:
    """Whether the first way is ahead of the other over five years."""
    return turning.lead >= 0


def pair_words(board: Board, turning: Turning) -> str:
    """Which two ways are held against each other."""
    if turning.against == PRESENT:
        return gettext("%(one)s against staying") % {"one": quoted(board.way(turning.key))}
    return gettext("%(one)s against %(other)s") % {
        "one": quoted(board.way(turning.key)),
        "other": quoted(board.way(turning.against)),
    }


def turning_words(board: Board, turning: Turning) -> str:
    """What has to hold for the way to be ahead, or to get ahead, in one sentence."""
    told = {"one": quoted(board.way(turning.key)), "other": quoted(board.way(turning.against))}
    ahead = is_ahead(turning)
    clauses = conditions(board, turning)
    if not clauses and ahead:
        return gettext("%(one)s is ahead of %(other)s, and no single figure would change that.") % told
    if not clauses:
        return gettext("%(one)s is behind %(other)s, and no single figure would change that.") % told
    told["conditions"] = _either(clauses[:NAMED_CONDITIONS], ahead=ahead)
    if ahead:
        return gettext("%(one)s wins over %(other)s only if %(conditions)s.") % told
    return gettext("%(one)s would draw level with %(other)s if %(conditions)s.") % told


def _either(clauses: Sequence[str], *, ahead: bool) -> str:
    """All of them must hold to stay ahead; one of them is enough to draw level."""
    if ahead or len(clauses) == 1:
        return listed(list(clauses))
    # Translators: two conditions of which one is enough.
    return gettext("%(first)s, or if %(second)s") % {"first": clauses[0], "second": clauses[1]}


def conditions(board: Board, turning: Turning) -> list[str]:
    """Each input that can turn the comparison alone, as a clause."""
    return [
        _clause(board, each, needed=each.needed, is_least=each.rises)
        for each in turning.break_evens
        if each.needed is not None
    ]


def powerless_words(turning: Turning) -> str:
    """How many inputs cannot turn the comparison, whatever they are."""
    count = sum(each.needed is None for each in turning.break_evens)
    if not count:
        return ""
    return ngettext(
        "%(count)d other figure could not turn it alone, whatever it is.",
        "%(count)d other figures could not turn it alone, whatever they are.",
        count,
    ) % {"count": count}


def _clause(board: Board, found: BreakEven, *, needed: float, is_least: bool) -> str:
    if found.figure is None:
        return _level_clause(board, found.facet, found.now, needed, is_least=is_least)
    if found.figure is Figure.INCOME_THEN and board.purse and board.purse.income:
        return _rise_clause(
            needed / board.purse.income - 1, found.now / board.purse.income - 1, is_least=is_least
        )
    clause = (_AT_LEAST if is_least else _AT_MOST)[found.figure]
    return str(clause) % {
        "needed": input_words(board, found.figure, needed),
        "now": input_words(board, found.figure, found.now),
    }


def _rise_clause(needed: float, now: float, *, is_least: bool) -> str:
    percent = round(needed * PERCENT)
    told = {"needed": abs(percent), "now": _rise_words(now)}
    if percent >= 0 and is_least:
        return gettext("your pay rises by at least %(needed)d %% (now %(now)s)") % told
    if percent >= 0:
        return gettext("your pay rises by at most %(needed)d %% (now %(now)s)") % told
    if is_least:
        return gettext("your pay falls by no more than %(needed)d %% (now %(now)s)") % told
    return gettext("your pay falls by at least %(needed)d %% (now %(now)s)") % told


def _rise_words(share: float) -> str:
    percent = round(share * PERCENT)
    return gettext("%(percent)s %%") % {"percent": f"{percent:+d}".replace("-", "−") if percent else "0"}


def _level_clause(board: Board, facet: str, now: float, needed: float, *, is_least: bool) -> str:
    low, high = poles_of(facet, shipped_vocabulary())
    told = {"name": criterion(board, facet), "needed": _tenth(needed), "now": _tenth(now)}
    if is_least:
        return gettext("“%(name)s” is at %(needed)s of 10 or more, towards “%(pole)s” (now %(now)s)") % {
            **told,
            "pole": high,
        }
    return gettext("“%(name)s” is at %(needed)s of 10 or less, towards “%(pole)s” (now %(now)s)") % {
        **told,
        "pole": low,
    }


def _tenth(level: float) -> str:
    return f"{round(level, 1):g}"


def criterion(board: Board, facet: str) -> str:
    """What a criterion is called, as the person named it."""
    want = next((want for want in board.frame.wants if want.facet == facet), None)
    return want_name(want, shipped_vocabulary()) if want else criterion_name(facet, shipped_vocabulary())


def input_words(board: Board, figure: Figure, value: float) -> str:
    """A value of a figure in its own unit."""
    if figure in SHARES:
        return gettext("%(percent)d %%") % {"percent": round(value * PERCENT)}
    if figure in MONEY:
        return amount(value, board.purse.currency if board.purse else "")
    if figure is Figure.MONTHS:
        return months(value)
    return _signed(value)


def swing_name(board: Board, swing: Swing) -> str:
    """What an input of the tornado is called."""
    return figure_name(swing.figure) if swing.figure else criterion(board, swing.facet)


def swing_end(board: Board, swing: Swing, value: float) -> str:
    """An end of an input's range, in its unit."""
    if swing.figure:
        return input_words(board, swing.figure, value)
    return gettext("%(level)s of 10") % {"level": _tenth(value)}


def swing_words(board: Board, swing: Swing) -> str:
    """What the two ends of an input make of the difference."""
    return gettext("%(low)s: %(at_low)s; %(high)s: %(at_high)s") % {
        "low": swing_end(board, swing, swing.low),
        "at_low": difference_words(swing.at_low),
        "high": swing_end(board, swing, swing.high),
        "at_high": difference_words(swing.at_high),
    }


def difference_words(points: float) -> str:
    """How far a way is ahead of the other, or behind it."""
    if abs(points) < _LEAST_POINTS:
        return gettext("level")
    if points > 0:
        return gettext("%(points)s ahead") % {"points": points_words(points)}
    return gettext("%(points)s behind") % {"points": points_words(-points)}


def _signed(points: float) -> str:
    whole = round(points)
    told = f"{whole:+d}".replace("-", "−") if whole else "0"
    return ngettext("%(points)s point", "%(points)s points", abs(whole)) % {"points": told}


def flip_lines(board: Board, first: str, second: str, found: Sequence[Flip]) -> list[FlipLine]:
    """What single weight or fact would put the second way before the first."""
    names = {"first": quoted(board.way(first)), "second": quoted(board.way(second))}
    return [_flip_line(board, names, flip) for flip in found]


def _flip_line(board: Board, names: dict[str, str], flip: Flip) -> FlipLine:
    if flip.kind is FlipKind.WEIGHT:
        words = gettext(
            "%(second)s would come before %(first)s if “%(name)s” counted for %(needed)d of 100 instead of %(now)d."
        ) % {
            **names,
            "name": criterion(board, flip.facet),
            "needed": round(flip.needed * PERCENT),
            "now": round(flip.now * PERCENT),
        }
        return FlipLine(words, "")
    words = gettext(
        "%(second)s would come before %(first)s if “%(name)s” of %(way)s were at %(needed)s of 10 instead of %(now)s."
    ) % {
        **names,
        "name": criterion(board, flip.facet),
        "way": quoted(board.way(flip.key)),
        "needed": _tenth(flip.needed),
        "now": _tenth(flip.now),
    }
    return FlipLine(words, flip.key)


def no_flip(board: Board, found: Turns) -> str:
    """That nothing single would turn the two, or that there is nothing to turn."""
    told = {"first": quoted(board.way(found.first)), "second": quoted(board.way(found.second))}
    if found.ahead < _LEAST_POINTS:
        return gettext("Once you were there, %(first)s and %(second)s would be much the same.") % told
    return gettext("No single weight or fact would put %(second)s before %(first)s.") % told
