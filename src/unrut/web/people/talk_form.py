"""What came of a talk, as a form: notes, what was learned of each facet, and what follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from unrut.core.explore.criteria import poles_of
from unrut.core.explore.levels import HIGHEST
from unrut.core.facets import shipped_vocabulary
from unrut.models import Learned, Talk
from unrut.queries.frame import Frame
from unrut.queries.talk_subjects import TalkSubject
from unrut.services.talks import LearnedFact, ToldTalk
from unrut.web.explore.posted_numbers import posted_level
from unrut.wording import talks as wording

LEVELS = range(round(HIGHEST) + 1)
OWN_WORDS = "words"
"""What the fields about the whole thing, and no facet of it, are called."""


@dataclass(frozen=True, slots=True)
class FactField:
    """What was told of a facet, or of the whole where `facet` is "": the chosen level as it was sent, "" for not clear."""

    facet: str
    name: str
    low: str
    high: str
    level: str
    text: str

    @property
    def field(self) -> str:
        """The end of the names of its fields."""
        return self.facet or OWN_WORDS

    @property
    def choices(self) -> list[str]:
        """All levels there are."""
        return [str(level) for level in LEVELS]


@dataclass(frozen=True, slots=True)
class DoneForm:
    """All fields; `others` are facets that may be added, those wanted first. `fields` is empty where nothing is asked about."""

    on: str
    notes: str
    fields: list[FactField]
    wanted: list[tuple[str, str]]
    others: list[tuple[str, str]]
    thank: bool
    follow_up: str


def stored_form(talk: Talk, subject: TalkSubject | None, frame: Frame, *, on: str) -> DoneForm:
    """The form as it stands: with what was learned, when the talk was told of before."""
    learned = [one for one in talk.learned.all() if subject and is_about(one, subject)]
    facets = [*([subject.facet] if subject else []), *(one.facet for one in learned), ""]
    typed = {f"level-{one.facet}": str(one.level) for one in learned if one.level is not None}
    for one in learned:
        name = f"text-{one.facet or OWN_WORDS}"
        typed[name] = "\n".join(filter(None, [typed.get(name), one.text]))
    thank = "" if talk.talked_on else "yes"
    return _form({**typed, "on": on, "notes": talk.notes, "thank": thank}, facets, subject, frame)


def typed_form(posted: QueryDict, subject: TalkSubject | None, frame: Frame) -> DoneForm:
    """The form as it was sent, with the facet that is to be added."""
    wished = posted.get("add", "")
    added = [wished] if wished in _names(frame) else []
    typed = {name: posted.get(name, "") for name in posted}
    return _form(typed, [*_posted_facets(posted), *added], subject, frame)


def posted_talk(posted: QueryDict, talk: Talk, subject: TalkSubject | None) -> ToldTalk:
    """What was told. What was learned of other things than the one asked about stays as it is.

    Raises InvalidInputError.
    """
    kept = [_fact(one) for one in talk.learned.all() if subject is None or not is_about(one, subject)]
    facets = _posted_facets(posted) if subject else []
    told = [_posted_fact(posted, subject.key, facet) for facet in facets] if subject else []
    return ToldTalk(
        notes=posted.get("notes", ""),
        learned=[*kept, *(fact for fact in told if fact.text.strip() or fact.level is not None)],
        thank="thank" in posted,
        follow_up=posted.get("follow_up", ""),
    )


def is_about(learned: Learned, subject: TalkSubject) -> bool:
    """Whether something was learned about this."""
    return _subject_key(learned) == subject.key


def _subject_key(learned: Learned) -> str:
    if learned.opening_id:
        return f"opening-{learned.opening_id}"
    return f"way-{learned.way_id}" if learned.way_id else f"work-{learned.occupation}"


def _fact(learned: Learned) -> LearnedFact:
    return LearnedFact(_subject_key(learned), learned.facet, learned.level, learned.text)


def _posted_facets(posted: QueryDict) -> list[str]:
    """The facets whose fields were sent; the one for the whole comes last."""
    facets = dict.fromkeys(facet for facet in posted.getlist("facet") if facet)
    return [*facets, ""]


def _posted_fact(posted: Mapping[str, str], subject: str, facet: str) -> LearnedFact:
    level = posted_level(posted.get(f"level-{facet}", ""), gettext("How it is there")) if facet else None
    return LearnedFact(subject, facet, level, posted.get(f"text-{facet or OWN_WORDS}", ""))


def _form(
    typed: Mapping[str, str], facets: Sequence[str], subject: TalkSubject | None, frame: Frame
) -> DoneForm:
    names = _names(frame)
    shown = [facet for facet in dict.fromkeys(facets) if not facet or facet in names] if subject else []
    shown.sort(key=lambda facet: not facet)  # what is said of the whole comes last
    left = {facet: name for facet, name in names.items() if facet not in shown}
    wanted = {want.facet for want in frame.wants}
    has_facets = bool(subject and not subject.occupation)
    return DoneForm(
        on=typed.get("on", ""),
        notes=typed.get("notes", ""),
        fields=[_field(typed, facet, names) for facet in shown],
        wanted=_choices(left, wanted) if has_facets else [],
        others=_choices(left, left.keys() - wanted) if has_facets else [],
        thank=bool(typed.get("thank")),
        follow_up=typed.get("follow_up", ""),
    )


def _field(typed: Mapping[str, str], facet: str, names: Mapping[str, str]) -> FactField:
    low, high = poles_of(facet, shipped_vocabulary()) if facet else ("", "")
    return FactField(
        facet=facet,
        name=names.get(facet, ""),
        low=low,
        high=high,
        level=typed.get(f"level-{facet}", "") if facet else "",
        text=typed.get(f"text-{facet or OWN_WORDS}", ""),
    )


def _names(frame: Frame) -> dict[str, str]:
    """What facets and criteria of one's own are called, in the order of the vocabulary."""
    own = {want.facet: want.name for want in frame.wants if want.name}
    facets = [*shipped_vocabulary().facets, *(facet for facet in own if facet not in shipped_vocabulary())]
    return {facet: wording.facet_words(facet, own) for facet in facets}


def _choices(names: Mapping[str, str], chosen: Iterable[str]) -> list[tuple[str, str]]:
    kept = set(chosen)
    return [(facet, name) for facet, name in names.items() if facet in kept]
