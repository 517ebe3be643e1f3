"""How likely each contact knows the answer to a question, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from unrut.core.explore.people.circles import Relation
from unrut.core.explore.people.columns import Amounts, Columns, Flags, Places
from unrut.core.explore.people.questions import OpenQuestion, QuestionKind

# Our own judgement: who is there, does that work or is in that field counts about twice what one step away or knowing many does.
_THERE, _WAS_THERE, _NEAR_COMPANY = 0.8, 0.6, 0.4
_ROLE, _FIELD, _NEAR, _HUB = 0.8, 0.35, 0.2, 0.3
# What likeness of the work adds to somebody in the field or near it, and the narrower group to the field.
_BY_LIKENESS, _BY_MINOR_GROUP = 0.35, 0.1
# About twenty occupations are that alike to one; any two are 0 alike on average.
_NEAR_FROM, _MAJOR_GROUP_FROM = 0.4, 0.2
# "15-1252.00": the major group is 15, the minor group 15-1.
_MAJOR, _MINOR = 2, 4
# What working there tells of a question, and what the work itself does.
_TELLS = {
    QuestionKind.OPENING: (1.0, 0.6),
    QuestionKind.WAY: (1.0, 1.0),
    QuestionKind.GAP: (0.5, 1.0),
    QuestionKind.FIELD: (0.5, 1.0),
}
_RELATIONS = tuple(Relation)


@dataclass(frozen=True)
class Relevance:
    """For each contact how likely they know it, from 0 to 1, and the relation that says most, by its place in Relation.

    `direct` leaves out that they may know somebody who knows; `likeness` is that of their work.
    """

    relevance: Amounts
    relations: Places
    direct: Amounts
    likeness: Amounts

    def relation(self, row: int) -> Relation:
        """The relation of one contact."""
        return _RELATIONS[int(self.relations[row])]


@dataclass(frozen=True)
class _Side:
    """One way of relating to a question: how telling it is for each contact, and which relation it is."""

    values: Amounts
    relations: Places


def relevance_to(question: OpenQuestion, columns: Columns, likeness: Amounts) -> Relevance:
    """How the contacts relate to a question; each way of relating is one more chance that they know it.

    `likeness` is that of the work of each to the occupation asked about, from 0 to 1.
    """
    by_company, by_work = _TELLS[question.kind]
    company = _company_side(question, columns, by_company)
    work = _work_side(question.occupation, columns, likeness, by_work)
    hub = _side(columns, [(columns.knows_many, _HUB, Relation.HUB)])
    unknown = (1 - company.values) * (1 - work.values)
    return Relevance(
        relevance=1 - unknown * (1 - hub.values),
        relations=_most_telling(company, work, hub),
        direct=1 - unknown,
        likeness=likeness,
    )


def _company_side(question: OpenQuestion, columns: Columns, tells: float) -> _Side:
    company = question.company_key
    return _side(
        columns,
        [
            (columns.works_at(question.near_companies), tells * _NEAR_COMPANY, Relation.NEAR),
            (columns.worked_at(company), tells * _WAS_THERE, Relation.WAS_THERE),
            (columns.works_at([company]), tells * _THERE, Relation.THERE),
        ],
    )


def _work_side(asked: str, columns: Columns, likeness: Amounts, tells: float) -> _Side:
    """By what they do. Of a major group only those whose work is at all alike: it holds farmers beside bankers."""
    is_minor = columns.does(lambda code: bool(asked) and code[:_MINOR] == asked[:_MINOR])
    is_major = columns.does(lambda code: bool(asked) and code[:_MAJOR] == asked[:_MAJOR])
    is_field = is_minor | (is_major & (likeness >= _MAJOR_GROUP_FROM))
    alike = _BY_LIKENESS * likeness
    return _side(
        columns,
        [
            (likeness >= _NEAR_FROM, tells * (_NEAR + alike), Relation.NEAR),
            (is_field, tells * (_FIELD + alike + _BY_MINOR_GROUP * is_minor), Relation.FIELD),
            (columns.does(lambda code: code == asked), np.float64(tells * _ROLE), Relation.ROLE),
        ],
    )


def _side(columns: Columns, rules: Sequence[tuple[Flags, Amounts | float, Relation]]) -> _Side:
    """What the last rule that holds for a contact says."""
    values = np.zeros(len(columns))
    relations = np.full(len(columns), _RELATIONS.index(Relation.NONE), dtype=np.int64)
    for holds, value, relation in rules:
        values = np.where(holds, value, values)
        relations = np.where(holds, _RELATIONS.index(relation), relations)
    return _Side(values, relations)


def _most_telling(first: _Side, *others: _Side) -> Places:
    """The relation with the greatest value; of equal ones that of the earlier side."""
    values, relations = first.values, first.relations
    for side in others:
        relations = np.where(side.values > values, side.relations, relations)
        values = np.maximum(values, side.values)
    return relations
