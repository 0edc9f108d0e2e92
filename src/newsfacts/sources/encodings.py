"""Bytes to text: UTF-8 where it is that, else the most likely encoding, with a warning that names it."""

from typing import NamedTuple

from newsfacts.errors import InputError
from newsfacts.record import Warning, WarningCode

__all__ = ["Decoded", "decode", "guess"]

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 1 << 16
_NO_CONTROL = bytes(code for code in range(256) if code >= 32 or code in b"\t\n\v\f\r\x1b")
_CANDIDATES = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r"),
    *("big5", "gb18030", "shift_jis", "euc_jp", "euc_kr"),
)
"""Encodings that news was published in; left alone, the detector prefers code pages of DOS to these."""
_WESTERN = "cp1252"
"""Preferred wherever it fits at all: its neighbours differ in few bytes, and cp1250 makes Ł of the pound sign."""


class Decoded(NamedTuple):
    """Hold a decoded text and what there is to say about how it was decoded."""

    text: str
    """The text; a byte order mark is not part of it."""
    warnings: tuple[Warning, ...]
    """One warning that names the encoding, unless it is UTF-8 or marked as UTF-16."""


def decode(data: bytes, where: str) -> Decoded:
    """Decode the bytes of a text.

    Raises:  InputError where they are no text (a binary file) or where no encoding fits.
    """
    encoding, warnings = guess(data, where)
    try:
        return Decoded(data.decode(encoding), warnings)
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: byte {error.start} does not fit the encoding {encoding}; expected UTF-8") from error


def guess(data: bytes, where: str) -> tuple[str, tuple[Warning, ...]]:
    """Name the encoding of bytes, or of the beginning of a longer stream.

    Raises:  InputError as `decode` does.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, ()
    if b"\0" in data[:_SAMPLE]:
        wide = _wide(data[:_SAMPLE])
        if wide:
            return wide, ()
        if _is_binary(data[:_SAMPLE]):
            raise InputError(
                f"{where}: holds NUL bytes (the first at {data.index(0)}), so it is a binary file; expected text"
            )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4 and error.reason == "unexpected end of data":
            return "utf-8", ()
        return _detect(data, error.start, where)
    return "utf-8", ()


def _wide(sample: bytes) -> str | None:
    """Name UTF-16 without a mark: every second byte of most letters is NUL."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most = len(sample) * 0.35
    if len(sample) < 8 or max(even, odd) < most or min(even, odd) > most / 10:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_binary(sample: bytes) -> bool:
    """Tell a binary file from a text into which a control character has slipped."""
    return len(sample.translate(None, _NO_CONTROL)) > max(2, len(sample) // 100)


def _detect(data: bytes, position: int, where: str) -> tuple[str, tuple[Warning, ...]]:
    from charset_normalizer import from_bytes

    sample = data[max(0, position - _SAMPLE // 2) : position + _SAMPLE // 2]
    matches = from_bytes(sample, cp_isolation=list(_CANDIDATES))
    best = matches.best()
    if best is None:
        raise InputError(f"{where}: byte {position} is not UTF-8, and no other encoding fits; expected text in UTF-8")
    western = any(_WESTERN in match.could_be_from_charset for match in matches)
    encoding = _WESTERN if western and not best.multi_byte_usage else best.encoding
    message = f"{where}: not UTF-8 (byte {position}); read as {encoding}"
    return encoding, (Warning(code=WarningCode.ENCODING, message=message, start_char=None, end_char=None),)
