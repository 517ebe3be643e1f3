"""The pages about strengths in sentences: the portrait, whom to ask, and what comes back."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.core.explore.people.circles import Circle
from unrut.core.explore.strengths.portrait import Portrait, SeenBy, Theme
from unrut.models import AnswerWay, StrengthAnswer, StrengthInvite
from unrut.queries.strengths import giver_name
from unrut.wording.numbers import day
from unrut.wording.strengths import MOST_NAMED, doing_list, people_words
from unrut.wording.talks import first_name

_CLOSE = frozenset({Circle.FRIEND, Circle.FAMILY, Circle.MENTOR})


def portrait_lead(portrait: Portrait, asked: int) -> str:
    """The first line: what most people see, or how far it is; `asked` is how many people were."""
    if best := _most_seen(portrait):
        named = doing_list(theme.strength for theme in best[:MOST_NAMED])
        if best[0].people > 1:
            return gettext("What others see most in you: %(doing)s.") % {"doing": named}
        return gettext("Seen in you so far: %(doing)s.") % {"doing": named}
    if portrait.people:
        return gettext("Answers are here, and nothing was found in them yet.")
    if portrait.waiting:
        return gettext("Answers are here, and none of them can be shown yet.")
    if asked:
        return ngettext(
            "You asked %(count)d person. Nobody answered yet.",
            "You asked %(count)d people. Nobody answered yet.",
            asked,
        ) % {"count": asked}
    return gettext("You said what you see in yourself. Now ask others.")


def portrait_from(portrait: Portrait, asked: int) -> str:
    """From how many people the first line is, and how sure that makes it; or what comes next."""
    if best := _most_seen(portrait):
        beginning = gettext("A theme takes three people; what fewer see is a beginning.")
        return f"{_how_many(best, portrait.people)} {beginning}"
    if portrait.people > portrait.pooled:
        return gettext("The reader misses some in stories. Open an answer and say what it speaks of.")
    if portrait.people or portrait.waiting:
        return ""
    if asked:
        return gettext("Two weeks are usual, and a second asking is no shame.")
    return gettext("What only they see stands here once they have answered.")


def theme_people(theme: Theme) -> str:
    """How many others see a strength; nothing where only the person does."""
    return "" if theme.seen_by is SeenBy.SELF else people_words(theme.people)


def own_group(group: str) -> str:
    """What a group of strengths is called where the person speaks of themselves."""
    return {
        "thinking": gettext("How you think"),
        "making": gettext("How you get things done"),
        "people": gettext("How you are with people"),
        "standing": gettext("What you stand for"),
    }[group]


def empty_group(who: SeenBy) -> str:
    """What is said where nobody is of a kind."""
    return {
        SeenBy.BOTH: gettext("Nothing that you and others name yet."),
        SeenBy.OTHERS: gettext("Nothing yet that others name and you did not."),
        SeenBy.SELF: gettext("All that you named, somebody else named too."),
    }[who]


def warned_words(people: int) -> str:
    """How many warn of such work."""
    return ngettext("%(count)d person warns of it", "%(count)d people warn of it", people) % {"count": people}


def ask_lead(asked: int) -> str:
    """The first line of the page of whom to ask."""
    if not asked:
        return gettext("Who has seen you at your best?")
    return ngettext("You asked %(count)d person.", "You asked %(count)d people.", asked) % {"count": asked}


def message_words(name: str, circle: Circle) -> str:
    """A message to go with the form, to be changed into one's own words."""
    first = first_name(name)
    hello = gettext("Hi %(name)s,") if circle in _CLOSE else gettext("Hello %(name)s,")
    return "\n\n".join(
        (
            hello % {"name": first},
            gettext(
                "I am thinking about the next step in my working life, and others see things in me that I do not. Would you answer three "
                "questions? Ten minutes are enough, and any of them may stay empty."
            ),
            gettext(
                "They are in the file I attach. It opens in any browser and works without the internet. When you are done, it gives you a small "
                "file or a text to send back to me. If you would rather just write to me, that is fine too."
            ),
            gettext("Thank you"),
        )
    )


def invite_state(invite: StrengthInvite) -> str:
    """Since when somebody is asked, and whether they answered."""
    if invite.answered_on:
        return gettext("Answered on %(day)s") % {"day": day(invite.answered_on)}
    return gettext("Asked on %(day)s") % {"day": day(invite.made_on)}


def answer_from(answer: StrengthAnswer) -> str:
    """Who answered when, in which way."""
    told = {
        "name": giver_name(answer) or gettext("Somebody"),
        "day": day(answer.received_on) if answer.received_on else "",
    }
    return {
        AnswerWay.FORM: gettext("%(name)s, on %(day)s"),
        AnswerWay.TYPED: gettext("%(name)s, on %(day)s, written down by you"),
        AnswerWay.RECOMMENDATION: gettext("%(name)s, a public recommendation"),
    }[AnswerWay(answer.way)] % told


def inventory_lead(answered: int, items: int) -> str:
    """The first line of the inventory."""
    if not answered:
        return gettext("Ninety-two sentences about you, if you like.")
    if answered < items:
        return gettext("%(answered)d of %(items)d sentences answered.") % {
            "answered": answered,
            "items": items,
        }
    return gettext("All %(items)d sentences are answered.") % {"items": items}


def agreement_words() -> list[tuple[int, str]]:
    """The five answers of the inventory."""
    return [
        (1, gettext("Not me at all")),
        (2, gettext("Rather not me")),
        (3, gettext("In between")),
        (4, gettext("Rather me")),
        (5, gettext("Very much me")),
    ]


def agreement(value: float) -> str:
    """A score of the inventory in words, then as a number."""
    word = dict(agreement_words())[round(value)]
    return gettext("%(word)s (%(value)s of 5)") % {"word": word, "value": f"{value:.1f}"}


def _most_seen(portrait: Portrait) -> list[Theme]:
    """The strengths that as many people see as no other."""
    seen = [theme for theme in portrait.themes if theme.people]
    return [theme for theme in seen if theme.people == seen[0].people]


def _how_many(best: Sequence[Theme], people: int) -> str:
    """How many of those who answered see what is seen most."""
    told = {"count": best[0].people, "people": people}
    if people == 1:
        return gettext("From one person who answered.")
    if best[0].people == 1:
        return gettext("%(people)d people answered, and no two name the same yet.") % told
    if len(best) > 1:
        return gettext("Each is named by %(count)d of the %(people)d people who answered.") % told
    return gettext("%(count)d of the %(people)d people who answered say so.") % told
