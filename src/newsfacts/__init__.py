"""Extract facts from police news: people and their roles, counts, money, percentages, quantities and quotes."""

from typing import TYPE_CHECKING, Any

from newsfacts.errors import NewsfactsError

if TYPE_CHECKING:
    from newsfacts.article import Article
    from newsfacts.extract import Extractor, load
    from newsfacts.record import Failure, Record

__version__ = "0.1.0"
__all__ = ["Article", "Extractor", "Failure", "NewsfactsError", "Record", "load"]

_HOMES = {"Article": "article", "Extractor": "extract", "Failure": "record", "Record": "record", "load": "extract"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that the command line answers without loading spaCy."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"newsfacts.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'newsfacts' has no attribute {name!r}; it has {', '.join(__all__)}")
