"""The same scores, decisions and records to the last bit: in any company, at any place, with any kernel.

`bench/determinism.py` measures the same over thousands of articles; docs/determinism.md publishes what it found.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy
import pytest

from newsfacts.article import Article
from newsfacts.extract import Extractor
from newsfacts.language import encoder, exact, models
from newsfacts.options import DEFAULT_MODEL
from newsfacts.record import to_json

ROOT = Path(__file__).parents[2]
KERNELS = ["Haswell:haswell", "SkylakeX:skx", "Sandybridge:generic"]
"""Kernels of OpenBLAS and BLIS; those that the processor cannot run fall back to one that it can."""
TEXTS = [file.read_text("utf-8") for file in sorted((ROOT / "corpus" / "articles").glob("*/article.txt"))[:2]]
_DIGESTS = """
import hashlib, json, sys
sys.path.insert(0, "bench")
import determinism, numpy
from pathlib import Path
texts = json.loads(sys.stdin.read())
kept, noise = determinism.company_noise(determinism.pipeline(), determinism.sentences(texts, 30))
scores = hashlib.sha256(b"".join(rows.tobytes() for found in kept.values() for rows in found)).hexdigest()
rough = numpy.random.default_rng(7).standard_normal((67, 288)).astype("float32")
floats = hashlib.sha256((rough @ rough.T).tobytes()).hexdigest()
print(json.dumps([scores, determinism.records_hash(texts), noise, floats]))
"""


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """Give by kernel: hash of all scores, hash of the records, noise of company, hash of a rough product."""
    return {kernel: _in_process(kernel) for kernel in KERNELS}


def _in_process(kernel: str) -> Any:
    openblas, _, blis = kernel.partition(":")
    environment = os.environ | {"OPENBLAS_CORETYPE": openblas, "BLIS_ARCH_TYPE": blis}
    result = subprocess.run(
        [sys.executable, "-c", _DIGESTS], check=True, env=environment, cwd=ROOT, capture_output=True,
        input=json.dumps(TEXTS).encode(),
    )  # fmt: skip
    return json.loads(result.stdout)


def test_scores_are_the_same_with_every_kernel(told: dict[str, Any]) -> None:
    assert len({scores for scores, _, _, _ in told.values()}) == 1


def test_records_are_the_same_with_every_kernel(told: dict[str, Any], extractor: Extractor) -> None:
    digest = hashlib.sha256()
    for number, text in enumerate(TEXTS):
        digest.update(to_json(extractor.extract(Article(str(number), text))).encode())
    assert {records for _, records, _, _ in told.values()} == {digest.hexdigest()}


@pytest.mark.parametrize("kernel", KERNELS)
def test_scores_do_not_depend_on_company_or_place(told: dict[str, Any], kernel: str) -> None:
    assert told[kernel][2] == {"tagger": 0.0, "parser": 0.0, "ner": 0.0}


def test_the_kernels_are_not_all_the_same(told: dict[str, Any]) -> None:
    if "OPENBLAS_CORETYPE" not in os.environ and len({floats for _, _, _, floats in told.values()}) == 1:
        pytest.skip("this numpy has one kernel only")


def test_records_do_not_depend_on_what_was_read_before(extractor: Extractor) -> None:
    articles = [Article(str(number), text) for number, text in enumerate(TEXTS)]
    alone = [to_json(extractor.extract(article)) for article in articles]
    together = [to_json(record) for record in extractor.pipe(articles[::-1])]
    assert together[::-1] == alone


def _layers(nlp: Any) -> list[Any]:
    """List the maxout layers of both encoders."""
    found = []
    for name in ("tok2vec", "ner"):
        for node in nlp.get_pipe(name).model.walk():
            if node.name == "quick_encoder":
                found += node.attrs["layers"]
    return found


@pytest.fixture(scope="module")
def layers() -> list[Any]:
    nlp = models.read_pipeline(DEFAULT_MODEL)
    assert encoder.quicken(nlp) == 2
    return _layers(nlp)


def test_products_of_the_encoders_are_exact_for_the_worst_vectors(layers: list[Any]) -> None:
    """Hold each 32-bit product against the true one, for vectors as long as a vector can get in any direction."""
    random = numpy.random.default_rng(3)
    assert len(layers) == 10
    for layer in layers:
        worst = numpy.sign(layer.weights[:, ::7].T) * numpy.abs(random.standard_normal((1, len(layer.weights))))
        worst *= 0.98 * layer.bound / (numpy.abs(worst) @ numpy.abs(layer.weights)).max(axis=1, keepdims=True)
        rows = exact.snapped(worst.astype("float32"), exact.PLACES)
        true = rows.astype("float64") @ layer.weights.astype("float64")
        assert numpy.abs(true).max() > layer.bound / 2
        assert numpy.array_equal((rows @ layer.weights).astype("float64"), true)


def test_weights_have_so_few_places_that_the_bound_holds(layers: list[Any]) -> None:
    for layer in layers:
        places = exact.weight_places(layer.bound)
        assert numpy.array_equal(exact.snapped(layer.weights, places), layer.weights)
        assert layer.bound * 2.0 ** (exact.PLACES + places) <= 2.0**exact.FLOAT32


@pytest.mark.parametrize("places", [7, 8, 11])
def test_rounding_in_two_passes_is_rounding(places: int) -> None:
    values = (numpy.random.default_rng(1).standard_normal(10_000) * 50).astype("float32")
    expected = exact.snapped(values, places)
    exact.snap(values, places)
    assert numpy.array_equal(values, expected)


def test_the_reach_bounds_what_normed_vectors_add_up_to() -> None:
    random = numpy.random.default_rng(5)
    weights, gain, shift = random.standard_normal((96, 5)), random.standard_normal(96), random.standard_normal(96)
    rows = random.standard_normal((2_000, 96)) ** 3
    normed = (rows - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)
    sums = numpy.abs(normed * gain + shift) @ numpy.abs(weights)
    assert (sums <= exact.reach(weights, [(gain, shift)])).all()
