"""Strengths: what the person sees in themselves, whom they ask, what comes back, and the inventory.

The forms to send are made by `exporters.strengths_invites`, as services write no files. What is read of all this stands in
`queries.strengths`.
"""

import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models import F, Q, QuerySet

from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.names import folded
from unrut.core.explore.strengths.answers import LONGEST_ANSWER, Question
from unrut.core.explore.strengths.inventory import score
from unrut.core.explore.strengths.pool import LEAST_POOL
from unrut.core.explore.strengths.signing import Invite, answered_twice, read_answer
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.importers.people.contract import ReadRecommendation
from unrut.importers.text_tools import one_line, tidy
from unrut.models import (
    AnswerWay,
    Contact,
    ForgottenContact,
    InventoryAnswer,
    Person,
    SelfView,
    StrengthAnswer,
    StrengthInvite,
)
from unrut.models.contact import LONGEST_NAME
from unrut.queries.scope import of, one
from unrut.queries.strengths import (
    PortraitView,
    answer_of,
    invite_of,
    portrait_view,
    root_of,
    self_view_of,
)
from unrut.services.contact_signs import digests_of

MOST_OWN = 7
"""Strengths of a self-view: who names everything names nothing."""
LONGEST_OWN_NAME = 150
_CODE_BYTES, _KEY_BYTES = 16, 32


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """An answer that came on paper or by word of mouth."""

    at_best: str = ""
    come_for: str = ""
    wasted: str = ""
    may_quote: bool = False
    is_signed: bool = True


def say_name(owner: Person, name: str) -> Person:
    """Keep the name under which the person asks others.

    Raises InvalidInputError when it is none, or too long.
    """
    told = one_line(name)
    if not told:
        raise InvalidInputError("The form has to say who asks. Write the name that they know you by.")
    if len(told) > LONGEST_OWN_NAME:
        raise InvalidInputError(
            f"Your name has {len(told):,} letters, and there is room for {LONGEST_OWN_NAME}. Shorten it."
        )
    owner.name = told
    owner.save(update_fields=["name"])
    return owner


def say_self_view(owner: Person, strengths: Sequence[str], *, today: date) -> SelfView:
    """Keep what the person sees in themselves: one to seven strengths of the list. Said before, it is said anew.

    Raises InvalidInputError.
    """
    named = _known(strengths)
    if not 1 <= len(named) <= MOST_OWN:
        raise InvalidInputError(
            f"You named {len(named)} strengths. Choose one to {MOST_OWN}: those you would miss most in yourself."
        )
    view, _ = SelfView.objects.update_or_create(owner=owner, defaults={"strengths": named, "said_on": today})
    return view


def portrait_of(owner: Person, *, keep: bool = True) -> PortraitView | None:
    """The portrait as it is looked at now; None while there is no self-view.

    How many answers without a name it shows is kept, so that those that come later wait until they are enough again. With
    `keep` off only what was shown before is in it.
    """
    view = self_view_of(owner)
    if view is None:
        return None
    if not keep or of(StrengthAnswer, owner).filter(is_signed=False).count() - view.pooled < LEAST_POOL:
        return portrait_view(owner, view, is_news_shown=False)
    with transaction.atomic():
        # Held: one more answer that comes in between would be the difference between two portraits.
        view = of(SelfView, owner).select_for_update().get(pk=view.pk)
        shown = portrait_view(owner, view, is_news_shown=True)
        view.pooled = max(view.pooled, shown.portrait.pooled)
        view.save(update_fields=["pooled"])
    return shown


def invite(owner: Person, contact_ids: Sequence[int], *, today: date) -> list[StrengthInvite]:
    """Invite people to say what they see; who was invited before has the same invitation as then.

    Raises MissingError when one of them is not there.
    """
    with transaction.atomic():
        contacts = [one(Contact, owner, key) for key in dict.fromkeys(contact_ids)]
        people = dict.fromkeys(map(root_of, contacts))
        return [_invited(owner, person, today) for person in people]


def take_back_invite(owner: Person, invite_id: int) -> None:
    """Take an invitation back that has no answer yet; an answer to it is not taken in any more.

    Raises MissingError, InvalidInputError.
    """
    asked = invite_of(owner, invite_id)
    if not of(StrengthInvite, owner).filter(pk=asked.pk, answered_on=None).delete()[0]:
        raise InvalidInputError(
            f"{root_of(asked.contact).name} has answered already, so there is nothing to take back."
        )


def take_answer(
    owner: Person, data: bytes | str, *, take_changed: bool = False, today: date
) -> StrengthAnswer:
    """Take in an answer from a form: the file, or the text it shows. One without a name keeps nothing that leads back.

    Raises InvalidInputError: ChangedAnswerError when it was changed on the way (unless `take_changed`), AnsweredTwiceError,
    UnknownInviteError, CutShortError.
    """
    invites = {each.code: each for each in of(StrengthInvite, owner).select_related("contact__same_as")}
    read = read_answer(data, _marks(owner, invites.values()), take_changed=take_changed)
    told = TypedAnswer(read.at_best, read.come_for, read.wasted, read.may_quote, read.is_signed)
    with transaction.atomic():
        return _taken(invites[read.invite], told, AnswerWay.FORM, today, is_changed=read.is_changed)


def type_answer(owner: Person, contact_id: int, typed: TypedAnswer, *, today: date) -> StrengthAnswer:
    """Take in an answer that came on paper or by word of mouth; whoever was not invited counts as asked from then on.

    Raises MissingError, InvalidInputError when it is empty, too long, or the person has answered already.
    """
    told = _checked(typed)
    with transaction.atomic():
        asked = invite(owner, [contact_id], today=today)[0]
        return _taken(asked, told, AnswerWay.TYPED, today)


def correct_answer(
    owner: Person, answer_id: int, *, seen: Sequence[str] | None, warned: Sequence[str] | None
) -> StrengthAnswer:
    """Say which strengths an answer with a name speaks of, and which it warns would lie idle; None leaves it to our reader.

    Raises MissingError, InvalidInputError.
    """
    answer = answer_of(owner, answer_id)
    answer.seen = None if seen is None else _known(seen)
    answer.warned = None if warned is None else _known(warned)
    answer.save(update_fields=["seen", "warned"])
    return answer


def remove_answer(owner: Person, answer_id: int) -> None:
    """Remove an answer. Whoever gave it with their name may answer again.

    Raises MissingError.
    """
    with transaction.atomic():
        answer = one(StrengthAnswer, owner, answer_id)
        if not answer.is_signed:
            _take_off_pool(owner, answer)
        elif answer.contact and answer.way != AnswerWay.RECOMMENDATION:
            _invites_of(owner, root_of(answer.contact)).update(answered_on=None)
        answer.delete()


def save_inventory(owner: Person, answers: Mapping[str, int | None]) -> None:
    """Keep answers to the inventory by the id of their item, all of them or nothing; None takes one back.

    Raises InvalidInputError for an item there is not, and an answer off the scale.
    """
    given = {item: answer for item, answer in answers.items() if answer is not None}
    score(given)
    with transaction.atomic():
        of(InventoryAnswer, owner).filter(item__in=set(answers) - set(given)).delete()
        for item, answer in given.items():
            InventoryAnswer.objects.update_or_create(owner=owner, item=item, defaults={"answer": answer})


def take_recommendations(owner: Person, recommendations: Sequence[ReadRecommendation], *, today: date) -> int:
    """Take in what others wrote publicly about the person, each once; how many are new.

    Whoever wrote one is the contact of that name, where there is exactly one. Words that were forgotten stay out.
    """
    received = [_recommendation(owner, each, today) for each in recommendations if each.is_received]
    with transaction.atomic():
        known = set(map(_words, _recommended(owner)))
        told = {_words(each): each for each in reversed(received) if each.at_best}
        new = {words: each for words, each in reversed(told.items()) if words not in known}
        kept = _not_forgotten(owner, new)
        StrengthAnswer.objects.bulk_create(kept)
        _join_givers(owner)
    return len(kept)


def forget_words(owner: Person, people: Collection[int], names: Iterable[str]) -> int:
    """Remove the signed answers of people who are forgotten, and recommendations under their names; how many those are.

    A digest of each recommendation keeps a file from bringing it back.
    """
    plain = set(map(folded, names))
    with transaction.atomic():
        signed = of(StrengthAnswer, owner).filter(is_signed=True)
        theirs = [
            row
            for row in signed.filter(Q(contact__in=people) | Q(contact=None))
            if row.contact_id or folded(row.giver) in plain
        ]
        told = [_digest(owner, row) for row in theirs if row.way == AnswerWay.RECOMMENDATION]
        rows = [ForgottenContact(owner=owner, digest=digest) for digest in told]
        ForgottenContact.objects.bulk_create(rows, ignore_conflicts=True)
        signed.filter(pk__in=[row.pk for row in theirs]).delete()
    return len(theirs)


def _invited(owner: Person, person: Contact, today: date) -> StrengthInvite:
    made = {"code": secrets.token_hex(_CODE_BYTES), "key": secrets.token_hex(_KEY_BYTES), "made_on": today}
    before = _invites_of(owner, person).first()
    return before or StrengthInvite.objects.create(owner=owner, contact=person, **made)


def _invites_of(owner: Person, person: Contact) -> QuerySet[StrengthInvite]:
    """The invitations of a person, those of entries that were joined with theirs among them."""
    return of(StrengthInvite, owner).filter(Q(contact=person) | Q(contact__same_as=person))


def _marks(owner: Person, invites: Iterable[StrengthInvite]) -> dict[str, Invite]:
    """The invitations as forms know them."""
    return {
        each.code: Invite(
            id=each.code,
            asker=owner.name,
            giver=root_of(each.contact).name,
            key=bytes.fromhex(each.key),
            is_answered=each.answered_on is not None,
        )
        for each in invites
    }


def _taken(
    asked: StrengthInvite, told: TypedAnswer, way: AnswerWay, today: date, *, is_changed: bool = False
) -> StrengthAnswer:
    """The answer as it is kept, and the person's invitation answered, which it can be once."""
    person = root_of(asked.contact)
    invites = list(_invites_of(asked.owner, person).select_for_update(of=("self",)))
    if any(each.answered_on for each in invites):
        raise answered_twice(person.name)
    of(StrengthInvite, asked.owner).filter(pk__in=[each.pk for each in invites]).update(answered_on=today)
    answer = StrengthAnswer(owner=asked.owner, way=AnswerWay.FORM, **asdict(told))
    if told.is_signed:
        answer.contact, answer.giver, answer.received_on = person, person.name, today
        # Of an answer without a name neither is kept: either could tell one of four from the others.
        answer.way, answer.is_changed = way, is_changed
    answer.save()
    return answer


def _checked(typed: TypedAnswer) -> TypedAnswer:
    texts = {each.value: getattr(typed, each.value).replace("\x00", "").strip() for each in Question}
    for text in texts.values():
        if len(text) > LONGEST_ANSWER:
            raise InvalidInputError(
                f"One answer has {len(text):,} letters, and {LONGEST_ANSWER:,} fit. Shorten it."
            )
    if not any(texts.values()):
        raise InvalidInputError("All three answers are empty. Write a few words under one of them.")
    return replace(typed, **texts)


def _known(strengths: Sequence[str]) -> list[str]:
    """The strengths, each once.

    Raises InvalidInputError for one that is not on the list.
    """
    for name in strengths:
        if name not in shipped_strengths():
            raise InvalidInputError(f'"{name[:80]}" is no strength of the list. Choose one that is on it.')
    return list(dict.fromkeys(strengths))


def _take_off_pool(owner: Person, answer: StrengthAnswer) -> None:
    """One that was shown does not count among the shown ones any more."""
    place = of(StrengthAnswer, owner).filter(is_signed=False, pk__lt=answer.pk).count()
    of(SelfView, owner).filter(pooled__gt=place).update(pooled=F("pooled") - 1)


def _recommended(owner: Person) -> QuerySet[StrengthAnswer]:
    return of(StrengthAnswer, owner).filter(way=AnswerWay.RECOMMENDATION)


def _recommendation(owner: Person, said: ReadRecommendation, today: date) -> StrengthAnswer:
    """A recommendation as an answer: it is public, so that its words may be quoted."""
    return StrengthAnswer(
        owner=owner,
        giver=one_line(said.name)[:LONGEST_NAME],
        way=AnswerWay.RECOMMENDATION,
        at_best=tidy(said.text)[:LONGEST_ANSWER],
        may_quote=True,
        received_on=said.written_on or today,
    )


def _not_forgotten(owner: Person, told: Mapping[tuple[str, str], StrengthAnswer]) -> list[StrengthAnswer]:
    digests = {_digest(owner, each): each for each in told.values()}
    gone = set(of(ForgottenContact, owner).filter(digest__in=digests).values_list("digest", flat=True))
    return [each for digest, each in digests.items() if digest not in gone]


def _digest(owner: Person, answer: StrengthAnswer) -> str:
    """By what a recommendation is known again after it was forgotten."""
    return min(digests_of(owner, "", "", [("recommended", *_words(answer))]))


def _words(answer: StrengthAnswer) -> tuple[str, str]:
    """What makes two recommendations the same."""
    return folded(answer.giver), folded(answer.at_best)


def _join_givers(owner: Person) -> None:
    """Whoever recommended the person is the contact of that name, where there is exactly one."""
    people: dict[str, set[int]] = defaultdict(set)
    for key, same_as, name in of(Contact, owner).values_list("pk", "same_as_id", "name"):
        people[folded(name)].add(same_as or key)
    for answer in _recommended(owner).filter(contact=None):
        if len(found := people.get(folded(answer.giver), set())) == 1:
            answer.contact_id = min(found)
            answer.save(update_fields=["contact"])
