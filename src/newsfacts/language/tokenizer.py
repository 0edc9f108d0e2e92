"""What spaCy's tokenizer has to be told about this genre: amounts, units and ranks glued to their neighbours."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from newsfacts.lexicons.function_words import any_of

if TYPE_CHECKING:
    import spacy.language

__all__ = ["adapt", "override"]

_PREFIXES = (
    r"(?:Rs|Re|Sh|KSh|Ksh|Tk|GH[¢₵]|GHS|RMB|CNY|USD|US\$|HK\$|A\$|S\$|NT\$|C\$|RM|N|R|INR|NGN|EUR|GBP|AED|Dh|Dhs)\.?(?=\d)",
)
_INFIXES = (
    r"(?<=[0-9])[-–—](?=[£$€¥₹₦0-9])",  # £2,000-£3,000
    r"(?<=[a-z])\.(?=[A-Z][a-z])",  # officers.He said
    r"(?<=[a-zA-Z0-9”’\"')])(?:—|–|--)(?=[a-zA-Z0-9“‘\"'(])",
)
_SUFFIXES = (
    rf"(?<=[0-9])(?:{any_of('glued to a figure')})",
    rf"(?<=[0-9])(?:{any_of('glued with a stop')})\.",
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


_NAME = "newsfacts.Tokenizer.v1"


def adapt(nlp: "spacy.language.Language") -> None:
    """Put an adapted tokenizer in the place of a pipeline's own, with the exceptions of that one."""
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

    old = nlp.tokenizer
    if isinstance(old, Tokenizer):
        nlp.tokenizer = _make(nlp, old.rules or {}, old.token_match, old.url_match)


def override() -> dict[str, Any]:
    """Give the setting with which `spacy.load` makes the adapted tokenizer at once, from the language's own rules.

    To build one, and another one from it, would take a tenth of a second more.
    """
    from spacy.util import registry

    if not registry.has("tokenizers", _NAME):

        def make(nlp: "spacy.language.Language") -> Any:
            own = nlp.Defaults
            return _make(nlp, own.tokenizer_exceptions, own.token_match, own.url_match)

        registry.tokenizers.register(_NAME, func=lambda: make)
    return {"nlp": {"tokenizer": {"@tokenizers": _NAME}}}


def _make(nlp: "spacy.language.Language", rules: Mapping[str, Any], token_match: Any, url_match: Any) -> Any:
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules={**rules, **{word: [{"ORTH": word}] for word in _WHOLE}},
        prefix_search=compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
        infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
        token_match=token_match,
        url_match=url_match,
    )
