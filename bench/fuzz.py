"""Feed the extractor what nobody wrote: made-up sentences of numbers, and articles with something broken in them.

    python bench/fuzz.py [--inputs N] [--seed S] [--articles FILE] [--show N]

Half of the inputs are sentences from a small grammar around numbers (bounds, ranges, money, units, percentages, words
in look-alike letters, odd marks); half are articles with up to eight mutations (cut, doubled, swapped, other case,
other quotation marks, control and look-alike characters, digits of other scripts). The same seed gives the same inputs.
Of each record is asked: no exception, no reader that failed, every span the text's own, the schema, bounds in order, no
negative count, references that lead to a fact or person of the record. Exit code 1 where anything was found.
"""

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema

if TYPE_CHECKING:
    from newsfacts.extract import Extractor
    from newsfacts.record import Record

ROOT = Path(__file__).parent.parent
_REFERENCES = ("subset_of", "changes_from", "converts", "repeats")
_PEOPLE = ("agent_person_id", "speaker_person_id")

GRAMMAR: dict[str, Sequence[str]] = {
    "S": (
        "{WHO} {VERB} {THING}.",
        "{WHO} {VERB} {THING}, {PART}.",
        "{RATE} {MOVE} {CHANGE}{BASE}.",
        "“{WHO} {VERB} {THING},” said {NAME}.",
        "{NAME}, {N}, was fined {MONEY} for {N} counts of {NOUN}.",
        "{N} {NOUN}: {THING}; {THING}",
        "'{WHO} {VERB} {THING}?': {NAME} asks",
        "{N}",
        "{NUMBER} {NUMBER}{MARK}{NUMBER}",
        "{WHEN} {WHO} {VERB} {THING} in {PLACE}",
        "{THING}{MARK}{THING}{MARK}",
        "{MONEY} ({MONEY}) was {VERB} by {WHO}",
    ),
    "THING": (
        "{BOUND}{NUMBER} {NOUN}",
        "{QUANTITY}",
        "{MONEY}",
        "{BOUND}{NUMBER}{MARK}{NUMBER} {NOUN}",
        "no {NOUN}",
        "{N} of the {N} {NOUN}",
        "{QUANTITY} of {NOUN}",
        "{NUMBER}-{NUMBER} {NOUN}",
        "{N} and {QUANTITY}",
    ),
    "PART": (
        "including {N} {NOUN}",
        "of whom {N} were {NOUN}",
        "{N} of them {NOUN}",
        "among them {N} {NOUN} and {N} others",
    ),
    "QUANTITY": ("{BOUND}{NUMBER}{GAP}{UNIT}", "{N} by {N} {UNIT}", "{N}ft {N}in", "half a {UNIT}", "minus {N} {UNIT}"),
    "MONEY": (
        "{SIGN}{NUMBER}",
        "{NUMBER} {CURRENCY}",
        "{BOUND}{SIGN}{NUMBER}{MARK}{SIGN}{NUMBER}",
        "{SIGN}{NUMBER}{SCALE}",
    ),
    "CHANGE": (
        "by {BOUND}{NUMBER}{PERCENT}",
        "from {NUMBER} to {NUMBER}",
        "from {NUMBER}{PERCENT} to {NUMBER}{PERCENT}",
        "{NUMBER}{MARK}{NUMBER}{PERCENT}",
        "two-thirds",
        "one in {N}",
        "{N} out of {N}",
    ),
    "NUMBER": (
        "{N}",
        "{N}",
        "{N},{N}",
        "{N}.{N}",
        "{N} {SCALE}",
        "{WORD} {SCALE}",
        "{WORD}",
        "{WORD}-{WORD}",
        "{N},{N},{N}",
        "{WORD} hundred and {WORD}",
        "{N} and a half",
        "{SCALE}s",
        "{N}/{N}",
        "dozens",
        "½",
        "{N}½",
        "٣٤",
        "²",
        "①",
        "Ⅻ",
    ),
    "N": (
        "0",
        "1",
        "2",
        "3",
        "5",
        "007",
        "12",
        "19",
        "40",
        "99",
        "100",
        "110",
        "250",
        "999",
        "1000",
        "1984",
        "2024",
        "12500",
        "1e9",
        "-4",
        "−7",
        "00",
        "1.",
        ".5",
        "123456789012345678901234567890",
    ),
    "WORD": (
        "one",
        "two",
        "five",
        "twelve",
        "twenty",
        "ninety",
        "zero",
        "a",
        "an",
        "half",
        "several",
        "few",
        "Fıve",
        "ſix",
    ),
    "SCALE": ("hundred", "thousand", "million", "bn", "m", "k", "crore", "lakh", "dozen", "mıllion", "tn", "trillion"),
    "BOUND": (
        "",
        "",
        "",
        "more than ",
        "at least ",
        "at leaſt ",
        "up to ",
        "nearly ",
        "about ",
        "under ",
        "between ",
        "from ",
        "no fewer than ",
        "less than ",
        "over ",
        "an estimated ",
    ),
    "GAP": ("", " ", "-", "\xa0", "\u2009", "\n", " - "),
    "UNIT": (
        "kg",
        "KG",
        "\u212aG",
        "μg",
        "µg",
        "g",
        "tonnes",
        "miles",
        "mıles",
        "lb",
        "°C",
        "degrees",
        "ft",
        "m",
        "sq ft",
        "litres",
        "mph",
        "metres",
        "acres",
        "oz",
    ),
    "SIGN": ("£", "$", "€", "₦", "Rs ", "US$", "RM", "¥", "₹", "KSh"),
    "CURRENCY": ("pounds", "dollars", "yuan", "euros", "rupees", "pence", "KGS", "naira", "US dollars", "quid"),
    "PERCENT": ("%", " percent", " per cent", "pc", " percentage points", " pp", "％"),
    "MARK": (
        " to ",
        "-",
        "–",
        " and ",
        ", ",
        " or ",
        "; ",
        "/",
        " (",
        ") ",
        "—",
        "...",
        ": ",
        "\n\n",
        " '",
        "” ",
        "“",
        "?”",
    ),
    "WHO": (
        "Police",
        "Officers",
        "Two men",
        "The suspects",
        "A woman, 34,",
        "It",
        "{NAME}",
        "Thieves",
        "{N} officers",
        "They",
    ),
    "VERB": (
        "arrested",
        "seized",
        "stole",
        "recovered",
        "said",
        "charged",
        "killed",
        "found",
        "denied",
        "will inspect",
    ),
    "NOUN": (
        "men",
        "suspects",
        "cases",
        "phones",
        "people",
        "heroin",
        "women and children",
        "knives",
        "others",
        "pounds",
        "counts",
        "rounds of ammunition",
        "cases of theft",
        "ſuspects",
        "嫌疑人",
        "😀",
    ),
    "NAME": ("Ada Roe", "PC Jo Bloggs", "Mr Doe", "DI A. B. Roe", "O'Neil", "ADA ROE", "ada roe", "Supt. Li Wei"),
    "RATE": ("Crime", "Burglary", "The detection rate", "Knife crime in {PLACE}", "Robberies", "Cases"),
    "MOVE": ("rose", "fell", "was up", "dropped", "remained", "went", "soared"),
    "BASE": (
        "",
        " year-on-year",
        " on the year before",
        " ſince 2019",
        " compared with {N}",
        " last month",
        " in a year",
    ),
    "PLACE": ("Ayr", "Leeds", "ŁÓDŹ", "Lagos State", "the city", "King's Lynn", "北京"),
    "WHEN": (
        "On Monday",
        "In 2023,",
        "Last year",
        "31 June 2021:",
        "On the 4th",
        "Between 3 and 5 May",
        "Yesterday,",
        "32/13/2020",
    ),
}
"""What stands for what; a name in braces stands for one of its forms."""

Mutation = Callable[[random.Random, str], str]


def grammatical(chance: random.Random, symbol: str = "S") -> str:
    """Make a sentence of the grammar."""
    form = chance.choice(GRAMMAR[symbol])
    while "{" in form:
        head, _, rest = form.partition("{")
        name, _, tail = rest.partition("}")
        form = f"{head}{grammatical(chance, name)}{tail}"
    return form


def _span(chance: random.Random, text: str, longest: int) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randrange(longest))


def _cut(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text, 60)
    return text[:start] + text[end:]


def _double(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text, 120)
    return text[:end] + text[start:]


def _swap(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _case(chance: random.Random, text: str) -> str:
    start, end = _span(chance, text, 400)
    change = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:start] + change(text[start:end]) + text[end:]


def _look_alike(chance: random.Random, text: str) -> str:
    letter, twin = chance.choice(
        ("sſ", "iı", "Iİ", "k\u212a", "aа", "oо", "0٠", "1１", "5५", "-−", " \xa0", "eе", "l|")
    )
    return text.replace(letter, twin, chance.randrange(1, 9))


def _insert(chance: random.Random, text: str) -> str:
    odd = (
        "“",
        "”",
        "'",
        '"',
        "\n",
        "\n\n",
        "\r\n",
        "\0",
        "\u200b",
        "\u2028",
        "\ud800",
        "😀",
        "(",
        ")",
        ":",
        "%",
        "£",
        "…",
        "\ufeff",
        "\u202e",
        "e\u0301",
        " " * 40,
        "." * 30,
        "1" * 50,
        "ﬁ",
        "％",
        "½",
        "\x0b",
        "\t",
        "?'",
        "--",
        "’s ",
    )
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(odd) + text[at:]


def _sentence(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return f"{text[:at]} {grammatical(chance)} {text[at:]}"


def _quotes(chance: random.Random, text: str) -> str:
    return text.translate(str.maketrans('“”‘’"', chance.choice(("\"\"'''", "««»»«", "„“‚‘„", "''''''"[:5]))))


MUTATIONS: Sequence[Mutation] = (_cut, _double, _swap, _case, _look_alike, _insert, _insert, _sentence, _quotes)


def mutated(chance: random.Random, text: str) -> str:
    """Break up to eight things in a piece of an article."""
    start = chance.randrange(max(1, len(text) - 600))
    text = text[start : start + chance.randrange(100, 900)]
    for _ in range(chance.randrange(1, 9)):
        text = chance.choice(MUTATIONS)(chance, text)
    return text


def inputs(number: int, seed: int, articles: Sequence[str]) -> Iterator[str]:
    """Yield made-up texts, one kind after the other; none of them is empty."""
    chance = random.Random(seed)
    for place in range(number):
        text = grammatical(chance) if place % 2 else mutated(chance, chance.choice(articles))
        yield text if text.strip() else "."


def faults(extractor: "Extractor", text: str, schema: Any) -> Iterator[str]:
    """Name what is wrong about what the extractor makes of a text."""
    from newsfacts.record import WarningCode, to_json

    try:
        record = extractor.extract(text)
        line = to_json(record)
    except Exception as error:
        yield f"exception {type(error).__name__}: {error}"
        return
    yield from (w.message for w in record.warnings if w.code is WarningCode.READER_FAILED)
    yield from (f"schema: {error.message[:80]}" for error in schema.iter_errors(json.loads(line)))
    yield from _wrong_spans(record, text)
    yield from _impossible(record)


def _wrong_spans(record: "Record", text: str) -> Iterator[str]:
    spans: list[Any] = [*record.facts]
    for person in record.people:
        spans += [*person.mentions, *person.roles]
    yield from (
        f"span of {type(s).__name__} is not the text's" for s in spans if text[s.start_char : s.end_char] != s.text
    )
    at = 0
    for section in record.sections:
        if section.start_char != at:
            yield "sections do not partition the text"
        at = section.end_char
    if at != len(text):
        yield "sections do not end with the text"


def _impossible(record: "Record") -> Iterator[str]:
    ids = {fact.fact_id for fact in record.facts}
    if len(ids) < len(record.facts):
        yield "two facts share an id"
    people = {person.person_id for person in record.people}
    for fact in record.facts:
        values = [getattr(fact, name, None) for name in ("min_value", "value", "max_value")]
        known = [value for value in values if value is not None]
        if known != sorted(known):
            yield f"bounds of a {fact.kind} are not in order"
        if fact.kind == "count" and any(value < 0 for value in known):  # a loss of money keeps its sign
            yield f"a {fact.kind} is negative"
        if any(getattr(fact, name, None) not in {None, *ids} - {fact.fact_id} for name in _REFERENCES):
            yield f"a {fact.kind} refers to no other fact"
        if any(getattr(fact, name, None) not in {None, *people} for name in _PEOPLE):
            yield f"a {fact.kind} refers to nobody"
        if fact.time_start and fact.time_end and fact.time_start > fact.time_end:
            yield "a time ends before it begins"


def fuzz(extractor: "Extractor", texts: Iterator[str]) -> tuple[Counter[str], dict[str, str], int]:
    """Look for faults; give how often each was found, its shortest text, and how many texts there were."""
    from newsfacts.record import Record
    from newsfacts.tables.schema import json_schema

    schema = jsonschema.Draft202012Validator(json_schema("record", Record))
    found: Counter[str] = Counter()
    shortest: dict[str, str] = {}
    number = 0
    for number, text in enumerate(texts, start=1):  # noqa: B007 (counted, and wanted behind the loop)
        for fault in set(faults(extractor, text, schema)):
            found[fault] += 1
            if fault not in shortest or len(text) < len(shortest[fault]):
                shortest[fault] = text
    return found, shortest, number


def corpus() -> list[str]:
    """List the texts of the corpus."""
    return [file.read_bytes().decode() for file in sorted((ROOT / "corpus" / "articles").glob("*/article.txt"))]


def _articles(file: Path | None) -> list[str]:
    if file is None:
        return corpus()
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=Path, help="JSON lines with text (also .gz)  [default: the corpus]")
    parser.add_argument("--show", type=int, default=5, help="faults of which the shortest text is shown")
    options = parser.parse_args()
    from newsfacts.extract import load

    found, shortest, number = fuzz(load(), inputs(options.inputs, options.seed, _articles(options.articles)))
    print("| fault | texts |\n|---|---|")
    for fault, count in found.most_common():
        print(f"| {fault} | {count} |")
    print(f"| any, of {number:,} texts (seed {options.seed}) | {sum(found.values())} |")
    for fault, _ in found.most_common(options.show):
        print(f"\n{fault}\n{shortest[fault]!r}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
