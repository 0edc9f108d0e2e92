"""spaCy's token encoder, computed with fewer passes over memory and in exact sums: a third of the time.

spaCy's small pipelines read every token twice with a convolutional encoder (hash embeddings, then four residual
layers of window, maxout and layer norm; once for tags and parse, once for entities), and that is most of what a
pipeline costs. Two things make it slow. It embeds every token of a text though most words come again, and each layer
walks over its matrices a dozen times. Here a word is embedded once, and a layer is one matrix product and a few passes
in place.

`quicken` puts this in the place of the encoders that it recognises, part by part; one that is built in another way is
left as it is. All weights are the model's, rounded so that every sum is exact (`exact.py` says why and how): a vector
is the same on every processor, in any company. A test holds the results against thinc's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy

from newsfacts.language.exact import NORM_PLACES, PLACES, reach, settle, snap, snapped, weight_places

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens
    from thinc.api import Model

__all__ = ["quicken"]

_LEXICAL = frozenset({"NORM", "LOWER", "ORTH", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
"""Features that a token's form, norm and following space decide."""
_KNOWN = 8_000
"""Words that are remembered, at most 33 MiB an encoder; then all are forgotten, so that a long run needs no more than a
short one."""
_EPSILON = 1e-8
"""What thinc adds to a variance."""
_LEAST_PLACES = 9
"""Binary places that the weights of a layer need, so that tags, parse and entities are as good as before."""


def quicken(nlp: "spacy.language.Language") -> int:
    """Replace the token encoders of a pipeline by quick and exact ones, and make exact what stands behind them.

    Shape:   how many encoders were replaced.
    """
    replaced, shared = 0, False
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is None:
            continue
        for node in _encoders(model):
            encoder = _read(node)
            if encoder is None:
                continue
            quick = _quick(encoder, node)
            replaced += 1
            if node is model:
                shared = True
                component.model = quick  # type: ignore[attr-defined]
            else:
                model.replace_node(node, quick)
    settle(nlp, quick=shared)
    return replaced


@dataclass(frozen=True, slots=True)
class _Maxout:
    """Hold a maxout layer and the layer norm behind it; the pieces of the maxout stand one below the other.

    Vectors are columns here: what is done to all numbers of a place is then one long loop, not many short ones.
    """

    weights: Any
    """nI × (pieces · nO), each piece a block of columns; for inputs of PLACES binary places every sum is exact."""
    bias: Any
    pieces: int
    gain: Any
    shift: Any
    bound: float = float("inf")
    """What products with any inputs add up to in size, at most."""

    def __call__(self, inputs: Any) -> Any:
        """Give the norm of the greatest piece for each column (nI × n); the inputs have PLACES binary places."""
        products = self.weights.T @ inputs
        products += self.bias[:, None]
        width = len(self.gain)
        best = products[:width]
        for piece in range(1, self.pieces):
            numpy.maximum(best, products[piece * width : (piece + 1) * width], out=best)
        return self._normed(best)

    def of_products(self, products: Any) -> Any:
        """Give the same for products with the weights (n × pieces · nO) that were summed up elsewhere."""
        products += self.bias
        width = len(self.gain)
        best = products[:, :width]
        for piece in range(1, self.pieces):
            best = numpy.maximum(best, products[:, piece * width : (piece + 1) * width])
        return self._normed(numpy.ascontiguousarray(best.T))

    def _normed(self, best: Any) -> Any:
        """Norm each column, in place."""
        snap(best, NORM_PLACES)
        wide = best.astype(numpy.float64)
        each = numpy.full(len(wide), 1.0)
        mean = (each @ wide) / len(wide)
        numpy.multiply(wide, wide, out=wide)
        variance = (each @ wide) / len(wide) - mean * mean
        best -= mean.astype(numpy.float32)
        best *= (1 / numpy.sqrt(variance + _EPSILON)).astype(numpy.float32)
        best *= self.gain[:, None]
        best += self.shift[:, None]
        return best


class _Words:
    """Remember the embedded words, so that each is embedded once in many texts.

    With a word's vector stand its products with the three sides of the first layer's weights. All sums are exact, so
    that three of them added up are what the layer gives for three words beside each other, without multiplying.
    """

    def __init__(
        self, columns: Sequence[int | str], tables: Sequence["Model[Any, Any]"], mix: _Maxout, first: _Maxout
    ) -> None:
        self._columns, self._tables, self.mix = list(columns), tables, mix
        self._lock = Lock()
        width = len(mix.gain)
        self._sides = numpy.hstack([first.weights[at : at + width] for at in range(0, 3 * width, width)])
        self._rows: dict[int, int] = {}
        self._vectors = numpy.zeros((_KNOWN + 1_000, width), dtype="float32")
        self._products = numpy.zeros((3, len(self._vectors), first.weights.shape[1]), dtype="float32")

    def embed(self, docs: Sequence["spacy.tokens.Doc"], pad: int) -> tuple[Any, Any]:
        """Give the vectors of the tokens of texts as columns, and for each the products of the first layer, as a row.

        Before each text and behind the last stand `pad` columns of zeros, and one more at both ends, which has no
        products. Safe to be asked from several threads.
        """
        from spacy.attrs import NORM, ORTH, SPACY

        forms = numpy.concatenate([doc.to_array([ORTH, NORM, SPACY]).reshape(-1, 3) for doc in docs])
        keys = (forms[:, 0] * numpy.uint64(0x9E3779B97F4A7C15) + forms[:, 1] * numpy.uint64(2) + forms[:, 2]).tolist()
        with self._lock:
            if len(self._rows) > _KNOWN:
                self._rows = {}
            known = self._rows
            if not known.keys() >= set(keys):
                self._add({key: place for place, key in enumerate(keys) if key not in known}, docs)
            rows = numpy.fromiter(map(known.__getitem__, keys), dtype="intp", count=len(keys))
            at = numpy.zeros(len(keys) + pad * (len(docs) + 1) + 2, dtype="intp")
            start, read = 1, 0
            for doc in docs:
                start += pad
                at[start : start + len(doc)] = rows[read : read + len(doc)]
                start, read = start + len(doc), read + len(doc)
            left, own, right = self._products
            products = left.take(at[:-2], axis=0)
            products += own.take(at[1:-1], axis=0)
            products += right.take(at[2:], axis=0)
            return numpy.ascontiguousarray(self._vectors.take(at, axis=0).T), products

    def _add(self, new: dict[int, int], docs: Sequence["spacy.tokens.Doc"]) -> None:
        """Embed new words, by key with the place of one token of each; row 0 is that of the zeros."""
        places = numpy.array(list(new.values()))
        features = numpy.concatenate([doc.to_array(self._columns) for doc in docs])[places]
        embedded = numpy.hstack([_looked_up(table, features[:, number]) for number, table in enumerate(self._tables)])
        first, last = len(self._rows) + 1, len(self._rows) + len(places) + 1
        if last > len(self._vectors):
            more = numpy.zeros((last + 1_000, self._vectors.shape[1]), dtype="float32")
            wider = numpy.zeros((3, len(more), self._products.shape[2]), dtype="float32")
            more[:first], wider[:, :first] = self._vectors[:first], self._products[:, :first]
            self._vectors, self._products = more, wider
        snap(embedded, PLACES)
        vectors = numpy.ascontiguousarray(self.mix(embedded.T).T)
        snap(vectors, PLACES)
        self._vectors[first:last] = vectors
        sides = (vectors @ self._sides).reshape(len(vectors), 3, -1)
        self._products[:, first:last] = sides.transpose(1, 0, 2)
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))


@dataclass(frozen=True, slots=True)
class _Encoder:
    """Hold all layers of one encoder."""

    words: _Words
    """Words to vectors."""
    layers: tuple[_Maxout, ...]
    pad: int
    """Columns of zeros between texts: as many as a token sees to a side."""

    @property
    def maxouts(self) -> list[_Maxout]:
        """List all layers that multiply, in order."""
        return [self.words.mix, *self.layers]

    def __call__(self, docs: Sequence["spacy.tokens.Doc"]) -> list[Any]:
        """Give for each text the vectors of its tokens (tokens × width, float32)."""
        columns, products = self.words.embed(docs, self.pad)
        width, inner = len(columns), columns[:, 1:-1]
        first, *others = self.layers
        inner += first.of_products(products)
        snap(inner, PLACES)
        window = numpy.empty((3 * width, inner.shape[1]), dtype="float32")
        for layer in others:
            window[:width] = columns[:, :-2]
            window[width : 2 * width] = inner
            window[2 * width :] = columns[:, 2:]
            inner += layer(window)
            snap(inner, PLACES)
        rows, found, start = numpy.ascontiguousarray(inner.T), [], 0
        for doc in docs:
            start += self.pad
            found.append(rows[start : start + len(doc)])
            start += len(doc)
        return found


def _looked_up(table: "Model[Any, Any]", features: Any) -> Any:
    """Sum the four rows of a hash embedding that each feature is sent to."""
    rows: Any = table.get_param("E")
    ops: Any = table.ops
    keys = ops.hash(numpy.ascontiguousarray(features, dtype="uint64"), table.attrs["seed"]) % len(rows)
    found = rows[keys[:, 0]]
    for column in range(1, keys.shape[1]):
        found += rows[keys[:, column]]
    return found


def _quick(encoder: _Encoder, node: "Model[Any, Any]") -> "Model[Any, Any]":
    """Make the quick form of an encoder a node of thinc's."""
    from thinc.api import Model

    def forward(model: Model[Any, Any], docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Callable[..., Any]]:
        return encoder(docs), _no_training

    return Model(
        "quick_encoder", forward, dims={"nO": node.get_dim("nO")}, attrs={"layers": encoder.maxouts}, ops=node.ops
    )


def _no_training(gradient: Any) -> Any:
    raise NotImplementedError("a quick encoder only predicts; train with the pipeline as spaCy loads it")


def _encoders(model: "Model[Any, Any]") -> Iterator["Model[Any, Any]"]:
    """Walk over the nodes that are shaped like a whole encoder: embedding, then layers over the flat tokens."""
    for node in list(model.walk()):
        if node.name.startswith("extract_features>>") and len(node.layers) == 2 and len(node.layers[0].layers) > 2:
            yield node


def _read(node: "Model[Any, Any]") -> _Encoder | None:
    """Read the weights of an encoder; None where a part is not the expected one."""
    embed, encode = node.layers
    if [layer.name.split("(")[0] for layer in embed.layers] != [
        "extract_features",
        "list2ragged",
        "with_array",
        "with_array",
        "ragged2list",
    ]:
        return None
    features, _, tables, mix, _ = embed.layers
    columns = features.attrs["columns"]
    embeddings = [layer for layer in tables.walk() if layer.name == "hashembed"]
    blocks = encode.layers[0].layers if encode.name.startswith("with_array(") else []
    mixed, layers = _maxout(mix.layers[0]), [_maxout(block, window=True) for block in blocks]
    if not (set(columns) <= _LEXICAL and len(embeddings) == len(columns) and layers and mixed and all(layers)):
        return None
    if [layer.attrs["column"] for layer in embeddings] != list(range(len(columns))):
        return None
    exact = _exact(mixed, [layer for layer in layers if layer], [table.get_param("E") for table in embeddings])
    if exact is None:
        return None
    mixed, *others = exact
    return _Encoder(
        words=_Words(_numbers(columns), embeddings, mixed, others[0]),
        layers=tuple(others),
        pad=int(encode.attrs["pad"]),
    )


def _exact(mix: _Maxout, layers: Sequence[_Maxout], tables: Sequence[Any]) -> list[_Maxout] | None:
    """Round the weights of each layer to the places for which its sums are exact; None where there are too few."""
    width = len(mix.gain)
    parts = [numpy.abs(mix.weights[at : at + width]) for at in range(0, len(mix.weights), width)]
    bound = sum(
        4 * (numpy.abs(table) @ part).max(axis=0) + 2.0 ** -(PLACES + 1) * part.sum(axis=0)
        for table, part in zip(tables, parts, strict=True)
    )  # four rows of a table are added up, whichever they are
    bounds = [float(numpy.max(bound))]
    norms = [(mix.gain, mix.shift)]
    for layer in layers:
        sides = (layer.weights[at : at + width] for at in range(0, len(layer.weights), width))
        bounds.append(float(sum(reach(side, norms) for side in sides).max()))
        norms.append((layer.gain, layer.shift))
    places = [weight_places(bound) for bound in bounds]
    if min(places) < _LEAST_PLACES:
        return None
    return [
        replace(layer, weights=snapped(layer.weights, number), bound=bound)
        for layer, number, bound in zip([mix, *layers], places, bounds, strict=True)
    ]


def _numbers(columns: Sequence[str]) -> tuple[int | str, ...]:
    from spacy.attrs import IDS

    return tuple(int(IDS[column]) for column in columns)


def _maxout(block: "Model[Any, Any]", *, window: bool = False) -> _Maxout | None:
    """Read a maxout with its layer norm, for a residual layer behind a window of one; None for anything else."""
    leaves = [node for node in block.walk(order="dfs_pre") if not node.layers and node.name != "dropout"]
    names = ["expand_window"] * window + ["maxout", "layernorm"]
    if [leaf.name for leaf in leaves] != names:
        return None
    if window and (block.name.split("(")[0] != "residual" or leaves[0].attrs["window_size"] != 1):
        return None
    maxout, norm = leaves[window : window + 2]
    weights: Any = maxout.get_param("W")
    bias: Any = maxout.get_param("b")
    width, pieces, inputs = weights.shape
    return _Maxout(
        weights=numpy.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inputs).T),
        bias=numpy.ascontiguousarray(bias.T).reshape(-1),
        pieces=pieces,
        gain=norm.get_param("G"),
        shift=norm.get_param("b"),
    )
