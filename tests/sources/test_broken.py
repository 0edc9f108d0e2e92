"""Ways in which a line, a row or a file is broken: each is accounted for once, and nothing around it is lost.

Gathered from the formats' grammars: what may be missing, cut off, doubled, of another type, in another encoding, too
long or too deep.
"""

import datetime
import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.record import Failure
from newsfacts.sources import ReadOptions, read

SMALL = ReadOptions(max_article_bytes=1000)
GOOD = "Police held 5 men."


def outcome(path: Path, options: ReadOptions = SMALL) -> list[str]:
    """Give "ok" or "failed" for every item that comes out."""
    return ["failed" if isinstance(item, Failure) else "ok" for item in read([str(path)], options)]


def line(**fields: Any) -> bytes:
    return json.dumps({"text": GOOD, **fields}).encode()


LINES: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"Police held 5 men.", "failed"),
    "cut off in a string": (b'{"text": "Police held', "failed"),
    "cut off behind a value": (b'{"text": "Police"', "failed"),
    "single quotes": (b"{'text': 'Police held 5 men.'}", "failed"),
    "a trailing comma": (b'{"text": "Police held 5 men.",}', "failed"),
    "two objects on a line": (line() + line(), "failed"),
    "a control character in a string": (b'{"text": "Police \x01 held"}', "failed"),
    "a list": (b'["Police held 5 men."]', "failed"),
    "a string": (b'"Police held 5 men."', "failed"),
    "null": (b"null", "failed"),
    "no text": (b'{"title": "Held"}', "failed"),
    "text null": (line(text=None), "failed"),
    "text a number": (line(text=12), "failed"),
    "text a list": (line(text=[GOOD]), "failed"),
    "text empty": (line(text=""), "failed"),
    "text white space": (line(text=" \n\t"), "failed"),
    "text too long": (line(text="a " * 600), "failed"),
    "line too long": (line(text="a" * 200_000), "failed"),
    "id a list": (line(article_id=["x"]), "failed"),
    "id a truth value": (line(article_id=True), "failed"),
    "id a fraction": (line(article_id=1.5), "failed"),
    "nested too deep": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "failed"),
    "a number of too many digits": (b'{"text": "a", "n": ' + b"7" * 6000 + b"}", "failed"),
    "bytes of no encoding": (b'{"text": "\xff\x00\x00\x00\x81"}', "failed"),
    "id null": (line(article_id=None), "ok"),
    "id a whole number": (line(article_id=77), "ok"),
    "id a whole float": (line(article_id=78.0), "ok"),
    "date in words": (line(published="soon"), "ok"),
    "date a list": (line(published=[2024]), "ok"),
    "date of another order": (line(published="07/08/2022"), "ok"),
    "title a number": (line(title=5), "ok"),
    "title an object": (line(title={"en": "Held"}), "ok"),
    "source a list": (line(source=["a"]), "ok"),
    "lone surrogate": (b'{"text": "held \\ud83d 5 men"}', "ok"),
    "NUL in the text": (b'{"text": "held \\u0000 5 men"}', "ok"),
    "Latin-1": ('{"text": "Die Polizei nahm fünf Männer in Köln fest."}'.encode("latin-1"), "ok"),
    "byte order mark": (b"\xef\xbb\xbf" + line(), "ok"),
    "carriage return": (line() + b"\r", "ok"),
    "keys twice": (b'{"text": "x", "text": "Police held 5 men."}', "ok"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_broken_line_costs_itself_and_nothing_around_it(name: str, tmp_path: Path) -> None:
    broken, expected = LINES[name]
    (tmp_path / "a.jsonl").write_bytes(line(article_id="before") + b"\n" + broken + b"\n" + line(article_id="after"))
    assert outcome(tmp_path / "a.jsonl") == ["ok", expected, "ok"]


def test_all_broken_lines_together_are_each_accounted_for_once(tmp_path: Path) -> None:
    lines = [line(article_id="first"), *(broken for broken, _ in LINES.values()), line(article_id="last")]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    expected = ["ok", *(result for _, result in LINES.values()), "ok"]
    assert outcome(tmp_path / "a.jsonl") == expected
    ids = [item.article_id for item in read([str(tmp_path / "a.jsonl")], SMALL)]
    assert len(set(ids)) == len(ids) == len(lines)


ROWS: dict[str, tuple[bytes, list[str]]] = {
    "a quotation mark that never ends": (b'x,"Police held 5 men.', ["failed"]),
    "text behind the closing quotation mark": (b'x,"Police held 5" men.', ["failed"]),
    "too many columns": (b"x,Police held 5 men, two of them armed,2024", ["failed"]),
    "too few columns": (b"x", ["failed"]),
    "text empty": (b"x,,2024", ["failed"]),
    "text too long": (b"x," + b"a " * 600, ["failed"]),
    "line too long": (b"x," + b"a" * 300_000, ["failed"]),
    "quoted cell too long": (b'x,"' + b"a\n" * 600 + b'"', ["failed"] * 601),
    "bytes of no encoding": (b"x,Police \x81\x8d\x8f\x90\x9d held \xff 5 men.", ["ok or failed"]),
    "Latin-1": ("x,Die Polizei nahm fünf Männer fest.".encode("latin-1"), ["ok"]),
    "NUL": (b"x,Police held \0 5 men.", ["ok"]),
    "empty columns behind the last": (b"x,Police held 5 men.,2024,,,", ["ok"]),
    "a quoted line end": (b'x,"Police held\n5 men."', ["ok"]),
    "a doubled quotation mark": (b'x,"He said ""stop"" and 5 men stopped."', ["ok"]),
    "a quotation mark in the middle": (b'x,He said "stop" to 5 men.', ["ok"]),
    "no id": (b",Police held 5 men.", ["ok"]),
    "an empty line": (b"", []),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_broken_row_costs_itself_and_nothing_around_it(name: str, tmp_path: Path) -> None:
    broken, expected = ROWS[name]
    (tmp_path / "a.csv").write_bytes(
        b"article_id,text,published\nbefore,Police held 4 men.,2024\n" + broken + b"\nafter,Police held 6 men.,2024\n"
    )
    found = outcome(tmp_path / "a.csv")
    assert (found[0], found[-1]) == ("ok", "ok")
    assert len(found) == len(expected) + 2
    assert all(one in other for one, other in zip(found[1:-1], expected, strict=True))


def test_in_a_tab_separated_file_a_lone_quotation_mark_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(
        'article_id\ttext\nx\t"We held 5 men, she said.\ny\tTwo 6" pipes were found.\nz\t"Over two\nlines, 3 men."\n'
    )
    items = list(read([str(tmp_path / "a.tsv")]))
    texts = [item.text for item in items if isinstance(item, Article)]
    assert texts == ['"We held 5 men, she said.', 'Two 6" pipes were found.', "Over two\nlines, 3 men."]


def test_a_file_of_lone_quotation_marks_takes_no_square_of_time(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("article_id,text\n" + '"x,Police held 5 men.\n' * 30_000)
    assert outcome(tmp_path / "a.csv", ReadOptions()) == ["failed"] * 30_000


def test_a_header_of_one_giant_line_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"text," + b"a," * 5_000_000)
    (failure,) = read([str(tmp_path / "a.csv")])
    assert isinstance(failure, Failure)
    assert "the first line is longer than 1,000,000 characters" in failure.message


def test_many_columns_are_not_all_repeated_in_the_message(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(",".join(f"c{n}" for n in range(9000)) + "\n1\n")
    (failure,) = read([str(tmp_path / "a.csv")])
    assert isinstance(failure, Failure)
    assert "and 8,984 more; name the right one with --text-field" in failure.message
    assert len(failure.message) < 500


def test_a_column_that_is_there_twice_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,text\na,b\n")
    (failure,) = read([str(tmp_path / "a.csv")])
    assert isinstance(failure, Failure)
    assert "two columns are named 'text'" in failure.message


ARRAYS: dict[str, tuple[str, list[str]]] = {
    "sound": ('[{"text": "a"}, {"text": "b"}]', ["ok", "ok"]),
    "pretty": ('[\n  {\n    "text": "a, [b] {c} \\"d\\" \\\\"\n  },\n  {\n    "text": "b"\n  }\n]\n', ["ok", "ok"]),
    "a trailing comma": ('[{"text": "a"},]', ["ok"]),
    "one that is no object": ('[{"text": "a"}, 5, {"text": "b"}]', ["ok", "failed", "ok"]),
    "one that is broken": ('[{"text": "a"}, {"text" "b"}, {"text": "c"}]', ["ok", "failed", "ok"]),
    "one without text": ('[{"text": "a"}, {"title": "b"}, {"text": "c"}]', ["ok", "failed", "ok"]),
    "one that is too long": (
        '[{"text": "a"}, {"text": "' + "b" * 300_000 + '"}, {"text": "c"}]',
        ["ok", "failed", "ok"],
    ),
    "cut off": ('[{"text": "a"}, {"text": "b', ["ok", "failed"]),
    "not closed": ('[{"text": "a"}, {"text": "b"}', ["ok", "failed"]),
    "something behind": ('[{"text": "a"}] [{"text": "b"}]', ["ok", "failed"]),
    "empty": ("[]", ["failed"]),
    "one article": ('{\n  "text": "a"\n}', ["ok"]),
    "a list in an object": ('{\n  "status": "ok",\n  "articles": [{"text": "a"}, {"text": "b"}]\n}', ["ok", "ok"]),
    "a list in an object in an object": ('{\n "data": {"items": [{"text": "a"}]}\n}', ["ok"]),
    "an object of something else": ('{\n  "status": "ok"\n}', ["failed"]),
    "lines after all": ('{"text": "a"}\n{"text": "b"}\n', ["ok", "ok"]),
    "lines of which the first is broken": ('{"text": "a"\n{"text": "b"}\n', ["failed", "ok"]),
    "deep": ("[" * 100_000 + "]" * 100_000, ["failed"]),
}


@pytest.mark.parametrize("ending", [".json", ".jsonl"])
@pytest.mark.parametrize("name", ARRAYS)
def test_a_json_document_is_read_element_by_element(name: str, ending: str, tmp_path: Path) -> None:
    content, expected = ARRAYS[name]
    (tmp_path / f"a{ending}").write_text(content)
    assert outcome(tmp_path / f"a{ending}") == expected


def test_an_array_is_cut_in_the_same_way_wherever_its_pieces_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsfacts.sources import json_document

    rows = [{"article_id": f"{n}", "text": f'"{n}" \\ [{n}] {{{n}}}, é'} for n in range(20)]
    (tmp_path / "a.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1))
    whole = list(read([str(tmp_path)]))
    assert [item.text for item in whole if isinstance(item, Article)] == [row["text"] for row in rows]
    for piece in (1, 2, 3, 7):
        monkeypatch.setattr(json_document, "_PIECE", piece)
        assert list(read([str(tmp_path / "a.json")])) == whole


def parquet(path: Path, **columns: Any) -> Path:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from pyarrow import parquet as writer

    writer.write_table(pyarrow.table(columns), path / "a.parquet")
    return path / "a.parquet"


def test_parquet_cells_that_are_no_values_cost_their_own_row_or_only_a_date(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    texts = pyarrow.Array.from_buffers(
        pyarrow.string(), 3, pyarrow.array([b"one", b"t\xffo", b"six"], pyarrow.binary()).buffers()
    )
    days = pyarrow.array([10**6 * 800, 19_000, None], pyarrow.int32()).view(pyarrow.date32())
    items = list(read([str(parquet(tmp_path, text=texts, published=days))]))
    assert ["ok" if isinstance(item, Article) else "failed" for item in items] == ["ok", "failed", "ok"]
    assert isinstance(items[0], Article)
    assert items[0].published is None
    assert items[0].warnings[0].code == "published"


def test_parquet_times_of_every_fineness_give_their_day(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    nano = pyarrow.array([1_636_445_700_123_456_789, None, 2**62], pyarrow.int64()).view(pyarrow.timestamp("ns"))
    (first, second, third) = read([str(parquet(tmp_path, text=["a", "b", "c"], published=nano))])
    assert isinstance(first, Article)
    assert first.published == datetime.date(2021, 11, 9)
    assert isinstance(second, Article)
    assert isinstance(third, Article)
    far = pyarrow.array([10**18, 0], pyarrow.int64()).view(pyarrow.timestamp("us"))
    items = list(read([str(parquet(tmp_path, text=["a", "b"], published=far))]))
    assert [isinstance(item, Article) for item in items] == [True, True]


ZIPS: dict[str, tuple[dict[str, bytes], list[str]]] = {
    "texts": ({"b.txt": b"Two men.", "a/a.txt": b"Three men.", ".x.txt": b"Hidden."}, ["ok", "ok"]),
    "one broken": ({"a.txt": b"", "b.txt": b"Two men."}, ["failed", "ok"]),
    "nothing to read": ({"a.png": b"\x89PNG"}, []),
    "a bomb": ({"a.txt": b" " * 200_000_000}, ["failed"]),
    "a zip in a zip": ({"a.zip": b"PK\x03\x04" + bytes(40)}, ["failed"]),
    "a table": ({"a.csv": b"text\nTwo men.\nThree men.\n"}, ["ok", "ok"]),
    "packed once more": ({"a.txt.gz": gzip.compress(b"Two men.")}, ["ok"]),
}


@pytest.mark.parametrize("name", ZIPS)
def test_an_archive_is_read_like_a_folder(name: str, tmp_path: Path) -> None:
    members, expected = ZIPS[name]
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for member, content in members.items():
            file.writestr(member, content)
    (tmp_path / "z.txt").write_text("Also here.")
    assert outcome(tmp_path, ReadOptions()) == [*expected, "ok"]


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as file:
        file.writestr("a.txt", GOOD)
    (tmp_path / "a.zip").write_bytes(whole.getvalue()[:-20])
    (failure,) = read([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert "is a zip archive that cannot be read" in failure.message
