"""Near-copies of one story over many articles: the same release in five papers, with another headline and a word cut.

Each text becomes the set of its runs of four words; of the set a signature of 128 numbers is kept (MinHash, by
datasketch), whose agreement estimates how much of two sets is common (Jaccard; the estimate is off by .04 as a rule).
Signatures are cut into bands; two texts are compared only where they share one, which near-copies do: with probability
.99 at .7, .94 at .55. A text is a copy of the first article that it is like enough; an article that is a copy itself
never has copies, so that a story has one first article however often it was printed. Articles are taken in the order
of the input; the same input gives the same answer. Signatures stand in a temporary file of half a kilobyte and 32 short
rows an article, so that memory does not grow. Not here: stories that two reporters wrote in their own words.
"""

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import simplejson

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import to_json
from newsfacts.tables.loads import records_of

__all__ = ["DEFAULT_SIMILARITY", "Copies", "Copy", "filled", "line", "near_copies"]

DEFAULT_SIMILARITY = 0.7
"""Share of the runs of words that two near-copies have in common. Read among 4,000 releases of British forces: pairs
from .9 are one release twice; at .6 an appeal is repeated with news, and months of one newsletter have .6 to .8;
releases in one form about two incidents have .3."""
_WORDS = 4
"""Words of a run: as many as hardly ever come together twice by chance."""
_NUMBERS, _BANDS = 128, 32
_MOST = 200
"""Articles of a shared band that are compared: what a form that hundreds of reports share may cost."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """State that an article is a near-copy of an earlier one."""

    article_id: str
    copy_of: str
    """Id of the first article of the story."""
    similarity: float
    """Estimated share of the runs of four words that they have in common, two decimals."""


class Copies:
    """Find copies, article by article; memory does not grow with them. Close it, or use it in `with closing(…)`."""

    def __init__(self, similarity: float = DEFAULT_SIMILARITY) -> None:
        """Open the temporary file.

        Raises:  InputError where datasketch is not installed.
        """
        self._similarity = similarity
        self._sketch = _sketch()
        self._database = sqlite3.connect("", isolation_level=None)  # "" is a private file that SQLite deletes itself
        self._database.execute("PRAGMA journal_mode = OFF")
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("CREATE TABLE firsts (number INTEGER PRIMARY KEY, article_id TEXT, signature BLOB)")
        self._database.execute("CREATE TABLE bands (hash, number, PRIMARY KEY (hash, number)) WITHOUT ROWID")

    def close(self) -> None:
        """Forget everything."""
        self._database.close()

    def add(self, article_id: str, text: str) -> Copy | None:
        """Take the next article; give what it is a copy of, or None for the first of its story."""
        signature = self._sketch(text)
        bands = _bands(signature)
        best, of = 0.0, ""
        for first, other in self._candidates(bands):
            similarity = float((signature == other).mean())
            if similarity > best:
                best, of = similarity, first
        if of and best >= self._similarity:
            return Copy(article_id, of, round(best, 2))
        added = self._database.execute(
            "INSERT INTO firsts (article_id, signature) VALUES (?, ?)", (article_id, signature.tobytes())
        )
        rows = [(band, added.lastrowid) for band in bands]
        self._database.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)
        return None

    def _candidates(self, bands: list[int]) -> Iterator[tuple[str, Any]]:
        """Yield first articles that share a band, the earliest first, with their signatures."""
        import numpy

        marks = ", ".join("?" * len(bands))
        found = self._database.execute(
            f"SELECT DISTINCT number FROM bands WHERE hash IN ({marks}) ORDER BY number LIMIT {_MOST}", bands
        ).fetchall()
        for (number,) in found:
            query = "SELECT article_id, signature FROM firsts WHERE number = ?"
            article_id, signature = self._database.execute(query, (number,)).fetchone()
            yield article_id, numpy.frombuffer(signature, dtype=numpy.uint32)


def near_copies(articles: Iterable[Article], similarity: float = DEFAULT_SIMILARITY) -> Iterator[Copy]:
    """Yield the near-copies among articles, in their order.

    Raises:  InputError where datasketch is not installed.
    """
    with closing(Copies(similarity)) as copies:
        for article in articles:
            copy = copies.add(article.article_id, article.text)
            if copy is not None:
                yield copy


def filled(records: Path, copies: Iterable[Copy]) -> Iterator[str]:
    """Yield the lines of a file of records with `copy_of` filled; those of no copy have null.

    Raises:  OutputError where the file cannot be read or a line is no record, with its number.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.execute("CREATE TABLE copies (article_id TEXT PRIMARY KEY, copy_of TEXT) WITHOUT ROWID")
        rows = ((copy.article_id, copy.copy_of) for copy in copies)
        database.executemany("INSERT OR IGNORE INTO copies VALUES (?, ?)", rows)
        for record in records_of([records]):
            query = "SELECT copy_of FROM copies WHERE article_id = ?"
            found = database.execute(query, (record.article_id,)).fetchone()
            yield to_json(record.model_copy(update={"copy_of": found and found[0]}))


def line(copy: Copy) -> str:
    """Write a copy as one line of JSON."""
    return str(
        simplejson.dumps(
            {"article_id": copy.article_id, "copy_of": copy.copy_of, "similarity": copy.similarity}, ensure_ascii=False
        )
    )


def _sketch() -> Any:
    """Make what gives the signature of a text: 128 numbers of 32 bits."""
    try:
        from datasketch import MinHash
    except ModuleNotFoundError as error:
        what = "to find near-copies needs the package datasketch, which is not installed"
        raise InputError(f"{what}; run: pip install 'newsfacts[copies]'") from error
    empty = MinHash(num_perm=_NUMBERS, seed=1, hashfunc=_hashed, scheme="affine32")

    def signature(text: str) -> Any:
        minhash = empty.copy()
        minhash.update_batch(_runs(text))
        return minhash.hashvalues

    return signature


def _runs(text: str) -> list[bytes]:
    """List the runs of words of a text, folded; a text of few words is one run."""
    words = _WORD.findall(text.lower())
    last = max(1, len(words) - _WORDS + 1)
    return sorted({" ".join(words[start : start + _WORDS]).encode("utf-8", "surrogatepass") for start in range(last)})


def _hashed(run: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(run, digest_size=4).digest(), "big")


def _bands(signature: Any) -> list[int]:
    """Give one number for each band of a signature, which two texts share where the band is the same."""
    found = []
    for place, band in enumerate(signature.reshape(_BANDS, -1)):
        digest = hashlib.blake2b(band.tobytes(), digest_size=8, salt=place.to_bytes(8, "big")).digest()
        found.append(int.from_bytes(digest, "big", signed=True))
    return found
