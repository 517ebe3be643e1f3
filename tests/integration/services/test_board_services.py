"""Boards are watched, looked at when asked, and what they list is kept; a bad one harms nothing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.factories import MOMENT, TODAY, a_board, a_person, a_round, an_opening

from unrut.core.errors import InvalidInputError
from unrut.errors import ConflictError, MissingError
from unrut.fetching.contract import Answer, FetchError, Outcome
from unrut.models import Board, BoardUpdate, Opening, Person
from unrut.queries.scope import of
from unrut.services import board_reading
from unrut.services.boards import (
    ALIVE_FOR,
    RESUMED_FOR,
    BoardLook,
    UpdateResult,
    ask_to_stop,
    is_running,
    looks_of,
    unwatch,
    update_boards,
    watch,
)

pytestmark = pytest.mark.integration

LEVER = "https://api.lever.co/v0/postings/acme?mode=json"
OTHER = "https://api.lever.co/v0/postings/other?mode=json"
SMART = "https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=0"
SMART_TEXT = "https://api.smartrecruiters.com/v1/companies/Acme/postings/{}"
NOTHING = FetchError(Outcome.MISSING, "There is nothing at this address.")


@dataclass
class Boards:
    """Stands for the network: what each address answers, and what was asked."""

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)

    def fetch(
        self,
        address: str,
        *,
        body: str = "",  # noqa: ARG002 - as the contract has it
        is_page: bool = False,  # noqa: ARG002 - as above
        etag: str = "",
        modified: str = "",
        before_each: Callable[[], None],
    ) -> Answer:
        before_each()
        self.asked.append(address)
        self.marks.append((etag, modified))
        answer = self.answers.get(address, NOTHING)
        answer = answer() if callable(answer) else answer
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Answer):
            return answer
        content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        return Answer(address, content, etag='"v1"', modified="Friday")


def posting(number: int, **values: Any) -> dict[str, Any]:
    link = f"https://jobs.lever.co/acme/{number}"
    return {
        "id": f"id-{number}",
        "text": f"Nurse {number}",
        "hostedUrl": link,
        "descriptionPlain": f"Ward {number}.",
        **values,
    }


def smart(number: int, **values: Any) -> dict[str, Any]:
    return {
        "id": f"{number}",
        "name": f"Nurse {number}",
        "company": {"name": "Acme"},
        "refNumber": f"R{number}",
        **values,
    }


def smart_text(number: int) -> dict[str, Any]:
    sections = {"jobDescription": {"title": "The job", "text": f"<p>Ward {number}.</p>"}}
    return smart(number, jobAd={"sections": sections})


def later(seconds: float) -> FetchError:
    return FetchError(Outcome.LATER, "It is busy now. Try again later.", after=seconds)


def update(
    owner: Person, boards: Boards, *, today: date = TODAY, moment: datetime = MOMENT, **told: Any
) -> UpdateResult:
    return update_boards(owner, boards, now=lambda: moment, today=today, **told)


def one_look(owner: Person, boards: Boards, **told: Any) -> BoardLook:
    (look,) = update(owner, boards, **told).looks
    return look


def titles(owner: Person, *, is_gone: bool = False) -> list[str]:
    rows = of(Opening, owner).filter(gone_on__isnull=not is_gone)
    return sorted(rows.values_list("title", flat=True))


def test_board_is_watched_by_its_address_and_nothing_is_asked(alice: Person) -> None:
    board = watch(alice, "jobs.lever.co/acme/4242?lever-source=x", today=TODAY)

    assert (board.address, board.format, board.company) == ("https://jobs.lever.co/acme", "lever", "Acme")
    assert (board.added_on, board.fetched_at, board.outcome) == (TODAY, None, "")


def test_same_board_twice_is_one(alice: Person, bob: Person) -> None:
    first = watch(alice, "https://jobs.lever.co/acme", today=TODAY)
    others = [watch(alice, typed, today=TODAY) for typed in ("jobs.lever.co/Acme/1", "acme", " Acme ")]

    assert [other.pk for other in others] == [first.pk] * 3
    assert of(Board, alice).count() == 1


def test_company_is_watched_by_its_name(alice: Person) -> None:
    board = watch(alice, "  Acme  Robotics ", today=TODAY)

    assert (board.address, board.format, board.company) == ("Acme Robotics", "", "Acme Robotics")
    assert watch(alice, "acme robotics", today=TODAY).pk == board.pk


@pytest.mark.parametrize("typed", ["", "https://www.linkedin.com/jobs", "..."])
def test_what_cannot_be_watched_is_refused(alice: Person, typed: str) -> None:
    with pytest.raises(InvalidInputError):
        watch(alice, typed, today=TODAY)

    assert not of(Board, alice).exists()


@pytest.mark.parametrize(
    "typed",
    ["http://127.0.0.1/", "http://router.local/jobs", "https://jobs.example.com:8443/", "http://2130706433/"],
)
def test_address_near_this_machine_is_not_watched(alice: Person, typed: str) -> None:
    with pytest.raises(FetchError) as refused:
        watch(alice, typed, today=TODAY)

    assert (refused.value.outcome, of(Board, alice).exists()) == (Outcome.ADDRESS, False)


@pytest.mark.parametrize("named", ["{pk}", "jobs.lever.co/acme", "ACME", "Acme"])
def test_board_is_forgotten_and_its_openings_stay(alice: Person, named: str) -> None:
    board = a_board(alice)
    opening = an_opening(alice, board=board)

    forgotten = unwatch(alice, named.format(pk=board.pk))

    opening.refresh_from_db()
    assert (forgotten.pk, of(Board, alice).exists(), opening.board) == (board.pk, False, None)


def test_company_without_a_board_is_forgotten_by_its_name(alice: Person) -> None:
    watch(alice, "Acme Robotics", today=TODAY)

    assert unwatch(alice, "Acme Robotics").format == ""


@pytest.mark.parametrize("named", ["4242", "9" * 40, "Nobody", "https://jobs.lever.co/nobody"])
def test_board_that_is_not_watched_cannot_be_forgotten(alice: Person, bob: Person, named: str) -> None:
    with pytest.raises(MissingError, match="is not watched"):
        unwatch(alice, named)


def test_board_of_somebody_else_cannot_be_forgotten(alice: Person, bob: Person) -> None:
    theirs = of(Board, bob).get()

    for named in (str(theirs.pk), theirs.address):
        with pytest.raises(MissingError):
            unwatch(alice, named)

    assert of(Board, bob).count() == 1


def test_round_without_boards_is_done_at_once(alice: Person, bob: Person) -> None:
    boards = Boards()

    assert (update(alice, boards), boards.asked) == (UpdateResult((), 0), [])


def test_round_keeps_what_boards_list(alice: Person) -> None:
    board = a_board(alice)
    told: list[tuple[int, int, str]] = []

    look = one_look(
        alice, Boards({LEVER: [posting(1), posting(2)]}), tell=lambda *values: told.append(values)
    )

    assert look == BoardLook(board.pk, "Acme", "done", "2 listed: 2 new.", created=2)
    assert (titles(alice), told, look.is_failed) == (["Nurse 1", "Nurse 2"], [(0, 1, "Acme")], False)
    board.refresh_from_db()
    assert (board.outcome, board.said, board.fetched_at) == ("done", "2 listed: 2 new.", MOMENT)
    assert (board.etag, board.modified) == ('"v1"', "Friday")


def test_round_brings_up_to_date_what_changed(alice: Person) -> None:
    a_board(alice)
    update(alice, Boards({LEVER: [posting(1), posting(2)]}))

    look = one_look(alice, Boards({LEVER: [posting(1), posting(2, text="Head nurse")]}))

    assert (look.said, titles(alice)) == ("2 listed: 1 changed.", ["Head nurse", "Nurse 1"])


def test_board_that_is_unchanged_is_seen_again_and_nothing_else(alice: Person) -> None:
    a_board(alice)
    update(alice, Boards({LEVER: [posting(1)]}))
    tomorrow = TODAY + timedelta(days=1)
    boards = Boards({LEVER: Answer(LEVER, is_unchanged=True)})

    look = one_look(alice, boards, today=tomorrow)

    assert (look.outcome, look.said, boards.marks) == ("unchanged", "Nothing changed.", [('"v1"', "Friday")])
    assert [row.seen_on for row in of(Opening, alice)] == [tomorrow]
    assert of(Board, alice).get().etag == '"v1"'


def test_opening_no_longer_listed_is_gone_and_comes_back(alice: Person) -> None:
    a_board(alice)
    update(alice, Boards({LEVER: [posting(1), posting(2)]}))

    gone = one_look(alice, Boards({LEVER: [posting(2)]}), today=TODAY + timedelta(days=1))
    assert (gone.said, gone.closed, titles(alice, is_gone=True)) == ("1 listed: 1 gone.", 1, ["Nurse 1"])

    one_look(alice, Boards({LEVER: [posting(1), posting(2)]}), today=TODAY + timedelta(days=9))
    back = of(Opening, alice).get(title="Nurse 1")
    assert (back.gone_on, back.absences) == (None, [["2026-11-21", "2026-11-29"]])


def test_openings_of_other_boards_are_not_closed(alice: Person) -> None:
    a_board(alice)
    an_opening(alice, "Typed by hand")
    an_opening(
        alice,
        "From elsewhere",
        board=a_board(alice, "https://jobs.lever.co/other", company="Other"),
        key="elsewhere",
    )

    update(alice, Boards({LEVER: [posting(1)]}))

    assert titles(alice, is_gone=True) == []


@pytest.mark.parametrize(
    ("error", "outcome", "rest"),
    [
        (NOTHING, "missing", None),
        (later(3600), "later", MOMENT + timedelta(hours=1)),
        (FetchError(Outcome.SLOW, "It did not answer."), "slow", None),
        (
            b"<html><h1>Back soon</h1><p>We are doing some work on this site right now.</p></html>",
            "unreadable",
            None,
        ),
        ({"ok": False}, "unreadable", None),
        (
            [{"title": "of another format", "absolute_url": "https://x.example.com/1", "id": 1}],
            "unreadable",
            None,
        ),
        (b"", "unreadable", None),
        (Answer("https://jobs.lever.co/login", b"[]"), "closed", None),
    ],
)
def test_board_that_fails_closes_nothing(
    alice: Person, error: Any, outcome: str, rest: datetime | None
) -> None:
    board = a_board(alice)
    update(alice, Boards({LEVER: [posting(1)]}))

    result = update(alice, Boards({LEVER: error}))

    board.refresh_from_db()
    assert ([look.outcome for look in result.failed], titles(alice)) == ([outcome], ["Nurse 1"])
    assert (board.outcome, board.failures, board.retry_at) == (outcome, 1, rest)


def test_board_that_fails_stops_no_other(alice: Person) -> None:
    a_board(alice)
    a_board(alice, "https://jobs.lever.co/other", company="Other")

    result = update(alice, Boards({OTHER: [posting(7)]}))

    assert [look.outcome for look in result.looks] == ["missing", "done"]
    assert [(look.name, look.said) for look in result.failed] == [("Acme", str(NOTHING))]


def test_importer_that_stumbles_stops_no_other_board(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    a_board(alice)

    def stumble(*_: Any, **__: Any) -> Any:
        raise KeyError("a mistake of ours")

    monkeypatch.setattr(board_reading, "read_openings", stumble)

    assert one_look(alice, Boards({LEVER: [posting(1)]})).outcome == "unreadable"


def test_failures_are_counted_until_it_works(alice: Person) -> None:
    board = a_board(alice)

    for answer in (NOTHING, NOTHING, [posting(1)]):
        update(alice, Boards({LEVER: answer}))
        board.refresh_from_db()

    assert (board.failures, board.outcome) == (0, "done")


def test_board_that_wants_rest_is_left_alone_until_then(alice: Person) -> None:
    board = a_board(alice)
    update(alice, Boards({LEVER: later(3600)}))
    early, late = Boards({LEVER: [posting(1)]}), Boards({LEVER: [posting(1)]})

    waiting = one_look(alice, early, moment=MOMENT + timedelta(minutes=59))
    done = one_look(alice, late, moment=MOMENT + timedelta(minutes=60))

    assert (waiting.outcome, early.asked, done.outcome, late.asked) == ("waiting", [], "done", [LEVER])
    board.refresh_from_db()
    assert board.retry_at is None


def test_board_that_is_suddenly_empty_is_not_believed_at_once(alice: Person) -> None:
    a_board(alice)
    update(alice, Boards({LEVER: [posting(number) for number in range(4)]}))

    first = one_look(alice, Boards({LEVER: []}))
    assert (first.outcome, first.is_failed, len(titles(alice))) == ("empty", True, 4)
    assert of(Board, alice).get().etag == ""

    second = one_look(alice, Boards({LEVER: []}))
    assert (second.outcome, second.closed, titles(alice)) == ("done", 4, [])


def test_board_that_was_empty_and_is_not_any_more_is_warned_of_anew(alice: Person) -> None:
    a_board(alice)
    full = [posting(number) for number in range(4)]

    outcomes = [one_look(alice, Boards({LEVER: answer})).outcome for answer in (full, [], full, [])]

    assert (outcomes, len(titles(alice))) == (["done", "empty", "done", "empty"], 4)


def test_small_board_may_be_empty(alice: Person) -> None:
    a_board(alice)
    update(alice, Boards({LEVER: [posting(number) for number in range(3)]}))

    look = one_look(alice, Boards({LEVER: []}))

    assert (look.outcome, look.said, titles(alice)) == ("done", "0 listed: 3 gone.", [])


def test_opening_that_cannot_be_read_keeps_others_from_being_closed(alice: Person) -> None:
    a_board(alice)
    update(alice, Boards({LEVER: [posting(1), posting(2)]}))

    look = one_look(alice, Boards({LEVER: [posting(1), posting(2, text="")]}))

    assert (look.outcome, look.is_failed, titles(alice)) == ("partly", False, ["Nurse 1", "Nurse 2"])
    assert (
        look.said
        == "1 listed, as before. Some of its openings could not be read. Nothing was marked as gone."
    )


def smart_board(owner: Person) -> Board:
    return a_board(owner, "https://jobs.smartrecruiters.com/Acme", format="smartrecruiters")


def smart_pages(count: int, total: int) -> dict[str, Any]:
    """A board in pages of a hundred, with all texts."""
    entries = [smart(number) for number in range(count)]
    pages = {
        SMART.replace("offset=0", f"offset={start}"): {
            "totalFound": total,
            "content": entries[start : start + 100],
        }
        for start in range(0, count + 1, 100)
    }
    return pages | {SMART_TEXT.format(number): smart_text(number) for number in range(count)}


def test_board_is_read_page_by_page(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_reading, "MOST_DETAILS", 0)
    smart_board(alice)
    boards = Boards(smart_pages(250, 250))

    look = one_look(alice, boards)

    assert [address.rpartition("=")[2] for address in boards.asked] == ["0", "100", "200"]
    assert look.said == "250 listed: 250 new. 250 have no text yet; the next update brings more."
    assert (look.outcome, set(boards.marks), of(Board, alice).get().etag) == ("partly", {("", "")}, "")


def test_board_that_shows_less_than_it_says_closes_nothing(alice: Person) -> None:
    smart_board(alice)
    update(alice, Boards(smart_pages(3, 3)))

    nothing = {SMART.replace("offset=0", "offset=2"): {"totalFound": 3, "content": []}}

    look = one_look(alice, Boards(smart_pages(2, 3) | nothing))

    assert (look.outcome, look.closed) == ("partly", 0)
    assert "It says it has 3 openings and showed 2. Nothing was marked as gone." in look.said


def test_board_with_too_many_pages_closes_nothing(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_reading, "most_pages", lambda _: 1)
    smart_board(alice)

    look = one_look(alice, Boards(smart_pages(120, 120)))

    assert "It has more pages than are read at once; 100 openings were read." in look.said


def test_board_that_repeats_its_page_is_left(alice: Person) -> None:
    smart_board(alice)
    same = {"totalFound": 0, "content": [smart(1)]}
    boards = Boards({SMART: same, SMART.replace("offset=0", "offset=1"): same})

    one_look(alice, boards)

    assert [address.rpartition("=")[2] for address in boards.asked[:2]] == ["0", "1"]
    assert titles(alice) == ["Nurse 1"]


def test_page_that_fails_half_way_leaves_all_as_it_was(alice: Person) -> None:
    smart_board(alice)
    pages = smart_pages(250, 250) | {SMART.replace("offset=0", "offset=100"): NOTHING}

    look = one_look(alice, Boards(pages))

    assert (look.outcome, titles(alice)) == ("missing", [])


def test_texts_are_asked_for_once(alice: Person) -> None:
    smart_board(alice)
    first, second = Boards(smart_pages(2, 2)), Boards(smart_pages(3, 3))

    looks = [one_look(alice, boards).said for boards in (first, second)]

    assert looks == ["2 listed: 2 new.", "3 listed: 1 new."]
    assert [address for address in second.asked if "/postings/" in address] == [SMART_TEXT.format(2)]
    assert [row.text.split()[-1] for row in of(Opening, alice).order_by("key")] == ["0.", "1.", "2."]


def test_text_of_another_source_is_not_taken(alice: Person) -> None:
    smart_board(alice)
    an_opening(alice, "Of a file", source="table", key="0", text="Another job.")

    update(alice, Boards(smart_pages(1, 1)))

    assert [row.text.split()[-1] for row in of(Opening, alice).order_by("pk")] == ["job.", "0."]


def test_texts_come_a_few_at_a_time(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_reading, "MOST_DETAILS", 2)
    smart_board(alice)

    looks = [one_look(alice, Boards(smart_pages(3, 3))) for _ in range(2)]

    assert [look.said for look in looks] == [
        "3 listed: 3 new. 1 have no text yet; the next update brings more.",
        "3 listed: 1 changed.",
    ]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (NOTHING, "2 listed: 2 new."),
        (b"<html>Back soon</html>", "2 listed: 2 new."),
        ({"totalFound": 2, "content": [smart(7), smart(8)]}, "2 listed: 2 new."),
        (later(60), "2 listed: 2 new. 2 have no text yet; the next update brings more."),
    ],
)
def test_text_that_cannot_be_had_keeps_nothing_back(alice: Person, answer: Any, said: str) -> None:
    smart_board(alice)
    pages = smart_pages(2, 2) | {SMART_TEXT.format(number): answer for number in range(2)}

    assert (one_look(alice, Boards(pages)).said, titles(alice)) == (said, ["Nurse 0", "Nurse 1"])


def test_board_of_a_company_is_found_and_remembered(alice: Person) -> None:
    board = watch(alice, "Acme", today=TODAY)
    boards = Boards(
        {
            LEVER: [posting(1)],
            "https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true": {"jobs": []},
        }
    )

    look = one_look(alice, boards)
    again = Boards({LEVER: [posting(1)]})
    update(alice, again)

    board.refresh_from_db()
    assert (look.said, board.address, board.format, board.company) == (
        "1 listed: 1 new.",
        "https://jobs.lever.co/acme",
        "lever",
        "Acme",
    )
    assert (boards.asked[-1], again.asked) == (LEVER, [LEVER])


def test_board_of_a_company_that_is_watched_already_is_one(alice: Person) -> None:
    a_board(alice, company="Acme Works")
    watch(alice, "Acme", today=TODAY)

    update(alice, Boards({LEVER: [posting(1)]}))

    assert [board.address for board in of(Board, alice)] == ["https://jobs.lever.co/acme"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (NOTHING, "missing"),
        (b"<html>Welcome</html>", "missing"),
        ([], "missing"),
        (later(60), "later"),
        (FetchError(Outcome.SLOW, "It did not answer."), "slow"),
    ],
)
def test_company_without_a_board_stays_watched(alice: Person, answer: Any, outcome: str) -> None:
    board = watch(alice, "Acme", today=TODAY)

    look = one_look(alice, Boards({LEVER: answer}))

    board.refresh_from_db()
    assert (look.outcome, board.address, board.format) == (outcome, "Acme", "")


def test_company_is_not_said_to_have_no_board_while_offline(alice: Person) -> None:
    watch(alice, "Acme", today=TODAY)
    boards = Boards()
    boards.fetch = lambda *_, **__: (_ for _ in ()).throw(FetchError(Outcome.UNREACHABLE, "No way there."))  # type: ignore[method-assign]

    look = one_look(alice, boards)

    assert (look.outcome, "No job board could be reached" in look.said) == ("unreachable", True)


PAGE = "https://acme.example.com/careers"


def page_board(owner: Person) -> Board:
    return a_board(owner, PAGE, format="page", company="")


def test_page_that_links_to_its_board_is_read_there(alice: Person) -> None:
    board = page_board(alice)
    html = b'<html><body><h1>Careers</h1><a href="https://jobs.lever.co/acme">Openings</a></body></html>'
    boards = Boards({PAGE: html, LEVER: [posting(1)]})

    look = one_look(alice, boards)

    board.refresh_from_db()
    assert (look.said, boards.asked, board.address) == ("1 listed: 1 new.", [PAGE, LEVER], PAGE)
    assert (board.format, board.etag) == ("page", "")


def test_page_that_answers_like_a_board_is_read(alice: Person) -> None:
    page_board(alice)

    assert one_look(alice, Boards({PAGE: [posting(1)]})).said == "1 listed: 1 new."


def test_page_of_mere_words_is_no_opening(alice: Person) -> None:
    page_board(alice)
    html = b"<html><body><h1>Careers</h1><p>We are a friendly company of forty people.</p></body></html>"

    assert (one_look(alice, Boards({PAGE: html})).outcome, titles(alice)) == ("unreadable", [])


def test_board_forgotten_meanwhile_keeps_nothing(alice: Person) -> None:
    a_board(alice)

    def forgotten() -> list[Any]:
        of(Board, alice).delete()
        return [posting(1)]

    look = one_look(alice, Boards({LEVER: forgotten}))

    assert (look.said, titles(alice)) == ("It is no longer watched, so nothing of it was kept.", [])


def two_boards(owner: Person) -> None:
    a_board(owner)
    a_board(owner, "https://jobs.lever.co/other", company="Other")


def test_round_that_is_interrupted_keeps_what_is_done_and_is_gone_on_with(alice: Person) -> None:
    two_boards(alice)
    cut = Boards({LEVER: [posting(1)], OTHER: KeyboardInterrupt()})
    cut.answers[OTHER] = lambda: (_ for _ in ()).throw(KeyboardInterrupt)

    with pytest.raises(KeyboardInterrupt):
        update(alice, cut)
    assert titles(alice) == ["Nurse 1"]

    rest = Boards({LEVER: [], OTHER: [posting(2)]})
    told: list[tuple[int, int, str]] = []
    result = update(alice, rest, tell=lambda *values: told.append(values))
    assert (rest.asked, told) == ([OTHER], [(1, 2, "Other")])
    assert [look.name for look in result.looks] == ["Acme", "Other"]


def test_round_ends_when_the_page_asks_for_it(alice: Person) -> None:
    two_boards(alice)

    def asked() -> list[Any]:
        ask_to_stop(alice)
        return [posting(1)]

    result = update(alice, Boards({LEVER: asked, OTHER: [posting(2)]}))

    assert (result.is_stopped, result.total, titles(alice)) == (True, 2, ["Nurse 1"])
    rest = Boards({OTHER: [posting(2)]})
    assert (update(alice, rest).is_stopped, rest.asked) == (False, [OTHER])


def test_round_that_is_done_is_followed_by_a_new_one(alice: Person) -> None:
    a_board(alice)
    boards = Boards({LEVER: [posting(1)]})

    for _ in range(2):
        update(alice, boards)

    (round_,) = of(BoardUpdate, alice)
    assert (boards.asked, round_.done, round_.total, round_.ended_at) == ([LEVER, LEVER], 1, 1, MOMENT)
    assert ([look.said for look in looks_of(round_)], round_.current) == (["1 listed, as before."], "")


def test_old_round_is_not_gone_on_with(alice: Person) -> None:
    board = a_board(alice)
    looked = {"board": board.pk, "name": "Acme", "outcome": "done", "said": "."}
    long_ago = MOMENT - RESUMED_FOR
    a_round(alice, started_at=long_ago, alive_at=long_ago, summary={"looks": [looked]})
    boards = Boards({LEVER: [posting(1)]})

    update(alice, boards)

    assert boards.asked == [LEVER]


def test_two_rounds_do_not_run_at_once(alice: Person) -> None:
    a_board(alice)
    running = a_round(alice, alive_at=MOMENT - ALIVE_FOR + timedelta(seconds=1))
    boards = Boards()

    with pytest.raises(ConflictError, match="are being looked at already"):
        update(alice, boards)

    running.refresh_from_db()
    assert (boards.asked, running.alive_at) == ([], MOMENT - ALIVE_FOR + timedelta(seconds=1))


def test_round_of_somebody_else_is_not_in_the_way(alice: Person, bob: Person) -> None:
    a_board(alice)

    update(alice, Boards({LEVER: [posting(1)]}))
    ask_to_stop(alice)

    assert [round_.is_stop_asked for round_ in of(BoardUpdate, bob)] == [False]
    assert of(Opening, bob).filter(title="Nurse 1").count() == 0


def test_round_shows_that_it_is_alive(alice: Person) -> None:
    a_board(alice)
    moments: Iterator[datetime] = (MOMENT + timedelta(minutes=number) for number in range(99))
    seen: list[tuple[bool, str]] = []

    def look() -> list[Any]:
        round_ = of(BoardUpdate, alice).get()
        seen.append((is_running(round_, round_.alive_at), round_.current))
        return [posting(1)]

    update_boards(alice, Boards({LEVER: look}), now=lambda: next(moments), today=TODAY)

    assert seen == [(True, "Acme")]
    assert not is_running(of(BoardUpdate, alice).get(), MOMENT)


def test_another_person_may_watch_the_same_board(alice: Person) -> None:
    charlie = a_person("charlie")

    boards = [watch(owner, "jobs.lever.co/acme", today=TODAY) for owner in (alice, charlie)]
    for owner in (alice, charlie):
        update(owner, Boards({LEVER: [posting(1)]}))

    assert (boards[0].pk != boards[1].pk, titles(alice), titles(charlie)) == (True, ["Nurse 1"], ["Nurse 1"])
