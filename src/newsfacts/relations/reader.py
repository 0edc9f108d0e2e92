"""Tie the figures of an article, once they are all found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.actions.figure_facts import FigureFact
from newsfacts.figures.count.words import words
from newsfacts.language.lemmas import Lemma
from newsfacts.language.reading import Reading
from newsfacts.record import EventType
from newsfacts.relations.changes import ChangeWords, changes
from newsfacts.relations.counted import Nouns, counts_of, nouns
from newsfacts.relations.parts import parts
from newsfacts.relations.repeats import repeats

__all__ = ["TieReader", "Ties", "reader"]


@dataclass(frozen=True, slots=True)
class Ties:
    """Hold the ties of an article, from place to place in the list of its figures."""

    part_of: Mapping[int, int]
    """From a part to its whole."""
    changes_from: Mapping[int, int]
    """From the later figure of a change to the earlier one."""
    repeats: Mapping[int, int]
    """From a later mention to the first."""


@dataclass(frozen=True, slots=True)
class TieReader:
    """Find ties; make one with `reader`."""

    known: Nouns
    """Classes of nouns."""
    words: ChangeWords
    """Words of change."""
    lemma: Lemma
    """Base forms."""

    def read(self, reading: Reading, figures: Sequence[FigureFact], events: Mapping[int, EventType]) -> Ties:
        """Find the ties of an article; `events` holds the event of each count by its place."""
        if len(figures) < 2:
            return Ties({}, {}, {})
        counts = counts_of(figures, self.known)
        layout = reading.layout
        titles = [*layout.headings, *([layout.title] if layout.title else [])]
        changed = changes(figures, counts, reading.text, self.words, self.lemma)
        again = repeats(figures, counts, events, lambda char: any(start <= char < end for start, end in titles))
        return Ties(parts(counts, reading.text), changed, again)


def reader(lemma: Lemma, extra: tuple[Path, ...] = ()) -> TieReader:
    """Make a reader from the lexicons of nouns and of words of change."""
    rows = lexicons.read("change_words", extra).rows
    names = frozenset(row["word"] for row in rows if row["class"] == "noun")
    return TieReader(nouns(extra), ChangeWords(words(extra).changing, names), lemma)
