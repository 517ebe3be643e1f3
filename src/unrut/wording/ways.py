"""Ways out, what each would take and how they stand beside staying, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.outcomes import WINNER, Outcome
from unrut.core.explore.ways import SHARES, Estimate, Figure, WayKind, shipped_ways
from unrut.queries.frame import PRESENT, TREATED
from unrut.queries.outcomes import Board
from unrut.queries.ways import FigureView, Origin, WayView
from unrut.wording.numbers import chance, round_tens
from unrut.wording.way_money import amount, months

PERCENT = 100
MONEY = frozenset({Figure.COST, Figure.INCOME_MEANWHILE, Figure.INCOME_THEN})
# Nearer to an equal share than this, the first is first by chance.
_STANDS_OUT = 1.25
_WORSE, _BETTER = -2.0, 2.0
_SURE, _LIKELY, _OPEN = 0.8, 0.5, 0.2
_FIGURE_NAMES = {
    Figure.CHANCE: "Chance of getting there",
    Figure.MONTHS: "Time until you are there",
    Figure.COST: "What it costs in all",
    Figure.INCOME_MEANWHILE: "Income on the way",
    Figure.INCOME_THEN: "Income once there",
    Figure.MEANWHILE: "How the weeks on the way are",
    Figure.LASTING: "How much of the gain lasts",
    Figure.WAY_BACK: "Chance that you could come back",
}
_FIGURE_HINTS = {
    Figure.CHANCE: "In percent.",
    Figure.MONTHS: "In months, up to 120.",
    Figure.COST: "Fees, tools, moving: all that is spent on the way, besides living.",
    Figure.INCOME_MEANWHILE: "Net a month until you are there. Left empty, it is as now.",
    Figure.INCOME_THEN: "Net a month. Left empty, it is as now.",
    Figure.MEANWHILE: "Beside a week of your job as it is, in points of 100: −50 is far worse, 0 the same, 50 far better.",
    Figure.LASTING: "In percent from 40 to 100, once the first months are over.",
    Figure.WAY_BACK: "To something as good as now, in percent.",
}
_VERSIONS_OF_THE_JOB = frozenset({PRESENT, TREATED})


def way_name(way: WayView) -> str:
    """What a way is called: as the person named it, or in plain words."""
    if way.kind is WayKind.STAY:
        return gettext("Your job as it is")
    if way.kind is WayKind.CHANGE and way.title == shipped_ways()[WayKind.CHANGE].name:
        return gettext("Your job, changed")
    return way.title


def way_within(way: WayView) -> str:
    """What a way is called within a sentence."""
    name = way_name(way)
    if way.kind is WayKind.STAY:
        return gettext("staying")
    if name == gettext("Your job, changed"):
        return gettext("the changed job")
    return gettext("“%(way)s”") % {"way": name}


def kind_words(way: WayView) -> str:
    """What kind of way it is, where its name does not say so already."""
    name = way.usual.name
    return "" if way.key in _VERSIONS_OF_THE_JOB or name == way.title else name


def others_of(board: Board) -> list[WayView]:
    """The ways that are anything else than staying: the changed job only where something in it would change."""
    is_changed = bool(board.frame.treatments)
    return [
        way
        for way in board.ways
        if way.key != PRESENT and (way.key != TREATED or is_changed or way.way is not None)
    ]


def board_lead(board: Board) -> str:
    """The first line of the board: what leads over five years and how surely, or that nothing does."""
    if board.outcomes is None:
        return gettext("First it takes a week of notes, or a few wants of your own.")
    if not others_of(board):
        return gettext("There is no other way here to put beside staying yet.")
    first = max(board.outcomes.outcomes, key=lambda outcome: outcome.best)
    name = way_within(board.way(first.key))
    if first.best < _STANDS_OUT / len(board.ways):
        return gettext("What is known does not tell your ways apart yet.")
    if first.best < WINNER:
        return gettext(
            "No way is clearly best yet. The first, %(way)s, has a chance of about %(percent)d %%."
        ) % {"way": name, "percent": round_tens(first.best)}
    if first.key == PRESENT:
        return gettext("Staying is the best of what is here over five years: %(chance)s.") % {
            "chance": chance(first.best)
        }
    return gettext("Over five years %(way)s leads: %(chance)s the best of what is here.") % {
        "way": name,
        "chance": chance(first.best),
    }


def way_lead(way: WayView, outcome: Outcome | None) -> str:
    """The first line of one way."""
    name = way_within(way)
    if way.kind is WayKind.STAY:
        return gettext("Your job as it is: what every other way is put beside.")
    told = _way_told(way, outcome) % {"way": name, "chance": chance(outcome.better[1]) if outcome else ""}
    return told[:1].upper() + told[1:]


def _way_told(way: WayView, outcome: Outcome | None) -> str:
    if way.is_aside:
        return gettext("%(way)s is put aside. Nothing of it is lost.")
    if outcome is None:
        return gettext("%(way)s can be judged once something is wanted.")
    return gettext("%(way)s is %(chance)s better than staying, over five years.")


def better_lines(outcome: Outcome) -> list[str]:
    """How a way compares with staying after a year and a half, and after five years."""
    if outcome.key == PRESENT:
        return [gettext("What the others are put beside.")]
    soon, later = outcome.better
    if chance(soon) == chance(later):
        return [
            gettext("Better than staying, over a year and a half as over five years: %(chance)s.")
            % {"chance": chance(soon)}
        ]
    return [
        gettext("Better than staying over a year and a half: %(chance)s.") % {"chance": chance(soon)},
        gettext("Over five years: %(chance)s.") % {"chance": chance(later)},
    ]


def unchanged_words() -> str:
    """What is said of the changed job while nothing says what to change."""
    return gettext(
        "Nothing in your notes says yet what to change. Two moves and a request are ready all the same."
    )


def facts_line(way: WayView, currency: str) -> list[str]:
    """What a way takes, in a few words each: chance, time, cost, and how one could come back."""
    if way.kind is WayKind.STAY:
        return []
    said = {figure: view.estimate for figure, view in way.figures.items()}
    return [
        words for figure, tell in _TOLD.items() if figure in said and (words := tell(said[figure], currency))
    ]


def _chance_words(estimate: Estimate, _: str) -> str:
    return gettext("getting there: %(chance)s") % {"chance": chance(estimate.likely)}


def _time_words(estimate: Estimate, _: str) -> str:
    low, high = months(estimate.low), months(estimate.high)
    if low == high:
        return gettext("takes %(months)s") % {"months": low}
    return gettext("takes %(low)s to %(high)s") % {"low": low, "high": high}


def _cost_words(estimate: Estimate, currency: str) -> str:
    if not estimate.high:
        return ""
    return gettext("costs about %(amount)s") % {"amount": amount(estimate.likely, currency)}


def _back_words(estimate: Estimate, _: str) -> str:
    if estimate.likely >= _SURE:
        return gettext("you could come back at any time")
    if estimate.likely >= _LIKELY:
        return gettext("you could probably come back")
    if estimate.likely >= _OPEN:
        return gettext("coming back would be hard")
    return gettext("there is hardly a way back")


_TOLD = {
    Figure.CHANCE: _chance_words,
    Figure.MONTHS: _time_words,
    Figure.COST: _cost_words,
    Figure.WAY_BACK: _back_words,
}


def lasting_sentence(way: WayView) -> str:
    """How much of the gain stays when the first months are over."""
    lasting = way.figures.get(Figure.LASTING)
    if lasting is None or lasting.estimate.likely >= 1:
        return ""
    return gettext(
        "Once you are there, the first months are nearly always the best: of the gain, about %(percent)d %% lasts."
    ) % {"percent": round(lasting.estimate.likely * PERCENT)}


def phases_sentence(way: WayView, outcome: Outcome, staying: float) -> str:
    """What the picture of the phases says."""
    if way.kind is WayKind.STAY:
        return gettext("Taken as it is, it stays as it is.")
    first, _, last = (phase.middle - staying for phase in outcome.phases)
    if _beside(first) == _beside(last):
        return gettext("From the first half year on it is %(first)s.") % {"first": _beside(first)}
    return gettext("The first half year is %(first)s; from a year and a half on it is %(last)s.") % {
        "first": _beside(first),
        "last": _beside(last),
    }


def _beside(points: float) -> str:
    if points <= _WORSE:
        return gettext("worse than staying")
    if points >= _BETTER:
        return gettext("better than staying")
    return gettext("much like staying")


def phase_names() -> list[str]:
    """The three stretches of time a way is looked at in."""
    return [gettext("first 6 months"), gettext("to 18 months"), gettext("to 5 years")]


def figure_name(figure: Figure) -> str:
    """What a figure is called."""
    return gettext(_FIGURE_NAMES[figure])


def figure_hint(figure: Figure) -> str:
    """In what it is given, and what leaving it empty means."""
    return gettext(_FIGURE_HINTS[figure])


def written(figure: Figure, value: float) -> str:
    """A value as it stands in a field: percent for shares, without needless zeros."""
    return f"{round(value * PERCENT, 1) if figure in SHARES else round(value, 2):.10g}"


def figure_words(figure: Figure, estimate: Estimate, currency: str) -> str:
    """An estimate in words: most likely, and between what."""
    low, likely, high = (
        _value_words(figure, value, currency) for value in (estimate.low, estimate.likely, estimate.high)
    )
    if low == high:
        return likely
    return gettext("most likely %(likely)s, between %(low)s and %(high)s") % {
        "likely": likely,
        "low": low,
        "high": high,
    }


def _value_words(figure: Figure, value: float, currency: str) -> str:
    if figure in SHARES:
        return gettext("%(percent)d %%") % {"percent": round(value * PERCENT)}
    if figure in MONEY:
        return amount(value, currency)
    if figure is Figure.MONTHS:
        return months(value)
    return ngettext("%(points)s point", "%(points)s points", abs(round(value))) % {
        "points": f"{round(value):+d}".replace("-", "−") if round(value) else "0"
    }


def origin_words(view: FigureView) -> str:
    """Where a figure comes from."""
    match view.origin:
        case Origin.OWN if view.source:
            return gettext("yours, from: %(source)s") % {"source": view.source}
        case Origin.OWN:
            return gettext("yours")
        case Origin.POSTING:
            return gettext("from the posting, after tax")
        case Origin.TESTED:
            return gettext("as your tests left it")
        case Origin.USUAL:  # pragma: no branch - there is no other
            return gettext("usual; %(source)s") % {"source": view.source} if view.source else gettext("usual")


def aside_count(ways: Sequence[WayView]) -> str:
    """The fold of those put aside."""
    return ngettext("%(count)d put aside", "%(count)d put aside", len(ways)) % {"count": len(ways)}


def more_figures(count: int) -> str:
    """The fold of the figures that move the result less."""
    return ngettext("%(count)d more figure", "%(count)d more figures", count) % {"count": count}


def interests_lead(count: int) -> str:
    """The first line of the page of interests."""
    if not count:
        return gettext("What are you drawn to, when nobody asks it of you?")
    return ngettext(
        "You named %(count)d thing you are drawn to. It can begin with one evening.",
        "You named %(count)d things you are drawn to. Each can begin with one evening.",
        count,
    ) % {"count": count}
