"""Words are data: code holds no list of them. Lists that look like some are named here, with what they hold instead.

A list is a set, tuple, list or mapping written in code with three words of English or more, or a pattern with three of
them to choose from. Rules, evidence, `__all__` and what is typed as a Literal hold texts that are no words.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "newsfacts"
ROOMS = ("actions", "assemble", "events", "figures", "language", "page", "people", "relations", "speech")
"""The rooms that read text."""
FEWEST = 3

LABELS = frozenset(
    [
        "acl",
        "acomp",
        "advcl",
        "advmod",
        "agent",
        "amod",
        "appos",
        "attr",
        "aux",
        "auxpass",
        "case",
        "cc",
        "ccomp",
        "conj",
        "csubj",
        "csubjpass",
        "dative",
        "dep",
        "det",
        "dobj",
        "expl",
        "flat",
        "intj",
        "iobj",
        "mark",
        "meta",
        "neg",
        "nmod",
        "npadvmod",
        "nsubj",
        "nsubjpass",
        "nummod",
        "obj",
        "oprd",
        "parataxis",
        "pcomp",
        "pobj",
        "poss",
        "preconj",
        "predet",
        "prep",
        "prt",
        "punct",
        "quantmod",
        "relcl",
        "root",
        "xcomp",
    ]
)
"""What the parser calls dependencies."""
ENDINGS = frozenset(
    {
        *("d", "de", "ed", "es", "ing", "ings", "kes", "king", "s", "st", "nd", "rd", "th", "an", "ish", "ese"),
        *("ss", "us", "is", "sses", "shes", "ches", "xes"),
    }
)
"""Endings of words and of figures."""
_TEXTS = {"Evidence", "Guard", "Literal", "Rule", "rule"}
"""What is made of ids, reasons and examples."""
_CHOICE = re.compile(r"[A-Za-z][A-Za-z'’]*\??(?:\|[A-Za-z][A-Za-z'’ ?]*){2,}")

NO_WORDS: dict[str, tuple[int, str]] = {
    "actions/action.py": (4, "ways in which a word was proposed"),
    "actions/agent.py": (3, "members of EventType, classes of event_nouns"),
    "actions/event_type.py": (2, "members of EventType"),
    "actions/money_role.py": (2, "classes of money_roles"),
    "actions/money_role_evidence.py": (1, "names of evidence"),
    "assemble/keys/home.py": (1, "levels of country_names"),
    "assemble/keys/located.py": (1, "levels of country_names"),
    "events/attribution/sources.py": (1, "classes of attribution_verbs"),
    "events/place/patterns.py": (2, "classes of place_words"),
    "events/place/spans.py": (1, "classes of places"),
    "events/status/reader.py": (1, "classes of attribution_verbs"),
    "events/time/anchor.py": (1, "units of the grammar of time"),
    "events/time/intervals.py": (1, "units of the grammar of time"),
    "events/time/line.py": (1, "how a sentence takes up the one before"),
    "events/time/nearest.py": (1, "tenses"),
    "events/time/periods.py": (2, "units of the grammar of time"),
    "events/time/reading.py": (1, "classes of the grammar of time"),
    "events/time/rules.py": (1, "classes of the grammar of time"),
    "events/time/spans.py": (3, "units and classes of the grammar of time"),
    "events/time/tables.py": (1, "classes of the grammar of time"),
    "events/time/values.py": (2, "classes of the grammar of time"),
    "events/time/words.py": (10, "classes of the grammar of time"),
    "figures/count/kind.py": (1, "fields of the record"),
    "figures/money/kind.py": (1, "names of lexicons"),
    "figures/money/reader.py": (1, "kinds of currencies"),
    "figures/atoms.py": (1, "kinds of the pieces of a number"),
    "figures/numbers.py": (3, "kinds of the pieces of a number"),
    "figures/percentage/fractions.py": (1, "classes of decoy_words"),
    "figures/percentage/kind.py": (2, "fields of the record and names of lexicons"),
    "figures/percentage/words.py": (1, "classes of place_words"),
    "figures/quantity/kind.py": (1, "names of lexicons"),
    "figures/quantity/reader.py": (1, "columns of units"),
    "figures/quantity/si.py": (1, "dimensions"),
    "figures/quantity/units.py": (3, "spellings of the metric system, and columns of units"),
    "figures/spelled.py": (1, "classes of number_words"),
    "figures/suffixes.py": (1, "classes of decoy_words"),
    "figures/table_heads.py": (1, "classes of table_words"),
    "language/detect.py": (1, "codes of languages"),
    "language/lemmas.py": (1, "names of spaCy tables"),
    "language/models.py": (1, "parts of a spaCy pipeline"),
    "page/dateline.py": (1, "classes of layout_words"),
    "page/lines.py": (1, "ends of addresses and file names"),
    "page/sign_table.py": (1, "classes of page_words"),
    "people/finder.py": (1, "kinds of organisation_words"),
    "people/parts/evidence.py": (1, "names of evidence"),
    "people/pieces.py": (1, "ways of writing a sentence"),
    "people/roles/organisations.py": (1, "kinds of organisation_words"),
    "people/roles/told.py": (1, "classes of role_verbs"),
    "people/title_words.py": (1, "kinds of titles"),
    "people/words.py": (1, "kinds of name_cues"),
    "relations/counted.py": (1, "classes of event_nouns"),
}
"""File, how many lists it has, and what they hold instead of words of a text. No other list stands in code."""


def is_word(text: str) -> bool:
    """See words of English in small letters: no tag, no label, no name of a field."""
    return bool(re.fullmatch(r"[a-z][a-z'’. -]*", text)) and text not in LABELS | ENDINGS and len(text.split()) < 5


def words_of(node: ast.AST) -> list[str]:
    """List the words that a node of the code holds."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        held: list[ast.expr | None] = [*node.elts]
    elif isinstance(node, ast.Dict):
        held = [*node.keys]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        choices = [choice.split("|") for choice in _CHOICE.findall(node.value)]
        return [word for choice in choices for word in choice if is_word(word.replace("?", "").strip())]
    else:
        return []
    texts = [one.value for one in held if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    words = [text for text in texts if is_word(text)]
    return words if 2 * len(words) >= len(held) else []


def lists_of(code: str) -> Iterator[list[str]]:
    """Yield every list of words in a module."""
    tree = ast.parse(code)
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        told = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        told = told or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__")
        made = node.func if isinstance(node, ast.Call) else node.value if isinstance(node, ast.Subscript) else None
        if told or (made is not None and ast.unparse(made).rpartition(".")[2] in _TEXTS):
            passed.update(ast.walk(node))
    for node in ast.walk(tree):
        if node not in passed and len(found := words_of(node)) >= FEWEST:
            yield found


FOUND = Counter(
    str(path.relative_to(SOURCE))
    for room in ROOMS
    for path in sorted((SOURCE / room).rglob("*.py"))
    for _ in lists_of(path.read_text("utf-8"))
)


def test_no_list_of_words_stands_in_code() -> None:
    over = {file: count for file, count in FOUND.items() if count > NO_WORDS.get(file, (0, ""))[0]}
    assert not over, "words belong in a lexicon (CONTRIBUTING.md, Add a word), function words and cues in two of them"


def test_what_is_excused_is_there() -> None:
    assert {file: count for file, (count, _) in NO_WORDS.items()} == FOUND


@pytest.mark.parametrize(
    ("code", "lists"),
    [
        ('_PRONOUNS = frozenset({"he", "she", "they"})', 1),
        ('if word in ("under", "over", "below"): pass', 1),
        ('_LIMIT = re.compile(r"(?:under|over|below)")', 1),
        ('_MONTHS = {"march": 3, "june": 6, "july": 7}', 1),
        ('_PRONOUNS = function_words("personal") | {"who", "it"}', 0),
        ('_TAGS = frozenset({"NN", "NNS", "NNP"})', 0),
        ('_LABELS = ("nsubj", "dobj", "pobj")', 0),
        ('__all__ = ["read", "find", "words"]', 0),
        ('_ORDINAL = re.compile(r"(?:st|nd|rd|th)")', 0),
        ('Rule("count.x", "a", "b", yes=("one", "two", "three"))', 0),
    ],
)
def test_lists_of_words_are_seen(code: str, lists: int) -> None:
    assert len(list(lists_of(code))) == lists
