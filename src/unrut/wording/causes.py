"""A cause looked at closely, in sentences: how sure, since when, what goes with it, what would change our mind."""

from collections.abc import Sequence
from statistics import fmean

from django.utils.translation import gettext, ngettext

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.bad_weeks import LEAST_WEEKS, Difference
from unrut.core.reflect.causes import Cause
from unrut.core.reflect.changing_minds import LONGEST, ChangeOfMind
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.remedies import Beginning
from unrut.core.reflect.resampling import Chances
from unrut.core.reflect.severity import STRONG_COUNTS, USUAL_SEVERITY, wording_strength
from unrut.core.reflect.shares import Lately
from unrut.core.reflect.split import MOST_PARTS_NAMED, PartShare, main_parts
from unrut.core.reflect.study import Closely
from unrut.queries.notes import NoteView
from unrut.wording.numbers import listed

_HUNDRED = 100
_STEP = 5
_ALWAYS_AND_NEVER = (0.0, 1.0)
_STRONG, _PLAIN = 0.65, 0.45


def how_sure(chances: Chances) -> str:
    """How often a cause is among the first three when the weeks are drawn anew."""
    if chances.leading in _ALWAYS_AND_NEVER:
        every, no = gettext("every"), gettext("no")
        return gettext("in your top three in %(every)s re-drawing of your weeks") % {
            "every": every if chances.leading else no
        }
    return gettext("in your top three in %(times)s re-drawings of your weeks") % {
        "times": of_a_hundred(chances.leading)
    }


def how_sure_first(chances: Chances) -> str:
    """How often a cause comes first when the weeks are drawn anew."""
    if chances.first in _ALWAYS_AND_NEVER:
        return (
            gettext("It comes first in every one.") if chances.first else gettext("It comes first in none.")
        )
    return gettext("It comes first in %(times)s.") % {"times": of_a_hundred(chances.first)}


def of_a_hundred(share: float) -> str:
    """So many times of a hundred; a chance that is neither never becomes all or none by rounding."""
    times = round(share * _HUNDRED)
    if times == _HUNDRED:
        return gettext("more than 99 of 100")
    return gettext("%(times)d of 100") % {"times": times} if times else gettext("fewer than 1 of 100")


def range_words(interval: tuple[float, float]) -> str:
    """The range that holds the share of weeks with 80 % probability, in steps of five."""
    low, high = (_STEP * round(_HUNDRED * end / _STEP) for end in interval)
    if low == high:
        return gettext("Counting chance in, it is probably about %(high)d %% of your weeks.") % {"high": high}
    return gettext("Counting chance in, it is probably %(low)d to %(high)d %% of your weeks.") % {
        "low": low,
        "high": high,
    }


def lately_words(lately: Lately) -> str:
    """The last eight answered weeks against those before; empty while there are too few."""
    return {
        Lately.MORE: gettext("Lately you name it more often than before."),
        Lately.LESS: gettext("Lately you name it less often than before."),
        Lately.ALIKE: gettext("Lately you name it about as often as before."),
        Lately.TOO_FEW: "",
    }[lately]


def lately_mark(lately: Lately) -> str:
    """The same as two words beside a cause; only where something changed."""
    return {Lately.MORE: gettext("more often lately"), Lately.LESS: gettext("less often lately")}.get(
        lately, ""
    )


def difference_words(found: Difference | None) -> str:
    """Whether it goes with bad or with good weeks."""
    if found is None:
        return gettext(
            "Whether it goes with bad weeks cannot be said yet: it takes %(count)d scored weeks that name it and as "
            "many that do not."
        ) % {"count": LEAST_WEEKS}
    if not (found.is_lower or found.is_higher):
        return gettext(
            "It goes neither with bad nor with good weeks as far as can be seen (%(named)d weeks that name it, "
            "%(others)d that do not)."
        ) % {"named": found.named, "others": found.others}
    sentence = _WORSE if found.is_lower else _BETTER
    near, far = sorted((abs(found.low), abs(found.high)))
    return gettext(sentence) % {
        "named": found.named,
        "others": found.others,
        "mean": points(abs(found.mean)),
        "near": f"{near:.1f}",
        "far": f"{far:.1f}",
    }


_WORSE = (
    "It goes with bad weeks: the %(named)d that name it were about %(mean)s lower than the %(others)d others "
    "(probably %(near)s to %(far)s)."
)
_BETTER = (
    "It goes with good weeks: the %(named)d that name it were about %(mean)s higher than the %(others)d others "
    "(probably %(near)s to %(far)s)."
)


def points(value: float) -> str:
    """Points of the weekly score, rounded to a half."""
    halves = max(1, round(value * 2)) / 2
    return ngettext("%(points)s point of ten", "%(points)s points of ten", 1 if halves <= 1 else 2) % {
        "points": gettext("half a") if halves < 1 else f"{halves:g}"
    }


def split_line(split: Sequence[PartShare], *, is_ranked: bool) -> str:
    """Where most of what weighs sits; empty before anything was named, and while the order means nothing yet."""
    if not (split and is_ranked):
        return ""
    main = main_parts(split)
    if main:
        return gettext("It is mostly about %(parts)s.") % {"parts": listed(_shares(main))}
    return gettext("It is spread: %(parts)s.") % {"parts": ", ".join(_shares(split[:MOST_PARTS_NAMED]))}


def _shares(split: Sequence[PartShare]) -> list[str]:
    parts = shipped_vocabulary().parts
    return [
        gettext("%(part)s (%(percent)d %%)")
        % {"part": parts[part.part].mention, "percent": percent(part.share)}
        for part in split
    ]


def percent(share: float) -> int:
    """A share in percent, in steps of five, at least one step."""
    return max(_STEP, _STEP * round(_HUNDRED * share / _STEP))


def beginning_words(beginning: Beginning | None, split: Sequence[PartShare]) -> str:
    """Where to begin with what leads; empty while that cannot be said."""
    if beginning is None:
        return ""
    if beginning is Beginning.PART:
        return gettext(shipped_vocabulary().parts[split[0].part].decides)
    return {
        Beginning.SAFETY: gettext(
            "Respect and safety come first. Nobody has to bear this by working differently; there is a way of its own for it."
        ),
        Beginning.MANAGER: gettext(
            "Most of what leads is something people usually ask their manager for first. One prepared conversation is "
            "cheaper than leaving."
        ),
        Beginning.FIELD: gettext(
            "The subject or its meaning stands out, more than tasks, manager or colleagues. Another field is worth a look."
        ),
    }[beginning]


def change_words(change: ChangeOfMind | None, cause: Cause) -> list[str]:
    """What would change our mind, in one or two sentences."""
    if change is None:
        return [gettext("With so few weeks every further one may change this.")]
    return [_places(change), *([_reading(change, cause)] if change.read else [])]


def _places(change: ChangeOfMind) -> str:
    if change.weeks is None:
        stays = gettext("Even %(count)d weeks without it would leave it in your top three.")
        enters = gettext("Even %(count)d weeks in a row that name it would not bring it into your top three.")
        return (stays if change.leads else enters) % {"count": LONGEST}
    leaves = ngettext(
        "%(count)d week without it would take it out of your top three.",
        "%(count)d weeks without it would take it out of your top three.",
        change.weeks,
    )
    rises = ngettext(
        "%(count)d more week that names it would bring it into your top three.",
        "%(count)d more weeks that name it would bring it into your top three.",
        change.weeks,
    )
    return (leaves if change.leads else rises) % {"count": change.weeks}


def _reading(change: ChangeOfMind, cause: Cause) -> str:
    weeks = len(cause.weeks)
    if change.read == weeks:
        return ngettext(
            "It was named in %(weeks)d week, as the program read your words; you have confirmed none yet.",
            "It was named in %(weeks)d weeks, all as the program read your words; you have confirmed none yet.",
            weeks,
        ) % {"weeks": weeks}
    told = ngettext(
        "It was named in %(weeks)d weeks; %(read)d of them is as the program read your words, not confirmed by you.",
        "It was named in %(weeks)d weeks; %(read)d of them are as the program read your words, not confirmed by you.",
        change.read,
    ) % {"weeks": weeks, "read": change.read}
    if change.leads and not change.leads_without_read:
        told += " " + gettext("Without those it would not be in your top three.")
    return told


def severity_words(notes: Sequence[NoteView]) -> str:
    """How strongly the notes are worded, whatever their weeks were like; empty without any."""
    strengths = [wording_strength(note.text, NoteKind(note.kind)) for note in notes]
    if not strengths:
        return ""
    usual = fmean(strengths)
    if usual >= _STRONG:
        return gettext("You put it strongly.")
    if max(strengths) >= USUAL_SEVERITY + STRONG_COUNTS:
        return gettext("At times you put it strongly.")
    return gettext("You put it plainly.") if usual >= _PLAIN else gettext("You put it mildly.")


def weight_words(cause: Cause) -> str:
    """How the wants move it up or down; empty where they do not."""
    if cause.weight > 1:
        return gettext("It counts for more because of what you said you want.")
    return gettext("It counts for less because of what you said you want.") if cause.weight < 1 else ""


def weight_mark(cause: Cause) -> str:
    """The same beside a cause; only where it moves it up."""
    return gettext("counts for more, as you want it") if cause.weight > 1 else ""


def close_words(close: Closely, notes: Sequence[NoteView]) -> list[str]:
    """Everything about the share of one cause and the wording of its notes, in sentences."""
    sure = [_as_sentence(how_sure(close.chances)), how_sure_first(close.chances)] if close.chances else []
    told = [
        range_words(close.interval),
        lately_words(close.lately),
        *sure,
        severity_words(notes),
        weight_words(close.cause),
    ]
    return [sentence for sentence in told if sentence]


def _as_sentence(phrase: str) -> str:
    return gettext("It is %(phrase)s.") % {"phrase": phrase}


def rating_words(rating: int) -> str:
    """How well a remedy usually treats a facet."""
    return {
        3: gettext("usually the first thing to try"),
        2: gettext("often helps"),
        1: gettext("sometimes helps"),
    }[rating]
