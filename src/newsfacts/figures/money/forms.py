"""The forms in which currencies are written: symbols, prefixes, codes, words, hundredths, and who shares them.

Local habits stand in the lexicon `currencies`; ISO codes and English names come from babel. Not here: which of several
countries' money a form means in a text (`whose.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.core import get_global

from newsfacts.lexicons import Lexicon

__all__ = ["Form", "families", "forms"]


@dataclass(frozen=True, slots=True)
class Form:
    """Hold one way of writing a currency."""

    form: str
    """As written."""
    currency: str
    """ISO 4217 code; the usual one where countries share the form."""
    kind: str
    """symbol, prefix, code, word or minor."""
    family: str
    """Word that names the currencies that share the form ("dollar"); "" where it means one."""
    minimum: Decimal
    """Smallest number that it may stand before, where it is also something else."""


def forms(currencies: Lexicon) -> list[Form]:
    """List the forms of the lexicon, then those of babel that it does not spell out."""
    local = [
        Form(row["form"], row["currency"], row["kind"], row["family"], Decimal(row["minimum"] or 0))
        for row in currencies.rows
    ]
    return [*local, *_known_forms(currencies)]


def _known_forms(currencies: Lexicon) -> list[Form]:
    """Take codes and names from babel for every currency in use that the lexicon does not spell out."""
    locale = Locale("en")
    current = {
        c
        for entries in get_global("territory_currencies").values()
        for c, _, end, tender in entries
        if not end and tender
    }
    spelled = {row["form"] for row in currencies.rows}
    folded = {form.lower() for form in spelled}
    known = [Form(code, code, "code", "", Decimal(0)) for code in sorted(current) if code not in spelled]
    for code in sorted(current):
        name = locale.currencies.get(code, "")
        for form in {name, f"{name}s"} if name and " " in name else ():
            if form.lower() not in folded:
                known.append(Form(form.lower(), code, "word", "", Decimal(0)))
    return sorted(known, key=lambda form: (form.kind, form.form))


def families(known: Sequence[Form]) -> dict[str, frozenset[str]]:
    """Gather the currencies whose English name ends in a family's word."""
    names = Locale("en").currencies
    words = sorted({form.family for form in known if form.family})
    members = {f: {c for c, name in names.items() if name.lower().split(" (")[0].endswith(f)} for f in words}
    members["yuan"] |= {"CNY", "JPY"}
    members["pound"] |= {"GBP"}
    return {family: frozenset(codes) for family, codes in members.items()}
