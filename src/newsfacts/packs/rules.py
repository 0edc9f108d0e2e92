"""The rules of a pack, as they stand in a TOML file: read, and seen to be whole.

    [[rule]]
    id = "head-of-cattle"
    kind = "count"
    why = "herds are counted by the head"
    pattern = [{ class = "number" }, { LOWER = "head" }, { LOWER = "of" }, { class = "cattle", slot = "noun" }]
    yes = ["Rustlers took [40 head of cattle]."]
    no = ["The head of 40 farms was held."]

    [[rule.unless]]
    id = "lot"
    where = "before"
    why = "a lot of an auction is named by its number"
    pattern = [{ LOWER = "lot" }]
    example = "Lot 40 head of cattle was withdrawn."

What a pattern may say is in `patterns.py`; what a kind may say of itself in `KINDS`. `no` and `unless` are what keeps a
rule from finding what is not meant. Not here: looking at a text.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from newsfacts.errors import RuleError
from newsfacts.lexicons.nearest import nearest
from newsfacts.record import Direction, Kind, PercentageUnit

__all__ = ["KINDS", "NO_FACT", "NUMBER", "PackGuard", "PackRule", "Shape", "Token", "read_rules"]

Token = Mapping[str, Any]
"""One token of a pattern, as spaCy's Matcher takes it, and `class`, `where`, `slot`."""
NUMBER = "number"
"""The word class of numbers, and the slot of the number that a fact is about."""
NO_FACT = "none"
"""The kind of a rule that says that a number is no fact."""
SIDES = ("before", "behind", "sentence")
"""Where the pattern of a guard may stand: right in front of what was found, right behind it, anywhere in its unit."""
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_RULE_KEYS = ("id", "kind", "why", "pattern", "fields", "yes", "no", "unless")
_GUARD_KEYS = ("id", "why", "where", "pattern", "example")
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Shape:
    """Say what the rules of a kind have."""

    slots: tuple[str, ...]
    """Slots beside that of the number."""
    fields: tuple[str, ...]
    """Fields whose value the rule itself may give."""
    needs: tuple[str, ...] = ()
    """Each of these has to come from a field or a slot."""
    says: tuple[str, ...] = ()
    """Each of these has to be a field, since words alone do not tell."""


KINDS: Mapping[str, Shape] = {
    Kind.COUNT: Shape(("noun", "phrase"), ("noun", "factor"), ("noun",)),
    Kind.MONEY: Shape(("currency",), ("currency", "factor"), says=("currency",)),
    Kind.PERCENTAGE: Shape(("unit", "measure"), ("unit", "direction", "measure")),
    Kind.QUANTITY: Shape(("unit", "substance"), ("unit", "substance", "factor"), says=("unit",)),
    NO_FACT: Shape((), ()),
}
"""What each kind of rule may have."""


@dataclass(frozen=True, slots=True)
class PackGuard:
    """Hold what keeps a rule back."""

    id: str
    """The reason in a word or two."""
    why: str
    """Which habit of the language it follows."""
    where: str
    """One of SIDES."""
    pattern: tuple[Token, ...]
    """What stands there."""
    example: str
    """A phrase in which the rule would find something and this guard says no."""


@dataclass(frozen=True, slots=True)
class PackRule:
    """Hold one rule."""

    id: str
    """PACK/ID, as it stands in records."""
    kind: str
    """One of KINDS."""
    why: str
    """The reason for the rule."""
    pattern: tuple[Token, ...]
    """What it looks for."""
    fields: Mapping[str, str]
    """What it says of every fact that it finds."""
    factor: Decimal
    """What its numbers are multiplied by."""
    yes: tuple[str, ...]
    """Phrases with the span that it finds in brackets."""
    no: tuple[str, ...]
    """Phrases in which it finds nothing."""
    unless: tuple[PackGuard, ...]
    """What keeps it back."""
    where: str
    """File and id, for messages."""


def read_rules(file: Path, pack: str, earlier: Mapping[str, str]) -> list[PackRule]:
    """Read the rules of a file; `earlier` says where the ids are that the pack has already.

    Raises:  RuleError with file and rule where something is missing, misspelled or said twice.
    """
    try:
        found: dict[str, Any] = tomllib.loads(file.read_text("utf-8"), parse_float=str)
    except ValueError as error:
        raise RuleError(f"{file}: is no TOML ({error})") from error
    if set(found) != {"rule"} or not isinstance(found["rule"], list):
        raise RuleError(f"{file}: has {', '.join(found) or 'nothing'}; expected rules, each under [[rule]]")
    seen = dict(earlier)
    rules = []
    for number, told in enumerate(found["rule"], start=1):
        rule = _rule(told, f"{file}, rule {told.get('id', number)}", pack)
        if rule.id in seen:
            raise RuleError(
                f"{rule.where}: the id is taken ({seen[rule.id]}); expected an id of its own for every rule"
            )
        seen[rule.id] = rule.where
        rules.append(rule)
    return rules


def _rule(told: Mapping[str, Any], where: str, pack: str) -> PackRule:
    """Check a rule of a pack as written, and make it one."""
    _keys(told, _RULE_KEYS, where)
    name, kind = _text(told, "id", where), _text(told, "kind", where)
    if not _ID.fullmatch(name):
        raise RuleError(f"{where}: id is {name!r}; expected lower-case letters, digits and hyphens")
    if kind not in KINDS:
        raise RuleError(f"{where}: kind is {kind!r}{nearest(kind, list(KINDS))}; expected {', '.join(KINDS)}")
    pattern, fields = _pattern(told, where), _fields(told.get("fields", {}), kind, where)
    _slots(pattern, kind, fields, where)
    guards = tuple(_guard(one, f"{where}, unless {one.get('id', '?')}") for one in told.get("unless", []))
    factor = fields.pop("factor", "1")
    try:
        scale = Decimal(factor)
    except InvalidOperation as error:
        raise RuleError(f"{where}: factor is {factor!r}; expected a number") from error
    yes, no = (_phrases(told, key, where) for key in ("yes", "no"))
    return PackRule(
        f"{pack}/{name}", kind, _text(told, "why", where), pattern, fields, scale, yes, no, guards, where
    )  # fmt: skip


def _guard(told: Mapping[str, Any], where: str) -> PackGuard:
    _keys(told, _GUARD_KEYS, where)
    side = _text(told, "where", where)
    if side not in SIDES:
        raise RuleError(f"{where}: where is {side!r}{nearest(side, SIDES)}; expected {', '.join(SIDES)}")
    texts = {key: _text(told, key, where) for key in ("id", "why", "example")}
    return PackGuard(texts["id"], texts["why"], side, _pattern(told, where), texts["example"])


def _keys(told: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    for key in told:
        if key not in known:
            raise RuleError(f"{where}: unknown key {key!r}{nearest(key, known)}; expected {', '.join(known)}")


def _text(told: Mapping[str, Any], key: str, where: str) -> str:
    value = told.get(key)
    if not isinstance(value, str) or not value.strip():
        raise RuleError(f"{where}: {key} is {value!r}; expected a text that is not empty")
    return value


def _phrases(told: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """Read examples; those of `yes` have one stretch in brackets, those of `no` none."""
    value = told.get(key, [])
    if not isinstance(value, list) or not all(isinstance(phrase, str) for phrase in value):
        raise RuleError(f"{where}: {key} is {value!r}; expected a list of phrases")
    marks = (1, 1) if key == "yes" else (0, 0)
    for phrase in value:
        if (phrase.count("["), phrase.count("]")) != marks or phrase.find("[") > phrase.find("]"):
            expected = "one stretch in brackets" if key == "yes" else "no brackets"
            raise RuleError(f"{where}: {key} has {phrase!r}; expected {expected}")
    return tuple(value)


def _pattern(told: Mapping[str, Any], where: str) -> tuple[Token, ...]:
    value = told.get("pattern")
    if not isinstance(value, list) or not value or not all(isinstance(token, dict) for token in value):
        raise RuleError(f"{where}: pattern is {value!r}; expected a list of tokens such as [{{ LOWER = 'head' }}]")
    return tuple(value)


def _fields(told: Any, kind: str, where: str) -> dict[str, str]:
    """Check the fields that a rule of a pack states."""
    known = KINDS[kind].fields
    if not isinstance(told, dict):
        raise RuleError(f"{where}: fields is {told!r}; expected a table such as {{ noun = 'cattle' }}")
    for key, value in told.items():
        if key not in known:
            has = f"expected {', '.join(known)}" if known else f"a rule of kind {kind} says none"
            raise RuleError(f"{where}: unknown field {key!r}{nearest(key, known)}; {has}")
        if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
            raise RuleError(f"{where}: {key} is {value!r}; expected a text or a number")
    fields = {key: str(value) for key, value in told.items()}
    for name in KINDS[kind].says:
        if name not in fields:
            raise RuleError(f"{where}: fields has no {name}; a rule of kind {kind} says which {name} it means")
    closed = {"direction": [*Direction], "unit": [*PercentageUnit] if kind == Kind.PERCENTAGE else []}
    for key, values in closed.items():
        if values and key in fields and fields[key] not in values:
            raise RuleError(f"{where}: {key} is {fields[key]!r}; expected {', '.join(values)}")
    if "currency" in fields and not _CURRENCY.fullmatch(fields["currency"]):
        raise RuleError(f"{where}: currency is {fields['currency']!r}; expected a code of ISO 4217 such as KES")
    return fields


def _slots(pattern: Sequence[Token], kind: str, fields: Mapping[str, str], where: str) -> None:
    """See that a pattern has one number, that its slots are those of its kind, and that nothing is missing."""
    numbers = [token for token in pattern if token.get("class") == NUMBER]
    if len(numbers) != 1 or "OP" in numbers[0]:
        raise RuleError(
            f"{where}: the pattern has {len(numbers)} numbers; expected {{ class = 'number' }} once and without OP "
            "(any other number is { LIKE_NUM = true })"
        )
    shape = KINDS[kind]
    used = {token["slot"] for token in pattern if "slot" in token}
    for slot in sorted(used - {*shape.slots, NUMBER}):
        expected = ", ".join(shape.slots) or "none"
        raise RuleError(
            f"{where}: unknown slot {slot!r}{nearest(slot, shape.slots)}; a rule of kind {kind} has {expected}"
        )
    for name in shape.needs:
        if name not in used and name not in fields:
            raise RuleError(f"{where}: nothing says the {name}; give a token slot = '{name}', or say it in fields")
