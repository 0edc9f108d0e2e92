"""spaCy's token encoder, computed with fewer passes over memory: the same sums, a third of the time.

spaCy's small pipelines read every token twice with a convolutional encoder (hash embeddings, then four residual
layers of window, maxout and layer norm; once for tags and parse, once for entities), and that is most of what a
pipeline costs. Two things make it slow. It embeds every token of a text though most words come again, and each layer
walks over its matrices a dozen times. Here a word is embedded once, and a layer is one matrix product and a few passes
in place.

`quicken` puts this in the place of the encoders that it recognises, part by part; one that is built in another way is
left as it is. Not here: any number of its own — all weights are the model's, and a test holds the results against
thinc's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens
    from thinc.api import Model

__all__ = ["quicken"]

_LEXICAL = frozenset({"NORM", "LOWER", "ORTH", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
"""Features that a token's form, norm and following space decide."""
_BLOCK = 64
"""New words that are embedded together."""
_KNOWN = 8_000
"""Words that are remembered, about 4 MiB; then all are forgotten, so that a long run needs no more than a short one."""
_EPSILON = numpy.float32(1e-8)
"""What thinc adds to a variance."""


def quicken(nlp: "spacy.language.Language") -> int:
    """Replace the token encoders of a pipeline by quick ones of the same weights; say how many were replaced."""
    replaced = 0
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is None:
            continue
        for node in _encoders(model):
            quick = _quick(node)
            if quick is None:
                continue
            replaced += 1
            if node is model:
                component.model = quick  # type: ignore[attr-defined]
            else:
                model.replace_node(node, quick)
    return replaced


@dataclass(frozen=True, slots=True)
class _Maxout:
    """Hold a maxout layer and the layer norm behind it; the pieces of the maxout stand side by side."""

    weights: Any
    """nI × (pieces · nO), each piece a block of columns."""
    bias: Any
    pieces: int
    gain: Any
    shift: Any

    def __call__(self, inputs: Any) -> Any:
        """Give the norm of the greatest piece for each row."""
        products = inputs @ self.weights
        products += self.bias
        width = self.gain.shape[0]
        best = products[:, :width]
        for piece in range(1, self.pieces):
            best = numpy.maximum(best, products[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        scale = numpy.einsum("ij,ij->i", best, best)
        scale /= numpy.float32(width)
        scale += _EPSILON
        best *= (1 / numpy.sqrt(scale))[:, None]
        best *= self.gain
        best += self.shift
        return best


class _Words:
    """Remember the embedded words, so that each is embedded once in many texts.

    A vector must not depend on the words that were new with it, or a record would depend on what was read before. So
    new words go through the matrix product in blocks of one size, where each row is added up in the same order.
    """

    def __init__(self, columns: Sequence[int | str], tables: Sequence["Model[Any, Any]"], mix: _Maxout) -> None:
        self._columns, self._tables, self._mix = list(columns), tables, mix
        self._rows: dict[int, int] = {}
        self._vectors = numpy.empty((_KNOWN + 1_000, mix.gain.shape[0]), dtype="float32")

    def embed(self, docs: Sequence["spacy.tokens.Doc"]) -> tuple[Any, Any]:
        """Give the vectors known so far, and for each token of the texts the row of its word."""
        from spacy.attrs import NORM, ORTH, SPACY

        forms = numpy.concatenate([doc.to_array([ORTH, NORM, SPACY]).reshape(-1, 3) for doc in docs])
        keys = forms[:, 0] * numpy.uint64(0x9E3779B97F4A7C15) + forms[:, 1] * numpy.uint64(2) + forms[:, 2]
        if len(self._rows) > _KNOWN:
            self._rows = {}
        listed = keys.tolist()
        known = self._rows
        new = {key: place for place, key in enumerate(listed) if key not in known}
        if new:
            self._add(new, docs)
        return self._vectors, numpy.array([known[key] for key in listed], dtype="int64")

    def _add(self, new: dict[int, int], docs: Sequence["spacy.tokens.Doc"]) -> None:
        """Embed new words, by key with the place of one token of each."""
        places = numpy.array(list(new.values()))
        places = numpy.concatenate([places, numpy.repeat(places[:1], -len(places) % _BLOCK)])
        features = numpy.concatenate([doc.to_array(self._columns) for doc in docs])[places]
        embedded = numpy.hstack([_looked_up(table, features[:, number]) for number, table in enumerate(self._tables)])
        first, last = len(self._rows), len(self._rows) + len(places)
        if last > len(self._vectors):
            more = numpy.empty((last + 1_000, self._vectors.shape[1]), dtype="float32")
            more[:first] = self._vectors[:first]
            self._vectors = more
        for block in range(0, len(places), _BLOCK):
            self._vectors[first + block : first + block + _BLOCK] = self._mix(embedded[block : block + _BLOCK])
        self._rows.update(zip(new, range(first, first + len(new)), strict=True))


@dataclass(frozen=True, slots=True)
class _Encoder:
    """Hold all layers of one encoder."""

    words: _Words
    """Words to vectors."""
    layers: tuple[_Maxout, ...]
    pad: int
    """Rows of zeros between texts: as many as a token sees to a side."""

    def __call__(self, docs: Sequence["spacy.tokens.Doc"]) -> list[Any]:
        """Give for each text the vectors of its tokens (tokens × width, float32)."""
        vectors, places = self.words.embed(docs)
        width, pad = vectors.shape[1], self.pad
        rows = numpy.zeros((len(places) + pad * (len(docs) + 1) + 2, width), dtype="float32")
        starts, first, read = [], 1 + pad, 0
        for doc in docs:
            rows[first : first + len(doc)] = vectors[places[read : read + len(doc)]]
            starts.append(first)
            first, read = first + len(doc) + pad, read + len(doc)
        inner = rows[1:-1]
        window = numpy.empty((len(inner), 3 * width), dtype="float32")
        for layer in self.layers:
            window[:, :width] = rows[:-2]
            window[:, width : 2 * width] = inner
            window[:, 2 * width :] = rows[2:]
            inner += layer(window)
        return [rows[start : start + len(doc)] for start, doc in zip(starts, docs, strict=True)]


def _looked_up(table: "Model[Any, Any]", features: Any) -> Any:
    """Sum the four rows of a hash embedding that each feature is sent to."""
    rows: Any = table.get_param("E")
    ops: Any = table.ops
    keys = ops.hash(numpy.ascontiguousarray(features, dtype="uint64"), table.attrs["seed"]) % len(rows)
    found = rows[keys[:, 0]]
    for column in range(1, keys.shape[1]):
        found += rows[keys[:, column]]
    return found


def _quick(node: "Model[Any, Any]") -> "Model[Any, Any] | None":
    """Make the quick form of an encoder; None where it is built in another way."""
    from thinc.api import Model

    encoder = _read(node)
    if encoder is None:
        return None

    def forward(model: Model[Any, Any], docs: Sequence[Any], is_train: bool) -> tuple[list[Any], Callable[..., Any]]:
        return encoder(docs), _no_training

    return Model("quick_encoder", forward, dims={"nO": node.get_dim("nO")})


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
    return _Encoder(
        words=_Words(_numbers(columns), embeddings, mixed),
        layers=tuple(layer for layer in layers if layer),
        pad=int(encode.attrs["pad"]),
    )


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
