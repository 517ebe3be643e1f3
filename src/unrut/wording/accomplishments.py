"""What got done, in sentences: how many, why found, what to ask next."""

from django.utils.translation import gettext, ngettext

from unrut.core.facets import shipped_vocabulary
from unrut.core.milestones.find import Found, Why, WhyKind
from unrut.core.milestones.story import Missing, Part, Question
from unrut.models import Accomplishment, AccomplishmentSource
from unrut.wording.numbers import listed


def list_lead(count: int, query: str, *, is_question: bool) -> str:
    """The first line of the list of what got done, or of what a search found."""
    if is_question and query:
        return question_lead(count)
    if query and not count:
        return gettext("Nothing you wrote down fits that. Try other words, or fewer.")
    if query:
        return ngettext("%(count)d thing fits that.", "%(count)d things fit that.", count) % {"count": count}
    if not count:
        return gettext("Here you keep what you got done.")
    return ngettext("You have got %(count)d thing done.", "You have got %(count)d things done.", count) % {
        "count": count
    }


def question_lead(count: int) -> str:
    """What can be said to an interview question."""
    if not count:
        return gettext("Nothing you wrote down answers that yet. What happened that could?")
    return ngettext(
        "This one answers it best.", "These %(count)d answer it best, the best one first.", count
    ) % {"count": count}


def why_found(found: Found) -> str:
    """Why an accomplishment was found."""
    return (
        gettext("Because of %(reasons)s") % {"reasons": listed(reasons)}
        if (reasons := _reasons(found))
        else ""
    )


def _reasons(found: Found) -> list[str]:
    return [reason for why in found.why if (reason := _reason(why))]


def _reason(why: Why) -> str:
    quoted = listed([f"“{word}”" for word in why.words])
    match why.kind:
        case WhyKind.WORDS:
            return quoted
        case WhyKind.SKILL:
            return gettext("the skill %(skills)s") % {"skills": quoted}
        case WhyKind.FACET:
            names = [shipped_vocabulary()[facet].name for facet in why.words if facet in shipped_vocabulary()]
            return gettext("being about %(facets)s") % {"facets": listed(names)} if names else ""
        case WhyKind.MEANING:
            return (
                gettext("its meaning, near %(words)s") % {"words": quoted}
                if quoted
                else gettext("its meaning")
            )
        case _:
            return ""


def source_words(done: Accomplishment) -> str:
    """Where an accomplishment comes from."""
    return {
        AccomplishmentSource.HAND: gettext("Written down by you."),
        AccomplishmentSource.WEEK: gettext("From your week."),
        AccomplishmentSource.STEP: gettext("A step of your plan."),
        AccomplishmentSource.MARKDOWN: gettext("From a Markdown file."),
        AccomplishmentSource.TABLE: gettext("From a table."),
        AccomplishmentSource.JRNL: gettext("From jrnl."),
        AccomplishmentSource.DAY_ONE: gettext("From Day One."),
        AccomplishmentSource.GIT: gettext("From your commits."),
    }[AccomplishmentSource(done.source)]


def part_name(part: Part) -> str:
    """What a part of the story is called."""
    return {
        Part.SITUATION: gettext("The situation"),
        Part.TASK: gettext("What was asked of you"),
        Part.ACTION: gettext("What you did"),
        Part.RESULT: gettext("What came of it"),
    }[part]


def question_words(question: Question) -> tuple[str, str]:
    """One question about an accomplishment, and a hint how to answer it."""
    return {
        Part.ACTION: (
            gettext("What exactly did you do?"),
            gettext("You, not the team. One to three sentences."),
        ),
        Part.RESULT: (
            gettext("What came of it?"),
            gettext("What was different afterwards, and for whom."),
        ),
        Missing.FIGURES: (
            gettext("Is there a number in it?"),
            gettext("How many, how much, how long, how often: before and after. A rough one will do."),
        ),
        Missing.KNOWN_FROM: (
            gettext("How is that number known?"),
            gettext("A report, a count of your own, an estimate."),
        ),
        Part.SITUATION: (
            gettext("What was the situation?"),
            gettext("Where, when, and what made it hard. A sentence."),
        ),
        Part.TASK: (gettext("What was asked of you?"), gettext("Or what did you ask of yourself?")),
        Missing.SEEN_BY: (
            gettext("Who saw it?"),
            gettext("Somebody who could say that it was so. Initials will do."),
        ),
    }[question]


def questions_left(count: int) -> str:
    """How much of the story is open."""
    if not count:
        return gettext("This story is told.")
    return ngettext(
        "%(count)d question would make this easier to use in a review or an interview.",
        "%(count)d questions would make this easier to use in a review or an interview.",
        count,
    ) % {"count": count}
