"""What is wanted: how sure each weight is, where it comes from, and the next trade-off."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from unrut.cli.output import indented, section
from unrut.cli.pages.explore import want_line
from unrut.core.explore.criteria import want_name
from unrut.core.explore.want_shares import Share, shares_of
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.models import Person
from unrut.queries.frame import frame_of
from unrut.queries.subjects import LEADING_OPENINGS, subjects_of
from unrut.queries.wants import Weighed, weighed
from unrut.wording import trade_offs
from unrut.wording import wants as wording


def weighed_now(owner: Person, *, today: date) -> Weighed:
    """All that is known of the weights, and the question that best tells the ways out and the leading openings apart."""
    frame = frame_of(owner)
    subjects = subjects_of(owner, frame, today=today, most_openings=LEADING_OPENINGS)
    return weighed(owner, frame, list(subjects.levels.values()), today=today)


def wants_lines(found: Weighed, *, why: bool, ask: bool) -> list[str]:
    """The wants, heaviest first, each with its share of the weight."""
    if not found.wants:
        return [
            "Nothing is wanted yet. Write a week of notes, or say it: unrut wants --set learning_growth=80."
        ]
    shares = {share.facet: share for share in shares_of(found.posterior)}
    told = [wording.lead(found), *indented(_want_line(want, shares.get(want.facet)) for want in found.wants)]
    if why:
        told += _why_lines(found)
    if ask:
        told += ["", *_question_lines(found)]
    return told


def wants_values(found: Weighed) -> dict[str, Any]:
    """The wants for scripts; shares are of one, heaviest first."""
    return {
        "proposed": found.are_proposed,
        "wants": [asdict(want) for want in found.wants],
        "shares": [asdict(share) for share in shares_of(found.posterior)],
        "stages": [asdict(stage) for stage in found.posterior.stages],
        "answers": [
            {"id": row.pk, "first": row.first, "second": row.second, "also": row.also, "answer": row.answer}
            for row in found.answers
        ],
        "agreement": asdict(found.agreement),
        "contradictions": [asdict(each) for each in found.contradictions],
        "due": [each.key for each in found.due],
        "question": asdict(found.next_question) if found.next_question else None,
    }


def _want_line(want: Want, share: Share | None) -> str:
    return f"{want_line(want)}; {wording.share_words(share)}" if share else want_line(want)


def _why_lines(found: Weighed) -> list[str]:
    """What moved the weights, what was answered, and what does not go together."""
    answers = [trade_offs.answered_words(row, found.wants) for row in found.answers]
    again = [words for words in [trade_offs.agreement_words(found.agreement)] if words]
    doubts = [trade_offs.contradiction_words(each, found) for each in found.contradictions]
    return [
        *section(
            "Where it comes from",
            [wording.evenly_words(len(found.posterior.facets)), *wording.moves(found)],
        ),
        *section("Your trade-offs", [*answers, *again]),
        *section("What does not go together", doubts),
    ]


def _question_lines(found: Weighed) -> list[str]:
    asked = found.next_question
    title = trade_offs.question_title(
        is_asked=asked is not None, is_said=not found.are_proposed, is_again=False
    )
    if asked is None:
        return [title]
    return [
        title,
        *indented(
            [
                f"first   {_improvement(asked.first, found.wants)}",
                f"second  {_improvement(asked.second, found.wants)}",
                "equal   about the same, or hard to say",
            ]
        ),
        "Answer it: unrut wants --answer first (or second, or equal).",
    ]


def _improvement(facets: Sequence[str], wants: Sequence[Want]) -> str:
    """What would get better, from its worst to its best."""
    by_facet = {want.facet: want for want in wants}
    return ", and ".join(
        f"{want_name(by_facet[facet], shipped_vocabulary())}, {wording.improvement(by_facet[facet])}"
        for facet in facets
    )
