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
from unrut.models.contact import Contact, ContactDraft, ContactSource, ForgottenContact
from unrut.models.decision import Decision, DecisionReview
from unrut.models.free_day import FreeDay
from unrut.models.goal import Goal, GoalState
from unrut.models.job import Job, JobLevel
from unrut.models.milestone import Milestone
from unrut.models.note import Correction, Note, NoteKind
from unrut.models.occupation import Background, OwnSkill
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
from unrut.models.strength import AnswerWay, InventoryAnswer, SelfView, StrengthAnswer, StrengthInvite
from unrut.models.talk import Learned, Talk
from unrut.models.want import Partner, PartnerWant, TradeOffAnswer, Want
from unrut.models.way import Interest, Purse, Way, WayFigure, WayLevel
from unrut.models.way_test import WayTest

__all__ = [
    "FALSE_ALARMS",
    "SIGNS",
    "Accomplishment",
    "AccomplishmentDraft",
    "AccomplishmentSource",
    "AnswerWay",
    "Background",
    "Board",
    "BoardUpdate",
    "CheckIn",
    "Circumstance",
    "CircumstanceKind",
    "CompanyNote",
    "Contact",
    "ContactDraft",
    "ContactSource",
    "Correction",
    "Decision",
    "DecisionReview",
    "ForgottenContact",
    "FreeDay",
    "Goal",
    "GoalState",
    "Interest",
    "InventoryAnswer",
    "Job",
    "JobLevel",
    "Learned",
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
    "OwnSkill",
    "Owned",
    "Partner",
    "PartnerWant",
    "Person",
    "Preference",
    "ProfileColumn",
    "ProfileEdit",
    "Purse",
    "Refusal",
    "Review",
    "ReviewAnswer",
    "ReviewKind",
    "ReviewLine",
    "SelfView",
    "SignInLink",
    "Step",
    "StrengthAnswer",
    "StrengthInvite",
    "Talk",
    "TradeOffAnswer",
    "Want",
    "Way",
    "WayFigure",
    "WayLevel",
    "WayTest",
]
