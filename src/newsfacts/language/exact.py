"""Sums that come out the same in any order: numbers on a grid so coarse that no sum of them has to be rounded.

A processor adds up in the order that its matrix kernel likes, and rounds after each addition; so the last bits of a
score depend on the processor, on how many rows the matrix has, and on which row is asked for. Among the millions of
decisions of a corpus some are closer than that. Here whatever goes into a matrix product is first rounded to multiples
of a power of two, inputs and weights, so that every product and every partial sum is a whole multiple of another power
of two and has few enough digits to be held exactly. An exact sum has no order. Between the products stand only single
operations on single numbers (add, multiply, divide, square root, compare), which IEEE 754 rounds alike everywhere.

`quicken` of `encoder.py` builds the encoders so; `settle` does the same for what stands behind them: tagger, parser and
entity recogniser. docs/determinism.md has the proof, its one measured step, and the figures.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    import spacy.language
    from thinc.api import Model

__all__ = ["FLOAT32", "NORM_PLACES", "PLACES", "Norms", "reach", "settle", "snap", "snapped", "weight_places"]

FLOAT32 = 24
"""Binary digits of a 32-bit number: multiples of one unit are exact up to 2**24 of it."""
PLACES = 7
"""Binary places of a token's vector; its numbers are below 64."""
NORM_PLACES = 11
"""Binary places of what a layer norm is taken of: so few that the squares of a row add up exactly in 64 bits."""
_FINE = 24
"""Binary places of weights that are multiplied in 64 bits."""
_STATE_PLACES = 16
"""Binary places of the vectors that the parser's features are made of, also multiplied in 64 bits."""
_HIDDEN_PLACES = 8
"""Binary places of the parser's hidden numbers, which spaCy multiplies in 32 bits."""
_UPPER_PLACES = 9
"""Binary places of their weights: exact as long as products add up to less than 2**(24-8-9) = 128 in size."""

Norms = Sequence[tuple[Any, Any]]
"""Gain and shift of the layer norms whose outputs are added up to a vector."""


def snapped(values: Any, places: int) -> Any:
    """Round to multiples of 2**-places, in the type of `values`.

    Example:
        >>> snapped(numpy.array([0.3, -0.3], dtype="float32"), 2).tolist()
        [0.25, -0.25]
    """
    unit = values.dtype.type(2.0**places)
    return numpy.rint(values * unit) / unit


def snap(values: Any, places: int) -> None:
    """Do in place what `snapped` does, for 32-bit numbers below 2**(22-places) in size, in two quick passes.

    Source: beside 1.5 * 2**(23-places) the numbers that 32 bits can hold are just those multiples, so that adding it
            rounds (to even) and subtracting it leaves what was rounded.
    """
    magic = numpy.float32(1.5 * 2.0 ** (FLOAT32 - 1 - places))
    values += magic
    values -= magic


def reach(weights: Any, norms: Norms) -> Any:
    """Bound, for each column of `weights`, what the products with any vector can add up to in size.

    A normed vector has the length sqrt(width) at most; by Cauchy and Schwarz its products with gain times weight add up
    to less than that times their length. A shift adds its own products, and rounding half a unit a norm.
    """
    weights = numpy.abs(weights.astype("float64"))
    bound = numpy.zeros(weights.shape[1])
    for gain, shift in norms:
        scaled = gain.astype("float64")[:, None] * weights
        bound += numpy.sqrt(len(weights) * numpy.square(scaled).sum(axis=0))
        bound += numpy.abs(shift.astype("float64")) @ weights + 2.0 ** -(PLACES + 1) * weights.sum(axis=0)
    return bound


def weight_places(bound: float) -> int:
    """Give the binary places that weights may have, where products with vectors add up to at most `bound` in size.

    Example:
        >>> weight_places(200.0)
        9
    """
    return int(numpy.floor(FLOAT32 - numpy.log2(bound * 1.01))) - PLACES


def settle(nlp: "spacy.language.Language", *, quick: bool) -> int:
    """Put exact layers behind the quick encoders of a pipeline; say of how many components.

    `quick` tells whether the encoder that components share is a quick one; else only those with one of their own count.
    """
    settled = 0
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if model is not None and (quick or any(node.name == "quick_encoder" for node in model.walk())):
            settled += _settle_parser(model) if model.name == "parser_model" else _settle_tagger(model)
    return settled


def _settle_tagger(model: "Model[Any, Any]") -> bool:
    scorers = [node for node in model.walk() if node.name == "softmax"]
    for node in scorers:
        model.replace_node(node, _affine(node, None))
    return bool(scorers)


def _settle_parser(model: "Model[Any, Any]") -> bool:
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    if lower.name != "precomputable_affine" or upper.name != "linear":
        return False
    for node in list(model.get_ref("tok2vec").walk()):
        if node.name == "linear":
            model.replace_node(node, _affine(node, _STATE_PLACES))
    model.replace_node(lower, _features(lower))
    upper.set_param("W", snapped(upper.get_param("W"), _UPPER_PLACES))
    return True


def _affine(node: "Model[Any, Any]", places: int | None) -> "Model[Any, Any]":
    """Make the exact form of a layer that multiplies and adds, its result rounded to `places` where given."""
    given: Any = node.get_param("W")
    weights, bias = _wide(given.T), _wide(node.get_param("b"))

    def compute(rows: Any) -> Any:
        product = rows.astype("float64") @ weights
        product += bias
        return (product if places is None else snapped(product, places)).astype("float32")

    return _model("exact_affine", compute, node, ("nO", "nI"), {})


def _features(node: "Model[Any, Any]") -> "Model[Any, Any]":
    """Make the exact form of the layer that tells for each token and place of the parser's state what it adds."""
    shape = tuple(node.get_dim(name) for name in ("nF", "nO", "nP"))
    given: Any = node.get_param("W")
    weights = _wide(given.reshape(-1, node.get_dim("nI")).T)
    padding, bias = (snapped(node.get_param(name), _HIDDEN_PLACES) for name in ("pad", "b"))

    def compute(rows: Any) -> Any:
        product = numpy.empty((len(rows) + 1, weights.shape[1]), dtype="float32")
        product[1:] = rows.astype("float64") @ weights
        snap(product[1:], _HIDDEN_PLACES)
        found = product.reshape(len(product), *shape)
        found[0] = padding[0]
        return found

    return _model("exact_features", compute, node, ("nO", "nI", "nF", "nP"), {"b": bias, "pad": padding})


def _wide(weights: Any) -> Any:
    return numpy.ascontiguousarray(snapped(weights.astype("float64"), _FINE))


def _model(
    name: str, compute: Callable[[Any], Any], node: "Model[Any, Any]", dims: Sequence[str], params: dict[str, Any]
) -> "Model[Any, Any]":
    from thinc.api import Model

    def forward(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Callable[..., Any]]:
        return compute(rows), _no_training

    return Model(name, forward, dims={dim: node.get_dim(dim) for dim in dims}, params=params, ops=node.ops)


def _no_training(gradient: Any) -> Any:
    raise NotImplementedError("an exact layer only predicts; train with the pipeline as spaCy loads it")
