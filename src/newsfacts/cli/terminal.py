"""Text of strangers on a terminal: what would steer it is shown, not sent.

Escape sequences in an article or a file name could move the cursor, rename the window or hide what stands there; marks
of direction could show a word as another. Line ends and tabs stay. Records in files are JSON and escape what they must.
"""

import re

__all__ = ["harmless"]

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters (C0, C1), marks of direction, and halves of characters, which cannot be written at all."""


def harmless(text: str) -> str:
    r"""Give the text with every character that steers a terminal written as its escape.

    Example:
        >>> print(harmless("held \x1b[31m5\u202e men"))
        held \x1b[31m5\u202e men
    """
    return _STEERING.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
