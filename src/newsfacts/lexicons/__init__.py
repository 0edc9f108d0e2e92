"""Words as data: one TSV file a class, read and checked here.

A lexicon file opens with comment lines (`# …`), one of which says `# source: …`; then comes the line of column names,
then one row a line, columns apart by tabs, empty cells allowed. The first column is the word; a word may stand on one
line only unless the file says `# repeats: yes`; `# fixed: yes` says that nobody can change the lexicon, and `# values
of part: Part` what the cells of a column may say: a closed set of the record, `number`, or a list of words. Folders
with files of the same names add rows to the packaged ones, put others in their place or take some away (`layers.py`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from newsfacts.errors import LexiconError
from newsfacts.lexicons.layers import layered, refuse_unknown
from newsfacts.lexicons.rows import Rows, parse

__all__ = ["Lexicon", "alternation", "check", "fold", "names", "read", "read_file"]

_TWINS = str.maketrans(
    {"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k", "\u212b": "å", "\u2126": "ω", "\u00b5": "μ", "ς": "σ", "ẞ": "ß"}
)
"""Letters that a pattern which ignores case takes for another one and `str.lower` does not (long s, dotless and dotted
i, the Kelvin, Ångström, Ohm and micro signs, final sigma). Source: the simple case folding of Unicode, and Python's
`re`, which holds i and ı for one letter; a test goes over all characters that are equal to one of a lexicon."""
_TWIN = re.compile(f"[{''.join(map(chr, _TWINS))}]").search


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
        rows: Iterable[Mapping[str, str]] = self.rows
        for key, value in having.items():
            rows = [row for row in rows if row[key] == value]
        return rows

    def _check(self, columns: Iterable[str]) -> None:
        unknown = [column for column in columns if column not in self.columns]
        if unknown:
            raise LexiconError(f"lexicon {self.name}: no column {unknown[0]!r}; it has {', '.join(self.columns)}")


def names() -> list[str]:
    """List the packaged lexicons, sorted."""
    files = resources.files(__name__).iterdir()
    return sorted(file.name.removesuffix(".tsv") for file in files if file.name.endswith(".tsv"))


def read(name: str, extra: tuple[Path, ...] = ()) -> Lexicon:
    """Read a packaged lexicon, and what the folders `extra` change in it, one after the other.

    Raises:  LexiconError with file and line for a malformed line, a word that stands twice, or a missing source.

    Example:
        >>> "dozen" in read("magnitudes").words()
        True
    """
    found = _packaged(name)
    for folder in extra:
        file = folder / f"{name}.tsv"
        if file.is_file():
            found = layered(found, str(file), file.read_text(encoding="utf-8"))
    return Lexicon(name, found.columns, found.rows)


def read_file(path: Path) -> Lexicon:
    """Read a lexicon that is not one of the package.

    Raises:  LexiconError as `read` does.
    """
    found = parse(str(path), path.read_text(encoding="utf-8"))
    return Lexicon(path.stem, found.columns, found.rows)


def check(folder: Path) -> None:
    """Read every file of a folder that changes packaged lexicons.

    Raises:  LexiconError as `read` does, and for a file that is named like no packaged lexicon.
    """
    refuse_unknown(folder, names(), lambda name: _packaged(name).fixed)
    for file in sorted(folder.glob("*.tsv")):
        read(file.stem, (folder,))


@cache
def _packaged(name: str) -> Rows:
    """Read a packaged lexicon once a process; several readers share some of them."""
    file = resources.files(__name__).joinpath(f"{name}.tsv")
    if not file.is_file():
        raise LexiconError(f"no lexicon {name!r}; there are {', '.join(names())}")
    return parse(f"{name}.tsv", file.read_text(encoding="utf-8"))


def alternation(words: Iterable[str]) -> str:
    r"""Build the regular expression that matches any of the words, the longest first; a space matches any white space.

    Words that begin alike share their beginning, so that one character rules out most of a long list at once.

    Example:
        >>> alternation(["no", "no fewer than", "not"])
        'no(?:\\s+fewer\\s+than|t|)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(_branches([_characters(word) for word in ordered]))


def _characters(word: str) -> list[str]:
    """Give the expression of each character of a word, one for a space."""
    pieces = [[re.escape(character) for character in piece] for piece in word.split()]
    return [*pieces[0], *(one for piece in pieces[1:] for one in (r"\s+", *piece))] if pieces else []


def _branches(words: Sequence[Sequence[str]]) -> list[str]:
    """Give expressions one of which matches wherever one of the words stands, those with the same beginning as one.

    Only words that no text can begin with at once change places; where the same letter is written in both cases, which
    a pattern that ignores case takes for one, nothing is shared.
    """
    groups: dict[str, list[Sequence[str]]] = {}
    for word in words:
        groups.setdefault(fold(word[0]) if word else "", []).append(word)
    found: list[str] = []
    for group in groups.values():
        if len(group) == 1 or not group[0] or len({word[0] for word in group}) > 1:
            found += map("".join, group)
        else:
            rest = _branches([word[1:] for word in group])
            found.append(group[0][0] + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})"))
    return found


def fold(text: str) -> str:
    r"""Give the form by which a word is looked up: lower case, look-alike letters as the usual ones, nothing longer.

    What a pattern from `alternation` matches ignoring case folds to the same form as the word of the lexicon.

    Shape:   as many characters as `text`.

    Example:
        >>> fold("At leaſt 5 \u00b5g") == fold("at least 5 \u03bcg")
        True
    """
    if text.isascii() or not _TWIN(text):  # to search is much quicker than to translate
        return text.lower()
    return text.translate(_TWINS).lower()
