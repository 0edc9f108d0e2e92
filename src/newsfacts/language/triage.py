"""What a unit has to be read for, told from its characters: most of the time goes into reading what holds no fact.

A unit needs entities where a capital stands inside it, or where nothing is in capitals at all (a text in lower case).
It needs tags and a parse for these, for numbers, for speech and its speakers, and where a pronoun may go on with a
person. Only the rest, about a sixth of British releases, is merely cut into tokens.
"""

import re
from collections.abc import Callable
from pathlib import Path

from newsfacts import lexicons
from newsfacts.language.pipeline import Needs
from newsfacts.lexicons.function_words import any_of, cue_words

__all__ = ["number_trigger", "reader"]

_NAME = re.compile(r"(?<=[^\s.!?:;“\"‘'(])\s+[“\"‘'(\[]*[^\W\d_a-z]\w|[^\x00-\x7f“”‘’–—…£€¥₦₹§•·\xa0]")
_SPEECH = re.compile(r"[“”\"„«»‘]|(?:^|\s)'|'(?:\s|$|[.,])|:\s*$")
_PRONOUN = re.compile(rf"^\W*(?:{any_of('opens with somebody')})\b|\b(?:he|she)\b", re.IGNORECASE)


def number_trigger(extra: tuple[Path, ...] = ()) -> Callable[[str], bool]:
    """Make the cheap test for text that may hold a number, from the lexicons of number words and units."""
    names = ("number_words", "magnitudes", "fractions")
    words = {word for name in names for word in lexicons.read(name, extra).words() if len(word) > 1}
    multiples = lexicons.read("multiples", extra)
    words |= multiples.words(**{"class": "fold"})
    stems = [verb.removesuffix("e") for verb in multiples.words(**{"class": "verb"})]
    words |= {stem + ending for stem in stems for ending in ("ed", "es", "ing")}
    units = lexicons.read("units", extra)
    words |= {form for form in units.words(kind="word", guard="") if not form.endswith("s") and form.isalpha()}
    known = {lexicons.fold(word) for word in words} | cue_words("number sign")
    initials = "".join(sorted({word[0] for word in known}))
    search = re.compile(rf"\d|[½¼¾]|\b(?=[{initials}])(?:{lexicons.alternation(known)})\b").search
    return lambda text: search(lexicons.fold(text)) is not None  # twice as fast as a search that ignores case


def reader(extra: tuple[Path, ...] = ()) -> Callable[[str], Needs]:
    """Make the function that tells the needs of a unit."""
    numbers = number_trigger(extra)

    def needs(piece: str) -> Needs:
        named = bool(_NAME.search(piece)) or piece.islower()
        syntax = named or bool(numbers(piece) or _SPEECH.search(piece) or _PRONOUN.search(piece))
        return Needs(syntax=syntax, entities=named)

    return needs
