"""Classes of words by name: the closed ones of English, and small open ones that rules ask for by what they lead to.

Rules ask for a class where they are written (`function_words("possessive")`, `cue_words("settlement")`), so that the
words stand in one place, the lexicons `function_words` (pronouns, articles, auxiliaries, prepositions) and `cue_words`
(nouns, verbs, adjectives, adverbs). Both are fixed, and read once a process. Words that a user may want to add to stand
in the other lexicons, which readers are given.
"""

from functools import cache

from newsfacts.errors import LexiconError
from newsfacts.lexicons import alternation, read
from newsfacts.lexicons.nearest import nearest

__all__ = ["any_of", "cue_words", "function_words"]


def function_words(*classes: str) -> frozenset[str]:
    """Give the words of some classes, lower case.

    Raises:  LexiconError for a class that the lexicon does not have.

    Example:
        >>> sorted(function_words("indefinite", "reflexive"))
        ['a', 'an', 'herself', 'himself', 'themselves']
    """
    return frozenset().union(*(_words("function_words", name) for name in classes))


def cue_words(*classes: str) -> frozenset[str]:
    """Give the words of some classes that are no closed ones, lower case.

    Raises:  LexiconError for a class that the lexicon does not have.

    Example:
        >>> sorted(cue_words("settlement"))
        ['city', 'town', 'village']
    """
    return frozenset().union(*(_words("cue_words", name) for name in classes))


@cache
def any_of(*classes: str) -> str:
    """Give the regular expression that matches any word of some classes of either lexicon.

    Raises:  LexiconError as `function_words` does.

    Example:
        >>> any_of("indefinite")
        'a(?:n|)'
    """
    cues = _classes("cue_words")
    lexicons = [("cue_words" if name in cues else "function_words", name) for name in classes]
    return alternation(frozenset().union(*(_words(*each) for each in lexicons)))


def _words(lexicon: str, name: str) -> frozenset[str]:
    known = _classes(lexicon)
    if name not in known:
        raise LexiconError(
            f"lexicon {lexicon}: no class {name!r}{nearest(name, list(known))}; expected {', '.join(known)}"
        )
    return known[name]


@cache
def _classes(lexicon: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read(lexicon).rows:
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}
