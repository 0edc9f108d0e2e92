"""Result files that are never half there, and what of them an interrupted run has left.

While a run goes on its lines stand in FILE.partial; the last thing it does is to rename that to FILE. What is left
behind by Ctrl-C, a crash or a full disk are whole lines in input order (a last line that was cut off is dropped), and
`Earlier` walks them beside the input to tell which articles are done.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from types import TracebackType
from typing import IO

from newsfacts.article import Article
from newsfacts.errors import OutputError
from newsfacts.record import Failure
from newsfacts.sources import Unread

__all__ = ["Earlier", "LineFile", "clear", "left_behind", "partial", "recover"]


def partial(path: str) -> str:
    """Name the file that holds a result until it is whole."""
    return f"{path}.partial"


class LineFile:
    """Write lines to PATH.partial and rename it at the end; to standard output where there is no path."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self.lines = 0
        """Lines written so far."""
        self._file: IO[bytes] = sys.stdout.buffer
        if path is not None:
            try:
                self._file = open(partial(path), "ab")  # noqa: SIM115 (closed by __exit__)
            except OSError as error:
                raise OutputError(
                    f"{path}: cannot be written ({error.strerror}); expected a folder to write to"
                ) from error

    def __enter__(self) -> "LineFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._path is None:
            return
        with suppress(OSError):  # after a full disk, closing tries to write once more
            self._file.close()
        with suppress(FileNotFoundError):
            if error is not None and os.path.getsize(partial(self._path)) == 0:
                os.remove(partial(self._path))

    def write(self, line: str) -> None:
        """Write one line, all of it or none that counts.

        Raises:  OutputError where the disk is full or the file cannot be written for another reason.
        """
        try:
            self._file.write(line.encode("utf-8") + b"\n")
            self._file.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._error(error) from error
        self.lines += 1

    def publish(self) -> None:
        """Give the whole file its final name."""
        if self._path is None:
            return
        try:
            os.fsync(self._file.fileno())
            self._file.close()
            os.replace(partial(self._path), self._path)
        except OSError as error:
            raise self._error(error) from error

    def _error(self, error: OSError) -> OutputError:
        if self._path is None:
            return OutputError(f"standard output: {error.strerror}; expected it to take what is written")
        return OutputError(
            f"{self._path}: cannot be written ({error.strerror}); {self.lines} lines of this run are in "
            f"{partial(self._path)}; mend it and go on with --resume"
        )


def left_behind(path: str | None) -> bool:
    """Tell whether an unfinished run has left lines."""
    return path is not None and os.path.exists(partial(path))


def clear(path: str | None) -> None:
    """Remove what an unfinished run has left."""
    if path is not None:
        with suppress(FileNotFoundError):
            os.remove(partial(path))


def recover(path: str) -> None:
    """Prepare PATH.partial for going on: copy the finished file where there is none, drop a last half line."""
    if not os.path.exists(partial(path)):
        if not os.path.exists(path):
            return
        shutil.copyfile(path, partial(path))
    with open(partial(path), "r+b") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - (1 << 16))
            file.seek(start)
            cut = file.read(end - start).rfind(b"\n")
            if cut >= 0:
                end = start + cut + 1
                break
            end = start
        file.truncate(end)


class Earlier:
    """Walk the lines of an earlier run beside the input, to skip what is done."""

    def __init__(self, records: str, failures: str | None) -> None:
        self._records = _lines(partial(records))
        self._failures = _lines(partial(failures)) if failures else iter(())
        self._record = next(self._records, None)
        self._failure = next(self._failures, None)
        self._where = partial(records)
        self.versions: tuple[object, object] | None = None
        """Extractor and model of the records there, once one has been seen."""

    def take(self, item: Article | Unread | Failure, text_sha256: str | None) -> tuple[str, bool] | None:
        """Give the line that the earlier run wrote for the next item of the input, and whether it is a failure.

        A document that is not opened yet is known by its id alone.

        Shape:   None where the earlier run got no further.

        Raises:  OutputError where the input is not the one of the earlier run.
        """
        if self._record is not None:
            found = json.loads(self._record)
            if found.get("article_id") == item.article_id and (
                isinstance(item, Unread) or found.get("text_sha256") == text_sha256
            ):
                self.versions = (found.get("extractor"), found.get("model"))
                line, self._record = self._record, next(self._records, None)
                return line, False
        if self._failure is not None and json.loads(self._failure).get("article_id") == item.article_id:
            line, self._failure = self._failure, next(self._failures, None)
            return line, True
        if self._record is None and self._failure is None:
            return None
        expected = json.loads(self._record or self._failure or "{}").get("article_id")
        raise OutputError(
            f"{self._where}: its next line is of article {expected!r}, but the input goes on with "
            f"{item.article_id!r} or with another text; expected the same input as before; begin anew with --restart"
        )

    def check_versions(self, line: str) -> None:
        """Raise OutputError where a new record was not made by the extractor and model of the earlier ones."""
        if self.versions is None:
            return
        record = json.loads(line)
        versions = (record.get("extractor"), record.get("model"))
        if versions != self.versions:
            raise OutputError(
                f"{self._where}: made by {' with '.join(map(str, self.versions))}; this is "
                f"{' with '.join(map(str, versions))}; expected the same versions; redo everything with --restart"
            )

    def finished(self) -> None:
        """Raise OutputError where the earlier run has lines that the input does not account for."""
        if self._record is not None or self._failure is not None:
            expected = json.loads(self._record or self._failure or "{}").get("article_id")
            raise OutputError(
                f"{self._where}: holds article {expected!r}, which the input no longer has; expected the same input as "
                "before; begin anew with --restart"
            )


def _lines(path: str) -> Iterator[str]:
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n")
