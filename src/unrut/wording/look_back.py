"""What the first look back says, with its uncertainty, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.look_back import Band, FirstPicture, Ground, LookBack, Typical
from unrut.core.reflect.reader import NoteKind
from unrut.models import Job
from unrut.wording.numbers import listed

NAMED_AT_MOST = 3
SWINGS_FROM = 5


def lead(picture: FirstPicture) -> str:
    """The first line of the result: what seems to weigh."""
    likely = in_band(picture.weighs, Band.LIKELY)
    if likely:
        return gettext("What seems to weigh on you: %(causes)s.") % {"causes": _weighing(likely)}
    if picture.weighs:
        return gettext("What weighs on you is not clear yet. Perhaps it is %(causes)s.") % {
            "causes": _weighing(picture.weighs)
        }
    if picture.answered:
        return gettext("Nothing you answered seems to weigh on you.")
    return gettext("With a few more answers this page can say what seems to weigh on you.")


def energy_lead(picture: FirstPicture) -> str:
    """What seems to give energy; empty when nothing does."""
    if not picture.gives:
        return ""
    names = [shipped_vocabulary()[ground.facet].lifts for ground in picture.gives[:NAMED_AT_MOST]]
    if picture.gives[0].band is Band.LIKELY:
        return gettext("What seems to give you energy: %(energies)s.") % {"energies": listed(names)}
    return gettext("Perhaps you draw energy from %(energies)s.") % {"energies": listed(names)}


def typical(picture: FirstPicture) -> str:
    """Where the typical week lies."""
    return {
        Typical.LOW: gettext("Your typical week lies low, as far as memory tells."),
        Typical.NEAR: gettext("Your typical week is neither clearly low nor clearly good."),
        Typical.ABOVE: gettext("Your typical week does not lie low, as far as memory tells."),
        Typical.UNKNOWN: gettext(
            "Whether your typical week lies low is open: too few of its signs are answered."
        ),
    }[picture.typical]


def swing(told: LookBack, picture: FirstPicture) -> str:
    """What lies between the best week and the worst; empty when one of them is not answered."""
    if picture.swing is None:
        return ""
    values = {"best": told.best, "worst": told.worst}
    if picture.swing >= SWINGS_FROM:
        return (
            gettext(
                "Your weeks differ much (%(best)d in the best, %(worst)d in the worst), so a single bad one will say little."
            )
            % values
        )
    return (
        gettext(
            "Your weeks lie close together (%(best)d in the best, %(worst)d in the worst), so a change will show soon."
        )
        % values
    )


def drained(told: LookBack) -> str:
    """That the person is usually drained; said apart, because it can tell of health."""
    return gettext(
        "You are usually drained when the week ends (%(value)d of 10). It is not counted in this picture, because it can tell "
        "of your health rather than of your work."
    ) % {"value": told.signs["energy"]}


def doubt() -> str:
    """What the picture is worth."""
    return gettext(
        "This is memory of three months, not a diary: it leans on the best and the worst moments. "
        "After six Fridays the picture rests on weeks."
    )


def band_words(band: Band) -> str:
    """How sure a ground is."""
    return gettext("likely") if band is Band.LIKELY else gettext("perhaps")


def ground_words(ground: Ground, kind: NoteKind) -> str:
    """What a ground rests on: the answer, a line, or both."""
    is_weight = kind is NoteKind.DISLIKE
    line = gettext("a line about the worst week") if is_weight else gettext("a line about the best week")
    if ground.answer is None:
        return gettext("from %(line)s") % {"line": line}
    answer = gettext("you answered %(value)d of 10") % {"value": ground.answer}
    return listed([answer, line]) if ground.lines else answer


def job_words(job: Job | None, hours: int | None = None) -> str:
    """Which job the picture is about, as far as it was said; empty when it has no name."""
    if job is None:
        return ""
    told = [job.title, job.company]
    if job.started_on:
        told.append(gettext("since %(year)s") % {"year": job.started_on.year})
    if hours:
        told.append(gettext("about %(hours)d hours a week") % {"hours": hours})
    return ", ".join(filter(None, told))


def in_band(grounds: Sequence[Ground], band: Band) -> list[Ground]:
    """The grounds of one band."""
    return [ground for ground in grounds if ground.band is band]


def _weighing(grounds: Sequence[Ground]) -> str:
    return listed([shipped_vocabulary()[ground.facet].weighs for ground in grounds[:NAMED_AT_MOST]])
