"""What the readers give: articles in order, and a failure that says what is wrong for all that cannot be read."""

import bz2
import datetime
import gzip
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources import ReadOptions, read

SMALL = ReadOptions(max_article_bytes=1000)


def texts(items: Sequence[Article | Failure]) -> list[tuple[str, str]]:
    assert not [item for item in items if isinstance(item, Failure)]
    return [(item.article_id, item.text) for item in items if isinstance(item, Article)]


def one_failure(items: Sequence[Article | Failure]) -> Failure:
    failures = [item for item in items if isinstance(item, Failure)]
    assert len(failures) == 1
    return failures[0]


def test_a_folder_is_walked_in_the_order_of_names_and_other_files_are_left_alone(tmp_path: Path) -> None:
    for name in ("b.txt", "a/article.txt", "a/gold.json", "a/picture.jpg", ".hidden/c.txt", "c/d.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"text of {name}")
    found = [item[0] for item in texts(list(read([str(tmp_path)])))]
    assert found == ["a/article.txt", "b.txt", "c/d.TXT"]


def test_files_named_one_by_one_are_named_from_the_folder_they_share(tmp_path: Path) -> None:
    paths = [tmp_path / name / "article.txt" for name in ("one", "two")]
    for path in paths:
        path.parent.mkdir()
        path.write_text("Two men were held.")
    assert [i for i, _ in texts(list(read([str(path) for path in paths])))] == ["one/article.txt", "two/article.txt"]
    assert [i for i, _ in texts(list(read([str(paths[0])])))] == ["article.txt"]


def test_a_glob_is_named_from_before_its_first_wildcard(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.md").write_text("Two men were held.")
    (tmp_path / "x" / "b.txt").write_text("Three men were held.")
    assert [i for i, _ in texts(list(read([f"{tmp_path}/*/*.*"])))] == ["x/a.md", "x/b.txt"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Two men were held.")
    os.symlink(tmp_path, tmp_path / "in" / "round")
    assert len(list(read([str(tmp_path / "in")]))) == 1


@pytest.mark.parametrize(
    "text", ["One.\r\nTwo.\r\n", "\n\nOne.\n", "e\u0301 \u00e9 \ufb01 \u2028 \U0001f46e", "tab\tand\x0bmore"]
)
def test_a_text_file_keeps_every_character(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert texts(list(read([str(tmp_path / "a.txt")]))) == [("a.txt", text)]


PACKERS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress}


@pytest.mark.parametrize("ending", PACKERS)
def test_compressed_files_are_read_as_what_they_hold(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"a.txt{ending}").write_bytes(PACKERS[ending](b"Two men were held."))
    lines = b'{"article_id": "x", "text": "Three men."}\n'
    (tmp_path / f"b.jsonl{ending}").write_bytes(PACKERS[ending](lines) + PACKERS[ending](lines.replace(b'"x"', b'"y"')))
    found = texts(list(read([str(tmp_path)])))
    assert found == [(f"a.txt{ending}", "Two men were held."), ("x", "Three men."), ("y", "Three men.")]


def test_zstd_is_read(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    (tmp_path / "a.txt.zst").write_bytes(zstandard.compress(b"Two men ") + zstandard.compress(b"were held."))
    assert texts(list(read([str(tmp_path)]))) == [("a.txt.zst", "Two men were held.")]


def test_json_lines_carry_what_is_known_beside_the_text(tmp_path: Path) -> None:
    row = {
        "article_id": "x",
        "text": "Two men.",
        "title": "T",
        "published": "2024-05-31T10:00:00Z",
        "source": "u",
        "z": 1,
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n\n" + '{"text": "Three."}')
    first, second = read([str(tmp_path / "a.jsonl")])
    assert first == Article("x", "Two men.", "u", "T", datetime.date(2024, 5, 31))
    assert isinstance(second, Article)
    assert second.article_id == "a.jsonl:3"


def test_other_fields_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('no,body,head,day\n7,"Two, men.\nHeld.",T,2024-05-31\n')
    options = ReadOptions(text_field="body", id_field="no", title_field="head", published_field="day")
    path = str(tmp_path / "a.csv")
    assert list(read([path], options)) == [Article("7", "Two, men.\nHeld.", path, "T", datetime.date(2024, 5, 31))]


def test_csv_with_semicolons_and_tsv_are_understood(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("\ufefftext;article_id\nTwo, three men.;x\n".encode())
    (tmp_path / "b.tsv").write_text("text\tarticle_id\nFour men.\ty\n")
    assert texts(list(read([str(tmp_path)]))) == [("x", "Two, three men."), ("y", "Four men.")]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Die Polizei nahm zwei Männer fest. Die Täter führten Schlüssel über die Brücke. " * 3),
        ("cp1252", "Officers found £5,200 in cash – “a good day’s work”, the sergeant said. " * 3),
        ("cp1251", "Полиция задержала двух мужчин. При обыске найдено пять килограммов наркотиков. " * 3),
        ("gb18030", "警方逮捕了两名男子。搜查中发现了五公斤毒品和大量现金。" * 5),
    ],
)
def test_another_encoding_is_guessed_and_named(encoding: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = read([str(tmp_path / "a.txt")])
    assert isinstance(article, Article)
    assert article.text == text
    assert f"read as {encoding}" in article.warnings[0].message


def test_utf_16_with_a_mark_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Two men.".encode("utf-16"))
    assert texts(list(read([str(tmp_path / "a.txt")]))) == [("a.txt", "Two men.")]


BAD_FILES = [
    ("empty.txt", b"", "empty.txt: the file is empty (0 bytes); expected the text of an article"),
    ("blank.txt", b" \n\t\n", "the file is empty (4 bytes)"),
    (
        "binary.txt",
        b"\x01\x02\x03\x04\x00\x01",
        "holds NUL bytes (the first at 4), so it is a binary file; expected text",
    ),
    ("program.txt", b"\x7fELF\x00\x01", "is a program, a binary file; expected text"),
    ("long.txt", b"a " * 600, "the article is longer than 0.001 MB; expected less, or a higher --max-article-mb"),
    ("cut.txt.gz", gzip.compress(os.urandom(900))[:-30], "ends too early"),
    ("false.txt.gz", b"not gzip at all", "is damaged or not compressed as its name says"),
    ("false.txt.bz2", b"not bzip2 at all", "is damaged or not compressed as its name says"),
    (
        "broken.jsonl",
        b'{"text": "a"',
        "broken.jsonl:1: not JSON: Expecting ',' delimiter at character 12 (the line begins",
    ),
    ("list.jsonl", b"[1]", "the element holds a int; expected an object with 'text'"),
    ("bare.jsonl", b'{"article_id": "x"}', "there is no 'text' (there is 'article_id'); expected 'text'"),
    ("null.jsonl", b'{"text": null}', "'text' is null; expected 'text' with the article's text, a string"),
    ("number.jsonl", b'{"text": 5}', "'text' is a int; expected 'text'"),
    ("blank.jsonl", b'{"text": "  "}', "'text' is empty; expected the text of an article"),
    (
        "id.jsonl",
        b'{"text": "a", "article_id": []}',
        "'article_id' is a list; expected 'article_id' with the article's id",
    ),
    ("nul.jsonl", b'{"text": "\xe9\0\0\0"}', "byte 10 of the line is not UTF-8; JSON lines are UTF-8"),
    ("deep.jsonl", b'{"text":' + b"[" * 90_000, "JSON nested too deep; expected a flat object"),
    ("digits.jsonl", b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "a number of more than 4300 digits"),
    ("long.jsonl", b'{"text": "' + b"a" * 2000 + b'"}', "the article is longer than 0.001 MB"),
    ("huge.jsonl", b'{"text": "' + b"a" * 300_000 + b'"}', "the article is longer than 0.001 MB"),
    ("empty.csv", b"", "the file is empty; expected a first line that names the columns"),
    ("other.csv", b"id,body\n1,a\n", "no column 'text'; there are 'id', 'body'; name the right one with --text-field"),
    ("wide.csv", b'text\n"' + b"a" * 2000 + b'"\n', "field larger than field limit"),
    ("open.csv", b'text\n"abc\ndef\n', "unexpected end of data; expected CSV, fields with line ends quoted"),
    ("short.csv", b"article_id,text\nx\n", "there is no 'text' (there is 'article_id')"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_a_bad_file_says_where_it_is_and_what_is_wrong(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    failure = one_failure(list(read([str(tmp_path)], SMALL)))
    assert message in failure.message
    assert str(tmp_path / name) in failure.message
    assert failure.stage == "read"


def test_a_bad_line_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    lines = [json.dumps({"article_id": str(n), "text": "Two men."}) for n in range(10)]
    lines[3] = lines[3][:-5]
    lines[7] = '{"text": "' + "a" * 300_000 + '"}'
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    items = list(read([str(tmp_path / "a.jsonl")], SMALL))
    assert [item.article_id for item in items] == ["0", "1", "2", "a.jsonl:4", "4", "5", "6", "a.jsonl:8", "8", "9"]


@pytest.mark.parametrize(
    ("given", "message"), [("nowhere", "no such file or folder"), ("no*where", "holds no file to read")]
)
def test_a_missing_input_is_refused_at_once(given: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=message):
        read([str(tmp_path / given)])


def test_a_folder_without_articles_is_refused_with_what_would_do(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    with pytest.raises(InputError, match=r"holds no file to read; expected \*.txt \*.html"):
        read([str(tmp_path)])


def test_a_file_that_vanishes_is_a_failure(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"Two men. {name}")
    items = read([str(tmp_path)])
    first = next(items)
    (tmp_path / "b.txt").unlink()
    assert [item.article_id for item in [first, *items]] == ["a.txt", "b.txt", "c.txt"]


def test_what_vanished_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two men.")
    items = read([str(tmp_path)])
    (tmp_path / "a.txt").unlink()
    assert "the file is gone; it was there when the run began" in one_failure(list(items)).message


def test_a_decompression_bomb_is_stopped(tmp_path: Path) -> None:
    bomb = gzip.compress(b'{"text": "a"}\n' + b" " * 60_000_000, 9)
    (tmp_path / "a.jsonl.gz").write_bytes(bomb)
    assert "looks like a decompression bomb" in one_failure(list(read([str(tmp_path)]))).message


def test_an_id_that_comes_twice_names_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"article_id": "x", "text": "One."}\n')
    (tmp_path / "b.jsonl").write_text('{"article_id": "y", "text": "One."}\n{"article_id": "x", "text": "Two."}\n')
    failure = one_failure(list(read([str(tmp_path)])))
    assert f"{tmp_path / 'b.jsonl'}, article 2" in failure.message
    assert f"read before (from {tmp_path / 'a.jsonl'}, 1)" in failure.message
    assert (failure.article_id, failure.error) == ("x", "DuplicateId")
