"""What the words beside an amount make of it: a salary, another kind of pay, or no pay at all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from unrut.core.explore.openings.kinds import PayKind

# None: the amount is money, but nobody's pay.
_KINDS: Mapping[PayKind | None, str] = {
    PayKind.BASE: "salary salaries pay paid pays paying wage wages compensation compensated comp rate rates remuneration "
    "earn earns earning earnings income base basic payrate paycheck renumeration emoluments "
    "gehalt grundgehalt monatsgehalt jahresgehalt jahresbruttogehalt bruttojahresgehalt bruttomonatsgehalt mindestgehalt "
    "einstiegsgehalt jahresbrutto lohn stundenlohn stundensatz tagessatz vergütung verdienst entgelt grundlohn monatslohn "
    "bezahlung gehaltsspanne gehaltsrahmen mindestentgelt jahreslohn "
    "salaire rémunération salariale tjm fixe salario sueldo salarial retribución remuneración salarios retribuzione "
    "stipendio ral compenso paga salaris loon uurloon brutoloon maandsalaris uurtarief brutomaandsalaris jaarsalaris "
    "remuneração salário ordenado wynagrodzenie wynagrodzenia płaca stawka pensja widełki lön månadslön timlön årslön løn "
    "lønn timeløn timelønn månedsløn månedslønn årslønn palkka plat mzda bér fizetés зарплата ctc lpa wynagrodzeniem",
    PayKind.TOTAL: "ote jahreszielgehalt zielgehalt",
    PayKind.BONUS: "bonus bonuses boni prämie prime primes incentive incentives premie premia bono gratificação "
    "weihnachtsgeld urlaubsgeld spiff profit",
    PayKind.EQUITY: "equity rsu rsus stock stocks shares options esop vsop",
    PayKind.COMMISSION: "commission commissions provision provisionen comisiones comissão",
    PayKind.STIPEND: "stipend stipends bursary",
    PayKind.ALLOWANCE: "allowance allowances relocation differential differentials diem zulage zulagen zuschuss prestation "
    "perquisite loading housing commuter transport transportation travel meal meals lunch supplement supplements premium "
    "premiums vacation",
    None: "raised raise raising funding funds fund funded revenue revenues arr mrr valuation valued seed invest invested "
    "investment investments investors budget budgets budgeting tuition reimbursement reimbursements reimburse reimbursed "
    "referral referrals refer refers referred discount discounts match matching matched contribution contributions contribute "
    "contributes hsa fsa insurance coverage copay deductible gift gifts gym wellness wellbeing fitness internet phone "
    "cell training education educational learning conference conferences book books donation donations donate donated grant "
    "grants loan loans debt cost costs costing fee fees price prices priced pricing subscription subscriptions spend "
    "spending portfolio assets aum quota quotas deal deals savings save saves saved saving worth volume transactions "
    "transaction endowment prize prizes fine fines penalty penalties scholarship scholarships ticket tickets equipment "
    "laptop hardware retirement pension gmv turnover umsatz chiffre acv tcv ebitda capital payments donors sales market industry "
    "weiterbildung fortbildung sign-up perks childcare adoption fertility backup tax taxes buys purchase purchases "
    "purchasing purchased medicare medicaid award awards awarded sold sells selling customers contracts projects budgetary "
    "raises retainer damages forgiveness repayment expenses expense coaching accounts",
}
_CUES = {word: kind for kind, words in _KINDS.items() for word in words.split()}
# Before an amount these are words of a title or a trade, and say nothing of it.
_BEHIND_ONLY = frozenset(
    "accounts projects customers contracts market industry capital training education educational learning sales "
    "payments investment investments stock prime profit options transport transportation tax taxes fund funds "
    "travel purchasing hardware loan loans insurance coaching portfolio pricing cell worth fee fees".split()
)
# Words of so many uses that they must stand close to the amount.
_LOOSE = frozenset("paid pays paying rate rates income basic comp fixe paga loon bono".split())
_RANGES = frozenset("range ranges ranging bandbreite spanne fourchette rango".split())
_PAYING = frozenset({PayKind.BASE, PayKind.TOTAL})
_EACH = frozenset("per each every pro par por".split())
# What these pay is no pay of a job.
_BUYERS = frozenset(
    "startups companies clients customers businesses users they merchants brands families".split()
)
_EXTRA = frozenset("extra additional".split())
_SIGNING = frozenset("sign sign-on signing joining welcome".split())
_REFERRING = frozenset("referral referrals refer referred".split())
_VERBS = frozenset("paid pays paying pay earn earns save saves invest refer donate sells buys".split())
_TOTALLED = frozenset("compensation comp cash pay earnings remuneration income earning".split())
_HEADS = frozenset(
    "employee student child customer user person hire seat team head patient year-round".split()
)
_JOINERS = frozenset("and plus with including also or as well und et y sowie mit".split())
_STOPS = frozenset(
    "addition plus and with based depending or while including dependent und mit et y bei zzgl".split()
)
_LINKS = frozenset(
    "in for of to towards toward per as worth on für an the a your our each every this".split()
)
_CLOSE, _LOOSE_REACH, _MOST_BEHIND, _BESIDE = 6, 6, 8, 3

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BREAK = re.compile(
    r"[\n|•;·]|[.!?](?=\s)(?<!approx\.)(?<!min\.)(?<!max\.)(?<!ca\.)(?<!mind\.)(?<!incl\.)(?<!p\.a\.)"
)
_STOP = re.compile(r"[\n|•;·+,.!?(:&]|\s[-–—]\s")
_NOT_REACH, _NOT_REACH_JOINED, _PER_REACH = 8, 4, 2
_BEFORE_REACH, _BEHIND_REACH, _HEADING_REACH = 120, 64, 170


class Nearness(IntEnum):
    """How near the telling word stands."""

    NONE = 0
    HEADING = 1
    FAR = 2
    CLOSE = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the words say of an amount; `kind` is None where it is nobody's pay or where they are silent."""

    kind: PayKind | None
    nearness: Nearness
    start: int  # where the telling word before the amount begins; else where the amount does
    end: int  # where the telling word behind it ends; else where the amount does
    before: tuple[str, ...]  # the words of the clause before the amount
    heading: tuple[str, ...] = ()  # the words before that clause, where they tell it

    @property
    def is_refused(self) -> bool:
        return self.kind is None and self.nearness is not Nearness.NONE


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: PayKind | None
    start: int
    distance: int  # in words
    is_joined: bool  # "and" or the like stands between


def verdict(lowered: str, start: int, end: int) -> Verdict:
    """What the words beside the amount from `start` to `end` make of it; those behind it, then those before it."""
    clause = _clause_start(lowered, start)
    before = list(_WORD.finditer(lowered, clause, start))
    words = tuple(found[0] for found in before)
    cue, behind = _nearest(before, words, start), _behind(lowered, end)
    if behind is not None:
        kind, behind_end = behind
        first = cue.start if cue is not None and cue.kind is kind else start
        return Verdict(kind, Nearness.CLOSE, first, behind_end, words)
    if not _EXTRA.isdisjoint(words[-2:]):
        return Verdict(PayKind.BONUS, Nearness.CLOSE, start, end, words)
    if cue is not None:
        nearness = Nearness.FAR if cue.is_joined or cue.distance > _CLOSE else Nearness.CLOSE
        return Verdict(cue.kind, nearness, cue.start, end, words)
    return _headed(lowered, clause, Verdict(None, Nearness.NONE, start, end, words))


def _headed(lowered: str, clause: int, silent: Verdict) -> Verdict:
    """What the lines before say; they can only speak for a salary, never against one."""
    found = list(_WORD.finditer(lowered, max(0, silent.start - _HEADING_REACH), clause))
    heading = tuple(match[0] for match in found)
    cue = _nearest(found, heading, silent.start)
    if cue is None or cue.kind not in _PAYING:
        return silent
    return replace(silent, kind=cue.kind, nearness=Nearness.HEADING, heading=heading)


def _clause_start(lowered: str, start: int) -> int:
    first = max(0, start - _BEFORE_REACH)
    last = first
    for found in _BREAK.finditer(lowered, first, start):
        last = found.end()
    return last


def _nearest(found: Sequence[re.Match[str]], words: Sequence[str], start: int) -> _Cue | None:
    """The telling word nearest before the amount; a mere "range" only where there is no other."""
    is_joined, fallback = False, None
    for place in range(len(words) - 1, -1, -1):
        word, distance = words[place], len(words) - 1 - place
        is_joined = is_joined or word in _JOINERS
        if word in _RANGES and fallback is None:
            fallback = _Cue(PayKind.BASE, found[place].start(), distance, is_joined)
        elif (said := _said(word)) and not (word in _LOOSE and distance > _LOOSE_REACH):
            kind = _narrowed(said[0], words, place)
            if kind is None and distance > (_NOT_REACH_JOINED if is_joined else _NOT_REACH):
                continue  # so far away it is said of something else
            # "($300k + equity), $350k": what a closed bracket says is said of what stands in it.
            if kind in _PAYING or ")" not in found[place].string[found[place].end() : start]:
                return _Cue(kind, found[place].start(), distance, is_joined)
    return fallback


def _said(word: str) -> tuple[PayKind | None] | None:
    """The kind a word before an amount tells of, in a tuple; None where it tells nothing."""
    if word in _CUES:
        return None if word in _BEHIND_ONLY else (_CUES[word],)
    if "-" in word and any(_CUES.get(part) is PayKind.BASE for part in word.split("-")):
        return (PayKind.BASE,)
    return None


def _narrowed(kind: PayKind | None, words: Sequence[str], place: int) -> PayKind | None:
    """The kind with the words before it: a "sign-on" bonus, "total" compensation, a "referral" bonus."""
    beside = words[max(0, place - _BESIDE) : place]
    if words[place] in _VERBS and not _BUYERS.isdisjoint(beside[-1:]):
        return None
    if kind is PayKind.BONUS:
        if _REFERRING.intersection(beside):
            return None
        return PayKind.SIGN_ON if _SIGNING.intersection(beside) else kind
    if kind is PayKind.BASE and words[place] in _TOTALLED:
        is_target = words[place].startswith("earning") and any("target" in word for word in beside)
        return PayKind.TOTAL if is_target or "total" in beside else kind
    return kind


def _behind(lowered: str, end: int) -> tuple[PayKind | None, int] | None:
    """The kind told by the words right behind an amount, and where they end."""
    stop = _STOP.search(lowered, end, end + _BEHIND_REACH)
    found = list(_WORD.finditer(lowered, end, stop.start() if stop else end + _BEHIND_REACH))[:_MOST_BEHIND]
    words = tuple(match[0] for match in found)
    last: tuple[PayKind | None, int] | None = None
    for place, word in enumerate(words):
        if word in _STOPS or (last is not None and word in _LINKS):
            break
        if word in _REFERRING or (word in _HEADS and "per" in words[max(0, place - _PER_REACH) : place]):
            return None, found[place].end()
        if (place and words[place - 1] in _EACH) or lowered[found[place].start() - 1] == "/":
            continue  # "per credit" is what it is paid for
        if word in _CUES and not (last is not None and (_CUES[word] is None or word in _VERBS)):
            last = _narrowed(_CUES[word], words, place), found[place].end()
    return last
