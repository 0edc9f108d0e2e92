"""Percentages in tables: the column's head says whether they are changes, shares or rates, the row or the head of what.

A column of changes measures the label of its row; a share is of what the other columns count. Where the head cannot be
told there is no fact.
"""

from collections.abc import Iterator, Sequence

from newsfacts.figures.cells import cell_figure
from newsfacts.figures.percentage.match import Look, PercentageMatch
from newsfacts.figures.table_heads import Head
from newsfacts.figures.table_shapes import Cell, Table
from newsfacts.lexicons.function_words import cue_words
from newsfacts.record import Base, Direction, PercentageUnit
from newsfacts.rules.rule import Rule

__all__ = ["RULES", "tabled_percentages"]

_FALLING = cue_words("falling head")
RULES = (
    Rule(
        "percentage.cell",
        "HEAD … LABEL PERCENT",
        "a cell is a change, share or rate as its column's head says",
        yes=(
            "District\tArrests\tShare (%)\nAyr\t12\t[24]\nPerth\t30\t60\nOban\t8\t16",
            "Offence\t2023\t2024\tChange\nBurglary\t120\t90\t[-25%]\nRobbery\t30\t33\t+10%",
            "District\tCases\tDetection rate\nAyr\t12\t[24%]\nPerth\t30\t60%\nOban\t8\t16%",
        ),
        no=(
            "District\tArrests\nAyr\t12\nPerth\t30\nOban\t9",
            "Ayr\t42%\nPerth\t30%",
            "Burglary fell by 25% in the district.",
        ),
    ),
)


def tabled_percentages(table: Table) -> Iterator[PercentageMatch]:
    """Yield the percentages of a table, in text order."""
    heads = list({cell.head.text: cell.head for cell in table.cells if cell.head is not None}.values())
    signed = {cell.head.text for cell in table.cells if cell.head and "%" in cell.text and cell.text[0] in "+-−–"}
    for cell in table.cells:
        if cell.head is None or not (cell.text.endswith("%") or (cell.head.percent and cell.head.kind)):
            continue
        direction = _direction(cell, cell.head, signed=cell.head.text in signed)
        if direction is None:
            continue
        base = Base.TOTAL if direction is Direction.SHARE else None
        measure = _measure(table, cell, cell.head, heads, direction)
        yield PercentageMatch(
            cell_figure(cell), PercentageUnit.PERCENT, direction, measure, base, None, RULES[0].id, Look.LABEL
        )


def _direction(cell: Cell, head: Head, *, signed: bool) -> Direction | None:
    if head.kind == "change" or signed:
        falls = cell.text[0] in "-−–" or (any(w in _FALLING for w in head.words) and not signed)
        return Direction.DECREASE if falls else Direction.INCREASE
    if head.kind == "rate":
        return Direction.RATE
    return Direction.SHARE if head.percent or head.kind == "share" else None


def _measure(table: Table, cell: Cell, head: Head, heads: Sequence[Head], direction: Direction) -> str | None:
    """Give what a cell measures: the row of a change, the head of a rate, what is counted beside a share."""
    if direction is Direction.RATE:
        return head.text
    if direction is not Direction.SHARE:
        return cell.label
    counted = [other.text for other in heads if not other.percent and not other.generic and not other.period]
    fuller = [text for text in counted if set(head.words) <= set(text.lower().split())]
    named = " ".join(word for word in head.text.replace("%", " ").split() if word.lower() in head.words)
    return next(iter(fuller or ([named] if named else []) or counted), None) or table.caption
