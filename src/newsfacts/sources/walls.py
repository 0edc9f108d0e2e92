"""Tell a page that stands in an article's place: a wall against robots, a shell that a script would fill, an error.

Such a page is known by its words and its shape together: it says little, and a good part of that are sentences that
only such pages say, to whoever reads them ("Enable JavaScript and cookies to continue"). A story about them is longer,
tells of them in sentences of its own, and what it quotes does not count. Not here: how the text is found on the page.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from newsfacts.lexicons import alternation, fold, read

__all__ = ["in_its_place"]

_LITTLE = 200
"""Words; the longest pages of the kind (Cloudflare's "you have been blocked") have about 120."""
_SHARE = 1 / 3
"""Of the words stand in sentences of the kind: of the pages named in the lexicon at least half do, without those of its
own that a site adds; two sentences of a story with five are less."""
_FEW = 40
_LINE_OF_A_STORY = 4
"""Words that the longest line of the shortest report has ("Police held 5 men."); names of a menu are shorter."""

_SENTENCE = re.compile(r"[^\n.!?…]+[.!?…]*")
_QUOTED = re.compile('“[^“”\n]*”|‘[^‘’\n]{12,}’|"[^"\n]*"')
_LEAD = r"[\W_]*(?:(?:please|sorry|but first|to continue)\b[\W_]*)*"
_PLACES = {
    "alone": (f"^{_LEAD}", r"(?=\W*$|\s+[|·–—-]\s)"),
    "begins": (f"^{_LEAD}", r"(?!\w)"),
    "holds": (r"(?<!\w)", r"(?!\w)"),
}
"""Where in a sentence words stand, to what must be before them and behind."""
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Letters of languages without spaces (Thai, Lao, Burmese, Khmer, Japanese, Chinese); two of them count as a word."""
_WORD = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\W{_UNSPACED}]+")

_KINDS = {
    "robot": "a wall against robots",
    "script": "a page that needs JavaScript to show its text",
    "error": "a server's message in place of the page",
    "loading": "a page that is still loading",
}


def in_its_place(title: str | None, text: str) -> str | None:
    """Say what a page is that holds no article, with the words that betray it; None where it may hold one.

    Example:
        >>> in_its_place("Just a moment...", "Enable JavaScript and cookies to continue")
        "a wall against robots ('Just a moment')"
        >>> in_its_place(None, "Police held 5 men.")
    """
    sentences = _sentences(title, text)
    total = sum(map(_length, sentences))
    if total > _LITTLE:
        return None
    betraying = [(sentence, found) for sentence in sentences if (found := _betrays(sentence))]
    if betraying and sum(_length(sentence) for sentence, _ in betraying) >= _SHARE * total:
        words, kind = betraying[0][1]
        return f"{_KINDS[kind]} ({words!r})"
    longest = max(map(_length, text.splitlines()), default=0)
    if total < _FEW and longest < _LINE_OF_A_STORY:
        return "an empty shell (no line of it has more than a few words)"
    return None


def _sentences(title: str | None, text: str) -> list[str]:
    lines = text.splitlines()
    if title and title.strip() not in (line.strip() for line in lines):
        lines.insert(0, title)
    told = _unquoted("\n".join(lines))
    return [sentence for match in _SENTENCE.finditer(told) if _WORD.search(sentence := match[0].strip())]


def _unquoted(text: str) -> str:
    """Leave out what is quoted; apostrophes become straight, as the lexicon writes them."""
    return _QUOTED.sub(" ", text).replace("’", "'")


def _length(text: str) -> int:
    return len(_WORD.findall(text))


def _betrays(sentence: str) -> tuple[str, str] | None:
    """Give the words that betray a sentence, and the kind of page that says them."""
    for pattern, kinds in _patterns():
        match = pattern.search(sentence)
        if match:
            return match["words"], kinds[" ".join(fold(match["words"]).split())]
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[re.Pattern[str], Mapping[str, str]]]:
    words = read("wall_words")
    for place, (before, behind) in _PLACES.items():
        kinds = words.mapping("kind", place=place)
        yield re.compile(rf"(?i){before}(?P<words>{alternation(kinds)}){behind}"), kinds
