"""How one sentence takes up another: by a pronoun, a definite noun, a name, the same words.

Shared by what weighs times and places told in other sentences. Not here: which expression or place it is.
"""

from collections.abc import Mapping

from newsfacts.language.once import once
from newsfacts.language.pipeline import Sentence, Token
from newsfacts.lexicons.function_words import function_words

__all__ = ["content_words", "names_again", "subject_of"]

_DEFINITE = function_words("demonstrative", "possessive", "definite plural")
_CONTENT = ("N", "V")
_LENGTH = 4
"""Letters by which words of one family are told: arrest, arrested, arrests."""


def subject_of(unit: Sentence, stages: Mapping[str, str]) -> str:
    """Say how a sentence takes up what was told: pronoun, definite, name, fresh, none; "event" says that it happened.

    Args:    stages  words to stages of a case, as in the lexicon `stage_words`.
    """
    how, verb = _taken_up(unit)
    return "event" if verb and stages.get(verb) == "event" else how


@once
def _taken_up(unit: Sentence) -> tuple[str, str]:
    """Say how a sentence takes up its subject, and what that hangs on; "" where it has none."""
    subject = next((token for token in unit.tokens if token.dep in ("nsubj", "nsubjpass")), None)
    return (_form(unit, subject), unit.tokens[subject.head].lower) if subject is not None else ("none", "")


def _form(unit: Sentence, subject: Token) -> str:
    if subject.tag in ("PRP", "DT", "PDT"):
        return "pronoun"
    if subject.tag[:3] == "NNP":
        return "name"
    determiners = {unit.tokens[child].lower for child in unit.children[subject.position]}
    return "definite" if determiners & _DEFINITE else "fresh"


def names_again(unit: Sentence, earlier: Sentence) -> bool:
    """See that the name which is the subject of a sentence stands in an earlier one: "… Roe was held. Roe had fled"."""
    return not _subject_names(unit).isdisjoint(earlier.lowers)


@once
def _subject_names(unit: Sentence) -> frozenset[str]:
    """Give the words of the names in the subject of a sentence, in lower case."""
    subject = next((token for token in unit.tokens if token.dep in ("nsubj", "nsubjpass")), None)
    below = (unit.tokens[place] for place in unit.subtree(subject.position)) if subject is not None else ()
    return frozenset(token.lower for token in below if token.tag[:3] == "NNP")


@once
def content_words(unit: Sentence) -> frozenset[str]:
    """Give the openings of the nouns and verbs of a sentence, by which those of one family are known."""
    return frozenset(
        [
            token.lower[: _LENGTH + 1]
            for token in unit.tokens
            if token.tag[:1] in _CONTENT and len(token.text) >= _LENGTH and token.tag not in ("NNP", "NNPS")
        ]
    )
