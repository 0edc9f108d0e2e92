"""Readers of installed packages: found by the ending, checked like any table, and no danger to other files."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfacts.article import Article
from newsfacts.engines.settings import settings_of
from newsfacts.record import Failure
from newsfacts.sources import read
from newsfacts.sources.installed import installed_sources

READER = """
def read(path):
    for line in path.read_text().splitlines():
        if line == "BREAK":
            raise KeyError(line)
        yield {"text": line, "title": path.stem, "published": "2024-05-31"}
"""


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install a package with a reader of *.lines, and one of *.csv that nobody asks."""
    folder = tmp_path / "site" / "liner-1.2.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: liner\nVersion: 1.2\n")
    (folder / "entry_points.txt").write_text("[newsfacts.sources]\nlines = liner:read\ncsv = liner:read\n")
    (tmp_path / "site" / "liner.py").write_text(READER)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    installed_sources.cache_clear()
    yield
    installed_sources.cache_clear()
    sys.modules.pop("liner", None)


@pytest.mark.usefixtures("reader")
def test_a_file_is_read_by_the_package(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.lines").write_text("5 men\n6 men\nBREAK\n7 men\n")
    (tmp_path / "in" / "c.csv").write_text("text\n8 men\n")
    told = list(read([str(tmp_path / "in")]))
    assert [item.text if isinstance(item, Article) else item.error for item in told] == [
        "5 men", "6 men", "KeyError", "8 men"
    ]  # fmt: skip
    first, failed = told[0], told[2]
    assert isinstance(first, Article)
    assert isinstance(failed, Failure)
    assert (first.article_id, first.title, str(first.published)) == ("b.lines:1", "b", "2024-05-31")
    assert "the reader liner:read failed: KeyError: 'BREAK'" in failed.message


@pytest.mark.usefixtures("reader")
def test_the_manifest_names_the_package() -> None:
    assert settings_of({"model": "none"})["installed sources"] == ".lines liner 1.2"


def test_without_packages_nothing_is_said() -> None:
    assert "installed sources" not in settings_of({"model": "none"})
