"""What spaCy's tokenizer has to be told about this genre: amounts, units and ranks glued to their neighbours."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import spacy.language

__all__ = ["adapt"]

_PREFIXES = (
    r"(?:Rs|Re|Sh|KSh|Ksh|Tk|GH[¢₵]|GHS|RMB|CNY|USD|US\$|HK\$|A\$|S\$|NT\$|C\$|RM|N|R|INR|NGN|EUR|GBP|AED|Dh|Dhs)\.?(?=\d)",
)
_INFIXES = (
    r"(?<=[0-9])[-–—](?=[£$€¥₹₦0-9])",  # £2,000-£3,000
    r"(?<=[a-z])\.(?=[A-Z][a-z])",  # officers.He said
    r"(?<=[a-zA-Z0-9”’\"')])(?:—|–|--)(?=[a-zA-Z0-9“‘\"'(])",
)
_SUFFIXES = (
    r"(?<=[0-9])(?:pc|pct|kgs?|gms?|grams?|mg|km|kms|m|k|mn|bn|tn|mil|cr|lb|lbs|oz|ml|mph|kph|cm|mm|ft|th|p)",
    r"(?<=[0-9])(?:kg|km|p|pc)\.",
)
_WHOLE = (
    "Sgt.",
    "Insp.",
    "Supt.",
    "Det.",
    "Const.",
    "Cpl.",
    "Asst.",
    "Rs.",
    "Dy.",
    "Addl.",
    "Lt.",
    "Col.",
    "Capt.",
    "No.",
    "Nos.",
    "Alh.",
)


def adapt(nlp: "spacy.language.Language") -> None:
    """Teach the tokenizer what this genre glues together: amounts, units, ranks."""
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults, tokenizer = nlp.Defaults, nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    whole = {word: [{"ORTH": word}] for word in _WHOLE}
    nlp.tokenizer = Tokenizer(  # a new one: every change of an old one makes it read all its rules again
        nlp.vocab,
        rules={**(tokenizer.rules or {}), **whole},
        prefix_search=compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
        token_match=tokenizer.token_match,
        url_match=tokenizer.url_match,
        faster_heuristics=tokenizer.faster_heuristics,
    )
