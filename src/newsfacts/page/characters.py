"""Characters that are not what was written: mojibake, entities of HTML, soft hyphens.

Text in UTF-8 that was read as Windows-1252 shows two or three characters for one ("â€™" for "’", "Ã©" for "é", "Â£"
for "£"); each such run says itself what it was. Not here: how a file is decoded, which is `sources`'.
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
    | (?P<cut> â€(?=[\s.,;:!?)]|$) )          # the third byte of a closing quotation mark has no character
    | (?P<entity> &(?:\#\d{{2,6}}|\#x[0-9a-fA-F]{{2,5}}|[a-zA-Z]{{2,8}}); )
    | (?P<soft> \xad+ (?:[ \t]*\r?\n[ \t]*)? )
    """,
    re.VERBOSE,
)
_FIRSTS = "ÂÃâ&\xadÄÅÎÐÑï"
"""Characters of which one stands in nearly every such text; a cheap test, since most texts have none."""
_BYTES = {**{chr(code): code for code in range(0x80, 0x100)}, **{c: c.encode("cp1252")[0] for c in _HIGH}}
_ROUNDS = 2
"""How often a text may have been read wrongly in turn: "Ã¢â‚¬â„¢" was read so twice."""


def character_edits(text: str) -> Iterator[Edit]:
    """Yield what is to be read instead, in text order."""
    if not any(first in text for first in _FIRSTS):
        return
    for match in _ODD.finditer(text):
        if match["run"]:
            read = _as_meant(match["run"])
            if read is not None:
                yield Edit(match.start(), match.end(), read)
        elif match["cut"]:
            yield Edit(match.start(), match.end(), "”")
        elif match["entity"]:
            character = html.unescape(match["entity"])
            if character != match["entity"]:
                yield Edit(match.start(), match.end(), character)
        else:
            yield Edit(match.start(), match.end(), "")


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
