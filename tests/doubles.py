"""A stand-in for the extractor: quick, without a model, and able to misbehave on demand.

It finds "NUMBER WORD" as a count. Words in capitals in a text make it misbehave, the way a bug, the machine's memory or
a regular expression out of hand would.
"""

import hashlib
import os
import re
import signal
import time
from decimal import Decimal
from pathlib import Path

from newsfacts.article import Article
from newsfacts.errors import ModelError
from newsfacts.record import Comparator, Count, Kind, Record, Section, SectionKind, fact_id

_COUNT = re.compile(r"\b(\d+) (\w+)")
_DIE_ONCE = re.compile(r"DIE ONCE (\S+)")


class Double:
    """Extract counts; do what the text says where it speaks in capitals."""

    def __init__(self, model: str = "double 1.0") -> None:
        self.model = model

    def extract(self, article: Article) -> Record:
        """Misbehave as told, else count."""
        misbehave(article.text)
        counts = [count(article, match) for match in _COUNT.finditer(article.text)]
        return record(article, self.model, counts)


def load() -> Double:
    return Double()


def load_and_tell(path: str) -> Double:
    with open(path, "a") as file:
        file.write("x")
    return Double()


def load_newer() -> Double:
    return Double("double 2.0")


def load_nothing() -> Double:
    raise ModelError("model 'none' is not installed")


def load_and_die() -> Double:
    os.kill(os.getpid(), signal.SIGKILL)
    return Double()


def misbehave(text: str) -> None:
    if "RAISE" in text:
        raise ValueError("told to raise")
    if "SLEEP" in text:
        time.sleep(60)
    once = _DIE_ONCE.search(text)
    if once and not Path(once[1]).exists():
        Path(once[1]).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if "DIE ALWAYS" in text:
        os.kill(os.getpid(), signal.SIGKILL)


def count(article: Article, match: re.Match[str]) -> Count:
    value = Decimal(match[1])
    return Count(
        text=match[0],
        start_char=match.start(),
        end_char=match.end(),
        fact_id=fact_id(article.article_id, Kind.COUNT, match.start(), match.end()),
        section_id="s0",
        sentence_start=0,
        sentence_end=len(article.text),
        rule="double",
        event_id=None,
        status=None,
        attribution=None,
        attribution_person_id=None,
        attribution_confidence=None,
        time_text=None,
        time_start=None,
        time_end=None,
        time_precision=None,
        time_source=None,
        time_confidence=None,
        place=None,
        place_source=None,
        place_confidence=None,
        confidence=None,
        value=value,
        comparator=Comparator.EQ,
        min_value=value,
        max_value=value,
        repeats=None,
        noun=match[2],
        noun_phrase=match[2],
        predicate=None,
        event_type=None,
        gkg_type=None,
        agent=None,
        agent_person_id=None,
        subset_of=None,
        changes_from=None,
        direction=None,
        offence=None,
    )


def record(article: Article, model: str, counts: list[Count]) -> Record:
    text = article.text
    section = Section(
        section_id="s0", kind=SectionKind.HEAD, heading=None, subheading=None, start_char=0, end_char=len(text)
    )
    return Record(
        schema_version="2.0",
        packs=[],
        extractor="double",
        model=model,
        article_id=article.article_id,
        source=article.source,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text_length=len(text),
        language="en",
        title=article.title,
        byline=list(article.authors),
        dateline_place=None,
        published=article.published,
        published_text=article.published_text,
        sections=[section],
        people=[],
        events=[],
        facts=list(counts),
        warnings=list(article.warnings),
    )
