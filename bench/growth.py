"""Measure how cost grows with the length of one article, for texts of the kinds that tempt a program to be quadratic.

    python bench/growth.py [KIND…] [--words N] [--rounds N] [--limit X] [--json FILE]

Each kind of text is made at 1, 2 and 4 times N words (default 3,000) and extracted; the longer texts begin as the
shorter ones do. What is compared is processor time, so that neighbours on the machine count for little; every round
makes new words, so that nothing is remembered from the round before, and the best round counts. A linear program takes
2.0 times as long for twice the length. Exit code 1 where a step takes more than --limit times (default 2.2).
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, pairwise
from pathlib import Path
from typing import Any, Protocol

from newsfacts.article import Article

__all__ = ["KINDS", "LIMIT", "Kind", "main", "measure", "text"]

LIMIT = 2.2
"""Times that twice the length may cost; 2 would be exact, the rest is noise of the clock."""
STEPS = (1, 2, 4)
"""Lengths that are compared, in units of --words."""

_CONSONANTS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo")
_ENDINGS = ("n", "r", "l", "ck", "nd", "m", "rt", "ll", "rn", "ss")
_TOWNS = ("Ardle", "Brackwater", "Corrie Sands", "Dunmore Vale", "Elmsgate", "Farrowby", "Garthmere", "Holmstead")
_GOODS = ("televisions", "bicycles", "handbags", "parcels", "cameras", "jackets", "radios", "generators")
_ACTS = ("arrested", "questioned", "charged", "released", "fined", "cautioned")


class Extracts(Protocol):
    """Anything that makes something of an article."""

    def extract(self, article: Article) -> object:
        """Extract what one article says."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Describe a kind of text: how it opens, what is repeated, what stands between, how it closes."""

    piece: Callable[[random.Random, int], str]
    """Makes the piece of a number; all chance comes from the generator that is given."""
    between: str = " "
    opening: str = ""
    closing: str = ""


def main() -> None:
    """Measure, print the table, write JSON where asked."""
    options = _options()
    from newsfacts.extract import load

    extractor = load()
    extractor.extract(Article("warm", text(KINDS["plain"], 1_000, seed=options.rounds)))
    print(f"{'':20}{'words':>8}{'seconds':>10}{'x2 words':>10}{'x4 words':>10}", flush=True)
    report = {}
    for name in options.kinds or KINDS:
        report[name] = measure(extractor, KINDS[name], words=options.words, rounds=options.rounds)
        _show(name, report[name], options.limit)
    if options.json:
        Path(options.json).write_text(json.dumps(report, indent=2) + "\n")
    sys.exit(1 if any(max(found["ratios"]) > options.limit for found in report.values()) else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; default: all")
    parser.add_argument("--words", type=int, default=3_000, help="words of the shortest text (default 3,000)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=LIMIT)
    parser.add_argument("--json", metavar="FILE")
    options = parser.parse_args()
    if unknown := [name for name in options.kinds if name not in KINDS]:
        parser.error(f"no kind {', '.join(unknown)}; expected of {', '.join(KINDS)}")
    return options


def measure(extractor: Extracts, kind: Kind, *, words: int, rounds: int) -> dict[str, Any]:
    """Time a kind of text at 1, 2 and 4 times `words`.

    Shape:   `words` and `seconds` of the three texts, and the two `ratios`: times that each is dearer than the one of
             half its length, set right for lengths that are not exactly twice each other.
    """
    best = dict.fromkeys(STEPS, float("inf"))
    sizes: dict[int, int] = {}
    for turn in range(rounds):
        for step in STEPS:
            made = text(kind, words * step, seed=turn)
            sizes[step] = len(made.split())
            began = time.process_time()
            extractor.extract(Article(f"{turn} {step}", made))
            best[step] = min(best[step], time.process_time() - began)
    ratios = [2 * (best[long] / best[short]) / (sizes[long] / sizes[short]) for short, long in pairwise(STEPS)]
    return {
        "words": [sizes[step] for step in STEPS],
        "seconds": [round(best[step], 3) for step in STEPS],
        "ratios": [round(ratio, 2) for ratio in ratios],
    }


def _show(name: str, found: dict[str, Any], limit: float) -> None:
    first, second = found["ratios"]
    remark = f"  over {limit}" if max(first, second) > limit else ""
    print(f"{name:20}{found['words'][0]:8,}{found['seconds'][0]:10.2f}{first:10.2f}{second:10.2f}{remark}", flush=True)


def text(kind: Kind, words: int, *, seed: int) -> str:
    """Make a text of at least so many words; a longer one of the same seed begins like a shorter one."""
    chance = random.Random(seed)
    pieces: list[str] = []
    for piece in _pieces(kind, chance):
        pieces.append(piece)
        words -= len(piece.split())
        if words <= 0:
            break
    return kind.opening + kind.between.join(pieces) + kind.closing


def _pieces(kind: Kind, chance: random.Random) -> Iterator[str]:
    return (kind.piece(chance, number) for number in count(2))


def _word(chance: random.Random, syllables: int = 2) -> str:
    made = "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(syllables))
    return made + chance.choice(_ENDINGS)


def _name(chance: random.Random) -> str:
    """Make a name that hardly comes twice: some fifty million can be made."""
    return f"{_word(chance, 1).title()} {_word(chance).title()}"


def _named(chance: random.Random, number: int) -> str:
    act, town = chance.choice(_ACTS), chance.choice(_TOWNS)
    return f"{_name(chance)}, {20 + number % 50}, was {act} in {town} after {_name(chance)} spoke to officers."


def _said(chance: random.Random, number: int) -> str:
    noun = chance.choice(_GOODS)
    return f'"We looked for the {noun} in {chance.choice(_TOWNS)} all night," {_name(chance)} said.'


def _he_said(chance: random.Random, number: int) -> str:
    return f'"The {chance.choice(_GOODS)} came from {chance.choice(_TOWNS)}," he said. "We know who took them."'


def _one_voice(chance: random.Random, number: int) -> str:
    """Name the same officer by rank again, in a text that is all figures, quotations and acts."""
    return f'"We found {number} {chance.choice(_GOODS)}," said Inspector Tara Gillbrook of day {number}. ' + (
        f"Officers {chance.choice(_ACTS)} {number + 2} men."
    )


def _spokesman(chance: random.Random, number: int) -> str:
    """Name a spokesman of whose force the text says nothing."""
    return f"Police spokesman {_name(chance)} said {number} {chance.choice(_GOODS)} were found."


def _amount(chance: random.Random, number: int) -> str:
    town, noun = chance.choice(_TOWNS), chance.choice(_GOODS)
    return f"Thieves in {town} took {noun} worth £{chance.randrange(1_000, 90_000):,} and ${number * 25:,} in cash."


def _amount_item(chance: random.Random, number: int) -> str:
    return f"£{chance.randrange(1_000, 90_000):,} from a shop in {chance.choice(_TOWNS)}"


def _of_which(chance: random.Random, number: int) -> str:
    return f"of which {1_000_000 - number:,} were {chance.choice(_GOODS)} from {chance.choice(_TOWNS)}"


def _of_which_sentence(chance: random.Random, number: int) -> str:
    noun, share = chance.choice(_GOODS), chance.randrange(2, 40)
    return f"Police seized {number + 60} {noun} in {chance.choice(_TOWNS)}, of which {share} were damaged."


def _percentage(chance: random.Random, number: int) -> str:
    noun, share = chance.choice(_GOODS), chance.randrange(10, 900) / 10
    return f"Thefts of {noun} in {chance.choice(_TOWNS)} rose by {share} percent year-on-year."


def _percentage_item(chance: random.Random, number: int) -> str:
    return f"{chance.randrange(10, 900) / 10} percent in {chance.choice(_TOWNS)}"


def _row(chance: random.Random, number: int) -> str:
    return f"{chance.choice(_TOWNS)}: {chance.randrange(10, 900) / 10}%"


def _plain(chance: random.Random, number: int) -> str:
    town, noun = chance.choice(_TOWNS), chance.choice(_GOODS)
    return (
        f"Officers went to a house in {town} on Monday evening after a neighbour heard a noise. "
        f"They found {chance.randrange(3, 60)} stolen {noun} in the garage and {chance.choice(_ACTS)} two men. "
        f'"We thank everybody who called," Inspector {_name(chance)} said.'
    )


KINDS: Mapping[str, Kind] = {
    "plain": Kind(_plain, "\n\n"),
    "names": Kind(_named, "\n\n"),
    "names in a list": Kind(lambda chance, _: _name(chance), ", ", "Police named ", " as the missing."),
    "said": Kind(_said),
    "said by lines": Kind(_said, "\n\n"),
    "he said": Kind(_he_said, " ", 'Inspector Tara Gillbrook spoke in Ardle. "Thank you," she said. '),
    "one voice": Kind(_one_voice, "\n\n"),
    "spokesmen": Kind(_spokesman, "\n\n"),
    "amounts": Kind(_amount),
    "amounts in a list": Kind(_amount_item, ", ", "Thieves took ", "."),
    "of which": Kind(_of_which, ", ", "Police seized 1,000,000 items, ", "."),
    "of which by lines": Kind(_of_which_sentence),
    "percentages": Kind(_percentage),
    "percentages, list": Kind(_percentage_item, ", ", "Thefts rose by ", "."),
    "percentages, rows": Kind(_row, "\n", "Thefts rose as follows:\n"),
}
"""All kinds of text, by name. Names and goods are made up."""


if __name__ == "__main__":
    main()
