"""The parser's steps, a batch of texts at a time with one product a step.

spaCy's own walk scores each text's state by itself, and asks the interpreter for leave for every row of features that
it adds up. Here spaCy keeps the states (what stands on stack and buffer, which moves may be, what a move does), and the
sums of all states of a step are taken together. The numbers are the same to the last bit, since the sums are exact
(docs/determinism.md), so are the moves, and so is the parse. A parser of another build walks as it did.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

__all__ = ["Arcs", "exact_steps", "in_batches", "parser"]

_TOKENS = 1_200
"""Tokens whose vectors are computed together, about; more do not fit near the processor."""
_PLACES = 8
"""Tokens that a state is made of."""
_PIECES = 2


def in_batches(docs: Sequence["spacy.tokens.Doc"]) -> Iterator[list["spacy.tokens.Doc"]]:
    """Give documents in batches of a handy size, those of a length together; empty ones that nothing follows not."""
    batch: list[spacy.tokens.Doc] = []
    size = 0
    for doc in sorted(docs, key=len):
        batch.append(doc)
        size += len(doc)
        if size >= _TOKENS:
            yield batch
            batch, size = [], 0
    if size:
        yield batch


def exact_steps(component: Any, places: int, pieces: int) -> bool:
    """Tell whether a component steps greedily through states of so many places with exact layers."""
    model = getattr(component, "model", None)
    if model is None or model.name != "parser_model" or model.get_ref("lower").name != "exact_features":
        return False
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    if (lower.get_dim("nF"), lower.get_dim("nP"), upper.name) != (places, pieces, "linear"):
        return False
    return component.cfg["beam_width"] == 1 and not model.attrs["unseen_classes"]


@dataclass(frozen=True, slots=True)
class Arcs:
    """Parse documents that have no parse yet."""

    component: Any
    """spaCy's parser, its layers exact."""
    reader: Any
    """A model of its steps, whichever: what it is asked, which tokens states are made of, depends on the states."""

    def annotate(self, docs: Sequence["spacy.tokens.Doc"]) -> None:
        """Set heads and labels of documents."""
        for batch in in_batches(docs):
            states = self.component.moves.init_batch(batch)
            self._walk([state for state in states if not state.is_final()], self._features(batch))
            self.component.set_annotations(batch, states)

    def _features(self, docs: Sequence["spacy.tokens.Doc"]) -> Any:
        """Give what each token adds to a state, by place; the first rows stand for no token, the bias is in place 0."""
        lower = self.component.model.get_ref("lower")
        features = lower.predict(self.component.model.get_ref("tok2vec").predict(docs))
        features[:, 0] += lower.get_param("b")
        return features.reshape(len(features) * _PLACES, -1)

    def _walk(self, states: list[Any], features: Any) -> None:
        """Take the best move of each state that is not final, until all are."""
        upper = self.component.model.get_ref("upper")
        weights, bias = numpy.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        read, move = self.reader.get_token_ids, self.component.transition_states
        places, each = numpy.arange(_PLACES, 2 * _PLACES, dtype="i"), numpy.ones(_PLACES, dtype="float32")
        while states:
            rows = read(states)
            rows *= _PLACES
            rows += places
            pieces = each @ features.take(rows, axis=0)
            scores = numpy.maximum(pieces[:, 0::2], pieces[:, 1::2]) @ weights
            scores += bias
            states = move(states, scores)


def parser(nlp: "spacy.language.Language") -> Arcs | None:
    """Make the quick walk of a pipeline's parser whose layers are exact; None where it is of another build."""
    component: Any = nlp.get_pipe("parser")
    if not exact_steps(component, _PLACES, _PIECES):
        return None
    return Arcs(component, component.model.predict([nlp.make_doc("Police")]))
