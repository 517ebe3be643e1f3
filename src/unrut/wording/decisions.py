"""Deciding, and looking back at it, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext, ngettext

from unrut.core.explore.calibration import FEWEST, Calibration, CalibrationVerdict
from unrut.core.explore.criteria import criterion_name
from unrut.core.explore.decisions import (
    REVIEW_DAYS,
    Criterion,
    CriterionKind,
    ReviewVerdict,
    review_verdict,
)
from unrut.core.facets import shipped_vocabulary
from unrut.models import Decision, DecisionReview
from unrut.queries.decisions import Decisions, Due, DueKind
from unrut.queries.frame import PRESENT
from unrut.queries.outcomes import Board
from unrut.wording.numbers import chance, day, listed
from unrut.wording.outcomes import criterion
from unrut.wording.ways import way_name

WEEK, SEVERAL_WEEKS = 7, 14
PERCENT = 100
PROPOSED_WAIT = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class ThenRow:
    """What was told of a way on the day of the decision."""

    title: str
    there: str
    soon: str
    late: str
    best: str
    value: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class BinRow:
    """Predictions of about the same chance, and how many of them came."""

    said: str
    count: int
    came: str


def lead(found: Decisions, *, today: date) -> str:
    """The first line of the page: by when one decides, or that nothing is agreed yet."""
    if found.open is None:
        return gettext("When will you decide, and by what?")
    left = (found.open.decide_on - today).days
    told = {"day": day(found.open.decide_on)}
    if left > 0:
        return gettext("You decide by %(day)s: %(left)s.") % {**told, "left": days_left(left)}
    if left == 0:
        return gettext("Today is the day you set to decide.")
    return gettext("The day you set was %(day)s. Decide now, or set another day.") % told


def days_left(days: int) -> str:
    """A wait in days, from two weeks on in weeks."""
    if days < SEVERAL_WEEKS:
        return ngettext("%(count)d day from now", "%(count)d days from now", days) % {"count": days}
    weeks = round(days / WEEK)
    return ngettext("%(count)d week from now", "%(count)d weeks from now", weeks) % {"count": weeks}


def proposed_day(today: date) -> date:
    """A day to decide that leaves time for a small test or two."""
    return today + PROPOSED_WAIT


def due_words(due: Due, *, today: date) -> str:
    """A line for a decision or a look back that is due."""
    if due.kind is DueKind.DECIDE and due.decision.decide_on == today:
        return gettext("Today is the day you set for a decision.")
    if due.kind is DueKind.DECIDE:
        return gettext("%(day)s was the day you set for a decision.") % {"day": day(due.decision.decide_on)}
    return gettext("“%(way)s” began on %(day)s. Is it as you hoped? A look back takes two minutes.") % {
        "way": due.decision.chosen,
        "day": day(due.decision.began_on or today),
    }


def record_lead(decision: Decision) -> str:
    """The first line of a record: what was decided, and how surely."""
    return gettext("You decided for “%(way)s”, %(sure)d %% sure.") % {
        "way": decision.chosen,
        "sure": decision.sure or 0,
    }


def past_words(decision: Decision) -> str:
    """A past decision in a line: the day, and how sure one was."""
    return gettext("%(day)s, %(sure)d %% sure") % {
        "day": day(decision.made_on or decision.opened_on),
        "sure": decision.sure or 0,
    }


def figure_rows(figures: Sequence[Mapping[str, Any]], chosen: str = "") -> list[ThenRow]:
    """Kept figures as a table reads them; what was not kept is a dash."""
    return [_then_row(kept, is_chosen=kept.get("title") == chosen) for kept in figures]


def _then_row(kept: Mapping[str, Any], *, is_chosen: bool) -> ThenRow:
    is_staying = kept.get("key") == PRESENT
    return ThenRow(
        title=str(kept.get("title", "–")),
        there="–" if is_staying else _share(kept, "there_soon"),
        soon="–" if is_staying else _share(kept, "better_soon"),
        late="–" if is_staying else _share(kept, "better_late"),
        best=_share(kept, "best"),
        value=_value(kept),
        is_chosen=is_chosen,
    )


def _share(kept: Mapping[str, Any], name: str) -> str:
    value = kept.get(name)
    return chance(float(value)) if isinstance(value, int | float) else "–"


def _value(kept: Mapping[str, Any]) -> str:
    low, middle, high = (kept.get(name) for name in ("low", "middle", "high"))
    if not all(isinstance(value, int | float) for value in (low, middle, high)):
        return "–"
    return gettext("%(middle)d (%(low)d to %(high)d)") % {
        "middle": round(middle or 0),
        "low": round(low or 0),
        "high": round(high or 0),
    }


def causes_then(causes: Mapping[str, float]) -> list[tuple[str, str, str]]:
    """Each cause of then: its id, its name, and in how many of ten weeks it was named."""
    strongest = sorted(causes.items(), key=lambda each: (-each[1], each[0]))
    return [
        (facet, criterion_name(facet, shipped_vocabulary()), _weeks_of_ten(share))
        for facet, share in strongest
    ]


def _weeks_of_ten(share: float) -> str:
    weeks = round(10 * share)
    if not weeks:
        return gettext("named in fewer than 1 of 10 weeks")
    return ngettext("named in %(count)d of 10 weeks", "named in %(count)d of 10 weeks", weeks) % {
        "count": weeks
    }


def look_back_title(days: int) -> str:
    """What a look back is called."""
    return gettext("%(days)d days after it began") % {"days": days}


def too_early(day_of_it: date) -> str:
    """From when on a look back can be made."""
    return gettext("It is too early for this look back. It can be made from %(day)s on.") % {
        "day": day(day_of_it)
    }


def next_look_back(decision: Decision, done: Sequence[DecisionReview]) -> str:
    """When one will look back next, or what that waits for."""
    if decision.began_on is None:
        return gettext(
            "Say when it began, even if that is today and you stay: 30, 90 and 180 days later you look back at what you decided for."
        )
    last = max((review.days for review in done), default=0)
    ahead = next((days for days in REVIEW_DAYS if days > last), None)
    if ahead is None:
        return gettext("You looked back as far as this goes.")
    return gettext("The next look back can be made from %(day)s on.") % {
        "day": day(decision.began_on + timedelta(days=ahead))
    }


def again_words(*, is_again: bool) -> str:
    """Whether one would choose the same again."""
    return gettext("You would choose it again.") if is_again else gettext("You would not choose it again.")


def criterion_words(found: Criterion, board: Board) -> str:
    """A proposed criterion as a sentence one can agree on with oneself."""
    match found.kind:
        case CriterionKind.CHANCE:
            return gettext(
                "I go when its chance of being better than staying over five years is at least %(percent)d %%."
            ) % {"percent": round(found.value * PERCENT)}
        case CriterionKind.LEVEL:
            return _level_criterion(found, board)
        case CriterionKind.TRIED:  # pragma: no branch - there is no other
            return gettext("I do not go before I have tried it on a small scale.")


def _level_criterion(found: Criterion, board: Board) -> str:
    want = next((want for want in board.frame.wants if want.facet == found.facet), None)
    is_more = want is None or want.wanted >= found.value
    told = {
        "name": criterion(board, found.facet),
        "level": round(found.value),
        "way": way_name(board.way(found.key)),
    }
    if found.key == PRESENT and is_more:
        return gettext("I stay if “%(name)s” of my job comes to %(level)d of 10 or more.") % told
    if found.key == PRESENT:
        return gettext("I stay if “%(name)s” of my job comes to %(level)d of 10 or less.") % told
    if is_more:
        return gettext("I go for “%(way)s” only if its “%(name)s” is at %(level)d of 10 or more.") % told
    return gettext("I go for “%(way)s” only if its “%(name)s” is at %(level)d of 10 or less.") % told


def verdict_words(causes: Mapping[str, float], answers: Mapping[str, int]) -> str:
    """What became of the causes of then, in a sentence."""
    found = review_verdict(causes, answers)
    told = {"lifted": _named(found.lifted), "still": _named(found.still)}
    match found.verdict:
        case ReviewVerdict.LIFTED:
            return gettext("What weighed on you then has lifted: %(lifted)s.") % told
        case ReviewVerdict.PARTLY if found.still:
            return gettext("Some of it has lifted: %(lifted)s. Still there: %(still)s.") % told
        case ReviewVerdict.PARTLY:
            return gettext("Some of it has lifted: %(lifted)s. The rest weighs less than it could.") % told
        case ReviewVerdict.SAME if found.still:
            return gettext("What weighed on you then still does: %(still)s.") % told
        case ReviewVerdict.SAME:
            return gettext("Nothing of it has lifted clearly yet.")
        case ReviewVerdict.NOTHING_TOLD:  # pragma: no branch - there is no other
            return gettext("You did not say how the causes of then weigh now.") if causes else ""


def _named(facets: Sequence[str]) -> str:
    return listed([criterion_name(facet, shipped_vocabulary()) for facet in facets])


def weighs_now(causes: Mapping[str, float], answers: Mapping[str, int]) -> list[str]:
    """Each cause of then with how much it weighs now, the strongest of then first."""
    return [
        gettext("%(name)s: %(weighs)d of 10 now, %(then)s then")
        % {"name": name, "weighs": answers[facet], "then": then}
        for facet, name, then in causes_then(causes)
        if facet in answers
    ]


def calibration_lines(found: Calibration) -> list[str]:
    """How well what was said beforehand held: the verdict, and the counts it rests on."""
    match found.verdict:
        case CalibrationVerdict.TOO_FEW:
            return [_too_few(found.count)]
        case CalibrationVerdict.FAIR:
            first = gettext("What you call likely comes about as often as you say.")
        case CalibrationVerdict.TOO_SURE:
            first = gettext("You are surer beforehand than it turns out.")
        case CalibrationVerdict.NOT_SURE_ENOUGH:  # pragma: no branch - there is no other
            first = gettext("You could be surer of what you say beforehand.")
    return [first, _counts(found)]


def _too_few(count: int) -> str:
    so_far = ngettext("So far there is %(count)d.", "So far there are %(count)d.", count) % {"count": count}
    return gettext(
        "From %(least)d results of tests and looks back on, this says how well what you expect holds. %(so_far)s"
    ) % {
        "least": FEWEST,
        "so_far": so_far,
    }


def _counts(found: Calibration) -> str:
    return gettext(
        "Of %(count)d predictions, %(came)d came; by what you said, about %(said)d would have."
    ) % {
        "count": found.count,
        "came": round(found.came * found.count),
        "said": round(found.said * found.count),
    }


def bin_rows(found: Calibration) -> list[BinRow]:
    """Predictions by how likely they were called; nothing while there are too few."""
    if found.verdict is CalibrationVerdict.TOO_FEW:
        return []
    return [
        BinRow(
            said=gettext("%(low)d to %(high)d %%")
            % {"low": round(each.low * PERCENT), "high": round(each.high * PERCENT)},
            count=each.count,
            came=gettext("%(came)d of %(count)d")
            % {"came": round(each.came * each.count), "count": each.count},
        )
        for each in found.bins
    ]
