"""Every rule that a record names is in the book, once, with a pattern and a reason."""

from collections import Counter

from newsfacts.record import Record
from newsfacts.rulebook import RULES


def test_ids_are_unique() -> None:
    assert not [rule for rule, number in Counter(rule.id for rule in RULES).items() if number > 1]


def test_every_rule_says_its_pattern_and_why() -> None:
    assert not [rule.id for rule in RULES if not rule.pattern.strip() or not rule.why.strip()]


def test_an_id_names_its_kind_first() -> None:
    kinds = {rule.id.split(".")[0] for rule in RULES}
    assert kinds == {"count", "money", "percentage", "quantity", "quote", "role"}


def test_every_rule_of_the_corpus_is_in_the_book(corpus_records: dict[str, Record]) -> None:
    seen = {fact.rule for record in corpus_records.values() for fact in record.facts}
    seen |= {role.rule for record in corpus_records.values() for person in record.people for role in person.roles}
    assert len(seen) > 30
    assert not seen - {rule.id for rule in RULES}
