"""Characters that are not what was written: mojibake, entities of HTML, soft hyphens.

Text in UTF-8 that was read as Windows-1252 shows two or three characters for one ("â€™" for "’", "Ã©" for "é", "Â£"
for "£"); each such run says itself what it was. A character that was lost and stands as "\ufffd" is a mark where it
stands as one: before a word, behind its end, in "police\ufffds". Not here: how a file is decoded, which is `sources`'.
"""

import html
import re
from collections.abc import Iterator

from newsfacts.page.edits import Edit

__all__ = ["character_edits"]

_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What Windows-1252 has where Latin-1 has control characters."""
_BYTE = rf"[\x80-\xbf{_HIGH}]"
_ODD = re.compile(
    rf"""
      (?P<run> (?: [ÂÃÄÅÆÎÏÐÑ×ØÙ]{_BYTE} | [\xe0-\xef]{_BYTE}{{2}} | [\xf0-\xf4]{_BYTE}{{3}} )+ )
    | (?P<cut> â€(?:\ufffd|(?=[\s.,;:!?)]|$)) )  # the third byte of a closing quotation mark has no character
    | (?P<blank> Â+(?=[ \t]|[\r\n]|$) )         # a space that does not break, of which the space was made a plain one
    | (?P<lost> \ufffd{{1,3}} )
    | (?P<entity> &(?:\#\d{{2,6}}|\#x[0-9a-fA-F]{{2,5}}|[a-zA-Z]{{2,8}}); )
    | (?P<soft> \xad+ (?:[ \t]*\r?\n[ \t]*)? )
    """,
    re.VERBOSE,
)
_FIRSTS = "ÂÃâ&\xadÄÅÎÐÑï\ufffd"
"""Characters of which one stands in nearly every such text; a cheap test, since most texts have none."""
_BYTES = {**{chr(code): code for code in range(0x80, 0x100)}, **{c: c.encode("cp1252")[0] for c in _HIGH}}
_SHORT_FORM = re.compile(r"(?:[stmd]|ll|[rv]e)\b")
"""What stands behind an apostrophe inside a word."""
_ENDS = ".,;:!?)]"
_OPENS = "(["
_ROUNDS = 2
"""How often a text may have been read wrongly in turn: "Ã¢â‚¬â„¢" was read so twice."""


def character_edits(text: str) -> Iterator[Edit]:
    """Yield what is to be read instead, in text order."""
    if not any(first in text for first in _FIRSTS):
        return
    opened = 0
    for match in _ODD.finditer(text):
        start, end = match.span()
        if not match["lost"]:
            read = _read(match)
        else:
            if opened and text.find("\n", opened, start) >= 0:
                opened = 0  # a quotation mark is closed in its own line
            read = _lost_mark(text, start, end, opened=opened > 0)
            opened = {"“": end, "”": 0}.get(read or "", opened)
        if read is not None:
            yield Edit(start, end, read)


def _read(match: re.Match[str]) -> str | None:
    """Tell what is to be read for something that says itself what it was; None where it is nothing of the kind."""
    if match["run"]:
        return _as_meant(match["run"])
    if match["cut"]:
        return "”"
    if match["entity"]:
        character = html.unescape(match["entity"])
        return character if character != match["entity"] else None
    return ""


def _lost_mark(text: str, start: int, end: int, *, opened: bool) -> str | None:
    """Tell which mark was lost between two characters; None where it may have been a letter or the sign of a currency.

    Example:
        >>> text = "one \ufffdNeo\ufffd caf\ufffd for \ufffd214m"
        >>> _lost_mark(text, 4, 5, opened=False), _lost_mark(text, 8, 9, opened=True)
        ('“', '”')
        >>> _lost_mark(text, 13, 14, opened=False), _lost_mark(text, 19, 20, opened=False)
        (None, None)
    """
    before, behind = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if before.isspace() and behind.isspace():
        return "–"
    if (before.isspace() or before in _OPENS) and behind.isalpha():
        return "“"
    if before.isalpha() and behind.isalpha():
        return "’" if _SHORT_FORM.match(text, end) else None
    if not behind.isspace() and behind not in _ENDS:
        return None
    if opened and before.isalnum():
        return "”"
    if before == "s":
        return "’"
    return "”" if before in _ENDS else None


def _as_meant(run: str) -> str | None:
    """Decode a run of mojibake; None where it is none.

    Example:
        >>> _as_meant("â€™"), _as_meant("Ã¢â‚¬â„¢"), _as_meant("Ã£o")
        ('’', '’', None)
    """
    meant: str | None = None
    for _ in range(_ROUNDS):
        try:
            run = bytes(_BYTES[character] for character in run).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            break
        meant = run
    return meant
