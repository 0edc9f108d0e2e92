"""The quick walk takes spaCy's moves: the same parse, in any company; a parser of another build is left alone."""

from pathlib import Path
from typing import Any

import pytest
import spacy

from newsfacts.language.arcs import Arcs, in_batches, parser
from newsfacts.options import DEFAULT_MODEL

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.fixture(scope="module")
def quick(exact: spacy.language.Language) -> Arcs:
    found = parser(exact)
    assert found is not None
    return found


def _texts() -> list[str]:
    texts = [file.read_text("utf-8") for file in sorted(CORPUS.glob("*/article.txt"))[1::6]]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    return [*lines, texts[0], "Ayr", "", " \n ", "Run! He ran. \n\n She  did not", "你好 ₦5,000 — x"]


def _with_vectors(nlp: spacy.language.Language, texts: list[str]) -> list[Any]:
    docs = [nlp.make_doc(text) for text in texts]
    component: Any = nlp.get_pipe("tok2vec")
    return list(component.pipe(docs))


def _parse(docs: list[Any]) -> list[list[tuple[int, str, bool | None]]]:
    return [[(token.head.i, token.dep_, token.is_sent_start) for token in doc] for doc in docs]


def test_it_parses_as_spacy_does(exact: spacy.language.Language, quick: Arcs) -> None:
    walked, together, alone = (_with_vectors(exact, _texts()) for _ in range(3))
    component: Any = exact.get_pipe("parser")
    list(component.pipe(walked))
    quick.annotate(together)
    for doc in alone:
        quick.annotate([doc])
    assert sum(map(len, walked)) > 3_000
    assert _parse(together) == _parse(walked) == _parse(alone)


def test_batches_hold_every_document_with_words(exact: spacy.language.Language) -> None:
    docs = [exact.make_doc(text) for text in _texts() * 3]
    batches = list(in_batches(docs))
    assert len(batches) > 1
    assert sorted(id(doc) for batch in batches for doc in batch) == sorted(map(id, docs))
    assert list(in_batches([])) == list(in_batches([exact.make_doc("")])) == []


def test_a_parser_that_is_not_exact_walks_as_it_did() -> None:
    assert parser(spacy.load(DEFAULT_MODEL)) is None
