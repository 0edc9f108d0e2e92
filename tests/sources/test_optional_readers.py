"""The readers that need a package of their own, and what they say where it is missing."""

import builtins
import datetime
import gzip
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.record import Failure
from newsfacts.sources import LeftOut, ReadOptions, gather, opened, read

PAGE = """<!doctype html><html lang="en"><head><title>Two held after raid - Brackwater Herald</title>
<meta property="og:title" content="Two held after raid"><meta name="author" content="Ann Pellow">
<meta property="article:published_time" content="2021-03-04T09:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Two held after raid</h1><p>Officers in Brackwater arrested two men on Thursday after a search of a garage,
the force said. They found 14 kilograms of cannabis and &pound;3,200 in cash.</p><h2>More charges expected</h2>
<p>Detective Inspector Moira Tench said the inquiry had taken seven months and that further charges were expected in
the coming weeks against members of the same group, which she said was active in three towns.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_a_page_gives_its_text_title_author_date_and_headings(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    (tmp_path / "a.html").write_text(PAGE)
    (article,) = read([str(tmp_path)])
    assert isinstance(article, Article)
    assert (article.article_id, article.title, article.authors) == ("a.html", "Two held after raid", ("Ann Pellow",))
    assert article.published == datetime.date(2021, 3, 4)
    assert "£3,200 in cash" in article.text
    assert "\nMore charges expected\n" in article.text
    assert "All rights reserved" not in article.text


@pytest.mark.parametrize(
    "page",
    ["<div>" * 50_000, "<html><body></body></html>", "\x00\x01", "<table><tr><td>" * 5_000 + "x"],
    ids=["deep", "bare", "binary", "tables"],
)
def test_a_page_that_holds_no_article_fails_and_does_not_hang(page: str, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    (tmp_path / "a.html").write_text(page)
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert str(tmp_path / "a.html") in failure.message


def test_parquet_rows_are_articles(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    days = [datetime.date(2024, 5, 31), None]
    table = pyarrow.table({"article_id": ["x", "y"], "text": ["Two men.", None], "published": days, "other": [1, 2]})
    parquet.write_table(table, tmp_path / "a.parquet")
    first, second = read([str(tmp_path)])
    assert first == Article("x", "Two men.", str(tmp_path / "a.parquet"), None, datetime.date(2024, 5, 31))
    assert isinstance(second, Failure)
    assert "a.parquet:2: 'text' is null" in second.message
    (failure,) = read([str(tmp_path)], ReadOptions(text_field="body"))
    assert isinstance(failure, Failure)
    assert "no column 'body'; there are 'article_id', 'text'" in failure.message


def test_parquet_that_is_packed_once_more_is_read(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    parquet.write_table(pyarrow.table({"text": ["Two men."]}), tmp_path / "a.parquet")
    (tmp_path / "b.parquet.gz").write_bytes(gzip.compress((tmp_path / "a.parquet").read_bytes()))
    assert [item.article_id for item in read([str(tmp_path)])] == ["a.parquet:1", "b.parquet.gz:1"]


def test_a_false_parquet_file_is_named(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 but not really PAR1")
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert "expected a sound Parquet file" in failure.message


def archive(bodies: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Write a web archive by hand: URL → content type and body."""
    out = io.BytesIO()
    for number, (url, (kind, body)) in enumerate(bodies.items()):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out.write(head.encode() + http + b"\r\n\r\n")
    return out.getvalue()


def test_a_web_archive_gives_its_pages(tmp_path: Path) -> None:
    for package in ("fastwarc", "trafilatura"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    pages = {
        "https://example.org/a": ("text/html; charset=utf-8", PAGE.encode()),
        "https://example.org/b": ("image/png", b"\x89PNG"),
        "https://example.org/c": ("text/plain", "Zwei Männer.".encode()),
        "https://example.org/d": ("text/html", b"<html></html>"),
    }
    (tmp_path / "a.warc").write_bytes(archive(pages))
    first, second, third = read([str(tmp_path)])
    assert isinstance(first, Article)
    assert (first.article_id, first.source) == (
        "urn:uuid:00000000-0000-0000-0000-000000000000",
        "https://example.org/a",
    )
    assert isinstance(second, Article)
    assert second.text == "Zwei Männer."
    assert isinstance(third, Failure)
    assert "no article found on the page" in third.message


def test_a_web_archive_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    whole = archive({f"https://example.org/{n}": ("text/plain", b"Police held 5 men. " * 30) for n in range(3)})
    (tmp_path / "a.warc").write_bytes(whole[:-100])
    first, second, third = read([str(tmp_path)])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(third, Failure)
    assert "cut off after 474 of 570 bytes; expected all of it" in third.message
    (tmp_path / "a.warc").unlink()
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(whole))
    assert len(list(read([str(tmp_path)]))) == 3


def record(kind: str, body: bytes, **headers: str) -> bytes:
    """Write one record of a web archive by hand."""
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n{named}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.wet", "a.wet.gz", "a.txt"])
def test_the_texts_of_a_wet_archive_are_read(name: str, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    info = record("warcinfo", b"software: x", WARC_Record_ID="<urn:uuid:0>")
    url = "https://example.org/a"
    text = record("conversion", b"Police held 5 men.", WARC_Record_ID="<urn:uuid:1>", WARC_Target_URI=url)
    (tmp_path / name).write_bytes(gzip.compress(info) + gzip.compress(text) if name.endswith(".gz") else info + text)
    (article,) = read([str(tmp_path / name)])
    assert isinstance(article, Article)
    assert (article.article_id, article.source, article.text) == ("urn:uuid:1", url, "Police held 5 men.")


def test_a_response_of_an_odd_type_is_looked_at_and_others_are_counted(tmp_path: Path) -> None:
    for package in ("fastwarc", "trafilatura"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    bodies = {
        "https://example.org/a": ("application/octet-stream", PAGE.encode()),
        "https://example.org/b": ("TEXT/HTML ; Charset=UTF-8", PAGE.encode()),
        "https://example.org/c": ("", PAGE.encode()),
        "https://example.org/d": ("image/png", b"\x89PNG"),
        "https://example.org/e": ("application/octet-stream", bytes(100)),
        "https://example.org/f": ("text/css", b"p {}"),
    }
    (tmp_path / "a.warc").write_bytes(archive(bodies))
    left_out = LeftOut()
    items = [opened(item) for item in gather([str(tmp_path)], ReadOptions(), left_out.tell)]
    assert [getattr(item, "title", None) for item in items] == ["Two held after raid"] * 3
    assert "1 of type image/png" in left_out.summary()
    assert "1 of type application/octet-stream" in left_out.summary()
    assert left_out.number == 3


def test_a_page_is_decoded_as_its_header_or_the_page_says(tmp_path: Path) -> None:
    for package in ("fastwarc", "trafilatura"):
        pytest.importorskip(package, reason=f"{package} is not installed")
    chinese = "<p>警方逮捕了两名男子。搜查中发现了五公斤毒品和大量现金，警方正在进一步调查此案。</p>" * 4
    page = f"<html><body><article>{chinese}</article></body></html>"
    bodies = {
        "https://example.org/a": ("text/html; charset=gb2312", page.encode("gb18030")),
        "https://example.org/b": ("text/html", f"<meta charset='gbk'>{page}".encode("gbk")),
        "https://example.org/c": ("text/html; charset=no-such", page.encode()),
    }
    (tmp_path / "a.warc").write_bytes(archive(bodies))
    for item in read([str(tmp_path)]):
        assert isinstance(item, Article)
        assert "警方逮捕了两名男子" in item.text


@pytest.mark.parametrize("content", [b"", b"no archive at all\n"])
def test_a_false_web_archive_is_named(content: bytes, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    (tmp_path / "a.warc").write_bytes(content)
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert "a.warc" in failure.message


def test_zstd_that_is_cut_off_or_false_is_named(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    packed = zstandard.compress(" ".join(map(str, range(3000))).encode())
    (tmp_path / "a.txt.zst").write_bytes(packed[:-40])
    (tmp_path / "b.txt.zst").write_bytes(b"no zstd at all")
    first, second = read([str(tmp_path)])
    assert isinstance(first, Failure)
    assert "ends too early (the last zstd frame is cut off)" in first.message
    assert isinstance(second, Failure)
    assert "damaged or cut off" in second.message


def test_a_zstd_bomb_is_stopped(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    (tmp_path / "a.jsonl.zst").write_bytes(zstandard.compress(b" " * 200_000_000))
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert "looks like a decompression bomb" in failure.message


MISSING = [
    ("a.html", "trafilatura", "pip install 'newsfacts[html]'"),
    ("a.parquet", "pyarrow", "pip install 'newsfacts[parquet]'"),
    ("a.warc", "fastwarc", "pip install 'newsfacts[warc]'"),
    ("a.txt.zst", "zstandard", "pip install 'newsfacts[zstd]'"),
    ("a.pdf", "pypdfium2", "pip install 'newsfacts[pdf]'"),
    ("a.rss", "feedparser", "pip install 'newsfacts[feeds]'"),
]


@pytest.mark.parametrize(("name", "package", "line"), MISSING)
def test_a_missing_package_is_named_with_the_line_that_installs_it(
    name: str, package: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(wanted: str, *rest: Any, **more: Any) -> Any:
        if wanted.split(".", maxsplit=1)[0] == package:
            raise ImportError(f"No module named {wanted!r}")
        return real(wanted, *rest, **more)

    (tmp_path / name).write_bytes(b"x")
    monkeypatch.setattr(builtins, "__import__", without)
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert line in failure.message
