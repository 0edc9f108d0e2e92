"""Check gold before it is used: its form, what stands twice, keys that nothing has, and every span against the text.

Phases: the objects are read one by one, a broken line costs itself only (`check_gold`) → form (gold.py) → what the
object says twice or of nothing (`_doubles`, `_loose_ends`) → with the articles: ids, hashes, spans (`_against`). A
fault says file and line, article, field, what stands there and what would be right.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.beside import articles_beside, hash_of
from newsfacts.evaluation.files import gold_files, parsed
from newsfacts.evaluation.gold import faults, short
from newsfacts.evaluation.gold_model import LISTS, Item

__all__ = ["Checked", "Fault", "check_gold"]

_SPANNED = tuple(key for key, model in LISTS.items() if issubclass(model, Item))


@dataclass(frozen=True, slots=True)
class Fault:
    """State one fault of gold."""

    where: str
    """File, and line where it has lines."""
    article_id: str
    """The article; "" where the line names none."""
    message: str
    """Field, what stands there, what would be right."""

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.where, self.article_id, self.message)))


@dataclass(frozen=True, slots=True)
class Checked:
    """Hold what a check has seen."""

    articles: int
    """Articles of gold that could be read."""
    with_text: bool
    """Spans were held against the texts."""
    faults: tuple[Fault, ...]
    """What is wrong, in the order of the files."""


def check_gold(gold: Path, articles: Path | None = None) -> Checked:
    """Check a file or folder of gold; against its articles where they are named or stand beside it.

    Raises:  EvaluationError or InputError where the files cannot be read at all.
    """
    texts = articles_beside(gold, articles)
    found: list[Fault] = []
    seen: dict[str, str] = {}
    for where, line, named in gold_files(gold):
        try:
            one = parsed(line, where, ("id",))
        except EvaluationError as error:
            found.append(Fault(where, "", str(error).removeprefix(f"{where}: ")))
            continue
        article_id = named or one["id"]
        told = [*_again(article_id, seen), *_misnamed(one, named), *faults(one)]
        told += [*_doubles(one), *_loose_ends(one)] if not told else []
        told += _against(one, article_id, texts) if texts is not None else []
        seen.setdefault(article_id, where)
        found += [Fault(where, article_id, message) for message in told]
    return Checked(len(seen), texts is not None, tuple(found))


def _again(article_id: str, seen: Mapping[str, str]) -> Iterator[str]:
    if article_id in seen:
        yield f"id: {article_id!r} again, as in {seen[article_id]}; expected one object an article"


def _misnamed(gold: Mapping[str, Any], named: str | None) -> Iterator[str]:
    folder = named.rpartition("/")[0] if named else None
    if folder is not None and gold["id"] != folder:
        yield f"id: {gold['id']!r}; expected {folder!r}, the name of its folder"


def _doubles(gold: Mapping[str, Any]) -> Iterator[str]:
    """Tell what stands twice: an item of a kind on one span with one value, all of anything else, a key."""
    first: dict[tuple[object, ...], str] = {}
    for kind in LISTS:
        for place, item in enumerate(gold.get(kind) or []):
            here = f"{kind}[{place}]"
            alike: tuple[object, ...] = (kind, *map(repr, item.items()))  # two people may bear one name
            if kind in _SPANNED:
                alike = (kind, item["start"], item["end"], str(item.get("value")))
            keyed = ("key", item["key"]) if item.get("key") and kind in _SPANNED else None
            for one, what in ((alike, "the same"), (keyed, f"key {item.get('key')!r}")):
                if one in first:
                    yield f"{here}: {what} again, as in {first[one]}; expected it once"
                elif one is not None:
                    first[one] = here


def _loose_ends(gold: Mapping[str, Any]) -> Iterator[str]:
    """Tell which relations tie what is not there, or a thing to itself."""
    known = {item.get("key") for kind in _SPANNED for item in gold.get(kind) or []}
    for place, tie in enumerate(gold.get("relations") or []):
        for end in ("of", "to"):
            if tie[end] not in known:
                yield f"relations[{place}].{end}: {tie[end]!r}, which no item has; expected the key of an item"
        if tie["of"] == tie["to"]:
            yield f"relations[{place}]: {tie['of']!r} tied to itself; expected two items"


def _against(gold: Mapping[str, Any], article_id: str, articles: Mapping[str, Article]) -> Iterator[str]:
    article = articles.get(article_id)
    if article is None:
        some = ", ".join(map(repr, list(articles)[:3]))
        yield f"id: {article_id!r}, which no article has; expected one of {some}{', …' if len(articles) > 3 else ''}"
        return
    stated = gold.get("text_sha256")
    if stated and stated != hash_of(article.text):
        yield f"text_sha256: {stated[:12]}…; the article's is {hash_of(article.text)[:12]}…: its text has changed since"
    for kind in _SPANNED:
        items = gold.get(kind)
        for place, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict):
                yield from _span(f"{kind}[{place}]", item, article.text)
    kinds = gold.get("section_kinds")
    end = kinds[-1].get("end") if isinstance(kinds, list) and kinds and isinstance(kinds[-1], dict) else None
    if end not in (None, len(article.text)):
        yield f"section_kinds[{len(kinds or ()) - 1}].end: {end}; expected {len(article.text)}, the end of the text"


def _span(where: str, item: Mapping[str, Any], text: str) -> Iterator[str]:
    start, end, span = item.get("start"), item.get("end"), item.get("span")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return  # told of already
    if end > len(text):
        yield f"{where}.end: {end}; expected at most {len(text)}, the length of the text"
    elif isinstance(span, str) and span and text[start:end] != span:
        nearest = _nearest(span, text, start)
        right = f"start {nearest}, end {nearest + len(span)}" if nearest is not None else "words of the text"
        yield f"{where}.span: {short(span)}; the text has {short(text[start:end])} there; expected {right}"


def _nearest(span: str, text: str, start: int) -> int | None:
    """Find where a span stands nearest to where it should."""
    after, before = text.find(span, start), text.rfind(span, 0, start + len(span))
    there = [place for place in (before, after) if place >= 0]
    return min(there, key=lambda place: (abs(place - start), place), default=None)
