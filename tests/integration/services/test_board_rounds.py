"""A round begins beside the pages, and only one at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from tests.factories import MOMENT, TODAY, a_board, a_person, a_round

from unrut.errors import ConflictError
from unrut.fetching.contract import Answer, Fetcher
from unrut.models import BoardUpdate, Opening, Person
from unrut.queries.scope import of
from unrut.services.board_rounds import start_round

pytestmark = pytest.mark.integration

LISTED = b'[{"id": "1", "text": "Nurse", "hostedUrl": "https://jobs.lever.co/acme/1", "descriptionPlain": "Ward."}]'


class Board:
    """Stands for the network: one board that answers everything alike."""

    def fetch(self, address: str, **asked: object) -> Answer:  # noqa: ARG002 - as the contract has it
        return Answer(address, LISTED)


@contextmanager
def open_board() -> Iterator[Fetcher]:
    yield Board()


@pytest.mark.django_db(transaction=True)
def test_round_runs_in_a_thread_and_keeps_what_it_finds() -> None:
    alice = a_person("alice")
    a_board(alice)

    start_round(alice, open_board, now=lambda: MOMENT, today=TODAY).join()

    assert [opening.title for opening in of(Opening, alice)] == ["Nurse"]
    assert of(BoardUpdate, alice).get().ended_at == MOMENT


def test_second_round_is_refused_while_one_runs(alice: Person) -> None:
    a_round(alice)

    with pytest.raises(ConflictError, match="being looked at already"):
        start_round(alice, open_board, now=lambda: MOMENT + timedelta(seconds=5), today=TODAY)

    assert "boards" not in [thread.name for thread in threading.enumerate()]


@pytest.mark.django_db(transaction=True)
def test_round_that_loses_a_race_leaves_the_work_to_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    alice = a_person("alice")
    a_board(alice)
    a_round(alice, ended_at=MOMENT)

    @contextmanager
    def open_late() -> Iterator[Fetcher]:
        a_round(alice, current="the other")
        yield Board()

    start_round(alice, open_late, now=lambda: MOMENT, today=TODAY).join()

    assert of(Opening, alice).count() == 0
