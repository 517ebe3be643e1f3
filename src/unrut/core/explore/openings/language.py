"""The human languages a posting asks for, and how well."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.explore.openings.finding import Clause, Gate, clauses, has_any, said_at
from unrut.core.explore.openings.kinds import Stated
from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import NOTHING_ASKED, Asked
from unrut.core.explore.openings.text import PostingText


class Fluency(StrEnum):
    """How well a language must be known, where it is said without a level of the common frame."""

    NATIVE = "native"
    FLUENT = "fluent"
    PROFESSIONAL = "professional"
    CONVERSATIONAL = "conversational"
    BASIC = "basic"
    UNSAID = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its English name; `frame` is its level from A1 to C2, "" where none is said."""

    name: str
    fluency: Fluency = Fluency.UNSAID
    frame: str = ""
    need: Need = Need.UNSAID


_NAMES: Mapping[str, str] = {
    word: name
    for name, words in {
        "English": "english englisch englischkenntnisse anglais inglés engels inglese englischer engelska "
        "angielski angielskiego inglês",
        "German": "german deutsch deutschkenntnisse allemand alemán duits tedesco deutsche deutscher tyska "
        "niemiecki",
        "French": "french französisch französischkenntnisse français francés frans francese",
        "Spanish": "spanish spanisch spanischkenntnisse español espagnol castellano spaans spagnolo",
        "Dutch": "dutch niederländisch nederlands néerlandais neerlandés holländisch nederlandse",
        "Italian": "italian italienisch italiano italien italiaans",
        "Portuguese": "portuguese portugiesisch português portugais portugués",
        "Polish": "polish polnisch polski polonais polskiego",
        "Swedish": "swedish schwedisch svenska suédois",
        "Danish": "danish dänisch dansk",
        "Norwegian": "norwegian norwegisch norsk",
        "Finnish": "finnish finnisch suomi",
        "Czech": "czech tschechisch čeština",
        "Romanian": "romanian rumänisch",
        "Hungarian": "hungarian ungarisch magyar",
        "Greek": "greek griechisch",
        "Russian": "russian russisch russe ruso",
        "Ukrainian": "ukrainian ukrainisch",
        "Turkish": "turkish türkisch",
        "Arabic": "arabic arabisch arabe",
        "Hebrew": "hebrew",
        "Persian": "persian farsi dari",
        "Hindi": "hindi",
        "Urdu": "urdu",
        "Bengali": "bengali",
        "Punjabi": "punjabi",
        "Tamil": "tamil",
        "Mandarin": "mandarin putonghua",
        "Cantonese": "cantonese",
        "Chinese": "chinese chinesisch chinois",
        "Japanese": "japanese japanisch japonais",
        "Korean": "korean koreanisch",
        "Vietnamese": "vietnamese",
        "Thai": "thai",
        "Indonesian": "indonesian bahasa",
        "Malay": "malay",
        "Tagalog": "tagalog filipino",
        "Haitian Creole": "creole",
        "Sign language": "asl bsl",
        "Catalan": "catalan català catalán",
        "Welsh": "welsh",
        "Bulgarian": "bulgarian",
        "Croatian": "croatian",
        "Serbian": "serbian",
        "Slovak": "slovak",
        "Lithuanian": "lithuanian",
        "Latvian": "latvian",
        "Estonian": "estonian",
        "Swahili": "swahili",
        "Somali": "somali",
    }.items()
    for word in words.split()
}
_WORDS = frozenset(_NAMES)
_NAME = re.compile(r"[^\W\d_]+")
_MOST_NAMES = 12
_REACH_BEFORE, _REACH_BEHIND = 64, 60
# How well it is asked, in the order in which it is looked for.
_FLUENCIES: tuple[tuple[Fluency, re.Pattern[str]], ...] = (
    (
        Fluency.NATIVE,
        re.compile(
            r"native|mother[\s-]tongue|muttersprach|langue maternelle|nativo|moedertaal|bilingual|bilingüe"
            r"|bilingue"
        ),
    ),
    (
        Fluency.FLUENT,
        re.compile(
            r"fluen|fließend|verhandlungssicher|courant|fluido|vloeiend|flytande|excellent|perfect"
            r"|sehr gute?|biegł|advanced|high level|full proficien|uitstekend"
        ),
    ),
    (
        Fluency.PROFESSIONAL,
        re.compile(
            r"proficien|professional|business|working knowledge|strong|gute|\bgood\b|dominio|maîtrise"
            r"|solid|beherrsch|command of|goede"
        ),
    ),
    (Fluency.CONVERSATIONAL, re.compile(r"conversational|intermediate|konversation")),
    (
        Fluency.BASIC,
        re.compile(r"\bbasic|grundkenntnisse|notions|elementary (?:level|proficiency)|grundlegende"),
    ),
)
_FRAME = re.compile(r"\b([abc][12])\b")
# Something that makes it a language one must know, not a country, a subject or a people.
_SPOKEN = (
    "fluen",
    "native",
    "proficien",
    "bilingual",
    "multilingual",
    "speak",
    "spoken",
    "written",
    "verbal",
    "oral",
    "c1",
    "c2",
    "b1",
    "b2",
    "language skills",
    "communicat",
    "mother tongue",
    "mother-tongue",
    "kenntnisse",
    "fließend",
    "verhandlungssicher",
    "muttersprach",
    "courant",
    "maîtrise",
    "nivel",
    "dominio",
    "fluido",
    "vloeiend",
    "beheers",
    "flytande",
    "command of",
    "conversational",
    "working knowledge of",
    "business level",
    "business-level",
    "niveau",
    "in wort und schrift",
    "sprachniveau",
    "reading and writ",
    "reading, writ",
    "write",
)
_NOT_BEHIND = re.compile(
    r"['’]s?\b|\s{1,2}(?:teacher|teachers|instructor|tutors?|class|classes|course|courses|curriculum"
    r"|department|market|markets|company|companies|customers?|clients?|language arts|literature"
    r"|as a (?:second|foreign)|learn\w{1,4}|students?|school"
    r"|government|law|citizens?|lessons?|fluency (?:class|program)|culture|history|food|restaurant|cuisine"
    r"|office|team|programs?|adjunct|bootcamp|i+\b|skills class|to (?:english|speakers|children|students"
    r"|kids)|medium|immersion|composition|101|educat\w{1,4}|content"
    r"|standards|learners?|coach|subject|grammar|works|shepherd|wall|american|speaking (?:customers"
    r"|clients|users|students|market)|speakers? (?:and/or|to learn))"
)
_NOT_BEFORE = re.compile(
    r"(?:teach(?:ing|es)?|tutor(?:ing)?|learn(?:ing)?|of teaching|degree in|major in|instruct(?:ion"
    r"|ing)? in|classes in|courses in|in modern|licensed in|endorsement in|certif\w{1,8} in|subjects?:?"
    r"|such as|or related:?|practice(?: their)?|teach them|translat\w{1,5}|speciali[sz]e in|plain"
    r"|(?:increas|improv|boost|enhanc)\w{0,4}) "
    r"(?:the |business |conversational |spoken |general |modern |their )?\Z|non[\s-]native \Z"
)
_OTHERS = Gate(
    {
        "regardless": "",
        "discriminat": "",
        "national origin": "",
        "ancestry": "",
        "equal opportunity": "",
        "achieve fluency": "",
        "reach fluency": "",
        "become fluent": "",
        "qualified to teach": "",
        "students in ": "",
        "support students": "",
        "provide instruction": "",
        "instructs ": "",
        "written review": "",
        "making english": "",
        "english language learners": "",
        "their english": "",
        "bilingual skill requirement": "",
        "speak the language": "",
        "who speak": "",
        "english clubs": "",
        "deliver instruction": "",
        "support for english": "",
        " who": r"(?:students|learners|clients|children|families|patients|participants|professionals"
        r"|speakers) who(?:se)?\b",
        " to ": r"(?:students|learners|clients|children|families|participants) to ",
        "improve": r"(?:students|learners|clients|children|participants) (?:in (?:reach|improv)|improve|become"
        r"|learn)",
        "help": r"help(?:ing)? \w{1,12} (?:improve|learn|speak|become|sharpen)",
    }
)


def read_languages(posting: PostingText, asked: Asked = NOTHING_ASKED) -> tuple[Stated[Language], ...]:
    """The languages a text asks for, each once, those that must be before those that would be nice."""
    found: dict[str, Stated[Language]] = {}
    named = [
        stated
        for clause in clauses(posting, _WORDS)
        if _is_spoken(clause.lowered) and not _OTHERS.stops(clause.lowered)
        for stated in _asked(clause, posting, asked.need(clause.start, clause.end))
    ]
    for stated in sorted(named, key=lambda stated: stated.value.need is Need.WISHED):
        found.setdefault(stated.value.name, stated)
    return tuple(found.values())


def _is_spoken(lowered: str) -> bool:
    return has_any(lowered, _SPOKEN)


def _asked(clause: Clause, posting: PostingText, need: Need) -> Iterator[Stated[Language]]:
    words = [word for word in _NAME.finditer(clause.lowered) if word[0] in _NAMES][:_MOST_NAMES]
    for word in words:
        before = clause.lowered[max(0, word.start() - _REACH_BEFORE) : word.start()]
        if _NOT_BEHIND.match(clause.lowered, word.end()) or _NOT_BEFORE.search(before):
            continue
        around = before + clause.lowered[word.start() : word.end() + _REACH_BEHIND]
        if not _is_spoken(around):
            continue
        language = Language(
            _NAMES[word[0]], _fluency(before, clause.lowered[word.end() :]), _frame(clause, word), need
        )
        yield Stated(language, said_at(posting, clause.start, clause.end))


def _fluency(before: str, behind: str) -> Fluency:
    """The word nearest before the language tells; else the first one behind it."""
    found = [
        (match.end(), fluency)
        for fluency, pattern in _FLUENCIES
        for match in pattern.finditer(before[-_REACH_BEFORE:])
    ]
    if found:
        return max(found)[1]
    later = [
        (match.start(), fluency)
        for fluency, pattern in _FLUENCIES
        if (match := pattern.search(behind[:_REACH_BEHIND]))
    ]
    return min(later)[1] if later else Fluency.UNSAID


def _frame(clause: Clause, word: re.Match[str]) -> str:
    behind = _FRAME.search(clause.lowered, word.end(), word.end() + _REACH_BEHIND)
    before = _FRAME.search(clause.lowered, max(0, word.start() - 12), word.start())
    found = behind or before
    return found[1].upper() if found else ""
