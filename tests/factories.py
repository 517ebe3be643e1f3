"""Small functions that make rows; every value a test does not care about has a plain default."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from unrut.core.explore.openings.same import company_key
from unrut.core.explore.strengths.inventory import in_turn
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.stored import json_values
from unrut.importers.people.contract import ReadContact, ReadPeople
from unrut.models import (
    Accomplishment,
    AccomplishmentDraft,
    AnswerWay,
    Background,
    Board,
    BoardUpdate,
    CheckIn,
    Circumstance,
    CircumstanceKind,
    CompanyNote,
    Contact,
    ContactDraft,
    Correction,
    Decision,
    DecisionReview,
    ForgottenContact,
    FreeDay,
    Goal,
    GoalState,
    Interest,
    InventoryAnswer,
    Job,
    JobLevel,
    Learned,
    Milestone,
    NewNormal,
    Note,
    NoteKind,
    Opening,
    OpeningDraft,
    OpeningEvent,
    OpeningFilter,
    OpeningStatus,
    OwnSkill,
    Partner,
    PartnerWant,
    Person,
    Preference,
    ProfileColumn,
    ProfileEdit,
    Purse,
    Refusal,
    Review,
    ReviewAnswer,
    ReviewKind,
    ReviewLine,
    SelfView,
    Step,
    StrengthAnswer,
    StrengthInvite,
    Talk,
    TradeOffAnswer,
    Want,
    Way,
    WayFigure,
    WayLevel,
    WayTest,
)
from unrut.services.contacts import tell_people_changed
from unrut.services.opening_readings import read_and_join, tell_changed
from unrut.services.people_import import preview_people

MONDAY = date(2026, 11, 16)
MOMENT = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
ONE_WEEK = timedelta(weeks=1)
TODAY = date(2026, 11, 20)


def weeks_before(count: int) -> date:
    """The Monday that lies `count` weeks before the one of the tests."""
    return MONDAY - count * ONE_WEEK


def a_person(handle: str = "alice") -> Person:
    """Somebody without any rows."""
    return Person.objects.create(handle=handle)


def a_checkin(owner: Person, week: date = MONDAY, **answers: Any) -> CheckIn:
    """A sitting; only the satisfaction is answered unless told otherwise."""
    values = {"answered_on": week + timedelta(days=4), "satisfaction": 4, **answers}
    return CheckIn.objects.create(owner=owner, week=week, **values)


def a_note(
    owner: Person,
    text: str = "The same report again",
    kind: str = NoteKind.DISLIKE,
    week: date = MONDAY,
    *,
    job: Job | None = None,
) -> Note:
    """A line of a week."""
    return Note.objects.create(
        owner=owner, text=text, kind=kind, week=week, written_on=week + timedelta(days=4), job=job
    )


def a_correction(note: Note, facet: str, *, holds: bool = True) -> Correction:
    """What the owner of a note said about how it is read."""
    return Correction.objects.create(owner=note.owner, note=note, facet=facet, holds=holds)


def a_job(owner: Person, title: str = "Data analyst", *, is_present: bool = True, **values: Any) -> Job:
    """A position, the present one unless told otherwise."""
    return Job.objects.create(owner=owner, title=title, is_present=is_present, **values)


def a_level(job: Job, facet: str, level: int) -> JobLevel:
    """An answer about a job."""
    return JobLevel.objects.create(owner=job.owner, job=job, facet=facet, level=level)


def a_want(owner: Person, facet: str = "learning_growth", weight: int = 100, wanted: int = 10) -> Want:
    """Something wanted of work."""
    return Want.objects.create(owner=owner, facet=facet, weight=weight, wanted=wanted)


def an_opening(owner: Person, title: str = "Data editor", **values: Any) -> Opening:
    """A posting that says nothing but its title, read as an import reads it."""
    values = {
        "source": "pasted",
        "key": title,
        "text": "",
        "imported_on": MONDAY,
        "seen_on": MONDAY,
        **values,
    }
    values["company_key"] = company_key(values.get("company", ""))
    opening = Opening.objects.create(owner=owner, title=title, **values)
    read_and_join(owner, [opening])
    tell_changed(owner)
    return opening


def a_draft(owner: Person, name: str = "board.json") -> OpeningDraft:
    """An import that waits to be looked over and holds one opening."""
    kept = json_values(PostedOpening("pasted", "kept", "Kept for later"))
    content = {"company": "", "openings": [kept], "problems": []}
    return OpeningDraft.objects.create(
        owner=owner, name=name, content=content, given=b"job,town\nKept for later,Leeds\n", made_at=MOMENT
    )


def an_event(opening: Opening, status: OpeningStatus = OpeningStatus.SAVED, **values: Any) -> OpeningEvent:
    """Something done about an opening on the Monday of the tests."""
    return OpeningEvent.objects.create(
        owner=opening.owner, opening=opening, happened_on=MONDAY, status=status, **values
    )


def a_filter(owner: Person, kind: str = "pay", value: str = "45000 EUR", **values: Any) -> OpeningFilter:
    """Something that hides openings."""
    return OpeningFilter.objects.create(owner=owner, kind=kind, value=value, **values)


def a_board(owner: Person, address: str = "https://jobs.lever.co/acme", **values: Any) -> Board:
    """A watched board that was never looked at."""
    values = {"format": "lever", "company": "Acme", "added_on": MONDAY, **values}
    return Board.objects.create(owner=owner, address=address, **values)


def a_round(owner: Person, **values: Any) -> BoardUpdate:
    """A round through the boards that has just begun."""
    return BoardUpdate.objects.create(owner=owner, **{"started_at": MOMENT, "alive_at": MOMENT, **values})


def a_company_note(owner: Person, name: str = "Acme", **values: Any) -> CompanyNote:
    """Own words about a company."""
    values = {"key": company_key(name), "note": "Friendly on the phone.", **values}
    return CompanyNote.objects.create(owner=owner, name=name, **values)


def a_goal(owner: Person, title: str = "Work as a data editor", **values: Any) -> Goal:
    """A current goal of half a year, chosen from the present job."""
    values = {
        "field": "data journalism",
        "option": "present",
        "template": "new_job",
        "started_on": MONDAY,
        "target_on": MONDAY + 26 * ONE_WEEK,
        "state": GoalState.CURRENT,
        **values,
    }
    return Goal.objects.create(owner=owner, title=title, **values)


def a_milestone(goal: Goal, name: str = "Three talks held", **values: Any) -> Milestone:
    """A point ahead on the way to a goal."""
    values = {"due_on": MONDAY + 8 * ONE_WEEK, "position": 0, **values}
    return Milestone.objects.create(owner=goal.owner, goal=goal, name=name, **values)


def a_point(owner: Person, name: str = "Senior nurse", **values: Any) -> Milestone:
    """A point ahead that the person set, without rungs."""
    values = {"started_on": MONDAY - 4 * ONE_WEEK, "position": 0, **values}
    return Milestone.objects.create(owner=owner, name=name, **values)


def a_rung(point: Milestone, name: str = "Two people would speak for me", **values: Any) -> Milestone:
    """Something that would have to be true for a point, of eight sittings."""
    values = {"started_on": point.started_on, "position": 0, "size": 8, **values}
    return Milestone.objects.create(owner=point.owner, parent=point, name=name, **values)


def a_step(goal: Goal, text: str = "Read ten postings", **values: Any) -> Step:
    """An open step of three quarters of an hour."""
    values = {"strand": "knowledge", "minutes": 45, "position": 0, **values}
    return Step.objects.create(owner=goal.owner, goal=goal, text=text, **values)


def an_accomplishment(
    owner: Person, text: str = "Halved the Monday report", on: date = MONDAY, **values: Any
) -> Accomplishment:
    """Something done."""
    return Accomplishment.objects.create(owner=owner, text=text, happened_on=on, **values)


def a_win_draft(owner: Person, name: str = "brag.md") -> AccomplishmentDraft:
    """An import that waits to be looked over and holds one accomplishment."""
    win = {"source": "markdown", "key": "kept", "happened_on": MONDAY.isoformat(), "text": "Kept for later"}
    content = {"wins": [{**win, "skills": []}], "failed": 0}
    return AccomplishmentDraft.objects.create(owner=owner, name=name, content=content, made_at=MOMENT)


def a_refusal(done: Accomplishment, *facets: str) -> Refusal:
    """What the owner of an accomplishment said: against a worry about these facets it did not help."""
    return Refusal.objects.create(
        owner=done.owner, accomplishment=done, facets=list(facets or ("autonomy",)), said_on=MONDAY
    )


def a_free_day(owner: Person, weekday: int = 1, minutes: int = 60) -> FreeDay:
    """Free time in the evening of a weekday."""
    return FreeDay.objects.create(owner=owner, weekday=weekday, start=time(19), minutes=minutes)


def a_preference(owner: Person, **values: Any) -> Preference:
    """What a person chose; nothing unless told otherwise."""
    return Preference.objects.create(owner=owner, **values)


def a_new_normal(owner: Person, week: date = MONDAY) -> NewNormal:
    """A week from which on the person takes things as usual."""
    return NewNormal.objects.create(owner=owner, week=week)


def a_review(owner: Person, kind: str = ReviewKind.QUARTER, **values: Any) -> Review:
    """A review of the quarter without answers."""
    values = {"period": date(2026, 10, 1), "answered_on": MONDAY, **values}
    return Review.objects.create(owner=owner, kind=kind, **values)


def a_review_answer(review: Review, item: str = "envy", value: int = 6) -> ReviewAnswer:
    """One answer of a review."""
    return ReviewAnswer.objects.create(owner=review.owner, review=review, item=item, value=value)


def a_review_line(
    review: Review, text: str = "Nothing but tickets", kind: str = NoteKind.DISLIKE
) -> ReviewLine:
    """What made the worst week bad."""
    return ReviewLine.objects.create(owner=review.owner, review=review, kind=kind, text=text)


def a_circumstance(owner: Person, name: str = "Dora", **values: Any) -> Circumstance:
    """A manager of half a year."""
    values = {"kind": CircumstanceKind.MANAGER, "started_on": MONDAY - 26 * ONE_WEEK, **values}
    return Circumstance.objects.create(owner=owner, name=name, **values)


def a_profile_edit(owner: Person, text: str = "A desk by a window", **values: Any) -> ProfileEdit:
    """A line of the person's own on the list of what to look for."""
    values = {"column": ProfileColumn.LOOK_FOR, **values}
    return ProfileEdit.objects.create(owner=owner, text=text, **values)


def a_life(owner: Person) -> Person:
    """One row of every kind, and another goal that is parked; every text carries the name of its owner."""
    mine = owner.handle
    job = a_job(owner, f"Analyst {mine}", company=f"Mill {mine}")
    a_level(job, "autonomy", 2)
    checkin = a_checkin(owner)
    note = a_note(owner, f"Boring report of {mine}", job=job)
    a_correction(note, "autonomy")
    a_note(owner, f"Learned something of {mine}", NoteKind.LIKE, job=job)
    a_note(owner, f"Thought of {mine}", NoteKind.UNSORTED)
    a_want(owner, "autonomy")
    opening = an_opening(owner, f"Editor {mine}")
    an_event(opening, note=f"Saved by {mine}")
    a_filter(owner)
    board = a_board(owner, f"https://jobs.lever.co/{mine}")
    an_opening(owner, f"Setter {mine}", company=f"Press {mine}", board=board)
    a_round(owner, current=f"Board of {mine}")
    a_company_note(owner, f"Press {mine}")
    a_draft(owner, f"{mine}.json")
    a_goal(owner, f"Parked goal of {mine}", state=GoalState.PARKED)
    goal = a_goal(owner, f"Goal of {mine}", option=f"opening-{opening.pk}", opening=opening)
    milestone = a_milestone(goal, f"Milestone of {mine}")
    done = a_step(goal, f"First step of {mine}", milestone=milestone, done_on=MONDAY)
    later = a_step(goal, f"Second step of {mine}", milestone=milestone, position=1)
    later.after.add(done)
    won = an_accomplishment(owner, f"Done by {mine}", step=done, checkin=checkin)
    a_refusal(won)
    a_win_draft(owner, f"{mine}.md")
    point = a_point(owner, f"Point of {mine}")
    a_rung(point, f"Rung of {mine}").shown_by.add(won)
    a_free_day(owner)
    a_preference(owner)
    a_new_normal(owner, weeks_before(52))
    review = a_review(owner)
    a_review_answer(review)
    a_review_line(review, f"Worst week of {mine}")
    a_circumstance(owner, f"Manager of {mine}", job=job)
    a_profile_edit(owner, f"Wish of {mine}")
    a_trade_off(owner, "autonomy", "commute")
    a_partner_want(a_partner(owner, f"Partner of {mine}"))
    way = a_way(owner, f"Way of {mine}")
    a_figure(way)
    a_way_level(way)
    a_way_test(way, f"Test of {mine}")
    a_purse(owner)
    an_interest(owner, f"Interest of {mine}")
    a_skill(owner, evidence=f"Shown by {mine}")
    a_background(owner)
    a_decision_review(a_decision(owner, f"Choice of {mine}", way=way))
    some_people(owner, opening)
    return owner


def some_people(owner: Person, opening: Opening) -> None:
    """Somebody the person knows and asked, a talk with them, what was learned, and a file to look over."""
    mine = owner.handle
    owner.name = mine.title()
    owner.save(update_fields=["name"])
    contact = make_contact(owner, f"Ana of {mine}", company=f"Press {mine}", position=f"Editor {mine}")
    make_contact(owner, f"Annie of {mine}", same_as=contact)
    make_contact(owner, f"Anton of {mine}")
    talk = make_talk(
        contact,
        question=f"{opening.option}.commute",
        about=f"Editor {mine}",
        questions=[f"How far is it for {mine}?"],
        message=f"Hello from {mine}",
        asked_on=MONDAY,
        meet_on=TODAY,
    )
    make_learned(talk, f"Heard by {mine}", opening=opening, facet="commute", level=3)
    make_people_draft(owner, f"{mine}.csv")
    SelfView.objects.create(owner=owner, strengths=["explains"], said_on=MONDAY)
    make_invite(contact)
    make_strength_answer(owner, f"You explained the contract to {mine}.", contact=contact)
    InventoryAnswer.objects.create(owner=owner, item=in_turn()[0].id, answer=4)
    ForgottenContact.objects.create(owner=owner, digest=f"{owner.pk:064x}")


def a_trade_off(
    owner: Person, first: str = "autonomy", second: str = "commute", answer: str = "first", **values: Any
) -> TradeOffAnswer:
    """An answer to whether the first improvement is worth more than the second, given on that Friday."""
    values = {"answered_on": TODAY, **values}
    return TradeOffAnswer.objects.create(owner=owner, first=first, second=second, answer=answer, **values)


def a_partner(owner: Person, name: str = "Robin") -> Partner:
    """The one the person decides with."""
    return Partner.objects.create(owner=owner, name=name)


def a_partner_want(partner: Partner, facet: str = "autonomy", weight: int = 60, **values: Any) -> PartnerWant:
    """How much a criterion matters to the partner."""
    return PartnerWant.objects.create(
        owner=partner.owner, partner=partner, facet=facet, weight=weight, **values
    )


def a_way(owner: Person, title: str = "A degree beside work", kind: str = "study_part", **values: Any) -> Way:
    """A way out the person added on that Friday."""
    values = {"made_on": TODAY, **values}
    return Way.objects.create(owner=owner, kind=kind, title=title, **values)


def a_figure(
    way: Way,
    figure: str = "chance",
    low: float = 0.4,
    likely: float = 0.6,
    high: float = 0.75,
    **values: Any,
) -> WayFigure:
    """An estimate of the person's own."""
    return WayFigure.objects.create(
        owner=way.owner, way=way, figure=figure, low=low, likely=likely, high=high, **values
    )


def a_way_level(way: Way, facet: str = "autonomy", level: int = 8, **values: Any) -> WayLevel:
    """How a way would be on a criterion."""
    return WayLevel.objects.create(owner=way.owner, way=way, facet=facet, level=level, **values)


def a_purse(owner: Person, **values: Any) -> Purse:
    """Modest money."""
    values = {"currency": "EUR", "income": 2600, "savings": 9000, "fixed_costs": 1900, **values}
    return Purse.objects.create(owner=owner, **values)


def an_interest(owner: Person, text: str = "old maps", kind: str = "reads") -> Interest:
    """Something the person is drawn to."""
    return Interest.objects.create(owner=owner, kind=kind, text=text)


def a_way_test(way: Way, text: str = "Talk to somebody who did it", **values: Any) -> WayTest:
    """A test planned on that Friday, with what was expected of it."""
    values = {
        "kind": "talk",
        "facet": "autonomy",
        "line": 7,
        "chance": 60,
        "predicted_on": TODAY,
        **values,
    }
    return WayTest.objects.create(owner=way.owner, way=way, text=text, **values)


def an_open_decision(owner: Person, **values: Any) -> Decision:
    """A day and criteria agreed beforehand."""
    values = {"decide_on": TODAY, "opened_on": MONDAY, "criteria": ["I know what it pays"], **values}
    return Decision.objects.create(owner=owner, **values)


def a_decision(owner: Person, chosen: str = "A degree beside work", **values: Any) -> Decision:
    """A decision made a year before, when the change began: all looks back are due."""
    values = {
        "decide_on": weeks_before(52),
        "opened_on": weeks_before(53),
        "made_on": weeks_before(52),
        "why": "It is what I want to do",
        "sure": 70,
        "began_on": weeks_before(52),
        "causes": {"autonomy": 0.5},
        **values,
    }
    return Decision.objects.create(owner=owner, chosen=chosen, **values)


def a_decision_review(decision: Decision, days: int = 30, **values: Any) -> DecisionReview:
    """A look back at a decision."""
    values = {"done_on": TODAY, "answers": {"autonomy": 3}, "again": True, **values}
    return DecisionReview.objects.create(owner=decision.owner, decision=decision, days=days, **values)


def a_skill(owner: Person, element: str = "2.A.1.b", level: float = 4.5, **values: Any) -> OwnSkill:
    """Active listening, as the person confirmed it."""
    values = {"said_on": TODAY, "evidence": "Ran the user panel", **values}
    return OwnSkill.objects.create(owner=owner, element=element, level=level, **values)


def a_background(owner: Person, **values: Any) -> Background:
    """A degree, and an interest in making things clear."""
    values = {"education": 6, "horizon": "three", "interests": ["investigative"], **values}
    return Background.objects.create(owner=owner, **values)


def make_contact(owner: Person, name: str = "Ana Ortiz", **fields: Any) -> Contact:
    """Somebody the person knows, from no circle yet."""
    values = {"made_on": MONDAY, **fields}
    values["company_key"] = company_key(values.get("company", ""))
    contact = Contact.objects.create(owner=owner, name=name, **values)
    tell_people_changed(owner)
    return contact


def make_invite(contact: Contact, **fields: Any) -> StrengthInvite:
    """Somebody who was asked on the Monday of the tests and has not answered."""
    values = {"code": f"{contact.pk:032x}", "key": f"{contact.pk:064x}", "made_on": MONDAY, **fields}
    return StrengthInvite.objects.create(owner=contact.owner, contact=contact, **values)


def make_strength_answer(
    owner: Person, at_best: str = "You explained the contract to me.", **fields: Any
) -> StrengthAnswer:
    """An answer that may be quoted; signed where it comes from a contact, else without a name."""
    contact = fields.get("contact")
    signed = {"giver": contact.name, "received_on": MONDAY} if contact else {"is_signed": False}
    values = {"way": AnswerWay.FORM, "may_quote": True, **signed, **fields}
    return StrengthAnswer.objects.create(owner=owner, at_best=at_best, **values)


def make_talk(contact: Contact, **fields: Any) -> Talk:
    """A talk that was prepared on the Monday of the tests, and no more."""
    values = {"made_on": MONDAY, **fields}
    talk = Talk.objects.create(owner=contact.owner, contact=contact, **values)
    tell_people_changed(contact.owner)
    return talk


def make_people_draft(owner: Person, name: str = "people.csv") -> ContactDraft:
    """A file with one person that waits for approval."""
    read = ReadPeople("table", contacts=(ReadContact("somebody", f"Somebody in {name}"),))
    return preview_people(owner, name, read, now=MOMENT)


def make_learned(talk: Talk, text: str = "They keep their hours", **fields: Any) -> Learned:
    """Something that was said in a talk on the Monday of the tests."""
    values = {"learned_on": MONDAY, **fields}
    return Learned.objects.create(owner=talk.owner, talk=talk, text=text, **values)
