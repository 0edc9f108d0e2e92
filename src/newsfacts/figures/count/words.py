"""The words by which the nouns of bare numbers are told, from their lexicons."""

import re
from pathlib import Path

from newsfacts import lexicons
from newsfacts.figures.count.bare import ElidedWords
from newsfacts.record import Direction

__all__ = ["words"]


def _share(fractions: lexicons.Lexicon, numbers: lexicons.Lexicon) -> re.Pattern[str]:
    """Make the pattern of a share: "a third of", "three in ten", "46 per cent of"."""
    part, number = lexicons.alternation(fractions.words()), lexicons.alternation(numbers.words())
    return re.compile(
        rf"\b(?:(?:{number}|an?|\d+)[\s-]+)?(?:{part})\s+of\b|\b(?:{number}|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?"
        rf"(?:{number}|\d+)\b|(?:\d|\b(?:{number}))\s*(?:%|per\s?cent)\s+of\b",
        re.IGNORECASE,
    )


def words(extra: tuple[Path, ...] = ()) -> ElidedWords:
    """Read the words from the lexicons `person_nouns`, `person_verbs`, `change_words` and `elided_nouns`."""
    changes = lexicons.read("change_words", extra)
    way = [row for row in changes.rows if row["direction"] in ("increase", "decrease")]
    nouns = lexicons.read("elided_nouns", extra)
    return ElidedWords(
        people=lexicons.read("person_nouns", extra).words(),
        person_verbs=lexicons.read("person_verbs", extra).words(),
        changing=frozenset(row["word"] for row in way if row["class"] == "verb") | changes.words(**{"class": "going"}),
        change_nouns=frozenset(row["word"] for row in way if row["class"] == "noun"),
        directions={
            row["word"]: Direction(row["direction"]) for row in reversed(way) if row["class"] in ("verb", "noun")
        },
        inner=nouns.mapping("noun", **{"class": "inner"}) | nouns.mapping("noun", **{"class": "kin"}),
        groups=nouns.mapping("noun", **{"class": "group"}),
        kin=nouns.words(**{"class": "kin"}),
        totals=nouns.words(**{"class": "total"}),
        masses=nouns.words(**{"class": "mass"}),
        acts=nouns.words(**{"class": "act"}),
        share=_share(lexicons.read("fractions", extra), lexicons.read("number_words", extra)),
        events=lexicons.read("event_nouns", extra).words() | lexicons.read("action_nouns", extra).words(),
    )
