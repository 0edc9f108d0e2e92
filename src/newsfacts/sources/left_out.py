"""What was seen and not read: files of a folder, members of an archive, responses that are none, columns of a table.

Nothing is left out in silence: a reader tells of it here, the run counts it, the command line names it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["LeftOut", "Tell"]

Tell = Callable[[str, str], None]
"""Is told a path, and what lies there, of what is not read."""

_NAMED = 3
"""Of each kind so many are named; of the rest only how many they are."""
_KINDS = 20
"""Kinds that are told apart; what comes later is counted together."""
_OTHER = "of other kinds"


@dataclass
class LeftOut:
    """Count what is left out by kind, and keep the first of each by name; its `tell` is a `Tell`."""

    kinds: dict[str, int] = field(default_factory=dict)
    """What it is to how many there were."""
    first: dict[str, list[str]] = field(default_factory=dict)
    """What it is to the first paths."""

    @property
    def number(self) -> int:
        """Count all."""
        return sum(self.kinds.values())

    def tell(self, path: str, what: str) -> None:
        """Count one."""
        if what not in self.kinds and len(self.kinds) >= _KINDS:
            what = _OTHER
        self.kinds[what] = self.kinds.get(what, 0) + 1
        paths = self.first.setdefault(what, [])
        if len(paths) < _NAMED:
            paths.append(path)

    def summary(self) -> str:
        """Say in one sentence what was left out; empty where nothing was.

        Example:
            >>> left = LeftOut()
            >>> left.tell("a/gold.json", "JSON without articles")
            >>> left.summary()
            'left out: 1 (JSON without articles): a/gold.json'
        """
        told = []
        for what, number in self.kinds.items():
            more = f" and {number - _NAMED:,} more" if number > _NAMED else ""
            told.append(f"{number:,} ({what}): {', '.join(self.first[what])}{more}")
        return f"left out: {'; '.join(told)}" if told else ""
