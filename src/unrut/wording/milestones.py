"""What is done and what lies ahead, in sentences."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from unrut.core.milestones.attain import Change, ChangeKind, Ground
from unrut.core.milestones.contrast import Answer
from unrut.core.milestones.ladders import Size
from unrut.core.milestones.overlaps import Overlap
from unrut.core.milestones.own_record import Similar
from unrut.models import Milestone
from unrut.queries.milestones import BiggerPicture, PointAhead, RungView
from unrut.wording.numbers import chance, day

_DAYS_OF_A_WEEK = 7


def lead(picture: BiggerPicture) -> str:
    """The first line of "Bigger picture"."""
    if not picture.done and not picture.points:
        return gettext("Here you will see what you got done, and what lies ahead.")
    if not picture.done:
        return gettext("Your milestones are drawn; what you get done will join them.")
    return ngettext(
        "You have %(count)d thing done to look back on.",
        "You have %(count)d things done to look back on.",
        picture.done,
    ) % {"count": picture.done}


def next_milestone(picture: BiggerPicture) -> str:
    """What comes next, or how to get a next thing."""
    for point in picture.points:
        if point.next is not None:
            return gettext("Next on the way to “%(point)s”: %(rung)s.") % {
                "point": point.name,
                "rung": point.next.milestone.name.rstrip("."),
            }
    if picture.points:
        return gettext("Say what would have to be true for “%(point)s”, and it gets a date.") % {
            "point": picture.points[0].name
        }
    return gettext("Set a milestone, and it appears on the line with the time it may take you.")


def when(point: PointAhead) -> str:
    """When a point may be reached, as a range and never as a single day."""
    found = point.attain
    if not point.rungs:
        return gettext("No date yet: nothing is said of what would have to be true.")
    if not any(not rung.is_reached for rung in point.rungs):
        return gettext("All of it is true. If that is so, you have reached it.")
    if found.p50 is None or found.p80 is None:
        return gettext("At this pace it lies more than forty years ahead.")
    middle, late = _month(found.p50), _month(found.p80)
    if middle == late:
        return gettext("Very probably by the end of %(late)s.") % {"late": late}
    return gettext("Probably about %(middle)s; very probably by %(late)s.") % {"middle": middle, "late": late}


def ground(point: PointAhead) -> str:
    """What the dates rest on."""
    found = point.attain
    if found.p50 is None:
        return ""
    match found.ground:
        case Ground.OWN_MILESTONES if found.similar:
            return similar(found.similar)
        case Ground.OWN_PACE:
            return gettext("From your own pace: %(pace)s finished sittings a week over the last weeks.") % {
                "pace": _pace(found.pace)
            }
        case _:
            return gettext(
                "You have no record for this yet, so it takes two sittings a week, as a guess of ours. "
                "After three weeks with finished steps it is your own pace."
            )


def similar(found: Similar) -> str:
    """How long things of this size took."""
    if found.shortest_weeks == found.longest_weeks:
        return ngettext(
            "From your own record: %(count)d thing of this size took you %(weeks)s.",
            "From your own record: %(count)d things of this size took you %(weeks)s each.",
            found.count,
        ) % {"count": found.count, "weeks": weeks(found.shortest_weeks)}
    return ngettext(
        "From your own record: %(count)d thing of this size took you %(shortest)d to %(longest)d weeks.",
        "From your own record: %(count)d things of this size took you %(shortest)d to %(longest)d weeks.",
        found.count,
    ) % {"count": found.count, "shortest": found.shortest_weeks, "longest": found.longest_weeks}


def chance_by(point: PointAhead) -> str:
    """How likely the day wished for is; empty without one."""
    if point.due_on is None or point.attain.chance is None:
        return ""
    return gettext("By the day you wish for, %(day)s: %(chance)s.") % {
        "day": day(point.due_on),
        "chance": chance(point.attain.chance),
    }


def beside(point: PointAhead, others: Sequence[PointAhead]) -> str:
    """That other points want the same weeks; empty when nothing else is open."""
    open_names = [other.name for other in others if other.next is not None]
    if not open_names or point.next is None:
        return ""
    return ngettext(
        "This counts on all of your time. “%(name)s” wants the same weeks; with both it takes longer.",
        "This counts on all of your time. “%(name)s” and %(more)d more want the same weeks; with all of them it takes longer.",
        len(open_names),
    ) % {"name": open_names[0], "more": len(open_names) - 1}


def so_far(point: PointAhead) -> str:
    """How much of a point is true already."""
    if not point.rungs:
        return ""
    return gettext("%(done)d of %(all)d true") % {"done": len(point.reached), "all": len(point.rungs)}


def next_rung(point: PointAhead) -> str:
    """The next thing that is not true yet."""
    if point.next is None:
        return ""
    return gettext("Next: %(rung)s.") % {"rung": point.next.milestone.name.rstrip(".")}


def rung_when(rung: RungView, point: PointAhead) -> str:
    """When a rung was or may be true."""
    if rung.milestone.reached_on:
        return gettext("true since %(day)s") % {"day": day(rung.milestone.reached_on)}
    days = point.attain.rungs.get(f"milestone-{rung.milestone.pk}")
    if days is None or days.p50 is None or days.p80 is None:
        return gettext("no date yet")
    middle, late = _month(days.p50), _month(days.p80)
    if middle == late:
        return gettext("about %(middle)s") % {"middle": middle}
    return gettext("about %(middle)s, by %(late)s") % {"middle": middle, "late": late}


def rung_hint(rung: RungView, point: PointAhead) -> str:
    """That a rung is too large to see the end of, or the next two are small enough to be one; else empty."""
    key = f"milestone-{rung.milestone.pk}"
    if key in point.attain.too_long:
        return gettext("At this pace it takes more than eight weeks. Split it, and its end comes into sight.")
    still_open = [f"milestone-{other.milestone.pk}" for other in point.rungs if not other.is_reached]
    if rung.is_next and point.goal is None and point.attain.may_join[:2] == tuple(still_open[:2]):
        return gettext(
            "At this pace it and the one after it take less than four weeks each. They may be one."
        )
    return ""


def nearer(point: PointAhead) -> list[str]:
    """What would bring a point nearer, the largest gain first."""
    names = {f"milestone-{rung.milestone.pk}": rung.milestone.name for rung in point.rungs}
    return [_nearer(change, names) for change in point.attain.nearer if change.days_gained >= _DAYS_OF_A_WEEK]


def _nearer(change: Change, names: dict[str, str]) -> str:
    gain = {"gain": weeks(round(change.days_gained / _DAYS_OF_A_WEEK)), "name": names.get(change.key, "")}
    match change.kind:
        case ChangeKind.ONE_MORE_A_WEEK:
            return gettext("One more sitting a week: %(gain)s sooner.") % gain
        case ChangeKind.LEAVE_OUT:
            return gettext("If “%(name)s” is not needed after all: %(gain)s sooner.") % gain
        case ChangeKind.HALVE:  # pragma: no branch - there is no other
            return gettext("If half of “%(name)s” is enough: %(gain)s sooner.") % gain


def weeks(count: int) -> str:
    """A number of weeks."""
    return ngettext("%(count)d week", "%(count)d weeks", count) % {"count": count}


def size_name(size: Size) -> str:
    """How large a rung is, in words and in weeks at the usual pace."""
    return {
        Size.SMALL: gettext("small: about 8 sittings, four weeks at two a week"),
        Size.MEDIUM: gettext("medium: about 12 sittings, six weeks"),
        Size.LARGE: gettext("large: about 16 sittings, eight weeks"),
    }[size]


def share_name(share: int) -> str:
    """How much of a rung is behind one."""
    return {
        0: gettext("nothing yet"),
        25: gettext("about a quarter"),
        50: gettext("about half"),
        75: gettext("most of it"),
    }[share]


def answer_name(answer: Answer) -> str:
    """What an answer of mental contrasting is called."""
    return {
        Answer.WISH: gettext("The wish"),
        Answer.OUTCOME: gettext("The best of it"),
        Answer.OBSTACLE: gettext("What in me stands in the way"),
        Answer.RESPONSE: gettext("If it comes, then I"),
    }[answer]


def contrast_question(answer: Answer, milestone: Milestone, following: RungView | None) -> tuple[str, str]:
    """One of the four questions, and a hint how to answer it. What is pictured is the way, not the triumph."""
    match answer:
        case Answer.WISH:
            hint = gettext("For the next weeks, in one sentence. Dear to you, and within reach.")
            if following:
                hint += " " + gettext("The next thing on the way: %(rung)s.") % {
                    "rung": following.milestone.name.rstrip(".")
                }
            return gettext("What do you wish for on the way to “%(name)s”?") % {"name": milestone.name}, hint
        case Answer.OUTCOME:
            return gettext("What would be the best of having it?"), gettext(
                "One thing, for you. Stay with it for a moment."
            )
        case Answer.OBSTACLE:
            return gettext("What in you stands in the way?"), gettext(
                "Not your boss and not the time: what you do, think or feel at the moment it matters. "
                "“In the evening I open the phone instead.”"
            )
        case Answer.RESPONSE:  # pragma: no branch - there is no other
            return gettext("If that happens, what will you do?"), gettext(
                "If … then I … One thing you can do in two minutes. Picture doing it, at the place where it happens."
            )


def contrast_done() -> str:
    """That all four are answered."""
    return gettext("Kept. The plan for the moment it gets hard stands beside the milestone.")


def jobs_lead(count: int) -> str:
    """The first line of the page of jobs."""
    if not count:
        return gettext("Which jobs have you had?")
    return ngettext("One job stands on your line.", "%(count)d jobs stand on your line.", count) % {
        "count": count
    }


def overlap(found: Overlap) -> str:
    """That two jobs were held at once, in case a date was mistyped."""
    told = {"first": found.first, "second": found.second, "start": day(found.start)}
    if found.end is None:
        return (
            gettext(
                "“%(first)s” and “%(second)s” have gone on at once since %(start)s. If that is right, leave it."
            )
            % told
        )
    return gettext(
        "“%(first)s” and “%(second)s” overlap from %(start)s to %(end)s. If that is right, leave it."
    ) % {**told, "end": day(found.end)}


def _month(value: date) -> str:
    return date_format(value, "F Y")


def _pace(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
