"""The question "did you mean …?" of messages that refuse a name."""

from collections.abc import Collection
from difflib import get_close_matches

__all__ = ["nearest"]


def nearest(given: str, known: Collection[str]) -> str:
    """Ask whether the most alike of the known names was meant; "" where none is alike.

    Example:
        >>> nearest("substance", ["substances", "units"])
        ' (did you mean substances?)'
    """
    found = get_close_matches(given, sorted(set(known)), 1, 0.6)
    return f" (did you mean {found[0]}?)" if found else ""
