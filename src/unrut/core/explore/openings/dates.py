"""When a posting wants the work to start, and until when one may apply."""

import re
from dataclasses import dataclass
from datetime import date

from unrut.core.explore.openings.finding import said_at, word_places
from unrut.core.explore.openings.kinds import Said, Stated
from unrut.core.explore.openings.text import PostingText, posting_text

LONGEST_FIELD = 200
_CENTURY, _MONTHS_A_YEAR = 100, 12


@dataclass(frozen=True, slots=True)
class When:
    """A time in the words of the posting; `day` is a whole date, or a month such as "2026-09", and "" where no year is stated.

    With `is_soon` it is as soon as possible.
    """

    words: str
    day: str = ""
    is_soon: bool = False


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero januari janv",
            "february feb februar février febrero februari fév",
            "march mar märz mars marzo maart mrz",
            "april apr avril abril avr",
            "may mai mayo mei maj",
            "june jun juni juin junio",
            "july jul juli juillet julio juil",
            "august aug août agosto augustus augusti",
            "september sept sep septembre septiembre",
            "october oct oktober octobre octubre okt",
            "november nov novembre noviembre",
            "december dec dezember décembre diciembre december dez déc",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<{{name}}>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?"
_YEAR = r"(?P<{name}>20\d\d)"


def _group(pattern: str, name: str) -> str:
    return pattern.replace("{name}", name).replace("{{", "{").replace("}}", "}")


_DATE = re.compile(
    r"(?P<iso>20\d\d-\d{2}-\d{2})(?!\d)"
    rf"|(?:the )?{_group(_DAY, 'd1')}\s?(?:of |de )?{_group(_MONTH, 'm1')}(?:\s?,?\s?(?:de "
    rf")?{_group(_YEAR, 'y1')})?"
    rf"|{_group(_MONTH, 'm2')}\s{_group(_DAY, 'd2')}(?!\d)(?:,?\s{{1,2}}{_group(_YEAR, 'y2')})?"
    rf"|{_group(_MONTH, 'm3')}(?:,?\s?(?:of )?{_group(_YEAR, 'y3')})?"
    r"|(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y4>20\d\d|\d\d)(?!\d)"
    rf"|(?P<season>spring|summer|autumn|fall|winter|q[1-4])(?: of)?\s{_group(_YEAR, 'y5')}"
)
_SOON = re.compile(
    r"(?:asap\b|as soon as possible|immediate(?:ly)?\b(?! (?:family|impact|supervisor|feedback|response"
    r"|attention|access|care|eligib|danger|action|need to|report))|right away|ab sofort|sofort\b"
    r"|schnellstmöglich|nächstmöglich\w{0,2}|zum nächstmöglichen zeitpunkt"
    r"|dès que possible|immédiate(?:ment)?|lo antes posible|inmediat\w{1,4}|per direct|zo snel mogelijk"
    r"|omgående)"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_LEAD = (
    rf"\s?(?:\(?[s)]{{0,2}})?\s?[:=–-]?\s{{0,3}}(?:is |will be |on |from |in |by |around |approximately "
    rf"|or before |no later than |the week of |am |le |zum |ab |den |expected |target |late |early "
    rf"|mid-?\s?|beginning |of ){{0,3}}{_WEEKDAY}"
)
# The words that announce a start, by the one to look for.
_STARTS = frozenset(
    "start starts starting begin begins beginning hire immediate immediately available starttermin "
    "eintrittsdatum eintritt arbeitsbeginn arbeitsantritt sofort nächstmöglichen début partir inicio "
    "incorporación ingangsdatum "
    "startdatum direct possible".split()
)
_STARTING = re.compile(
    r"start(?:ing)? dates?|starts? (?=on|in|asap|as soon|immediately|:)|start:|starting (?=in|on|from"
    r"|as soon|asap|immediately)|(?<=to )start|begin(?:s|ning)? (?=on|in)|hire date|(?:start|eintritt"
    r"|arbeits)(?:termin|sdatum|beginn|antritt)|eintritt|startdatum|ingangsdatum"
    r"|(?<=date de )début|début|(?<=à )partir d[eu']|(?<=fecha de )inicio|incorporación"
)
_HERE = re.compile(
    r"immediate start\b|(?<=start )immediately|(?<=available )immediately|immediate opening"
    r"|(?<=ab )sofort\b|(?<=zum )nächstmöglichen zeitpunkt|(?<=per )direct\b|(?<=dès que )possible\b"
)
_CLOSES = frozenset(
    "apply deadline close closes closing applications due bewerbungsfrist bewerbungsschluss limite límite "
    "plazo sluitingsdatum reageren ansökningsdag until".split()
)
_CLOSING = re.compile(
    r"apply (?:by|before|no later than)|deadline(?: to apply| for applications?| is)?|close(?:s|) (?:date"
    r"|on)|closing (?:date|on)|applications? (?:close|deadline|due(?: date)?|will be accepted (?:until"
    r"|through)|accepted until)s?|(?<=applications )due"
    r"|bewerbungs(?:frist|schluss)|(?<=date )limite|(?<=fecha )límite|plazo de \w+|sluitingsdatum"
    r"|reageren (?:voor|tot)|ansökningsdag|(?<=open )until"
)
_OTHERS = re.compile(
    r"(?:semester|class|course|school year|session|program|camp|training|contract|benefits|enrollment"
    r"|project|clinical|onboarding)e?s?\b[^.\n]{0,14}\Z|review (?:will |of applications will )?\Z|(?:prior"
    r"|previous|before|after|within|upon|from the|your) (?:the |your )?\Z"
)
_OTHERS_REACH, _AROUND = 40, 300
_MONTH_FIRST = re.compile(r"(?<![\d/])\d{1,2}/(?:1[3-9]|2\d|3[01])/(?:20)?\d\d(?!\d)")


def read_start(posting: PostingText) -> Stated[When] | None:
    """When a text wants the work to start; None where it does not say."""
    lowered = posting.lowered
    for place in word_places(posting, _STARTS):
        if soon := _HERE.match(lowered, place):
            words = posting.text[soon.start() : soon.end()]
            return Stated(When(words, is_soon=True), said_at(posting, soon.start(), soon.end()))
        lead = _STARTING.match(lowered, place)
        if lead is None or _OTHERS.search(lowered, max(0, place - _OTHERS_REACH), place):
            continue
        stated = _when_behind(posting, place, lead.end())
        if stated is not None:
            return stated
    return None


def start_of_words(words: str) -> Stated[When] | None:
    """The same for the field of a source: a date, or words such as "ASAP"."""
    return _of_field(words)


def read_closing(posting: PostingText) -> Stated[When] | None:
    """Until when a text says one may apply; None where it does not say."""
    for place in word_places(posting, _CLOSES):
        lead = _CLOSING.match(posting.lowered, place)
        stated = _when_behind(posting, place, lead.end()) if lead else None
        if stated is not None and not stated.value.is_soon:
            return stated
    return None


def closing_of_day(day: date) -> Stated[When]:
    """The closing day a source states."""
    return Stated(When(day.isoformat(), day.isoformat()), Said(day.isoformat()))


def _of_field(words: str) -> Stated[When] | None:
    field = words[:LONGEST_FIELD].strip()
    if not field:
        return None
    posting = posting_text(field)
    found = _DATE.search(posting.lowered)
    is_soon = _SOON.search(posting.lowered) is not None
    return Stated(When(field, _day(found) if found else "", is_soon and not found), Said(field))


def _when_behind(posting: PostingText, start: int, end: int) -> Stated[When] | None:
    """The date right behind the words that announce one."""
    lead = _LEAD_PATTERN.match(posting.lowered, end)
    place = lead.end() if lead else end
    if soon := _SOON.match(posting.lowered, place):
        words = posting.text[soon.start() : soon.end()]
        return Stated(When(words, is_soon=True), said_at(posting, start, soon.end()))
    found = _DATE.match(posting.lowered, place)
    if found is None:
        return None
    around = posting.lowered[max(0, start - _AROUND) : start + _AROUND]
    words = posting.text[found.start() : found.end()]
    return Stated(When(words, _day(found, around)), said_at(posting, start, found.end()))


_LEAD_PATTERN = re.compile(_LEAD)


def _day(found: re.Match[str], around: str = "") -> str:
    """The date as the norm writes it; a month where no day is stated, "" where no year is, or where it may be read two ways."""
    if found["iso"]:
        return _checked(int(found["iso"][:4]), int(found["iso"][5:7]), int(found["iso"][8:]))
    if found["a"]:
        return _of_figures(found, is_month_first=_MONTH_FIRST.search(around) is not None)
    for name in "123":
        if found[f"m{name}"]:
            year, month = found[f"y{name}"], _MONTHS[found[f"m{name}"].rstrip(".")]
            if not year:
                return ""
            return f"{year}-{month:02}" if name == "3" else _checked(int(year), month, int(found[f"d{name}"]))
    return ""


def _of_figures(found: re.Match[str], *, is_month_first: bool) -> str:
    """A date of three numbers; day and month can be told apart where one is above twelve, or another date nearby shows it."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y4"])
    year = year if year >= _CENTURY else 20 * _CENTURY + year
    if found["sep"] == "." or first > _MONTHS_A_YEAR or first == second:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > _MONTHS_A_YEAR or is_month_first else ""


def _checked(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
