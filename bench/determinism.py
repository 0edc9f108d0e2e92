"""How far the closest decisions of the pipeline are from what a processor, a kernel or a neighbour can change.

    python bench/determinism.py ARTICLES [--articles N] [--sentences N] [--kernel OPENBLAS:BLIS]...

ARTICLES is a file of JSON lines with `text` (also .gz). Three things are measured and printed:

- margins: over N articles, how far the chosen tag, transition of the parser, and transition of the entity recogniser
  stand above the next valid one; and how large the sums of the one product are that is exact by measurement only;
- noise: over sentences, by how much any score changes when a sentence is read alone, among others, in another order,
  and by another kernel of OpenBLAS and BLIS (each in a process of its own), for newsfacts and for spaCy as it comes;
- the same for the records: how many differ.
"""

import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy

ROOT = Path(__file__).parent.parent
KINDS = {"tagger": "tag", "parser": "transition", "ner": "entity"}
KERNELS = ("Haswell:haswell", "SkylakeX:skx", "Zen:zen", "Sandybridge:generic", "Nehalem:generic", "Prescott:generic")
_BATCH = 64


def main() -> None:
    options = _options()
    if options.write:
        _write(options)
        return
    kernels = options.kernel or list(KERNELS)
    print(f"{options.articles:,} articles, margins of decisions:")
    margins = smallest_margins(_texts(options.file, options.articles))
    noise = {stock: _noise(options, kernels, stock=stock) for stock in (False, True)}
    print("| decision | decided | smallest margin | noise, newsfacts | noise, spaCy as it comes |")
    print("|---|---|---|---|---|")
    for name, kind in KINDS.items():
        number, least = margins[name]
        print(f"| {kind} | {number:,} | {least:.3g} | {noise[False][name]:.3g} | {noise[True][name]:.3g} |")
    print(f"largest sum of products in the hidden layer: {margins['reach'][1]:.1f} (exact below 128)")
    print(f"kernels: {', '.join(kernels)}; records that differ: {noise[False]['records']:.0f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--sentences", type=int, default=1_000, help="read by every kernel, in every company")
    parser.add_argument("--kernel", action="append", help="OPENBLAS_CORETYPE:BLIS_ARCH_TYPE")
    parser.add_argument("--stock", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _texts(file: Path, number: int) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        for _, line in zip(range(number), lines, strict=False):
            yield json.loads(line)["text"]


def pipeline(*, stock: bool = False) -> Any:
    """Load the pipeline as newsfacts uses it, or as spaCy does, with the same tokenizer."""
    from newsfacts.language import encoder, models
    from newsfacts.options import DEFAULT_MODEL

    nlp = models.read_pipeline(DEFAULT_MODEL)
    nlp.remove_pipe("lemmatizer")
    if not stock:
        encoder.quicken(nlp)
    return nlp


def sentences(texts: Iterable[str], number: int) -> list[str]:
    """List the first sentences of texts."""
    from newsfacts.extract import load

    splitter = load().splitter
    found: list[str] = []
    for text in texts:
        found.extend(text[unit.start : unit.end] for unit in splitter.units(text))
        if len(found) >= number:
            break
    return found[:number]


def scores(nlp: Any, pieces: Sequence[str]) -> dict[str, list[Any]]:
    """Give, for each component and sentence, the scores of its decisions (decisions × classes), parsed in one batch."""
    docs = [nlp.make_doc(piece) for piece in pieces]
    found: dict[str, list[Any]] = {}
    for name, component in nlp.pipeline:
        if name == "tagger":
            found[name] = component.model.predict(docs)
        if name in ("parser", "ner"):
            found[name] = [numpy.array(steps) for steps in _steps(component, docs)[0]]
        for _ in component.pipe(docs, batch_size=len(docs)):
            pass
    return found


def _steps(component: Any, docs: Sequence[Any]) -> tuple[list[list[Any]], list[float], float]:
    """Go with a parser or entity recogniser step by step through documents.

    Shape:   the scores of each document's steps; all margins between the chosen and the next valid transition; the
             largest sum of products, in size, that a score was added up from.
    """
    step = component.model.predict(docs)
    upper = component.model.get_ref("upper")
    weights, bias = upper.get_param("W"), upper.get_param("b")
    names = [component.moves.get_class_name(number) for number in range(component.moves.n_moves)]
    states = component.moves.init_batch(docs)
    place = {id(state): number for number, state in enumerate(states)}
    told: list[list[Any]] = [[] for _ in docs]
    margins: list[float] = []
    largest = 0.0
    open_ = [state for state in states if not state.is_final()]
    while open_:
        hidden = step.state2vec.begin_update(step.get_token_ids(open_))[0].reshape(len(open_), -1)
        found = numpy.ascontiguousarray(upper.ops.gemm(hidden, weights, trans2=True) + bias, dtype="float32")
        largest = max(largest, float((numpy.abs(hidden) @ numpy.abs(weights.T)).max()))
        for state, row in zip(open_, found, strict=True):
            told[place[id(state)]].append(row)
            margins.append(_margin(component.moves, state, row, names))
        open_ = component.transition_states(open_, found)
    return told, margins, largest


def _margin(moves: Any, state: Any, row: Any, names: Sequence[str]) -> float:
    best: list[float] = []
    for number in numpy.argsort(-row, kind="stable"):
        if moves.is_valid(state, names[number]):
            best.append(float(row[number]))
            if len(best) == 2:
                return best[0] - best[1]
    return float("inf")


def smallest_margins(texts: Iterable[str]) -> dict[str, tuple[int, float]]:
    """Give for each component how many decisions it made in texts and the smallest margin; "reach" for the sums."""
    from newsfacts.extract import load

    splitter, nlp = load().splitter, pipeline()
    found = {name: (0, float("inf")) for name in KINDS} | {"reach": (0, 0.0)}
    pieces: list[str] = []
    for text in texts:
        pieces.extend(text[unit.start : unit.end] for unit in splitter.units(text))
        if len(pieces) >= _BATCH:
            _add(nlp, pieces, found)
            pieces = []
    _add(nlp, pieces, found)
    return found


def _add(nlp: Any, pieces: Sequence[str], found: dict[str, tuple[int, float]]) -> None:
    docs = [doc for doc in map(nlp.make_doc, pieces) if len(doc)]
    for name, component in nlp.pipeline:
        if name == "tagger" and docs:
            ranked = numpy.sort(numpy.vstack(component.model.predict(docs)), axis=1)
            margins = (ranked[:, -1] - ranked[:, -2]).tolist()
            _note(found, name, margins)
        elif name in ("parser", "ner") and docs:
            _, margins, largest = _steps(component, docs)
            _note(found, name, margins)
            found["reach"] = (0, max(found["reach"][1], largest))
        for _ in component.pipe(docs, batch_size=len(docs)):
            pass


def _note(found: dict[str, tuple[int, float]], name: str, margins: Sequence[float]) -> None:
    number, least = found[name]
    found[name] = (number + len(margins), min([least, *margins]))


def _write(options: argparse.Namespace) -> None:
    """Write what this process, with its kernels, makes of the sentences: scores, noise of company, records' hash."""
    nlp = pipeline(stock=options.stock)
    pieces = sentences(_texts(options.file, options.articles), options.sentences)
    kept, noise = company_noise(nlp, pieces)
    arrays = {f"{name}.{number}": rows for name, found in kept.items() for number, rows in enumerate(found)}
    records = "" if options.stock else records_hash(_texts(options.file, 50))
    numpy.savez(options.write, noise=json.dumps(noise), records=records, **arrays)


def company_noise(nlp: Any, pieces: Sequence[str]) -> tuple[dict[str, list[Any]], dict[str, float]]:
    """Read sentences alone, in batches, and in reverse: give the scores alone, and the largest difference."""
    kept = _in_batches(nlp, pieces, 1)
    noise = dict.fromkeys(KINDS, 0.0)
    for size in (7, _BATCH):
        for order in (list(pieces), list(pieces)[::-1]):
            again = _in_batches(nlp, order, size)
            for name, found in again.items():
                rows = found if order[0] is pieces[0] else found[::-1]
                noise[name] = max([noise[name], *map(difference, kept[name], rows)])
    return kept, noise


def _in_batches(nlp: Any, pieces: Sequence[str], size: int) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {name: [] for name in KINDS}
    for at in range(0, len(pieces), size):
        for name, rows in scores(nlp, pieces[at : at + size]).items():
            found[name].extend(rows)
    return found


def difference(one: Any, other: Any) -> float:
    """Give the largest difference of two tables of scores, as far as the same steps were taken."""
    steps = min(len(one), len(other))
    return float(numpy.abs(one[:steps] - other[:steps]).max()) if steps else 0.0


def records_hash(texts: Iterable[str]) -> str:
    """Give the hash of the records of texts."""
    from newsfacts.article import Article
    from newsfacts.extract import load
    from newsfacts.record import to_json

    extractor, digest = load(), hashlib.sha256()
    for number, text in enumerate(texts):
        digest.update(to_json(extractor.extract(Article(str(number), text))).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _noise(options: argparse.Namespace, kernels: Sequence[str], *, stock: bool) -> dict[str, float]:
    """Give the largest difference of any score between kernels and companies; "records": how many hashes differ."""
    with tempfile.TemporaryDirectory() as folder:
        written = [_in_process(options, kernel, Path(folder) / f"{n}.npz", stock) for n, kernel in enumerate(kernels)]
        found = {name: max(json.loads(str(one["noise"]))[name] for one in written) for name in KINDS}
        for key in written[0].files:
            name = key.split(".")[0]
            if name in KINDS:
                found[name] = max([found[name], *(difference(written[0][key], one[key]) for one in written[1:])])
        return found | {"records": float(len({str(one["records"]) for one in written}) - 1)}


def _in_process(options: argparse.Namespace, kernel: str, path: Path, stock: bool) -> Any:
    openblas, _, blis = kernel.partition(":")
    environment = os.environ | {"OPENBLAS_CORETYPE": openblas, "BLIS_ARCH_TYPE": blis}
    command = [sys.executable, __file__, str(options.file), "--sentences", str(options.sentences), "--write", str(path)]
    subprocess.run([*command, *(["--stock"] if stock else [])], check=True, env=environment)
    return numpy.load(path)


if __name__ == "__main__":
    main()
