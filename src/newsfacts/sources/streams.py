"""Open files: compression, how far a file may grow, and how an error of the operating system is put in words."""

import bz2
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from newsfacts.errors import InputError
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions

if TYPE_CHECKING:
    import zstandard

__all__ = ["READ_ERRORS", "missing", "open_stream", "why"]

READ_ERRORS = (OSError, EOFError, zlib.error)
"""What can go wrong while a file is read: it vanishes, may not be read, ends too early or is damaged."""

_BOMB_FLOOR = 20_000_000
"""Files that grow to less than this many bytes are harmless whatever their ratio."""


@contextmanager
def open_stream(location: Location, options: ReadOptions) -> Iterator[io.BufferedReader]:
    """Open a file for reading bytes, decompressed.

    Raises:  InputError where the file grows beyond the ratio that `options` allows (while it is read).
    """
    if location.path == "-":
        yield cast(io.BufferedReader, sys.stdin.buffer)
        return
    with open(location.path, "rb") as file:
        if location.compression is None:
            yield file
            return
        size = os.fstat(file.fileno()).st_size
        with _decompress(file, location.compression) as stream:
            guarded = _Guarded(stream, location, max(_BOMB_FLOOR, size * options.max_ratio))
            yield io.BufferedReader(guarded, 1 << 16)


def _decompress(file: BinaryIO, compression: str) -> BinaryIO:
    if compression == ".gz":
        return cast(BinaryIO, gzip.GzipFile(fileobj=file))
    if compression == ".bz2":
        return cast(BinaryIO, bz2.BZ2File(file))
    try:
        import zstandard
    except ImportError as error:
        raise InputError(missing("zstandard", "zstd", "reading .zst")) from error
    return cast(BinaryIO, _Zstandard(file, zstandard.ZstdDecompressor()))


class _Zstandard(io.RawIOBase):
    """Read frames one after the other; notice, unlike zstandard's own reader, where the last one is cut off."""

    _PIECE = 1024
    """Compressed bytes at a time; blocks of one repeated byte can make 32 MB of them, no more."""

    def __init__(self, file: BinaryIO, maker: "zstandard.ZstdDecompressor") -> None:
        super().__init__()
        self._file, self._maker = file, maker
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._left, self._ready = b"", b""

    def read(self, size: int = -1, /) -> bytes:
        while not self._ready:
            piece = self._left or self._file.read(self._PIECE)
            if not piece:
                if self._frame is not None:
                    raise EOFError("the last zstd frame is cut off")
                return b""
            self._frame = self._frame or self._maker.decompressobj()
            self._ready, self._left = self._frame.decompress(piece), b""
            if self._frame.eof:
                self._left, self._frame = self._frame.unused_data, None
        size = len(self._ready) if size < 0 else size
        given, self._ready = self._ready[:size], self._ready[size:]
        return given


class _Guarded(io.RawIOBase):
    """Pass a decompressed stream on until it has grown too far."""

    def __init__(self, stream: BinaryIO, location: Location, limit: int) -> None:
        super().__init__()
        self._stream, self._location, self._limit, self._seen = stream, location, limit, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go forward by reading; the readers of archives ask for no more than where they are."""
        target = offset + (self._seen if whence == os.SEEK_CUR else 0)
        if whence == os.SEEK_END or target < self._seen:
            raise io.UnsupportedOperation("a compressed stream is only read forwards")
        while self._seen < target and self.read(min(1 << 16, target - self._seen)):
            pass
        return self._seen

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            piece = self._stream.read(len(view))
        except Exception as error:
            if type(error).__name__ != "ZstdError":  # not importable where zstandard is not installed
                raise
            raise InputError(
                f"{self._location.path}: damaged or cut off ({error}); expected whole .zst data"
            ) from error
        self._seen += len(piece)
        if self._seen > self._limit:
            raise InputError(
                f"{self._location.path}: grew to more than {self._limit:,} bytes when it was decompressed, which looks "
                "like a decompression bomb; unpack it yourself if it is sound"
            )
        view[: len(piece)] = piece
        return len(piece)


def missing(package: str, extra: str, task: str) -> str:
    """Say which pip line installs what a reader or writer needs."""
    return f"{task} needs the package {package}, which is not installed; run: pip install 'newsfacts[{extra}]'"


def why(error: BaseException) -> str:
    """Put an error of reading in words."""
    if isinstance(error, FileNotFoundError):
        return "the file is gone; it was there when the run began"
    if isinstance(error, PermissionError):
        return "may not be read; expected permission to read it"
    if isinstance(error, EOFError):
        return f"ends too early ({error}); expected a whole compressed file"
    if isinstance(error, zlib.error | gzip.BadGzipFile) or "Invalid data stream" in str(error):
        return f"is damaged or not compressed as its name says ({error})"
    return str(error) or type(error).__name__
