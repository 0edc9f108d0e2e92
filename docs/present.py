"""A hook of mkdocs: pages of the nav whose files are not there (yet) are left out.

So the strict build passes while they are written; links to them are still faults. Take this away, and its line in
mkdocs.yml, when all pages are there.
"""

from pathlib import Path
from typing import Any

__all__ = ["on_config"]


def on_config(config: Any) -> Any:
    """Leave out of the nav what is not there."""
    config.nav = _present(config.nav, Path(config.docs_dir))
    return config


def _present(entries: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = []
    for entry in entries:
        for title, target in entry.items():
            if isinstance(target, list):
                kept.append({title: _present(target, folder)})
            elif (folder / target).is_file():
                kept.append({title: target})
    return kept
