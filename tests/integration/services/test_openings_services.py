"""Openings are kept as posted, brought up to date, joined, marked, and looked over first."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.factories import MOMENT, ONE_WEEK, a_board, a_draft, a_goal, an_opening

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.kinds import Workplace
from unrut.errors import MissingError
from unrut.importers.contract import Problem
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.stored import opening_values
from unrut.models import Opening, OpeningDraft, OpeningEvent, OpeningReading, OpeningStatus, Person
from unrut.queries.scope import of
from unrut.services.openings import (
    LONGEST_NOTE,
    LONGEST_NOTES,
    OTHER_REASON,
    ImportResult,
    approve_draft,
    close_openings,
    import_openings,
    keep_file,
    mark_opening,
    preview_again,
    preview_openings,
    remove_opening,
    store_openings,
    write_notes,
)

pytestmark = pytest.mark.integration

WORK = (
    "You edit the figures of our Sunday pages, check where they come from and draw them so that they can be read. "
    "You work with four others who have done so for years, and with every desk of the house."
)
POSTED = PostedOpening(
    source="board",
    key="17",
    title="Data editor",
    company="The Mill",
    place="Leeds",
    workplace=Workplace.HYBRID,
    url="https://example.org/17",
    hours="35 hours",
    contract="permanent",
    pay="£40,000",
    posted_on=date(2026, 11, 2),
    closes_on=date(2026, 12, 1),
    text=WORK,
)
TABLE = b"was,wo\nWeberin,Leeds\nSetzer,York\n"
BOARD = json.dumps(
    {
        "jobs": [
            {
                "id": 17,
                "title": "Data editor",
                "absolute_url": "https://example.org/17",
                "content": "You edit data.",
                "first_published": "2026-11-02T09:00:00Z",
            },
            {"id": 18, "absolute_url": "https://example.org/18"},
        ]
    }
).encode()


def keys_standing(owner: Person) -> dict[str, str | None]:
    """For each posting by its key the one that stands for it."""
    return dict(of(Opening, owner).values_list("key", "same_as__key"))


def test_opening_is_stored_as_posted(alice: Person, today: date) -> None:
    result = store_openings(alice, [POSTED], today=today)

    stored = of(Opening, alice).get()
    assert result == ImportResult(created=1, updated=0, skipped=0, failed=0)
    assert {name: getattr(stored, name) for name in POSTED.__slots__} == opening_values(POSTED)
    assert stored.imported_on == today


def test_opening_of_unknown_facts_says_nothing_of_them(alice: Person, today: date) -> None:
    store_openings(alice, [PostedOpening("board", "1", "Data editor")], today=today)

    opening = of(Opening, alice).get()
    assert (opening.is_remote, opening.pay, opening.posted_on, opening.closes_on) == (None, "", None, None)


def test_openings_imported_again_change_nothing(alice: Person, today: date) -> None:
    other = replace(POSTED, key="18")
    store_openings(alice, [POSTED, other], today=today)

    result = store_openings(alice, [POSTED, other], today=date(2027, 1, 1))

    assert result == ImportResult(created=0, updated=0, skipped=2, failed=0)
    assert set(of(Opening, alice).values_list("imported_on", "seen_on")) == {(today, date(2027, 1, 1))}


def test_opening_that_changed_is_brought_up_to_date(alice: Person, today: date) -> None:
    store_openings(alice, [POSTED], today=today)
    (before,) = of(Opening, alice)

    result = store_openings(alice, [replace(POSTED, pay="£42,000", closes_on=None)], today=today)

    (after,) = of(Opening, alice)
    assert result == ImportResult(created=0, updated=1, skipped=0, failed=0)
    assert (after.pk, after.pay, after.closes_on, after.title) == (before.pk, "£42,000", None, before.title)


def test_opening_of_another_source_or_person_is_another(alice: Person, bob: Person, today: date) -> None:
    store_openings(bob, [POSTED], today=today)

    result = store_openings(alice, [POSTED, replace(POSTED, source="other")], today=today)

    assert (result.created, of(Opening, alice).count(), of(Opening, bob).count()) == (2, 2, 3)


def test_opening_with_the_key_of_another_source_leaves_that_one_as_it_is(alice: Person, today: date) -> None:
    store_openings(alice, [POSTED], today=today)

    result = store_openings(alice, [replace(POSTED, source="other", title="Weaver")], today=today)

    assert result.created == 1
    assert set(of(Opening, alice).values_list("source", "title")) == {
        ("board", "Data editor"),
        ("other", "Weaver"),
    }


def test_opening_too_long_for_its_columns_is_cut_and_known_again(alice: Person, today: date) -> None:
    long = replace(POSTED, title="t" * 1000, company="c" * 1000, text="x" * 100_000)
    store_openings(alice, [long], today=today)

    again = store_openings(alice, [long], today=today)

    opening = of(Opening, alice).get()
    assert (len(opening.title), len(opening.company), len(opening.text)) == (300, 300, 100_000)
    assert again.skipped == 1


def test_opening_given_twice_at_once_counts_as_it_was_given_last(alice: Person, today: date) -> None:
    result = store_openings(alice, [POSTED, replace(POSTED, pay="£42,000")], today=today)

    assert result.created == 1
    assert of(Opening, alice).get().pay == "£42,000"


def test_openings_are_stored_all_or_none(alice: Person, today: date) -> None:
    class BrokenFileError(Exception):
        """The second opening cannot be had."""

    def posted() -> Iterator[PostedOpening]:
        yield POSTED
        raise BrokenFileError

    with pytest.raises(BrokenFileError):
        store_openings(alice, posted(), today=today)

    assert of(Opening, alice).count() == 0


def test_preview_stores_nothing_but_the_draft(alice: Person, bob: Person) -> None:
    a_draft(alice, "older.json")

    draft, parsed = preview_openings(alice, "board.json", BOARD, company="The Mill", now=MOMENT)

    assert list(of(OpeningDraft, alice)) == [draft]
    assert (draft.name, draft.made_at) == ("board.json", MOMENT)
    assert [(found.title, found.company) for found in parsed.openings] == [("Data editor", "The Mill")]
    assert [problem.where for problem in parsed.problems] == ["job 2"]
    assert (of(Opening, alice).count(), of(OpeningDraft, bob).count()) == (0, 1)


def test_preview_of_an_unreadable_file_keeps_the_draft_there_was(alice: Person) -> None:
    older = a_draft(alice)

    with pytest.raises(InvalidInputError):
        preview_openings(alice, "board.json", b"", company="", now=MOMENT)

    assert list(of(OpeningDraft, alice)) == [older]


def test_approved_draft_stores_what_the_import_would(alice: Person, bob: Person, today: date) -> None:
    draft, _ = preview_openings(alice, "board.json", BOARD, company="The Mill", now=MOMENT)
    approved = approve_draft(alice, draft.pk, today=today)
    at_once, _ = import_openings(bob, "board.json", BOARD, today=today, company="The Mill")

    kept = [of(Opening, owner).values(*POSTED.__slots__).get(key="17") for owner in (alice, bob)]
    assert approved == at_once == ImportResult(created=1, updated=0, skipped=0, failed=1)
    assert kept[0] == kept[1]
    assert kept[0]["posted_on"] == date(2026, 11, 2)
    assert of(OpeningDraft, alice).count() == 0


def test_draft_is_approved_once(alice: Person, today: date) -> None:
    draft = a_draft(alice)
    approve_draft(alice, draft.pk, today=today)

    with pytest.raises(MissingError):
        approve_draft(alice, draft.pk, today=today)

    assert of(Opening, alice).count() == 1


def test_import_reports_what_could_not_be_read(alice: Person, today: date) -> None:
    result, parsed = import_openings(alice, "board.json", BOARD, today=today)

    assert result == ImportResult(created=1, updated=0, skipped=0, failed=1)
    assert parsed.problems == (
        Problem("job 2", "This opening has no title. Give it one in the file and import it again."),
    )


def test_import_of_an_unreadable_file_stores_nothing(alice: Person, today: date) -> None:
    with pytest.raises(InvalidInputError):
        import_openings(alice, "board.json", b"%PDF-1.7 \x00", today=today)

    assert of(Opening, alice).count() == 0


def test_opening_is_removed(alice: Person) -> None:
    kept, gone = an_opening(alice, "Kept"), an_opening(alice, "Gone")

    remove_opening(alice, gone.pk)

    assert list(of(Opening, alice)) == [kept]


def test_job_of_two_boards_is_joined_and_the_row_seen_last_stands_for_it(alice: Person, today: date) -> None:
    store_openings(alice, [POSTED], today=today)
    other = replace(POSTED, source="other", key="a", company="Mill Ltd.", text=f"{WORK} Apply by post.")
    store_openings(alice, [other], today=today + ONE_WEEK)

    assert keys_standing(alice) == {"17": "a", "a": None}


def test_job_in_several_places_is_one_and_other_titles_are_not(alice: Person, today: date) -> None:
    york = replace(POSTED, key="18", place="York")
    head = replace(POSTED, key="19", title="Head of data")

    store_openings(alice, [POSTED, york, head], today=today)

    assert list(of(Opening, alice).filter(same_as=None).values_list("key", flat=True)) == ["17", "19"]
    assert of(Opening, alice).get(key="18").same_as == of(Opening, alice).get(key="17")


def test_job_of_another_company_or_person_is_another(alice: Person, bob: Person, today: date) -> None:
    store_openings(bob, [POSTED], today=today)

    store_openings(alice, [POSTED, replace(POSTED, key="18", company="The Press")], today=today)

    assert of(Opening, alice).filter(same_as=None).count() == 2
    assert of(Opening, bob).filter(key="17", same_as=None).count() == 1


def test_marked_posting_stands_for_the_one_posted_again(alice: Person, today: date) -> None:
    store_openings(alice, [POSTED], today=today)
    mark_opening(alice, of(Opening, alice).get().pk, OpeningStatus.SAVED, today=today)
    close_openings(alice, [of(Opening, alice).get().pk], today=today)

    store_openings(alice, [replace(POSTED, key="18")], today=today + ONE_WEEK)

    assert keys_standing(alice) == {"17": None, "18": "17"}


def test_posting_that_is_marked_later_stands_for_the_others_from_then_on(alice: Person, today: date) -> None:
    store_openings(alice, [POSTED, replace(POSTED, key="18")], today=today)

    mark_opening(alice, of(Opening, alice).get(key="18").pk, OpeningStatus.APPLIED, today=today)

    assert keys_standing(alice) == {"17": "18", "18": None}


def test_posting_that_is_still_listed_stands_for_one_that_is_gone_until_it_is_back(
    alice: Person, today: date
) -> None:
    both = [POSTED, replace(POSTED, source="other", key="18")]
    store_openings(alice, both, today=today)

    close_openings(alice, [of(Opening, alice).get(key="17").pk], today=today)
    assert keys_standing(alice) == {"17": "18", "18": None}

    store_openings(alice, both, today=today)
    assert keys_standing(alice) == {"17": None, "18": "17"}


def test_posting_that_moves_to_another_company_leaves_its_job(alice: Person, today: date) -> None:
    store_openings(alice, [POSTED, replace(POSTED, key="18")], today=today)

    store_openings(alice, [replace(POSTED, company="The Press")], today=today)

    assert keys_standing(alice) == {"17": None, "18": None}
    assert of(Opening, alice).get(key="17").company_key == "press"


def test_openings_of_an_earlier_version_do_not_hinder_new_ones(alice: Person, today: date) -> None:
    an_opening(alice, "Kept before")
    of(OpeningReading, alice).delete()

    store_openings(alice, [PostedOpening("board", "1", "Data editor")], today=today)

    assert set(of(OpeningReading, alice).values_list("opening__key", flat=True)) == {"1"}
    assert keys_standing(alice) == {"Kept before": None, "1": None}


def test_closed_openings_are_gone_once_and_only_ones_own(alice: Person, bob: Person, today: date) -> None:
    kept, gone = an_opening(alice, "Kept"), an_opening(alice, "Gone")
    theirs = of(Opening, bob).values_list("pk", flat=True)

    assert close_openings(alice, [gone.pk, *theirs], today=today) == 1
    assert close_openings(alice, [gone.pk], today=today + ONE_WEEK) == 0

    assert dict(of(Opening, alice).values_list("pk", "gone_on")) == {kept.pk: None, gone.pk: today}
    assert of(Opening, bob).exclude(gone_on=None).count() == 0


def test_opening_that_is_back_keeps_when_it_was_gone(alice: Person, today: date) -> None:
    for week in range(2):
        store_openings(alice, [POSTED], today=today + 2 * week * ONE_WEEK)
        gone_on = today + (2 * week + 1) * ONE_WEEK
        close_openings(alice, of(Opening, alice).values_list("pk", flat=True), today=gone_on)

    result = store_openings(alice, [POSTED], today=date(2027, 1, 15))

    opening = of(Opening, alice).get()
    assert (result.skipped, opening.gone_on, opening.seen_on) == (1, None, date(2027, 1, 15))
    assert opening.absences == [["2026-11-27", "2026-12-04"], ["2026-12-11", "2027-01-15"]]


def test_opening_belongs_to_the_board_it_was_seen_on_last(alice: Person, today: date) -> None:
    board, other = a_board(alice), a_board(alice, "https://jobs.lever.co/other")
    store_openings(alice, [POSTED], today=today, board=board)
    store_openings(alice, [POSTED], today=today, board=other)

    store_openings(alice, [POSTED], today=today)

    assert of(Opening, alice).get().board == other


def test_mark_is_kept_with_its_reason_and_its_note(alice: Person, today: date) -> None:
    opening = an_opening(alice)

    mark_opening(alice, opening.pk, OpeningStatus.SAVED, today=today, note="  Ask Dora. ")
    marked = mark_opening(alice, opening.pk, OpeningStatus.DISMISSED, today=today, reason="commute")

    assert of(Opening, alice).get() == marked
    assert marked.status == OpeningStatus.DISMISSED
    assert list(marked.events.values_list("happened_on", "status", "reason", "note")) == [
        (today, "saved", "", "Ask Dora."),
        (today, "dismissed", "commute", ""),
    ]


@pytest.mark.parametrize(
    ("status", "reason", "kept"),
    [("dismissed", OTHER_REASON, OTHER_REASON), ("dismissed", "", ""), ("saved", "commute", "")],
)
def test_reason_is_kept_only_for_what_is_put_aside(
    alice: Person, today: date, status: str, reason: str, kept: str
) -> None:
    opening = an_opening(alice)

    mark_opening(alice, opening.pk, OpeningStatus(status), today=today, reason=reason)

    assert of(OpeningEvent, alice).get().reason == kept


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"reason": "weather"}, '"weather" is not one of the thirty facets. Choose one from the list.'),
        (
            {"note": "n" * (LONGEST_NOTE + 1)},
            "This note has 2,001 characters, and one about a step holds 2,000. Shorten it.",
        ),
    ],
)
def test_mark_that_cannot_be_kept_is_refused(
    alice: Person, today: date, told: dict[str, str], sentence: str
) -> None:
    opening = an_opening(alice)

    with pytest.raises(InvalidInputError, match=f"^{re.escape(sentence)}$"):
        mark_opening(alice, opening.pk, OpeningStatus.DISMISSED, today=today, **told)

    assert (of(Opening, alice).get().status, of(OpeningEvent, alice).count()) == ("found", 0)


def test_longest_note_about_a_step_fits(alice: Person, today: date) -> None:
    opening = an_opening(alice)

    mark_opening(alice, opening.pk, OpeningStatus.SAVED, today=today, note="n" * LONGEST_NOTE)

    assert len(of(OpeningEvent, alice).get().note) == LONGEST_NOTE


def test_notes_are_kept_trimmed_and_taken_away(alice: Person) -> None:
    opening = an_opening(alice)

    write_notes(alice, opening.pk, "  Dora works there.\n ")
    assert of(Opening, alice).get().notes == "Dora works there."

    write_notes(alice, opening.pk, " ")
    assert of(Opening, alice).get().notes == ""


def test_notes_that_are_too_long_are_refused(alice: Person) -> None:
    opening = an_opening(alice)
    write_notes(alice, opening.pk, "n" * LONGEST_NOTES)

    with pytest.raises(InvalidInputError, match=r"^These notes have 20,001 characters, and there is room"):
        write_notes(alice, opening.pk, "n" * (LONGEST_NOTES + 1))

    assert len(of(Opening, alice).get().notes) == LONGEST_NOTES


def test_postings_of_the_same_job_are_removed_with_it(alice: Person, today: date) -> None:
    kept = an_opening(alice, "Kept")
    store_openings(alice, [POSTED, replace(POSTED, key="18")], today=today)

    remove_opening(alice, of(Opening, alice).get(key="17").pk)

    assert list(of(Opening, alice)) == [kept]


def test_other_posting_of_a_job_is_removed_alone(alice: Person, today: date) -> None:
    store_openings(alice, [POSTED, replace(POSTED, key="18")], today=today)

    remove_opening(alice, of(Opening, alice).get(key="18").pk)

    assert of(Opening, alice).get().key == "17"


def test_opening_of_a_goal_is_removed_and_the_goal_stays(alice: Person) -> None:
    opening = an_opening(alice)
    goal = a_goal(alice, opening=opening)

    remove_opening(alice, opening.pk)

    goal.refresh_from_db()
    assert goal.opening is None


def test_table_is_read_again_with_the_columns_as_named(alice: Person) -> None:
    draft = keep_file(alice, "jobs.csv", TABLE, company="The Mill", now=MOMENT)
    assert draft.content == {"company": "The Mill", "openings": [], "problems": []}

    again, parsed = preview_again(alice, draft.pk, {"title": "was", "place": "wo"}, now=MOMENT)

    assert list(of(OpeningDraft, alice)) == [again]
    assert [(row.title, row.place, row.company) for row in parsed.openings] == [
        ("Weberin", "Leeds", "The Mill"),
        ("Setzer", "York", "The Mill"),
    ]


def test_table_whose_named_columns_are_not_there_keeps_its_draft(alice: Person) -> None:
    draft = keep_file(alice, "jobs.csv", TABLE, company="", now=MOMENT)

    with pytest.raises(InvalidInputError):
        preview_again(alice, draft.pk, {"title": "nirgends"}, now=MOMENT)

    assert list(of(OpeningDraft, alice)) == [draft]


def test_draft_that_keeps_no_file_cannot_be_read_again(alice: Person) -> None:
    draft = a_draft(alice)
    draft.given = None
    draft.save()

    with pytest.raises(InvalidInputError):
        preview_again(alice, draft.pk, {"title": "job"}, now=MOMENT)


def test_columns_named_for_a_file_count_at_once(alice: Person, today: date) -> None:
    result, _ = import_openings(alice, "jobs.csv", TABLE, today=today, columns={"title": "was"})

    assert result.created == 2
    assert set(of(Opening, alice).values_list("title", flat=True)) == {"Weberin", "Setzer"}
