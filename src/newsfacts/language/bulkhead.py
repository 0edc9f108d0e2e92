"""Keep what one reader fails at from everything else: the record goes on without it and says so.

A reader is asked through a `Bulkhead`, one for each article. Where it raises there is no answer, and a warning
`reader_failed` tells which reader, where, and what went wrong. Not here: an article that cannot be read at all, which
is a `Failure`, and errors of the machine (no memory), which are the whole article's.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from newsfacts.record import Warning, WarningCode

__all__ = ["Bulkhead"]

_T = TypeVar("_T")
_LONGEST = 200
"""Characters of an error's message that a warning repeats."""


@dataclass(frozen=True, slots=True)
class Bulkhead:
    """Ask the readers of one article, and remember what they failed at."""

    warnings: list[Warning] = field(default_factory=list)
    """One for each failure, in the order of reading; the one thing that grows while an article is read."""

    def ask(self, reader: str, span: tuple[int, int], read: Callable[[], _T]) -> _T | None:
        """Give what `read` gives; where it raises, warn of `span` (characters into Article.text) and give None.

        Raises:  MemoryError, which is no reader's own fault.

        Example:
            >>> bulkhead = Bulkhead()
            >>> bulkhead.ask("count", (0, 5), lambda: {}["five"])
            >>> bulkhead.warnings[0].message
            "the reader of count failed: KeyError: 'five'"
        """
        try:
            return read()
        except MemoryError:
            raise
        except Exception as error:  # whatever it is, it may cost no more than this one answer
            self.warnings.append(_warning(reader, span, error))
            return None


def _warning(reader: str, span: tuple[int, int], error: Exception) -> Warning:
    told = " ".join(str(error).split())[:_LONGEST] or "no message"
    return Warning(
        code=WarningCode.READER_FAILED,
        message=f"the reader of {reader} failed: {type(error).__name__}: {told}",
        start_char=span[0],
        end_char=span[1],
    )
