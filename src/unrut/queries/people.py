"""The people a person knows: one entry for each, however many files tell of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from unrut.core.explore.people.circles import Circle
from unrut.models import Contact, Learned, Opening, Person, Talk, Way
from unrut.queries.scope import of, one

PAGE = 50
MOST_THERE = 12


@dataclass(frozen=True, slots=True)
class Past:
    """Where somebody worked before, as what."""

    company: str
    position: str


@dataclass(frozen=True)
class Somebody:
    """A contact with the other entries of the same person: what one does not say, the next one does."""

    contact: Contact
    others: tuple[Contact, ...] = ()

    def __getattr__(self, name: str) -> Any:
        """Any field of a contact, from the first entry that says something of it."""
        if name.startswith("_"):
            raise AttributeError(name)
        values = [getattr(entry, name) for entry in self.entries]
        return next((value for value in values if value not in ("", None)), values[0])

    @property
    def entries(self) -> tuple[Contact, ...]:
        """All entries, the one that stands for them first."""
        return (self.contact, *self.others)

    @property
    def id(self) -> int:
        """The key of the entry that stands for all."""
        return self.contact.pk

    @property
    def circle(self) -> Circle:
        """The circle that was said; OTHER counts as not said."""
        said = (Circle(entry.circle) for entry in self.entries)
        return next((circle for circle in said if circle is not Circle.OTHER), Circle.OTHER)

    @property
    def last_on(self) -> date | None:
        """When one last spoke."""
        return max((entry.last_on for entry in self.entries if entry.last_on), default=None)

    @property
    def past(self) -> tuple[Past, ...]:
        """Where they worked before, as far as is known, each once."""
        told = (Past(each["company"], each["position"]) for entry in self.entries for each in entry.past)
        return tuple(dict.fromkeys(told))


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A page of people by name; `circles` counts all that the words find."""

    people: tuple[Somebody, ...]
    first: int
    count: int
    circles: dict[Circle, int]


@dataclass(frozen=True, slots=True)
class TalkList:
    """Talks that are still ahead, the next meeting first, and those that were, the newest first."""

    ahead: tuple[Talk, ...]
    done: tuple[Talk, ...]


@dataclass(frozen=True, slots=True)
class CountedTalks:
    """How many messages somebody was sent, how many they answered, and when one last heard of them."""

    asked: int
    answered: int
    last_on: date | None


def people_list(
    owner: Person, *, words: str = "", circle: str = "", first: int = 0, rows: int = PAGE
) -> PeopleList:
    """The people whose name, company, position or note holds these words, by name."""
    stands = of(Contact, owner).filter(same_as=None).annotate(said=_said_circle(owner)).defer("told")
    found = _holding(stands, words)
    counted = Counter(found.values_list("said", flat=True))
    shown = found.filter(said=circle) if circle else found
    count = shown.count()
    first = first if 0 <= first < count else 0
    page = shown.order_by("name", "pk").prefetch_related("others")[first : first + rows]
    return PeopleList(
        people=tuple(map(_somebody, page)),
        first=first,
        count=count,
        circles={each: counted[each.value] for each in Circle if counted[each.value]},
    )


def somebody(owner: Person, contact_id: int) -> Somebody:
    """One of the people; an entry that was joined with another gives whom it belongs to.

    Raises MissingError.
    """
    contact = one(Contact, owner, contact_id)
    return _somebody(contact.same_as or contact)


def people_named(owner: Person, keys: Iterable[int]) -> dict[int, Somebody]:
    """Some of the people by the key of their entry; those who are not there any more are left out."""
    rows = of(Contact, owner).filter(pk__in=list(keys)).prefetch_related("others")
    return {row.pk: _somebody(row) for row in rows}


def people_at(owner: Person, company_key: str, *, most: int = MOST_THERE) -> list[Somebody]:
    """Who works at a company by what is known."""
    if not company_key or "\0" in company_key:  # PostgreSQL takes no such sign
        return []
    return _stands(of(Contact, owner).filter(company_key=company_key), most)


def people_in(owner: Person, occupation: str, *, most: int = MOST_THERE) -> list[Somebody]:
    """Who does that very work by what is known."""
    return _stands(of(Contact, owner).filter(occupation=occupation), most) if occupation else []


def has_people(owner: Person) -> bool:
    """Whether anybody is known."""
    return of(Contact, owner).exists()


def talks_of(owner: Person) -> TalkList:
    """All talks."""
    talks = list(of(Talk, owner).select_related("contact"))
    ahead = sorted((talk for talk in talks if talk.is_open), key=_when)
    done = [talk for talk in talks if not talk.is_open]
    return TalkList(tuple(ahead), tuple(sorted(done, key=_ended, reverse=True)))


def talk_of(owner: Person, talk_id: int) -> Talk:
    """One talk with its contact.

    Raises MissingError.
    """
    talk = one(Talk, owner, talk_id)
    return of(Talk, owner).select_related("contact").prefetch_related("learned", "steps").get(pk=talk.pk)


def talks_with(owner: Person, person: Somebody) -> list[Talk]:
    """The talks with one person, the newest first."""
    return list(of(Talk, owner).filter(contact__in=person.entries).order_by("-pk"))


def learned_of(owner: Person, occupation: str) -> list[Learned]:
    """What people told of a kind of work, the newest first."""
    return _told(of(Learned, owner).filter(occupation=occupation).exclude(text="")) if occupation else []


def learned_about(owner: Person, subject: Opening | Way) -> list[Learned]:
    """What people told of an opening or a way, the newest first."""
    about = "opening" if isinstance(subject, Opening) else "way"
    return _told(of(Learned, owner).filter(**{about: subject}))


def counted_talks(owner: Person) -> dict[int, CountedTalks]:
    """What came of messages, by the key of the contact."""
    asked, answered, last = Counter[int](), Counter[int](), defaultdict[int, list[date]](list)
    fields = ("contact_id", "asked_on", "replied_on", "talked_on")
    for contact, asked_on, replied_on, talked_on in of(Talk, owner).values_list(*fields):
        is_answered = bool(replied_on or talked_on)
        asked[contact] += bool(asked_on) or is_answered
        answered[contact] += is_answered
        last[contact].extend(filter(None, (replied_on, talked_on)))
    return {
        contact: CountedTalks(asked[contact], answered[contact], max(last[contact], default=None))
        for contact in asked
    }


def _said_circle(owner: Person) -> Case:
    """The circle of a person: that of the entry that stands for them, else the first said in one that was joined."""
    joined = of(Contact, owner).filter(same_as=OuterRef("pk")).exclude(circle=Circle.OTHER.value)
    first = Subquery(joined.order_by("pk").values("circle")[:1])
    return Case(
        When(~Q(circle=Circle.OTHER.value), then=F("circle")),
        default=Coalesce(first, Value(Circle.OTHER.value)),
    )


def _holding(rows: Any, words: str) -> Any:
    """Rows that hold every word somewhere."""
    for word in words.replace("\0", "").split()[:8]:
        fields = ("name", "company", "position", "note", "how_known")
        told = Q()
        for field in fields:
            told |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(told)
    return rows


def _told(rows: QuerySet[Learned]) -> list[Learned]:
    return list(rows.select_related("talk__contact").order_by("-learned_on", "-pk"))


def _stands(rows: Any, most: int) -> list[Somebody]:
    """The people behind some entries, each once."""
    keys = dict.fromkeys(same_as or pk for pk, same_as in rows.values_list("pk", "same_as")[: 2 * most])
    found = Contact.objects.filter(pk__in=list(keys)).prefetch_related("others").order_by("name", "pk")
    return [_somebody(row) for row in found[:most]]


def _somebody(contact: Contact) -> Somebody:
    return Somebody(contact, tuple(contact.others.all()))


def _when(talk: Talk) -> tuple[bool, date, int]:
    return talk.meet_on is None, talk.meet_on or talk.made_on, talk.pk


def _ended(talk: Talk) -> tuple[date, int]:
    return talk.talked_on or talk.ended_on or talk.made_on, talk.pk
