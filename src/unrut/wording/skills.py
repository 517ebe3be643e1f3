"""What a person can and where they stand among kinds of work, in sentences."""

from django.utils.translation import gettext, ngettext

from unrut.core.explore.occupations.own_skills import SkillTable, Standing
from unrut.core.explore.occupations.reach import Horizon
from unrut.queries.skills import SkillProposal
from unrut.queries.standpoint import Home, Standpoint


def standing_words(standing: Standing) -> str:
    """How far a skill goes."""
    return {
        Standing.NONE: gettext("not at all"),
        Standing.BASIC: gettext("the basics"),
        Standing.WORKING: gettext("enough to work with"),
        Standing.STRONG: gettext("strong"),
        Standing.EXPERT: gettext("expert"),
    }[standing]


def table_name(table: SkillTable) -> str:
    """What the entries of a table are to the person."""
    return {
        SkillTable.SKILL: gettext("What you are good at"),
        SkillTable.KNOWLEDGE: gettext("What you know about"),
        SkillTable.ACTIVITY: gettext("What you know how to do"),
    }[table]


def skills_lead(known: int, proposed: int) -> str:
    """The first line of the page of skills."""
    if known:
        return ngettext(
            "You said of %(count)d thing how well you can do it.",
            "You said of %(count)d things how well you can do them.",
            known,
        ) % {"count": known}
    if proposed:
        return ngettext(
            "What you wrote shows %(count)d thing you may be able to do. It counts once you say so.",
            "What you wrote shows %(count)d things you may be able to do. Each counts once you say so.",
            proposed,
        ) % {"count": proposed}
    return gettext("What can you do?")


def read_lead(proposed: int) -> str:
    """What reading a CV gave."""
    if not proposed:
        return gettext(
            "Nothing in it gives away a skill beyond those you confirmed. Lines that say what you did help most."
        )
    return ngettext(
        "%(count)d thing can be read from it. Tick it if it is right; nothing is kept unasked.",
        "%(count)d things can be read from it. Tick those that are right; nothing is kept unasked.",
        proposed,
    ) % {"count": proposed}


def kept_words(count: int) -> str:
    """What was kept."""
    return ngettext("Kept: %(count)d skill.", "Kept: %(count)d skills.", count) % {"count": count}


def changed_words(count: int) -> str:
    """How many of the long list were changed."""
    if not count:
        return gettext("Nothing was changed.")
    return ngettext("Kept: %(count)d was changed.", "Kept: %(count)d were changed.", count) % {"count": count}


def all_words(count: int) -> str:
    """The fold of the long list."""
    return gettext("Go through all %(count)d, one by one") % {"count": count}


def told_words(count: int) -> str:
    """The fold of what was written of things done, beside a CV that was just read."""
    return ngettext(
        "%(count)d more from what you got done", "%(count)d more from what you got done", count
    ) % {"count": count}


def usual_words(count: int) -> str:
    """The fold of what is usual in the work the person did."""
    return ngettext(
        "%(count)d thing that is usual in the work you did",
        "%(count)d things that are usual in the work you did",
        count,
    ) % {"count": count}


def why_words(proposal: SkillProposal) -> str:
    """Why a skill without a quote is proposed."""
    return gettext("Usual among %(work)s.") % {"work": proposal.work} if proposal.work else ""


def me_lead(at: Standpoint, title: str) -> str:
    """The first line of "Where you stand"; `title` is that of the kind of work of the present job, if it is known."""
    if title:
        return gettext("You stand among %(work)s. How far other work is, is measured from there.") % {
            "work": title
        }
    if at.present:
        return gettext("“%(title)s” is no kind of work we know by that name. Say which it is.") % {
            "title": at.present.job.title
        }
    if at.known_homes:
        return gettext("You stand on the work you did before. What you do now is not told yet.")
    return gettext("Where do you stand? It begins with the work you do now.")


def home_words(home: Home, title: str, reason: str) -> str:
    """Which kind of work a job is taken for, and why; `reason` is a clause of how the title was understood."""
    if home.row is None:
        return gettext("No kind of work goes by this name, so it does not count yet.")
    if home.is_said:
        return gettext("Counts as %(work)s, as you said.") % {"work": title}
    return gettext("Taken for %(work)s: %(reason)s.") % {"work": title, "reason": reason}


def job_said_words(job: str, title: str) -> str:
    """What was kept of a job; no title leaves it to its name."""
    if not title:
        return gettext("Kept: what “%(job)s” is, is read from its name again.") % {"job": job}
    return gettext("Kept: “%(job)s” counts as %(work)s.") % {"job": job, "work": title}


def horizon_choices() -> list[tuple[Horizon, str, str]]:
    """How far one would go: each with its name and what counts as within reach then."""
    return [
        (
            Horizon.YEAR,
            gettext("Within a year"),
            gettext("Within reach is what needs a course or some evenings, and no new degree."),
        ),
        (
            Horizon.THREE,
            gettext("Within three years"),
            gettext(
                "Within reach is also what takes study beside work, or more preparation than you have now."
            ),
        ),
        (
            Horizon.ANY,
            gettext("However long it takes"),
            gettext("Hardly anything is called far then; what it takes is still said everywhere."),
        ),
    ]


def licences_words(held: int) -> str:
    """The fold of the licences."""
    if not held:
        return gettext("Licences and registrations you hold: none said")
    return ngettext(
        "Licences and registrations you hold: %(count)d",
        "Licences and registrations you hold: %(count)d",
        held,
    ) % {"count": held}
