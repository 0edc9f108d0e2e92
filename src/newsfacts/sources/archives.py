"""Zip archives: what lies in them, as if it were a folder. Nothing is unpacked to disk by its own name."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace

from newsfacts.errors import InputError
from newsfacts.sources.files import FORMATS, Location, endings
from newsfacts.sources.options import ReadOptions
from newsfacts.sources.streams import READ_ERRORS, why

__all__ = ["members"]

_MOST = 1_000_000
"""Members of an archive that are looked at."""
_BOMB_FLOOR = 100_000_000
_ENCRYPTED = 1


def members(location: Location, options: ReadOptions) -> Iterator[Location]:
    """List the files of an archive, in the order of their names.

    Raises:  InputError where it is damaged, lies in another archive, is compressed once more, or all of it together
             grows beyond the ratio that `options` allows.
    """
    if location.archive is not None or location.compression is not None or location.path == "-":
        raise InputError(
            f"{location.path}: a zip archive that is packed once more; expected it as a file; unpack it first"
        )
    infos = _infos(location, options)
    for info in sorted(infos, key=lambda info: info.filename):
        if _is_hidden(info.filename):
            continue
        if info.flag_bits & _ENCRYPTED:
            raise InputError(f"{location.path}: {info.filename!r} has a password; expected an archive without one")
        ending, compression = endings(info.filename)
        yield replace(
            location,
            path=f"{location.path}/{info.filename}",
            name=f"{location.name}/{info.filename}",
            format=FORMATS.get(ending, "text"),
            compression=compression,
            named=False,
            archive=location.path,
            member=info.filename,
        )


def _infos(location: Location, options: ReadOptions) -> list[zipfile.ZipInfo]:
    """List the files in an archive that is no bomb."""
    try:
        with zipfile.ZipFile(location.path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except READ_ERRORS as error:
        raise InputError(f"{location.path}: {why(error)}") from error
    packed, grown = sum(info.compress_size for info in infos), sum(info.file_size for info in infos)
    if len(infos) > _MOST or grown > max(_BOMB_FLOOR, packed * options.max_ratio):
        raise InputError(
            f"{location.path}: {len(infos):,} members that grow from {packed:,} to {grown:,} bytes, which looks like a "
            "decompression bomb; unpack it yourself if it is sound"
        )
    return infos


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
