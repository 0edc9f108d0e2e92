"""What an explanation shows: the sentence with its mark, the rule, the words, and where each value came from."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from newsfacts.article import Article
from newsfacts.cli import main
from newsfacts.explain import (
    FactExplanation,
    explain,
    explain_refusals,
    explain_roles,
    format_fact,
    format_refusal,
    format_role,
    word_book,
)
from newsfacts.explain.words import WordBook
from newsfacts.record import Record
from newsfacts.rules.trace import Trace

if TYPE_CHECKING:
    from newsfacts.extract import Extractor

TEXT = (
    "AYR, March 4 - On Friday, police arrested more than 40 suspects in a raid.\n\n"
    "Inspector Moira Tench said that 16 of the suspects would be charged with theft of $1.2 million.\n\n"
    "“We have waited for this for months,” Tench said.\n"
)


@pytest.fixture(scope="module")
def book() -> WordBook:
    return word_book()


@pytest.fixture(scope="module")
def record(extractor: "Extractor") -> Record:
    return extractor.extract(Article("a", TEXT))


@pytest.fixture(scope="module")
def explained(extractor: "Extractor", record: Record, book: WordBook) -> dict[str, FactExplanation]:
    """Give the explanations by the text of their facts."""
    return {one.fact.text: one for one in explain(TEXT, record, book, extractor.language.lemma)}


def test_every_fact_has_its_rule_and_stands_marked_in_its_sentence(
    explained: dict[str, FactExplanation], record: Record
) -> None:
    assert len(explained) == len(record.facts)
    for one in explained.values():
        assert one.rule.id == one.fact.rule
        assert one.sentence[1] == one.fact.text
        assert "".join(one.sentence) in TEXT


ORIGINS: list[tuple[str, str, str]] = [
    ("more than 40 suspects", "predicate", "arrested"),
    ("more than 40 suspects", "agent", "police"),
    ("more than 40 suspects", "noun", "suspects"),
    ("more than 40 suspects", "time_text", "On Friday"),
    ("$1.2 million", "attribution", "Moira Tench"),
    ("“We have waited for this for months,”", "speaker", "Moira Tench"),
    ("“We have waited for this for months,”", "cue", "said"),
]


@pytest.mark.parametrize(("text", "field", "said"), ORIGINS)
def test_a_value_points_at_the_text_it_came_from(
    text: str, field: str, said: str, explained: dict[str, FactExplanation]
) -> None:
    (origin,) = [origin for origin in explained[text].origins if origin.field == field]
    assert origin.start is not None
    assert said in TEXT[origin.start : origin.end]


@pytest.fixture(scope="module")
def traced(extractor: "Extractor") -> tuple[Record, Trace]:
    return extractor.traced(Article("a", TRACED))


TRACED = (
    "AYR, March 4 - On Friday, police arrested more than 40 suspects in a raid at 12 High Street.\n\n"
    "Inspector Moira Tench, 45, said that 16 of them would be charged under section 12 with theft of $1.2 million.\n"
)


def test_a_trace_changes_nothing(extractor: "Extractor", traced: tuple[Record, Trace]) -> None:
    assert extractor.extract(Article("a", TRACED)) == traced[0]


def test_nothing_is_traced_when_nobody_asks(extractor: "Extractor") -> None:
    assert extractor.read(Article("a", TRACED)).trace is None


REFUSALS = [("4", "decoy.date"), ("12", "decoy.address"), ("45", "decoy.age"), ("12", "decoy.label")]


def test_the_trace_says_why_a_number_is_no_fact(traced: tuple[Record, Trace]) -> None:
    told = list(explain_refusals(TRACED, *traced))
    assert [(one.sentence[1], one.rule.id) for one in told] == REFUSALS
    assert all(one.rule.why in format_refusal(one) for one in told)


def test_the_trace_says_what_was_proposed_and_chosen(traced: tuple[Record, Trace]) -> None:
    (money,) = [fact for fact in traced[0].facts if fact.kind == "money"]
    decided = {one.decision: one for one in traced[1].decided[money.fact_id]}
    chosen = {name: [p.value for p in one.proposed if p.chosen] for name, one in decided.items()}
    assert (chosen["money_role"], chosen["attribution"]) == (["stolen"], ["Moira Tench"])
    assert "charge" in {one.value for one in decided["action"].proposed}
    assert all(one.evidence for one in decided["action"].proposed)


def test_an_explanation_reads_the_trace(extractor: "Extractor", traced: tuple[Record, Trace], book: WordBook) -> None:
    record, trace = traced
    told = {one.fact.text: one for one in explain(TRACED, record, book, extractor.language.lemma, trace)}
    one = told["more than 40 suspects"]
    (origin,) = [origin for origin in one.origins if origin.field == "predicate"]
    assert (origin.start, origin.end) == trace.read_from[one.fact.fact_id, "predicate"]
    assert "→ arrest:" in format_fact(one, TRACED)


WORDS: list[tuple[str, str, str]] = [
    ("more than 40 suspects", "comparators", "more than"),
    ("more than 40 suspects", "event_nouns", "suspects"),
    ("more than 40 suspects", "event_types", "arrested"),
    ("more than 40 suspects", "time_words", "Friday"),
    ("$1.2 million", "currencies", "$"),
    ("$1.2 million", "magnitudes", "million"),
    ("$1.2 million", "status_cues", "would"),
    ("“We have waited for this for months,”", "reporting_verbs", "said"),
]


@pytest.mark.parametrize(("text", "lexicon", "written"), WORDS)
def test_the_words_of_the_lexicons_are_named(
    text: str, lexicon: str, written: str, explained: dict[str, FactExplanation]
) -> None:
    assert (lexicon, written) in {(word.lexicon, word.text) for word in explained[text].words}


def test_a_word_inside_a_longer_entry_is_passed_over(book: WordBook) -> None:
    found = list(book.find("more than 40", 0, 12, ["comparators"]))
    assert {word.text for word in found} == {"more than"}


def test_short_units_are_taken_as_written(book: WordBook) -> None:
    assert [word.row["unit"] for word in book.find("5 kg", 0, 4, ["units"])] == ["kilogram"]
    assert not list(book.find("5 KM", 0, 4, ["currencies"]))


def test_the_page_shows_mark_rule_and_confidence(explained: dict[str, FactExplanation]) -> None:
    page = format_fact(explained["more than 40 suspects"], TEXT)
    assert "On Friday, police arrested [[more than 40 suspects]] in a raid." in page
    assert "count.noun-phrase: NUMBER [MODIFIER…] NOUN" in page
    assert "confidence 0.9" in page


def test_roles_are_explained(record: Record, book: WordBook) -> None:
    pages = [format_role(one) for one in explain_roles(TEXT, record, book)]
    assert any("role of Moira Tench" in page and "role.direct" in page and "ranks" in page for page in pages)


def test_every_fact_and_role_of_the_corpus_can_be_explained(
    corpus_records: dict[str, Record], extractor: "Extractor", book: WordBook
) -> None:
    folder = Path(__file__).parents[2] / "corpus" / "articles"
    for article_id, of_article in list(corpus_records.items())[:6]:
        text = (folder / article_id).read_bytes().decode("utf-8")
        pages = [format_fact(one, text) for one in explain(text, of_article, book, extractor.language.lemma)]
        assert len(pages) == len(of_article.facts)
        assert all("[[" in page and "rule:" in page for page in pages)


def call(*arguments: str, given: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["explain", *arguments], input=given)
    return result.exit_code, result.output


def test_the_command_explains_all_or_one(record: Record, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        "\n".join(json.dumps({"article_id": name, "text": TEXT}) for name in ("a", "b")) + "\n"
    )
    fact = record.facts[0]
    code, output = call(str(tmp_path / "a.jsonl"), "--id", "a", "--fact", fact.fact_id)
    assert code == 0
    assert f"[[{fact.text}]]" in output
    assert output.count("rule:") == 1
    code, output = call("-", given=TEXT)
    assert code == 0
    explained = output.count("  rule:") - output.count("no fact  ")
    assert explained == len(record.facts) + sum(len(person.roles) for person in record.people)
    assert "March [[4]] -" in output


WRONG: list[tuple[list[str], str]] = [
    (["a.jsonl"], "several articles ('a', …); expected --id"),
    (["a.jsonl", "--id", "z"], "no article with the id 'z'"),
    (["a.jsonl", "--id", "a", "--fact", "z"], "no fact 'z'; expected an id such as"),
    (["nowhere.txt"], "no such file or folder"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_a_wrong_call_says_what_is_wrong(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [json.dumps({"article_id": name, "text": "Police held 5 men."}) for name in ("a", "b")]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    code, output = call(*arguments)
    assert code == 2
    assert message in output
