"""Open files: compression, how far a file may grow, and how an error of the operating system is put in words."""

import bz2
import gzip
import io
import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from newsfacts.errors import InputError
from newsfacts.sources.files import Location
from newsfacts.sources.options import ReadOptions

if TYPE_CHECKING:
    import zstandard

__all__ = ["READ_ERRORS", "is_file", "missing", "open_stream", "read_whole", "why"]

READ_ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError)
"""What can go wrong while a file is read: it vanishes, may not be read, ends too early or is damaged."""

_BOMB_FLOOR = 20_000_000
"""Files that grow to less than this many bytes are harmless whatever their ratio."""


_MAGIC = ((b"\x1f\x8b", ".gz"), (b"\x28\xb5\x2f\xfd", ".zst"))
"""How compressed files begin, whatever they are called; bzip2 has a digit within."""
_BUFFER = 1 << 16


@contextmanager
def open_stream(location: Location, options: ReadOptions) -> Iterator[io.BufferedReader]:
    """Open a file, a member of an archive or standard input for reading bytes, decompressed.

    Raises:  InputError where it is no regular file, or grows beyond the ratio that `options` allows (while it is read).
    """
    if location.path == "-":
        yield cast(io.BufferedReader, sys.stdin.buffer)
        return
    if location.archive is not None:
        with _member(location, options) as stream:
            yield stream
        return
    if not is_file(location.path):
        raise InputError(f"{location.path}: {_special(location.path)}; expected a file, or - for standard input")
    with cast(io.BufferedReader, open(location.path, "rb", buffering=_BUFFER)) as file:
        compression = location.compression or _compression(file.peek(10))
        if compression is None:
            yield file
            return
        size = os.fstat(file.fileno()).st_size
        with _decompress(file, compression) as stream:
            guarded = _Guarded(stream, location, max(_BOMB_FLOOR, size * options.max_ratio))
            yield cast(io.BufferedReader, io.BufferedReader(guarded, _BUFFER))


def read_whole(location: Location, options: ReadOptions) -> bytes:
    """Read a file that is one article, or one document of several.

    Raises:  InputError where it is longer than `options` allows.
    """
    with open_stream(location, options) as stream:
        data = stream.read(options.max_article_bytes + 1)
    if len(data) > options.max_article_bytes:
        limit = options.max_article_bytes / 1e6
        raise InputError(
            f"{location.path}: the article is longer than {limit:g} MB; expected less, or a higher --max-article-mb"
        )
    return data


def is_file(path: str) -> bool:
    """Tell whether a path is a regular file, not a pipe or a device, whose reading may never end."""
    return stat.S_ISREG(os.stat(path).st_mode)


def _special(path: str) -> str:
    mode = os.stat(path).st_mode
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a folder" if stat.S_ISDIR(mode) else "a device"


def _compression(head: bytes) -> str | None:
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return ".bz2"
    return next((compression for magic, compression in _MAGIC if head.startswith(magic)), None)


@contextmanager
def _member(location: Location, options: ReadOptions) -> Iterator[io.BufferedReader]:
    """Open a member of a zip archive; it may grow as a compressed file may."""
    with zipfile.ZipFile(location.archive or "") as archive:
        info = archive.getinfo(location.member or "")
        limit = max(_BOMB_FLOOR, info.compress_size * options.max_ratio)
        with archive.open(info) as raw:
            stream = cast(io.BufferedReader, io.BufferedReader(_Guarded(cast(BinaryIO, raw), location, limit), _BUFFER))
            compression = location.compression or _compression(stream.peek(10))
            if compression is None:
                yield stream
                return
            with _decompress(cast(BinaryIO, stream), compression) as unpacked:
                yield cast(io.BufferedReader, io.BufferedReader(_Guarded(unpacked, location, limit), _BUFFER))


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
    if isinstance(error, zipfile.BadZipFile | NotImplementedError) or "encrypted" in str(error):
        return f"is a zip archive that cannot be read ({error}); expected a sound one without a password"
    if isinstance(error, EOFError):
        return f"ends too early ({error}); expected a whole compressed file"
    if isinstance(error, zlib.error | gzip.BadGzipFile) or "Invalid data stream" in str(error):
        return f"is damaged or not compressed as its name says ({error})"
    return str(error) or type(error).__name__
