"""When the work of a posting is done: shifts, nights, weekends, on call, flexible hours, a week of four days."""

import re
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.explore.openings.finding import Clause, clause_at, said_at, word_places
from unrut.core.explore.openings.kinds import Said, Stated
from unrut.core.explore.openings.text import PostingText, posting_text

LONGEST_FIELD = 300


class Schedule(StrEnum):
    """A trait of the working times."""

    SHIFTS = "shifts"
    NIGHTS = "nights"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"
    ON_CALL = "on_call"
    FLEXIBLE = "flexible"
    FOUR_DAY_WEEK = "four_day_week"
    OVERTIME = "overtime"
    WEEKDAYS = "weekdays"


@dataclass(frozen=True, slots=True)
class _Trait:
    schedule: Schedule
    pattern: re.Pattern[str]
    misleading: re.Pattern[str] | None = None


_SHIFT_WORDS = (
    "shift shifts shiftwork schichtdienst schicht schichten dreischicht wechselschicht turnos ploegendienst"
)
_NO = re.compile(
    r"\b(?:no|not|without|never|non|kein\w{0,2}|pas de|sin)\b[^.;,]{0,24}\Z|(?:free|off)\W{0,3}\Z"
)
_FREE = re.compile(
    r"(?:weekends?|evenings?|nights?|holidays) (?:are )?(?:free|off)\b|time for yourself|family time"
    r"|enjoy\w{0,3} (?:your )?(?:evenings|weekends)"
)
_BY_WORDS: tuple[tuple[str, _Trait], ...] = (
    (
        _SHIFT_WORDS,
        _Trait(
            Schedule.SHIFTS,
            re.compile(
                r"(?:(?:rotating|rotational|split|early|late|day|night|evening|morning|afternoon|weekend"
                r"|graveyard|swing|first|second|third|1st|2nd|3rd|\d{1,2}[\s-]?(?:hour|hr))[\s-]shifts?\b"
                r"|shift (?:work|pattern|rota|rotation|schedule|differential|based|basis|length)|(?:work"
                r"|working|cover|in|on) (?:\w{1,9} )?shifts\b"
                r"|\b\w{0,8}schicht(?:dienst|arbeit|betrieb|en|system)\b|wechselschicht"
                r"|turnos (?:rotativos|de)|ploegendienst)"
            ),
            re.compile(
                r"prior to (?:working )?first shift|shift (?:left|the|in (?:thinking|culture)|in how|our"
                r"|from|to\b|towards|gears)"
            ),
        ),
    ),
    (
        "night nights overnight overnights nachtschicht nachtdienst nuit nachtschichten",
        _Trait(
            Schedule.NIGHTS,
            re.compile(
                r"(?:night[\s-](?:shifts?|work|duty|hours|rota)|overnight (?:shifts?|hours|work)"
                r"|\bnights (?:and|or|&|/|required)|(?:work|working|some|occasional|on|days or"
                r"|evenings? (?:and|or)|/|,)\s?nights?\b(?! of)"
                r"|nacht(?:schicht|dienst|arbeit)\w{0,2}|travail de nuit|de nuit)"
            ),
            re.compile(r"back[\s-]to[\s-]school|parent|open house"),
        ),
    ),
    (
        "evening evenings abends soir noches avond",
        _Trait(
            Schedule.EVENINGS,
            re.compile(
                r"(?:evening (?:shifts?|hours|work|classes|availability|programs|rota)|\bevenings?\b(?:,"
                r"| and| or|/| &)\s?(?:weekends?|nights?|or weekend|and weekend)|(?:work|working|some"
                r"|occasional|weekday|weeknight|during|available|in the|after school and|days? and"
                r"|day and/or|day or|weekdays?) (?:the )?evenings?\b)"
            ),
        ),
    ),
    (
        (
            "weekend weekends saturday saturdays sunday sundays wochenende wochenenden wochenendarbeit samstag "
            "sonntag week-end week-ends fines samedi"
        ),
        _Trait(
            Schedule.WEEKENDS,
            re.compile(
                r"(?:weekend (?:shifts?|hours|work|availability|coverage|classes|rota|duty|days|evenings)"
                r"|(?:work|working|some|occasional|occasionally|rotating|including|include|available"
                r"|availability|on|every|and|or|/|&|primarily during|during|during the"
                r"|alternate)\s?(?:the |on )?"
                r"(?:weekends?|saturdays?|sundays?)\b|(?:weekends?|saturdays?) (?:required|and (?:holidays"
                r"|evenings)|a must|or weekday|availability)|(?:saturday|sunday)s? (?:and|or|&|/|-|–|to"
                r"|through|morning)|wochenend(?:arbeit|dienst|e)\w{0,2}|samstags?(?:arbeit)?\b|le week-end"
                r"|fines de semana)"
            ),
            re.compile(
                r"(?:great|nice|good) weekend|weekends? off|enjoy\w{0,3} (?:your )?weekend|monday (?:to"
                r"|through|-|–) sunday"
            ),
        ),
    ),
    (
        "call oncall rufbereitschaft bereitschaftsdienst astreinte pager",
        _Trait(
            Schedule.ON_CALL,
            re.compile(
                r"(?:on[\s-]?call (?:rotation|shifts?|duty|duties|schedule|hours|support|basis|rota|work"
                r"|required|responsibilit\w{1,3}|availability|coverage|24|and|as|for|after|weekend|during"
                r"|night|one)|(?:be|participate in|share|including|carry|rotating|take|join|24/7|an?"
                r"|occasional|some) (?:an? |the )?on[\s-]?call\b(?! (?:tool|product|platform|management"
                r"|engineers|alerts|software))|pager duty\b|rufbereitschaft|bereitschaftsdienst|astreinte)"
            ),
            re.compile(
                r"on[\s-]?call (?:incident|management|scheduling|platform|tool|product|doctor"
                r"|nurse hotline)|\(on-call, incident"
            ),
        ),
    ),
    (
        "flexible flexibility flextime flexitime flex gleitzeit flexibel flexible horario horaires own",
        _Trait(
            Schedule.FLEXIBLE,
            re.compile(
                r"(?:flexib(?:le|el)[\s-](?:\w{2,12}[\s-])?(?:hours|schedul\w{1,4}|working|work hours"
                r"|work schedul\w{1,3}|time|shifts?|start|arbeitszeit\w{0,2}|uren)|flexibility (?:in|of"
                r"|with|on|to set|around) (?:\w{1,9} ){0,2}(?:hours|schedul\w{1,3}|time)"
                r"|(?:set|choose|choosing|create|make|on|pick|manage|determine) (?:your"
                r"|my) (?:own )?(?:hours|schedule|working hours|availability)\b|flex(?:i)?[\s-]?time"
                r"|gleitzeit|vertrauensarbeitszeit|horaires (?:flexibles|aménag)|horario flexible)"
            ),
            re.compile(
                r"(?:must|should|need to) (?:be|have|maintain|work) (?:an? )?flexible (?:schedule|working"
                r"|hours)|not flexible|flexible spending|hours are not"
            ),
        ),
    ),
    (
        "four day viertagewoche semaine tage",
        _Trait(
            Schedule.FOUR_DAY_WEEK,
            re.compile(
                r"(?:(?:four|4)[\s-]days?[\s-](?:work[\s-]?|working )?weeks?\b|4x10|4/10s?\b|(?:vier"
                r"|4)[\s-]?tage[\s-]?woche|viertagewoche|semaine de (?:4|quatre) jours"
                r"|32[\s-]hour (?:work[\s-]?)?week)"
            ),
            re.compile(r"(?:four|4)[\s-]day[\s-]week[\s-](?:training|course|camp)"),
        ),
    ),
    (
        "overtime überstunden",
        _Trait(
            Schedule.OVERTIME,
            re.compile(
                r"(?:(?:mandatory|required|occasional|some|work|paid|regular|frequent|may"
                r"|including) overtime\b|overtime (?:is required|may be|as|will be|required|available|when"
                r"|opportunit)|überstunden)"
            ),
            re.compile(
                r"overtime (?:exempt|status|eligib|laws?|provisions)|exempt from overtime|no overtime"
                r"|not eligible for overtime"
            ),
        ),
    ),
    (
        "monday mondays montag lundi lunes mon weekdays",
        _Trait(
            Schedule.WEEKDAYS,
            re.compile(
                r"(?:mon(?:day)?s?\s?(?:-|–|—|to|through|thru|bis)\s?fri(?:day)?s?\b|montags? (?:bis|-"
                r"|–) freitags?|du lundi au vendredi|lunes a viernes|weekdays only|m-f\b)"
            ),
        ),
    ),
)
_BY_WORD: dict[str, list[_Trait]] = {}
for _words, _trait in _BY_WORDS:
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_trait)
_WORDS = frozenset(_BY_WORD)


_FOURS = frozenset({"4-", "4 ", "4‑"})
_PLAIN = (
    (Schedule.SHIFTS, re.compile(r"\bshifts?\b|schicht")),
    (Schedule.NIGHTS, re.compile(r"\bnights?\b|overnight|nacht")),
    (Schedule.EVENINGS, re.compile(r"\bevenings?\b")),
    (Schedule.WEEKENDS, re.compile(r"weekend|saturday|sunday|wochenende")),
    (Schedule.ON_CALL, re.compile(r"\bon[\s-]?call\b")),
    (Schedule.FLEXIBLE, re.compile(r"flexib|\bflex")),
)


def read_schedule(posting: PostingText) -> tuple[Stated[Schedule], ...]:
    """The traits of the working times a text states, each once."""
    found: dict[Schedule, Stated[Schedule]] = {}
    for place, word in _places(posting):
        clause = clause_at(posting.lowered, place)
        for trait in _BY_WORD[word]:
            if trait.schedule not in found and (span := _stated(trait, clause)) is not None:
                said = said_at(posting, clause.start + span[0], clause.start + span[1])
                found[trait.schedule] = Stated(trait.schedule, said)
    return tuple(found.values())


def _places(posting: PostingText) -> list[tuple[int, str]]:
    """Where the telling words stand; of all days only the four of a week are meant."""
    return sorted(
        (place, word)
        for word in _WORDS & posting.words
        for place in word_places(posting, frozenset((word,)))
        if word != "day" or posting.lowered[max(0, place - 2) : place] in _FOURS
    )


def schedule_of_words(words: str) -> tuple[Stated[Schedule], ...]:
    """The same for the field of a source, where a mere word such as "nights" counts."""
    field = words[:LONGEST_FIELD]
    lowered = field.lower().replace("_", " ")
    named = [schedule for schedule, pattern in _PLAIN if pattern.search(lowered)]
    read = [stated.value for stated in read_schedule(posting_text(lowered))]
    return tuple(Stated(schedule, Said(field)) for schedule in dict.fromkeys([*named, *read]))


def _stated(trait: _Trait, clause: Clause) -> tuple[int, int] | None:
    found = trait.pattern.search(clause.lowered)
    if (
        found is None
        or _FREE.search(clause.lowered)
        or (trait.misleading and trait.misleading.search(clause.lowered))
    ):
        return None
    return None if _NO.search(clause.lowered[: found.start()]) else found.span()
