"""What patterns match, what rules make of it, and who is asked first."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsfacts.evaluation.packs import Problem, problems, remarks
from newsfacts.extract import Extractor, load
from newsfacts.options import Options
from newsfacts.packs.pack import read_pack
from newsfacts.packs.reader import reader

RUSTLING = Path(__file__).parent / "rustling"


def teach(extractor: Extractor, folder: Path) -> Extractor:
    """Give an extractor that knows a pack's rules, without loading the model once more."""
    figures = extractor.figures
    return replace(extractor, figures=replace(figures, packs=reader([read_pack(folder)], figures.shared.bounds)))


HEAD = 'name = "test"\nversion = "1"\ndescription = "For a test."\n'


@pytest.fixture(scope="module")
def taught() -> Extractor:
    """Give the extractor with the pack beside this file."""
    return load(options=Options(packs=(RUSTLING,)))


def test_every_rule_of_the_pack_does_what_its_examples_say(taught: Extractor) -> None:
    assert list(problems(read_pack(RUSTLING), taught)) == []
    assert list(remarks(read_pack(RUSTLING))) == []


FACTS: list[tuple[str, dict[str, Any]]] = [
    (
        "Rustlers took more than 40 head of young Boran cattle in Isiolo.",
        {"text": "more than 40 head of young Boran cattle", "noun": "Boran cattle", "min_value": 40, "value": 40}
        | {"noun_phrase": "young Boran cattle", "predicate": "take", "event_type": "theft", "agent": "Rustlers"},
    ),
    ("He was robbed of 500 bob.", {"text": "500 bob", "currency": "KES", "value": 500, "money_role": "stolen"}),
    ("He stole 2.5 grand.", {"text": "2.5 grand", "currency": "KES", "value": 2500, "predicate": "steal"}),
    ("Police seized between 3 and 4 debes of muguka.", {"min_value": 60, "max_value": 80, "unit": "litre"}),
    ("Police seized 3 debes of muguka.", {"value": 60, "substance": "muguka", "predicate": "seize"}),
    ("Of the herd, 12 in every hundred cattle were stolen.", {"value": 12, "direction": "share", "measure": "cattle"}),
]


@pytest.mark.parametrize(("text", "fields"), FACTS)
def test_a_rule_gives_a_whole_fact(taught: Extractor, text: str, fields: dict[str, Any]) -> None:
    (fact,) = taught.extract(text).facts
    assert fact.rule.startswith("rustling/")
    found = fact.model_dump()
    assert {name: found[name] for name in fields} == fields
    assert text[fact.start_char : fact.end_char] == fact.text


def test_a_number_that_is_no_fact_is_none_and_the_others_are_as_before(taught: Extractor, extractor: Extractor) -> None:
    text = "Cows with brand 77 cattle marks were found. Police held 12 men."
    assert [fact.text for fact in taught.extract(text).facts] == ["12 men"]
    assert next(fact.text for fact in extractor.extract(text).facts).startswith("77")


def test_offsets_index_the_text_as_given(taught: Extractor) -> None:
    text = "\r\nPolice say \U0001f600 that rustlers in Isiolo took 40 head\r\nof cattle from a farm on Monday.\r\n"
    (fact,) = taught.extract(text).facts
    assert (fact.rule, text[fact.start_char : fact.end_char]) == ("rustling/head-of", "40 head\r\nof cattle")


def pack(root: Path, rule: str, name: str = "test") -> Path:
    (root / "rules").mkdir(parents=True)
    (root / "pack.toml").write_text(HEAD.replace("test", name))
    (root / "rules" / "a.toml").write_text(rule)
    return root


COUNT = '[[rule]]\nid = "a"\nkind = "count"\nwhy = "b"\nfields = {{ noun = "things" }}\npattern = [{}]\n'
NUMBER = '{ class = "number" }'

PATTERNS: list[tuple[str, str, list[str]]] = [
    (f'{NUMBER}, {{ LOWER = "gizmos" }}', "They took 5 gizmos and two gizmos and gizmos.", ["5", "two"]),
    (f'{{ LOWER = "plot" }}, {NUMBER}', "They took plot 7 and plot twenty-two thousand.", ["7", "twenty-two thousand"]),
    (f"{NUMBER}, {{ LIKE_NUM = true }}", "He wrote 5 6 and 7.", ["5"]),
    (f'{NUMBER}, {{ LEMMA = "gizmo" }}', "They took 5 gizmos.", ["5"]),
    (f'{NUMBER}, {{ TAG = "NNS", OP = "!" }}', "They took 5 gizmos.", []),
    (f'{NUMBER}, {{ class = "substances" }}', "They took 5 cocaine and 6 men.", ["5"]),
    (f'{NUMBER}, {{ class = "substances", OP = "?" }}, {{ LOWER = "bags" }}', "5 cocaine bags and 6 bags.", ["5", "6"]),
    (f'{NUMBER}, {{ class = "ranks", OP = "+" }}', "They met 5 police constables.", ["5"]),
    (f'{NUMBER}, {{ class = "comparators" }}, {{ LOWER = "x" }}', "They met 5 or more x there.", ["5 or more"]),
    (f'{NUMBER}, {{ class = "decoy_words", where = {{ class = "month" }} }}', "The 5 May men met.", ["5"]),
    (f'{NUMBER}, {{ LOWER = {{ REGEX = "^giz" }} }}', "They took 5 gizmos.", ["5"]),
    (f'{NUMBER}, {{ ENT_TYPE = "GPE" }}', "They met 5 London men.", ["5"]),
]


@pytest.mark.parametrize(("pattern", "text", "spans"), PATTERNS)
def test_a_pattern_matches_tokens_and_classes(
    extractor: Extractor, tmp_path: Path, pattern: str, text: str, spans: list[str]
) -> None:
    made = teach(extractor, pack(tmp_path / "p", COUNT.format(pattern)))
    assert [fact.text for fact in made.extract(text).facts if fact.rule == "test/a"] == spans


def test_the_pack_that_is_given_last_is_asked_first(tmp_path: Path) -> None:
    one = pack(tmp_path / "one", COUNT.format(f'{NUMBER}, {{ LOWER = "gizmos" }}'), "one")
    other = pack(tmp_path / "other", COUNT.format(f'{NUMBER}, {{ LOWER = "gizmos" }}'), "other")
    for packs, rule in (((one, other), "other/a"), ((other, one), "one/a")):
        record = load(options=Options(packs=packs)).extract("They took 5 gizmos.")
        assert [fact.rule for fact in record.facts] == [rule]
        assert [used.name for used in record.packs] == [path.name for path in packs]


WRONG: list[tuple[str, str]] = [
    ('yes = ["They took [5 gizmos]."]', "yes: 'They took [5 gizmos].': found '5'; expected what is in brackets"),
    ('yes = ["They took [5] things."]', "found nothing; expected what is in brackets"),
    ('yes = ["They took [5] gizmos and 6 gizmos."]', "found '5', '6'; expected what is in brackets and nothing else"),
    ('no = ["They took 5 gizmos."]', "no: 'They took 5 gizmos.': found '5'; expected nothing"),
    (
        '[[rule.unless]]\nid = "lot"\nwhy = "c"\nwhere = "before"\npattern = [{ LOWER = "lot" }]\nexample = "5 gizmos"',
        "unless lot: '5 gizmos': holds nothing back; expected a phrase in which it does",
    ),
    (
        '[[rule.unless]]\nid = "lot"\nwhy = "c"\nwhere = "before"\npattern = [{ LOWER = "lot" }]\n'
        'example = "Lot 5 gizmos and 6 gizmos"',
        "unless lot: 'Lot 5 gizmos and 6 gizmos': found '6'; expected nothing",
    ),
]


@pytest.mark.parametrize(("more", "message"), WRONG)
def test_an_example_that_does_not_hold_is_told(extractor: Extractor, tmp_path: Path, more: str, message: str) -> None:
    folder = pack(tmp_path / "p", COUNT.format(f'{NUMBER}, {{ LOWER = "gizmos" }}') + more)
    told = list(problems(read_pack(folder), teach(extractor, folder)))
    assert [one for one in told if message in one.message]
    least = sum("expected 3 at least" in one.message for one in told)
    assert (least, len(told)) == (2, 3)
    assert all(isinstance(one, Problem) and one.rule == "test/a" for one in told)


SIDES = [("before", "lot 5 gizmos", 0), ("behind", "5 gizmos lot", 0), ("sentence", "5 gizmos in a big lot", 0)]
SIDES += [("before", "5 gizmos lot", 1), ("behind", "lot 5 gizmos", 1), ("sentence", "5 gizmos in a big heap", 1)]


@pytest.mark.parametrize(("where", "text", "number"), SIDES)
def test_a_guard_looks_where_it_says(extractor: Extractor, tmp_path: Path, where: str, text: str, number: int) -> None:
    guard = f'[[rule.unless]]\nid = "lot"\nwhy = "c"\nwhere = "{where}"\npattern = [{{ LOWER = "lot" }}]\nexample = "x"'
    folder = pack(tmp_path / "p", COUNT.format(f'{NUMBER}, {{ LOWER = "gizmos" }}') + guard)
    made = teach(extractor, folder)
    assert len([fact for fact in made.extract(text).facts if fact.rule == "test/a"]) == number


def test_a_cell_that_no_packaged_row_has_is_pointed_out(tmp_path: Path) -> None:
    folder = pack(tmp_path / "p", COUNT.format(f'{NUMBER}, {{ LOWER = "gizmos" }}'))
    (folder / "lexicons").mkdir()
    table = "# source: a\nword\tcanonical\tcountry\tseniority\tpart\tcapital\nzupf\tzupf\tQQ\t3\tpolice\t\n"
    (folder / "lexicons" / "ranks.tsv").write_text(table)
    assert ["country is 'QQ'" in remark for remark in remarks(read_pack(folder))] == [True]
