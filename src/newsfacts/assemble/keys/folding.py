"""One spelling for names that differ in capitals, accents, hyphens and points only."""

import re
import unicodedata

__all__ = ["folded"]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart. Source: the ALA-LC and BGN/PCGN romanisations' plain forms."""
_DROPPED = re.compile(r"['’‘ʻʼ`´.]")
_SPACE = re.compile(r"[\s‐‑–—-]+")
_SAINT = re.compile(r"^saint\b")


def folded(name: str) -> str:
    """Fold a name: no capitals, accents, apostrophes or points, one space for white space and hyphens, St for Saint.

    Example:
        >>> folded("St. Étienne-du-Rouvray"), folded("Ng'ombe"), folded("SAINT  PAUL")
        ('st etienne du rouvray', 'ngombe', 'st paul')
    """
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _SAINT.sub("st", _SPACE.sub(" ", _DROPPED.sub("", plain)).strip())
