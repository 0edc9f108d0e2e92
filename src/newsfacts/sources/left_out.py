"""What was seen beside the articles and not read: files of a folder, members of an archive, responses that are none.

Nothing is left out in silence: a reader tells of it here, the run counts it, the command line names it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["LeftOut", "Tell"]

Tell = Callable[[str, str], None]
"""Is told a path, and what lies there, of what is not read."""

_NAMED = 10
"""Of so many the path is kept; of the rest only that they were there."""


@dataclass
class LeftOut:
    """Count what is left out, and keep the first of it by name; its `tell` is a `Tell`."""

    number: int = 0
    """How many."""
    first: list[tuple[str, str]] = field(default_factory=list)
    """Path and what lies there, of the first ones."""

    def tell(self, path: str, what: str) -> None:
        """Count one."""
        self.number += 1
        if len(self.first) < _NAMED:
            self.first.append((path, what))

    def summary(self) -> str:
        """Say in one sentence what was left out; empty where nothing was."""
        if not self.number:
            return ""
        named = "; ".join(f"{path}: {what}" for path, what in self.first)
        more = f"; and {self.number - len(self.first):,} more" if self.number > len(self.first) else ""
        return f"{self.number:,} left out ({named}{more})"
