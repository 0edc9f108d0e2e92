"""Records from their file, and the texts that belong to them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Record, read_record

__all__ = ["read_records", "text_of", "texts_of"]


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a file as extract writes it, in its order.

    Raises:  InputError with file and line where a line is no record, or where the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _record(line, f"{path}:{number}")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); expected a file of records") from error


def _record(line: bytes, where: str) -> Record:
    try:
        return read_record(line.decode("utf-8"))
    except ValueError as error:  # pydantic's error is one, too
        told = " ".join(str(error).split())[:200]
        raise InputError(f"{where}: no record ({told}); expected what newsfacts extract writes") from error


def texts_of(records: Sequence[Record], articles: Iterable[Article]) -> Mapping[str, str]:
    """Give the texts that the offsets of the records index, by article id; other texts and articles are left out."""
    wanted = {(record.article_id, record.text_sha256) for record in records}
    known = ((article.article_id, article.text) for article in articles)
    return {article_id: text for article_id, text in known if (article_id, _sha256(text)) in wanted}


def text_of(record: Record, texts: Mapping[str, str]) -> str | None:
    """Give a record's own text, if it is there; offsets hold for no other, though it go by the same id."""
    text = texts.get(record.article_id)
    return text if text is not None and _sha256(text) == record.text_sha256 else None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
