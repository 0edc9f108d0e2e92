"""Documents that are known by their content: PDF, Word, mail, feeds; and what else a file may be."""

import io
import zipfile
from pathlib import Path

import pytest

from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure
from newsfacts.sources import LeftOut, ReadOptions, gather, read

GOOD = "Police in Brackwater held 5 men."


def one(path: Path, options: ReadOptions | None = None) -> Article:
    (article,) = read([str(path)], options)
    assert isinstance(article, Article), article
    return article


def refused(path: Path) -> str:
    (failure,) = read([str(path)])
    assert isinstance(failure, Failure)
    return failure.message


def pdf(text: str) -> bytes:
    """Write a PDF of one page by hand."""
    drawn = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "report"])
def test_a_pdf_is_read_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    (tmp_path / name).write_bytes(pdf(GOOD))
    article = one(tmp_path / name)
    assert (article.article_id, article.text) == (name, GOOD)


def test_a_pdf_without_text_says_what_to_do(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    (tmp_path / "a.pdf").write_bytes(pdf(""))
    assert "no text on 1 pages; if they are scans, recognise them (OCR) first" in refused(tmp_path / "a.pdf")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 and no more")
    assert "expected a sound PDF without a password" in refused(tmp_path / "a.pdf")


WORD = """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>Two held</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Police held </w:t></w:r><w:del><w:r>
<w:delText>6</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> men.</w:t>
<w:br/><w:t>Later</w:t><w:tab/><w:t>two.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cash</w:t></w:r></w:p></w:tc>
</w:tr></w:tbl></w:body></w:document>"""


def word(document: str, *, first: str = "[Content_Types].xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(first, "<Types/>")
        file.writestr("word/document.xml", document)
    return out.getvalue()


def test_a_word_file_gives_its_paragraphs_without_what_was_deleted(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(WORD))
    assert one(tmp_path / "a.docx").text == "Two held\nPolice held 5 men.\nLater\ttwo.\nCash"


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("<w:p", "its XML is broken"),
        (ENTITIES, "defines entities"),
        ("<a/>", "no text in it"),
        (" " * 30_000, "its XML"),
    ],
)
def test_a_word_file_that_is_broken_is_named(document: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(document))
    assert message in refused(tmp_path / "a.docx")


def test_a_word_file_that_grows_too_far_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(" " * 50_000))
    (failure,) = read([str(tmp_path)], ReadOptions(max_article_bytes=2_000))
    assert "the text is longer than 2,000 bytes" in getattr(failure, "message", "")


MAIL = (
    "From: press@example.org\r\nTo: desk@example.org\r\nSubject: =?utf-8?q?F=C3=BCnf_held?=\r\n"
    "Date: Tue, 9 Nov 2021 08:15:00 +0000\r\nMIME-Version: 1.0\r\n"
)
QUOTED = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
HTML = "Content-Type: text/html\r\n\r\n<html><p>Officers found 7 guns.</p></html>\r\n"
ATTACHED = (
    "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=report.pdf\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n"
)


def parts(kind: str, *bodies: str) -> str:
    head = f"{MAIL}Content-Type: multipart/{kind}; boundary=xx\r\n\r\n"
    return head + "".join(f"--xx\r\n{body}\r\n" for body in bodies) + "--xx--\r\n"


MAILS = {
    "quoted-printable": (
        f"{MAIL}{QUOTED}Police held 5 men and found =C2=A33,2=\r\n00.",
        "Police held 5 men and found £3,200.",
    ),
    "two ways of saying it": (parts("alternative", f"{QUOTED}Five men.", HTML), "Five men."),
    "HTML alone": (MAIL + HTML, "Officers found 7 guns."),
    "HTML where the plain text is empty": (parts("alternative", QUOTED, HTML), "Officers found 7 guns."),
    "two texts": (parts("mixed", f"{QUOTED}Five men.", f"{QUOTED}Six women."), "Five men.\n\nSix women."),
    "a charset that nobody knows": (f"{MAIL}Content-Type: text/plain; charset=x-odd\r\n\r\nFive men.", "Five men."),
    "no end of its parts": (parts("mixed", f"{QUOTED}Five men.").removesuffix("--xx--\r\n"), "Five men."),
}


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_gives_what_is_written_in_it(name: str, tmp_path: Path) -> None:
    content, text = MAILS[name]
    (tmp_path / "a.eml").write_bytes(content.encode())
    article = one(tmp_path / "a.eml")
    assert (article.text, article.title, str(article.published)) == (text, "Fünf held", "2021-11-09")


def test_what_is_attached_to_a_mail_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(parts("mixed", f"{QUOTED}Five men.", ATTACHED).encode())
    (warning,) = one(tmp_path / "a.eml").warnings
    assert (warning.code, "report.pdf" in warning.message) == ("left_out", True)
    (tmp_path / "a.eml").write_bytes(parts("mixed", ATTACHED).encode())
    assert "a mail without a text (it holds report.pdf)" in refused(tmp_path / "a.eml")


def test_a_press_release_that_opens_like_a_mail_is_a_text(tmp_path: Path) -> None:
    text = f"From: The press office\nDate: 9 November 2021\nSubject: Five held\n\n{GOOD}\n"
    (tmp_path / "a.txt").write_text(text)
    assert one(tmp_path / "a.txt").text == text


def test_a_mailbox_gives_its_mails(tmp_path: Path) -> None:
    start = "From press@example.org Tue Nov  9 08:15:00 2021\n"
    mails = [f"{MAIL}\r\nPolice held {n} men.\n>From there they went on.\n\n".replace("\r\n", "\n") for n in (2, 3)]
    (tmp_path / "a.mbox").write_text("".join(start + mail for mail in mails))
    items = list(read([str(tmp_path)]))
    texts = [(item.article_id, item.text) for item in items if isinstance(item, Article)]
    assert texts == [(f"a.mbox:{n - 1}", f"Police held {n} men.\nFrom there they went on.") for n in (2, 3)]
    (failure, _) = read([str(tmp_path)], ReadOptions(max_article_bytes=len(mails[0]) - 30)), None
    assert all("longer than" in getattr(item, "message", "") for item in failure)


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>Five &amp;amp; held</title><link>https://example.org/1</link><guid>n1</guid>
<pubDate>Tue, 09 Nov 2021 08:15:00 GMT</pubDate>
<description>&lt;p&gt;Police held&lt;br&gt;5&amp;nbsp;men.&lt;/p&gt;</description>
</item><item><title>Nothing more</title><link>https://example.org/2</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>n2</id><title>Six held</title>
<published>2021-11-09T08:15:00Z</published><summary>Short.</summary>
<content type="html">Police held 6 men.</content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.txt"])
def test_a_feed_gives_its_entries(name: str, tmp_path: Path) -> None:
    pytest.importorskip("feedparser", reason="feedparser is not installed")
    (tmp_path / name).write_text(RSS)
    first, second = read([str(tmp_path / name)])
    assert isinstance(first, Article)
    assert (first.article_id, first.title, first.source) == ("n1", "Five & held", "https://example.org/1")
    assert (first.text, str(first.published)) == ("Police held\n5\xa0men.", "2021-11-09")
    assert isinstance(second, Failure)
    assert "entry 2 has no text" in second.message
    (tmp_path / name).write_text(ATOM)
    article = one(tmp_path / name)
    assert (article.article_id, article.text, str(article.published)) == ("n2", "Police held 6 men.", "2021-11-09")


def test_an_entry_that_tells_only_when_it_was_changed_has_that_date(tmp_path: Path) -> None:
    pytest.importorskip("feedparser", reason="feedparser is not installed")
    (tmp_path / "a.xml").write_text(ATOM.replace("published>", "updated>"))
    assert str(one(tmp_path / "a.xml").published) == "2021-11-09"
    (tmp_path / "a.xml").write_text(ATOM.replace("<published>2021-11-09T08:15:00Z</published>", ""))
    assert one(tmp_path / "a.xml").published is None


OTHERS = {
    "a.bin": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an old Microsoft Office file"),
    "a.rtf": (b"{\\rtf1 Police}", "is a rich text file; save it as .docx, .pdf or .txt"),
    "a.png": (b"\x89PNG\r\n\x1a\n", "is a PNG image; recognise its text (OCR) first"),
    "a.xml": (b"<?xml version='1.0'?><nitf><body/></nitf>", "is XML with the root <nitf>; RSS and Atom are read"),
    "a.xlsx": (
        b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml xl/workbook.xml",
        "an Excel workbook; save the sheet as CSV",
    ),
    "a.tar": (b"a.txt" + bytes(252) + b"ustar", "is a tar archive; unpack it first"),
    "a.db": (b"SQLite format 3\0", "is an SQLite database; write the articles out as CSV"),
    "a.xz": (b"\xfd7zXZ\0\0", "is an xz archive; unpack it with xz -d"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_read_is_said_plainly_and_in_a_folder_left_out_by_name(name: str, tmp_path: Path) -> None:
    content, message = OTHERS[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(GOOD)
    assert message in refused(tmp_path / name)
    left_out = LeftOut()
    assert [item.article_id for item in gather([str(tmp_path)], ReadOptions(), left_out.tell)] == ["z.txt"]
    assert left_out.number == 1
    assert name in left_out.summary()


def test_files_of_other_kinds_in_a_folder_are_counted_and_named(tmp_path: Path) -> None:
    for name in ("README", "notes.md", "gold.json", "records.xml", ".hidden"):
        (tmp_path / name).write_text('{"a": 1}' if name == "gold.json" else "notes")
    (tmp_path / "list.json").write_text('[{"article_id": "j", "text": "Police held 5 men."}]')
    left_out = LeftOut()
    assert [item.article_id for item in gather([str(tmp_path)], ReadOptions(), left_out.tell)] == ["j"]
    assert left_out.number == 4
    assert all(name in left_out.summary() for name in ("README", "notes.md", "gold.json", "records.xml"))
    assert ".hidden" not in left_out.summary()


def test_many_files_that_are_left_out_are_told_in_short() -> None:
    left_out = LeftOut()
    for number in range(5000):
        left_out.tell(f"{number}.png", "a PNG image")
        left_out.tell(f"{number}", f"kind {number}")
    assert left_out.number == 10_000
    assert "5,000 (a PNG image): 0.png, 1.png, 2.png and 4,997 more" in left_out.summary()
    assert len(left_out.summary()) < 1500


DATES = {
    "proved by a later row": (["07/08/2022", "27/08/2022"], ["2022-08-07", "2022-08-27"]),
    "proved by an earlier row": (["08/27/2022", "07/08/2022"], ["2022-08-27", "2022-07-08"]),
    "not proved": (["07/08/2022", "2022-08-09"], ["None", "2022-08-09"]),
    "proved both ways": (["07/08/2022", "27/08/2022", "08/27/2022"], ["None", "2022-08-27", "2022-08-27"]),
}


@pytest.mark.parametrize("name", DATES)
def test_the_order_of_dates_is_what_the_other_rows_prove(name: str, tmp_path: Path) -> None:
    given, expected = DATES[name]
    (tmp_path / "a.csv").write_text("text,published\n" + "".join(f"Men {n}.,{day}\n" for n, day in enumerate(given)))
    lines = [f'{{"text": "Men {n}.", "published": "{day}"}}' for n, day in enumerate(given)]
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    (tmp_path / "c.json").write_text(f"[{', '.join(lines)}]")
    for file in ("a.csv", "b.jsonl", "c.json"):
        articles = [item for item in read([str(tmp_path / file)]) if isinstance(item, Article)]
        assert [str(article.published) for article in articles] == expected
        open_ = [article for article in articles if article.published is None]
        assert all(article.warnings[0].code == "published" and article.published_text for article in open_)


def test_the_user_can_tell_the_order_of_dates(tmp_path: Path) -> None:
    from newsfacts.article.published import DateOrder

    (tmp_path / "a.csv").write_text("text,published\nFive men.,07/08/2022\n")
    for order, day in ((DateOrder.DMY, "2022-08-07"), (DateOrder.MDY, "2022-07-08")):
        assert str(one(tmp_path / "a.csv", ReadOptions(date_order=order)).published) == day


def test_a_table_says_more_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in ("one.txt", "sub/two.txt", "three.html.txt", "four.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Police held men. {name}")
    (tmp_path / "meta.csv").write_text(
        "article_id,title,published,source\none,First,07/08/2022,https://example.org/1\nsub/two.txt,Second,27/08/2022,\n"
        "three.html.txt,,soon,\nfive,,,\n"
    )
    items = list(read([str(folder)], ReadOptions(meta=str(tmp_path / "meta.csv"))))
    found = {item.article_id: item for item in items if isinstance(item, Article)}
    assert set(found) == {"four.txt", "one", "sub/two.txt", "three.html.txt"}
    first = found["one"]
    assert (first.title, str(first.published), first.source) == ("First", "2022-08-07", "https://example.org/1")
    assert found["sub/two.txt"].source == str(folder / "sub/two.txt")
    assert [warning.code for warning in found["three.html.txt"].warnings] == ["published"]
    assert found["three.html.txt"].published_text == "soon"
    (lost,) = [item for item in items if isinstance(item, Failure)]
    assert (lost.article_id, "no file for article_id 'five'" in lost.message) == ("five", True)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("title\nx\n", "no column 'article_id'"),
        ("article_id\na\na\n", "stands there twice"),
        ("article_id,title\n,x\n", "'article_id' is empty"),
        ('article_id\n"a\n', "unexpected end of data"),
    ],
)
def test_a_table_of_files_that_is_wrong_stops_the_call(table: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "meta.csv").write_text(table)
    with pytest.raises(InputError, match=message):
        read([str(tmp_path / "a.txt")], ReadOptions(meta=str(tmp_path / "meta.csv")))


def test_a_text_that_was_there_before_is_read_with_a_warning(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("Please show that you are no robot." if name != "c" else GOOD)
    articles = [item for item in read([str(tmp_path)]) if isinstance(item, Article)]
    assert [[warning.code for warning in article.warnings] for article in articles] == [[], ["repeated_text"], []]


def test_one_control_character_makes_no_binary_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"article_id,text\nx,Police held\0 5 men.\ny,Police held 6 men.\n")
    assert len([item for item in read([str(tmp_path)]) if isinstance(item, Article)]) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
def test_wide_encodings_are_read_with_and_without_a_mark(encoding: str, name: str, tmp_path: Path) -> None:
    content = {"a.txt": GOOD, "a.csv": f"text\n{GOOD}\n", "a.jsonl": f'{{"text": "{GOOD}"}}\n'}[name]
    (tmp_path / name).write_bytes(content.encode(encoding))
    assert one(tmp_path / name).text == GOOD
