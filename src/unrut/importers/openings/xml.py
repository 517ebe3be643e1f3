"""The one door through which XML of job boards is read."""

import re
from xml.etree.ElementTree import Element, ParseError, XMLParser

from unrut.importers.contract import UnreadableFileError
from unrut.importers.text_tools import decoded, one_line

DOCTYPE = "<!DOCTYPE"
CDATA, CDATA_END = "<![CDATA[", "]]>"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML cannot hold them
# An ampersand that begins none of the five entities and no number: a feed forgot to escape it, or meant HTML's.
LOOSE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")


def is_xml(content: bytes, root: bytes = b"") -> bool:
    """Whether the file begins like XML and, among its first words, has the tag of this root; cheap."""
    start = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b"<" + root in start


def xml_root(content: bytes) -> Element:
    """The root of an XML file; loose ampersands and HTML's entities are forgiven.

    Raises UnreadableFileError where it is broken, or declares a document type: with one, entities could be declared
    that unfold to any size or name other files, and no job board needs it.
    """
    text = FORBIDDEN.sub("", decoded(content)).strip()
    if _after_prolog(text).upper() == DOCTYPE:
        raise UnreadableFileError(
            "The file declares a document type, which no job board's feed needs and which can do harm. "
            "Remove the line that begins with <!DOCTYPE and give us the file again."
        )
    try:
        return _root(text)
    except ParseError:
        pass
    try:
        return _root(_with_escaped_ampersands(text))
    except ParseError as error:
        line, column = error.position
        raise UnreadableFileError(
            f"The file cannot be read past line {line}, column {column + 1}: a tag there is missing or too much. "
            "Save it again from its source and give us the new copy."
        ) from error


def _after_prolog(text: str) -> str:
    """What follows the declaration and the comments: the document type, where there is one, or the root."""
    at = 0
    for _ in range(text.count("<?") + text.count("<!--")):
        end = _end_of_note(text, at)
        if end < 0:
            break
        at = end
    return text[at : at + len(DOCTYPE)]


def _end_of_note(text: str, at: int) -> int:
    """Where the words after a comment or an instruction that stands here begin; -1 where none stands here."""
    for start, end in (("<?", "?>"), ("<!--", "-->")):
        if text.startswith(start, at):
            found = text.find(end, at + len(start))
            return _first_seen(text, found + len(end)) if found >= 0 else -1
    return -1


def _first_seen(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _root(text: str) -> Element:
    parser = XMLParser()  # noqa: S314 - without a document type there are no entities to unfold
    parser.feed(text)
    root: Element = parser.close()
    return root


def _with_escaped_ampersands(text: str) -> str:
    """The text with loose ampersands escaped, save in the sections that are taken as they are."""
    first, *others = text.split(CDATA)
    pieces = [LOOSE_AMPERSAND.sub("&amp;", first)]
    for other in others:
        raw, end, rest = other.partition(CDATA_END)
        pieces += [CDATA, raw, end, LOOSE_AMPERSAND.sub("&amp;", rest)]
    return "".join(pieces)


def markup_in(element: Element, path: str) -> str:
    """What is written under a path, plain or HTML, with the words of all tags inside; "" where nothing is."""
    found = element.find(path)
    return "" if found is None else "".join(found.itertext()).strip()


def words_in(element: Element, path: str) -> str:
    """What is written under a path, on one line."""
    return one_line(markup_in(element, path))


def all_words_in(element: Element, path: str) -> list[str]:
    """What is written under each element of a path, on one line each; empty ones are left out."""
    found = (one_line("".join(each.itertext())) for each in element.iterfind(path))
    return [words for words in found if words]
