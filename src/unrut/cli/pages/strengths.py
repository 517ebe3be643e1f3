"""What is seen in a person: by themselves, by those they asked, and by the inventory."""

from collections.abc import Sequence
from typing import Any

from unrut.cli.output import indented, section
from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.inventory import in_turn, shipped_scales
from unrut.core.explore.strengths.portrait import SeenBy, Theme, Wasted, Words
from unrut.core.explore.strengths.signing import ChangedAnswerError
from unrut.core.explore.strengths.vocabulary import Strength, shipped_strengths
from unrut.exporters.paper import PaperFormat, write_paper
from unrut.exporters.strengths_invites import form_of
from unrut.exporters.strengths_paper import portrait_paper
from unrut.models import Person, StrengthAnswer, StrengthInvite
from unrut.queries.named_person import person_named
from unrut.queries.strengths import (
    PortraitView,
    asked_of,
    giver_name,
    inventory_answers,
    inventory_scores,
    root_of,
    self_view_of,
    waiting_of,
)
from unrut.services.strengths import (
    invite,
    portrait_of,
    save_inventory,
    say_name,
    say_self_view,
    take_answer,
)
from unrut.wording.numbers import day, listed
from unrut.wording.strengths import (
    answered_words,
    asked_words,
    more_words,
    own_first_words,
    people_words,
    scale_words,
    seen_by_words,
    strength_name,
    taken_words,
    waiting_words,
)

ITEMS_SHOWN = 12
_SHOWN = 80
_BEGIN = "Choose with unrut strengths me; all there are: unrut strengths list"


def portrait_lines(owner: Person) -> list[str]:
    """What others and the person see; before their own view, that it comes first."""
    view = portrait_of(owner)
    if view is None:
        return [f"{own_first_words()} {_BEGIN}"]
    asked, portrait = asked_of(owner), view.portrait
    told = [f"Asked: {asked_words(asked)}. {answered_words(portrait.people)}"]
    told += filter(None, [more_words(asked), waiting_words(portrait.waiting)])
    for who in SeenBy:
        told += section(seen_by_words(who), _themes(portrait.seen_by(who), view))
    return told + section("What would waste you", _wasted(portrait.wasted, view))


def portrait_values(owner: Person) -> dict[str, Any]:
    """The same for scripts; null before the person's own view."""
    view = portrait_of(owner)
    asked = asked_of(owner)
    told = {
        "asked": _asked(asked.invites),
        "more": {"people": asked.advice.people, "circles": asked.advice.circles},
    }
    if view is None:
        return {"portrait": None, "answers": [], **told}
    portrait = view.portrait
    return {
        "portrait": {
            "people": portrait.people,
            "circles": portrait.circles,
            "without_name": portrait.pooled,
            "waiting": portrait.waiting,
            "themes": [_theme(theme, view) for theme in portrait.themes],
            "wasted": [_wasted_values(one, view) for one in portrait.wasted],
        },
        "answers": [
            {
                "id": answer.pk,
                "from": giver_name(answer),
                "received_on": answer.received_on,
                "way": answer.way,
            }
            for answer in view.answers
        ],
        **told,
    }


def paper(owner: Person) -> bytes:
    """The portrait as a PDF of one page.

    Raises InvalidInputError before the person's own view.
    """
    view = portrait_of(owner)
    if view is None:
        raise InvalidInputError(f"{own_first_words()} {_BEGIN}")
    made = portrait_paper(owner.name, view.portrait, view.givers, made_on=today())
    return write_paper(made, PaperFormat.PDF)


def say_own(owner: Person, named: Sequence[str]) -> None:
    """Keep what the person sees in themselves.

    Raises InvalidInputError.
    """
    say_self_view(owner, [_strength(words).id for words in named], today=today())


def own_lines(owner: Person) -> list[str]:
    """What the person sees in themselves."""
    view = self_view_of(owner)
    if view is None:
        return [f"{own_first_words()} {_BEGIN}"]
    known = [name for name in view.strengths if name in shipped_strengths()]
    return [f"You said on {day(view.said_on)} what you see in yourself.", *map(strength_name, known)]


def own_values(owner: Person) -> dict[str, Any]:
    """The same for scripts; null before it was said."""
    view = self_view_of(owner)
    return {"strengths": view.strengths if view else None, "said_on": view.said_on if view else None}


def all_lines() -> list[str]:
    """Every strength there is, by group."""
    vocabulary = shipped_strengths()
    told = []
    for group, name in vocabulary.groups.items():
        rows = [each for each in vocabulary.strengths.values() if each.group == group]
        told += section(name, [f"{each.name} [{each.id}]. {each.sentence}" for each in rows])
    return told[1:]


def all_values() -> list[dict[str, Any]]:
    """The same for scripts."""
    vocabulary = shipped_strengths()
    return [
        {
            "key": each.id,
            "name": each.name,
            "sentence": each.sentence,
            "group": vocabulary.groups[each.group],
        }
        for each in vocabulary.strengths.values()
    ]


def ask(owner: Person, people: Sequence[str], name: str) -> None:
    """Invite people by their numbers or names, all of them or nobody; a name given is kept as the asker's.

    Raises InvalidInputError, MissingError.
    """
    contacts = [person_named(owner, words) for words in people]
    if name:
        say_name(owner, name)
    invite(owner, [contact.pk for contact in contacts], today=today())


def forms(owner: Person, people: Sequence[str]) -> list[tuple[str, str, bytes]]:
    """The forms of these people, or of all who have not answered: for whom, what the file is called, and what it holds.

    Raises InvalidInputError while the asker has no name.
    """
    if not owner.name:
        raise InvalidInputError(
            'The form has to say who asks. Give the name they know you by: unrut strengths ask --name "Maya".'
        )
    wanted = {person_named(owner, words).pk for words in people}
    return [
        (root_of(each.contact).name, *form_of(owner, each.pk))
        for each in asked_of(owner).invites
        if (root_of(each.contact).pk in wanted if people else each.answered_on is None)
    ]


def asked_lines(owner: Person) -> list[str]:
    """Whom the person asked, and how many more to ask."""
    asked = asked_of(owner)
    told = [f"{asked_words(asked)}.", *filter(None, [more_words(asked)])]
    return told + section("Asked", [_asked_line(each) for each in asked.invites])


def asked_values(owner: Person) -> dict[str, Any]:
    """The same for scripts."""
    asked = asked_of(owner)
    return {
        "asked": _asked(asked.invites),
        "more": {"people": asked.advice.people, "circles": asked.advice.circles},
    }


def take(owner: Person, content: bytes, *, take_changed: bool) -> StrengthAnswer:
    """Take in an answer.

    Raises InvalidInputError.
    """
    try:
        return take_answer(owner, content, take_changed=take_changed, today=today())
    except ChangedAnswerError as error:
        raise InvalidInputError(f"{error} To take it as it is, add --changed.") from error


def taken_lines(owner: Person, answer: StrengthAnswer) -> list[str]:
    """What was taken in; of one without a name only that it is here."""
    return [taken_words(giver_name(answer)), *filter(None, [waiting_words(waiting_of(owner))])]


def taken_values(owner: Person, answer: StrengthAnswer) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "from": giver_name(answer) or None,
        "is_signed": answer.is_signed,
        "is_changed": answer.is_changed,
        "waiting": waiting_of(owner),
    }


def keep_inventory(owner: Person, answers: Sequence[str]) -> None:
    """Keep answers written as item=number.

    Raises InvalidInputError.
    """
    if answers:
        save_inventory(owner, dict(map(_item_answer, answers)))


def inventory_lines(owner: Person) -> list[str]:
    """The scores, and the next sentences that are open."""
    answers, items = inventory_answers(owner), in_turn()
    names = {scale.id: scale.name for scale in shipped_scales()}
    scores = [(names[one.scale], one.value) for one in inventory_scores(owner)]
    still = [item for item in items if item.id not in answers]
    return [
        f"{len(items) - len(still)} of {len(items)} sentences are answered.",
        *section("How far you agree", [scale_words(name, value) for name, value in scores if value]),
        *section("Still open", [f"{item.id}: {item.text}" for item in still[:ITEMS_SHOWN]]),
    ]


def inventory_values(owner: Person) -> dict[str, Any]:
    """The same for scripts, with all sentences."""
    return {
        "scores": [
            {"scale": one.scale, "value": one.value, "answered": one.answered}
            for one in inventory_scores(owner)
        ],
        "items": [{"item": item.id, "text": item.text} for item in in_turn()],
        "answers": inventory_answers(owner),
    }


def _themes(themes: Sequence[Theme], view: PortraitView) -> list[str]:
    return [
        line
        for theme in themes
        for line in (
            _theme_line(theme),
            *indented(_quotes(theme.words, view)),
            *indented(f"Shown by: {done.text}" for done in view.shown_by.get(theme.strength, ())),
        )
    ]


def _theme_line(theme: Theme) -> str:
    name = strength_name(theme.strength)
    return f"{name}: {people_words(theme.people)}" if theme.people else name


def _wasted(wasted: Sequence[Wasted], view: PortraitView) -> list[str]:
    return [
        line
        for one in wasted
        for line in (
            f"{shipped_strengths()[one.strength].wasted} ({people_words(one.people)})",
            *indented(_quotes(one.words, view)),
        )
    ]


def _quotes(words: Sequence[Words], view: PortraitView) -> list[str]:
    return [
        f"“{each.text}” – {giver}" if (giver := view.givers.get(each.giver)) else f"“{each.text}”"
        for each in words
    ]


def _theme(theme: Theme, view: PortraitView) -> dict[str, Any]:
    return {
        "key": theme.strength,
        "name": strength_name(theme.strength),
        "seen_by": theme.seen_by.value,
        "people": theme.people,
        "is_theme": theme.is_theme,
        "words": _words(theme.words, view),
        "shown_by": [done.pk for done in view.shown_by.get(theme.strength, ())],
    }


def _wasted_values(one: Wasted, view: PortraitView) -> dict[str, Any]:
    return {"key": one.strength, "people": one.people, "words": _words(one.words, view)}


def _words(words: Sequence[Words], view: PortraitView) -> list[dict[str, Any]]:
    return [{"text": each.text, "from": view.givers.get(each.giver)} for each in words]


def _asked(invites: Sequence[StrengthInvite]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.pk,
            "contact": root_of(each.contact).pk,
            "name": root_of(each.contact).name,
            "asked_on": each.made_on,
            "answered_on": each.answered_on,
        }
        for each in invites
    ]


def _asked_line(asked: StrengthInvite) -> str:
    whom = root_of(asked.contact)
    state = f"answered on {day(asked.answered_on)}" if asked.answered_on else f"asked on {day(asked.made_on)}"
    return f"{whom.pk:4d}  {whom.name}: {state}"


def _strength(words: str) -> Strength:
    """The strength of this key or name, in part or whole.

    Raises InvalidInputError, with what it may be.
    """
    known = shipped_strengths().strengths
    wanted = " ".join(words.casefold().split())
    exact = [each for each in known.values() if wanted in {each.id, each.name.casefold()}]
    found = exact or [each for each in known.values() if wanted and wanted in each.name.casefold()]
    if not found:
        raise InvalidInputError(
            f'There is no strength called "{words[:_SHOWN]}". See them all: unrut strengths list'
        )
    if len(found) > 1:
        named = listed([f"{each.name} [{each.id}]" for each in found])
        raise InvalidInputError(f'"{words[:_SHOWN]}" may be {named}. Give the key of the one you mean.')
    return found[0]


def _item_answer(written: str) -> tuple[str, int | None]:
    item, sign, number = written.partition("=")
    is_number = number.isascii() and number.isdigit() and len(number) == 1
    if not sign or not (is_number or not number):
        raise InvalidInputError(
            f'"{written[:_SHOWN]}" is no answer. Write it like teamwork_1=4, with a number from 1 to 5.'
        )
    return item, int(number) if number else None
