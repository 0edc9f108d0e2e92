"""Which words of a stretch of text stand in which lexicon."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.assemble.kinds import KINDS

__all__ = ["Word", "WordBook", "word_book"]

_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,]*|[^\w\s]")
_LONGEST = 5
"""Tokens of the longest entries that are looked for."""
_EXACT = frozenset({"currencies", "units"})
"""Lexicons in which case matters for forms of up to three letters: K is no k."""

OF_ROLES = ("ranks", "titles", "title_modifiers", "organisation_words")
"""Lexicons whose words in a role take part in it; those of facts are named by their kinds and rules."""
BY_VALUE: Mapping[str, Sequence[str]] = {
    "predicate": ("event_types", "action_nouns", "money_roles", "person_verbs", "light_verbs", "change_words"),
    "time": ("time_words",),
    "status": ("status_cues",),
    "attribution": ("attribution_verbs", "reporting_verbs"),
}
"""For each value of the context, the lexicons whose words decide on it."""


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one word of the text that stands in a lexicon."""

    lexicon: str
    """Name of the lexicon."""
    text: str
    """The word as the text has it."""
    start: int
    """Index of its first character."""
    row: Mapping[str, str]
    """The row of the lexicon."""


@dataclass(frozen=True, slots=True)
class WordBook:
    """Look words up in lexicons; make one with `word_book`."""

    entries: Mapping[str, Mapping[str, Sequence[Mapping[str, str]]]]
    """By lexicon, by entry in lower case: the rows."""

    def find(self, text: str, start: int, end: int, names: Iterable[str]) -> Iterator[Word]:
        """Yield the words between two characters of a text that stand in one of the lexicons named, in text order.

        A word inside a longer entry of the same lexicon is passed over: "more than" hides "more".
        """
        tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
        free = dict.fromkeys(names, 0)
        for place, (begin, _) in enumerate(tokens):
            for name in free:
                if place < free[name]:
                    continue
                for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
                    written = text[begin : tokens[place + length - 1][1]]
                    rows = self._rows(name, written)
                    if rows:
                        yield from (Word(name, written, begin, row) for row in rows)
                        free[name] = place + length
                        break

    def rows(self, name: str, entry: str) -> Sequence[Mapping[str, str]]:
        """List the rows of a lexicon for an entry in lower case."""
        return self.entries.get(name, {}).get(entry, ())

    def _rows(self, name: str, written: str) -> Sequence[Mapping[str, str]]:
        entries = self.entries.get(name, {})
        folded = " ".join(written.lower().split())
        rows = next((entries[form] for form in (folded, *_singulars(folded)) if form in entries), ())
        if name in _EXACT and len(written) <= 3:
            return [row for row in rows if next(iter(row.values())) == written]
        return rows


def word_book(extra: tuple[Path, ...] = ()) -> WordBook:
    """Read the lexicons that take part in facts; `extra` is the folder that may add to them."""
    by_rule = [(*kind.words, *(name for rule in kind.rules for name in rule.words)) for kind in KINDS]
    wanted = sorted({name for group in (*by_rule, OF_ROLES, *BY_VALUE.values()) for name in group})
    entries: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    for name in wanted:
        lexicon = lexicons.read(name, extra)
        index = entries.setdefault(name, {})
        for row in lexicon.rows:
            index.setdefault(row[lexicon.columns[0]].lower(), []).append(row)
    return WordBook(entries)


def _singulars(word: str) -> Iterator[str]:
    for ending, base in (("men", "man"), ("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word[: -len(ending)] + base
