"""Gold as spaCy's DocBin: every item a span of `doc.spans["newsfacts"]` with its kind for label, and back.

Any pipeline that reads span groups can be trained on it (`spancat` with `spans_key = "newsfacts"`). Spans lie on
tokens; an item that begins or ends inside one takes the whole token, its own offsets stay in `doc.user_data`, with
everything else that gold says.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from newsfacts.article import Article
from newsfacts.errors import EvaluationError, OutputError
from newsfacts.evaluation.exchange.regions import KIND_OF, Kept, Region, gold_of, kept, regions

__all__ = ["SPANS_KEY", "docs", "read_docbin", "write_docbin"]

SPANS_KEY = "newsfacts"
"""Name of the span group, and of what is kept in a Doc's user data."""


def write_docbin(golds: Mapping[str, Mapping[str, Any]], articles: Mapping[str, Article], path: Path) -> None:
    """Write gold, by article id, as a .spacy file.

    Raises:  EvaluationError where an article is missing; OutputError where the file cannot be written.
    """
    held = DocBin(store_user_data=True)
    for doc in docs(golds, articles):
        held.add(doc)
    try:
        path.write_bytes(held.to_bytes())
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); expected a file in a folder") from error


def docs(golds: Mapping[str, Mapping[str, Any]], articles: Mapping[str, Article]) -> Iterator[Doc]:
    """Yield a Doc for each article of gold, tokens as spaCy's English makes them.

    Raises:  EvaluationError where an article is missing.
    """
    language = _language()
    for article_id, gold in golds.items():
        if article_id not in articles:
            raise EvaluationError(f"{article_id}: gold without its article; expected the articles that gold is of")
        text = articles[article_id].text
        doc = language.make_doc(text)
        marked = regions(gold, text)
        doc.spans[SPANS_KEY] = [_span(doc, region) for region in marked]
        doc.user_data[SPANS_KEY] = json.dumps(
            {"article_id": article_id} | asdict(kept(gold, marked)), ensure_ascii=False, default=str
        )
        yield doc


def _language() -> Language:
    language = spacy.blank("en")
    language.max_length = 2**31 - 1  # nothing but the tokenizer runs, whose memory is that of the text
    return language


def _span(doc: Doc, region: Region) -> Span:
    tokens = doc.char_span(region.start, region.end, alignment_mode="expand")
    if tokens is None:
        where = f"{region.region_id}: {region.start}-{region.end}"
        raise EvaluationError(f"{where}; expected a stretch of the text, which has {len(doc.text)} characters")
    return Span(doc, tokens.start, tokens.end, label=region.label, span_id=region.region_id)


def read_docbin(path: Path) -> list[dict[str, Any]]:
    """Read gold from a .spacy file: what this module wrote, or any spans whose labels are those of gold.

    Raises:  EvaluationError where it is no DocBin, a Doc does not say which article it is, or has a label of no kind.
    """
    try:
        held = DocBin().from_bytes(path.read_bytes())
        found = list(held.get_docs(_language().vocab))
    except Exception as error:  # zlib, msgpack and spaCy each have errors of their own
        raise EvaluationError(f"{path}: cannot be read ({error}); expected a DocBin of spaCy") from error
    golds = []
    for place, doc in enumerate(found):
        try:
            golds.append(_gold(doc))
        except ValueError as error:
            raise EvaluationError(f"{path}: doc {place}: {error}") from error
    return golds


def _gold(doc: Doc) -> dict[str, Any]:
    beside = _beside(doc)
    marked = []
    for place, span in enumerate(doc.spans.get(SPANS_KEY) or []):
        if span.label_ not in KIND_OF:
            raise ValueError(f"label {span.label_!r} of {span.text!r}; expected {', '.join(KIND_OF)}")
        region_id = span.id_ or f"span:{place}"
        was = beside.items.get(region_id) or {}
        start, end = _offsets(doc, span, was)
        left_open = region_id.startswith("optional_") or bool(was.get("optional"))
        marked.append(Region(region_id, span.label_, start, end, {}, left_open))
    return gold_of(marked, doc.text, beside)


def _beside(doc: Doc) -> Kept:
    written = doc.user_data.get(SPANS_KEY)
    if written is not None:
        return Kept(**{name: value for name, value in json.loads(written).items() if name != "article_id"})
    named = doc.user_data.get("article_id")
    if not named:
        raise ValueError('no user_data["article_id"]; expected the id of the article (store_user_data=True)')
    return Kept({"id": str(named)})


def _offsets(doc: Doc, span: Span, was: Mapping[str, Any]) -> tuple[int, int]:
    """Give an item's own offsets where its span has not been moved."""
    if "start" in was:
        tokens = doc.char_span(was["start"], was["end"], alignment_mode="expand")
        if tokens is not None and (tokens.start, tokens.end) == (span.start, span.end):
            return was["start"], was["end"]
    return span.start_char, span.end_char
