"""The page of accuracy says what evaluation counts."""

from accuracy import page

GOLD = {"article_id": "uk-a", "counts": [{"text": "12 suspects", "start": 16, "value": "12", "noun": "suspects"}]}


def test_a_page_has_its_date_its_sets_and_its_scores() -> None:
    parts = {"corpus, blind": ({"uk-a": GOLD}, {"uk-a": {"article_id": "uk-a", "people": [], "facts": []}})}
    text = page("2026-11-29", parts, "| decision |\n")
    assert "on 2026-11-29;" in text
    assert "| | corpus, blind (1) |" in text
    assert "| counts.full | 0.000 |" in text
    assert "| uk | 1 | – | 0.000 of 1 |" in text
    assert "## Cross-validated" in text
