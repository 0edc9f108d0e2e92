"""The entity recogniser's steps, taken for all tokens of many texts at once.

spaCy's recogniser walks through a text token by token, scores all moves, takes the best that may be, and asks the
interpreter for leave some forty times a token. But outside of an entity its state is the next token and nothing else:
whether that is no entity, one by itself, or opens one, is a single product for all tokens. Only inside of entities it
has to be walked, for all of them together, and there two moves are left: the entity goes on, or ends here.

The numbers are the same as spaCy's to the last bit (docs/determinism.md: sums are exact), so are the moves, and so are
the entities. A recogniser of another build walks as it did. Not here: the vectors (`encoder.py`, `exact.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy

from newsfacts.language.arcs import exact_steps, in_batches

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

__all__ = ["Entities", "recogniser"]

_PLACES = 3
"""Tokens that a state is made of: the next one, the first one of an open entity, the one before the next."""
_PIECES = 2
_NEVER = numpy.float32("-inf")


@dataclass(frozen=True, slots=True)
class Entities:
    """Find the entities of documents that have none yet."""

    model: Any
    """The recogniser's model, its layers exact."""
    labels: tuple[str, ...]
    """What a move calls an entity, by move; empty for the move that says there is none."""
    opens: Any
    """Which moves open an entity that goes on, by move (bool)."""
    alone: Any
    """Added to the scores of moves outside of an entity, by what stands there: any token, one that nothing may join
    (the last of a text or of a sentence), white space."""
    inside: Any
    """For each move that opens an entity the moves by which that goes on and ends (moves × 2); -1 elsewhere."""

    def annotate(self, docs: Sequence["spacy.tokens.Doc"]) -> None:
        """Set the entities of documents."""
        for batch in in_batches(docs):
            self._annotate(batch)

    def _annotate(self, docs: Sequence["spacy.tokens.Doc"]) -> None:
        from spacy.tokens import Span

        ends = numpy.cumsum([len(doc) for doc in docs])
        features = self.model.get_ref("lower").predict(self.model.get_ref("tok2vec").predict(docs))
        joined, blank = _surroundings(docs, ends)
        moves = self._outside(features, joined, blank)
        lasts = self._walked(features, joined, moves)
        at, found = 0, [place for place in lasts if self.labels[moves[place]]]
        for doc, start, end in zip(docs, [0, *ends.tolist()], ends.tolist(), strict=False):
            spans, behind = [], start
            while at < len(found) and found[at] < end:
                first, at = found[at], at + 1
                if first >= behind:
                    behind = lasts[first] + 1
                    spans.append(Span(doc, first - start, behind - start, label=self.labels[moves[first]]))
            doc.set_ents(spans, default="outside")

    def _outside(self, features: Any, joined: Any, blank: Any) -> list[int]:
        """Choose for each token the move that is taken where no entity is open."""
        nothing = features[0, 1] + features[0, 2] + self.model.get_ref("lower").get_param("b")
        hidden = _best(features[1:, 0] + nothing)
        scores = hidden @ self.model.get_ref("upper").get_param("W").T + self.model.get_ref("upper").get_param("b")
        scores += self.alone[numpy.where(blank, 2, numpy.where(joined, 0, 1))]
        chosen: list[int] = scores.argmax(axis=1).tolist()
        return chosen

    def _walked(self, features: Any, joined: Any, moves: list[int]) -> dict[int, int]:
        """Give the last token of each entity by its first, in order, as if each was reached with none open."""
        upper, bias = self.model.get_ref("upper"), self.model.get_ref("lower").get_param("b")
        weights, more = upper.get_param("W"), upper.get_param("b")
        lasts = {place: place for place, move in enumerate(moves) if self.labels[move]}
        starts = numpy.array([place for place in lasts if self.opens[moves[place]]], dtype="intp")
        ways, at = self.inside[[moves[place] for place in starts]].reshape(-1, 2), starts + 1
        while len(starts):
            hidden = _best(features[at + 1, 0] + features[starts + 1, 1] + features[at, 2] + bias)
            scores = numpy.einsum("nh,nwh->nw", hidden, weights[ways]) + more[ways]
            on = joined[at] & (scores[:, 0] >= scores[:, 1])
            lasts.update(zip(starts[~on].tolist(), at[~on].tolist(), strict=True))
            starts, ways, at = starts[on], ways[on], at[on] + 1
        return lasts


def _best(pieces: Any) -> Any:
    return numpy.maximum(pieces[..., 0], pieces[..., 1])


def _surroundings(docs: Sequence["spacy.tokens.Doc"], ends: Any) -> tuple[Any, Any]:
    """Tell of each token whether the next one may be of its entity, and whether it is white space."""
    from spacy.attrs import IS_SPACE, SENT_START

    columns: Any = numpy.concatenate([doc.to_array([SENT_START, IS_SPACE]).reshape(-1, 2) for doc in docs])
    joined = numpy.empty(len(columns), dtype=bool)
    joined[:-1] = columns[1:, 0] != 1
    joined[ends[ends > 0] - 1] = False
    return joined, columns[:, 1] == 1


def recogniser(nlp: "spacy.language.Language") -> Entities | None:
    """Make the quick recogniser of a pipeline whose layers are exact; None where it is of another build."""
    component: Any = nlp.get_pipe("ner")
    if not exact_steps(component, _PLACES, _PIECES) or component.postprocesses:
        return None
    moves = component.moves
    return _of_moves(component.model, [moves.get_class_name(move) for move in range(moves.n_moves)])


def _of_moves(model: Any, names: Sequence[str]) -> Entities | None:
    """Read the names of moves ("O", "B-ORG"; "U-" never is); None where one is missing, or an end before its middle."""
    kinds, labels = numpy.array([name[:1] for name in names]), tuple(name[2:] for name in names)
    place = {name: number for number, name in enumerate(names)}
    inside = numpy.full((len(names), 2), -1, dtype="intp")
    for number in numpy.flatnonzero(kinds == "B").tolist():
        inside[number] = place.get(f"I-{labels[number]}", -1), place.get(f"L-{labels[number]}", -1)
        if not -1 < inside[number, 0] < inside[number, 1]:
            return None
    if set(kinds.tolist()) != set("BILUO"):
        return None
    alone = numpy.zeros((3, len(names)), dtype="float32")
    alone[:, numpy.isin(kinds, ["I", "L"])] = alone[1:, kinds == "B"] = alone[2, kinds == "U"] = _NEVER
    if "U-" in place:
        alone[:, place["U-"]] = _NEVER
    return Entities(model, labels, kinds == "B", alone, inside)
