"""The manifest of a run: what went in, what decided the result, what came out; NAME.manifest.json beside NAME.jsonl.

While a run is unfinished its settings stand in NAME.manifest.json.partial. Going on (`--resume`) asks for the same
settings, and names the first that differs; the input may grow. There is no clock in it: the same run, the same bytes.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsfacts import sources
from newsfacts.engines.files import partial
from newsfacts.errors import InputError, OutputError

__all__ = ["begin", "check", "finish", "forget", "manifest_of"]

_LISTED = 1_000
"""Input files that are listed one by one; of more there is the digest of all."""
_PIECE = 1 << 20


def manifest_of(output: str) -> str:
    """Name the manifest of a file of records."""
    return str(Path(output).with_suffix(".manifest.json"))


def check(output: str, failures: str | None, settings: Mapping[str, str]) -> None:
    """Compare the settings of the run that is to go on with those it was begun with.

    Raises:  OutputError naming the first that differs, or saying that they cannot be known.
    """
    if not any(_lines_there(path) for path in (output, failures) if path):
        return
    there = partial(output) if os.path.exists(partial(output)) else output
    earlier = _read(partial(manifest_of(output)))
    if earlier is None:
        earlier = _read(manifest_of(output))
    if earlier is None:
        raise OutputError(
            f"{there}: has no {manifest_of(output)}, so nobody can tell what it was made with; expected the manifest "
            "that extract wrote beside it; redo everything with --restart"
        )
    for name in dict.fromkeys([*settings, *earlier]):
        if earlier.get(name) != settings.get(name):
            raise OutputError(
                f"{there}: made with {name} {earlier.get(name, 'not given')}; this is {name} "
                f"{settings.get(name, 'not given')}; expected the same; redo everything with --restart"
            )


def begin(output: str, settings: Mapping[str, str]) -> None:
    """Write down the settings of a run that begins.

    Raises:  OutputError where they cannot be written.
    """
    _write(output, {"settings": dict(settings)})


def finish(output: str, failures: str | None, settings: Mapping[str, str], inputs: Sequence[str]) -> None:
    """Write the manifest of a run whose results stand under their final names.

    Raises:  OutputError where it cannot be written.
    """
    results = {"records": output} | ({"failures": failures} if failures else {})
    _write(
        output,
        {
            "settings": dict(settings),
            "inputs": _inputs(inputs),
            "results": {name: _result(path) for name, path in results.items()},
        },
    )
    os.replace(partial(manifest_of(output)), manifest_of(output))


def forget(output: str) -> None:
    """Remove the manifest of an unfinished run."""
    with suppress(FileNotFoundError):
        os.remove(partial(manifest_of(output)))


def _lines_there(path: str) -> bool:
    """Tell whether there is a line to go on from; a run that was cut off before its first one has none."""
    path = partial(path) if os.path.exists(partial(path)) else path
    return os.path.exists(path) and os.path.getsize(path) > 0


def _read(path: str) -> dict[str, str] | None:
    try:
        found: Any = json.loads(Path(path).read_text("utf-8"))
        return dict(found["settings"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(output: str, content: Mapping[str, Any]) -> None:
    try:
        with open(partial(manifest_of(output)), "w", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(content, indent=1, ensure_ascii=False) + "\n")
    except OSError as error:
        raise OutputError(f"{output}: cannot be written ({error.strerror}); expected a folder to write to") from error


def _inputs(inputs: Sequence[str]) -> dict[str, Any]:
    """Fingerprint all input files; a run over very many does not make a manifest of as many lines."""
    digest, number, size, listed = sha256(), 0, 0, []
    for name, length, found in _fingerprints(inputs):
        digest.update(f"{name}\0{length}\0{found}\n".encode("utf-8", "surrogatepass"))
        number, size = number + 1, size + (length or 0)
        if number <= _LISTED:
            listed.append({"name": _printable(name), "bytes": length, "sha256": found})
    return {
        "given": [_printable(given) for given in inputs],
        "files": number,
        "bytes": size,
        "sha256": digest.hexdigest(),
        "each": listed if number <= _LISTED else [],
    }


def _fingerprints(inputs: Sequence[str]) -> Iterator[tuple[str, int | None, str | None]]:
    """Give name, bytes and digest of each input file; neither is known of standard input, or of a file that is gone."""
    try:
        for location in sources.find(inputs):
            regular = location.path != "-" and os.path.isfile(location.path)
            yield (location.name, *(_digest(location.path) if regular else (None, None)))
    except (InputError, OSError):  # gone since it was read
        return


def _digest(path: str) -> tuple[int | None, str | None]:
    digest, length = sha256(), 0
    try:
        with open(path, "rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                length += len(piece)
    except OSError:
        return None, None
    return length, digest.hexdigest()


def _result(path: str) -> dict[str, Any]:
    digest, lines = sha256(), 0
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            lines += piece.count(b"\n")
    return {"lines": lines, "sha256": digest.hexdigest()}


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")
