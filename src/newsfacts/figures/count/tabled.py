"""Counts in tables and in lists of label and figure: the noun is the column's head, the row's label, or the lead-in's.

A head of years or one that only says "Total" leaves the noun to the labels ("Burglary 120 98"); labels that are places,
ages or months leave it to the line above the list. Where none of them names a thing, the figure is no count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.cells import cell_figure
from newsfacts.figures.count.reader import CountMatch
from newsfacts.figures.percentage.nouns import numbered_before
from newsfacts.figures.question import Tabled
from newsfacts.figures.table_heads import Head, HeadWords, head_words
from newsfacts.figures.table_shapes import Cell, Shape, Table
from newsfacts.language.lemmas import Lemma
from newsfacts.language.phrases import is_noun
from newsfacts.language.reading import Reading
from newsfacts.lexicons.function_words import any_of
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "TabledCounts", "reader"]

RULES = (
    Rule(
        "count.cell",
        "HEAD … LABEL NUMBER",
        "a cell counts what its column's head or its row's label names",
        yes=(
            "Offence | 2023 | 2024\nBurglary | [120] | 98\nRobbery | 30 | 41",
            "District\tArrests\tRaids\nAyr\t[12]\t4\nPerth\t30\t7\nOban\t9\t2",
            "Offence 2023 2024\nBurglary [120] 98\nRobbery 30 41\nMurder 3 4",
        ),
        no=(
            "District\t2023\t2024\nAyr\t12\t4\nPerth\t30\t7\nOban\t9\t2",
            "District\tShare (%)\nAyr\t12\nPerth\t30\nOban\t9",
            "District\tPhone\nAyr\t12\nPerth\t30\nOban\t9",
        ),
    ),
    Rule(
        "count.listed",
        "LABEL – NUMBER",
        "a line of a list counts what its label or the lead-in names",
        yes=(
            "The year in figures:\nBurglaries - [120]\nRobberies - 30\nMurders - 4",
            "Arrests by district:\nAyr: [12]\nPerth: 30\nOban: 9",
            "Crimes last week:\nThefts: [12]\nAssaults: 30\nFrauds: 9",
        ),
        no=(
            "The tide table:\nAyr: 12\nPerth: 30\nOban: 9",
            "Average wait:\nAyr: 7 seconds\nPerth: 9 seconds",
            "Page: 12\nChapter: 30\nRoom: 9",
        ),
    ),
)

_OVER = re.compile(r"\s*(?:\(.*\)|[*†‡:]+|,.*)\s*$")
_NUMBER_OF = re.compile(r"^(?:total\s+)?(?:number|no\.?|count|total)\s+(?:of\s+)?|^total\s+", re.IGNORECASE)
_BEHIND = re.compile(rf"\s+(?:{any_of('behind a label')})\s.*$", re.IGNORECASE)


@dataclass(frozen=True)
class TabledCounts:
    """Read the counts of tables; make one with `reader`."""

    things: frozenset[str]
    """Singular nouns for crimes, incidents, people and things that are counted without a plural ending."""
    people: frozenset[str]
    """Words for people."""
    offences: frozenset[str]
    """Words that name an offence at either end of a label, plural or not: possession, DWI."""
    verbs: dict[str, str]
    """Noun of an action to its verb: arrests to arrest."""
    undergone: frozenset[str]
    """Base forms of what people undergo."""
    heads: HeadWords
    """Words of heads by class."""

    def find(self, reading: Reading, table: Table, lemma: Lemma) -> Iterator[Tabled]:
        """Yield the counts of a table, in text order."""
        named = [cell for cell in table.cells if self._thing(cell.label)]
        labelled = len(named) * 2 > len(table.cells)
        lead = None if labelled else self._lead(reading, table)
        for cell in table.cells:
            if "%" in cell.text or not re.fullmatch(r"\d[\d,]*", cell.text):
                continue
            phrase = self._phrase(table, cell, lead, labelled=labelled)
            token_at = reading.sentence_at(cell.start)
            token = token_at.token_at(cell.start) if token_at else None
            if phrase and token is not None:
                yield self._count(cell, phrase, token.position, table.shape, lemma)

    def _phrase(self, table: Table, cell: Cell, lead: str | None, *, labelled: bool) -> str | None:
        """Give the words that name what a cell counts."""
        if table.shape == Shape.LISTED:
            return cell.label if labelled and not Head.of(cell.label, self.heads).generic else lead
        if cell.head is None or cell.head.percent or cell.head.kind is not None:
            return None
        if not cell.head.period and not cell.head.generic:
            return cell.head.text
        return cell.label if labelled else self._caption(table)

    def _caption(self, table: Table) -> str | None:
        caption = table.caption or ""
        short = len(caption.split()) <= 6 and not caption.endswith(".")
        return caption if short and self._thing(caption) else None

    def _lead(self, reading: Reading, table: Table) -> str | None:
        """Give the counted or plural noun of the line above a list of places."""
        if len({cell.label for cell in table.cells}) < 2 or table.caption is None:
            return None
        sentence = reading.sentence_at(table.caption_start)
        if sentence is None or any(self._field(cell.label) for cell in table.cells):
            return None
        noun = numbered_before(sentence, len(sentence.tokens))
        if noun is not None and not self._names(sentence.tokens[noun].text):
            return None  # "Average wait: 7 seconds"
        if noun is None and len(sentence.tokens) <= 10:
            plural = [
                t.position for t in sentence.tokens if is_noun(t) and t.lower.endswith("s") and t.tag in ("NNS", "NNPS")
            ]
            noun = plural[-1] if plural else None
        return sentence.tokens[noun].text if noun is not None else None

    def _names(self, word: str) -> bool:
        """See a noun for people or for what police count, by its singular."""
        plain = word.lower()
        return plain in self.people or plain in self.things or plain.removesuffix("s") in self.things

    def _field(self, label: str) -> bool:
        """See a label that opens with a small letter or is a field of a form: such a list is none of places."""
        return not label[:1].isupper() or bool(
            re.search(r"\b(?:ID|No|Tel|Phone|Age|Ref|Page|Part|Chapter|Day)\b", label)
        )

    def _thing(self, label: str) -> bool:
        """See a label that names things: a plural, or a crime."""
        words = _OVER.sub("", label).strip().split()
        head = _BEHIND.sub("", " ".join(words)).split()
        if not head or re.fullmatch(r"[\W\d]+", label):
            return False
        last = head[-1].lower().strip("*.,:")
        first = head[0].lower()
        if len(head) > 1 and (last.endswith("ed") or (not last.endswith("s") and head[-2].endswith("s"))):
            last = head[-2].lower()  # wanted suspects traced, drivers caught
        plural = last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3
        place = all(word[:1].isupper() for word in words) and len(words) == 1 and not plural
        if last in self.offences or first in self.offences or (first.endswith("ing") and len(words) > 1):
            return True  # dealing in liquor, drunken driving
        return plural or last in self.things or last in self.people or (not place and first in self.things)

    def _count(self, cell: Cell, phrase: str, position: int, shape: str, lemma: Lemma) -> Tabled:
        noun = _NUMBER_OF.sub("", _OVER.sub("", phrase)).strip(" *:") or phrase
        words, verb = noun.split(), None
        done = words[-1].lower()
        if len(words) > 1 and (done.endswith("ed") or lemma(done, "VBN") in self.undergone):
            verb, noun = done, " ".join(words[:-1])
        elif len(words) > 1 and words[0].lower().endswith("ed"):
            verb = words[0].lower()
        else:
            verb = self.verbs.get(words[-1].lower())
        rule = RULES[1] if shape == Shape.LISTED else RULES[0]
        figure = cell_figure(cell)
        if cell.way is not None:
            return Tabled(CountMatch(figure, noun, phrase, position, rule.id, direction=cell.way))
        return Tabled(CountMatch(figure, noun, phrase, position, rule.id), verb)


def reader(extra: tuple[Path, ...] = ()) -> TabledCounts:
    """Make a reader from the lexicons of events, people, actions and the words of tables."""
    return TabledCounts(
        lexicons.read("event_nouns", extra).words() | lexicons.read("action_nouns", extra).words(),
        lexicons.read("person_nouns", extra).words(),
        lexicons.read("table_words", extra).words(**{"class": "offence"}),
        lexicons.read("action_nouns", extra).mapping("verb"),
        lexicons.read("person_verbs", extra).words(),
        head_words(extra),
    )
