"""Every refusal runs on its own examples: which numbers it refuses, and which it leaves to others."""

from collections.abc import Iterator

import pytest

from newsfacts.article import Article
from newsfacts.extract import Extractor
from newsfacts.figures.not_facts import RULES
from newsfacts.figures.number import Number
from newsfacts.rules.rule import Rule

LEAST_YES, LEAST_NO = 3, 3


def _refused(extractor: Extractor, text: str) -> dict[str, set[tuple[int, int]]]:
    """Give the spans of the numbers refused, whoever asks for them, by the id of the rule."""
    found: dict[str, set[tuple[int, int]]] = {}

    def refused(number: Number, rule: Rule) -> None:
        found.setdefault(rule.id, set()).add((number.start, number.end))

    claims = extractor.figures.claims
    for sentence in extractor.read(Article(article_id="t", text=text)).sentences:
        for number in claims.open(sentence, refused):
            rule = claims.decoys.reason(sentence, number, bounded=False)
            if rule is not None:
                refused(number, rule)
    return found


def _examples(part: str) -> Iterator[object]:
    for rule in RULES:
        for phrase in rule.yes if part == "yes" else rule.no:
            yield pytest.param(rule, phrase, id=f"{rule.id}: {phrase}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_refusal_carries_its_examples(rule: Rule) -> None:
    assert rule.why
    assert len(rule.yes) >= LEAST_YES
    assert len(rule.no) >= LEAST_NO


@pytest.mark.parametrize(("rule", "phrase"), list(_examples("yes")))
def test_a_refusal_refuses_its_own_examples(extractor: Extractor, rule: Rule, phrase: str) -> None:
    start, end = phrase.index("["), phrase.index("]") - 1
    text = phrase.replace("[", "").replace("]", "")
    assert (start, end) in _refused(extractor, text).get(rule.id, set())
    assert not [fact for fact in extractor.extract(text).facts if fact.start_char <= start < fact.end_char]


@pytest.mark.parametrize(("rule", "phrase"), list(_examples("no")))
def test_a_refusal_leaves_its_counterexamples_alone(extractor: Extractor, rule: Rule, phrase: str) -> None:
    assert rule.id not in _refused(extractor, phrase)
