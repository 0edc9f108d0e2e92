"""Patterns of packs to patterns of spaCy's Matcher: the same tokens, and word classes beside them.

A token says what spaCy's Matcher takes (https://spacy.io/api/matcher#patterns), over the attributes in ATTRIBUTES: the
others need parts of a pipeline that are not run. Beside them stand

    class = "substances"              a word of this class, of one or several tokens: a lexicon of the package, one of
                                      the pack's own classes, or "number", what the number grammar reads as one
    where = { kind = "symbol" }       of the class only the rows that have this
    slot = "noun"                     what the token is in the fact

A class is matched as a feature: the first token of its words has NAME=B, the others NAME=I, so that a class of several
words stands for one token of a pattern and takes its operator (?, *, +, !).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsfacts.errors import RuleError
from newsfacts.lexicons.nearest import nearest
from newsfacts.packs.rules import Token

__all__ = ["ATTRIBUTES", "ClassName", "Compiled", "compiled", "feature"]

ATTRIBUTES = (
    *("ORTH", "TEXT", "LOWER", "LEMMA", "TAG", "DEP", "ENT_TYPE", "SHAPE", "LENGTH", "OP"),
    *("IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_QUOTE", "IS_BRACKET"),
    *("IS_CURRENCY", "IS_STOP", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL"),
)
"""Attributes of the Matcher that a pattern may use."""
_OURS = ("class", "where", "slot")
_OPERATORS = ("?", "*", "+", "!")

ClassName = tuple[str, tuple[tuple[str, str], ...]]
"""A word class: its name, and what its rows have to have."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Hold a pattern as the Matcher takes it."""

    tokens: tuple[Mapping[str, Any], ...]
    """Its tokens; a class of several words is two of them."""
    slots: tuple[str, ...]
    """The slot of each, "" where it has none."""
    classes: frozenset[ClassName]
    """The classes that it asks for."""


def compiled(pattern: Sequence[Token], where: str) -> Compiled:
    """Compile a pattern; `where` names it in messages.

    Raises:  RuleError for an attribute that no token has here.
    """
    tokens: list[Mapping[str, Any]] = []
    slots: list[str] = []
    classes: set[ClassName] = set()
    for token in pattern:
        _check(token, where)
        plain = {key: value for key, value in token.items() if key not in _OURS}
        slot = str(token.get("slot", "number" if token.get("class") == "number" else ""))
        made: list[Mapping[str, Any]] = [plain]
        if "class" in token:
            name = token["class"], tuple(sorted(token.get("where", {}).items()))
            classes.add(name)
            made = _of_class(name, plain)
        tokens += made
        slots += [slot] * len(made)
    return Compiled(tuple(tokens), tuple(slots), frozenset(classes))


def feature(name: ClassName) -> str:
    """Name a class as a feature: letters and digits alone, as features are written.

    Example:
        >>> feature(("currencies", (("kind", "symbol"),)))
        'currencies+kind+symbol'
    """
    return "+".join([name[0], *(part for pair in name[1] for part in pair)]).replace("|", " ").replace("=", " ")


def _of_class(name: ClassName, plain: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give the tokens of a class: its first word, and those that belong to it."""
    operator = plain.get("OP", "")
    rest = {key: value for key, value in plain.items() if key != "OP"}
    begins, goes_on = ({"MORPH": {"IS_SUPERSET": [f"{feature(name)}={mark}"]}} for mark in ("B", "I"))
    either = {"MORPH": {"INTERSECTS": [f"{feature(name)}=B", f"{feature(name)}=I"]}}
    if operator == "!":
        return [{**rest, **either, "OP": "!"}]
    if operator in ("*", "+"):
        first = [] if operator == "*" else [{**rest, **begins}]
        return [*first, {**rest, **either, "OP": "*"}]
    return [{**rest, **begins, **({"OP": operator} if operator else {})}, {**rest, **goes_on, "OP": "*"}]


def _check(token: Token, where: str) -> None:
    for key in token:
        if key not in (*ATTRIBUTES, *_OURS):
            near = nearest(key.upper(), ATTRIBUTES) or nearest(key.lower(), _OURS)
            raise RuleError(f"{where}: unknown attribute {key!r}{near}; expected {', '.join((*_OURS, *ATTRIBUTES))}")
    if "where" in token and ("class" not in token or not isinstance(token["where"], dict)):
        raise RuleError(f"{where}: where is {token['where']!r}; expected beside a class, as {{ column = 'value' }}")
    if not isinstance(token.get("class", ""), str) or not isinstance(token.get("slot", ""), str):
        raise RuleError(f"{where}: {dict(token)!r}; expected a name for class and slot")
    if "class" in token and token.get("OP", "?") not in _OPERATORS:
        raise RuleError(f"{where}: OP is {token['OP']!r}; a class takes {', '.join(_OPERATORS)}")
