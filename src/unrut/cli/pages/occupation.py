"""One kind of work: how it fits, what it is like, how people enter, and what is missing."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented, section
from unrut.cli.pages.near import foot, row_of
from unrut.cli.pages.occupations import ranked_values, reason_words
from unrut.core.errors import InvalidInputError
from unrut.core.explore.criteria import question_of, want_name
from unrut.core.explore.occupations.atlas import Prose
from unrut.core.explore.occupations.gaps import Gap, Have
from unrut.core.facets import shipped_vocabulary
from unrut.models import Person, Step
from unrut.queries.atlas import attribution
from unrut.queries.occupation_page import OccupationPage
from unrut.queries.occupations import Judged
from unrut.wording import gaps as gap_wording
from unrut.wording import occupation_page as wording
from unrut.wording.explore import level_words
from unrut.wording.numbers import listed
from unrut.wording.occupations import average_sentence, zone_words

_GAPS, _NEAR, _LINES, _OTHER_TITLES = 3, 6, 6, 8


def page_of(owner: Person, judged: Judged, named: str) -> OccupationPage:
    """The page of a code or a title.

    Raises MissingError for a code there is none of, InvalidInputError where it is not clear which is meant.
    """
    return OccupationPage(owner, judged, row_of(judged.guide, named))


def page_lines(page: OccupationPage, *, why: bool) -> list[str]:
    """All that is known of it; with `why` what each level was read from."""
    ranked = page.ranked
    told = [wording.page_lead(page), *indented(_under_lead(page))]
    told += section("For", [reason_words(ranked.ahead)] if ranked.ahead else [])
    told += section("Against", [reason_words(ranked.behind)] if ranked.behind else [])
    told += section("What it is like, as people who do it say", _level_lines(page, why=why))
    told += section("What to ask somebody who does it", _questions(page))
    told += section("How people enter", _entry_lines(page))
    told += section("For whom", _some(wording.interests_sentence(page.interests)))
    told += section("What is missing", _gaps_in_short(page))
    told += section("Near it", [_near_line(page, place) for place in range(len(page.near[:_NEAR]))])
    told += section("Openings of that kind", [f"{each.title} [{each.pk}]" for each in page.openings])
    told += _prose(page)
    titles = listed(list(page.other_titles[:_OTHER_TITLES]))
    told += section("Also called", _some(titles))
    return [*told, "", average_sentence(), *foot(page.judged.guide)]


def page_values(page: OccupationPage) -> dict[str, Any]:
    """The same for scripts."""
    return {
        **ranked_values(page.judged, page.ranked),
        "is_measured": page.judged.standpoint.is_known,
        "levels": {facet: asdict(reading) for facet, reading in page.readings.items()},
        "entering": asdict(page.entering) if page.entering else None,
        "interests": {kind.value: float(score) for kind, score in page.interests},
        "gaps": asdict(page.gaps),
        **_study_values(page),
        "near": [{"code": near.code, "title": near.title, "nearness": near.nearness} for near in page.near],
        "openings": [opening.pk for opening in page.openings],
        "other_titles": list(page.other_titles),
        **{kind.value: list(page.prose(kind)) for kind in Prose},
        "source": attribution(page.judged.atlas),
    }


def gap_lines(page: OccupationPage) -> list[str]:
    """What one has of what it needs, what is missing, how long that takes, and whether one has to study for it."""
    told = [_card_lead(page)]
    told += indented([f"Code: {page.code}", *_some(gap_wording.card_note(page.gaps))])
    told += section("Missing", [line for gap in page.weightiest for line in _gap_lines(page, gap)])
    told += section("Missing, and of less weight", [_gap_head(gap) for gap in page.lesser])
    told += section("You have", _have_lines(page))
    told += section("How people enter", _entry_lines(page))
    told += section("Study", _study_lines(page))
    return [*told, "", average_sentence(), *foot(page.judged.guide)]


def gap_values(page: OccupationPage) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "code": page.code,
        "title": page.title,
        "is_measured": page.judged.standpoint.is_known,
        **asdict(page.gaps),
        **_study_values(page),
        "source": attribution(page.judged.atlas),
    }


def chosen_gaps(page: OccupationPage, only: Sequence[str]) -> list[str]:
    """The elements that become steps: those named, or all that weigh most.

    Raises InvalidInputError for one that is not missing, or where nothing is.
    """
    missing = {gap.element for gap in page.gaps.missing}
    if not missing:
        raise InvalidInputError(_card_lead(page))
    unknown = [element for element in only if element not in missing]
    if unknown:
        most = listed([f"{gap.name} [{gap.element}]" for gap in page.weightiest])
        raise InvalidInputError(
            f'"{unknown[0]}" is not among what is missing. What weighs most is {most}; all of it: unrut occupations gap {page.code}'
        )
    return list(only) or [gap.element for gap in page.weightiest]


def steps_lines(steps: Sequence[Step]) -> list[str]:
    """What came into the plan."""
    return [gap_wording.put_into_plan(len(steps)), *indented([step.text for step in steps])]


def steps_values(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """The same for scripts."""
    return [{"id": step.pk, "strand": step.strand, "text": step.text} for step in steps]


def _under_lead(page: OccupationPage) -> list[str]:
    sentences = [wording.fit_note(page), wording.more_hindrances(page)]
    return [f"Code: {page.code}", *(sentence for sentence in sentences if sentence)]


def _level_lines(page: OccupationPage, *, why: bool) -> list[str]:
    """What is wanted first, then the rest; with `why` the answers that each was read from."""
    vocabulary = shipped_vocabulary()
    wanted = {want.facet: want_name(want, vocabulary) for want in page.judged.wants}
    order = dict.fromkeys([*(facet for facet in wanted if facet in page.readings), *page.readings])
    told = []
    for facet in order:
        reading = page.readings[facet]
        told.append(f"{wanted.get(facet) or vocabulary[facet].name}: {level_words(facet, reading.level)}")
        if why:
            told += indented([wording.element_words(each, page.judged.atlas) for each in reading.elements])
    return told


def _questions(page: OccupationPage) -> list[str]:
    """What to ask about what is wanted and not known."""
    vocabulary = shipped_vocabulary()
    return [question_of(want, vocabulary) for want in page.judged.wants if want.facet not in page.readings]


def _entry_lines(page: OccupationPage) -> list[str]:
    return [
        *_some(gap_wording.schooling_sentence(page.entering)),
        *gap_wording.entering_sentences(page.entering, zone_words(page.ranked.zone)),
        *_licence_lines(page),
    ]


def _licence_lines(page: OccupationPage) -> list[str]:
    """The licence it needs, with the name by which one says that one holds it."""
    told = gap_wording.licence_sentences(page.licence)
    if page.licence is None or page.licence.id in page.judged.standpoint.background.licences:
        return told
    return [*told, f"Say it if you hold it: unrut occupations me --licence {page.licence.id}"]


def _gaps_in_short(page: OccupationPage) -> list[str]:
    is_known = page.judged.standpoint.is_known
    most = page.weightiest[:_GAPS] if is_known else ()
    return [gap_wording.card_sentence(page.gaps, is_known=is_known), *map(gap_wording.gap_line, most)]


def _near_line(page: OccupationPage, place: int) -> str:
    near = page.near[place]
    return f"{near.title} [{near.code}]: {wording.near_words(near.nearness)}"


def _prose(page: OccupationPage) -> list[str]:
    """What only the full release tells, or how to get it."""
    told = section("What it is", list(page.prose(Prose.DESCRIPTION)))
    told += section("What one does", list(page.prose(Prose.TASKS)[:_LINES]))
    told += section("With what", _some(listed(list(page.prose(Prose.TECHNOLOGY)[:_LINES]))))
    if page.judged.atlas.prose:
        return told
    return ["", "What one does there comes with the full release: unrut occupations update"]


def _study_lines(page: OccupationPage) -> list[str]:
    """Whether one has to study for it, and what costs less."""
    education, need = page.judged.standpoint.background.education, page.study
    is_asked = page.entering is not None and bool(page.entering.education)
    told = gap_wording.study_sentences(need, education=education, is_asked=is_asked)
    stated = [(opening.title, opening.education) for opening in page.openings if opening.education]
    hint = ["unrut occupations me --education 6"] if is_asked and education is None else []
    return [*told, *hint, *(need.cheaper if need else ()), *_some(gap_wording.openings_sentence(stated))]


def _study_values(page: OccupationPage) -> dict[str, Any]:
    return {
        "study": asdict(page.study) if page.study else None,
        "licence": asdict(page.licence) if page.licence else None,
    }


def _card_lead(page: OccupationPage) -> str:
    return gap_wording.card_lead(page.gaps, page.title, is_known=page.judged.standpoint.is_known)


def _gap_lines(page: OccupationPage, gap: Gap) -> list[str]:
    ground = [_ground(page, gap)] if gap.is_own else []
    about = [gap_wording.closing_words(gap), *ground, gap.first_step]
    return [_gap_head(gap), *indented(about)]


def _gap_head(gap: Gap) -> str:
    return f"{gap_wording.gap_line(gap)} [{gap.element}]"


def _have_lines(page: OccupationPage) -> list[str]:
    """What one confirmed with its evidence, and all that is assumed in one line."""
    have = page.gaps.have
    told = [f"{row.name} ({gap_wording.have_words(row)}): {_ground(page, row)}" for row in have if row.is_own]
    assumed = [row for row in have if not row.is_own]
    if assumed:
        told.append(f"{listed([row.name for row in assumed])}: {_ground(page, assumed[0])}")
    return told


def _ground(page: OccupationPage, row: Have | Gap) -> str:
    at = page.judged.standpoint
    return gap_wording.ground_words(row, at.evidence, [home.job.title for home in at.known_homes])


def _some(sentence: str) -> list[str]:
    return [sentence] if sentence else []
