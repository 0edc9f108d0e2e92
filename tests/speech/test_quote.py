"""Direct speech: the phrase table, then what needs more than one quotation, then texts that break things."""

import re
import time
import tomllib
from pathlib import Path

import pytest

from newsfacts import lexicons
from newsfacts.article import Article
from newsfacts.language import pipeline as language
from newsfacts.language import sentences
from newsfacts.language.pipeline import Language
from newsfacts.language.reading import Reading
from newsfacts.language.sentences import Splitter
from newsfacts.page.sections import LayoutReader, layout_reader
from newsfacts.speech.marks import find_pieces
from newsfacts.speech.reader import QuoteMatch, QuoteReader, Speaker, reader

TABLE = tomllib.loads((Path(__file__).parents[2] / "corpus/phrases/quote.toml").read_text(encoding="utf-8"))
MATCH = [case for group in TABLE["group"] for case in group.get("match", [])]
LEAVE = [text for group in TABLE["group"] for text in group.get("leave", [])]

Tools = tuple[Language, Splitter, LayoutReader, QuoteReader]


@pytest.fixture(scope="module")
def tools() -> Tools:
    splitter = sentences.splitter(lexicons.read("abbreviations"), lexicons.read("openers"))
    return language.load(), splitter, layout_reader(), reader()


def find(tools: Tools, text: str, names: list[str]) -> list[QuoteMatch]:
    """Find the quotations of a text in which these names are people; the longest name wins where they overlap."""
    parser, splitter, layouts, quotes = tools
    parsed = tuple(parser.parse(text, list(splitter.units(text))))
    reading = Reading(Article(article_id="t", text=text), layouts.read(text), parsed)
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    full = {name: next(other for other in names if other.endswith(name)) for name in names}
    mentions = [
        Speaker(match.start(), match.end(), full[match[0]], f"p{names.index(full[match[0]])}")
        for match in re.finditer(pattern, text)
    ]
    return quotes.find(reading, mentions)


def test_the_table_is_large_enough() -> None:
    assert len(MATCH) >= 100
    assert len(LEAVE) >= 50


@pytest.mark.parametrize("case", MATCH, ids=lambda case: case["text"][:50])
def test_a_quotation_is_found_with_its_speaker(case: dict[str, object], tools: Tools) -> None:
    marked = str(case["text"])
    text = marked.replace("[", "").replace("]", "")
    start, end = marked.index("["), marked.index("]") - 1
    found = find(tools, text, list(case.get("people", [])))  # type: ignore[call-overload]
    assert [text[quote.start_char : quote.end_char] for quote in found][: 1 if case.get("more") else 9] == [
        text[start:end]
    ]
    assert (found[0].speaker, found[0].cue) == (case["speaker"], case.get("cue"))
    assert (found[0].speaker_person_id is not None) == (case["speaker"] in case.get("people", []))  # type: ignore[operator]


@pytest.mark.parametrize("text", LEAVE, ids=lambda text: text[:50])
def test_what_is_no_speech_is_left_alone(text: str, tools: Tools) -> None:
    assert [text[quote.start_char : quote.end_char] for quote in find(tools, text, ["Roe"])] == []


SEVERAL = {
    "a split quotation is two, of one speaker": (
        "“We were lucky,” said Ada Roe, “because the door held.”",
        [("“We were lucky,”", "Ada Roe"), ("“because the door held.”", "Ada Roe")],
    ),
    "a second sentence goes on": (
        "“We were lucky,” Ada Roe said. “The door held.”",
        [("“We were lucky,”", "Ada Roe"), ("“The door held.”", "Ada Roe")],
    ),
    "speech over paragraphs is one a paragraph": (
        "Ada Roe said: “We were lucky.\n\n“The door held.\n\n“Nobody slept.”\n\nThe fire is out.",
        [("“We were lucky.", "Ada Roe"), ("“The door held.", "Ada Roe"), ("“Nobody slept.”", "Ada Roe")],
    ),
    "speech over paragraphs whose speaker comes last": (
        'The fire is out.\n\n"We were lucky that it rained.\n\n"The old door held," Ada Roe said.',
        [('"We were lucky that it rained.', "Ada Roe"), ('"The old door held,"', "Ada Roe")],
    ),
    "marks of two kinds in one speech": (
        'Ada Roe said: “We were lucky.\r\n\r\n"The door held.”',
        [("“We were lucky.", "Ada Roe"), ('"The door held.”', "Ada Roe")],
    ),
    "bullets before the marks": (
        "> Ada Roe said: “We were lucky.\n>\n> “The door held.”",
        [("“We were lucky.", "Ada Roe"), ("“The door held.”", "Ada Roe")],
    ),
    "two speakers in turn": (
        "“Who is there?” asked Ada Roe. “Only the cat,” replied Ben Marl.",
        [("“Who is there?”", "Ada Roe"), ("“Only the cat,”", "Ben Marl")],
    ),
    "a mark that was forgotten does not turn the rest around": (
        'Ada Roe said: "We were lucky. Ben Marl said: "The door held."',
        [('"We were lucky.', "Ada Roe"), ('"The door held."', "Ben Marl")],
    ),
    "a closing mark where the next one opens": (
        "“We were lucky,” Ada Roe said.” The door held us all.”",
        [("“We were lucky,”", "Ada Roe"), ("” The door held us all.”", "Ada Roe")],
    ),
    "single marks glued to the text": (
        "Ada Roe told the paper.‘We were lucky,’ Ada Roe said. ‘The door held us all.’The fire is out.",
        [("‘We were lucky,’", "Ada Roe"), ("‘The door held us all.’", "Ada Roe")],
    ),
    "astral characters before it": ("😀😀 Ada Roe said: “We were lucky.”", [("“We were lucky.”", "Ada Roe")]),
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL.keys())
def test_quotations_stand_together(text: str, expected: list[tuple[str, str]], tools: Tools) -> None:
    found = find(tools, text, ["Ada Roe", "Ben Marl"])
    assert [(text[quote.start_char : quote.end_char], quote.speaker) for quote in found] == expected


@pytest.mark.parametrize("text", ["“", "“\n", '""""\n\n"', "”a”", "'", "Roe said: “”", "“ ”", "said “"])
def test_marks_without_words_are_no_quotation(text: str, tools: Tools) -> None:
    assert find(tools, text, []) == []


@pytest.mark.parametrize("piece", ["“", "”", '" ', "'a ", "“a ", '"a" ', "“a.\n", " ''b", "â€œx", '"a, \n'])
def test_pairing_is_linear(piece: str) -> None:
    start = time.process_time()
    find_pieces(piece * (200_000 // len(piece)))
    assert time.process_time() - start < 4
