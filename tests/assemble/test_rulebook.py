"""Every rule runs on its own examples: what it finds, what it leaves alone, and what each guard keeps it from."""

import re
from collections.abc import Iterator

import pytest

from newsfacts.assemble.kinds import RULES, rule
from newsfacts.extract import Extractor
from newsfacts.record import Record
from newsfacts.rules.rule import Rule

LEAST_YES, LEAST_NO = 3, 3


def test_ids_are_unique_and_name_their_kind() -> None:
    ids = [known.id for known in RULES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+\.[a-z_-]+", one) for one in ids)


@pytest.mark.parametrize("known", RULES, ids=lambda known: known.id)
def test_a_rule_says_why(known: Rule) -> None:
    assert known.why
    assert rule(known.id) is known


@pytest.mark.parametrize("known", RULES, ids=lambda known: known.id)
def test_a_rule_carries_its_examples(known: Rule) -> None:
    assert len(set(known.yes)) >= LEAST_YES
    assert len(set(known.no)) >= LEAST_NO
    assert all(_marked(phrase) for phrase in known.yes)
    assert not any(re.search(r"[\[\]]", phrase) for phrase in known.no)


def _marked(phrase: str) -> list[tuple[int, int]]:
    """Give the spans in brackets, as offsets into the phrase without its brackets."""
    found = re.finditer(r"\[[^\[\]]+\]", phrase)
    return [(match.start() - 2 * before, match.end() - 2 * before - 2) for before, match in enumerate(found)]


def _spans(record: Record, rule_id: str) -> list[tuple[int, int]]:
    spans = [(fact.start_char, fact.end_char) for fact in record.facts if fact.rule == rule_id]
    roles = [role for person in record.people for role in person.roles if role.rule == rule_id]
    return spans + [(role.start_char, role.end_char) for role in roles]


def _told(record: Record) -> str:
    """Say what was found, and by which rule, for the message of a test."""
    facts = [f"{fact.text!r} at {fact.start_char} by {fact.rule}" for fact in record.facts]
    roles = [f"{role.text!r} at {role.start_char} by {role.rule}" for person in record.people for role in person.roles]
    return f"found {', '.join(facts + roles) or 'nothing'}; `newsfacts explain` says why"


def _examples(part: str) -> list[object]:
    return list(_each_example(part))


def _each_example(part: str) -> Iterator[object]:
    for known in RULES:
        phrases = known.yes if part == "yes" else (*known.no, *(guard.example for guard in known.unless))
        for phrase in phrases:
            yield pytest.param(known, phrase, id=f"{known.id}: {phrase}")


@pytest.mark.parametrize(("known", "phrase"), _examples("yes"))
def test_a_rule_finds_its_own_examples(extractor: Extractor, known: Rule, phrase: str) -> None:
    record = extractor.extract(phrase.replace("[", "").replace("]", ""))
    assert set(_marked(phrase)) <= set(_spans(record, known.id)), _told(record)


@pytest.mark.parametrize(("known", "phrase"), _examples("no"))
def test_a_rule_leaves_its_counterexamples_alone(extractor: Extractor, known: Rule, phrase: str) -> None:
    record = extractor.extract(phrase)
    assert _spans(record, known.id) == [], _told(record)


def test_every_rule_of_the_corpus_is_in_the_book(corpus_records: dict[str, Record]) -> None:
    seen = {fact.rule for record in corpus_records.values() for fact in record.facts}
    seen |= {role.rule for record in corpus_records.values() for person in record.people for role in person.roles}
    assert len(seen) > 30
    assert not seen - {known.id for known in RULES}
