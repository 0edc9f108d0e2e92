"""Lay explanations out as text."""

from collections.abc import Iterator

from newsfacts.explain.facts import FactExplanation, RoleExplanation
from newsfacts.explain.origins import Origin
from newsfacts.explain.refusals import RefusalExplanation
from newsfacts.explain.words import Word
from newsfacts.rules.rule import Rule
from newsfacts.rules.trace import Decided

__all__ = ["format_fact", "format_refusal", "format_role"]

_AROUND = 25
"""Characters shown on either side of the text that a value came from."""
_LEFT_OUT = frozenset(
    {"fact_id", "kind", "text", "start_char", "end_char", "section_id", "sentence_start", "sentence_end", "rule"}
    | {"confidence"}
)
"""Fields that the head of an explanation shows."""


def format_fact(explained: FactExplanation, text: str) -> str:
    """Write the explanation of a fact as several lines; `text` is the article's."""
    fact = explained.fact
    before, marked, behind = (_one_line(piece) for piece in explained.sentence)
    origins = {origin.field: origin for origin in explained.origins}
    lines = [
        f"{fact.kind} {fact.fact_id}  {fact.start_char}–{fact.end_char}  confidence {_certainty(fact.confidence)}",
        f"  {before}[[{marked}]]{behind}",
        *_rule(explained.rule),
    ]
    for field, value in fact.model_dump(mode="json").items():
        if field not in _LEFT_OUT and value is not None:
            lines.append(f"  {field + ':':20}{value}{_origin(origins.get(field), text)}")
    return "\n".join([*lines, *map(_word, explained.words), *map(_decided, explained.decided)])


def format_role(explained: RoleExplanation) -> str:
    """Write the explanation of a role as several lines."""
    role = explained.role
    lines = [
        f"role of {explained.name}  {role.start_char}–{role.end_char}  confidence {_certainty(role.confidence)}",
        f"  [[{_one_line(role.text)}]]",
        *_rule(explained.rule),
    ]
    for field in ("title", "rank", "organisation", "place"):
        value = getattr(role, field)
        if value is not None:
            lines.append(f"  {field + ':':20}{value}")
    return "\n".join([*lines, *map(_word, explained.words)])


def format_refusal(explained: RefusalExplanation) -> str:
    """Write why a number is no fact as several lines."""
    before, marked, behind = (_one_line(piece) for piece in explained.sentence)
    head = [f"no fact  {explained.start}–{explained.end}", f"  {before}[[{marked}]]{behind}"]
    return "\n".join([*head, *_rule(explained.rule)])


def _rule(rule: Rule) -> Iterator[str]:
    yield f"  {'rule:':20}{rule.id}: {rule.pattern}"
    yield f"  {'why:':20}{rule.why}"


def _origin(origin: Origin | None, text: str) -> str:
    if origin is None:
        return ""
    if origin.start is None or origin.end is None:
        return f"  ({origin.note})"
    before = _one_line(text[max(0, origin.start - _AROUND) : origin.start])
    behind = _one_line(text[origin.end : origin.end + _AROUND])
    said = _one_line(text[origin.start : origin.end])
    return f"  from {origin.start}–{origin.end}: …{before}[[{said}]]{behind}…"


def _word(word: Word) -> str:
    cells = ", ".join(f"{column}={cell}" for column, cell in list(word.row.items())[1:] if cell)
    return f"  {'word:':20}{word.text!r} at {word.start}: {word.lexicon}{f' ({cells})' if cells else ''}"


def _decided(decided: Decided) -> str:
    head = f"  {decided.decision + '?':20}confidence {decided.confidence:.3f}"
    weighed = [
        f"    {'→' if one.chosen else ' '} {_one_line(one.value)}: {', '.join(one.evidence) or 'no evidence'}"
        for one in decided.proposed
    ]
    none = [] if any(one.chosen for one in decided.proposed) else ["    → none of them" if weighed else "    → nothing"]
    return "\n".join([head, *weighed, *none])


def _certainty(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.3f}"


def _one_line(text: str) -> str:
    """Show line ends without breaking the line."""
    return text.replace("\r", "").replace("\n", " ⏎ ")
