"""The command that fits: gold in, tables out, and extract takes them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts.cli import main
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.learning.studies import annotated
from newsfacts.extract import load
from newsfacts.options import Options

CORPUS = Path(__file__).parent.parent.parent.parent / "corpus"

TEXTS = [f"Thieves stole £{number} in Ayr. A man got a £{number + 1} fine." for number in (50, 60, 70, 80, 90, 95)]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Give the gold of six articles in which fines are bribes, as one user may see it."""
    articles, lines = [], []
    for place, text in enumerate(TEXTS):
        amounts = []
        for role, start in (("stolen", text.index("£")), ("bribe", text.rindex("£"))):
            amounts.append({"start": start, "end": start + 3, "value": text[start + 1 : start + 3], "money_role": role})
        articles.append(json.dumps({"article_id": f"a{place}", "text": text}))
        lines.append(json.dumps({"id": f"a{place}", "money": [{**one, "currency": "GBP"} for one in amounts]}))
    (tmp_path / "mine.articles.jsonl").write_text("\n".join(articles))
    (tmp_path / "mine.gold.jsonl").write_text("\n".join(lines))
    return tmp_path / "mine.gold.jsonl"


def test_a_users_gold_changes_what_is_chosen(gold: Path, tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    result = CliRunner().invoke(main, ["fit", str(gold), "--decision", "money_role", "--report", "-o", str(folder)])
    assert result.exit_code == 0, result.output
    assert "by article, 10 folds" in result.output
    assert "      the package's " in result.output
    assert "mine, on articles left out, against the package's weights: better in money_role" in result.output
    facts = load(options=Options(weights=folder)).extract("A man got a £75 fine.").facts
    assert [fact.money_role for fact in facts if fact.kind == "money"] == ["bribe"]


@pytest.mark.parametrize(
    ("options", "message"),
    [(["--decision", "luck", "--report"], "no decision 'luck'"), ([], "neither -o nor --report")],
)
def test_a_wrong_call_says_what_would_be_right(gold: Path, options: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["fit", str(gold), *options])
    assert result.exit_code == 2
    assert message in result.output


def test_gold_without_articles_is_refused(gold: Path) -> None:
    gold.with_name("mine.articles.jsonl").unlink()
    with pytest.raises(EvaluationError, match=r"expected NAME.gold.jsonl with NAME.articles.jsonl"):
        list(annotated([gold]))
    with pytest.raises(EvaluationError, match=r"newsfacts read INPUT… -o NAME.articles.jsonl writes"):
        next(annotated([CORPUS, gold]))  # before the first article of what is there
    (gold.parent / "empty").mkdir()
    with pytest.raises(EvaluationError, match="no gold"):
        list(annotated([gold.parent / "empty"]))


def test_a_folder_is_a_source_and_a_pair_is_one(gold: Path, tmp_path: Path) -> None:
    article = tmp_path / "set" / "articles" / "one"
    article.mkdir(parents=True)
    (article / "article.txt").write_text("Police held 5 men.")
    (article / "gold.json").write_text(json.dumps({"id": "one", "published": "2024-05-01"}))
    found = list(annotated([tmp_path / "set", gold]))
    assert [(one.source, one.article.article_id) for one in found][:2] == [("set", "one/article.txt"), ("mine", "a0")]
