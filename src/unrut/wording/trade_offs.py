"""Trade-offs and their answers, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.trade_offs import Agreement, Contradiction
from unrut.core.explore.wants import Want
from unrut.models import TradeOffAnswer
from unrut.queries.trade_offs import trade_off_of
from unrut.queries.wants import Weighed
from unrut.wording.wants import names_within


def answered_words(row: TradeOffAnswer, wants: Sequence[Want]) -> str:
    """What was answered to a trade-off."""
    asked = trade_off_of(row)
    first, second = names_within(asked.first, wants), names_within(asked.second, wants)
    better, other = (second, first) if row.answer == "second" else (first, second)
    words = (
        gettext("%(better)s and %(other)s: about the same, or hard to say.")
        if row.answer == "equal"
        else gettext("%(better)s rather than %(other)s.")
    )
    told = words % {"better": better, "other": other}
    return told[:1].upper() + told[1:]


def contradiction_words(doubt: Contradiction, found: Weighed) -> str:
    """Two answers that do not go together, or one that does not go with the weights."""
    one = answered_words(found.answers[doubt.place], found.wants)
    if doubt.other is None:
        return gettext("One answer does not go with how you weighed things: “%(one)s”") % {"one": one}
    return gettext("These two answers do not go together: “%(one)s” and “%(other)s”") % {
        "one": one,
        "other": answered_words(found.answers[doubt.other], found.wants),
    }


def agreement_words(kept: Agreement) -> str:
    """How steady the answers are; nothing while none was asked again."""
    if not kept.asked:
        return ""
    told = ngettext(
        "Asked again at least a week later, you answered %(same)d of %(asked)d question the same.",
        "Asked again at least a week later, you answered %(same)d of %(asked)d questions the same.",
        kept.asked,
    ) % {"same": kept.same, "asked": kept.asked}
    if not kept.near:
        return told
    return " ".join(
        [told, ngettext("Another was nearly the same.", "%(near)d more were nearly the same.", kept.near)]
    ) % {"near": kept.near}


def due_words(count: int) -> str:
    """The questions that may be asked once more."""
    return ngettext(
        "A week has passed: there is %(count)d question to ask again, to see how steady your answer is.",
        "A week has passed: there are %(count)d questions to ask again, to see how steady your answers are.",
        count,
    ) % {"count": count}


def answers_fold(count: int) -> str:
    """The fold of the trade-offs that were answered."""
    return ngettext("Your answer to a trade-off", "Your %(count)d answers to trade-offs", count) % {
        "count": count
    }


def question_title(*, is_asked: bool, is_said: bool, is_again: bool) -> str:
    """The first line of a screen with a trade-off, or without one."""
    if is_asked:
        return gettext("Which would you rather have?")
    if is_again:
        return gettext("There is nothing to ask again now.")
    if not is_said:
        return gettext("First say what counts, then it can be weighed.")
    return gettext("That is enough: no further answer would change what leads.")


def again_words(left: int) -> str:
    """What is said of the questions asked once more."""
    if not left:
        return gettext("A week after you answered trade-offs, up to three of them can be asked once more.")
    return ngettext(
        "You answered this before. Answer it afresh; what you said is not shown. It is the last one.",
        "You answered this before. Answer it afresh; what you said is not shown. %(left)d are left.",
        left,
    ) % {"left": left}


def question_place(answered: int, most: int) -> str:
    """Which of the trade-offs this is."""
    return gettext(
        "Question %(place)d of at most %(most)d. All else stays as it is; answer as you feel today."
    ) % {"place": answered + 1, "most": most}


def forgotten_words(count: int) -> str:
    """What happened to answers about a range that is another one now; nothing where there were none."""
    if not count:
        return ""
    return ngettext(
        "Kept. %(count)d answer to a trade-off was about what you changed, so it no longer counts.",
        "Kept. %(count)d answers to trade-offs were about what you changed, so they no longer count.",
        count,
    ) % {"count": count}
