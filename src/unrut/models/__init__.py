"""Tables, one file per noun. Every row but the person itself belongs to a person."""

from unrut.models.accomplishment import (
    Accomplishment,
    AccomplishmentDraft,
    AccomplishmentSource,
    Refusal,
)
from unrut.models.board import Board, BoardUpdate
from unrut.models.checkin import SIGNS, CheckIn
from unrut.models.circumstance import Circumstance, CircumstanceKind
from unrut.models.company import CompanyNote
from unrut.models.free_day import FreeDay
from unrut.models.goal import Goal, GoalState
from unrut.models.job import Job, JobLevel
from unrut.models.milestone import Milestone
from unrut.models.note import Correction, Note, NoteKind
from unrut.models.opening import (
    Opening,
    OpeningDraft,
    OpeningEvent,
    OpeningFilter,
    OpeningReading,
    OpeningStatus,
)
from unrut.models.owned import Owned
from unrut.models.person import Person, SignInLink
from unrut.models.preference import FALSE_ALARMS, NewNormal, Preference
from unrut.models.profile_edit import ProfileColumn, ProfileEdit
from unrut.models.review import Review, ReviewAnswer, ReviewKind, ReviewLine
from unrut.models.step import Step
from unrut.models.want import Want

__all__ = [
    "FALSE_ALARMS",
    "SIGNS",
    "Accomplishment",
    "AccomplishmentDraft",
    "AccomplishmentSource",
    "Board",
    "BoardUpdate",
    "CheckIn",
    "Circumstance",
    "CircumstanceKind",
    "CompanyNote",
    "Correction",
    "FreeDay",
    "Goal",
    "GoalState",
    "Job",
    "JobLevel",
    "Milestone",
    "NewNormal",
    "Note",
    "NoteKind",
    "Opening",
    "OpeningDraft",
    "OpeningEvent",
    "OpeningFilter",
    "OpeningReading",
    "OpeningStatus",
    "Owned",
    "Person",
    "Preference",
    "ProfileColumn",
    "ProfileEdit",
    "Refusal",
    "Review",
    "ReviewAnswer",
    "ReviewKind",
    "ReviewLine",
    "SignInLink",
    "Step",
    "Want",
]
