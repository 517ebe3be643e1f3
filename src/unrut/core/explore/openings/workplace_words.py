"""The words by which postings say where the work is done, and those beside which they speak of something else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from unrut.core.explore.openings.kinds import Workplace


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a place of work, with those that must `lead` to them. `misleading` matches where they mean something else.

    In prose `before` or `behind` must stand beside them. `answer` is the "no" of a form. What is `is_weak` counts only
    where nothing surer is said.
    """

    pattern: re.Pattern[str]
    kind: Workplace
    lead: re.Pattern[str] | None = None
    lead_ends: tuple[str, ...] = ()  # how what leads to them ends, to rule out most places at once
    misleading: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    answer: re.Pattern[str] | None = None
    is_weak: bool = False
    is_prose: bool = False  # says nothing where it stands alone


PARTLY = re.compile(r"\b(?:part(?:ial(?:ly)?|ly)?|teilweise|semi)[ -]\Z")
NOT_BEFORE = re.compile(
    r"(?:\bnot (?:a |an |offer(?:ing)? |possible |currently |eligible for |able to (?:offer|work"
    r"|support) )?(?:fully |100% |be |allow )?"
    r"|\bno |\b(?:no|not) remote (?:or|and) |\bnon[ -]|\bisn['’]t (?:a |fully )?|\bkein(?:e[nr]?)? |\bcannot (?:be (?:done |performed )?"
    r"|work )|\bpas de )\Z"
)
FEW_REMOTE = re.compile(
    r"(?:possible|possibly|spend time|occasional(?:ly)?|sometimes|some|partial(?:ly)?|partly|limited"
    r"|flexible|periodic|infrequent"
    r"|rarely|teilweise|occasionnel(?:lement)?|may|option to|ad[ -]hoc|either|experience (?:in|with"
    r"|working)(?: \w{1,9}){0,2}"
    r"|for|support(?:ing)?|manag(?:e|ing)|with|both|via|through|during|even|whether|using"
    r"|students(?: are)?|comfortable"
    r"|experience|their|other|capability|leading|including|traditional|wifi, computers\) to|in an?|including)"
    r"(?: work(?:ing)?| teach(?:ing)?| a| an| be| and| in| from)?\s\Z"
)
_AMOUNT = (
    r"(\d|one|two|three|four|five|ein(?:en)?|zwei|drei|vier|fünf|deux|trois|quatre|un|dos|tres|twee|drie"
    r"|vier)"
)
_RANGE = rf"(?<![\d.,]){_AMOUNT}(?:\s?(?:-|–|to|or|/|bis|à)\s?{_AMOUNT})?\+?"
_DAY = r"[ -]{0,2}(?:full |whole )?(?:x |(?:days?|tage?|jours?|días|dagen|d)\b)"
_PER_WEEK = (
    r"(?:\s?(?:per|a|/|each|pro|par|in der|every|in a|of the|p)\s?(?:work)?(?:week|wk|woche|semaine|semana"
    r"|w)\b)?"
)
_OFFICE = (
    r"(?:offices?|on[ -]?site|in[ -]?person|in[ -]?office|hq\b|campus|büro|bureau|sur site|vor ort"
    r"|kantoor|oficina)"
)
_HOME = (
    r"(?:remote(?:ly)?|(?:working |work )?(?:from|at) home|wfh|home[ -]?office|(?:de |en )?télétravail"
    r"|(?:de )?teletrabajo"
    r"|mobiles? arbeiten|thuis(?:werken)?|work[ -]from[ -]home)\b"
)
DAYS = re.compile(
    rf"\b{_RANGE}{_DAY}{_PER_WEEK},?\s{{0,2}}(?:are |work(?:ing)? |spent |of )?(?:in|at|from|im|au|op|en"
    rf"|on)?[ -]{{0,2}}"
    rf"(?:the |our |an? )?(?:(?!home|remote)[\w.’']{{1,14}} ){{0,2}}?{_OFFICE}(?!\s(?:per|a|every"
    rf"|each) (?:month|quarter|year))"
    rf"|{_OFFICE}\W{{1,3}}(?:for )?(?:at least |min\w{{0,5}}\.? (?:of )?|approx\w{{0,8}} |about "
    rf"|~)?{_RANGE}{_DAY}"
    r"(?!\s?(?:remote|from home|wfh|ago|of (?:training|onboarding)|notice|after|training))"
    rf"|hybrid\W{{1,4}}(?:role |work(?:ing)? |schedule |model |setup |with |of |- ){{0,3}}(?:at least "
    rf"|min\w{{0,5}}\.? )?{_RANGE}{_DAY}"
    r"(?!\s?(?:(?:per|a|/) week )?(?:remote|from home|wfh|ago))"
)
HOME_DAYS = re.compile(
    rf"\b{_RANGE}{_DAY}{_PER_WEEK},?\s{{0,2}}(?:of )?{_HOME}|\b{_RANGE}\s(?:remote|wfh"
    rf"|home[ -]office) days?\b"
    rf"|(?:remote|work(?:ing)? from home|wfh|home[ -]?office|télétravail"
    rf"|teletrabajo)\W{{1,3}}(?:up to )?{_RANGE}{_DAY}(?!\s?(?:in|on))"
)
DAY_WORDS = ("day", "tag", "jour", "día", "dag", "x ", "d/")
SHARES = re.compile(
    r"(\d{1,3})\s?%\)?\s(?:fully )?(?:remote|homeoffice|home[ -]office|télétravail|work from home|virtual)\b"
    r"|(?:remote|homeoffice|home[ -]office|télétravail|virtual)\s\(?(?:bis zu |up to )?(\d{1,3})\s?%"
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one ein einen un",
            "two zwei deux dos twee",
            "three drei trois tres drie",
            "four vier quatre",
            "five fünf",
        ),
        start=1,
    )
    for word in words.split()
}


def number_of(words: str) -> int:
    """A number of days, in figures or as a word."""
    return int(words) if words.isdecimal() else _NUMBERS[words]


_ON, _IN = ("on ", "on-", "on‐", "on‑"), ("in ", "in-", "in‐", "in‑")
_FORM = (
    r"\b(?:location|workplace(?: type)?|work (?:type|mode|setting|model|arrangement)|standort|lieu|ort):\s\Z"
)
_ROLE = (
    r"(?:roles?|positions?|jobs?|opportunit(?:y|ies)|contract|employment|internship|engagement|assignment"
    r"|basis|hires?"
    r"|candidates|employees? (?:welcome|ok|for)|instructors?|teachers?|tutors?|team members welcome)\b"
)
_REMOTE = Phrase(
    re.compile(r"remot(?:ely|e)\b|wfh\b"),
    Workplace.REMOTE,
    misleading=re.compile(
        r"remote(?:ly)?[ -](?:areas?|regions?|sites?|sensing|patients?|control\w{0,4}|communit\w{1,4}"
        r"|monitor\w{0,4}|support|access\w{0,4}"
        r"|desktop|teams?|customers?|clients?|learn\w{1,4}|instruction|class\w{0,6}|procedure|servers?"
        r"|devices?|vehicles?|assist\w{0,5}"
        r"|meetings?|locations?|villages?|places|users|employees? (?:engagement|experience)|worker"
        r"|troubleshoot\w{0,3}|diagnos\w{1,4}"
        r"|work (?:20|environment|culture|stipend|allowance|policy|setup|tools?|equipment|experience"
        r"|perks?)|management|health|service"
        r"|code|execution|teaching (?:tools|experience)|collaboration|offices?|repositor\w{1,4}|(?:and|or"
        r"|&) (?:rural|underserved)"
        r"|workforces?|interviews?|deposit|proctor\w{0,3}|operat\w{1,5}|inspection|attend\w{0,5}"
        r"|leadership|operations|days|fridays?"
        r"|stipend|as needed|if needed|when needed|occasionally)|remote (?:to (?:in|on)|hours)"
        r"|remot\w{1,3},? (?:if|when|as) (?:needed|necessary|required)"
    ),
    before=re.compile(
        r"(?:(?:fully|100 ?%|completely|entirely|totally|wholly|primarily|mostly|exclusively|all"
        r"|permanently|based|’re|'re) "
        r"|(?:position|role|job|work|this|company|team|we|jobs|roles|positions|everyone|opportunity"
        r"|location) (?:is|are|will be|can be) (?:a )?(?:fully |100% )?"
        r"|(?:this is an? |is an? |as an? |offering |offer |temporary, |full[- ]time,? |part[- ]time,? )"
        r"|\b(?:work(?:ing)?|working or|us|eu|uk|europe|global)[ -])\Z"
        rf"|{_FORM}"
    ),
    behind=re.compile(
        rf"[\s,-]{{1,2}}(?:(?:hourly|contract|freelance|full[ -]time|part[ -]time|paid|first|virtual"
        rf"|based)[\s,-]{{1,2}}){{0,2}}{_ROLE}"
        r"|[ -](?:first|friendly|based|only|native)\b|\s(?:from anywhere|anywhere|worldwide|within"
        r"|in (?:the )?(?:us|usa|uk|eu|europe|canada)\b)"
    ),
    answer=re.compile(
        r"(?:\s(?:work|job|option|eligible|possible|allowed|ok|position|status))?\s?[?:]\s{0,2}(?:no|nein"
        r"|non|false)\b"
    ),
)
_ONLY_REMOTE_WEAK = Phrase(
    re.compile(r"remotely\b|remote-first\b"),
    Workplace.REMOTE,
    before=re.compile(r"(?:\b(?:tutor|teach|live|offered|delivered|done|performed|a|an|out) )\Z"),
    is_weak=True,
)
_HOME_WORK = Phrase(
    re.compile(r"home\b"),
    Workplace.REMOTE,
    lead=re.compile(
        r"(?:\bwork(?:ing)?[ -]from[ -](?:your |their )?(?:own )?|\bteach(?:ing)? from |comfort of (?:your"
        r"|their) (?:own )?)\Z"
    ),
    lead_ends=("from ", "from-", "your ", "their ", "own "),
    misleading=re.compile(
        r"home[ -](?:office (?:stipend|setup|allowance|budget|equipment)|stipend|days?|policy|allowance"
        r"|equipment|visits?|options?|setup"
        r"|occasionally|flexibility|fridays|budget|as needed|health|care|\d)"
    ),
    before=re.compile(r"\Z"),
    answer=re.compile(r"\s{0,2}[?:]\s{0,2}(?:no|nein)\b"),
)
_ANYWHERE = Phrase(
    re.compile(r"anywhere\b"),
    Workplace.REMOTE,
    lead_ends=(" ",),
    lead=re.compile(r"\b(?:work(?:ing)?|live|hire|hiring|based|you can be) (?:from |in )?\Z"),
    before=re.compile(r"\Z"),
    misleading=re.compile(r"anywhere (?:from|between|near|else|any\s?time)"),
)
_VIRTUAL = Phrase(
    re.compile(r"virtual(?:ly)?\b"),
    Workplace.REMOTE,
    misleading=re.compile(
        r"virtual(?:ly)?[ -](?:reality|machines?|assistant|meetings?|events?|classrooms?|class\w{0,2}"
        r"|platforms?|labs?|tools?|environments?"
        r"|coffee|desktop|field|sessions?|training|instruction|open house|interviews?|info\w{0,8}|office"
        r"|school\w{0,3}|learning|delivery"
        r"|or\b|and\b|private|team|account|job fair|(?:teaching )?(?:tools|support|platform)|care|visits?"
        r"|events|day|academy|or in)|virtually|virtual\) (?:and|or)"
    ),
    before=re.compile(
        r"(?:(?:position|role|job|work|this) is (?:fully |100% |completely )?|\bfully |100% )\Z"
    ),
    behind=re.compile(
        rf"\s(?:teaching |volunteer |service |instructor |summer )?{_ROLE}|\s(?:service|volunteer)\b"
    ),
)
_HYBRID = Phrase(
    re.compile(r"hybride?s?\b|híbrido\b"),
    Workplace.HYBRID,
    misleading=re.compile(
        r"hybrid[ -](?:cloud|vehicles?|quantum|courses?|class\w{0,6}|instruct\w{1,4}|formats?"
        r"|learn\w{1,4}|apps?|mobile|energy|bikes?|search"
        r"|retrieval|infrastructure|it\b|environments?|electric|assets?|events?|human|teach\w{1,4}"
        r"|solutions?|systems?|cars?|approach"
        r"|deploy\w{1,5}|power\w{0,4}|data|programs?|modes?|modalit\w{1,3}|network\w{0,3}|engines?|fleet"
        r"|if\b|as needed|teams?)"
    ),
    before=re.compile(
        r"(?<!approval of remote and )(?:(?:position|role|job|this|we|work|team|company|opportunity"
        r"|positions|roles) (?:is|are|will be|offers?|do) (?:an? )?(?:currently )?"
        r"|\b(?:we do|in an?|this is an?|work(?:ing)?|offer(?:ing|s)?|flexible,?|is an?|are an?|as an?"
        r"|our) )\Z"
        rf"|{_FORM}"
    ),
    behind=re.compile(
        r"[ -](?:work\w{0,3}|schedule|remote|office|models?|polic\w{1,3}|set[ -]?up\b|on[ -]?site"
        r"|arrangements?|capacity|basis|flexib\w{1,6}"
        rf"|location|culture|environment|{_ROLE})(?! is not)|\s(?:from|in) (?:our |the )?(?!nature"
        rf"|which)(?=\w)"
    ),
)
_NO_SITE = (
    r"(?:gym|child\s?care|parking|interviews?|train\w{1,4}|customers?|clients?|visits?|support|services?"
    r"|cafeteria|caf[eé]|lunch\w{0,2}|flu"
    r"|health\w{0,4}|laundry|events?|meet\w{1,4}|fitness|day\s?care|clinics?|security|meals?|food"
    r"|amenities|vaccin\w{1,5}|wellness|medical"
    r"|inspection|delivery|install\w{0,6}|assess\w{1,6}|as needed|if needed|when needed|activities"
    r"|pharmacy|professional|classes|courses"
    r"|instruct\w{1,4}|doctor|teams?|staff|retreats?|offsites?|session|dining|housing|tuition|restaurant"
    r"|testing|and off|or off|visit"
    r"|mentor\w{0,5}|leaders?|management|demonstrations?|consult\w{1,6}|evaluations?|programs?|kitchen"
    r"|chef|library|garden|nurse)"
)
_ON_SITE = Phrase(
    re.compile(r"onsite\b"),
    Workplace.ON_SITE,
    misleading=re.compile(rf"onsite\s?/\s?remote\s?:|onsite[ -](?:\w{{1,10}}[ -])?{_NO_SITE}"),
    before=re.compile(
        r"(?:(?:position|role|job|this|we|work|team|positions|roles) (?:is|are|will be"
        r"|must be) (?:an? )?(?:fully |100% |currently |primarily )?"
        r"|\b(?:fully|100%|100 %|work(?:ing)?(?: fully| full[- ]time)?|must be|classes|primarily"
        r"|this is an?|based) )\Z"
        rf"|{_FORM}"
    ),
    behind=re.compile(
        rf"[\s,-]{{1,2}}(?:(?:only|presence)\b|{_ROLE}|work (?:only|is|required)|in (?!nature)(?=\w)"
        rf"|full[ -]time)"
    ),
)
_ON_SITE_APART = Phrase(
    re.compile(r"site\b"),
    Workplace.ON_SITE,
    lead=re.compile(r"\bon[\s‐‑-]\Z"),
    lead_ends=_ON,
    misleading=re.compile(rf"site[ -](?:\w{{1,10}}[ -])?{_NO_SITE}"),
    before=_ON_SITE.before,
    behind=_ON_SITE.behind,
)
_IN_PERSON = Phrase(
    re.compile(r"person\b"),
    Workplace.ON_SITE,
    lead=re.compile(r"\bin[\s‐‑-]\Z"),
    lead_ends=_IN,
    misleading=re.compile(
        rf"person[ -](?:\w{{1,10}}[ -])?(?:{_NO_SITE}|requirement|as |if |for |when |pds|conference"
        rf"|or (?:online|virtual|remote)|and (?:online|virtual)|work if|in the future)|person, (?:by|over"
        rf"|on|online|phone|virtual)"
    ),
    before=re.compile(
        r"(?:(?:position|role|job|this|we|work|team|positions|roles) (?:is|are|will be) (?:an? )?(?:fully "
        r"|100% |primarily )?"
        r"|(?:must (?:be able to )?(?:work|teach)|work(?:ing)?|fully|100%|primarily|people team) )\Z"
    ),
    behind=re.compile(
        rf"[\s,-]{{1,2}}(?:only\b|{_ROLE}|at [\w ]{{1,20}}(?:is )?required|in (?:our |the )?(?=[a-z]))"
    ),
)
_OFFICE_WORK = Phrase(
    re.compile(r"office\b"),
    Workplace.ON_SITE,
    lead=re.compile(r"\bin[\s‐‑-]\Z"),
    lead_ends=_IN,
    misleading=re.compile(
        r"office[ -](?:procedures?|setting|visits?|environment|hours|work environment|manager|equipment"
        r"|space|or remote|interviews?)"
    ),
    before=re.compile(r"\b(?:fully|100%|work(?:ing)?|role is|position is|are) \Z"),
    behind=re.compile(rf"[ -](?:only|based|first)\b|[ -]{_ROLE}"),
)
_CAMPUS = Phrase(
    re.compile(r"campus\b"),
    Workplace.ON_SITE,
    lead=re.compile(r"\bon[\s‐‑-]\Z"),
    lead_ends=_ON,
    before=re.compile(r"\bis an? \Z"),
    behind=re.compile(r"\s(?:positions?|roles?|jobs?)\b"),
    is_prose=True,
)
_CENTRE = Phrase(
    re.compile(r"cent(?:er|re)s?\b"),
    Workplace.ON_SITE,
    lead_ends=(" ",),
    lead=re.compile(r"(?:working|work) from one of our (?:\w{1,12} ){0,3}\Z"),
    before=re.compile(r"\Z"),
)
_TELEWORK = Phrase(
    re.compile(r"telework\b|telecommute\b"),
    Workplace.REMOTE,
    misleading=re.compile(
        r"telework (?:options|agreement|policy|polic|schedule|eligib)(?!\?)(?! ?:)"
        r"|telework options\?(?!.{0,70}- no\b)"
    ),
    before=re.compile(r"(?:100%|fully|full[- ]time) \Z"),
    answer=re.compile(r"(?: options| eligible)?\s?[?:](?:.{0,70}-)? no\b"),
    is_prose=True,
)
_OTHER_REMOTE = Phrase(
    re.compile(r"(?:homeoffice|télétravail|teletrabajo|remoto|distanciel|fernarbeit)\b"),
    Workplace.REMOTE,
    misleading=re.compile(
        r"(?:homeoffice|télétravail|teletrabajo)[ -](?:möglich|nach|partiel|possible|parcial|optional"
        r"|occasionnel|anteil)"
    ),
    before=re.compile(
        r"(?:100 ?%|full|reines?|komplett(?:es)?|vollständig(?:es)?|totalmente|completamente|en|volledig) \Z"
    ),
    behind=re.compile(r"\s(?:complet|total|completo|intégral)\b"),
)
_OTHER_HYBRID = Phrase(
    re.compile(r"(?:homeoffice|télétravail|teletrabajo|thuiswerken)\b"),
    Workplace.HYBRID,
    behind=re.compile(r"[ -](?:möglich|nach|partiel|possible|parcial|optional|occasionnel|anteil|mogelijk)"),
    is_weak=True,
)
_OTHER_ON_SITE = Phrase(
    re.compile(r"(?:presencial|présentiel)\b"),
    Workplace.ON_SITE,
    before=re.compile(r"(?:100 ?%|en|is|es) \Z"),
)

PHRASES: Mapping[str, tuple[Phrase, ...]] = {
    word: phrases
    for words, phrases in {
        "remote remotely": (_REMOTE, _ONLY_REMOTE_WEAK),
        "wfh": (_REMOTE,),
        "hybrid hybride híbrido": (_HYBRID,),
        "home": (_HOME_WORK,),
        "homeoffice télétravail teletrabajo thuiswerken": (_OTHER_REMOTE, _OTHER_HYBRID),
        "remoto distanciel fernarbeit": (_OTHER_REMOTE,),
        "anywhere": (_ANYWHERE,),
        "virtual virtually": (_VIRTUAL,),
        "onsite": (_ON_SITE,),
        "site": (_ON_SITE_APART,),
        "office": (_OFFICE_WORK,),
        "person": (_IN_PERSON,),
        "presencial présentiel": (_OTHER_ON_SITE,),
        "campus": (_CAMPUS,),
        "centers center": (_CENTRE,),
        "telework telecommute": (_TELEWORK,),
    }.items()
    for word in words.split()
}
"""What may be said at each telling word."""
WORDS = frozenset(PHRASES)
