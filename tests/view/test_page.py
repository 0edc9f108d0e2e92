"""The page in a real browser: it shows, marks, filters, answers to keys, and saves corrections that can be read."""

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from view.conftest import Show
from view.samples import HOSTILE, TEXT, count, hostile, ordinary, overlapping, record

from newsfacts.evaluation.corrections import read_corrections

TEXTS = {"a1": TEXT, "a2": TEXT}
MANY = 5000


@pytest.fixture
def page(show: Show) -> Any:
    """Give a page of two articles, the first of them open."""
    found = show([ordinary(), ordinary("a2", "Another story")], TEXTS)
    found.evaluate("openArticle(0)")
    return found


def saved(page: Any, folder: Path) -> list[dict[str, Any]]:
    """Save the corrections as somebody would, and read the file."""
    page.click("#to-corrections")
    with page.expect_download() as downloading:
        page.click("#download")
    path = folder / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert path.name == "corrections.jsonl"
    return [one.model_dump(mode="json") for one in read_corrections(path)]


def marked(page: Any, selector: str) -> str:
    return "".join(page.locator(selector).all_text_contents())


def test_the_text_is_all_there_and_spans_count_code_points(page: Any) -> None:
    assert page.locator("#text").text_content() == TEXT
    assert marked(page, "#text .mark.of-money") == "£3.5m"
    assert marked(page, "#text .mark.starts") == "held"
    assert marked(page, "#text .mark.named") == "Ann Pellow"
    page.evaluate("activate('fact', things.fact[2].id)")
    assert marked(page, ".mark.active") == "“We found 40 stolen phones,”"


def test_spans_may_nest_and_cross(show: Show) -> None:
    crossing, text = overlapping()
    page = show([crossing], {"a1": text})
    page.evaluate("openArticle(0)")
    told = page.locator("#text .mark").evaluate_all("(all) => all.map((one) => [one.textContent, one.className])")
    assert told == [
        ["alpha ", "mark of-quote"],
        ["12 ", "mark of-count figure"],
        ["men", "mark of-count figure under-money"],
        [" beta", "mark of-money figure"],
        [" gamma", "mark of-money figure"],
    ]
    assert page.locator("#text").text_content() == text


CUTS: list[tuple[int, list[tuple[int, int]], list[tuple[int, int, list[int]]]]] = [
    (5, [], [(0, 5, [])]),
    (5, [(1, 3)], [(0, 1, []), (1, 3, [0]), (3, 5, [])]),
    (5, [(0, 5), (1, 2)], [(0, 1, [0]), (1, 2, [1, 0]), (2, 5, [0])]),
    (6, [(0, 4), (2, 6)], [(0, 2, [0]), (2, 4, [0, 1]), (4, 6, [1])]),
    (4, [(1, 1), (2, 9)], [(0, 4, [])]),
    (3, [(0, 3), (0, 3)], [(0, 3, [0, 1])]),
]


def test_a_text_is_cut_where_spans_begin_and_end(page: Any) -> None:
    code = """([length, spans]) => pieces(length, spans.map(([from, to], id) => ({ from, to, id })))
        .map((one) => [one.from, one.to, one.marks.map((mark) => mark.id)])"""
    told = [page.evaluate(code, [length, spans]) for length, spans, _ in CUTS]
    assert told == [[list(piece) for piece in pieces] for *_, pieces in CUTS]


def test_hostile_texts_stay_texts(show: Show) -> None:
    bad = hostile()
    page = show([bad], {bad.article_id: HOSTILE})
    page.evaluate("openArticle(0)")
    page.keyboard.press("n")
    shown = page.locator("#text").text_content()
    assert shown == HOSTILE.replace("\ud800", "\ufffd")
    assert page.locator(".article-title").text_content() == bad.title
    assert page.evaluate("window.harmed") is None
    assert page.locator("#article a, #article img, #side img").count() == 0
    page.evaluate("openForm(things.fact[0])")
    assert page.evaluate("window.harmed") is None


def test_no_other_script_runs(browser: Any, tmp_path: Path) -> None:
    from newsfacts.view import report

    html = report([ordinary()], TEXTS).html.replace("</body>", "<script>window.harmed = 1</script></body>")
    (tmp_path / "report.html").write_text(html, "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "report.html").as_uri())
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("window.harmed") is None
    page.close()


def test_without_texts_the_record_is_shown(show: Show) -> None:
    page = show([ordinary()])
    page.evaluate("openArticle(0)")
    assert "not in this page" in page.locator("#article").text_content()
    assert page.locator(".card").count() == 4
    assert page.locator(".card-text").first.text_content() == "12 men"
    page.fill("#words", "stolen phones")
    page.locator("#found", has_text="1 article, 4 facts").wait_for()


FILTERS: list[tuple[dict[str, Any], int]] = [
    ({}, 2),
    ({"kind": "money"}, 2),
    ({"kind": "percentage"}, 0),
    ({"kind": "money", "status": "claimed"}, 2),
    ({"kind": "count", "status": "claimed"}, 0),
    ({"kind": "money", "high": 50}, 0),
    ({"kind": "money", "low": 50, "high": 60}, 2),
    ({"event_type": "arrest"}, 2),
    ({"event_type": "theft"}, 0),
    ({"part": "police"}, 2),
    ({"part": "victim"}, 0),
    ({"warning": "odd_number"}, 2),
    ({"warning": "language"}, 0),
    ({"words": "another"}, 1),
    ({"words": "PELLOW phones"}, 2),
    ({"words": "“we found"}, 2),
    ({"words": "o’clock"}, 0),
    ({"words": "nobody"}, 0),
    ({"reading": "begun"}, 0),
]


def test_a_filter_asks_all_of_one_fact(page: Any) -> None:
    code = "(given) => { askNothing(); Object.assign(asked, { words: '' }, given); return matching().articles.length; }"
    assert [(asked, page.evaluate(code, asked)) for asked, _ in FILTERS] == FILTERS


def test_the_fields_of_the_filter_filter(page: Any) -> None:
    page.click("#filters summary")
    page.select_option("#filter-kind", "percentage")
    assert page.locator("#found").text_content() == "0 articles, 0 facts"
    page.click("#filter-none")
    assert page.locator("#found").text_content() == "2 articles, 8 facts"
    page.fill("#words", "another story")
    page.locator("#found", has_text="1 article, 4 facts").wait_for()
    assert page.locator(".row").count() == 1


def test_keys_go_through_articles_and_facts(page: Any) -> None:
    def active() -> str:
        return marked(page, ".card.active .card-text")

    seen = []
    for key in ("n", "n", "p", "n", "n", "n", "n", "n"):
        page.keyboard.press(key)
        seen.append(active())
    said = "“We found 40 stolen phones,”"
    assert seen == ["12 men", "£3.5m", "12 men", "£3.5m", said, "40 stolen phones", "", "12 men"]
    assert page.locator(".article-title").text_content() == "Another story"
    page.keyboard.press("k")
    assert page.locator(".article-title").text_content() == "Twelve held in Ayr"
    page.keyboard.press("j")
    assert page.locator(".article-title").text_content() == "Another story"
    page.keyboard.press("?")
    assert page.locator("#dialog-title").text_content() == "Keys and colours"
    page.keyboard.press("Escape")
    page.click("#words")
    page.keyboard.press("k")
    assert page.input_value("#words") == "k"


CHARTS = {
    "Event types over time": [["event type", "2024-03", "2024-04", "all"], ["arrest", "1", "1", "2"]],
    "Top places": [["place", "events"], ["Ayr", "3"]],
    "Money by role": [["currency", "role", "sum", "amounts"], ["GBP", "stolen", "10.5 m", "3"]],
    "Confidence against warnings": [
        ["warning", "not measured", "under 50 %", "50–70", "70–80", "80–90", "90–95", "95–100", "all"],
        ["odd number", "3", "0", "3", "0", "0", "3", "3", "12"],
    ],
}


def test_charts_draw_what_the_filter_lets_through_and_have_their_numbers_as_tables(show: Show) -> None:
    days = (date(2024, 3, 8), date(2024, 4, 1), None)
    page = show([ordinary(f"a{at}").model_copy(update={"published": day}) for at, day in enumerate(days)])
    tables = """() => Object.fromEntries([...document.querySelectorAll(".chart")].map((chart) => [
        chart.querySelector("h3").textContent,
        [...chart.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent))]))"""
    page.locator(".chart").nth(3).wait_for()
    assert page.evaluate(tables) == CHARTS
    assert page.locator(".chart svg").count() == 4
    assert "1 event without a date" in page.locator(".chart").first.text_content()
    page.evaluate("ask('kind', 'quote')")
    page.locator(".chart", has_text="Nothing to draw.").wait_for()
    assert page.evaluate(tables)["Money by role"] == []


def test_a_card_tells_rule_reason_evidence_and_confidence(page: Any) -> None:
    page.keyboard.press("n")
    told = page.locator(".card.active").text_content()
    for words in ("93 %", "count.noun-phrase", "the ordinary way", "arrest", "number12", "Police in Ayr"):
        assert words in told
    page.keyboard.press("v")
    assert "Ayr" in page.locator(".timeline").text_content()
    page.keyboard.press("g")
    assert "Detective Inspector" in page.locator(".card").text_content()


def test_a_click_chooses_the_innermost_then_the_one_around(page: Any) -> None:
    for chosen in ("40 stolen phones", "“We found 40 stolen phones,”"):
        page.locator("#text .mark", has_text="40 stolen phones").click()
        assert marked(page, ".card.active .card-text") == chosen


def test_corrections_are_saved_as_a_file_that_can_be_read(page: Any, tmp_path: Path) -> None:
    for key in ("n", "a", "n", "r", "n", "a", "u", "d"):
        page.keyboard.press(key)
    assert page.locator("#correction-count").text_content() == "3"
    men, sum_, *_ = ordinary().facts
    first, second, third = saved(page, tmp_path)
    assert (first["action"], first["target"], first["id"]) == ("accept", "fact", men.fact_id)
    assert (second["action"], second["id"]) == ("reject", sum_.fact_id)
    assert (third["action"], third["target"], third["id"]) == ("accept", "article", None)
    assert {one["text_sha256"] for one in (first, second, third)} == {ordinary().text_sha256}


def test_an_edit_saves_what_differs(page: Any, tmp_path: Path) -> None:
    for key in ("n", "e"):
        page.keyboard.press(key)
    page.fill("#form-field-value", "twelve")
    page.click("text=Save")
    assert "no number" in page.locator("#form-fault").text_content()
    page.fill("#form-field-value", "1,200.50")
    page.fill("#form-words", "held 12 men")
    page.select_option("#form-field-event_type", "charge")
    page.fill("#form-field-agent", "Police in Ayr")
    page.click("text=Save")
    assert "edited" in page.locator(".card.active").text_content()
    (one,) = saved(page, tmp_path)
    assert one["action"] == "edit"
    assert one["fields"] == {"value": "1200.50", "event_type": "charge", "agent": "Police in Ayr"} | {
        "value": one["fields"]["value"]
    }
    assert float(one["fields"]["value"]) == 1200.5
    assert TEXT[one["start_char"] : one["end_char"]] == "held 12 men"


def test_an_edit_that_changes_nothing_accepts(page: Any, tmp_path: Path) -> None:
    for key in ("n", "e"):
        page.keyboard.press(key)
    page.click("text=Save")
    (one,) = saved(page, tmp_path)
    assert (one["action"], one["fields"], one["start_char"]) == ("accept", {}, None)


def test_everything_can_be_edited_and_left_as_it_is(show: Show) -> None:
    text = "Police\nheld 12\n armed  men, 🚓 then 5 more."
    broken = record(text, [count(text, "12\n armed  men", "12"), count(text, "5 more", "5", agent="Police")], "a2")
    page = show([ordinary(), broken], {"a1": TEXT, "a2": text})
    told = page.evaluate("""() => [0, 1].flatMap((i) => {
        openArticle(i);
        return Object.values(current(i)).flat().map((thing) => {
            openForm(thing);
            document.querySelector("#dialog form").requestSubmit();
            const one = correctionOf(i, thing.target, thing.id);
            return [one?.action, Object.keys(one?.fields ?? {}), one?.start_char];
        });
    })""")
    assert told == [["accept", [], None]] * 8


def test_what_is_missing_is_added_from_a_selection(page: Any, tmp_path: Path) -> None:
    select = """(words) => {
        const from = document.getElementById("text").textContent.indexOf(words);
        const [range] = ranges([{ from, to: from + words.length }]);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }"""
    page.evaluate(select, "40 stolen")
    page.click("#add-selection")
    assert page.input_value("#form-field-value") == "40"
    page.click(".dialog-tools .main")
    assert "noun: missing" in page.locator("#form-fault").text_content()
    page.fill("#form-field-noun", "stolen")
    page.click(".dialog-tools .main")
    page.evaluate(select, "Police in Ayr")
    page.keyboard.press("+")
    page.select_option("#form-kind", "event")
    page.select_option("#form-field-event_type", "arrest")
    page.click(".dialog-tools .main")
    page.click("text=Add what is missing")
    page.select_option("#form-kind", "person")
    page.fill("#form-field-name", "Ann Pellow")
    page.select_option("#form-field-part", "police")
    page.click(".dialog-tools .main")
    fact, event, person = saved(page, tmp_path)
    assert TEXT[fact["start_char"] : fact["end_char"]] == "40 stolen"
    assert fact["fields"]["kind"] == "count"
    assert (event["target"], event["fields"]["event_type"]) == ("event", "arrest")
    assert TEXT[event["start_char"] : event["end_char"]] == "Police in Ayr"
    assert (person["target"], person["fields"]["name"]) == ("person", "Ann Pellow")
    assert [fact["id"], event["id"], person["id"]] == ["new1", "new2", "new3"]


def test_a_saved_file_is_taken_up_again(show: Show, page: Any, tmp_path: Path) -> None:
    for key in ("n", "r"):
        page.keyboard.press(key)
    saved(page, tmp_path)
    stranger = (tmp_path / "corrections.jsonl").read_text().replace('"a1"', '"zz"')
    with (tmp_path / "corrections.jsonl").open("a") as file:
        file.write(stranger)
    again = show([ordinary()], TEXTS)
    again.evaluate("forgetAll()")
    again.click("#to-corrections")
    again.set_input_files("#corrections-file", tmp_path / "corrections.jsonl")
    again.wait_for_selector("text=1 correction taken up, 1 left")
    again.keyboard.press("Escape")
    again.evaluate("openArticle(0)")
    assert "rejected" in again.locator(".card").first.text_content()


def test_corrections_outlive_the_page(page: Any) -> None:
    for key in ("n", "a"):
        page.keyboard.press(key)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator("#correction-count").text_content() == "1"
    assert page.locator(".article-title").text_content() == "Twelve held in Ayr"


def test_the_way_back_leads_to_where_one_was(page: Any) -> None:
    page.keyboard.press("j")
    page.go_back()
    assert page.locator(".article-title").text_content() == "Twelve held in Ayr"
    page.go_back()
    assert page.locator("#overview").is_visible()
    page.evaluate("location.hash = '#%E0%A4%A'")
    assert page.locator("#overview").is_visible()


def test_a_file_of_strangers_does_no_harm(page: Any) -> None:
    named = {"article_id": "a1", "text_sha256": ordinary().text_sha256, "target": "person", "id": "p0"}
    lines = [
        named | {"action": "edit", "fields": {"mentions": 5}},
        named | {"action": "toString", "fields": {}},
        named | {"action": "edit", "target": "__proto__", "fields": {}},
        named | {"action": "edit", "fields": {"name": "<img src=x onerror='window.harmed = 1'>"}},
    ]
    told = page.evaluate("(lines) => takeUp(lines)", "\n".join(map(json.dumps, [*lines, 5, None])))
    assert told == {"taken": 1, "left": 5}
    page.evaluate("redraw(); openTab('person')")
    assert "<img" in page.locator(".card").text_content()
    assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize("view", ["overview", "article", "list"])
def test_nothing_is_wider_than_a_phone(show: Show, view: str) -> None:
    page = show([ordinary()], TEXTS, viewport={"width": 360, "height": 740})
    page.evaluate({"overview": "openOverview()", "article": "openArticle(0)", "list": "0"}[view])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("#articles").is_visible() == (view == "list")


def test_on_a_phone_a_tap_shows_the_card(show: Show) -> None:
    page = show([ordinary()], TEXTS, viewport={"width": 360, "height": 740})
    page.click(".row")
    page.locator("#text .mark.of-money").click()
    assert "£3.5m" in page.locator("#peek .card").text_content()
    page.click("#peek >> text=Accept")
    assert "accepted" in page.locator("#peek .card").text_content()
    page.click("#back")
    assert page.locator("#articles").is_visible()


def test_light_and_dark_follow_the_system_or_the_switch(show: Show) -> None:
    page = show([ordinary()], TEXTS, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    page.click("#theme")
    assert page.evaluate(ground) == dark


def test_on_paper_there_is_the_article_and_its_cards(page: Any) -> None:
    page.emulate_media(media="print")
    assert page.locator("#text").is_visible()
    assert page.locator(".card").first.is_visible()
    assert not page.locator("#articles").is_visible()


def test_thousands_open_and_filter_quickly(show: Show) -> None:
    one = ordinary()
    named = ({"article_id": f"a{number}", "title": f"Story {number}"} for number in range(MANY))
    records = [one.model_copy(update=more) for more in named]
    page = show(records, {each.article_id: TEXT for each in records})
    assert any(_seconds_to_open(page.context, page.url) < 3 for _ in range(3))


def _seconds_to_open(context: Any, url: str) -> float:
    page = context.new_page()
    began = time.monotonic()
    page.goto(url)
    page.wait_for_selector("html[data-ready]")
    opening = time.monotonic() - began
    filtering = "(() => { const began = performance.now(); ask('kind', 'money'); return performance.now() - began; })()"
    assert min(page.evaluate(filtering) for _ in range(3)) < 200
    assert page.locator(".row").count() < 60
    page.evaluate("byId('rows').scrollTop = 4000 * ROW")
    page.wait_for_selector("[data-article='4000']")
    page.close()
    return opening
