"""Show mistakes as one page of HTML that needs nothing else: grouped, each with its place in the text.

The page is errors.html.jinja beside this module; everything that comes from an article is escaped by jinja2.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from newsfacts.article import Article
from newsfacts.errors import OutputError
from newsfacts.evaluation.mistakes import GROUPS, Mistake, What
from newsfacts.sources.streams import missing

__all__ = ["error_page"]

_AROUND = 160
"""Characters of the text that are shown on either side."""
_BY = "field"
"""How mistakes are put together where nobody says."""


@dataclass(frozen=True, slots=True)
class _Context:
    """Hold the words that a mistake is of, and those around them."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Hold the mistakes that are put together."""

    name: str
    numbers: Mapping[str, int]
    mistakes: Sequence[tuple[Mistake, _Context | None]]


def error_page(listed: Sequence[Mistake], by: str | None, articles: Mapping[str, Article] | None) -> str:
    """Write mistakes as a page, the largest group first; context is shown where the article is at hand.

    Raises:  OutputError where jinja2 is not installed.
    """
    try:
        import jinja2
    except ImportError as error:
        raise OutputError(missing("jinja2", "view", "a page of errors")) from error
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    template = files("newsfacts.evaluation").joinpath("errors.html.jinja").read_text("utf-8")
    groups = _groups(listed, by or _BY, articles or {})
    page = environment.from_string(template).render(
        groups=groups, whats=[what.value for what in What], total=len(listed), by=by or _BY
    )
    return page + "\n"


def _groups(listed: Sequence[Mistake], by: str, articles: Mapping[str, Article]) -> list[_Group]:
    groups: dict[str, list[Mistake]] = {}
    for mistake in listed:
        groups.setdefault(GROUPS[by](mistake), []).append(mistake)
    return [
        _Group(name, Counter(one.what.value for one in group), [(one, _context(one, articles)) for one in group])
        for name, group in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    ]


def _context(mistake: Mistake, articles: Mapping[str, Article]) -> _Context | None:
    """Give the words around a mistake; a person of gold is shown where the name first stands."""
    article = articles.get(mistake.article_id)
    if article is None:
        return None
    text, start, end = article.text, mistake.start_char, mistake.end_char
    if start is None or end is None:
        start = text.find(mistake.text) if mistake.text else -1
        end = start + len(mistake.text)
    if not 0 <= start < end <= len(text):
        return None
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    marked = text[start:end] if end - start <= 4 * _AROUND else f"{text[start : start + 4 * _AROUND]} …"
    return _Context(
        ("… " if start > _AROUND else "") + before, marked, after + (" …" if end + _AROUND < len(text) else "")
    )
