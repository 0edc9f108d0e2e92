"""Everything together into one file of HTML."""

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from newsfacts.assemble.kinds import RULES
from newsfacts.errors import OutputError
from newsfacts.evaluation.corrections import Target, fields_of
from newsfacts.packs.reader import written
from newsfacts.packs.rules import PackRule
from newsfacts.record import Record
from newsfacts.view.forms import forms
from newsfacts.view.index import index_of
from newsfacts.view.lines import json_line, record_line, text_line
from newsfacts.view.reading import text_of

__all__ = ["MADE_BY", "SCRIPTS", "STYLES", "Report", "report"]

SCRIPTS = (
    *("words", "data", "spans", "filter", "corrections", "list", "article", "details", "cards", "charts"),
    *("forms", "dialogs", "keys", "main"),
)
"""The files of `page/js/`, in the order in which they are put together."""
MADE_BY = "newsfacts view"
"""What a page says in its head, so that the next run may replace it."""
STYLES = ("colours", "layout", "parts", "print")
"""The files of `page/css/`, likewise."""


@dataclass(frozen=True, slots=True)
class Report:
    """Hold a page and what was put into it."""

    html: str
    """The whole file."""
    articles: int
    """How many records it shows."""
    texts: int
    """How many of them with their text."""


def report(
    records: Sequence[Record],
    texts: Mapping[str, str] | None = None,
    title: str = "newsfacts",
    taught: Iterable[PackRule] = (),
) -> Report:
    """Make the page of records; `taught` are the rules of the packs that they were extracted with.

    `texts`, by article id, are shown where they are the records' own, as their hashes say.

    Raises:  OutputError where jinja2 is not installed, or where there are no records.
    """
    if not records:
        raise OutputError("no records; expected at least one to show")
    shown = [text_of(record, texts or {}) for record in records]
    lines = [record_line(record, text) for record, text in zip(records, shown, strict=True)]
    script = _together("js", SCRIPTS, "js")
    style = _together("css", STYLES, "css")
    html = _template().render(
        title=title,
        made_by=MADE_BY,
        policy=_policy(script, style),
        style=style,
        script=script,
        index=json_line(_index(records, title) | {"rules": _reasons(records, taught)}),
        records="\n".join(lines),
        texts="\n".join(map(text_line, shown)),
    )
    return Report(html, len(records), sum(text is not None for text in shown))


def _index(records: Sequence[Record], title: str) -> dict[str, Any]:
    made = sorted({", ".join(_made_with(record)) for record in records})
    texts = "".join(record.text_sha256 for record in records)
    return {
        "title": title,
        "made": made,
        "fingerprint": hashlib.sha256(texts.encode()).hexdigest()[:16],
        "forms": forms(),
        "correctable": sorted({name for target in Target for name in fields_of(target)}),
        **index_of(records),
    }


def _made_with(record: Record) -> list[str]:
    return [record.extractor, record.model, *(f"pack {pack.name} {pack.version}" for pack in record.packs)]


def _reasons(records: Sequence[Record], taught: Iterable[PackRule]) -> dict[str, list[str]]:
    """Give pattern and reason of each rule that fired."""
    fired = {fact.rule for record in records for fact in record.facts}
    fired |= {role.rule for record in records for person in record.people for role in person.roles}
    known = {rule.id: [rule.pattern, rule.why] for rule in RULES}
    known |= {rule.id: [written(rule.pattern), rule.why] for rule in taught}
    return {rule_id: known[rule_id] for rule_id in sorted(fired & known.keys())}


def _policy(script: str, style: str) -> str:
    """Let nothing run but this script and this style, and nothing be fetched or sent."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _folder() -> Traversable:
    return files("newsfacts.view") / "page"


@cache
def _together(folder: str, names: tuple[str, ...], ending: str) -> str:
    parts = [(_folder() / folder / f"{name}.{ending}").read_text("utf-8").strip() for name in names]
    return "\n" + "\n\n".join(parts) + "\n"


def _template() -> Any:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError as error:
        raise OutputError("a page needs jinja2, which is not installed; pip install 'newsfacts[view]'") from error
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.from_string((_folder() / "report.html.jinja").read_text("utf-8"))
