"""Files in, records out, for who calls from Python: what `newsfacts read` and `newsfacts extract` do, without printing.

The files, formats and limits are those of the command line; so are the results, to the byte.
"""

from collections.abc import Iterator
from functools import partial
from os import PathLike, fspath
from pathlib import Path

from newsfacts.article import Article
from newsfacts.engines.run import Job, Mode, Summary, run
from newsfacts.engines.work import Extracts
from newsfacts.extract import load
from newsfacts.options import Options
from newsfacts.record import Failure
from newsfacts.sources import ReadOptions, read

__all__ = ["extract_files", "read_articles"]

DEFAULT_OPTIONS = Options()
DEFAULT_READING = ReadOptions()


def read_articles(*inputs: str | PathLike[str], reading: ReadOptions = DEFAULT_READING) -> Iterator[Article | Failure]:
    """Read the articles of files, folders and globs, in a fixed order; what cannot be read is a Failure in its place.

    Raises:  InputError at once where an input does not exist or holds nothing readable.
    """
    return read([fspath(path) for path in inputs], reading)


def extract_files(
    *inputs: str | PathLike[str],
    output: str | PathLike[str],
    options: Options = DEFAULT_OPTIONS,
    reading: ReadOptions = DEFAULT_READING,
    jobs: int = 1,
) -> Summary:
    """Extract files, folders and globs to `output`, one JSON line an article; failures go to NAME.failures.jsonl.

    `jobs` processes share the work; a program that asks for more than one has its own start guarded by
    `if __name__ == "__main__":`, as everywhere with `multiprocessing`.

    Shape:   what was done, counted.
    Raises:  InputError, OutputError, ModelError where the call is wrong, before anything is done.
    """
    summary = Summary()
    target = fspath(output)
    job = Job(
        inputs=[fspath(path) for path in inputs], load=partial(_load, options), options=reading, output=target,
        failures=str(Path(target).with_suffix(".failures.jsonl")), jobs=jobs,
        settings=options.settings() | reading.settings(), mode=Mode.FRESH,
    )  # fmt: skip
    run(job, lambda done: None, summary)
    return summary


def _load(options: Options) -> Extracts:
    return load(options=options)
