"""What is missing for a kind of work, in sentences: what one has, what it takes, how others enter, and what study is for."""

from collections.abc import Mapping, Sequence
from math import ceil, floor

from django.utils.translation import gettext, ngettext

from unrut.core.explore.occupations.gaps import Closing, Gap, GapCard, Have, Hours
from unrut.core.explore.occupations.licences import Licence
from unrut.core.explore.occupations.skill_words import standing_of
from unrut.core.explore.occupations.study import EDUCATION, Entering, StudyNeed
from unrut.wording import skills
from unrut.wording.numbers import listed
from unrut.wording.way_money import MONTHS_OF_A_YEAR, SEVERAL_YEARS, months

_PERCENT = 100
_CLOSINGS = {
    Closing.EVALUATE: "by finding out",
    Closing.TRAINING: "by learning",
    Closing.SIDE_PROJECT: "by doing",
}
# Hours below the first of each pair are rounded to the second.
_STEPS = ((100, 10), (1_000, 50), (10_000, 100), (100_000, 1_000))
_FEW_SHARES, _LEAST_SHARE, _HARDLY = 2, 0.05, 0.02
_SHORT_YEARS = 2
_QUOTED = 3


def standing_words(level: float) -> str:
    """How far something goes, in words."""
    return skills.standing_words(standing_of(level))


def hours_words(hours: Hours) -> str:
    """A range of hours, rounded to what it can tell: "roughly 200 to 500 hours"."""
    low, high = _rounded(hours.low), _rounded(hours.high)
    if low == high:
        return ngettext("roughly %(count)s hour", "roughly %(count)s hours", low) % {"count": f"{low:,}"}
    return gettext("roughly %(low)s to %(high)s hours") % {"low": f"{low:,}", "high": f"{high:,}"}


def _rounded(hours: float) -> int:
    """To one or two figures; never to nothing."""
    step = next((step for most, step in _STEPS if hours < most), _STEPS[-1][1])
    return max(1, round(hours)) if hours < step else step * round(hours / step)


def card_lead(card: GapCard, title: str, *, is_known: bool) -> str:
    """The first line of the gap card, of everything that counts."""
    sentence = _lowered(card_sentence(card, is_known=is_known))
    # Translators: the name of a kind of work, and a sentence on it.
    return gettext("%(work)s: %(sentence)s") % {"work": title, "sentence": sentence}


def card_sentence(card: GapCard, *, is_known: bool) -> str:
    """How much of what counts one has, and what the rest takes; `is_known` says whether anything is known of the person."""
    have, total = len(card.have), len(card.have) + len(card.missing)
    if not total:
        return gettext("Nobody was asked what it needs, so nothing can be said of what is missing.")
    if not is_known:
        return gettext(
            "What you can is not known yet. Say what you do or can, and this says what is missing."
        )
    if not card.missing:
        return gettext("You have all that matters for it.")
    return gettext(
        "You have %(have)d of the %(total)d things that matter; closing the rest takes %(hours)s."
    ) % {"have": have, "total": total, "hours": hours_words(card.hours)}


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def card_note(card: GapCard) -> str:
    """How sure the card is of what the person has."""
    rows = (*card.have, *card.missing)
    own = sum(row.is_own for row in card.have) + sum(row.is_own for row in card.missing)
    if not rows or own == len(rows):
        return ""
    if not own:
        return gettext("So far all of this is assumed. It gets surer with every skill you confirm.")
    return ngettext(
        "You confirmed %(own)d of these %(total)d yourself; the others are assumed.",
        "You confirmed %(own)d of these %(total)d yourself; the others are assumed.",
        len(rows),
    ) % {"own": own, "total": len(rows)}


def gap_words(gap: Gap) -> str:
    """What one has beside what is needed: "yours: basic · needed: strong"."""
    mine, needed = standing_words(gap.mine), standing_words(gap.needed)
    if mine == needed:
        return gettext("yours: %(mine)s · needed: a little more") % {"mine": mine}
    return gettext("yours: %(mine)s · needed: %(needed)s") % {"mine": mine, "needed": needed}


def gap_line(gap: Gap) -> str:
    """The same with its name, as one line."""
    return gettext("%(name)s (%(levels)s)") % {"name": gap.name, "levels": gap_words(gap)}


def closing_words(gap: Gap) -> str:
    """How it is closed, and in how many hours."""
    return gettext("%(how)s, %(hours)s") % {
        "how": gettext(_CLOSINGS[gap.how]),
        "hours": hours_words(gap.hours),
    }


def have_words(have: Have) -> str:
    """How far it goes, beside what is needed."""
    return gettext("yours: %(mine)s · needed: %(needed)s") % {
        "mine": standing_words(have.mine),
        "needed": standing_words(have.needed),
    }


def lesser_count(count: int) -> str:
    """The fold of what is missing and weighs less."""
    return ngettext("%(count)d that weighs less", "%(count)d that weigh less", count) % {"count": count}


def have_count(count: int) -> str:
    """The fold of what one has."""
    return ngettext("%(count)d thing you have", "%(count)d things you have", count) % {"count": count}


def ground_words(row: Have | Gap, evidence: Mapping[str, str], homes: Sequence[str]) -> str:
    """What a level rests on: what the person said, else the work behind them, else what nearly everybody has."""
    if row.is_own and (shown := evidence.get(row.element, "").strip()):
        return gettext("confirmed by you: “%(evidence)s”") % {"evidence": shown}
    if row.is_own:
        return gettext("confirmed by you")
    if homes:
        return gettext("assumed from your work as %(work)s") % {"work": listed(list(homes[:_QUOTED]))}
    return gettext("assumed; nothing of your work is known yet")


def share_words(share: float) -> str:
    """A share of the people asked, in percent."""
    percent = round(share * _PERCENT)
    return gettext("%(percent)d %%") % {"percent": percent} if percent else gettext("hardly anybody")


def entering_sentences(entering: Entering | None, zone: str) -> list[str]:
    """How people enter, as far as anybody was asked: schooling apart, then experience, training and all in all."""
    if entering is None:
        return []
    told = [_experience(entering), _training(entering)]
    if entering.zone:
        told.append(gettext("In all it usually takes %(preparation)s.") % {"preparation": zone})
    return [sentence for sentence in told if sentence]


def schooling_sentence(entering: Entering | None) -> str:
    """What most say the work asks for; nothing where nobody was asked."""
    shares = entering.education if entering else ()
    parts = [
        gettext("%(percent)s name “%(schooling)s”")
        % {"percent": share_words(part.share), "schooling": part.name}
        for part in shares[:_FEW_SHARES]
        if part.share >= _LEAST_SHARE
    ]
    if not parts:
        return ""
    return gettext("Of those who do it, asked what schooling it takes, %(parts)s.") % {"parts": listed(parts)}


def _experience(entering: Entering) -> str:
    """How much related work people have behind them when they begin."""
    if entering.experience is None:
        return ""
    low, high = entering.experience
    if high <= 0:
        return gettext("Most begin without any related work before.")
    return gettext("Related work before: %(time)s.") % {"time": _between(low, high)}


def _training(entering: Entering) -> str:
    """How long people are trained once they are there."""
    if entering.training is None:
        return ""
    low, high = entering.training
    if high <= 0:
        return gettext("Training on the spot: next to none.")
    return gettext("Training on the spot: %(time)s.") % {"time": _between(low, high)}


def _between(low: float, high: float) -> str:
    """A range of months, in years where both ends are that long."""
    begin, end = months(low), months(high)
    if begin == end:
        return gettext("about %(time)s") % {"time": end}
    if round(low) < 1:
        return gettext("up to %(time)s") % {"time": end}
    if low >= MONTHS_OF_A_YEAR and high >= SEVERAL_YEARS:
        return gettext("%(low)d to %(high)s") % {"low": round(low / MONTHS_OF_A_YEAR), "high": end}
    if high < SEVERAL_YEARS:
        return gettext("%(low)d to %(high)s") % {"low": round(low), "high": end}
    return gettext("%(low)s to %(high)s") % {"low": begin, "high": end}


def study_sentences(study: StudyNeed | None, *, education: int | None, is_asked: bool) -> list[str]:
    """Whether study is needed for it, who asks for it, and what it would take."""
    if not is_asked:
        return [gettext("The survey does not say what schooling it takes.")]
    if study is None or education is None:
        return [gettext("Say what schooling you have, and this says whether more is needed.")]
    if study.share_asking < _HARDLY:
        return [gettext("It asks for no more schooling than you have.")]
    if not study.is_needed:
        return [_asked_by_few(study)]
    return [_asked_by_most(study), _way_around(study), _length(study)]


def _asked_by_few(study: StudyNeed) -> str:
    return gettext(
        "Most say that it asks for no more schooling than you have; %(percent)s name more. Try the cheaper proofs first."
    ) % {"percent": share_words(study.share_asking)}


def _asked_by_most(study: StudyNeed) -> str:
    return gettext(
        "%(percent)s of those who do it say that it asks for more schooling than you have, usually “%(schooling)s”."
    ) % {"percent": share_words(study.share_asking), "schooling": EDUCATION[study.to_category].name}


def _way_around(study: StudyNeed) -> str:
    if study.is_gate:
        return gettext("There is hardly a way around it: a licence is needed besides.")
    return gettext("Not all came in with it. Ask two of them how they did, before you enrol.")


def _length(study: StudyNeed) -> str:
    return gettext(
        "It takes %(time)s of full-time study; beside a job, about %(hours)d hours a week for twice as long."
    ) % {"time": study_time(study.years), "hours": round(study.hours_a_week_part_time)}


def study_time(years: tuple[float, float]) -> str:
    """A range of years, the least rounded down and the most rounded up."""
    low, high = floor(years[0]), ceil(years[1])
    if years[1] < _SHORT_YEARS:
        return _between(years[0] * MONTHS_OF_A_YEAR, years[1] * MONTHS_OF_A_YEAR)
    if low == high:
        return gettext("about %(time)s") % {"time": _years(high)}
    if not low:
        return gettext("up to %(time)s") % {"time": _years(high)}
    return gettext("%(low)d to %(high)s") % {"low": low, "high": _years(high)}


def _years(count: int) -> str:
    return ngettext("%(count)d year", "%(count)d years", count) % {"count": count}


def openings_sentence(stated: Sequence[tuple[str, str]]) -> str:
    """What the person's own openings of that kind ask for, as far as they say."""
    if not stated:
        return ""
    parts = [
        gettext("“%(title)s” asks for “%(education)s”") % {"title": title, "education": education}
        for title, education in stated
    ]
    return gettext("Among your own openings of that kind: %(parts)s.") % {"parts": listed(parts)}


def licence_sentences(licence: Licence | None) -> list[str]:
    """The licence it needs, in plain words, and how long it takes."""
    if licence is None:
        return []
    takes = (
        gettext("Besides %(besides)s, its training and examination usually take %(time)s.")
        if licence.besides
        else gettext("Its training and examination usually take %(time)s in all.")
    )
    return [
        gettext("Usually needed: %(name)s. %(sentence)s")
        % {"name": licence.name, "sentence": licence.sentence},
        takes % {"besides": licence.besides, "time": _between(*licence.months)},
    ]


def put_into_plan(count: int) -> str:
    """What was done with the lines that were chosen."""
    if not count:
        return gettext("All of that is in your plan already.")
    return ngettext("%(count)d step is in your plan now.", "%(count)d steps are in your plan now.", count) % {
        "count": count
    }
