"""Kinds of work in lists: found by a title, and ranked; and what an update came to."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from unrut.cli.output import indented, section
from unrut.cli.pages.near import foot, nothing
from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.reach import Verdict
from unrut.core.explore.occupations.titles import TitleMatch
from unrut.core.explore.ways import WayKind
from unrut.models import Way
from unrut.queries.atlas import attribution
from unrut.queries.explore import Reason
from unrut.queries.guide import Guide
from unrut.queries.occupations import (
    Filters,
    Judged,
    OccupationList,
    Order,
    Place,
    RankedOccupation,
    promise_of,
    ranked_occupations,
)
from unrut.queries.ways import key_of
from unrut.services.atlas_update import Updated
from unrut.wording.explore import level_words
from unrut.wording.numbers import listed
from unrut.wording.occupation_list import lead, list_words
from unrut.wording.occupations import (
    average_sentence,
    chance_words,
    fit_words,
    hidden_sentence,
    lacking_sentence,
    likeness_words,
    reach_sentence,
    sureness_words,
    title_reason_words,
    zone_words,
)


def found_lines(guide: Guide, words: str, matches: Sequence[TitleMatch]) -> list[str]:
    """What words may mean, each with the reason."""
    if not matches:
        return [nothing(words)]
    told = [
        f"{match.title} [{match.code}]: {sureness_words(match)}; {title_reason_words(match)}"
        for match in matches
    ]
    return [*told, *foot(guide)]


def found_values(guide: Guide, words: str, matches: Sequence[TitleMatch]) -> dict[str, Any]:
    """The same for scripts."""
    found = [{key: value for key, value in asdict(match).items() if key != "row"} for match in matches]
    return {"words": words, "found": found, "source": attribution(guide.atlas)}


def ranked_list(
    judged: Judged, *, most: int, by: str, far: bool, short: bool, place: str | None, **asked: Any
) -> OccupationList:
    """The list that was asked for; what is far is in it as well while nothing is known to measure from.

    Raises InvalidInputError for the order of interests where none was chosen.
    """
    if by == Order.INTERESTS and judged.likeness is None:
        raise InvalidInputError(
            "You chose no interests yet. Choose up to three first: unrut occupations me --interest social"
        )
    filters = Filters(**asked, is_short=short, place=Place(place) if place else None)
    if far or not judged.standpoint.is_known:
        filters = replace(filters, verdicts=tuple(Verdict))
    return ranked_occupations(judged, filters, by=Order(by), most=most)


def list_lines(judged: Judged, found: OccupationList, *, why: bool) -> list[str]:
    """Ranked kinds of work, with what is not shown and why."""
    told = [lead(judged, promise_of(judged)), *_what_to_say(judged)]
    told += ["", _heading(judged, found)]
    for ranked in found.occupations:
        told += ["", f"{ranked.title} [{ranked.code}]", *indented(_below(judged, ranked, why=why))]
    surprises = [f"{ranked.title} [{ranked.code}]: {chance_words(ranked)}" for ranked in found.surprises]
    told += section("Surprises, from fields you have not worked in", surprises)
    if hidden := hidden_sentence(found.hidden):
        told += ["", f"{hidden} Show them: --far"]
    if found.left_out:
        told += ["", f"Your filters leave out {found.left_out:,}. Take one away to see more."]
    return [*told, "", average_sentence(), *foot(judged.guide)]


def list_values(judged: Judged, found: OccupationList) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "count": found.count,
        "is_measured": judged.standpoint.is_known,
        "are_wants_proposed": found.are_wants_proposed,
        "occupations": [ranked_values(judged, ranked) for ranked in found.occupations],
        "surprises": [ranked.code for ranked in found.surprises],
        "hidden": {hindrance.value: count for hindrance, count in found.hidden.items()},
        "left_out": found.left_out,
        "source": attribution(judged.atlas),
    }


def ranked_values(judged: Judged, ranked: RankedOccupation) -> dict[str, Any]:
    """One kind of work for scripts; how far it is, only where it is known where the person stands."""
    values = {key: value for key, value in asdict(ranked).items() if key != "row"}
    return values if judged.standpoint.is_known else {**values, "reach": None}


def reason_words(reasons: Sequence[Reason]) -> str:
    """Reasons with the level each rests on."""
    return listed([f"{reason.name} ({level_words(reason.facet, reason.level)})" for reason in reasons])


def weighed_lines(way: Way) -> list[str]:
    """What was put beside the other ways out."""
    return [f"{way.title} is among your ways out: unrut options show {key_of(WayKind(way.kind), way)}"]


def weighed_values(way: Way) -> dict[str, Any]:
    """The same for scripts."""
    kind = WayKind(way.kind)
    return {
        "key": key_of(kind, way),
        "kind": kind.value,
        "title": way.title,
        "occupation": way.occupation,
    }


def update_lines(done: Updated) -> list[str]:
    """What an update came to."""
    if not done.replaced:
        return [f"This release, O*NET {done.release}, is in use already. Nothing was changed."]
    told = [f"O*NET {done.release} with {done.occupations:,} kinds of work is in use now.", *done.warnings]
    if lacking := lacking_sentence(done.lacking):
        told.append(lacking)
    return [*told, f"SHA-256 of what was read: {done.sha256}"]


def update_values(done: Updated) -> dict[str, Any]:
    """The same for scripts."""
    return asdict(done)


def _what_to_say(judged: Judged) -> list[str]:
    """What is missing for a fit or a distance, and how to say it."""
    told = []
    if judged.fit is None:
        told.append("Say what you want: unrut wants")
    elif judged.frame.are_wants_proposed:
        told.append("What you want was taken from your notes. Set it yourself: unrut wants")
    if not judged.standpoint.is_known:
        told.append("Say what you do now: unrut job --title")
    return told


def _heading(judged: Judged, found: OccupationList) -> str:
    """What the list holds, in which order, and how much of it is shown."""
    if not found.count:
        return "No kind of work passes these filters."
    words, shown = list_words(found, is_known=judged.standpoint.is_known), len(found.occupations)
    return f"{words}:" if shown == found.count else f"{words}; here are {shown:,} of them, and -n shows more:"


def _below(judged: Judged, ranked: RankedOccupation, *, why: bool) -> list[str]:
    fit = [words for words in (chance_words(ranked), fit_words(ranked)) if words]
    told = ["; ".join(fit)] if fit else []
    if judged.standpoint.is_known:
        told.append(reach_sentence(ranked.reach))
    if alike := likeness_words(ranked):
        told.append(f"Interests: {alike}")
    if why:
        told += [f"For: {reason_words(ranked.ahead)}"] if ranked.ahead else []
        told += [f"Against: {reason_words(ranked.behind)}"] if ranked.behind else []
    return [*told, f"Preparation: {zone_words(ranked.zone)}"] if why or not told else told
