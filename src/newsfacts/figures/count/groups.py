"""Counts behind a noun that says whom its number counts: "a father of two", "a city of 700,000", "a crew of four".

Each find takes a bare number and gives the noun that it counts, or None. Not here: other elided nouns (`elided.py`).
"""

from newsfacts.figures.count.bare import BareNumber, Elided
from newsfacts.figures.count.levels import NOUN_OF
from newsfacts.language.phrases import is_noun
from newsfacts.rules.rule import Rule

__all__ = ["RULES"]

_DESCRIBING = frozenset({"JJ", "JJR", "CD", "HYPH", "VBN", "$"})
"""Tags of what goes on to a noun behind the number."""


def _inner(place: BareNumber) -> Elided | None:
    """Read "a father of two", "a city of over 700,000"."""
    of = NOUN_OF.search(place.ahead)
    noun = place.words.inner.get(of["noun"].lower()) if of else None
    if noun is None or place.number.value < 2 or (place.word is not None and is_noun(place.word)):
        return None
    return Elided(noun, noun, place.anchor, idle=of is not None and of["noun"].lower() in place.words.kin)


def _group(place: BareNumber) -> Elided | None:
    """Read "a crew of four", "a family of five": a noun for a group tells who are counted."""
    of = NOUN_OF.search(place.ahead)
    noun = place.words.groups.get(of["noun"].lower()) if of else None
    if noun is None or place.number.value < 2 or not _ends_group(place):
        return None
    return Elided(noun, noun, place.anchor)


def _ends_group(place: BareNumber) -> bool:
    """See that no noun of those counted follows: "a team of four divers"."""
    word = place.word
    return word is None or not (is_noun(word) or word.tag in _DESCRIBING)


RULES: tuple[Rule, ...] = (
    Rule(
        "count.inner", "father of NUMBER | city of NUMBER", "these nouns say what a number behind them counts", _inner,
        yes=("Jane Roe, a mother of [three], died.", "He left a city of [over 700,000] in the night.",
             "A father of [two] was stabbed."),
        no=("A pair of two fled.", "A father of two boys died.", "The price of two rose."),
    ),
    Rule(
        "count.group", "a crew of NUMBER", "a noun for people who belong together says whom a number behind it counts",
        _group,
        yes=("The aircraft had a crew of [four].", "A family of [five] was killed in the fire.",
             "A gang of [six] robbed the shop."),
        no=("A team of four divers searched the lake.", "A family of one of the men wept.", "A pack of six was sold."),
    ),
)  # fmt: skip
"""In the order in which they are asked."""
