"""Words that are a cue in a posting but not beside these others: there they speak of something else.

Each pattern is searched in the cue's own sentence, in forty letters on each side. Every one was read in real postings.
"""

import re
from collections.abc import Mapping

_ON_SITE = (
    r"(?:review|visit|amenit|gym|fitness|child|day.?care|bank|install|inspect|assess|flu\b|clinic|parking|caf|meal|lunch"
    r"|support|interview|training|onboarding|course|class|event|compute|therap|customer|client|director|owner)"
)
_REFUSED = r"|(?:is|are) not (?:guaranteed|available|offered|possible|permitted|allowed|an option)"
_NOT_FOR_YOU = (
    r"\b(?:must|maintain|willing\w*|able|ability|availability|comfortable|require\w*|need\w*)\b.{0,30}"
)

TRAPS: Mapping[str, re.Pattern[str]] = {
    cue: re.compile(beside)
    for cue, beside in {
        "24/7": r"24/7 (?:support network|access|monitor|employee|assistance)|open 24",
        "bonus": r"bonus (?:points|if|qualif|skills?)|(?:is|are|be|considered) (?:an? )?(?:added |big |huge |definite |nice )?bonus(?:es)?"
        r"(?! (?:or|and|eligib|pay|of))|(?:added|huge|definite|nice) bonus|^[\s(-]*bonus ?:(?! ?(?:\d|[$€£]|up to))",
        "climate": r"(?:educational|classroom|school|learning|work|positive|sports,) climate|climate (?:where|control|crisis)",
        "crisis": r"(?:climate|housing) crisis",
        "equity": r"diversity|inclusi|equality|belonging|justice|parity|equity (?:in (?:educ|learn|teach|access|school)"
        r"|mindset|lens|focus|minded|gap|ppccc|research)|equity.(?:based|centered|driven) (?:teach|educ|instr|pract)"
        r"|(?:health|racial|social|gender|private|internal|peer|pay|educational|academic|student|community|digital|credit|home"
        r"|brand|salary|advance|advancing|promote|promoting) equity",
        "flexible hours": _NOT_FOR_YOU + "flexible hours",
        "flexible schedule": _NOT_FOR_YOU
        + r"flexible schedule|flexible schedule,? (?:as needed|to (?:meet|accommodate) (?:the )?(?:needs|business|client|patient|student))",
        "flexible working": _NOT_FOR_YOU + "flexible working",
        "health insurance": r"(?:rebuild|demystif|sell|broker|navigat)\w* .{0,20}health insurance"
        r"|health insurance (?:industry|compan|broker|agent|market|startup)",
        "home office": r"home.office (?:set.?up|stipend|allowance|budget|equipment|furniture|reimburse)|\b(?:its|their|our|company) home office"
        r"|(?<!your )home office (?:in|is|located)",
        "hybrid": r"cloud|vehicle|course|\bclass|instruction|\bformats?\b|face.to.face|teaching|hybrids|hybrid (?:pricing|search"
        r"|retrieval|quantum|infra|app|mobile|engine|architect|telehealth|delivery|approach|electric|power|event"
        r"|deployment|data|platform|program|learning|section|modalit)" + _REFUSED,
        "in office": r"office (?:procedures|equipment|electric|lunch|meal|perk|snack|software|administration|suite)"
        r"|(?:skills?|experience|proficien\w+|knowledge|equipment|lunch|meals) in.office",
        "mentoring": r"mentoring (?:(?:and|or) \w+ing )?(?:junior|student|fellow|other|new|skill|child|youth|teacher|staff)"
        r"|(?:experience|teaching and|coaching and|while) mentoring",
        "noise": r"cancel|quiet|moderate|low noise",
        "on site": rf"on.site {_ON_SITE}|(?:through|labs|requested|delivered|marketing) on.site",
        "onsite": rf"onsites|onsite {_ON_SITE}|(?:virtual\w*|webinars?\)?|delivered|courses|paid|semi.?annual|quarterly) (?:or )?onsite",
        "open communication": r"communication with (?:parents|families|clients|customers|students)",
        "project based": r"project.based (?:learning|instruction|curricul|teaching|assess)",
        "public sector": r"public sector (?:solution|client|customer|market)",
        "remote": r"remote (?:area|region|site|sens|patient|control|communit|machine|server|desktop|device|monitor|support|access|learn"
        r"|instruct|class|student|user|diagnos|proctor|interview|session|office app|server)|machines? remote|classroom remote"
        + _REFUSED,
        "repetitive": r"motion|movement|fine hand",
        "union": r"(?:european|credit|western|student|civil) union|union square",
        "unpaid": r"paid (?:or|and|/) ?unpaid|(?:or|and) unpaid|unpaid (?:vacation|time|leave|holiday)",
        "varied": r"varied (?:socio|level|travel|background)",
        "wide range of": r"range of (?:factors|benefits|perks)",
        "you will apply": r"apply (?:online|through|via|for|on|directly|by|here)",
    }.items()
}
