"""The lines of a vCard put together again, and what each says."""

import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

QUOTED = "QUOTED-PRINTABLE"
# A card may name any alphabet; these are the ones cards are written in.
ALPHABETS = frozenset(
    {
        "utf-8",
        "ascii",
        "iso8859-1",
        "iso8859-2",
        "iso8859-15",
        "cp1250",
        "cp1251",
        "cp1252",
        "koi8-r",
        "shift_jis",
        "gb2312",
    }
)
LONGEST_NAME = 60
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
LONGEST_HEAD = 1000
# What stands before the value, up to the first colon that is not within quotation marks. Nothing is tried twice.
_HEAD = re.compile(r'((?:[^":]|"[^"]*+")*+):')
_SOFT_END = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One property of a card: its name in capitals, what is said about it, and its value with its escapes."""

    number: int
    name: str
    said: tuple[str, ...]
    value: str

    @property
    def is_preferred(self) -> bool:
        """Whether it is the one of several that should be used."""
        return "PREF" in self.said or "PREF=1" in self.said or "TYPE=PREF" in self.said


def lines_of(text: str) -> Iterator[Line]:
    """The properties of a file, those written over several lines put together."""
    for number, line in _unfolded(text):
        if ":" not in line:
            continue
        head, value = _parted(line)
        name, *said = head[:LONGEST_HEAD].upper().split(";")
        name = name.strip().rsplit(".", 1)[-1]
        if name and len(name) <= LONGEST_NAME:
            words = tuple(word.strip() for piece in said for word in _words(piece))
            yield Line(number, name, words, _decoded(value, words))


def unescaped(value: str) -> str:
    """The text that a value with escapes stands for."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def parts_of(value: str, mark: str) -> list[str]:
    """The pieces of a value between marks that are not escaped."""
    parts: list[str] = []
    piece: list[str] = []
    is_escaped = False
    for letter in value:
        if letter == mark and not is_escaped:
            parts.append("".join(piece))
            piece = []
        else:
            piece.append(letter)
        is_escaped = letter == "\\" and not is_escaped
    return [unescaped(part).strip() for part in (*parts, "".join(piece))]


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    pieces: list[str] = []
    first, is_soft = 1, False
    for number, line in enumerate(text.split("\n"), start=1):
        if is_soft:
            pieces.append(line.lstrip())
        elif line[:1] in {" ", "\t"} and pieces:
            pieces.append(line[1:])
        else:
            yield first, "".join(pieces)
            pieces, first = [line], number
        is_soft = line.endswith("=") and _SOFT_END.search(pieces[0], 0, LONGEST_HEAD) is not None
        if is_soft:
            pieces[-1] = pieces[-1][:-1]
    yield first, "".join(pieces)


def _parted(line: str) -> tuple[str, str]:
    """What is said of a value, and the value."""
    found = _HEAD.match(line)
    if found:
        return found[1], line[found.end() :]
    head, _, value = line.partition(":")
    return head, value


def _words(said: str) -> list[str]:
    """TYPE=work,pref is two words."""
    name, equals, values = said.replace('"', "").partition("=")
    if not equals:
        return [name]
    return [f"{name.strip()}={value.strip()}" for value in values.split(",")]


def _decoded(value: str, said: tuple[str, ...]) -> str:
    if f"ENCODING={QUOTED}" not in said and QUOTED not in said:
        return value
    content = binascii.a2b_qp(value.encode("utf-8", errors="replace"))
    named = next((word.partition("=")[2] for word in said if word.startswith("CHARSET=")), "utf-8")
    for alphabet in (_known(named), "utf-8"):
        try:
            return content.decode(alphabet)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _known(alphabet: str) -> str:
    try:
        name = codecs.lookup(alphabet).name
    except (LookupError, ValueError):
        return "utf-8"
    return name if name in ALPHABETS else "utf-8"
