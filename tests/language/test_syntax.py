"""What a parse is asked: each question in one way, and the same answer twice."""

import pytest

from newsfacts.extract import Extractor, as_article
from newsfacts.language import syntax
from newsfacts.language.pipeline import Sentence


def _sentence(extractor: Extractor, text: str) -> Sentence:
    return extractor.read(as_article(text)).sentences[0]


def _at(sentence: Sentence, word: str) -> int:
    return next(token.position for token in sentence.tokens if token.text == word)


PASSIVE = [
    ("Six men were arrested on Friday.", "arrested", True),
    ("They found six phones stolen in March.", "stolen", True),
    ("Two men were shot and killed.", "killed", True),
    ("Police arrested six men.", "arrested", False),
    ("Six men have fled.", "fled", False),
]


@pytest.mark.parametrize(("text", "verb", "passive"), PASSIVE)
def test_a_passive_is_known(extractor: Extractor, text: str, verb: str, passive: bool) -> None:
    sentence = _sentence(extractor, text)
    assert syntax.is_passive(sentence, _at(sentence, verb)) is passive


def test_subject_object_and_by_phrase_are_found(extractor: Extractor) -> None:
    sentence = _sentence(extractor, "Police arrested six men who were chased by soldiers.")
    words = [token.text for token in sentence.tokens]
    verb = _at(sentence, "arrested")
    assert [words[place] for place in syntax.subjects(sentence, verb)] == ["Police"]
    assert [words[place] for place in syntax.objects(sentence, verb)] == ["men"]
    assert [words[place] for place in syntax.own_clauses(sentence, _at(sentence, "men"))] == ["chased"]
    by = syntax.by_phrase(sentence, _at(sentence, "chased"))
    assert by is not None
    assert words[by] == "soldiers"


def test_an_answer_is_kept(extractor: Extractor) -> None:
    sentence = _sentence(extractor, "Six men were arrested.")
    verb = _at(sentence, "arrested")
    assert syntax.subjects(sentence, verb) is syntax.subjects(sentence, verb)
