"""What goes into the page: lines, index, forms and policy, without a browser."""

import base64
import hashlib
import html.parser
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from view.samples import HOSTILE, TEXT, count, hostile, money, ordinary, record

from newsfacts.article import Article
from newsfacts.assemble.kinds import rule
from newsfacts.cli import main
from newsfacts.errors import InputError, OutputError
from newsfacts.evaluation.corrections import Target, fields_of, needed
from newsfacts.packs.pack import read_pack
from newsfacts.record import Comparator, Kind, Record, UsedPack, to_json
from newsfacts.view import read_records, report, texts_of
from newsfacts.view.forms import forms
from newsfacts.view.index import index_of
from newsfacts.view.lines import json_line, record_line, text_line
from newsfacts.view.report import SCRIPTS, STYLES

PACK = Path(__file__).parents[1] / "packs" / "rustling"
PAGE = Path(__file__).parents[2] / "src" / "newsfacts" / "view" / "page"

UNSAFE = ["</script>", "<!--", "<script>", "]]>", "a & b", "line\u2028\u2029\u0085end", "\x00", "\ud83d alone", "👮🏽‍♀️"]


@pytest.mark.parametrize("text", UNSAFE)
def test_json_in_a_script_ends_no_script(text: str) -> None:
    line = json_line({"text": text})
    assert not re.search("[<>&\u2028\u2029\u0085\n\ud800-\udfff]", line)
    assert json.loads(line)["text"] == text.replace("\ud83d", "\ufffd")


def test_a_line_leaves_out_what_is_null_and_what_the_text_has() -> None:
    told = ordinary()
    short, whole = json.loads(record_line(told, TEXT)), json.loads(record_line(told, None))
    assert "text" not in short["facts"][0]
    assert "trigger" not in short["events"][0]
    assert whole["facts"][0]["text"] == "12 men"
    assert whole["events"][0]["trigger"] == "held"
    for line in (short, whole):
        assert line["people"][0]["name"] == "Ann Pellow"
        assert not {"place", "agent"} & set(line["facts"][0])
        assert "published" not in line
    assert json.loads(text_line(TEXT)) == TEXT
    assert text_line(None) == "null"


NUMBERS = ["70000000", "0.1", "123456789012345678901234567890.123"]


@pytest.mark.parametrize("value", NUMBERS)
def test_numbers_keep_their_digits(value: str) -> None:
    line = record_line(record("5 men", [count("5 men", "5 men", value)]), "5 men")
    assert json.loads(line)["facts"][0]["value"] == value


def test_the_index_has_a_row_for_each_fact_person_and_event() -> None:
    index = index_of([ordinary(), record("5 men", [count("5 men", "5 men", "5")]), ordinary("a2")])
    names = index["names"]
    facts = index["facts"]
    assert facts["a"] == [0, 0, 0, 0, 1, 2, 2, 2, 2]
    assert [names["kind"][kind] for kind in facts["k"][:4]] == ["count", "money", "quote", "count"]
    assert facts["c"][:5] == [930, 550, -1, 970, -1]
    assert names["event_type"][facts["t"][0]] == "arrest"
    assert facts["t"][4] == -1
    assert (facts["u"][1], facts["v"][1], facts["u"][0], facts["v"][0]) == ("GBP", 3_500_000, 0, 0)
    assert index["people"]["a"] == [0, 2]
    assert (index["events"]["a"], index["places"], index["events"]["p"]) == ([0, 2], ["Ayr"], [0, 0])
    assert [names["warning"][code] for code in index["articles"]["warnings"][0]] == ["odd_number"]
    for table in ("articles", "facts", "people", "events"):
        assert len({len(column) for column in index[table].values()}) == 1


def test_amounts_told_again_count_once_and_ranges_by_their_lower_bound() -> None:
    text = "£2 then £2 and £3-5"
    ranged = {"comparator": Comparator.RANGE, "min_value": Decimal(3), "max_value": Decimal(5)}
    first = money(text, "£2", "2")
    again = money(text, "then £2", "2", repeats=first.fact_id)
    between = money(text, "£3-5", "0").model_copy(update=ranged | {"value": None})
    facts = index_of([record(text, [first, again, between])])["facts"]
    assert (facts["v"], facts["x"]) == ([2, 2, 3], [0, 1, 0])


@pytest.mark.parametrize("name", [*Kind, "person", "event"])
def test_a_form_has_the_fields_that_corrections_take(name: str) -> None:
    target = Target(name) if name in ("person", "event") else Target.FACT
    kind = Kind(name) if target is Target.FACT else None
    fields = {field["name"]: field for field in forms()[name]}
    elsewhere = {"kind", "fact_ids", "time_precision", "time_source", "place_source"}
    assert set(fields) == set(fields_of(target, kind)) - elsewhere
    assert {one for one, field in fields.items() if field["needed"]} == set(needed(target, kind)) - {"kind"}
    assert all(field["help"] for field in fields.values())


FORMS = [
    ("count", "value", "number"),
    ("count", "noun", "text"),
    ("count", "event_type", "choice"),
    ("count", "agent_person_id", "person"),
    ("count", "event_id", "event"),
    ("count", "subset_of", "fact"),
    ("money", "money_role", "choice"),
    ("event", "time_start", "date"),
    ("person", "age", "integer"),
    ("person", "aliases", "lines"),
    ("person", "titles", "lines"),
]


@pytest.mark.parametrize(("form", "field", "control"), FORMS)
def test_a_field_has_the_control_of_its_type(form: str, field: str, control: str) -> None:
    (found,) = [one for one in forms()[form] if one["name"] == field]
    assert found["form"] == control
    assert bool(found["choices"]) == (control == "choice")


class Parts(html.parser.HTMLParser):
    """Take a page apart: its elements, its policy, what its scripts hold."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.policy = ""
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._into: list[str] | None = None
        self.feed(page)

    def handle_starttag(  # noqa: D102 (HTMLParser's)
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        assert not {"src", "onclick", "onload", "style"} & set(told)
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"] or ""
        self._into = {"script": self.scripts, "style": self.styles}.get(tag)

    def handle_endtag(self, tag: str) -> None:  # noqa: D102
        self._into = None

    def handle_data(self, data: str) -> None:  # noqa: D102
        if self._into is not None:
            self._into.append(data)


def test_the_page_is_one_file_and_its_policy_names_its_script_and_style() -> None:
    bad = hostile()
    parts = Parts(report([bad], {bad.article_id: HOSTILE}, "</title><script>").html)
    assert parts.tags.count("script") == 4
    assert not {"link", "img", "iframe", "object", "embed"} & set(parts.tags)
    for kind, content in (("script", parts.scripts[-1]), ("style", parts.styles[-1])):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in parts.policy
    assert parts.policy.startswith("default-src 'none'; ")
    assert "unsafe" not in parts.policy
    index, records, texts = (json.loads(one) for one in parts.scripts[:3])
    assert index["title"] == "</title><script>"
    assert records["facts"][0]["noun"] == bad.facts[0].noun  # type: ignore[union-attr]
    assert texts == HOSTILE.replace("\ud800", "\ufffd")


@pytest.mark.parametrize("name", [*Kind, "person", "event"])
def test_everything_has_a_colour_of_its_own(name: str) -> None:
    colours = (PAGE / "css" / "colours.css").read_text("utf-8")
    (own,) = re.findall(rf"^\.of-{name} {{ --own: (var\(--{name}\));", colours, re.M)
    assert colours.count(own) <= 2
    assert re.search(rf"^  --{name}: light-dark\(#\w+, #\w+\);", colours, re.M)


def test_every_file_of_the_page_is_put_in() -> None:
    assert {path.stem for path in (PAGE / "js").iterdir()} == set(SCRIPTS)
    assert {path.stem for path in (PAGE / "css").iterdir()} == set(STYLES)


def test_the_page_names_the_rules_that_fired_and_says_why() -> None:
    page = report([ordinary()]).html
    rules = json.loads(Parts(page).scripts[0])["rules"]
    assert {"count.noun-phrase", "money.symbol-before"} <= set(rules)
    known = rule("money.symbol-before")
    assert rules["money.symbol-before"] == [known.pattern, known.why]


def test_rules_of_a_pack_have_their_reasons_too(tmp_path: Path) -> None:
    known = read_pack(PACK).rules[0]
    taught = UsedPack(name="rustling", version="1", sha256="0" * 64)
    one = record("5 men", [count("5 men", "5 men", "5", rule=known.id)], packs=[taught])
    (tmp_path / "r.jsonl").write_text(to_json(one) + "\n", "utf-8")
    call = ["view", str(tmp_path / "r.jsonl"), "-o", str(tmp_path / "page.html"), "--pack", str(PACK)]
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 0, result.output
    index = json.loads(Parts((tmp_path / "page.html").read_text("utf-8")).scripts[0])
    assert index["rules"][known.id][1] == known.why
    assert index["made"] == ["newsfacts 0, none 0, pack rustling 1"]
    assert json.loads(Parts(report([one]).html).scripts[0])["rules"] == {}


def test_the_same_records_give_the_same_page() -> None:
    assert report([ordinary()], {"a1": TEXT}).html == report([ordinary()], {"a1": TEXT}).html


def test_no_records_are_no_page() -> None:
    with pytest.raises(OutputError, match="expected at least one"):
        report([])


def test_a_text_belongs_to_its_record_only() -> None:
    articles = [Article("a1", TEXT), Article("a2", TEXT + "!"), Article("zz", TEXT)]
    assert texts_of([ordinary(), ordinary("a2")], articles) == {"a1": TEXT}


def test_of_two_records_of_one_id_each_has_its_own_text_or_none() -> None:
    other = record("5 men", [count("5 men", "5 men", "5")])
    made = report([ordinary(), other], texts_of([ordinary(), other], [Article("a1", "5 men"), Article("a1", "6 men")]))
    assert [json.loads(line) for line in Parts(made.html).scripts[2].split("\n")] == [None, "5 men"]


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(to_json(ordinary()) + '\n\n{"article_id": "x"}\n')
    with pytest.raises(InputError, match=rf"^{re.escape(str(path))}:3: no record \(.*expected what newsfacts extract"):
        list(read_records(path))


def test_the_command_writes_a_page_and_says_what_has_no_text(tmp_path: Path) -> None:
    records, articles, page = tmp_path / "r.jsonl", tmp_path / "a.jsonl", tmp_path / "page.html"
    records.write_text(to_json(ordinary()) + "\n" + to_json(ordinary("a2")) + "\n", "utf-8")
    articles.write_text(json.dumps({"article_id": "a1", "text": TEXT}), "utf-8")
    result = CliRunner().invoke(main, ["view", str(records), str(articles), "-o", str(page)])
    assert result.exit_code == 0, result.output
    assert f"2 articles, 1 with text, are in {page}" in result.stderr
    assert "of 1 record ARTICLES hold no text, or another one" in result.stderr
    assert "<title>r</title>" in page.read_text("utf-8")
    result = CliRunner().invoke(main, ["view", str(records), "-o", str(page), "--title", "Ours"])
    assert "2 articles, 0 with text" in result.stderr
    assert "<title>Ours</title>" in page.read_text("utf-8")


def test_a_record_shows_itself_in_a_notebook() -> None:
    bad: Record = hostile()
    shown = bad._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown
    assert shown.encode("utf-8")
    told = ordinary()._repr_html_()
    for words in ("Twelve held in Ayr", "12 men", "Ann Pellow", "Detective Inspector", "arrest", "0.93", "odd_number"):
        assert words in told


def test_an_older_page_is_replaced_and_another_file_never(tmp_path: Path) -> None:
    records, page = tmp_path / "r.jsonl", tmp_path / "page.html"
    records.write_text(to_json(ordinary()) + "\n", "utf-8")
    call = ["view", str(records), "-o", str(page)]
    assert "1 article, 0 with text, are in" in CliRunner().invoke(main, call).stderr
    assert "in the place of an older page" in CliRunner().invoke(main, call).stderr
    page.write_text("<p>mine</p>", "utf-8")
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 2
    assert "no page that view wrote" in result.stderr
    assert page.read_text("utf-8") == "<p>mine</p>"
