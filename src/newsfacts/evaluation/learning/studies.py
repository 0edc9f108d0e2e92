"""Annotated articles as collectors see them: text, gold, and what the extractor makes of it.

Gold comes as a folder of ARTICLE/article.txt beside ARTICLE/gold.json (`corpus/articles`), as NAME.gold.jsonl beside
NAME.articles.jsonl, or as a folder that holds such pairs; each folder of articles and each pair is one source.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsfacts.actions.figure_facts import FigureFact
from newsfacts.article import Article
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.beside import ARTICLES, GOLD
from newsfacts.evaluation.files import read_gold
from newsfacts.evaluation.scoring import Item
from newsfacts.events.persons import PersonsAt
from newsfacts.extract import Extractor
from newsfacts.language.reading import Reading
from newsfacts.people.identity.references import Reference
from newsfacts.record import Person, Quote, Record
from newsfacts.sources import ReadOptions, read

__all__ = ["Annotated", "Study", "annotated", "studies"]


@dataclass(frozen=True)
class Annotated:
    """Hold one article with its gold."""

    source: str
    """Name of the folder or pair that it comes from."""
    article: Article
    """The article."""
    gold: Mapping[str, Any]
    """What a careful reader found in it."""


@dataclass(frozen=True)
class Study:
    """Hold an annotated article as the extractor reads it; each stage is run once, when somebody asks."""

    annotated: Annotated
    """The article and its gold."""
    extractor: Extractor
    """Reads it; its readers propose the candidates."""

    @property
    def article_id(self) -> str:
        """Give the id of the article."""
        return self.annotated.article.article_id

    @property
    def source(self) -> str:
        """Give the source of the article."""
        return self.annotated.source

    def gold(self, kind: str) -> list[Item]:
        """Give the items of one kind of gold ("money"), in text order."""
        return self.annotated.gold.get(kind) or []

    @cached_property
    def reading(self) -> Reading:
        """Give the parsed article."""
        return self.extractor.read(self.annotated.article)

    @cached_property
    def record(self) -> Record:
        """Give the whole record."""
        return self.extractor.record(self.reading)

    @cached_property
    def people(self) -> list[Person]:
        """Give the people that are found."""
        return list(self.extractor.people.find(self.reading, self.extractor.language.lemma))

    @cached_property
    def _references(self) -> list[Reference]:
        return list(self.extractor.people.references(self.reading, self.people))

    def names(self, start: int, end: int) -> list[str]:
        """Give the names of the one person whom the words between two characters mean; none where they mean no one."""
        inside = {ref.person_id for ref in self._references if start < ref.end_char and ref.start_char < end}
        meant = [person for person in self.people if person.person_id in inside] if len(inside) == 1 else []
        return [name for person in meant for name in (person.name, *person.aliases)]

    @cached_property
    def persons(self) -> PersonsAt:
        """Give every place that means one of the people that are found."""
        return PersonsAt(self._references, {person.person_id: person for person in self.people})

    @cached_property
    def quotes(self) -> list[Quote]:
        """Give the direct speech of the record."""
        return [fact for fact in self.record.facts if isinstance(fact, Quote)]

    @cached_property
    def figures(self) -> list[FigureFact]:
        """Give the number facts that are found."""
        return self.extractor.figures.find(self.reading, self.extractor.language.lemma)


def studies(golds: Iterable[Annotated], extractor: Extractor) -> Iterator[Study]:
    """Read annotated articles with an extractor, one after the other."""
    for gold in golds:
        yield Study(gold, extractor)


def annotated(paths: Iterable[Path]) -> Iterator[Annotated]:
    """Read the annotated articles of files and folders; that all are there is seen before the first is read.

    Raises:  EvaluationError where a path is no gold, or an article of gold is missing.
    """
    for path, folders, pairs in [(path, *_found(path)) for path in paths]:
        for folder in folders:
            yield from _of_folder(folder, path.name if path.name != "articles" else path.resolve().parent.name)
        for pair in pairs:
            yield from _of_pair(pair)


def _found(path: Path) -> tuple[list[Path], list[Path]]:
    """Give the folders of annotated articles at a path, and its files of gold."""
    pairs = sorted(path.glob(f"*{GOLD}")) if path.is_dir() else [path]
    folders = [folder for folder in (path, path / "articles") if any(folder.glob("*/gold.json"))]
    if not pairs and not folders:
        raise EvaluationError(
            f"{path}: no gold; expected ARTICLE/article.txt with ARTICLE/gold.json, or NAME{GOLD} with NAME{ARTICLES}"
        )
    for pair in pairs:
        if not pair.name.endswith(GOLD) or not _beside(pair).is_file():
            raise EvaluationError(
                f"{pair}: no articles; expected NAME{GOLD} with NAME{ARTICLES} beside it, "
                f"which newsfacts read INPUT… -o NAME{ARTICLES} writes"
            )
    return folders, pairs


def _beside(pair: Path) -> Path:
    return pair.with_name(pair.name.removesuffix(GOLD) + ARTICLES)


def _of_folder(folder: Path, source: str) -> Iterator[Annotated]:
    for article_id, gold in read_gold(folder).items():
        text = (folder / article_id).read_bytes().decode("utf-8")
        published = datetime.date.fromisoformat(gold["published"]) if gold.get("published") else None
        yield Annotated(source, Article(article_id, text, published=published), gold)


def _of_pair(path: Path) -> Iterator[Annotated]:
    beside = _beside(path)
    found = {}
    for item in read([str(beside)], ReadOptions()):
        if isinstance(item, Article):
            found[item.article_id] = item
    for article_id, gold in read_gold(path).items():
        if article_id not in found:
            raise EvaluationError(f"{path}: gold of {article_id!r}, which is no readable article of {beside}")
        yield Annotated(path.name.removesuffix(GOLD), found[article_id], gold)
