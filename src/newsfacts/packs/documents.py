"""A sentence as a document of spaCy, for its Matcher: our tokens and base forms, word classes as features.

The pipeline's own documents are gone when facts are looked for, and their tokens know no classes; so the few sentences
that hold a number are made anew, from what `Sentence` knows. spaCy's vocabulary grows with the words, and may not grow
from two threads at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from newsfacts.errors import RuleError
from newsfacts.language.lemmas import Lemma
from newsfacts.language.pipeline import Sentence
from newsfacts.packs.patterns import Compiled

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["Hit", "PatternMatcher", "pattern_matcher"]

Marks = Iterable[tuple[str, int, int]]
"""Features with the tokens that have them, first and behind the last."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold the tokens that a pattern matches."""

    start: int
    """First token."""
    end: int
    """Behind the last token."""
    parts: tuple[int, ...]
    """For each token, the place in the pattern that it fills."""


@dataclass(frozen=True)
class PatternMatcher:
    """Match all patterns at once; make one with `pattern_matcher`."""

    vocab: "Vocab"
    """Words met so far."""
    matcher: "Matcher"
    """The patterns by name."""
    lock: Lock = field(default_factory=Lock)
    """Held while words are added."""

    def find(self, sentence: Sentence, marks: Marks, lemma: Lemma) -> dict[str, list[Hit]]:
        """Find what the patterns match, by the pattern's name; matches of one pattern do not overlap."""
        with self.lock:
            document = _document(self.vocab, sentence, marks, lemma)
            found: dict[str, list[Hit]] = {}
            hits: Any = self.matcher(document, with_alignments=True)
            for key, start, end, parts in hits:
                found.setdefault(self.vocab.strings[key], []).append(Hit(start, end, tuple(parts)))
        return {name: sorted(hits, key=lambda hit: hit.start) for name, hits in found.items()}


def pattern_matcher(patterns: Sequence[tuple[str, Compiled, str]]) -> PatternMatcher:
    """Make the matcher of named patterns; the third of each says where it stands, for messages.

    Raises:  RuleError for a pattern that spaCy's Matcher does not take.
    """
    import spacy
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher

    vocab = spacy.blank("en").vocab
    matcher = Matcher(vocab, validate=True)
    for name, pattern, where in patterns:
        try:
            matcher.add(name, [[dict(token) for token in pattern.tokens]], greedy="LONGEST")
        except (MatchPatternError, ValueError) as error:
            raise RuleError(f"{where}: {' '.join(str(error).split())}") from error
    return PatternMatcher(vocab, matcher)


def _document(vocab: "Vocab", sentence: Sentence, marks: Marks, lemma: Lemma) -> "Doc":
    """Make the spaCy document that patterns are matched on, classes of words as features of its tokens."""
    from spacy.tokens import Doc

    tokens = sentence.tokens
    features: list[list[str]] = [[] for _ in tokens]
    for name, first, last in marks:
        for place in range(first, last):
            features[place].append(f"{name}={'B' if place == first else 'I'}")
    entities = ["O"] * len(tokens)
    for entity in sentence.entities:
        entities[entity.first : entity.last] = [f"I-{entity.label}"] * (entity.last - entity.first)
        entities[entity.first] = f"B-{entity.label}"
    ends = [*(token.start for token in tokens[1:]), sentence.end]
    return Doc(
        vocab, words=[token.text.encode("utf-8", "replace").decode("utf-8") for token in tokens],
        spaces=[end > token.end for token, end in zip(tokens, ends, strict=True)],
        tags=[token.tag for token in tokens], lemmas=[lemma(token.text, token.tag) for token in tokens],
        deps=[token.dep for token in tokens], heads=[token.head for token in tokens],
        morphs=["|".join(sorted(names)) for names in features], ents=entities,
    )  # fmt: skip
