"""Web pages, all of our own: what stays, where they come from, who wrote them, and which hold no article."""

from pathlib import Path

import pytest

from newsfacts.article import Article
from newsfacts.record import Failure
from newsfacts.sources import read
from newsfacts.sources.authors import persons
from newsfacts.sources.walls import in_its_place

pytest.importorskip("trafilatura", reason="trafilatura is not installed")

ROWS = "".join(f"<tr><td>Jory Bolitho</td><td>{age}</td><td>Theft of {age} bicycles</td></tr>" for age in (21, 34, 56))
LEAD = "<p>Police in Brackwater published the arrests of the past week on Monday, as they do every week.</p>"
STORY = f"""<h1>Arrests of the week</h1>{LEAD}<h2>Booked</h2><table><tr><th>Name</th><th>Age</th><th>Charge</th></tr>
{ROWS}</table><h2>Seized</h2><ul><li>12 bicycles</li><li>3 kg of cannabis<ul><li>1 kg of it in bags</li></ul></li>
<li><a href="/cash">£4,000 in cash</a></li></ul><ol><li>The first raid was on Mill Street.</li></ol>"""


def page(body: str, head: str = "<title>Arrests of the week</title>") -> str:
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body><nav><a href='/'>Home</a></nav>{body}</body></html>"
    )


def read_page(content: str, folder: Path) -> Article | Failure:
    (folder / "a.html").write_text(content, "utf-8")
    (found,) = read([str(folder / "a.html")])
    return found


def read_article(content: str, folder: Path) -> Article:
    found = read_page(content, folder)
    assert isinstance(found, Article), found
    return found


def test_tables_lists_and_headings_stay_a_line_each(tmp_path: Path) -> None:
    lines = [line.strip() for line in read_article(page(f"<article>{STORY}</article>"), tmp_path).text.splitlines()]
    for line in (
        "Booked",
        "| Name | Age | Charge |",
        "| Jory Bolitho | 34 | Theft of 34 bicycles |",
        "- 12 bicycles",
        "- 3 kg of cannabis",
        "- 1 kg of it in bags",
        "- £4,000 in cash",
        "- The first raid was on Mill Street.",
    ):
        assert line in lines
    assert "Home" not in lines


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>Arrests</h1><table>{ROWS}</table></main>",
        f"<div id='content'><h1>Arrests</h1><div><div><table><tbody>{ROWS}</tbody></table></div></div></div>",
        "<main><ul>" + "<li>9:30 p.m.: A caller saw two men take 34 bicycles in Mill Street.</li>" * 6 + "</ul></main>",
    ],
    ids=["table", "table in boxes", "list"],
)
def test_a_page_that_is_nothing_but_a_table_or_a_list_is_read(body: str, tmp_path: Path) -> None:
    assert "34 bicycles" in read_article(page(body), tmp_path).text


CANONICAL = {
    '<link rel="canonical" href="https://herald.example/news/arrests">': "https://herald.example/news/arrests",
    '<meta property="og:url" content="https://herald.example/a/b">': "https://herald.example/a/b",
    '<link rel="canonical" href="https://herald.example/">': None,
    '<link rel="canonical" href="javascript:void(0)">': None,
    "": None,
}


@pytest.mark.parametrize(("head", "source"), CANONICAL.items())
def test_the_canonical_url_is_the_source_where_only_a_path_is_known(
    head: str, source: str | None, tmp_path: Path
) -> None:
    article = read_article(page(f"<article>{STORY}</article>", head), tmp_path)
    assert article.source == (source or str(tmp_path / "a.html"))


def test_what_is_said_of_the_source_goes_before_the_page(tmp_path: Path) -> None:
    from newsfacts.sources import ReadOptions

    (tmp_path / "a.html").write_text(page(f"<article>{STORY}</article>", next(iter(CANONICAL))), "utf-8")
    (tmp_path / "meta.csv").write_text("article_id,source\na,archive 7\n")
    (article,) = read([str(tmp_path / "a.html")], ReadOptions(meta=str(tmp_path / "meta.csv")))
    assert isinstance(article, Article)
    assert article.source == "archive 7"


AUTHORS: list[tuple[list[str], tuple[str, ...]]] = [
    (["Ann Pellow"], ("Ann Pellow",)),
    (["By Ann Pellow", "Jory Bolitho, Crime Reporter"], ("Ann Pellow", "Jory Bolitho")),
    (["Senior Reporter Ann Pellow"], ("Ann Pellow",)),
    (["Emily Post", "Kenneth Star", "D'Arcy O’Neill Jr."], ("Emily Post", "Kenneth Star", "D'Arcy O’Neill Jr.")),
    (["Staff Reports"], ()),
    (["Ann Pellow and Ed Roe", "Associated Press", "Agence France-Presse", "Reuters"], ("Ann Pellow", "Ed Roe")),
    (["Herald Staff", "News Desk", "admin", "Crime Reporter", "Kent Police", "The Observer"], ()),
    (["Brackwater Herald", "The Brackwater Herald", "brackwaterherald", "https://x.example/a", "a@x.example"], ()),
    (["Ann Pellow", "Ann Pellow", ""], ("Ann Pellow",)),
]


@pytest.mark.parametrize(("field", "names"), AUTHORS)
def test_authors_are_persons(field: list[str], names: tuple[str, ...]) -> None:
    assert persons(field, "Brackwater Herald", "www.brackwaterherald.example") == names


def test_the_authors_of_a_page_are_persons(tmp_path: Path) -> None:
    head = '<meta name="author" content="Staff Reports"><meta property="og:site_name" content="Brackwater Herald">'
    assert read_article(page(f"<article>{STORY}</article>", head), tmp_path).authors == ()


WALLS: dict[str, tuple[str, str]] = {
    "cloudflare": (
        "<html><head><title>Just a moment...</title></head><body><noscript><span>Enable JavaScript and cookies to "
        "continue</span></noscript><script>window.x={}</script></body></html>",
        "a wall against robots ('Just a moment')",
    ),
    "blocked": (
        page(
            "<h1>Sorry, you have been blocked</h1><h2>You are unable to access herald.example</h2>"
            "<h2>Why have I been blocked?</h2><p>This website is using a security service to protect itself from "
            "online attacks. The action you just performed triggered the security solution.</p>"
            "<h2>What can I do to resolve this?</h2><p>You can email the site owner.</p><p>Cloudflare Ray ID: 8a1</p>",
            "<title>Attention Required! | Cloudflare</title>",
        ),
        "a wall against robots",
    ),
    "denied": (
        "<html><head><title>Access Denied</title></head><body><h1>Access Denied</h1>You don't have permission to "
        'access "http://herald.example/news" on this server.<p>Reference #18.2f</p></body></html>',
        "a wall against robots ('Access Denied')",
    ),
    "interruption": (
        page(
            "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you "
            "were a bot. There are a few reasons this might happen:</p><ul><li>You've disabled cookies in your browser."
            "</li></ul><p>To regain access, please make sure that cookies are enabled before reloading the page.</p>",
            "<title>Herald</title>",
        ),
        "a wall against robots",
    ),
    "captcha": (
        page("<p>Please complete the captcha below.</p><p>We need to make sure you are not a robot.</p>", ""),
        "a wall against robots",
    ),
    "shell that says so": (
        page("<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>", ""),
        "a page that needs JavaScript to show its text",
    ),
    "shell": ("<html><head><title>Herald</title></head><body><div>Herald</div></body></html>", "an empty shell"),
    "menu": (page("<ul><li>News</li><li>Sport</li><li>Contact us</li></ul>", ""), "no article found on the page"),
    "loading": (page("<div id='root'>Loading…</div>", "<title>Herald</title>"), "still loading"),
    "nothing": (page("<div id='root'></div>", "<title>Herald</title>"), "no article found on the page"),
    "not found": (
        "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on "
        "this server.</p></body></html>",
        "a server's message in place of the page",
    ),
}


@pytest.mark.parametrize(("content", "message"), WALLS.values(), ids=WALLS)
def test_a_page_in_an_articles_place_fails_and_says_what_it_is(content: str, message: str, tmp_path: Path) -> None:
    failure = read_page(content, tmp_path)
    assert isinstance(failure, Failure), failure
    assert "no article found on the page" in failure.message
    assert message in failure.message


STORIES: dict[str, tuple[str | None, str]] = {
    "captcha": (
        "Police warn of fake captcha pages",
        "Police in Brackwater have warned of web pages that ask visitors to complete a captcha. “Please verify you are "
        "human,” one of them says. Whoever presses the button loads a program that steals passwords. Officers have had "
        "14 reports since March. Detective Inspector Moira Tench said nobody should copy commands from a page.",
    ),
    "denied": (
        "Access denied: clinic locked out of its files",
        "A clinic in Ayr could not open 3,000 files on Monday. Police said a program had locked them. The clinic said "
        "that it would not pay the £40,000 that was asked for. It expects to see patients again on Thursday.",
    ),
    "box": (
        None,
        "Police held 5 men in Ayr on Monday after a raid on a garage in Mill Street.\n"
        "They found 14 bicycles and 3 kilograms of cannabis, the force said in a note.\n"
        "Please enable JavaScript to view the comments.",
    ),
    "robot": (
        None,
        "Are you a robot? That is what a man from Ayr asked a patrol on Monday, and officers laughed at it.",
    ),
    "bulletin": (None, "Access denied to 40 officers in a strike at the port, police in Hull said on Monday."),
    "short": (None, "Police held 5 men."),
    "loading": (None, "Loading dock workers found 12 kilograms of cocaine in a crate of fruit, police in Hull said."),
}


@pytest.mark.parametrize(("title", "text"), STORIES.values(), ids=STORIES)
def test_a_story_that_says_such_words_is_none(title: str | None, text: str) -> None:
    assert in_its_place(title, text) is None


def test_a_long_story_is_none_however_often_it_says_them() -> None:
    assert in_its_place(None, "Please enable JavaScript. Police held five men in Ayr on Monday. " * 40) is None
