"""Extract facts from police news: people and their roles, counts, money, percentages, quantities and quotes."""

from typing import TYPE_CHECKING, Any

from newsfacts.errors import NewsfactsError

if TYPE_CHECKING:
    from newsfacts.article import Article
    from newsfacts.engines.batch import extract_files, read_articles
    from newsfacts.extract import Extractor, load
    from newsfacts.options import Options
    from newsfacts.record import Failure, Record, to_json
    from newsfacts.sources.frames import from_dataframe
    from newsfacts.tables.frames import to_arrow, to_pandas, to_polars

__version__ = "1.0.0"
__all__ = [
    "Article",
    "Extractor",
    "Failure",
    "NewsfactsError",
    "Options",
    "Record",
    "extract_files",
    "from_dataframe",
    "load",
    "read_articles",
    "to_arrow",
    "to_json",
    "to_pandas",
    "to_polars",
]

_HOMES = {
    "Article": "article", "Extractor": "extract", "Failure": "record", "Options": "options", "Record": "record",
    "extract_files": "engines.batch", "from_dataframe": "sources.frames", "load": "extract",
    "read_articles": "engines.batch", "to_arrow": "tables.frames", "to_json": "record", "to_pandas": "tables.frames",
    "to_polars": "tables.frames",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that the command line answers without loading spaCy."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"newsfacts.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'newsfacts' has no attribute {name!r}; it has {', '.join(__all__)}")
