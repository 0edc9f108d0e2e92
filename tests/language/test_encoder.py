"""The quick encoder gives thinc's numbers but for rounding, the same in any company; others are left alone."""

from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy

from newsfacts.language import encoder
from newsfacts.options import DEFAULT_MODEL

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
ARTICLE = (CORPUS / "gh-road-crashes-enforcement" / "article.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def plain() -> spacy.language.Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def quick() -> spacy.language.Language:
    nlp = spacy.load(DEFAULT_MODEL)
    assert encoder.quicken(nlp) == 2, "one encoder for tags and parse, one for entities"
    return nlp


def _model(nlp: spacy.language.Language, name: str) -> Any:
    component: Any = nlp.get_pipe(name)
    return component.model


def _texts() -> list[str]:
    lines = [line for line in ARTICLE.splitlines() if line.strip()]
    return [*lines, "", " ", "Police.", "你好 ₦5,000 — “x”\n\tдом"]


def test_the_vectors_are_those_of_thinc(plain: spacy.language.Language, quick: spacy.language.Language) -> None:
    docs = [plain.make_doc(text) for text in _texts()]
    for name in ("tok2vec", "ner"):
        expected, got = (_model(nlp, name) for nlp in (plain, quick))
        if name == "ner":
            expected, got = (model.get_ref("tok2vec") for model in (expected, got))
        for one, other in zip(_rows(expected.predict(docs)), _rows(got.predict(docs)), strict=True):
            assert one.shape == other.shape
            assert numpy.abs(one - other).max(initial=0) < 0.3  # numbers of some ten, rounded five times to 1/128
            assert not len(one) or numpy.abs(one - other).mean() < 0.02


def _rows(result: Any) -> list[Any]:
    return result if isinstance(result, list) else [result]


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_a_text_has_the_same_vectors_to_the_last_bit_in_any_company(quick: spacy.language.Language, name: str) -> None:
    encode = next(node for node in _model(quick, name).walk() if node.name == "quick_encoder")
    docs = [doc for doc in map(quick.make_doc, _texts()) if len(doc)]
    alone = {id(doc): encode.predict([doc])[0] for doc in docs}
    for company in (docs, docs[::-1], docs[3:] + docs[:3], docs * 2):
        for doc, vectors in zip(company, encode.predict(company), strict=True):
            assert numpy.array_equal(alone[id(doc)], vectors)


def test_a_text_has_the_same_vectors_to_the_last_bit_whatever_was_read_before() -> None:
    alone, after = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    assert encoder.quicken(alone) == encoder.quicken(after) == 2
    texts = _texts()
    for number, text in enumerate(texts):
        _model(after, "tok2vec").predict(
            [after.make_doc(other) for other in texts[:number:-1]] or [after.make_doc("x")]
        )
        if not text.strip():
            continue
        fresh, late = (_model(nlp, "tok2vec").predict([nlp.make_doc(text)])[0] for nlp in (alone, after))
        assert numpy.array_equal(fresh, late)


def test_words_are_forgotten_when_they_are_too_many(
    monkeypatch: pytest.MonkeyPatch, plain: spacy.language.Language
) -> None:
    monkeypatch.setattr(encoder, "_KNOWN", 20)
    nlp = spacy.load(DEFAULT_MODEL)
    encoder.quicken(nlp)
    for text in _texts() * 2:
        if text.strip():
            expected, got = (_model(one, "tok2vec").predict([one.make_doc(text)])[0] for one in (plain, nlp))
            assert numpy.abs(expected - got).mean() < 0.02


def test_tags_parse_and_entities_are_nearly_always_the_same(
    plain: spacy.language.Language, quick: spacy.language.Language
) -> None:
    texts = [file.read_text("utf-8") for file in sorted(CORPUS.glob("*/article.txt"))]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    one, other = ([token for doc in nlp.pipe(lines) for token in doc] for nlp in (plain, quick))
    features = (
        (lambda t: t.tag_, 0.999),
        (lambda t: (t.dep_, t.head.i), 0.995),
        (lambda t: (t.ent_type_, t.ent_iob), 0.998),
    )
    for feature, least in features:
        same = sum(feature(first) == feature(second) for first, second in zip(one, other, strict=True))
        assert same >= least * len(one)


def test_an_encoder_of_another_build_is_left_alone() -> None:
    nlp = spacy.blank("en")
    wide = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 16, "window_size": 2, "maxout_pieces": 2, "depth": 1,
    }  # fmt: skip
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2", "width": 16, "attrs": ["NORM", "SHAPE"], "rows": [50, 50],
        "include_static_vectors": False,
    }  # fmt: skip
    model = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": wide}
    nlp.add_pipe("tok2vec", config={"model": model})
    nlp.initialize()
    before = _model(nlp, "tok2vec")
    assert encoder.quicken(nlp) == 0
    assert _model(nlp, "tok2vec") is before


def test_it_cannot_be_trained(quick: spacy.language.Language) -> None:
    model = _model(quick, "tok2vec")
    vectors, backward = model([quick.make_doc("Police.")], is_train=True)
    with pytest.raises(NotImplementedError, match="only predicts"):
        backward(vectors)
