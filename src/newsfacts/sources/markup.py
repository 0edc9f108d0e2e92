"""Bits of HTML to plain text, for feeds and mails: no search for a main text, every block a line of its own."""

import re
from html.parser import HTMLParser

__all__ = ["plain_text"]

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
"""Elements that begin and end a line; from the HTML standard."""
_HIDDEN = frozenset({"head", "script", "style", "template", "noscript", "title"})
"""Elements whose content nobody sees."""
_SPACE = re.compile(r"[ \t\r\n\f]+")


def plain_text(markup: str) -> str:
    r"""Give the text of a bit of HTML.

    Example:
        >>> plain_text("<p>Police held 5&nbsp;men.</p><p>Two <b>were</b>\nfreed.</p><script>x</script>")
        'Police held 5\xa0men.\nTwo were freed.'
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (_SPACE.sub(" ", line).strip(" ") for line in "".join(reader.pieces).split("\0"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Gather what is seen, with a NUL where a line ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data.replace("\0", ""))
