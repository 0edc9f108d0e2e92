"""What --min-confidence leaves out, and what becomes of references to it."""

import json
from dataclasses import replace

import doubles
import pytest
from click.testing import CliRunner

from newsfacts.article import Article
from newsfacts.cli import main
from newsfacts.extract import Extractor
from newsfacts.options import Options
from newsfacts.record import Record
from newsfacts.weigh.threshold import above


def record(*confidences: float | None) -> Record:
    """Give a record of one count for each confidence; every count repeats the first."""
    made = doubles.Double().extract(Article("a", " ".join(f"{n} men" for n in range(5, 5 + len(confidences)))))
    first = made.facts[0].fact_id
    facts = [
        fact.model_copy(update={"confidence": confidence, "repeats": first if place else None, "subset_of": first})
        for place, (fact, confidence) in enumerate(zip(made.facts, confidences, strict=True))
    ]
    return made.model_copy(update={"facts": facts})


CASES: list[tuple[tuple[float | None, ...], float, list[str]]] = [
    ((0.95, 0.7, 0.9), 0.9, ["5 men", "7 men"]),
    ((0.95, None, 0.1), 0.9, ["5 men"]),
    ((None, 0.1), 0.0, ["6 men"]),
    ((0.2, 0.3), 0.5, []),
    ((0.2, 0.3), 0.0, ["5 men", "6 men"]),
]


@pytest.mark.parametrize(("confidences", "least", "texts"), CASES)
def test_what_is_less_certain_is_left_out(
    confidences: tuple[float | None, ...], least: float, texts: list[str]
) -> None:
    assert [fact.text for fact in above(record(*confidences), least).facts] == texts


def test_a_reference_to_what_is_left_out_becomes_null() -> None:
    (fact,) = above(record(0.2, 0.9), 0.5).facts
    assert fact.model_dump()["repeats"] is None
    assert fact.model_dump()["subset_of"] is None


def test_a_reference_to_what_stays_stays() -> None:
    first, second = above(record(0.8, 0.9), 0.5).facts
    assert second.model_dump()["repeats"] == first.fact_id


def test_the_corpus_has_roles_on_both_sides_of_a_threshold(corpus_records: dict[str, Record]) -> None:
    least = 0.95
    for full in corpus_records.values():
        cut = above(full, least)
        assert [person.name for person in cut.people] == [person.name for person in full.people]
        for person, whole in zip(cut.people, full.people, strict=True):
            assert person.roles == [role for role in whole.roles if (role.confidence or 0) >= least]


def test_an_extractor_can_be_told_how_certain_to_be(extractor: Extractor) -> None:
    text = "Police held 5 men."
    told = replace(extractor, options=Options(min_confidence=1.0))
    assert extractor.extract(text).facts
    assert not told.extract(text).facts
    assert not [fact for made in told.pipe([text]) if isinstance(made, Record) for fact in made.facts]


class Graded:
    """Extract counts, the first of them with little confidence, as the options ask for."""

    def __init__(self, least: float) -> None:
        self._least = least

    def extract(self, article: Article) -> Record:
        """Give two counts, whatever the article says."""
        return above(record(0.2, 0.9), self._least).model_copy(update={"article_id": article.article_id})


@pytest.mark.parametrize(("options", "texts"), [([], ["5 men", "6 men"]), (["--min-confidence", "0.5"], ["6 men"])])
def test_the_command_leaves_out_what_is_below(
    options: list[str], texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsfacts.cli.extract.load_extractor", lambda options: Graded(options.min_confidence or 0))
    result = CliRunner().invoke(main, ["extract", "-", "--jobs", "1", *options], input="5 men")
    assert result.exit_code == 0, result.output
    facts = json.loads(result.stdout)["facts"]
    assert [fact["text"] for fact in facts] == texts
    assert facts[-1]["subset_of"] == (facts[0]["fact_id"] if len(facts) > 1 else None)
