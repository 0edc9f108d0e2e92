"""The closed classes of English, by name: pronouns, articles, auxiliaries, prepositions by what they lead to.

Rules ask for a class where they are written (`function_words("possessive")`), so that the words stand in one place, the
lexicon `function_words`. Grammar adds no new pronoun: the lexicon is fixed, and read once a process. Words that a user
may want to add to stand in the other lexicons, which readers are given.
"""

from functools import cache

from newsfacts.errors import LexiconError
from newsfacts.lexicons import alternation, read
from newsfacts.lexicons.nearest import nearest

__all__ = ["any_of", "function_words"]


def function_words(*classes: str) -> frozenset[str]:
    """Give the words of some classes, lower case.

    Raises:  LexiconError for a class that the lexicon does not have.

    Example:
        >>> sorted(function_words("indefinite", "reflexive"))
        ['a', 'an', 'herself', 'himself', 'themselves']
    """
    return frozenset().union(*map(_words, classes))


def any_of(*classes: str) -> str:
    """Give the regular expression that matches any word of some classes.

    Raises:  LexiconError as `function_words` does.

    Example:
        >>> any_of("indefinite")
        'a(?:n|)'
    """
    return alternation(function_words(*classes))


def _words(name: str) -> frozenset[str]:
    known = _classes()
    if name not in known:
        raise LexiconError(
            f"lexicon function_words: no class {name!r}{nearest(name, list(known))}; expected {', '.join(known)}"
        )
    return known[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read("function_words").rows:
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}
