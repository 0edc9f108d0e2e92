"""Tags of HTML that came along with a text: they are no text, and those of a block end a line.

Some feeds and scrapers hand over the inside of a page as it is ("<p>Two men were <a href=…>held</a>.</p>"). Names of
tags are `lexicons/html_tags.tsv`'s; what has no such name ("<ada@ayr.example>", "<Ada Roe>") is text. Not here: whole
pages of HTML, which are `sources`'.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsfacts.lexicons import Lexicon, alternation
from newsfacts.page.edits import Edit

__all__ = ["Tags", "tags"]

_FEWEST = 2
"""Closing tags of a text with HTML in it; one alone is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class Tags:
    """Hold the patterns of tags."""

    tag: re.Pattern[str]
    """A tag, a comment or what nobody sees; its group `block` holds the name where it ends a line."""

    def edits(self, text: str) -> Iterator[Edit]:
        r"""Yield the tags, each to be read as nothing or as the line break that it is, in text order.

        Example:
            >>> from newsfacts.lexicons import read
            >>> found = tags(read("html_tags")).edits("<p>Two men were <b>held</b>.</p>")
            >>> [(edit.start, edit.text) for edit in found]
            [(0, '\n'), (16, ''), (23, ''), (28, '\n')]
        """
        if text.count("</") < _FEWEST:
            return
        for match in self.tag.finditer(text):
            yield Edit(match.start(), match.end(), "\n" if match["block"] else "")


def tags(words: Lexicon) -> Tags:
    """Make the patterns from the lexicon of tags."""
    kinds = {row["kind"] for row in words.rows}
    of = {kind: alternation(words.words(kind=kind)) for kind in kinds}
    return Tags(
        re.compile(
            rf"""
              <(?:{of["hidden"]})\b [^<>]* > [^<]* </(?:{of["hidden"]})\s*>       # what nobody sees
            | </? (?: (?P<block>{of["block"]}) | {of["inline"]} | {of["hidden"]} ) (?: \s[^<>]* )? /? >
            | <!--[^<>]*-->
            """,
            re.VERBOSE | re.IGNORECASE,
        )
    )
