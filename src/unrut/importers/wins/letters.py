"""From bytes to lines of text, when a file was put together from pieces in several alphabets."""

import re

MARKS_16 = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT = 4096
FEW = 0.02  # judgement: more signs that are no letters than this, and it is no text
UNWRITTEN = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def lettered(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text with plain line ends, and a notice for each thing that had to be read in another way."""
    encoding = _wide(content)
    if encoding:
        return _plain(content.decode(encoding, errors="replace")), ()
    try:
        return _without_nul(_plain(content.decode("utf-8-sig")), ())
    except UnicodeDecodeError:
        text, notice = _by_line(content)
    return _without_nul(text, (notice,))


def is_text(text: str) -> bool:
    """Whether it is written for people: hardly any signs that are no letters."""
    start = text[:LOOKED_AT]
    return len(UNWRITTEN.findall(start)) <= max(1, len(start) * FEW)


def _wide(content: bytes) -> str:
    """The name of the alphabet with two bytes a letter; "" where it is none, with its mark or without."""
    if content.startswith(MARKS_16):
        return "utf-16"
    start = content[:LOOKED_AT]
    half = len(start) // 2
    # Where people write with Latin letters, every second byte is empty.
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if half and start[offset::2].count(0) > half * 0.7 and not start[1 - offset :: 2].count(0):
            return name
    return ""


def _by_line(content: bytes) -> tuple[str, str]:
    lines: list[str] = []
    first = 0
    for number, line in enumerate(re.split(rb"\r\n|\r|\n", content.removeprefix(b"\xef\xbb\xbf")), start=1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_older(line))
            first = first or number
    notice = (
        f"From line {first} on, the file is written in another alphabet (Windows) than UTF-8. "
        "Its letters were read that way; look whether they are right."
    )
    return "\n".join(lines), notice


def _older(line: bytes) -> str:
    """A line in the Windows alphabet; the five bytes it has no letter for are read as Latin-1 reads them."""
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _without_nul(text: str, notices: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if "\x00" not in text or not is_text(text):
        return text, notices
    line = text.count("\n", 0, text.index("\x00")) + 1
    told = f"Line {line} holds an empty sign (NUL) that stands for no letter. Such signs were left out."
    return text.replace("\x00", ""), (*notices, told)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
