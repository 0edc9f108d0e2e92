"""Records and spans on spaCy's documents: what `nlp.add_pipe("newsfacts")` puts into a pipeline (see `__init__.py`)."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import tee
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from newsfacts.article import Article
from newsfacts.engines.component import NAME
from newsfacts.engines.component.drawing import PERSON
from newsfacts.errors import InputError
from newsfacts.extract import Extractor, load
from newsfacts.options import Options
from newsfacts.record import Failure, Record, Stage, read_record, to_json

__all__ = ["Newsfacts"]

_RECORD, _FAILURE, _ARTICLE = NAME, f"{NAME}_failure", f"{NAME}_article"
_PATHS = ("lexicons", "weights", "calibration")
_KEPT = 64
"""Records that are kept after somebody has asked for them."""


@dataclass
class Newsfacts:
    """Set records and spans on documents; spaCy makes one by the name of its factory.

    The model is loaded with the first document, so that a pipeline may be saved, moved and loaded before. A pipeline
    that is saved has packs, lexicons, weights and calibration in its folder, and takes them from there.
    """

    config: Mapping[str, Any]
    """The options by name, as in the pipeline's config."""
    spans_key: str = NAME
    """Group of spans in `doc.spans`."""
    _loaded: list[Extractor] = field(default_factory=list, repr=False)

    @property
    def options(self) -> Options:
        """Make the options of the config.

        Raises:  NewsfactsError where one cannot be right.
        """
        return Options(**{**self.config, "packs": tuple(self.config["packs"])})

    @property
    def extractor(self) -> Extractor:
        """Load the extractor, once."""
        if not self._loaded:
            self._loaded.append(load(options=self.options))
        return self._loaded[0]

    def __call__(self, doc: Doc) -> Doc:
        """Set the record and the spans of one document; one that fails has a failure in place of a record."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:
        """Set the records and spans of many documents, in order.

        `batch_size` is spaCy's; texts are gathered as the extractor likes it.
        """
        ahead, behind = tee(stream)
        results = self.extractor.pipe(map(_to_read, ahead))
        for doc, result in zip(behind, results, strict=True):
            found = result if isinstance(result, Record) else None
            doc.user_data[_RECORD] = None if found is None else to_json(found)
            doc.user_data[_FAILURE] = to_json(result) if isinstance(result, Failure) else None
            doc.spans[self.spans_key] = list(_spans(doc, found)) if found is not None else []
            yield doc

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Save beside the pipeline what its config names: packs, lexicons, weights, calibration."""
        options = self.options
        for number, folder in enumerate(options.pack_folders):
            _copy(folder, path / "packs" / str(number))
        for name in _PATHS:
            given: Path | None = getattr(options, name)
            if given is not None:
                _copy(given, path / name)

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> "Newsfacts":
        """Take what was saved from where the pipeline lies now."""
        packs = sorted((path / "packs").glob("*"), key=lambda folder: int(folder.name))
        saved = {name: path / name for name in _PATHS if (path / name).exists()}
        self.config = {**self.config, **saved, **({"packs": packs} if packs else {})}
        self._loaded.clear()
        return self


def _copy(given: Path, target: Path) -> None:
    """Copy a file or folder; one that lies there already is left alone."""
    if given.resolve() == target.resolve():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if given.is_dir():
        shutil.copytree(given, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copyfile(given, target)


def _spans(doc: Doc, record: Record) -> Iterator[Span]:
    """Lay facts and mentions over the tokens of a document, in text order."""
    found = [(fact.start_char, fact.end_char, str(fact.kind), fact.fact_id) for fact in record.facts]
    for person in record.people:
        found += [(one.start_char, one.end_char, PERSON, person.person_id) for one in person.mentions]
    for start, end, label, name in sorted(found):
        span = doc.char_span(start, end, label=label, span_id=name, alignment_mode="expand")
        if span is not None:
            yield span


def _to_read(doc: Doc) -> Article | Failure | str:
    """Give what is to be read of a document."""
    if doc.text.strip():
        return _told(doc) or doc.text
    article_id = doc.user_data.get(_ARTICLE, {}).get("article_id", "document")
    message = f"{article_id}: the document is empty; expected some text"
    return Failure(article_id=article_id, source=None, stage=Stage.READ, error=InputError.__name__, message=message)


def _told(doc: Doc) -> Article | None:
    """Give the article that a document was told to be."""
    told = doc.user_data.get(_ARTICLE)
    return None if told is None else Article(text=doc.text, **{**told, "authors": tuple(told["authors"])})


def _tell(doc: Doc, article: Article) -> None:
    """Keep what is known beside the text of a document, as JSON holds it.

    Raises:  InputError where the article has another text.
    """
    if article.text != doc.text:
        raise InputError(f"article {article.article_id!r}: its text is not that of the document; expected the same")
    told = {name: getattr(article, name) for name in ("article_id", "source", "title", "published_text")}
    published = article.published and article.published.isoformat()
    doc.user_data[_ARTICLE] = {**told, "published": published, "authors": list(article.authors)}


@lru_cache(_KEPT)
def _record(line: str) -> Record:
    return read_record(line)


def _record_of(doc: Doc) -> Record | None:
    """Give the record of a document; it is kept as its line of JSON, so that documents can be saved."""
    line = doc.user_data.get(_RECORD)
    return None if line is None else _record(line)


def _failure_of(doc: Doc) -> Failure | None:
    line = doc.user_data.get(_FAILURE)
    return None if line is None else Failure.model_validate(json.loads(line))


Doc.set_extension(_RECORD, getter=_record_of, force=True)
Doc.set_extension(_FAILURE, getter=_failure_of, force=True)
Doc.set_extension(_ARTICLE, getter=_told, setter=_tell, force=True)
