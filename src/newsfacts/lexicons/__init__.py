"""Words as data: one TSV file a class, read and checked here.

A lexicon file opens with comment lines (`# …`), one of which says `# source: …`; then comes the line of column names,
then one row a line, columns apart by tabs, empty cells allowed. The first column is the word; a word may stand on one
line only unless the file says `# repeats: yes`. A folder with files of the same names adds rows to the packaged ones
(see `read`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from newsfacts.errors import LexiconError

__all__ = ["Lexicon", "alternation", "fold", "names", "read"]

_TWINS = str.maketrans(
    {"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k", "\u212b": "å", "\u2126": "ω", "\u00b5": "μ", "ς": "σ", "ẞ": "ß"}
)
"""Letters that a pattern which ignores case takes for another one and `str.lower` does not (long s, dotless and dotted
i, the Kelvin, Ångström, Ohm and micro signs, final sigma). Source: the simple case folding of Unicode, and Python's
`re`, which holds i and ı for one letter; a test goes over all characters that are equal to one of a lexicon."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold the rows of one lexicon, in the order of the file."""

    name: str
    """File name without `.tsv`."""
    columns: tuple[str, ...]
    """Column names; the first one holds the word."""
    rows: tuple[Mapping[str, str], ...]
    """One mapping a line, column name to cell, "" for an empty cell."""

    def words(self, **having: str) -> frozenset[str]:
        """List the words of the rows whose cells equal those asked for.

        Raises:  LexiconError when a column that is asked for does not exist.
        """
        return frozenset(row[self.columns[0]] for row in self._having(having))

    def mapping(self, column: str, **having: str) -> dict[str, str]:
        """Map each word to its cell in `column`, for the rows that have the cells asked for and a value there.

        Raises:  LexiconError when a column does not exist.
        """
        self._check((column,))
        return {row[self.columns[0]]: row[column] for row in self._having(having) if row[column]}

    def _having(self, having: Mapping[str, str]) -> Iterable[Mapping[str, str]]:
        self._check(having)
        return (row for row in self.rows if all(row[key] == value for key, value in having.items()))

    def _check(self, columns: Iterable[str]) -> None:
        unknown = [column for column in columns if column not in self.columns]
        if unknown:
            raise LexiconError(f"lexicon {self.name}: no column {unknown[0]!r}; it has {', '.join(self.columns)}")


def names() -> list[str]:
    """List the packaged lexicons, sorted."""
    files = resources.files(__name__).iterdir()
    return sorted(file.name.removesuffix(".tsv") for file in files if file.name.endswith(".tsv"))


def read(name: str, extra: Path | None = None) -> Lexicon:
    """Read a packaged lexicon, and the rows that the folder `extra` adds to it.

    Raises:  LexiconError with file and line for a malformed line, a word that stands twice, or a missing source.

    Example:
        >>> "dozen" in read("magnitudes").words()
        True
    """
    columns, rows = _packaged(name)
    added = extra / f"{name}.tsv" if extra else None
    if added and added.is_file():
        more_columns, more_rows = _parse(str(added), added.read_text(encoding="utf-8"))
        if more_columns != columns:
            raise LexiconError(f"{added}: columns {', '.join(more_columns)}; expected {', '.join(columns)}")
        rows = rows + more_rows
    return Lexicon(name, columns, rows)


@cache
def _packaged(name: str) -> tuple[tuple[str, ...], tuple[Mapping[str, str], ...]]:
    """Read a packaged lexicon once a process; several readers share some of them."""
    file = resources.files(__name__).joinpath(f"{name}.tsv")
    if not file.is_file():
        raise LexiconError(f"no lexicon {name!r}; there are {', '.join(names())}")
    return _parse(f"{name}.tsv", file.read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    r"""Build the regular expression that matches any of the words, the longest first; a space matches any white space.

    Example:
        >>> alternation(["no", "no fewer than"])
        'no\\s+fewer\\s+than|no'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(piece) for piece in word.split()) for word in ordered)


def fold(text: str) -> str:
    r"""Give the form by which a word is looked up: lower case, look-alike letters as the usual ones, nothing longer.

    What a pattern from `alternation` matches ignoring case folds to the same form as the word of the lexicon.

    Shape:   as many characters as `text`.

    Example:
        >>> fold("At leaſt 5 \u00b5g") == fold("at least 5 \u03bcg")
        True
    """
    return text.lower() if text.isascii() else text.translate(_TWINS).lower()


def _parse(where: str, content: str) -> tuple[tuple[str, ...], tuple[Mapping[str, str], ...]]:
    columns: tuple[str, ...] = ()
    rows: list[Mapping[str, str]] = []
    seen: dict[str, int] = {}
    comments = [line for line in content.splitlines() if line.startswith("#")]
    if not any(line.removeprefix("#").strip().lower().startswith("source:") for line in comments):
        raise LexiconError(f"{where}: no line '# source: …'; say where the words come from")
    repeats = any(line.removeprefix("#").strip().lower() == "repeats: yes" for line in comments)
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if " \t" in line or "\t " in line or line[0] == " " or line[-1] == " ":
            cells = [cell.strip() for cell in cells]
        if not columns:
            columns = tuple(cells)
            continue
        if len(cells) != len(columns):
            raise LexiconError(f"{where}:{number}: {len(cells)} cells; expected {len(columns)} ({', '.join(columns)})")
        if not cells[0]:
            raise LexiconError(f"{where}:{number}: no word in the first cell")
        if not repeats and cells[0] in seen:
            raise LexiconError(f"{where}:{number}: {cells[0]!r} stands on line {seen[cells[0]]} already")
        seen[cells[0]] = number
        rows.append(dict(zip(columns, cells, strict=True)))
    return columns, tuple(rows)
