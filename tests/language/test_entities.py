"""The quick recogniser takes spaCy's moves: the same entities, in any company; others are left alone."""

from pathlib import Path
from typing import Any

import pytest
import spacy

from newsfacts.language.entities import Entities, recogniser
from newsfacts.options import DEFAULT_MODEL

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.fixture(scope="module")
def quick(exact: spacy.language.Language) -> Entities:
    found = recogniser(exact)
    assert found is not None
    return found


def _texts() -> list[str]:
    """List lines and whole articles, which hold many sentences and white space, and texts of odd shapes."""
    texts = [file.read_text("utf-8") for file in sorted(CORPUS.glob("*/article.txt"))[::3]]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    names = " of the ".join(["Ministry"] * 60)
    return [*lines, *texts, "Ayr", "", " \n ", "London \n Police", "John\n\nSmith of Kano", names, "你好 ₦5,000 — Ayr"]


def _parsed(nlp: spacy.language.Language, texts: list[str]) -> list[Any]:
    docs = [nlp.make_doc(text) for text in texts]
    for name in ("tok2vec", "tagger", "parser"):
        component: Any = nlp.get_pipe(name)
        list(component.pipe(docs))
    return docs


def _found(docs: list[Any]) -> list[list[tuple[int, int, str]]]:
    return [[(entity.start, entity.end, entity.label_) for entity in doc.ents] for doc in docs]


def test_it_finds_what_spacy_finds_by_walking(exact: spacy.language.Language, quick: Entities) -> None:
    walked, at_once = _parsed(exact, _texts()), _parsed(exact, _texts())
    component: Any = exact.get_pipe("ner")
    list(component.pipe(walked))
    quick.annotate(at_once)
    assert sum(map(len, _found(walked))) > 500
    assert _found(at_once) == _found(walked)
    marks = [[token.ent_iob for token in doc] for doc in at_once]
    assert marks == [[token.ent_iob for token in doc] for doc in walked]


def test_it_finds_the_same_alone(exact: spacy.language.Language, quick: Entities) -> None:
    texts = _texts()[:40]
    together, alone = _parsed(exact, texts), _parsed(exact, texts)
    quick.annotate(together)
    for doc in alone:
        quick.annotate([doc])
    assert _found(alone) == _found(together)


def test_a_recogniser_that_is_not_exact_walks_as_it_did() -> None:
    assert recogniser(spacy.load(DEFAULT_MODEL)) is None
