"""The people one knows, in sentences: their circles, how they relate to a question, and who could help."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from unrut.core.explore.people.circles import Circle, Relation
from unrut.core.explore.people.questions import Answerer, OpenQuestion, QuestionKind
from unrut.importers.people.contract import ReadContact
from unrut.models import Contact
from unrut.queries.people import Past, PeopleList, Somebody
from unrut.queries.who import CircleOf, WhoView
from unrut.wording.numbers import listed

DAYS_OF_WEEK, DAYS_OF_MONTH, MONTHS_OF_YEAR = 7, 30.44, 12
LATELY, FEW_MONTHS = 2, 24
# Shares from 0 to 1, from which on the better words hold. A judgement, as the shares themselves are.
_LIKELY, _MAY = 0.6, 0.4
_NEW, _SOME_NEW = 0.6, 0.35
_FIRST_HAND, _CLOSE_BY = 0.6, 0.3
_MOST = 0.5


def circle_name(circle: Circle) -> str:
    """What one of a circle is to the person."""
    return {
        Circle.MENTOR: gettext("Mentor"),
        Circle.FRIEND: gettext("Friend"),
        Circle.INDUSTRY: gettext("Industry friend"),
        Circle.COLLEAGUE: gettext("Colleague"),
        Circle.FAMILY: gettext("Family"),
        Circle.OTHER: gettext("Not sorted yet"),
    }[circle]


def circle_names(circle: Circle) -> str:
    """The people of a circle, as a heading."""
    return {
        Circle.MENTOR: gettext("Mentors"),
        Circle.FRIEND: gettext("Friends"),
        Circle.INDUSTRY: gettext("Industry friends"),
        Circle.COLLEAGUE: gettext("Colleagues"),
        Circle.FAMILY: gettext("Family"),
        Circle.OTHER: gettext("Not sorted yet"),
    }[circle]


def circle_hint(circle: Circle) -> str:
    """Who belongs to a circle."""
    return {
        Circle.MENTOR: gettext("somebody who wishes you well and is further on"),
        Circle.FRIEND: gettext("somebody you would call in the evening"),
        Circle.INDUSTRY: gettext("somebody in the trade, not at your place"),
        Circle.COLLEAGUE: gettext("somebody you work or worked with"),
        Circle.FAMILY: gettext("somebody you are related to"),
        Circle.OTHER: gettext("somebody you met, or have not thought about yet"),
    }[circle]


def relation_words(relation: Relation, question: OpenQuestion) -> str:
    """Why somebody may know the answer, as a clause after their name."""
    if relation is Relation.ROLE and question.kind is QuestionKind.GAP:
        return gettext("does the work that needs it")
    return {
        Relation.THERE: gettext("works there now"),
        Relation.WAS_THERE: gettext("worked there before"),
        Relation.ROLE: gettext("does this kind of work"),
        Relation.FIELD: gettext("works in the same field"),
        Relation.NEAR: gettext("works one step away from it"),
        Relation.HUB: gettext("knows many, and may know somebody who does"),
        Relation.NONE: gettext("is not close to it"),
    }[relation]


def reply_words(chance: float) -> str:
    """How likely somebody answers."""
    if chance >= _LIKELY:
        return gettext("likely to answer")
    return gettext("may well answer") if chance >= _MAY else gettext("may not answer")


def novelty_words(newness: float) -> str:
    """How new it would be what they tell."""
    if newness >= _NEW:
        return gettext("would tell you something new")
    if newness >= _SOME_NEW:
        return gettext("may tell you something new")
    return gettext("knows much the same as you")


def relevance_words(relevance: float) -> str:
    """How well somebody can know it."""
    if relevance >= _FIRST_HAND:
        return gettext("knows it at first hand")
    return gettext("knows it from near by") if relevance >= _CLOSE_BY else gettext("may have heard of it")


def why_words(answerer: Answerer, question: OpenQuestion) -> str:
    """Why somebody is asked, then the three factors: "works there now; likely to answer, would tell you something new"."""
    return gettext("%(relation)s; %(reply)s, %(novelty)s") % {
        "relation": relation_words(answerer.relation, question),
        "reply": reply_words(answerer.reply),
        "novelty": novelty_words(answerer.novelty),
    }


def does_words(person: Somebody | Contact | Past | ReadContact) -> str:
    """What somebody does and where, as far as is known."""
    if person.position and person.company:
        return gettext("%(position)s at %(company)s") % {
            "position": person.position,
            "company": person.company,
        }
    return str(person.position or person.company)


def spoken_words(last_on: date | None, *, today: date) -> str:
    """When one last spoke, as one says it."""
    if last_on is None:
        return ""
    days = max(0, (today - last_on).days)
    if days < DAYS_OF_WEEK:
        return gettext("spoken to within the last week")
    if days < LATELY * DAYS_OF_MONTH:
        return _ago(
            ngettext("spoken to %(count)d week ago", "spoken to %(count)d weeks ago", days // 7), days // 7
        )
    months = round(days / DAYS_OF_MONTH)
    if months < FEW_MONTHS:
        return _ago(
            ngettext("spoken to %(count)d month ago", "spoken to %(count)d months ago", months), months
        )
    years = months // MONTHS_OF_YEAR
    return _ago(ngettext("spoken to %(count)d year ago", "spoken to %(count)d years ago", years), years)


def people_count(count: int) -> str:
    """How many people."""
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": f"{count:,}"}


def counted(words: str, count: int) -> str:
    """A part of a sentence with its count; nothing where there is none."""
    return words % {"count": f"{count:,}"} if count else ""


def front_lead(view: WhoView, first: Somebody | None) -> str:
    """Who could help; `first` is whoever could answer most."""
    asked = len(view.questions)
    if not view.people:
        return gettext("Who of the people you know could help?")
    if not asked:
        return gettext("You know %(people)s here. Nothing is open yet that they could tell you.") % {
            "people": people_count(view.people)
        }
    if first is None:
        return gettext("Nobody you know is close to what you want to know yet.")
    answers = view.close_to(first.id)
    if answers == asked:
        return gettext("%(name)s could help with all you want to know.") % {"name": first.name}
    if answers >= _MOST * asked:
        return gettext("%(name)s could help with most of what you want to know.") % {"name": first.name}
    return ngettext(
        "%(name)s could help you most: with %(answers)d of your %(count)d open question.",
        "%(name)s could help you most: with %(answers)d of your %(count)d open questions.",
        asked,
    ) % {"name": first.name, "answers": answers, "count": asked}


def list_lead(found: PeopleList, *, words: str, circle: Circle | None) -> str:
    """The first line of the list."""
    people = people_count(found.count)
    if words:
        told = ngettext("%(people)s has these words.", "%(people)s have these words.", found.count)
        return told % {"people": people} if found.count else gettext("Nobody here has these words.")
    if circle is Circle.OTHER:
        return gettext("You have not sorted %(people)s yet.") % {"people": people}
    if circle:
        return gettext("%(circle)s: %(people)s.") % {"circle": circle_names(circle), "people": people}
    if not found.count:
        return gettext("Nobody is here yet.")
    return gettext("You know %(people)s.") % {"people": people}


def sorted_words(count: int, circle: Circle) -> str:
    """What was put where."""
    return ngettext(
        "%(people)s now stands under “%(circle)s”.", "%(people)s now stand under “%(circle)s”.", count
    ) % {"people": people_count(count), "circle": circle_names(circle)}


def added_words(names: Sequence[str]) -> str:
    """Who was added."""
    shown = list(names)[:3]
    if len(names) > len(shown):
        return gettext("%(people)s are here now: %(names)s and others.") % {
            "people": people_count(len(names)),
            "names": ", ".join(shown),
        }
    return ngettext("%(names)s is here now.", "%(names)s are here now.", len(names)) % {
        "names": listed(shown)
    }


def circle_heading(circle: Circle, count: int) -> str:
    """A circle in the picture, with how many belong to it."""
    return gettext("%(circle)s · %(count)s") % {"circle": circle_names(circle), "count": f"{count:,}"}


def circles_words(circles: Sequence[CircleOf]) -> str:
    """What the picture of circles shows."""
    told = [
        gettext("%(circle)s: %(count)s") % {"circle": circle_names(one.circle), "count": f"{one.count:,}"}
        for one in circles
    ]
    return gettext("The nearer to the middle, the closer you are. %(circles)s.") % {
        "circles": "; ".join(told)
    }


def ring_words(ring: int) -> str:
    """How close somebody is drawn."""
    return (gettext("close"), gettext("in between"), gettext("farther"))[ring]


def unsorted_words(circles: Sequence[CircleOf]) -> str:
    """How many stand in no circle yet, where these are most; nothing else."""
    everybody = sum(one.count for one in circles)
    unsorted = sum(one.count for one in circles if one.circle is Circle.OTHER)
    if not unsorted or unsorted < _MOST * everybody:
        return ""
    return gettext(
        "%(people)s stand in no circle yet. Sorting the ten you would ask first is enough: who they are to you says "
        "more than any list."
    ) % {"people": people_count(unsorted)}


def strengths_words(*, has_self_view: bool, asked: int, answered: int) -> str:
    """How far the question is what others see in the person."""
    if not has_self_view:
        return gettext("Say first what you see in yourself; then ask those who saw you at your best.")
    if not asked:
        return gettext("You said what you see in yourself. Nobody is asked yet.")
    told = ngettext("You asked %(count)d person", "You asked %(count)d people", asked) % {"count": asked}
    if not answered:
        return gettext("%(asked)s; nobody has answered yet.") % {"asked": told}
    return ngettext("%(asked)s; %(count)d has answered.", "%(asked)s; %(count)d have answered.", answered) % {
        "asked": told,
        "count": answered,
    }


def there_words(count: int, company: str) -> str:
    """Who is known at a company, as a heading."""
    return ngettext("You know somebody at %(company)s", "You know people at %(company)s", count) % {
        "company": company
    }


def doing_words(count: int) -> str:
    """Who is known in a kind of work, as a heading."""
    return ngettext("You know somebody who does it", "You know people who do it", count)


def _ago(words: str, count: int) -> str:
    return words % {"count": count}


def side_words(person: Somebody, *, today: date) -> str:
    """What stands beside somebody in a list: their circle, if they are in one, and when one last spoke."""
    circle = "" if person.circle is Circle.OTHER else circle_name(person.circle)
    return " · ".join(part for part in (circle, spoken_words(person.last_on, today=today)) if part)


def missing_more(count: int) -> str:
    """How many more questions nobody could answer."""
    if not count:
        return ""
    return ngettext(
        "Nor anybody for %(count)d other question.", "Nor anybody for %(count)d other questions.", count
    ) % {"count": count}
